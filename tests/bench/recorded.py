"""Transcribed English recordings, and how many words of a transcript are wrong."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from audio import wav
from audio.frame import Samples


def recordings(data: Path, count: int) -> Sequence[tuple[Samples, str]]:
    """So many of asr_en, spread over its speakers, each with what is said."""
    lines = [json.loads(line) for line in (data / "asr_en.jsonl").read_text(encoding="utf-8").splitlines()]
    chosen = lines[:: max(1, len(lines) // count)][:count]
    return [(wav.read(data / line["path"]), line["text"]) for line in chosen]


def errors(heard: str, said: str) -> int:
    """Words to be put in, taken out or exchanged."""
    one, other = _words(heard), _words(said)
    before = list(range(len(other) + 1))
    for number, word in enumerate(one, 1):
        now = [number]
        for place, expected in enumerate(other, 1):
            now.append(min(now[-1] + 1, before[place] + 1, before[place - 1] + (word != expected)))
        before = now
    return before[-1]


def _words(text: str) -> list[str]:
    return re.sub(r"[^\w' ]", " ", text.casefold()).split()
