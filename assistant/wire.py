"""Events as the JSON lines that programs rely on."""

import re
from dataclasses import asdict
from typing import Any

from assistant.events import AnyEvent, Turn
from audio.frame import RATE
from intents.vocabulary import Outcome


def as_json(event: AnyEvent, origin: int = 0) -> dict[str, Any]:
    """One line: `type`, then what the event says; `at_s` in seconds since position `origin`."""
    if isinstance(event, Turn):
        return _turn(event)
    fields = asdict(event)
    at_s = round((fields.pop("at") - origin) / RATE, 3)
    if "decided" in fields:
        fields["decided_s"] = round((fields.pop("decided") - origin) / RATE, 3)
    return {"type": _kind(event), "at_s": at_s, **fields}


def _kind(event: AnyEvent) -> str:
    """`SpeechStart` is `speech_start`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower()


def _turn(turn: Turn) -> dict[str, Any]:
    line: dict[str, Any] = {
        "type": "turn",
        "lang": turn.lang,
        "heard": turn.heard,
        "route": turn.route,
        "intent": turn.intent,
        "slots": dict(turn.slots),
        "confidence": turn.confidence,
    }
    if len(turn.intents) > 1:
        line["intents"] = [{"intent": name, "slots": dict(slots)} for name, slots in turn.intents]
    actions = [_action(outcome) for outcome in turn.actions]
    return {**line, "actions": actions, "reply": turn.reply, "timing_ms": dict(turn.timing_ms)}


def _action(outcome: Outcome) -> dict[str, Any]:
    effect = outcome.effect
    action: dict[str, Any] = {
        "device": effect.device,
        "command": effect.command,
        "arguments": dict(effect.arguments),
        "ok": outcome.ok,
        "verified": outcome.verified,
        "state": dict(outcome.state),
    }
    return {**action, "problem": outcome.problem} if outcome.problem else action
