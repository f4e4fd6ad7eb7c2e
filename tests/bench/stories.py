"""Stories in the assistant's own voices, and people's words in others, made once and kept."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

import numpy as np

from assistant import paths
from audio import wav
from audio.frame import RATE, Samples
from audio.resample import resample
from models.kokoro import Kokoro
from models.piper import Piper
from models.protocols import Choice, Message, Synthesizer
from models.store import Store
from models.store.voices import VOICES
from tests.bench.wake_training import KEPT_OUT

CACHE = "bench-voices"

STORIES: Mapping[str, Sequence[str]] = {
    "en": (
        "Once upon a time a fox lived at the edge of a village. Every evening she sat on the wall and "
        "listened to the people talk. They spoke of rain, of bread and of the long road to the sea. One "
        "night she asked the owl what the sea was. It is a field without grass, said the owl, and it "
        "never lies still. So the fox packed an apple and walked until the air tasted of salt.",
        "The lighthouse keeper had a clock that ran backwards. At noon it struck one, and at midnight it "
        "struck nothing at all. Visitors laughed, but the keeper only smiled. When a storm came and every "
        "other clock in the harbour broke, the sailors counted the strokes of the old clock in the tower "
        "and found their way home.",
        "Grandfather kept seven hens and one very proud rooster. The rooster believed that the sun rose "
        "because he told it to. One winter morning he overslept. When he opened his eyes the yard was "
        "bright, and the hens were already eating. For a whole day he did not say a word. Then he decided "
        "that the sun had only been practising.",
    ),
    "zh": (
        "从前，山脚下住着一只小狐狸。每天傍晚，它都坐在石头上，听村里的人聊天。他们说起下雨，说起面包，也说起"
        "通往大海的长路。一天夜里，它问猫头鹰，大海是什么样子。猫头鹰说，那是一片没有草的田野，永远不会安静。",
        "灯塔里有一口倒着走的钟。中午它只敲一下，半夜却一声也不响。来的客人都笑它，看塔的老人只是摇摇头。后来起"
        "了大风，港口里所有的钟都坏了，水手们数着塔上的钟声，一个一个回到了家。",
        "爷爷养了七只母鸡和一只骄傲的公鸡。公鸡相信，太阳是听了它的话才升起来的。有一个冬天的早晨，它睡过了头。"
        "等它睁开眼睛，院子里已经很亮，母鸡们早就在吃东西了。那一整天，它一句话也没有说。",
    ),
}
WORDS: Mapping[str, Sequence[str]] = {
    "en": ("Stop.", "Stop it.", "Stop talking.", "Please stop.", "Be quiet."),
    "zh": ("停！", "停下。", "别说了。", "停一下。", "安静。"),
}
"""What people say to be heard out."""


class Kept:
    """A voice whose sounds are made only once."""

    def __init__(self, id_: str, language: str) -> None:
        """The voice `id_` of the store."""
        self._id, self._language = id_, language
        self._voice: Synthesizer | None = None

    @property
    def rate(self) -> int:
        """Always 16 kHz."""
        return RATE

    @property
    def languages(self) -> frozenset[str]:
        """One."""
        return frozenset({self._language})

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:  # noqa: ARG002  # always the same
        """Read it off the disk, or make it first."""
        path = self._path(text)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            wav.write(path, self._make(text, language))
        yield wav.read(path)

    def whole(self, text: str) -> Samples:
        """All of it, without the silence around."""
        sound = np.concatenate(list(self.speak(text, self._language)))
        loud = np.flatnonzero(np.abs(sound) > 0.03 * np.abs(sound).max())
        return sound[loud[0] : loud[-1] + 1]

    def _path(self, text: str) -> Path:
        name = hashlib.sha256(f"{self._id} {text}".encode()).hexdigest()[:20]
        return paths.cache_dir() / CACHE / f"{name}.flac"

    def _make(self, text: str, language: str) -> Samples:
        if self._voice is None:
            self._voice = _load(self._id, self._language)
        pieces = list(self._voice.speak(text, language))
        sound = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
        return resample(sound, self._voice.rate, RATE)


def strangers(language: str) -> Sequence[str]:
    """Ids of installed voices that nothing is ever learned from."""
    return [voice.id for voice in VOICES if voice.aliases[0] in KEPT_OUT and voice.languages == (language,)]


def _load(id_: str, language: str) -> Synthesizer:
    store = Store(paths.models_dir())
    if id_ == "en-joe":
        return Piper(store.find(id_))
    return Kokoro(store.find("kokoro-82m"), {language: next(store.find(id_).glob("*.bin"))})


class Storyteller:
    """Answers everything with the next story, in the language of the question."""

    name = "storyteller"

    def __init__(self) -> None:
        """Begin with the first."""
        self._next = {language: cycle(stories) for language, stories in STORIES.items()}

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:  # noqa: ARG002  # stories end
        """A story."""
        asked = messages[-1].content
        yield next(self._next["zh" if any("\u4e00" <= sign <= "\u9fff" for sign in asked) else "en"])

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:  # noqa: ARG002  # none is meant
        """None of these, which is the last."""
        yield Choice(len(choices) - 1, 1.0)

    def warm(self, messages: Sequence[Message]) -> None:
        """Nothing to evaluate."""
