"""While nobody speaks frames come together; when somebody does, at once."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drowse import ALERT, TOGETHER, Drowse
from audio.frame import FRAME, Frame


def frames(*levels: int) -> list[Frame]:
    """Noise of these levels, in steps of int16."""
    random = np.random.default_rng(2)
    return [
        Frame((random.standard_normal(FRAME) * level).clip(-32_000, 32_000).astype(np.int16), number * FRAME)
        for number, level in enumerate(levels)
    ]


def gathered(given: list[Frame], drowse: Drowse) -> list[int]:
    """How many frames came together, for each frame that went in."""
    found = [drowse.gather(frame, awake=False) for frame in given]
    return [0 if each is None else len(each.samples) // FRAME for each in found]


def test_a_quiet_room_is_visited_four_times_a_second_instead_of_thirty_one() -> None:
    counts = gathered(frames(*[12] * 1_000), Drowse())
    assert sum(count > 0 for count in counts) < 1_000 / TOGETHER + ALERT + TOGETHER
    assert max(counts) == TOGETHER


def test_speech_is_never_late_and_neither_is_the_silence_behind_it() -> None:
    drowse = Drowse()
    quiet = gathered(frames(*[12] * 500), drowse)
    spoken = gathered(frames(*[2_000] * 30, *[12] * (ALERT - 1)), drowse)
    assert spoken[0] == 1 + _waiting(quiet)
    assert set(spoken[1:]) == {1}


def _waiting(counts: list[int]) -> int:
    """Frames that were still waiting behind the last visit."""
    return next(back for back, count in enumerate(reversed(counts)) if count)


def test_steady_noise_is_soon_a_quiet_room() -> None:
    counts = gathered(frames(*[12] * 300, *[800] * 600), Drowse())
    assert 0 in counts[500:]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 12, 800, 8_000]), st.booleans()), max_size=200))
def test_every_sample_comes_once_and_in_order(told: list[tuple[int, bool]]) -> None:
    drowse, position = Drowse(), 0
    heard = frames(*(level for level, _ in told))
    for frame, (_, awake) in zip(heard, told, strict=True):
        found = drowse.gather(frame, awake=awake)
        if found is not None:
            assert found.start == position
            expected = np.concatenate([each.samples for each in heard if position <= each.start < found.end])
            assert np.array_equal(found.samples, expected)
            position = found.end
            assert not awake or position == frame.end
