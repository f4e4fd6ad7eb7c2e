"""The right voice for the words, and nothing made twice."""

import asyncio
from collections.abc import Iterator

import numpy as np

from assistant.hosted import Hosted
from assistant.voices import LONGEST, Voices
from audio.frame import Samples
from models.worker import Worker


class Notebook:
    """A synthesizer that writes down what it was asked to speak."""

    rate = 16_000

    def __init__(self, languages: set[str]) -> None:
        self.languages = frozenset(languages)
        self.asked: list[str] = []

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:
        self.asked.append(f"{language}: {text}" + (f" at {pace}" if pace != 1 else ""))
        yield np.ones(100, np.int16)
        yield np.ones(50, np.int16)


def _speak(said: list[tuple[str, str]]) -> tuple[Notebook, Notebook, list[int]]:
    """What an English and a Chinese voice were asked for, and the length of what sounded."""
    english, chinese = Notebook({"en"}), Notebook({"zh"})

    async def main() -> list[int]:
        worker = Worker("speech")
        voices = Voices({"en": Hosted(english, worker), "zh": Hosted(chinese, worker)})
        lengths = [
            sum([len(samples) async for samples, _ in voices.speak(text, language)])
            for text, language in said
        ]
        await worker.aclose()
        return lengths

    return english, chinese, asyncio.run(main())


def test_chinese_in_an_english_reply_is_spoken_by_the_chinese_voice() -> None:
    english, chinese, _ = _speak([("The song is 月亮代表我的心.", "en"), ("It is on.", "en")])
    assert len(chinese.asked) == 1
    assert english.asked == ["en: It is on."]


def test_the_same_reply_is_made_once_and_sounds_the_same() -> None:
    english, _, lengths = _speak([("It is on.", "en")] * 3)
    assert len(english.asked) == 1
    assert lengths == [150, 150, 150]


def test_what_was_spoken_faster_is_made_anew() -> None:
    voice = Notebook({"en"})

    async def main() -> None:
        worker = Worker("speech")
        voices = Voices({"en": Hosted(voice, worker)})
        for times in (1.0, 1.2, 1.0):
            assert [rate async for _, rate in voices.speak("It is on.", "en", times)]
        await worker.aclose()

    asyncio.run(main())
    assert voice.asked == ["en: It is on.", "en: It is on. at 1.2"]


def test_a_long_story_is_not_kept() -> None:
    story = "word " * LONGEST
    english, _, _ = _speak([(story, "en")] * 2)
    assert len(english.asked) == 2


def test_a_language_without_a_voice_gets_the_first_one() -> None:
    english, _, _ = _speak([("Buongiorno.", "it")])
    assert len(english.asked) == 1


def test_nothing_to_say_is_silence() -> None:
    english, chinese, lengths = _speak([("", "en"), ("😀", "zh")])
    assert lengths == [0, 0]
    assert not english.asked + chinese.asked
