"""Rooms and things that homes have, so that one that this home lacks is not taken for one that it has."""

ROOMS_EN = (
    r"(?:kids['’]?|children['’]?s|baby['’]?s|spare|box|toddler['’]?s|girls['’]?|boys['’]?|"
    r"living|dining|bed|bath|sun|store|storage|laundry|utility|family|guest|play|game|craft|mud|server) ?"
    r"room|kitchen|hallway|hall|corridor|entryway|entrance|foyer|lobby|staircase|stairwell|landing|attic|"
    r"loft|"
    r"basement|cellar|garage|shed|workshop|office|study|library|den|nursery|gym|sauna|patio|porch|deck|"
    r"terrace|"
    r"upstairs|downstairs|balcony|garden|backyard|driveway|greenhouse|studio|pantry|closet|lounge|conservatory|solarium"
)
"""As one pattern."""
ROOMS_ZH = frozenset(
    """
    餐厅 饭厅 前厅 偏厅 大厅 阳台 露台 天台 次卧 主卧 客卧 侧卧 主卧室 次卧室 卧房
    儿童房 婴儿房 老人房 保姆房 女儿房 儿子房间 小房间 大房间 客房 客室 书屋 茶室
    茶房 车房 厂房 库房 杂物房 杂物间 储物间 储藏室 衣帽间 衣帽室 更衣室 洗手间 厕所
    洗衣房 洗衣间 淋浴间 淋浴房 化妆间 地下室 阁楼 楼梯 楼道 过道 走道 花园 院子
    后院 前院 庭院 游戏室 影音室 健身房 琴房 工作室 工作间 办公室 会议室 画室 玄武
    暖房 酒窖 泳池 屋顶 三楼 四楼 五楼 门口 门廊 房间
    """.split()  # noqa: SIM905 -- a hundred words are read more easily without quotation marks
)
THINGS_ZH = frozenset(
    """
    热水器 洗衣机 烘干机 电饭煲 电饭锅 高压锅 电水壶 热水壶 音响 加湿器 净化器
    空气净化器 净水器 除湿机 电暖器 暖气片 地暖 摄像头 监控 投影仪 投影 冰箱 冰柜
    冷柜 洗碗机 微波炉 消毒柜 油烟机 抽油烟机 燃气灶 煤气 电磁炉 电热毯 晾衣架 窗户
    天窗 纱窗 百叶窗 后门 侧门 房门 院门 铁门 玻璃门 柜门 闹钟 电脑 平板 台式机
    打印机 路由器 机顶盒 游戏机 鱼缸 水泵 喷泉 马桶 浴霸 花洒 水龙头 水阀 排气扇
    换气扇 吊扇 台扇 塔扇 新风 壁炉 香薰机 按摩椅 跑步机 电动床 保险箱 书柜 吊灯
    台灯 壁灯 落地灯 床头灯 夜灯 小夜灯 灯带 射灯 筒灯 镜前灯 路灯 彩灯 串灯 氛围灯
    阅读灯 庭院灯 楼梯灯 收音机 唱片机 耳机 麦克风 门铃 报警器 插排 充电桩 自行车
    电动自行车 摩托车 割草机 洗地机 擦窗机 喂食器 猫砂盆
    导航 蓝牙 相机 照相机 手电筒 浏览器 计算器 通讯录 行车记录仪 微信 百度 淘宝 支付宝 抖音
    """.split()  # noqa: SIM905 -- the same
)
THINGS_EN = (
    r"fridge|refrigerator|freezer|dishwasher|washing machine|washer|(?:tumble )?dryer|microwave|kettle|"
    r"toaster|"
    r"water heater|boiler|(?:de)?humidifier|purifier|projector|printer|computer|laptop|router|camera|"
    r"sprinklers?|"
    r"pump|security system|alarm system|doorbell|fireplace|heated blanket|electric blanket|engine|chandelier|"
    r"candles?|stove|hob|cooker|extractor|jacuzzi|pool|treadmill|lawn ?mower|safe|flashlight|torch|"
    r"headlights?|hdmi|(?:night|fairy|string|christmas|flood|disco|lava)[ -]?(?:lights?|lamps?)|"
    r"roku|xbox|playstation|ps[345]|chromecast|fire ?stick|apple tv|soundbar|games? console|"
    r"dvd player|record player|"
    r"(?:back|side|patio|cellar|balcony|shed) door"
)
"""As one pattern."""
