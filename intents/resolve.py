"""An intent and a home to effects on devices. Questions give nothing but `read`."""

from dataclasses import replace

from intents.home import Area, Device, Home
from intents.home.capability import can
from intents.plan import PLANS, READS, VOLUME, Plan
from intents.several.exception import SLOT, left_out
from intents.target import Able, Unresolved, Wish, area_id, find
from intents.vocabulary import Context, Effect, Intent

_SWITCHLESS = frozenset({"lock", "sensor", "device_tracker", "person", "scene", "script", "button"})
"""Domains that are never simply on or off."""

_OPENED = frozenset({"cover", "valve", "binary_sensor"})

_STATE_DOMAINS = {
    "locked": {"lock", "binary_sensor"},
    "unlocked": {"lock", "binary_sensor"},
    "open": {"cover", "valve", "binary_sensor"},
    "closed": {"cover", "valve", "binary_sensor"},
    "home": {"device_tracker", "person"},
    "not_home": {"device_tracker", "person"},
    "docked": {"vacuum"},
    "cleaning": {"vacuum"},
}
"""A state that is asked about to the domains that can be in it."""

_OPENINGS = frozenset({"door", "garage_door", "opening", "window"})
_LOCKS = frozenset({"lock"})
_SENSED = {"open": _OPENINGS, "closed": _OPENINGS, "locked": _LOCKS, "unlocked": _LOCKS}
"""A state to the device classes of the sensors that can tell."""

_DOORS = frozenset({"door", "garage", "garage_door", "gate"})
"""Device classes that somebody who asks whether a door is open wants to know about."""


_UNLOCKING = Intent("HassTurnOff", {"domain": "lock"})


def _opens_door(intent: Intent) -> bool:
    """Whether it opens a door, which where no motor does it is to unlock it."""
    return intent.name == "HassTurnOn" and intent.slots.get("device_class") == "door"


def is_about_home(intent: Intent) -> bool:
    """Whether `resolve` knows what to do with it."""
    return intent.name in PLANS


def resolve(intent: Intent, home: Home, context: Context) -> tuple[Effect, ...] | Unresolved:
    """What to do in this home, in order; never empty."""
    plan = PLANS.get(intent.name)
    if plan is None:
        return Unresolved("unknown_intent")
    found = _find(intent, plan, home, context)
    if isinstance(found, Unresolved):
        unlocking = resolve(_UNLOCKING, home, context) if _opens_door(intent) else found
        return _explained(found, intent, plan, home) if isinstance(unlocking, Unresolved) else unlocking
    found = _without(found, intent, home)
    slots = {**intent.slots, **_area_by_id(intent, home)}
    effects = tuple(
        Effect(device.id, command, arguments)
        for device in found
        for command, arguments in plan.commands(device, slots)
    )
    return effects or Unresolved("bad_value")


def _without(found: tuple[Device, ...], intent: Intent, home: Home) -> tuple[Device, ...]:
    """The devices that the request does not leave out."""
    names = intent.slots.get(SLOT)
    out = left_out(names, home) if isinstance(names, tuple) else frozenset()
    return tuple(device for device in found if device.id not in out)


def _area_by_id(intent: Intent, home: Home) -> dict[str, str]:
    """The area slot as devices know it."""
    said = _text(intent, "area")
    area = area_id(said, home) if said is not None else None
    return {} if area is None else {"area": area}


def _explained(missing: Unresolved, intent: Intent, plan: Plan, home: Home) -> Unresolved:
    """With the command that the first of the devices does not know."""
    devices = missing.detail.get("devices")
    if missing.problem != "not_supported" or not isinstance(devices, tuple):
        return missing
    device = home.by_id[devices[0]]
    unknown = [command for command, _ in plan.commands(device, intent.slots) if not can(device, command)]
    return replace(missing, detail={**missing.detail, "command": unknown[0]}) if unknown else missing


def _find(intent: Intent, plan: Plan, home: Home, context: Context) -> tuple[Device, ...] | Unresolved:
    able = _able(intent, plan)
    if plan.thing is not None:
        return _owned(plan, home, able)
    wish = _wish(intent, plan)
    if intent.name in VOLUME and wish.name is None:
        return _loudspeaker(wish, home, context, able)
    if intent.name == "HassVacuumCleanArea":
        return _cleaner(wish, home, able)
    if intent.name == "HassClimateGetTemperature":
        return _thermometer(find(wish, home, context, lambda device: able(device) and _measures(device)))
    return find(wish, home, context, able)


