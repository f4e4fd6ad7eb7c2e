"""How well it hears while it speaks: python -m tests.bench.echo [--json] [MINUTES [STOPS]] [--seed N].

Rooms are those of noise/, with delays that the devices keep secret; people speak as loud as the echo, with
voices that nothing was learned from. Time is virtual; what recognition takes is measured, and added where the
recogniser was what understood: the processor time of one recognition shared by its two threads, since other
programs share this machine.
"""

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from assistant import clock
from assistant.events import Heard, Speaking, Spoken, Wake
from assistant.household import Household
from audio import wav
from audio.frame import RATE, Samples
from audio.reference import Reference
from tests.bench.echo_scene import ASKS, DATA, DELAYS_S, LEVEL, Scene, echo_free, household, rooms, scene
from tests.bench.stories import STORIES, WORDS, Kept, strangers
from tests.bench.table import Row, at_least, at_most, share, show
from tests.room import Response, Room, as_loud, in_room

WITHIN_S = 0.7
PATIENCE_S = 3.0
REST_S = 3.0
"""Until the next story, so that the end of a word and of its turn are not taken for the next one's."""


def erle() -> Iterator[tuple[str, float]]:
    """How many decibels of echo are gone, by room and delay; the first three seconds are for finding out."""
    story = as_loud(Kept("en-joe", "en").whole(STORIES["en"][0]), LEVEL)
    for (number, room), delay_s in product(enumerate(rooms(), 1), DELAYS_S):
        yield f"room {number}, {1000 * delay_s:.0f} ms", clock.run(_erle(story, room, delay_s), virtual=True)


async def _erle(story: Samples, room: Response, delay_s: float) -> float:
    reference = Reference()
    place = Room(room, delay_s, reference)
    clean = echo_free(place, reference)
    writing = asyncio.create_task(place.speaker.write(story))
    before, after = 1.0, 1.0
    async for frame in clean.frames():
        if place.position > 3 * RATE:
            before += float(np.sum(place.echo.astype(np.float64) ** 2))
            after += float(np.sum(frame.samples.astype(np.float64) ** 2))
        if writing.done() and not place.speaker.sounding:
            return float(10 * np.log10(before / after))
    raise RuntimeError("the room ended")


@dataclass(slots=True)
class Talk:
    """What happened while only the assistant spoke."""

    seconds: float = 0.0
    cpu_s: float = 0.0
    wakes: int = 0
    turns: int = 0
    ducks: int = 0


async def talk(home: Household, minutes: float) -> Talk:
    """Stories for so many minutes, in every room with every delay, and nobody else speaks."""
    total, places = Talk(), list(product(rooms(), DELAYS_S))
    for room, delay_s in places:
        async with scene(home, room, delay_s) as now:
            began = time.process_time()
            while now.place.position < minutes * 60 * RATE / len(places):
                for language in ASKS:
                    since = len(now.events)
                    now.ask(language)
                    await now.until(Spoken, since, 120)
            total.cpu_s += time.process_time() - began
            total.seconds += now.place.position / RATE
            total.wakes += sum(isinstance(event, Wake) for event in now.events)
            total.turns += sum(isinstance(event, Heard) for event in now.events)
            total.ducks += sum(gain < 1 for gain in now.place.speaker.gains)
    return total


async def chatter(home: Household, minutes: float, seed: int = 0) -> tuple[int, float]:
    """How often people who talk to each other over a story stop it, and in how many minutes of their talk."""
    draw, stopped, said, places = np.random.default_rng(6 + seed), 0, 0, list(product(rooms(), DELAYS_S))
    clips = sorted((DATA / "not_wake").glob("[ac]*.flac"))
    for number, (room, delay_s) in enumerate(places):
        async with scene(home, room, delay_s) as now:
            while said < (number + 1) * minutes * 60 * RATE / len(places):
                since = len(now.events)
                now.ask("en" if draw.random() < 0.5 else "zh")
                await now.until(Speaking, since, 30)
                for _ in range(3):
                    sound = in_room(wav.read(clips[int(draw.integers(len(clips)))]), rooms()[number % 4])
                    said += len(sound)
                    end = now.place.say(as_loud(sound, LEVEL), wait_s=float(draw.uniform(0.3, 1.5)))
                    await asyncio.sleep((end - now.place.position) / RATE)
                done = await now.until(Spoken, since, 60)
                stopped += isinstance(done, Spoken) and done.interrupted
    return stopped, said / RATE / 60


@dataclass(slots=True)
class Said:
    """What somebody said over the assistant's voice, and what came of it."""

    language: str
    text: str
    after_s: float | None
    """From its end until the assistant stopped; None when it did not."""
    recognition_s: float = 0.0

    @property
    def acted_s(self) -> float:
        """Until it stopped, on a machine with nothing else to do."""
        return float("inf") if self.after_s is None else self.after_s + self.recognition_s


