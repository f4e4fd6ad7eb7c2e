"""The words of a wish to hear something to its slots: artist, album, genre, and a title to search for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intents.music.words import artist_before, genre_before, genres, is_artist, is_genre, titles
from intents.vocabulary import Scalar

Slots = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Wish:
    """The words of what is wanted, and how they were asked for."""

    words: str
    verb: str
    """`hear`, `tell`, `get`, `swap`, `open`, `any` (whether there is one), `behind` or `bare`."""
    some: bool = False
    """A bit of it, rather than one."""
    unit: str = ""
    """The measure word."""

    @property
    def sounds(self) -> bool:
        """Whether the verb or the measure word is one of music."""
        return self.verb == "hear" or self.unit in _MUSICAL


_MUSICAL = frozenset(["首", "支", "曲", "段", "段儿", "张", "集", "期"])
_SONGS = "(?:歌曲|歌儿|歌|音乐|曲子|乐曲|曲目|新歌|老歌|作品|段子)"
_MUSIC = re.compile(
    rf"^(?:一?[首支]|什么|些|点儿?)?(?:好听的?|别的|其[他它]的?|我?没听过的?|随便什么|你(?:喜欢|爱听)的?)?{_SONGS}?了?$"
)
_CHAPTER = re.compile(r"^(?P<title>.{2,}?)第[一二三四五六七八九十百\d]+(?P<unit>集|回|章|期)$")
_ALBUM = re.compile("^(?P<before>.*?)的?(?:这张|那张)?(?:专辑|唱片)(?P<behind>.*)$")
_OWN = re.compile(
    "^(?:我的?)?(?:收藏|喜欢的?(?:歌曲?|音乐)?|歌单|每日推荐|日推|私人电台)(?:的?歌曲?)?$|^.+歌单$"
)
_THEME = re.compile("^.+?(?:里面?的(?:歌|音乐|曲子))$|^.+?的?(?:主题曲|主题歌|片头曲|片尾曲|插曲|原声)$")
_SPOKEN_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("^(?P<x>.*?(?<![讲说]))的?故事$"), "story"),
    (re.compile("^(?P<x>.{2,}(?:童话|寓言|绘本|三百首))$"), "story"),
    (
        re.compile(
            "^(?P<x>.*?)的?(?:有声书|有声小说|小说|广播剧)$|^(?:有声书|有声小说|小说|广播剧)(?P<y>.+)$"
        ),
        "audiobook",
    ),
    (re.compile("^(?:收音机|电台|广播)$"), "radio"),
    (
        re.compile(
            r"^(?:收音机|电台|广播)(?:的|到)?(?P<x>[零一二三四五六七八九十百\d]+[点.][零一二三四五六七八九\d]+)$"
        ),
        "radio",
    ),
    (re.compile("^(?P<x>[^的]{3,})(?:评书|连播|有声剧)$"), "story"),
    (re.compile("^(?P<x>.*(?:电台|广播|之声|频道|[^一二三四五六七八九十个换上下这那]{2,4}台))$"), "radio"),
    (
        re.compile(
            r"^(?P<x>(?:fm|调频|am)[零一二三四五六七八九十百点\d. ]+|"
            r"[零一二三四五六七八九十百\d]+[点.][零一二三四五六七八九\d]+)$",
            re.IGNORECASE,
        ),
        "radio",
    ),
    (re.compile("^(?P<x>.*?)的?(?:播客|节目)$"), "podcast"),
    (
        re.compile(
            "^(?:(?:今天|今日|今早|早上|最新|早间|晚间|国内|国际|体育|财经|头条|一些|点儿?|什么|啥)的?)*"
            "(?:新闻|头条|新闻联播)没?有?$"
        ),
        "news",
    ),
)
_WITHIN = re.compile("^(?:电影|电视剧|动画片|综艺|节目)?(?P<title>.{2,}?)里面?的(?:歌曲?|音乐|曲子|插曲)$")
_BLANK = re.compile("(?:我?没听过|新|短|一?个|一?些|好听|有意思|好玩|随便)$")
_TOLD = re.compile(
    "故事|童话|评书|相声|小说|新闻|绘本|寓言|西游记|三国|水浒|红楼|"
    "(?:公主|王子|王|鸭|兔|猫|狗|狼|熊|猪|天宫|夜谭|传)$"
)
_TALE = re.compile(
    "(?!.*(?:[的了吗呢我你他她它]|笑话|道理|知识|段子|谜语|急转弯|方法|经历|新闻))[\u4e00-\u9fff]{4,8}"
)
"""What may be the title of a tale: 哪吒闹海."""
_NO_TITLE = re.compile(
    "谁|停止|暂停|继续|取消|开始|不好|为什么|怎么|多少|多大|多高|几点|几号|几岁|哪|如何|老婆|老公|"
    "^(?:什么|啥|他|她|它|这|那|我|你|您|的|了|着|过|得|不|没|别|完|一会儿?|会儿?|你的?|话|"
    "一?[个首段集遍点些曲张下]儿?|这个|那个|这首|那首|歌单|声音)$"
)
_ASKING_TITLE = re.compile("^(?!.*(?:什么|[吗呢好谁])).{2,}(?:哪儿?|多少|几岁|怎么办?)$")
"""A title that ends like a question: 爸爸去哪儿."""
_NO_SOUND = re.compile(
    "[灯门窗锁]$|空调|电视|窗帘|风扇|插座|音量|声音|闹钟|提醒|计时|清单|待办|天气|气温|温度|电话|手机|外卖|"
    "(?:咖啡|水|饭|菜|药|茶)$"
)
_POINTED = re.compile(
    r"^(?:刚才|刚刚|昨天|昨晚|前天|上次|上回|之前)(?:我们?)?(?:听|放|讲|唱|播)?(?:过)?(?:到?的地方|的)?(?:那|这)?一?[首个段集]?(?:的)?"
    r"(?P<kind>故事|评书|小说|歌曲?|音乐|曲子)?$"
)
"""What was heard before; which that was, only the player knows."""
_SOMEBODY = re.compile("^(?:他们|她们|他|她|这个?人|那个?人|这位?歌手)(?:的|唱的)")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石"
    "金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴莫孔向汤费温朴那齐庞祁阿降云乌毕腾单连岳"
)
"""What the names of people begin with; longer names are known, or are no names."""
_NARRATED = re.compile("[了过着吗呢是在有会去来说真很太]|今天|昨天|明天|.{7}")
"""What tells of somebody, rather than naming what they sing."""
_COMMON = 2
"""Characters of titles that are everyday words, too."""
_LONGEST = 30
"""Characters of a title."""


def sought(wish: Wish) -> Slots | None:
    """The slots; only `media_class` for whatever there is; None when it is no wish to hear something."""
    words = _titled(wish.words)
    if pointed := _pointed(words, wish):
        return pointed
    if not _may_be_title(words, wish):
        return None
    if _MUSIC.match(words):
        return _whatever(wish)
    found = (reading(words, wish) for reading in _READINGS)
    return next((slots for slots in found if slots is not None), None)


def _pointed(words: str, wish: Wish) -> Slots | None:
    """What words say that name nothing: anything, what was heard before, whatever somebody sings."""
    if wish.some and words in ("什么", "啥", "别的"):
        return _whatever(wish)
    if wish.verb == "bare":
        return None
    if words in ("从头", "重新", "重头"):
        return _whatever(wish)
    if found := _POINTED.match(words):
        told = found["kind"] in ("故事", "评书", "小说") or wish.verb == "tell"
        return {"media_class": "story" if told else "music"}
    return {"media_class": "music"} if wish.sounds and _SOMEBODY.match(words) else None


def _may_be_title(words: str, wish: Wish) -> bool:
    """Whether the words may name something to hear."""
    if not 0 < len(words) <= _LONGEST:
        return False
    if _NO_TITLE.search(words) and not (wish.unit == "首" and _ASKING_TITLE.search(words)):
        return False
    return wish.verb in ("hear", "tell") or wish.unit == "首" or not _NO_SOUND.search(words)


def _titled(words: str) -> str:
    """Without the frame around a title: …这首歌, 歌曲…, …叫啥来着."""
    words = re.sub("叫(?:啥|什么)(?:名字?)?(?:来着)?$", "", words)
    words = re.sub(r"的?[这那]一?(?:首歌?|个歌?|支曲子|段)$|(?<=\w)的$", "", words)
    return re.sub("^(?:歌曲|一首|那首|那个|什么)(?=..)", "", words).strip()


def _whatever(wish: Wish) -> Slots | None:
    """Music of any kind; to swap one song for another is to ask for the next one."""
    if wish.verb in ("hear", "behind", "get", "any") or (wish.verb != "swap" and (wish.some or wish.sounds)):
        return {"media_class": "music"}
    return None


def _chapter(words: str, _: Wish) -> Slots | None:
    found = _CHAPTER.match(words)
    kind = "podcast" if found and found["unit"] == "期" else "story"
    return {"search_query": found["title"], "media_class": kind} if found else None


def _spoken(words: str, wish: Wish) -> Slots | None:
    """Stories, books, stations, podcasts, news."""
    for pattern, kind in _SPOKEN_KINDS:
        if found := pattern.match(words):
            title = next((each for each in found.groups() if each), "").removesuffix("的")
            if wish.verb == "bare" and not (kind == "news" or (kind == "radio" and title)):
                return None
            if wish.verb == "open" and kind not in ("radio", "podcast"):
                return None
            title = _BLANK.sub("", _BLANK.sub("", title).removesuffix("的"))
            return {"search_query": title, "media_class": kind} if title else {"media_class": kind}
    return None


def _album(words: str, _: Wish) -> Slots | None:
    found = _ALBUM.match(words)
    if not found:
        return None
    before, behind = found["before"], found["behind"]
    if before and behind:
        return {"artist": before, "album": behind, "media_class": "album"}
    one = before or behind
    slot = "artist" if before and is_artist(one) else "album"
    return {slot: one, "media_class": "album"} if one else {"media_class": "album"}


def _own(words: str, wish: Wish) -> Slots | None:
    if wish.verb == "bare" or not _OWN.match(words):
        return None
    return {"search_query": words, "media_class": "playlist"}


def _named(words: str, wish: Wish) -> Slots | None:
    """A known artist, a known genre, or the music of a film."""
    if is_artist(words):
        return {"artist": words, "media_class": "music"}
    if words in genres() or re.sub("(?:音乐|歌曲|歌|曲子|曲|乐)$", "", words) in genres():
        return {"genre": words, "media_class": "music"}
    if found := _WITHIN.match(words):
        return {"search_query": found["title"], "media_class": "music"}
    if wish.verb == "any" and words.startswith("适合"):
        return {"genre": words, "media_class": "music"}
    known = words in titles() and (wish.verb == "behind" or len(words) > _COMMON)
    return {"search_query": words, "media_class": "music"} if known or _THEME.match(words) else None


def _owned(words: str, wish: Wish) -> Slots | None:
    """…的歌, …的相声, and whatever stands behind a known name."""
    found = re.match(rf"^(.+?)(?:唱的|的)({_SONGS}|{'|'.join(genres())})(?:随便|来|放)*$", words)
    if found and (wish.verb != "bare" or is_artist(found[1]) or not _NARRATED.search(found[1])):
        return _of(found[1], found[2], wish)
    if found := re.match("^(?P<who>.{2,3}?)(?:唱的|的)(?P<what>.{2,})$", words):
        who = found["who"]
        if wish.sounds and who[0] in _SURNAMES and not is_genre(who):
            return _of(who, found["what"], wish)
    parts = artist_before(words)
    if not parts or (wish.verb == "bare" and _NARRATED.search(parts[1])):
        return None
    rest = re.sub("^(?:唱的?$|唱的|的)?(?:[那这]一?首)?", "", parts[1])
    if is_artist(re.sub("^[和跟与、]", "", rest)):
        return {"artist": words, "media_class": "music"}
    return _of(parts[0], rest, wish)


def _of(owner: str, thing: str, wish: Wish) -> Slots:
    """Whose it is, and which of theirs: 周杰伦的歌, 郭德纲的相声, 安静的歌, 周杰伦的晴天."""
    general = bool(re.fullmatch(f"(?:{_SONGS})?", thing))
    owner = re.sub("(?:一点儿?|一些|听|的?时候听?|时候听?)$", "", owner) or owner
    if not is_artist(owner) and is_genre(owner) and (general or thing in genres()):
        return {"genre": owner if general else thing, "media_class": "music"}
    if general:
        return {_whose(owner, wish): owner, "media_class": "music"}
    if thing == "评书" and not is_artist(owner):
        return {"search_query": owner, "media_class": "story"}
    slot = "genre" if thing in genres() else "search_query"
    return {"artist": owner, slot: thing, "media_class": "music"}


def _whose(owner: str, wish: Wish) -> str:
    """The slot of whose music it is: a person, what kind it is of, or where it is from."""
    if is_artist(owner):
        return "artist"
    if wish.some:
        return "genre"
    is_person = owner[0] in _SURNAMES and len(owner) < 4
    return "artist" if is_person or not "\u4e00" <= owner[0] <= "\u9fff" else "search_query"


def _genre(words: str, wish: Wish) -> Slots | None:
    """A kind of music with a title behind it, a mood, or what ends like a kind of music."""
    if wish.verb in ("hear", "get", "swap", "behind", "any") and (parts := genre_before(words)):
        if parts[1].startswith(("版", "伴奏")):
            return {"search_query": words, "media_class": "music"}  # 钢琴版的梦中的婚礼
        return {"genre": parts[0], "search_query": parts[1], "media_class": "music"}
    if wish.verb == "bare" or words.startswith(("这", "那")) or not re.search(f"{_SONGS}$", words):
        return None
    bare = re.sub(f"的?{_SONGS}$", "", words)
    return {"genre": bare if "的" in words and is_genre(bare) else words, "media_class": "music"}


def _story(words: str, wish: Wish) -> Slots | None:
    told = wish.verb == "tell" and (_TOLD.search(words) or (wish.unit == "个" and _TALE.fullmatch(words)))
    return {"search_query": words, "media_class": "story"} if told else None


def _free(words: str, wish: Wish) -> Slots | None:
    """Free words behind a verb or a measure word of music: …的… has a name in front."""
    if wish.verb == "tell" or not wish.sounds:
        return None
    owner, of, thing = words.partition("的")
    if (
        of
        and thing
        and not is_genre(owner)
        and re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][\w .'&-]*", owner)
    ):
        return {"artist": owner.strip(), "search_query": thing.strip(), "media_class": "music"}
    if wish.some or is_genre(words):
        return {"genre": words, "media_class": "music"}
    kind = {"集": "story", "期": "podcast"}.get(wish.unit, "music")
    return {"search_query": words, "media_class": kind}


_READINGS: tuple[Callable[[str, Wish], Slots | None], ...] = (
    _chapter, _spoken, _album, _own, _named, _owned, _genre, _story, _free,
)  # fmt: skip
"""What the words may be, what they say themselves first."""
