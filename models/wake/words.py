"""The wake words that come with the engines, and what it takes to believe in each.

Nothing here was chosen on people who say the words. `loose` is where 2.7 hours of prompts, names and songs in
many languages raise 5 to 12 suspicions an hour (microWakeWord's okay_nabu, unsure in noise: 116, of which
none was likelier than -6.2, where -2.9 is asked for); `likely` is 2.5 above the likeliest of 80 pieces of the
same speech (3.5 for "alexa", of which one suspicion passed otherwise); of several spellings, each text is the
one that tells the word best from them, spoken by synthetic voices.
"""

from collections.abc import Mapping

from models.cascade import WakeWord

_TEXTS = {
    "alexa": "Alexa",
    "hey_jarvis": "Hey Jarvis",
    "okay_nabu": "Okay Nabu",
    "hey_mycroft": "Hey Microft",
    "hey_rhasspy": "Hey Raspy",
}

_LIKELY = {"alexa": -6.0, "hey_jarvis": -5.1, "okay_nabu": -5.8, "hey_mycroft": -7.5, "hey_rhasspy": -5.5}


def _word(id_: str, loose: float, sure: float) -> WakeWord:
    return WakeWord(id_, _TEXTS[id_], "en", loose, sure, _LIKELY[id_])


MICRO_WAKE: Mapping[str, WakeWord] = {
    word.id: word
    for word in (
        _word("alexa", 0.2, 0.9),
        _word("hey_jarvis", 0.05, 0.97),
        _word("okay_nabu", 0.05, 0.85),
        _word("hey_mycroft", 0.3, 0.95),
    )
}
"""microWakeWord's; `sure` is the cutoff of each model."""

OPEN_WAKE: Mapping[str, WakeWord] = {id_: _word(id_, 0.1, 0.5) for id_ in _TEXTS}
"""openWakeWord's; its authors call 0.5 a wake."""
