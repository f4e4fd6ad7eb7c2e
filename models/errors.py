"""What can go wrong with engines and weights, each with its remedy in the message."""


class ModelError(Exception):
    """Base of every failure of this room; the message names the remedy.

    `str()` is English; `zh` is the same in Chinese where somebody has written it, else the English too.
    """

    def __init__(self, en: str, zh: str | None = None) -> None:
        super().__init__(en)
        self.zh = zh or en


class ModelMissing(ModelError):
    """Weights that are needed are not installed; the message names the command that installs them."""


class ModelDamaged(ModelError):
    """Weights on disk are not the ones that were published."""


class FetchFailed(ModelError):
    """Weights could not be fetched: no network, no space, or the source is gone."""


class EngineFailed(ModelError):
    """An engine could not be loaded or failed while it worked."""
