"""`xiaoban models`: the weights on this machine; list, pull, verify, remove."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from assistant import console, engines, paths
from assistant.config import load
from assistant.errors import UsageError
from models.store import Store
from models.store.catalog import CATALOG, GROUPS
from models.store.weights import Entry, human

app = typer.Typer()

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]…", show_default=False)]
JSON_HELP = console.text("One JSON object a line.", "每行一个 JSON 对象。")
ALL_HELP = console.text("Every voice too.", "也列出所有声音。")
Json = Annotated[bool, typer.Option("--json", help=JSON_HELP)]
All = Annotated[bool, typer.Option("--all", help=ALL_HELP)]
WIDE = 130
"""Columns of a terminal from which on a table has room for sentences."""


@app.command("list", help=console.text("What there is, and what is installed.", "有哪些模型，装了哪些。"))
def show(json: Json = False, all_: All = False) -> None:
    """What there is; without `--all` the voices that are neither needed nor installed are left out."""
    store, needed = Store(paths.models_dir()), _needed()
    entries = list(CATALOG)
    if json:
        for entry in entries:
            console.emit(_line(store, entry, needed))
        return
    shown = [entry for entry in entries if all_ or _worth_a_row(store, entry, needed)]
    wide = console.people().width >= WIDE
    head = console.text("id size state languages licence about", "编号 大小 状态 语言 许可 说明").split()
    console.table(
        head[: 6 if wide else 5], [_row(store, entry, needed)[: 6 if wide else 5] for entry in shown]
    )
    if hidden := len(entries) - len(shown):
        command = "xiaoban models list --all"
        console.say(f"{hidden} more voices: {command}", f"还有 {hidden} 个声音：{command}")


PULL_HELP = console.text(
    "Fetch the defaults, or these; `voices` are all those that wake words are learned from.",
    "下载默认模型或指定的模型；`voices` 是训练唤醒词用的全部声音。",
)


@app.command(help=PULL_HELP)
def pull(ids: Ids = None, json: Json = False) -> None:
    """Fetch and verify; quick when everything is there already."""
    wanted = _known(ids or engines.needed(load()))
    store = Store(paths.models_dir())
    with _bars() as bars:
        fetched = store.pull(wanted, bars)
    for entry in CATALOG.with_needs(wanted) if json else ():
        console.emit({"id": entry.id, "fetched": entry in fetched, "path": str(store.root / entry.id)})
    size = human(sum(entry.bytes for entry in CATALOG.with_needs(wanted)))
    if fetched:
        where = store.root
        console.say(f"Installed and verified in {where} ({size}).", f"已安装并校验，位于 {where}（{size}）。")
    else:
        console.say(f"Everything is installed already ({size}).", f"都已经装好了（{size}）。")


@app.command(help=console.text("Read every file and compare its hash.", "逐个文件核对哈希。"))
def verify(ids: Ids = None, json: Json = False) -> None:
    """Exit 1 when a file is damaged; what is not installed counts only when it was named."""
    store = Store(paths.models_dir())
    wanted = _known(ids) if ids else [entry.id for entry in CATALOG if store.present(entry.id)]
    bad = [id_ for id_ in wanted if not _verified(store, id_, json)]
    if not wanted:
        command = "xiaoban models pull"
        console.say(f"Nothing is installed; run: {command}", f"还没有安装模型；请运行：{command}")
    if bad:
        remedy = f"xiaoban models pull {' '.join(bad)}"
        console.say(f"To fetch them again, run: {remedy}", f"要重新下载，请运行：{remedy}", style="red")
        raise typer.Exit(1)


@app.command(help=console.text("Delete these from the disk.", "从磁盘删除。"))
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", show_default=False)], json: Json = False
) -> None:
    """Delete; says how much room that made."""
    store = Store(paths.models_dir())
    for id_ in _known(ids):
        freed = store.remove(id_)
        if json:
            console.emit({"id": id_, "freed": freed})
        elif freed:
            console.say(f"Removed {id_} ({human(freed)}).", f"已删除 {id_}（{human(freed)}）。")
        else:
            console.say(f"{id_} is not installed.", f"{id_} 没有安装。")


def _known(ids: Sequence[str]) -> list[str]:
    """Ids without aliases, each once.

    :raises UsageError: the catalog does not know one.
    """
    ids = [each for id_ in ids for each in GROUPS.get(id_, (id_,))]
    for id_ in ids:
        if id_ not in CATALOG:
            raise UsageError(console.text(*CATALOG.unknown(id_)))
    return list(dict.fromkeys(CATALOG.entry(id_).id for id_ in ids))


def _needed() -> frozenset[str]:
    """Ids of what the configuration takes, and what that takes. :raises ConfigError: it cannot be read."""
    known = [id_ for id_ in engines.needed(load()) if id_ in CATALOG]
    return frozenset(entry.id for entry in CATALOG.with_needs(known))


def _state(store: Store, entry: Entry) -> str:
    if store.installed(entry.id):
        return "installed"
    return "damaged" if store.present(entry.id) else "missing"


def _line(store: Store, entry: Entry, needed: frozenset[str]) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "engine": entry.engine,
        "languages": list(entry.languages),
        "bytes": entry.bytes,
        "licence": entry.licence,
        "default": entry.id in needed,
        "needs": list(entry.needs),
        "state": _state(store, entry),
        "about": entry.about,
    }


def _worth_a_row(store: Store, entry: Entry, needed: frozenset[str]) -> bool:
    """There are too many voices to show those that nobody asked for."""
    one_of_many = entry.kind == "voice" and entry.engine == "kokoro"
    return not one_of_many or entry.id in needed or store.installed(entry.id)


def _row(store: Store, entry: Entry, needed: frozenset[str]) -> list[str]:
    state = _state(store, entry)
    told = console.text(state, {"installed": "已安装", "damaged": "损坏", "missing": "未安装"}[state])
    if entry.id in needed:
        told += console.text(", needed", "，必需")
    many = len(entry.languages) > 3
    languages = console.text("many", "多种") if many or "*" in entry.languages else " ".join(entry.languages)
    return [entry.id, human(entry.bytes), told, languages, entry.licence, entry.about]


def _verified(store: Store, id_: str, json: bool) -> bool:
    """Whether all files of an entry are the published ones; says so."""
    faults = store.verify(id_)
    if json:
        named = [{"file": str(fault.path), "reason": fault.reason} for fault in faults]
        console.emit({"id": id_, "ok": not faults, "faults": named})
    elif not faults:
        console.say(f"{id_}: as published.", f"{id_}：完好。")
    for fault in () if json else faults:
        why = {
            "missing": ("is missing", "缺失"),
            "size": ("has the wrong size", "大小不对"),
            "sha256": ("is damaged", "已损坏"),
        }[fault.reason]
        console.say(f"{id_}: {fault.path} {why[0]}.", f"{id_}：{fault.path} {why[1]}。", style="red")
    return not faults


class Bars:
    """Shows a pull: one bar for each entry on a terminal, one line elsewhere."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def waiting(self) -> None:
        """Another process is at it."""
        console.say("Another process is pulling models; waiting.", "另一个进程正在下载模型，请稍候。")

    def start(self, entry: Entry, total: int) -> None:
        """A new bar; the same entry again means another source."""
        if total and not self._bars.console.is_terminal:
            console.say(f"Fetching {entry.id} ({human(total)})…", f"正在下载 {entry.id}（{human(total)}）…")
        if self._task is not None and not self._bars.tasks[-1].finished:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(entry.id, total=total) if total else None

    def advance(self, count: int) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bars.advance(self._task, count)

    def finish(self, entry: Entry) -> None:  # noqa: ARG002 -- the Protocol's shape; the task knows whose it is
        """Fill the bar, also when other entries had brought its archive."""
        if self._task is not None:
            self._bars.update(self._task, completed=self._bars.tasks[-1].total)


@contextmanager
def _bars() -> Iterator[Bars]:
    bars = console.progress()
    if not bars.console.is_terminal:
        yield Bars(bars)
        return
    with bars:
        yield Bars(bars)
