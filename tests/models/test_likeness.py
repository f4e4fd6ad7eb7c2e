"""A wake word is told from what sounds like it, by how each of its syllables sounds."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.frame import RATE
from models.wake import likeness_training
from models.wake.likeness import CLEAR_DB, Likeness, Said, clearness, pack, stretches, unpack
from models.wake.likeness_training import Heard, learned
from models.wake.one_sound import other_sounds
from models.wake.syllables import shared, syllables

WIDTH = 6
CLEAR, NOISY = CLEAR_DB[1] + 5, CLEAR_DB[0] - 5


def heard(sounds: str, seed: int, clear: float = CLEAR) -> Heard:
    """A word of the sounds a, b and c, one a syllable: each points another way."""
    rng = np.random.default_rng(seed)
    places = np.array(["abc".index(sound) for sound in sounds])
    made = np.eye(WIDTH)[places] + rng.normal(0, 0.2, (len(sounds), WIDTH))
    same = tuple(one == other for one, other in zip(sounds, "abc", strict=True))
    voice = f"voice {seed % 6}"
    return Heard(Said(-1.0, made.astype(np.float32), "ear"), clear, same, (voice,), native=True)


def lessons() -> list[Heard]:
    others = [(f"{one}{two}{three}") for one in "abc" for two in "abc" for three in "abc"]
    said = [heard(text, number) for number, text in enumerate(others * 2)]
    said += [heard("abc", 100 + number) for number in range(40)]
    return said + [heard("abc", 200 + number, clear) for number in range(20) for clear in (CLEAR, NOISY)]


def taught(own: Sequence[Heard] = ()) -> Likeness:
    made = learned(lessons(), own=own)
    assert made is not None
    return made


def test_the_word_has_nothing_against_it_and_another_syllable_has() -> None:
    likeness = taught()
    assert likeness.adds(heard("abc", 300).said, CLEAR) == 0.0
    for other in ("aac", "bbc", "aba"):
        assert likeness.adds(heard(other, 301).said, CLEAR) < -3.0


def test_in_noise_less_is_asked_for() -> None:
    likeness = replace(taught(), clear=2.0, noisy=-4.0)
    limits = [likeness.limit(clear) for clear in (0.0, NOISY, sum(CLEAR_DB) / 2, CLEAR, 90.0)]
    assert limits == pytest.approx([-4.0, -4.0, -1.0, 2.0, 2.0])


def test_what_noise_hides_is_not_held_against_the_word() -> None:
    likeness = replace(taught(), eased=2.5, noisy=-20.0)
    said = heard("abc", 300).said
    assert [likeness.adds(said, clear) for clear in (NOISY, CLEAR)] == pytest.approx([2.5, 0.0])


def test_what_another_recogniser_heard_says_nothing() -> None:
    said = heard("bbb", 1).said
    assert taught().adds(replace(said, by="another"), CLEAR) == 0.0
    assert taught().adds(replace(said, sounds=said.sounds[:, :3]), CLEAR) == 0.0


def test_a_household_that_speaks_clearly_is_not_asked_for_more_than_others() -> None:
    before, after = taught(), taught([heard("abc", number) for number in range(400, 405)])
    assert (after.clear, after.noisy) == (before.clear, before.noisy)
    assert np.array_equal(after.each, before.each)


def test_a_limit_lies_where_a_voice_that_taught_nothing_is_heard_and_its_other_words_are_not() -> None:
    def tried(likeness: Likeness, text: str) -> list[float]:
        return [likeness.adds(heard(text, number).said, CLEAR) for number in range(600, 640)]

    assert sum(added < 0 for added in tried(taught(), "abc")) <= 2
    assert all(added < 0 for added in tried(taught(), "abb"))


def test_who_has_an_accent_sets_no_limit() -> None:
    mumbled = [replace(heard("bca", number), shared=(True,) * 3, native=False) for number in range(3)]
    made = learned([*lessons(), *mumbled])
    assert made is not None
    assert made.clear == pytest.approx(taught().clear, abs=2.0)


def test_one_recording_is_not_believed_to_show_how_unclearly_a_household_speaks() -> None:
    assert taught([heard("bca", 501)]).clear == taught().clear - likeness_training.LENIENT / 2


def test_noise_in_a_recording_says_nothing_against_the_voice() -> None:
    assert taught([heard("bca", 501, NOISY)]).clear == taught().clear


def test_too_few_voices_teach_nothing() -> None:
    few = [heard("abc", number) for number in range(likeness_training.FEWEST)]
    assert learned(few) is None
    nobody = [replace(each, voices=(), native=False) for each in lessons()]
    assert learned(nobody) is None


def test_what_was_packed_is_unpacked() -> None:
    likeness = taught()
    again = unpack(pack(likeness))
    said = heard("abb", 7).said
    assert (again.by, again.eased, again.clear, again.noisy) == (
        likeness.by, likeness.eased, likeness.clear, likeness.noisy,
    )  # fmt: skip
    assert again.odds(said) == pytest.approx(likeness.odds(said))


def test_a_likeness_of_no_numbers_is_refused() -> None:
    likeness = taught()
    with pytest.raises(ValueError, match="numbers"):
        unpack(pack(replace(likeness, each=likeness.each * np.float32("nan"))))
    with pytest.raises(ValueError, match="shape"):
        unpack(pack(replace(likeness, whole=likeness.whole[:1])))


def test_a_voice_in_silence_is_clear_and_one_in_noise_is_not() -> None:
    rng = np.random.default_rng(0)
    voice = np.concatenate((np.zeros(RATE), rng.normal(0, 3000, RATE)))
    quiet, loud = (rng.normal(0, level, len(voice)) for level in (5, 1500))
    assert clearness((voice + quiet).astype(np.int16)) > 40
    assert clearness((voice + loud).astype(np.int16)) < 12
    assert clearness(np.zeros(10, np.int16)) == 0.0


def test_each_syllable_has_its_stretch_and_the_first_has_no_silence_before_it() -> None:
    pairs = np.array([(0, frame) for frame in range(50)] + [(1, 50), (1, 51), (2, 51), (3, 60), (3, 99)])
    assert stretches(pairs, [0, 1, 3]) == [(32, 50), (50, 52)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("你好小伴", ("你", "好", "小", "伴")),
        ("hey 小伴", (" hey", "小", "伴")),
        ("Hey Jarvis!", (" Hey", " Ja", "rvis")),
        ("école", (" é", "co", "le")),
        ("Alexa", (" A", "le", "xa")),
    ],
)
def test_a_text_is_cut_as_it_is_spoken(text: str, parts: tuple[str, ...]) -> None:
    assert syllables(text) == parts


def test_the_other_sounds_of_a_text_differ_in_one_syllable() -> None:
    made = other_sounds("小爱同学", 20, np.random.default_rng(0))
    assert len(made) > 40
    for text in made:
        assert sum(not same for same in shared("小爱同学", text) or ()) == 1
    assert other_sounds("hey Jarvis", 3, np.random.default_rng(0)) == []


@given(text=st.text(max_size=30))
def test_no_sign_of_a_text_is_lost(text: str) -> None:
    assert "".join(syllables(text)).replace(" ", "") == "".join(filter(str.isalnum, text.replace("_", "")))


def test_a_tone_and_a_spelling_are_no_other_syllable() -> None:
    assert shared("你好小伴", "你好晓办") == (True, True, True, True)
    assert shared("你好小伴", "你好小班") == (True, True, True, True)
    assert shared("你好小伴", "你找小胖") == (True, False, True, False)
    assert shared("smart mirror", "smart miller") == (True, True, False)
    assert shared("hey Xiaoban", "hey 小班") == (True, True, True)
    assert shared("你好小伴", "你好") is None
