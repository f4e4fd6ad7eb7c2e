"""What recognition hears, beside faster-whisper's own 30 s window: python -m tests.bench.asr [options].

`--sets asr_en,asr_zh,asr_misc`, `--every N` (each Nth recording), `--again` measures anew what is kept,
`--auto` leaves the language to both, `--noise` only the silence and the noise, `--wrong` lists what differs.
Each recording is heard by both, one right after the other, so that their times can be compared.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from faster_whisper import WhisperModel  # type: ignore[import-untyped]  # publishes no types
from numpy.typing import NDArray

from assistant import paths
from audio import wav
from audio.frame import RATE, Samples
from models import guess, phantom, pieces, whisper
from models.store import Store
from models.whisper import Whisper
from tests.bench.edits import edits, units
from tests.bench.table import Row, at_most, show
from tests.shared import SHARED

DATA = SHARED / "data"
SETS = ("asr_en", "asr_zh", "asr_misc")
WORSE = 0.5
"""Points of error rate that the short window may cost."""
FASTER = 3
"""Times that it must be faster, at the median."""

CORES = os.cpu_count() or 1

Hear = Callable[[Samples, str | None], str]


@dataclass(frozen=True, slots=True)
class Heard:
    """One recording, as both heard it."""

    path: str
    ours: str
    stock: str
    ours_ms: float
    stock_ms: float


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for."""

    sets: Sequence[str] = SETS
    every: int = 1
    again: bool = False
    auto: bool = False


def rows(options: Options | None = None) -> Iterator[Row]:
    """Error rates and times of each set beside those of the usual way, and what is heard in noise."""
    chosen = options or Options()
    for name in chosen.sets:
        lines = _lines(name)[:: chosen.every]
        yield from _compared(name, lines, heard(lines, chosen))
    yield from noise_rows()


def noise_rows() -> Iterator[Row]:
    """In how many sounds without speech something is heard."""
    hear = _ours()
    for name, sounds in (("noise", _noises()), ("silence, hum, clicks, tones", made_sounds())):
        texts = {each: hear(samples, None) for each, samples in sounds}
        written = [f"{each}: {text}" for each, text in texts.items() if text]
        row = at_most(f"{name}: something is heard", 0, len(written), len(texts))
        yield Row(row.what, row.asked, "; ".join((row.measured, *written)), row.met)


def _compared(name: str, lines: Sequence[Mapping[str, str]], found: Sequence[Heard]) -> Iterator[Row]:
    said = [units(line["text"], line["lang"]) for line in lines]
    language = lines[0]["lang"]
    of = sum(map(len, said)) / 100

    def rate(texts: Iterable[str]) -> float:
        return sum(edits(one, units(text, language)) for one, text in zip(said, texts, strict=True)) / of

    ours, stock = rate(each.ours for each in found), rate(each.stock for each in found)
    unit = "characters" if language == "zh" else "words"
    asked = f"≤ {stock + WORSE:.1f} % (30 s window: {stock:.1f})"
    yield Row(f"{name} ({len(lines)}): {unit} wrong", asked, f"{ours:.1f} %", ours <= stock + WORSE)
    quick, slow = median(each.ours_ms for each in found), median(each.stock_ms for each in found)
    measured = f"{quick:.0f} ms, {slow / quick:.1f} times faster"
    yield Row("… median time", f"≤ a third of {slow:.0f} ms", measured, quick * FASTER <= slow)
    yield Row("… p95 of the time", "", f"{_p95(e.ours_ms for e in found):.0f} ms")


def _p95(values: Iterable[float]) -> float:
    return float(np.percentile([*values], 95))


def heard(lines: Sequence[Mapping[str, str]], options: Options) -> list[Heard]:
    """What both make of each recording; what is not kept yet is heard now."""
    file = paths.cache_dir() / "bench" / f"asr-{_version()}{'-auto' if options.auto else ''}.jsonl"
    kept = {} if options.again or not file.is_file() else {each.path: each for each in _read(file)}
    missing = [line for line in lines if line["path"] not in kept]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        for one in _measured(missing, auto=options.auto):
            kept[one.path] = one
            out.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            out.flush()
    return [kept[line["path"]] for line in lines]


def _read(file: Path) -> Iterator[Heard]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield Heard(**json.loads(line))


def _version() -> str:
    """A name for the recogniser as it is written now."""
    sources = [Path(str(module.__file__)).read_bytes() for module in (whisper, guess, pieces, phantom)]
    return hashlib.sha256(b"".join(sources)).hexdigest()[:12]


