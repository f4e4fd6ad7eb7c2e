"""With a real microphone it hears while it speaks, where echo can be cancelled."""

import sys

import numpy as np
import pytest

from assistant import checkup, duplex
from assistant.config import Config
from audio.echo import EchoFree
from audio.reference import Reference
from tests.room import Room

OFF = Config.model_validate({"audio": {"echo": "off"}})


async def test_echo_is_cancelled_unless_switched_off() -> None:
    microphone, reference = Room(np.ones(1)).microphone, Reference()
    assert isinstance(duplex.echo_free(microphone, Config(), reference), EchoFree)
    assert duplex.echo_free(microphone, OFF, reference) is None


async def test_without_the_library_it_takes_turns_and_doctor_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "livekit", None)
    assert duplex.echo_free(Room(np.ones(1)).microphone, Config(), Reference()) is None
    finding = checkup.echo(Config())
    assert finding.level == "warning"
    assert finding.remedy == "pip install livekit"


def test_doctor_says_whether_it_hears_while_it_speaks() -> None:
    assert checkup.echo(Config()).level == "fine"
    assert checkup.echo(Config()).detail != checkup.echo(OFF).detail
