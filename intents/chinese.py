"""Chinese for what happened in the home: measure words, verbs by kind of thing, units."""

from collections.abc import Iterable, Mapping, Sequence

from intents import chinese_time
from intents.capability import State, choices, limits
from intents.home import Device, Home
from intents.reading import reading
from intents.report import Moment, Timed, TimerView
from intents.target import Unresolved
from intents.vocabulary import Effect, Scalar
from intents.wording import area_name, number, whole_area, whole_home

_KINDS: Mapping[str, tuple[str, str]] = {
    "light": ("灯", "盏"), "outlet": ("插座", "个"), "oven": ("烤箱", "台"), "curtain": ("窗帘", "个"),
    "garage": ("车库门", "扇"), "blind": ("百叶窗", "个"), "shade": ("遮阳帘", "个"),
    "window": ("窗户", "扇"),
    "door": ("门", "扇"), "temperature": ("温度计", "个"), "humidity": ("湿度计", "个"),
    "tv": ("电视", "台"),
    "motion": ("人体传感器", "个"), "speaker": ("音箱", "个"), "switch": ("开关", "个"),
    "cover": ("窗帘", "个"),
    "climate": ("空调", "台"), "fan": ("风扇", "台"), "lock": ("锁", "把"),
    "media_player": ("播放器", "台"),
    "vacuum": ("扫地机器人", "台"), "valve": ("阀门", "个"), "siren": ("警报器", "个"),
    "scene": ("场景", "个"),
    "script": ("脚本", "个"), "sensor": ("传感器", "个"), "binary_sensor": ("传感器", "个"),
}  # fmt: skip
"""Device class, else domain, to what such a thing is called and counted with."""

_UNITS = {"°C": "度", "°F": "华氏度", "km": "公里", "K": "开", "bpm": "次每分钟"}

