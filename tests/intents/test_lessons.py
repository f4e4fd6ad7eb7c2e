"""What somebody explained is understood from then on, and everything else as before."""

import numpy as np
import pytest
from numpy.typing import NDArray

from intents.semantic.lessons import Example, learnable, retrained
from intents.semantic.paraphrase import Head, Vector, shipped
from intents.vocabulary import Intent


def _direction(seed: int) -> NDArray[np.float32]:
    drawn = np.random.default_rng(seed).normal(size=len(shipped().centre))
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)


def _embedding(direction: Vector) -> Vector:
    return shipped().centre + direction


def _like(direction: Vector, seed: int) -> Vector:
    """Something that is four fifths the same."""
    mixed = 0.8 * direction + 0.6 * _direction(seed)
    return _embedding((mixed / np.linalg.norm(mixed)).astype(np.float32))


def likeliest(head: Head, text: str, embedding: Vector) -> tuple[str, float]:
    shares = head.probabilities(text, embedding)
    best = max(shares, key=lambda sense: shares[sense])
    return best, shares[best]


MOVIE = _direction(1)
NIGHT = Example("popcorn time", _embedding(MOVIE), Intent("HassLightSet", {"domain": "light"}))


def test_a_taught_sentence_is_understood_and_so_is_what_is_like_it() -> None:
    head = retrained(shipped(), [NIGHT])
    assert likeliest(head, NIGHT.text, NIGHT.embedding)[0].startswith("light_")
    assert likeliest(head, NIGHT.text, NIGHT.embedding)[1] > 0.6
    assert likeliest(head, "time for popcorn", _like(MOVIE, 2))[0].startswith("light_")


def test_what_is_unlike_it_means_what_it_meant() -> None:
    head, other = retrained(shipped(), [NIGHT]), _direction(5)
    elsewhere = _embedding(other - float(other @ MOVIE) * MOVIE)
    before = shipped().probabilities("turn on the light", elsewhere)
    after = head.probabilities("turn on the light", elsewhere)
    assert after == pytest.approx(before, abs=0.02)


def test_that_it_was_no_request_is_learned_too() -> None:
    talk = Example("lights out in vegas", _embedding(_direction(3)), None)
    shares = retrained(shipped(), [talk]).probabilities(talk.text, talk.embedding)
    assert sum(share for sense, share in shares.items() if not sense.startswith("~")) < 0.15


def test_the_last_explanation_holds() -> None:
    other = Example(NIGHT.text, NIGHT.embedding, Intent("GetAlarms"))
    head = retrained(retrained(shipped(), [NIGHT]), [other])
    assert likeliest(head, other.text, other.embedding)[0] == "alarm_query"
    assert head.taught is not None
    assert len(head.taught.places) == 1


def test_earlier_lessons_stay() -> None:
    other = Example("ring ring", _embedding(_direction(4)), Intent("GetAlarms"))
    head = retrained(retrained(shipped(), [NIGHT]), [other])
    assert likeliest(head, NIGHT.text, NIGHT.embedding)[0].startswith("light_")
    assert likeliest(head, other.text, other.embedding)[0] == "alarm_query"


def test_louder_is_not_quieter() -> None:
    louder = Example(
        "party", _embedding(_direction(5)), Intent("HassSetVolumeRelative", {"volume_step": "up"})
    )
    assert likeliest(retrained(shipped(), [louder]), "party", louder.embedding)[0] == "volume_up"


def test_what_no_sense_means_cannot_be_taught() -> None:
    odd = Intent("HassFanSetSpeed")
    assert not learnable(odd)
    assert learnable(None)
    with pytest.raises(ValueError, match="no sense means HassFanSetSpeed"):
        retrained(shipped(), [Example("whirl", _embedding(_direction(6)), odd)])


def test_nothing_taught_is_nothing_changed() -> None:
    assert retrained(shipped(), []) is shipped()
