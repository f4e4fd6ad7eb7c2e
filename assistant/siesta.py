"""Siesta: the language model's memory is given back while nobody needs it, and had again at the next wake."""

import asyncio
import logging

from assistant.hosted import Hosted
from models.errors import ModelError
from models.protocols import ChatModel
from models.resting import Resting

logger = logging.getLogger(__name__)

LOOKS = 4
"""Looks in the time after which it rests: it rests at most a quarter of it late."""


class Siesta:
    """Watches over the language model of a household that has one which can rest."""

    def __init__(self, chat: Hosted[ChatModel] | None, after_s: float) -> None:
        """Let it rest when nobody has asked it anything for `after_s`."""
        self._model = chat.engine if chat and isinstance(chat.engine, Resting) else None
        self._worker = chat.worker if chat else None
        self._after_s = after_s
        self._wanted = asyncio.Event()

    def wanted(self) -> None:
        """Somebody said the wake word: it may be needed in some seconds."""
        self._wanted.set()

    async def run(self) -> None:
        """Until cancelled; without a model that can rest, nothing happens."""
        model, worker = self._model, self._worker
        while model is not None and worker is not None:
            await self._unused(model)
            await worker.call(model.rest)
            await self._wanted.wait()
            try:
                await worker.call(model.wake)
            except ModelError as problem:  # whoever asks it something will be told
                logger.warning("the language model could not be loaded again: %s", problem)

    async def _unused(self, model: Resting) -> None:
        """Wait until it has not been used for long."""
        unused, uses = 0, model.uses
        while unused < LOOKS:
            await asyncio.sleep(self._after_s / LOOKS)
            quiet = uses == model.uses and not self._wanted.is_set()
            unused, uses = (unused + 1, uses) if quiet else (0, model.uses)
            self._wanted.clear()