_COLORS = {
    "white": "白色", "black": "黑色", "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色",
    "blue": "蓝色", "purple": "紫色", "brown": "棕色", "pink": "粉色", "turquoise": "青绿色",
}  # fmt: skip
_MODES = {
    "cool": "制冷", "heat": "制热", "dry": "除湿", "fan_only": "送风", "auto": "自动", "low": "低风",
    "medium": "中风",
    "high": "高风",
}  # fmt: skip
_BINARY: Mapping[str, tuple[str, str]] = {
    "motion": ("有人活动", "没有动静"), "occupancy": ("有人", "没人"), "moisture": ("是湿的", "是干的"),
    "smoke": ("检测到烟雾", "没有烟雾"), "gas": ("检测到燃气", "没有燃气"),
    "battery": ("电量低", "电量正常"),
    "plug": ("插着电", "没插电"), "connectivity": ("已连接", "没有连接"), "lock": ("没锁", "锁着"),
    "presence": ("在家", "不在家"), "running": ("在运行", "没在运行"),
    **dict.fromkeys(("door", "window", "opening", "garage_door"), ("开着", "关着")),
}  # fmt: skip
_DID: Mapping[str, str] = {
    "turn_on": "打开了", "turn_off": "关了", "open": "打开了", "close": "关上了", "lock": "锁好了",
    "unlock": "开锁了",
    "start": "开始打扫了", "return_to_base": "正在回充电座", "pause": "暂停了", "mute": "静音了",
    "unmute": "取消静音了", "play": "继续播放了", "next": "换到下一个了", "previous": "回到上一个了",
    "press": "按下了", "stop": "停下了",
}  # fmt: skip
_IS: Mapping[str, str] = {
    "on": "开着", "off": "关着", "open": "开着", "closed": "关着", "locked": "锁着", "unlocked": "没锁",
    "docked": "在充电座上", "cleaning": "正在打扫", "paused": "暂停着", "returning": "正在回充电座",
    "home": "在家", "away": "不在家", "not_home": "不在家", "playing": "正在播放", "idle": "空闲",
}  # fmt: skip
_NOUNS = {"brightness": "亮度", "volume": "音量", "speed": "风速", "color_temperature": "色温"}
_SURE = {"unlock": "解锁", "open": "打开", "set_position": "打开", "turn_on": "打开", "toggle": "切换"}
_CANNOT = {
    "set_color": "不能变颜色", "set_color_temperature": "不能调色温", "set_brightness": "不能调亮度",
    "change_brightness": "不能调亮度", "set_position": "不能停在中间", "set_speed": "不能调风速",
}  # fmt: skip
_THINGS = {"car": "汽车", "phone": "手机", "watch": "手表"}


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

    def greeting(self) -> str:
        """Hello."""
        return "你好，我是小伴，有什么可以帮你？"

    def moment(self, report: Moment) -> str:
        """The time or the day."""
        return chinese_time.moment(report)

    def happened(self, devices: Sequence[Device], effects: Sequence[Effect], state: State) -> str:
        """All effects were carried out on each of the devices; `state` is that of the first now."""
        noun = _NOUNS.get(effects[0].command.partition("_")[2], "")
        after = "，".join(_after(devices[0], effect, state, self._home) for effect in effects)
        both = "都" if len(devices) > 1 else ""
        return f"{self._subject(devices)}{noun}{both}{after.removeprefix(noun)}。"

    def unchanged(self, device: Device, effect: Effect, state: State) -> str:
        """The device accepted the command and is not as it should be."""
        said = _said(device, state)
        still = f"还是{said}" if effect.command in _DID and said else "没有变化"
        return f"我试了，但{_name(device)}{still}。"

    def failed(self, device: Device, effect: Effect, problem: str) -> str:
        """The device did not do it."""
        if problem == "unreachable":
            return f"{_name(device)}没有响应。"
        argument = next(iter(effect.arguments), "")
        span, words = limits(device, argument), choices(device, argument)
        if problem in ("out_of_range", "bad_value") and span is not None:
            unit = _UNITS.get(span.unit, span.unit)
            return f"{_name(device)}只能设在{number(span.low)}到{number(span.high)}{unit}之间。"
        if problem == "bad_value" and words:
            allowed = "、".join(_MODES.get(word) or _COLORS.get(word, word) for word in sorted(words))
            return f"{_name(device)}可以设成{allowed}。"
        return f"{_name(device)}{_CANNOT.get(effect.command, '做不到')}。"

    def sure(self, wishes: Sequence[tuple[Device, Effect]]) -> str:
        """The question before something risky."""
        done = [f"{_SURE.get(effect.command, '切换')}{_name(device)}" for device, effect in wishes]
        return f"确定要{'、'.join(dict.fromkeys(done))}吗？"

    def missed(self, unresolved: Unresolved) -> str:  # noqa: PLR0911  # one sentence a case
        """Why nothing could be done, and what would help."""
        said = unresolved.detail
        own, domain = _KINDS.get(str(said.get("device_class"))), _KINDS.get(str(said.get("domain")))
        kind, measure = own or domain or ("这样的设备", "个")
        if devices := _ids(said.get("devices")):
            measure = _kind_of(self._home.by_id[devices[0]])[1]
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
                return f"还没有连接{_THINGS.get(str(said.get('thing')), '这个设备')}。"
            case "not_supported":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                return f"{self._subject(found) if found else name}{self._cannot(said)}。"
            case "bad_value":
                return "没听清要调到多少。"
            case _:
                return "这个我还不会。"

    def fact(self, device: Device, state: State) -> str:
        """How the device is."""
        if device.domain == "sensor" and "value" in state:
            return f"{self._measurement(device, state)}。"
        said = _said(device, state)
        return f"{_name(device)}{said}。" if said else f"{_name(device)}没有报告状态。"

    def warmth(self, readings: Sequence[tuple[Device, State]]) -> str:
        """How warm it is in several places."""
        places = [f"{self._where(device)}{_measured(device, state)}" for device, state in readings]
        return f"{'，'.join(places)}。"

    def answer(self, device: Device, state: State, *, yes: bool) -> str:
        """Whether the device is as it was asked about, and how it is."""
        return f"{'是的' if yes else '没有'}，{self.fact(device, state)}"

    def tally(self, holding: Sequence[Device], others: Sequence[Device], asked: str) -> str:
        """Which of several devices are as they were asked about; fits "any", "all" and "which"."""
        first = next(iter((*holding, *others)))
        kind, measure = _common_kind((*holding, *others))
        binary = _BINARY.get(first.device_class or "", ("", ""))
        word = binary[asked == "off"] or _IS.get(asked, asked)
        total = len(holding) + len(others)
        if not holding:
            return f"没有，{total}{measure}{kind}都不是{word}的。"
        if not others:
            return f"是的，{total}{measure}{kind}都{word}。"
        if len(holding) > 3 >= len(others):
            return f"除了{self._names(others, measure)}，{len(holding)}{measure}{kind}都{word}。"
        share = f"{total}{measure}{kind}里有{len(holding)}{measure}{word}"
        return f"{share}：{self._names(holding, measure)}。"

    def _cannot(self, said: Mapping[str, object]) -> str:
        return _CANNOT.get(str(said.get("command")), "做不到")

    def _measurement(self, device: Device, state: State) -> str:
        value = _measured(device, state)
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
                return f"{_name(device)}是{value}"

    def _names(self, devices: Sequence[Device], measure: str) -> str:
        shown = "、".join(_name(device) for device in devices[:4])
        return f"{shown}等{len(devices)}{measure}" if len(devices) > 4 else shown

    def _not_here(self, unresolved: Unresolved, name: str, measure: str) -> str:
        said = unresolved.detail
        areas = [area_name(self._home, each, "zh") for each in _ids(said.get("areas"))]
        here = f"{area_name(self._home, str(said.get('floor') or said.get('area')), 'zh')}没有{name}"
        return f"{here}，{'和'.join(areas)}有一{measure}。" if 0 < len(areas) < 4 else f"{here}。"

    def _subject(self, devices: Sequence[Device]) -> str:
        if len(devices) == 1:
            return _name(devices[0])
        (kind, measure), area = _kind_of(devices[0]), whole_area(self._home, devices)
        if area is not None:
            return f"{area_name(self._home, area, 'zh')}的{kind}"
        if len(devices) <= 3:
            return "和".join(_name(device) for device in devices)
        return f"所有的{kind}" if whole_home(self._home, devices) else f"{len(devices)}{measure}{kind}"

    def _where(self, device: Device) -> str:
        return "室外" if device.area is None else area_name(self._home, device.area, "zh")


