"""What every transcriber owes the turn."""

import re

import numpy as np
import pytest

from audio import wav
from audio.frame import RATE
from models.errors import EngineFailed
from models.protocols import Transcriber
from models.simplified import simplified
from tests import engines
from tests.shared import shared_data


@pytest.fixture(params=engines.ASR)
def transcriber(request: pytest.FixtureRequest) -> Transcriber:
    return engines.ASR[request.param]()


@pytest.mark.parametrize("noise", ["nothing", "one sample", "silence", "offset"])
def test_silence_is_written_as_nothing(transcriber: Transcriber, noise: str) -> None:
    transcript = transcriber.transcribe(engines.noises()[noise])
    assert (transcript.text, transcript.confidence) == ("", 0.0)
    assert transcript.language in transcriber.languages


def test_the_same_sound_is_written_the_same_way(transcriber: Transcriber) -> None:
    assert transcriber.transcribe(engines.speech()) == transcriber.transcribe(engines.speech())


@pytest.mark.parametrize("language", ["en", "zh", None])
def test_it_keeps_to_the_language_it_is_given(transcriber: Transcriber, language: str | None) -> None:
    transcript = transcriber.transcribe(engines.speech(), language)
    assert transcript.language == (language or "en")
    assert 0.0 <= transcript.confidence <= 1.0
    assert transcript.text == transcript.text.strip()


def test_it_takes_only_16_bit_mono(transcriber: Transcriber) -> None:
    with pytest.raises(TypeError, match="int16"):
        transcriber.transcribe(np.zeros(RATE, dtype=np.float32))  # type: ignore[arg-type]  # what it must refuse


def test_it_tells_how_likely_each_text_is_or_tells_nothing(transcriber: Transcriber) -> None:
    texts = ["and so my fellow americans", "turn on the kitchen light"]
    transcriber.transcribe(engines.speech())
    for _ in range(2):  # also of what was not transcribed last
        found = transcriber.likelihoods(engines.speech(), texts, "en")
        assert not found or (len(found) == 2 and found[1] < found[0] < 0)
        transcriber.transcribe(engines.noises()["silence"])
    assert transcriber.likelihoods(engines.speech(), [], "en") == ()


def test_it_hears_again_without_expecting_a_word_or_hears_nothing_more(transcriber: Transcriber) -> None:
    transcriber.transcribe(engines.speech())
    for _ in range(2):  # also what was not transcribed last
        found = transcriber.again(engines.speech(), "en")
        assert not found or words(found[0][0]) == "and so my fellow americans"
        assert all(0 < confidence <= 1 for _, confidence in found)
        transcriber.transcribe(engines.noises()["silence"])


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def test_english_and_chinese_are_told_apart() -> None:
    english = engines.whisper().transcribe(engines.speech())
    chinese = engines.whisper().transcribe(wav.read(shared_data("asr_zh/zh_read_aishell3_SSB02460212.flac")))
    assert (english.language, words(english.text)) == ("en", "and so my fellow americans")
    assert (chinese.language, chinese.text.strip("。")) == ("zh", "随着我国人口结构趋势性变化")
    assert min(english.confidence, chinese.confidence) > 0.7


def test_chinese_is_written_in_simplified_characters_without_spaces() -> None:
    for recording in sorted(shared_data("asr_zh").glob("*.flac"))[:6]:
        transcript = engines.whisper().transcribe(wav.read(recording), "zh")
        assert transcript.text == simplified(transcript.text)
        assert not re.search(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]", transcript.text)


def test_noise_is_not_taken_for_the_sentences_that_whisper_invents() -> None:
    for recording in sorted(shared_data("noise").glob("*.flac")):
        transcript = engines.whisper().transcribe(wav.read(recording)[: 8 * RATE])
        assert transcript.text == "", recording.name


def test_speech_longer_than_the_window_is_written_to_the_end() -> None:
    once = wav.read(shared_data("asr_misc/misc_jfk.flac"))
    transcript = engines.whisper().transcribe(np.concatenate([once] * 4))
    assert words(transcript.text).count("my fellow americans") == 4
    assert words(transcript.text).endswith("for your country")


def test_more_than_a_minute_of_speech_is_written_whole() -> None:
    once = wav.read(shared_data("asr_misc/misc_librispeech-1995-1837-0001.flac"))
    transcript = engines.whisper().transcribe(np.concatenate([once] * 8))
    assert len(once) * 8 > 65 * RATE
    assert words(transcript.text).count("the dreams built around it") >= 7


def test_what_was_not_heard_clearly_has_other_readings() -> None:
    spoken = wav.read(shared_data("asr_zh/zh_read_aishell3_SSB01490418.flac"))
    transcript = engines.whisper().transcribe(spoken, "zh")
    texts = [text for text, _ in transcript.alternatives]
    assert texts
    assert transcript.text not in texts
    assert len({words(text) for text in texts}) == len(texts)
    assert all(0 < confidence <= 1 for _, confidence in transcript.alternatives)


def test_made_sounds_without_words_are_written_as_nothing() -> None:
    for name, sound in engines.noises().items():
        assert engines.whisper().transcribe(sound).text == "", name


def test_a_language_that_nobody_speaks_here_is_refused() -> None:
    with pytest.raises(EngineFailed, match="'fr'"):
        engines.whisper().transcribe(engines.speech(), "fr")
