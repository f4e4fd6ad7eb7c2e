"""What somebody wants to hear, said in Chinese: an artist, a title, a genre, a story, a station.

Titles are free words, so that it is the place in the sentence that tells: behind a verb of hearing, before or
behind a measure word, on either side of 的. Templates would take the longest of all of these at once.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intents.asking import is_question
from intents.music_words import artist_before, artists, genre_before, genres, is_artist, is_genre
from intents.vocabulary import Intent, Match, Route, Scalar

SURE, GUESSED = 0.8, 0.6
"""Confidence where the words name something to hear, and where only the verb says so."""

_WHO = "我们|咱们|我|咱|大家|孩子们|孩子|宝宝|宝贝|闺女|儿子|女儿|小朋友|爷爷|奶奶|姥姥|姥爷|外公|外婆|爸妈|爸爸|妈妈|爸|妈|老人|老伴|老公|老婆|他们|他|她|家人"
_LEAD = re.compile(
    rf"(?:[嗯呃啊哎诶喂欸额]+|嗨(?=小伴|你)|你好|小伴|(?:继续|接着)(?=[听讲放播].)|那个|这个|就是|请问|请|麻烦[你您]?|劳驾|拜托|帮忙|帮我|帮|"
    rf"(?:给|为)(?:{_WHO})+|(?:{_WHO})(?=[想要]|听(?!说|到|见|了|过))|能不能|可不可以|能否|可以|能|[你您]能?(?=[给帮放播])|"
    r"想要|想|要(?!不)|现在|再|就|先|快|赶紧|随便|还是|那就|那|来听|用(?:音箱|喇叭|音响)|在(?:客厅|卧室|厨房|书房|浴室|卫生间)(?:里)?|麻烦)"
)
_HEAR = (
    "播放一下|播放|放一下|放一放|放起|播一下|播一播|放送|点播|收听|听一下|听一听|听听|听会儿|听一会儿|听到?(?!说|见|话|懂|清|不)|"
    "放(?!假|心|学|进|到|在|下|弃|大|小|松|慢|手|完|屁)|播(?!报|种)"
)
_SWAP = "换成|换"
_GET = "来|点|唱|整|搞|搜一下|搜索|搜|找一下|找找|找"
_TELL = "讲一讲|讲讲|讲一下|讲|说(?!不|过|了|的|明|实|起|到|谢)|念|朗诵|背(?=首|一首|个)"
_TOLD = re.compile(f"(?:{_TELL})")
_OPEN = "打开|开一下|开|调到|调成|切到|转到"
_VERB = re.compile(rf"(?P<hear>{_HEAR})|(?P<tell>{_TELL})|(?P<swap>{_SWAP})|(?P<get>{_GET})|(?P<open>{_OPEN})")
_MEASURE = re.compile(
    r"^(?:一下)?(?:(?P<some>(?:一)?点儿?|一?些|几首|几个|几段)|(?:(?:[一两三])?(?P<unit>首|支|曲|段儿?|集|篇|则|个)|[一两三](?P<other>张|部|回|遍|台|期))?)"
)
_TAIL = re.compile(
    r"(?:的?声音?(?:别|不要).*|给(?:我们?|咱|孩子|宝宝|大家)?听听?|来?听听|来听|听吧|一下|一遍|起来|出来|吧|呗|啊|呀|哦|嘛|哈|了|啦|谢谢[你您]?|好吗|好不好|行吗|行不行|可以吗|吗)+$"
)
_BEHIND = re.compile(
    rf"^(?:把|将)?(?P<what>.+?)(?:给(?:{_WHO}))?(?P<hear>(?:放|播放|播|点播|唱|听)(?:一下|一放|一遍|一个|一首|几首|(?P<out>起来|出来|来听听|给我听|一遍)|上|点儿?|呗|吧|$)+)?"
    r"(?:(?:来|放|播|听|整|点)(?:一|几)?(?:个|首|段|点儿?|些|曲|遍|集|张)(?:听听|吧|呗|儿)*|走起|(?<=[放播唱听下遍个首来吧呗]))$"
)
_ANY_LEFT = re.compile(r"^(?P<what>.+?)(?:有没有|有吗|有么|有没)(?:啊|呀)?$|^有没有(?P<other>.+)$")
_REFUSED = re.compile("别|不(?:想|要|用|听|喜欢|爱|好)|没|谁|她|他")
_CALLED = re.compile(r"^(?:有|那)?一?首(?:歌曲?|曲子|儿歌)(?:名字?)?叫(?:做)?(?P<title>.+)$")
_COURTEOUS = re.compile("能不能|可不可以|能否|可以|能给|能帮")
_NEWS = re.compile(r"^(?:今天|最近|现在)?有(?:什么|啥)(?:.{0,2})(?:新闻|头条)")
_MUSICAL = re.compile(r"^(?:首|支|曲|段儿?|张|集|期)$")
_SONGS = r"(?:歌曲|歌儿|歌|音乐|曲子|乐曲|曲目|新歌|老歌|作品|段子)"
_BLANK = "一?个|一?些|好听|有意思|好玩|随便"
_MUSIC = re.compile(rf"^(?:一?[首支]|什么|些|点儿?)?(?:好听的?)?{_SONGS}?$")
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("^(?P<x>.*?(?<![讲说]))(?:的)?故事$"), "story"),
    (re.compile("^(?P<x>.*?)(?:的)?(?:有声书|小说|广播剧)$|^(?:有声书|小说|广播剧)(?P<y>.+)$"), "audiobook"),
    (re.compile(r"^(?P<x>.*(?:电台|广播|之声|频道|交通台|音乐台|新闻台)|(?:fm|调频|am).*\d.*|(?:fm|调频|am)[零一二三四五六七八九十百点]+)$", re.IGNORECASE), "radio"),
    (re.compile("^(?:收音机|电台|广播)$"), "radio"),
    (re.compile("^(?P<x>.*?)(?:的)?(?:播客|节目)$"), "podcast"),
    (re.compile("^(?:(?:今天|今日|今早|早上|最新|早间|晚间|国内|国际|体育|财经|一些|点儿?|什么|啥)的?)*(?:新闻|头条|新闻联播)(?:没有?)?$"), "news"),
)  # fmt: skip
_SPOKEN = re.compile(
    "(?:故事|童话|评书|相声|小说|新闻|绘本|寓言|西游记|三国|水浒|红楼)|(?:公主|王子|王|鸭|兔|猫|狗|狼|熊|猪|天宫|夜谭|传)$"
)
_NO_TITLE = re.compile(
    "谁|停止|暂停|继续|取消|开始|不好|为什么|怎么|多少|多大|多高|几点|几号|几岁|哪|如何|老婆|老公|^(?:什么|啥|他|她|它|这|那|我|你|您|的|了|着|过|得|不|没|别|完|一会儿?|会儿?|你的?|话|"
    "一?[个首段集遍点些曲张下]儿?|这个|那个|这首|那首|歌单|声音)$"
)
_NO_SOUND = re.compile(
    "[灯门窗锁]$|空调|电视|窗帘|风扇|插座|音量|声音|闹钟|提醒|计时|清单|待办|天气|气温|温度|电话|手机|外卖|[点杯份碗]?(?:咖啡|水|饭|菜|药|茶)$"
)
_LONGEST = 20
"""Characters of a title."""
_NARRATED = re.compile("[了过着吗呢是在有会去来说真很太]|今天|昨天|明天|.{7}")
"""What tells of somebody, rather than naming what they sing."""
_ADJACENT = re.compile(r"[，。！；,!;、]+")


@dataclass(frozen=True, slots=True)
class _Wish:
    """The words of what is wanted, and how they were asked for."""

    words: str
    verb: str
    """`hear`, `tell`, `get`, `open` or `behind`."""
    some: bool
    """A bit of it, rather than one."""
    unit: str


def listening(text: str) -> Match | None:
    """What is to be heard; None when nothing is asked for, or when the words could mean something else."""
    clauses = [each for each in _ADJACENT.split(" ".join(text.split()).strip("。！!?？ ")) if each]
    if not clauses or len(clauses) > 4:
        return None
    found = [(clause, slots) for clause in clauses if (slots := _wanted(clause)) is not None]
    if not found:
        return None
    clause, slots = found[-1]
    slots = {**_beside([each for each in clauses if each != clause], slots), **slots}
    sure = SURE if _is_named(slots) else GUESSED
    told = bool(_TOLD.match(led(clause)))
    return Match((Intent("HassMediaSearchAndPlay", slots),), sure, Route.FAST, "zh", complete=not told)


def _is_named(slots: Mapping[str, Scalar]) -> bool:
    """Whether an artist or a genre is a known one, or the words say themselves what they are."""
    artist, genre = str(slots.get("artist", "")), str(slots.get("genre", ""))
    return is_artist(artist) or is_genre(genre) or "album" in slots or set(slots) == {"media_class"}


def is_told(match: Match) -> bool:
    """Whether it is a story that is to be told, which a language model can do without any library."""
    first = match.intents[0]
    return not match.complete and first.slots.get("media_class") == "story"


def _wanted(clause: str) -> Mapping[str, Scalar] | None:
    """What the first reading of the clause that means something asks for."""
    return next((slots for wish in _wishes(clause) if (slots := _slots(wish)) is not None), None)


def _wishes(clause: str) -> Iterator[_Wish]:
    """Readings of one clause, the likelier first; only the first that means something counts."""
    bare = led(re.sub("[《》]|(?<=[点些首个儿])什么(?=歌|音乐)", "", clause))
    if _REFUSED.match(bare):
        return
    if found := _CALLED.match(bare):
        yield _Wish(_ended(found["title"]), "hear", some=False, unit="首")
    asked = is_question(bare, "zh")
    if (found := _VERB.match(bare)) and (not asked or _COURTEOUS.search(clause)):
        behind = bare[found.end() :]
        measure = _MEASURE.match(behind)
        if measure and behind:
            words = _ended(behind[measure.end() :])
            verb = str(found.lastgroup)
            if words:
                yield _Wish(words, verb, bool(measure["some"]), measure["unit"] or measure["other"] or "")
    if found := _ANY_LEFT.match(bare):
        yield _Wish(_ended(found["what"] or found["other"]), "any", True, "")
    elif not asked and (found := _BEHIND.match(bare)):
        put = bare.startswith(("把", "将"))  # 放 may be to put something down
        heard = bool(found["out"]) if put else bool(re.search("[^放播听唱]$", found["hear"] or ""))
        yield _Wish(_ended(led(found["what"])), "hear" if heard else "behind", False, "")
    if not asked or _NEWS.match(bare):
        yield _Wish(_ended(bare), "bare", False, "")


def led(clause: str) -> str:
    """The clause without courtesy, and without who it is for."""
    rest = clause.strip()
    while found := _LEAD.match(rest):
        if found.end() == len(rest):
            break
        rest = rest[found.end() :].lstrip()
    return rest


def _ended(words: str) -> str:
    if words in genres():
        return words
    return _TAIL.sub("", words).strip() or words.strip()


def _slots(wish: _Wish) -> Mapping[str, Scalar] | None:
    """The slots, empty for whatever there is; None when it is no wish to hear something."""
    words = _named(wish.words)
    if not words or len(words) > _LONGEST or _NO_TITLE.search(words):
        return None
    if wish.verb not in ("hear", "tell") and wish.unit != "首" and _NO_SOUND.search(words):
        return None
    if (known := _known(words, wish)) is not None:
        return known
    certain = wish.verb == "hear" or bool(_MUSICAL.match(wish.unit))
    if wish.verb == "tell":
        return {"search_query": words, "media_class": "story"} if _SPOKEN.search(words) else None
    if not certain:
        return None
    return _divided(words, wish) or ({"genre": words} if wish.some else _titled(words, wish))


def _named(words: str) -> str:
    """Without the frame around a title: 有首歌叫… , …这首歌, 歌曲…"""
    words = re.sub("叫(?:啥|什么)(?:名字?)?(?:来着)?$", "", words)
    words = re.sub(r"(?:的)?(?:这|那)(?:一)?(?:首歌?|个歌?|支曲子|段)$|(?<=[的\w])的$", "", words)
    return re.sub(r"^(?:歌曲|一首|那首|那个|什么)(?=..)", "", words).strip()


def _known(words: str, wish: _Wish) -> Mapping[str, Scalar] | None:  # noqa: C901, PLR0911  # one line a kind
    """What is named by words that say themselves what they are."""
    if found := re.match(r"^(?P<x>.{2,}?)第[一二三四五六七八九十百\d]+(?P<k>集|回|章|期)$", words):
        kind = "podcast" if found["k"] == "期" else "story"
        return {"search_query": found["x"], "media_class": kind}
    if wish.verb == "swap" and _MUSIC.match(words):
        return None  # the next one
    if _MUSIC.match(words) and (wish.verb in ("hear", "behind") or wish.unit in ("首", "支") or wish.some or wish.verb in ("get", "any")):
        return {"media_class": "music"} if words.strip("儿") else None
    for pattern, kind in _KINDS:
        if found := pattern.match(words):
            title = (found.groupdict().get("x") or found.groupdict().get("y") or "").removesuffix("的")
            return _told(title, words, kind, wish)
    if found := re.match(r"^(?P<a>.*?)(?:的)?(?:这张|那张)?(?:专辑|唱片)(?P<b>.*)$", words):
        return _album(found["a"].removesuffix("的"), found["b"])
    if found := re.match(r"^(?:我的?)?(?:收藏|喜欢的?(?:歌曲?|音乐)?|歌单|每日推荐|日推|私人电台)(?:的?歌曲?)?$|^.+歌单$", words):
        return {"search_query": words, "media_class": "playlist"} if wish.verb != "bare" else None
    if is_artist(words):
        return {"artist": words, "media_class": "music"}
    if words in genres() or re.sub("(?:音乐|歌曲|歌|曲子|曲|乐)$", "", words) in genres():
        return {"genre": words, "media_class": "music"}
    if found := re.match(r"^(?P<x>.+?)的?(?:主题曲|主题歌|片头曲|片尾曲|插曲|原声)$", words):
        return {"search_query": words, "media_class": "music"}
    if (found := re.match(rf"^(?P<x>.+?)(?:的|唱的)(?P<k>{_SONGS}|{'|'.join(genres())})(?:随便|来|放)*$", words)) is not None:
        return _of(found["x"], found["k"], wish)
    if (parts := artist_before(words)) and not (wish.verb == "bare" and _NARRATED.search(parts[1])):
        artist, rest = parts
        rest = re.sub("^(?:唱的|的)", "", rest)
        together = re.match("^(?:和|跟|与|、)?(.+)$", rest)
        if together and is_artist(together[1]):
            return {"artist": words, "media_class": "music"}
        return _of(artist, rest, wish)
    if wish.verb in ("hear", "get", "swap", "behind") and (parts := genre_before(words)):
        return {"genre": parts[0], "search_query": parts[1], "media_class": "music"}
    if (wish.some or wish.verb in ("hear", "behind")) and "的" in words and is_genre(words.partition("的")[0]) and re.search(f"{_SONGS}$|的$", words):
        return {"genre": re.sub(f"的?{_SONGS}?$", "", words), "media_class": "music"}
    if re.search(f"{_SONGS}$", words) and wish.verb != "bare" and not words.startswith(("这", "那")):
        return {"genre": words, "media_class": "music"}
    return None


def _told(title: str, words: str, kind: str, wish: _Wish) -> Mapping[str, Scalar] | None:
    if wish.verb == "bare" and (kind not in ("radio", "news") or not title):
        return None
    if kind == "radio":
        return {"search_query": title, "media_class": kind} if title else {"media_class": kind}
    if wish.verb == "open" and kind != "podcast":
        return None
    title = re.sub(rf"(?:{_BLANK})$", "", title)
    return {"search_query": title, "media_class": kind} if title else {"media_class": kind}


def _album(before: str, behind: str) -> Mapping[str, Scalar]:
    if not before or not behind:
        one = re.sub("这张$|那张$|的$", "", before or behind)
        return {"artist" if before and is_artist(one) else "album": one, "media_class": "album"}
    return {"artist": before, "album": behind, "media_class": "album"}


def _of(owner: str, thing: str, wish: _Wish) -> Mapping[str, Scalar]:
    """Whose it is, and which of theirs: 周杰伦的歌, 郭德纲的相声, 安静的歌, 周杰伦的晴天."""
    general = bool(re.fullmatch(f"(?:{_SONGS}|专辑)?", thing))
    if owner.endswith(("一点", "一点儿", "一些", "听")):
        owner = re.sub("(?:一点儿?|一些|听)$", "", owner)
    if not is_artist(owner) and is_genre(owner) and (general or thing in genres()):
        return {"genre": owner if general else thing, "media_class": "music"}
    if not is_artist(owner) and general and wish.some:
        return {"genre": owner, "media_class": "music"}
    if general:
        return {"artist": owner, "media_class": "music"}
    if thing in genres():
        return {"artist": owner, "genre": thing, "media_class": "music"}
    return {"artist": owner, "search_query": thing, "media_class": "music"}


def _divided(words: str, wish: _Wish) -> Mapping[str, Scalar] | None:
    """…的…: whose it is, and its title, where the first could be a name."""
    owner, of, thing = words.partition("的")
    if not of or not owner or not thing:
        return None
    if is_genre(owner):
        return {"genre": words, "media_class": "music"}
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][\w .'&-]*", owner):
        return {"artist": owner.strip(), "search_query": thing.strip(), "media_class": "music"}
    return None


def _titled(words: str, wish: _Wish) -> Mapping[str, Scalar]:
    if is_genre(words):
        return {"genre": words, "media_class": "music"}
    kind = {"集": "story", "期": "podcast"}.get(wish.unit, "music")
    return {"search_query": words, "media_class": kind}


def _beside(others: list[str], slots: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """What the other clauses add to a title: whose it is."""
    for each in others:
        name = each.removesuffix("的")
        if "artist" not in slots and name in artists():
            return {"artist": name}
    return {}
