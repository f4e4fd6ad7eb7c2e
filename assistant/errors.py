"""What a person can have done wrong, or met, at this room's edge."""


class AssistantError(Exception):
    """Base of every failure of this room; the message names the remedy.

    `str()` is English; `zh` is the same in Chinese where somebody has written it, else the English too.
    """

    def __init__(self, en: str, zh: str | None = None) -> None:
        super().__init__(en)
        self.zh = zh or en


class ConfigError(AssistantError):
    """The configuration cannot be used."""


class UsageError(AssistantError):
    """What was asked of the command line makes no sense."""


class NotInstalled(AssistantError):
    """Something outside Python is missing; the message names the command that installs it."""
