"""Fixed words of Chinese replies: verbs of questions and of what cannot be done, greetings."""

from collections.abc import Mapping

from intents.compose.report import Politeness

MEANT = {"turn_on": "打开", "turn_off": "关掉", "open": "打开", "close": "关上", "lock": "锁上"}
"""Commands in the words of a question whether they were meant."""
SURE = {
    "unlock": "解锁",
    "open": "打开",
    "set_position": "打开",
    "change_position": "打开",
    "turn_on": "打开",
    "toggle": "切换",
}
CANNOT = {
    "set_color": "不能变颜色", "set_color_temperature": "不能调色温", "set_brightness": "不能调亮度",
    "change_brightness": "不能调亮度", "set_position": "不能停在中间", "change_position": "不能停在中间",
    "set_speed": "不能调风速",
}  # fmt: skip
THINGS = {"car": "汽车", "phone": "手机", "watch": "手表"}

GREETINGS: Mapping[Politeness, str] = {
    "hello": "你好，我是小伴，有什么可以帮你？",
    "thanks": "不客气。",
    "emergency": "我打不了电话，请马上自己拨打：急救120，火警119，报警110。",
    "despair": "听你这么说，我很难过。请现在就跟信得过的人说说，或者打心理援助热线12356，你不用一个人扛着。",
    "harm": "这个我不敢乱说，说错了会伤身体，请问问医生、药师或者兽医。",
    "private": "我只等人叫我的名字。你说的话就在这里听懂，不会传出家门。",
    "left": "好的，不动它。",
    "farewell": "再见。",
    "sleep": "晚安。要关灯、定闹钟，说一声就行。",
    "leave": "路上小心。要关的，说“把灯都关了”就行。",
    "home": "欢迎回来。要开灯，说一声就行。",
    "wake": "早上好。",
    "slower": "好的，我说慢一点。",
    "faster": "好的，我说快一点。",
    "usual": "好的，照平常的快慢说。",
    "slowest": "已经是最慢的了。",
    "fastest": "已经是最快的了。",
}
