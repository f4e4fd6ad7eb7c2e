"""Hearing again: spellings of what was heard, weighed by the sound."""

import asyncio
from collections.abc import Sequence

import numpy as np

from assistant.home.demo import demo_layout
from assistant.hosted import Hosted
from assistant.rehearing import Reheard, Rehearing
from audio.frame import RATE, Samples
from intents.repair.respelling import Respeller
from models.protocols import Transcript
from models.scripted import ScriptedTranscriber
from models.worker import Worker

RESPELLER = Respeller(demo_layout().home)
SOUND = np.zeros(RATE, np.int16)


class Hears(ScriptedTranscriber):
    """Finds one text likely."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:  # noqa: ARG002
        """Certain of one, and of no other."""
        return tuple(0.0 if text == self.text else -40.0 for text in texts)


class HearsAgain(Hears):
    """Hears something else where no word is expected."""

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:  # noqa: ARG002
        """What is nearly said."""
        return (("数房等打开", 0.5),)


def again(transcriber: ScriptedTranscriber, heard: Transcript, respeller: Respeller | None) -> list[Reheard]:
    async def told() -> list[Reheard]:
        worker = Worker("test")
        try:
            spelling = None if respeller is None else Hosted(respeller, worker)
            found = await Rehearing(spelling, Hosted(transcriber, worker)).texts(SOUND, heard)
            return sorted(found, key=lambda each: -each.worth)
        finally:
            await worker.aclose()

    return asyncio.run(told())


def test_the_sound_decides_between_rooms_that_are_as_likely() -> None:
    heard = Transcript("数房灯打开", "zh", 0.6)
    for said in ("书房灯打开", "厨房灯打开"):
        assert again(Hears(said), heard, RESPELLER)[0].text == said


def test_what_is_heard_where_no_word_is_expected_is_spelled_too() -> None:
    heard = Transcript("不知道呀", "zh", 0.6)
    assert again(HearsAgain("书房灯打开"), heard, RESPELLER)[0].text == "书房灯打开"


def test_what_only_likes_to_be_said_is_not_heard() -> None:
    assert again(Hears("开动"), Transcript("开动", "zh", 0.6), RESPELLER)[0].text == "开动"


def test_other_languages_are_not_heard_again() -> None:
    assert again(Hears("x"), Transcript("turn on the lied", "en", 0.6), RESPELLER) == []


def test_without_an_engine_that_can_tell_nothing_is_heard_again() -> None:
    heard = Transcript("开动", "zh", 0.6)
    assert again(ScriptedTranscriber(), heard, RESPELLER) == []
    assert again(Hears("开灯"), heard, None) == []
