"""What every voice owes the mouth."""

import numpy as np
import pytest

from audio.frame import Samples
from audio.resample import Resampler
from models.errors import EngineFailed
from models.piper import Piper
from models.protocols import Synthesizer
from tests import engines

SENTENCES = {
    "en": "The kitchen light is on, and the door is locked.",
    "zh": "厨房的灯开了，门已经锁好了。",
    "it": "La luce della cucina è accesa.",
}


@pytest.fixture(params=engines.TTS)
def voice(request: pytest.FixtureRequest) -> Synthesizer:
    return engines.TTS[request.param]()


def spoken(voice: Synthesizer, text: str, language: str) -> Samples:
    return np.concatenate([np.zeros(0, dtype=np.int16), *voice.speak(text, language)])


def test_it_speaks_each_of_its_languages(voice: Synthesizer) -> None:
    assert voice.languages
    for language in sorted(voice.languages & set(SENTENCES)):
        sound = spoken(voice, SENTENCES[language], language)
        assert sound.dtype == np.int16
        assert 1.0 < len(sound) / voice.rate < 6.0
        assert 500 < np.std(sound.astype(np.float64)) < 12_000


def test_more_text_takes_longer(voice: Synthesizer) -> None:
    language = min(voice.languages)
    once, thrice = (len(spoken(voice, SENTENCES[language] * times, language)) for times in (1, 3))
    assert 2 * once < thrice < 4 * once


def test_slower_takes_longer(voice: Synthesizer) -> None:
    language = min(voice.languages)
    slow, usual = (sum(map(len, voice.speak(SENTENCES[language], language, pace))) for pace in (0.7, 1.0))
    assert 1.2 * usual < slow < 1.8 * usual


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "...", "!?", "🙂"])
def test_nothing_to_say_is_no_sound(voice: Synthesizer, text: str) -> None:
    assert len(spoken(voice, text, min(voice.languages))) == 0


def test_a_long_text_comes_in_pieces_that_can_be_stopped(voice: Synthesizer) -> None:
    language = min(voice.languages)
    pieces = voice.speak(SENTENCES[language] * 40, language)
    first, second = next(pieces), next(pieces)
    assert min(len(first), len(second)) > 0
    pieces.close()  # type: ignore[attr-defined]  # every engine's is a generator
    assert list(pieces) == []


def test_a_text_without_any_pause_is_spoken_all_the_same(voice: Synthesizer) -> None:
    language = min(voice.languages)
    endless = ("好" if language == "zh" else "la ") * 150
    pieces = voice.speak(endless, language)
    assert len(next(pieces)) > 0


def test_western_words_inside_chinese_are_spoken() -> None:
    voice = engines.kokoro()
    plain = len(spoken(voice, "打开灯。", "zh"))
    assert len(spoken(voice, "打开 living room 的 Wi-Fi 灯。", "zh")) > 1.8 * plain


def test_numbers_that_came_through_are_spoken() -> None:
    voice = engines.kokoro()
    assert len(spoken(voice, "现在25度。", "zh")) > 1.3 * len(spoken(voice, "现在度。", "zh"))


def test_what_is_spoken_is_understood() -> None:
    english = _heard(engines.piper(), "Turn on the kitchen light.", "en")
    chinese = _heard(engines.kokoro(), "今天天气很好，适合出去散步。", "zh")
    assert "kitchen light" in english.casefold()
    assert "今天天气很好" in chinese
    assert "散步" in chinese


def _heard(voice: Synthesizer, text: str, language: str) -> str:
    sound = Resampler(voice.rate, 16_000).process(spoken(voice, text, language), last=True)
    return engines.whisper().transcribe(sound, language).text


def test_all_voices_are_equally_loud() -> None:
    levels = [
        np.std(spoken(voice, SENTENCES[language], language).astype(np.float64))
        for voice, language in ((engines.piper(), "en"), (engines.kokoro(), "zh"), (engines.kokoro(), "it"))
    ]
    assert max(levels) < 1.5 * min(levels)


def test_a_language_without_a_voice_is_refused() -> None:
    with pytest.raises(EngineFailed, match="'fr'"):
        next(engines.kokoro().speak("Bonjour", "fr"))


def test_a_fresh_engine_says_the_same_thing_the_same_way() -> None:
    first, second = (Piper(engines.weights("en-joe")) for _ in range(2))
    assert np.array_equal(spoken(first, "Good morning.", "en"), spoken(second, "Good morning.", "en"))
