"""What can go wrong with sound, each with its remedy in the message."""


class AudioError(Exception):
    """Base of every failure of this room; the message names the remedy.

    `str()` is English; `zh` is the same in Chinese where somebody has written it, else the English too.
    """

    def __init__(self, en: str, zh: str | None = None) -> None:
        super().__init__(en)
        self.zh = zh or en


class DeviceMissing(AudioError):
    """No such microphone or speaker, or PortAudio itself is not installed."""


class DeviceBusy(DeviceMissing):
    """Another program has the device for itself; it comes free again."""


class PortAudioMissing(DeviceMissing):
    """The PortAudio library is not installed; the message names the command that installs it."""


class CancellerMissing(AudioError):
    """The library that cancels echo is not installed."""


class DeviceLost(AudioError):
    """A device that worked has gone away or stalled; reopening may bring it back."""


class BadRecording(AudioError):
    """A sound file that cannot be read as audio."""
