"""The usual way to answer speech, with the same models, to compare ours with.

Silence of 0.7 s ends the utterance; faster-whisper transcribes it as it comes out of the box; the language
model writes its whole reply; the voice speaks the whole of it; only then comes the first sound.
"""

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from faster_whisper import WhisperModel  # type: ignore[import-untyped]  # publishes no types

from assistant.hosted import Hosted
from audio.frame import Samples
from models.protocols import ChatModel, Message, Synthesizer
from models.worker import Worker

SILENCE_MS = 700.0
"""Silence after which an utterance is taken to be over."""

TOKENS = 160
"""As many as our own free answers may have."""

_SYSTEM = (
    "You are a voice assistant in a home. You control its devices. "
    "Answer in one or two short sentences, in the language of the request."
)


class Stock:
    """Answers one utterance at a time, stage after stage."""

    def __init__(
        self,
        weights: Path,
        recognition: Worker,
        chat: Hosted[ChatModel] | None,
        voices: Mapping[str, Hosted[Synthesizer]],
    ) -> None:
        """Recognise with the Whisper `weights` on the thread `recognition`."""
        self._weights, self._recognition = weights, recognition
        self._chat, self._voices = chat, voices
        self._model: WhisperModel | None = None

    async def warm(self, samples: Samples) -> None:
        """Load, and answer once unmeasured: the first run of every engine is slow."""
        await self.first_sound_ms(samples)

    async def first_sound_ms(self, samples: Samples) -> float:
        """Milliseconds from the end of speech to the first sound of the reply to 16 kHz `samples`.

        :raises ModelError: an engine failed.
        """
        began = perf_counter()
        text, language = await self._recognition.call(self._write_down, samples)
        await self._speak(await self._think(text), language)
        return SILENCE_MS + (perf_counter() - began) * 1000

    def _write_down(self, samples: Samples) -> tuple[str, str]:
        self._model = self._model or WhisperModel(
            str(self._weights), device="cpu", compute_type="int8", local_files_only=True
        )
        segments, heard = self._model.transcribe(samples.astype("float32") / 32768)
        return "".join(segment.text for segment in segments).strip(), heard.language

    async def _think(self, text: str) -> str:
        if self._chat is None:
            return text
        asked = (Message("system", _SYSTEM), Message("user", text))
        written = self._chat.worker.stream(self._chat.engine.chat, asked, max_tokens=TOKENS)
        return "".join([piece async for piece in written])

    async def _speak(self, reply: str, language: str) -> None:
        voice = self._voices.get(language) or next(iter(self._voices.values()))
        async for _ in voice.worker.stream(voice.engine.speak, reply or "…", language):
            pass
