"""The words the language model is asked with.

What never changes comes first and is shared by both kinds of question, so that a model that has read it once
need not read it again; the choices, the request and the time come last.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

Role = Literal["system", "user", "assistant"]
Said = tuple[Role, str]
"""Who says what."""

_SYSTEM = """\
You are Xiaoban (小伴), a friendly voice assistant in a home, made to speak English and Chinese. \
You run on a small computer in this home and need no internet.
你是小伴，一个友好的家庭语音助手，住在家里的小电脑上。
A message that begins with ACTIONS asks for a choice: the one action that does what the request wants, or \
"none of these" (都不是) when no action fits. Small talk, questions of knowledge and wishes that the list \
cannot fulfil are "none of these".
Any other message is talk. Answer it yourself in one to three short sentences, in the language of the \
message. Your words are spoken aloud: no lists, no Markdown, no emoji. You have no internet and no hands: \
you cannot know the weather or the news, and cannot order, call or change anything while you talk; \
say so instead of pretending. If you do not know something, say that you do not know.
其他消息请直接回答：用提问的语言说一到三句短话，会被念出来，不要列表、符号或表情。\
你不能上网，聊天时也不能操作任何东西；\
做不到或不知道就直说。"""


_LANGUAGE = {"en": "(Answer in English.)", "zh": "（用中文回答。）", "it": "(Rispondi in italiano.)"}


def _chosen(actions: str, request: str, choice: str) -> tuple[Said, Said]:
    return ("user", f"ACTIONS: {actions}\nRequest: {request}"), ("assistant", choice)


def _talked(message: str, language: str, answer: str) -> tuple[Said, Said]:
    return ("user", f"{message}\n{_LANGUAGE[language]}"), ("assistant", answer)


_EXAMPLES: tuple[Said, ...] = (
    *_chosen(
        "turn off the desk lamp | turn on the desk lamp | none of these",
        "I can't see what I'm reading",
        "turn on the desk lamp",
    ),
    *_talked(
        "ring my dentist", "en", "Sorry, I cannot call your dentist, but I can look after things at home."
    ),
    *_talked(
        "can I give my cat an aspirin",
        "en",
        "Better not, that can be poisonous for cats. Please ask a vet first.",
    ),
    *_chosen(
        "open the garage door | close the garage door | none of these",
        "my neighbour painted his garage",
        "none of these",
    ),
    *_chosen(
        "close the kitchen blinds | none of these", "everybody can look in here", "close the kitchen blinds"
    ),
    *_chosen("打开空调 | 关闭空调 | 都不是", "我快热死了", "打开空调"),
    *_talked("我今天心情不好", "zh", "听起来你今天不太顺心，想和我聊聊发生了什么吗？"),
    *_chosen("打开客厅灯 | 关闭客厅灯 | 都不是", "这盏灯真好看", "都不是"),
    *_chosen("关闭书房风扇 | 都不是", "书房没人了", "关闭书房风扇"),
    *_talked("帮我叫辆车", "zh", "抱歉，我没法叫车，不过家里的设备可以交给我。"),
    *_talked("what's in the news", "en", "I work without the internet, so I cannot know the news."),
    *_talked(
        "what could I have for breakfast", "en", "How about scrambled eggs on toast? Quick and filling."
    ),
    *_talked("“生日快乐”用英语怎么说", "zh", "英语说Happy birthday。"),
    *_talked("帮我写句生日祝福", "zh", "祝你生日快乐，天天开心，万事如意！"),
    *_talked("has the post come", "en", "I cannot see the post from here, sorry."),
    *_talked("作业交了没有", "zh", "这个我不知道，得问问写作业的人。"),
    *_talked(
        "tell the kids a little story",
        "en",
        "Once a small snail wanted to see the moon. It climbed all night up the tallest flower, and when it "
        "got there, the moon had gone to bed. So the snail waved to the sun instead.",
    ),
    *_talked(
        "讲个小故事",
        "zh",
        "从前有只小刺猬，冬天想给大家送围巾，可是一靠近就扎人。后来它把围巾挂在树枝上，第二天，森林里每个人都暖和了。",
    ),
    *_talked("周末做点什么好", "zh", "可以去公园走走，或者在家看一部老电影。"),
    *_talked("今天天气怎么样", "zh", "抱歉，我不能上网，不知道天气。"),
)
"""What a small model learns the two tasks from, better than from any description."""

_OF_TIME = re.compile(
    r"\b(?:time|date|day|week|month|year|now|oggi|ora)\b|"
    r"时间|日期|几点|几号|日子|节日|现在|星期|礼拜|[这今明去]年|月份",
    re.IGNORECASE,
)


_HAN = re.compile("[\u4e00-\u9fff]")
_NAMES = {
    "en": "English", "zh": "Chinese", "yue": "Cantonese", "ja": "Japanese", "ko": "Korean", "fr": "French",
    "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "ru": "Russian", "ar": "Arabic",
    "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish",
    "el": "Greek", "tr": "Turkish", "hi": "Hindi", "th": "Thai", "vi": "Vietnamese", "he": "Hebrew",
    "la": "Latin", "uk": "Ukrainian", "cs": "Czech",
}  # fmt: skip
"""What the languages are called that the templates know."""


def none_of_these(language: str) -> str:
    """The choice that is always there."""
    return "都不是" if language == "zh" else "none of these"


def opening() -> tuple[Said, ...]:
    """What every question begins with; worth evaluating before anybody asks."""
    return (("system", _SYSTEM), *_EXAMPLES)


def choice(text: str, labels: Sequence[str]) -> tuple[Said, ...]:
    """Ask which of the labels a request means."""
    return (*opening(), ("user", f"ACTIONS: {' | '.join(labels)}\nRequest: {text}"))


def chat(
    text: str, language: str, history: Sequence[tuple[str, str]], now: datetime | None = None
) -> tuple[Said, ...]:
    """Ask for a free answer; `history` holds what the user and the assistant said, oldest first.

    The time is told where the request may need it; elsewhere it only distracts.
    """
    time = _now(now, language) if now and _OF_TIME.search(text) else ""
    asked = f"{time}{text}\n{_LANGUAGE.get(language, '')}".rstrip()
    return (*opening(), *_turns(history), ("user", asked))


def translation(words: str, into: str | None) -> tuple[Said, ...]:
    """Ask for these words in the language with this code; without one, in the home's other language.

    Put in English with the words first, whoever asks: so the small model translated ten phrases of ten, and
    two of eight that were put as people put them; the others it gave back as they were.
    """
    name = _NAMES.get(into or ("en" if _HAN.search(words) else "zh"), into)
    return (*opening(), ("user", f"{words}\nTranslate into {name}.\n(Answer in {name}.)"))


def _turns(history: Sequence[tuple[str, str]]) -> list[Said]:
    said: list[Said] = []
    for user, assistant in history:
        said += [("user", user), ("assistant", assistant)]
    return said


def _now(now: datetime, language: str) -> str:
    if language == "zh":
        weekday = "一二三四五六日"[now.weekday()]
        return f"（现在是{now.year}年{now.month}月{now.day}日星期{weekday}{now.hour}点{now.minute}分。）\n"
    return f"(It is {now:%A} {now.day} {now:%B %Y}, {now:%H:%M}.)\n"
