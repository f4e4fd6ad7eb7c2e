"""Whole conversations on scripted engines, in virtual time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import clock
from assistant.config import Config, stand_ins
from assistant.events import (
    AnyEvent,
    Heard,
    HomeChanged,
    NoSpeech,
    Partial,
    Speaking,
    SpeechEnd,
    Spoken,
    TimerRang,
    Turn,
    Wake,
)
from assistant.hosted import Hosted
from assistant.household import Household, conversing, opened
from assistant.wallclock import LoopClock
from audio import wav
from audio.frame import RATE, Samples
from audio.playlist import PlaylistMicrophone
from models.scripted import Script, ScriptedChat, ScriptedTranscriber
from tests.assistant.sounds import recording, silence, speech, wake

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _with_script(household: Household, script: Script) -> Household:
    assert household.hearing is not None
    assert household.chat is not None
    transcriber = Hosted(ScriptedTranscriber(script), household.hearing.transcriber.worker)
    hearing = replace(household.hearing, transcriber=transcriber)
    return replace(household, hearing=hearing, chat=Hosted(ScriptedChat(script), household.chat.worker))


def converse(path: Path, script: Script, sounds: Sequence[Samples]) -> list[AnyEvent]:
    """What happened while these recordings were played one after another."""
    paths = []
    for number, sound in enumerate(sounds):
        paths.append(path / f"{number}.wav")
        wav.write(paths[-1], sound)
    events: list[AnyEvent] = []

    async def main() -> None:
        async with opened(stand_ins(Config())) as loaded:
            household = _with_script(loaded, script)
            quiet: list[Callable[[], bool]] = []
            microphone = PlaylistMicrophone(paths, lambda: all(is_quiet() for is_quiet in quiet))
            async with (
                aclosing(wav.WavSpeaker(None)) as speaker,
                conversing(
                    household, microphone, speaker, events.append, clock=LoopClock(NOON)
                ) as conversation,
            ):
                quiet.append(lambda: conversation.quiet)
                await conversation.run()

    clock.run(main(), virtual=True)
    return events


def request(seconds: float = 1.2) -> Samples:
    """The wake word and something said."""
    return recording(silence(1), wake(), silence(0.2), speech(seconds), silence(1.2))


def of(events: Sequence[AnyEvent], kind: type) -> list[AnyEvent]:
    return [event for event in events if isinstance(event, kind)]


def turns(events: Sequence[AnyEvent]) -> list[Turn]:
    return [event for event in events if isinstance(event, Turn)]


def test_turn_on_the_kitchen_light(tmp_path: Path) -> None:
    events = converse(tmp_path, Script(transcripts=("turn on the kitchen light",)), [request()])
    turn = turns(events)[0]
    assert (turn.intent, turn.route) == ("HassTurnOn", "fast")
    assert [action.verified for action in turn.actions] == [True]
    assert "kitchen light" in turn.reply
    order = [
        type(event)
        for event in events
        if isinstance(event, Wake | SpeechEnd | HomeChanged | Speaking | Spoken)
    ]
    assert order == [Wake, SpeechEnd, HomeChanged, Speaking, Spoken]


def test_the_words_so_far_are_told_at_a_pause_before_they_are_acted_upon(tmp_path: Path) -> None:
    events = converse(tmp_path, Script(transcripts=("turn on the kitchen light",)), [request()])
    told = [event for event in events if isinstance(event, Partial | Heard | HomeChanged)]
    assert [type(event) for event in told] == [Partial, Heard, HomeChanged]
    assert told[:1] == [Partial(told[1].at, "turn on the kitchen light", "en")]


def test_a_long_story_is_written_down_in_parts_and_is_one_request(tmp_path: Path) -> None:
    story = recording(*[recording(speech(7.7), silence(0.3))] * 5)
    lines = [f"sentence {number}" for number in range(20)]
    sound = recording(silence(1), wake(), silence(0.2), story, silence(1.2))
    (heard,) = of(converse(tmp_path, Script(transcripts=tuple(lines)), [sound]), Heard)
    assert isinstance(heard, Heard)
    assert heard.text.count("sentence") == 3  # cut behind 15 seconds, and again


def test_the_same_recording_is_the_same_conversation(tmp_path: Path) -> None:
    script = Script(transcripts=("turn on the kitchen light", "打开客厅灯"))

    def strip(events: list[AnyEvent]) -> list[AnyEvent]:
        return [replace(event, timing_ms={}) if isinstance(event, Turn) else event for event in events]

    first, second = (strip(converse(tmp_path, script, [request(), request()])) for _ in range(2))
    assert first == second
    assert len(turns(first)) == 2


def test_unlocking_asks_first_and_a_yes_needs_no_wake_word(tmp_path: Path) -> None:
    sound = recording(request(), silence(3), speech(0.5), silence(2))
    events = converse(tmp_path, Script(transcripts=("unlock the front door", "yes")), [sound])
    asked, done = turns(events)
    assert [action.ok for action in asked.actions] == [False]
    assert [action.ok for action in done.actions] == [True]
    assert len(of(events, Wake)) == 1


def test_unlocking_and_silence_leaves_it_locked(tmp_path: Path) -> None:
    events = converse(tmp_path, Script(transcripts=("unlock the front door",)), [request()])
    assert of(events, NoSpeech)
    assert not of(events, HomeChanged)


def test_a_wake_word_interrupts_a_story_and_only_what_was_heard_is_remembered(tmp_path: Path) -> None:
    story = "Once there was a fox. " * 40
    sound = recording(request(), silence(6), wake(), silence(0.2), speech(0.6), silence(2))
    events = converse(tmp_path, Script(transcripts=("tell me a story", "stop"), replies=(story,)), [sound])
    spoken = [event for event in events if isinstance(event, Spoken)]
    assert spoken[0].interrupted
    assert 0 < len(spoken[0].text) < len(story) / 2
    assert turns(events)[1].intent == "Stop"


def test_a_timer_rings_until_somebody_says_stop(tmp_path: Path) -> None:
    sound = recording(request(), silence(10), wake(), silence(0.2), speech(0.6), silence(6))
    events = converse(tmp_path, Script(transcripts=("set a timer for 5 seconds", "stop")), [sound])
    assert len(of(events, TimerRang)) == 1
    assert turns(events)[1].actions[0].effect.command == "cancel"


def test_two_commands_in_one_breath(tmp_path: Path) -> None:
    script = Script(transcripts=("turn off the living room light and close the living room curtains",))
    turn = turns(converse(tmp_path, script, [request()]))[0]
    assert [name for name, _ in turn.intents] == ["HassTurnOff", "HassTurnOff"]
    assert len(turn.actions) == 2


@pytest.mark.parametrize("text", ["", "Hey Jarvis."])
def test_the_end_of_the_wake_word_is_no_request(tmp_path: Path, text: str) -> None:
    sound = recording(silence(1), wake(), speech(0.3), silence(1.0), speech(1.0), silence(2))
    events = converse(tmp_path, Script(transcripts=(text, "turn on the kitchen light")), [sound])
    assert [turn.intent for turn in turns(events)] == ["HassTurnOn"]


def test_turn_off_the_light_in_ten_seconds_is_done_then(tmp_path: Path) -> None:
    sound = recording(request(), silence(20))
    events = converse(
        tmp_path, Script(transcripts=("turn off the living room light in 10 seconds",)), [sound]
    )
    first, later = turns(events)
    assert first.intent == "HassStartTimer"
    assert [action.effect.device for action in later.actions] == ["light.living_room"]
    assert later.at - first.at >= 10 * RATE


def endpoint_ms(events: Sequence[AnyEvent]) -> list[float]:
    """Silence after which each utterance was taken to be over."""
    return [(event.decided - event.at) / RATE * 1000 for event in events if isinstance(event, SpeechEnd)]


def test_a_whole_request_is_answered_sooner_than_words_that_may_go_on(tmp_path: Path) -> None:
    whole = converse(tmp_path, Script(transcripts=("turn on the kitchen light",)), [request()])
    open_ended = converse(tmp_path, Script(transcripts=("my neighbour came by yesterday",)), [request()])
    assert endpoint_ms(whole)[0] < 500 < endpoint_ms(open_ended)[0] < 800


@pytest.mark.parametrize(
    ("begun", "whole"),
    [
        ("Remind me to", "Remind me to call Tom at eight"),
        ("把客厅的灯", "把客厅的灯打开"),
        ("提醒我", "提醒我八点给妈妈打电话"),
    ],
)
def test_whoever_looks_for_a_word_may_finish(tmp_path: Path, begun: str, whole: str) -> None:
    sound = recording(silence(1), wake(), silence(0.2), speech(1.0), silence(1.0), speech(1.0), silence(2.5))
    events = converse(tmp_path, Script(transcripts=(begun, whole)), [sound])
    assert [turn.heard for turn in turns(events)] == [whole]


def again() -> tuple[Samples, ...]:
    """The wake word and a request once more, some time later."""
    return silence(4), wake(), silence(0.2), speech(0.8), silence(2)


def test_it_is_known_in_the_next_request(tmp_path: Path) -> None:
    sound = recording(request(), *again(), *again())
    said = ("turn on the kitchen light", "turn it off", "no, the bedroom one")
    _, second, third = turns(converse(tmp_path, Script(transcripts=said), [sound]))
    assert [action.effect.device for action in second.actions] == ["light.kitchen"]
    assert "light.bedroom" in {action.effect.device for action in third.actions}


def test_an_answer_needs_no_wake_word(tmp_path: Path) -> None:
    sound = recording(request(), silence(4), speech(0.8), silence(3))
    asked, done = turns(converse(tmp_path, Script(transcripts=("set a timer", "ten minutes")), [sound]))
    assert asked.reply == "For how long?"
    assert done.reply == "Timer set for 10 minutes."
