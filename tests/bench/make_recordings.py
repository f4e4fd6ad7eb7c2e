"""Speaks the demonstration's requests with the project's own voices: python -m tests.bench.make_recordings.

English voices say the name, since that is the language of the wake word; Chinese ones go on where the request
is Chinese. The recordings are committed; this shows where they come from and makes more.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant import paths
from audio import wav
from audio.frame import RATE, Samples
from audio.resample import resample
from models.kokoro import Kokoro
from models.store import Store

OUT = Path(__file__).resolve().parents[2] / "assistant" / "data" / "recordings"
CAST = {
    "heart": ("af_heart", "zf_xiaoyi"),
    "adam": ("am_adam", "zm_yunxi"),
    "emma": ("bf_emma", "zf_xiaoxiao"),
}
REQUESTS: Sequence[tuple[str, str, str, str]] = (
    ("1-en-device", "heart", "en", "Turn on the kitchen light."),
    ("2-zh-device", "adam", "zh", "打开卧室的灯。"),
    ("3-en-state", "emma", "en", "Is the front door locked?"),
    ("4-zh-timer", "heart", "zh", "设一个十分钟的计时器。"),
    ("5-en-compound", "adam", "en", "Turn off the lights and close the curtains."),
    ("6-zh-state", "emma", "zh", "卧室现在多少度？"),
    ("7-en-fact", "heart", "en", "What is the capital of France?"),
    ("8-zh-small-talk", "adam", "zh", "你好，你叫什么名字？"),
)


def _silence(seconds: float) -> Samples:
    hiss = np.random.default_rng(1).normal(0, 8, round(seconds * RATE))
    return hiss.astype(np.int16)


def main() -> None:
    """Write every recording anew."""
    store = Store(paths.models_dir())
    OUT.mkdir(parents=True, exist_ok=True)
    for name, cast, language, text in REQUESTS:
        voices = dict(zip(("en", "zh"), CAST[cast], strict=True))
        files = {code: next(store.find(style).glob("*.bin")) for code, style in voices.items()}
        kokoro = Kokoro(store.find("kokoro-82m"), files)

        def say(words: str, code: str, kokoro: Kokoro = kokoro) -> Samples:
            return resample(np.concatenate(list(kokoro.speak(words, code))), 24_000, RATE)

        parts = [_silence(0.6), say("Hey Jarvis!", "en"), _silence(0.15), say(text, language), _silence(0.4)]
        wav.write(OUT / f"{name}.flac", np.concatenate(parts))


if __name__ == "__main__":
    main()
