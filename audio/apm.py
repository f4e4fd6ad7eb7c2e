"""WebRTC's echo canceller (AEC3), as livekit packs it; the only import of livekit.

It finds delays of up to half a second and follows them; it works without any server.
"""

import numpy as np

from audio.blocks import Blocks
from audio.errors import CancellerMissing
from audio.frame import FRAME, RATE, Samples

BLOCK = RATE // 100
"""Samples that it takes at once: 10 ms."""

DELAY = 4 * FRAME % BLOCK
"""Samples by which frames come out late, because blocks do not fill them: 8 ms, the most that ever lack."""


class Webrtc:
    """Echo canceller for 16 kHz mono; costs about a hundredth of a core while we speak."""

    def __init__(self, *, noise_suppression: bool = False, gain_control: bool = False) -> None:
        """Noise suppression and gain control are for measuring: recognition is better without.

        :raises CancellerMissing: livekit is not installed, or not for this machine.
        """
        try:
            from livekit import rtc  # noqa: PLC0415  # 30 MB that only a real microphone needs
        except (ImportError, OSError) as problem:
            raise CancellerMissing(
                "livekit is not installed, so there is no echo cancellation; run: pip install livekit",
                "没有安装 livekit，所以没有回声消除；请运行：pip install livekit",
            ) from problem
        self._block = rtc.AudioFrame
        self._module = rtc.AudioProcessingModule(
            echo_cancellation=True,
            high_pass_filter=True,
            noise_suppression=noise_suppression,
            auto_gain_control=gain_control,
        )
        self._blocks = Blocks(BLOCK, DELAY, self._cancel)

    def cancel(self, captured: Samples, played: Samples) -> Samples:
        """`captured` without the echo of `played`, `DELAY` samples late."""
        return self._blocks.feed(captured, played)

    def reset(self) -> None:
        """Drop what is on its way; what was learned of the room stays."""
        self._blocks.reset()

    def _cancel(self, captured: Samples, played: Samples) -> Samples:
        self._module.process_reverse_stream(self._block(bytearray(played.tobytes()), RATE, 1, BLOCK))
        sound = bytearray(captured.tobytes())
        self._module.process_stream(self._block(sound, RATE, 1, BLOCK))
        return np.frombuffer(sound, np.int16)
