"""The words by which Chinese takes back, limits, puts off or only reports an order."""

import re

from intents.reservation import told_zh

_NOT = (
    "(?:[别勿甭莫]|不(?:要|用|必|许|准|能|可以|需要|得|愿意?|想|该|应该)|无需|没(?:有)?[让叫说要想]|禁止|"
    "用不着|没必要)"
)
_DEED = "(?:打开|开|关|锁|拉|调|放|播|设|定|叫醒|叫我|启动|停|换|取消|删|加|动)(?!着)"
_MERELY_LESS = "(?:这么|那么|太|得[太很])"
"""别开这么大声 is about how loud."""
_DENIED = re.compile(
    rf"{_NOT}(?!忘|急|人|的|处|全|都)(?![^，,。！？]*{_MERELY_LESS})把?[^，,。！？了把]{{0,6}}?{_DEED}|"
    r"(?:^|先|就|我)不(?:打?开|关|拉|锁)[^，,。]{0,5}(?:也行|也可以|也成|了)[吧啊]*$|留着|就这样|维持现状|保持(?:原样|不[变动])"
)
_ENDING = re.compile(r"(?:别|甭|莫|不要|不用|不想)再?(?:放|播|唱|听|叫|提醒)")
"""Denied, but going on: 别放了 wants it to end."""
SPARED = re.compile(r"(?:别|不要|不用|不许)[^，,。]{0,4}?(?:取消|删|关|停|清)")
"""What is to go on, or to stay."""
TOLD = told_zh.TOLD
EXCEPTED = re.compile(r"除了|除外|以外|之外|其[他它余]|剩下|别的(?=灯|房间|窗帘|设备|地方)")
CONDITIONAL = re.compile(
    r"要不是|倘若|多亏|幸亏|"
    r"^再.{1,8}我(?:就|跟|可)|^你(?:一|再|要是)?[开关锁拉].{1,5}我就|"
    r"如果|要是|假如|假使|万一|只要|除非|每当|一旦|(?<!可以)(?<!方便)(?<![行能])的话|"
    r"等(?!一下|等|会).{1,12}(?:再|[了时后就])|"
    rf"(?:(?<!分钟)(?<!小时)(?:以后|之后)|的时候|(?<!小)时[，,再就])[^，,]*{_DEED}|"
    r"[播放听唱讲念]完(?!了|整|全)[^，,]{0,6}?(?:[就再]|以?后)|"
    r"一(?!半|点|下(?![雨雪班课])|会|些|个).{1,6}就(?!行|好|可以|成|够)"
)
_NUMBER = r"(?:[零〇一二两三四五六七八九十百半几]+|\d+)"
_PART = "(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜里|凌晨|半夜)"
LATER = re.compile(
    r"大?后天|明[天早晚儿]|每[天晚早日周个逢]|天天|(?:下个?|这个?)?(?:周|星期|礼拜)[一二三四五六日天末]|工作日|"
    rf"(?:{_PART}|^)一点(?!点)|一点(?:半|钟|整|一刻|{_NUMBER}分)|"
    r"(?<![高低亮暗大小])(?:[二两三四五六七八九十]|\d)+点(?!点|儿)|\d+[:：]\d\d|"
    rf"{_PART}(?=再|就|把|开|关|打开|关掉|拉|帮|给)|{_NUMBER}个?半?(?:秒钟?|分钟|小时|钟头|刻钟)|"
    r"[待等]一?会儿?|过一?会儿?|一会儿?[再后]|稍后|日[落出]|天[黑亮][了以之后时]"
)
"""A time that is not now, or for how long; 一点 alone is a bit."""


def denies(text: str) -> bool:
    """Whether the words say not to."""
    return bool(_DENIED.search(text)) and not _ENDING.search(text)
