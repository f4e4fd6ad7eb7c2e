"""What each sense is called, in words that a language model can choose and a person can be asked in."""

from collections.abc import Mapping

from intents.semantic.senses import SENSES
from intents.vocabulary import Intent

CALLED: Mapping[str, tuple[str, str]] = {
    "light_on": ("turn a light on", "开灯"),
    "light_off": ("turn a light off", "关灯"),
    "light_up": ("make a light brighter", "把灯调亮"),
    "light_dim": ("make a light dimmer", "把灯调暗"),
    "light_change": ("change the colour of a light", "换灯的颜色"),
    "clean": ("clean with the robot vacuum", "让扫地机打扫"),
    "vacuum_dock": ("send the robot vacuum back", "让扫地机回去"),
    "coffee": ("make coffee", "煮咖啡"),
    "switch_on": ("switch a device on", "打开一个设备"),
    "switch_off": ("switch a device off", "关掉一个设备"),
    "cool": ("make it cooler in here", "让屋里凉快些"),
    "warm": ("make it warmer in here", "让屋里暖和些"),
    "curtain_open": ("open the curtains", "拉开窗帘"),
    "curtain_close": ("close the curtains", "拉上窗帘"),
    "pause": ("pause what is playing", "暂停播放"),
    "unpause": ("go on playing", "继续播放"),
    "next": ("skip to the next one", "换下一个"),
    "previous": ("go back to the previous one", "回到上一个"),
    "volume_up": ("turn the volume up", "调高音量"),
    "volume_down": ("turn the volume down", "调低音量"),
    "mute": ("mute the sound", "静音"),
    "play_music": ("play music", "放音乐"),
    "play_radio": ("play the radio", "放广播"),
    "play_podcast": ("play a podcast", "放播客"),
    "play_book": ("play an audiobook", "放有声书"),
    "play_story": ("tell a story", "讲个故事"),
    "repeat": ("say the last answer again", "把刚才的话再说一遍"),
    "alarm_set": ("set an alarm", "定闹钟"),
    "alarm_query": ("tell which alarms are set", "查询闹钟"),
    "alarm_remove": ("cancel an alarm", "取消闹钟"),
    "snooze": ("let the alarm ring again a little later", "让闹钟过一会儿再响"),
    "timer_set": ("start a timer", "开始倒计时"),
    "timer_query": ("tell how much is left on the timer", "查询倒计时还剩多久"),
    "timer_cancel": ("cancel the timer", "取消倒计时"),
    "reminder_set": ("set a reminder or calendar entry", "设置提醒或日程"),
    "reminder_query": ("tell what is in the calendar", "查询提醒或日程"),
    "reminder_remove": ("delete a reminder or calendar entry", "删除提醒或日程"),
    "list_add": ("add something to a list", "往清单里加东西"),
    "list_query": ("tell what is on a list", "查询清单"),
    "list_remove": ("remove something from a list", "从清单里删掉东西"),
    "time": ("tell the time or the date", "报时间或日期"),
    "time_convert": ("convert a time between places", "换算两地时间"),
    "weather": ("tell the weather", "查询天气"),
    "maths": ("calculate something", "算算术"),
    "currency": ("convert money", "换算货币"),
    "measure": ("convert units", "换算单位"),
    "indoor": ("tell how warm or damp it is at home", "查询室内温度或湿度"),
    "find_phone": ("ring the phone to find it", "让手机响铃好找到它"),
    "steps": ("tell how many steps were walked", "查询走了多少步"),
    "heart_rate": ("tell the heart rate", "查询心率"),
    "car_where": ("tell where the car is", "查询车停在哪里"),
    "car_range": ("tell how far the car can drive", "查询车还能跑多远"),
}
"""English, then Chinese."""


def called(sense: str, language: str) -> str:
    """What it is called in a language, English where it is none of ours."""
    english, chinese = CALLED[sense]
    return chinese if language == "zh" else english


def meant(intent: Intent, language: str) -> str:
    """What an intent is called; nothing where no sense stands for it."""
    alike = [each for each, sense in SENSES.items() if sense.intent == intent.name]
    same = (each for each in alike if SENSES[each].slots.items() <= intent.slots.items())
    return called(sense, language) if (sense := next(same, None)) else ""
