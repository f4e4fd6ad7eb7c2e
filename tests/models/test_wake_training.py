"""A wake word from its text alone, with voices and rooms small enough for the gate."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]  # publishes no types

from audio.frame import RATE, Samples
from models.acoustics import Surroundings
from models.cascade import WakeWord
from models.kokoro import Kokoro
from models.textwake import TextWake
from models.wake import casting
from models.wake.asking import suspects
from models.wake.background import Background, pack, shipped, unpack
from models.wake.embedding import HEARD, HOP, SIZE, SpeechEmbedding
from models.wake.examples import LENGTH, ends
from models.wake.learned_word import read_word, write_word
from models.wake.learning import Lessons, fit
from models.wake.near_misses import near_misses
from models.wake.network import Ensemble, Network, smoothed
from models.wake.training import Request
from models.wake.voices import Speakers, Utterance, cast
from tests.models.murmurs import TINY, Murmurs, Told, murmur, training

REQUEST = Request("xiao_ban", "小伴", "zh", (("小伴", "zh"),))


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a word that was learned."""
    directory = tmp_path_factory.mktemp("wake") / "xiao_ban"
    write_word(directory, training().word(REQUEST))
    return directory


def test_training_tells_how_far_it_is() -> None:
    told = Told()
    training(told).word(REQUEST)
    assert list(told.stages) == ["speaking", "rooms", "learning", "checking"]
    assert all(done == total > 0 for done, total in told.stages.values())


def test_what_sounds_the_same_is_spoken_once_whatever_its_tone() -> None:
    assert casting.unlike(["小雪", "小学", "小血", "小孩", "小海"], ["小还"]) == ["小雪"]
    assert casting.unlike(["Alexis", "a Lexus", "Alexis"], []) == ["Alexis", "a Lexus"]


def test_what_sounds_most_like_a_word_is_said_by_several_voices_and_never_as_the_word() -> None:
    for text, language in (("小伴", "zh"), ("hey mirror", "en")):
        said = casting.rivals((text, language), Murmurs.styles, 12, 4, np.random.default_rng(0))
        assert all(casting.sounds(each.text) != casting.sounds(text) for each in said)
        by: dict[str, set[tuple[tuple[str, float], ...]]] = {}
        for each in said:
            by.setdefault(each.text, set()).add(each.styles)
        assert sum(len(styles) == 3 for styles in by.values()) >= 8


