"""What may be offered for one device, given what speaks for it and what was said."""

import re
from dataclasses import dataclass, field

from intents.acts import FORMS, GUARDED, Act, Kind, kind_of
from intents.hints import Hint, fits_direction, names_guarded_act
from intents.home import Device
from intents.values import Values

_LOOK = re.compile(r"\b(?:check|tell|status|state|report)\b|查|告诉|看看|看一下|状态|报一下", re.IGNORECASE)
_VALUED: tuple[Act, ...] = ("percent", "degrees", "color")
_NEEDS: dict[tuple[str, Act], str] = {
    ("light", "dim"): "brightness", ("light", "brighten"): "brightness", ("light", "percent"): "brightness",
    ("light", "color"): "color", ("cover", "percent"): "position", ("fan", "percent"): "speed",
}  # fmt: skip
"""What a device must be able to do for an act that not all of its kind take."""


@dataclass(slots=True)
class Lead:
    """What speaks for one device."""

    name: float = 0.0
    """Share of its name that was said, 0 to 1."""
    hints: list[Hint] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the words name it, rather than a need that it could meet."""
        return self.name >= 0.5 or any(hint.names for hint in self.hints)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as far as narrowing needs it."""

    text: str
    """In lower case."""
    language: str
    asking: bool
    values: Values
    areas: tuple[str, ...]
    """Ids of the areas that were named, or else the one that heard it."""
    area_named: bool

    @property
    def looking(self) -> bool:
        """Whether somebody wants to know, though not by asking."""
        return bool(_LOOK.search(self.text))


def offered(device: Device, lead: Lead, request: Request) -> list[Act]:
    """What may be done to the device, given what was said."""
    kind = kind_of(device)
    forms = FORMS[kind]
    if request.asking:
        return ["read"] if "read" in forms else []
    if kind == "sensor":
        return ["read"]
    valued = [act for act in _VALUED if act in forms and request.values.of(act) is not None]
    valued = [act for act in valued if lead.named and _allowed(device, kind, act, lead, request)]
    if valued:
        return valued
    needs = {act for hint in lead.hints if not hint.names for act in hint.wishes.get(kind, ())}
    wanted = needs & forms.keys() or (forms.keys() - {*_VALUED, "read"} if lead.named else frozenset[Act]())
    acts: list[Act] = [act for act in forms if act in wanted and _allowed(device, kind, act, lead, request)]
    return [*acts, "read"] if request.looking and "read" in forms else acts


def _allowed(device: Device, kind: Kind, act: Act, lead: Lead, request: Request) -> bool:
    if not _able(device, act):
        return False
    called = any(hint.names for hint in lead.hints)
    if (kind, act) in GUARDED and not (called and names_guarded_act(act, request.text)):
        return False
    return fits_direction(act, request.text)


def _able(device: Device, act: Act) -> bool:
    needed = _NEEDS.get((device.domain, act))
    return needed is None or needed in device.capabilities
