"""Chinese as it is spoken at home: northern words for standard ones, and reasons given beside a request."""

import re
from collections.abc import Iterator

from intents.reservation import reservation
from intents.rewording.oral import spoken_plainly
from intents.script import is_han

_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), standard)
    for words, standard in (
        ("明儿个?|明个儿", "明天"),
        ("今儿个?", "今天"),
        ("后儿个?", "后天"),
        ("(?:这会儿|眼下|眼么前儿)", "现在"),
        ("外头|外边儿?|屋外头?", "外面"),
        ("(?:里头|里边儿?|里面)", "里"),
        ("(?:屋子?里|家里头?|屋内|房间里)(?=(?:现在|有)?(?:多少|几)度|温度|湿度|[太好很真]|有点)", "这里"),
        ("天儿", "天气"),
        ("啥时候", "什么时候"),
        ("为啥", "为什么"),
        ("啥", "什么"),
        ("咋样", "怎么样"),
        ("咋", "怎么"),
        ("礼拜", "星期"),
        ("(?<=每天)都(?=[早中下晚零〇一二两三四五六七八九十\\d])", ""),
        ("(?:换|变)个?(?:颜色|色儿?)[，,]?(?:要|换成|变成|来个)", "换成"),
        ("(?<=灯)(还|都|是不是|是否)?亮着(?:呢)?", "\\1开着"),
        ("([开关亮锁])着还是[开关灭没锁]着?[的呢]?$", "\\1着吗"),
        ("是([开关亮锁])着(?:的)?还是.{1,3}$", "\\1着吗"),
        ("^[你您]的?(?=声音|音量|小声|大声)", ""),
        ("(?:咱们?|我们?)家里?(?=(?:现在|这会儿)?(?:多少|几)度|(?:现在)?(?:温度|湿度))", "家里"),
        ("(?:那么|这么|稍微?)?(?:一(?:点儿?点儿?|丢丢|咪咪|丁点儿?)|(?<=[高低亮暗大小热冷])些些?)", "一点"),
        ("稍微|稍稍", ""),
        ("窗户?帘[儿子]?", "窗帘"),
        ("(?<=[室房厅厨卫])(?:的)?(?=亮度)", "灯"),
        ("([灯门窗])\\1", "\\1"),
        (
            "(?:先|赶紧|赶快|快点儿?|麻利儿?|直接)(?:给)?(?=(?:[打拉]?开|关|拉|锁|调|停|放|来|播|断|熄|点亮)(?!始))",
            "",
        ),
        ("有没有([开关锁拉])[上好]?$", "\\1了吗"),
        ("(?<=[到成至为开关拉调度量光音声帘扇])([一二两三四五六七八九])成(?![为了长功])", "百分之\\1十"),
        ("(?<=[到成至])三分之一", "百分之三十三"),
        ("(?<=[到成至])三分之二", "百分之六十七"),
        ("(?<=[到成至])四分之一", "百分之二十五"),
        ("(?<=[到成至])四分之三", "百分之七十五"),
        ("([开关锁])着没有?$", "\\1着吗"),
        ("[喽咯啰]", "了"),
        ("([开关锁插拔])没\\1[上好]?", "\\1了吗"),
        ("了没有?$", "了吗"),
        ("([关开锁拉])[好上]了吗$", "\\1了吗"),
        ("是不是(?:没|还没|忘了?)([关开锁拉])[上好]?(?:了|呢|着)?$", "\\1了吗"),
        ("是不是([关开锁])(?:着|了)(?:呢)?$", "\\1了吗"),
        ("((?:干|潮|湿|冷|热|黑|亮|吵|脏)得?)不\\1", "\\1吗"),
        ("(?<=[\u4e00-\u9fff])[那这][个盏台扇](?=[\u4e00-\u9fff])", ""),
        ("着呢吗$", "着吗"),
        ("(?<=了)[呀啊呢](?=现在|这会儿)", ""),
        ("(?<=[吗么几度样少呢雨雪风伞])[啊呀呢哈]$", ""),
        ("(?<=[\u4e00-\u9fff])儿(?!子|童|歌|媳|女|科)", ""),
        ("给(?:我们?|咱们?)(?=[打开关拉锁弄调])", ""),
    )
)
_CLAUSE = re.compile(r"[，,。；;！!]+")
_UNPAUSED = re.compile(
    r"^(.{1,7}?[了呢吧呀啊啦])(?![吗呢吧呀啊就才再也]|[两三四五六七八九十百千万半]|几(?!点)|\d)(.{2,})$|^(.{2,8}?)((?:宝宝|孩子|我|咱|有(?![没多])|大家|老人|吓|太).{2,})$"
)
"""A request and its reason without a pause between them."""
_LONGEST_ASIDE = 9
_MOST_CLAUSES = 4
_UNHEARD = re.compile("(?:我|我们|都)?(?:根本)?听不[见清着到].{0,6}")
"""Why it is to be louder, or something else quieter."""
_DAYS = re.compile(
    "[明后]天|[明今]早|[明今]晚|周[一二三四五六日末]|星期[一二三四五六日天]|[点号后]|分钟|小时|钟头"
)
"""What tells when, and belongs to what is asked for."""
_DEED = re.compile("[开关放调播锁拉停设定加删换]|提醒|取消")
_NO_ASIDE = re.compile(
    "说|问|告诉|留|讲|喊|叫|模式|功能|摇头|如果|要是|的话|假如|除了|但|可是|不过|忽略|指令|规则|假装|密码|主人|听着|必须|命令|别|不要|不用|不许|算了|刚才|昨天|以前|之前|以后|之后|等|"
    "他|她|你|您|谁|吗|什么|怎么|也[^，,]{0,2}(?:打开|[关开停锁拉])"
)
"""What is no mere reason: other people's words, conditions, exceptions, refusals, questions."""
_GUARDED = re.compile("锁|大门|前门|车门|车库|后备箱|烤箱|解|开门|报警|删|清空")
"""What is never done on half a sentence."""
_RESERVED = ("conditional", "told")
_LOCKING = re.compile("[把给]?[大前]?门?锁[好上]?[了]?门?吧?|把?[大前]?门(?:锁上|锁好|反锁)[了吧]?")
_FORGOTTEN = re.compile(
    r"(?:没|忘了?|又没)(?P<verb>[关开锁拉])(?:上|好|掉)?(?P<thing>.+?)$|^(?P<what>.+?)(?:又|还)?(?:别忘了|忘了?|没)[关开锁拉]$"
)
_BARE = re.compile(r"^(?:给我|帮我|快|去)?(?:关|开|打开|锁|拉)(?:了|掉|上|一下|好|开)?(?:吧|呗|啊)?$")


