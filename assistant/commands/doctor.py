"""`xiaoban doctor`: checks everything and says how to mend each finding."""

from typing import Annotated

import typer

from assistant import console
from assistant.checkup import checkup
from assistant.finding import Finding

MARKS = {"fine": "✓", "warning": "!", "problem": "✗"}

Json = Annotated[bool, typer.Option("--json", help=console.text("JSON lines.", "输出 JSON 行。"))]


def doctor(json_lines: Json = False) -> None:
    """Check sound, models, disk, memory, configuration and service; exits 1 when something is broken."""
    findings = []
    for finding in checkup():
        findings.append(finding)
        if json_lines:
            console.emit(finding.as_json())
    if not json_lines:
        _tell(findings)
    if any(finding.level == "problem" for finding in findings):
        raise typer.Exit(1)


def _tell(findings: list[Finding]) -> None:
    columns = (
        "",
        console.text("check", "检查"),
        console.text("found", "结果"),
        console.text("to mend it", "办法"),
    )
    console.table(columns, ((MARKS[f.level], f.check, f.detail, f.remedy or "") for f in findings))
    problems = sum(finding.level == "problem" for finding in findings)
    if problems:
        console.say(f"{problems} to mend.", f"有 {problems} 处需要处理。", style="red")
    else:
        console.say("Nothing is broken.", "一切可用。", style="green")
