"""Chinese for what comes again."""

from intents.compose.chinese_time import duration
from intents.when.recurrence import EVERY_DAY, WEEKEND, WORKDAYS, Recurrence

_DAYS = "一二三四五六日"
_KNOWN = {frozenset(range(7)): "每天", WORKDAYS: "每个工作日", WEEKEND: "每个周末"}
_KNOWN |= {EVERY_DAY - {number}: f"每天除周{name}外" for number, name in enumerate(_DAYS)}
_UNITS = {"minute": "分钟", "hour": "小时", "day": "天", "month": "个月", "year": "年"}


def again(habit: Recurrence) -> str:
    """For example 每个工作日, 每3个月1号; without the time of day."""
    match habit.step:
        case "second":
            return f"每{duration(habit.every)}"
        case "week":
            return _weekly(habit)
        case "month":
            return f"{'每月' if habit.every == 1 else _every(habit.every, 'month')}{_days(habit)}"
        case "year":
            return f"{_every(habit.every, 'year')}{_date(habit)}"
        case step:
            return _every(habit.every, step)


def _every(many: int, unit: str) -> str:
    word = _UNITS[unit]
    return f"每{'' if many == 1 else '两' if many == 2 else many}{word}"


def _weekly(habit: Recurrence) -> str:
    weekdays = habit.weekdays or (frozenset({habit.anchor.weekday()}) if habit.anchor else frozenset())
    days = "、".join(_DAYS[number] for number in sorted(weekdays))
    if habit.every == 1:
        return _KNOWN.get(weekdays) or f"每周{days}"
    return f"每{'两' if habit.every == 2 else habit.every}周的周{days}"


def _days(habit: Recurrence) -> str:
    """Days of the month."""
    if habit.week is not None:
        which = "最后一个" if habit.week == -1 else f"第{'一二三四五'[habit.week - 1]}个"
        return which + "周" + "、".join(_DAYS[number] for number in sorted(habit.weekdays))
    said = habit.day or (habit.anchor.day if habit.anchor else 1)
    numbers = [f"{number}号" for number in sorted({said, *habit.days} - {-1})]
    return "和".join([*numbers, "最后一天"] if -1 in {said, *habit.days} else numbers)


def _date(habit: Recurrence) -> str:
    month = habit.month or (habit.anchor.month if habit.anchor else 1)
    day = habit.day or (1 if habit.month or not habit.anchor else habit.anchor.day)
    return f"{month}月{day}日"
