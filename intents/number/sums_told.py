"""English sums whose verb comes first, with their signs between the numbers: "multiply six by seven"."""

import re

_FORMS = (
    (r"(?:multiply|times) (?P<one>{n}) (?:by|and|with|times) (?P<two>{n})", "times"),
    (r"divide (?P<one>{n}) (?:by|into|with) (?P<two>{n})", "divided by"),
    (r"(?:subtract|take(?: away)?|deduct) (?P<two>{n}) (?:away )?from (?P<one>{n})", "minus"),
    (r"(?:product of|multiplication of) (?P<one>{n}) (?:and|with|by) (?P<two>{n})", "times"),
    (r"(?:quotient of) (?P<one>{n}) (?:and|by) (?P<two>{n})", "divided by"),
    (r"difference (?:between|of) (?P<one>{n}) and (?P<two>{n})", "minus"),
)
_SUM = (
    r"(?:(?:the )?sum of|add(?: up| together)?|total(?: up)?|sum up) (?P<all>{n}(?:(?:, ?| ?,? and | plus |"
    r" to | with ){n})+)(?: together| up)?"
)
_BETWEEN = re.compile(r" ?,? (?:and|plus|to|with) |, ?", re.IGNORECASE)


class ToldFirst:
    """Such sums, over numbers of one form."""

    def __init__(self, number: str) -> None:
        self._forms = tuple(
            (re.compile(rf"\b{form.replace('{n}', number)}\b", re.IGNORECASE), sign) for form, sign in _FORMS
        )
        self._sum = re.compile(rf"\b{_SUM.replace('{n}', number)}", re.IGNORECASE)

    def found(self, text: str) -> re.Match[str] | None:
        """Where the words are; None where they are no such sum."""
        return next(filter(None, (form.search(text) for form, _ in self._forms)), self._sum.search(text))

    def signed(self, text: str) -> str:
        """The sum with its signs between the numbers; other text as it is."""
        for form, sign in self._forms:
            if told := form.fullmatch(text):
                return f"{told['one']} {sign} {told['two']}"
        total = self._sum.fullmatch(text)
        return " plus ".join(_BETWEEN.split(total["all"])) if total else text
