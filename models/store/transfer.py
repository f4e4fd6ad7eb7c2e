"""One file from one address into one partial file, continued where an earlier try stopped."""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx

from models.errors import FetchFailed

CHUNK = 1 << 18
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that another try may better."""


class SourceFailed(FetchFailed):
    """This source cannot deliver; another one might."""


class Again(Exception):
    """The answer was of no use, but the next one may be better; never leaves `download`."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a file's content must hash to."""

    algorithm: str
    """As `hashlib` names it."""
    hex: str

    def fits(self, path: Path) -> bool:
        """Whether the file at `path` has this hash."""
        with path.open("rb") as file:
            return hashlib.file_digest(file, self.algorithm).hexdigest() == self.hex.lower()


class Transfer:
    """One file from one address into one partial file."""

    def __init__(
        self, http: httpx.Client, url: str, partial: Path, advance: Callable[[int], None], *, anew: bool
    ) -> None:
        self._http = http
        self._url = url
        self._partial = partial
        self._advance = advance
        self._needs_validator = anew
        self.announced: Digest | None = None

    def run(self) -> None:
        """Bring what is missing."""
        if self._url.startswith("file://"):
            return self._copy()
        headers = {"accept-encoding": "identity"}
        if offset := self._offset():
            headers["range"] = f"bytes={offset}-"
            if validator := _validator(self._partial):
                headers["if-range"] = validator
        with self._http.stream("GET", self._url, headers=headers) as response:
            self.announced = _announced(response)
            if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                return self._past_the_end(response, offset)
            refuse(response)
            if response.status_code != httpx.codes.PARTIAL_CONTENT:
                self._forget()
            elif not _starts_at(response, offset):
                self._forget()
                raise Again("the server sent another part of the file")
            _remember(self._partial, response)
            self._write(response.iter_raw())
        return None

    def _past_the_end(self, response: httpx.Response, offset: int) -> None:
        """Everything had already come, or what had come was of something else."""
        if not response.headers.get("content-range", "").endswith(f"/{offset}"):
            self._forget()
            raise Again("the server cannot continue the file")

    def _offset(self) -> int:
        """Where to continue; nothing is continued that could not be told from another version."""
        if self._needs_validator and not _validator(self._partial):
            self._forget()
        return size(self._partial)

    def _forget(self) -> None:
        self._advance(-size(self._partial))
        forget(self._partial)

    def _write(self, chunks: Iterator[bytes]) -> None:
        with self._partial.open("ab") as file:
            for chunk in chunks:
                file.write(chunk)
                self._advance(len(chunk))

    def _copy(self) -> None:
        source = Path(unquote(urlsplit(self._url).path))
        self._forget()
        try:
            with source.open("rb") as file:
                self._write(iter(lambda: file.read(CHUNK), b""))
        except FileNotFoundError as problem:
            raise SourceFailed(f"{source} does not exist") from problem


def refuse(response: httpx.Response) -> None:
    """Raise for anything but success; `Again` when waiting may help."""
    said = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in BUSY:
        raise Again(said)
    if not response.is_success:
        raise SourceFailed(f"{response.url.host}: {said}")


def _announced(response: httpx.Response) -> Digest | None:
    """The sha256 that the hub's LFS gives of a file, in the first answer of the redirection."""
    for answer in (*response.history, response):
        tag = answer.headers.get("x-linked-etag", "").strip('"')
        if len(tag) == 64 and all(letter in "0123456789abcdefABCDEF" for letter in tag):
            return Digest("sha256", tag)
    return None


def _starts_at(response: httpx.Response, offset: int) -> bool:
    content_range: str = response.headers.get("content-range", "")
    return content_range.startswith(f"bytes {offset}-")


def forget(partial: Path) -> None:
    """Delete a partial file and what is known of it."""
    partial.unlink(missing_ok=True)
    _note(partial).unlink(missing_ok=True)


def size(path: Path) -> int:
    """Bytes; 0 where there is no file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _note(partial: Path) -> Path:
    """Where the validator of a partial file is kept."""
    return partial.with_name(f"{partial.name}.etag")


def _validator(partial: Path) -> str | None:
    try:
        return _note(partial).read_text("utf-8") or None
    except FileNotFoundError:
        return None


def _remember(partial: Path, response: httpx.Response) -> None:
    """Keep the strong ETag or the date by which the server knows this version (RFC 9110, 13.1.5)."""
    tag = response.headers.get("etag", "")
    validator = response.headers.get("last-modified", "") if not tag or tag.startswith("W/") else tag
    _note(partial).write_text(validator, "utf-8")


def sync(path: Path) -> None:
    """Make sure that a file is on the disk before its name says that it is whole."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
