"""Several things said in one breath for a list: "milk eggs and bread", 牛奶鸡蛋和面包."""

import re
from functools import cache

_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|\bplus\b|[，、；]|和|还有|以及|跟|与)\s*", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:mac(?:aroni)? and cheese|fish and chips|bread and butter pudding|half and half)\b", re.IGNORECASE
)
"""Things with an and of their own."""

_LED = re.compile(
    r"^(?:哦对?了?|噢对?了?|嗯|呃|对了|对$|再?[来买加要]一?[点些个瓶盒袋包把根条块桶箱听罐斤](?![心金子红])|再[来买]|还有|另外|以及|也要|"
    r"(?:oh|um|uh|er|wait|actually|also)$)+",
    re.IGNORECASE,
)
_TAIL = re.compile("(?<=.)(?:也|都)(?:要|得)?$")
"""What is said around a thing."""

_EN = """
apples apple bananas banana oranges orange orange_juice apple_juice juice pears grapes lemons lemon limes
strawberries blueberries milk oat_milk cream sour_cream butter peanut_butter cheese yogurt yoghurt eggs egg
bread rolls flour sugar salt pepper rice pasta noodles oil olive_oil vinegar soy_sauce ketchup mustard honey
jam tea coffee water beer wine chicken beef pork ham bacon sausages fish salmon tuna shrimp tofu potatoes
tomatoes onions garlic ginger carrots cucumbers cucumber lettuce spinach broccoli cabbage mushrooms peppers
beans corn peas celery avocados avocado chocolate cookies crackers chips cereal oats nuts ice_cream
toilet_paper paper_towels tissues soap shampoo toothpaste detergent batteries light_bulbs nappies diapers
"""
_ZH = """
牛奶 酸奶 鸡蛋 鸭蛋 面包 馒头 包子 饺子 面条 挂面 方便面 大米 小米 面粉 糯米 米 油 食用油 花生油 橄榄油 香油
盐 糖 白糖 红糖 醋 酱油 生抽 老抽 蚝油 料酒 味精 鸡精 花椒 八角 辣椒 胡椒粉 豆瓣酱 葱 大葱 小葱 姜 生姜 蒜
大蒜 香菜 白菜 大白菜 小白菜 青菜 菠菜 生菜 油菜 韭菜 芹菜 菜花 西兰花 土豆 西红柿 番茄 黄瓜 茄子 豆角
胡萝卜 萝卜 洋葱 青椒 蘑菇 香菇 木耳 豆腐 豆芽 玉米 红薯 南瓜 冬瓜 莲藕 苹果 香蕉 橙子 橘子 梨 葡萄 西瓜
草莓 桃子 樱桃 柠檬 芒果 猕猴桃 柚子 猪肉 牛肉 羊肉 鸡肉 鸡翅 鸡腿 排骨 五花肉 肉 鱼 虾 螃蟹 火腿 火腿肠
香肠 培根 奶酪 黄油 蜂蜜 果酱 饼干 薯片 巧克力 糖果 瓜子 花生 坚果 冰淇淋 雪糕 可乐 雪碧 果汁 橙汁 矿泉水 水
啤酒 白酒 红酒 茶叶 茶 咖啡 纸巾 卫生纸 抽纸 洗衣液 洗衣粉 洗洁精 洗发水 沐浴露 肥皂 香皂 牙膏 牙刷 毛巾
垃圾袋 保鲜膜 保鲜袋 电池 灯泡 猫粮 狗粮 猫砂 尿不湿 奶粉
"""
"""What most homes buy; only where all of a run is known is it taken apart."""
_MANY_ZH = r"(?:[一二两三四五六七八九十半\d]+(?:公斤|[个斤瓶盒袋包把根条块桶箱听罐提卷支只克])?)?"
_MANY_EN = r"(?:(?:some|a|an|the) )?\b"


def things(said: str) -> tuple[str, ...]:
    """Each thing of its own, in the order they were said."""
    said = said.replace("\x00", " ")
    kept = iter([whole.group() for whole in _WHOLE.finditer(said)])
    parts = [part.strip() for part in _AND.split(_WHOLE.sub("\x00", said))]
    found = [each for part in map(_plain, parts) for each in _run(part) if each]
    return tuple(each.replace("\x00", next(kept)) if "\x00" in each else each for each in found)


def _plain(part: str) -> str:
    """Without what only leads to it, and nothing where there is only that: 哦对了, "oh and"."""
    return _LED.sub("", _TAIL.sub("", part)).strip()


def _run(part: str) -> tuple[str, ...]:
    """Things without anything between them; one where it is not known where the next begins."""
    for one in (_good("zh"), _good("en")):
        if re.fullmatch(f"(?:{one})+", part, re.IGNORECASE):
            return tuple(found.group().strip() for found in re.finditer(one, part, re.IGNORECASE))
    return (part,)


@cache
def _good(language: str) -> str:
    """Pattern of one thing, the longest name first, with how many."""
    known = (_ZH if language == "zh" else _EN).split()
    names = "|".join(name.replace("_", " ") for name in sorted(known, key=len, reverse=True))
    return rf"{_MANY_ZH}(?:{names})" if language == "zh" else rf"{_MANY_EN}(?:{names})\b\s*"
