"""Secrets: told by reference, kept out of every log, listing and error message."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator


class Spoken(str):
    """A value that came from the environment, where a secret may stand in the open."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that shows itself only when asked."""

    reveal: str = field(repr=False)

    def __str__(self) -> str:
        """Never the text."""
        return "(secret)"


def _from_file(path: Path, what: str) -> Hidden:
    try:
        return Hidden(path.read_text("utf-8").strip())
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not text"
        raise ValueError(f"cannot read the {what} {path}: {reason}") from problem


def _from_variable(name: str) -> Hidden:
    if name not in os.environ:
        raise ValueError(f"the environment has no variable {name}")
    return Hidden(os.environ[name])


def _from_credential(name: str) -> Hidden:
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    if not directory:
        raise ValueError(
            f"credential {name} is only there inside the service; add LoadCredential={name}:/path to its unit"
        )
    return _from_file(Path(directory) / name, "credential")


def _secret(value: Any) -> Hidden:
    if isinstance(value, Hidden):
        return value
    kind, _, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    match kind:
        case "file" if name:
            return _from_file(Path(name).expanduser(), "file")
        case "env" if name:
            return _from_variable(name)
        case "credential" if name:
            return _from_credential(name)
    if isinstance(value, Spoken):
        return Hidden(str(value))
    raise ValueError("takes a reference, not the secret itself: file:/path, env:NAME or credential:NAME")


Secret = Annotated[Hidden, BeforeValidator(_secret)]
"""Field type of a secret: `file:/path`, `env:NAME`, `credential:NAME` (systemd's, see systemd.exec(5)).

In an environment variable of ours it may also be the text itself.
"""
