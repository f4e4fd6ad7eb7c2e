"""What is said into our speech: we lower our voice at once, and stop when it tells us to."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from assistant.attention import Utterance
from assistant.foresight import Timed
from assistant.mouth import Mouth
from assistant.overhearing import Interjected
from intents.repeated import repeats
from intents.script import is_han
from intents.vocabulary import Match
from models.protocols import Transcript

logger = logging.getLogger(__name__)

DUCKED = 0.25
"""Gain while somebody speaks over us: 12 dB less."""

_STOPS = frozenset({"Stop"})
_STOPS_RINGING = _STOPS | {"HassNevermind", "HassCancelTimer", "SnoozeAlarm"}


class Interjections:
    """Decides whether what somebody says over our voice is for us, without the wake word."""

    def __init__(
        self,
        mouth: Mouth,
        ringing: Callable[[], bool],
        transcribe: Callable[[Utterance], Awaitable[Timed]],
        understand: Callable[[Transcript], Awaitable[Match | None]],
        aired: Callable[[Utterance], str],
    ) -> None:
        """`aired` tells what was in the air from ourselves meanwhile."""
        self._mouth, self._ringing = mouth, ringing
        self._transcribe, self._understand, self._aired = transcribe, understand, aired
        self._heeded_at = 0

    def begin(self) -> None:
        """Somebody speaks: be less loud until it is known what they want."""
        self._mouth.duck(DUCKED)

    def pass_(self) -> None:
        """It was nothing for us."""
        self._mouth.duck(1.0)

    def ours(self, text: str, utterance: Utterance) -> bool:
        """Whether these are our own words, heard through the air."""
        return utterance.end != self._heeded_at and repeats(text, self._aired(utterance))

    def _ours(self, text: str, said: Interjected) -> bool:
        """The same; a detector tells 停 from 听, which a recogniser may not: only the very word counts."""
        if said.told is None:
            return self.ours(text, said.utterance)
        return text.casefold() in self._aired(said.utterance).casefold()

    async def heed(self, said: Interjected) -> Timed | None:
        """What was said, if it tells us to stop; else we go on as loud as before."""
        utterance = said.utterance
        try:
            heard = (said.told, 0.0) if said.told else await self._transcribe(utterance)
            if utterance.start < self._heeded_at:
                return None  # the same words were heard on another way meanwhile
            if heard[0].text and not self._ours(heard[0].text, said):
                heard = _as_written(heard[0]), heard[1]
                match = await self._understand(heard[0])
                if match is not None and self._heeded(match):
                    self._heeded_at = utterance.end
                    return heard
        except Exception as problem:  # what nobody can make out interrupts nobody
            debugging = logger.isEnabledFor(logging.DEBUG)
            logger.info("what was said over our voice was not understood: %s", problem, exc_info=debugging)
        self.pass_()
        return None

    def _heeded(self, match: Match) -> bool:
        names = {intent.name for intent in match.intents}
        return bool(names) and names <= (_STOPS_RINGING if self._ringing() else _STOPS)


def _as_written(heard: Transcript) -> Transcript:
    """Two words tell a recogniser little of their language: the letters it chose tell more."""
    written_in = "zh" if is_han(heard.text) else "en" if heard.language == "zh" else heard.language
    return replace(heard, language=written_in)
