"""Fixed words of English replies: verbs of questions and of what cannot be done, greetings."""

from collections.abc import Mapping

from intents.compose.report import Politeness

MEANT = {"turn_on": "turn on", "turn_off": "turn off", "open": "open", "close": "close", "lock": "lock"}
"""Commands in the words of a question whether they were meant."""
SURE = {
    "unlock": "unlock",
    "open": "open",
    "set_position": "open",
    "change_position": "open",
    "turn_on": "turn on",
    "toggle": "switch",
}

CANNOT = {
    "set_color": "change its colour", "set_color_temperature": "change its colour temperature",
    "set_brightness": "be dimmed", "change_brightness": "be dimmed", "scale_brightness": "be dimmed",
    "set_position": "stop half way", "change_position": "stop half way",
    "set_speed": "change its speed",
}  # fmt: skip

GREETINGS: Mapping[Politeness, str] = {
    "hello": "Hello, I'm Xiaoban. What can I do for you?",
    "thanks": "You're welcome.",
    "emergency": "I can't make calls. Call 112 yourself right now, 911 in America, 999 in Britain.",
    "despair": "I'm really sorry that you feel like this. Please talk to somebody you trust right now, "
    "or call a crisis line. You don't have to be alone with it.",
    "harm": "I would rather not guess, a wrong answer could do harm. Please ask a doctor, pharmacist or vet.",
    "private": "I only wait for my name. What you say is understood here and never leaves this house.",
    "left": "All right, I'll leave it.",
    "farewell": "Goodbye.",
    "sleep": "Good night. If the lights are to go off, or an alarm is to wake you, just say so.",
    "leave": "See you later. To leave nothing on, say: turn off all the lights.",
    "home": "Welcome home. If you want light, just say so.",
    "wake": "Good morning.",
    "slower": "All right, I'll speak more slowly.",
    "faster": "All right, I'll speak faster.",
    "usual": "All right, I'll speak as usual.",
    "slowest": "This is as slowly as I can speak.",
    "fastest": "This is as fast as I can speak.",
}
