"""Words that go on with what was talked about, and would be an order to the home at another time."""

import re

from intents.discourse.situation import Situation, repeatable
from intents.vocabulary import PLAYS, Match, Route

_ENGLISH = (
    r"(?:and |ok(?:ay)? )?(?:(?:tell|give|sing|read) (?:me|us) |say |do |have you got )?"
    r"(?:another|one more|some more|more|a (?:new|different|better) one)(?: one| of (?:them|those|that))?"
    r"(?: please| about \w+)?|"
    r"(?:please )?(?:go on|continue|keep going|carry on)(?: please)?|"
    r"(?:and |so )?(?:then|what then|then what|what next|what else)|"
    r"(?:and |but )?why(?: not| so| is that)?|how (?:so|come)|(?:oh )?really|are you sure|says who"
)
_CHINESE = (
    r"(?:那|好)?(?:你)?(?:就)?(?:再|另外?|换|重新)(?:给我|跟我)?(?:来|讲|说|出|念|唱|编|写)?一?[个段首条则](?:别的|新的|好笑的)?"
    r"(?:吧|呗|嘛|呀)?|(?:你)?(?:接着|继续)(?:讲|说|来|编)?(?:吧|呀|啊)?|(?:那)?(?:然后|后来|接下来)呢?|还有[呢吗]|"
    r"(?:那)?(?:为什么|为啥|凭什么)[呢呀啊]?|(?:啊)?真的[吗假]?(?:的)?|你确定[吗嘛]?|谁说的"
)
_MORE = re.compile(f"(?:{_ENGLISH}|{_CHINESE})", re.IGNORECASE)
_TIED = re.compile(r"(?:and|but|what about|how about|so)\b.+|(?:那|那么|还有).+|.{1,12}呢", re.IGNORECASE)
"""How a question begins or ends that leans on the one before."""


def goes_on_talking(here: Situation) -> bool:
    """Whether the words can only ask for more of what was just said freely."""
    return _is_talk(here) and bool(_MORE.fullmatch(here.text.strip(" .?!。？！，,")))


def leans_on_talk(here: Situation, alone: Match | None) -> bool:
    """Whether a question that only resembles a request leans on what was just said freely."""
    alike = alone is not None and alone.route is Route.SEMANTIC
    return alike and _is_talk(here) and bool(_TIED.fullmatch(here.text.strip(" .?!。？！")))


_ENCORE = re.compile("(?:那|好)?再(?:来|放|听|唱|播)一?[个首遍段](?:吧|呗)?")


_ANOTHER = re.compile(
    "(?:那|好|再)?(?:换|来|讲)一?[个段](?:别的|新的|[^，,的]{1,3}一?点儿?的)(?:故事)?(?:吧|呗)?|"
    r"(?:another|a (?:different|new|shorter|longer|funnier|better)) (?:one|story)(?: please)?",
    re.IGNORECASE,
)


def encore(here: Situation) -> Match | None:
    """What was to be heard, once more: 再来一个."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    plays = bool(intents) and all(intent.name == PLAYS for intent in intents)
    told = plays and intents[-1].slots.get("media_class") == "story"
    said = here.text.strip(" 。！!")
    return (
        here.meant(intents)
        if plays and (_ENCORE.fullmatch(said) or (told and _ANOTHER.fullmatch(said)))
        else None
    )


def _is_talk(here: Situation) -> bool:
    return here.dialogue.last is not None and here.dialogue.last.talk
