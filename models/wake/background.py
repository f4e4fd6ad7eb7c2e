"""Speech and noise that hold no wake word, as embeddings: what a wake word must be told from."""

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from models.wake.embedding import HOP, SIZE, Embeddings

RATE = 16_000
STEP = 0.33
"""Of the rounding, in standard deviations of each number; its error is a tenth of one."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Pieces of sound without pause; windows must not reach from one into the next."""

    pieces: tuple[Embeddings, ...]
    sources: tuple[str, ...]
    """Whose voice each piece is, or what."""

    @property
    def hours(self) -> float:
        """How long it sounds."""
        return sum(len(piece) for piece in self.pieces) * HOP / RATE / 3600

    def split(self, share: float) -> tuple["Background", "Background"]:
        """Two parts, the second about that share: the first sources by name; no source is in both."""
        lengths: dict[str, int] = {}
        for source, piece in zip(self.sources, self.pieces, strict=True):
            lengths[source] = lengths.get(source, 0) + len(piece)
        second: set[str] = set()
        wanted = share * sum(lengths.values())
        for source in sorted(lengths):
            if lengths[source] <= wanted:
                second.add(source)
                wanted -= lengths[source]
        return self._of(set(lengths) - second), self._of(second)

    def _of(self, chosen: set[str]) -> "Background":
        both = [(p, s) for p, s in zip(self.pieces, self.sources, strict=True) if s in chosen]
        return Background(tuple(p for p, _ in both), tuple(s for _, s in both))


def pack(background: Background) -> bytes:
    """The background in as few bytes as it takes."""
    every = np.concatenate(background.pieces)
    scale = (every.std(0) * STEP).astype(np.float32)
    rounded = np.clip(np.rint(every / scale), -127, 127).astype(np.int8)
    names = sorted(set(background.sources))
    whole = BytesIO()
    np.savez_compressed(
        whole, values=rounded.T.copy(), scale=scale, names=np.array(names),
        lengths=np.array([len(piece) for piece in background.pieces], dtype=np.int32),
        sources=np.array([names.index(source) for source in background.sources], dtype=np.int16),
    )  # fmt: skip
    return whole.getvalue()


def unpack(packed: bytes) -> Background:
    """What `pack` made, but for the rounding."""
    with np.load(BytesIO(packed)) as parts:
        values: NDArray[np.float32] = parts["values"].T.astype(np.float32) * parts["scale"]
        ends = np.cumsum(parts["lengths"])
        pieces = np.split(values.reshape(-1, SIZE), ends[:-1])
        names = parts["names"]
        return Background(tuple(pieces), tuple(str(names[source]) for source in parts["sources"]))


def shipped() -> Background:
    """The background in the package."""
    return unpack(files("models").joinpath("data/background.npz").read_bytes())
