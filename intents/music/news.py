"""News, of a day, a place, a station or a field."""

import re
from collections.abc import Mapping

from intents.places import is_place
from intents.vocabulary import Scalar

_NEWS = "(?:新闻联播|新闻|头条|资讯|要闻|早报|晚报|简报|时事)"
_DAY = (
    "今天|今日|今早|今晚|今晨|昨天|昨日|昨晚|昨夜|前天|早上|早晨|早间|午间|中午|晚间|晚上|最新|最近|当天|当日|"
    "这周|本周|上周|刚才|现在|每日|近期|这几天|这两天|目前"
)
_LITTLE = (
    "一些|一点儿?|点儿?|[一几]?[条则个段]|有没有|有|什么|啥|哪些|重大|重要|热点|热门|滚动|实时|"
    "关于|有关|方面|领域|相关|类|的"
)
_FIELD = (
    "国内|国际|国外|海外|体育|足球|篮球|财经|经济|金融|科技|数码|互联网|娱乐|明星|军事|时政|社会|法制|教育|"
    "健康|文化|旅游|房产|农业|环保|汽车|股市|游戏|本地|地方|本市|全国|全球|世界|天下|民生|英语|英文|双语"
)
_WORDS = re.compile(f"^(?P<of>.*?)(?:{_NEWS})+(?:内容|节目|消息|播报)?$")
_AROUND = re.compile(f"^(?:{_DAY}|{_LITTLE})+|(?:{_DAY}|{_LITTLE})+$")
_NO_FIELD = re.compile("[我你他她它谁看上过了吗没不假是在说台]|广播|之声|频道|主持")
_LONGEST = 8
"""Characters of what news are about."""


def news(words: str, verb: str) -> Mapping[str, Scalar] | None:
    """The slots of a wish for news; nothing where they are only spoken of, or are a station's."""
    found = _WORDS.match(words)
    if not found:
        return None
    of = _field(found["of"])
    if not of:
        return {"media_class": "news"}
    if _NO_FIELD.search(of) or len(of) > _LONGEST:
        return None
    if verb == "bare" and not (re.fullmatch(f"(?:{_FIELD})+|[A-Za-z]+", of) or is_place(of)):
        return None
    return {"search_query": of, "media_class": "news"}


def _field(said: str) -> str:
    before = ""
    while before != said:
        before, said = said, _AROUND.sub("", said)
    return "" if said in ("大", "新", "好") else said
