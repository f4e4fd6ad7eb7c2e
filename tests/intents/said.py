"""Ways to say everything of the vocabulary that is not about a device by its name: intent, English, Chinese."""

SAID: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "SetAlarm": (
        (
            "set an alarm for seven", "could you wake me at half past six tomorrow", "alarm for 6 am on monday please",
            "tomorrow at 7, could you set an alarm", "I need to be up by six thirty", "seven o'clock alarm please",
            "can you set me an alarm every weekday at 7", "wake me up every other day at 8",
        ),
        (
            "定一个早上七点的闹钟", "可以帮我定个闹钟吗，早上七点", "明天早上六点半叫我一下", "七点叫我起床好吗",
            "麻烦给我上个闹钟，明早六点", "能不能明天八点叫醒我", "每月1号上午九点的闹钟", "顺便定个七点半的闹钟",
            "每天早上七点叫我起床",
        ),
    ),
    "GetAlarms": (
        (
            "what alarms do I have", "when is my next alarm", "is there an alarm set for tomorrow", "list my alarms",
            "how long until my alarm goes off", "when will you wake me up tomorrow", "what time does my alarm ring",
        ),
        (
            "我有哪些闹钟", "下一个闹钟是几点", "明天有闹钟吗", "看看我的闹钟", "闹钟还有多久响", "还有多久响",
            "明天几点叫我起床", "我设了几个闹钟",
        ),
    ),
    "CancelAlarm": (
        (
            "cancel my alarm", "turn off all alarms", "cancel tomorrow's alarm only", "delete the seven o'clock alarm",
            "skip the next alarm", "please don't wake me tomorrow", "I don't need the alarm tomorrow",
            "could you turn my 7 am alarm off",
        ),
        (
            "取消闹钟", "把所有闹钟都关掉", "只取消明天的闹钟", "删掉七点的闹钟", "明天不用叫我了", "下一个闹钟跳过",
            "明天的闹钟不用响了", "闹钟不要了",
        ),
    ),
    "ChangeAlarm": (
        (
            "move my alarm to 8", "change the seven o'clock alarm to eight", "make it half an hour later",
            "push my alarm back by ten minutes", "change my alarm from 7 to 8", "make the alarm 15 minutes earlier",
            "could you move tomorrow's alarm to 9 am", "reschedule my alarm for half past six",
        ),
        (
            "把七点的闹钟改到八点", "闹钟改成每天七点", "闹钟提前半小时", "把闹钟推迟十分钟", "明天的闹钟改到九点",
            "晚半个小时叫我", "闹钟往后推一刻钟", "帮我把闹钟调到六点半",
        ),
    ),
    "SnoozeAlarm": (
        ("snooze", "snooze for five minutes", "let me sleep a little longer", "ten more minutes please", "five more minutes"),
        ("再睡一会儿", "再睡十分钟", "让我再眯五分钟", "十分钟后再叫我", "过会儿再叫我"),
    ),
    "SetReminder": (
        (
            "remind me to call mom at five", "at nine tomorrow remind me to take out the trash",
            "could you remind me in ten minutes to check the oven", "set a reminder for 6 pm to feed the cat",
            "remind me every month on the 1st to pay the rent", "don't let me forget to lock up at ten tonight",
            "remind me to water the plants every other day at 8 am",
        ),
        (
            "下午五点提醒我打电话", "提醒我明天九点倒垃圾", "可以十分钟后提醒我关火吗", "每月1号上午九点提醒我交房租",
            "别忘了明天早上八点叫我吃药", "定个晚上八点喂猫的提醒", "每隔两个小时提醒我喝水", "顺便提醒我晚上十点锁门",
        ),
    ),
    "GetReminders": (
        (
            "what reminders do I have", "what's on my calendar tomorrow", "do I have anything planned on friday",
            "read my reminders", "when is my next reminder", "what do I have to do today",
        ),
        ("我有什么提醒", "明天有什么安排", "今天有什么日程", "看看我的提醒", "下一个提醒是什么时候", "后天有会吗"),
    ),
    "CancelReminder": (
        (
            "delete the reminder about the dentist", "cancel all reminders", "cancel my five o'clock reminder",
            "don't remind me to call mom", "remove the reminder to water the plants", "forget the reminder about the dentist",
        ),
        ("取消吃药的提醒", "删掉所有提醒", "取消明天的提醒", "不用提醒我吃药了", "把看牙医的提醒删了", "别再提醒我喝水了"),
    ),
    "ChangeReminder": (
        (
            "move the reminder about the dentist to 4 pm", "change my five o'clock reminder to six",
            "move the meeting to friday", "push the reminder to call mom back by an hour", "make my reminder ten minutes earlier",
        ),
        ("把吃药的提醒改到九点", "提醒推迟一小时", "五点的提醒改到六点", "开会的提醒提前十分钟", "把会议改到周五"),
    ),
    "HassMediaSearchAndPlay": (
        (
            "play some music", "put on some jazz", "play yesterday by the beatles", "play the album thriller",
            "I want to hear something relaxing", "play music for sleeping", "tell me a story", "play bbc radio",
            "play my favourite podcast", "what's in the news", "could you play a song by adele", "let's hear some rock music",
            "play the news", "read me a bedtime story", "play something by taylor swift",
        ),
        (
            "周杰伦的晴天", "放首歌", "我想听郭德纲的相声", "讲个故事", "放点轻音乐", "来点适合睡觉的音乐", "来首周杰伦的歌",
            "播放专辑范特西", "听新闻", "打开收音机", "放一首安静的歌", "给孩子讲个小红帽的故事", "想听点摇滚", "播放我的歌单",
            "能放首歌吗", "有没有邓丽君的歌", "来段评书", "我想听晴天", "放周杰伦的七里香", "今天有什么新闻",
        ),
    ),
    "HassMediaPause": (
        ("pause", "pause the music", "stop the music", "stop playing", "pause the song"),
        ("暂停", "暂停播放", "别放了", "先停一下音乐", "不听了", "别唱了"),
    ),
    "HassMediaUnpause": (
        ("resume", "continue playing", "keep playing", "resume the music", "go on with the song"),
        ("继续播放", "接着放", "继续放歌", "恢复播放", "继续放"),
    ),
    "HassMediaNext": (
        ("next song", "skip this song", "next", "play something else", "skip", "I don't like this song"),
        ("下一首", "换一首", "切歌", "换个歌", "跳过这首", "不想听这首"),
    ),
    "HassMediaPrevious": (
        ("previous song", "go back a song", "play the last song", "play the previous track", "back to the last song"),
        ("上一首", "播放上一首", "回到上一首", "放刚才那首", "上一首歌"),
    ),
    "MediaRepeat": (
        ("repeat this song", "loop this song", "play this song again and again", "repeat all", "stop repeating", "turn on repeat"),
        ("单曲循环", "循环播放", "这首歌循环放", "列表循环", "取消循环", "取消单曲循环"),
    ),
    "MediaShuffle": (
        ("shuffle", "shuffle my music", "turn on shuffle", "play in random order", "turn shuffle off"),
        ("随机播放", "打乱播放", "随便放", "顺序播放", "关闭随机播放"),
    ),
    "MediaLike": (
        ("I like this song", "add this song to my favourites", "save this song", "I love this track", "like this song"),
        ("收藏这首歌", "我喜欢这首歌", "把这首歌加到收藏", "收藏一下", "这首歌好听，收藏"),
    ),
    "MediaInfo": (
        ("what song is this", "who sings this", "what's playing", "what is this song called", "who is the artist", "name this song"),
        ("这是什么歌", "这首歌叫什么", "谁唱的", "现在放的是什么", "这是谁的歌", "这首歌叫什么名字"),
    ),
    "HassMediaPlayerMute": (
        ("mute", "mute the sound", "turn the sound off", "silence the speaker", "mute it"),
        ("静音", "把声音关了", "关掉声音", "开启静音", "消音"),
    ),
    "HassMediaPlayerUnmute": (
        ("unmute", "turn the sound back on", "unmute it", "unmute the sound", "sound on"),
        ("取消静音", "解除静音", "恢复声音", "打开声音", "关闭静音"),
    ),
    "HassSetVolume": (
        ("set the volume to 40 percent", "volume 30", "turn the volume up to 70", "volume to fifty percent", "put the volume at 20"),
        ("音量调到百分之四十", "声音调到30", "音量50%", "声音开到七十", "音量最大", "把音量调到一半"),
    ),
    "HassSetVolumeRelative": (
        ("louder", "turn it up", "a bit quieter please", "lower the volume", "it's too loud"),
        ("大声点", "声音小一点", "音量调高", "太吵了", "再大点声", "小点儿声"),
    ),
    "HassListAddItem": (
        (
            "add milk to my to do list", "put hammer on my tools list", "add call the bank to my todo list", "create a packing list",
            "write pay rent on my to-do list",
        ),
        ("在旅行清单里加上充电器", "把交电费加到待办清单", "待办里加一条交电费", "新建一个旅行清单", "把洗车记到待办里"),
    ),
    "HassShoppingListAddItem": (
        (
            "add milk, eggs and bread to the shopping list", "we need more butter", "put bananas on the grocery list",
            "we're out of coffee", "I need to buy some apples", "add milk to the list",
        ),
        (
            "把牛奶鸡蛋和面包加到购物清单", "购物清单里加上鸡蛋", "家里没酱油了", "记得买葱", "往购物单里加两斤苹果",
            "记一下要买盐",
        ),
    ),
    "HassShoppingListCompleteItem": (
        ("remove milk from the shopping list", "take eggs off the grocery list", "cross bread off my shopping list", "I bought the milk", "I already got eggs"),
        ("把牛奶从购物清单里删掉", "牛奶买好了", "购物清单里去掉鸡蛋", "从购物清单删除面包", "面包已经买了"),
    ),
    "HassListCompleteItem": (
        ("remove hammer from my tools list", "tick off pay rent on my to do list", "take socks off the packing list", "check call mom off my todo list", "delete passport from the travel list"),
        ("把充电器从旅行清单里去掉", "待办清单里的交电费完成了", "从旅行清单删掉袜子", "把待办里的洗车划掉", "在旅行清单里删除牙刷"),
    ),
    "GetList": (
        ("what's on my shopping list", "read my to do list", "do I have milk on my shopping list", "what lists do I have", "what do we need from the store", "what's on my todo list"),
        ("购物清单里有什么", "念一下待办清单", "我有哪些清单", "要买什么", "购物清单里有牛奶吗", "我的待办有哪些"),
    ),
    "ClearList": (
        ("clear the shopping list", "empty my to do list", "delete everything on the grocery list", "delete the packing list", "wipe my shopping list"),
        ("清空购物清单", "把待办清单清空", "删除旅行清单", "把购物清单清了", "清除购物单"),
    ),
    "HassGetWeather": (
        ("what's the weather like", "will it rain tomorrow", "do I need an umbrella", "how cold will it be tonight", "weather in london on friday", "is it going to snow"),
        ("今天天气怎么样", "明天会下雨吗", "要带伞吗", "后天冷不冷", "北京明天多少度", "周末天气好吗"),
    ),
    "HassGetCurrentTime": (
        ("what time is it", "tell me the time", "what's the time", "do you know what time it is", "how late is it"),
        ("几点了", "现在几点", "现在什么时间", "报时", "现在几点钟了"),
    ),
    "HassGetCurrentDate": (
        ("what day is it", "what's the date today", "what is today's date", "which day of the week is it", "tell me the date"),
        ("今天几号", "今天星期几", "今天是几月几号", "今天周几", "今天什么日子"),
    ),
    "CarChargeStart": (
        ("charge the car", "start charging my car", "plug in the car", "begin charging", "turn on the car charger"),
        ("给车充电", "开始给汽车充电", "打开充电", "让车开始充电", "开始充电"),
    ),
    "CarChargeStop": (
        ("stop charging the car", "stop charging", "turn off the car charger", "end charging", "pause charging my car"),
        ("停止充电", "车别充了", "别充电了", "结束充电", "取消给车充电"),
    ),
    "CarClimateStart": (
        ("warm up the car", "preheat the car", "cool down the car", "turn on the car's air conditioning", "defrost my car"),
        ("打开车里的空调", "预热汽车", "把车里空调打开", "热车", "给车降降温"),
    ),
    "CarClimateStop": (
        ("turn off the car's heating", "turn off the heater in the car", "stop heating the car", "turn the car's ac off", "stop cooling the car"),
        ("关掉车里的空调", "车上空调关了", "把车里的暖气关掉", "关闭汽车空调", "停止预热"),
    ),
    "CarLock": (
        ("lock the car", "lock my car's doors", "lock up the car", "lock the vehicle", "lock the doors of the car"),
        ("锁车", "把车锁上", "锁上车门", "车门锁好", "把汽车锁了"),
    ),
    "CarBootOpen": (
        ("open the boot", "open the trunk", "pop the trunk", "open the car's boot", "release the tailgate"),
        ("打开后备箱", "开后备厢", "把后备箱打开", "打开车的尾门", "后备箱打开"),
    ),
    "CarLocation": (
        ("where is the car", "where's my car parked", "where did I park the car", "what is the location of the car", "is the car at home"),
        ("车在哪", "我的车停在哪里了", "我车停哪儿了", "车的位置在哪", "车在家吗"),
    ),
    "CarRange": (
        ("what's the car's range", "how far can the car go", "how much range is left", "check the range of the car", "how many miles can I drive"),
        ("车还能跑多远", "车的续航还有多少", "续航还有多少公里", "车能跑多少公里", "汽车续航还剩多少"),
    ),
    "CarBattery": (
        ("how much battery does the car have", "is the car charged", "what's the car's battery level", "does the car need charging", "how full is the car"),
        ("车还有多少电", "车的电量是多少", "车充满了吗", "车快没电了吗", "车充到多少了"),
    ),
    "FindPhone": (
        ("find my phone", "ring my phone", "I can't find my phone", "I lost my phone", "make my phone ring", "where is my phone"),
        ("找一下我的手机", "我的手机找不到了", "让手机响一下", "手机不见了", "呼叫我的手机", "我手机在哪"),
    ),
    "GetPhoneBattery": (
        ("how much battery does my phone have", "what's my phone's battery", "is my phone charged", "phone battery level", "does my phone need charging"),
        ("手机还有多少电", "手机电量多少", "手机有电吗", "手机充满了吗", "我的手机还剩多少电"),
    ),
    "GetHeartRate": (
        ("what's my heart rate", "measure my pulse", "how fast is my heart beating", "check my heart rate", "what is my pulse right now"),
        ("我的心率是多少", "测一下心率", "我心跳多快", "心率正常吗", "看一下我的脉搏"),
    ),
    "GetSteps": (
        ("how many steps have I taken today", "what's my step count", "how many steps today", "how far did I walk today", "how many steps do I have"),
        ("我今天走了多少步", "今天的步数", "走了几步了", "步数有多少", "查一下我今天的步数"),
    ),
    "Calculate": (
        ("what is twelve times seven", "how much is 3 plus 4", "what's 15 percent of 80", "what's the square root of 144", "calculate 20 divided by 4"),
        ("三加五等于几", "一百二十除以四是多少", "12乘以7", "帮我算一下15加27", "200的百分之15是多少"),
    ),
    "Convert": (
        ("how many kilometers is 5 miles", "convert 100 fahrenheit to celsius", "what's 3 pounds in kilos", "how many grams in an ounce", "20 dollars in euros"),
        ("一斤等于多少克", "5英里是多少公里", "100华氏度是多少摄氏度", "20美元等于多少人民币", "一米等于几厘米"),
    ),
    "Translate": (
        (
            "how do you say good morning in Chinese", "translate thank you to French", "what's the Chinese word for apple",
            "what does 苹果 mean in English", "say hello in Japanese", "how would you say I love you in spanish",
            "what is dog in german", "translate I am hungry into mandarin",
        ),
        (
            "苹果用英语怎么说", "英语的苹果怎么说", "把你好翻译成英文", "我爱你用日语怎么讲", "谢谢的法语是什么",
            "用英语说早上好", "翻译成英语：我饿了", "apple是什么意思", "苹果的英文",
        ),
    ),
    "Repeat": (
        ("say that again", "what did you say", "repeat that please", "pardon", "come again", "I didn't catch that"),
        ("再说一遍", "你刚才说什么", "没听清", "重复一遍", "你说什么", "再讲一次"),
    ),
    "Teach": (
        (
            "when I say movie time, turn off the lights", "if I say good night then lock the door",
            "whenever I say relax dim the lights", "from now on when I say I'm off turn everything off",
            "movie time means turn off the lights", "learn that cinema means close the curtains",
        ),
        (
            "我说睡觉的时候就关灯", "以后我说看电影你就把窗帘拉上", "当我说出门了就关掉所有灯", "如果我说晚安就锁门",
            "我说休息，就是关灯的意思", "记住，看电影就是关灯",
        ),
    ),
    "Wrong": (
        ("that was wrong", "that's not what I meant", "you got it wrong", "no that's wrong", "wrong", "that is not what I asked for", "that's not right"),
        ("你搞错了", "不是这个意思", "错了", "你弄错了", "我不是这个意思", "不对，你听错了", "理解错了"),
    ),
    "Stop": (
        ("stop", "be quiet", "shut up", "that's enough", "stop talking"),
        ("停", "别说了", "安静", "别吵了", "停下"),
    ),
    "HassNevermind": (
        ("never mind", "forget it", "cancel that", "not now", "nothing", "leave it"),
        ("算了", "没事了", "不用了", "当我没说", "没什么"),
    ),
}  # fmt: skip
