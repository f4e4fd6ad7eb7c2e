"""A home's own intents: sentences and answers that people added in files, without code."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from hassil import Intents

from intents.expected import EXPECTED
from intents.own.file import OwnFile
from intents.own.spoken_answer import SpokenAnswer
from intents.script import SQUEEZED, base
from intents.templates import squeezed, templates
from intents.vocabulary import Intent

_MARKS = re.compile(r"[，。！？、,!?]|(?<!\.)\.(?![\d.])")
_UNSAID: Mapping[str, str] = {"en": "All right.", "zh": "好的。", "it": "Va bene."}


class Own:
    """The intents of all files of one home; without any it knows nothing, and costs nothing."""

    def __init__(self, files: Iterable[OwnFile] = ()) -> None:
        """Hold the intents in `files`; each keeps its lists and rules to itself."""
        self._files = tuple(files)
        self._intents: dict[str, tuple[Intents, ...]] = {}
        self.names = frozenset(name for file in self._files for name in file.collected["intents"])
        """Names of all intents."""

    def __bool__(self) -> bool:
        return bool(self._files)

    def templates(self, language: str) -> tuple[Intents, ...]:
        """What hassil recognises by; Home Assistant's lists and rules are at hand in it."""
        language = base(language)
        if language not in self._intents:
            files = (file for file in self._files if file.language == language)
            self._intents[language] = tuple(_compiled(file) for file in files)
        return self._intents[language]

    def answer(self, intent: Intent, language: str) -> str | None:
        """The answer that uses most of what was said; None for an intent that is not its own."""
        if intent.name not in self.names:
            return None
        language = base(language)
        files = sorted(self._files, key=lambda file: file.language != language)
        answers: list[SpokenAnswer] = [each for file in files for each in file.answers.get(intent.name, ())]
        fitting = [answer for answer in answers if answer.fits(intent.slots)]
        if not fitting:
            return _UNSAID.get(language, _UNSAID["en"])
        return max(fitting, key=lambda answer: len(answer.slots & intent.slots.keys())).told(intent.slots)

    @cached_property
    def hints(self) -> Mapping[str, str]:
        """By language, the words that recognition may expect: a home's, then values of lists, each once."""
        words = {language: {text: None} for language, text in EXPECTED.items()}
        for file in self._files:
            for value in _values(file):
                words.setdefault(file.language, {}).update(dict.fromkeys(value.split()))
        return {language: " ".join(found) for language, found in words.items()}


def _values(file: OwnFile) -> Iterable[str]:
    """The texts of the lists, without those that are templates themselves."""
    for own in file.collected.get("lists", {}).values():
        for value in own.get("values", ()):
            said = value if isinstance(value, str) else value["in"]
            if not set(said) & set("[]()|<>{}"):
                yield said


def _compiled(file: OwnFile) -> Intents:
    collected: dict[str, Any] = deepcopy(dict(file.collected)) | {"language": file.language}
    for block in (block for intent in collected["intents"].values() for block in intent["data"]):
        # Requests are compared without marks, so that they may stand in a template or not.
        block["sentences"] = [_MARKS.sub(" ", sentence) for sentence in block["sentences"]]
    own = Intents.from_dict(squeezed(collected) if file.language in SQUEEZED else collected)
    known = templates(file.language)
    own.slot_lists = {**known.slot_lists, **own.slot_lists}
    own.expansion_rules = {**known.expansion_rules, **own.expansion_rules}
    return own
