"""Whether noise suppression or gain control help recognition: python -m tests.bench.suppression [COUNT].

Word error rates of the same recordings, as they are and with the kitchen of noise/ 10 dB below them.
"""

import sys
from collections.abc import Iterator, Sequence

import numpy as np

from assistant import paths
from audio import wav
from audio.apm import Webrtc
from audio.frame import FRAME, Samples
from models.store import Store
from models.whisper import Whisper
from tests.bench.recorded import errors, recordings
from tests.bench.table import Row, show
from tests.room import loudness
from tests.shared import SHARED

DATA = SHARED / "data"
BELOW = 10 ** (-10 / 20)
WAYS = {
    "as it is": None,
    "noise suppression": {"noise_suppression": True},
    "noise suppression and gain": {"noise_suppression": True, "gain_control": True},
    "gain": {"gain_control": True},
}


def processed(samples: Samples, switches: dict[str, bool] | None) -> Samples:
    """The sound as the processing leaves it; half a second in front lets it find out about the noise."""
    if switches is None:
        return samples
    module, front = Webrtc(**switches), samples[: FRAME * 16]
    whole = np.concatenate((front[::-1], samples, np.zeros(FRAME, np.int16)))
    blocks = [whole[at : at + FRAME] for at in range(0, len(whole), FRAME)]
    out = np.concatenate([module.cancel(block, np.zeros(len(block), np.int16)) for block in blocks])
    return out[len(front) :]


def in_kitchen(samples: Samples, draw: np.random.Generator, kitchen: Samples) -> Samples:
    """With noise from a random place in the kitchen's recording, 10 dB below the voice."""
    at = int(draw.integers(len(kitchen) - len(samples)))
    noise = kitchen[at : at + len(samples)]
    scaled = noise * (BELOW * loudness(samples) / max(1.0, loudness(noise)))
    return np.clip(np.rint(samples + scaled), -32768, 32767).astype(np.int16)


def rows(count: int = 60) -> Iterator[Row]:
    """Two places, four ways."""
    whisper = Whisper(Store(paths.models_dir()).find("whisper-base"), ("zh", "en"))
    kitchen = wav.read(DATA / "noise" / "picovoice_kitchen.flac")
    said: Sequence[tuple[Samples, str]] = recordings(DATA, count)
    for place in ("quiet", "kitchen 10 dB"):
        draw = np.random.default_rng(3)
        sounds = [(in_kitchen(s, draw, kitchen) if place != "quiet" else s, text) for s, text in said]
        for name, switches in WAYS.items():
            wrong = words = 0
            for sound, text in sounds:
                heard = whisper.transcribe(processed(sound, switches), "en").text
                wrong, words = wrong + errors(heard, text), words + len(text.split())
            yield Row(f"word errors, {place}, {name}", "", f"{100 * wrong / words:.1f} % of {words}")


def main() -> None:
    """Print the table."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    show(rows(*numbers))


if __name__ == "__main__":
    main()
