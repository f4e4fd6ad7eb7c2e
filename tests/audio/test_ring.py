"""The ring: every sample in order, the oldest lost first and counted, a clear that takes nothing new."""

import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio.frame import Samples
from audio.ring import Ring

CAPACITY = 64

STEPS = st.lists(
    st.tuples(st.sampled_from(["write", "offer", "read", "clear"]), st.integers(0, 3 * CAPACITY)), max_size=60
)


def _counting(start: int, count: int) -> Samples:
    """Samples that carry their own index."""
    return (np.arange(start, start + count) % 32000).astype(np.int16)


@given(STEPS)
def test_it_behaves_as_a_list_that_forgets_its_oldest(steps: list[tuple[str, int]]) -> None:
    ring = Ring(CAPACITY)
    model: list[int] = []  # indices that can still be read
    written = lost = 0
    for step, count in steps:
        if step == "write":
            ring.write(_counting(written, count))
            model += range(written, written + count)
            written += count
            lost += max(0, len(model) - CAPACITY)
            model = model[-CAPACITY:]
        elif step == "offer":
            before = written - ring.room  # what it says it has room for, it takes
            taken = ring.offer(_counting(written, count))
            assert taken == min(count, written - before)
            model += range(written, written + taken)
            written += taken
            assert len(model) <= CAPACITY
        elif step == "clear":
            ring.clear()
            model = []
        else:
            into = np.zeros(count, np.int16)
            got = ring.read(into)
            expected, model = model[:count], model[count:]
            assert got == len(expected)
            assert into[:got].tolist() == [index % 32000 for index in expected]
            if expected:
                assert ring.position == expected[-1] + 1
        assert ring.waiting == len(model)
        assert ring.written == written
    assert ring.dropped <= lost  # what was cleared after it was overwritten is nobody's loss


def test_what_was_overwritten_is_counted() -> None:
    ring = Ring(10)
    ring.write(_counting(0, 25))
    into = np.zeros(4, np.int16)
    assert ring.read(into) == 4
    assert into.tolist() == [15, 16, 17, 18]
    assert (ring.position, ring.dropped) == (19, 15)


def test_after_a_clear_room_comes_back_when_the_reader_has_noticed() -> None:
    ring = Ring(10)
    assert ring.offer(_counting(0, 12)) == 10
    ring.clear()
    assert (ring.waiting, ring.room) == (0, 0)
    assert ring.read(np.zeros(4, np.int16)) == 0
    assert (ring.room, ring.dropped) == (10, 0)


def test_a_reader_never_sees_sound_torn_by_a_writer_in_another_thread() -> None:
    ring, rounds = Ring(997), 3000
    done = threading.Event()

    def write() -> None:
        for index in range(rounds):
            ring.write(_counting(index * 100, 100))
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    into, read = np.zeros(130, np.int16), 0
    while not (done.is_set() and ring.waiting == 0):
        got = ring.read(into)
        np.testing.assert_array_equal(into[:got], _counting(ring.position - got, got))
        read += got
    writer.join()
    assert read + ring.dropped == rounds * 100
