"""What goes on from the last request in words of its own: a time, one more of it, the sum reckoned on."""

import re
from dataclasses import replace

from intents.discourse.dialogue import Exchange
from intents.discourse.reference import with_noun
from intents.discourse.sequel import corrected, elsewhere, switched
from intents.discourse.situation import Situation, repeatable
from intents.resolve import resolve
from intents.restated import aimed, revalued, says_other_time, timed
from intents.several.exception import known_names, left_alone, left_out
from intents.spans import times
from intents.target import Unresolved
from intents.vocabulary import Intent, Match
from intents.when.lasting import length

IT_IS_NOW = re.compile(r"(?:.{2,40}, )?(?:it['’]s|it is) (?P<when>.+?)(?: now| instead)+", re.IGNORECASE)
"""Told as news: "they've rung, it's Friday now"."""


def timed_after_all(here: Situation) -> Match | None:
    """The alarm or reminder just set, at the time that is said now and nothing else: 上午十点."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    news = IT_IS_NOW.fullmatch(here.text.strip(" .!"))
    said = news["when"] if news else here.text.strip(" .。!！,，吧")
    if not last or not intents or intents[-1].name not in ("SetAlarm", "SetReminder") or not last.changes:
        return None
    if not says_other_time(intents[-1], said, here.language):
        return None
    other = revalued(intents[-1], said, here.language) if _on_other_days(intents[-1], said) else None
    return here.meant([other]) if other else corrected(here, said, last)


_ALSO = re.compile(
    "(?P<when>.{2,10}?)(?:也(?:要|得|给我)?(?:(?:叫醒我|[叫喊]我?|提醒我|响|一样|这样)(?:起床|起来|一?[个次遍下声回])?|[来定设]一?个)|"
    "(?:再|还)(?:要|得|给我)?(?:叫醒我|[叫喊]我?|[响定设来])(?:一?[个次遍声回]))(?:吧|啊)?|"
    r"(?:and )?(?:on )?(?P<en>.{3,24}?),? (?:too|as well|also)|"
    r"(?:and )?(?:the )?same(?: again| thing)?(?: for)? (?P<same>(?!time\b|with\b|in\b).{3,24})",
    re.IGNORECASE,
)


def also(here: Situation) -> Match | None:
    """One more of what was just set, on another day: 后天也叫我."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    found = _ALSO.fullmatch(here.text.strip(" .。!！"))
    said = (found["when"] or found["en"] or found["same"]) if found else ""
    if not last or not said or not intents or intents[-1].name not in ("SetAlarm", "SetReminder"):
        return None
    known = says_other_time(intents[-1], said, here.language)
    other = revalued(intents[-1], said, here.language) if known else None
    return here.meant([other]) if other else None


_WEEKEND, _WEEKDAYS = re.compile("周末|weekend", re.IGNORECASE), re.compile("工作日|weekday", re.IGNORECASE)
_HOUR = re.compile(r"\d|[零一二两三四五六七八九十]点|\b(?:at|o'clock|half|quarter)\b", re.IGNORECASE)


def _on_other_days(intent: Intent, said: str) -> bool:
    """Whether it is for days on which the last one does not ring: 周末八点半, behind one for workdays."""
    before = str(intent.slots.get("time", ""))
    parted = ((_WEEKEND, _WEEKDAYS), (_WEEKDAYS, _WEEKEND))
    return bool(_HOUR.search(said)) and any(one.search(said) and two.search(before) for one, two in parted)


_SPARED = {
    "zh": re.compile(
        r"(?P<what>[^，,]{1,8}?)(?:的|那[盏个只台间])*就?(?:别|不用|不要|先别|先不)(?P<verb>开|关|拉)?(?:了|吧)*|"
        r"除了?(?P<but>[^，,]{1,8}?)的?(?:除外|以外|之外)?"
    ),
    "en": re.compile(
        r"(?:but )?(?:not|leave out|except(?: for)?) (?P<what>(?:the |in the )?[\w' ]{2,30}?)"
        r"(?: though)?(?: please)?",
        re.IGNORECASE,
    ),
}
_BACK = {"HassTurnOn": "off", "HassTurnOff": "on"}
_SWITCHES = {"on": "HassTurnOn", "off": "HassTurnOff"}


