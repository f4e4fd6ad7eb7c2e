"""A wake word that was learned from its text: two small files in a directory of its own."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Annotated
from zipfile import BadZipFile

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.cascade import WakeWord
from models.errors import ModelDamaged, ModelError, ModelMissing
from models.wake.embedding import SIZE
from models.wake.likeness import Likeness, pack, unpack
from models.wake.network import Ensemble, Network

FACTS, NETWORKS, LIKENESS = "word.json", "networks.npz", "likeness.npz"
FILES = (NETWORKS, LIKENESS, FACTS)
"""Of a word; the facts last, since a word without them is none."""

LARGEST = 16_000_000
"""Bytes of a file that is still read."""

ID = re.compile(r"[a-z0-9](?:[a-z0-9_]{0,46}[a-z0-9])?")
"""What a word may be called; it becomes the name of a directory."""

UNREADABLE = (
    ValueError, KeyError, OSError, EOFError, MemoryError, RuntimeError, BadZipFile, zlib.error, struct.error,
)  # fmt: skip
"""What reading arrays out of a file that is none can raise."""

Text = Annotated[str, Field(min_length=1, max_length=80)]


class Facts(BaseModel):
    """What is known of a word, in the form it is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    id: Annotated[str, Field(pattern=f"^{ID.pattern}$")]
    text: Text
    """As people write it; what the recogniser verifies."""
    language: Annotated[str, Field(pattern="^[a-z]{2}$")]
    """ISO 639-1."""
    says: tuple[Text, ...] = ()
    """How the voices were told to say it, where that is not the text."""
    loose: float = Field(gt=0, lt=1)
    """Probability from which on it is worth listening once more."""
    sure: float = Field(gt=0, lt=1)
    """Probability from which on the networks are sure of it."""
    likely: float = Field(le=0)
    """Mean log-probability per token, by the recogniser, that will do when the networks are sure."""
    hops: int = Field(ge=4, le=40)
    """Embeddings that the networks see at once."""
    clips: int = Field(ge=0)
    """Spoken examples."""
    recordings: int = Field(0, ge=0)
    """Of the household, learned too."""
    false_per_hour: float = Field(ge=0)
    """Loose wakes an hour of speech that `loose` stands for."""
    misses: float = Field(ge=0, le=1)
    """Expected share, verification included: of voices that it was not learned from, in a lived-in room."""

    def wake_word(self, likeness: Likeness | None = None) -> WakeWord:
        """What it takes to believe in it."""
        return WakeWord(self.id, self.text, self.language, self.loose, self.sure, self.likely, likeness)


@dataclass(frozen=True, slots=True, eq=False)
class LearnedWord:
    """A learned word."""

    facts: Facts
    ensemble: Ensemble
    likeness: Likeness | None = None
    """None where there was nothing to learn it from."""

    def wake_word(self) -> WakeWord:
        """What it takes to believe in it."""
        return self.facts.wake_word(self.likeness)


def write_word(directory: Path, word: LearnedWord) -> None:
    """Keep a word in a directory, which is made; a reader sees the old word or the new one."""
    directory.mkdir(parents=True, exist_ok=True)
    arrays = BytesIO()
    parts = {
        f"{number}_{name}": value.astype(np.float16 if name.startswith("layer") else np.float32)
        for number, network in enumerate(word.ensemble.networks)
        for name, value in _named(network)
    }
    np.savez_compressed(arrays, **parts)  # type: ignore[arg-type]  # numpy's stubs take the names for its options
    _replace(directory / NETWORKS, arrays.getvalue())
    if word.likeness is None:
        (directory / LIKENESS).unlink(missing_ok=True)
    else:
        _replace(directory / LIKENESS, pack(word.likeness))
    _replace(directory / FACTS, word.facts.model_dump_json(indent=1).encode() + b"\n")


def read_word(directory: Path) -> LearnedWord:
    """The word that a directory keeps.

    :raises ModelMissing: there is none.
    :raises ModelDamaged: its files are not what `write_word` writes.
    """
    facts = read_facts(directory)
    try:
        ensemble = Ensemble(facts.hops, _networks(_bytes(directory / NETWORKS), facts.hops))
    except UNREADABLE as problem:
        raise _damaged(directory, problem) from problem
    return LearnedWord(facts, ensemble, read_likeness(directory))


