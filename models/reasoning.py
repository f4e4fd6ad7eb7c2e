"""What a model thinks aloud between `<think>` and `</think>` is not for the ears of people."""

OPEN, CLOSE = "<think>", "</think>"


class WithoutReasoning:
    """Takes a reply in pieces, cut anywhere, and gives it without its reasoning."""

    def __init__(self) -> None:
        """Begin outside of any reasoning."""
        self._held = ""
        self._thinking = False
        self._said = False

    def feed(self, piece: str) -> str:
        """What can be said by now; the beginning of what may become a mark is held back."""
        self._held += piece
        out = ""
        while True:
            mark = CLOSE if self._thinking else OPEN
            before, found, after = self._held.partition(mark)
            if not found:
                break
            out += "" if self._thinking else before
            self._held, self._thinking = after, not self._thinking
        kept = _begun(self._held, mark)
        out += "" if self._thinking else self._held[: len(self._held) - kept]
        self._held = self._held[len(self._held) - kept :]
        return self._speakable(out)

    def end(self) -> str:
        """What was held back and became no mark."""
        rest, self._held = ("" if self._thinking else self._held), ""
        return self._speakable(rest)

    def _speakable(self, text: str) -> str:
        """Without the white space before the first word, which the reasoning leaves behind."""
        text = text if self._said else text.lstrip()
        self._said = self._said or bool(text)
        return text


def _begun(text: str, mark: str) -> int:
    """How many letters at the end of the text are the beginning of the mark."""
    sizes = range(min(len(text), len(mark) - 1), 0, -1)
    return next((size for size in sizes if mark.startswith(text[-size:])), 0)
