"""Homes of any size, with rooms and things as flats and offices have them, named in both languages."""

from collections.abc import Iterator
from itertools import islice, product

from intents.home import Area, Device, Home

_ROOMS = (
    ("living room", "客厅"), ("kitchen", "厨房"), ("bedroom", "卧室"), ("study", "书房"),
    ("bathroom", "浴室"), ("hallway", "走廊"), ("balcony", "阳台"), ("dining room", "餐厅"),
    ("nursery", "儿童房"), ("attic", "阁楼"), ("cellar", "地下室"), ("laundry", "洗衣房"),
    ("workshop", "工作间"), ("guest room", "客房"), ("gym", "健身房"), ("library", "图书室"),
    ("lounge", "休息室"), ("pantry", "储藏室"), ("studio", "画室"), ("porch", "门廊"),
)  # fmt: skip
_THINGS = (
    ("light", "ceiling light", "吸顶灯", None), ("light", "lamp", "台灯", None),
    ("cover", "curtains", "窗帘", "curtain"), ("switch", "socket", "插座", "outlet"),
    ("sensor", "temperature", "温度", "temperature"), ("sensor", "humidity", "湿度", "humidity"),
    ("binary_sensor", "window", "窗户", "window"), ("climate", "air conditioner", "空调", None),
    ("media_player", "speaker", "音箱", "speaker"), ("fan", "fan", "风扇", None),
)  # fmt: skip


def grown(size: int) -> Home:
    """A home of `size` devices, ten to a room."""
    areas = tuple(islice(_areas(), -(-size // len(_THINGS))))
    return Home((), areas, tuple(islice(_devices(areas), size)))


def _areas() -> Iterator[Area]:
    for nth, (en, zh) in product(range(1, 1000), _ROOMS):
        number_en, number_zh = (f" {nth}", f"{nth}号") if nth > 1 else ("", "")
        yield Area(f"{en}_{nth}".replace(" ", "_"), {"en": (en + number_en,), "zh": (number_zh + zh,)})


def _devices(areas: tuple[Area, ...]) -> Iterator[Device]:
    for area, (domain, en, zh, device_class) in product(areas, _THINGS):
        names = {"en": (f"{area.names['en'][0]} {en}",), "zh": (f"{area.names['zh'][0]}{zh}",)}
        bright = frozenset({"brightness", "color"}) if domain == "light" else frozenset[str]()
        yield Device(f"{domain}.{area.id}_{en.replace(' ', '_')}", names, area.id, device_class, bright)
