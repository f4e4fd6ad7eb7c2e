"""What people say of time in Chinese, in the words that the grammar knows."""

import re

from intents.when_zh_words import SIMPLIFIED, N, value

_SAME: tuple[tuple[str, str], ...] = (
    # Cantonese
    ("(?:琴|寻)(?=日|晚|夜)", "昨"),
    ("听(?=日|晚|朝)", "明"),
    ("(?<=[今明昨])朝", "早"),
    ("上昼", "上午"),
    ("(?:下|晏)昼", "下午"),
    ("夜晚", "晚上"),
    ("[而依宜]家", "现在"),
    # The North
    ("(?<=[今明后昨前])儿个?", "天"),
    ("点儿(?!童)", "点"),
    ("会儿|阵子", "会"),
    # Days
    ("(?<!天)前日", "前天"),
    ("(?<!天)后日", "后天"),
    ("(?<=[前后])晚(?!上)", "天晚上"),
    ("(?<![今明后昨前])(?:次|翌)日|翌晨", "明天"),
    ("(?:同|当)[日天](?!气)", "今天"),
    ("(?<=[今明昨])[夜宵](?!里)", "晚"),
    # Parts of the day
    ("(?:半夜|午夜|子夜|夜里|深夜|晚上)(?=零点|[01]点(?!\\d)|[一二两三四五1-5]点)", "凌晨"),
    ("午夜|子夜", "半夜十二点"),
    ("(?:大)?清早|一大早|大早上?|(?<![周期拜])一早上?|早间|清晨", "早晨"),
    ("晌午|正午", "中午"),
    ("(?:大)?晚间|晚夕", "晚上"),
    ("深夜|夜间|大半夜", "夜里"),
    ("大中午", "中午"),
    # Weeks, months
    ("星期|礼拜", "周"),
    ("周(?=周)", ""),
    ("元月", "一月"),
    ("腊月(?=底|末)", "十二月"),
)
"""Other words for the same, in this order."""
_NO_TIME = re.compile(
    "[早晚](?:安|上好|点(?=睡|起|回|来|去|走|说|休息|再|$))|[上中下]午好|(?:早|晚)上好|一点(?:点|儿)|"
    "(?:[大小高低亮暗快慢多少冷热暖凉轻重响近远好坏长短弱强声柔静有了差]|(?<![今明昨天])晚|(?<![今明天])早)一?点(?![钟整刻零过\\d一二三四五十]|半(?!点))|"
    "[十百千万]分(?=[^\\d一二三四五六七八九十之以后前内钟半,])|(?<!\\d)[一三]分(?=[钱货为])|[一二三四五六七八九]分熟|"
    "一天到晚|三天两头|三心二意|(?:等了?|好|老|忙了?|找了?)半天|一时(?!半|[一二三四五])|点[歌播菜名]"
)
"""Set phrases that have a number or a unit of time and say none."""
_QUARTERS = re.compile("([一两二三])刻钟")
_APPROXIMATE = re.compile(
    f"(?:大概|大约|差不多|约莫|将近|接近)(?={N}|[早上中下晚凌])|(?<=[点分半刻钟整])(?:左右|上下|许|多)(?![个])"
)


def plain(text: str) -> str:
    """Simplified characters, no spaces, one word for each thing."""
    words = text.translate(SIMPLIFIED).replace("：", ":").replace("，", ",").strip()
    if re.search("[\u4e00-\u9fff]", words):
        words = re.sub(r"(?<!\d)[\s,]+|[\s,]+(?!\d)", "", words)
    words = _NO_TIME.sub(" ", words)
    words = _QUARTERS.sub(lambda found: f"{15 * int(value(found[1]))}分钟", words)
    for said, canonical in _SAME:
        words = re.sub(said, canonical, words)
    return _APPROXIMATE.sub("", words)
