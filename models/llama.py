"""llama.cpp in process: chat in ChatML, and a choice among texts with the probability it has."""

import codecs
import ctypes
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from models.errors import EngineFailed
from models.prefix import KeptPrefix
from models.protocols import Choice, Message
from models.reasoning import WithoutReasoning

if TYPE_CHECKING:
    import llama_cpp

THREADS = 2
CHUNK = 64
"""Tokens of prompt between two occasions to stop: two thirds of a second on two cores."""

SEED = 7
"""The same question gets the same answer."""

WARMTH = 0.3
"""Temperature of free answers; a small model that is warmer says what is less true.

Nothing keeps it from repeating itself: that would keep it from writing 8,848.
"""

CHOICE_TOKENS = 48
"""Room for the longest choice."""

OPEN, CLOSE = "<|im_start|>", "<|im_end|>"
NO_THOUGHT = "<think>\n\n</think>\n\n"
"""What tells a model that can be told so not to think aloud."""

_Prompt = list[int]


class Llama:
    """Chat model; one conversation at a time, whose common beginning is never read twice."""

    def __init__(self, directory: Path, context: int = 2048, cache: Path | None = None) -> None:
        """Load the `.gguf` in `directory`; `context` is in tokens; what `warm` reads is kept in `cache`.

        :raises EngineFailed: there is none, or it cannot be loaded.
        """
        weights = next(iter(sorted(directory.glob("*.gguf"))), None)
        if weights is None:
            raise EngineFailed(f"{directory} holds no GGUF; run: xiaoban models pull {directory.name}")
        self._name = directory.name
        self._context = context
        self._model = _load(weights, context)
        self._end = {self._model.token_eos(), *self._marks(CLOSE)}
        template = self._model.metadata.get("tokenizer.chat_template", "")
        self._before_reply = NO_THOUGHT if "enable_thinking" in template else ""
        self._kept = KeptPrefix(cache, weights, context) if cache else None
        self._turn = 0

    @property
    def name(self) -> str:
        """Id of the weights."""
        return self._name

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:
        """The reply as it is written, in pieces.

        While the prompt is being read the pieces are empty: each is an occasion to stop. What is too long for
        the context loses its oldest messages first.

        :raises EngineFailed: llama.cpp failed, or a newer chat took the model over.
        """
        self._turn += 1
        turn, prompt = self._turn, self._fitted(messages, max_tokens)
        for _ in self._read(prompt[:-1]):
            yield ""
            self._still(turn)
        decoder, reply = codecs.getincrementaldecoder("utf-8")("ignore"), WithoutReasoning()
        for token in self._tokens(prompt, max_tokens):
            piece = reply.feed(decoder.decode(self._model.detokenize([token])))
            if piece:
                yield piece
                self._still(turn)
        if last := reply.end():
            yield last

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:
        """Which of `choices` the reply is, token by token along the likeliest of those that are possible.

        The probability is the product of what each token has among the tokens that could stand there, so
        that choices which begin alike compete as one until they part.

        :raises EngineFailed: llama.cpp failed, or a newer chat took the model over.
        """
        self._turn += 1
        turn, prompt = self._turn, self._fitted(messages, CHOICE_TOKENS)
        for _ in self._read(prompt):
            yield None
            self._still(turn)
        left = {(*self._words(text), *self._marks(CLOSE)): index for index, text in enumerate(choices)}
        probability = 1.0
        while len(left) > 1:
            alike = next(at for at, tokens in enumerate(zip(*left, strict=False)) if len(set(tokens)) > 1)
            shares = self._shares([*prompt, *next(iter(left))[:alike]], {tokens[alike] for tokens in left})
            token = max(shares, key=lambda each: shares[each])
            probability *= shares[token]
            left = {tokens: index for tokens, index in left.items() if tokens[alike] == token}
            yield None
            self._still(turn)
        yield Choice(next(iter(left.values())), probability)

    def warm(self, messages: Sequence[Message]) -> None:
        """Know a prefix that later chats begin with, so that they need not read it."""
        self._turn += 1
        prompt = [token for message in messages for token in self._said(message)]
        if self._kept and self._kept.restore(self._model, prompt):
            return
        for _ in self._read(prompt):
            pass
        if self._kept:
            self._kept.keep(self._model, prompt)

    def _still(self, turn: int) -> None:
        if turn != self._turn:
            raise EngineFailed("this answer was given up, because the model was asked something newer")

    def _marks(self, text: str) -> _Prompt:
        """Tokens of our own marks."""
        return list(self._model.tokenize(text.encode(), add_bos=False, special=True))

    def _words(self, text: str) -> _Prompt:
        """Tokens of what people say; marks in it are only letters."""
        return list(self._model.tokenize(text.encode(), add_bos=False, special=False))

    def _said(self, message: Message) -> _Prompt:
        words = self._words(f"{message.role}\n{message.content}")
        return [*self._marks(OPEN), *words, *self._marks(CLOSE + "\n")]

    def _fitted(self, messages: Sequence[Message], max_tokens: int) -> _Prompt:
        """The prompt; where it is too long, without the oldest messages, and at last without its middle."""
        reply = [*self._marks(OPEN), *self._words("assistant\n"), *self._marks(self._before_reply)]
        room = self._context - min(max_tokens, self._context // 2) - len(reply)
        said = [self._said(message) for message in messages]
        first = 1 if messages and messages[0].role == "system" else 0
        while sum(map(len, said)) > room and len(said) > first + 1:
            del said[first]
        prompt = [token for one in said for token in one]
        if len(prompt) > room:
            prompt = prompt[: room // 2] + prompt[len(prompt) - room // 2 :]
        return prompt + reply

    def _read(self, prompt: _Prompt) -> Iterator[None]:
        """Evaluate what is not yet evaluated, in chunks."""
        model = self._model
        known = 0
        for old, new in zip(model.input_ids[: model.n_tokens].tolist(), prompt, strict=False):
            if old != new:
                break
            known += 1
        known = model.n_tokens = min(known, len(prompt) - 1)  # the last tells what may follow
        for start in range(known, len(prompt), CHUNK):
            try:
                model.eval(prompt[start : start + CHUNK])
            except RuntimeError as problem:
                raise EngineFailed(f"the language model failed: {problem}") from problem
            yield

    def _shares(self, prompt: _Prompt, tokens: Collection[int]) -> dict[int, float]:
        """The probability of each of the tokens behind the prompt, were there no others."""
        for _ in self._read(prompt):
            pass
        import llama_cpp  # noqa: PLC0415 -- loaded with the model

        told = llama_cpp.llama_get_logits_ith(self._model.ctx, -1)
        logits = np.array([told[token] for token in tokens])
        weights = np.exp(logits - logits.max())
        return dict(zip(tokens, (weights / weights.sum()).tolist(), strict=True))

    def _tokens(self, prompt: _Prompt, count: int) -> Iterator[int]:
        """At most `count` tokens of the reply."""
        self._model.set_seed(SEED)
        written = self._model.generate(prompt, temp=WARMTH, top_p=0.9, repeat_penalty=1.0)
        try:
            for _, token in zip(range(count), written, strict=False):
                if token in self._end:
                    return
                yield token
        except (RuntimeError, ValueError) as problem:
            raise EngineFailed(f"the language model failed: {problem}") from problem


def _load(weights: Path, context: int) -> "llama_cpp.Llama":
    # Threads that wait for each other by spinning take the core from the one they wait for, when another
    # engine needs it too: five times slower. Read once, when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    import llama_cpp  # noqa: PLC0415 -- half a second that only who talks to a model should wait

    _tame(llama_cpp)
    try:
        return llama_cpp.Llama(
            str(weights),
            n_ctx=context,
            n_batch=CHUNK,
            n_threads=THREADS,
            n_threads_batch=THREADS,
            seed=SEED,
            verbose=False,
        )
    except (OSError, ValueError, RuntimeError) as problem:
        raise EngineFailed(
            f"'{weights.parent.name}' cannot be loaded ({problem}); run: xiaoban models verify"
        ) from problem


def _tame(package: Any) -> None:
    """Three things that the package has no argument for; done again they change nothing."""
    # What llama.cpp has to say goes nowhere; failures come as return values.
    package.llama_log_set(_log(package), ctypes.c_void_p(0))
    # While it loads, the package sends the output of the whole process to nowhere; other threads need theirs.
    package._internals.suppress_stdout_stderr = package.llama.suppress_stdout_stderr = _Undisturbed
    # Built for a processor with AMX, llama.cpp keeps weights in a layout for it, and crashes where a virtual
    # machine announces AMX but does not let it work. The plain layout works everywhere.
    if b"AMX_INT8 = 1" in package.llama_print_system_info():
        package.llama_cpp.llama_model_default_params = _plain_layout(package)


@cache
def _log(package: Any) -> Any:
    """Kept for good: C has its address."""
    return package.llama_log_callback(lambda _level, _text, _data: None)


@cache
def _plain_layout(package: Any) -> Callable[[], Any]:
    original = package.llama_cpp.llama_model_default_params

    def params() -> Any:
        made = original()
        made.use_extra_bufts = False
        return made

    return params


class _Undisturbed(AbstractContextManager[None]):
    """Stands in for the package's own silencer."""

    def __init__(self, disable: bool = True) -> None:
        """Take what the silencer takes."""

    def __exit__(self, *_: object) -> None:
        """Leave everything as it is."""
