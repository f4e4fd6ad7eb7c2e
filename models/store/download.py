"""One file over HTTP, whole or not at all: resumed where it stopped, tried again, checked."""

import json
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

import httpx

from models.store.transfer import Again, Digest, SourceFailed, Transfer, forget, refuse, size

PAUSES_S = (1.0, 3.0, 9.0)
"""Before the second, third and fourth try; progress made starts them anew."""
UNANSWERED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
"""Nobody is there; waiting long for such a host would keep a person without network waiting."""


class Unreachable(SourceFailed):
    """Nobody answered: no network, or the host is down."""


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
    """Fetches documents and files from `http(s)://` and `file://` addresses; closed as a context manager."""

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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

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
            refuse(response)
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
        advance(size(partial))
        for _ in range(2):
            transfer = Transfer(self._http, url, partial, advance, anew=digest is None)
            self._persist(url, transfer.run, lambda: size(partial))
            checked = digest or transfer.announced
            if checked is None or checked.fits(partial):
                partial.replace(target)
                forget(partial)
                return checked
            advance(-size(partial))
            forget(partial)
        raise SourceFailed(f"{self.host(url)} sent {target.name}, but not as it was published (hash)")

    def _persist(self, url: str, fetch: Callable[[], None], arrived: Callable[[], int]) -> None:
        """Run `fetch` until it succeeds or too many tries in a row have brought nothing."""
        host, tries, had = self.host(url), 0, arrived()
        if host in self._dead:
            raise Unreachable(self._dead[host])
        while True:
            try:
                return fetch()
            except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects) as problem:
                # not the problem's own text, which may hold a password
                raise SourceFailed(f"{host}: {type(problem).__name__}") from problem
            except (httpx.RequestError, Again) as problem:
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


def _local_page(url: str) -> Answer:
    path = Path(unquote(urlsplit(url).path)) / "index.html"
    try:
        return Answer(url, "text/html", path.read_text("utf-8", "replace"))
    except OSError as problem:
        raise SourceFailed(f"{path} does not exist") from problem
