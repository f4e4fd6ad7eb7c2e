"""How fast it speaks: people say so, it stays so, and never becomes too fast or too slow to follow."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.pace import MOST, STEP, Pace
from intents.vocabulary import Intent
from tests.assistant.talking import held

SLOWER, FASTER, USUAL = (Intent("SetSpeechRate", {"rate_step": step}) for step in ("down", "up", "usual"))

DIALOGUES = {
    "speech": """
        speak slower please > All right, I'll speak more slowly.
        a bit slower > All right, I'll speak more slowly.
        you're talking too slow > All right, I'll speak faster.
        speak normally > All right, I'll speak as usual.
    """,
    "说话": """
        说慢一点 > 好的，我说慢一点。
        再慢一点 > 好的，我说慢一点。
        语速快一点 > 好的，我说快一点。
        恢复正常语速 > 好的，照平常的快慢说。
    """,
    "what turns has a pace as well": """
        turn on the fan > The study fan is on.
        slower > The study fan is at 20%.
        打开风扇 > 书房风扇已经开着了。
        快一点 > 书房风扇风速调到40%了。
    """,
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_people_say_how_fast(dialogue: str) -> None:
    await held(dialogue)


def test_it_stays_so_until_somebody_says_otherwise(tmp_path: Path) -> None:
    Pace(tmp_path / "pace.json").change(SLOWER)
    again = Pace(tmp_path / "pace.json")
    assert again.times == pytest.approx(1 / STEP)
    again.change(USUAL)
    assert Pace(tmp_path / "pace.json").times == 1


def test_a_file_that_makes_no_sense_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "pace.json").write_text('{"steps": 99}', encoding="utf-8")
    pace = Pace(tmp_path / "pace.json")
    assert pace.times == 1
    assert pace.damaged is not None
    assert pace.damaged.exists()


def test_at_the_end_of_the_scale_it_says_so() -> None:
    pace = Pace()
    told = [pace.change(SLOWER).kind for _ in range(MOST + 1)]
    assert told == ["slower"] * MOST + ["slowest"]
    assert pace.change(FASTER).kind == "faster"


def test_a_rehearsal_changes_nothing() -> None:
    pace = Pace()
    pace.copy().change(SLOWER)
    assert pace.times == 1


@given(st.lists(st.sampled_from([SLOWER, FASTER, USUAL])))
def test_whatever_is_asked_it_can_be_followed(asked: list[Intent]) -> None:
    pace = Pace()
    for intent in asked:
        pace.change(intent)
    assert 0.5 < pace.times < 2
