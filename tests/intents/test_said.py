"""Everything of the vocabulary is understood however it is said, in both languages alike."""

from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # ships no types

from intents.home import Home
from intents.recognize import Recognizer
from intents.vocabulary import Context, Intent

SAID: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("said.yaml").read_text(encoding="utf-8")
)
NOWHERE = Recognizer(Home())
"""A home without devices, so that none is meant by its name."""
FEWEST = 5
"""Ways to say it in each language."""


def meant(text: str, language: str) -> Intent | None:
    match = NOWHERE.recognize(text, language, Context())
    return match.intents[0] if match and len(match.intents) == 1 else None


@pytest.mark.parametrize("name", SAID)
def test_an_intent_is_understood_however_it_is_said(name: str) -> None:
    for language, sentences in SAID[name].items():
        assert len(sentences) >= FEWEST
        for text in sentences:
            intent = meant(text, language)
            assert intent is not None, text
            assert intent.name == name, text


@pytest.mark.parametrize(
    ("text", "language", "slots"),
    [
        ("来点适合睡觉的音乐", "zh", {"genre": "睡觉", "media_class": "music"}),
        ("music for sleeping", "en", {"genre": "sleeping", "media_class": "music"}),
        ("周杰伦的晴天", "zh", {"artist": "周杰伦", "search_query": "晴天"}),
        ("放一首林俊杰的江南", "zh", {"artist": "林俊杰", "search_query": "江南"}),
        ("我想听郭德纲的相声", "zh", {"artist": "郭德纲", "genre": "相声", "media_class": "music"}),
        ("放点轻音乐", "zh", {"genre": "轻音乐", "media_class": "music"}),
        ("play something by taylor swift", "en", {"artist": "taylor swift", "media_class": "music"}),
        ("put on some jazz", "en", {"genre": "jazz", "media_class": "music"}),
        ("讲个故事", "zh", {"media_class": "story"}),
        ("讲一个小红帽的故事", "zh", {"search_query": "小红帽", "media_class": "story"}),
        ("单曲循环", "zh", {"repeat": "one"}),
        ("shuffle", "en", {"shuffle": True}),
        ("how do you say good morning in Chinese", "en", {"text": "good morning", "language": "zh"}),
        ("苹果用英语怎么说", "zh", {"text": "苹果", "language": "en"}),
        ("whenever I say bye lock the door", "en", {"phrase": "bye", "meaning": "lock the door"}),
        ("我说睡觉的时候就关灯", "zh", {"phrase": "睡觉", "meaning": "关灯"}),
        ("cancel tomorrow's alarm only", "en", {"time": "tomorrow", "once": True}),
        ("只取消明天的闹钟", "zh", {"time": "明天", "once": True}),
        ("change my alarm from 7 to 8", "en", {"time": "7", "to": "8"}),
        ("把七点的闹钟改到八点", "zh", {"time": "七点", "to": "八点"}),
        ("make it half an hour later", "en", {"minutes": 30, "direction": "later", "latest": True}),
        ("把闹钟推迟一刻钟", "zh", {"minutes": 15, "direction": "later"}),
    ],
)  # fmt: skip
def test_what_matters_is_in_the_slots(text: str, language: str, slots: dict[str, object]) -> None:
    intent = meant(text, language)
    assert intent is not None
    assert dict(intent.slots) == slots


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("add tom to my contact list", "en"),
        ("把汤姆加到联系人列表", "zh"),
        ("i got invited to the pub on saturday", "en"),
        ("i need to buy a train ticket", "en"),
        ("that is right", "en"),
        ("我说的就是你", "zh"),
        ("he says turn left", "en"),
        ("昨天我说错话了", "zh"),
        ("他唱歌真好听", "zh"),
        ("谁写了红楼梦", "zh"),
        ("周杰伦是谁", "zh"),
        ("who wrote hamlet", "en"),
        ("should I play some music", "en"),
    ],
)
def test_what_only_sounds_like_it_does_nothing(text: str, language: str) -> None:
    assert meant(text, language) is None
