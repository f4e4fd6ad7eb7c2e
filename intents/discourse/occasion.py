"""Something that somebody has on, to be reminded of: 后天下午三点有个会, "I have a meeting at three"."""

import re
from dataclasses import replace

from intents.discourse.situation import Situation, repeatable
from intents.restated import lasting
from intents.spans import times
from intents.vocabulary import Intent, Match
from intents.when.duration import in_units, seconds_of

_TRIM = " \t\r\n.。!！,，;；~～…、"
_NAMED = 8
"""Characters before its time; more of them are more than its name."""
_LONGEST = 60
"""Characters; who tells of more tells a story."""
_WHO_ZH = "(?:我们?|咱们?|我家|孩子|宝宝|宝贝|爸爸?|妈妈?|爷爷|奶奶|姥姥|姥爷|老公|老婆|儿子|女儿|闺女)?"
_EVENT_ZH = (
    "(?:[^，,。有要]{0,8}?(?:会|会议|例会|家长会|课|考试|面试|笔试|体检|手术|约会|聚会|聚餐|饭局|婚礼|活动|比赛|演出|"
    "演唱会|讲座|培训|直播|飞机|航班|火车|高铁|动车|电影|预约|门诊|约|答辩|签证|球赛))"
)
_LINE = "(?:航班|飞机|火车|高铁|动车)"
"""What goes somewhere, and is asked for rather than told: 明天去桂林的航班."""
_HAVE_ZH = (
    f"(?:还|也|得|要)*(?P<deed>有|开|上|约了|预约了|订了|赶|坐"
    f"|参加|去(?!.*{_LINE})|看)(?:一?[个场节趟次堂]|了)?"
)
_AHEAD_ZH = (
    "(?:到时候?|记得|请|你|麻烦|帮我)*提?(?:前|早)(?P<ahead>[^，,]{2,8}?)(?:再|就)?"
    "(?:提醒|叫|喊|通知|告诉)(?:我们?|一下|一声)*"
)
_OCCASION_ZH = (
    "[^，,。有要没不]{0,6}"
    "(?:家长会|聚会|聚餐|饭局|婚礼|考试|面试|笔试|体检|手术|答辩|约会|例会|培训|演唱会|毕业典礼)"
)
"""What needs no verb to be something that somebody has on."""
_ZH = re.compile(
    rf"{_WHO_ZH}(?P<task>{_HAVE_ZH}{_EVENT_ZH}|{_OCCASION_ZH})(?:[啊呢呀])?(?:[，,]?{_AHEAD_ZH})?"
)
_ANY_AHEAD_ZH = re.compile(
    f"(?:我们?|咱们?)?(?:要|得|有个?|会|该)?(?P<task>[^，,。提]{{2,12}}?)(?:是|就在|在|开始)?[，,]?{_AHEAD_ZH}[啊吧]*"
)
"""Whatever it is, where the reminder of it is asked for in so many words."""
_EVENT_EN = (
    r"(?:meeting|appointment|class|lesson|exam|test|interview|flight|train|date|call|party|concert|game|match|dentist|"
    r"doctor|lecture|wedding|dinner|lunch|conference|check-?up|operation|optician|hairdresser|barber|vet|physio|haircut)"
    r"(?:['’]?s)?(?: with [\w' -]{1,24}?)?"
)
_EN = re.compile(
    r"(?:(?:i|we)(?:['’]ve| have)?(?: got| have|'ve got)? (?=(?:an?|my|our|the)\b)|(?:and|also|"
    r"plus),? (?:then )?)"
    rf"(?P<task>(?:(?:an?|my|our|the) )?(?:[\w'-]+ ){{0,3}}?{_EVENT_EN})",
    re.IGNORECASE,
)
_LEAD_ZH = re.compile(rf"(?:好的?|行|嗯|要|可以|那|[，,])*{_AHEAD_ZH}")
_LEAD_EN = re.compile(
    r"(?:(?:yes|ok|okay|sure|please)[, ]+)*(?:remind me|tell me)?,? ?(?P<ahead>[\w -]{3,24}?)"
    r" (?:before(?:hand)?|earlier|ahead)"
    r"(?: that| it| of time)?(?: please)?",
    re.IGNORECASE,
)


def occasion(here: Situation) -> Match | None:
    """The reminder of it, to be asked about."""
    told = _told(here)
    match = here.meant([told[0]]) if told else None
    return replace(match, sure=False) if match else None


def in_good_time(here: Situation) -> Match | None:
    """The reminder so long before as the words say, of what they tell of or of what was just told."""
    if offered := _offered(here):
        sooner = _ahead(here, offered)
    elif running := _counted(here):
        sooner = running
    else:
        told = _told(here)
        sooner = _sooner(*told, here.language) if told else None
    return here.meant([sooner]) if sooner else None


def _told(here: Situation) -> tuple[Intent, str | None] | None:
    """The reminder of what is told, and how long before it is wanted."""
    said = here.text.strip(_TRIM)
    spans = times(said, here.language) if len(said) <= _LONGEST else ()
    found, when = _parted(said, spans, here.language) if spans else (None, "")
    if found is None:
        return None
    return Intent("SetReminder", {"time": when, "task": found["task"]}), found.groupdict().get("ahead")


def _parted(said: str, spans: tuple[str, ...], language: str) -> tuple[re.Match[str] | None, str]:
    """What it is, around its time."""
    span = max(spans, key=len) if language != "zh" else spans[0]
    before, _, after = said.partition(span)
    if language == "zh":
        rest = before + after.lstrip("，, 的")
        told = _ZH.fullmatch(rest) if len(before) <= 4 else None
        return told or (_ANY_AHEAD_ZH.fullmatch(rest) if len(before) <= _NAMED else None), span
    rest = re.sub(r" (?:on|at|in|for|the)$", "", before.strip(" ,"), flags=re.IGNORECASE).strip()
    return (_EN.fullmatch(rest) if not after.strip() else None), span


def _offered(here: Situation) -> Intent | None:
    """The reminder that was offered just before."""
    last = here.dialogue.last
    match = last.match if last else None
    return match.intents[0] if match and not match.sure and match.intents[0].name == "SetReminder" else None


def _counted(here: Situation) -> Intent | None:
    """One more timer, so much shorter than the one just started, which goes on: 提前五分钟告诉我."""
    last = here.dialogue.deed
    timer = repeatable(last.match)[-1:] if last and last.match else []
    plain = timer and timer[0].name == "HassStartTimer" and "conversation_command" not in timer[0].slots
    ahead = _ahead(here, Intent("HassStartTimer")) if plain else None
    left = seconds_of(timer[0].slots) - seconds_of(ahead.slots) if ahead else 0.0
    return Intent("HassStartTimer", in_units(left)) if left > 0 else None


def _ahead(here: Situation, reminder: Intent) -> Intent | None:
    found = (_LEAD_ZH if here.language == "zh" else _LEAD_EN).fullmatch(here.text.strip(_TRIM))
    return _sooner(reminder, found["ahead"], here.language) if found else None


def _sooner(reminder: Intent, length: str | None, language: str) -> Intent | None:
    by = lasting(Intent(reminder.name), length.strip(), language) if length else None
    return Intent(reminder.name, {**reminder.slots, **by.slots, "direction": "earlier"}) if by else None
