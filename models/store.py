"""The weights on this machine: find, fetch, verify, remove. Layout: `<root>/<id>/<file>`."""

import errno
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from filelock import FileLock, Timeout

from models.catalog import CATALOG
from models.errors import FetchFailed, ModelDamaged, ModelMissing
from models.weights import Archive, Catalog, Entry, File, Parts, human

if TYPE_CHECKING:
    from models.delivery import Progress
    from models.download import Web
    from models.registry import Registries

STAMPS = ".verified.json"
"""Beside the files of an entry: size, time and hash of each when it was last verified."""
RESERVE_BYTES = 64_000_000
"""What a pull leaves free, so that the machine goes on working."""


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
    reason: Literal["missing", "size", "sha256"]


class Silent:
    """A `Progress` that shows nothing."""

    def waiting(self) -> None: ...
    def start(self, entry: Entry, total: int) -> None: ...
    def advance(self, count: int) -> None: ...
    def finish(self, entry: Entry) -> None: ...


class Store:
    """Weights under one directory; safe for several processes at once."""

    def __init__(
        self,
        root: Path,
        *,
        catalog: Catalog = CATALOG,
        registries: "Registries | None" = None,
        web: "Web | None" = None,
        free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
    ) -> None:
        self.root = root
        self._catalog = catalog
        self._registries = registries
        self._web = web
        self._free = free

    def find(self, id_: str) -> Path:
        """The directory with the entry's files; quick, since a hash is computed only where a file has changed.

        :raises ModelMissing: not installed; names the command that installs it, and its size.
        :raises ModelDamaged: a file is not the published one; names it and the command that mends it.
        """
        entry = self._catalog.entry(id_)
        faults = self._faults(entry)
        if any(fault.reason == "missing" for fault in faults):
            raise ModelMissing(
                f"model '{entry.id}' is not installed ({human(entry.bytes)}); run: xiaoban models pull {entry.id}"
            )
        if faults:
            raise ModelDamaged(
                f"model '{entry.id}' is damaged ({faults[0].path.name}); run: xiaoban models pull {entry.id}"
            )
        return self._directory(entry)

    def installed(self, id_: str) -> bool:
        """Whether `find` would find it."""
        return not self._faults(self._catalog.entry(id_))

    def missing(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Which of these, and of what they need, a pull would have to fetch."""
        return tuple(entry for entry in self._catalog.with_needs(ids) if self._faults(entry))

    def present(self, id_: str) -> int:
        """Bytes of the entry on this disk, whole or not."""
        files = self._directory(self._catalog.entry(id_)).glob("*")
        return sum(path.stat().st_size for path in files if path.is_file())

    def verify(self, id_: str) -> tuple[Fault, ...]:
        """Read every file and compare; empty when all are the published ones. What is damaged, `pull` fetches again."""
        entry = self._catalog.entry(id_)
        return self._faults(entry, anew=True)

    def pull(self, ids: Iterable[str], progress: "Progress | None" = None) -> tuple[Entry, ...]:
        """Fetch what is missing or damaged of these and what they need; returns what was fetched.

        :raises FetchFailed: no network, no space, no source; what had come is kept and continued.
        """
        ids, progress = tuple(ids), progress or Silent()
        if not self.missing(ids):
            return ()
        try:
            with self._alone(progress):
                return self._fetch(self.missing(ids), progress)
        except OSError as problem:
            raise _disk_failure(self.root, problem) from problem

    def remove(self, id_: str) -> int:
        """Delete an entry; returns the bytes freed, 0 when it was not there."""
        entry = self._catalog.entry(id_)
        freed = self.present(entry.id)
        if self._directory(entry).exists():
            with self._alone(Silent()):
                shutil.rmtree(self._directory(entry))
        return freed

    def _fetch(self, missing: Sequence[Entry], progress: "Progress") -> tuple[Entry, ...]:
        from models import delivery, registry  # noqa: PLC0415 -- HTTP and index readers: slow to import, rarely needed
        from models.download import SourceFailed, Unreachable  # noqa: PLC0415 -- the same

        registries = self._registries or registry.discover()
        wanted = [(entry, [fault.file for fault in self._faults(entry)]) for entry in missing]
        self._need_space([file for _, files in wanted for file in files])
        pull = delivery.Delivery(self._web or delivery.web(registries), registries, self._staging, progress)
        pull.expect(wanted)
        failed: list[tuple[Entry, str]] = []
        for entry, files in wanted:
            try:
                pull.bring(entry, files, self._directory(entry), self._stamper(entry))
            except SourceFailed as problem:
                failed.append((entry, str(problem)))
        if failed:
            raise delivery.failure(failed)
        shutil.rmtree(self._staging, ignore_errors=True)
        return tuple(missing)

    @property
    def _staging(self) -> Path:
        return self.root / ".parts"

    def _directory(self, entry: Entry) -> Path:
        return self.root / entry.id

    @contextmanager
    def _alone(self, progress: "Progress") -> Iterator[None]:
        """Hold the store against other processes; the second waits and then finds the work done."""
        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / ".lock")
        try:
            lock.acquire(blocking=False)
        except Timeout:
            progress.waiting()
            lock.acquire(poll_interval=0.2)
        try:
            yield
        finally:
            lock.release()

    def _need_space(self, files: Sequence[File]) -> None:
        """:raises FetchFailed: the disk has no room for these and the biggest archive among their sources."""
        archives = {m.archive for file in files for s in file.sources if isinstance(s, Parts) for m in s.members}
        shared = _peak(files, archives)
        begun = sum(path.stat().st_size for path in self._staging.glob("*") if path.is_file())
        short = sum(file.bytes for file in files) + shared + RESERVE_BYTES - begun - self._free(self.root)
        if short > 0:
            raise FetchFailed(
                f"not enough room in {self.root}: {human(short)} more must be free. "
                "Make room, or set XIAOBAN_HOME_DIR to a directory on a bigger disk"
            )

    def _faults(self, entry: Entry, *, anew: bool = False) -> tuple[Fault, ...]:
        stamps = _read_stamps(self._directory(entry))
        found = []
        for file in entry.files:
            path = self._directory(entry) / file.name
            reason = self._reason(entry, file, path, None if anew else stamps.get(file.name), stamps.get(file.name))
            if reason:
                found.append(Fault(file, path, reason))
        return tuple(found)

    def _reason(
        self, entry: Entry, file: File, path: Path, known: Stamp | None, pinned: Stamp | None
    ) -> Literal["missing", "size", "sha256"] | None:
        try:
            stat = path.stat()
        except FileNotFoundError:
            return "missing"
        if file.sha256 and stat.st_size != file.bytes:
            return "size"
        published = file.sha256 or (pinned.sha256 if pinned else None)
        if known and known == Stamp(stat.st_size, stat.st_mtime_ns, published or ""):
            return None
        with path.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        if published not in (None, sha256):
            self._stamp(entry, file, None)
            return "sha256"
        self._stamp(entry, file, Stamp(stat.st_size, stat.st_mtime_ns, sha256))
        return None

    def _stamper(self, entry: Entry) -> Callable[[File, str | None], None]:
        """Stamps what was just brought; hashes it where no source announced a hash."""

        def stamp(file: File, sha256: str | None) -> None:
            path = self._directory(entry) / file.name
            stat = path.stat()
            if sha256 is None:
                with path.open("rb") as content:
                    sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            self._stamp(entry, file, Stamp(stat.st_size, stat.st_mtime_ns, sha256))

        return stamp

    def _stamp(self, entry: Entry, file: File, stamp: Stamp | None) -> None:
        """Remember (or forget) a verified file. A store that is only readable works without, but slower."""
        directory = self._directory(entry)
        stamps = {name: asdict(known) for name, known in _read_stamps(directory).items()}
        if stamp:
            stamps[file.name] = asdict(stamp)
        elif file.sha256:
            stamps.pop(file.name, None)
        with suppress(OSError):
            fresh = directory / f"{STAMPS}.new"
            fresh.write_text(json.dumps(stamps, indent=1), "utf-8")
            fresh.replace(directory / STAMPS)


def _peak(files: Sequence[File], archives: set[Archive]) -> int:
    """Bytes of archives on the disk at the worst moment: shared ones stay until their last file is out."""
    uses = {a: sum(any(m.archive == a for m in s.members) for f in files for s in f.sources if isinstance(s, Parts)) for a in archives}
    kept = sum(archive.bytes for archive, count in uses.items() if count > 1)
    return kept + max((archive.bytes for archive, count in uses.items() if count <= 1), default=0)


def _read_stamps(directory: Path) -> dict[str, Stamp]:
    """Empty when there are none or they cannot be understood: then everything is hashed again."""
    try:
        written = json.loads((directory / STAMPS).read_text("utf-8"))
        return {str(name): Stamp(**stamp) for name, stamp in written.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _disk_failure(root: Path, problem: OSError) -> FetchFailed:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return FetchFailed(f"the disk of {root} is full. Make room, or set XIAOBAN_HOME_DIR to a bigger disk; then pull again")
    return FetchFailed(f"cannot write in {root}: {problem.strerror or problem}. Set XIAOBAN_HOME_DIR to a writable directory")
