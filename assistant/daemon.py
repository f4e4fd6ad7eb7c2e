"""The always-on speaker: its lifetime, its signals, and its proof of life."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from time import perf_counter

from assistant import notify
from assistant.config import Config
from assistant.conversation import Conversation
from assistant.duplex import echo_free
from assistant.events import AnyEvent, Emit, Wake
from assistant.household import conversing, opened
from assistant.keeper import AlreadyRuns, keeping
from assistant.siesta import Siesta
from assistant.vigil import Vigil
from audio.device import open_microphone, open_speaker
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.ports import Microphone, Speaker
from audio.reference import Reference
from models.errors import ModelError

logger = logging.getLogger(__name__)


async def serve(
    config: Config, emit: Emit, on_ready: Callable[[float], None], microphone: Microphone | None = None
) -> None:
    """Hear and answer until SIGTERM or SIGINT; `microphone` is one that is open already.

    :raises AlreadyRuns: another one does so already.
    :raises AudioError: PortAudio is missing.
    :raises ModelMissing: weights that the configuration needs are not installed.
    """
    began = perf_counter()
    await until_signal(_serve(config, emit, lambda: on_ready(perf_counter() - began), microphone))


async def until_signal(work: Awaitable[None]) -> None:
    """Do the work, and end it in good order at SIGTERM or SIGINT."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        await asyncio.wait([task])
    finally:
        task.cancel()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
    if not task.cancelled():
        task.result()


async def _serve(
    config: Config, emit: Emit, on_ready: Callable[[], None], opened_microphone: Microphone | None
) -> None:
    try:
        async with AsyncExitStack() as stack:
            vigil, reference = Vigil(emit), Reference()
            microphone, speaker = await _devices(config, vigil, opened_microphone, stack, reference)
            clean = echo_free(microphone, config, reference)
            timers = stack.enter_context(keeping())
            if timers is None:
                raise AlreadyRuns
            household = await stack.enter_async_context(opened(config))
            siesta = Siesta(household.chat, 60 * config.language.unload_after_min)

            def told(event: AnyEvent) -> None:
                if isinstance(event, Wake):
                    siesta.wanted()
                emit(event)

            conversation = await stack.enter_async_context(
                conversing(
                    household,
                    clean or microphone,
                    speaker,
                    told,
                    timers=timers,
                    full_duplex=clean is not None,
                )
            )
            async with asyncio.TaskGroup() as group:
                works = vigil.run(conversation), _warm(conversation), siesta.run()
                beside = [group.create_task(work) for work in works]
                on_ready()
                notify.ready("listening")
                await conversation.run()
                for task in beside:
                    task.cancel()
    finally:
        notify.stopping()


async def _devices(
    config: Config, vigil: Vigil, microphone: Microphone | None, stack: AsyncExitStack, reference: Reference
) -> tuple[Microphone, Speaker]:
    """Microphone and speaker that come back when they were lost."""
    ears = HotplugMicrophone(
        lambda: open_microphone(config.audio.microphone),
        microphone,
        on_lost=vigil.lost,
        on_found=vigil.found,
        on_muted=vigil.muted,
    )
    mouth = HotplugSpeaker(
        lambda: open_speaker(config.audio.speaker, reference),
        on_lost=lambda reason: logger.warning("speaker lost: %s", reason),
    )
    vigil.over(ears, mouth)
    stack.push_async_callback(ears.aclose)
    stack.push_async_callback(mouth.aclose)
    return ears, mouth


async def _warm(conversation: Conversation) -> None:
    """Let the language model read beforehand what every request begins with."""
    try:
        await conversation.warm()
    except ModelError as problem:
        logger.warning("the language model could not be warmed: %s", problem)