def _measured(lines: Sequence[Mapping[str, str]], *, auto: bool) -> Iterator[Heard]:
    if not lines:
        return
    ours, stock = _ours(), _stock()
    for line in lines:
        samples, language = wav.read(DATA / line["path"]), None if auto else line["lang"]
        (one, one_ms), (other, other_ms) = _timed(stock, samples, language), _timed(ours, samples, language)
        yield Heard(line["path"], other, one, round(other_ms, 1), round(one_ms, 1))


def _timed(hear: Hear, samples: Samples, language: str | None) -> tuple[str, float]:
    start = perf_counter()
    text = hear(samples, language)
    return text, (perf_counter() - start) * 1000


def _ours() -> Hear:
    engine = Whisper(Store(paths.models_dir()).find("whisper-base"))
    return lambda samples, language: engine.transcribe(samples, language).text


def _stock() -> Hear:
    """The library's own way, in the same weights and on all cores, the first run being over."""
    model = WhisperModel(
        str(Store(paths.models_dir()).find("whisper-base")),
        device="cpu",
        compute_type="int8",
        cpu_threads=CORES,
        local_files_only=True,
    )

    def hear(samples: Samples, language: str | None) -> str:
        segments, _ = model.transcribe(samples.astype(np.float32) / 32768, beam_size=1, language=language)
        return "".join(segment.text for segment in segments).strip()

    hear(np.zeros(RATE, np.int16), "en")
    return hear


def _lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _noises() -> Iterator[tuple[str, Samples]]:
    """All that is no speech in noise/ and not_wake/; long ones in pieces of ten seconds."""
    found = _lines("noise") + [line for line in _lines("not_wake") if line["kind"] == "noise"]
    for line in found:
        samples = wav.read(DATA / line["path"])
        for start in range(0, len(samples), 10 * RATE):
            yield f"{line['path']}@{start // RATE}", samples[start : start + 10 * RATE]


def made_sounds() -> Iterator[tuple[str, Samples]]:
    """Sounds made here, four seconds each, that hold no words."""
    draw, time = np.random.default_rng(4), np.arange(4 * RATE) / RATE
    chord = np.sin(2 * np.pi * np.outer((262, 330, 392), time)).mean(axis=0)
    melody = np.sin(2 * np.pi * np.repeat(draw.choice([262, 294, 330, 392, 440], 16), RATE // 4) * time)
    clicks = np.zeros(4 * RATE)
    clicks[draw.integers(0, 4 * RATE, 12)] = 1
    shapes: dict[str, NDArray[np.float64]] = {
        "nothing": np.zeros(4 * RATE),
        "hiss": draw.normal(0, 0.3, 4 * RATE),
        "hum at 50 Hz": np.sin(2 * np.pi * 50 * time) + 0.3 * np.sin(2 * np.pi * 150 * time),
        "fan": np.convolve(draw.normal(0, 1, 4 * RATE), np.ones(40) / 40, "same"),
        "tone": np.sin(2 * np.pi * 1000 * time),
        "beeps": np.sin(2 * np.pi * 1500 * time) * (np.sin(2 * np.pi * time) > 0.6),
        "chord": chord,
        "melody": melody * (1 - (time * 4) % 1),
        "clicks": clicks,
    }
    for name, shape in shapes.items():
        for level in (300, 6000):
            yield f"{name} at {level}", (level * shape).clip(-32768, 32767).astype(np.int16)


def wrong(options: Options) -> Iterator[str]:
    """Where the two differ in how much they have wrong."""
    for name in options.sets:
        lines = _lines(name)[:: options.every]
        for line, found in zip(lines, heard(lines, options), strict=True):
            said, language = units(line["text"], line["lang"]), line["lang"]
            ours, stock = (edits(said, units(text, language)) for text in (found.ours, found.stock))
            if ours != stock:
                told = f"{line['text']} | ours {ours}: {found.ours} | 30 s {stock}: {found.stock}"
                yield f"{line['path']}: {told}"


def main() -> None:
    """Print the table, or the differences."""
    words = sys.argv[1:]

    def option(name: str, default: str) -> str:
        return words[words.index(name) + 1] if name in words else default

    options = Options(
        option("--sets", ",".join(SETS)).split(","),
        int(option("--every", "1")),
        "--again" in words,
        "--auto" in words,
    )
    if "--wrong" in words:
        sys.stdout.writelines(f"{line}\n" for line in wrong(options))
        return
    show(noise_rows() if "--noise" in words else rows(options))


if __name__ == "__main__":
    main()
