"""What each sense is called when a language model is to choose among the likeliest ones."""

from collections.abc import Iterator, Mapping

CONSIDERED = 0.15
"""How likely it must be that the home is meant at all, for a model to be asked what."""
LOOKED_UP = 0.04
"""How likely a sense must be to be offered."""
MOST = 5
"""Senses that are offered; more confuse a small model."""

_CALLED: Mapping[str, tuple[str, str]] = {
    "light_on": ("turn on a light", "开灯"),
    "light_off": ("turn off a light", "关灯"),
    "light_up": ("make the light brighter", "把灯调亮"),
    "light_dim": ("make the light darker", "把灯调暗"),
    "light_change": ("change the color of the light", "改变灯光颜色"),
    "clean": ("vacuum the floor", "扫地"),
    "coffee": ("make coffee", "煮咖啡"),
    "switch_on": ("switch on a plug or device", "打开插座或电器"),
    "switch_off": ("switch off a plug or device", "关掉插座或电器"),
    "cool": ("make the room cooler", "降低室温"),
    "warm": ("make the room warmer", "升高室温"),
    "curtain_open": ("open the curtains", "打开窗帘"),
    "curtain_close": ("close the curtains", "拉上窗帘"),
    "pause": ("stop the music", "停止播放"),
    "next": ("skip to the next song", "换下一首"),
    "volume_up": ("turn the volume up", "调高音量"),
    "volume_down": ("turn the volume down", "调低音量"),
    "mute": ("mute the sound", "静音"),
    "play_music": ("play music", "放音乐"),
    "play_radio": ("play the radio", "放广播"),
    "play_podcast": ("play a podcast", "放播客"),
    "play_book": ("read an audiobook", "放有声书"),
    "alarm_set": ("set an alarm", "定闹钟"),
    "alarm_query": ("tell which alarms are set", "查看闹钟"),
    "alarm_remove": ("cancel an alarm", "取消闹钟"),
    "time": ("tell the time or date", "报时间或日期"),
    "time_convert": ("convert a time zone", "换算时区"),
    "weather": ("tell the weather", "查天气"),
    "reminder_set": ("add a calendar event or reminder", "记日程或提醒"),
    "reminder_query": ("look into the calendar", "查看日程和提醒"),
    "reminder_remove": ("delete a calendar event or reminder", "删除日程或提醒"),
    "list_add": ("put something on a list", "往清单里加东西"),
    "list_query": ("tell what is on a list", "查看清单"),
    "list_remove": ("take something off a list", "从清单里去掉东西"),
    "maths": ("do a calculation", "算数"),
    "currency": ("convert money", "换算货币"),
    "measure": ("convert a measure", "换算单位"),
}


def called(sense: str, language: str) -> str:
    """The sense in few words."""
    english, chinese = _CALLED[sense]
    return chinese if language == "zh" else english


def offered(shares: Mapping[str, float], looking: frozenset[str]) -> Iterator[str]:
    """The senses that are likely enough to be asked about, likeliest first, of those that change nothing.

    A small model takes one in ten of what is asked of nobody here for an order, so it may only look up.
    """
    ours = {sense: share for sense, share in shares.items() if sense in _CALLED}
    if sum(ours.values()) < CONSIDERED:
        return
    for sense in sorted(ours, key=lambda each: -ours[each])[:MOST]:
        if sense in looking and ours[sense] >= LOOKED_UP:
            yield sense
