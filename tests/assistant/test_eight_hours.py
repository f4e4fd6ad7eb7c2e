"""Ten minutes of the eight hours: nothing grows, and no frame is lost that nobody counted."""

from tests.bench.eight_hours import live


def test_ten_minutes_with_accidents_lose_nothing_uncounted() -> None:
    lived = live(1 / 6, every_s=60)
    assert lived.uncounted == 0
    assert lived.accidents == 9
    assert lived.lost > 0
    assert lived.turns >= 3
    assert lived.grown_mb < 20
