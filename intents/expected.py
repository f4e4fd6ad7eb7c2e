"""Words that speech recognition may expect in a home, as a text by language (ISO 639-1)."""

from collections.abc import Mapping

EXPECTED: Mapping[str, str] = {
    "zh": "卧室的灯，客厅的窗帘，空调，二十六度，百分之三十，音量，"
    "一首歌，一个故事，早上七点的闹钟，提醒我，倒计时，天气。"
}
"""Names of things and values, and no orders: a decoder that hears little may write down what it was told.

English is heard as well without.
"""
