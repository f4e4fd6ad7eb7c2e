"""Written text to words that a voice can say."""

import re

from intents.say_as import en, it, zh

_LINK = re.compile(r"!?\[([^\]]+)\]\((?:[^()\s]|\([^()\s]*\))+\)")
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_LINE = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s+|[-*+•]\s+(?=\S)|(?:[-*_]\s*){3,}$)", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
_SPACES = re.compile(r"[ \t\u00a0\u3000]{2,}")
_WIDE = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDE |= {ord("％"): "%", ord("＄"): "$", ord("＋"): "+", ord("－"): "-", ord("＝"): "=", ord("．"): "."}


def say_as(text: str, language: str) -> str:
    """The text with numbers, units, times and signs written out in words of `language` (ISO 639-1).

    Markdown and emoji are left out. A language without rules of its own is only cleaned.
    """
    spoken = plain(text)
    match language:
        case "zh":
            return zh.words(spoken)
        case "en":
            return en.words(spoken)
        case "it":
            return it.words(spoken)
        case _:
            return spoken


def plain(text: str) -> str:
    """The text without Markdown, emoji and wide forms of Latin letters and digits."""
    text = _LINK.sub(r"\1", _FENCE.sub("", text.translate(_WIDE)))
    text = _LINE.sub("", text)
    text = _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return _SPACES.sub(" ", _EMOJI.sub("", text))
