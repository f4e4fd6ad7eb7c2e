"""One of several things that are written down, picked out as spoken of: 第一个删了, 七点那个不要了."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intents.discourse.dialogue import Exchange
from intents.discourse.listed import of_list
from intents.discourse.situation import Situation, repeatable
from intents.number.ordinal import are_several, ordinal
from intents.restated import SAME_TIME, lasting, says_when
from intents.vocabulary import Intent, Match, Scalar

_TRIM = " \t\r\n.。!！?？,，;；~～…、"
_LONGEST = 40
"""Characters; who picks one of several is brief."""
_KINDS = ("Timer", "Alarm", "Reminder", "List")

_LEAD_ZH = "(?:那就|改一下|那|算了|哦|请|帮我|给我|把|将|给|我|[，, ])*"
_ONE_ZH = (
    "(?:的?那一?[个条项样]|的?这一?[个条项样]|的?(?:闹钟|闹铃|提醒|计时器|倒计时|定时))?(?:的|[，,])?"
    "(?:给我|帮我|就|都|也|先)*"
)
_REMOVE_ZH = "(?:取消掉?|删除|删掉?|去掉|划掉|停掉|停(?=了))(?:了|吧|啦|好了)*"
_GONE_ZH = f"(?:{_REMOVE_ZH}|(?:关掉?|不要|不用|别要)(?:了|吧|啦|好了)*)"
_FORMS_ZH: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (deed, re.compile(form))
    for deed, form in (
        ("cancel", f"{_LEAD_ZH}(?P<pick>.{{1,12}}?){_ONE_ZH}{_GONE_ZH}"),
        ("cancel", f"{_LEAD_ZH}{_REMOVE_ZH}(?P<pick>.{{1,12}}?){_ONE_ZH}"),
        (
            "ask",
            f"{_LEAD_ZH}(?P<pick>.{{1,8}}?){_ONE_ZH}(?:呢|还?(?:要|有|剩|得)(?:下|煮|等)?(?:多久|多长时间|多少时间|几分钟)"
            "(?:才?能?[好到熟]了?)?|什么时候[好到响]|(?:煮|蒸|炖|烤)?[好到熟]了(?:吗|没有|没))",
        ),
        (
            "more",
            f"{_LEAD_ZH}(?P<pick>.{{1,8}}?){_ONE_ZH}再?(?:多?加|延长|多)(?:上|煮|定)?(?P<value>.{{1,10}})",
        ),
        ("less", f"{_LEAD_ZH}(?P<pick>.{{1,8}}?){_ONE_ZH}再?(?:减|少|缩短)(?:掉|去|煮)?(?P<value>.{{1,10}})"),
        ("pause", f"{_LEAD_ZH}(?P<pick>.{{1,8}}?){_ONE_ZH}(?:暂停|停)一?下"),
        ("pause", f"{_LEAD_ZH}(?:暂停|停)一?下(?P<pick>.{{1,8}}?){_ONE_ZH}"),
        (
            "move",
            f"{_LEAD_ZH}(?P<pick>.{{1,12}}?){_ONE_ZH}(?:改成|改到|改为|换成|换到|调到|调成|挪到|推迟到|延到|提前到)"
            "(?P<value>.{1,14}?)(?:吧|了)*",
        ),
        (
            "done",
            f"{_LEAD_ZH}(?P<pick>.{{1,12}}?)(?:我|已经|都|也|刚刚?)*"
            "(?:(?:买|拿|取|弄|做|交|办|写|寄|修|洗|打)(?:到|好|完|过|回来)?|有)了(?:啊|呀)?",
        ),
        (
            "done",
            f"{_LEAD_ZH}(?:已经|都|刚刚?)?(?:买|拿|取)(?:到|好|完|回来)?(?:了|过)?(?P<pick>.{{1,12}}?)了",
        ),
        ("done", f"{_LEAD_ZH}(?P<pick>.{{1,12}}?)(?:不用|不|别|甭)(?:再)?买了(?:吧)?"),
        ("done", f"{_LEAD_ZH}(?:不要|不用|不|别|甭)(?:再)?(?:买|加|记)?(?P<pick>.{{1,12}}?)了(?:吧)?"),
    )
)
_LEAD_EN = r"(?:(?:and|now|then|please|ok(?:ay)?|so|actually)[, ]+)*"
_ONE_EN = r"(?:the |my |our |that |some )?(?P<pick>.{1,30}?)(?: (?:one|timer|alarm|reminder))?"
_TAIL_EN = r"(?: (?:please|already|now|today|then|too))*"
_FORMS_EN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (deed, re.compile(f"{_LEAD_EN}{form}{_TAIL_EN}", re.IGNORECASE))
    for deed, form in (
        (
            "done",
            r"(?:(?:i|we)(?:'ve| have)?(?: just| already)? )?(?:got|bought|picked up|have bought|have got) "
            rf"{_ONE_EN}",
        ),
        (
            "cancel",
            r"(?:cancel|stop|delete|remove|drop|forget(?: about)?|scrap|bin|ditch|scratch|get rid of) "
            rf"{_ONE_EN}",
        ),
        ("take", rf"take {_ONE_EN} off(?: again)?"),
        ("turn", rf"(?:turn|switch) off {_ONE_EN}"),
        ("turn", rf"(?:turn|switch) {_ONE_EN} off"),
        ("ask", rf"(?:what|how) about {_ONE_EN}"),
        (
            "ask",
            r"how (?:long|much (?:time|longer))(?: is| have)?(?: left)? "
            r"(?:for|on|until|till|do|does|have|has) "
            rf"{_ONE_EN}(?: (?:got left|have left|got|have|left|need|take|are done|is done|are ready))?",
        ),
        ("ask", rf"how(?:['’]s| is| are) {_ONE_EN} (?:doing|going|coming (?:along|on)|getting (?:on|along))"),
        ("ask", rf"(?:is|are) {_ONE_EN} (?:done|ready|finished)(?: yet)?"),
        ("more", rf"(?:give|add|make it) (?P<value>.{{1,20}}?)(?: more| longer)? (?:for|to|on) {_ONE_EN}"),
        ("more", rf"(?P<value>.{{1,20}}? longer|\w+ more \w+|another .{{1,20}}?) (?:for|to|on) {_ONE_EN}"),
        ("more", rf"(?:give|add) {_ONE_EN} (?P<value>(?:\w+ ){{1,4}}(?:more|longer))"),
        ("less", rf"(?:take|knock|shave|cut|lop) (?P<value>.{{1,24}}?) off(?: of)? {_ONE_EN}"),
        ("less", rf"(?:shorten|reduce|cut) {_ONE_EN} by (?P<value>.{{1,24}}?)"),
        ("pause", rf"(?:pause|hold) {_ONE_EN}"),
        ("move", rf"(?:move|change|put|shift) {_ONE_EN} to (?P<value>.{{1,24}}?)"),
    )
)
_MORE_EN = re.compile(r"\b(?:more|longer|another)\b ?", re.IGNORECASE)
_IT = re.compile(
    r"(?:it|them|that|those|everything|all)(?: all)?|(?:timer|alarm|reminder|one|list|order|item)s?|"
    r"一?[切个下]?|全?部?都?|[它这那][个些]?|已经",
    re.IGNORECASE,
)
"""Words that pick nothing out."""
_JUST_GONE = re.compile(
    f"{_LEAD_ZH}(?:[它这那]一?个?)?(?:{_GONE_ZH}|停了吧?|停吧|停下来?吧?|不用(?:计时|响|叫)?了)|"
    "(?:please )?(?:cancel|stop|delete) (?:it|that)(?: please)?",
    re.IGNORECASE,
)
_HOW_MANY = re.compile("(?:那|现在)?(?:一共)?(?:还)?(?:有|剩)(?:几个|多少个?|哪些|哪几个)(?:了|呢)?")
_TELL_ME = re.compile(
    "(?:等|那)?(?:煮|做|洗|烤|蒸|炖)?(?:好了?|到了?|到点|时间到了?|到时候?|完了?)(?:就|再|记得)?"
    "(?:叫|提醒|喊|告诉|通知)我(?:一声|一下)?(?:啊)?"
)
"""What any timer does."""
_MOVED = re.compile(
    "(?:那就|那|还是|请|帮我|把?[它这那]个?)*"
    "(?:改成|改到|改为|换成|换到|调到|调成|挪到|推迟到|延到|提前到)(?P<value>.{1,14}?)(?:吧|了)*"
)
_RATHER = re.compile(
    "(?:(?:算了|不对?|哦|错了)[，, ]*)+(?:还是|应该是|是|要)?(?P<value>.{1,14}?)[吧了]*|"
    r"还是(?P<rather>.{1,14}?)吧|"
    r"(?:no|wait|actually|sorry)[, ]+(?:make it |to |at |on )*(?P<en>[\w: ]{1,24})",
    re.IGNORECASE,
)
"""Deeds whose thing is the one that was spoken of."""
_EARLIEST = re.compile(
    r"(?:and )?(?:what|which|when)(?:['’]s| is) the (?:earliest|first|next|soonest)(?: one| alarm| "
    r"reminder)?|"
    "(?:那)?(?:最早|最近|下一?|第一)的?那?个?(?:闹钟|提醒)?(?:是|在)?(?:什么时候|几点|哪个|哪一个)(?:的|呢)?",
    re.IGNORECASE,
)
_GO_ON = re.compile(
    "(?:继续|接着)(?P<counts>计时?|倒计时|走|算时间|计着)?[吧啊]?|"
    "(?:go on|continue|resume|carry on)(?P<en> counting)?",
    re.IGNORECASE,
)
_SOONER = re.compile(r"(?:bring|pull|move) (?:it|that) forward(?: by)? (?P<value>.{1,24})", re.IGNORECASE)
_LITTLE = frozenset("的了个那这一我把要有在是定再来点分钟秒小时都还多闹铃提醒计器清单")
"""Characters that tell nothing of what is meant."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is done to which one."""

    deed: str
    pick: str
    value: str = ""


