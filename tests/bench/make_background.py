"""Makes models/data/background.npz from recordings: python -m tests.bench.make_background DIRECTORY.

The directory holds one folder for each source, named as in models/data/SOURCES.md, with what the packages
named there carry; anything that PyAV reads. Six in ten pieces are put into rooms and noise first.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from audio.frame import RATE, Samples
from models.acoustics import Surroundings
from models.wake.background import Background, pack
from models.wake.embedding import Embeddings, SpeechEmbedding

OUT = Path(__file__).resolve().parents[2] / "models" / "data" / "background.npz"
PIECE = 10 * RATE
PAUSE_S = (0.06, 0.56)
IN_ROOMS = 0.6
MOST_MINUTES = {"fvru": 40.0, "moh": 13.0}
"""Of sources that would be most of it."""

FORMATS = {".g722": "g722", ".gsm": "gsm"}
"""Of files that do not say what they are."""


def recording(file: Path) -> Samples:
    """What a file holds, 16 kHz."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(str(file), format=FORMATS.get(file.suffix)) as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames] or [np.zeros(0, np.int16)])


def pieces(folder: Path, rng: np.random.Generator) -> Iterator[Samples]:
    """A source's recordings in random order, with pauses, in pieces of ten seconds and more."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    rng.shuffle(files)  # type: ignore[arg-type]  # a list will do
    left = MOST_MINUTES.get(folder.name, np.inf) * 60 * RATE
    parts: list[Samples] = []
    for file in files:
        parts += [recording(file), np.zeros(round(rng.uniform(*PAUSE_S) * RATE), np.int16)]
        length = sum(map(len, parts))
        if length > PIECE and left > 0:
            yield np.concatenate(parts)
            left -= length
            parts = []


def heard(piece: Samples, around: Surroundings) -> Samples:
    """A piece as a microphone hears it, or as it was recorded."""
    if around.chance(IN_ROOMS):
        return around.heard(piece.astype(np.float32) / np.float32(32768))
    return (piece * around.between((0.1, 1.0))).astype(np.int16)


def main() -> None:
    """Embed everything and write it."""
    embedding, rng = SpeechEmbedding(), np.random.default_rng(7)
    around = Surroundings(rng)
    made: list[tuple[str, Embeddings]] = [
        (folder.name, embedding.clip(heard(piece, around)))
        for folder in sorted(Path(sys.argv[1]).iterdir())
        for piece in pieces(folder, rng)
    ]
    background = Background(tuple(each for _, each in made), tuple(source for source, _ in made))
    OUT.write_bytes(pack(background))
    sys.stdout.write(f"{background.hours:.2f} hours, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
