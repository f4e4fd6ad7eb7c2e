"""A wish to hear something that recognition misspelled: verbs, artists and genres by what they sound like.

Titles are beyond repair without a library; names that many people ask for are known, and a verb of hearing
in front of one is not said by chance.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from intents.music.lead import led
from intents.music.listening import GUESSED, listening
from intents.music.owner import is_person
from intents.music.words import artists, genres, is_genre
from intents.pinyin import cost, readings
from intents.vocabulary import Match, Route

_SAID = """
放首 放一首 放个 放点 放点儿 放些 放几首 放段 放一段 放一下 放一放 放张 播放 播首 播一首 播一下 播点
听听 听 听一下 听首 听一首 听点 听点儿 听段 听会儿 来首 来一首 来个 来点 来点儿 来些 来段 来一段 来几首
来曲 换首 换一首 换个 唱首 唱一首 点播 点首 放 播 找首
"""
_FRAMES = tuple(sorted(_SAID.split(), key=lambda frame: -len(frame)))
_FRAME_COST = 0.1
"""The most that a verb may cost for each syllable."""
_SHORTEST = 2
_NAME_COSTS = {2: 0.1, 3: 0.16}
"""The most that a name of so many syllables may cost for each; longer ones as much as the longest here."""
_WRITTEN_COST = 0.02
"""The most where what was written is a name by itself: 汤潮 is not 唐朝."""
_SURE = 0.96
"""The least confidence in a known kind of music in place of one nobody knows: 何明歌曲 is not 革命歌曲."""
_PLAIN = re.compile("电影|电视剧|视频|新闻|天气|导航|地图|电话|短信|故事|诗|[大小高低]一[点些]")
"""Words that nobody mishears a name for."""
_OWED = {"个": "歌", "哥": "歌", "格": "歌", "隔": "歌", "割": "歌", "骨": "歌"}
"""What is written for 歌 at the end."""


def heard_music(text: str) -> Match | None:
    """What was to be heard, when a verb of hearing and a known name sound like the words; None otherwise."""
    for said in _respelled(text.strip("。！!？?,，")):
        if loses(text, said):
            continue
        match = listening(said)
        slots = match.intents[0].slots if match else {}
        if (
            match
            and ("artist" in slots or "genre" in slots)
            and slots.get("artist", artists()[0]) in artists()
        ):
            return replace(match, route=Route.REPAIRED)
    return None


def loses(text: str, said: str) -> bool:
    """Whether other words for the text lose one that was plainly said."""
    return any(word not in said for word in _PLAIN.findall(text))


def displaces(repaired: Match, match: Match) -> bool:
    """Whether a repair has something else in place of the name that somebody said: 张雨生 is no 雨声."""
    kind = str(match.intents[0].slots.get("genre", ""))
    if kind and not is_genre(kind) and repaired.confidence < _SURE:
        return True
    said = str(match.intents[0].slots.get("artist", ""))
    instead = str(repaired.intents[0].slots.get("artist", ""))
    if not is_person(said) or said == instead:
        return False
    return len(instead) != len(said) or (len(said) == _SHORTEST and _cost(said, instead) > _WRITTEN_COST)


def to_hear(text: str) -> Match | None:
    """What is to be heard: as the words name it, else as they sound, else whatever they are."""
    playing = listening(text)
    if playing and playing.confidence > GUESSED:
        return playing
    return heard_music(text) or playing


def _respelled(text: str) -> Iterator[str]:
    bare = led(text.replace(",", "，").split("，")[0])
    for frame in _FRAMES:
        if len(bare) > len(frame) + 1 and _near(bare[: len(frame)], frame, _FRAME_COST):
            rest = bare[len(frame) :]
            rest = rest[:-1] + _OWED.get(rest[-1], rest[-1])
            for named in _named(rest):
                yield frame + named
            return


def _named(rest: str) -> Iterator[str]:
    """The words with the nearest known name in place of what sounds like it: before 的, or anywhere."""
    owner, of, thing = rest.partition("的")
    if of and (name := _nearest(owner, artists())):
        genre = _nearest(thing, genres())
        yield f"{name}的{genre or thing}"
    for length in range(min(len(rest), 6), 1, -1):
        if name := _nearest(rest[:length], artists()) or _nearest(rest[:length], genres()):
            yield name + rest[length:]
    if of and (name := _nearest(thing, genres())):
        yield f"{owner}的{name}"


@cache
def _of_length(names: tuple[str, ...], length: int) -> tuple[str, ...]:
    return tuple(name for name in names if len(name) == length and all(map(readings, name)))


def _nearest(words: str, names: tuple[str, ...]) -> str | None:
    """The name that sounds most like the words, near enough for its length."""
    most = _NAME_COSTS.get(len(words), _NAME_COSTS[3] if len(words) > 3 else 0.0)
    if len(words) == _SHORTEST and is_person(words):
        most = _WRITTEN_COST
    rated = [(_cost(words, name), name) for name in _of_length(names, len(words))]
    best = min(rated, default=(1.0, ""))
    return best[1] if best[0] <= most else None


def _near(words: str, other: str, most: float) -> bool:
    return _cost(words, other) <= most


def _cost(words: str, other: str) -> float:
    """For each syllable."""
    return sum(cost(one, two) for one, two in zip(words, other, strict=True)) / len(other)
