"""Somebody speaks while the assistant does: whole conversations on scripted engines, in virtual time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from assistant import clock
from assistant.config import Config, stand_ins
from assistant.conversation import Conversation
from assistant.events import AnyEvent, Speaking, Spoken, TimerRang, Turn
from assistant.hosted import Hosted
from assistant.household import conversing, opened
from assistant.wallclock import LoopClock
from audio.frame import RATE, Samples
from models.scripted import Script, ScriptedChat, ScriptedStops, ScriptedTranscriber
from tests.assistant.sounds import recording, speech, stop
from tests.room import Room

STORY = " ".join(["Once upon a time a fox lived at the edge of a village, near the bus stop."] * 2)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

Happened = tuple[list[AnyEvent], list[float]]
"""Events, and every gain of the speaker."""


def over_a_story(
    *heard: str,
    seconds: float = 0.6,
    wait_s: float = 1.0,
    full_duplex: bool = True,
    story: str = STORY,
    sound: Samples | None = None,
) -> Happened:
    """Somebody says what is `heard` while a story is told in a room without echo, or only makes a `sound`."""

    async def play(conversation: Conversation, place: Room, events: Sequence[AnyEvent]) -> None:
        conversation.order("tell me a story", lambda: None)
        await until(lambda: any(isinstance(event, Speaking) for event in events))
        for number, _ in enumerate(heard):
            place.say(speech(seconds), wait_s=wait_s + 3 * number)
        if sound is not None:
            place.say(sound, wait_s=wait_s)
        await until(lambda: any(isinstance(event, Spoken) for event in events))
        await asyncio.sleep(2)

    return converse(play, heard, story, full_duplex=full_duplex)


def converse(
    play: Callable[[Conversation, Room, Sequence[AnyEvent]], Awaitable[None]],
    heard: Sequence[str],
    story: str = STORY,
    *,
    full_duplex: bool = True,
) -> Happened:
    """What happens in a quiet room."""
    events: list[AnyEvent] = []
    place = Room(np.zeros(1))
    script = Script(transcripts=tuple(heard), replies=(story,))

    async def main() -> None:
        async with opened(stand_ins(Config())) as loaded:
            assert loaded.hearing is not None
            assert loaded.chat is not None
            transcriber = Hosted(ScriptedTranscriber(script), loaded.hearing.transcriber.worker)
            stops = Hosted(ScriptedStops(), loaded.hearing.voice.worker)
            home = replace(
                loaded,
                hearing=replace(loaded.hearing, transcriber=transcriber, stops=stops),
                chat=Hosted(ScriptedChat(script), loaded.chat.worker),
            )
            async with conversing(
                home,
                place.microphone,
                place.speaker,
                events.append,
                clock=LoopClock(NOON),
                full_duplex=full_duplex,
            ) as conversation:
                running = asyncio.create_task(conversation.run())
                await play(conversation, place, events)
                await place.microphone.aclose()
                await asyncio.wait([running])

    clock.run(main(), virtual=True)
    return events, place.speaker.gains


async def until(true: Callable[[], bool]) -> None:
    """Wait in virtual time, a minute at most."""
    for _ in range(2000):
        if true():
            return
        await asyncio.sleep(0.03)
    raise AssertionError("it never happened")


def spoken(events: Sequence[AnyEvent]) -> Spoken:
    """The first thing that was said."""
    return next(event for event in events if isinstance(event, Spoken))


def intents(events: Sequence[AnyEvent]) -> list[str | None]:
    """What was understood, turn by turn."""
    return [event.intent for event in events if isinstance(event, Turn)]


def test_stop_needs_no_wake_word_while_a_story_is_told() -> None:
    events, gains = over_a_story("stop")
    assert spoken(events).interrupted
    assert "Stop" in intents(events)
    assert gains[0] < 1
    assert gains[-1] == 1


def test_what_was_moved_before_is_not_what_is_told_to_stop() -> None:
    async def play(conversation: Conversation, place: Room, events: Sequence[AnyEvent]) -> None:
        conversation.order("close the bedroom curtains", lambda: None)
        conversation.order("tell me a story", lambda: None)
        await until(lambda: sum(isinstance(event, Speaking) for event in events) == 2)
        place.say(speech(0.6), wait_s=1.0)
        await until(lambda: sum(isinstance(event, Spoken) for event in events) == 2)
        await asyncio.sleep(2)

    events, _ = converse(play, ["stop"])
    assert [event for event in events if isinstance(event, Spoken)][1].interrupted
    assert intents(events)[-1] == "Stop"


def test_what_rings_is_told_to_stop_and_not_what_was_moved_before() -> None:
    async def play(conversation: Conversation, place: Room, events: Sequence[AnyEvent]) -> None:
        conversation.order("set a timer for 5 seconds", lambda: None)
        conversation.order("close the bedroom curtains", lambda: None)
        await until(lambda: any(isinstance(event, TimerRang) for event in events))
        place.say(speech(0.6), wait_s=1.0)
        await until(lambda: intents(events)[2:] != [])

    events, _ = converse(play, ["stop"])
    assert intents(events) == ["HassStartTimer", "HassTurnOff", "Stop"]


def test_stop_in_chinese() -> None:
    events, _ = over_a_story("别说了")
    assert spoken(events).interrupted


def test_it_stops_within_half_a_second_beside_recognition() -> None:
    events, _ = over_a_story("stop", wait_s=1.0)
    began = next(event.at for event in events if isinstance(event, Speaking))
    assert spoken(events).at - began < (1.0 + 0.6 + 0.5) * RATE


def test_a_word_of_stopping_is_acted_on_before_anybody_pauses() -> None:
    events, gains = over_a_story(sound=recording(speech(0.4), stop(), speech(2.0)))
    began = next(event.at for event in events if isinstance(event, Speaking))
    assert spoken(events).interrupted
    assert spoken(events).at - began < (1.0 + 0.4 + 0.3) * RATE
    assert intents(events).count("Stop") == 1
    assert gains[-1] == 1


def test_it_is_acted_on_once_when_the_recogniser_hears_it_too() -> None:
    events, _ = over_a_story("stop", sound=recording(speech(0.3), stop()))
    assert spoken(events).interrupted
    assert intents(events).count("Stop") == 1


def test_our_own_word_of_stopping_does_not_stop_us() -> None:
    events, _ = over_a_story(sound=stop(), story="The bus will stop at the bus stop, and stop again. " * 3)
    assert not spoken(events).interrupted


def test_without_cancellation_nothing_listens_for_words_of_stopping() -> None:
    events, _ = over_a_story(sound=stop(), full_duplex=False)
    assert not spoken(events).interrupted


def test_other_talk_lowers_the_voice_for_a_moment_only() -> None:
    events, gains = over_a_story("did you see my keys")
    assert not spoken(events).interrupted
    assert gains[0] < 1
    assert gains[-1] == 1


def test_long_talk_by_others_does_not_keep_the_voice_low() -> None:
    events, gains = over_a_story("and so on", seconds=4.5, wait_s=0.2)
    assert not spoken(events).interrupted
    assert gains[-1] == 1


def test_a_click_is_nothing() -> None:
    events, gains = over_a_story("stop", seconds=0.064)
    assert not spoken(events).interrupted
    assert min(gains, default=1.0) == 1


def test_our_own_words_do_not_stop_us() -> None:
    events, gains = over_a_story("bus stop", "stop")
    assert not spoken(events).interrupted
    assert gains[-1] == 1


def test_a_request_without_the_wake_word_is_for_somebody_else() -> None:
    events, _ = over_a_story("turn on the kitchen light")
    assert not spoken(events).interrupted
    assert "HassTurnOn" not in intents(events)


def test_without_cancellation_only_the_wake_word_interrupts() -> None:
    events, gains = over_a_story("stop", full_duplex=False)
    assert not spoken(events).interrupted
    assert gains == [] or min(gains) == 1


def test_stop_ends_the_ringing_of_a_timer() -> None:
    rang: list[bool] = []

    async def play(conversation: Conversation, place: Room, events: Sequence[AnyEvent]) -> None:
        conversation.order("set a timer for 5 seconds", lambda: None)
        await until(lambda: any(isinstance(event, TimerRang) for event in events))
        await asyncio.sleep(4)
        rang.append(place.speaker.sounding)
        place.say(speech(0.6))
        await asyncio.sleep(8)
        rang.append(place.speaker.sounding)

    events, _ = converse(play, ["stop"])
    assert "Stop" in intents(events)
    assert rang == [True, False]


def test_a_word_of_stopping_ends_the_ringing_too() -> None:
    rang: list[bool] = []

    async def play(conversation: Conversation, place: Room, events: Sequence[AnyEvent]) -> None:
        conversation.order("set a timer for 5 seconds", lambda: None)
        await until(lambda: any(isinstance(event, TimerRang) for event in events))
        await asyncio.sleep(4)
        rang.append(place.speaker.sounding)
        place.say(stop())
        await asyncio.sleep(8)
        rang.append(place.speaker.sounding)

    events, _ = converse(play, [])
    assert "Stop" in intents(events)
    assert rang == [True, False]
