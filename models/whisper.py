"""Whisper on CTranslate2: one utterance at a time, in a window only as long as it needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from pathlib import Path

import ctranslate2  # type: ignore[import-untyped]  # publishes no types
import numpy as np
from faster_whisper import WhisperModel  # type: ignore[import-untyped]  # publishes no types
from numpy.typing import NDArray

from audio.frame import RATE, Samples
from audio.quiet import spoken
from models.decoding import Decoder
from models.errors import EngineFailed
from models.guess import Guess
from models.pieces import pieces
from models.processor import processor
from models.protocols import Transcript
from models.simplified import simplified
from models.wake.likeness import Said, stretches
from models.wake.syllables import syllables
from models.window import pcm
from models.worker import wanted
from models.written import begun, ended

WINDOW_S = 30.0
"""What Whisper was trained on."""

PADS_S = (5.0,)
"""Silence behind the speech in the windows that are tried before the full one: with less it repeats itself
and hears worse (of 86 Chinese requests 7.6 % of the syllables with 2 s, 6.0 % with 5 s), with more it is
slow."""

SILENT = 20.0
"""Root mean square (steps of int16) below which nothing was said: 64 dB under full scale."""

SHORTEST_S = 0.1

READINGS = 5
"""Readings that are followed at once: in a short window five cost little more than one."""

CLEAR = 0.8
"""Probability of the likeliest of the home's languages from which on no other is tried."""

HABIT = 2.0
"""How many times likelier the language spoken last is than the sound alone says."""

OWN = 0.2
"""How much the likeliest language may be behind another in mean log-probability and still be taken."""

LEAST = 1e-30
"""Probability that stands for none."""


