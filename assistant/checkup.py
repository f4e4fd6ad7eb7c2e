"""Looks at the machine from the sound card to the weights, and says how to mend what it finds."""

import os
import platform
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Literal, TypeVar

from assistant import config, duplex, engines, paths, unit
from assistant.config import Config
from assistant.console import text
from assistant.errors import ConfigError
from assistant.finding import Finding
from assistant.own_intents import files, load_own
from assistant.soundcheck import listening
from audio import device
from audio.cards import Device, Direction, find
from audio.errors import AudioError, DeviceMissing
from models.errors import ModelError
from models.memory import available_memory
from models.store import Store
from models.store.catalog import CATALOG
from models.store.weights import human

T = TypeVar("T")

PATIENCE_S = 10.0
"""Seconds that the sound system may take to name its devices."""

ROOMY_BYTES = 2_500_000_000
"""Memory that the assistant wants with every model loaded."""

SPARE_BYTES = 500_000_000
"""Disk that should stay free beside the weights."""


def fine(check: str, detail: str) -> Finding:
    """Nothing to mend."""
    return Finding(check, "fine", detail)


def checkup(
    sound: Callable[[], Sequence[Device]] = device.devices,
    listen: Callable[[str | None], Finding] = listening,
) -> Iterator[Finding]:
    """Every finding, from the ground up; a check that cannot be made is a finding too."""
    yield python()
    settings, finding = configuration()
    yield finding
    found = list(hearing(settings, sound))
    yield from found
    if any(each.check == "microphone" and each.level == "fine" for each in found):
        yield within(PATIENCE_S, lambda: listen(settings.audio.microphone)) or _hangs("sound")
    yield echo(settings)
    yield sound_server()
    store = Store(paths.models_dir())
    yield wake_words(settings)
    yield own_intents()
    yield language_model(settings)
    yield from weights(settings, store)
    yield disk(settings, store)
    yield memory(available_memory())
    yield service()


def python() -> Finding:
    """The interpreter; an older one would not have come this far."""
    return fine("python", f"{platform.python_version()}, {sys.executable}")


def configuration() -> tuple[Config, Finding]:
    """What is configured; the defaults, where that cannot be read, so that the other checks go on."""
    path = paths.config_file()
    try:
        loaded = config.load()
    except ConfigError as problem:
        remedy = text("mend it, then: xiaoban config check", "改好后运行：xiaoban config check")
        return Config(), Finding("config", "problem", str(problem), remedy)
    return loaded, fine("config", str(path) if path.exists() else text("the defaults", "默认配置"))


def hearing(settings: Config, sound: Callable[[], Sequence[Device]]) -> Iterator[Finding]:
    """PortAudio, the microphone and the speaker."""
    try:
        known = within(PATIENCE_S, sound)
    except AudioError as problem:
        yield Finding("portaudio", "problem", *_sentence_and_remedy(problem))
        return
    if known is None:
        yield _hangs("portaudio")
        return
    yield fine("portaudio", text(f"{len(known)} devices", f"{len(known)} 个设备"))
    yield card(known, settings.audio.microphone, "microphone")
    yield card(known, settings.audio.speaker, "speaker")


def _hangs(check: str) -> Finding:
    detail = text("the sound system does not answer", "声音系统没有响应")
    return Finding(check, "problem", detail, "systemctl --user restart pipewire pipewire-pulse")


def card(known: Sequence[Device], name: str | None, direction: Direction) -> Finding:
    """The device that would be opened; a configured one that is missing is a problem, none a warning."""
    try:
        return fine(direction, find(known, name, direction).name)
    except DeviceMissing as problem:
        level: Literal["warning", "problem"] = "problem" if name else "warning"
        return Finding(direction, level, str(problem).partition("; run:")[0], "xiaoban devices")


def echo(settings: Config) -> Finding:
    """Whether it can hear while it speaks."""
    if settings.audio.echo == "off":
        return fine("echo", text("not cancelled, as configured", "不消除（按配置）"))
    try:
        duplex.canceller(settings)
    except AudioError as problem:
        return Finding("echo", "warning", *_sentence_and_remedy(problem))
    return fine("echo", text("cancelled: it hears while it speaks", "已消除：说话时也能听见"))


