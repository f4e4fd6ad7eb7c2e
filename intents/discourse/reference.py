"""Words that stand for something said before, and the words with its name in their place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intents.asking import is_question
from intents.spans import times

_IT_EN = re.compile(
    r"\b(?:(?P<many>both of them|both(?=[.?! ]*$| (?:on|off|up|down)\b)|all of them|them both|them all|them|"
    r"those(?: ones)?|these(?: ones)?|they)|"
    r"it|(?:that|this|the same) one|(?:that|the same) (?:light|lamp|fan|curtain|door|timer|alarm)|"
    r"(?:that|this)(?= (?:on|off|up|down|to|back|please)\b|[.?! ]*$))(?![\w'])",
    re.IGNORECASE,
)
_IT_ZH = re.compile(
    r"(?P<many>[它他她]们|[那这]些(?:灯)?)|[它他她]|(?:刚才|刚刚)?[那这][个盏台](?:灯)?(?![^，,。！？]{0,1}[个])|(?:刚才|刚刚)的那?[个盏台]"
)
_LED_EN = re.compile(r"^(?:(?:and|then|so|ok|okay|oh|but|well|also)[, ]+)+(?=\S)", re.IGNORECASE)
_ONE_EN = re.compile(r"\b(?P<kept>the (?:[\w']+ ){1,3})ones?\b", re.IGNORECASE)
_BACK_EN = re.compile(r"\b(?:back|again)\b ?(?=on\b|off\b|up\b|down\b|$)", re.IGNORECASE)

_LEFT_OUT_EN = re.compile(
    r"(?:(?:please|now|and|then|ok|okay|just)[, ]+)*"
    r"(?P<verb>(?:turn|switch|put) (?:back )?(?:on|off)|dim|brighten|open|close|shut|lock|unlock|mute"
    r"|unmute|off|on|set)"
    r"(?P<rest> (?:(?:to|at) .{1,20}|a (?:bit|little)|slightly))?(?:[, ]+(?:please|again|now|then))*",
    re.IGNORECASE,
)
_LEFT_OUT_ZH = re.compile(
    r"(?:请|帮我|再|就|那就|那|先|给我|现在|马上|可以)*(?P<all>(?:都|全都?|全部|一起)?(?:给我)?)(?:"
    r"(?P<verb>打开|开开|开启|开|关掉|关上|关了|关闭|关|拉上|拉开|锁上|锁住|解锁|暂停|静音|取消静音|恢复声音|打开声音)(?:一下|吧|了|掉)*|"
    r"(?P<part>(?:打开|拉开|开|关|拉上|拉)(?:到)?(?:一半|一点儿?|一条缝|百分之[^，,。]{1,4}|三分之[一二]|\d+%))(?:吧|就行|就好)?|"
    r"(?:调到|开到|调)?(?P<most>最[亮暗大小高低快慢])(?:吧|档)*|"
    r"(?P<change>(?:再|给我)?(?:换成|调成|改成|改到|改为|挪到|推迟到|延到|提前到|变成|设成|设为|调到|开到|设到|设置到|升到|降到|调至|换个|调)[^，,。]{1,12}))"
)
_PLAIN_ZH = {"开": "打开", "开开": "打开", "关": "关掉", "关了": "关掉"}
_VALUE_EN = re.compile(
    r"(?:and |then |now )*(?:set |turn |put )?(?:the )?(?:brightness|colou?r|speed)"
    r"(?: (?:to|at))? [\w%]+(?: (?:percent|degrees))?(?: please)?",
    re.IGNORECASE,
)
"""`brightness 30 percent`: a value of something that is not named."""
_BARE_EN = re.compile(
    r"(?:(?:please|and|now|then|can you|could you|ok|okay)[, ]+)*(?:(?:make|turn|set|get) (?:it|that|them"
    r"|this) )?"
    r"(?:(?:just )?(?:a (?:bit|little|lot|touch) |even |still |much |slightly )?(?:more )?"
    r"(?:brighter|dimmer|darker|lighter|warmer|cooler|colder|hotter|louder|quieter|softer|higher|lower"
    r"|faster|slower)"
    r"|(?:turn|bring) (?:it|that|them) (?:up|down)(?: a (?:bit|little))?|(?:a (?:bit|little) )?(?:up"
    r"|down)(?: a (?:bit|little))?)"
    r"(?: (?:again|still|than that))?(?:[, ]+(?:please|now))*"
    r"|(?:(?:it|that)(?:['’]s| is) )?(?:still )?(?:way |much |far |a bit )?too (?:loud|quiet|dark|bright|dim)"
    r"(?: now)?",
    re.IGNORECASE,
)
_VALUE_ZH = re.compile(
    r"(?:再|把|给我|帮我)*(?:亮度|色温|颜色|温度|风速|风量)(?:再)?(?:调|设|设置|开|改|换|弄|变)*(?:到|成|为|至)?"
    r"(?!.*(?:一点|一些|点儿))[^，,。？?\s]{1,8}?(?:吧|啊|就行|就好)*"
)
"""亮度百分之三十: a value of something that is not named."""
_BARE_ZH = re.compile(
    r"(?:请|帮我|把?亮度|把[它那这][个盏台]?|再|还要|还|更|稍微|给我|让它|调得?|弄得?|变得?|开得?|[它那这]个?)*"
    r"(?:调)?(?:亮|暗|热|冷|暖和?|凉快?|高|低|大声?|小声?|快|慢|响|轻|柔和)(?:一?(?:点+|些|丢丢)儿?|一下)?(?:吧|啊|嘛|呗)?|"
    r"(?:还是|风|有点|还)?(?:太|不够)(?:亮|暗|热|冷|大|小|快|慢|响|吵|高|低|刺眼|黑)(?:了|啦|点)*"
)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A request with a place for what it points at."""

    before: str
    after: str
    many: bool = False
    """Whether several things are meant."""
    left_out: bool = False
    """Whether there is no word for them at all: then all that was spoken of is meant."""

    def naming(self, name: str, language: str) -> str:
        """The request with a name in that place."""
        if language == "zh":
            return f"{self.before}{name}{self.after.removeprefix('都')}"
        return " ".join(_BACK_EN.sub("", f"{self.before} the {name} {self.after}").split())


