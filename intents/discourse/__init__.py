"""Requests as parts of a conversation: what they mean alone, else by what was said and done before."""

import re
from dataclasses import replace

from intents.asking import READ_ONLY
from intents.discourse.afterwards import (
    also,
    how_far,
    put_off,
    reckoned_on,
    reminded_again,
    spared,
    timed_after_all,
)
from intents.discourse.anew import another, sooner_or_later
from intents.discourse.binding import chosen
from intents.discourse.breath import in_one_breath
from intents.discourse.condition import on_condition
from intents.discourse.degrees import in_degrees
from intents.discourse.dialogue import Asked, Dialogue, Exchange
from intents.discourse.entry import entry
from intents.discourse.excepted import excepted
from intents.discourse.further import further
from intents.discourse.halting import halted
from intents.discourse.likened import is_likened, likened
from intents.discourse.listed import listed_anew, on_that_list, unlisted
from intents.discourse.missing import supplied
from intents.discourse.move import Move, read_move
from intents.discourse.occasion import in_good_time, occasion
from intents.discourse.others import the_others, the_same_there
from intents.discourse.postponed import postponed, skipped
from intents.discourse.reference import read_pointing
from intents.discourse.referent import closer, paced, pointed, referred, topical
from intents.discourse.replaced import replaced
from intents.discourse.retracted import retracted
from intents.discourse.sequel import (
    carried,
    corrected,
    one_more,
    revised,
    the_other,
)
from intents.discourse.situation import UNDO, Layers, Situation, is_worded, repeatable
from intents.discourse.slip import put_right
from intents.discourse.step import PACE, onwards, stepping
from intents.discourse.talk import encore, goes_on_talking, leans_on_talk
from intents.discourse.utmost import utmost
from intents.discourse.whole import all_of_it
from intents.home import Device, Home
from intents.home.mention import Mentions, Slots
from intents.restated import aimed, says_when
from intents.rewording.courtesy import begun_anew
from intents.rewording.vocative import uncalled
from intents.several.exception import Excepted
from intents.several.exception import excepted as spared_from
from intents.several.sparing import without
from intents.vocabulary import PLAYS, Context, Intent, Match, Route

_NOTED = frozenset({"timer", "alarm", "reminder"})
_WRONG = re.compile("(?:不对)+[啊呀了]?")
"""Too little to be a request of its own."""


class Discourse:
    """Understands requests to one home in their conversation; pure computation, for a worker thread."""

    def __init__(self, home: Home, layers: Layers) -> None:
        """Ask `layers` for what words mean by themselves."""
        self._home, self._layers, self._mentions = home, layers, Mentions(home)

    def understand(self, text: str, language: str, context: Context, dialogue: Dialogue) -> Match | None:
        """What is meant; incomplete where it points at something that nobody mentioned.

        What the words say by themselves goes first, unless they plainly take up what was done before.
        """
        text = begun_anew(uncalled(text, language, self._home), language)
        here = self._situation(text, language, context, dialogue)
        match = self._meant(here)
        return on_that_list(here, match) if match else None

    def _meant(self, here: Situation) -> Match | None:
        text = here.text
        if goes_on_talking(here):
            return None
        move = read_move(text, here.language)
        if meant := _plainly_about(here) or (_taken_up(here, move) if move else None) or _taken_further(here):
            return meant
        if PACE.fullmatch(text.strip(" .。!！")):
            return paced(here)
        alone = here.alone(text)
        if left := _left_beside(here, alone):
            rest = self._meant(replace(here, text=left.rest))
            return rest and without(rest, left, self._home, here.context)
        if is_likened(here) and not (alone and is_worded(alone)):
            return likened(here)
        return None if leans_on_talk(here, alone) else _bound(here, move, alone)

    def answered(self, text: str, language: str, context: Context, asked: Asked) -> Match | None:
        """What is to be done after this answer to a question of ours; None when it is no answer."""
        text = uncalled(text, language, self._home)
        if asked.kind == "which":
            return self._picked(text, language, asked)
        here = self._situation(text, language, context, Dialogue())
        filled = None if here.worded(text) else supplied(here, asked)
        if filled is None:
            return None
        intents = (filled, *asked.match.intents[1:])
        return replace(asked.match, intents=intents, language=language, complete=True)

    def declines(self, text: str, language: str, asked: Asked) -> bool:
        """Whether the answer is that none of those is meant."""
        return bool(asked.options) and chosen(asked.options, text, language) == ()

    def _picked(self, text: str, language: str, asked: Asked) -> Match | None:
        """The request about the options that were picked, or about something else that was named."""
        targets: list[Slots] = [option.slots for option in chosen(asked.options, text, language) or ()]
        like = self._like(asked.match)
        named = (self._mentions.slots(each, language, like) for each in self._mentions.read(text))
        aims = targets or [each for each in named if each]
        said = (self._as_said(asked, intent, aim, language) for intent in asked.match.intents for aim in aims)
        intents = tuple(intent for intent in said if intent is not None)
        if not intents and _about_alarms(asked.match) and says_when(text, language):
            intents = tuple(Intent(each.name, {**each.slots, "time": text}) for each in asked.match.intents)
        return replace(asked.match, intents=intents, language=language, complete=True) if intents else None

    def _as_said(self, asked: Asked, intent: Intent, target: Slots, language: str) -> Intent | None:
        """The intent about that, with all that was said when it was not known what it is about."""
        pointing, name = read_pointing(asked.text, language), target.get("name")
        if not pointing or not name:
            return aimed(intent, target)
        here = self._situation(asked.text, language, Context(), Dialogue())
        said = here.stated(pointing.naming(str(name), language))
        return aimed(said, target) if said else None

    def _situation(self, text: str, language: str, context: Context, dialogue: Dialogue) -> Situation:
        return Situation(self._home, self._mentions, self._layers, text, language, context, dialogue)

    def _like(self, match: Match) -> Device | None:
        """A device of the sort that the request is about."""
        domain = match.intents[0].slots.get("domain")
        return next((each for each in self._home.devices if each.domain == domain), None)


