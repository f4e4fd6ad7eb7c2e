"""A wake word from its text alone: spoken by every voice, put into rooms, learned, and its thresholds set."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from audio.frame import RATE, Samples
from models.cascade import WakeWord
from models.protocols import WakeVerifier
from models.wake import casting
from models.wake.asking import suspects
from models.wake.background import Background
from models.wake.embedding import SpeechEmbedding
from models.wake.examples import LENGTH, Stage
from models.wake.learned_word import Facts, LearnedWord
from models.wake.learning import Lessons, effort, fit, threshold_for
from models.wake.likeness import Said, clearness
from models.wake.likeness_training import Heard, learned
from models.wake.network import Ensemble
from models.wake.syllables import shared, syllables
from models.wake.verifier import HEARD
from models.wake.voices import Saying, Utterance, native

AFTER_S = (-0.12, 0.25)
"""Of a scene behind the word, that the verifier hears: the detector is so early or late."""

OFTEN = 4
"""How many times what woke it wrongly counts as much as what one voice said."""


SURE_PER_HOUR = 0.3
"""False wakes an hour of speech from which on the networks count as sure of the word."""


REFUSED = 0.03
"""Share of true words in rooms that the verifier may refuse."""

SPARE = 1.6
"""Beyond what the voices needed: people speak less clearly than they."""

LEAST, MOST, UNKNOWN = -9.0, -3.0, -6.0
"""Of the verifier's threshold, and where nothing was heard to set it by."""


class Progress(Protocol):
    """Told how far the training is."""

    def stage(self, name: str, total: int) -> None:
        """Something of so many parts begins: `speaking`, `rooms`, `learning` or `checking`."""

    def advance(self) -> None:
        """One part is done."""


class Voices(Protocol):
    """Whoever speaks the examples."""

    @property
    def styles(self) -> tuple[str, ...]:
        """Names of the voices."""

    def speak(self, utterances: Sequence[Utterance], told: Callable[[], None]) -> list[Samples]:
        """The sound of each at 16 kHz, without the silence around it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How much of everything."""

    clips: int = 160
    """Times that the word is spoken; about one in six is kept to set thresholds by."""
    scenes: int = 8
    """Rooms and noises for each of them."""
    near: int = 60
    """Texts that sound alike: for the verifier, since the networks would miss more."""
    sounds: int = 20
    """Texts for each Chinese syllable that have another in its place that sounds like it."""
    wrong_scenes: int = 3
    """Scenes of each recording of what should not have woken it."""
    hops: int = 16
    networks: int = 3
    steps: int = 700
    false_per_hour: float = 10.0
    """Loose wakes an hour of speech that the verifier is to refute."""
    recordings_scenes: int = 20
    """Scenes of each recording of the household: it knows best how it says it."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be learned."""

    id: str
    text: str
    language: str
    says: tuple[Saying, ...]
    recordings: tuple[Samples, ...] = ()
    """The word by people of the household, trimmed."""
    wrong: tuple[Samples, ...] = ()
    """What woke it and should not have."""


