"""Which reading of an utterance was meant."""

import asyncio

import pytest

from assistant.passage import joined
from assistant.readings import meant
from assistant.rehearing import Reheard
from intents.vocabulary import Intent, Match, Route
from models.protocols import Transcript

LIGHT = Match((Intent("HassTurnOn"),), 1.0, Route.FAST, "en")


def chosen(transcript: Transcript, known: dict[str, Match]) -> str:
    async def understand(reading: Transcript) -> Match | None:
        return known.get(reading.text)

    return asyncio.run(meant(transcript, understand)).text


def heard(*alternatives: tuple[str, float]) -> Transcript:
    return Transcript("turn on the lied", "en", 0.7, alternatives)


def test_what_makes_no_sense_is_read_in_the_first_way_that_does() -> None:
    transcript = heard(("turn on the lie", 0.69), ("turn on the light", 0.6), ("turn on the lights", 0.5))
    assert (
        chosen(transcript, {"turn on the light": LIGHT, "turn on the lights": LIGHT}) == "turn on the light"
    )


def test_what_makes_sense_is_not_read_otherwise() -> None:
    transcript = heard(("turn on the light", 0.6))
    other = Match((Intent("HassTurnOff"),), 1.0, Route.FAST, "en")
    assert chosen(transcript, {"turn on the lied": other, "turn on the light": LIGHT}) == "turn on the lied"


def test_a_guess_gives_way_to_a_reading_that_a_pattern_has() -> None:
    transcript = heard(("turn on the light", 0.6))
    guess = Match((Intent("HassTurnOn"),), 0.4, Route.SEMANTIC, "en")
    assert chosen(transcript, {"turn on the lied": guess, "turn on the light": LIGHT}) == "turn on the light"


@pytest.mark.parametrize(
    "match",
    [
        Match((Intent("HassTurnOn"),), 1.0, Route.SEMANTIC, "en"),
        Match((Intent("HassTurnOn"),), 1.0, Route.FAST, "en", complete=False),
        Match((Intent("HassTurnOn"),), 0.3, Route.FAST, "en"),
    ],
)
def test_no_guess_is_built_on_a_guess(match: Match) -> None:
    assert chosen(heard(("turn on the light", 0.6)), {"turn on the light": match}) == "turn on the lied"


def test_a_reading_that_is_much_less_likely_is_none() -> None:
    assert chosen(heard(("turn on the light", 0.2)), {"turn on the light": LIGHT}) == "turn on the lied"


def test_parts_are_one_text_in_the_way_of_their_language() -> None:
    english = [Transcript("Once upon a time", "en", 0.75), Transcript("there was a king.", "en", 0.5)]
    chinese = [Transcript("从前", "zh", 0.8), Transcript("有一个国王。", "zh", 0.6)]
    assert joined(english) == Transcript("Once upon a time there was a king.", "en", 0.625)
    assert joined(chinese).text == "从前有一个国王。"
    assert not joined([]).text


GUESS = Match((Intent("HassTurnOn"),), 0.4, Route.SEMANTIC, "zh")


def reheard(known: dict[str, Match], *found: Reheard, first: str = "开动") -> tuple[str, bool]:
    """What is taken, and whether it was heard again."""
    asked = False

    async def understand(reading: Transcript) -> Match | None:
        return known.get(reading.text)

    async def rehear(transcript: Transcript) -> tuple[Reheard, ...]:
        nonlocal asked
        asked = True
        return found

    transcript = Transcript(first, "zh", 0.7, (("开冬", 0.6),))
    return asyncio.run(meant(transcript, understand, rehear)).text, asked


def test_nonsense_is_heard_again() -> None:
    assert reheard({"开灯": LIGHT}, Reheard("开动", -9.0), Reheard("开灯", -8.0)) == ("开灯", True)


def test_sure_words_are_not_heard_again() -> None:
    assert reheard({"开动": LIGHT, "开灯": LIGHT}, Reheard("开灯", -1.0)) == ("开动", False)


def test_words_that_say_surely_what_is_meant_may_sound_a_little_worse() -> None:
    assert reheard({"开灯": LIGHT, "开凳": GUESS}, Reheard("开凳", -8.0), Reheard("开灯", -9.0))[0] == "开灯"


def test_words_that_sound_much_worse_were_not_said() -> None:
    assert reheard({"开灯": LIGHT}, Reheard("开动", -8.0), Reheard("开灯", -30.0))[0] == "开动"


def test_a_guess_counts_only_for_what_was_most_likely_said() -> None:
    free = Match((Intent("HassMediaSearchAndPlay"),), 0.6, Route.FAST, "zh")
    assert reheard({"听黄昏": free}, Reheard("开动", -8.0), Reheard("听黄昏", -9.0))[0] == "开动"
    assert reheard({"听黄昏": free}, Reheard("开动", -9.0), Reheard("听黄昏", -8.0))[0] == "听黄昏"


def test_talk_does_not_act_because_it_may_be_spelled_like_an_order() -> None:
    assert reheard({"开灯": GUESS}, Reheard("开动", -9.0), Reheard("开灯", -8.0))[0] == "开动"
    question = Match((Intent("HassGetWeather"),), 0.4, Route.SEMANTIC, "zh")
    assert reheard({"下雨吗": question}, Reheard("开动", -9.0), Reheard("下雨吗", -8.0))[0] == "下雨吗"


def test_what_is_very_like_an_order_is_taken_for_one_where_it_was_most_likely_said() -> None:
    dark = Match((Intent("HassLightSet"),), 0.85, Route.SEMANTIC, "zh")
    assert (
        reheard({"卧室有点黑": dark}, Reheard("开动", -9.0), Reheard("卧室有点黑", -8.0))[0] == "卧室有点黑"
    )
    assert reheard({"卧室有点黑": dark}, Reheard("开动", -8.0), Reheard("卧室有点黑", -9.0))[0] == "开动"


def test_what_cannot_be_heard_again_stays_as_it_is() -> None:
    assert reheard({"开灯": LIGHT})[0] == "开动"
