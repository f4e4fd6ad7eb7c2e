"""From the published sources into the store: which source, which next when it fails, and what to say."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from models.errors import FetchFailed
from models.store.assembly import Assembly
from models.store.download import Web, client
from models.store.registry import Finder, Registries
from models.store.shelf import Shelf
from models.store.transfer import SourceFailed
from models.store.weights import Entry, File, human

Wanted = tuple[Shelf, Entry, Sequence[File]]
"""Where it goes, what it is, and which of its files have to come."""


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
    """One pull: brings files of entries to their shelves."""

    def __init__(self, web: Web, registries: Registries, staging: Path, progress: Progress) -> None:
        self._assembly = Assembly(web, Finder(web, registries), staging, progress.advance)
        self._progress = progress

    def bring(self, wanted: Sequence[Wanted]) -> None:
        """Bring everything; what cannot be had does not keep the rest from coming.

        :raises FetchFailed: no source of a file delivered; names what is missing and what was said.
        """
        self._assembly.expect(file for _, _, files in wanted for file in files)
        failed: list[tuple[Entry, str]] = []
        for shelf, entry, files in wanted:
            try:
                self._bring_entry(shelf, entry, files)
            except SourceFailed as problem:
                failed.append((entry, str(problem)))
        if failed:
            raise _failure(failed)

    def _bring_entry(self, shelf: Shelf, entry: Entry, files: Sequence[File]) -> None:
        self._progress.start(entry, self._assembly.missing_bytes(files))
        for index, file in enumerate(files):
            built, sha256 = self._build(entry, file, files[index + 1 :])
            shelf.place(file, built, sha256)
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
    """The way out of this machine.

    :raises FetchFailed: the environment names a proxy of a kind that is not known here.
    """
    try:
        return Web(client(registries.certificates, registries.proxy))
    except (ImportError, ValueError) as problem:  # SOCKS without its package, or an unknown scheme
        raise FetchFailed(
            "the configured proxy cannot be used: only http:// and https:// proxies are; "
            "see HTTPS_PROXY, ALL_PROXY and pip's `proxy` setting",
            "配置的代理不能用：只支持 http:// 和 https:// 代理；"
            "请查看 HTTPS_PROXY、ALL_PROXY 和 pip 的 proxy 设置",
        ) from problem


def _failure(failed: Sequence[tuple[Entry, str]]) -> FetchFailed:
    named = ", ".join(f"{entry.id} ({human(entry.bytes)})" for entry, _ in failed)
    reasons = "; ".join(dict.fromkeys(reason for _, reason in failed))
    ids = " ".join(entry.id for entry, _ in failed)
    return FetchFailed(
        f"could not fetch {named}: {reasons}. Check the network connection, then run: "
        f"xiaoban models pull {ids} (it continues where it stopped)",
        f"无法下载 {named}：{reasons}。请检查网络，然后运行：xiaoban models pull {ids}（会从断点继续）",
    )