def spared(here: Situation) -> Match | None:
    """The deed just done taken back for one of the things: 卧室的别开."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    domain = last.things[0].partition(".")[0] if last and last.things else ""
    here = replace(here, text=with_noun(here.text, domain, here.language) or here.text)
    found = _SPARED["zh" if here.language == "zh" else "en"].fullmatch(here.text.strip(" .。!！,，"))
    but = found.groupdict().get("but") if found else None
    what = (but or found["what"]) if found else left_alone(here.text, here.language)
    if not last or not what or len(last.things) < _SEVERAL or intents[-1].name not in _BACK:
        return None
    if found and (found.groupdict().get("verb") or "") not in last.text:
        return None
    back = elsewhere(here, what, switched(intents[-1], _BACK[intents[-1].name]), last)
    if back and all(_is_of(here, each, last.things) for each in back):
        return here.meant(_taken_back(here, each, last) for each in back)
    plain = Intent(_SWITCHES[_BACK[intents[-1].name]])
    out = left_out(known_names(what, here.home), here.home)
    devices = [here.home.by_id[id_] for id_ in last.things if id_ in out]
    aims = [aimed(plain, here.mentions.pointing(each, here.language)) for each in devices]
    return here.meant(_taken_back(here, each, last) for each in aims)


def _taken_back(here: Situation, back: Intent, last: Exchange) -> Intent:
    """The deed taken back; how it is, where nothing was done to it: what was off is not lit to be spared."""
    effects = resolve(back, here.home, here.context)
    changed = {change.thing for change in last.changes}
    if isinstance(effects, Unresolved) or any(effect.device in changed for effect in effects):
        return back
    return Intent("HassGetState", {slot: back.slots[slot] for slot in _AIM if slot in back.slots})


def _is_of(here: Situation, intent: Intent, things: tuple[str, ...]) -> bool:
    """Whether all that it is about is among these: what was on before and not spoken of stays so."""
    effects = resolve(intent, here.home, here.context)
    return not isinstance(effects, Unresolved) and all(effect.device in things for effect in effects)


_SEVERAL = 2
_AIM = ("name", "area", "floor", "domain", "device_class")


_LATER_ZH = re.compile(
    r"(?:定时|定个?|那就|那|就|[，, ])*(?P<when>{when})(?:以后|之后|后)?(?:的时候)?"
    r"(?:再|就|自动|给我|帮我|[，,])*"
    r"(?P<deed>打开|开|关|锁|拉上|拉开|扫|拖)(?:一下|了|掉|上|机|地|吧)*"
)


def put_off(here: Situation) -> Match | None:
    """An order for later to the one thing that was spoken of: 定时两小时关."""
    last = here.dialogue.last
    if last and last.match and last.match.intents[-1].name == "Automate":
        last = next(here.recent(), last)  # 睡觉的时候关掉 could not be, and is told now: 那就十一点关
    spans = times(here.text, "zh") if here.language == "zh" and last and len(last.things) == 1 else ()
    if not last or len(spans) != 1:
        return None
    form = _LATER_ZH.pattern.replace("{when}", re.escape(spans[0]))
    found = re.fullmatch(form, here.text.strip(" .。!！"))
    device = here.home.by_id.get(last.things[0])
    if not found or device is None:
        return None
    when = spans[0] if spans[0].endswith("后") or not length(spans[0], "zh") else f"{spans[0]}后"
    deed = f"{found['deed']}地" if found["deed"] in "扫拖" else f"{found['deed']}{device.name('zh')}"
    said = here.stated(f"{when}{deed}")
    return here.meant([said]) if said and "conversation_command" in said.slots else None


_HOW_FAR = re.compile(
    "(?:那|离那天|到那天|到那时候?|距离)*(?:现在)?(?:还有|还差|还要|还得)(?:多少|几)天(?:呢|了|啊)?|(?:那)?还有多久(?:呢|啊)?|"
    r"(?:and )?how (?:long|many days|far)(?: away)?(?: is (?:it|that)| until then| till then| left| to go)*",
    re.IGNORECASE,
)


def how_far(here: Situation) -> Match | None:
    """How far away the day is that was asked about: 还有多少天."""
    last = here.dialogue.last
    asked = last.match.intents[-1] if last and last.match else None
    if asked is None or asked.name != "HassGetCurrentDate" or "time" not in asked.slots:
        return None
    found = _HOW_FAR.fullmatch(here.text.strip(" .。?？!！"))
    return here.meant([Intent(asked.name, {"time": asked.slots["time"], "until": True})]) if found else None


_FURTHER = re.compile(
    r"(?:那|and |then )?(?:再|然后)?"
    r"(?P<step>(?:加上?|减去?|乘以?|除以|times|plus|minus|divided by|multiplied by) ?.{1,12}?)"
    r"(?:呢|等于(?:多少|几)|是多少)?",
    re.IGNORECASE,
)
_RESULT = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?=\D*$)")


def reckoned_on(here: Situation) -> Match | None:
    """The last result reckoned on with: 再乘以二呢."""
    last = here.dialogue.last
    summed = last.match is not None and last.match.intents[-1].name == "Calculate" if last else False
    found = _FURTHER.fullmatch(here.text.strip(" .。!！?？,，")) if summed else None
    result = _RESULT.search(last.reply) if last and found else None
    if not found or not result:
        return None
    return here.worded(
        f"{result[0].replace(',', '')} {found['step']}等于多少"
        if here.language == "zh"
        else f"what is {result[0]} {found['step']}"
    )


_ONCE_MORE = {
    "zh": re.compile(
        r"(?:到时候?|记得|请|麻烦|你|帮我)*[再还](?:要)?(?:提醒|叫|喊|通知|告诉)(?:我们?|一下)*"
        r"(?:一次|一遍|一下|一声|一回)?(?:吧)?"
    ),
    "en": re.compile(
        r"(?:and |then |please )*(?:remind me|tell me)"
        r"(?: (?:again|once more|of (?:it|that)(?: again)?|about (?:it|that)(?: again)?))+",
        re.IGNORECASE,
    ),
}
"""One more reminder of the same."""


def reminded_again(here: Situation) -> Match | None:
    """A reminder of the same at another time: 四个小时以后再提醒我一次."""
    before = here.dialogue.understood
    last = repeatable(before.match)[-1] if before and before.match and repeatable(before.match) else None
    spans = times(here.text, here.language)
    if last is None or last.name != "SetReminder" or len(spans) != 1 or "task" not in last.slots:
        return None
    said = here.text.strip(" .。!！,，").replace(spans[0], "", 1)
    said = re.sub(r" (?:in|at|on)$|^(?:in|at) |^再过|^过|[，,]", "", said).strip()
    form = _ONCE_MORE["zh" if here.language == "zh" else "en"]
    return here.meant([timed(last, spans[0], here.language) or last]) if form.fullmatch(said) else None
