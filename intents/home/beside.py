"""Things told by the furniture that they stand at: "the lamp next to the bed", 沙发旁边的灯."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intents.acts import kind_of
from intents.home import Area, Device, Home
from intents.home.mention import Mentions


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of both languages for a piece of furniture, and for the rooms that have it."""

    en: str
    zh: str
    rooms: str
    """Pattern of the rooms' names."""
    called: str
    """Pattern of what things are called after it."""


_FURNITURE = (
    Furniture(
        "(?:double )?bed|bedside(?: table)?|night ?stand|headboard|wardrobe|dresser|dressing table",
        "床头柜|床头|床|衣柜|梳妆台",
        r"\bbed ?room\b|卧室|主卧|卧房",
        r"\bbed\b|\bbedside\b|night ?stand|床头|床边",
    ),
    Furniture(
        "sofa|couch|settee|coffee table|tv(?: stand)?|telly|television|fireplace",
        "沙发|茶几|电视机?柜?|壁炉",
        r"\b(?:living ?room|lounge|sitting ?room|family ?room|den)\b|客厅|起居室",
        r"\b(?:sofa|couch|settee|tv|television|fireplace)\b|沙发|电视|茶几",
    ),
    Furniture(
        "stove|hob|cooker|kitchen sink|sink|fridge|refrigerator|freezer|oven|microwave|dishwasher|"
        "(?:kitchen )?(?:counter|worktop|island)",
        "灶台|炉灶|炉子|水槽|洗菜池|冰箱|烤箱|微波炉|洗碗机|料理台|操作台",
        r"\bkitchen\b|厨房",
        r"\b(?:stove|hob|cooker|sink|fridge|oven|counter|worktop|island)\b|灶|水槽|冰箱|料理台|操作台",
    ),
    Furniture(
        "(?:writing )?desk|computer|monitor|book ?(?:shelf|shelves|case)|printer",
        "书桌|写字台|办公桌|电脑桌?|显示器|屏幕|书架|书柜|打印机",
        r"\b(?:study|office|home office|library)\b|书房|工作室|办公室",
        r"\b(?:desk|book ?shelf|book ?case)\b|书桌|写字台|台灯|书架|书柜",
    ),
    Furniture(
        "bath ?tub|bath|shower|toilet|wash ?basin",
        "浴缸|马桶|洗手台|洗手池|洗脸池|淋浴",
        r"\bbath ?room\b|浴室|卫生间|洗手间",
        r"\b(?:bath ?tub|shower|toilet|basin)\b|浴缸|马桶|洗手台|淋浴",
    ),
    Furniture(
        "dining table|dinner table", "餐桌|饭桌", r"\bdining ?room\b|餐厅|饭厅", r"\bdining table\b|餐桌|饭桌"
    ),
    Furniture(
        "front door|coat (?:rack|stand)|shoe (?:rack|cabinet)",
        "鞋柜|大门|入户门|衣帽架",
        r"\b(?:hall(?:way)?|entrance|entryway|foyer|porch)\b|玄关|门厅|门口",
        r"\bfront door\b|鞋柜|大门|入户",
    ),
    Furniture(
        "cot|crib|bunk ?beds?|toy ?box",
        "婴儿床|上下铺|玩具柜",
        r"\b(?:nursery|kids'? room|children'?s room|playroom)\b|儿童房|婴儿房",
        r"\b(?:cot|crib|bunk)\b|婴儿床",
    ),
)
_THING_EN = (
    r"lights?|lamps?|bulbs?|fans?|sockets?|plugs?|outlets?|curtains?|blinds?|speakers?|heaters?|windows?"
)
_AT_EN = (
    r"(?:(?:that(?: i|['’])s|which is|standing|hanging|right|just|over|up)\s+)?"
    r"(?:next to|close to|near(?: to)?|beside|besides|by|at|on top of|on|above|over|under(?:neath)?|below|"
    r"behind|in front of|along|across from|opposite)"
)
_LOOKS_EN = (
    r"little|small|big|large|tall|short|reading|table|standing|old|new|other|nice|wall|ceiling|pendant"
)
_LAMP = re.compile(
    r"(?P<lead>^|\b(?:on|off|and|but|dim|turn|leave|switch|put|is) )(?:the|that|my) lamp"
    r"(?= (?:on|off|please|too)\b|[ .!?]*$)",
    re.IGNORECASE,
)
"""A lamp that nothing else is said of."""
_THING_ZH = "(?:小|大)?(?:夜灯|台灯|落地灯|壁灯|吊灯|灯带|灯|风扇|电扇|插座|窗帘|音箱|窗户)"
_AT_ZH = (
    "(?:的?(?:旁边儿?|边上|边儿|边|左边|右边|后面|后边|前面|跟前|上面|上方|上头|上|下面|底下|"
    "那边|那儿|那里|附近|旁))"
)


_SOMEWHERE_ZH = re.compile(
    f"(?P<at>(?![把将给])[^，,。把将给帮开关掉]{{1,5}}?)(?:旁边儿?|边上|跟前|上方|底下|下面|后面|前面)的?"
    f"(?:[那这][一1]?[盏个台只])?的?(?P<thing>{_THING_ZH})"
)


def _form_en(furniture: Furniture) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:the|that|this|my|our)\s+)?(?:(?:{_LOOKS_EN})\s+)*(?P<thing>{_THING_EN})"
        rf"(?P<switch>\s+(?:on|off))?\s+{_AT_EN}\s+(?:the|my|our|your)\s+(?:{furniture.en})\b(?! ?room)",
        re.IGNORECASE,
    )


