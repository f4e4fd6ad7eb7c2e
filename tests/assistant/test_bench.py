"""Measuring this machine, on scripted engines and in virtual time."""

from dataclasses import replace
from pathlib import Path

from assistant import clock
from assistant.config import Config, stand_ins
from assistant.events import Turn
from assistant.hosted import Hosted
from assistant.household import opened
from assistant.measurement import FAST_FIRST_SOUND, FIRST_SOUND, Answered, answers, cut_short, stages
from audio import wav
from audio.frame import RATE
from models.scripted import Script, ScriptedTranscriber
from tests.assistant.sounds import recording, silence, speech


def answered(path: str, first_sound: float, route: str = "fast") -> Answered:
    """An answer that took so many milliseconds."""
    turn = Turn(
        at=0, lang="en", heard="", route=route, intent=None, slots={}, confidence=1.0, intents=(),
        actions=(), reply="", timing_ms={FIRST_SOUND: first_sound},
    )  # fmt: skip
    return Answered(Path(path), turn, silence(0.1))


def test_every_recording_is_meant_for_us_and_answered(tmp_path: Path) -> None:
    sound = tmp_path / "order.wav"
    wav.write(sound, recording(silence(0.5), speech(1.0), silence(1.5)))

    async def main() -> tuple[Answered, ...]:
        async with opened(stand_ins(Config())) as household:
            assert household.hearing is not None
            words = ScriptedTranscriber(Script(transcripts=("turn on the kitchen light",) * 4))
            hearing = replace(household.hearing, transcriber=Hosted(words, household.patterns.worker))
            return await answers(replace(household, hearing=hearing), [sound, sound], wake=False)

    found = clock.run(main(), virtual=True)
    assert [each.turn.intent for each in found] == ["HassTurnOn"] * 2
    assert cut_short(found, rounds=2) == 0
    assert all(len(each.samples) > RATE for each in found)


def test_what_took_long_thinking_is_not_in_the_fast_path() -> None:
    found = stages([answered("a", 300), answered("b", 500), answered("c", 4000, "chat")])
    assert found[FAST_FIRST_SOUND]["median"] == 400
    assert found[FIRST_SOUND] == {"median": 500, "p95": 3650, "count": 3}


def test_a_request_that_was_answered_twice_was_cut_short() -> None:
    turns = [answered("a", 300), answered("b", 300), answered("b", 300)]
    assert cut_short(turns) == 1
    assert cut_short([*turns, answered("a", 300)], rounds=2) == 0
