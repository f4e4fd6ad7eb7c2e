"""What `make_stops` has voices say: words that tell us to stop, and words that only sound as short."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """Words of stopping that sound alike, which one detector hears: of many at once it is far less sure."""

    id: str
    language: str
    text: str
    """What stands for them when they were heard."""
    says: tuple[str, ...]
    """The words."""


STOPS = (
    Stop("stop", "en", "stop", ("stop!", "stop", "please stop!", "okay, stop!")),
    Stop("stop_it", "en", "stop it", ("stop it!", "stop it", "stop it.", "stop talking!", "stop talking.")),
    Stop("be_quiet", "en", "be quiet", ("be quiet!", "be quiet.", "quiet!")),
    Stop("shut_up", "en", "shut up", ("shut up!", "enough!", "that's enough!")),
    Stop("ting", "zh", "停", ("停！", "停", "停。", "停止！")),
    Stop("ting_xia", "zh", "停下", ("停下！", "停下。", "停下来！")),
    Stop("ting_yi_xia", "zh", "停一下", ("停一下！", "停一下。", "停一下")),
    Stop("bie_shuo_le", "zh", "别说了",
         ("别说了！", "别说了。", "别说了", "别说啦！", "别讲了！", "不要说了！")),
    Stop("an_jing", "zh", "安静", ("安静！", "安静。", "安静一点！")),
    Stop("gou_le", "zh", "够了", ("够了！", "够了。")),
    Stop("bi_zui", "zh", "闭嘴吧", ("闭嘴！", "闭嘴。")),
)  # fmt: skip
SAYINGS: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "en": (274, (
        "stop!", "stop it!", "stop", "be quiet!", "stop talking!", "please stop!", "quiet!", "shut up!",
        "cancel!", "stop", "enough!", "stop it", "that's enough!", "okay, stop!",
    )),
    "zh": (263, (
        "停！", "停下！", "别说了！", "停一下！", "安静！", "停", "停止！", "闭嘴！", "够了！", "停下来！",
        "别讲了！", "不要说了！", "别说了", "安静一点！", "停！", "取消！",
    )),
}  # fmt: skip
"""How often voices and blends of all languages say these in turn; what no kind of stopping has is other
speech."""
PURE = (
    "别说了。", "停一下。", "停下。", "安静。", "停。", "别说了！", "安静！", "停！", "停下！", "停一下！",
    "够了！", "闭嘴！",
)  # fmt: skip
"""What each Chinese voice says, itself, twice."""
BLENDED: Mapping[str, int] = {
    "别说了！": 40, "停一下！": 36, "停下！": 30, "停！": 36, "安静！": 30, "别说了。": 16, "停。": 10,
    "够了！": 16, "闭嘴！": 16, "stop talking!": 16, "please stop!": 16, "stop it.": 10, "be quiet.": 10,
}  # fmt: skip
"""How often blends of which most are native say it besides."""
HURRIED = ("别说了。", "别说啦！", "停一下。", "停下。", "安静。", "闭嘴！")
"""What each Chinese voice says in a hurry, twice: the shorter, the less of it is pronounced."""
ACCENTED: Mapping[str, int] = {
    "别说了。": 1, "别讲了！": 4, "不要说了！": 4, "停一下。": 4, "停下。": 4, "停！": 4, "安静。": 4,
    "闭嘴！": 5, "够了！": 5,
}  # fmt: skip
"""Of the voices of other languages, every how many says it: who learned Chinese, or speaks a dialect,
pronounces it in another way than the few Chinese voices do."""
OTHERS: Mapping[str, Sequence[str]] = {
    "en": (
        "top", "shop", "the top shelf", "stock", "step by step", "start", "drop it", "spot", "star",
        "the store", "quite", "quite a bit", "shut the door", "go on", "what", "it", "but why",
        "talking to you", "walking", "he talks a lot", "please", "please come", "okay", "okay then",
        "that's enough time", "be quick", "enough money", "sit", "stay", "stuff", "the staff",
        "don't worry", "yes", "no", "not now", "thank you", "louder please", "volume up", "next",
        "continue", "set a timer", "what time is it", "where is my phone", "dinner is ready",
        "come here", "I don't know", "see you later", "good morning", "that's nice", "up",
    ),
    "zh": (
        "听", "听一下", "挺好", "等一下", "天", "客厅", "别睡了", "别去了", "不要去了", "安全", "安排",
        "够吗", "狗来了", "请一下", "定一下", "平时", "庭院", "弟弟", "是的", "好的", "谢谢", "打开灯",
        "下来吧", "下雨了", "一下", "听见了吗", "你说什么", "说得好", "别人说", "吃饭了", "快过来",
        "几点了", "我知道了", "不知道", "再见", "早上好", "大声一点", "继续", "下一首", "定个闹钟",
        "手机在哪", "真好听", "很好", "电影", "进来", "请进", "明天见", "十点", "轻一点",
    ),
}  # fmt: skip
LIKE: Mapping[str, tuple[str, str]] = {"en": ("stop it", "be quiet"), "zh": ("停一下", "别说了")}
"""What chance makes texts like."""
MORE: Mapping[str, Sequence[str]] = {
    "en": (
        "stomp", "stepped", "a stack of them", "pop", "shut it", "what's up", "shout", "should I",
        "be careful", "a quick one", "the staircase", "stamp", "step", "he's talking",
    ),
    "zh": (
        "别听了", "别收了", "别走了", "别哭了", "别吃了", "说完了", "说不定", "特别多", "爷说了", "听我说",
        "听歌", "挺", "婷婷", "顶多", "平静", "干净", "按键", "安心", "零下", "必须", "鼻子", "别墅",
        "购物", "走了", "丁香", "天下", "情景", "按时", "钟声", "那听一下",
    ),
}  # fmt: skip
"""Said once."""