def plainly(text: str) -> str:
    """The text in the words of the templates; the text itself when there is nothing northern about it."""
    said = spoken_plainly(text.strip(" 。！!？?"))
    for words, standard in _SPOKEN:
        said = words.sub(standard, said)
    return said


def requested(text: str) -> Iterator[str]:
    """What is asked for, without the reason that stands before or behind it: 孩子睡了，声音轻一点."""
    clauses = [each.strip() for each in _CLAUSE.split(text) if each.strip()]
    if len(clauses) == 1 and (found := _UNPAUSED.match(clauses[0])):
        clauses = [each for each in found.groups() if each]
        if clauses[1].startswith("太") and re.search("[别不]", clauses[0]):
            return  # 别开太低
        clauses = clauses[: 1 if clauses[1].startswith("太") else 2]  # 空调风太大了 is about the wind
        if len(clauses) == 1:
            yield clauses[0]
    if not 1 < len(clauses) <= _MOST_CLAUSES or not is_han(text):
        return
    forgotten = _FORGOTTEN.search(clauses[0])
    if forgotten and _BARE.match(clauses[1]):
        yield (forgotten["thing"] or forgotten["what"]) + clauses[1]
    for asked in clauses:
        asides = [each for each in clauses if each != asked]
        if asked.startswith(("就", "才")) or reservation(text, "zh") in _RESERVED:
            continue
        safe = _LOCKING.fullmatch(asked) or not _GUARDED.search(asked)
        if safe and all(_is_aside(each, alone=len(clauses) == 2) for each in asides):
            yield asked


def _is_aside(clause: str, *, alone: bool) -> bool:
    """Whether it may be no more than a reason; among several there must be no other deed, either."""
    if _UNHEARD.fullmatch(clause):
        return True
    return (
        len(clause) <= _LONGEST_ASIDE
        and not _NO_ASIDE.search(clause)
        and (alone or not _DEED.search(clause))
        and not _DAYS.search(clause)
    )
