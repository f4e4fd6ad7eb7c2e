"""The cascade over recordings, with stand-ins and as configured."""

from collections.abc import Iterator

import numpy as np
import pytest

from assistant import engines as chosen
from assistant.config import Config, Wake
from assistant.sentry import Sentry
from audio.frame import FRAME, Samples
from models.cascade import Suspect, WakeWord
from models.errors import ModelMissing
from models.scripted import ScriptedVerifier, ScriptedWake
from tests import engines
from tests.assistant.sounds import recording, silence, wake

NAME = WakeWord("hey_jarvis", "Hey Jarvis", "en", loose=0.2, sure=0.9, likely=-5.0)


def frames(sound: Samples) -> Iterator[Samples]:
    return (sound[at : at + FRAME] for at in range(0, len(sound), FRAME))


def test_only_what_the_verifier_hears_too_is_a_wake() -> None:
    sentry = Sentry(ScriptedWake(), ScriptedVerifier([-9.0]), [NAME])
    known: list[tuple[Suspect, int]] = []
    sound = recording(silence(1), wake(), silence(2), wake(), silence(2))
    watch = sentry.watch(frames(sound), lambda *heard: known.append(heard))
    assert [suspect.at for suspect in watch.wakes] == [len(silence(1)) + len(silence(2)) + 2 * FRAME]
    assert known == [(watch.wakes[0], watch.wakes[0].at)]
    assert (watch.checks, watch.peak) == (2, {"hey_jarvis": 1.0})


def test_every_recording_starts_anew() -> None:
    sentry = Sentry(ScriptedWake(), None, [NAME])
    half = len(wake()) // 16
    assert sentry.watch(frames(wake()[:half])).wakes == []
    assert sentry.watch(frames(wake()[half:])).wakes == []
    assert len(sentry.watch(frames(wake())).wakes) == 1


def test_each_word_has_an_engine_that_knows_it() -> None:
    config = Config(wake=Wake(words=("alexa", "hey_rhasspy"), verify=False))
    assert [word.id for word in chosen.wake_words(config)] == ["alexa", "hey_rhasspy"]
    assert chosen.wake_detector(config).words == ("alexa", "hey_rhasspy")
    [called] = Sentry.of(config).watch(frames(engines.alexa())).wakes
    assert called.word.id == "alexa"


def test_a_word_that_nobody_knows_is_refused_with_the_known_ones_and_the_way_to_make_it() -> None:
    with pytest.raises(ModelMissing, match=r"hey_jarvis.*xiaoban wake train"):
        chosen.wake_detector(Config(wake=Wake(words=("xyzzy",))))


def test_a_threshold_of_the_home_takes_the_place_of_each_words_own() -> None:
    [word] = chosen.wake_words(Config(wake=Wake(words=("alexa",), threshold=0.95)))
    assert (word.loose, word.sure) == (0.95, 0.95)


def test_silence_and_noise_ask_the_verifier_nothing() -> None:
    engines.weights("whisper-base")
    sentry = Sentry.of(Config(wake=Wake(words=("alexa", "hey_jarvis"))))
    sound = np.concatenate([each for each in engines.noises().values() if len(each) > FRAME])
    watch = sentry.watch(frames(sound[: len(sound) // FRAME * FRAME]))
    assert (watch.wakes, watch.checks) == ([], 0)
