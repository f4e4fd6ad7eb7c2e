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
    says: Mapping[str, int]
    """The words, and how often they are spoken, by as many voices."""


STOPS = (
    Stop("stop", "en", "stop", {"stop!": 40, "stop": 40, "please stop!": 20, "okay, stop!": 20}),
    Stop("stop_it", "en", "stop it", {"stop it!": 36, "stop talking!": 20}),
    Stop("be_quiet", "en", "be quiet", {"be quiet!": 20, "quiet!": 20}),
    Stop("shut_up", "en", "shut up", {"shut up!": 20, "enough!": 20, "that's enough!": 20}),
    Stop("ting", "zh", "停", {"停！": 70, "停": 30, "停止！": 16}),
    Stop("ting_xia", "zh", "停下", {"停下！": 46, "停下来！": 16}),
    Stop("ting_yi_xia", "zh", "停一下", {"停一下！": 56, "停一下": 10}),
    Stop("bie_shuo_le", "zh", "别说了", {"别说了！": 40, "别说了": 16, "别讲了！": 16, "不要说了！": 16}),
    Stop("an_jing", "zh", "安静", {"安静！": 46, "安静一点！": 16}),
    Stop("gou_le", "zh", "够了", {"够了！": 16, "闭嘴！": 16}),
)  # fmt: skip
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
