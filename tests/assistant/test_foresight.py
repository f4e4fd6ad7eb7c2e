"""Looking ahead ends nothing, whatever goes wrong with it."""

import asyncio

import numpy as np
import pytest

from assistant.attention import Utterance
from assistant.config import Voice
from assistant.foresight import Foresight, Means, Timed
from assistant.patience import Patience
from intents.vocabulary import Match, Reply
from models.errors import ModelError
from models.protocols import Transcript

SAID = Utterance(np.zeros(16_000, np.int16), 0, 16_000, 16_000, after_wake=True)


@pytest.mark.parametrize(
    "fault", [ModelError("the recogniser failed"), KeyError("intents"), ValueError("nan")]
)
@pytest.mark.parametrize("where", ["transcribe", "understand"])
async def test_a_look_ahead_that_fails_is_in_vain_and_nothing_else(where: str, fault: Exception) -> None:
    async def transcribe(_: Utterance) -> Timed:
        if where == "transcribe":
            raise fault
        return Transcript("turn on the light", "en", 0.9), 1.0

    async def understand(_: Transcript) -> Match | None:
        raise fault

    async def rehearse(_: Match) -> Reply:
        raise AssertionError("there is nothing to rehearse")

    async def prepare(_text: str, _language: str) -> None:
        raise AssertionError("there is nothing to prepare")

    means = Means(transcribe, understand, rehearse, prepare, lambda _at, _silence: None)
    foresight = Foresight(means, None, Patience(Voice()))
    async with asyncio.TaskGroup() as group:
        foresight.begin(SAID, group)
        transcript = foresight.take(SAID)
        assert transcript is not None
        heard = await transcript
    assert (heard is None) == (where == "transcribe")
