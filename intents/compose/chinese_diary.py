"""Chinese for alarms, reminders, lists, sums and what cannot be had."""

from datetime import datetime

from intents.compose.chinese_habit import again
from intents.compose.chinese_time import clock, day, duration
from intents.compose.english_diary import figure
from intents.compose.report import AlarmView, Calculated, Converted, Listed, Scheduled, Unavailable
from intents.number.units import UNITS

_KINDS = {"alarm": "闹钟", "reminder": "提醒", "order": "定时"}
_SHOWN = 7
"""Things that are read out before the rest is only counted."""
_LISTS = {"shopping": "购物", "to-do": "待办"}
_UNSAVED = "不过没能保存下来，请别关掉我。"


def noted(report: Scheduled | Listed | Calculated | Converted | Unavailable) -> str:
    """What became of alarms, lists and sums."""
    match report:
        case Scheduled():
            return _scheduled(report)
        case Listed():
            return _listed(report) + ("" if report.saved else _UNSAVED)
        case Calculated(expression, value):
            return "这道题没有答案。" if value is None else f"{expression}等于{_figure(value)}。"
        case Converted():
            return _converted(report)
        case Unavailable():
            return _unavailable(report)


def alarmed(alarm: AlarmView) -> str:
    """An alarm rings, a reminder is due, or one was missed."""
    if alarm.state != "ringing":
        what = (
            f"“{_yours(alarm.text)}”的提醒"
            if alarm.kind == "reminder" and alarm.text
            else f"的{_KINDS[alarm.kind]}"
        )
        return f"我关机的时候错过了{clock(alarm.missed or alarm.due)}{what}。"
    if alarm.kind == "reminder":
        return f"提醒你：{_yours(alarm.text or '时间到了')}。"
    return f"{clock(alarm.due)}了{'，' + alarm.text if alarm.text else ''}。"


def when(alarm: AlarmView, now: datetime) -> str:
    """When it rings."""
    if alarm.recurrence is not None:
        at = "和".join(clock(each) for each in alarm.recurrence.times) if alarm.recurrence.at else ""
        next_time = f"（下次是{day(alarm.due, now)}）" if alarm.skips else ""
        return f"{again(alarm.recurrence)}{at}{next_time}"
    seconds = (alarm.due - now).total_seconds()
    if 0 < seconds < 3600 and alarm.due.second == now.second and alarm.due.microsecond == now.microsecond:
        return f"{duration(seconds)}后"  # as it was said
    return day(alarm.due, now) + clock(alarm.due)


def _yours(text: str) -> str:
    return text.replace("我", "你")


def _figure(value: float) -> str:
    return figure(value).replace(",", "")


def _scheduled(report: Scheduled) -> str:  # noqa: C901, PLR0911, PLR0912  # one sentence a case
    kind, first = _KINDS[report.kind], report.alarms[0] if report.alarms else None
    match report.act:
        case "set" if first is not None:
            none = f"之前没有{kind}。" if report.anew else ""
            return none + _set(first, report.now) + ("" if report.saved else _UNSAVED)
        case "snoozed" if first is not None:
            return f"好的，{clock(first.due)}再叫你。"
        case "cancelled" if first is not None:
            gone = f"{len(report.alarms)}个{kind}都" if len(report.alarms) > 1 else _the(first, report.now)
            return f"{gone}取消了。"
        case "skipped" if first is not None and report.before is not None:
            return (
                f"{day(report.before, report.now)}{clock(report.before)}的{kind}跳过一次，"
                f"下次是{day(first.due, report.now)}{clock(first.due)}。"
            )
        case "moved" if first is not None:
            return _moved(first, report.now) + ("" if report.saved else _UNSAVED)
        case "next" if first is not None:
            return _next(first, report.now)
        case "ambiguous" if len(report.alarms) == 1:
            return f"只有一个{kind}：{_all(report)}。是这个吗？"
        case "ambiguous":
            return f"有{len(report.alarms)}个{kind}：{_all(report)}。请说是哪一个。"
        case "told":
            return _told(report)
        case "offered" if first is not None:
            return f"{when(first, report.now)}{_yours(first.text or '')}，到时候要提醒你吗？"
        case "none_rings":
            return "现在没有在响的。"
        case "no_time":
            return "几点？" if report.kind == "alarm" else "什么时候？"
        case "no_task":
            return "要提醒你什么？"
        case "past":
            return "这个时间已经过了。"
        case "too_many":
            return "闹钟和提醒太多了，请先取消几个。"
        case _:
            return _none(report)


def _none(report: Scheduled) -> str:
    """None that was meant; those that there are instead help to say it again."""
    kind = _KINDS[report.kind]
    if not report.alarms or report.text:
        return f"没有这样的{kind}。" if report.text else f"没有{kind}。"
    return f"没有这样的{kind}，现在有{len(report.alarms)}个：{_all(report)}。"


