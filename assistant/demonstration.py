"""A conversation from recordings, for a machine without a microphone: the same pipeline at the same pace."""

from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

from assistant.config import Config
from assistant.events import AnyEvent, Speaking, Spoken
from assistant.household import Household, conversing, opened
from audio import wav
from audio.frame import RATE
from audio.playlist import PlaylistMicrophone

_SPEAKER_RATE = 24_000
"""Hertz of the recorded replies."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is told what happens."""

    show: Callable[[AnyEvent], None]
    on_recording: Callable[[str], None]
    """Told the name of each recording when it begins."""
    on_ready: Callable[[], None]


@dataclass(slots=True)
class _Replies:
    """Where in the speaker's timeline each reply lies, in seconds."""

    began_s: float = 0.0
    spans: list[tuple[float, float]] = field(default_factory=list)

    def note(self, event: AnyEvent) -> None:
        match event:
            case Speaking(at=at):
                self.began_s = at / RATE
            case Spoken(at=at, text=text) if text:
                self.spans.append((self.began_s, at / RATE))
            case _:
                pass


async def demonstrate(
    config: Config,
    out: Path,
    audience: Audience,
) -> Sequence[Path]:
    """Play the recordings that ship, answer them, and write what was answered into `out`, a file a reply.

    :raises ModelMissing: weights that the configuration needs are not installed.
    :raises BadRecording: `out` cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240  # before anything runs beside it
    with as_file(files("assistant").joinpath("data", "recordings")) as directory:
        recordings = sorted(directory.glob("*.flac"))
        async with opened(config) as household:
            return await _converse(household, recordings, out, audience)


async def _converse(
    household: Household, recordings: Sequence[Path], out: Path, audience: Audience
) -> Sequence[Path]:
    replies, whole = _Replies(), out / "conversation.wav"
    quiet: list[Callable[[], bool]] = []

    def emit(event: AnyEvent) -> None:
        replies.note(event)
        audience.show(event)

    microphone = PlaylistMicrophone(
        recordings,
        lambda: all(is_quiet() for is_quiet in quiet),
        lambda path, _: audience.on_recording(path.stem),
    )
    async with (
        aclosing(wav.WavSpeaker(whole, _SPEAKER_RATE)) as speaker,
        conversing(household, microphone, speaker, emit) as conversation,
    ):
        quiet.append(lambda: conversation.quiet)
        await conversation.warm()
        audience.on_ready()
        await conversation.run()
    return _cut(whole, replies.spans, out)


def _cut(whole: Path, spans: Sequence[tuple[float, float]], out: Path) -> Sequence[Path]:
    """One file for each reply."""
    sound = wav.read(whole)
    written = []
    for number, (start_s, end_s) in enumerate(spans, 1):
        path = out / f"reply-{number}.wav"
        wav.write(path, sound[max(0, round((start_s - 0.2) * RATE)) : round((end_s + 0.2) * RATE)])
        written.append(path)
    return written
