"""What people say to a speaker in Chinese, as many sentences: frames of `data/sayings_zh.yaml`, filled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import cycle
from typing import Any

import yaml  # type: ignore[import-untyped]  # ships no types

from intents.home import Home
from intents.repair.heard import sounds

_SLOT = re.compile(r"\{(\w+)\}")
_EXAMPLES = tuple(f"paraphrases_zh_{of}.yaml" for of in ("home", "sound", "day", "talk"))
_LISTED = {"artists": "artist", "genres": "genre", "titles": "title", "stories": "story"}
"""Parts of `music_zh.yaml`, and the slots that they fill."""
_EACH = 4
"""Sentences that each word of a list stands in."""
_FILLED = 12
"""Sentences that a frame stands in at most."""
_POLITE = 0.5
"""Weight of a sentence that is there for the courtesy around it."""
_NAMED = 0.5
"""Weight of a sentence that is there for its name."""


def sayings(home: Home) -> Iterator[tuple[str, float]]:
    """Sentences by their syllables, marks left out, each with its weight."""
    frames, words = _frames(), _words(home)
    yield from ((_bare(text), 1.0) for text in _examples())
    turns = {slot: cycle(listed) for slot, listed in words.items()}
    for frame in frames:
        most = max([1, *(min(_FILLED, len(words[slot])) for slot in _SLOT.findall(frame))])
        for _ in range(most):
            yield _bare(_filled(frame, turns)), min(most, _EACH) / most
    yield from ((_bare(text), _NAMED) for text in _each_name(frames, words, turns))
    yield from ((_bare(text), _POLITE) for text in _polite(frames, turns))


def _each_name(
    frames: Sequence[str], words: Mapping[str, Sequence[str]], turns: Mapping[str, Iterator[str]]
) -> Iterator[str]:
    """Every word of every list in some of the frames that take it."""
    taking = {slot: cycle([each for each in frames if f"{{{slot}}}" in each]) for slot in words}
    for slot, listed in words.items():
        for word in listed:
            for _ in range(_EACH):
                yield _filled(next(taking[slot]).replace(f"{{{slot}}}", word, 1), turns)


def _polite(frames: Sequence[str], turns: Mapping[str, Iterator[str]]) -> Iterator[str]:
    """Each frame with something in front of it, and with something behind it."""
    leads, tails = (cycle(_read("sayings_zh.yaml")[part].split()) for part in ("leads", "tails"))
    for frame in frames:
        yield next(leads) + _filled(frame, turns)
        yield _filled(frame, turns) + next(tails)


def _filled(frame: str, turns: Mapping[str, Iterator[str]]) -> str:
    return _SLOT.sub(lambda slot: next(turns[slot[1]]), frame)


def _bare(text: str) -> str:
    return "".join(sound.text for sound in sounds(text) if not sound.pause)


@cache
def _read(name: str) -> Any:
    text = files("intents").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe; C is quick


def _frames() -> tuple[str, ...]:
    return tuple(frame for line in _read("sayings_zh.yaml")["frames"] for frame in line.split("，"))


def _words(home: Home) -> Mapping[str, Sequence[str]]:
    """The words of every slot, with the names of this home."""
    words: dict[str, list[str]] = defaultdict(list)
    for slot, listed in _read("sayings_zh.yaml")["lists"].items():
        words[slot] += listed.split()
    for part, listed in _read("music_zh.yaml").items():
        words[_LISTED[part]] += listed.split()
    words["area"] += (name for area in home.areas for name in area.names.get("zh", ()))
    words["thing"] += (name for device in home.devices for name in device.names.get("zh", ()))
    return words


@cache
def _examples() -> tuple[str, ...]:
    """Chinese sentences that the head of the semantic layer is taught with, too."""
    return tuple(text for name in _EXAMPLES for text in _texts(_read(name)))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list):
        inner: Iterable[Any] = data.values() if isinstance(data, Mapping) else data
        for each in inner:
            yield from _texts(each)
