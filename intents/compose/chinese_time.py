"""Chinese for timers, the time and the day."""

from datetime import datetime, time

from intents.compose.almanac import Abroad, Day, LunarDay, Moment
from intents.compose.report import Timed, TimerView
from intents.compose.wording import parts

_DAYS = "一二三四五六日"
_DIGITS = "一二三四五六七八九十"
_PERIODS = ((5, "凌晨"), (9, "早上"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))
"""Hour at which a part of the day ends, and its name."""


def duration(seconds: float) -> str:
    """For example "1小时30分钟"."""
    hours, minutes, rest = parts(seconds)
    minute = "分钟" if not rest else "分"
    words = ((hours, "小时"), (minutes, minute), (rest, "秒"))
    return "".join(f"{count}{unit}" for count, unit in words if count) or "0秒"


def clock(at: datetime | time) -> str:
    """For example 早上7点, 下午3点05分."""
    period = next(name for end, name in _PERIODS if at.hour < end)
    minutes = "半" if at.minute == 30 else f"{at.minute:02}分" if at.minute else ""
    return f"{period}{(at.hour - 1) % 12 + 1 if at.hour else 12}点{minutes}"


def day(at: datetime, now: datetime) -> str:
    """For example 今天, 明天, 12月3日."""
    ahead = (at.date() - now.date()).days
    if 0 <= ahead < 3:
        return ("今天", "明天", "后天")[ahead]
    year = f"{at.year}年" if at.year != now.year else ""
    weekday = f"星期{_DAYS[at.weekday()]}"
    return weekday if 0 < ahead < 7 - now.weekday() else f"{year}{at.month}月{at.day}日{weekday}"


def moment(report: Moment | Abroad) -> str:
    """The time or the day."""
    if isinstance(report, Abroad):
        return _abroad(report)
    at = report.at
    if report.kind == "time":
        return f"现在是{_to_the_minute(at)}。"
    if report.kind == "weekday":
        return f"今天星期{_DAYS[at.weekday()]}。"
    return f"今天是{at.year}年{at.month}月{at.day}日，星期{_DAYS[at.weekday()]}。"


def _to_the_minute(at: datetime) -> str:
    period = next(name for end, name in _PERIODS if at.hour < end)
    minutes = f"{at.minute:02}分" if at.minute else "整"
    return f"{period}{(at.hour - 1) % 12 + 1 if at.hour else 12}点{minutes}"


def _abroad(report: Abroad) -> str:
    if report.compared:
        way, than = "早" if report.ahead_s > 0 else "晚", report.than or "这里"
        apart = f"比{than}{way}{duration(abs(report.ahead_s))}"
        return f"{report.place}{apart}。" if report.ahead_s else f"{report.place}和{than}没有时差。"
    other = {1: "明天", -1: "昨天"}.get(report.days, "")
    return f"{report.place}现在是{other}{_to_the_minute(report.at)}。"


def date_of(report: Day) -> str:
    """Which day it is, or how far away."""
    if report.counted and report.days == 0 and not report.minutes_s:
        return "就是今天。"
    if report.counted and report.minutes_s:
        return f"还有{duration(report.minutes_s)}。"
    if report.counted and report.days > 0:
        weeks, days = divmod(report.days, 7) if report.in_weeks else (0, report.days)
        left = f"{weeks}个星期" * bool(weeks) + "零" * bool(weeks and days) + f"{days}天" * bool(days)
        return f"还有{left}。"
    if report.lunar:
        said = day(report.at, report.now) if 0 <= report.days < 3 else f"{report.at.month}月{report.at.day}日"
        return f"{said}是农历{_by_moon(report.lunar)}。"
    away = report.at.year - report.now.year
    year = {0: "", 1: "明年", -1: "去年"}.get(away, f"{report.at.year}年")
    today = "今天，" * (report.days == 0)
    return f"{today}{year}{report.at.month}月{report.at.day}日，星期{_DAYS[report.at.weekday()]}。"


_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_TENS = ("初", "十", "廿", "三")


def _by_moon(day_: LunarDay) -> str:
    """For example 十月初三."""
    tens, ones = divmod(day_.day - 1, 10)
    number = {10: "初十", 20: "二十", 30: "三十"}.get(day_.day, f"{_TENS[tens]}{_DIGITS[ones]}")
    return f"{'闰' * day_.leap}{_MONTHS[day_.month - 1]}月{number}"


def label(timer: TimerView) -> str:
    """What to call a timer: by its name, else by what it is for or by its length."""
    if timer.command and not timer.name:
        return f"“{timer.command}”"
    return f"{timer.name or duration(timer.total_s)}计时器"


def rang(timer: TimerView) -> str:
    """A timer is over."""
    if timer.command and timer.missed:
        return f"我关机的时候到了时间，没有做：{timer.command}。"
    if timer.command:
        return f"时间到了：{timer.command}。"
    return f"{label(timer)}{'在我关机的时候到时间了' if timer.missed else '到时间了'}。"


def timed(report: Timed) -> str:  # noqa: PLR0911  # one sentence a case
    """What became of timers."""
    if not report.timers:
        return _without(report)
    first, several = report.timers[0], len(report.timers) > 1
    match report.act:
        case "started":
            return _started(first) + ("" if report.saved else "不过没能保存下来，请别关掉我。")
        case "cancelled":
            return f"{len(report.timers)}个计时器都取消了。" if several else f"{label(first)}取消了。"
        case "ambiguous":
            return f"有{len(report.timers)}个计时器：{_list(report.timers)}。请说是哪一个。"
        case "refused":
            return f"{label(first)}只剩{duration(first.left_s)}了。"
        case "changed":
            return f"{label(first)}现在还剩{duration(first.left_s)}。"
        case "resumed":
            return f"{label(first)}继续，还剩{duration(first.left_s)}。"
        case _:
            return "".join(_status(timer) for timer in report.timers)


def _without(report: Timed) -> str:
    match report.act:
        case "refused":
            return "计时器可以设1秒到7天。"
        case "no_length":
            return "多长时间？"
        case "repeated":
            return "这个我只能做一次，还不能每次都做。"
        case "too_many":
            return "计时器太多了，请先取消一个。"
        case _:
            return f"没有{report.name}计时器。" if report.name else "没有计时器。"


def _started(timer: TimerView) -> str:
    if timer.command:
        then = day(timer.due, timer.now) + clock(timer.due) if timer.due and timer.now else None
        return f"好的，{then or duration(timer.total_s) + '后'}{timer.command}。"
    name = f"{timer.name}计时器" if timer.name else "计时"
    return f"好的，{name}{duration(timer.total_s)}，开始。"


def _status(timer: TimerView) -> str:
    match timer.state:
        case "ringing":
            return f"{label(timer)}正在响。"
        case "paused":
            return f"{label(timer)}暂停了，还剩{duration(timer.left_s)}。"
        case _:
            return f"{label(timer)}还剩{duration(timer.left_s)}。"


def _list(timers: tuple[TimerView, ...]) -> str:
    return "、".join(f"{label(timer)}还剩{duration(timer.left_s)}" for timer in timers[:4])
