"""What a request leaves out: "all lights except the bedroom", 除了卧室都关掉."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from intents.home import Home, Names, all_names
from intents.target import is_called

SLOT = "except"
"""Its value is a tuple of names of areas, floors and devices as the home has them."""

_BUT = (
    r"(?:except(?: for| in| on)?|apart from|other than|aside from|excluding|save for|"
    r"but(?: not)?(?: in| on)?)"
)
_BEHIND = re.compile(
    rf"^(?P<rest>.+?),? (?:{_BUT}|(?<=, )(?:not|no need (?:for|in))(?: in| on)?) "
    r"(?P<out>.+?)(?:,? please)?[.!]?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"^(?:{_BUT}) (?P<out>.+?), ?(?P<rest>.+?)[.!]?$", re.IGNORECASE)
_BEFORE_ZH = re.compile(
    r"^(?:请|帮我)?(?:除了|除)(?P<out>.+?)"
    r"(?:(?:以外|之外|外)[的，,]*|[，,]|(?=都|全|其[他它]|别的|剩下|把|所有))(?P<rest>.+?)[。！]?$"
)
_BEHIND_ZH = re.compile(
    r"^(?P<rest>.+?)[，,]?(?:除了(?P<out>.+?)(?:以外|之外)?|(?<=[，,])(?P<off>[^，,]+?)除外)[。！]?$"
)
_WITHIN = re.compile(
    rf"^(?P<rest>(?:turn|switch|put) .+?),? (?:{_BUT}) (?P<out>.+?) (?P<after>on|off)(?:,? please)?[.!]?$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?P<rest>.+?),? but (?:leave|keep|do ?n['’]?t touch) (?P<out>.+?)"
    r"(?: (?:on|off|alone|open|closed|as it is))?(?:,? please)?[.!]?$",
    re.IGNORECASE,
)
_WITHIN_ZH = re.compile(
    r"^(?:请|帮我)?(?P<rest>[把将]|打开|关掉|关闭|开启|关上|关|开|)(?:除了|除)?(?P<out>[^，,]+?)(?:以外|之外)的?(?P<after>.+?)[。！]?$"
)
_ITS_ZH = "(?:的(?:灯|那?[盏个台])?|那[盏个只台间])?"
"""What may stand between a place and what is said of its lamp."""
_ONE_KEPT_ZH = "(?:给我)?留一?[盏个](?:灯)?(?:就[行好]|[给让][^，,]{1,10}|着)?"
_STAYS_ZH = re.compile(
    r"^(?P<rest>.+?)[，,]\s*(?:但是?|不过|只有?|就|把|哦|呃|还是|(?:算了|不对|不)[，,]?)*(?:"
    r"(?:别|不要|不用)[关开动](?P<out>.+?)(?:的灯?)?|"
    r"(?:(?<=[只就])|给[我你他她它]们?)留(?:一?[盏个台]|着|下)+(?P<kept>[^，,]+?)(?:的灯?)?(?:就[行好]|开着|亮着)?|"
    rf"(?P<off>.+?){_ITS_ZH}(?:就|先|都|给我)*(?:留着|保留|算了|{_ONE_KEPT_ZH}|"
    r"(?:不用|不要|别|不)(?:再|去)?[关开动]?))[了吧]*[。！]?$"
)
_KEEPS_ZH = re.compile(
    r"^(?:请|帮我)?(?:只|就|光)(?:留|开|要)(?:着|下)?(?P<only>[^，,]+?)(?:的灯)?[，,](?P<others>把?(?:其[他它余]|别的?|剩下).+?)[。！]?$|"
    r"^(?:请|帮我)?[把让就]?(?P<out>[^，,]+?)(?:的灯)?(?:开着|亮着|留着|留下|别关|不用关|不关)(?:就行|就好|就可以|吧)?[了，,]*"
    r"(?P<rest>把?(?:其[他它余]|别的?|剩下).+?)[。！]?$"
)
_ONLY_ZH = re.compile(
    r"^(?:请|帮我|给我|麻烦)?(?:只|就|光)(?:留下?|保留|要?开)(?:着|下)?(?P<alone>[^，,都也就]+?)"
    r"(?:开着|亮着|的就(?:行|好)|就(?:行|好|可以)了?|吧|[，,]?(?:都|全)?关[掉了]?其[他它]的?)*[。！]?$"
)
_ONLY = re.compile(
    r"^(?:please )?(?:(?:leave|keep) only(?: the)? (?P<alone>.+?)(?: on)?|"
    r"(?:only (?:leave|keep)|leave just|keep just)(?: the)? (?P<just>.+?) on)(?: please)?[.!]?$",
    re.IGNORECASE,
)
_ALONE_ZH = re.compile(
    r"(?P<out>[^，,]+?)(?:那[盏个只台间])?(?:就|先|都|也|可以|千万)*(?:"
    r"(?:别|不用|不要|甭|不必|用不着)(?:再|去|给我)*(?:动|管|碰|拉|调|扫)|(?:不用|不必|用不着)[开关])(?:它|了|啊|吧)*|"
    r"(?:就|先|可|千万)?(?:别|不用|不要|甭|不必|用不着)(?:再|去|给我)*(?:动|管|碰)(?P<off>[^，,]+?)|"
    r"(?P<kept>[^，,]+?)(?:(?:的|那[盏个只台间])+就?|就)(?:不用|算)了?"
)
_ALONE = re.compile(
    r"(?:(?:and|but|just|please) )*(?:leave (?P<out>.+?) (?:alone|be|as (?:it is|they are|is))|"
    r"(?:there['’]?s |there is )?no need (?:for|in|to (?:do|touch)) (?P<off>.+?)|"
    r"not (?:in )?(?P<only>the .+?) though|"
    r"(?:do ?n['’]?t|no need to) (?:touch|bother with|worry about) (?P<just>.+?))(?:,? please)?",
    re.IGNORECASE,
)
_FORMS = {
    "zh": (_KEEPS_ZH, _BEFORE_ZH, _BEHIND_ZH, _WITHIN_ZH, _STAYS_ZH, _ONLY_ZH),
    "en": (_ONLY, _STAYS, _BEHIND, _BEFORE, _WITHIN),
}
_AND = re.compile(r"\s*(?:,|，|、|\band\b|\bor\b|和|跟|与)\s*(?:the |in the )?", re.IGNORECASE)
_KIND = re.compile(r"^(?:the|my|our) | ?(?:lights?|lamps?|ones?)$|(?:里面|里)?的?灯?$", re.IGNORECASE)

_EVERYTHING = re.compile(
    r"\b(?:everything|everywhere|all)\b(?! (?:the|of|lights?|lamps?|blinds|curtains)\b)", re.IGNORECASE
)
_REST_ZH = re.compile(
    r"(?:其[他它]余?|别的?|剩下|其余|所有|全部)的?(?:地方|房间|屋子?|东西)?的?(?=灯|窗帘|都|全|关|开|$)"
)
_BARE_ZH = re.compile(r"^把?(?:灯)?(?:都|全都?|全部)?(?P<verb>打开|开启|开|关掉|关闭|关上|关)(?:灯)?[了吧]*$")


@dataclass(frozen=True, slots=True)
class Excepted:
    """A request in two."""

    rest: str
    """What to do to everything else."""
    names: tuple[str, ...]
    """What to leave alone, as the home has it."""


def excepted(text: str, language: str, home: Home) -> Excepted | None:
    """The request and what it leaves out; None when it leaves out nothing, or nothing that is here."""
    for pattern in _FORMS.get(language, ()):
        if found := pattern.match(text.strip()):
            groups = found.groupdict(default="")
            alone = groups.get("alone", "") or groups.get("just", "")
            out = next(filter(None, map(groups.get, ("out", "off", "kept", "only"))), "") or alone
            names = known_names(out, home)
            if names and alone:
                return Excepted(_others(names[0], language, home), names)
            if names:
                glue = "" if language == "zh" else " "
                rest = glue.join(
                    (groups["rest"] or groups.get("others", ""), groups.get("after", ""))
                ).strip()
                return Excepted(_whole(rest, language), names)
    return None


def left_alone(text: str, language: str) -> str:
    """The words for what is to stay as it is, where that is all that is said: leave the bedroom alone."""
    found = (_ALONE_ZH if language == "zh" else _ALONE).fullmatch(text.strip(" .!。！"))
    return next(filter(None, found.groups()), "") if found else ""


def leaves_alone(text: str, language: str, home: Home) -> bool:
    """Whether all it says is to leave something that is here as it is: 书房的不用拉."""
    return bool(known_names(left_alone(text, language), home))


def known_names(said: str, home: Home) -> tuple[str, ...]:
    """The names that the home has for all that is named; none where it lacks any of it."""
    names = [_known(part, home) for part in _AND.split(said) if part]
    return tuple(filter(None, names)) if all(names) else ()


def _others(name: str, language: str, home: Home) -> str:
    """To turn off all others: of the home where a room is left, of the room where a lamp is."""
    device = next((each for each in home.devices if is_called(each.names, name)), None)
    place = home.area_by_id.get(device.area or "") if device else None
    rooms = tuple(place.names.get(language, ())) if place else ()
    where = "" if any(room.casefold() in name.casefold() for room in rooms) else next(iter(rooms), "")
    if language == "zh":
        return f"关掉{where}所有的灯"
    return f"turn off all the lights in the {where}" if where else "turn off all the lights"


def _whole(rest: str, language: str) -> str:
    return _whole_zh(rest) if language == "zh" else _EVERYTHING.sub("all the lights", rest)


def _whole_zh(rest: str) -> str:
    """`关掉所有的灯` of 都关掉 and of 其他灯都关了; 把灯关了 stays what it is."""
    others = _REST_ZH.sub("", rest.strip("，, "))
    bare = _BARE_ZH.match(others)
    every = others != rest.strip("，, ") or "灯" not in others or bool(re.search("[都全]", others))
    return f"{bare['verb']}所有的灯" if bare and every else others


def _known(said: str, home: Home) -> str | None:
    """The name that the home has for it."""
    plain = _KIND.sub("", _KIND.sub("", said.strip()))
    for spelling in dict.fromkeys((said.strip(), re.sub("^(?:the|my|our) ", "", said.strip()), plain)):
        if spelling and any(is_called(names, spelling) for names in all_names(home)):
            return spelling
    return None


def left_out(names: Iterable[object], home: Home) -> frozenset[str]:
    """Ids of the devices that are called so, or stand where they are told to be left alone."""
    said = tuple(map(str, names))
    called = {each.id for place in (home.areas, home.floors) for each in place if _any(each.names, said)}
    rooms = {area.id for area in home.areas if area.id in called or area.floor in called}
    return frozenset(each.id for each in home.devices if each.area in rooms or _any(each.names, said))


def _any(names: Names, said: tuple[str, ...]) -> bool:
    return any(is_called(names, each) for each in said)