def _set(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind == "order":
        return f"好的，{when(alarm, now)}{_yours(alarm.text or '')}。"
    if alarm.kind == "reminder":
        return f"好的，{when(alarm, now)}提醒你{_yours(alarm.text or '')}。"
    return f"好的，{when(alarm, now)}的{alarm.text or ''}闹钟定好了。"


def _moved(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind == "order":
        return f"好的，改成{when(alarm, now)}{_yours(alarm.text or '')}。"
    if alarm.kind == "reminder":
        return f"好的，改成{when(alarm, now)}提醒你{_yours(alarm.text or '')}。"
    return f"好的，闹钟改到{when(alarm, now)}了。"


def _next(alarm: AlarmView, now: datetime) -> str:
    """How long it takes, in minutes unless it is nearly over."""
    left = (alarm.due - now).total_seconds()
    left = left if left < 60 else -(-left // 60) * 60
    in_time = f"，还有{duration(left)}" if 0 < left < 24 * 3600 else ""
    what = f"，{_yours(alarm.text)}" if alarm.text else ""
    return f"下一个{_KINDS[alarm.kind]}是{day(alarm.due, now)}{clock(alarm.due)}{what}{in_time}。"


def _the(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind != "alarm":
        return f"“{_yours(alarm.text or '')}”的{_KINDS[alarm.kind]}"
    return f"{when(alarm, now)}的闹钟"


def _told(report: Scheduled) -> str:
    sentences = [alarmed(alarm) for alarm in report.alarms if alarm.state == "missed"]
    coming = [alarm for alarm in report.alarms if alarm.state != "missed"]
    if coming:
        sentences.append(f"有{len(coming)}个{_KINDS[report.kind]}：{_all(report)}。")
    return "".join(sentences)


def _all(report: Scheduled) -> str:
    coming = [alarm for alarm in report.alarms if alarm.state != "missed"]
    said = "、".join(_one(alarm, report.now) for alarm in coming[:_SHOWN])
    return said + (f"，还有{len(coming) - _SHOWN}个" if len(coming) > _SHOWN else "")


def _one(alarm: AlarmView, now: datetime) -> str:
    return when(alarm, now) + _yours(alarm.text or "")


def _listed(report: Listed) -> str:  # noqa: C901, PLR0911  # one sentence a case
    the_list = f"{_LISTS.get(report.name, report.name)}清单"
    said = "、".join(report.items[:20]) + (f"等{len(report.items)}样" if len(report.items) > 20 else "")
    match report.act:
        case "added":
            return f"好的，{said}加到{the_list}了。"
        case "already":
            return f"{said}已经在{the_list}里了。"
        case "removed":
            return f"{said}从{the_list}里去掉了。"
        case "absent":
            return f"{the_list}里没有{said}。"
        case "has":
            return f"有，{said}在{the_list}里。"
        case "cleared":
            return f"{the_list}清空了。"
        case "made":
            return f"{the_list}建好了。"
        case "full":
            return f"{the_list}满了。"
        case "add_what":
            return f"{the_list}里加什么？"
        case "remove_what":
            return f"从{the_list}里去掉什么？"
        case "names":
            shown = "、".join(_LISTS.get(name, name) for name in report.items)
            return f"有{len(report.items)}个清单：{shown}。" if shown else "还没有清单。"
        case _:
            return f"{the_list}里有{said}。" if said else f"{the_list}是空的。"


def _converted(report: Converted) -> str:
    of, to = UNITS[report.source], UNITS[report.target]
    if report.value is None:
        return f"{of.zh}和{to.zh}量的不是一样的东西。"
    return f"{_figure(report.amount)}{of.zh}等于{_figure(report.value)}{to.zh}。"


_CANNOT = {
    "rates": "我这里没有汇率。",
    "translation": "没有语言模型，我还不会翻译。",
    "sun": "我不知道这里几点天亮、几点天黑。说个钟点就行，比如“晚上六点开灯”。",
    "automation": "这个我还等不了，可以告诉我几点或者几分钟后。",
    "channels": "我还不会换台，也切换不了信号源。",
    "learning": "我还学不会新的说法。",
}
_SOURCES = {"news": "新闻来源", "story": "讲故事的来源", "weather": "天气来源"}


def _unavailable(report: Unavailable) -> str:
    if report.what == "music":
        rest = f"，放不了{report.asked}" if report.asked else ""
        return f"还没有连接音乐来源{rest}。"
    return _CANNOT.get(report.what) or f"还没有连接{_SOURCES[report.what]}。"
