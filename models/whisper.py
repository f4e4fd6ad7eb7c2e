"""Whisper on CTranslate2: one utterance at a time, in a window only as long as it needs."""

import math
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import ctranslate2  # type: ignore[import-untyped]  # publishes no types
import numpy as np
from faster_whisper import WhisperModel  # type: ignore[import-untyped]  # publishes no types
from faster_whisper.tokenizer import Tokenizer  # type: ignore[import-untyped]  # publishes no types
from numpy.typing import NDArray

from audio.frame import RATE, Samples
from models.errors import EngineFailed
from models.protocols import Transcript
from models.simplified import simplified
from models.window import pcm

THREADS = 2
WINDOW_S = 30.0
"""What Whisper was trained on."""

PAD_S = 2.0
"""Silence behind the speech in the short window: with less it repeats itself, with more it is slow."""

SILENT = 20.0
"""Root mean square (steps of int16) below which nothing was said: 64 dB under full scale."""

SHORTEST_S = 0.1
LONGEST_S = 28.0
"""Speech in one window; some silence has to stand behind it."""

DENSEST = 12
"""Tokens a second beyond which the decoder repeats itself; hurried Chinese reaches 9."""

FASTEST = 22
"""Letters a second, a Chinese character counting as three, that nobody speaks."""

REPETITIVE = 2.4
"""Compression ratio of repetition (source: the Whisper paper's own fallback)."""

UNSURE = -1.0
"""Mean log-probability of the tokens below which the text is a guess (same source)."""

SURE = -0.3
"""Mean log-probability from which on somebody really does say the same thing again and again."""

DOUBTFUL = -0.6
"""Mean log-probability below which another language is tried."""

OWN = 0.2
"""How much the likeliest language may be behind another in mean log-probability and still be taken."""

REPEATING = 10
"""What repetition costs a guess, beyond any mean log-probability."""

HOPELESS = -1.3
"""Mean log-probability below which it is no transcript: noise of 18 kinds stays below -1.4."""

MOST_HINTS = 120
"""Tokens of hints: more of them make every word slower."""

NO_SPEECH = 0.6
"""Probability of no speech from which on an unsure text is a phantom (same source)."""

LEAST = 1e-30
"""Probability that stands for none."""

