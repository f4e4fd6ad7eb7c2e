"""Sound cards through PortAudio: names, rates, refusals, and looking again; on a stand-in without sound."""

import asyncio
import sys
import threading

import numpy as np
import pytest

from audio import device
from audio.device import PortAudio
from audio.errors import DeviceBusy, DeviceLost, DeviceMissing, PortAudioMissing
from audio.hotplug import HotplugMicrophone
from tests.audio.portaudio import Card, StandInPortAudio


def _plugged(monkeypatch: pytest.MonkeyPatch, *cards: Card) -> StandInPortAudio:
    portaudio = StandInPortAudio(list(cards))
    monkeypatch.setitem(sys.modules, "sounddevice", portaudio)
    return portaudio


DESK = Card("Desk: USB Audio (hw:1,0)", inputs=1)
SHELF = Card("Shelf: USB Audio (hw:2,0)", outputs=2, takes=((2, 48_000),), rate=48_000)


def test_names_stay_when_cards_are_numbered_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    _plugged(monkeypatch, DESK, SHELF, Card("Desk: USB Audio (hw:3,0)", inputs=1), Card("default", inputs=2))
    assert [each.name for each in PortAudio().devices()] == [
        "Desk: USB Audio, ALSA",
        "Shelf: USB Audio, ALSA",
        "Desk: USB Audio #2, ALSA",
        "default, ALSA",
    ]


@pytest.mark.parametrize("name", ["Desk: USB Audio, ALSA", "desk: usb audio", None])
async def test_a_microphone_is_found_by_name_or_by_default(
    monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    portaudio = _plugged(monkeypatch, SHELF, DESK)
    microphone = await PortAudio().microphone(name)
    assert microphone.name == "Desk: USB Audio, ALSA"
    assert portaudio.streams[0].running
    assert portaudio.streams[0].settings["samplerate"] == 16_000
    assert portaudio.streams[0].settings["blocksize"] == 512
    await microphone.aclose()
    await microphone.aclose()
    assert portaudio.streams == []


async def test_a_name_that_does_not_exist_gets_the_nearest_that_does(monkeypatch: pytest.MonkeyPatch) -> None:
    _plugged(monkeypatch, DESK, Card("default", inputs=2), SHELF)
    with pytest.raises(DeviceMissing, match=r"nearest is 'Desk: USB Audio, ALSA'; run: xiaoban devices"):
        await PortAudio().microphone("Dusk USB")
    with pytest.raises(DeviceMissing, match="no speaker is called 'default'"):
        await PortAudio().speaker("default")


async def test_without_any_card_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    _plugged(monkeypatch, SHELF)
    with pytest.raises(DeviceMissing, match="no microphone was found: plug one in"):
        await PortAudio().microphone(None)


@pytest.mark.parametrize("problem", [OSError("PortAudio library not found"), ImportError("no sounddevice")])
async def test_without_the_library_it_names_the_command(
    monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    class Nowhere:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "sounddevice":
                raise problem

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Nowhere(), *sys.meta_path])
    with pytest.raises(PortAudioMissing, match="sudo apt-get install libportaudio2"):
        await PortAudio().microphone(None)
    with pytest.raises(PortAudioMissing, match="sudo apt-get install libportaudio2"):
        device.devices()


async def test_a_card_that_refuses_our_rate_and_mono_is_taken_as_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    array = Card("Array", inputs=6, takes=((6, 48_000),), rate=48_000)
    portaudio = _plugged(monkeypatch, array, SHELF)
    sound = PortAudio()
    microphone, speaker = await sound.microphone(None), await sound.speaker(None)
    settings = [(each.settings["channels"], each.settings["samplerate"]) for each in portaudio.streams]
    assert settings == [(6, 48_000), (2, 48_000)]
    assert speaker.rate == 48_000
    coming = asyncio.ensure_future(anext(microphone.frames()))
    await asyncio.sleep(0)
    portaudio.streams[0].callback(np.zeros((9_600, 6), np.int16), 9_600, None, None)
    frame = await coming
    assert (frame.start, len(frame.samples), frame.rate) == (0, 512, 16_000)
    await microphone.aclose()
    await speaker.aclose()


