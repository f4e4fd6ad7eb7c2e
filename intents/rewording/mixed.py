"""English words that people put into a Chinese sentence, in Chinese: play一下, 来点jazz, set个timer."""

import re
from collections.abc import Mapping

from intents.script import is_han

_VERBS: Mapping[str, str] = {
    "play": "播放", "set": "设", "stop": "停", "pause": "暂停", "cancel": "取消", "open": "打开",
    "close": "关上",
    "turn on": "打开", "turn off": "关掉", "check": "查", "add": "加", "call": "叫", "mute": "静音",
}  # fmt: skip
"""What may stand at the beginning, or behind courtesy, in front of Chinese."""
_NOUNS: Mapping[str, str] = {
    "jazz": "爵士", "rock": "摇滚", "pop": "流行", "rap": "说唱", "hip hop": "嘻哈", "hiphop": "嘻哈",
    "blues": "蓝调",
    "r&b": "节奏布鲁斯", "edm": "电子", "lofi": "轻音乐", "lo-fi": "轻音乐", "classical": "古典",
    "disco": "舞曲",
    "bgm": "背景音乐", "timer": "计时器", "alarm": "闹钟", "to do list": "待办清单", "todo list": "待办清单",
    "todo": "待办", "shopping list": "购物清单", "tv": "电视", "ac": "空调", "volume": "音量",
    "podcast": "播客",
    "weather": "天气", "reminder": "提醒", "light": "灯", "lights": "灯", "music": "音乐", "song": "歌",
    "next": "下一首",
}  # fmt: skip
"""What may stand anywhere, as long as no other English word is beside it."""

_LATIN = "[A-Za-z&'’-]"
_BARE = rf"(?<!{_LATIN})(?<!{_LATIN} )"
_ENDED = rf"(?!{_LATIN})(?! {_LATIN})"


def _either(words: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_VERB = re.compile(
    rf"^(?P<lead>(?:[请帮我给你能可以不麻烦再先，,]|一下)*)\s*(?P<word>{_either(_VERBS)})\s*(?=[\u4e00-\u9fff])",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"{_BARE}(?P<word>{_either(_NOUNS)}){_ENDED}", re.IGNORECASE)


def unmixed(text: str) -> str:
    """The sentence with the Chinese words for its English ones; names and titles stay as they are."""
    if not is_han(text) or not re.search(_LATIN, text):
        return text
    said = _VERB.sub(lambda found: found["lead"] + _VERBS[found["word"].lower()], text)
    return _NOUN.sub(lambda found: _NOUNS[found["word"].lower()], said)
