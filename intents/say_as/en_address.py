"""English addresses: of houses, of machines and of people's telephones."""

import re

from intents.say_as import en_numbers as n
from intents.say_as.rule import Rule, rule

_STREETS = {
    "St": "Street",
    "Ave": "Avenue",
    "Rd": "Road",
    "Blvd": "Boulevard",
    "Dr": "Drive",
    "Ln": "Lane",
    "Expy": "Expressway",
    "Hwy": "Highway",
    "Ct": "Court",
    "Pl": "Place",
    "Sq": "Square",
    "Pkwy": "Parkway",
}
_STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
_SIGNS = {
    ".": "dot",
    "/": "slash",
    "-": "dash",
    "_": "underscore",
    ":": "colon",
    "@": "at",
    "&": "ampersand",
    "?": "question mark",
    "=": "equals",
    "#": "hash",
    "%": "percent",
    "~": "tilde",
    "+": "plus",
}
_SPELLED = frozenset(
    {"http", "https", "www", "ftp", "uk", "de", "it", "us", "eu", "io", "ai", "tv", "fr", "cn", "sm", "rtx"}
)
_PROVIDERS = "com|org|net|edu|gov|info|dev|app|io|ai|uk|de|it|fr|cn|eu|us|tv|abc"


def _street(match: re.Match[str]) -> str:
    figures = match[1]
    number = (
        f"{n.cardinal(figures[:-2])} {n.integer(figures[-2:])}"
        if len(figures) in (3, 4)
        else n.cardinal(figures)
    )
    sentence_ends = "." if match[4] and match[5] else ""
    return f"{number} {match[2]}{_STREETS[match[3]]}{sentence_ends}{match[5] or ''}"


def _electronic(match: re.Match[str]) -> str:
    """Letter groups, signs and numbers one by one."""
    pieces = re.findall(r"[A-Za-z]+|\d+|[^\w\s]|_", match[0])
    return " ".join(_piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    if piece.isdigit():
        return (
            n.digits(piece) if len(piece) == 3 else n.cardinal(piece) if len(piece) < 5 else n.digits(piece)
        )
    if piece.lower() in _SPELLED:
        return piece.upper()
    return "jpeg" if piece == "jpg" else _SIGNS.get(piece, piece)


def _groups(figures: str) -> str:
    groups = re.findall(r"\d+", figures)
    return ", ".join("eight hundred" if group == "800" else n.digits(group) for group in groups)


def _called(match: re.Match[str]) -> str:
    plus = "plus " if match[0].startswith("+") else ""
    return plus + _groups(match[0])


def address() -> tuple[Rule, ...]:
    """Of houses and of machines."""
    return (
        rule(rf"\b(\d{{1,5}}) ((?:[A-Z][a-z]+ ){{1,3}})({'|'.join(_STREETS)})\b(\.)?(\s+[A-Z])?", _street),
        rule(
            rf"(?<=, )({'|'.join(_STATES)})\b(?: (\d{{5}})\b)?",
            lambda m: _STATES[m[1]] + (f" {n.digits(m[2])}" if m[2] else ""),
        ),
        rule(r"\b(?:https?|ftp|file)://[^\s，。）)]*[\w/]", _electronic),
        rule(r"(?<![\w.])[\w.+&-]+@[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*\w)?", _electronic),
        rule(rf"(?<![\w@.])(?:[a-zA-Z0-9-]+\.)+(?:{_PROVIDERS})\b(?:/[\w./-]*\w)?(?!\.\w)", _electronic),
    )


def telephone() -> tuple[Rule, ...]:
    """Of telephones and machines, by their numbers."""
    return (
        rule(
            r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)",
            lambda m: " dot ".join(map(n.digits, m[0].split("."))),
        ),
        rule(r"(?<![\w.])\+?\d{0,3}[ -]?(?<!\d)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w-])", _called),
        rule(r"(?<![\w.])\+?\d{1,3}[ -]\d{3}[-. ]\d{3}[-. ]\d{4}(?![\w-])", _called),
        rule(r"(?<![\w.])\d{3}-\d{2}-\d{4}(?![\w-])", _called),
        rule(r"(?<![\w.])1-800-([A-Z\d-]+)", lambda m: "one, eight hundred, " + m[1].replace("-", " ")),
    )
