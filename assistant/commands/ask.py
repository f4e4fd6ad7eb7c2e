"""`xiaoban ask`: one turn from text; with `-` a conversation, a request a line."""

from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import AsyncExitStack, aclosing
from typing import Annotated, Literal

import typer

from assistant import clock, console
from assistant.company import Company
from assistant.config import load
from assistant.errors import UsageError
from assistant.household import Household, company, opened
from assistant.keeper import keeping
from assistant.mouth import Mouth
from assistant.timer import Timer
from assistant.turn import Question, Response
from assistant.wallclock import SystemClock
from assistant.wire import as_json
from intents.discourse.dialogue import Dialogue
from intents.script import written_in
from models.worker import Worker

_LONGEST = 100_000
"""Characters of a line that are read at all."""


def ask(
    text: Annotated[str, typer.Argument(help="The request; - reads one a line from standard input.")],
    json: Annotated[bool, typer.Option("--json", help="The turn as a JSON line.")] = False,
    speak: Annotated[bool, typer.Option("--speak", help="Say the answer aloud as well.")] = False,
    lang: Annotated[Literal["zh", "en"] | None, typer.Option(help="Language of the request.")] = None,
    room: Annotated[str | None, typer.Option(help="The room it is asked in.")] = None,
) -> None:
    """Ask once, in writing."""
    if not text.strip():
        raise UsageError(
            "there is nothing to answer: give a request, or - to read them from standard input",
            "没有要回答的内容：请写上一句话，或用 - 从标准输入读取",
        )
    clock.run(_converse(_lines(text), json=json, speak=speak, lang=lang, room=room))


def _lines(text: str) -> Iterator[str]:
    lines: Iterable[str] = _standard_input() if text == "-" else [text]
    return (line.strip()[:_LONGEST] for line in lines if line.strip())


def _standard_input() -> Iterator[str]:
    """Lines as they are typed, from a reader of our own: sys.stdin is not to be locked while we leave."""
    with open(0, encoding="utf-8", errors="replace", closefd=False) as lines:
        yield from iter(lines.readline, "")


async def _converse(
    lines: Iterator[str], *, json: bool, speak: bool, lang: str | None, room: str | None
) -> None:
    config = load()
    async with AsyncExitStack() as stack:
        household = await stack.enter_async_context(opened(config, hearing=False, speaking=speak))
        timers = stack.enter_context(keeping())
        answering = await stack.enter_async_context(company(household, SystemClock(), timers, _unheard))
        mouth = await _mouth(household, answering, stack) if speak else None
        dialogue = Dialogue(most=config.general.memory_turns)
        context = answering.context(room or config.general.room)
        reader = Worker("standard input")  # not closed: at Ctrl-C nobody waits for the line being typed
        while (line := await reader.call(next, lines, None)) is not None:
            question = Question(line, lang or written_in(line, config.general.languages))
            response = await answering.turns.respond(question, context, dialogue)
            reply = await _deliver(response, mouth, json=json)
            if timers is None and _about_timers(response):
                say_apart()
            dialogue = response.dialogue.heard(reply)


async def _deliver(response: Response, mouth: Mouth | None, *, json: bool) -> str:
    """Show the answer while it is being written, and say it."""
    written: list[str] = []

    async def shown() -> AsyncGenerator[str, None]:
        async with aclosing(response.deltas):
            async for delta in response.deltas:
                written.append(delta)
                if not json:
                    console.stream(delta)
                yield delta

    if mouth is not None:
        await mouth.say(shown(), response.question.language)
    else:
        async for _ in shown():
            pass
    reply = "".join(written).strip()
    if json:
        console.emit(as_json(response.event(reply)))
    else:
        console.write("")
    return reply


async def _mouth(household: Household, answering: Company, stack: AsyncExitStack) -> Mouth:
    from audio.device import open_speaker  # noqa: PLC0415  # PortAudio is needed only to speak

    speaker = await open_speaker(household.config.audio.speaker)
    stack.push_async_callback(speaker.aclose)
    if household.voices is None:
        raise ValueError("speaking needs a household that was opened to speak")
    return Mouth(speaker, household.voices, lambda: answering.pace.times)


def _about_timers(response: Response) -> bool:
    kept = ("Timer", "Alarm", "Reminder", "List")
    names = [intent.name for intent in response.match.intents] if response.match else []
    return any(word in name for name in names for word in kept)


def say_apart() -> None:
    """Be honest about timers that nobody will hear."""
    console.say(
        "The Xiaoban that is running keeps timers, alarms and lists "
        "and does not know about this; tell it aloud.",
        "计时器、闹钟和清单由正在运行的小伴保管，它不知道这件事；请直接对它说。",
        style="yellow",
    )


def _unheard(timer: Timer) -> None:
    """Timers ring in the assistant that runs, not here."""