def _wish(intent: Intent, plan: Plan) -> Wish:
    name, domain = _text(intent, "name"), _text(intent, "domain")
    everything = name is not None and name.casefold() == "all"
    # "Turn on the kitchen" means its lights: nobody wants its oven.
    device_class = _text(intent, "device_class")
    bare = name is None and not plan.domains and not plan.reads and device_class is None
    domains = frozenset({domain}) if domain else frozenset({"light"}) if bare else plan.domains
    asks_state = plan.reads and "state" in intent.slots
    if asks_state and domain == "cover":
        # Whether it is open, a sensor on it tells as well as a motor.
        domains |= {"binary_sensor"}
    return Wish(
        name=None if everything else name,
        # "Which lights are on" is about the home, "turn on the light" about the room.
        everything=everything or asks_state,
        area=_text(intent, "area"),
        floor=_text(intent, "floor"),
        domains=domains,
        device_classes=_classes(device_class, family=asks_state),
        reads=intent.name in READS,
    )


def _classes(device_class: str | None, *, family: bool) -> frozenset[str]:
    if device_class is None:
        return frozenset()
    return _DOORS if family and device_class == "door" else frozenset({device_class})


def _text(intent: Intent, slot: str) -> str | None:
    """A slot as text; the first of several, None when it is blank."""
    value = intent.slots.get(slot)
    if isinstance(value, tuple):
        value = value[0] if value else None
    return None if value is None else str(value).strip() or None


def _able(intent: Intent, plan: Plan) -> Able:
    """Whether a device can do all of it, or could be in the state that is asked about."""
    state = _text(intent, "state") if intent.name == "HassGetState" else None
    anything = state in ("on", "off") and not {"name", "domain", "device_class"} & intent.slots.keys()

    def able(device: Device) -> bool:
        if anything and device.domain in _OPENED:
            return False  # what is open is not on, where nobody asked of it
        commands = [command for command, _ in plan.commands(device, intent.slots)]
        return _could_be(device, state) and all(can(device, each) for each in commands)

    return able


def _could_be(device: Device, state: str | None) -> bool:
    if state in ("on", "off"):
        return device.domain not in _SWITCHLESS
    if device.domain == "binary_sensor" and state in _SENSED:
        return device.device_class in _SENSED[state]
    return state is None or device.domain in _STATE_DOMAINS.get(state, {device.domain})


def _owned(plan: Plan, home: Home, able: Able) -> tuple[Device, ...] | Unresolved:
    """The part of the car, the phone or the watch that it is about."""
    found = tuple(
        device
        for device in home.devices
        if device.attributes.get("thing") == plan.thing
        and (not plan.domains or device.domain in plan.domains)
        and plan.device_class in (None, device.device_class)
        and able(device)
    )
    return found or Unresolved("no_such_thing", {"thing": plan.thing or ""})


def _cleaner(wish: Wish, home: Home, able: Able) -> tuple[Device, ...] | Unresolved:
    """Its area is where to clean, not where the vacuum stands."""
    if wish.area is not None and area_id(wish.area, home) is None:
        return Unresolved("no_such_area", {"area": wish.area})
    found = find(replace(wish, area=None), home, Context(), able)
    if wish.area is None or isinstance(found, Unresolved) or len(found) == 1:
        return found
    return _nearest(found, home.area_by_id[area_id(wish.area, home) or ""], home)


def _nearest(cleaners: tuple[Device, ...], area: Area, home: Home) -> tuple[Device, ...]:
    """The one that lives there, else those of the same floor: one room needs no crowd."""
    here = tuple(device for device in cleaners if device.area == area.id)
    floors = {each.id: each.floor for each in home.areas}
    near = (device for device in cleaners if area.floor and floors.get(device.area or "") == area.floor)
    return here or tuple(near) or cleaners[:1]


def _measures(device: Device) -> bool:
    return device.domain == "climate" or device.device_class == "temperature"


def _thermometer(found: tuple[Device, ...] | Unresolved) -> tuple[Device, ...] | Unresolved:
    """A thermometer where the place has one, else what has one built in; indoors unless named."""
    if isinstance(found, Unresolved):
        return found
    sensors = tuple(device for device in found if device.domain == "sensor")
    return _first(tuple(device for device in sensors if device.area is not None), sensors, found)


def _loudspeaker(wish: Wish, home: Home, context: Context, able: Able) -> tuple[Device, ...] | Unresolved:
    """Without a name it is the speaker of the room that gets louder, else the one that the home has."""
    found = find(wish, home, context, able)
    if isinstance(found, Unresolved) and (wish.area is None or area_id(wish.area, home) == context.area):
        found = find(Wish(domains=wish.domains), home, Context(), able)
    if isinstance(found, Unresolved):
        return found
    return _first(tuple(device for device in found if device.device_class == "speaker"), found)


def _first(*groups: tuple[Device, ...]) -> tuple[Device, ...]:
    """The first group that has anything in it."""
    return next((group for group in groups if group), ())
