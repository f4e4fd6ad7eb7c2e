"""One file over HTTP, whole or not at all: resumed where it stopped, tried again, checked."""

import hashlib
import json
import os
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx

from models.errors import FetchFailed

CHUNK = 1 << 18
PAUSES_S = (1.0, 3.0, 9.0)
"""Before the second, third and fourth try; progress made starts them anew."""
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that another try may better."""
UNANSWERED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
"""Nobody is there; waiting long for such a host would keep a person without network waiting."""


class SourceFailed(FetchFailed):
    """This source cannot deliver; another one might."""


class Unreachable(SourceFailed):
    """Nobody answered: no network, or the host is down."""


class _Again(Exception):  # noqa: N818 -- a signal inside this module, not an error
    """The answer was unusable, but the next one may be better."""


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


@dataclass(frozen=True, slots=True)
class Answer:
    """A small document."""

    url: str
    content_type: str
    text: str

    def json(self) -> object:
        """:raises SourceFailed: it is no JSON."""
        try:
            return json.loads(self.text)
        except ValueError as problem:
            raise SourceFailed(f"{Web.host(self.url)} answered something that is not JSON") from problem


def client(certificates: str | None = None, proxy: str | None = None) -> httpx.Client:
    """An HTTP client that trusts what the system trusts, and `certificates` besides."""
    trust = httpx.create_ssl_context()
    if certificates:
        with suppress(OSError, ssl.SSLError):  # a stale path in pip's settings is not our failure
            trust.load_verify_locations(cafile=certificates)
    timeout = httpx.Timeout(30, connect=10)
    return httpx.Client(verify=trust, proxy=proxy, timeout=timeout, follow_redirects=True)


class Web:
    """Fetches documents and files from `http(s)://` and `file://` addresses."""

    def __init__(
        self,
        http: httpx.Client,
        pauses_s: tuple[float, ...] = PAUSES_S,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._http = http
        self._pauses_s = pauses_s
        self._sleep = sleep
        self._dead: dict[str, str] = {}

    @staticmethod
    def host(url: str) -> str:
        """What to call the server in a message; never with user and password."""
        return urlsplit(url).hostname or url

    def get(self, url: str, *, accept: str) -> Answer:
        """A small document.

        :raises SourceFailed: it is not there; `Unreachable` when nobody answered.
        """
        if url.startswith("file://"):
            return _local_page(url)
        answer: list[Answer] = []

        def fetch() -> None:
            response = self._http.get(url, headers={"accept": accept})
            _refuse(response)
            answer.append(Answer(str(response.url), response.headers.get("content-type", ""), response.text))

        self._persist(url, fetch, lambda: 0)
        return answer[-1]

    def download(
        self, url: str, target: Path, digest: Digest | None, advance: Callable[[int], None]
    ) -> Digest | None:
        """Bring the file to `target`; what an earlier try left beside it as `.part` is continued.

        `advance` gets bytes as they come, negative ones when they have to come again. Returns the digest that
        was checked: the given one, else the one the server announced.

        :raises SourceFailed: it cannot be had, or what came is not what the digest says.
        """
        partial = target.with_name(f"{target.name}.part")
        advance(_size(partial))
        for last in (False, True):
            transfer = _Transfer(self._http, url, partial, advance, anew=digest is None)
            self._persist(url, transfer.run, lambda: _size(partial))
            checked = digest or transfer.announced
            if checked is None or checked.fits(partial):
                partial.replace(target)
                _note(partial).unlink(missing_ok=True)
                return checked
            advance(-_size(partial))
            partial.unlink()
            if last:
                raise SourceFailed(f"{self.host(url)} sent a file whose {checked.algorithm} is not the published one")
        raise AssertionError("unreachable")

    def _persist(self, url: str, fetch: Callable[[], None], arrived: Callable[[], int]) -> None:
        """Run `fetch` until it succeeds or the tries are used up; tries count only those that brought nothing."""
        host, tries, had = self.host(url), 0, arrived()
        if host in self._dead:
            raise Unreachable(self._dead[host])
        while True:
            try:
                return fetch()
            except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects) as problem:
                raise SourceFailed(f"{host}: {problem}") from problem
            except (httpx.RequestError, _Again) as problem:
                tries, had = (tries if arrived() <= had else 0), max(had, arrived())
                unanswered = isinstance(problem, UNANSWERED) and tries >= 1
                if unanswered or tries >= len(self._pauses_s):
                    raise self._give_up(host, problem) from problem
                self._sleep(self._pauses_s[tries])
                tries += 1

    def _give_up(self, host: str, problem: Exception) -> SourceFailed:
        said = f"{host}: {problem or type(problem).__name__}"
        if isinstance(problem, UNANSWERED):
            self._dead[host] = said  # the next file need not wait for it again
            return Unreachable(said)
        return SourceFailed(said)


class _Transfer:
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
            _refuse(response)
            if response.status_code != httpx.codes.PARTIAL_CONTENT or not _starts_at(response, offset):
                self._forget()
            if response.status_code == httpx.codes.PARTIAL_CONTENT and not _starts_at(response, _size(self._partial)):
                raise _Again("the server sent another part of the file")
            _remember(self._partial, response)
            self._write(response.iter_raw(CHUNK))
        return None

    def _past_the_end(self, response: httpx.Response, offset: int) -> None:
        """Everything had already come, or what had come was of something else."""
        if not response.headers.get("content-range", "").endswith(f"/{offset}"):
            self._forget()
            raise _Again("the server cannot continue the file")

    def _offset(self) -> int:
        """Where to continue; nothing is continued that could not be told from another version."""
        if self._needs_validator and not _validator(self._partial):
            self._forget()
        return _size(self._partial)

    def _forget(self) -> None:
        self._advance(-_size(self._partial))
        self._partial.unlink(missing_ok=True)

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


def _local_page(url: str) -> Answer:
    path = Path(unquote(urlsplit(url).path)) / "index.html"
    try:
        return Answer(url, "text/html", path.read_text("utf-8", "replace"))
    except OSError as problem:
        raise SourceFailed(f"{path} does not exist") from problem


def _refuse(response: httpx.Response) -> None:
    """Raise for anything but success; `_Again` when waiting may help."""
    said = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in BUSY:
        raise _Again(said)
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
    return response.headers.get("content-range", "").startswith(f"bytes {offset}-")


def _size(path: Path) -> int:
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
