"""What trains a wake word here: the voices and the recogniser that are installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant import learned_words, paths
from assistant.config import Config
from models.errors import ModelMissing
from models.kokoro import Kokoro
from models.protocols import WakeVerifier
from models.store import Store
from models.store.voices import VOICES
from models.wake.background import shipped
from models.wake.embedding import SpeechEmbedding
from models.wake.learned_word import Facts
from models.wake.training import Progress, Recipe, Request, Training
from models.wake.verifier import WhisperVerifier
from models.wake.voices import Saying, Speakers
from models.whisper import Whisper

FEWEST_VOICES = 12
"""With fewer, what is learned is these voices and not the word."""


def request_for(facts: Facts, directory: Path) -> Request:
    """What is to be learned for a word, with the household's recordings."""
    says: tuple[Saying, ...] = tuple((said, facts.language) for said in facts.says or (facts.text,))
    right, wrong = (learned_words.recordings(directory, folder) for folder in learned_words.FOLDERS)
    return Request(facts.id, facts.text, facts.language, says, right, wrong)


def styles(store: Store) -> dict[str, Path]:
    """The voices that are installed. :raises ModelMissing: there are too few to learn from."""
    found = {voice.aliases[0]: voice.id for voice in VOICES if store.installed(voice.id)}
    if len(found) < FEWEST_VOICES:
        remedy = "xiaoban models pull voices"
        raise ModelMissing(
            f"a wake word is learned from many voices, and {len(found)} are installed; run: {remedy}",
            f"训练唤醒词需要许多声音，现在只装了 {len(found)} 个；请运行：{remedy}",
        )
    return {style: next(store.find(id_).glob("*.bin")) for style, id_ in found.items()}


def verifier(config: Config, store: Store) -> WakeVerifier:
    """The recogniser as the ear uses it to verify. :raises ModelMissing: its weights are not installed."""
    return WhisperVerifier(Whisper(store.find(config.recognition.model), config.general.languages))


@contextmanager
def training(config: Config, progress: Progress, recipe: Recipe) -> Iterator[Training]:
    """Everything that a training needs, loaded. :raises ModelMissing: voices or the recogniser are absent."""
    store = Store(paths.models_dir())
    voices = styles(store)
    kokoro = Kokoro(store.find("kokoro-82m"), {}, threads=1)
    listener = verifier(config, store)
    with Speakers(kokoro, voices, paths.cache_dir() / "wake") as speakers:
        yield Training(speakers, SpeechEmbedding(), shipped(), listener, progress, recipe)
