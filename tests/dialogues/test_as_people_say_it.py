"""What people say to an assistant in Chinese: names nobody knows, other machines' business, half words."""

import pytest

from tests.assistant.talking import talking
from tests.dialogues.test_talk_beside import everything

OTHERS = (
    "取消导航", "关闭导航", "继续刚才的导航", "打开微信", "打开百度", "关闭蓝牙", "把照相机打开",
    "静音寺怎么走", "静音庄园二期三号楼", "开车", "快点哦", "青年", "白云", "日记呢", "李四",
    "给我讲道理", "拨打的电话", "放大地图", "到家还要多久", "今晚云南台有没有球赛", "1024",
    "电话了", "打电话了", "呼叫前台", "后天去海口的航班",
    "第二个", "西安", "我要看河南五台", "看孔子的故事",
    "下周六的节目单", "我想看唐山大兄弟电影", "我朗诵宋词",
)  # fmt: skip
"""What is no business of a home, or only sounds like it."""


@pytest.mark.parametrize("order", ["打开空调", "打开客厅灯", "播放音乐"])
async def test_what_is_no_business_of_the_home_does_nothing(order: str) -> None:
    for said in OTHERS:
        async with talking() as talk:
            await talk.ask(order)
            before = everything(talk)
            reply = await talk.ask(said)
            assert everything(talk) == before, said
            assert not reply.asks, said


SOUGHT = {
    "我想听张雨绮的歌": {"artist": "张雨绮"},
    "放一首唐超的歌": {"artist": "唐超"},
    "换到甘肃卫视": {"channel": "甘肃卫视"},
    "播放那些来一首那些花": {"search_query": "那些花"},
    "给我放枫叶的心事": {"search_query": "枫叶的心事"},
    "听一下太阳升起来": {"search_query": "太阳升起来"},
    "来孙燕姿的歌吗": {"artist": "孙燕姿"},
    "何晴唱的小雨": {"artist": "何晴", "search_query": "小雨"},
    "播放蓝牙里面的音乐": {},
    "请播放一首": {},
    "给我点一首燕子歌曲": {"search_query": "燕子"},
    "汪峰的歌曲小河流": {"artist": "汪峰", "search_query": "小河流"},
    "但是我想听新闻": {},
    "我要听白羽歌曲": {"genre": "白羽歌曲"},
    "开始播放音乐": {},
    "用QQ音乐放夜空": {"search_query": "夜空"},
    "我想听音乐夜空": {"search_query": "夜空"},
    "放一首青年之歌": {"search_query": "青年之歌"},
    "我想听不会飞的鱼": {"search_query": "不会飞的鱼"},
    "来一首，文天祥的绝命诗": {"artist": "文天祥", "search_query": "绝命诗"},
    "你还没睡觉用英语怎么说": {"text": "你还没睡觉", "language": "en"},
    "听广西交通广播网": {"search_query": "广西交通广播网"},
    "放邓丽君的歌邓丽君": {"artist": "邓丽君"},
    "我想听夏日这首歌啦": {"search_query": "夏日"},
    "背一首杜甫的诗": {"artist": "杜甫", "search_query": "诗"},
    "来一句苏轼的词": {"artist": "苏轼", "search_query": "词"},
    "背首古诗王维写的": {"artist": "王维", "search_query": "古诗"},
    "你好，再念首诗": {"search_query": "诗"},
    "朗读李清照的声声慢": {"artist": "李清照", "search_query": "声声慢"},
    "我想听篮球方面的新闻": {"search_query": "篮球"},
    "青岛有什么新闻": {"search_query": "青岛"},
    "大连新闻": {"search_query": "大连"},
    "告诉我昨天的新闻内容": {},
    "查一下今天的新闻": {},
    "调频97.4北京音乐广播": {"search_query": "北京音乐广播"},
}


@pytest.mark.parametrize("text", SOUGHT)
async def test_what_was_named_is_sought_as_it_was_named(text: str) -> None:
    async with talking() as talk:
        match = (await talk.ask(text)).match
        assert match is not None
        slots = dict(match.intents[0].slots)
        slots.pop("media_class", None)
        assert slots == SOUGHT[text]


CLASSES = {
    "背一首杜甫的诗": "story", "我想听篮球方面的新闻": "news", "告诉我昨天的新闻内容": "news",
    "调频97.4北京音乐广播": "radio",
}  # fmt: skip


@pytest.mark.parametrize("text", CLASSES)
async def test_poems_news_and_stations_are_no_songs(text: str) -> None:
    async with talking() as talk:
        match = (await talk.ask(text)).match
        assert match is not None
        assert match.intents[0].slots["media_class"] == CLASSES[text]
