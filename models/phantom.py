"""Phantoms: what Whisper learned from subtitles and writes where nobody speaks, whatever its probability."""

import re

_CREDITS = (
    "(?:请)?不吝点赞.*",  # the end of many Chinese videos
    ".*明镜.{0,6}栏目.*",
    "(?:中文)?字幕(?:志愿者|制作|提供|组|by|由|[:：]).*",
    ".*字幕(?:组|社区|制作|提供)",
    ".*amara[. ]?org.*",
    "(?:感谢|谢谢)(?:您的?|大家的?|你的?)?(?:观看|收看|收听)(?:.{0,12}再见)?",
    "(?:记得)?(?:点赞|订阅)[和、，, ]*(?:关注|订阅|转发|打赏).*",
    "thank(?:s| you)(?: so much| very much)? for (?:watching|viewing).*",
    "(?:please )?(?:don'?t forget to |like and )+subscribe.*",
    "(?:please )?subscribe to (?:my|our|the|this) channel.*",
    "(?:subtitles|captions|transcription)(?: provided)? by .*",
    "(?:i'll )?see you (?:guys )?in the next (?:video|one)",
    r"[♪♫\s]+",
    r"[\[(*（【][^\])*）】]{0,30}[\])*）】]",  # (music), [applause], （掌声）
)
_CREDIT = re.compile("|".join(_CREDITS), re.IGNORECASE)
_ENDS = " 　。，、！？!?.,…~～\"'“”"


def is_phantom(text: str) -> bool:
    """Whether the whole text is a credit, or a description of sound, and nothing that anybody says here."""
    return bool(_CREDIT.fullmatch(text.strip(_ENDS)))