def _left_beside(here: Situation, alone: Match | None) -> Excepted | None:
    """A deed that the words name only as part of the talk, and what is to stay: 厨房的关掉，客厅的留着."""
    leaves = alone is None or alone.intents[0].name == "Leave"
    left = spared_from(here.text, here.language, here.home) if leaves else None
    return left if left and left.rest != here.text else None


def _bound(here: Situation, move: Move | None, alone: Match | None) -> Match | None:
    """What the words say by themselves, else what they say of what was spoken of."""
    better = _gone_on(here, move) if move and move.kind == "correct" else None
    if not better and _is_wrong(here, alone):
        last = here.dialogue.last
        return here.meant([UNDO if last and last.changes else Intent("Wrong")])
    repaired = alone is not None and alone.route is Route.REPAIRED
    gone_on = _gone_on(here, move) if move and (repaired or not (alone and is_worded(alone))) else None
    if alone and is_worded(alone) and not gone_on:
        # What the words say of what was spoken of goes before what they would say had they been misheard.
        return (topical(here) if repaired else None) or closer(here, alone)
    return gone_on or occasion(here) or topical(here) or in_one_breath(here, _pointed) or pointed(here, alone)


def _asked_too(here: Situation, move: Move) -> Match | None:
    """The last question about something else, before what the words might be an order for: 手机呢."""
    last = here.dialogue.last
    asked = repeatable(last.match) if last and last.match else []
    if not last or not asked or any(each.name not in READ_ONLY for each in asked):
        return None
    return replaced(here, last, move.rest)


def _plainly_about(here: Situation) -> Match | None:
    """What can only be about what was just done or told, whatever the words are like by themselves."""
    readings = (
        put_right, unlisted, excepted, retracted, entry, on_condition, in_good_time, reminded_again,
        timed_after_all, reckoned_on, put_off, halted, in_degrees, the_others, the_same_there, spared, also,
        postponed, skipped, utmost, how_far,
    )  # fmt: skip
    return next((meant for reading in readings if (meant := reading(here))), None)


def _pointed(here: Situation) -> Match | None:
    """A part of a request, by itself or by what it points at."""
    alone = here.alone(here.text)
    return closer(here, alone) if alone and is_worded(alone) else pointed(here, alone)


def _taken_further(here: Situation) -> Match | None:
    """The list, the sum, the alarm that was spoken of last, and what goes on from it."""
    return listed_anew(here) or further(here) or sooner_or_later(here) or another(here) or encore(here)


def _taken_up(here: Situation, move: Move) -> Match | None:  # noqa: PLR0911  # one line a kind of move
    """What was done: once more, a bit more, not at all, or to the other one."""
    before = here.dialogue.understood
    match move.kind:
        case "undo" | "again":
            return _undone(here) if move.kind == "undo" else _again(here)
        case "clear" | "read":
            return all_of_it(here, move.kind)
        case "carry":
            return _asked_too(here, move) if move.asks else None
        case "more" | "less" if before and before.match:
            back = move.kind == "less"
            steps = stepping(before.match, "back" if back else None)
            return here.meant(steps or onwards(before.match, before.text, back=back))
        case "other" if before and before.match and before.things:
            return the_other(here, before, before.match)
        case "another" if before and before.match:
            return one_more(here, before, before.match)
        case "correct":
            return revised(here, move.rest)
        case _:
            return None


def _again(here: Situation) -> Match | None:
    """The last request once more where it was one, else the last reply."""
    played = here.text.lower().startswith("play")
    last = (_played(here) or here.dialogue.deed if played else None) or here.dialogue.last
    done = repeatable(last.match) if last and last.match else []
    return here.meant(done or [Intent("Repeat")]) if last else None


def _played(here: Situation) -> Exchange | None:
    """When something was to be played last: "play it again" skips nothing once more."""
    plays = (each for each in reversed(here.dialogue.exchanges) if each.match)
    return next((each for each in plays if each.match and each.match.intents[-1].name == PLAYS), None)


def _undone(here: Situation) -> Match | None:
    """Taking back; to cancel is that only right behind the deed, and of a timer there was it is none."""
    changes = here.dialogue.last.changes if here.dialogue.last else ()
    if not here.text.strip().lower().startswith("cancel"):
        return here.meant([UNDO])
    noted = not changes or any(each.before and each.thing.partition(".")[0] in _NOTED for each in changes)
    pointing = read_pointing(here.text, here.language) if noted else None
    return (referred(here, pointing) if pointing else None) or (here.meant([UNDO]) if changes else None)


def _is_wrong(here: Situation, alone: Match | None) -> bool:
    """Whether the words say that what was just done or said was wrong, and nothing else."""
    said = alone is not None and all(intent.name == "Wrong" for intent in alone.intents)
    return said or bool(_WRONG.fullmatch(here.text.strip(" 。！!，,")))


def _gone_on(here: Situation, move: Move) -> Match | None:
    """What was said: about something else, or with another value."""
    match move.kind:
        case "correct":
            return corrected(here, move.rest, here.dialogue.understood)
        case "carry":
            return carried(here, move)
        case _:
            return None


def _about_alarms(match: Match) -> bool:
    return all("Alarm" in intent.name or "Reminder" in intent.name for intent in match.intents)
