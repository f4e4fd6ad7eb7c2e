"""Time zones that are said with a time."""

import re
from datetime import datetime, timedelta, timezone, tzinfo

_HOURS = {
    "utc": 0.0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "ist": 5.5, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12,
    "nzdt": 13, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "hst": -10, "北京时间": 8, "北京時間": 8, "东京时间": 9,
}  # fmt: skip
"""Hours ahead of UTC; where initials mean several zones, the one that English speakers mean most."""
_SAID = re.compile(
    rf"(?<=[\dmh.]) ?\(?\b({'|'.join(name for name in _HOURS if name.isascii())})\b\)?|"
    rf"({'|'.join(name for name in _HOURS if not name.isascii())})",
    re.IGNORECASE,
)


def without_zone(text: str, now: datetime) -> tuple[str, tzinfo | None]:
    """The text without its zone, and the zone: that of `now` when none was said."""
    found = _SAID.search(text)
    if not found:
        return text, now.tzinfo
    hours = _HOURS[(found[1] or found[2]).lower()]
    return _SAID.sub("", text), timezone(timedelta(hours=hours))
