"""What somebody asked somebody to be told at a time, as a reminder to do so: 他让我明早六点叫他."""

import re

_WHO = (
    "(?:[他她]们?|我?(?:爸爸?|妈妈?|爷爷|奶奶|姥姥|姥爷|老公|老婆|媳妇儿?|儿子|女儿|闺女|"
    "哥哥?|姐姐?|弟弟|妹妹|室友|同事))"
)
_ASKED_ZH = re.compile(
    f"(?P<who>{_WHO})(?:让|叫|要|请|托)我(?P<when>.{{1,12}}?)(?P<deed>叫醒?|喊|提醒)"
    f"(?P<whom>{_WHO})(?P<what>(?!.*我(?:说|就|没|都|也|还|才|给|答应))[^吗？?]{{0,12}})"
)
_ASKED_EN = re.compile(
    r"(?P<who>he|she|they|my \w+) (?:asked|told|wants?|wanted) me to "
    r"(?P<deed>(?:wake|call|get|remind|ring) (?:him|her|them)(?: up)?.*)",
    re.IGNORECASE,
)


def relayed(text: str, language: str) -> str:
    """The reminder that is meant; the text where nobody asked for such a thing."""
    said = text.strip(" .。!！")
    if language == "zh" and (found := _ASKED_ZH.fullmatch(said)):
        return f"{found['when']}提醒我{found['deed']}{found['whom']}{found['what']}"
    if language == "en" and (found := _ASKED_EN.fullmatch(said)):
        return f"remind me to {found['deed']}"
    return text
