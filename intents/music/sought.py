"""The words of a wish to hear something to its slots: artist, album, genre, and a title to search for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intents.music.ends import SOMEBODY, begun, ended, is_called
from intents.music.kinds import chapter, spoken
from intents.music.owner import SURNAMES, is_person, owned, pointed
from intents.music.poems import poem
from intents.music.words import genre_before, genres, is_artist, is_genre, is_mood, titles
from intents.vocabulary import Scalar

Slots = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Wish:
    """The words of what is wanted, and how they were asked for."""

    words: str
    verb: str
    """`hear`, `tell`, `get`, `swap`, `open`, `look` (news), `any` (if there is one), `behind` or `bare`."""
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
    rf"^(?:一?[首支]|什么|些|点儿?)?(?:好听的?|别的|其[他它]的?|我?没听过的?|随便什么|你(?:喜欢|"
    rf"爱听)的?)?{_SONGS}?了?$"
)
_OF_SONGS = re.compile(f"(?<!之)(?<!战){_SONGS}$")
_ALBUM = re.compile("^(?P<before>.*?)的?(?:这张|那张)?(?:专辑|唱片)(?P<behind>.*)$")
_OWN = re.compile(
    "^(?:我的?)?(?:收藏|喜欢的?(?:歌曲?|音乐)?|歌单|每日推荐|日推|私人电台)(?:的?歌曲?)?$|^.+歌单$"
)
_THEME = re.compile("^.+?(?:里面?的(?:歌|音乐|曲子))$|^.+?的?(?:主题曲|主题歌|片头曲|片尾曲|插曲|原声)$")
_LIKE = re.compile(
    "^(?:音乐|歌曲?|曲子|乐队)?(?:像|跟|和|同|与|类似于?)(?P<who>.{2,}?)(?:的歌|的音乐|这首歌?|那首歌?)?"
    "(?:差不多|一样|那样|那种|这种|似的|类似|风格|同类|相似|那一类|那类|很像).*$"
)
_OF_MUSIC = re.compile("歌|音乐|曲|唱|乐队|风格")
_WITHIN = re.compile("^(?:电影|电视剧|动画片|综艺|节目)?(?P<title>.{2,}?)里面?的(?:歌曲?|音乐|曲子|插曲)$")
_INSIDE = re.compile(f"^(?P<of>.{{2,8}}?)(?P<where>里面|里头|中|里)的(?!{_SONGS})(?P<title>.{{2,}})$")
"""Something that is heard in a film, a play, a game."""
_TOLD = re.compile(
    "故事|童话|评书|相声|小说|新闻|绘本|寓言|西游记|三国|水浒|红楼|"
    "(?:公主|王子|王|鸭|兔|猫|狗|狼|熊|猪|天宫|夜谭|传)$"
)
_TALE = re.compile("(?!.*[的了吗呢我你他她它])[\u4e00-\u9fff]{4,8}")
"""What may be the title of a tale: 哪吒闹海."""
_NO_TALE = re.compile(
    "笑话|道理|知识|谜语|急转弯|方法|经历|新闻|清单|短信|消息|邮件|日程|待办|提醒|天气|话$|诗$|诗歌$|宋词$|古文$|绕口令"
)
_READ = frozenset(["首", "篇", "则", "段", "遍", "部", "章"])
"""Measure words of what is read out."""
_NO_TITLE = re.compile(
    "谁|停止|暂停|继续|取消|开始|不好|为什么|怎么|多少|多大|多高|几点|几号|几岁|哪|如何|老婆|老公|"
    "^(?:什么|啥|他|她|它|这|那|我|你|您|的|了|着|过|得|不|没|别|完|一会儿?|会儿?|你的?|话|"
    "一?[个首段集遍点些曲张下]儿?|这个|那个|这首|那首|歌单|声音|播放?|放|随机|(?:单曲)?循环|顺序)$|"
    "^看.|^(?:电影|电视剧|连续剧|纪录片)(?!.*(?:歌|曲|音乐|原声|配乐))|(?:电影|电视剧|连续剧|纪录片|大片|片子|影片|视频)$"
)
_ASKING_TITLE = re.compile("^(?!什么|啥|哪|谁|.*[吗呢好谁]).{2,}(?:哪儿?|多少|几岁|怎么办?|(?<!叫)什么)$")
"""A title that ends like a question: 爸爸去哪儿."""
_COUNTING = frozenset(["首", "集", "部", "期", "章"])
"""Measure words of what has a title."""
_NO_SOUND = re.compile(
    "[灯门窗锁]$|空调|电视|窗帘|风扇|插座|音量|声音|闹钟|提醒|计时|清单|待办|天气|气温|温度|电话|手机|外卖|"
    "(?:咖啡|水|饭|菜|药|茶)$"
)
_POINTED = re.compile(
    r"^(?:刚才|刚刚|昨天|昨晚|前天|上次|上回|之前)(?:我们?)?(?:听|放|讲|唱|播)?(?:过)?(?:到?的地方|"
    r"的)?(?:那|这)?一?[首个段集]?(?:的)?"
    r"(?P<kind>故事|评书|小说|歌曲?|音乐|曲子)?$"
)
"""What was heard before; which that was, only the player knows."""
_SOMEBODY = re.compile("^(?:他们|她们|他|她|这个?人|那个?人|这位?歌手)(?:的|唱的)")
_SINGER = re.compile(
    f"^(?P<who>(?!{SOMEBODY})[\u4e00-\u9fff]{{2,4}}|[A-Za-z][A-Za-z .'-]+)唱的(?:那[首个])?"
    f"(?P<what>(?!.*(?:好听|难听|不错|[好差]$|怎么|什么|{_SONGS}$))[\u4e00-\u9fffA-Za-z]{{2,8}})$"
)
_NARRATED = re.compile("[了过着吗呢是在有会去来说真很太]|今天|昨天|明天|.{7}")
"""What tells of somebody, rather than naming what they sing."""
_COMMON = 2
"""Characters of titles that are everyday words, too."""
_LONGEST = 30
"""Characters of a title."""


def sought(wish: Wish) -> Slots | None:
    """The slots; only `media_class` for whatever there is; None when it is no wish to hear something."""
    words = _titled(wish.words)
    if wish.verb == "look":
        told = spoken(words, "hear")
        return told if told and told["media_class"] == "news" else None
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
    if is_called(words):
        return True
    if _NO_TITLE.search(words) and not (wish.unit in _COUNTING and _ASKING_TITLE.search(words)):
        return False
    return wish.verb in ("hear", "tell") or wish.unit == "首" or not _NO_SOUND.search(words)


def _titled(words: str) -> str:
    """Without the frame around a title: …这首歌, 歌曲…, …叫啥来着."""
    words = begun(ended(words))
    words = words if is_called(words) else re.sub(r"(?<=\w)的$", "", words)
    return begun(words).strip()


def _whatever(wish: Wish) -> Slots | None:
    """Music of any kind; to swap one song for another is to ask for the next one."""
    if wish.verb in ("hear", "behind", "get", "any") or (wish.verb != "swap" and (wish.some or wish.sounds)):
        return {"media_class": "music"}
    return None


def _alike(words: str, wish: Wish) -> Slots | None:
    """What is like something that is known to them: 像恩雅那样的音乐; 跟昨天一样 alone is about anything."""
    found = _LIKE.match(words)
    if not found:
        return None
    musical = wish.sounds or _OF_MUSIC.search(words) or is_called(found["who"]) or is_artist(found["who"])
    if wish.verb == "bare" and not musical:
        return None
    return {"artist" if is_artist(found["who"]) else "search_query": found["who"], "media_class": "music"}


def _sung(words: str, wish: Wish) -> Slots | None:
    """A title, and somebody unknown who is said to sing it."""
    found = None if wish.verb == "tell" else _SINGER.match(words)
    if not found or is_artist(found["who"]) or _NARRATED.search(found["who"] + found["what"]):
        return None
    return {"artist": found["who"], "search_query": pointed(found["what"]), "media_class": "music"}


def _chapter(words: str, _: Wish) -> Slots | None:
    return chapter(words)


def _spoken(words: str, wish: Wish) -> Slots | None:
    return poem(words, wish.verb, wish.unit) or spoken(words, wish.verb)


def _album(words: str, _: Wish) -> Slots | None:
    found = _ALBUM.match(words)
    if not found:
        return None
    before, behind = found["before"], found["behind"]
    who, one = (before, behind) if before and behind else owned(before or behind)
    if not who and is_artist(one):
        who, one = one, ""
    slots = {"artist": who, "album": one, "media_class": "album"}
    return {slot: said for slot, said in slots.items() if said}


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
    if (found := _INSIDE.match(words)) and (len(found["where"]) > 1 or found["of"] in titles()):
        return {"search_query": found["title"], "media_class": "music"}
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
    who, rest = owned(words)
    if not who or not (is_artist(who) or (wish.sounds and who[0] in SURNAMES)):
        return None
    if wish.verb == "bare" and _NARRATED.search(rest):
        return None
    if is_artist(re.sub("^[和跟与、]", "", rest)):
        return {"artist": words, "media_class": "music"}
    return _of(who, rest, wish)


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
    named = owner[0] in SURNAMES and len(owner) < 4
    return "artist" if named or not "\u4e00" <= owner[0] <= "\u9fff" else "search_query"


def _genre(words: str, wish: Wish) -> Slots | None:
    """A kind of music with a title behind it, a mood, or what ends like a kind of music."""
    if wish.verb in ("hear", "get", "swap", "behind", "any") and (parts := genre_before(words)):
        if parts[1].startswith(("版", "伴奏")):
            return {"search_query": words, "media_class": "music"}  # 钢琴版的梦中的婚礼
        return {"genre": parts[0], "search_query": parts[1], "media_class": "music"}
    if wish.verb == "bare" or words[:1] in ("这", "那") or not _OF_SONGS.search(words):
        return None
    bare = re.sub(f"的?{_SONGS}$", "", words)
    one = words == f"{bare}歌曲" and len(bare) > 1 and not is_genre(bare) and wish.unit in ("首", "曲", "支")
    if one:
        return {"search_query": bare, "media_class": "music"}
    return {"genre": bare if "的" in words and is_genre(bare) else words, "media_class": "music"}


def _story(words: str, wish: Wish) -> Slots | None:
    """What is told, and who wrote it."""
    if wish.verb != "tell" or _NO_TALE.search(words):
        return None
    who, what = owned(words)
    told = wish.unit in _READ or (wish.unit == "个" and _TALE.fullmatch(words))
    known = (who and what in titles()) or any(words.startswith(each) for each in titles() if len(each) > 2)
    if not (_TOLD.search(words) or told or known):
        return None
    return {**({"artist": who} if who else {}), "search_query": what, "media_class": "story"}


def _free(words: str, wish: Wish) -> Slots | None:
    """Free words behind a verb or a measure word of music: …的… has a name in front."""
    if (wish.some or wish.verb == "swap") and wish.verb in ("get", "any", "swap") and is_mood(words):
        return {"genre": re.sub("(?:一?点儿?|一?些)$", "", words), "media_class": "music"}
    if wish.verb == "tell" or not wish.sounds:
        return None
    words = re.sub("^首(?![都席长相府])(?=..)", "", words)
    owner, of, thing = words.partition("的")
    if of and thing and is_person(owner):
        return {"artist": owner.strip(), "search_query": pointed(thing.strip()), "media_class": "music"}
    if wish.some or is_genre(words):
        return {"genre": words, "media_class": "music"}
    kind = {"集": "story", "期": "podcast"}.get(wish.unit, "music")
    return {"search_query": words, "media_class": kind}


_READINGS: tuple[Callable[[str, Wish], Slots | None], ...] = (
    _alike, _chapter, _spoken, _album, _own, _named, _owned, _sung, _genre, _story, _free,
)  # fmt: skip
"""What the words may be, what they say themselves first."""
