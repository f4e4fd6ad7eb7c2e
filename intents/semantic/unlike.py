"""Chinese words that are like a request and are none, whatever they are like."""

import re

_PLAYS, _SUM = "HassMediaSearchAndPlay", "Calculate"
_NO_MUSIC = re.compile("诗|节目单|节目表|电影|电视剧|视频|卫视|央视|中央.{1,2}[套台]")
"""What is read or watched."""
_FILM = re.compile("看(?!一?会儿?|看|[一点个部]).{3,}(?:电影|电视剧|连续剧|动漫|动画片|视频)$")
"""Something to be watched; more than to switch on what shows it."""
_OF_MUSIC = re.compile("歌|曲|音乐|听|唱")
_RECKONED = re.compile(
    "[几多加减乘除算等共差和积平倍率比半折占剩]|\\d\\D+\\d|[零一二两三四五六七八九十百千万][^零一二两三四五六七八九十百千万]+[零一二两三四五六七八九十百千万]|[-+*/×÷=%]"
)
"""What a sum has."""
_A_WORD = re.compile(
    r"(?!.?[冷热黑暗亮吵闷晒脏]|.[点些声]).{1,2}|[\d .,]+|"
    "(?!.*(?:天气|闹钟|提醒|日程|安排|清单|单子|几点|时间|温度|电量)).{2,4}呢"
)
"""Words alone, which may be anybody's name: 红颜, 阳光."""


def unlike(intent: str, text: str) -> bool:
    """Whether the words cannot be for music, or have nothing to reckon with."""
    if intent == _PLAYS:
        return bool(_NO_MUSIC.search(text)) and not _OF_MUSIC.search(text)
    return intent == _SUM and not _RECKONED.search(text)


def is_watched(text: str) -> bool:
    """Whether it is a film that somebody wants to see."""
    return bool(_FILM.search(text))


def is_a_word(text: str) -> bool:
    """Whether it is no more than a word, a figure, or a word with a question behind it."""
    return bool(_A_WORD.fullmatch(text.strip(" .。！!，,？?")))
