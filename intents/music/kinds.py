"""What is spoken rather than sung: stories, books, stations, podcasts, news; and the words for each."""

import re
from collections.abc import Mapping

from intents.music.news import news
from intents.music.owner import owned
from intents.music.words import is_genre
from intents.vocabulary import Scalar

_FIGURE = r"(?:[零〇一二三四五六七八九十百幺\d]+[点.][零〇一二三四五六七八九幺\d]+)"
_DIGITS = r"[零〇一二三四五六七八九幺\d]{3,4}"
_DAY = (
    "(?:今天|今日|今早|今晚|昨天|昨日|昨晚|前天|早上|早晨|晚上|中午|最新|最近|当天|当日|这周|本周|上周|"
    "刚才|现在|每日)"
)
_TOPIC = (
    "(?:早间|午间|晚间|国内|国际|体育|财经|经济|科技|娱乐|军事|时事|时政|社会|本地|地方|民生|汽车|股市|"
    "北京|上海|广东|世界|全球|天下|重大|重要|热点|头条|滚动|实时|英语|英文|双语|一些|点儿?|条|有|什么|啥|哪些|个)"
)
_NEWS = "(?:新闻|头条|新闻联播|资讯|要闻|早报|晚报|简报|时事)"
_TALE = (
    "(?:民间|成语|神话|童话|寓言|历史|睡前|科学|恐怖|鬼|侦探|爱国|英雄|传统|益智|科普|名人|动物|红色|"
    "哲理|励志)"
)
_BOOK = "(?:有声书|有声小说|小说|广播剧)"
_OF_SCREEN = "(?<!综合)(?<!电视)(?<!影视)(?<!电影)"
"""What a channel to look at is called."""
_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (f"^(?:一?个)?{_TALE}?(?:故事|童话|寓言|绘本)(?:书|集)?叫?(?P<x>[^的书集机里].+)$", "story"),
        ("^(?:关于|有关|讲)(?P<x>.+?)的.{0,4}故事$", "story"),
        ("^(?P<x>.*?(?<![讲说]))的?故事$", "story"),
        ("^(?P<x>.{2,}?)的?(?:朗诵|朗读|诵读|讲解|全文)$", "story"),
        ("^(?P<x>.{2,}(?:童话|寓言|绘本|三百首))$", "story"),
        (f"^(?P<x>.*?)的?{_BOOK}$|^{_BOOK}(?P<y>.+)$", "audiobook"),
        ("^(?:收音机|电台|广播)$", "radio"),
        (f"^(?:收音机|电台|广播)(?:的|到)?(?P<x>{_FIGURE})$", "radio"),
        ("^(?P<x>[^的]{3,})(?:评书|连播|有声剧)$", "story"),
        (f"^(?P<x>.*?(?:电台|广播|之声|频道)(?:(?:fm|调频)?(?:{_FIGURE}|{_DIGITS})))(?:兆赫)?$", "radio"),
        ("^(?P<x>[^的]{2,})的?(?:电台|广播)(?:新闻|节目)$", "radio"),
        (f"^(?P<x>.*(?:电台|广播网?|之声|{_OF_SCREEN}频道|"
         "[^一二三四五六七八九十个换上下这那]{2,4}台))$", "radio"),
        (rf"^(?P<x>(?:fm|调频|am)[零一二三四五六七八九十百点\d. ]+|{_FIGURE})(?:兆赫|千赫|"
         rf"赫兹)?$", "radio"),
        ("^(?P<x>.*?)的?(?:播客|节目)$|^(?:播客)(?P<y>.{2,})$", "podcast"),
        (f"^(?:{_DAY}的?|{_TOPIC}的?)*{_NEWS}(?:没?有?|(?!广播|台|频道|节目).{{2,8}})$", "news"),
    )
)  # fmt: skip
_STATION = re.compile("电台|广播|之声|频道|台$")
_TUNED = re.compile(
    rf"^(?:fm|am|调频|调幅)?(?:{_FIGURE}|[\d.]+)(?:兆赫|千赫|赫兹)?的?(?=[\u4e00-\u9fff]{{3,}})|^(?:调频|调幅)(?=\D)",
    re.IGNORECASE,
)
"""The frequency in front of a station's name."""
_CHAPTER = re.compile(
    r"^(?P<title>.{2,}?)的?第[一二三四五六七八九十百两\d]+(?P<unit>集|回|章|期|季|部|讲|卷)(?P<rest>.*)$"
)
_BLANK = re.compile("(?:我?没听过|新|短|一?个|一?些|好听|有意思|好玩|随便)$")
_LONG = re.compile("^(?:短|长|简单|有趣|温馨|好玩)(?:一?点儿?)?的?(?=..)")
_DATED = re.compile(f"^{_DAY}的?(?:那|这)?(?:一?[期集])?的?(?=..)")


def chapter(words: str) -> Mapping[str, Scalar] | None:
    """A part of something that has parts, by the whole."""
    found = _CHAPTER.match(words)
    if not found:
        return None
    inner = spoken(found["title"], "hear")
    if inner and "search_query" in inner:
        return inner  # 得意忘形播客第三十期
    return _titled(found["title"], "podcast" if found["unit"] == "期" else "story")


def spoken(words: str, verb: str) -> Mapping[str, Scalar] | None:
    """Stories, books, stations, podcasts, news, where the words say that they are."""
    if (verb != "bare" or not _STATION.search(words)) and (told := news(words, verb)):
        return told
    for pattern, kind in _SPOKEN:
        if found := pattern.match(words):
            title = next((each for each in found.groups() if each), "").removesuffix("的")
            title = "" if found.lastgroup == "y" and is_genre(title) else title  # 播客路上听
            if verb == "bare" and not (kind == "news" or (kind == "radio" and title)):
                return None
            if verb == "open" and kind not in ("radio", "podcast"):
                return None
            if kind == "radio" and title:
                return _titled(_TUNED.sub("", title), kind)
            title = _BLANK.sub("", _BLANK.sub("", title).removesuffix("的"))
            return _titled(_LONG.sub("", _DATED.sub("", title)), kind) if title else {"media_class": kind}
    return None


def _titled(title: str, kind: str) -> Mapping[str, Scalar]:
    """A title of a kind, and who wrote or tells it."""
    who, what = owned(title) if kind != "radio" else ("", title)
    return {**({"artist": who} if who else {}), "search_query": what, "media_class": kind}