_REPEATED = re.compile(r"(.{4,})\W*\1|(.{5,}).{0,4}\2|(\w{1,3})(?:\W*\3){3,}", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class _Guess:
    """What one run of the decoder wrote."""

    text: str
    language: str
    log_probability: float
    """Mean over the tokens."""
    no_speech: float
    """Probability that nobody spoke."""
    ended: bool
    """Whether the decoder came to an end by itself."""

    @property
    def confidence(self) -> float:
        """0 to 1."""
        return min(1.0, math.exp(self.log_probability)) if self.text else 0.0

    @property
    def repeats(self) -> bool:
        """Whether it looks like the same over and over; some people do say things twice."""
        return not self.ended or bool(_REPEATED.search(self.text))

    @property
    def merit(self) -> float:
        """What guesses at the same sound are compared by."""
        return self.log_probability - REPEATING * self.repeats

    @property
    def unusable(self) -> bool:
        """Whether it is beyond doubt no transcript: endless, or invented where nobody speaks."""
        raw = self.text.encode()
        repetitive = len(raw) > REPETITIVE * len(zlib.compress(raw)) and self.log_probability < SURE
        endless = not self.ended or repetitive
        unheard = self.no_speech > NO_SPEECH and self.log_probability < DOUBTFUL
        return endless or unheard or self.log_probability < HOPELESS


class Whisper:
    """Transcriber for the languages spoken at home, told apart among only these."""

    def __init__(
        self,
        directory: Path,
        languages: Sequence[str] = ("zh", "en"),
        beam: int = 1,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        """Load the weights in `directory`; `hints` is, by language, a text with words to be expected.

        :raises EngineFailed: they cannot be read.
        """
        try:
            self._model = WhisperModel(
                str(directory), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
            )
        except (OSError, ValueError, RuntimeError) as problem:
            raise EngineFailed(
                f"'{directory.name}' cannot be loaded ({problem}); run: xiaoban models verify"
            ) from problem
        self._languages = tuple(languages) if self._model.model.is_multilingual else ("en",)
        self._beam = beam
        self._hints = {code: self._tokenizer(code).encode(" " + text) for code, text in (hints or {}).items()}
        # The first run is slow, and nobody should wait for it.
        self._decode(self._encode(np.zeros(RATE, np.int16), PAD_S), self._languages[0], 1.0)
        simplified("")

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can be asked to write."""
        return frozenset(self._languages)

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """The words in 16 kHz samples; longer ones than Whisper's window are cut at their quietest places.

        :raises EngineFailed: a language it cannot write.
        """
        if language is not None and language not in self._languages:
            known = ", ".join(self._languages)
            raise EngineFailed(f"speech recognition was not set up for '{language}', only for {known}")
        found: list[_Guess] = []
        for piece in _pieces(pcm(samples)):
            guess = self._piece(piece, language)
            language = language or (guess.language if guess.text else None)
            found += [guess] if guess.text else []
        text = ("" if language == "zh" else " ").join(guess.text for guess in found)
        confidence = sum(guess.confidence for guess in found) / max(1, len(found))
        return Transcript(text, language or self._languages[0], confidence)

    def likelihood(self, samples: Samples, text: str, language: str, window_s: float) -> float:
        """Mean log-probability of the tokens of `text`, had they been what was said in the samples.

        The sound is given `window_s` seconds, what is longer being cut off at its end. A language that it was
        not set up for is no obstacle, as long as the weights know it.

        :raises EngineFailed: a text without tokens, or a language unknown to the weights.
        """
        try:
            tokenizer = self._tokenizer(language if self._model.model.is_multilingual else "en")
        except ValueError as problem:
            raise EngineFailed(f"speech recognition does not know '{language}'") from problem
        tokens = tokenizer.encode(_spoken_first(text))
        if not tokens:
            raise EngineFailed("an empty text cannot be listened for")
        encoded = self._encode(pcm(samples), window_s)
        aligned = self._model.model.align(encoded, tokenizer.sot_sequence, [tokens], round(window_s * 50))[0]
        return float(np.log(np.maximum(aligned.text_token_probs, LEAST)).mean())

    def _piece(self, samples: Samples, language: str | None) -> _Guess:
        """At most one window; first a short one, the full one where the short one misleads the decoder."""
        seconds = len(samples) / RATE
        guess = _Guess("", language or self._languages[0], 0.0, 1.0, ended=True)
        if seconds < SHORTEST_S or float(np.std(samples.astype(np.float32))) < SILENT:
            return guess
        for window_s in (min(seconds + PAD_S, WINDOW_S), WINDOW_S):
            guess = self._best(self._encode(samples, window_s), seconds, language)
            if not guess.repeats and guess.log_probability > UNSURE:
                break
        return replace(guess, text="") if guess.unusable else guess

    def _best(self, encoded: ctranslate2.StorageView, seconds: float, language: str | None) -> _Guess:
        """In the likeliest language; where the words make no sense in it, in whichever they make most."""
        first, *others = [language] if language else self._likely(encoded)
        guess = self._decode(encoded, first, seconds)
        if guess.log_probability > DOUBTFUL:
            return guess
        guesses = [guess, *(self._decode(encoded, other, seconds) for other in others)]
        return max(guesses, key=lambda each: each.merit + OWN * (each is guess))

    def _encode(self, samples: Samples, window_s: float) -> ctranslate2.StorageView:
        wave = np.zeros(round(window_s * RATE), dtype=np.float32)
        wave[: len(samples)] = samples[: len(wave)] / 32768
        features: NDArray[np.float32] = self._model.feature_extractor(wave, padding=0)
        even = features.shape[-1] - features.shape[-1] % 2  # the encoder halves the number of frames
        return self._model.encode(np.ascontiguousarray(features[..., :even]))

    def _likely(self, encoded: ctranslate2.StorageView) -> list[str]:
        """The languages spoken at home, the likeliest first."""
        if len(self._languages) == 1:
            return list(self._languages)
        heard = dict(self._model.model.detect_language(encoded)[0])
        return sorted(self._languages, key=lambda code: -heard.get(f"<|{code}|>", 0.0))

    def _decode(self, encoded: ctranslate2.StorageView, language: str, seconds: float) -> _Guess:
        tokenizer = self._tokenizer(language)
        expected = self._hints.get(language, [])[-MOST_HINTS:]
        before = [tokenizer.sot_prev, *expected] if expected else []
        prompt = [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]
        longest = min(len(prompt) + int(DENSEST * seconds) + 16, self._model.max_length)
        result = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=self._beam,
            max_length=longest,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=[-1],
        )[0]
        tokens = result.sequences_ids[0]
        text = tokenizer.decode(tokens).strip()
        ended = len(prompt) + len(tokens) < longest
        text = _once(_plain(text, language), seconds)
        return _Guess(text, language, result.scores[0], result.no_speech_prob, ended)

    def _tokenizer(self, language: str) -> Tokenizer:
        multilingual = self._model.model.is_multilingual
        return Tokenizer(self._model.hf_tokenizer, multilingual, task="transcribe", language=language)


def _spoken_first(text: str) -> str:
    """The text as it stands at the beginning of a transcript: words behind a space, Chinese without one."""
    text = text.strip()
    return f" {text}" if text and not _HAN.match(text) else text


def _once(text: str, seconds: float) -> str:
    """The text without its beginning over again, where nobody can have said it twice in that time.

    In a short window the decoder, when it is through, likes to start anew.
    """
    signs = len(text) + 2 * len(_HAN.findall(text))
    if signs < FASTEST * seconds:
        return text
    for period in range(4, len(text) - 3):
        if text.startswith(text[period:]):
            return text[:period].strip()
    return text


def _plain(text: str, language: str) -> str:
    """Chinese in simplified characters, without the spaces that stand for pauses."""
    return _SPACED.sub("", simplified(text)) if language == "zh" else text


def _pieces(samples: Samples) -> Iterator[Samples]:
    """The sound in pieces that fit a window with its padding."""
    longest = int(LONGEST_S * RATE)
    while len(samples) > longest:
        cut = _quietest(samples, longest)
        yield samples[:cut]
        samples = samples[cut:]
    yield samples


def _quietest(samples: Samples, end: int) -> int:
    """The middle of the quietest fifth of a second in the last ten seconds before `end`."""
    hop = RATE // 5
    start = end - 10 * RATE
    blocks = samples[start:end].reshape(-1, hop).astype(np.float32)
    return start + int(np.argmin(np.square(blocks).mean(axis=1))) * hop + hop // 2
