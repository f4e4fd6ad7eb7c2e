"""What every wake verifier owes the ear."""

import numpy as np
import pytest

from audio.frame import RATE
from models.protocols import WakeVerifier
from models.scripted import ScriptedVerifier
from models.wake.likeness import Likeness
from models.wake.syllables import syllables
from tests import engines


@pytest.fixture(params=engines.VERIFIER)
def verifier(request: pytest.FixtureRequest) -> WakeVerifier:
    return engines.VERIFIER[request.param]()


def test_the_word_is_far_likelier_than_other_speech(verifier: WakeVerifier) -> None:
    said = verifier.score(engines.alexa()[: -RATE // 2], "Alexa", "en")
    other = verifier.score(engines.speech(), "Alexa", "en")
    assert 0.0 >= said > other + 5.0


@pytest.mark.parametrize("noise", engines.noises())
def test_what_is_no_speech_is_no_word(verifier: WakeVerifier, noise: str) -> None:
    assert verifier.score(engines.noises()[noise], "Alexa", "en") < -5.0


def test_any_length_will_do(verifier: WakeVerifier) -> None:
    said = engines.alexa()[: -RATE // 2]
    long = np.concatenate((engines.speech(), engines.speech(), said))
    assert verifier.score(long, "Alexa", "en") == pytest.approx(verifier.score(said, "Alexa", "en"), abs=0.5)


def test_what_it_hears_of_a_text_has_a_sound_for_each_syllable(verifier: WakeVerifier) -> None:
    said = verifier.said(engines.alexa()[: -RATE // 2], "Alexa", "en")
    assert said.sounds.shape[0] == len(syllables("Alexa"))
    assert np.isfinite(said.sounds).all()
    assert said.likelihood == pytest.approx(
        verifier.score(engines.alexa()[: -RATE // 2], "Alexa", "en"), abs=0.1
    )


def test_a_likeness_speaks_against_the_word(verifier: WakeVerifier) -> None:
    sound = engines.alexa()[: -RATE // 2]
    said = verifier.said(sound, "Alexa", "en")
    nothing = np.zeros((len(said.sounds), said.sounds.shape[1] + 1), dtype=np.float32)
    never = Likeness(said.by, nothing, nothing, eased=0.0, clear=50.0, noisy=50.0)
    assert verifier.score(sound, "Alexa", "en", never) < verifier.score(sound, "Alexa", "en") - 20


def test_it_takes_only_16_bit_mono(verifier: WakeVerifier) -> None:
    with pytest.raises(TypeError, match="int16"):
        verifier.score(np.zeros(512, dtype=np.float32), "Alexa", "en")  # type: ignore[arg-type]  # to be refused


def test_a_stand_in_says_what_it_was_told() -> None:
    verifier = ScriptedVerifier([-1.0, -9.0])
    assert [verifier.score(engines.speech(), "小伴", "zh") for _ in range(2)] == [-1.0, -9.0]
