"""Chinese orders to the home put in the order of words that the templates have, one for each thing.

What stands around them may be why somebody asks, as long as it is no other request, nor anybody else's words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from intents.asking import is_negated, is_question
from intents.reservation import reservation
from intents.rewording.constituents import ALL, Constituent, Constituents
from intents.spans import times

_LONGEST = 40
_LONGEST_ASIDE = 10
_MOST = 5
"""Orders in one breath."""

_SWITCHED = {"on": "打开{}", "off": "关掉{}"}
_FORMS: Mapping[str, Mapping[str, str]] = {
    "light": {
        **_SWITCHED, "brighter": "把{}调亮一点", "darker": "把{}调暗一点", "most": "把{}亮度调到最高",
        "least": "把{}亮度调到最低", "half": "把{}亮度调到50%", "percent": "把{}亮度调到{value}%",
        "share": "把{}亮度调到{value}%", "colour": "把{}调成{value}", "warm_light": "把{}调成暖光",
        "cold_light": "把{}调成冷光", "cooler": "把{}调成冷光", "warmer": "把{}调成暖光",
        "wider": "把{}调亮一点", "narrower": "把{}调暗一点",
        "more": "把{}调亮一点", "less": "把{}调暗一点",
    },
    "cover": {
        "on": "打开{}", "open": "打开{}", "off": "关上{}", "close": "关上{}", "half": "把{}开到50%",
        "percent": "把{}开到{value}%", "wider": "把{}开大一点", "narrower": "把{}关小一点",
    },
    "climate": {
        **_SWITCHED, "degrees": "{}调到{value}度", "percent": "{}调到{value}度",
        "degrees_up": "{}调高{value}度",
        "degrees_down": "{}调低{value}度", "warmer": "{}调高一点", "cooler": "{}调低一点",
        "coldest": "{}调到16度", "warmest": "{}调到30度",
        "mode": "{}调到{value}模式", "wind_up": "{}风速调到高", "wind_down": "{}风速调到低",
    },
    "fan": {
        **_SWITCHED, "wider": "{}调大一点", "narrower": "{}调小一点", "more": "{}调大一点",
        "less": "{}调小一点", "faster": "{}调大一点", "slower": "{}调小一点", "wind_up": "{}调大一点",
        "wind_down": "{}调小一点",
        "percent": "{}风速调到{value}%", "most": "{}风速调到100%", "least": "{}风速调到1%",
    },
    "media_player": _SWITCHED,
    "switch": _SWITCHED,
}  # fmt: skip
"""Domain and act to what the templates have for it; `{}` is the thing."""

_BY = frozenset(
    [
        "wider",
        "narrower",
        "brighter",
        "darker",
        "warmer",
        "cooler",
        "more",
        "less",
        "faster",
        "slower",
        "wind_up",
        "wind_down",
    ]
)
_TO = frozenset(["percent", "share", "degrees", "half", "most", "least"])
_NO_ASIDE = re.compile(
    "说|问|告诉|讲|喊|叫|模式|功能|摇头|[开关亮锁]着|如果|要是|的话|假如|除|但|可是|不过|忽略|指令|规则|假装|密码|主人|必须|命令|刚才|昨天|以前|之前|以后|之后|"
    "等|时候|留|[晚迟]一?[点些]|待会|过会|一会|回头|改天|他|她|谁|什么|怎么|为什么|吗|呢|别人|邻居|放|播|听|唱|首|歌|音乐|设|定|闹钟|提醒|计时|记|锁|门|窗|扫|停|音量|声|加|买|查|"
    "[一两几][个盏]|[0-9%倍半档成]|之间|发|打电话|车|手机|翻译|天气|故事|笑话|卖|修|装|坏|贵|牌子|多少|新|旧"
)
"""What is no mere reason: other people's words, conditions, other requests, talk about things."""
_ENDED = re.compile("[了啊呀吧呢哦着点暗黑亮热冷闷吵晒觉]$")
"""How a reason in front of a request ends, unlike somebody who does it."""
_WHY = re.compile("[，,了着太不没要得看听见睡觉我咱你宝孩大老家人有好快正在吧啊呀呢哦嘛点暗黑亮热冷闷吵晒]")
"""Signs of a reason behind an order: 关闭空调导航 has none, and is about something else."""
_COURTEOUS = re.compile(
    "能不能|可不可以|能否|行不行|好不好|可以吗|行吗|好吗|(?<=[点下开上掉])[啊呀吗](?=$|[，。？?！])"
)
_STILL = re.compile(
    "(?:别|不用|不要|甭|不必)(?:再|给我)*(?:(?:开着|亮着)了?|(?:开|吹|转|响|烤|热|闪)了(?!吧?[^吧，,。]))"
)


