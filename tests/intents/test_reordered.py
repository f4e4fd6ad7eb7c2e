"""Chinese orders to the home are read by their parts, in whatever order these stand."""

import pytest

from assistant.home.demo import demo_layout
from intents.rewording.constituents import Constituents
from intents.rewording.reordered import Reordered

REORDERED = Reordered(Constituents(demo_layout().home))


@pytest.mark.parametrize(
    ("said", "orders"),
    [
        ("卧室和书房的灯都关了", ("关掉卧室的灯", "关掉书房的灯")),
        ("把客厅的灯和电视都关了", ("关掉客厅的灯", "关掉电视")),
        ("客厅大灯关了，把落地灯打开", ("关掉客厅的灯", "打开落地灯")),
        ("开下空调，二十六度", ("打开空调", "空调调到26度")),
        ("关灯关空调", ("关掉灯", "关掉空调")),
        ("洗手间灯帮我打开", ("打开浴室的灯",)),
        ("全屋关灯", ("关掉所有的灯",)),
        ("冷死了空调温度调高点儿", ("空调调高一点",)),
        ("把窗帘打开晒晒太阳", ("打开窗帘",)),
    ],
)
def test_every_thing_has_its_order(said: str, orders: tuple[str, ...]) -> None:
    assert REORDERED.orders(said) == orders


@pytest.mark.parametrize(
    "said",
    [
        "小狗把灯打开了", "昨天我把灯打开了", "我妈说把灯关了", "楼上的灯一直闪", "把门锁打开",
        "打开前门", "空调坏了", "家里的灯都关了吗", "别开灯", "客厅灯亮一倍", "把客厅灯调暗百分之十",
        "打开厨房灯再放首歌", "空调调到20到22度之间", "五分钟后把空调打开", "这个灯多少钱",
    ],
)  # fmt: skip
def test_what_tells_asks_or_says_more_is_no_order(said: str) -> None:
    assert REORDERED.orders(said) == ()
