"""Sums and measures that go on from the last: "divided by four", "and 20", "how many grams is that"."""

import re

from intents.discourse.situation import Situation, repeatable
from intents.number.numeral import ENGLISH_NUMBER
from intents.vocabulary import Intent, Match

_MORE = re.compile(
    r"(?:(?:and|then|now)\s+)*(?P<sum>(?:plus|minus|times|divided by|multiplied by|over)\s+.+)", re.IGNORECASE
)
_AMOUNT = re.compile(
    rf"(?:and|what about|how about)\s+(?P<amount>\d+(?:\.\d+)?|{ENGLISH_NUMBER})(?: of (?:them|those))?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:and )?(?:(?:how many|what(?:['’]s| is| are)) (?:(?:that|it|they) in )?(?P<asked>[a-z]+(?: [a-z]+)?)"
    r"(?: (?:is|are) (?:that|it|they))?|(?:(?:that|and|it|and that) )?in (?P<unit>[a-z]+(?: [a-z]+)?))",
    re.IGNORECASE,
)


def further(here: Situation) -> Match | None:
    """The last sum with something more, or the last measure of another amount or in another unit."""
    before = here.dialogue.understood
    last = repeatable(before.match)[-1:] if before and before.match and here.language == "en" else []
    said = " ".join(here.text.strip(" .!?").split())
    if not last or last[0].name not in ("Calculate", "Convert"):
        return None
    return _summed(here, last[0], said) if last[0].name == "Calculate" else _measured(here, last[0], said)


def _summed(here: Situation, last: Intent, said: str) -> Match | None:
    found, done = _MORE.fullmatch(said), last.slots.get("expression")
    return (
        here.meant([Intent("Calculate", {"expression": f"({done}) {found['sum']}"})])
        if found and done
        else None
    )


def _measured(here: Situation, last: Intent, said: str) -> Match | None:
    """Whatever the words for a whole conversion would say."""
    amount, unit = _AMOUNT.fullmatch(said), _UNIT.fullmatch(said)
    if "from" not in last.slots or not (amount or unit):
        return None
    name = (unit["asked"] or unit["unit"]) if unit else None
    whole = here.stated(f"convert {amount['amount'] if amount else 1} miles to {name or 'kilometers'}")
    other = here.stated(f"convert 1 {name} to {name}") if name else None
    if amount and whole:
        return here.meant([Intent("Convert", {**last.slots, "amount": whole.slots["amount"]})])
    return here.meant([Intent("Convert", {**last.slots, "to": other.slots["to"]})]) if other else None
