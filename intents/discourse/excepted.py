"""Days that an alarm or a reminder just set is not for: but not at weekends, 周末不用叫."""

import re

from intents.discourse.situation import UNDO, Situation, repeatable
from intents.restated import says_when
from intents.rewording.corrected import every_other
from intents.vocabulary import Intent, Match

_DAYS_EN = (
    r"(?:weekends?|week ?days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:(?:,| and|, and) \w+days?)*)"
)
_BUT = {
    "en": re.compile(
        r"(?:(?:but|and|hm+,?|oh,?) )*(?:not|except(?: for)?|excluding|leave out)(?: (?:on|at|in))?(?: the)? "
        rf"(?P<days>{_DAYS_EN})(?: (?:please|though))?",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:但是?|不过)?(?P<days>周末|(?:周|星期|礼拜)[一二三四五六日天])(?:的时候|就)*"
        "(?:除外|不算(?:在内)?|(?:不用|不要|不必|别|不)(?:再)?(?:叫|响|提醒|吵|闹|喊)?(?:我|了|起床|起)*)[吧啊呀]?"
    ),
}


def excepted(here: Situation) -> Match | None:
    """What was just set to come again, without these days."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    if not last or not last.changes or len(intents) != 1:
        return None
    other = but_not(intents[0], here.text, here.language)
    return here.meant([UNDO, other]) if other else None


def but_not(intent: Intent, said: str, language: str) -> Intent | None:
    """What comes again, without the days that the words take away; None where they take none."""
    found = _BUT["zh" if language == "zh" else "en"].fullmatch(said.strip(" .。!！,，"))
    if not found or intent.name not in ("SetAlarm", "SetReminder") or "time" not in intent.slots:
        return None
    time = _without(str(intent.slots["time"]), found["days"], language)
    if time is None or not says_when(time, language):
        return None
    return Intent(intent.name, {**intent.slots, "time": time})


def _without(time: str, days: str, language: str) -> str | None:
    if language != "zh":
        return f"{time} except on {days}"
    left = every_other(f"{time}，{days}除外")
    return None if days in left else left
