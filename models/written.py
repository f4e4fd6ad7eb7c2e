"""Texts as a recogniser writes them, so that it may be asked how likely they are."""

from models.guess import HAN


def begun(text: str) -> str:
    """The text as a transcript begins: words behind a space with a capital, Chinese without."""
    text = text.strip()
    return f" {text[:1].upper()}{text[1:]}" if text and not HAN.match(text) else text


def ended(text: str, language: str) -> str:
    """The text as the recogniser would write it as a sentence."""
    return f"{text}。" if language == "zh" else f"{begun(text)}."
