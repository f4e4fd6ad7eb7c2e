"""Orders for the home in one breath: what is to stay, what is put right, what is only talk."""

import pytest

from tests.assistant.talking import answered, talking

ALL_LIGHTS = (
    "light.living_room", "light.floor_lamp", "light.bedroom", "light.bedside_lamp", "light.kitchen",
    "light.study", "light.bathroom", "light.hallway", "light.garage",
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "order", "on"),
    [
        ("把全家的灯都打开", "灯全关，走廊的留一盏给我妈起夜用", {"light.hallway"}),
        ("把全家的灯都打开", "灯都关了吧，落地灯给我留着", {"light.floor_lamp"}),
        ("把全家的灯都打开", "所有灯都关掉，书房那盏就算了", {"light.study"}),
        ("打开落地灯和客厅灯", "把电视关了，灯也关了，就留个落地灯", {"light.floor_lamp"}),
        (
            "turn on the floor lamp and the living room light",
            "turn off the tv and the lights but leave the floor lamp on",
            {"light.floor_lamp"},
        ),
        (None, "把所有灯打开，厨房那盏就算了", set(ALL_LIGHTS) - {"light.kitchen"}),
        (None, "把客厅和厨房的灯打开，算了厨房别开", {"light.living_room"}),
        (None, "把灯全打开，哦，书房的不用", set(ALL_LIGHTS) - {"light.study"}),
        ("打开卧室灯和床头灯", "把卧室那个大灯关了，小的留着", {"light.bedroom", "light.bedside_lamp"}),
        ("打开厨房灯", "客厅书房的灯都打开，厨房的关掉", {"light.living_room", "light.study"}),
        ("打开厨房灯", "打开客厅的灯，厨房的关掉", {"light.living_room"}),
        (
            "turn on the kitchen light",
            "turn on the study light and turn off the kitchen one",
            {"light.study"},
        ),
    ],
)
async def test_what_is_to_stay_in_one_breath(before: str | None, order: str, on: set[str]) -> None:
    async with talking() as talk:
        if before:
            await talk.ask(before)
        await talk.ask(order)
        assert {each for each in ALL_LIGHTS if talk.home.state(each).get("on")} == on


DIALOGUES = [
    [("把客厅的灯都打开", "打开了"), ("厨房那个不用", "不动它"), ("客厅的关掉，厨房的留着", "客厅灯关了")],
    [("打开客厅灯和卧室灯", "打开了"), ("除了卧室", "卧室灯关了")],
    [("打开客厅灯和卧室灯", "打开了"), ("卧室就不用开了", "卧室灯关了")],
    [("打开厨房灯", "打开了"), ("打开客厅灯和卧室灯", "打开了"), ("厨房的不用", "不动它")],
    [("turn on all the lights", "on"), ("except the kitchen", "kitchen light is off")],
    [("空调开到二十六，不，二十七", "27度")],
    [("音量调到五十，哦不，三十", "音量调到30%")],
    [("空调调到22度，不对，24", "24度")],
    [("明天七点，不，八点叫我", "8点")],
    [("set the air conditioner to twenty two, no, twenty four", "24 degrees")],
    [("dim the kitchen light to 30 percent, sorry, 20", "20%")],
    [("set a timer for ten, no, twelve minutes", "12 minutes")],
    [("车也锁一下", "锁着")],
    [("解锁车", "确定"), ("是的", "开锁"), ("把车也锁一下", "锁好")],
    [("把充电关了", "充电"), ("不是手机，是车", "没听懂")],
    [("打开空调", "打开了"), ("开高点", "26度"), ("再高一点点", "27度"), ("还是二十六吧", "26度")],
    [("电视打开", "打开了"), ("把电视弄小声点", "电视音量调到20%"), ("让它闭嘴", "电视静音")],
    [("电视给我打开，声音小点儿", "电视音量调到20%")],
    [("turn on the tv and turn the volume down", "TV volume is at 20%")],
    [("打开落地灯", "打开了"), ("再暗", "30%"), ("有点过了", "50%")],
    [("车里太热了，先把空调打开", "车内空调打开了")],
    [("it's too hot in the car, turn on the air conditioner", "car climate")],
    [("客厅太热了，把空调打开", "空调打开了")],
    [("起夜呢，走廊灯开一下，别太亮", "40%")],
    [("turn on the hallway light, not too bright", "40%")],
    [("打开厨房插座", "厨房插座打开了"), ("书房插座关了没", "关着"), ("那个厨房的关了", "厨房插座关了")],
    [("打开卧室灯", "打开了"), ("把灯打开，电视别开", "客厅的灯都打开了")],
    [("卧室灯和客厅灯打开，空调关掉", "卧室灯打开了。客厅灯打开了。")],
    [("打开厨房灯", "打开了"), ("书房的不用", "不动它"), ("不是厨房，我说的是车库", "车库灯打开了")],
    [("烤二十分钟", "20分钟")],
    [("打开客厅灯", "打开了"), ("再黄一点", "暖光"), ("白一点", "冷光")],
    [("风扇打开", "打开了"), ("风大点噻", "风速调到60%")],
    [("煮面二十分钟", "20分钟")],
    [("十分钟后把空调关了", "10分钟后"), ("不用了，让它开着吧", "取消")],
    [("把客厅的灯打开", "打开了"), ("算了，关了吧", "客厅灯关了")],
    [("打开空调", "打开了"), ("还是算了，关了吧", "空调关了")],
    [("打开空调", "打开了"), ("行了行了太冷了", "26度")],
    [("turn on the air conditioner", "on"), ("never mind, turn it off", "off")],
    [("扫地机开始扫吧", "开始打扫"), ("先停一下", "暂停"), ("接着扫", "开始打扫")],
    [("start the vacuum", "cleaning"), ("stop", "paused")],
    [("打开客厅灯和厨房灯", "打开了"), ("啥都关了", "关了")],
    [("打开客厅灯和厨房灯", "打开了"), ("电器都关了吧", "关了")],
    [("啥都关了吗", "都关着")],
    [("冷气还开着吗", "空调关着")],
]


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: "/".join(said for said, _ in dialogue))
async def test_what_is_said_of_the_home(dialogue: list[tuple[str, str]]) -> None:
    await answered(dialogue)


@pytest.mark.parametrize(
    "talked",
    [
        "我们小区昨晚停电了，灯全灭了，空调也停了",
        "饭后再看电视行不行",
        "看完电视再关灯",
        "小杰你去把灯关了行不行",
        "跟你说把空调调到26，你非得调18，感冒了吧",
        "幸好手机还有电",
        "吃饭啦，把手机放下",
        "在卧室玩手机呢",
        "晚上睡觉窗帘老漏光",
        "put your phone down, dinner is ready",
        "he is playing on his phone in the bedroom",
        "the power went out last night, all the lights went off",
        "算了，太贵了",
        "never mind, that movie is too long",
        "二十六，不是二十七",
    ],
)
async def test_talk_changes_nothing(talked: str) -> None:
    async with talking() as talk:
        for each in ("开灯", "打开空调", "电视打开"):
            await talk.ask(each)
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        await talk.ask(talked)
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before


@pytest.mark.parametrize(
    ("order", "device"),
    [
        ("停电了又来了，把空调关了", "climate.air_conditioner"),
        ("好了，把空调关了", "climate.air_conditioner"),
    ],
)
async def test_an_order_beside_talk_is_one(order: str, device: str) -> None:
    async with talking() as talk:
        await talk.ask("打开空调")
        await talk.ask(order)
        assert not talk.home.state(device).get("on")
