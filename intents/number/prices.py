"""Sums of money as they are asked at the market: 一斤三十二，两斤半多少钱; "3 kilos at 5 dollars each"."""

import re
from collections.abc import Iterator

from intents.number.numeral import HAN_DIGITS, number

_HAN = f"[{HAN_DIGITS}]"
_NUMBER = rf"(?:\d+(?:\.\d+)?|{_HAN}+(?:点{_HAN}+)?)"
_MONEY = (
    rf"(?:{_NUMBER}(?:块|元|万)(?:钱)?(?:{_HAN}|\d)?[毛角]?(?:{_HAN}分)?|{_NUMBER}[毛角]|{_NUMBER})(?:钱)?"
)
_KIND = "(?:公斤|千克|平方米|公里|小时|[斤两克升米个瓶盒袋包把根条张本只箱桶件份位次天晚单趟节页])"
_MANY = rf"(?:半{_KIND}|{_NUMBER}(?:个)?{_KIND}半?)"
_ASKS = (
    "(?:一共|总共|总计|加起来|合计|那|就|得|要|该|是|付|花|给|需要|我|你说|[，, ])*"
    "(?:多少|几)(?:块|元)?钱?[呢啊呀吗]*"
)
_SHOPPED = rf"[，, ]*(?:我)?(?:买|要|来|称)?(?P<many>{_MANY}).{{0,6}}?{_ASKS}"
_SHARED = (
    rf".{{0,6}}?(?P<price>{_MONEY})(?P<many>{_NUMBER})个?人(?:平[摊分]|分摊|AA制?|aa制?|[平均]*分)?[，,]?"
)
_REDUCED_BY = rf".{{0,6}}?(?P<price>{_MONEY}).{{0,6}}?打(?P<off>[{HAN_DIGITS}\d]{{1,2}})折[，, 之后以]*"
_PAID = rf".{{0,4}}?(?:给了|付了|拿了?|有)(?P<price>{_MONEY})[，,].{{0,8}}?(?P<less>{_MONEY})[，,]?"
_PLEASE = "(?=.*(?:算|多少))(?:[帮给]我|你)?(?:算一?下|算算|算)?[，,]*"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), sign)
    for words, sign in (
        (rf".{{0,8}}?[一每1](?P<kind>{_KIND}).{{0,6}}?(?P<price>{_MONEY}){_SHOPPED}", "*"),
        (rf".{{0,8}}?(?P<price>{_MONEY})(?:[一每1]|/)(?P<kind>{_KIND}).{{0,6}}?{_SHOPPED}", "*"),
        (
            rf".{{0,10}}?(?P<price>{_MONEY})[，,](?:我)?(?:买|要|来|称|用)了?(?P<many>{_MANY})[，,]?{_ASKS}",
            "*",
        ),
        (
            rf"{_PLEASE}.{{0,6}}?(?P<many>{_MANY}).{{0,6}}?[，,][一每](?P<kind>{_KIND}).{{0,4}}?(?P<price>{_MONEY})[，,]?(?:{_ASKS})?",
            "*",
        ),
        (rf"{_SHARED}(?:每[人个]|一[个]?人){_ASKS}", "/"),
        (rf"{_REDUCED_BY}{_ASKS}", "off"),
        (rf"{_PAID}(?:应该|该|得|还)?(?:找|剩|找我|找回|剩下|余){_ASKS}", "-"),
    )
)
_ADDED = re.compile(
    rf"{_MONEY}(?:[^，,加和跟一总]{{0,6}}?(?:[，,]|加上?|和|跟|再加)[^，,]{{0,6}}?{_MONEY})+[^，,]{{0,2}}[，,]?(?:一共|总共|总计|加起来|合计)(?:是|花了?|要|得)?多少钱?[呢啊呀]*"
)
_TOGETHER = re.compile("一共|总共|总计|加起来|合计")
_REDUCED = re.compile(rf"{_MONEY}(?:[加减乘](?![上去以]){_MONEY})+(?=等于|是|得|共|多少|一共|总共|还剩|剩)")
_SIGNS = str.maketrans("加减乘", "+-*")
_OF_MONEY = re.compile(r"[块元毛角]")


def priced(text: str) -> str | None:
    """The sum that the words ask for, in figures and signs; None where they ask for none."""
    said = text.strip(" 。！!？?")
    for words, sign in _FORMS:
        if found := words.fullmatch(said):
            return _sum(found, sign)
    if not _OF_MONEY.search(said):
        return None
    if found := _ADDED.search(said):
        return "+".join(_figures(value) for value in _moneys(_TOGETHER.split(found.group())[0]))
    if found := _REDUCED.search(said):
        return re.sub(_MONEY, lambda each: _figures(_money(each.group())), found.group()).translate(_SIGNS)
    return None


def _sum(found: re.Match[str], sign: str) -> str | None:
    """The sum, unless the kinds of the price and of the goods differ."""
    price = _money(found["price"])
    match sign:
        case "*":
            many = re.fullmatch(
                rf"(?P<half>半)?(?P<count>{_NUMBER})?个?(?P<kind>{_KIND})(?P<more>半)?", found["many"]
            )
            if many is None or found.groupdict().get("kind") not in (None, many["kind"]):
                return None
            count = (number(many["count"]) or 0) if many["count"] else 0.0
            return f"{_figures(price)}*{_figures(count + 0.5 * bool(many['half'] or many['more']))}"
        case "off":
            off = number(found["off"]) or 10
            return f"{_figures(price)}*{_figures(off / (100 if off >= 10 else 10))}"
        case "/":
            return f"{_figures(price)}/{_figures(number(found['many']) or 1)}"
        case _:
            return f"{_figures(price)}-{_figures(_money(found['less']))}"


def _moneys(text: str) -> Iterator[float]:
    return (_money(found.group()) for found in re.finditer(_MONEY, text))


def _money(words: str) -> float:
    """How much it is: 六十七块五 is 67.5."""
    found = re.fullmatch(
        rf"(?P<whole>{_NUMBER})(?P<unit>[块元万毛角])?(?:钱)?(?P<tenth>{_HAN}|\d)?[毛角]?(?:(?P<cent>{_HAN})分)?(?:钱)?",
        words,
    )
    if found is None:
        return 0.0
    whole = number(found["whole"]) or 0
    if found["unit"] in ("毛", "角"):
        return whole / 10
    whole = whole * 10_000 if found["unit"] == "万" else whole
    return whole + (number(found["tenth"] or "0") or 0) / 10 + (number(found["cent"] or "0") or 0) / 100


def _figures(value: float) -> str:
    return f"{round(value, 4):g}"
