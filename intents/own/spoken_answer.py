"""What a home's own intent answers: a text with slots, nothing that could run."""

import re
from collections.abc import Mapping

from intents.vocabulary import Scalar

_SLOT = re.compile(r"\{\{\s*(?:slots\.)?(\w+)\s*\}\}|\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_STRAY = re.compile(r"[{}\[\]]")


class SpokenAnswer:
    """`One {drink}[ with {milk}], coming up.`: what stands in brackets is said when its slots were."""

    def __init__(self, text: str) -> None:
        """:raises ValueError: more than slots and brackets."""
        if _STRAY.search(_SLOT.sub("", _OPTIONAL.sub(r"\1", text))):
            raise ValueError(
                f"'{text[:60]}': an answer takes {{slot}} and [parts that may be missing], no more"
            )
        self._text = text
        self._needs = frozenset(_named(_OPTIONAL.sub("", text)))
        self.slots = frozenset(_named(text))
        """Every slot that it names."""

    def fits(self, slots: Mapping[str, object]) -> bool:
        """Whether everything it needs was said."""
        return self._needs <= slots.keys()

    def told(self, slots: Mapping[str, Scalar | tuple[Scalar, ...]]) -> str:
        """The text to say."""

        def part(optional: re.Match[str]) -> str:
            return optional[1] if slots.keys() >= set(_named(optional[1])) else ""

        def value(slot: re.Match[str]) -> str:
            said = slots.get(slot[1] or slot[2], "")
            return ", ".join(map(str, said)) if isinstance(said, tuple) else str(said)

        return " ".join(_SLOT.sub(value, _OPTIONAL.sub(part, self._text)).split())


def _named(text: str) -> list[str]:
    return [one or other for one, other in _SLOT.findall(text)]
