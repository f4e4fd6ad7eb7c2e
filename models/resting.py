"""A chat model that can be given back and loaded again: weights that are mapped from disk come back soon."""

import gc
from collections.abc import Callable, Iterator, Sequence

from models.protocols import ChatModel, Choice, Message


class Resting:
    """The chat model that `load` makes, in memory only between `wake` and `rest`; all on one thread."""

    def __init__(self, load: Callable[[], ChatModel]) -> None:
        """Load it. :raises ModelError: it cannot be, now or later when it is needed again."""
        self._load = load
        self._model: ChatModel | None = load()
        self._name = self._model.name
        self._known: tuple[Message, ...] = ()
        self.uses = 0
        """Times that something was asked of it."""
        self.rests = 0
        """Times that it was given back."""

    @property
    def name(self) -> str:
        """Id of the weights."""
        return self._name

    @property
    def awake(self) -> bool:
        """Whether it is in memory."""
        return self._model is not None

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:
        """The reply of the model, loaded first if it must be."""
        model = self.wake()
        try:
            yield from model.chat(messages, max_tokens=max_tokens)
        finally:
            self.uses += 1

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:
        """The choice of the model, loaded first if it must be."""
        model = self.wake()
        try:
            yield from model.choose(messages, choices)
        finally:
            self.uses += 1

    def warm(self, messages: Sequence[Message]) -> None:
        """Evaluate a prefix, now and whenever it is loaded again."""
        self._known = tuple(messages)
        self.wake().warm(self._known)

    def wake(self) -> ChatModel:
        """Have it in memory, knowing what it knew."""
        self.uses += 1
        if self._model is None:
            self._model = self._load()
            if self._known:
                self._model.warm(self._known)
        return self._model

    def rest(self) -> None:
        """Give its memory back."""
        if self._model is not None:
            self._model = None
            self.rests += 1
            gc.collect()  # engines in C free their memory when the last reference goes, cycles included
