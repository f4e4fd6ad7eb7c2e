"""What `make_stops` has voices say: words that tell us to stop, and words that only sound as short."""

from collections.abc import Mapping, Sequence

SAYS: Mapping[str, Sequence[str]] = {
    "en": (
        "stop!", "stop it!", "stop", "be quiet!", "stop talking!", "please stop!", "quiet!", "shut up!",
        "stop", "enough!", "stop it", "that's enough!", "okay, stop!",
    ),
    "zh": (
        "停！", "停下！", "别说了！", "停一下！", "安静！", "停", "停止！", "闭嘴！", "够了！", "停下来！",
        "别讲了！", "不要说了！", "别说了", "安静一点！", "停！",
    ),
}  # fmt: skip
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
