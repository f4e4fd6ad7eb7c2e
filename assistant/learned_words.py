"""The household's own wake words: where they are, what they are called, what was recorded for them."""

import hashlib
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from assistant import paths
from assistant.errors import UsageError
from audio import wav
from audio.frame import RATE, Samples
from audio.quiet import trimmed
from intents.script import is_han, written_in
from models.cascade import WakeWord
from models.errors import ModelDamaged, ModelError
from models.wake import learned_word
from models.wake.learned_word import ID

LONGEST_TEXT = 80
SPOKEN = ("zh", "en", "es", "fr", "hi", "it", "ja", "pt")
"""Languages that the voices speak."""

RECORDING_S = (0.2, 4.0)
"""How long a recording of a word may be, silence around it aside."""

_KANA = re.compile(r"[\u3040-\u30ff]")
RECORDINGS, WRONG = "recordings", "wrong"
FOLDERS = (RECORDINGS, WRONG)
"""Of a word, with what the household recorded: the word, and what woke it and should not have."""


def learned() -> Mapping[str, WakeWord]:
    """What it takes to believe in each word that can be listened for; damaged ones are left out."""
    found: dict[str, WakeWord] = {}
    for directory, facts in learned_word.words(own_dir()):
        if not isinstance(facts, ModelError):
            with suppress(ModelDamaged):
                found[facts.id] = facts.wake_word(learned_word.read_likeness(directory))
    return found


def own_dir() -> Path:
    """Where the household's words are."""
    return paths.data_dir() / "wake"


def find(id_: str) -> Path:
    """The directory of a word. :raises UsageError: nobody has made it; names those there are."""
    if found := learned_word.find_word(own_dir(), id_):
        return found
    known = ", ".join(directory.name for directory, _ in learned_word.words(own_dir())) or "none"
    raise UsageError(
        f"there is no learned wake word '{id_}'; there are: {known}",
        f"没有训练过的唤醒词“{id_}”；现有：{known}",
    )


def checked_text(text: str) -> str:
    """The text without needless space. :raises UsageError: nobody can say it."""
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    if len(clean) > LONGEST_TEXT or not any(sign.isalpha() for sign in clean) or not clean.isprintable():
        raise UsageError(
            f"a wake word is a few words that can be spoken, at most {LONGEST_TEXT} characters",
            f"唤醒词是几个能念出来的字，最多 {LONGEST_TEXT} 个字符",
        )
    return clean


def language_of(text: str, wanted: str | None) -> str:
    """The language a text is spoken in. :raises UsageError: no voice speaks the wanted one."""
    if wanted is None:
        return "ja" if _KANA.search(text) else written_in(text)
    if wanted not in SPOKEN:
        raise UsageError(
            f"no voice speaks '{wanted}'; take one of: {', '.join(SPOKEN)}",
            f"没有会说“{wanted}”的声音；可选：{', '.join(SPOKEN)}",
        )
    return wanted


def id_of(text: str, wanted: str | None) -> str:
    """What a word is called. :raises UsageError: the wanted id cannot be the name of a directory."""
    if wanted is None:
        return _slug(text)
    if not ID.fullmatch(wanted):
        raise UsageError(
            f"'{wanted}' cannot be an id: small letters, digits and _, at most 48",
            f"“{wanted}”不能用作编号：只能是小写字母、数字和下划线，最多 48 个",
        )
    return wanted


def _slug(text: str) -> str:
    """`hey_xiaoban` for Hey Xiaoban, `xiao_ai_tong_xue` for 小爱同学."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # a big dictionary, for Chinese only

    spelled = " ".join(lazy_pinyin(text)) if is_han(text) else text
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:48].strip("_")
    return slug or f"word_{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def recordings(directory: Path, folder: str) -> tuple[Samples, ...]:
    """What the household recorded for a word, trimmed."""
    return tuple(trimmed(wav.read(file)) for file in sorted((directory / folder).glob("*.wav")))


def add_recordings(directory: Path, folder: str, files: Sequence[Path]) -> int:
    """Keep recordings of a word; returns how many there are now.

    :raises UsageError: one holds no word: it is silent, or too long.
    """
    clips = [trimmed(wav.read(file)) for file in files]
    for file, clip in zip(files, clips, strict=True):
        if not RECORDING_S[0] <= len(clip) / RATE <= RECORDING_S[1]:
            seconds = len(clip) / RATE
            raise UsageError(
                f"{file}: a recording holds the word once, nothing else; this one sounds for {seconds:.1f} s",
                f"{file}：一段录音里只说一遍唤醒词；这段有 {seconds:.1f} 秒声音",
            )
    return keep(directory, folder, clips)


def keep(directory: Path, folder: str, clips: Iterable[Samples]) -> int:
    """Keep what was said beside a word; returns how many clips there are now."""
    (directory / folder).mkdir(parents=True, exist_ok=True)
    for clip in clips:
        name = hashlib.sha256(clip.tobytes()).hexdigest()[:16]
        wav.write(directory / folder / f"{name}.wav", clip)
    return len(list((directory / folder).glob("*.wav")))


def adopted(id_: str) -> Path:
    """The directory of a word in the household's data; one of the package is copied there first."""
    directory, mine = find(id_), own_dir() / id_
    if directory != mine:
        mine.mkdir(parents=True, exist_ok=True)
        for name in learned_word.FILES:
            if (directory / name).exists():
                shutil.copyfile(directory / name, mine / name)
    return mine
