"""The words the language model is asked with.

What never changes comes first and is shared by both kinds of question, so that a model that has read it once
need not read it again; the choices, the request and the time come last.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

Role = Literal["system", "user", "assistant"]
Said = tuple[Role, str]
"""Who says what."""


def none_of_these(language: str) -> str:
    """The choice that is always there."""
    return "都不是" if language == "zh" else "none of these"


_SYSTEM = """\
You are Xiaoban (小伴), a friendly voice assistant in a home. You speak English and Chinese. \
你是小伴，一个友好的家庭语音助手。

When a message begins with ACTIONS, choose the one action that does what the request asks for, or \
"none of these" (都不是) when no action fits. Small talk, general questions and things the list cannot do \
are "none of these". Examples:
ACTIONS: turn on the desk lamp | turn off the desk lamp | none of these
Request: I can't see what I'm reading -> turn on the desk lamp
ACTIONS: open the garage door | close the garage door | none of these
Request: tell me a story about a door -> none of these
ACTIONS: 打开卧室空调 | 关闭卧室空调 | 都不是
Request: 我快热死了 -> 打开卧室空调
ACTIONS: 打开客厅灯 | 关闭客厅灯 | 都不是
Request: 灯是谁发明的 -> 都不是

Otherwise answer the message itself. Your answer is read aloud: one to three short sentences, in the \
language of the message, plain words only, no lists, no Markdown, no emoji. If you do not know, say so. \
否则直接回答。回答会被念出来：一到三句话，用提问的语言，不要列表、符号或表情。不知道就说不知道。\
You cannot control devices or look things up in such an answer, so never claim to have done so."""

_LANGUAGE = {"en": "Answer in English.", "zh": "请用中文回答。", "it": "Rispondi in italiano."}


def opening() -> tuple[Said, ...]:
    """What every question begins with; worth evaluating before anybody asks."""
    return (("system", _SYSTEM),)


def choice(text: str, labels: Sequence[str]) -> tuple[Said, ...]:
    """Ask which of the labels a request means."""
    return (*opening(), ("user", f"ACTIONS: {' | '.join(labels)}\nRequest: {text}"))


def chat(
    text: str, language: str, history: Sequence[tuple[str, str]], now: datetime | None = None
) -> tuple[Said, ...]:
    """Ask for a free answer; `history` holds what the user and the assistant said, oldest first."""
    return (
        *opening(),
        *_turns(history),
        ("user", f"{_now(now, language)}{text}\n{_LANGUAGE.get(language, '')}".rstrip()),
    )


def _turns(history: Sequence[tuple[str, str]]) -> list[Said]:
    said: list[Said] = []
    for user, assistant in history:
        said += [("user", user), ("assistant", assistant)]
    return said


def _now(now: datetime | None, language: str) -> str:
    if now is None:
        return ""
    if language == "zh":
        return f"（现在是{now.year}年{now.month}月{now.day}日{now.hour}点{now.minute}分。）"
    return f"(It is {now:%A} {now.day} {now:%B %Y}, {now:%H:%M}.) "
