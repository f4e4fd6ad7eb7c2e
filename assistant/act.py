"""Does what was meant, in order, and says what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from assistant.agenda import Agenda
from assistant.dates import looked_up
from assistant.diary import is_about_alarms, keep_diary, offered, repeated, which_alarm
from assistant.home.base import HomePort
from assistant.knowledge import is_known, tell
from assistant.ledger import Ledger, effects_back, notes_back
from assistant.listing import is_about_lists, keep_lists, which_item
from assistant.lists import Lists
from assistant.pace import Pace
from assistant.performing import Performer
from assistant.playing import lit, played
from assistant.question import among, question
from assistant.steps import Step, in_words, things
from assistant.timing import is_about_timers, keep_time, put_off, snooze
from intents.caution import Peril
from intents.compose import compose
from intents.compose.report import (
    Acted,
    Greeting,
    Help,
    Looked,
    Missed,
    Politeness,
    Report,
    Silence,
    Supposed,
    Told,
    Unsure,
)
from intents.discourse.dialogue import Asked, Change
from intents.own import Own
from intents.plan import PLANS, READS
from intents.resolve import is_about_home, resolve
from intents.semantic import missing
from intents.target import Unresolved
from intents.vocabulary import Context, Effect, Intent, Match, Outcome, Reply

_QUIET = frozenset({"HassNevermind", "Stop"})
_REPLACING = frozenset({"SetAlarm", "SetReminder", "HassStartTimer"})
"""What may stand in the place of something that was to come."""
_POLITE: Mapping[str, Report] = {
    "HassRespond": Greeting(),
    "Thanks": Greeting("thanks"),
    "Farewell": Greeting("farewell"),
    "Leave": Greeting("left"),
    "Help": Help(),
}
"""Intents that are about nothing but manners."""
_ROUTINES: Mapping[str, Report] = {kind: Greeting(kind) for kind in ("sleep", "leave", "home", "wake")}
"""What is said when the home has no scene for what somebody is about to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request."""

    outcomes: tuple[Outcome, ...]
    reply: Reply
    asked: Asked | None = None
    """The question that the reply ends with."""
    changes: tuple[Change, ...] = ()
    """What is different now."""
    things: tuple[str, ...] = ()
    """Ids of what it was about."""

    @property
    def pending(self) -> Match | None:
        """What waits for a yes; act on it again with `confirmed=True`."""
        return self.asked.match if self.asked and self.asked.kind == "sure" else None


_TOLD: Mapping[str, Politeness] = {
    "privacy": "private",
    **{each.value: each.value for each in Peril},
}
"""What is always said in the same words, whatever a language model would say."""


def _polite(intent: Intent) -> Report | None:
    """What to say where manners are all that is asked for."""
    if intent.name == "Routine":
        return _ROUTINES.get(str(intent.slots.get("kind")))
    if told := _TOLD.get(intent.response):
        return Greeting(told)
    return _POLITE.get(intent.name)


class Actor:
    """Acts on a home and an agenda."""

    def __init__(  # noqa: PLR0913, PLR0917  # everything that can be acted on
        self,
        home: HomePort,
        agenda: Agenda,
        now: Callable[[], datetime],
        zone: tzinfo | None = None,
        lists: Lists | None = None,
        own: Own | None = None,
        pace: Pace | None = None,
    ) -> None:
        """`now` gives the time with its offset; `zone` is where the home is, the computer's without one.

        Without `lists` there are empty ones that are kept nowhere, and so is the `pace`; `own` has the
        home's own answers.
        """
        self._home, self._agenda, self._now, self._zone = home, agenda, now, zone
        self._lists, self._own, self._pace = lists or Lists(), own or Own(), pace or Pace()
        self._performer = Performer(home)

    async def act(
        self, match: Match, context: Context, *, confirmed: bool = False, undo: Sequence[Change] = ()
    ) -> Answer:
        """Do every intent in order; what needs a yes, or is incomplete, is left for later and asked about.

        `undo` is what the intent `Undo` takes back.
        """
        ledger = self._ledger()
        steps: list[Step] = []
        for intent in match.intents:
            if intent.name == "Undo" and not self._can_follow(match, context):
                steps.append(Step(Silence()))  # what cannot be replaced is kept
            elif intent.name == "Undo":
                steps.append(await self._undo(undo, confirmed=confirmed))
                ledger = (
                    self._ledger() if len(match.intents) > 1 else ledger
                )  # what replaces it is what is new
            elif intent is match.intents[-1] and not (match.complete and match.sure):
                steps.append(self._offering(intent, match) or self._wondering(intent, match, context))
            else:
                steps.append(await self._step(intent, context, match.language, confirmed=confirmed))
        done = tuple(outcome for step in steps for outcome in step.outcomes)
        asked = self._asked(steps, match, tuple(undo))
        reply = compose(in_words(steps), self._home.layout, match.language)
        reply = replace(reply, asks=asked is not None)
        return Answer(done, reply, asked, ledger.changes(done), things(match, steps))

    def _can_follow(self, match: Match, context: Context) -> bool:
        """Whether the alarm or timer that is to replace another can be set: else the old one is kept."""
        new = match.intents[-1]
        if new.name not in _REPLACING or not match.complete:
            return True
        tried = Actor(self._home, self._agenda.copy(), self._now, self._zone)
        noted = tried._note(new, context, match.language)
        return noted is None or bool(noted.outcomes)

    def _ledger(self) -> Ledger:
        return Ledger(self._home, self._agenda, self._lists)

    def _asked(self, steps: Sequence[Step], match: Match, undo: tuple[Change, ...]) -> Asked | None:
        """The one question that is asked: about everything risky, else the first."""
        both = list(zip(match.intents, steps, strict=True))
        left = tuple(intent for intent, step in both if isinstance(step.report, Unsure))
        if left:
            return Asked("sure", Match(left, match.confidence, match.route, match.language), undo=undo)
        layout = self._home.layout
        asked = (
            question(step.report, step.outcomes, each, match, layout, self._agenda) for each, step in both
        )
        return next(filter(None, asked), None)

    def _offering(self, intent: Intent, match: Match) -> Step | None:
        """What is asked where a reminder would serve, or some alarm or item is meant that is not known."""
        offer = offered(intent, self._agenda.alarms, match.language) if match.complete else None
        return Step(*offer) if offer else self._lacking(intent, match.language)

    def _lacking(self, intent: Intent, language: str) -> Step | None:
        """What is asked when it is not known which alarm, or what on the list, is meant."""
        if intent.name in ("CancelAlarm", "CancelReminder"):
            return Step(*which_alarm(intent, self._agenda.alarms, language))
        if intent.name in ("HassListAddItem", "HassListCompleteItem"):
            return Step(*which_item(intent, self._lists))
        return None

    def _wondering(self, intent: Intent, match: Match, context: Context) -> Step:
        """What is asked when it is not known of which device it is meant, or whether it is meant at all."""
        if not match.sure and intent.name not in PLANS:
            return Step(Supposed((), intent))
        if not match.complete:
            lacking = missing(replace(match, intents=(intent,)))
            return Step(Missed(among(lacking, self._home.layout, context)))
        effects = resolve(intent, self._home.layout, context)
        return Step(Missed(effects) if isinstance(effects, Unresolved) else Supposed(effects))

    async def _undo(self, changes: Sequence[Change], *, confirmed: bool) -> Step:
        """Take back what was done, as far as it can be."""
        effects = effects_back(changes, self._home)
        risky = () if confirmed else self._performer.risky(effects)
        if risky:
            return Step(Unsure(risky), tuple(self._performer.unconfirmed(effect) for effect in risky))
        outcomes = await self._performer.perform(effects)
        reports, noted = notes_back(changes, self._agenda, self._lists)
        told = ((Acted(outcomes),) if outcomes else ()) + reports
        if not told:
            return Step(Missed(Unresolved("nothing_done")))
        return Step(told[0], outcomes + noted, told[1:])

    async def _step(self, intent: Intent, context: Context, language: str, *, confirmed: bool) -> Step:
        if noted := self._note(intent, context, language):
            return noted
        if intent.name in _QUIET:
            return self._stop()
        if intent.name == "SetSpeechRate":
            return Step(self._pace.change(intent))
        now = self._now().astimezone(self._zone)
        if known := _polite(intent) or looked_up(intent, language, now):
            return Step(known)
        told = None if is_about_home(intent) else self._own.answer(intent, language)
        if told is not None:
            return Step(Told(told))
        return await self._act_on_home(intent, context, confirmed=confirmed)

    def _note(self, intent: Intent, context: Context, language: str) -> Step | None:
        """What is done by writing it down or by thinking; None when it takes more."""
        alarms = self._agenda.alarms
        rings = any(alarm.state == "ringing" for alarm in alarms.all)
        if intent.name == "SnoozeAlarm" and not rings and self._agenda.ringing:
            return Step(*snooze(intent, self._agenda, self._home.layout, context))
        if intent.name == "GetAlarms" and intent.slots.get("next") and not alarms.all and self._agenda.timers:
            intent = Intent("HassTimerStatus")  # "how long until it rings"
        if intent == Intent("HassTimerStatus") and not self._agenda.timers and alarms.all:
            kept = "GetAlarms" if any(each.kind == "alarm" for each in alarms.all) else "GetReminders"
            intent = Intent(kept, {"next": True})  # 还有几分钟, of what rings in half an hour
        if is_about_timers(intent) and "time" in intent.slots:
            return self._later(intent, context, language)
        if is_about_timers(intent):
            return Step(*keep_time(intent, self._agenda, self._home.layout, context, language))
        if is_about_alarms(intent):
            return Step(*keep_diary(intent, alarms, language))
        if is_about_lists(intent):
            return Step(*keep_lists(intent, self._lists))
        return Step(tell(intent)) if is_known(intent) else None

    def _later(self, intent: Intent, context: Context, language: str) -> Step:
        """An order for a time of day: once, or again and again."""
        if often := repeated(intent, self._agenda.alarms, language):
            return Step(*often)
        now = self._now().astimezone(self._zone)
        return Step(*put_off(intent, self._agenda, context, language, now))

    async def _act_on_home(self, intent: Intent, context: Context, *, confirmed: bool) -> Step:
        effects = resolve(intent, self._home.layout, context)
        if isinstance(effects, Unresolved):
            return Step(Missed(effects))
        if "name" not in intent.slots:
            effects = lit(played(effects, self._home.layout, self._home.state), self._home.state)
        risky = () if confirmed else self._performer.risky(effects)
        if risky:
            return Step(Unsure(risky), tuple(self._performer.unconfirmed(effect) for effect in effects))
        already = self._performer.already(effects)
        outcomes = await self._performer.perform(effects)
        asked = intent.slots.get("state")
        if intent.name in READS:
            warmth = intent.name in ("HassClimateGetTemperature", "CarTemperature")
            target = intent.name == "GetTargetTemperature"
            return Step(Looked(outcomes, None if asked is None else str(asked), warmth, target), outcomes)
        return Step(Acted(outcomes, already), outcomes)

    def _stop(self) -> Step:
        stopped = self._agenda.stop_ringing()
        outcomes = tuple(
            Outcome(Effect(f"timer.{timer.id}", "cancel"), True, True, {"state": "cancelled"})
            for timer in stopped
        )
        alarms = tuple(
            Outcome(Effect(f"{alarm.kind}.{alarm.id}", "stop"), True, True, {"state": "stopped"})
            for alarm in self._agenda.alarms.stop()
        )
        return Step(Silence(), outcomes + alarms)
