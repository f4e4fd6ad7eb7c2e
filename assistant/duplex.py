"""Whether it can hear while it speaks: with a real microphone it must not hear its own speaker."""

from assistant.config import Config
from audio.echo import EchoFree
from audio.errors import CancellerMissing
from audio.kalman import Kalman
from audio.ports import EchoCanceller, Microphone
from audio.reference import Reference


def canceller(config: Config) -> EchoCanceller | None:
    """What cancels echo; None where that is switched off.

    :raises CancellerMissing: the library is not there.
    """
    if config.audio.echo == "off":
        return None
    from audio.apm import Webrtc  # noqa: PLC0415  # only a real microphone needs it

    return Webrtc()


def echo_free(microphone: Microphone, config: Config, reference: Reference) -> Microphone | None:
    """The microphone without the echo of what `reference` plays; None where nothing can cancel it.

    A linear canceller leaves voices over ours as they are; behind it, WebRTC's takes what it cannot explain.
    """
    try:
        cancels = canceller(config)
    except CancellerMissing:  # `doctor` says how to mend it
        return None
    return EchoFree(microphone, cancels, reference, Kalman()) if cancels else None