def sound_server() -> Finding:
    """PipeWire, PulseAudio, or ALSA alone."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"))
    if named := os.environ.get("PULSE_SERVER"):
        return fine("sound server", f"PULSE_SERVER={named}")
    servers = {"PipeWire": runtime / "pipewire-0", "PulseAudio": runtime / "pulse/native"}
    if running := [name for name, socket in servers.items() if socket.exists()]:
        return fine("sound server", ", ".join(running))
    if any(Path("/dev/snd").glob("pcm*")):
        return fine("sound server", text("none; ALSA has the sound card", "没有；直接使用 ALSA 声卡"))
    detail = text("none, and no sound card either", "没有声音服务器，也没有声卡")
    remedy = text("plug in a sound card or start PipeWire", "接上声卡或启动 PipeWire")
    return Finding("sound server", "warning", detail, remedy)


def language_model(settings: Config) -> Finding:
    """Which language model it would load, and why."""
    chosen = engines.language_model(settings)
    if chosen is None:
        return fine("language model", text("none, as configured", "未使用（按配置）"))
    return fine("language model", f"{chosen[0]}: {chosen[1]}")


def wake_words(settings: Config) -> Finding:
    """What it listens for, known to an engine or not."""
    try:
        return fine("wake words", ", ".join(word.id for word in engines.wake_words(settings)))
    except ModelError as problem:
        return Finding("wake words", "problem", *_sentence_and_remedy(problem))


def own_intents() -> Finding:
    """The home's own intents, where there are any."""
    try:
        load_own()
    except ConfigError as problem:
        remedy = text("mend it, then: xiaoban config check", "改好后运行：xiaoban config check")
        return Finding("own intents", "problem", str(problem), remedy)
    count = len(files())
    return fine("own intents", text(f"{count} files", f"{count} 个文件") if count else text("none", "没有"))


def weights(settings: Config, store: Store) -> Iterator[Finding]:
    """Everything that this configuration loads, whole or not."""
    for id_ in engines.needed(settings):
        try:
            for entry in CATALOG.with_needs([id_]):
                store.find(entry.id)
        except ModelError as problem:
            yield Finding("models", "problem", *_sentence_and_remedy(problem))
        else:
            yield fine("models", text(f"{id_} is installed and whole", f"{id_} 已安装且完整"))


def disk(settings: Config, store: Store) -> Finding:
    """Room for the weights that are still to come."""
    place = next(each for each in (store.root, *store.root.parents) if each.exists())
    free = shutil.disk_usage(place).free
    known = [id_ for id_ in engines.needed(settings) if id_ in CATALOG]
    to_come = sum(entry.bytes for entry in store.missing(known))
    detail = text(f"{human(free)} free at {place}", f"{place} 剩余 {human(free)}")
    if free < to_come + SPARE_BYTES:
        remedy = text(
            f"free {human(to_come + SPARE_BYTES - free)}, or set XIAOBAN_HOME_DIR to a bigger disk",
            f"腾出 {human(to_come + SPARE_BYTES - free)}，或把 XIAOBAN_HOME_DIR 指到更大的磁盘",
        )
        return Finding("disk", "problem" if free < to_come else "warning", detail, remedy)
    return fine("disk", detail)


def memory(available: int) -> Finding:
    """Room for every engine at once."""
    detail = text(f"{human(available)} available", f"可用 {human(available)}")
    if available >= ROOMY_BYTES:
        return fine("memory", detail)
    remedy = text("close other programs, or choose smaller models", "关闭其他程序，或选用较小的模型")
    return Finding("memory", "warning", detail, remedy)


def service() -> Finding:
    """Whether systemd runs here, and whether it keeps the assistant."""
    if not Path("/run/systemd/system").is_dir():
        alone = text(
            "no systemd here; start `xiaoban run` yourself",
            "没有 systemd；请自行启动 `xiaoban run`",
        )
        return fine("service", alone)
    scopes: tuple[unit.Scope, ...] = ("system", "user")
    if installed := [str(place) for place in map(unit.place, scopes) if place.exists()]:
        return fine("service", ", ".join(installed))
    return fine("service", text("not installed; xiaoban service install", "未安装；xiaoban service install"))


def _sentence_and_remedy(problem: Exception) -> tuple[str, str]:
    """A message of ours, split where it names the command."""
    sentence, _, remedy = str(problem).partition("; run: ")
    return sentence, remedy or text("see the message", "见说明")


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """What the work returns or raises; None when it takes longer, and is then left to itself."""
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as problem:  # noqa: BLE001  # raised again where it is waited for
            done.set_exception(problem)

    threading.Thread(target=run, name="checkup", daemon=True).start()
    try:
        return done.result(seconds)
    except TimeoutError:
        return None
