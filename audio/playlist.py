"""Recordings in place of a person at the microphone, who waits for the answer before going on."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from audio.frame import FRAME, RATE, Frame
from audio.wav import WavMicrophone

PATIENCE = RATE
"""Samples of silence behind a recording before the speaker may be taken to wait for nothing more."""


class PlaylistMicrophone:
    """Recordings one after another on one timeline, with silence between for as long as the answer takes."""

    def __init__(
        self,
        paths: Sequence[Path],
        quiet: Callable[[], bool],
        on_start: Callable[[Path, int], None] = lambda *_: None,
    ) -> None:
        """Play `paths`; go on, or end, when `quiet`; `on_start` is told each recording and its position.

        :raises BadRecording: one is missing, empty or not audio.
        """
        self._recordings = [(path, WavMicrophone(path, tail=True)) for path in paths]
        self._quiet = quiet
        self._on_start = on_start
        self._position = 0

    @property
    def name(self) -> str:
        """Names of the files."""
        return ", ".join(recording.name for _, recording in self._recordings)

    @property
    def dropped(self) -> int:
        """Always none: files wait."""
        return 0

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames at the pace of the loop's time."""
        for path, recording in self._recordings:
            self._on_start(path, self._position)
            async for frame in recording.frames():
                yield Frame(frame.samples, self._position)
                self._position += FRAME
                if frame.end >= recording.length + PATIENCE and self._quiet():
                    recording.finish()

    async def aclose(self) -> None:
        """End the stream."""
        for _, recording in self._recordings:
            recording.finish()
