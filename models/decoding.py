"""What a Whisper decoder writes of sound that was encoded: readings, with or without words to be expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import ctranslate2  # type: ignore[import-untyped]  # publishes no types
from faster_whisper import WhisperModel  # type: ignore[import-untyped]  # publishes no types
from faster_whisper.tokenizer import Tokenizer  # type: ignore[import-untyped]  # publishes no types

from models.guess import LONG_S, SLOWEST, Guess, letters, once, plain, weight

DENSEST = 12
"""Tokens a second beyond which the decoder repeats itself; hurried Chinese reaches 9."""

MOST_HINTS = 120
"""Tokens of hints: more of them make every word slower."""


@dataclass(frozen=True, slots=True)
class _Hints:
    """Words that may come."""

    tokens: tuple[int, ...]
    letters: str


class Decoder:
    """Follows as many readings at once as it is told."""

    def __init__(self, model: WhisperModel, beam: int, hints: Mapping[str, str]) -> None:
        """`hints` is, by language, a text with words to be expected."""
        self._model, self._beam = model, beam
        self._hints = {code: self._expected(text, code) for code, text in hints.items()}

    def decoded(self, encoded: ctranslate2.StorageView, language: str, seconds: float) -> Guess:
        """The best of the readings, with the others; without hints where it is only these."""
        hints = self._hints.get(language)
        best = self._heard(encoded, language, seconds, hints.tokens if hints else ())
        echoed = hints is not None and letters(best.text) in hints.letters
        return self.unprompted(encoded, language, seconds) if echoed and best.text else best

    def unprompted(self, encoded: ctranslate2.StorageView, language: str, seconds: float) -> Guess:
        """The same where no word is expected."""
        return self._heard(encoded, language, seconds, ())

    def tokenizer(self, language: str) -> Tokenizer:
        """Letters to tokens of that language. :raises ValueError: the weights do not know it."""
        multilingual = self._model.model.is_multilingual
        return Tokenizer(self._model.hf_tokenizer, multilingual, task="transcribe", language=language)

    def _heard(
        self, encoded: ctranslate2.StorageView, language: str, seconds: float, expected: Sequence[int]
    ) -> Guess:
        readings = self._readings(encoded, language, seconds, expected)
        whole = [each for each in readings if seconds < LONG_S or weight(each.text) > SLOWEST * seconds]
        best = max(whole or readings, key=lambda reading: reading.merit)
        others = {
            letters(each.text): (each.text, each.confidence)
            for each in sorted(readings, key=lambda reading: reading.log_probability)
            if not each.repeats and letters(each.text) not in ("", letters(best.text))
        }
        return replace(best, others=tuple(reversed(others.values())))

    def _readings(
        self, encoded: ctranslate2.StorageView, language: str, seconds: float, expected: Sequence[int]
    ) -> list[Guess]:
        """As many as the beam is wide, the likeliest first."""
        tokenizer = self.tokenizer(language)
        before = [tokenizer.sot_prev, *expected] if expected else []
        prompt = [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]
        longest = min(len(prompt) + int(DENSEST * seconds) + 16, self._model.max_length)
        result = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=self._beam,
            num_hypotheses=self._beam,
            max_length=longest,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=[-1],
        )[0]
        return [
            Guess(
                once(plain(tokenizer.decode(tokens).strip(), language), seconds),
                language,
                score,
                result.no_speech_prob,
                ended=len(prompt) + len(tokens) < longest,
            )
            for tokens, score in zip(result.sequences_ids, result.scores, strict=True)
        ]

    def _expected(self, text: str, language: str) -> _Hints:
        """Words that may come."""
        tokens: list[int] = self.tokenizer(language).encode(" " + text)
        return _Hints(tuple(tokens[-MOST_HINTS:]), letters(text))
