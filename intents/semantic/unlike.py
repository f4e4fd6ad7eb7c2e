"""Chinese words that are like a request and are none, whatever they are like."""

import re

from intents.places import place_in
from intents.vocabulary import PLAYS

_SUM, _MEASURE, _SKY = "Calculate", "Convert", "HassGetWeather"
_NO_MUSIC = re.compile(
    "诗|看(?![看着你]|一下)|节目单|节目表|电视节目|电影|电视剧|视频|卫视|央视|电影频道|"
    "(?:中央|[\u4e00-\u9fff]{2})[一二三四五六七八九\\d]{1,2}[套台]$"
)
"""What is read or watched."""
_FILM = re.compile(
    "看(?!一?会儿?|看|[一点个部]).{3,}(?:电影|电视剧|连续剧|动漫|动画片|视频)$|"
    "^(?:我们?)?(?:想要|想|要)看(?:电影|电视剧|动漫|动画片)(?!.*[灯帘窗暗亮关开调了的吧])[^，]{2,8}$"
)
"""Something to be watched; more than to switch on what shows it."""
_OF_MUSIC = re.compile("歌|曲|音乐|听|唱")
_CALLED = re.compile("打电话|导航|航班|火车票|机票")
"""What is no business of a home, whatever else is said."""
_CALLS = re.compile("(?:请|帮我|给我|你|就|我要?)*(?:打电话|拨打|呼叫|导航)")
"""Whom somebody calls or where they drive, and what they add."""
_DAY = re.compile("[今明后昨前]天|天天|每天|几天")
_OF_SKY = re.compile("天|雨|雪|风|冷|热|温|度|晴|阴|云|雾|霾|湿|伞|衣|穿|晒|气")
_MEASURED = re.compile("[几多换合等\\d一二两三四五六七八九十百千万半]")
_RECKONED = re.compile(
    "[几多加减乘除算等共差和积平倍率比半折占剩]|\\d\\D+\\d|[零一二两三四五六七八九十百千万][^零一二两三四五六七八九十百千万]+[零一二两三四五六七八九十百千万]|[-+*/×÷=%]"
)
"""What a sum has."""
_A_WORD = re.compile(
    r"(?!.?[冷热黑暗亮吵闷晒脏]|.[点些声]).{1,2}|[\d .,]+|第[\d一二三四五六七八九十]+[个条首]?|"
    "(?!.*(?:天气|闹钟|提醒|日程|安排|清单|单子|几点|时间|温度|电量)).{2,4}呢"
)
"""Words alone, which may be anybody's name: 红颜, 阳光."""


def unlike(intent: str, text: str) -> bool:
    """Whether the words cannot be for music, or have nothing to reckon with, or are only a place."""
    if _CALLS.match(text):
        return True
    if intent == _SKY:
        return _is_a_place(text)
    if intent == _MEASURE:
        return not _MEASURED.search(text)
    if intent == PLAYS and _CALLED.search(text):
        return True
    if intent == PLAYS:
        return bool(_NO_MUSIC.search(text)) and not _OF_MUSIC.search(text)
    return intent == _SUM and not _RECKONED.search(text)


def _is_a_place(text: str) -> bool:
    place = place_in(text, "zh")
    return bool(place) and not _OF_SKY.search(_DAY.sub("", text).replace(place or "", ""))


def is_watched(text: str) -> bool:
    """Whether it is a film that somebody wants to see."""
    return bool(_FILM.search(text))


def is_a_word(text: str) -> bool:
    """Whether it is no more than a word, a figure, or a word with a question behind it."""
    return bool(_A_WORD.fullmatch(text.strip(" .。！!，,？?")))