def read_likeness(directory: Path) -> Likeness | None:
    """What tells the word from what sounds like it, or None. :raises ModelDamaged: the file is another."""
    try:
        return unpack(_bytes(directory / LIKENESS)) if (directory / LIKENESS).exists() else None
    except UNREADABLE as problem:
        raise _damaged(directory, problem) from problem


def read_facts(directory: Path) -> Facts:
    """What is known of the word that a directory keeps. Raises what `read_word` raises."""
    try:
        facts = Facts.model_validate_json(_bytes(directory / FACTS))
    except FileNotFoundError as problem:
        raise ModelMissing(f"there is no wake word in {directory}; run: xiaoban wake list") from problem
    except (ValidationError, OSError, ValueError) as problem:
        raise _damaged(directory, problem) from problem
    if facts.id != directory.name:
        raise _damaged(directory, ValueError(f"it says that it is '{facts.id}'"))
    return facts


def shelves(own: Path) -> tuple[Path, ...]:
    """Where words are looked for: those of the household first, then those in the package."""
    return own, Path(str(files("models").joinpath("data/wake")))


def find_word(own: Path, id_: str) -> Path | None:
    """The directory of a word, or None where nobody has made it."""
    if not ID.fullmatch(id_):
        return None
    return next((shelf / id_ for shelf in shelves(own) if (shelf / id_ / FACTS).is_file()), None)


def words(own: Path) -> Iterator[tuple[Path, Facts | ModelError]]:
    """Every word there is, by name, the household's before the package's; damaged ones as their error."""
    seen: set[str] = set()
    for shelf in shelves(own):
        for directory in sorted(shelf.iterdir()) if shelf.is_dir() else ():
            if (directory / FACTS).is_file() and directory.name not in seen:
                seen.add(directory.name)
                try:
                    yield directory, read_facts(directory)
                except ModelError as problem:
                    yield directory, problem


def _named(network: Network) -> Iterator[tuple[str, np.ndarray]]:
    yield "mean", network.mean[:SIZE]
    yield "scale", network.scale[:SIZE]
    for number, layer in enumerate(network.layers):
        yield f"layer{number}", layer


def _networks(content: bytes, hops: int) -> tuple[Network, ...]:
    """:raises ValueError: shapes that do not fit, or numbers that are none."""
    with np.load(BytesIO(content), allow_pickle=False) as parts:
        count = len([name for name in parts.files if name.endswith("_mean")])
        made = tuple(_network(parts, number, hops) for number in range(count))
    if not 1 <= count <= 10:
        raise ValueError("it has no networks, or too many")
    return made


def _network(parts: np.lib.npyio.NpzFile, number: int, hops: int) -> Network:
    mean, scale = (np.tile(parts[f"{number}_{name}"].astype(np.float32), hops) for name in ("mean", "scale"))
    layers = tuple(parts[f"{number}_layer{layer}"].astype(np.float32) for layer in range(6))
    width = hops * SIZE
    for weights, biases in zip(layers[::2], layers[1::2], strict=True):
        if weights.ndim != 2 or weights.shape[0] != width or biases.shape != weights.shape[1:]:
            raise ValueError("its networks have other shapes")
        width = weights.shape[1]
    if width != 1 or mean.shape != (hops * SIZE,) or scale.shape != mean.shape:
        raise ValueError("its networks have other shapes")
    if not all(np.isfinite(array).all() for array in (mean, scale, *layers)):
        raise ValueError("its networks are not of numbers")
    return Network(mean, scale, layers)


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > LARGEST:
        raise ValueError(f"{file.name} is too big")
    return file.read_bytes()


def _replace(file: Path, content: bytes) -> None:
    partly = file.with_suffix(".part")
    partly.write_bytes(content)
    partly.replace(file)


def _damaged(directory: Path, problem: Exception) -> ModelDamaged:
    first = str(problem).partition("\n")[0]
    again = "xiaoban wake train TEXT"
    return ModelDamaged(
        f"the wake word in {directory} is damaged ({first}); make it anew: {again}",
        f"{directory} 里的唤醒词已损坏（{first}）；请重新训练：{again}",
    )
