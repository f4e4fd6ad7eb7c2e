"""What is said beside an order of where or how it is meant: 车里太热了，打开空调; "…, not too bright"."""

import re

_AIR_ZH = re.compile(
    "^(?P<where>车(?:里|内|上|子里?)[头面]?[^，,把空]{0,6}[冷热闷冻][^，,把空]{0,4}[，,])"
    "(?P<order>[^车屋家房厅，,]*?)(?P<air>空调|冷气|暖气|暖风)"
)
_AIR_EN = re.compile(
    r"^(?P<why>(?=[^,]*\b(?:hot|cold|warm|freezing|boiling|stuffy|chilly)\b)"
    r"[^,]*\b(?:in|inside) (?:the|my) car\b[^,]*, ?)"
    r"(?P<order>(?!.*\b(?:in|inside) )[^,]*"
    r"\b(?:air ?con(?:ditioner|ditioning)?|ac|a/c|heating|heater)\b[^,]*?)(?P<end>,? please)?$",
    re.IGNORECASE,
)
_DIM_ZH = re.compile(
    r"(?<=.)[，,]\s*(?:但|可)?(?:别|不要|甭)(?:开|弄|调)?(?:得)?(?:太|那么|这么)[亮刺]眼?[了啊哦]?$"
)
_DIM_EN = re.compile(
    r"^(?P<order>(?:please )?(?:turn|switch) (?:on (?P<what>[^,]+?)|(?P<lamp>[^,]+?) on)),? "
    r"(?:but |and )?not (?:too|so|that) bright(?:,? please)?$",
    re.IGNORECASE,
)
_LIT_ZH, _LIT_EN = re.compile("灯"), re.compile(r"\b(?:lights?|lamps?)\b", re.IGNORECASE)
_ALL_ZH = re.compile("^把?(?:(?:啥|什么)(?:电器|东西)?|电器|家电)都(?:给我)?(?P<off>关[了掉上])[吧啊呗]?$")
"""Everything off, which asks nothing."""


def put_in_order(text: str, language: str) -> str:
    """The order with what was said beside it, in its own place."""
    if language == "zh":
        said = _AIR_ZH.sub(lambda found: f"{found['where']}{found['order']}车里{found['air']}", text)
        said = _ALL_ZH.sub(lambda found: f"把所有电器都{found['off']}", said.strip(" 。！!"))
        return _DIM_ZH.sub("，调暗一点", said) if _LIT_ZH.search(said) else said
    said = _AIR_EN.sub(lambda found: f"{found['order']} in the car", text)
    dim = _DIM_EN.match(said) if _LIT_EN.search(said) else None
    return f"{dim['order']} and dim {dim['what'] or dim['lamp']}" if dim else said
