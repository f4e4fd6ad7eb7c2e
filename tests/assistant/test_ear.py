"""The ear on scripted sound in virtual time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from assistant import clock
from assistant.config import Voice
from assistant.ear import Ear, OwnVoice
from assistant.events import AnyEvent, NoSpeech, Overrun, SpeechEnd, SpeechStart, Wake
from assistant.hosted import Hosted
from assistant.signals import Continuing, Finished, Nothing, Part, Pausing, Pressed, Signal, Woken
from assistant.waking import Waking
from audio import wav
from audio.frame import FRAME, RATE, Frame, Samples
from models.cascade import WakeWord
from models.scripted import ScriptedVerifier, ScriptedVoice, ScriptedWake
from models.worker import Worker
from tests.assistant.sounds import recording, silence, speech, wake

JARVIS = WakeWord("hey_jarvis", "Hey Jarvis", "en", 0.5, 0.9, -5.0)


def _listen(
    path: Path, sound: Samples, own_words: Callable[[], str] = lambda: ""
) -> tuple[list[Signal], list[AnyEvent]]:
    """What the ear made of a recording."""
    wav.write(path, sound)
    signals: list[Signal] = []
    events: list[AnyEvent] = []

    async def main() -> None:
        worker = Worker("ear")
        wake, verifier = Hosted(ScriptedWake(), worker), Hosted(ScriptedVerifier(), worker)
        ear = Ear(
            wav.WavMicrophone(path),
            Waking(wake, verifier, [JARVIS], events.append),
            Hosted(ScriptedVoice(), worker),
            Voice(),
            events.append,
            own=OwnVoice(own_words),
        )
        await ear.run()
        signals.extend([signal async for signal in ear.signals()])
        await worker.aclose()

    clock.run(main(), virtual=True)
    return signals, events


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "said.wav"


def test_a_request_behind_the_wake_word_is_one_utterance(path: Path) -> None:
    signals, events = _listen(path, recording(silence(1), wake(), silence(0.3), speech(1.5), silence(1.5)))
    assert [type(signal) for signal in signals] == [Woken, Pausing, Finished]
    assert [type(event) for event in events] == [Wake, SpeechStart, SpeechEnd]


def test_words_without_a_pause_lose_nothing(path: Path) -> None:
    signals, _ = _listen(path, recording(silence(1), wake(), speech(1.0), silence(1.5)))
    said = next(signal.utterance for signal in signals if isinstance(signal, Finished))
    assert said.start <= RATE + FRAME
    assert said.after_wake


def test_speech_without_the_wake_word_is_not_ours(path: Path) -> None:
    assert _listen(path, recording(silence(1), speech(3), silence(2))) == ([], [])


def test_the_wake_word_and_then_nothing(path: Path) -> None:
    signals, events = _listen(path, recording(silence(1), wake(), silence(7)))
    assert [type(signal) for signal in signals] == [Woken, Nothing]
    assert isinstance(events[-1], NoSpeech)


def test_a_thinking_pause_does_not_end_the_request(path: Path) -> None:
    sound = recording(silence(1), wake(), silence(0.3), speech(0.8), silence(0.5), speech(0.8), silence(1.5))
    signals, _ = _listen(path, sound)
    assert [type(signal) for signal in signals] == [Woken, Pausing, Continuing, Pausing, Finished]


def test_the_name_in_our_own_mouth_does_not_wake_us(path: Path) -> None:
    signals, _ = _listen(path, recording(silence(1), wake(), silence(2)), lambda: "My name is Jarvis.")
    assert signals == []


def test_endless_speech_is_cut_at_pauses_and_nothing_of_it_is_lost(path: Path) -> None:
    sentence = recording(speech(7.7), silence(0.3))
    sound = recording(silence(1), wake(), silence(0.3), *[sentence] * 9, silence(1.5))
    signals, _ = _listen(path, sound)
    parts = [signal.utterance for signal in signals if isinstance(signal, Part | Finished)]
    assert len(parts) >= 4
    assert all(len(part.samples) < 31 * RATE for part in parts)
    voiced = sum(int(np.count_nonzero(part.samples)) for part in parts)
    assert voiced == np.count_nonzero(speech(7.7)) * 9
    for one, other in pairwise(parts):
        assert 0 <= other.start - (one.start + len(one.samples)) < FRAME


def test_speech_without_a_pause_is_cut_where_it_is_quietest(path: Path) -> None:
    sound = recording(silence(1), wake(), silence(0.3), speech(70), silence(1.5))
    signals, _ = _listen(path, sound)
    parts = [signal.utterance for signal in signals if isinstance(signal, Part | Finished)]
    assert sum(int(np.count_nonzero(part.samples)) for part in parts) == np.count_nonzero(speech(70))


def test_the_same_recording_gives_the_same_events(path: Path) -> None:
    sound = recording(silence(1), wake(), silence(0.3), speech(1.5), silence(1.5), wake(), silence(7))
    assert _listen(path, sound)[1] == _listen(path, sound)[1]


def test_lost_sound_is_an_event(path: Path) -> None:
    events: list[AnyEvent] = []

    async def main() -> None:
        class Gappy:
            name, dropped = "gappy", 2 * FRAME

            async def frames(self) -> AsyncIterator[Frame]:
                for number in (0, 1, 4, 5):
                    yield Frame(np.zeros(FRAME, np.int16), number * FRAME)

            async def aclose(self) -> None:
                return None

        worker = Worker("ear")
        ear = Ear(Gappy(), None, Hosted(ScriptedVoice(), worker), Voice(), events.append)
        await ear.run()
        await worker.aclose()

    clock.run(main(), virtual=True)
    assert events == [Overrun(4 * FRAME, 2 * FRAME)]


def test_an_utterance_that_a_gap_ends_is_not_lost() -> None:
    sound, gap = recording(speech(1.0), silence(0.1)), RATE
    signals: list[Signal] = []

    async def main() -> None:
        class Gappy:
            name, dropped = "gappy", gap

            async def frames(self) -> AsyncIterator[Frame]:
                for at in range(0, len(sound) - FRAME, FRAME):
                    yield Frame(sound[at : at + FRAME], at)
                yield Frame(np.zeros(FRAME, np.int16), len(sound) + gap)

            async def aclose(self) -> None:
                return None

        worker = Worker("ear")
        ear = Ear(Gappy(), None, Hosted(ScriptedVoice(), worker), Voice(), lambda _: None)
        ear.attend(5)
        await ear.run()
        signals.extend([signal async for signal in ear.signals()])
        assert not ear.attending
        await worker.aclose()

    clock.run(main(), virtual=True)
    assert [type(signal) for signal in signals] == [Finished]


def test_a_key_that_goes_up_at_once_said_nothing() -> None:
    signals: list[Signal] = []

    async def main() -> None:
        worker = Worker("ear")
        ear = Ear(Microphone(), None, Hosted(ScriptedVoice(), worker), Voice(), lambda _: None)
        ear.hold()
        ear.release()
        await ear.run()
        signals.extend([signal async for signal in ear.signals()])
        await worker.aclose()

    class Microphone:
        name, dropped = "silent", 0

        async def frames(self) -> AsyncIterator[Frame]:
            return
            yield  # an empty stream

        async def aclose(self) -> None:
            return None

    clock.run(main(), virtual=True)
    assert [type(signal) for signal in signals] == [Pressed, Nothing]


def test_words_said_while_the_wake_word_is_being_verified_are_kept() -> None:
    sound = recording(silence(1), wake(), speech(1.2), silence(1.5))
    verified_at = len(silence(1)) + RATE  # a recogniser that had other work first
    signals: list[Signal] = []
    events: list[AnyEvent] = []

    async def main() -> None:
        worker, recogniser, loop = Worker("ear"), Worker("recognition"), asyncio.get_running_loop()
        let_go = asyncio.Event()

        class Slow:
            def score(self, *_: object) -> float:
                asyncio.run_coroutine_threadsafe(let_go.wait(), loop).result(10)
                return 0.0

        class Hurried:
            name, dropped = "hurried", 0

            async def frames(self) -> AsyncIterator[Frame]:
                for at in range(0, len(sound), FRAME):
                    if at >= verified_at:
                        let_go.set()
                        await asyncio.sleep(0)
                    yield Frame(sound[at : at + FRAME], at)

            async def aclose(self) -> None:
                return None

        waking = Waking(Hosted(ScriptedWake(), worker), Hosted(Slow(), recogniser), [JARVIS], events.append)
        ear = Ear(Hurried(), waking, Hosted(ScriptedVoice(), worker), Voice(), events.append)
        await ear.run()
        signals.extend([signal async for signal in ear.signals()])
        await worker.aclose()
        await recogniser.aclose()

    asyncio.run(main())
    said = next(signal.utterance for signal in signals if isinstance(signal, Finished))
    assert said.start <= len(silence(1)) + 2 * FRAME
    assert len(said.samples) >= len(speech(1.2))
    assert [type(event) for event in events] == [Wake, SpeechStart, SpeechEnd]