Spoken = tuple[Utterance, Samples]
"""What was said, and how it sounds."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """What the voices said."""

    words: list[Spoken]
    checks: list[Spoken]
    near: list[Spoken]
    others: list[Spoken]


@dataclass(frozen=True, slots=True)
class Training:
    """Makes wake words."""

    voices: Voices
    embedding: SpeechEmbedding
    background: Background
    verifier: WakeVerifier
    progress: Progress
    recipe: Recipe = field(default_factory=Recipe)

    def word(self, request: Request) -> LearnedWord:
        """The word, learned; minutes. :raises EngineFailed: a voice or the verifier failed."""
        speech = self._spoken(request)
        stage = Stage(self.embedding, clips(speech.others), self.recipe.seed)
        ensemble, limits = self._learned(self._lessons(request, speech, stage))
        word, misses = self._checked(request, limits, speech, stage, ensemble)
        facts = Facts(
            id=word.id, text=word.text, language=word.language, loose=word.loose, sure=word.sure,
            likely=word.likely, says=tuple(text for text, _ in request.says if text != request.text),
            hops=ensemble.hops, clips=len(speech.words), recordings=len(request.recordings),
            false_per_hour=self.recipe.false_per_hour, misses=round(misses, 4),
        )  # fmt: skip
        return LearnedWord(facts, ensemble, word.likeness)

    def _spoken(self, request: Request) -> Speech:
        recipe, styles = self.recipe, self.voices.styles
        rng, others = (np.random.default_rng(recipe.seed + more) for more in (0, 1))
        words, checks = casting.words(request.says, styles, recipe.clips, rng)
        near = casting.rivals(request.says[0], styles, recipe.near, recipe.sounds, others)
        plain = casting.ordinary(request.language, styles)
        self.progress.stage("speaking", sum(map(len, (words, checks, near, plain))))
        return Speech(*(list(self._voiced(said)) for said in (words, checks, near, plain)))

    def _voiced(self, said: Sequence[Utterance]) -> Iterator[Spoken]:
        """What was spoken, but for what came out silent."""
        clips = self.voices.speak(said, self.progress.advance)
        return (pair for pair in zip(said, clips, strict=True) if len(pair[1]))

    def _lessons(self, request: Request, speech: Speech, stage: Stage) -> Lessons:
        recipe, told = self.recipe, self.progress.advance
        several = (speech.words, request.recordings, request.wrong)
        self.progress.stage("rooms", sum(map(len, several)))
        spoken = stage.examples(clips(speech.words), recipe.scenes, recipe.hops, told)
        wrong = stage.examples(request.wrong, recipe.wrong_scenes, recipe.hops, told)
        own = stage.examples(request.recordings, recipe.recordings_scenes, recipe.hops, told)
        return Lessons(
            recipe.hops, np.concatenate((spoken.word, own.word)), np.concatenate((spoken.part, own.part)),
            np.concatenate((wrong.word, wrong.part)), self.background,
        )  # fmt: skip

    def _learned(self, lessons: Lessons) -> tuple[Ensemble, tuple[float, float]]:
        """Networks that learned from the whole background, and thresholds from some that knew only a part."""
        recipe, told = self.recipe, self.progress.advance
        self.progress.stage("learning", 2 * effort(recipe.networks, recipe.steps))
        known, other = self.background.split(0.2)
        probe = fit(replace(lessons, background=known), recipe.networks, recipe.steps, recipe.seed, told)
        loose, sure = (threshold_for(probe, other, rate) for rate in (recipe.false_per_hour, SURE_PER_HOUR))
        return fit(lessons, recipe.networks, recipe.steps, recipe.seed, told), (loose, max(loose, sure))

    def _taught(self, request: Request, speech: Speech, stage: Stage) -> Iterator[Heard]:
        """The word and what sounds like it, each clear and in a room."""
        whole = tuple(True for _ in syllables(request.text))
        told: list[tuple[Samples, Utterance | None, tuple[bool, ...] | None]] = []
        told += [(clip, said, whole) for said, clip in speech.words]
        told += [(clip, None, None) for clip in request.wrong * OFTEN]
        told += [(clip, said, shared(request.text, said.text)) for said, clip in speech.near]
        for clip, said, parts in told:
            voices = tuple(dict(said.styles)) if said else ()
            own = bool(said) and native(voices[0], request.language)
            for put in (stage.clear, stage.sound):
                yield Heard(*self._heard(put(clip), request, stage), parts, voices, own)
            self.progress.advance()

    def _said(self, request: Request, stage: Stage) -> Iterator[Heard]:
        """The word by the household, in the rooms in which it was recorded."""
        whole = tuple(True for _ in syllables(request.text))
        for clip in request.recordings:
            yield Heard(*self._heard(stage.clear(clip), request, stage), whole)
            self.progress.advance()

    def _heard(self, scene: tuple[Samples, float], request: Request, stage: Stage) -> tuple[Said, float]:
        sound, end = scene
        behind = round((end + stage.around.between(AFTER_S)) * RATE)
        heard = sound[max(0, behind - HEARD) : behind]
        return self.verifier.said(heard, request.text, request.language), clearness(heard)

    def _checked(
        self, request: Request, limits: tuple[float, float], speech: Speech, stage: Stage, ensemble: Ensemble
    ) -> tuple[WakeWord, float]:
        """The word with the verifier's thresholds, and the share that both together miss."""
        loose, sure = (round(limit, 4) for limit in limits)
        word = WakeWord(request.id, request.text, request.language, loose, sure, LEAST)
        own = len(request.recordings) + OFTEN * len(request.wrong)
        self.progress.stage("checking", len(speech.words) + len(speech.near) + own + len(speech.checks))
        taught = list(self._taught(request, speech, stage))
        said = list(self._said(request, stage))
        checks = [asked for _, clip in speech.checks for asked in self._asked(clip, word, stage, ensemble)]
        found = [max(asked, key=lambda each: each[1].said.likelihood) for asked in checks if asked]
        clear = [(top, heard) for top, heard in found if heard.clear]
        likely, least = (
            demand(word, [(top, h.said.likelihood) for top, h in some]) for some in (clear or found, found)
        )
        likeness = learned(taught, max(0.0, likely - least), said)
        word = replace(word, likely=round(likely if likeness else least, 3), likeness=likeness)
        hits = sum(any(self._hit(word, top, heard) for top, heard in asked) for asked in checks)
        return word, 1 - hits / max(1, len(checks))

    @staticmethod
    def _hit(word: WakeWord, top: float, heard: Heard) -> bool:
        against = word.likeness.adds(heard.said, heard.clearness) if word.likeness else 0.0
        return top >= word.loose and heard.said.likelihood + against >= word.needed(top)

    def _asked(
        self, clip: Samples, word: WakeWord, stage: Stage, ensemble: Ensemble
    ) -> Iterator[list[tuple[float, Heard]]]:
        """For some scenes, each time that the ear would ask: the networks' score, and what is heard then."""
        for put in (stage.clear, stage.sound, stage.sound, stage.sound):
            sound = np.concatenate((np.zeros(LENGTH, dtype=np.int16), put(clip)[0]))
            moments = suspects(word, ensemble, self.embedding.clip(sound), len(sound))
            heard = [(suspect.score, sound[max(0, behind - HEARD) : behind]) for behind, suspect in moments]
            yield [
                (score, Heard(self.verifier.said(recent, word.text, word.language), clearness(recent)))
                for score, recent in heard
            ]
        self.progress.advance()


def demand(word: WakeWord, heard: Sequence[tuple[float, float]]) -> float:
    """The `likely` that all but a few true words reach; `heard` is their scores and likelihoods."""
    if not heard:
        return UNKNOWN
    asked = replace(word, likely=-1.0)
    bounds = [likely / -asked.needed(top) for top, likely in heard]
    return float(np.clip(SPARE * np.quantile(bounds, REFUSED), LEAST, MOST))


def clips(spoken: Sequence[Spoken]) -> list[Samples]:
    """How it sounds."""
    return [clip for _, clip in spoken]
