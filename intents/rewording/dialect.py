"""Words of dialects that standard Chinese has not, as it has them: 俺, 几多, 落雨, 记低."""

import re

_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), standard)
    for words, standard in (
        # the north
        ("俺(?:们)?", "我"),
        ("恁(?=们|家|把|帮|给|说)", "你"),
        ("(?<=[\u4e00-\u9fff])[咧嘞哩](?=[，,。！!？? ]|$)", "了"),
        ("夜来|夜儿个", "昨天"),
        ("忒(?=[\u4e00-\u9fff])|贼(?=[冷热亮暗吵大小慢快])", "太"),
        ("麻溜儿?(?:的|地)?|赶(?:忙|快)着?", ""),
        ("亮堂|敞亮", "亮"),
        ("(?<=[关锁])(?:门)?(?:瓷实|实诚)", "好"),
        ("[拾归]掇(?:拾掇|归掇)?(?=.{0,2}[地屋房])", "打扫"),
        ("(?<=[大前房院]门)(?:插|销|别)(?:上|好)", "锁上"),
        # the south
        ("几多(?=[钱度点电人天个，,。？?]|$)|几多", "多少"),
        ("落不落([雨雪])", "会不会下\\1"),
        ("落([雨雪])", "下\\1"),
        ("明日|听日", "明天"),
        ("今日(?!头条)", "今天"),
        ("(?:而|宜)家(?![具居])", "现在"),
        ("边度|边处", "哪里"),
        ("唔该(?:晒)?", ""),
        ("(?<=[记写])低", "下"),
        ("(?<=[开关锁调])咗", "了"),
        ("佢", "他"),
        ("嘅", "的"),
        ("冇(?:得)?", "没有"),
        ("[睇]下?", "看看"),
        ("(?<=[太好真])光(?=了|啦)", "亮"),
        ("(?:我)?走先(?:了|啦)?$", "我先走了"),
        # the south-west
        ("啷个", "怎么"),
        ("啥子", "什么"),
        ("莫(?=[开关放吵动])", "别"),
    )
)
_HEARD = re.compile("播放|[放听唱播]|来(?:一?[首段个点])")
"""Titles are as they are."""


def standard(text: str) -> str:
    """The text in standard words; the text itself where something is to be heard."""
    if _HEARD.search(text):
        return text
    for words, plain in _WORDS:
        text = words.sub(plain, text)
    return text or text
