"""What we said ourselves is known by when it was in the air."""

from assistant.aired import KEPT_S, ROOM, Aired
from audio.frame import FRAME, RATE


def aired(*said: tuple[int, int, str]) -> Aired:
    """Words by the frames in which they were in the air."""
    found = Aired()
    for first, last, words in said:
        for number in range(first, last):
            found.note(number * FRAME, words)
    return found


def test_only_what_overlaps_counts() -> None:
    words = aired((0, 50, "one"), (50, 100, "two"), (200, 250, "three"))
    assert words.between(60 * FRAME, 70 * FRAME) == "one two"  # the room lasts
    assert words.between(80 * FRAME, 90 * FRAME) == "two"
    assert words.between(100 * FRAME + 2 * ROOM, 150 * FRAME) == ""
    assert words.between(0, 300 * FRAME) == "one two three"


def test_silence_has_no_words() -> None:
    assert aired((0, 10, "")).between(0, RATE) == ""


def test_what_is_long_past_is_forgotten() -> None:
    words = aired((0, 10, "one"))
    words.note((KEPT_S + 10) * RATE, "two")
    assert words.between(0, RATE) == ""
