"""What is asked about a thing of the home in Chinese, put as the templates ask it: 落地灯是开的还是关的."""

import re
from collections.abc import Iterator

from intents.home import Home

_LITTLE = (
    "(?:现在|家里|咱们?家|我们?家|这会儿|目前|到底|是不是|是否|有没有|还|都|又|已经|给我|帮我|你|看看|看一下|看下|瞧瞧|瞅瞅|问一下|"
    "的|是|呢|吗|么|啊|呀|吧|没有|没|了|着|好|上|到|在|，|,|？|\\?|。| )"
)
_NUMBER = (
    "(?:多少|几|百分之几|大不大|高不高|低不低|[高大低]吗|正常吗|合适吗|"
    "多大|多高|多强|怎么样|够不够|够|多不多)"
)
_ASKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"{_LITTLE}*(?:{words}){_LITTLE}*"), form)
    for words, form in (
        (f"(?:打?开|亮){_LITTLE}*还是{_LITTLE}*(?:关|灭|黑)", "{}开着吗"),
        (f"(?:关|灭){_LITTLE}*还是{_LITTLE}*(?:打?开|亮)", "{}开着吗"),
        ("(?:没?关|关上|关好|关掉|拉上|合上|灭|熄)", "{}关了吗"),
        ("(?:开|打开|通着电|开着|亮|亮着|拉开|通电|转|响)", "{}开着吗"),
        ("(?:没?锁|锁上|锁好|反锁)", "{}锁了吗"),
        (f"(?:设定?|设置|定|调|开){_LITTLE}*(?:多少度|几度|{_NUMBER})", "{}设的多少度"),
        (f"(?:温度){_LITTLE}*(?:多少度|几度|{_NUMBER})|(?:多少度|几度|多热|多冷)", "{}多少度"),
        ("热不热|冷不冷|热|冷|暖和|凉快|暖不暖和?", "{}多少度"),
        ("(?:高不高|低不低|大不大|高|低|合适|正常|怎么样|如何|行)", "{}多少"),
        ("(?:太|有点儿?|有些|这么|很|非常)*(?:干|潮|湿|闷|潮湿|干燥)(?:吗|不干|不潮|不湿)?", "{}湿度多少"),
        (f"湿度{_LITTLE}*{_NUMBER}", "{}湿度多少"),
        (f"(?:剩|剩下|有){_LITTLE}*{_NUMBER}{_LITTLE}*(?:电|电量)", "{}还有多少电"),
        (f"(?:电|电量|电池){_LITTLE}*(?:剩|剩下|有)?{_LITTLE}*{_NUMBER}", "{}还有多少电"),
    )
)  # fmt: skip
_SHORT = 24
"""Characters of a question."""
_KINDS = "大灯|主灯|灯|窗帘|空调|风扇|电视|音箱|插座|窗户|大门|车库门|车门|门"


class Inquiry:
    """Puts questions about one home."""

    def __init__(self, home: Home) -> None:
        """Know what everything there is called."""
        places = [name for area in home.areas for name in area.names.get("zh", ())]
        things = [
            name for device in home.devices if device.domain != "scene" for name in device.names.get("zh", ())
        ]
        rooms = "|".join(map(re.escape, sorted(places, key=len, reverse=True))) or "(?!)"
        names = "|".join(map(re.escape, sorted(things, key=len, reverse=True))) or "(?!)"
        self._thing = re.compile(f"(?:(?:{rooms})(?:里面?)?的?)?(?:{names}|{_KINDS})|(?:{rooms})(?:里面?)?")

    def things(self, text: str) -> tuple[str, ...]:
        """The things that the text names."""
        return tuple(found.group() for found in self._thing.finditer(text))

    def questions(self, text: str) -> Iterator[str]:
        """The same question in the words of the templates; none where it may mean something else."""
        found = self._thing.search(text) if len(text) <= _SHORT else None
        if found is None or not found.group():
            return
        rest = text[: found.start()] + text[found.end() :]
        for words, form in _ASKED:
            if words.fullmatch(rest) and (form != "{}多少" or found.group().endswith("度")):
                yield form.format(found.group())
                return
