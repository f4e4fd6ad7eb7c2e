"""How likely a sentence is: counts of what people say."""

from intents.repair import likely
from intents.repair.likely import Likely


def test_what_was_counted_is_likelier_than_what_was_not() -> None:
    known = Likely([("打开灯", 1.0), ("打开窗帘", 1.0)])
    assert known.sentence("打开灯") > known.sentence("打开凳")


def test_what_is_remembered_is_bounded() -> None:
    known = Likely([("打开灯", 1.0)])
    for place in range(likely._REMEMBERED + 2):
        known.log("", chr(0x4E00 + place))
    assert len(known._known) <= likely._REMEMBERED
