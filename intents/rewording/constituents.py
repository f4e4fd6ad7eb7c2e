"""A Chinese order to the home by its parts: where, what, what to do to it; in whatever order they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from intents.home import Device, Home, Names
from intents.number.digits import to_digits
from intents.number.numeral import HAN_DIGITS, number

Part = Literal["place", "thing", "act", "and", "pause", "little", "other"]


@dataclass(frozen=True, slots=True)
class Constituent:
    """One part of the words, as it stands there."""

    part: Part
    text: str
    kind: str = ""
    """Of a thing: its domain. Of an act: what it does."""


ALL = "所有"
"""The place that is everywhere."""
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("light", "灯", "(?:大灯|主灯|顶灯|吸顶灯|吊灯|灯光|电灯|灯泡|照明|灯)"),
    ("cover", "窗帘", "(?:窗帘|帘子)"),
    ("climate", "空调", "(?:空调|冷气)"),
    ("fan", "风扇", "(?:电风扇|电扇|风扇)"),
    ("media_player", "电视", "(?:电视机|电视)"),
)
"""Domain, the plainest word for it, and all words."""
_DOMAINS = frozenset(["light", "climate", "fan", "media_player", "switch", "cover"])
_CLASSES = frozenset([None, "outlet", "tv", "speaker", "curtain", "blind", "shade"])
"""What is never among them opens a house, burns or drives."""
_NUMBER = r"(?P<{}>\d+(?:\.\d+)?)"
_BIT = "(?:一?点点|一?点儿?|一?些|一下)"
_SOME = "(?:一?点点|一?点儿?|一?些)"
_SET = (
    "(?:[亮暗高低大小](?=到)|调整|调节|设置|[调开设打弄变换改切升降吹放拉加减])*(?:到|成|为|至|得|个|上|在)?"
)
_COLOURS = "[红橙黄绿蓝紫白粉]色?|粉红色?|橘色|青色"
_MODES = "制冷|制热|除湿|送风|自动"

_BARE = r"(?!\d|块|元|毛钱|岁|斤|小时|分钟|秒|公|点|号|楼|层|米|厘)"
"""Behind a number that stands alone: it counts nothing else."""

_ACTS: tuple[tuple[str, str], ...] = (
    (
        "percent",
        rf"亮度?{_SET}{_NUMBER.format('percent')}(?:%|{_BARE})|"
        rf"(?:亮度|风速|音量)?{_SET}{_NUMBER.format('share')}%",
    ),
    ("degrees_up", rf"(?:温度)?再?{_SET}再?[高升热]{_NUMBER.format('up')}度"),
    ("degrees_down", rf"(?:温度)?再?{_SET}再?[低降冷凉]{_NUMBER.format('down')}度"),
    ("degrees", rf"(?:温度)?{_SET}{_NUMBER.format('degrees')}(?:度|{_BARE})"),
    ("mode", rf"{_SET}(?P<mode>{_MODES})(?:模式)?"),
    ("coldest", f"温度{_SET}最低|{_SET}最低的?温度|{_SET}最[冷凉](?:的)?(?:温度)?"),
    ("warmest", f"温度{_SET}最高|{_SET}最高的?温度|{_SET}最[暖热](?:的)?(?:温度)?"),
    ("half", f"{_SET}一半(?:就行|就好|就可以)?"),
    ("most", f"(?:亮度|风速|风)?{_SET}最[亮大高强](?:[的]?[风档挡])?"),
    ("least", f"(?:亮度|风速|风)?{_SET}最[暗小低弱](?:[的]?[风档挡])?"),
    ("wind_up", f"(?:风速|风量|风力|风){_SET}再?[大强快](?:{_BIT})*"),
    ("wind_down", f"(?:风速|风量|风力|风){_SET}再?[小弱慢](?:{_BIT})*"),
    (
        "brighter",
        f"(?:光线|亮度)?{_SET}再?亮(?:{_BIT})+|{_SET}亮(?!度)(?:{_BIT})*|"
        f"亮度(?:{_SET}[高大]|加)(?:{_BIT})*",
    ),
    (
        "darker",
        f"(?:光线|亮度)?{_SET}再?[暗柔](?:和)?(?:{_BIT})+|{_SET}暗(?:{_BIT})*|"
        f"亮度(?:{_SET}[低小]|减)(?:{_BIT})*",
    ),
    ("warm_light", f"{_SET}暖(?:色调?|光|黄色?|白色?)?(?:{_BIT})?(?:的)?(?:颜色|光)?"),
    ("cold_light", f"{_SET}冷(?:色调?|光|白色?)(?:的)?(?:颜色|光)?|{_SET}冷(?:{_BIT})的(?:颜色|光)"),
    ("warmer", f"(?:温度){_SET}再?[高升](?:{_BIT})*|{_SET}再?[高热](?:{_BIT})+"),
    ("cooler", f"(?:温度){_SET}再?[低降](?:{_BIT})*|{_SET}再?[低冷凉](?:{_BIT})+"),
    ("more", f"{_SET}再?[大强](?:{_BIT})+"),
    ("less", f"{_SET}再?[小弱](?:{_BIT})+"),
    ("faster", f"{_SET}再?快(?:{_BIT})+"),
    ("slower", f"{_SET}再?慢(?:{_BIT})+"),
    ("colour", f"(?:颜色)?(?:调|换|变|改|设|切|弄)(?:成|为|到|个)(?P<colour>{_COLOURS})(?:的)?"),
    ("wider", f"(?:拉开|打开|再开|开)[大高]?(?:{_SOME})+"),
    ("narrower", f"(?:拉上?|关上?|合上?|放下?)[小低]?(?:{_SOME})+"),
    ("open", "拉开|升起来?|升上去"),
    ("close", "拉上|合上|放下来?|降下来?|拉严实?|拉好"),
    (
        "on",
        "打开|开启|弄开|按开|按亮|点着|开开|开一?下|开起来|开一开|开上|点亮|点上|亮起来|启动|通上?电|打个开|开(?![着没不到成会车门心始得])",
    ),
    (
        "off",
        "的?电[源给]?[断关切][了掉]|关闭|关掉|关上|关一?下|关起来|关了|关喽|熄掉|熄灭|熄了|灭掉|灭了|"
        "关[好严死]|停掉|停了|断掉?电|断了|关(?![着没不于心门系得])",
    ),
)  # fmt: skip
_SHARE = re.compile(r"百分之(\d+)")
_VALUE = re.compile(f"(?<=[度到成为至])[{HAN_DIGITS}]{{2,3}}(?=$|[，,。吧啊了])")
"""A number that ends an order, without what it counts: 温度调到二十五."""
_TWINS = (
    frozenset(["儿童房", "孩子房", "孩子房间", "孩子屋", "娃屋", "宝宝房", "宝宝屋", "小孩房", "小孩房间"]),
    frozenset(["卫生间", "洗手间", "厕所", "浴室", "盥洗室"]),
    frozenset(["门厅", "玄关", "走廊", "过道"]),
    frozenset(["客厅", "大厅", "起居室"]),
    frozenset(["卧室", "睡房", "卧房"]),
)
"""Words for one room, where the home has it under only one of them."""
_AND = "和|跟|还有|以及|与|、"
_LITTLE = (
    "[两三四几]个?[个盏](?=[灯窗空风电])|太[^，。]{1,3}了|谢谢[你您]?|麻烦[你您]?|一起|同时|一块儿?|统统|通通|一并|帮个?忙|帮我|帮|小伴|[给替为](?:我们?|咱们?|大家)|能不能|可不可以|能否|可以|行不行|好不好|"
    "赶紧|马上|赶快|现在|立刻|稍微|顺便|顺手|都|全部?|也|就|先|再|快|请|给|把|将|让|的(?=.)|[这那][个盏台扇]?(?=[灯窗空风电])|"
    "[吧呀啊呢哦嘛啦了喽哈哎嗯呃嘿]|你|您|我想要?|我要(?!是)|一下|起来|儿|！|!| "
)


class Constituents:
    """Finds the parts of orders to one home."""

    def __init__(self, home: Home) -> None:
        """Know the places and things of `home`; nothing that opens a house, burns or drives."""
        self._places = _places(home)
        others = [name for name, plain in self._places.items() if name != plain]
        self._twins = re.compile(_either(others)) if others else None
        named = [(name, each) for each in home.devices for name in _chinese(each.names)]
        placed = re.compile(f"(?:{_either(self._places)})的?(?:{'|'.join(words for _, _, words in _KINDS)})")
        # 卧室灯 is read as the lights of the bedroom: the templates know whether it is one of that name.
        self._things = {
            name: each.domain for name, each in named if _is_plain(each) and not placed.fullmatch(name)
        }
        self._guarded = frozenset(name for name, each in named if not _is_plain(each) and len(name) > 1)
        self._pattern = self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        kinds = "|".join(words for _, _, words in _KINDS)
        acts = "|".join(f"(?P<{name}_>{pattern})" for name, pattern in _ACTS)
        return re.compile(
            f"(?P<guarded>{_either(self._guarded - self._things.keys())})|"
            f"(?P<named>{_either(self._things)})|(?P<place>{_either(self._places)})(?:里面?)?|"
            f"(?P<all>所有|全部|全屋|全家|家里)的?|(?P<thing>{kinds})|{acts}|(?P<and>{_AND})|(?P<pause>[，,。；])|(?P<little>{_LITTLE})|(?P<other>.)"
        )

    def at_home(self, text: str) -> str:
        """The text with the home's own word for each room that it has under another."""
        return self._twins.sub(lambda found: self._places[found.group()], text) if self._twins else text

    def read(self, text: str) -> tuple[Constituent, ...]:
        """The parts of the text, every letter of it."""
        said = _SHARE.sub(r"\1%", to_digits(text))
        return tuple(self._found(_VALUE.sub(lambda found: f"{number(found.group()):g}", said)))

    def _found(self, text: str) -> Iterator[Constituent]:
        for found in self._pattern.finditer(text):
            said = {name: words for name, words in found.groupdict().items() if words is not None}
            name, words = next(iter(said.items()))
            match name:
                case "named":
                    yield Constituent("thing", words, self._things[words])
                case "thing":
                    domain, plain = next(
                        (each, one) for each, one, all_ in _KINDS if re.fullmatch(all_, words)
                    )
                    yield Constituent("thing", plain, domain)
                case "place" | "all":
                    yield Constituent("place", ALL if name == "all" else self._places[words])
                case "and" | "pause" | "little":
                    yield Constituent(name, words)
                case "other" | "guarded":
                    yield Constituent("other", words)
                case _:
                    value = next((each for group, each in said.items() if not group.endswith("_")), "")
                    yield Constituent("act", value, name.removesuffix("_"))


def _chinese(names: Names) -> tuple[str, ...]:
    return names.get("zh", ())


def _places(home: Home) -> Mapping[str, str]:
    """What rooms are called, and what the home calls them."""
    own = {name: name for area in home.areas for name in _chinese(area.names)}
    twins: dict[str, str] = {}
    for words in _TWINS:
        known = [area for area in home.areas if words & set(_chinese(area.names))]
        twins |= dict.fromkeys(words, _chinese(known[0].names)[0]) if len(known) == 1 else {}
    return twins | own


def _is_plain(device: Device) -> bool:
    return device.domain in _DOMAINS and device.device_class in _CLASSES


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
