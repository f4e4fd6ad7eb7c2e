"""Texts that sound like three wake words and are not them; written to measure, trained on by nobody."""

from collections.abc import Mapping, Sequence

_STUDENT = """
小爱老师 想爱同学 校内同学 小爱同桌 小孩同学 小爱同事 小外同学 小李同学 小明同学 这位同学
亲爱同学 可爱同学 小爱通知 小爱统一 晓得同学 小白同学 小蔡同学 小赖同学 小戴同学 小海同学
同学小爱 小爱童鞋 小区同学 少爱同学 老爱同学 小安同学 小袁同学 消耗同学 笑话同学 下课同学
小爱中学 小爱大学 小爱痛觉 小碍事儿 小爱妈妈 叫爱同学 小爱东西 小学同学 小爱同行 小埃及人
"""
_COMPANION = """
你好小胖 你好小班 你好晓斌 你好小潘 你好小板 你好小王 你好小白 你好小贝 你好小编 你好小帮
你好小满 你好小万 你好小蛋 你好小炭 你好小安 你好同伴 你好老伴 你好伙伴 你好陪伴 你好校友
你要小伴 你找小伴 您好小帆 我的小伴 你的小伴 你好小朋友 你好小本 你好小笨 你好小兵 你好校办
不好小伴 真好小伴 你好下班 你好上班 你好晚班 你好小船 你好小熊 你好小鸟 你好小雪 你好笑吧
"""
_HEY = """
hey showman / hey sour bun / hey Shaolin / hey Shawn / hey showbiz / hey Siobhan / hey shaman
hey shower / hey chow mein / hey Japan / hey sharpen / hey show me / hey cabin / hey ribbon / hey urban
hey Robin / hey Durban / hey turban / hey shopping / hey Jordan / hey taiwan / hey salmon / hey chairman
hey iron man / they show ban / hey shotgun / say Xiaobao / hey Xiaomi / hey Xiaoming / hey Xiaolong
hey Xiaobei / hey Xiaogang / hey Xiaobo / hey Xiaofan / hey Xiaoyu / hey Dabang / hey Laoban
hey now Ben / he shall ban / hey about
"""
NEAR: Mapping[str, Sequence[str]] = {
    "小爱同学": _STUDENT.split(),
    "你好小伴": _COMPANION.split(),
    "hey Xiaoban": [text.strip() for line in _HEY.strip().splitlines() for text in line.split("/")],
}
