"""`xiaoban devices --watch` and doctor's level, through a real sound server."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.assistant.process import environment, xiaoban
from tests.sound_server import SoundServer, running_sound_server

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def sound() -> Iterator[SoundServer]:
    """A sound server that only the processes of a test know of."""
    with running_sound_server() as server:
        yield server


async def test_a_line_per_half_second_until_ctrl_c(tmp_path: Path, sound: SoundServer) -> None:
    env = environment(tmp_path, sound.environment)
    async with sound.hissing(), xiaoban("devices", "--watch", "--json", env=env) as watching:
        await watching.event("levels", 4)
        assert await watching.end(signal.SIGINT) == 0
    lines = [_microphones(each) for each in watching.of("levels")]
    assert {"default, ALSA", "pulse, ALSA"} <= lines[-1].keys()
    # A half second of a busy machine may pass without the player being let on; four do not.
    assert -80 < max(each["default, ALSA"]["level_db"] for each in lines) < -50
    heard = lines[-1]["default, ALSA"]
    assert (heard["losses"], heard["dropped_s"], heard["muted"], heard["problem"]) == (0, 0, False, None)
    assert "Traceback" not in watching.said


def _microphones(line: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What a line says of each microphone, by its name."""
    return {each["name"]: each for each in line["microphones"]}


async def test_people_see_a_meter_until_ctrl_c(tmp_path: Path, sound: SoundServer) -> None:
    env = environment(tmp_path, sound.environment)
    async with xiaoban("devices", "--watch", env=env) as watching:
        await watching.sentence("Ctrl-C ends it.")
        await asyncio.sleep(0.5)
        assert await watching.end(signal.SIGINT) == 0
    assert "Traceback" not in watching.said


async def test_doctor_listens_for_a_moment(tmp_path: Path, sound: SoundServer) -> None:
    env = environment(tmp_path, sound.environment)
    async with sound.hissing(), xiaoban("doctor", "--json", env=env) as doctor:
        await doctor.code()
    found = next(each for each in doctor.events if each["check"] == "sound")
    assert found["ok"]
    assert -80 < found["level_db"] < -40
