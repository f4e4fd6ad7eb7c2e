"""Chinese for one device: its name, how it is, what it did."""

from collections.abc import Mapping, Sequence

from intents.compose.wording import area_name, number
from intents.home import Device, Home
from intents.home.capability import State
from intents.home.reading import level, reading
from intents.vocabulary import Effect, Scalar

KINDS: Mapping[str, tuple[str, str]] = {
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

UNITS = {"°C": "度", "°F": "华氏度", "km": "公里", "K": "开", "bpm": "次每分钟"}

COLORS = {
    "white": "白色", "black": "黑色", "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色",
    "blue": "蓝色", "purple": "紫色", "brown": "棕色", "pink": "粉色", "turquoise": "青绿色",
}  # fmt: skip
MODES = {
    "cool": "制冷", "heat": "制热", "dry": "除湿", "fan_only": "送风", "auto": "自动", "low": "低风",
    "medium": "中风",
    "high": "高风",
}  # fmt: skip
BINARY: Mapping[str, tuple[str, str]] = {
    "motion": ("有人活动", "没有动静"), "occupancy": ("有人", "没人"), "moisture": ("是湿的", "是干的"),
    "smoke": ("检测到烟雾", "没有烟雾"), "gas": ("检测到燃气", "没有燃气"),
    "battery": ("电量低", "电量正常"),
    "plug": ("插着电", "没插电"), "connectivity": ("已连接", "没有连接"), "lock": ("没锁", "锁着"),
    "presence": ("在家", "不在家"), "running": ("在运行", "没在运行"),
    **dict.fromkeys(("door", "window", "opening", "garage_door"), ("开着", "关着")),
}  # fmt: skip
DID: Mapping[str, str] = {
    "turn_on": "打开了", "turn_off": "关了", "open": "打开了", "close": "关上了", "lock": "锁好了",
    "unlock": "开锁了",
    "start": "开始打扫了", "return_to_base": "回去充电了", "pause": "暂停了", "mute": "静音了",
    "unmute": "取消静音了", "play": "继续播放了", "next": "换到下一首了", "previous": "回到上一首了",
    "press": "按下了", "stop": "停下了",
}  # fmt: skip
IS: Mapping[str, str] = {
    "on": "开着", "off": "关着", "open": "开着", "closed": "关着", "locked": "锁着", "unlocked": "没锁",
    "docked": "在充电座上歇着", "cleaning": "正在打扫", "paused": "暂停着", "returning": "正在回去充电",
    "home": "在家", "away": "不在家", "not_home": "不在家", "playing": "正在播放", "idle": "空闲",
}  # fmt: skip
NOUNS = {"brightness": "亮度", "volume": "音量", "speed": "风速"}
_TINTS = ((3000, "暖光"), (4500, "自然光"))
"""Kelvin up to which light is called so."""


def after_command(  # noqa: PLR0911, C901  # one phrase a case
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
    if device.device_class == "tv" and effect.command in ("next", "previous"):
        return "换到下一个了" if effect.command == "next" else "回到上一个了"
    match effect.command:
        case "toggle":
            return "打开了" if on else "关了"
        case "set_color":
            return f"变成{COLORS.get(str(value), str(value))}了"
        case "set_temperature" | "change_temperature":
            return f"调到{number(state.get('temperature', value))}度了"
        case "set_mode" | "set_fan_mode":
            return f"调到{MODES.get(str(value), str(value))}了"
        case "set_color_temperature":
            return _tinted(value)
        case "clean_area":
            return f"开始打扫{area_name(home, str(value), 'zh')}了"
        case command if command in DID:
            return DID[command]
        case command:
            quantity = command.partition("_")[2]
            return f"{NOUNS.get(quantity, '')}调到{number(state.get(quantity, value))}%了"


def _tinted(value: Scalar | None) -> str:
    """Nobody says kelvin at home: warm, plain or cool light."""
    kelvin = value if isinstance(value, int | float) else 0
    return f"调成{next((name for most, name in _TINTS if kelvin <= most), '冷光')}了"


def condition(device: Device, state: State) -> str:  # noqa: PLR0911  # one sentence a case
    """How a device is, behind its name; empty when it does not say."""
    now = reading(device, state)
    if now is None:
        return ""
    if device.device_class in ("charger", "phone") and device.domain in ("switch", "siren"):
        verb = "充电" if device.device_class == "charger" else "响"
        return f"正在{verb}" if now == "on" else f"没在{verb}"
    match device.domain:
        case "binary_sensor":
            return BINARY.get(device.device_class or "", ("开着", "关着"))[now == "off"]
        case "climate" if now == "on":
            return f"开着，设定{number(state.get('temperature'))}度"
        case "cover" if isinstance(position := state.get("position"), int | float) and 0 < position < 100:
            return f"开了{number(position)}%"
        case "sensor":
            return f"是{measured(device, state)}"
        case "device_tracker" | "person":
            return IS.get(str(now), f"在{now}")
        case _:
            return IS.get(str(now), str(now))


_LEVELS = {"light": "亮度", "fan": "风速", "media_player": "音量"}


def fully(device: Device, state: State) -> str:
    """Its condition, and how bright, fast or loud it is."""
    said, much = condition(device, state), level(device, state)
    if not said or much is None or (device.domain != "media_player" and (not state.get("on") or much == 100)):
        return said
    return f"{said}，{_LEVELS[device.domain]}{number(much)}%"


def measured(device: Device, state: State) -> str:
    """What a sensor, or one built in, measures, with its unit."""
    unit = str(device.attributes.get("unit_of_measurement", ""))
    value: Scalar | None = state.get("value", state.get("current_temperature"))
    return f"{number(value)}{UNITS.get(unit, unit)}"


def name_of(device: Device) -> str:
    """What to call it; the charger is the car's."""
    return "车" if device.device_class == "charger" else device.name("zh")


def common_kind(devices: Sequence[Device]) -> tuple[str, str]:
    """What several devices are called together."""
    kinds = {kind_of(device) for device in devices}
    if len(kinds) == 1:
        return next(iter(kinds))
    return ("门", "扇") if all(kind.endswith("门") for kind, _ in kinds) else ("设备", "个")


def kind_of(device: Device) -> tuple[str, str]:
    """What such a thing is called and counted with."""
    return KINDS.get(device.device_class or "") or KINDS.get(device.domain, ("设备", "个"))
