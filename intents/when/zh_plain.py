"""What people say of time in Chinese, in the words that the grammar knows."""

import re

from intents.when.zh_words import SIMPLIFIED, UNIT, N, value

_SAME: tuple[tuple[str, str], ...] = (
    # Cantonese
    ("(?:琴|寻)(?=日|晚|夜)", "昨"),
    ("听(?=日|晚|朝)", "明"),
    ("(?<=[今明昨])朝", "早"),
    ("上昼", "上午"),
    ("(?:下|晏)昼", "下午"),
    ("夜晚", "晚上"),
    ("[而依宜]家", "现在"),
    ("呢(?=个|[周日年月])", "这"),
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
    (f"(?:大?半夜|午夜|子夜)(?={N}点)", "夜里"),
    ("午夜|子夜", "夜里十二点"),
    ("(?:大)?清早|一大早|大早上?|(?<![周期拜])一早上?|早间|清晨", "早晨"),
    ("晌午|正午", "中午"),
    ("(?:大)?晚间|晚夕", "晚上"),
    ("深夜|夜间|大半夜", "夜里"),
    ("大中午", "中午"),
    ("(?:吃完?|用完?)?早[饭餐](?:[以之]?后|完)", "早上九点"),
    ("早[饭餐](?:[以之]?前|时间|时)", "早上七点半"),
    ("吃早[饭餐](?=的?时候)", "早上八点"),
    ("(?:吃完?|用完?)?[午中]午?[饭餐](?:[以之]?后|完)", "下午一点半"),
    ("[午中]午?[饭餐][以之]?前", "上午十一点半"),
    ("[午中]午?[饭餐](?:时间|时)", "中午"),
    ("(?:吃完?|用完?)?晚[饭餐](?:[以之]?后|完)", "晚上八点"),
    ("晚[饭餐](?:[以之]?前|时间|时)", "下午六点"),
    ("(?:临?睡觉?|上床)[以之]?前|睡觉时间|(?<=晚)临睡", "晚上十点"),
    ("(?:下班|放工)(?:[以之]?后|时)", "下午六点"),
    ("下班[以之]?前", "下午五点半"),
    ("放学(?:[以之]?后|时)", "下午四点"),
    # Weeks, months
    ("星期|礼拜", "周"),
    ("周(?=周)", ""),
    ("元月", "一月"),
    # Days that people know by name
    ("元旦节?", "1月1日"),
    ("情人节", "2月14日"),
    ("(?:三八)?妇女节", "3月8日"),
    ("愚人节", "4月1日"),
    ("(?:五一)?(?:国际)?劳动节|五一节", "5月1日"),
    ("(?:六一)?(?:国际)?儿童节", "6月1日"),
    ("教师节", "9月10日"),
    ("(?:十一)?国庆[节節]?", "10月1日"),
    ("双十一|光棍节", "11月11日"),
    ("平安夜", "12月24日"),
    ("圣诞夜", "12月24日晚上"),
    ("圣诞[节節]?", "12月25日"),
    ("跨年夜", "12月31日晚上"),
    ("(?:(?<=小时)|(?<=钟头))(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)$", r"\1分钟"),
)
"""Other words for the same, in this order."""
_REWRITES = tuple((re.compile(said), canonical) for said, canonical in _SAME)
_NO_TIME = re.compile(
    "[早晚](?:安|上好|点(?=睡|起|回|来|去|走|说|休息|再|$))|[上中下]午好|(?:早|晚)上好|一点(?:点|儿)|"
    "(?:[大小高低亮暗快慢多少冷热暖凉轻重响近远好坏长短弱强声柔静有了差]|(?<![今明昨天])晚|(?<![今明天])早)一?点(?![钟整刻零过\\d一二三四五十]|半(?!点))|"
    "(?<!点)(?<!点[一二三四五])[十百千万]分(?=[^\\d一二三四五六七八九十之以后前内钟半,])|(?<!\\d)[一三]分(?=[钱货为])|[一二三四五六七八九]分熟|"
    "一天到晚|三天两头|三心二意|(?:等了?|好|老|忙了?|找了?)半天|一时(?!半|[一二三四五])|点[歌播菜名]"
)
"""Set phrases that have a number or a unit of time and say none."""
_LUNAR = re.compile(
    "[农阴旧]历|[正腊冬]月(?!球)|闰[\\d一二三四五六七八九十]+月|(?<![年月])初[一二三四五六七八九十]|月初[一二三四五六七八九十]|除夕|廿[一二三四五六七八九]?(?!号)$"
)
"""Days of the moon: no date is better than the wrong one."""
_QUARTERS = re.compile("([一两二三])刻钟")
_FEW = re.compile(f"(?<=[过等])几(?=个?(?:{UNIT}))|几(?=个?(?:{UNIT})[以之]?后)")
_TENS = re.compile(f"(?<=十)[来多几](?=个?(?:{UNIT}))")
_ONE_OR_TWO = re.compile(
    f"(?<![十百千\\d一二三四五六七八九])(?:一[两二]|[两二]三|三[四五]|四五|五六|六七|七八|八九)(?=个?(?:{UNIT})(?<!年)|年[以之]?[前后内])"
)
_SHARE = re.compile(f"({N})分之({N})个?(?=小时|钟头|天)")
_CANTONESE_MINUTES = re.compile(f"(?<=点)({N})个([字骨])")
_APPROXIMATE = re.compile(
    f"(?:大概|大约|差不多|约莫|将近|接近)(?={N}|[早上中下晚凌])|(?<=[点分半刻钟整])(?:左右|上下|许|多)(?![个])"
)


def plain(text: str) -> str:
    """Simplified characters, no spaces, one word for each thing."""
    words = text.translate(SIMPLIFIED).replace("：", ":").replace("，", ",").strip()
    if re.search("[\u4e00-\u9fff]", words):
        words = re.sub(r"(?<!\d)[\s,]+|[\s,]+(?!\d)", "", words)
    if _LUNAR.search(words):
        return ""
    words = _NO_TIME.sub(" ", words)
    words = _ONE_OR_TWO.sub(lambda found: found[0][-1], _TENS.sub("", _FEW.sub("三", words)))
    words = _SHARE.sub(lambda found: f"{value(found[2]) / (value(found[1]) or 1):g}", words)
    words = _CANTONESE_MINUTES.sub(
        lambda found: f"{int(value(found[1])) * (15 if found[2] == '骨' else 5)}分", words
    )
    words = _QUARTERS.sub(lambda found: f"{15 * int(value(found[1]))}分钟", words)
    for said, canonical in _REWRITES:
        words = said.sub(canonical, words)
    return _APPROXIMATE.sub("", words)
