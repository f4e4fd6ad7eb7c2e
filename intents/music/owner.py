"""Whose it is that somebody wants to hear: 周杰伦的晴天, 单田芳说的隋唐演义, 李宗盛山丘."""

import re

from intents.music.words import artist_before, is_artist, is_genre

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石"
    "金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴莫孔向汤费温朴那齐庞祁阿降云乌毕腾单连岳"
)
"""What the names of people begin with; longer names are known, or are no names."""
_BY = (
    "(?:演唱的?|播讲的?|演奏的|弹奏的|主演的|演播的?|讲述的|朗诵的|朗读的|作曲的|作词的|指挥的|原唱的|翻唱的|"
    "[唱说讲写演弹拉吹念播]的|的)"
)
"""What links a person to a work."""
_OF = re.compile(f"^(?P<who>.+?){_BY}(?P<what>.{{2,}})$")
_LATIN = re.compile(r"[A-Za-z][\w .'&-]*")
_TITLED = re.compile("^(?:老先生|先生|大师|老师|老爷子|女士|小姐|前辈)(?=.)")
_POINTER = re.compile("^(?:[那这]一?[首个张段部集]|一?[首部]|新专辑|新歌|歌曲)(?=.)")


def owned(words: str) -> tuple[str, str]:
    """The person, or nothing, and the work."""
    if parts := artist_before(words):
        who, what = parts
        linked = words[len(who) :].startswith("的")
        if called := _TITLED.match(what):
            what = what[called.end() :]
            linked, what = what.startswith("的"), what.removeprefix("的")
        return who, pointed(what if linked else re.sub(f"^{_BY}(?=.)|^唱的?$", "", what))
    found = _OF.match(words)
    if found and is_person(found["who"]):
        return found["who"], pointed(found["what"])
    return "", words


def is_person(words: str) -> bool:
    """Whether the words are, or are like, the name of somebody who makes music or tells stories."""
    if is_artist(words) or _LATIN.fullmatch(words):
        return True
    return 1 < len(words) < 4 and words[0] in SURNAMES and not is_genre(words)


def pointed(what: str) -> str:
    """The work without what points at it: 那首晴天."""
    return _POINTER.sub("", what)