def _form_zh(furniture: Furniture) -> re.Pattern[str]:
    which = "(?:[那这][一1]?[盏个台只])"
    return re.compile(
        rf"{which}?(?:我的?)?(?<![小大双单机上起])(?:{furniture.zh})"
        rf"(?:{_AT_ZH}的?{which}?的?(?P<thing>{_THING_ZH})|{_AT_ZH}?的?{which}的?(?P<pointed>{_THING_ZH})?)"
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """A request in which a thing is called by its name, or by its room's."""

    text: str
    domain: str = ""
    """What sort of thing is asked about, where the words leave open which; empty where they do not."""
    area: str | None = None
    """Name of the room that it is in."""


class Furnished:
    """Knows which things of one home stand at what."""

    def __init__(self, home: Home) -> None:
        """Things and rooms come from `home`."""
        self._home, self._mentions = home, Mentions(home)
        self._forms = [
            (each, {"en": _form_en(each), "zh": _form_zh(each)}) for each in _FURNITURE
        ]  # one pattern a language

    def beside(self, text: str, language: str, here: str | None) -> Beside | None:
        """The request about what stands there; None where no thing is told by furniture."""
        for furniture, forms in self._forms:
            form = forms.get(language)
            found = form.search(text) if form else None
            if found and not self._is_name(found.group()):
                return self._told(furniture, found, language, here)
        return self._lamp(text, here) if language == "en" else self._somewhere(text)

    def _somewhere(self, text: str) -> Beside | None:
        """At something that no room is known by: it is asked which one is meant."""
        found = _SOMEWHERE_ZH.search(text)
        if found is None or self._mentions.names(found["at"]):
            return None
        kind = next((each.kind for each in self._mentions.read(found["thing"]) if each.kind), None)
        device = next((each for each in self._home.devices if kind_of(each) == kind), None)
        if device is None or self._is_name(found.group()):
            return None
        return Beside(f"{text[: found.start()]}{device.name('zh')}{text[found.end() :]}", device.domain)

    def _lamp(self, text: str, here: str | None) -> Beside | None:
        """`The lamp`, where one thing of the room is called a lamp and the others are not."""
        found = _LAMP.search(text)
        there = [each for each in self._home.devices if each.area == here and here]
        lamps = [each for each in there if any(name.casefold().endswith(" lamp") for name in _spelled(each))]
        if not found or len(lamps) != 1:
            return None
        return Beside(f"{text[: found.end('lead')]}the {lamps[0].name('en')}{text[found.end() :]}")

    def _told(
        self, furniture: Furniture, found: re.Match[str], language: str, here: str | None
    ) -> Beside | None:
        said = (found.groupdict().get("pointed") or found["thing"] or "灯").casefold()
        kind = next((each.kind for each in self._mentions.read(said.removesuffix("s")) if each.kind), None)
        devices = [each for each in self._home.devices if kind_of(each) == kind]
        if not devices:
            return None
        room = self._room(furniture, here)
        many = language == "en" and said.endswith("s")
        meant = _meant(
            furniture, [each for each in devices if room and each.area == room.id], said, many=many
        )
        meant = meant or [each for each in devices if _is_called(each, furniture)]
        before, after = found.string[: found.start()], found.groupdict().get("switch") or ""
        after += found.string[found.end() :]
        place = next((names[0] for names in _names(room, language) if names), None) if room else None
        the = "the " if language == "en" else ""
        if len(meant) == 1:
            return Beside(f"{before}{the}{meant[0].name(language)}{after}")
        if many and place and any(each.area == room.id for each in devices if room):
            return Beside(f"{before}{the}{place} {said}{after}")
        stand_in = (meant or devices)[0]
        return Beside(f"{before}{the}{stand_in.name(language)}{after}", stand_in.domain, place)

    def _room(self, furniture: Furniture, here: str | None) -> Area | None:
        """The room that has it: this one where it may be, else the only one; None where it may be several."""
        rooms = [
            each
            for each in self._home.areas
            if any(re.search(furniture.rooms, name, re.IGNORECASE) for name in _spelled(each))
        ]
        near = [each for each in rooms if each.id == here]
        return (near or rooms)[0] if len(near or rooms) == 1 else None

    def _is_name(self, said: str) -> bool:
        """Whether something is called so in this very home."""
        bare = re.sub(r"^(?:the|that|this|my|our) ", "", said.casefold())
        return any(bare == name.casefold() for each in self._home.devices for name in _spelled(each))


def _meant(furniture: Furniture, there: list[Device], said: str, *, many: bool) -> list[Device]:
    """Of what is in the room: what is called after it, else the only one, or the only one of that noun."""
    if many or len(there) < 2:
        return there
    called = [each for each in there if _is_called(each, furniture)]
    of_noun = [each for each in there if any(name.casefold().endswith(said) for name in _spelled(each))]
    lamps = "lamp" in said or said in ("台灯", "落地灯")
    return called or (of_noun if lamps and len(of_noun) == 1 else there)


def _is_called(device: Device, furniture: Furniture) -> bool:
    return any(re.search(furniture.called, name, re.IGNORECASE) for name in _spelled(device))


def _names(area: Area, language: str) -> tuple[tuple[str, ...], ...]:
    return (area.names.get(language, ()), *area.names.values())


def _spelled(thing: Area | Device) -> Iterator[str]:
    for names in thing.names.values():
        yield from names
