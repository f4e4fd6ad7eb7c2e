"""One entry's directory: which of its files are the published ones, and when that was last made sure."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from models.store.weights import Entry, File

STAMPS = ".verified.json"
"""Beside the files: size, time and hash of each when it was last verified."""

Reason = Literal["missing", "size", "sha256"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as it was when its hash was computed."""

    bytes: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be used."""

    file: File
    path: Path
    reason: Reason


class Shelf:
    """The files of one entry on this disk."""

    def __init__(self, directory: Path, entry: Entry) -> None:
        self.directory = directory
        self._entry = entry

    def faults(self, *, anew: bool = False) -> tuple[Fault, ...]:
        """What is missing or not the published file; hashes only what has changed, or everything `anew`."""
        stamps = _read(self.directory)
        found = ((file, self._reason(file, stamps.get(file.name), anew)) for file in self._entry.files)
        return tuple(Fault(file, self.directory / file.name, reason) for file, reason in found if reason)

    def present(self) -> int:
        """Bytes on this disk, whole or not."""
        return sum(path.stat().st_size for path in self.directory.glob("*") if path.is_file())

    def place(self, file: File, built: Path, sha256: str | None) -> None:
        """Take in a file that was just built, with the hash that was checked, if any; it appears whole."""
        self.directory.mkdir(parents=True, exist_ok=True)
        self._stamp(file, _measure(built, sha256))
        built.replace(self.directory / file.name)

    def _reason(self, file: File, stamp: Stamp | None, anew: bool) -> Reason | None:
        path = self.directory / file.name
        stat = _regular(path)
        if stat is None:
            return "missing"
        if file.sha256 and stat.st_size != file.bytes:
            return "size"
        published = file.sha256 or (stamp.sha256 if stamp else None)
        if stamp == Stamp(stat.st_size, stat.st_mtime_ns, published or "") and not anew:
            return None
        with suppress(OSError):  # what cannot be read is as good as damaged
            measured = _measure(path)
            if published in (None, measured.sha256):
                self._stamp(file, measured)
                return None
        self._stamp(file, Stamp(0, 0, published or ""))  # the pin stays, but nothing on the disk is trusted
        return "sha256"

    def _stamp(self, file: File, stamp: Stamp) -> None:
        """Remember. A directory that is only readable works without, but slower."""
        stamps = {name: asdict(known) for name, known in _read(self.directory).items()}
        fresh = self.directory / f"{STAMPS}.new"
        with suppress(OSError):
            fresh.write_text(json.dumps(stamps | {file.name: asdict(stamp)}, indent=1), "utf-8")
            fresh.replace(self.directory / STAMPS)


def _regular(path: Path) -> os.stat_result | None:
    """What the disk knows of a file; None where there is none that this user can reach."""
    with suppress(OSError):
        found = path.stat()
        return found if S_ISREG(found.st_mode) else None
    return None


def _measure(path: Path, sha256: str | None = None) -> Stamp:
    stat = path.stat()
    if sha256 is None:
        with path.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    return Stamp(stat.st_size, stat.st_mtime_ns, sha256)


def _read(directory: Path) -> dict[str, Stamp]:
    """Empty when there is nothing or it cannot be understood: then everything is hashed again."""
    try:
        written = json.loads((directory / STAMPS).read_text("utf-8"))
        return {str(name): Stamp(**stamp) for name, stamp in written.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
