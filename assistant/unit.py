"""The systemd unit as text: the templates in data/ with this installation's paths in them."""

import os
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Literal

import platformdirs

from assistant.errors import NotInstalled

Scope = Literal["system", "user"]

NAME = "xiaoban.service"
_HIDDEN = tuple(map(Path, ("/home", "/root", "/run/user", "/tmp", "/var/tmp")))  # noqa: S108 -- what the unit hides
_CARRIED = ("XIAOBAN_CONFIG", "XIAOBAN_HOME_DIR")


def place(scope: Scope) -> Path:
    """Where the unit file belongs. Source: systemd.unit(5), "Unit File Load Path"."""
    if scope == "system":
        return Path("/etc/systemd/system") / NAME
    return platformdirs.user_config_path("systemd") / "user" / NAME


def quoted(word: str) -> str:
    """A word as ExecStart= and Environment= read it. Source: systemd.service(5), "Command Lines"."""
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{safe}"' if safe != word or any(c.isspace() or c == "'" for c in word) else word


def command() -> Path:
    """This installation's `xiaoban`.

    :raises NotInstalled: it runs from a bare source tree.
    """
    script = Path(sys.executable).with_name("xiaoban")
    if not script.exists():
        raise NotInstalled(f"{script} is not there, so a service could not start it; run: make run")
    return script


def hidden_code() -> Iterable[Path]:
    """The directories with our code and its interpreter that the system unit would otherwise hide."""
    needed = {Path(sys.prefix), Path(sys.base_prefix), Path(__file__).resolve().parents[1]}
    return sorted(each for each in needed if any(each.is_relative_to(hidden) for hidden in _HIDDEN))


def text(scope: Scope) -> str:
    """The whole unit file."""
    template = files("assistant").joinpath("data", f"{scope}.service").read_text("utf-8")
    carried = (
        f"Environment={quoted(f'{name}={os.environ[name]}')}" for name in _CARRIED if name in os.environ
    )
    code = (f"BindReadOnlyPaths={quoted(str(path))}" for path in hidden_code())
    return (
        template.replace("@exec@", quoted(str(command())))
        .replace("@code@", "\n".join(code) or "# (its code is in the open already)")
        .replace("@environment@", "\n".join(carried) or "# (no XIAOBAN_ variables when it was installed)")
    )
