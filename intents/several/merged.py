"""Requests of one breath that are one deed."""

from intents.vocabulary import PLAYS, Intent

_ONCE = frozenset({"HassMediaNext", "Farewell", "Thanks", "Stop"})
"""What is meant once, however often it is said in one breath."""


def merged(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The same deeds, each once: to shuffle and to play, or to dislike a song and to skip it."""
    match intents:
        case (Intent("MediaShuffle", how), Intent("HassMediaSearchAndPlay", what)):
            return (Intent(PLAYS, {**what, **how}),)
        case _:
            return tuple(
                each
                for place, each in enumerate(intents)
                if each.name not in _ONCE or each not in intents[:place]
            )