def read_pointing(text: str, language: str) -> Pointing | None:
    """The request around its "it", its 那个, or around what it leaves out; None when it points at nothing."""
    said = (
        text.strip(" \t\r\n.。!！,，;；~～…、?？")
        if language == "zh"
        else _LED_EN.sub("", text.strip(" \t\r\n.!,;"))
    )
    if len(said) > _LONGEST:
        return None
    found = (_IT_ZH if language == "zh" else _IT_EN).search(said)
    if found is not None and found.group().lower() in ("that", "this") and is_question(said, language):
        return None  # "what's that?" is about something that one sees
    if found is not None:
        return Pointing(said[: found.start()], said[found.end() :], found["many"] is not None)
    return _left_out(said, language) or _left_out_then(said, language)


def _left_out_then(said: str, language: str) -> Pointing | None:
    """The same with a time in front or behind: 五分钟后关掉, "turn off in five minutes"."""
    spans = times(said, language)
    if len(spans) != 1:
        return None
    when = re.escape(spans[0])
    if language == "zh":
        found = re.fullmatch(
            rf"(?P<when>(?:再?过)?{when}(?:以后|之后|后)?(?:再|就|自动|给我|帮我)*)(?P<rest>.+)", said
        )
        plain = _left_out(found["rest"], language) if found else None
        return (
            Pointing(f"{spans[0]}把", plain.before + plain.after.removeprefix("把"))
            if found and plain
            else None
        )
    found = re.fullmatch(rf"(?P<rest>.+?),? (?P<when>(?:in |at |after )?{when})", said, re.IGNORECASE)
    plain = _left_out(found["rest"], language) if found else None
    return Pointing(plain.before, f"{plain.after} {found['when']}") if found and plain else None


def _left_out(said: str, language: str) -> Pointing | None:
    """`turn off`, `关掉`, `调到50%`: whoever says so means what was spoken of."""
    found = (_LEFT_OUT_ZH if language == "zh" else _LEFT_OUT_EN).fullmatch(said)
    if found is None:
        return None
    if language == "zh":
        verb = found["verb"]
        many = bool(found["all"])
        if verb and not many:
            return Pointing(_PLAIN_ZH.get(verb, verb), "", left_out=True)
        most = f"调到{found['most']}" if found["most"] else None
        deed = found["part"] or most or found["change"] or _PLAIN_ZH.get(verb, verb)
        return Pointing("把", deed, many, left_out=True)
    verb, rest = found["verb"].lower(), found["rest"] or ""
    switch = verb.rpartition(" ")[2]
    return Pointing("turn", switch + rest) if switch in ("on", "off") else Pointing(verb, rest)


def is_bare(text: str, language: str) -> bool:
    """Whether the words only want more or less of something: `brighter`, `再亮一点`."""
    said = " ".join(text.strip(" \t\r\n.。!！?？,，").split())
    forms = (_BARE_ZH, _VALUE_ZH) if language == "zh" else (_BARE_EN, _VALUE_EN)
    return (
        len(said) <= _LONGEST
        and any(form.fullmatch(said) for form in forms)
        and not is_question(said, language)
    )


_LONGEST = 60
"""Characters; who leaves things out is brief."""

_NOUNS: Mapping[str, tuple[str, str]] = {
    "light": ("light", "灯"),
    "cover": ("curtains", "窗帘"),
    "climate": ("air conditioner", "空调"),
    "fan": ("fan", "风扇"),
    "media_player": ("speaker", "音箱"),
    "switch": ("socket", "插座"),
    "lock": ("lock", "锁"),
    "timer": ("timer", "计时器"),
    "alarm": ("alarm", "闹钟"),
    "reminder": ("reminder", "提醒"),
    "list": ("list", "清单"),
}


def noun(domain: str, language: str) -> str | None:
    """What one calls a thing of that sort; None where there is no word for all of them."""
    words = _NOUNS.get(domain)
    return None if words is None else words[language == "zh"]


def with_noun(text: str, domain: str, language: str) -> str | None:
    """`turn on the bedroom one` with the noun in the place of `one`; None when there is none."""
    word = noun(domain, language)
    if language == "zh" or word is None or not _ONE_EN.search(text):
        return None
    return _ONE_EN.sub(lambda found: f"{found['kept']}{word}", text)
