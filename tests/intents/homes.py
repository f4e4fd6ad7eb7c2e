"""Homes that the tests of this room speak about."""

from intents.home import Area, Device, Floor, Home


def _device(
    device: str, en: str, zh: str, area: str | None = None, device_class: str | None = None
) -> Device:
    return Device(device, {"en": tuple(en.split("|")), "zh": tuple(zh.split("|"))}, area, device_class)


HOME = Home(
    floors=(Floor("ground", {"en": ("ground floor",), "zh": ("一楼",)}),),
    areas=(
        Area("living_room", {"en": ("living room",), "zh": ("客厅",)}, "ground"),
        Area("bedroom", {"en": ("bedroom",), "zh": ("卧室",)}),
        Area("kitchen", {"en": ("kitchen",), "zh": ("厨房",)}, "ground"),
    ),
    devices=(
        _device("light.living_room", "living room light", "客厅灯", "living_room"),
        _device("light.bedroom", "bedroom light", "卧室灯", "bedroom"),
        _device("light.kitchen", "kitchen light", "厨房灯", "kitchen"),
        _device("switch.oven", "oven", "烤箱", "kitchen"),
        _device("switch.coffee", "coffee machine", "咖啡机", "kitchen"),
        _device("cover.curtains", "bedroom curtains", "卧室窗帘", "bedroom", "curtain"),
        _device("cover.garage", "garage door", "车库门", None, "garage"),
        _device("lock.front", "front door", "前门"),
        _device("climate.ac", "air conditioner|AC", "空调", "living_room"),
        _device("fan.bedroom", "fan", "风扇", "bedroom"),
        _device("vacuum.robot", "robot vacuum|vacuum", "扫地机器人|扫地机", "living_room"),
        _device("media_player.tv", "TV", "电视", "living_room"),
        _device("sensor.bedroom_temperature", "bedroom temperature", "卧室温度", "bedroom", "temperature"),
        _device("binary_sensor.window", "bedroom window", "卧室窗户", "bedroom", "window"),
        _device("device_tracker.car", "car", "车"),
        _device("lock.car", "car", "车"),
    ),
)
"""A small bilingual home."""
