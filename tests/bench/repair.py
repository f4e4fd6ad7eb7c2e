"""What repair gains on requests that were spoken and transcribed: python -m tests.bench.repair [SET…].

The project's own Chinese voices say the requests, Whisper writes what it hears. `tuned` is what repair
was made with, in four voices; `unseen` holds other requests in four other voices, and only its numbers are
ever looked at. Speaking and transcribing takes minutes; what was heard is kept in the cache directory.
"""

import json
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from assistant import paths
from assistant.home.demo import demo_layout
from audio.frame import RATE
from audio.resample import resample
from intents.asking import READ_ONLY
from intents.layers import Layers
from intents.recognize import Recognizer
from intents.resolve import is_about_home, resolve
from intents.vocabulary import Context, Match
from models.kokoro import RATE as SPOKEN_RATE
from models.kokoro import Kokoro
from models.store import Store
from models.whisper import Whisper
from tests.bench.table import Row, at_most, share
from tests.intents.ordinary import ORDINARY_ZH
from tests.shared import SHARED

HOME = demo_layout().home
HERE = Context(area="living_room")
SILENCE = np.zeros(3000, np.int16)
"""Before and behind each request."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Requests and the voices that say them."""

    voices: Sequence[str]
    requests: Sequence[str]


_TUNED = """
打开客厅灯 关掉卧室的灯 把厨房灯调到百分之五十 打开客厅窗帘 关上卧室窗帘 空调调到二十六度
把空调关了 打开书房风扇 扫地机器人开始扫地 让扫地机回去充电 锁上前门 打开电视 客厅现在多少度
卧室湿度多少 前门锁了吗 车库门关了吗 设一个五分钟的计时器 定一个泡面三分钟的计时 取消计时器
还剩多少时间 车还有多少电 车在哪里 给车充电 我的心率是多少 今天走了多少步 手机还有多少电
找一下我的手机 现在几点 今天几号 把所有的灯都关了 把床头灯调成蓝色 音量调到三十
"""
_UNSEEN = """
打开厨房的灯 关闭书房灯 打开浴室灯 关掉走廊灯 把落地灯打开 台灯关了 把客厅灯调成红色
把书房灯调到百分之八十 客厅灯调亮一点 关闭客厅窗帘 打开卧室窗帘 窗帘拉上 打开咖啡机 关掉烤箱
打开空调 空调温度调到二十二度 空调调成制热模式 关掉风扇 暂停扫地 打开车库门 关上车库门
电视静音 声音大一点 下一首 书房温度多少 外面多少度 浴室湿度是多少 卧室窗户关了吗 电视开着吗
设置一个十五分钟的倒计时 十分钟后提醒我 定一个三十秒的计时器 暂停计时器 计时器还剩多久
打开后备箱 锁车 汽车还能跑多远 手表还有多少电 今天星期几 关掉所有的灯
"""
SETS: Mapping[str, Spoken] = {
    "tuned": Spoken(("zh-xiaoni", "zh-yunyang", "zh-yunjian", "zh-xiaobei"), _TUNED.split()),
    "unseen": Spoken(("zh-yunxi", "zh-xiaoxiao", "zh-xiaoyi", "zh-yunxia"), _UNSEEN.split()),
}
TALK = Spoken(("zh-xiaoxiao", "zh-yunyang"), ORDINARY_ZH)
"""Ordinary sentences, of which nothing should come."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One request in one voice, and what became of it."""

    voice: str
    said: str
    text: str
    language: str


def heard(name: str) -> list[Heard]:
    """What Whisper writes when the voices say a set; kept, since it takes minutes."""
    kept = paths.cache_dir() / "bench" / f"repair-{name}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        rows = [
            [each.voice, each.said, each.text, each.language] for each in _transcribed(SETS.get(name, TALK))
        ]
        kept.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return [Heard(*row) for row in json.loads(kept.read_text(encoding="utf-8"))]


def _transcribed(spoken: Spoken) -> Iterator[Heard]:
    store = Store(paths.models_dir())
    whisper = Whisper(store.find("whisper-base"))
    for voice in spoken.voices:
        style = next(store.find(voice).glob("*.bin"))
        kokoro = Kokoro(store.find("kokoro-82m"), {"zh": style})
        for request in spoken.requests:
            sound = resample(np.concatenate(list(kokoro.speak(request, "zh"))), SPOKEN_RATE, RATE)
            written = whisper.transcribe(np.concatenate([SILENCE, sound, SILENCE]))
            yield Heard(voice, request, written.text, written.language)