def entry(here: Situation) -> Match | None:
    """What is to be done to one of the timers, alarms, reminders or items that were spoken of."""
    said = here.text.strip(_TRIM)
    spoken = _spoken(here)
    if not said or len(said) > _LONGEST or spoken is None:
        return None
    kind, exchange, last = spoken
    if kind == "List" and (whole := of_list(here, said, exchange)):
        return here.meant([whole])
    if bare := _of_last(here, said, kind, exchange, last):
        return here.meant([bare])
    for deed, form in _FORMS_ZH if here.language == "zh" else _FORMS_EN:
        found = form.fullmatch(said)
        wish = (
            _Wish(deed, found["pick"].strip(_TRIM), found.groupdict().get("value") or "") if found else None
        )
        picked = _picked(here, wish, kind) if wish else None
        if wish and picked and (intent := _done_to(wish, kind, picked, last, here.language)):
            return here.meant([intent])
    return None


def _spoken(here: Situation) -> tuple[str, Exchange, Intent] | None:
    """What sort of thing was spoken of last, and how."""
    before = here.dialogue.understood
    intents = repeatable(before.match) if before and before.match else []
    kind = next((each for each in _KINDS if intents and each in intents[-1].name), None)
    if before and kind == "Alarm" and any(each.startswith("reminder.") for each in before.things):
        kind = "Reminder"  # "push it back ten minutes" moves whichever was set last
    return (kind, before, intents[-1]) if before and kind else None


