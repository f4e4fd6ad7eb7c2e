"""The question that a reply ends with, and what an answer to it would be about."""

from collections.abc import Sequence

from assistant.agenda import Agenda
from assistant.timer import Timer
from intents.compose.chinese_time import duration as in_chinese
from intents.compose.english_time import duration as in_english
from intents.compose.report import Listed, Missed, Report, Scheduled, Supposed, Timed
from intents.discourse.dialogue import Asked, Option
from intents.home import Area, Device, Home
from intents.home.mention import Mentions
from intents.target import Unresolved, area_id
from intents.vocabulary import Context, Intent, Match, Outcome

FEW = 4
"""Things that are named in a question; more nobody remembers."""


def question(  # noqa: PLR0911, PLR0913, PLR0917  # one line a kind of report, and all that they speak of
    report: Report, outcomes: Sequence[Outcome], intent: Intent, match: Match, home: Home, agenda: Agenda
) -> Asked | None:
    """What the report asks; None when it asks nothing."""
    again = Match((intent,), match.confidence, match.route, match.language)
    match report:
        case Missed(unresolved) if unresolved.problem in ("ambiguous", "not_said"):
            found = unresolved.detail.get("devices")
            devices = [home.by_id[id_] for id_ in found] if isinstance(found, tuple) else []
            return Asked("which", again, tuple(_device(each, home, match.language) for each in devices))
        case Supposed() | Scheduled(act="offered"):
            return Asked("mean", again)
        case Scheduled(act="ambiguous") if len(outcomes) == 1:
            only = Intent(intent.name, _noted([outcomes[0].effect.device], agenda, home)[0].slots)
            return Asked("mean", Match((only,), match.confidence, match.route, match.language))
        case Timed(act="ambiguous") | Scheduled(act="ambiguous"):
            return Asked("which", again, _noted([each.effect.device for each in outcomes], agenda, home))
        case Timed(act="no_length"):
            return Asked("how_long", again)
        case Scheduled(act="no_time"):
            return Asked("when", again)
        case Scheduled(act="no_task") | Listed(act="add_what" | "remove_what"):
            return Asked("what", again)
        case _:
            return None


def _device(device: Device, home: Home, language: str) -> Option:
    area = home.area_by_id.get(device.area or "")
    return Option((*_spelled(device), *_spelled(area)), Mentions(home).pointing(device, language))


def _spelled(thing: Device | Area | None) -> tuple[str, ...]:
    return tuple(name for names in thing.names.values() for name in names) if thing else ()


def _noted(ids: Sequence[str], agenda: Agenda, home: Home) -> tuple[Option, ...]:
    """Timers or alarms by their numbers."""
    timers = {f"timer.{timer.id}": timer for timer in agenda.timers}
    alarms = {f"{alarm.kind}.{alarm.id}": alarm for alarm in agenda.alarms.all}
    options = []
    for id_ in ids:
        number = {"id": int(id_.partition(".")[2])}
        if (timer := timers.get(id_)) is not None:
            options.append(Option(_called(timer, home), number, timer.total_s))
        elif (alarm := alarms.get(id_)) is not None:
            options.append(Option((alarm.text,) if alarm.text else (), number))
    return tuple(options)


def _called(timer: Timer, home: Home) -> tuple[str, ...]:
    lengths = (in_english(timer.total_s), in_chinese(timer.total_s))
    name = (timer.name,) if timer.name else ()
    return (*name, *lengths, *_spelled(home.area_by_id.get(timer.area or "")))


def among(lacking: Unresolved, home: Home, context: Context) -> Unresolved:
    """The same with the few devices that may be meant, those of the room before all others."""
    domain = lacking.detail.get("domain")
    alike = [each for each in home.devices if each.domain == domain and "thing" not in each.attributes]
    said = lacking.detail.get("area")
    place = area_id(str(said), home) if said else context.area
    if said and place is None:
        return Unresolved("no_such_area", {"area": said})
    near = [each for each in alike if each.area == place]
    if said and len(near) == 1:
        return Unresolved("bad_value")  # which one is known; what to do to it is not
    few = next((found for found in (near, alike) if 1 < len(found) <= FEW), [])
    return (
        Unresolved(lacking.problem, {**lacking.detail, "devices": tuple(each.id for each in few)})
        if few
        else lacking
    )