class Whisper:
    """Transcriber for the languages spoken at home, told apart among only these."""

    def __init__(
        self,
        directory: Path,
        languages: Sequence[str] = ("zh", "en"),
        beam: int = READINGS,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        """Load the weights in `directory`; `hints` is, by language, a text with words to be expected.

        :raises EngineFailed: they cannot be read.
        """
        processor().prepare()
        try:
            self._model = WhisperModel(
                str(directory),
                device="cpu",
                compute_type="int8",
                cpu_threads=processor().threads,
                local_files_only=True,
            )
        except (OSError, ValueError, RuntimeError) as problem:
            raise EngineFailed(
                f"'{directory.name}' cannot be loaded ({problem}); run: xiaoban models verify"
            ) from problem
        self._languages = tuple(languages) if self._model.model.is_multilingual else ("en",)
        self._name = directory.name
        self._decoder = Decoder(self._model, beam, hints or {})
        self._last: str | None = None
        self._kept: tuple[Samples, float, ctranslate2.StorageView] | None = None
        # The first run is slow, and nobody should wait for it.
        self._decoder.decoded(self._encode(np.zeros(RATE, np.int16), PADS_S[0]), self._languages[0], 1.0)
        simplified("")

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can be asked to write."""
        return frozenset(self._languages)

    @property
    def name(self) -> str:
        """Id of its weights."""
        return self._name

    def encoded(self, samples: Samples, window_s: float) -> NDArray[np.float32]:
        """What its encoder hears: 50 rows a second, of a window that begins with the samples.

        Safe on any thread; it waits where a text is being recognised.
        """
        frames: NDArray[np.float32] = np.asarray(self._encode(pcm(samples), window_s), dtype=np.float32)[0]
        return frames

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """The words in 16 kHz samples; longer ones than Whisper's window are cut at their quietest places.

        :raises EngineFailed: a language it cannot write.
        """
        if language is not None and language not in self._languages:
            known = ", ".join(self._languages)
            raise EngineFailed(f"speech recognition was not set up for '{language}', only for {known}")
        found: list[Guess] = []
        for piece in pieces(pcm(samples)):
            guess = self._piece(piece, language)
            language = language or (guess.language if guess.text else None)
            found += [guess] if guess.text else []
        text = ("" if language == "zh" else " ").join(guess.text for guess in found)
        confidence = sum(guess.confidence for guess in found) / max(1, len(found))
        others = found[0].others if len(found) == 1 else ()
        return Transcript(text, language or self._languages[0], confidence, others)

    def said(self, samples: Samples, text: str, language: str, window_s: float) -> Said:
        """How likely `text` was said in the samples, and what was heard where each of its syllables must be.

        The sound is given `window_s` seconds, what is longer being cut off at its end. A language that it was
        not set up for is no obstacle, as long as the weights know it.

        :raises EngineFailed: a text without tokens, or a language unknown to the weights.
        """
        try:
            tokenizer = self._decoder.tokenizer(language if self._model.model.is_multilingual else "en")
        except ValueError as problem:
            raise EngineFailed(f"speech recognition does not know '{language}'") from problem
        written = tokenizer.encode(begun(text))
        spoken = [tokens for part in syllables(text) if (tokens := tokenizer.encode(part))]
        if not written or not spoken:
            raise EngineFailed("an empty text cannot be listened for")
        encoded = self._encode(pcm(samples), window_s)
        one, other = (
            self._model.model.align(encoded, tokenizer.sot_sequence, [tokens], round(window_s * 50))[0]
            for tokens in (written, list(chain(*spoken)))
        )
        likelihood = float(np.log(np.maximum(one.text_token_probs, LEAST)).mean())
        frames = stretches(np.asarray(other.alignments), [0, *accumulate(map(len, spoken))])
        heard = np.asarray(encoded)[0]
        sounds = np.stack([heard[start:end].mean(0) for start, end in frames]).astype(np.float32)
        return Said(likelihood, sounds, self._name)

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:
        """Log-probability of each text, as a sentence of its own; none where it would not fit in one window.

        :raises EngineFailed: a language it cannot write.
        """
        heard, seconds = self._sounding(samples, language)
        if not texts or not heard.size:
            return ()
        encoded, window_s = self._encoded(heard, seconds + PADS_S[0])
        tokenizer = self._decoder.tokenizer(language)
        written = [tokenizer.encode(ended(text, language)) for text in texts]
        batch = ctranslate2.StorageView.from_array(np.repeat(np.asarray(encoded), len(texts), axis=0))
        found = self._model.model.align(batch, tokenizer.sot_sequence, written, round(window_s * 50))
        return tuple(float(np.log(np.maximum(each.text_token_probs, LEAST)).sum()) for each in found)

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:
        """Readings with their confidence where no word is expected; none of what is longer than one window.

        :raises EngineFailed: a language it cannot write.
        """
        heard, seconds = self._sounding(samples, language)
        if not heard.size:
            return ()
        encoded, _ = self._encoded(heard, seconds + PADS_S[0])
        guess = self._decoder.unprompted(encoded, language, seconds)
        return () if guess.unusable else ((guess.text, guess.confidence), *guess.others)

    def _sounding(self, samples: Samples, language: str) -> tuple[Samples, float]:
        """What sounds, with its seconds; nothing where it is too short, or too long for a short window."""
        if language not in self._languages:
            raise EngineFailed(f"speech recognition was not set up for '{language}'")
        heard = spoken(pcm(samples))
        seconds = len(heard) / RATE
        return heard if SHORTEST_S <= seconds < WINDOW_S - PADS_S[0] else heard[:0], seconds

    def _encoded(self, samples: Samples, window_s: float) -> tuple[ctranslate2.StorageView, float]:
        """What was encoded last, where it was of these samples."""
        if self._kept and np.array_equal(self._kept[0], samples):
            return self._kept[2], self._kept[1]
        return self._encode(samples, window_s), window_s

    def _piece(self, samples: Samples, language: str | None) -> Guess:
        """At most one window; first a short one, longer ones where it has the decoder go round in circles."""
        guess = Guess("", language or self._languages[0], 0.0, 1.0, ended=True)
        if len(samples) < SHORTEST_S * RATE or float(np.std(samples.astype(np.float32))) < SILENT:
            return guess
        samples = spoken(samples)
        seconds = len(samples) / RATE
        for window_s in _windows(seconds):
            encoded = self._encode(samples, window_s)
            self._kept = samples, window_s, encoded
            wanted()  # who paused only to go on is not to be kept waiting for what is void
            guess = self._best(encoded, seconds, language)
            if guess.unheard or not guess.repeats:
                break
        if guess.unusable:
            return replace(guess, text="", others=())
        self._last = guess.language
        return guess

    def _best(self, encoded: ctranslate2.StorageView, seconds: float, language: str | None) -> Guess:
        """In the likeliest language; where that is open, in the one in which the words make most sense."""
        if language:
            return self._decoder.decoded(encoded, language, seconds)
        likely = self._likely(encoded)
        wanted()
        guesses = [self._decoder.decoded(encoded, code, seconds) for code in likely]
        best = max(guesses, key=lambda guess: guess.merit + OWN * (guess.language == likely[0]))
        return replace(best, language=best.written_in) if best.written_in in self._languages else best

    def _encode(self, samples: Samples, window_s: float) -> ctranslate2.StorageView:
        wave = np.zeros(round(window_s * RATE), dtype=np.float32)
        wave[: len(samples)] = samples[: len(wave)] / 32768
        features: NDArray[np.float32] = self._model.feature_extractor(wave, padding=0)
        even = features.shape[-1] - features.shape[-1] % 2  # the encoder halves the number of frames
        return self._model.encode(np.ascontiguousarray(features[..., :even]))

    def _likely(self, encoded: ctranslate2.StorageView) -> list[str]:
        """The languages that it may be, the likeliest first; only one where that is clear."""
        if len(self._languages) == 1:
            return list(self._languages)
        heard = dict(self._model.model.detect_language(encoded)[0])
        weights = {
            code: heard.get(f"<|{code}|>", 0.0) * (HABIT if code == self._last else 1.0)
            for code in self._languages
        }
        ranked = sorted(self._languages, key=lambda code: -weights[code])
        clear = weights[ranked[0]] >= CLEAR * sum(weights.values())
        return ranked[:1] if clear else ranked


def _windows(seconds: float) -> Iterator[float]:
    """Seconds of the windows to be tried, the shortest first."""
    for pad_s in PADS_S:
        if seconds + pad_s < WINDOW_S:
            yield seconds + pad_s
    yield WINDOW_S
