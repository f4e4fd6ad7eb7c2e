"""The files of a home's own intents, in `intents/` beside the configuration file."""

from collections.abc import Iterator
from pathlib import Path

from assistant import paths
from assistant.errors import ConfigError
from intents.home import Home
from intents.own import Own
from intents.own.file import OwnFile, read_own
from intents.own.lined import LinedError
from intents.own.shadow import Shadow, shadows


def directory() -> Path:
    """Where they are, or would be."""
    return paths.config_file().parent / "intents"


def files() -> tuple[Path, ...]:
    """All of them, by name."""
    return tuple(sorted((*directory().glob("*.yaml"), *directory().glob("*.yml"))))


def load_own() -> Own:
    """The home's own intents. :raises ConfigError: a file that cannot be used; every one is named."""
    read: list[OwnFile] = []
    problems: list[str] = []
    for path in files():
        try:
            read.append(_read(path))
        except ConfigError as problem:
            problems.append(str(problem))
    if problems:
        raise ConfigError("\n".join(problems))
    return Own(read)


def overshadowed(home: Home) -> Iterator[tuple[Path, Shadow]]:
    """Sentences that are never heard, since they mean something else. :raises ConfigError: see above."""
    for path in files():
        for shadow in shadows(_read(path), home):
            yield path, shadow


def _read(path: Path) -> OwnFile:
    try:
        return read_own(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ConfigError(f"{path} cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"{path} is not UTF-8; save it as UTF-8") from problem
    except LinedError as problem:
        raise ConfigError(f"{path}, {problem}") from problem
