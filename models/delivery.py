"""From the published sources into the store: which source, which next when it fails, and what to say."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from models.assembly import Assembly
from models.download import SourceFailed, Web, client, sync
from models.errors import FetchFailed
from models.registry import Finder, Registries
from models.weights import Entry, File, human


Verified = Callable[[File, str | None], None]
"""Told of every file that was brought, with the sha256 that was checked."""


class Progress(Protocol):
    """Whoever shows how far a pull is; entries come one after the other."""

    def waiting(self) -> None:
        """Another process is pulling; its work is waited for."""

    def start(self, entry: Entry, total: int) -> None:
        """`total` bytes will be downloaded for this entry; again when its source changes."""

    def advance(self, count: int) -> None:
        """Bytes that came; negative when they have to come again."""

    def finish(self, entry: Entry) -> None:
        """The entry is installed."""


class Delivery:
    """One pull: brings the files of entries to their directories."""

    def __init__(self, web: Web, registries: Registries, staging: Path, progress: Progress) -> None:
        self._assembly = Assembly(web, Finder(web, registries), staging, progress.advance)
        self._progress = progress

    def expect(self, wanted: Sequence[tuple[Entry, Sequence[File]]]) -> None:
        """Say what will be asked for, so that archives which they share come once."""
        self._assembly.expect(file for _, files in wanted for file in files)

    def bring(self, entry: Entry, files: Sequence[File], directory: Path, verified: Verified) -> None:
        """Bring these files of the entry, the small ones first; each appears only when it is whole.

        :raises SourceFailed: no source of a file delivers, with what each one said.
        """
        files = sorted(files, key=lambda file: file.bytes)
        self._progress.start(entry, self._assembly.missing_bytes(files))
        for index, file in enumerate(files):
            built, sha256 = self._build(entry, file, files[index + 1 :])
            directory.mkdir(parents=True, exist_ok=True)
            sync(built)
            built.replace(directory / file.name)
            verified(file, sha256)
        self._progress.finish(entry)

    def _build(self, entry: Entry, file: File, rest: Sequence[File]) -> tuple[Path, str | None]:
        said: list[str] = []
        for source in file.sources:
            if said:
                self._progress.start(entry, file.bytes + self._assembly.missing_bytes(rest))
            try:
                return self._assembly.build(file, source)
            except SourceFailed as problem:
                said.append(str(problem))
        raise SourceFailed("; ".join(said))


def web(registries: Registries) -> Web:
    """The way out of this machine."""
    return Web(client(registries.certificates, registries.proxy))


def failure(failed: Sequence[tuple[Entry, str]]) -> FetchFailed:
    """One message for everything that could not be fetched: names, sizes, reasons, remedy."""
    named = ", ".join(f"{entry.id} ({human(entry.bytes)})" for entry, _ in failed)
    reasons = "; ".join(dict.fromkeys(reason for _, reason in failed))
    ids = " ".join(entry.id for entry, _ in failed)
    return FetchFailed(
        f"could not fetch {named}: {reasons}. Check the network connection, then run: "
        f"xiaoban models pull {ids} (it continues where it stopped)"
    )