def doings(match: Match | None) -> list[object]:
    """What would be done or looked up, whichever name was used for it."""
    intents = match.intents if match else ()
    return [resolve(each, HOME, HERE) if is_about_home(each) else each for each in intents]


def acts(match: Match | None) -> bool:
    """Whether anything would be changed."""
    return match is not None and any(intent.name not in READ_ONLY for intent in match.intents)


@dataclass(slots=True)
class Score:
    """How often a set was understood."""

    patterns: int = 0
    """By patterns alone."""
    repaired: int = 0
    """Only by repair."""
    otherwise: int = 0
    """As something else that is only looked up."""
    false_acts: int = 0
    """As something else that changes the home."""


def score(name: str, recognizer: Recognizer, layers: Layers) -> tuple[Score, list[float]]:
    """The score of a set, and the seconds that each request took that patterns missed."""
    total, seconds = Score(), []
    for each in heard(name):
        wanted = doings(recognizer.recognize(each.said, "zh", HERE))
        if not wanted:
            raise ValueError(f"patterns do not understand {each.said} itself")
        match = recognizer.recognize(each.text, each.language, HERE)
        if doings(match) == wanted:
            total.patterns += 1
            continue
        start = perf_counter()
        match = layers.recognize(each.text, each.language, HERE)
        seconds.append(perf_counter() - start)
        if doings(match) == wanted:
            total.repaired += 1
        elif match:
            total.false_acts += acts(match)
            total.otherwise += not acts(match)
    return total, seconds


def alarms(layers: Layers, texts: Iterable[tuple[str, str]]) -> list[tuple[str, Match]]:
    """Those of the ordinary sentences, each with its language, that are taken for a request."""
    matches = [(text, layers.recognize(text, language, HERE)) for text, language in texts]
    return [(text, match) for text, match in matches if match]


def written() -> list[tuple[str, str]]:
    """Ordinary sentences as they are written, and what people read aloud for others."""
    kept = SHARED / "data" / "asr_zh.jsonl"
    read = [json.loads(line)["text"] for line in kept.open(encoding="utf-8")] if kept.is_file() else []
    return [(text, "zh") for text in (*ORDINARY_ZH, *read)]


def report_alarms(kind: str, found: Sequence[tuple[str, Match]], count: int) -> None:
    """How many sentences were taken for a request, and which."""
    acting = sum(acts(match) for _, match in found)
    sys.stdout.write(f"{kind}: {count} sentences; looked up {len(found) - acting}, false acts {acting}\n")
    for text, match in found:
        sys.stdout.write(f"  {text}: {', '.join(intent.name for intent in match.intents)}\n")


def rows() -> Iterator[Row]:
    """What repair gains on the half that nobody looked at, and what it makes of ordinary sentences."""
    recognizer, layers = Recognizer(HOME), Layers(HOME)
    layers.warm()
    total, _ = score("unseen", recognizer, layers)
    count, repaired = len(heard("unseen")), total.patterns + total.repaired
    yield Row("repair, spoken Chinese requests: by patterns alone", "", share(total.patterns, count))
    yield Row("repair, spoken Chinese requests: with repair", "", share(repaired, count))
    acting = [each for each in alarms(layers, written()) if acts(each[1])]
    yield at_most("repair, ordinary sentences that act", 0, len(acting), len(written()))


def main() -> None:
    """Measure the sets that are named, or both, and what ordinary sentences come to."""
    recognizer = Recognizer(HOME)
    layers = Layers(HOME)
    layers.warm()
    for name in sys.argv[1:] or SETS:
        total, seconds = score(name, recognizer, layers)
        count = len(heard(name))
        understood = total.patterns + total.repaired
        sys.stdout.write(
            f"{name}: {count} requests; patterns {100 * total.patterns / count:.0f} %, with repair "
            f"{100 * understood / count:.0f} %; understood otherwise {total.otherwise}, false acts "
            f"{total.false_acts}; repair median {1000 * statistics.median(seconds):.0f} ms, "
            f"longest {1000 * max(seconds):.0f} ms\n"
        )
    report_alarms("ordinary, written", alarms(layers, written()), len(written()))
    spoken = [(each.text, each.language) for each in heard("talk")]
    report_alarms("ordinary, spoken", alarms(layers, spoken), len(spoken))


if __name__ == "__main__":
    main()
