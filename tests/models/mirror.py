"""A package index, an npm registry and a hub on a real port, with the failures that real ones have."""

import hashlib
import io
import json
import tarfile
import threading
import zipfile
from collections import Counter
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from models.store.registry import SIMPLE_JSON, Registries
from models.store.weights import Archive


class Mirror:
    """Serves bytes by path. Failures are attributes that a test sets before it pulls."""

    def __init__(self) -> None:
        self.reset()
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                mirror._answer(self)

            def log_message(self, *_: object) -> None:
                """Silence is what the tests want of it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.registries = Registries((f"{self.url}/simple",), (), f"{self.url}/npm", f"{self.url}/hub")
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def reset(self) -> None:
        """Forget what is served and what was asked."""
        self.files: dict[str, bytes] = {}
        self.headers: dict[str, Mapping[str, str]] = {}
        self.asked: Counter[str] = Counter()
        self.ranges = True
        self.lengths = True
        self.cuts: list[int] = []
        """How many bytes the next answers with a file send before the connection breaks."""
        self.gate: threading.Event | None = None
        self.reached = threading.Event()

    def wheel(self, archive: Archive, members: Mapping[str, bytes], *, html: bool = False) -> bytes:
        """Publish a wheel with these members in the index."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as wheel:
            for name, content in members.items():
                wheel.writestr(name, content)
        content = buffer.getvalue()
        name = f"{archive.project.replace('-', '_')}-{archive.version}-py3-none-any.whl"
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[f"/files/{name}"] = content
        page = f"/simple/{archive.project}/"
        if html:
            self.files[page] = f'<a href="../../files/{name}#sha256={sha256}">{name}</a>'.encode()
            self.headers[page] = {"content-type": "text/html"}
        else:
            entry = {"filename": name, "url": f"../../files/{name}", "hashes": {"sha256": sha256}}
            project = {"meta": {"api-version": "1.0"}, "name": archive.project, "files": [entry]}
            self.files[page] = json.dumps(project).encode()
            self.headers[page] = {"content-type": SIMPLE_JSON}
        return content

    def tarball(self, archive: Archive, members: Mapping[str, bytes]) -> None:
        """Publish an npm package."""
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w:gz") as tarball:
            for name, content in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tarball.addfile(info, io.BytesIO(content))
        path = f"/npm/{archive.project}/-/{archive.project}-{archive.version}.tgz"
        self.files[path] = buffer.getvalue()
        document = {"dist": {"tarball": self.url + path}}
        self.files[f"/npm/{archive.project}/{archive.version}"] = json.dumps(document).encode()

    def archives_served(self) -> int:
        """How often a file, and not a page of the index, was asked for."""
        return sum(count for path, count in self.asked.items() if not _is_page(path))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked[request.path] += 1
        content = self.files.get(request.path)
        is_page = _is_page(request.path)
        if content is None:
            return self._send(request, 404, b"", {})
        headers = {"etag": f'"{hashlib.sha256(content).hexdigest()}"', **self.headers.get(request.path, {})}
        if not is_page and self.gate:
            self.reached.set()
            self.gate.wait(30)
        status, body = self._ranged(request, content, headers)
        cut = self.cuts.pop(0) if self.cuts and not is_page else None
        return self._send(request, status, body, headers, cut)

    def _ranged(
        self, request: BaseHTTPRequestHandler, content: bytes, headers: dict[str, str]
    ) -> tuple[int, bytes]:
        asked = request.headers.get("range", "")
        same = request.headers.get("if-range", headers["etag"]) == headers["etag"]
        if not (asked and same and self.ranges):
            return 200, content
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
        if start >= len(content):
            headers["content-range"] = f"bytes */{len(content)}"
            return 416, b""
        headers["content-range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        return 206, content[start:]

    def _send(
        self,
        request: BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        headers: Mapping[str, str],
        cut: int | None = None,
    ) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        if self.lengths:
            request.send_header("content-length", str(len(body)))
        request.close_connection = cut is not None or not self.lengths
        if request.close_connection:
            request.send_header("connection", "close")
        request.end_headers()
        request.wfile.write(body if cut is None else body[:cut])


def _is_page(path: str) -> bool:
    """Pages of the index and of npm; everything else is a file and may fail."""
    return path.startswith("/simple/") or (path.startswith("/npm/") and "/-/" not in path)
