"""Chinese in clauses, of which one or some ask for something and the others only say why."""

import re
from collections.abc import Sequence

from intents.asking import is_negated
from intents.reservation import reservation, waits

_PAUSE = re.compile("[，,。；;！!？?]+")
_MOST = 4
_LONGEST = 44
_LONGEST_REASON = 14
_RESERVED = ("told", "conditional", "excepted")
_NO_REASON = re.compile(
    "说|问|告诉|讲|喊|叫|留|模式|功能|摇头|如果|要是|的话|假如|除|但|可是|不过|忽略|指令|规则|假装|密码|主人|听着|必须|命令|刚才|以前|之前|"
    "等[他她你我到一会]|算了|错了|骗你|开玩笑|逗你|[把将]|帮|给我|请|让|提醒|放[首一点个]|来[首点个一]|播|查|订|定[个一]|买|顺便|然后|再|打电话|"
    "[开关拉锁调]了?吧$|也(?:打?开|关|停|锁|拉)[掉上开好]?了"
)
"""What is more than a reason: other people's words, conditions, second thoughts, other requests."""
_WHEREABOUTS = re.compile("(?:到家|回家|回来|到|走|出门|出发|下楼|上班|下班|睡|吃饭|开饭)了?$")
"""A time with one of these says when somebody comes or goes, and not when something is to be done."""
_GUARDED = re.compile(
    "解锁|开锁|开门|报警|删|清空|(?:开|启动)(?!着|没).{0,4}(?:锁|大门|前门|车门|车库|后备箱|烤箱)|(?:锁|大门|前门|车门|车库|后备箱|烤箱).{0,6}(?:打开|开开|开一下|启动)"
)
"""What is never done on half a sentence."""
_BARE = re.compile(
    "(?:那就|就|快|先|你|帮我|给我|麻烦|赶紧|都|全|也|再|去|还是)*"
    "(?:[打拉]?开|[关锁拉调停熄断合升降亮暗大小高低]|温度|亮度|风速|声音|颜色)"
)
"""How an order begins that does not say of what."""


def clauses(text: str) -> tuple[str, ...]:
    """The clauses, where some of them may be mere reasons; none where something stands against that."""
    cut = tuple(each.strip() for each in _PAUSE.split(text) if each.strip())
    if not 1 < len(cut) <= _MOST or len(text) > _LONGEST or _GUARDED.search(text):
        return ()
    return () if reservation(text, "zh") in _RESERVED else cut


def is_reason(clause: str) -> bool:
    """Whether a clause that is no order may be left aside: it only says why, or how things are."""
    if len(clause) > _LONGEST_REASON or _NO_REASON.search(clause) or is_negated(clause):
        return False
    return not waits(clause, "zh") or bool(_WHEREABOUTS.search(clause))


def with_thing(clause: str, things: Sequence[str]) -> tuple[str, ...]:
    """The clause with what the ones before spoke of, where it does not say itself of what it is."""
    return (f"把{things[-1]}{clause}", f"{things[-1]}{clause}") if things and _BARE.match(clause) else ()