def _of_last(here: Situation, said: str, kind: str, exchange: Exchange, last: Intent) -> Intent | None:
    """What is done to the one that was spoken of, where nothing is said of which."""
    if kind == "List" or exchange is not here.dialogue.last:
        return None
    numbers = [int(each.partition(".")[2]) for each in exchange.things if each.startswith(kind.lower())]
    one: dict[str, Scalar] = {"id": numbers[0]} if len(numbers) == 1 else {}
    if _JUST_GONE.fullmatch(said) and "Cancel" not in last.name:
        return Intent(f"{'Hass' if kind == 'Timer' else ''}Cancel{kind}", one)
    if kind == "Timer":
        return _timer(said, one, last, here.language)
    return _noted(said, kind, one, last, here.language)


def _timer(said: str, one: dict[str, Scalar], last: Intent, language: str) -> Intent | None:
    """What is asked of the timer, taken off it, or done to it: to go on, where it was paused or counts."""
    going = _GO_ON.fullmatch(said)
    if going and (last.name == "HassPauseTimer" or going["counts"] or going["en"]):
        return Intent("HassUnpauseTimer", one)
    if _HOW_MANY.fullmatch(said) or _TELL_ME.fullmatch(said):
        return Intent("HassTimerStatus", {} if _HOW_MANY.fullmatch(said) else one)
    sooner = _SOONER.fullmatch(said)
    return lasting(Intent("HassDecreaseTimer", one), sooner["value"], language) if sooner else None


