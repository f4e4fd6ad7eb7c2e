"""To be like another thing that was set before: 客厅跟卧室一样, "make the study the same as the bedroom"."""

import re
from collections.abc import Iterator, Mapping

from intents.discourse.dialogue import Change
from intents.discourse.situation import Situation
from intents.home import Device
from intents.home.mention import Mention, Slots
from intents.restated import aimed
from intents.vocabulary import Intent, Match, Scalar

_LIKE_ZH = re.compile(
    "(?:把|让)?(?P<this>.{0,8}?)(?:也)?(?:调得?|弄得?|开得?|设得?)?(?:成)?(?:跟|和|与|像)(?P<other>.{1,10}?)"
    "(?:的)?(?:一样|同样|一致)(?:亮|暗|高|大|的|就行|吧)*"
)
_LIKE_EN = re.compile(
    r"(?:(?:make|set|put|turn|have) )?(?P<this>.{0,40}?)(?: too)? ?"
    r"(?:(?:to )?(?:just )?the same as|(?:just )?like|as bright as|as dim as|to match)"
    r" (?P<other>.+?)(?: (?:please|too|is|are|was|were))*",
    re.IGNORECASE,
)
_BEFORE = re.compile("刚才|刚刚|之前|上次|before|earlier|just now|last time", re.IGNORECASE)
_AS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "light": (("brightness", "HassLightSet", "brightness"),),
    "climate": (("temperature", "HassClimateSetTemperature", "temperature"),),
    "cover": (("position", "HassSetPosition", "position"),),
    "fan": (("speed", "HassFanSetSpeed", "percentage"),),
    "media_player": (("volume", "HassSetVolume", "volume_level"),),
}
"""Domain to the parts of a state, and what sets each."""


def is_likened(here: Situation) -> bool:
    """Whether something is to be like another thing."""
    return bool(_LIKE_ZH.fullmatch(_said(here))) if here.language == "zh" else bool(_meant_en(here))


def likened(here: Situation) -> Match | None:
    """Set as the other one was set in this conversation; None where that is not known."""
    form = _LIKE_ZH if here.language == "zh" else _LIKE_EN
    found = form.fullmatch(_said(here))
    change = next(_changes(here, found["other"]), None) if found else None
    device = here.home.by_id.get(change.thing) if change else None
    if found is None or change is None or device is None:
        return None
    target = _target(here, found["this"], device)
    intents = [aimed(each, target) for each in _as_after(device, change.after)] if target else []
    return here.meant(intents)


def _meant_en(here: Situation) -> bool:
    found = _LIKE_EN.fullmatch(_said(here))
    return bool(found) and bool(found and here.mentions.read(found["this"]))


def _said(here: Situation) -> str:
    return here.text.strip(" .。!！,，吧")


def _changes(here: Situation, other: str) -> Iterator[Change]:
    """What was last changed about the thing that is named, or about anything just before."""
    named = here.mentions.read(other)
    for exchange in reversed(here.dialogue.exchanges):
        for change in exchange.changes:
            device = here.home.by_id.get(change.thing)
            if device and (_BEFORE.search(other) or any(_is_of(device, each) for each in named)):
                yield change


def _is_of(device: Device, mention: Mention) -> bool:
    if mention.devices:
        return device in mention.devices
    return mention.area is not None and device.area == mention.area.id


def _target(here: Situation, this: str, like: Device) -> Slots | None:
    """What is to be like it: what is named, or what was spoken of last."""
    if this.strip():
        found = here.mentions.read(this)
        return here.mentions.slots(found[0], here.language, like) if len(found) == 1 else None
    last = next(here.recent(), None)
    device = here.home.by_id.get(last.things[0]) if last and len(last.things) == 1 else None
    return here.mentions.pointing(device, here.language) if device else None


def _as_after(device: Device, after: Mapping[str, Scalar]) -> Iterator[Intent]:
    """What makes another thing so."""
    if after.get("on") is False:
        yield Intent("HassTurnOff", {"domain": device.domain})
        return
    parts = [each for each in _AS.get(device.domain, ()) if each[0] in after]
    for part, name, slot in parts:
        yield Intent(name, {slot: after[part]})
    color = after.get("color")
    if device.domain == "light" and color not in (None, "white"):
        yield Intent("HassLightSet", {"color": str(color)})
    if not parts and after.get("on"):
        yield Intent("HassTurnOn", {"domain": device.domain})