async def stops(home: Household, count: int, seed: int = 0) -> list[Said]:
    """So many times somebody tells the assistant to stop, in the language of the story."""
    draw, found, places = np.random.default_rng(4 + seed), list[Said](), list(product(rooms(), DELAYS_S))
    for number, (room, delay_s) in enumerate(places):
        async with scene(home, room, delay_s) as now:
            for trial in range(number, count, len(places)):
                language = "en" if trial // len(places) % 2 == 0 else "zh"
                voice = Kept(str(draw.choice(strangers(language))), language)
                text = str(draw.choice(WORDS[language]))
                other = rooms()[(number // len(DELAYS_S) + 1) % 4]
                sound = as_loud(in_room(voice.whole(text), other), LEVEL)
                found.append(await _stop(now, language, text, sound[: len(voice.whole(text))], draw))
    return found


async def _stop(now: Scene, language: str, text: str, sound: Samples, draw: np.random.Generator) -> Said:
    since, runs = len(now.events), len(now.transcriber.cpu_s)
    detected = now.stops.heard if now.stops else 0
    now.ask(language)
    await now.until(Speaking, since, 30)
    end = now.place.say(sound, wait_s=float(draw.uniform(2, 6)))
    await asyncio.sleep((end - now.place.position) / RATE)
    done = await now.until(Spoken, since, PATIENCE_S)
    spent = now.transcriber.cpu_s[runs:]
    if isinstance(done, Spoken) and done.interrupted:
        await asyncio.sleep(REST_S)
        if done.at < end - len(sound):  # before anybody said a word
            return Said(language, text, None)
        recognised = not now.stops or now.stops.heard == detected
        return Said(language, text, (done.at - end) / RATE, spent[-1] / 2 if spent and recognised else 0.0)
    await now.until(Spoken, since, 60)
    return Said(language, text, None)


async def calls(home: Household, count: int) -> tuple[int, int]:
    """How often "alexa" over a story wakes it, of so many times."""
    draw, woken, tried, places = np.random.default_rng(5), 0, 0, list(product(rooms(), DELAYS_S))
    clips = sorted((DATA / "wake").glob("*.flac"))
    for number, (room, delay_s) in enumerate(places):
        async with scene(home, room, delay_s) as now:
            for _ in range(number, count, len(places)):
                since = len(now.events)
                now.ask("en")
                await now.until(Speaking, since, 30)
                sound = as_loud(wav.read(clips[int(draw.integers(len(clips)))]), LEVEL)
                end = now.place.say(sound, wait_s=float(draw.uniform(2, 6)))
                await asyncio.sleep((end - now.place.position) / RATE)
                tried += 1
                woken += await now.until(Wake, since, 2) is not None
                await now.until(Spoken, since, 60)
                await asyncio.sleep(6)
    return woken, tried


async def _all(minutes: float, count: int, seed: int) -> list[Row]:
    async with household() as home:
        said = await stops(home, count, seed)
        woken, tried = await calls(home, count // 4)
        alone = await talk(home, minutes)
        stopped, by_others = await chatter(home, minutes / 3, seed)
    return [
        *_stop_rows(said),
        _call_row(woken, tried),
        *_talk_rows(alone),
        Row(f"stopped by {by_others:.0f} minutes of others' talk over it", "", f"{stopped} times"),
    ]


def _stop_rows(said: Sequence[Said]) -> Iterator[Row]:
    for language in ("en", "zh"):
        own = [each for each in said if each.language == language]
        what = f'"stop" over its own voice, acted on within {WITHIN_S} s of its end, {language}'
        yield at_least(what, 95, sum(each.acted_s <= WITHIN_S for each in own), len(own))
        yield Row(f"the same, ever, {language}", "", f"{sum(each.after_s is not None for each in own)}")
        for text in WORDS[language]:
            late = [each.acted_s for each in own if each.text == text]
            yield Row(f"the same, {text}", "", share(sum(each <= WITHIN_S for each in late), len(late)))
    if acted := [each for each in said if each.after_s is not None]:
        middle = np.median([each.acted_s for each in acted])
        own_s = np.median([each.recognition_s for each in acted])
        yield Row("median until it is silent", "", f"{middle:.2f} s, of which recognition {own_s:.2f} s")


def _call_row(woken: int, tried: int) -> Row:
    return Row('"alexa" over its own voice wakes it', "", f"{woken} of {tried}")


def _talk_rows(alone: Talk) -> Iterator[Row]:
    minutes = alone.seconds / 60
    yield at_most(f"wakes in {minutes:.0f} minutes of its own talk", 0, alone.wakes, max(1, alone.wakes))
    yield at_most(f"turns in {minutes:.0f} minutes of its own talk", 0, alone.turns, max(1, alone.turns))
    yield Row("ducked by its own echo", "", f"{alone.ducks} times")
    yield Row(
        "processor while it talks",
        "",
        f"{100 * alone.cpu_s / alone.seconds:.1f} % of a core, the room included",
    )


def rows(minutes: float = 30, count: int = 240, seed: int = 0) -> Iterator[Row]:
    """Everything; with fewer minutes and stops quicker. Another seed draws other words, voices and talk."""
    found = list(erle())
    least = min(decibels for _, decibels in found)
    each = ", ".join(f"{where}: {decibels:.0f}" for where, decibels in found)
    yield Row("echo taken away, least", "", f"{least:.0f} dB ({each})")
    yield from clock.run(_all(minutes, count, seed), virtual=True)


def main() -> None:
    """Print the table."""
    words = sys.argv[1:]
    seed = int(words.pop(words.index("--seed") + 1)) if "--seed" in words else 0
    numbers = [float(word) for word in words if word.replace(".", "").isdigit()]
    minutes, count = [*numbers, *(30, 240)[len(numbers) :]][:2]
    show(rows(minutes, round(count), seed))


if __name__ == "__main__":
    main()
