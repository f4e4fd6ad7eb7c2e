"""From sound to a wake: suspicion, verification beside it, and what becomes of a refusal."""

import asyncio
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from assistant import clock
from assistant.events import WakeRejected
from assistant.hosted import Hosted
from assistant.waking import Called, Waking
from audio.frame import FRAME, Frame, Samples
from models.cascade import WakeWord
from models.errors import EngineFailed
from models.protocols import WakeScore, WakeVerifier
from models.scripted import ScriptedVerifier, ScriptedWake
from models.worker import Worker
from tests.assistant.sounds import recording, silence, wake

NAME = WakeWord("hey_jarvis", "Hey Jarvis", "en", loose=0.2, sure=0.9, likely=-5.0)
SOUND = recording(silence(1), wake(), silence(2))


class Wavering(ScriptedWake):
    """A detector that is never sure."""

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        return [WakeScore(score.word, 0.6, 0.2) for score in super().process(samples)]


class Broken:
    """A verifier that always fails."""

    def score(self, *_: object) -> float:
        raise EngineFailed("no memory is left")


def hear(
    verifier: WakeVerifier | None,
    detector: ScriptedWake | None = None,
    ignored: Callable[[WakeWord], bool] = lambda _: False,
) -> tuple[list[Called], list[WakeRejected]]:
    """What came of the sound."""
    called: list[Called] = []
    rejected: list[WakeRejected] = []

    async def main() -> None:
        worker, recogniser = Worker("wake"), Worker("recognition")
        hosted = Hosted(verifier, recogniser) if verifier else None
        waking = Waking(Hosted(detector or ScriptedWake(), worker), hosted, [NAME], rejected.append)
        for at in range(0, len(SOUND), FRAME):
            called.extend(filter(None, [await waking.hear(Frame(SOUND[at : at + FRAME], at), ignored)]))
            await asyncio.sleep(0.032)
        called.extend(filter(None, [await waking.settle(ignored)]))
        await waking.aclose()
        assert not waking.busy
        await worker.aclose()
        await recogniser.aclose()

    clock.run(main(), virtual=True)
    return called, rejected


def test_a_word_that_the_verifier_hears_too_wakes() -> None:
    [called], rejected = hear(ScriptedVerifier())
    assert called.word == "hey_jarvis"
    assert called.at == len(silence(1)) + FRAME
    assert rejected == []


def test_a_word_that_it_does_not_hear_is_an_event_and_no_wake() -> None:
    called, [rejected] = hear(ScriptedVerifier([-6.0]))
    assert called == []
    assert (rejected.word, rejected.score, rejected.likelihood) == ("hey_jarvis", 1.0, -6.0)


def test_where_the_detector_wavers_the_verifier_must_be_surer() -> None:
    assert hear(ScriptedVerifier([-4.0]))[0]
    assert not hear(ScriptedVerifier([-4.5]), Wavering())[0]
    assert hear(ScriptedVerifier([-2.0]), Wavering())[0]


def test_without_a_verifier_the_detector_must_be_sure() -> None:
    assert hear(None)[0]
    assert not hear(None, Wavering())[0]


def test_a_verifier_that_fails_makes_nobody_deaf() -> None:
    assert hear(Broken())[0]
    assert not hear(Broken(), Wavering())[0]


def test_a_word_of_our_own_is_not_even_verified() -> None:
    verifier = ScriptedVerifier([-9.0])
    assert hear(verifier, ignored=lambda _: True) == ([], [])
    assert verifier.score(SOUND, "", "") == -9.0


def test_a_word_that_turns_out_to_be_our_own_does_not_wake() -> None:
    answers = iter([False])
    assert hear(ScriptedVerifier(), ignored=lambda _: next(answers, True)) == ([], [])


def test_the_ear_goes_on_while_the_verifier_works() -> None:
    heard_meanwhile = 0

    async def main() -> None:
        nonlocal heard_meanwhile
        worker, recogniser = Worker("wake"), Worker("recognition")
        let_go = asyncio.Event()
        loop = asyncio.get_running_loop()

        class Slow:
            def score(self, *_: object) -> float:
                asyncio.run_coroutine_threadsafe(let_go.wait(), loop).result(10)
                return 0.0

        waking = Waking(Hosted(ScriptedWake(), worker), Hosted(Slow(), recogniser), [NAME], lambda _: None)
        for at in range(0, len(SOUND), FRAME):
            called = await waking.hear(Frame(SOUND[at : at + FRAME], at), lambda _: False)
            assert called is None
            heard_meanwhile += waking.busy
        let_go.set()
        assert (await waking.settle(lambda _: False)) is not None
        await worker.aclose()
        await recogniser.aclose()

    asyncio.run(main())
    assert heard_meanwhile > 20


def test_a_conversation_that_ends_gives_up_what_is_being_verified() -> None:
    async def main() -> None:
        worker = Worker("both")
        waking = Waking(
            Hosted(ScriptedWake(), worker), Hosted(ScriptedVerifier(), worker), [NAME], lambda _: None
        )
        await waking.hear(Frame(wake(), 0), lambda _: False)
        assert waking.busy
        await waking.aclose()
        assert not waking.busy
        await worker.aclose()

    asyncio.run(main())


@pytest.mark.parametrize(
    ("text", "id_", "said"),
    [("Hey Jarvis", "hey_jarvis", "my name is jarvis."), ("你好小伴", "ni_hao", "请说你好小伴。")],
)
def test_a_word_is_known_in_our_own_mouth_by_its_last_word(text: str, id_: str, said: str) -> None:
    names = WakeWord(id_, text, "en", 0.2, 0.9, -5.0).names
    assert any(name in said for name in names)
    assert np.all([name == name.casefold() for name in names])
