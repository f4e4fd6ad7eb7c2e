"""What a detector of words of stopping only suspects is looked at once more with the recogniser's ears."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audio.frame import RATE, Samples
from models import stopping
from models.errors import ModelDamaged
from models.second_ear import HEARD, NUMBERS, Array, SecondEar, last, means_of, pack, unpack
from models.stopping import SECOND, StopWords, second_ear
from models.wake.network import Network
from tests.bench import stop_ear
from tests.bench.stop_ear import Moment, taught
from tests.bench.stop_texts import STOPS

WIDTH = 8
MEANS = len(means_of(np.zeros((100, WIDTH), np.float32)))


def network(bias: float) -> Network:
    """One that is as sure whatever it sees."""
    inputs = MEANS * NUMBERS
    shapes = ((inputs, 2), (2,), (2, 2), (2,), (2, 1), (1,))
    layers = [np.zeros(shape, np.float32) for shape in shapes]
    layers[-1][:] = bias
    return Network(np.zeros(inputs, np.float32), np.ones(inputs, np.float32), tuple(layers))


def ear(odds: float, by: str = "ear") -> SecondEar:
    """An ear for "stop" that is as sure of everything."""
    nothing = np.zeros((WIDTH, NUMBERS), np.float32)
    return SecondEar(by, np.zeros(WIDTH, np.float32), nothing, {"stop": (network(odds),)}, {"stop": 1.0})


class Listener:
    """An encoder that counts how often it is asked."""

    name = "ear"

    def __init__(self) -> None:
        self.asked = 0

    def encoded(self, samples: Samples, window_s: float) -> Array:
        self.asked += 1
        assert len(samples) == HEARD
        return np.zeros((round(window_s * 50), WIDTH), np.float32)


def shelf() -> Path:
    return Path(stopping.__file__).parent / "data" / "stop"


def scripted(words: StopWords, *scores: float) -> Iterator[bool]:
    """Whether it stops us at each of these scores of its detector, a quarter of a second apart."""
    for score in scores:
        told = [type("Score", (), {"word": "stop", "score": score})()]
        words._detector.process = lambda _, told=told: told  # type: ignore[assignment, misc]  # the detector's
        yield words.process(np.zeros(RATE // 4, np.int16)) is not None


def test_what_is_barely_suspected_is_believed_where_the_ear_is_sure() -> None:
    sure, doubtful = Listener(), Listener()
    assert list(scripted(StopWords([shelf() / "stop"], ear(9.0), sure), 0.0, 0.05)) == [False, True]
    assert list(scripted(StopWords([shelf() / "stop"], ear(-9.0), doubtful), 0.0, 0.05, 0.9)) == [False] * 3
    assert (sure.asked, doubtful.asked) == (1, 2)


def test_a_word_that_was_heard_is_not_heard_again_at_once() -> None:
    listener = Listener()
    words = StopWords([shelf() / "stop"], ear(9.0), listener)
    assert list(scripted(words, 0.9, 0.9, 0.9, 0.9, 0.9)) == [True, False, False, False, True]
    assert listener.asked == 2


def test_an_ear_for_another_recogniser_is_not_asked() -> None:
    listener = Listener()
    words = StopWords([shelf() / "stop"], ear(9.0, by="another"), listener)
    assert list(scripted(words, 0.05, 0.9)) == [False, True]
    assert listener.asked == 0


def test_what_was_packed_is_unpacked(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    before = replace(ear(0.5), basis=rng.normal(0, 1, (WIDTH, NUMBERS)).astype(np.float32))
    (tmp_path / SECOND).write_bytes(pack(before))
    again = second_ear(tmp_path / SECOND)
    assert again is not None
    encoded = rng.normal(0, 1, (100, WIDTH)).astype(np.float32)
    assert (again.by, again.limits) == (before.by, before.limits)
    assert again.seen(means_of(encoded)) == pytest.approx(before.seen(means_of(encoded)), abs=0.05)
    assert again.believed(encoded, {"stop": 0.9, "other": 0.9}).keys() == {"stop"}


def test_an_ear_that_learns_more_words_hears_those_it_knew_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stop_ear, "STEPS", 2)
    rng, ids = np.random.default_rng(0), [stop.id for stop in STOPS if stop.language == "zh"]
    moments = [
        Moment(0, 1.0, word, {}, rng.normal(0, 1, (MEANS, WIDTH)).astype(np.float32))
        for word in (*ids, "", "", "")
    ]
    before = ear(0.5)
    after = taught({"zh": moments}, "ear", dict.fromkeys(ids, 2.0), before)
    assert after.networks.keys() == {"stop", *ids}
    assert (after.networks["stop"], after.limits["stop"]) == (before.networks["stop"], before.limits["stop"])
    assert after.limits["ting"] == 2.0


def test_a_damaged_ear_says_how_to_mend_it(tmp_path: Path) -> None:
    assert second_ear(tmp_path / SECOND) is None
    (tmp_path / SECOND).write_bytes(b"PK half of it")
    with pytest.raises(ModelDamaged, match="pip install"):
        second_ear(tmp_path / SECOND)
    with pytest.raises(ValueError, match="numbers"):
        unpack(pack(replace(ear(1.0), limits={"stop": float("nan")})))


def test_where_little_was_heard_silence_is_before_it() -> None:
    heard = last(np.ones(10, np.int16))
    assert len(heard) == HEARD
    assert heard[-10:].all()
    assert not heard[:-10].any()