class Reordered:
    """Puts orders to one home in order."""

    def __init__(self, constituents: Constituents) -> None:
        self._constituents = constituents

    def orders(self, text: str) -> tuple[str, ...]:
        """Each order as the templates have it; none unless every word is accounted for."""
        said = _COURTEOUS.sub("", _STILL.sub("关掉", text)).strip(" 。！!？?")
        if not 1 < len(said) <= _LONGEST or is_question(said, "zh") or is_negated(said):
            return ()
        if reservation(said, "zh") in ("told", "conditional"):
            return ()
        parts = self._constituents.read(said)
        core = _core(parts)
        orders = tuple(_orders(core)) if core else ()
        possible = tuple(each for each in orders if each is not None)
        return possible if len(possible) == len(orders) <= _MOST else ()


def _core(parts: Sequence[Constituent]) -> Sequence[Constituent]:
    """The parts that are the orders; none where what stands around them is more than a reason."""
    telling = [place for place, each in enumerate(parts) if each.part in ("place", "thing", "act")]
    if not telling:
        return ()
    first, last = telling[0], telling[-1]
    core = [each for each in parts[first : last + 1] if each.part != "little"]
    if any(each.part == "other" for each in core):
        return ()
    before, behind = (_text(parts[:first]), _text(parts[last + 1 :]))
    return core if _is_aside(before, leads=True) and _is_aside(behind, leads=False) else ()


def _text(parts: Sequence[Constituent]) -> str:
    """What is left of the words around, when it is not all courtesy."""
    return "".join(each.text for each in parts) if any(each.part == "other" for each in parts) else ""


def _is_aside(words: str, *, leads: bool) -> bool:
    bare = words.strip("，,。！! ").removesuffix("把").rstrip("，, ")
    if not bare:
        return True
    if not 1 < len(bare) <= _LONGEST_ASIDE or _NO_ASIDE.search(bare) or times(bare, "zh"):
        return False
    return bool(_ENDED.search(bare) if leads else _WHY.search(words))


def _orders(core: Sequence[Constituent]) -> Iterator[str | None]:
    """The orders; None for something that cannot be done to such a thing."""
    for things, act in _clausewise(core):
        for place, thing in things:
            form = _FORMS.get(thing.kind, {}).get(act.kind)
            name = f"{place}的{thing.text}" if place else thing.text
            yield form.replace("{value}", act.text).replace("{}", name) if form else None


_Things = list[tuple[str, Constituent]]


def _clausewise(core: Sequence[Constituent]) -> Iterator[tuple[_Things, Constituent]]:
    """The pairs of each clause where every one has both: 关灯，把窗帘拉上; else of all together."""
    groups: list[list[Constituent]] = [[]]
    for each in core:
        if each.part == "pause":
            groups.append([])
        else:
            groups[-1].append(each)
    whole = all(_is_whole(group) for group in groups) and any(each.part == "thing" for each in groups[0])
    last: _Things = []
    for group in groups if whole else [[each for each in core if each.part != "pause"]]:
        pairs = list(_paired(group, last))
        last = pairs[-1][0] if pairs else last
        yield from pairs


def _is_whole(group: Sequence[Constituent]) -> bool:
    """Whether a clause says what to do, and of what or where: 厨房的关掉."""
    kinds = {each.part for each in group}
    return "act" in kinds and bool(kinds & {"thing", "place"})


def _paired(core: Sequence[Constituent], last: _Things) -> Iterator[tuple[_Things, Constituent]]:
    """Things with what is done to them: each act has those before it, or behind it where it leads.

    A place alone has there what the `last` things were.
    """
    if len(core) > 2 and core[0].part == "place" and core[1].part == "act":
        core = [core[1], core[0], *core[2:]]  # 全屋关灯
    leads = core[0].part == "act"
    kinds = [each.kind for each in core if each.part == "act"]
    if len(set(kinds)) < len(kinds) and set(kinds) - {"on", "off", "open", "close"}:
        return  # 20到22度 is one value, and not two
    if set(kinds) & _BY and set(kinds) & _TO:
        return  # 调暗10% is by so much, and not to it
    acts = [place for place, each in enumerate(core) if each.part == "act"]
    ends = [*acts[1:], len(core)] if leads else acts
    if leads and len(acts) > 1 and any(core[end - 1].part == "place" for end in ends):
        return  # 打开客厅的灯卧室的关掉: whose place that is, nobody can tell
    starts = acts if leads else [0, *(place + 1 for place in acts[:-1])]
    if not acts or (not leads and acts[-1] != len(core) - 1):
        return
    for start, end, act in zip(starts, ends, acts, strict=True):
        last = _things(core[start:end], last) or last
        yield last, core[act]


def _things(parts: Sequence[Constituent], last: _Things) -> _Things:
    """Each thing with its place; places without a thing of their own have that which follows, or the last."""
    found: _Things = []
    places: list[str] = []
    for each in parts:
        match each.part:
            case "place" if each.text == ALL and places:
                places[-1] += ALL  # 客厅所有的灯
            case "place":
                places = [place for place in places if place != ALL] + [each.text]
            case "thing":
                found += [(place, each) for place in places or [""]]
                places = []
            case _:
                pass
    alike = [] if found else [thing for _, thing in last[-1:]]
    return found or [(place, thing) for place in places for thing in alike]