def test_the_ear_asks_twice_about_one_word_and_hears_more_the_second_time() -> None:
    nothing, one = np.zeros(1, np.float32), np.ones((1, 1), np.float32)
    first = np.eye(SIZE, 1, dtype=np.float32)  # sure where the first number of an embedding is 1
    layers = (first, nothing, one, nothing, 20 * one, nothing - 10)
    sure = Ensemble(1, (Network(np.zeros(SIZE, np.float32), np.ones(SIZE, np.float32), layers),))
    word, clip = WakeWord("xiao_ban", "小伴", "zh", 0.3, 0.8, -3.0), np.zeros((40, SIZE), np.float32)
    assert list(suspects(word, sure, clip, 40 * HOP)) == []
    clip[20:30, 0] = 1
    behind = [heard // HOP for heard, _ in suspects(word, sure, clip, 40 * HOP)]
    assert len(behind) == 2
    assert 20 < behind[0] < behind[1] <= 32


def test_small_networks_learn_on_one_thread() -> None:
    rng, threads = np.random.default_rng(0), set[int]()
    some = rng.normal(0, 1, (20, 4 * SIZE)).astype(np.float32)
    piece = rng.normal(0, 1, (200, SIZE)).astype(np.float32)
    fit(
        Lessons(4, some, some, some[:0], Background((piece,), ("a",))), 1, 2,
        told=lambda: threads.update(
            pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"
        ),
    )  # fmt: skip
    assert threads == {1}


def test_voices_that_check_a_word_did_not_teach_it() -> None:
    voices = Murmurs()
    training(voices=voices).word(REQUEST)
    said = [utterance for utterance in voices.said if utterance.text == "小伴"]
    kept_out = casting.checkers(Murmurs.styles, "zh")
    taught_by = [each for each in said if not kept_out & dict(each.styles).keys()]
    assert len(said) == TINY.clips
    assert training().word(REQUEST).facts.clips == len(taught_by) < len(said)


def test_recordings_of_the_household_are_learned_and_counted() -> None:
    request = Request(
        "xiao_ban", "小伴", "zh", (("小伴", "zh"),), recordings=(murmur("mine"),), wrong=(murmur("no"),)
    )
    assert training().word(request).facts.recordings == 1


@pytest.mark.parametrize("size", [160, 511, 2561, 10**6])
def test_any_block_size_gives_the_same_scores(taught: Path, size: int) -> None:
    sound = np.concatenate((np.zeros(RATE, np.int16), murmur("小伴"), np.zeros(RATE, np.int16)))
    assert peak(TextWake([taught]), sound, size) == pytest.approx(peak(TextWake([taught]), sound, 512))


def test_what_streams_in_is_scored_as_what_was_learned(taught: Path) -> None:
    sound = np.random.default_rng(0).integers(-3000, 3000, 30 * HOP).astype(np.int16)
    detector, word = TextWake([taught]), read_word(taught)
    streamed = [
        score.score
        for at in range(0, len(sound), 2 * HOP)
        for score in detector.process(sound[at : at + 2 * HOP])
    ]
    before = np.zeros(20 * HOP + HEARD - HOP, np.int16)
    embeddings = SpeechEmbedding().clip(np.concatenate((before, sound)))
    whole = smoothed(word.ensemble.probabilities(embeddings))[-30:].reshape(-1, 2).max(1).tolist()
    assert streamed[1:] == pytest.approx(whole[1:], abs=1e-3)  # before the first it had heard nothing


def test_after_a_reset_it_hears_as_if_new(taught: Path) -> None:
    detector, sound = TextWake([taught]), murmur("小伴", 0.5)
    first = peak(detector, sound)
    detector.process(np.full(RATE, 9000, np.int16))
    detector.reset()
    assert peak(detector, sound) == first


def peak(detector: TextWake, sound: Samples, size: int = 512) -> float:
    blocks = (sound[at : at + size] for at in range(0, len(sound), size))
    return max((score.score for block in blocks for score in detector.process(block)), default=0.0)


def test_embeddings_know_when_they_have_heard() -> None:
    sound = np.zeros(LENGTH, np.int16)
    heard = ends(len(SpeechEmbedding().clip(sound)), LENGTH)
    assert heard[-1] == pytest.approx(LENGTH / RATE)
    assert np.diff(heard) == pytest.approx(HOP / RATE, rel=1e-4)


@pytest.mark.parametrize("length", [0, 1, HEARD, 12 * HOP])
def test_too_little_sound_has_no_embedding(length: int) -> None:
    assert SpeechEmbedding().clip(np.zeros(min(length, 10 * HOP), np.int16)).shape == (0, SIZE)


def test_a_background_survives_packing() -> None:
    rng = np.random.default_rng(1)
    pieces = tuple(rng.normal(0, 5, (length, SIZE)).astype(np.float32) for length in (4, 30, 7))
    again = unpack(pack(Background(pieces, ("a", "b", "a"))))
    assert again.sources == ("a", "b", "a")
    for before, after in zip(pieces, again.pieces, strict=True):
        assert np.abs(before - after).mean() < 0.5


def test_the_background_that_ships_has_hours_of_several_sources() -> None:
    background = shipped()
    learn, check = background.split(0.2)
    assert background.hours > 2
    assert learn.hours + check.hours == pytest.approx(background.hours)
    assert check.hours > 0.1 * background.hours
    assert not set(learn.sources) & set(check.sources)


@settings(deadline=None)  # the first text loads the dictionary of pinyin
@given(
    text=st.sampled_from(["小爱同学", "你好小伴", "alexa", "hey Xiaoban", "computer", "嘿 Bob"]),
    seed=st.integers(0, 10**6),
)
def test_near_misses_are_other_texts(text: str, seed: int) -> None:
    found = near_misses(text, 12, np.random.default_rng(seed))
    assert len(found) == len(set(found)) == 12
    assert text not in found


@settings(deadline=None)
@given(text=st.text(min_size=1, max_size=20).filter(lambda text: any(sign.isalpha() for sign in text)))
def test_near_misses_of_any_text_come_to_an_end(text: str) -> None:
    near_misses(text, 5, np.random.default_rng(0))


def test_a_native_voice_is_in_every_blend() -> None:
    styles = ("zf_a", "zm_b", "af_c", "jf_d")
    said = cast((("小伴", "zh"),), styles, 40, np.random.default_rng(0))
    assert len(said) == len({utterance.key for utterance in said}) == 40
    assert all(any(style[0] == "z" for style, _ in u.styles) for u in said if len(u.styles) > 1)


def test_a_scene_is_heard_at_the_level_of_a_microphone() -> None:
    around = Surroundings(np.random.default_rng(0))
    for _ in range(20):
        heard = around.heard(murmur("x").astype(np.float32) / 32768)
        assert heard.dtype == np.int16
        assert len(heard) == len(murmur("x"))
        assert 100 < np.abs(heard).max() <= 32767


class CountingKokoro(Kokoro):
    """Speaks noise, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def say(self, *_: object) -> Samples:  # type: ignore[override]  # whatever it is
        self.count += 1
        return np.full(2400, 5000, np.int16)


def test_an_interrupted_training_does_not_speak_twice(tmp_path: Path) -> None:
    style = tmp_path / "zf_a.bin"
    np.zeros((510, 1, 256), np.float32).tofile(style)
    said = [Utterance("小伴", "zh", (("zf_a", 1.0),), speed) for speed in (0.9, 1.0, 1.1)]
    kokoro = CountingKokoro()
    for part in (said[:2], said, said):
        with Speakers(kokoro, {"zf_a": style}, tmp_path / "kept") as voices:
            assert len(voices.speak(part)) == len(part)
    assert kokoro.count == 3
    (tmp_path / "kept" / f"{said[0].key}.npy").write_bytes(b"half")
    with Speakers(kokoro, {"zf_a": style}, tmp_path / "kept") as voices:
        voices.speak(said)
    assert kokoro.count == 4
