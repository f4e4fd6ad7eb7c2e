"""Phantoms: what Whisper learned from subtitles and writes where nobody speaks, whatever its probability."""

import re

_CREDITS = re.compile(
    r"""
    (?:请)?不吝(?:点赞|点讚).*                      # the end of many Chinese videos
    | .*(?:明镜|明鏡).{0,6}(?:栏目|欄目).*
    | (?:中文)?字幕(?:志愿者|志願者|制作|製作|提供|组|by|由|[:：]).*
    | .*字幕(?:组|社区|製作|制作|提供)
    | .*amara[. ]?org.*
    | (?:感谢|谢谢)(?:您的|大家的?|你的)?(?:观看|收看|收听)(?:.{0,12}再见)?
    | (?:记得)?(?:点赞|订阅)[和、,\s]*(?:关注|订阅|转发|打赏).*
    | thank(?:s| you)(?: so much| very much)? for (?:watching|viewing)\b.*
    | (?:please )?(?:don'?t forget to |like and )+subscribe\b.*
    | (?:please )?subscribe to (?:my|our|the|this) channel\b.*
    | (?:sub(?:title)?s|captions?|transcript(?:ion)?)(?: provided)? (?:by|copyright)\b.*
    | (?:i'll )?see you (?:guys )?in the next (?:video|one)
    | [♪♫\s]+
    | [\[(*（【][^\])*）】]{0,30}[\])*）】]             # (music), [applause], （掌声）
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = " 　。，、！？!?.,…~～\"'“”"


def is_phantom(text: str) -> bool:
    """Whether the whole text is a credit, or a description of sound, and nothing that anybody says here."""
    return bool(_CREDITS.fullmatch(text.strip(_ENDS)))
