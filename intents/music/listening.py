"""What somebody wants to hear, said in Chinese: an artist, a title, a genre, a story, a station.

Titles are free words, so that it is the place in the sentence that tells: behind a verb of hearing, before or
behind a measure word, on either side of 的. Templates would take the longest of all of these at once.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from intents.asking import is_question
from intents.music.ends import SOMEBODY, ended, ends_in_title
from intents.music.lead import led
from intents.music.sought import Wish, sought
from intents.music.words import artists, genres, is_artist, is_genre, titles
from intents.vocabulary import Intent, Match, Route, Scalar

SURE, PARTLY, GUESSED = 0.8, 0.7, 0.6
"""Confidence where the words name something to hear, where some of the names are unknown, and where only the
verb says so."""

_HEAR = (
    "开始(?:播放|放)?(?=音乐|歌|曲)|(?:单曲循环|循环|随机|重复|反复)(?:播放|放|播|听)?|播放一下|播放|放一下|放一放|放起|播一下|播一播|放送|点播|收听|"
    "听一下|听一听|听听|听会儿|听一会儿|听到?(?!说|见|话|懂|清|不[见清到懂着了出完进够腻太好]|完|过|腻|够|着|得|取|课|写|众|筒)|"
    "放(?!假|心|学|进|到|在|下|弃|松|慢|手|完|屁|大(?:一?[点些]|地图|图|字|屏|$)|小(?:一?[点些声]|$))|播(?!报|种|客|音)"
)
_SWAP = "换成|换(?!到)"
_GET = "来|挑|选|点|唱|整|搞|搜一下|搜索|搜|找一下|找找|找"
_TELL = (
    "讲一讲|讲讲|讲一下|念一念|念念|念一下|读一读|读一下|背一背|背背|背一下|读(?=一?[首个遍篇段则章])|讲|"
    "说(?!不|过|了|的|明|实|起|到|谢|唱)|念(?!叨)|朗诵|朗读|诵读|背诵|背(?![景包着后叛心上影带面部书单课不完会过])"
)
_OPEN = "打开|换到|开一下|开(?!始)|调到|调成|切到|转到"
_VERB = re.compile(
    rf"(?P<hear>{_HEAR})|(?P<tell>{_TELL})|(?P<swap>{_SWAP})|(?P<get>{_GET})|(?P<open>{_OPEN})"
)
_MEASURE = re.compile(
    r"^(?:一下)?(?:(?P<some>(?:一)?点儿?|一?些|几首|几个|几段)|"
    r"(?:(?:[一两三])?(?P<unit>首|支|曲|段儿?|集|篇|则|条|出|折|个|句)|[一两三](?P<other>张|部|回|遍|台|期|"
    r"章)|下)?)"
)
_WHY = "(?:我|咱|他|她|孩子|宝宝|大家|现在|今天|要|看看|哄|做|让|陪|助|给我提)"
"""How a reason begins that is said behind a wish without a pause."""
_REASONED = re.compile(
    r"^(?P<why>(?:(?!来[点首段个一些])[^，放播听唱换讲说问]){2,10}?)"
    rf"(?=(?:那|就|[你您])?(?:(?:给|帮)(?:{SOMEBODY}))?(?:放|播放|来|听|唱|换|讲)(?:一下)?"
    r"(?:[一两几]?[首段曲]|一?点儿?|一?些|歌|[一两几]?个(?!人)))"
)
"""A reason in front of a wish, without a pause: 今天心情不好放点治愈的歌."""
_WHOSE = re.compile("[A-Za-z][A-Za-z .'-]+的|[一-鿿]{2,4}唱的")
"""Somebody unknown who is said to be the singer."""
_TITLE = re.compile(
    "(?!.*(?:[我你他她它咱了着吗吧呢呀啊不没别要太很好在再点]|孩子|宝宝|谢|音量|声|暂停|小伴))[\u4e00-\u9fff]{2,8}"
)
"""What may be a title beside a kind of music, rather than a reason."""
_SURELY = re.compile(
    "新闻$|^(?:来|放|播放)(?!.*(?:什么|啥|哪|谁|多少|有没有)).{1,8}歌曲?吗$|^(?:放|播放|来|听|唱|讲)一?[首集部期章](?!什么|啥|谁|哪).{2,}(?:哪儿?|怎么办?|什么|多少)$"
)
"""A wish though it is put like a question, or its title is one."""
_NO_REASON = re.compile(
    "^(?:我们?[能可]|能|可|请|麻烦|帮|想|要|有(?!点|些)|先|快|就)|他|她|的|再|首|歌|曲|昨|刚才|以前|别|不[要想许]|没|告诉|看|谁|什么|怎么|[你您]|给"
)
_NAMELESS = re.compile(
    "(?:给我们?)?(?:放|播|来|听|唱)(?:一下)?[一两几]?(?:首|段|曲|个|点儿?|些)(?:听听)?[吧呗]?"
)
_INSTEAD = re.compile(
    r"^(?:算了|不对|不是|哎呀?|唉)?[，,]?(?:我们?|咱|孩子|宝宝)?(?:又)?(?:不(?:想|要|爱|用|喜欢)再?听?|"
    r"别再?[放播唱讲听]|听[腻够]了)"
    r"(?:这个?|那个?|刚才那个?|[^，,我]{1,8}?)?(?:歌|首|故事)?了?[，,]?"
    r"(?=(?:我们?|咱|孩子|宝宝)?(?:想|要|就想|只想)(?:再)?(?:听|换)|换[成个首一]?.|(?:给我们?)?(?:放|来|"
    r"播|讲|唱)[一个首点段些].)"
)
"""What is not wanted, in front of what is: 我不想听这个我想听汪汪队."""
_HEARSAY = re.compile("我?(?:听|据|听人|听别人|听他们?)说(?!书|唱|一)")
_WATCHED = re.compile(
    "^放大(?:地图|图|字|屏)|(?:电影|电视剧|连续剧|纪录片|大片|片子|视频)$|(?:放|看|播放)一?[部集](?:电影|电视剧)"
)
_HESITATING = re.compile(
    r"^那[个首](?:什么|啥)(?=.{3})|(?:那个|那首)?(?:什么|啥)[，,]|叫(?:什么|啥)来着[，,]?(?=.{2})"
)
_ONE = re.compile(r"(?:放|来|播)(?:[一几两]?[首个段点些支]|一下)(?:听听)?$")
_LITTLE = (
    "(?:一下|(?<=放)放|(?<=播)播|(?<=听)听|(?<=唱)唱|一次|一放|一遍|一个|一首|几首|起来|出来|"
    "来听听|给我听|上|点儿?|呗|吧)"
)
_BEHIND = re.compile(
    rf"^(?:把|将)?(?P<what>.+?)(?:给(?:{SOMEBODY}))?"
    rf"(?P<how>(?:再|继续|接着)?(?:放|播放|播|点播|唱|听){_LITTLE}*|走起|来(?:一下|听听)|"
    r"(?:来|放|播|听|整|点)(?:一|几)?(?:个|(?P<unit>首|段|曲|支|折|出)|点儿?|些|遍|集|张)(?:听听|吧|呗|"
    r"儿)*)$"
)
_MOODY = re.compile(
    "不好|心情|无聊|开心|难过|[累困闷烦]|睡|[了呢着]$|^(?:再|就|先|还|随机|随便|循环|接着|继续|重新)$"
)
"""Signs of why something is to be heard, rather than what."""
_OUT = re.compile("起来|出来|听听|给我听|一遍")
_HEARD = re.compile("(?:放|播放|播|点播|唱|听).+|走起")
_ANY_LEFT = re.compile(
    r"^有没有(?:什么)?(?P<fit>适合.+?)(?:听|放)的(?:歌曲?|音乐)?$|^(?P<what>(?!有).+?)(?:有没有|有吗|"
    r"有么|有没)(?:啊|呀)?[，,]?(?:(?:给我们?)?(?:放|来|播)(?:一?[放个首段下]|听听)?)?$|"
    r"^有没有(?P<other>.+)$|^有(?P<third>.{2,}?)[吗么没](?:啊|呀)?$"
)
_ANEW = re.compile("(?:播放(?!一下|器|量|列表)|(?:来|放|播|唱|点)一?[首支曲])(?=一?[首个]?..)")
"""A verb of playing that no title has."""
_REFUSED = re.compile("别|不(?:想|要|用|听|喜欢|爱|好)|没|谁|她|他")
_CALLED = re.compile(
    r"^(?:有|那)?一?首(?:歌曲?|曲子|儿歌)(?:名字?)?叫(?:做)?(?P<title>.+)$|"
    r"^(?:听|放|播放?|来)?(?:那|一)?[个首]?叫(?:做)?(?P<named>.{2,})的[那首个]*(?:歌|曲子)$|"
    r"^(?:有一?句)?(?:歌词|词)(?:里面?|中)?(?:是|有|叫|"
    r"唱)(?:一?句)?(?P<sung>.{3,}?)的?(?:[那这][首个支])(?:歌曲?)?$"
)
_THAT_ONE = re.compile("^(?:那?首|那个)?(?P<title>.{2,})呢$")
_LOOKED = re.compile(
    "(?:(?:看|查|问|播报|报|报道|了解|说|搜|搜索)(?:一下|一看|一查|看|查)?|告诉我|查询|知道)(?:一下)?(?=.)"
)
"""How one asks for news, besides to hear them."""
_OPENED = re.compile("(?:歌单|播客|收藏|电台)(?:给我)?(?:打开|开一下|开开)[吧呗]?$")
_COURTEOUS = re.compile("能不能|可不可以|能否|可以|能给|能帮|能[放播来听]|会不?会?(?=[唱讲念背弹])")
_NEWS = re.compile(r"^[^，有没]{0,6}有(?:什么|啥)(?:.{0,2})(?:新闻|头条)")
_HALTED = re.compile("(?:(?<=[来放播听唱背念读讲][一个][首段支])|(?<=[来放播听唱背念读讲][首段支]))[，,] ?")
"""A pause between a measure word and what it counts."""
_ADJACENT = re.compile(
    r"[，。！；,!;、]+|(?<=[戏剧曲歌乐声书事])[吧啦呗呀啊嘛咯喽](?=..)|吧(?=我|咱|孩子|宝宝|大家|他|她)|"
    r"(?<=[歌曲戏书事])吗(?=给|放|来|播|唱|讲)"
)


def listening(text: str) -> Match | None:
    """What is to be heard; None when nothing is asked for, or when the words could mean something else."""
    said = _HESITATING.sub("", " ".join(text.split()).strip("。！!?？ "))
    if is_hearsay(said):
        return None
    said = _HALTED.sub("", _INSTEAD.sub("", said))
    clauses = [each for each in _ADJACENT.split(said) if each]
    if not clauses or len(clauses) > 4:
        return None
    found = [(clause, slots) for clause in clauses if (slots := _wanted(clause)) is not None]
    if not found:
        return None
    clause, slots = _joined(found)
    slots = {**_beside([each for each in clauses if each != clause], slots), **slots}
    sure = (SURE if _is_known(slots) else PARTLY) if _is_named(slots) else GUESSED
    return Match((Intent("HassMediaSearchAndPlay", slots),), sure, Route.FAST, "zh")


def is_hearsay(text: str) -> bool:
    """Whether it only tells what somebody heard: 听说他又出新歌了 asks for no song."""
    return bool(_HEARSAY.match(text.strip()))


def is_watched(text: str) -> bool:
    """Whether it is something to see rather than to hear: 放一部最新的电影."""
    return bool(_WATCHED.search(text.strip("。！!?？吧呗啊 ")))


def _joined(found: list[tuple[str, Mapping[str, Scalar]]]) -> tuple[str, Mapping[str, Scalar]]:
    """The last wish, with the title of an earlier one that it only says whose it is of."""
    clause, slots = found[-1]
    for _, earlier in found[:-1]:
        if "artist" in slots and "search_query" not in slots and "artist" not in earlier:
            return clause, {**earlier, **slots}
        if set(slots) == {"artist", "media_class"} and {"artist", "search_query"} <= set(earlier):
            title = f"{earlier['artist']}的{earlier['search_query']}".removeprefix(
                "首"
            )  # 挪威的森林 is nobody's 森林
            return clause, {**slots, "search_query": title}
    return clause, slots


def _is_named(slots: Mapping[str, Scalar]) -> bool:
    """Whether an artist or a genre is a known one, or the words say themselves what they are."""
    artist, genre = str(slots.get("artist", "")), str(slots.get("genre", ""))
    says = slots.get("media_class") in ("radio", "playlist", "news", "story") or set(slots) == {"media_class"}
    return is_artist(artist) or is_genre(genre) or "album" in slots or says or _is_title(slots)


def _is_title(slots: Mapping[str, Scalar]) -> bool:
    """Whether a known title is all that is asked for."""
    return set(slots) <= {"search_query", "media_class"} and slots.get("search_query") in titles()


def _is_known(slots: Mapping[str, Scalar]) -> bool:
    """Whether every name is a known one."""
    names = {part: str(slots[part]) for part in ("artist", "genre", "search_query", "album") if part in slots}
    known = {"artist": is_artist, "genre": is_genre}
    return all(known.get(part, titles().__contains__)(name) for part, name in names.items())


def _wanted(clause: str) -> Mapping[str, Scalar] | None:
    """What the first reading of the clause that means something asks for."""
    reasoned = _REASONED.match(clause)
    if reasoned and _is_reason(reasoned["why"], clause[reasoned.end() :]):
        clause = clause[reasoned.end() :]
    return next((slots for wish in _wishes(clause) if (slots := sought(wish)) is not None), None)


def _is_reason(why: str, wish: str) -> bool:
    """Whether it says why, rather than what or from whom; one thing is told of more often than wished."""
    if _NO_REASON.search(why) or not led(why) or any(each in why for each in (*artists(), *genres())):
        return False
    if _NAMELESS.fullmatch(wish):
        return bool(_MOODY.search(why))  # 二泉映月来一段 names it in front
    return why[-1] in "了呢吧呀啊好着" or not wish.startswith(("放一个", "来一个", "放个", "讲"))


def _wishes(clause: str) -> Iterator[Wish]:
    """Readings of one clause, the likelier first; only the first that means something counts."""
    clause = _last_of(_wished(clause))
    bare = led(re.sub("[《》]|(?<=[点些首个儿])什么(?=歌|音乐)", "", clause))
    if _REFUSED.match(bare):
        return
    if found := _CALLED.match(bare):
        yield Wish(ended(found["title"] or found["named"] or found["sung"]), "hear", some=False, unit="首")
    bare = bare.rstrip("吗么") if _COURTEOUS.search(clause) or _SURELY.search(bare) else bare
    asked = is_question(ended(bare), "zh") and not ends_in_title(bare)
    if (found := _VERB.match(bare)) and (not asked or _COURTEOUS.search(clause) or _SURELY.search(bare)):
        yield from _behind(str(found.lastgroup), bare[found.end() :])
    if found := _ANY_LEFT.match(_ONE.sub("", bare)):
        left = found["fit"] or found["what"] or found["other"] or found["third"]
        one = "首" if re.search("[这那]首", left) else ""
        yield Wish(ended(_ONE.sub("", left)), "any", some=not one, unit=one)
    elif not asked and (found := _BEHIND.match(bare)):
        put = bare.startswith(("把", "将"))  # 放 may be to put something down
        heard = _OUT.search(found["how"]) if put else _HEARD.match(found["how"])
        what = re.sub("(?:再|给我)+$", "", found["what"])
        unit = found["unit"] or "" if not _MOODY.search(what) else ""
        yield Wish(ended(led(what)), "hear" if heard else "behind", unit=unit)
    if found := _LOOKED.match(bare):
        yield Wish(ended(bare[found.end() :]), "look")
    if _OPENED.search(bare):
        yield Wish(ended(bare), "hear")
    if found := _THAT_ONE.match(bare):
        yield Wish(ended(found["title"]), "bare")
    if not asked or _NEWS.match(bare):
        yield Wish(ended(bare), "bare")


@cache
def _ahead_of_reasons() -> re.Pattern[str]:
    """A wish that ends with a kind of music, and a reason right behind it."""
    kinds = "|".join(
        map(
            re.escape,
            (
                "音乐",
                "歌曲",
                "的歌",
                "曲子",
                "首歌",
                "点歌",
                "点儿的",
                "点的",
                "故事",
                "广播",
                "电台",
                *genres(),
            ),
        )
    )
    return re.compile(f"^(.*?[放听播来整讲](?:.*?)(?:{kinds}))(?:{_WHY}).+$")


def _wished(clause: str) -> str:
    """The clause without why it is wanted."""
    found = _ahead_of_reasons().match(clause)
    return found[1] if found else clause


def _last_of(clause: str) -> str:
    """The last wish of a clause that has several: somebody began anew, 播放再播放一首童年."""
    found = list(_ANEW.finditer(clause))
    first = found[0].start() if found else 0
    return clause[found[-1].start() :] if len(found) > 1 and not _REFUSED.match(clause[:first]) else clause


def _behind(verb: str, rest: str) -> Iterator[Wish]:
    """What stands behind a verb and its measure word."""
    measure = _MEASURE.match(rest)
    if measure and measure.end() == len(rest) and measure["unit"] in ("首", "支", "曲"):
        yield Wish("歌", verb, unit=measure["unit"])
    elif measure and (words := ended(rest[measure.end() :])):
        unit = measure["unit"] or measure["other"] or ""
        yield Wish(words, verb, some=bool(measure["some"]), unit=unit)


def _beside(others: list[str], slots: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """What the other clauses add to a title: whose it is."""
    for each in others:
        name = re.sub("(?:唱)?的$", "", each)
        if "artist" not in slots and (name in artists() or _WHOSE.fullmatch(each)):
            return {"artist": name}
        if ("genre" in slots or "artist" in slots) and "search_query" not in slots and _TITLE.fullmatch(each):
            return {"search_query": each}
    return {}
