"""The wake words that come with the engines, and what it takes to believe in each."""

from collections.abc import Mapping

from models.cascade import WakeWord

_TEXTS = {
    "alexa": "Alexa",
    "hey_jarvis": "Hey Jarvis",
    "okay_nabu": "Okay Nabu",
    "hey_mycroft": "Hey Mycroft",
    "hey_rhasspy": "Hey Rhasspy",
}


def _word(id_: str, loose: float, sure: float, likely: float) -> WakeWord:
    return WakeWord(id_, _TEXTS[id_], "en", loose, sure, likely)


MICRO_WAKE: Mapping[str, WakeWord] = {
    word.id: word
    for word in (
        _word("alexa", 0.2, 0.9, -7.0),
        _word("hey_jarvis", 0.2, 0.97, -7.0),
        _word("okay_nabu", 0.2, 0.85, -7.0),
        _word("hey_mycroft", 0.2, 0.95, -7.0),
    )
}
"""microWakeWord's; `sure` is the cutoff of each model."""

OPEN_WAKE: Mapping[str, WakeWord] = {
    word.id: word
    for word in (
        _word("alexa", 0.1, 0.5, -7.0),
        _word("hey_jarvis", 0.1, 0.5, -7.0),
        _word("okay_nabu", 0.1, 0.5, -7.0),
        _word("hey_mycroft", 0.1, 0.5, -7.0),
        _word("hey_rhasspy", 0.1, 0.5, -7.0),
    )
}
"""openWakeWord's; its authors call 0.5 a wake."""
