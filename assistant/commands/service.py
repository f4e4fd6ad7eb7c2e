"""`xiaoban service`: the systemd unit, for one person or for the machine."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from assistant import config, console, unit
from assistant.errors import AssistantError, NotInstalled, UsageError
from assistant.unit import NAME, Scope

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

System = Annotated[bool, typer.Option("--system", help=console.text("For the machine.", "整台机器。"))]
User = Annotated[bool, typer.Option("--user", help=console.text("For this person.", "当前用户。"))]
Json = Annotated[bool, typer.Option("--json", help=console.text("JSON lines.", "输出 JSON 行。"))]
Print = Annotated[bool, typer.Option("--print", help=console.text("Only print it.", "只打印单元文件。"))]
Follow = Annotated[bool, typer.Option("--follow", "-f", help=console.text("Go on showing.", "持续显示。"))]
Lines = Annotated[int, typer.Option("--lines", "-n", min=1, help=console.text("How many.", "行数。"))]

STATUS = ("LoadState", "ActiveState", "SubState", "StatusText", "NRestarts", "MainPID")


def scope(system: bool, user: bool) -> Scope:
    """Which of the two is meant: for root the machine's, for others their own."""
    if system and user:
        raise UsageError("choose one of --system and --user")
    return "system" if system or (not user and os.geteuid() == 0) else "user"


def need_systemd(program: str) -> None:
    """Refuse where systemd does not run.

    :raises NotInstalled: naming what does without it.
    """
    if shutil.which(program) and Path("/run/systemd/system").is_dir():
        return
    raise NotInstalled(
        "systemd does not run on this machine, so there is no service to speak of; "
        "have whatever starts programs here run: xiaoban run"
    )


def systemctl(which: Scope, *words: str) -> str:
    """What systemctl printed.

    :raises AssistantError: it refused, in its own words.
    """
    need_systemd("systemctl")
    done = subprocess.run(  # noqa: S603 -- fixed words, no shell
        ["systemctl", f"--{which}", "--no-pager", *words],  # noqa: S607 -- systemd's own place differs
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise AssistantError(f"systemctl {' '.join(words)} failed: {done.stderr.strip() or done.returncode}")
    return done.stdout


def _write(path: Path, content: str) -> None:
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(content, "utf-8")
        fresh.replace(path)
    except PermissionError as problem:
        raise AssistantError(_needs_root(path)) from problem


def _needs_root(path: Path) -> str:
    return f"{path} belongs to root; run the same with sudo, or use --user"


@app.command()
def install(system: System = False, user: User = False, only_print: Print = False) -> None:
    """Write the unit, start it now and at every boot (for a person: at every login)."""
    which = scope(system, user)
    content = unit.text(which)
    if only_print:
        console.write(content.rstrip())
        return
    need_systemd("systemctl")
    config.load()  # a service that cannot start is better refused here
    path = unit.place(which)
    _write(path, content)
    systemctl(which, "daemon-reload")
    systemctl(which, "enable", "--now", "--no-block", NAME)
    console.say(
        f"Installed {path} and started it; see: xiaoban service status",
        f"已安装 {path} 并启动；查看：xiaoban service status",
    )
    if which == "user":
        linger = "loginctl enable-linger"
        console.say(f"To run it before you log in: {linger}", f"若要在登录前就运行：{linger}")


@app.command()
def uninstall(system: System = False, user: User = False) -> None:
    """Stop it and remove the unit; models, timers and configuration stay."""
    which = scope(system, user)
    need_systemd("systemctl")
    path = unit.place(which)
    if not path.exists():
        console.say(f"There is no {path}; nothing to remove.", f"没有 {path}，无需移除。")
        return
    if not os.access(path.parent, os.W_OK):
        raise AssistantError(_needs_root(path))
    systemctl(which, "disable", "--now", NAME)
    path.unlink()
    systemctl(which, "daemon-reload")
    console.say(f"Stopped, and removed {path}.", f"已停止并移除 {path}。")


@app.command()
def status(system: System = False, user: User = False, json_lines: Json = False) -> None:
    """Whether it runs; exits 1 when it does not."""
    which = scope(system, user)
    shown = systemctl(which, "show", f"--property={','.join(STATUS)}", NAME)
    fields = dict(line.split("=", 1) for line in shown.splitlines() if "=" in line)
    if json_lines:
        console.emit({"scope": which, **fields})
    elif fields.get("LoadState") == "not-found":
        console.say(
            f"It is not installed; run: xiaoban service install --{which}",
            f"尚未安装；请运行：xiaoban service install --{which}",
        )
    else:
        console.table(("", ""), ((name, fields.get(name, "")) for name in STATUS))
    if fields.get("ActiveState") != "active":
        raise typer.Exit(1)


@app.command()
def logs(system: System = False, user: User = False, follow: Follow = False, lines: Lines = 100) -> None:
    """What it logged lately."""
    need_systemd("journalctl")
    choice = ["--user-unit", NAME] if scope(system, user) == "user" else ["--unit", NAME]
    words = ["journalctl", *choice, "--output=cat", f"--lines={lines}", *(["--follow"] if follow else [])]
    os.execvp(words[0], words)  # noqa: S606 -- journalctl takes over the terminal, its pager and Ctrl-C
