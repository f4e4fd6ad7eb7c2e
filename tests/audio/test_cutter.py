"""Cutting: frames of one length that know where they are, whatever the blocks and the gaps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio.cutter import Cutter
from audio.frame import FRAME, RATE, Frame


@given(st.lists(st.tuples(st.integers(0, 1000) | st.just(0), st.integers(0, 2000)), max_size=30))
def test_every_frame_holds_the_samples_of_its_own_place(blocks: list[tuple[int, int]]) -> None:
    cutter, at, frames = Cutter(RATE), 0, list[Frame]()
    for gap, length in blocks:
        at += gap
        frames += cutter.feed(at, (np.arange(at, at + length) % 32000).astype(np.int16))
        at += length
    for frame in frames:
        assert frame.samples.tolist() == [place % 32000 for place in range(frame.start, frame.end)]
        assert len(frame.samples) == FRAME
    heard = len(frames) * FRAME
    assert 0 <= at - heard - cutter.dropped < FRAME + max((gap for gap, _ in blocks), default=0) + 1


def test_a_gap_at_another_rate_is_as_long_in_ours() -> None:
    cutter = Cutter(48_000)
    before = list(cutter.feed(0, np.zeros(48_000, np.int16)))
    after = list(cutter.feed(96_000, np.zeros(48_000, np.int16)))
    assert before[0].start == 0
    assert after[0].start == 2 * RATE
    assert cutter.dropped == 2 * RATE - before[-1].end
