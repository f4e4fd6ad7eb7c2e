"""The quick layers of understanding, in order: what patterns say, then what they say of repaired words."""

from intents.home import Home
from intents.recognize import Recognizer
from intents.repair import Repairer
from intents.vocabulary import Context, Match


class Layers:
    """Understands requests to one home by the first layer that can; pure computation, for a worker thread."""

    def __init__(self, home: Home, languages: tuple[str, ...] = ("en", "zh")) -> None:
        """Understand requests to `home` in `languages` (ISO 639-1)."""
        recognizer = Recognizer(home, languages)
        self._layers = (recognizer, Repairer(home, recognizer))

    def warm(self) -> None:
        """Build now what is built at first use, so that the first request need not wait for it."""
        for layer in self._layers:
            layer.warm()

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean; its route says which layer understood them."""
        for layer in self._layers:
            if match := layer.recognize(text, language, context):
                return match
        return None