def _after(  # noqa: PLR0911, C901  # one phrase a case
    device: Device, effect: Effect, state: State, home: Home
) -> str:
    """What a device did, behind its name."""
    value = next(iter(effect.arguments.values()), None)
    on = bool(state.get("on"))
    if device.device_class == "charger":
        return "开始充电了" if on else "停止充电了"
    if device.domain == "siren" and device.device_class == "phone":
        return "响起来了" if on else "不响了"
    if device.device_class == "curtain" and effect.command in ("open", "close"):
        return "拉开了" if effect.command == "open" else "拉上了"
    match effect.command:
        case "toggle":
            return "打开了" if on else "关了"
        case "set_color":
            return f"变成{_COLORS.get(str(value), str(value))}了"
        case "set_temperature" | "change_temperature":
            return f"调到{number(state.get('temperature', value))}度了"
        case "set_mode" | "set_fan_mode":
            return f"调到{_MODES.get(str(value), str(value))}了"
        case "set_color_temperature":
            return f"色温调到{value}开了"
        case "clean_area":
            return f"开始打扫{area_name(home, str(value), 'zh')}了"
        case command if command in _DID:
            return _DID[command]
        case command:
            quantity = command.partition("_")[2]
            return f"{_NOUNS.get(quantity, '')}调到{number(state.get(quantity, value))}%了"


def _said(device: Device, state: State) -> str:  # noqa: PLR0911  # one sentence a case
    """How a device is, behind its name; empty when it does not say."""
    now = reading(device, state)
    if now is None:
        return ""
    if device.device_class in ("charger", "phone") and device.domain in ("switch", "siren"):
        verb = "充电" if device.device_class == "charger" else "响"
        return f"正在{verb}" if now == "on" else f"没在{verb}"
    match device.domain:
        case "binary_sensor":
            return _BINARY.get(device.device_class or "", ("开着", "关着"))[now == "off"]
        case "climate" if now == "on":
            return f"开着，设定{number(state.get('temperature'))}度"
        case "cover" if isinstance(position := state.get("position"), int | float) and 0 < position < 100:
            return f"开了{number(position)}%"
        case "sensor":
            return f"是{_measured(device, state)}"
        case "device_tracker" | "person":
            return _IS.get(str(now), f"在{now}")
        case _:
            return _IS.get(str(now), str(now))


def _measured(device: Device, state: State) -> str:
    unit = str(device.attributes.get("unit_of_measurement", ""))
    value: Scalar | None = state.get("value", state.get("current_temperature"))
    return f"{number(value)}{_UNITS.get(unit, unit)}"


def _name(device: Device) -> str:
    """What to call it; the charger is the car's."""
    return "车" if device.device_class == "charger" else device.name("zh")


def _common_kind(devices: Sequence[Device]) -> tuple[str, str]:
    """What several devices are called together."""
    kinds = {_kind_of(device) for device in devices}
    if len(kinds) == 1:
        return next(iter(kinds))
    return ("门", "扇") if all(kind.endswith("门") for kind, _ in kinds) else ("设备", "个")


def _kind_of(device: Device) -> tuple[str, str]:
    return _KINDS.get(device.device_class or "") or _KINDS.get(device.domain, ("设备", "个"))


def _ids(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
