"""`xiaoban probe intent`: what requests mean in a home, without doing anything."""

import asyncio
import json as codec
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant import console, engines, paths
from assistant.config import load
from assistant.errors import UsageError
from assistant.events import Turn
from assistant.home.demo import demo_layout
from assistant.homefile import area_of, read_home
from assistant.household import layers
from assistant.own_intents import load_own
from assistant.turn import LONGEST, Question, told
from assistant.understand import ChatReply, Understanding
from assistant.wire import as_json
from intents.home import Home
from intents.script import base, written_in
from intents.vocabulary import Context, Match, Route, Scalar
from models.store import Store
from models.worker import Worker

LANGUAGES = ("en", "zh", "it")


class Request(BaseModel):
    """One line of standard input; what else the line holds is left alone."""

    model_config = ConfigDict(frozen=True)

    text: str
    lang: str | None = None
    room: str | None = None
    context: dict[str, Scalar] = {}
    """Hints in hassil's form, for example the `area` that heard it."""


Meaning = Match | ChatReply | None


def intent(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    text: Annotated[list[str], typer.Argument(help="Requests; - reads one a line, text or a JSON object.")],
    json: Annotated[bool, typer.Option("--json", help="Each turn as a JSON line.")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of the requests: en, zh, it.")] = None,
    home: Annotated[Path | None, typer.Option(help="Home file; the demo home without one.")] = None,
    room: Annotated[str | None, typer.Option(help="The room they are asked in.")] = None,
    no_llm: Annotated[bool, typer.Option("--no-llm", help="Only patterns, repair and likeness.")] = False,
) -> None:
    """Say what requests mean, and do nothing."""
    if lang is not None and base(lang) not in LANGUAGES:
        raise UsageError(f"there are no sentences for language '{lang}'; take one of: {', '.join(LANGUAGES)}")
    layout = read_home(home) if home else demo_layout().home
    default = Request(text="", lang=lang, room=room)
    show = _emit if json else _say
    if no_llm:
        _by_patterns(layout, _requests(text, default), show)
    else:
        asyncio.run(_by_everything(layout, _requests(text, default), show))


def _requests(texts: Iterable[str], default: Request) -> Iterator[Request]:
    for text in texts:
        if text == "-":
            lines = enumerate(iter(sys.stdin.readline, ""), 1)
            yield from (_request(line, number, default) for number, line in lines if line.strip())
        else:
            yield default.model_copy(update={"text": text})


def _request(line: str, number: int, default: Request) -> Request:
    if not line.lstrip().startswith("{"):
        return default.model_copy(update={"text": line.strip()})
    try:
        said = Request.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the object"
        raise UsageError(f"standard input, line {number}, {place}: {first['msg']}") from error
    return said.model_copy(update={"lang": said.lang or default.lang, "room": said.room or default.room})


def _by_patterns(home: Home, requests: Iterable[Request], show: Callable[[Turn], None]) -> None:
    understood = layers(home, load(), LANGUAGES, load_own())
    for request in requests:
        language, context = _language(request), _context(request, home)
        start = perf_counter()
        match = understood.recognize(request.text[:LONGEST], language, context)
        show(_turn(request, language, match, "", perf_counter() - start))


async def _by_everything(home: Home, requests: Iterable[Request], show: Callable[[Turn], None]) -> None:
    async with _understanding(home) as understanding:
        for request in requests:
            language, context = _language(request), _context(request, home)
            start = perf_counter()
            meaning = await understanding.understand(request.text[:LONGEST], language, context)
            seconds = perf_counter() - start
            show(_turn(request, language, meaning, await _written(meaning), seconds))


@asynccontextmanager
async def _understanding(home: Home) -> AsyncIterator[Understanding]:
    """Patterns and the language model of the configuration, each in its own thread."""
    config = load()
    async with AsyncExitStack() as stack:
        fast, slow = Worker("patterns"), Worker("language model")
        stack.push_async_callback(fast.aclose)
        stack.push_async_callback(slow.aclose)
        patterns = await fast.call(layers, home, config, LANGUAGES, load_own())
        model = await slow.call(engines.chat_model, config, Store(paths.models_dir()))
        yield Understanding(patterns, fast, model, slow, home)


async def _written(meaning: Meaning) -> str:
    if not isinstance(meaning, ChatReply):
        return ""
    return "".join([delta async for delta in meaning.deltas]).strip()


def _language(request: Request) -> str:
    return base(request.lang) if request.lang else written_in(request.text)


def _context(request: Request, home: Home) -> Context:
    return Context(area_of(home, request.room) if request.room else None, request.context)


def _turn(request: Request, language: str, meaning: Meaning, reply: str, seconds: float) -> Turn:
    match = meaning if isinstance(meaning, Match) else None
    route = match.route if match else Route.CHAT if meaning else Route.NONE
    question = Question(request.text, language, timing_ms={"understand": 1000 * seconds})
    return told(question, match, route, reply)


def _emit(turn: Turn) -> None:
    console.emit(as_json(turn))


def _say(turn: Turn) -> None:
    told = "; ".join(
        " ".join([name, codec.dumps(dict(slots), ensure_ascii=False)]) for name, slots in turn.intents
    )
    meant = told or (f"Chat: {turn.reply}" if turn.intent else "-")
    console.write(f"{turn.heard} → {meant} ({turn.route}, {turn.confidence:.2f})")
