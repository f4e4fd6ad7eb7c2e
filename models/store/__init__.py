"""The weights on this machine: find, fetch, verify, remove. Layout: `<root>/<id>/<file>`."""

import errno
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from models.errors import FetchFailed, ModelDamaged, ModelMissing
from models.store.catalog import CATALOG
from models.store.shelf import Fault, Shelf
from models.store.weights import Catalog, Entry, File, human, members

if TYPE_CHECKING:
    from models.store.delivery import Progress
    from models.store.download import Web
    from models.store.registry import Registries

RESERVE_BYTES = 64_000_000
"""What a pull leaves free, so that the machine goes on working."""


class Silent:
    """A `Progress` that shows nothing."""

    def waiting(self) -> None: ...
    def start(self, entry: Entry, total: int) -> None: ...
    def advance(self, count: int) -> None: ...
    def finish(self, entry: Entry) -> None: ...


def free_bytes(path: Path) -> int:
    """What this user may still write on the disk of `path`."""
    return shutil.disk_usage(path).free


class Store:
    """Weights under one directory; safe for several processes at once."""

    def __init__(
        self,
        root: Path,
        *,
        catalog: Catalog = CATALOG,
        registries: "Registries | None" = None,
        web: "Callable[[Registries], Web] | None" = None,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self.root = root
        self._catalog = catalog
        self._registries = registries
        self._web = web
        self._free = free

    def find(self, id_: str) -> Path:
        """The directory with the entry's files; quick, since only files that have changed are hashed.

        :raises ModelMissing: not installed; names the command that installs it, and its size.
        :raises ModelDamaged: a file is not the published one; names it and the command that mends it.
        """
        entry = self._catalog.entry(id_)
        faults = self._shelf(entry).faults()
        remedy, size = f"xiaoban models pull {entry.id}", human(entry.bytes)
        if any(fault.reason == "missing" for fault in faults):
            raise ModelMissing(
                f"model '{entry.id}' is not installed ({size}); run: {remedy}",
                f"模型“{entry.id}”没有安装（{size}）；请运行：{remedy}",
            )
        if faults:
            name = faults[0].path.name
            raise ModelDamaged(
                f"model '{entry.id}' is damaged ({name}); run: {remedy}",
                f"模型“{entry.id}”已损坏（{name}）；请运行：{remedy}",
            )
        return self.root / entry.id

    def installed(self, id_: str) -> bool:
        """Whether `find` would find it."""
        return not self._shelf(self._catalog.entry(id_)).faults()

    def missing(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Which of these, and of what they need, a pull would have to fetch."""
        return tuple(entry for entry in self._catalog.with_needs(ids) if self._shelf(entry).faults())

    def present(self, id_: str) -> int:
        """Bytes of the entry on this disk, whole or not."""
        return self._shelf(self._catalog.entry(id_)).present()

    def verify(self, id_: str) -> tuple[Fault, ...]:
        """Read every file and compare; empty when all are the published ones. `pull` fetches the others."""
        return self._shelf(self._catalog.entry(id_)).faults(anew=True)

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
        directory = self.root / self._catalog.entry(id_).id
        if not directory.exists():
            return 0
        freed = self.present(id_)
        try:
            with self._alone(Silent()):
                shutil.rmtree(directory)
        except OSError as problem:
            raise _disk_failure(self.root, problem) from problem
        return freed

    def _shelf(self, entry: Entry) -> Shelf:
        return Shelf(self.root / entry.id, entry)

    @property
    def _staging(self) -> Path:
        return self.root / ".parts"

    def _fetch(self, missing: Sequence[Entry], progress: "Progress") -> tuple[Entry, ...]:
        from models.store import delivery, registry  # noqa: PLC0415 -- HTTP and index readers: slow, rarely needed

        wanted = [(self._shelf(entry), entry, self._files(entry)) for entry in missing]
        self._need_space([file for _, _, files in wanted for file in files])
        if missing:
            registries = self._registries or registry.discover()
            with (self._web or delivery.web)(registries) as web:
                delivery.Delivery(web, registries, self._staging, progress).bring(wanted)
        shutil.rmtree(self._staging, ignore_errors=True)
        return tuple(missing)

    def _files(self, entry: Entry) -> tuple[File, ...]:
        """What has to come, the small ones first: archives with many files are then gone the soonest."""
        return tuple(sorted((f.file for f in self._shelf(entry).faults()), key=lambda file: file.bytes))

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
        """:raises FetchFailed: the disk has no room for these and what they come in."""
        begun = sum(path.stat().st_size for path in self._staging.glob("*") if path.is_file())
        needed = sum(file.bytes for file in files) + _packing(files) + RESERVE_BYTES
        short = needed - begun - self._free(self.root)
        if short > 0:
            raise FetchFailed(
                f"not enough room in {self.root}: {human(short)} more must be free. "
                "Make room, or set XIAOBAN_HOME_DIR to a directory on a bigger disk",
                f"{self.root} 空间不足：还要腾出 {human(short)}。"
                "请清理磁盘，或把 XIAOBAN_HOME_DIR 设为更大磁盘上的目录",
            )


def _packing(files: Sequence[File]) -> int:
    """Bytes of archives at the worst moment: shared ones stay until their last file is out."""
    uses = Counter(archive for file in files for archive in {m.archive for m in members(file.sources[0])})
    shared = sum(archive.bytes for archive, count in uses.items() if count > 1)
    return shared + max((archive.bytes for archive, count in uses.items() if count == 1), default=0)


def _disk_failure(root: Path, problem: OSError) -> FetchFailed:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return FetchFailed(
            f"the disk of {root} is full. Make room, or set XIAOBAN_HOME_DIR to a directory on a bigger "
            "disk, and pull again",
            f"{root} 所在的磁盘已满。请清理磁盘，或把 XIAOBAN_HOME_DIR 设为更大磁盘上的目录，然后重新下载",
        )
    said = problem.strerror or str(problem)
    return FetchFailed(
        f"cannot write in {root}: {said}. Set XIAOBAN_HOME_DIR to a directory of yours",
        f"无法写入 {root}：{said}。请把 XIAOBAN_HOME_DIR 设为自己的目录",
    )
