"""Resampling: pieces make the same sound as the whole, in the same place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.frame import Samples
from audio.resample import Resampler, resample


def _tone(rate: int, seconds: float, pitch: float = 440.0) -> Samples:
    t = np.arange(round(rate * seconds)) / rate
    return (8000 * np.sin(2 * np.pi * pitch * t)).astype(np.int16)


@pytest.mark.parametrize(
    ("source", "target"), [(48_000, 16_000), (44_100, 16_000), (22_050, 48_000), (8_000, 16_000)]
)
def test_a_tone_stays_the_tone_in_the_same_place(source: int, target: int) -> None:
    sound = resample(_tone(source, 1.0), source, target)
    expected = _tone(target, 1.0)
    assert abs(len(sound) - target) <= 1
    middle = slice(target // 10, -target // 10)
    assert np.abs(sound[: len(expected)][middle].astype(int) - expected[: len(sound)][middle]).max() < 100


@settings(deadline=None)
@given(st.lists(st.integers(0, 5000), max_size=20), st.sampled_from([(44_100, 16_000), (22_050, 48_000)]))
def test_pieces_of_any_length_make_the_same_sound_as_the_whole(
    pieces: list[int], rates: tuple[int, int]
) -> None:
    sound = _tone(rates[0], sum(pieces) / rates[0])
    stream = Resampler(*rates)
    parts = [stream.process(piece) for piece in np.split(sound, np.cumsum(pieces))]
    streamed = np.concatenate([*parts, stream.process(np.zeros(0, np.int16), last=True)])
    assert np.abs(streamed.astype(int) - resample(sound, *rates)).max(initial=0) <= 1


def test_the_same_rate_passes_through_untouched() -> None:
    sound = _tone(16_000, 0.1)
    assert Resampler(16_000, 16_000).process(sound) is sound


def test_after_the_last_block_a_new_stream_begins() -> None:
    sound, stream = _tone(48_000, 0.2), Resampler(48_000, 16_000)
    first = stream.process(sound, last=True)
    np.testing.assert_array_equal(stream.process(sound, last=True), first)
