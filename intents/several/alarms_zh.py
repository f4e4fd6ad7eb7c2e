"""Chinese alarms for several times, each as an alarm of its own: 定三个闹钟，七点、七点半、八点."""

import re

from intents.number.numeral import HAN_DIGITS

_NUMBER = rf"(?:\d{{1,2}}|[{HAN_DIGITS}两]{{1,3}})"
_DAY = (
    "(?:每天|天天|工作日|周末|[今明后]天|[今明]早|[今明]晚|"
    "(?:每?(?:周|星期|礼拜)[一二三四五六日天末](?:[到至](?:周|星期|礼拜)?[一二三四五六日天])?))"
)
_PART = "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)"
_TIME = re.compile(
    rf"(?P<day>{_DAY})?(?:的)?(?P<part>{_PART})?(?P<clock>{_NUMBER}点"
    rf"(?:半|一刻|三刻|{_NUMBER}分(?!钟)|[二三四五]?十[一二三四五六七八九]?(?!点)|(?:\d\d)(?!点))?)"
)
_AROUND = re.compile(
    "(?:请|帮我|给我|我要|想要|定|订|设|上|再|另外|还要?|也|[一二两三四几]个|个|的|闹钟|闹铃|"
    "叫醒我|叫我|叫|喊我|起床|和|跟|还有|然后|各|分别|都|一次|吧|呗|[、，, ])*"
)
_WANTED = re.compile("闹钟|闹铃|[叫喊]我|叫醒")
_WAKES = re.compile("[叫喊]|起床")
_MOST = 4
"""Alarms in one breath."""


def several_alarms_zh(text: str) -> tuple[str, ...]:
    """One request for each time; empty where there is but one, or more is said than times."""
    said = text.strip(" .!。！")
    found = list(_TIME.finditer(said))
    if not _WANTED.search(said) or not 1 < len(found) <= _MOST or not _AROUND.fullmatch(_TIME.sub("", said)):
        return ()
    told, day, part, wakes = [], "", "", _WAKES.search(said)
    for each in found:
        day, part = each["day"] or day, each["part"] or ("" if each["day"] else part)
        told.append(f"{day}{part}{each['clock']}叫我" if wakes else f"定{day}{part}{each['clock']}的闹钟")
    return tuple(told)
