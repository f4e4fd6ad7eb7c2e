"""Sentence templates: Home Assistant's own and ours, as one collection for each language."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import resources
from typing import Any

import yaml  # type: ignore[import-untyped]  # ships no types
from hassil import Intents
from hassil.util import merge_dict
from home_assistant_intents import get_intents  # type: ignore[import-untyped]  # ships no types

from intents.cities import cities
from intents.music.words import artists
from intents.script import SQUEEZED

_TAGS: Mapping[str, str] = {"zh": "zh-CN"}
"""ISO 639-1 to Home Assistant's tag, where they differ."""

_NAMES: Mapping[str, Mapping[str, Callable[[], tuple[str, ...]]]] = {
    "en": {"city": partial(cities, "en"), "than": partial(cities, "en")},
    "zh": {"city": partial(cities, "zh"), "than": partial(cities, "zh"), "known_artist": artists},
}
"""Lists whose values are data of another module: whoever everybody knows is understood by name alone."""

_MOST = 1000
"""Where spoken numbers end."""


@cache
def templates(language: str) -> Intents:
    """The templates of a language (ISO 639-1), parsed lazily; an unknown language has none."""
    collected: dict[str, Any] = get_intents(_TAGS.get(language, language)) or {"intents": {}}
    merge_dict(collected, _marked(_ours(language)))
    for name, values in _NAMES.get(language, {}).items():
        collected["lists"][name] = {"values": list(values())}
    _widen(collected)
    collected["language"] = language
    return Intents.from_dict(squeezed(collected) if language in SQUEEZED else collected)


def _widen(collected: Mapping[str, Any]) -> None:
    """Let the ranges take more than can be: to be told what goes is better than not to be understood."""
    for name, entry in collected.get("lists", {}).items():
        if "range" in entry and name.startswith("timer_"):
            entry["range"] |= {"from": 0, "to": _MOST}
        elif entry.get("range", {}).get("type") == "percentage":
            entry["range"]["to"] = _MOST


def _ours(language: str) -> dict[str, Any]:
    """What `en.yaml`, and files such as `en_home.yaml` beside it, say together."""
    ours: dict[str, Any] = {}
    for file in sorted(resources.files("intents.sentences").iterdir(), key=lambda file: file.name):
        stem, _, kind = file.name.partition(".")
        if kind == "yaml" and stem.partition("_")[0] == language:
            merge_dict(ours, yaml.safe_load(file.read_text(encoding="utf-8")))
    return ours


def _marked(ours: dict[str, Any]) -> dict[str, Any]:
    """Each block says that it is `ours`: `True` where it goes before Home Assistant's, else `False`."""
    for intent in ours.get("intents", {}).values():
        for block in intent["data"]:
            block["metadata"] = {"ours": False} | block.get("metadata", {})
    return ours


def squeezed(collected: dict[str, Any]) -> dict[str, Any]:
    """Without white space in templates.

    hassil only skips white space between two Chinese characters, so that a blank beside a bracket or a
    list would have to be spoken.
    """
    blocks = [block for intent in collected["intents"].values() for block in intent["data"]]
    for block in blocks:
        block["sentences"] = ["".join(sentence.split()) for sentence in block["sentences"]]
        if "expansion_rules" in block:
            block["expansion_rules"] = _squeezed_rules(block["expansion_rules"])
    collected["expansion_rules"] = _squeezed_rules(collected.get("expansion_rules", {}))
    return collected


def _squeezed_rules(rules: Mapping[str, str]) -> dict[str, str]:
    return {"".join(name.split()): "".join(body.split()) for name, body in rules.items()}
