"""Chinese for what happened in the home: measure words, verbs by kind of thing, units."""

import re
from collections.abc import Iterable, Mapping, Sequence

from intents.compose import chinese_diary, chinese_time
from intents.compose.almanac import Abroad, Day, Moment
from intents.compose.chinese_device import (
    BINARY,
    COLORS,
    DID,
    IS,
    KINDS,
    MODES,
    NOUNS,
    UNITS,
    after_command,
    common_kind,
    condition,
    fully,
    kind_of,
    measured,
    name_of,
)
from intents.compose.chinese_phrases import CANNOT, GREETINGS, MEANT, SURE, THINGS
from intents.compose.report import (
    AlarmView,
    Calculated,
    Converted,
    Listed,
    Politeness,
    Scheduled,
    Timed,
    TimerView,
    Unavailable,
)
from intents.compose.wording import SCENES, area_name, number, whole_area, whole_home
from intents.home import Device, Home
from intents.home.capability import State, choices, limits
from intents.semantic.called import meant
from intents.target import Unresolved
from intents.vocabulary import Effect, Intent


class Chinese:
    """The words of one home."""

    def __init__(self, home: Home) -> None:
        """Names come from the home."""
        self._home = home

    def join(self, sentences: Iterable[str]) -> str:
        """Sentences after one another."""
        return "".join(sentences)

    def timed(self, report: Timed) -> str:
        """What became of timers."""
        return chinese_time.timed(report)

    def rang(self, timer: TimerView) -> str:
        """A timer is over."""
        return chinese_time.rang(timer)

    def noted(self, report: Scheduled | Listed | Calculated | Converted | Unavailable) -> str:
        """What became of alarms, lists and sums."""
        return chinese_diary.noted(report)

    def alarmed(self, alarm: AlarmView) -> str:
        """An alarm rings, a reminder is due, or one was missed."""
        return chinese_diary.alarmed(alarm)

    def greeting(self, kind: Politeness) -> str:
        """Hello, you are welcome, and so on."""
        return GREETINGS[kind]

    def help(self) -> str:
        """What one can ask for."""
        return "我可以控制家里的灯和电器，定闹钟、计时器和提醒，记清单，算算术，还能照看车。直接说就行。"

    def day(self, report: Day) -> str:
        """A day that was asked about."""
        return chinese_time.date_of(report)

    def sorry(self) -> str:
        """The last answer was wrong."""
        return "对不起，请换个说法再说一遍。"

    def moment(self, report: Moment | Abroad) -> str:
        """The time or the day."""
        return chinese_time.moment(report)

    def happened(
        self, devices: Sequence[Device], effects: Sequence[Effect], state: State, *, already: bool = False
    ) -> str:
        """All effects were carried out on each of the devices; `state` is that of the first now."""
        if all(device.domain in SCENES for device in devices):
            names = "、".join(device.name("zh") for device in devices)
            return "好的。" if "我" in names else f"好的，{names}。"
        noun = NOUNS.get(effects[0].command.partition("_")[2], "")
        after = "，".join(after_command(devices[0], effect, state, self._home) for effect in effects)
        both = "都" if len(devices) > 1 else ""
        if already and effects[0].command in DID and (now := condition(devices[0], state)):
            return f"{self._subject(devices)}{both}已经{now}了。"
        if already:
            both, after = f"{both}已经", re.sub("调到|变成|调成", "是", after)
        return f"{self._subject(devices)}{noun}{both}{after.removeprefix(noun)}。"

    def unchanged(self, device: Device, effect: Effect, state: State) -> str:
        """The device accepted the command and is not as it should be."""
        said = condition(device, state)
        still = f"还是{said}" if effect.command in DID and said else "没有变化"
        return f"我试了，但{name_of(device)}{still}。"

    def failed(self, device: Device, effect: Effect, problem: str) -> str:
        """The device did not do it."""
        if problem == "unreachable":
            return f"{name_of(device)}没有响应。"
        argument = next(iter(effect.arguments), "")
        span, words = limits(device, argument), choices(device, argument)
        if problem in ("out_of_range", "bad_value") and span is not None:
            unit = UNITS.get(span.unit, span.unit)
            return f"{name_of(device)}只能设在{number(span.low)}到{number(span.high)}{unit}之间。"
        if problem == "bad_value" and words:
            allowed = "、".join(MODES.get(word) or COLORS.get(word, word) for word in sorted(words))
            return f"{name_of(device)}可以设成{allowed}。"
        return f"{name_of(device)}{CANNOT.get(effect.command, '做不到')}。"

    def sure(self, wishes: Sequence[tuple[Device, Effect]]) -> str:
        """The question before something risky."""
        done = [f"{SURE.get(effect.command, '切换')}{name_of(device)}" for device, effect in wishes]
        return f"确定要{'、'.join(dict.fromkeys(done))}吗？"

    def supposed(self, devices: Sequence[Device], command: str) -> str:
        """The question whether that was meant to be done to these."""
        return f"你是说{MEANT.get(command, '')}{self._subject(devices)}吗？"

    def wanted(self, intent: Intent) -> str:
        """The question whether that was meant."""
        return f"你是想让我{meant(intent, 'zh') or '做这个'}吗？"

    def missed(self, unresolved: Unresolved) -> str:  # noqa: C901, PLR0911  # one sentence a case
        """Why nothing could be done, and what would help."""
        said = unresolved.detail
        own, domain = KINDS.get(str(said.get("device_class"))), KINDS.get(str(said.get("domain")))
        kind, measure = own or domain or ("这样的设备", "个")
        if devices := _ids(said.get("devices")):
            measure = kind_of(self._home.by_id[devices[0]])[1]
        name = str(said.get("name") or kind)
        match unresolved.problem:
            case "no_such_device":
                return f"没有找到叫“{name}”的设备。"
            case "no_such_area":
                return f"没有找到叫“{said.get('area')}”的地方。"
            case "none_in_area":
                return self._not_here(unresolved, name, measure)
            case "none_of_kind":
                return f"家里没有{name}。"
            case "ambiguous":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                places = "、".join(self._where(each) for each in found)
                return f"有{len(found)}个{name}：{places}。请说是哪个房间的。"
            case "no_such_thing":
                return f"还没有连接{THINGS.get(str(said.get('thing')), '这个设备')}。"
            case "not_supported":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                return f"{self._subject(found) if found else name}{self._cannot(said)}。"
            case "not_said":
                which = f"哪{measure}{(own or domain or ('设备', ''))[0]}"
                names = [name_of(self._home.by_id[each]) for each in devices]
                return f"{which}？{'、'.join(names[:-1])}还是{names[-1]}？" if names else f"请说是{which}。"
            case "nothing_done":
                return "没有可以撤销的。"
            case "bad_value":
                return "没听清要调到多少。"
            case _:
                return "这个我还不会。"

    def fact(self, device: Device, state: State) -> str:
        """How the device is."""
        return self._is(device, state, fully(device, state))

    def _is(self, device: Device, state: State, said: str) -> str:
        if device.domain == "sensor" and "value" in state:
            return f"{self._measurement(device, state)}。"
        return f"{name_of(device)}{said}。" if said else f"{name_of(device)}没有报告状态。"

    def warmth(self, readings: Sequence[tuple[Device, State]]) -> str:
        """How warm it is in several places."""
        now = "现在" if len(readings) == 1 else ""
        places = [f"{self._where(device)}{now}{measured(device, state)}" for device, state in readings]
        return f"{'，'.join(places)}。"

    def target(self, device: Device, state: State) -> str:
        """How warm the device is set to make it."""
        off = "" if state.get("on", True) else "，现在关着"
        return f"{name_of(device)}设的是{number(state['temperature'])}度{off}。"

    def answer(self, device: Device, state: State, *, yes: bool) -> str:
        """Whether the device is as it was asked about, and how it is."""
        return f"{'是的' if yes else '没有'}，{self._is(device, state, condition(device, state))}"

    def tally(self, holding: Sequence[Device], others: Sequence[Device], asked: str) -> str:
        """Which of several devices are as they were asked about; fits "any", "all" and "which"."""
        first = next(iter((*holding, *others)))
        kind, measure = common_kind((*holding, *others))
        binary = BINARY.get(first.device_class or "", ("", ""))
        word = binary[asked == "off"] or IS.get(asked, asked)
        many = len(holding) + len(others)
        total = "两" if many == 2 else many
        if not holding:
            return f"没有，{total}{measure}{kind}都不是{word}的。"
        if not others:
            return f"是的，{total}{measure}{kind}都{word}。"
        if len(holding) > 3 >= len(others):
            return f"除了{self._names(others, measure)}，{len(holding)}{measure}{kind}都{word}。"
        share = f"{total}{measure}{kind}里有{len(holding)}{measure}{word}"
        return f"{share}：{self._names(holding, measure)}。"

    def _cannot(self, said: Mapping[str, object]) -> str:
        return CANNOT.get(str(said.get("command")), "做不到")

    def _measurement(self, device: Device, state: State) -> str:
        value = measured(device, state)
        match device.device_class:
            case "temperature":
                return f"{self._where(device)}现在{value}"
            case "humidity":
                return f"{self._where(device)}湿度{value}"
            case "heart_rate":
                return f"你的心率是每分钟{number(state.get('value'))}次"
            case "steps":
                return f"你今天走了{value}步"
            case "distance" if device.attributes.get("thing") == "car":
                return f"车还能跑{value}"
            case _:
                return f"{name_of(device)}是{value}"

    def _names(self, devices: Sequence[Device], measure: str) -> str:
        shown = "、".join(name_of(device) for device in devices[:4])
        return f"{shown}等{len(devices)}{measure}" if len(devices) > 4 else shown

    def _not_here(self, unresolved: Unresolved, name: str, measure: str) -> str:
        said = unresolved.detail
        areas = [area_name(self._home, each, "zh") for each in _ids(said.get("areas"))]
        here = f"{area_name(self._home, str(said.get('floor') or said.get('area')), 'zh')}没有{name}"
        each = "各" if len(areas) > 1 else ""
        return f"{here}，{'和'.join(areas)}{each}有一{measure}。" if 0 < len(areas) < 4 else f"{here}。"

    def _subject(self, devices: Sequence[Device]) -> str:
        if len(devices) == 1:
            return name_of(devices[0])
        (kind, measure), area = kind_of(devices[0]), whole_area(self._home, devices)
        if area is not None:
            return f"{area_name(self._home, area, 'zh')}的{kind}"
        if len(devices) <= 3:
            *first, last = [name_of(device) for device in devices]
            return f"{'、'.join(first)}和{last}"
        return f"所有的{kind}" if whole_home(self._home, devices) else f"{len(devices)}{measure}{kind}"

    def _where(self, device: Device) -> str:
        if device.area is None:
            return "车里" if device.attributes.get("thing") == "car" else "室外"
        return area_name(self._home, device.area, "zh")


def _ids(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