async def test_a_card_with_no_rate_in_common_is_refused_with_a_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _plugged(monkeypatch, Card("Odd", inputs=1, takes=()))
    with pytest.raises(DeviceMissing, match=r"'Odd, ALSA' takes no rate we know \(Invalid sample rate\)"):
        await PortAudio().microphone(None)


async def test_of_a_card_that_another_program_has_that_program_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    portaudio = _plugged(monkeypatch, Card("Busy", inputs=1, busy=True))
    monkeypatch.setattr(device, "holders", lambda: ("arecord (123)",))
    with pytest.raises(DeviceBusy, match=r"in use by arecord \(123\): end that program"):
        await PortAudio().microphone(None)
    assert portaudio.streams == []


async def test_a_card_that_is_held_is_tried_until_it_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    portaudio = _plugged(monkeypatch, Card("Busy", inputs=1, busy=True))
    opener, lost = PortAudio(), asyncio.Event()
    microphone = HotplugMicrophone(lambda: opener.microphone(None), on_lost=lambda _: lost.set())
    frames = microphone.frames()
    first = asyncio.ensure_future(anext(frames))
    await lost.wait()
    portaudio.seen[0].busy = False
    while not first.done():
        await asyncio.sleep(0.01)
        for stream in portaudio.streams:
            stream.callback(np.arange(512, dtype=np.int16)[:, None], 512, None, None)
    assert (await first).start == 0
    await microphone.aclose()


async def test_what_was_plugged_in_later_is_found_by_looking_again(monkeypatch: pytest.MonkeyPatch) -> None:
    portaudio = _plugged(monkeypatch, SHELF)
    portaudio.plugged.append(DESK)
    microphone = await PortAudio().microphone(None)
    assert microphone.name == "Desk: USB Audio, ALSA"
    await microphone.aclose()


async def test_looking_again_never_stops_a_microphone_that_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    portaudio = _plugged(monkeypatch, DESK)
    sound = PortAudio()
    microphone = await sound.microphone(None)
    portaudio.plugged.append(SHELF)
    with pytest.raises(DeviceMissing, match="no speaker was found"):
        await sound.speaker(None)
    assert portaudio.streams[0].running
    await microphone.aclose()


async def test_looking_again_for_a_microphone_closes_a_silent_speaker_but_never_a_speaking_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    portaudio = _plugged(monkeypatch, SHELF)
    sound = PortAudio()
    speaker = await sound.speaker(None)
    portaudio.plugged.append(DESK)
    await speaker.write(np.ones(100, np.int16))
    with pytest.raises(DeviceMissing):
        await sound.microphone(None)
    assert portaudio.streams[0].running
    speaker.flush()
    microphone = await sound.microphone(None)
    with pytest.raises(DeviceLost):  # its owner opens it again
        await speaker.write(np.ones(100, np.int16))
    await speaker.aclose()
    await microphone.aclose()


async def test_a_sound_system_that_does_not_answer_is_given_up_and_tidied_up_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    portaudio = _plugged(monkeypatch, DESK)
    monkeypatch.setattr(device, "GOODBYE_S", 0.0)
    answers = threading.Event()
    portaudio.before_close = answers.wait
    sound = PortAudio()
    microphone = await sound.microphone(None)
    await microphone.aclose()  # returns although closing hangs
    assert portaudio.streams
    answers.set()
    other = await sound.microphone(None)  # waits for its turn
    assert len(portaudio.streams) == 1
    await other.aclose()


async def test_cancelling_an_opening_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    portaudio = _plugged(monkeypatch, DESK)
    looked, go_on = threading.Event(), threading.Event()
    closed = threading.Event()
    portaudio.before_close = closed.set

    def slow() -> list[dict[str, str]]:
        looked.set()
        go_on.wait()
        return [{"name": "ALSA"}]

    monkeypatch.setattr(portaudio, "query_hostapis", slow)
    opening = asyncio.create_task(PortAudio().microphone(None))
    await asyncio.get_running_loop().run_in_executor(None, looked.wait)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    go_on.set()
    await asyncio.get_running_loop().run_in_executor(None, closed.wait)
