"""What of a request in several goes on about the thing before: 打开床头灯，亮度调到10%."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from intents.home import Home
from intents.home.mention import TARGET
from intents.restated import aimed
from intents.target import is_called
from intents.vocabulary import Intent, Match

_LEAD = {
    "zh": "(?:并|再|然后)?(?:把|将)?(?P<what>{})"
    "(?=[给再]?(?:[调设开弄改换变升降提到为成最]|百分|[0-9一二两三四五六七八九十半]))",
    "en": r"(?:(?:with|at|set|put|turn|make|change|bring|to|the|its|a)\b ?)*(?P<what>{})\b(?! of\b)",
}
_OF: Mapping[str, Mapping[str, frozenset[str]]] = {
    "zh": {
        "亮度|色温|颜色|灯光颜色": frozenset({"light"}),
        "温度": frozenset({"climate"}),
        "风速|风力|风量|档位": frozenset({"fan", "climate"}),
        "音量|声音": frozenset({"media_player"}),
    },
    "en": {
        "brightness|colou?r": frozenset({"light"}),
        "temperature": frozenset({"climate"}),
        "(?:fan )?speed": frozenset({"fan", "climate"}),
        "volume|sound": frozenset({"media_player"}),
    },
}
"""What a thing has, and the domains of things that have it."""
_WARMTH = re.compile("[再更稍微]*[暖热冷凉](?:一?[点些]儿?)?吧?")
"""Of a light that is its colour."""
_WARM, _COLD = 2700, 5000  # kelvin


def continued(part: str, match: Match, found: Sequence[Match | None], home: Home) -> Match:
    """What the part means of what was found just before, where it only says which property of it."""
    earlier, domains = (found[-1] if found else None), _domains(part, match.language)
    before = earlier.intents[-1] if earlier else None
    before = None if before and before.name == "HassTurnOff" else before
    if before and _WARMTH.fullmatch(part) and _domain(before, home) == {"light"}:
        target = {slot: value for slot, value in before.slots.items() if slot in TARGET}
        kelvin = _WARM if part.lstrip("再更稍微")[0] in "暖热" else _COLD
        return replace(match, intents=(Intent("HassLightSet", {**target, "temperature": kelvin}),))
    if before is None or not domains or len(match.intents) > 1 or _is_aimed(match.intents[0], part):
        return match
    if not _domain(before, home) & domains:
        return match
    target = {slot: value for slot, value in before.slots.items() if slot in TARGET}
    return replace(match, intents=(aimed(match.intents[0], target),))


def _domains(part: str, language: str) -> frozenset[str]:
    for words, domains in _OF.get(language, {}).items():
        if re.match(_LEAD[language].replace("{}", words), part, re.IGNORECASE):
            return domains
    return frozenset()


def _is_aimed(intent: Intent, part: str) -> bool:
    """Whether the words say of what; the room that heard them is in none of them."""
    told = {slot: str(value) for slot, value in intent.slots.items() if slot in TARGET and slot != "domain"}
    return any(value.casefold() in part.casefold() for value in told.values())


def _domain(intent: Intent, home: Home) -> frozenset[str]:
    """Domains of what it is about."""
    if domain := intent.slots.get("domain"):
        return frozenset({str(domain)})
    name = intent.slots.get("name")
    return frozenset(each.domain for each in home.devices if name and is_called(each.names, str(name)))