def _noted(said: str, kind: str, one: dict[str, Scalar], last: Intent, language: str) -> Intent | None:
    """What is asked of the alarm or the reminder, or where it is moved to."""
    if _HOW_MANY.fullmatch(said) or _EARLIEST.fullmatch(said):
        return Intent(f"Get{kind}s", {"next": True} if _EARLIEST.fullmatch(said) else {})
    moved = _MOVED.fullmatch(said) or (_RATHER.fullmatch(said) if last.name.startswith("Change") else None)
    value = next((each for each in moved.groups() if each), "") if moved else ""
    known = not last.name.startswith("Set") or SAME_TIME.search(value)
    if known and value and says_when(value, language):
        return Intent(f"Change{kind}", {**one, "to": SAME_TIME.sub("", value)})
    return None


_ONLY_OF = {"take": "List", "turn": "Alarm"}
"""Deeds that are otherwise done to things of the home."""


def _picked(here: Situation, wish: _Wish, kind: str) -> dict[str, Scalar] | None:
    """The slots that pick it out; None where the words pick out nothing that was spoken of."""
    pick = wish.pick
    what = {"Timer": "name", "Alarm": "name", "Reminder": "task", "List": "item"}[kind]
    if _ONLY_OF.get(wish.deed, kind) != kind:
        return None
    if not pick or _IT.fullmatch(pick) or ((wish.deed == "done") != (kind == "List") and wish.deed == "done"):
        return None
    if are_several(pick):
        return {what: pick, "all": True} if kind != "Timer" else None
    if ordinal(pick) is not None:
        return {what: pick}
    when = re.sub("['’]s$", "", pick)
    if kind in ("Alarm", "Reminder") and says_when(when, here.language):
        return {"time": when}
    named = kind != "Alarm" and _was_said(pick, here, kind)
    return {what: pick} if named else None


def _was_said(pick: str, here: Situation, kind: str) -> bool:
    """Whether that was among what was talked about."""
    told = [
        f"{each.text} {each.reply}".casefold()
        for each in here.dialogue.exchanges
        if each.match and any(kind in intent.name for intent in each.match.intents)
    ]
    if here.language == "zh":
        telling = [sign for sign in pick if sign not in _LITTLE]
        return bool(telling) and any(telling[-1] in each for each in told)
    words = [word for word in re.findall(r"[\w']+", pick.casefold()) if word not in ("the", "a", "of", "and")]
    return bool(words) and any(all(word in each for word in words) for each in told)


def _done_to(
    wish: _Wish, kind: str, picked: Mapping[str, Scalar], last: Intent, language: str
) -> Intent | None:
    """The intent about it; None where that cannot be done to such a thing."""
    if kind == "List":
        name = {slot: value for slot, value in last.slots.items() if slot == "name"}
        done = wish.deed in ("done", "cancel", "take")
        return Intent("HassListCompleteItem", {**name, **picked}) if done else None
    if wish.deed in ("cancel", "turn"):
        return Intent(f"{'Hass' if kind == 'Timer' else ''}Cancel{kind}", picked)
    if kind == "Timer":
        return _to_timer(wish, picked, language)
    if wish.deed == "move" and says_when(wish.value, language):
        return Intent(f"Change{kind}", {**picked, "to": wish.value})
    return None


def _to_timer(wish: _Wish, picked: Mapping[str, Scalar], language: str) -> Intent | None:
    plain = {"ask": "HassTimerStatus", "pause": "HassPauseTimer"}
    if wish.deed in plain:
        return Intent(plain[wish.deed], picked)
    by = {"more": "HassIncreaseTimer", "less": "HassDecreaseTimer"}.get(wish.deed)
    value = _MORE_EN.sub(" ", wish.value).strip()
    return lasting(Intent(by, picked), value, language) if by else None
