"""What somebody wants to hear, said in Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.music.control import controlled
from intents.music.heard import heard_music
from intents.music.listening import listening
from intents.semantic.senses import is_told
from intents.vocabulary import Route


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("来一首齐秦的外面的世界", {"artist": "齐秦", "search_query": "外面的世界"}),
        ("那个帮我放首蔡琴的被遗忘的时光呗", {"artist": "蔡琴", "search_query": "被遗忘的时光"}),
        ("给奶奶来段马金凤的豫剧", {"artist": "马金凤", "genre": "豫剧"}),
        ("把五月天的倔强放起来", {"artist": "五月天", "search_query": "倔强"}),
        ("放那英的歌", {"artist": "那英"}),
        ("来点开车听的音乐", {"genre": "开车"}),
        ("有没有安静一点儿的歌", {"genre": "安静"}),
        ("来点二胡曲，别太吵", {"genre": "二胡曲"}),
        ("我想听叶惠美这张专辑", {"album": "叶惠美"}),
        ("放黑豹乐队的专辑光芒之神", {"artist": "黑豹乐队", "album": "光芒之神"}),
        ("有首歌叫贝加尔湖畔，放一下", {"search_query": "贝加尔湖畔"}),
        ("收听FM九十七点四", {"search_query": "FM九十七点四", "media_class": "radio"}),
        ("我要听红楼梦的小说", {"search_query": "红楼梦", "media_class": "audiobook"}),
        ("哈利波特第二集", {"search_query": "哈利波特", "media_class": "story"}),
        ("来个头条新闻", {"media_class": "news"}),
        ("放Coldplay的Yellow", {"artist": "Coldplay", "search_query": "Yellow"}),
        ("放一段袁阔成说的水浒外传", {"artist": "袁阔成", "search_query": "水浒外传"}),
        ("来首伍佰的挪威的森林听下", {"artist": "伍佰", "search_query": "挪威的森林"}),
        ("放黄家驹那张海阔天空专辑", {"artist": "黄家驹", "album": "海阔天空"}),
        ("我那外甥想听春天在哪里", {"search_query": "春天在哪里"}),
        ("给老丈人放一段空城计听听呗", {"search_query": "空城计"}),
        ("以前班主任教的那首送别放一下", {"search_query": "送别"}),
        ("放点跟恩雅差不多的音乐", {"artist": "恩雅"}),
        ("来个国语老歌昨日黄花", {"genre": "国语老歌", "search_query": "昨日黄花"}),
        ("讲一个成语故事掩耳盗铃", {"search_query": "掩耳盗铃", "media_class": "story"}),
        ("听一下一零三点九兆赫", {"search_query": "一零三点九", "media_class": "radio"}),
        ("听听今天有什么体育新闻", {"media_class": "news"}),
        ("东北民谣有没有给我来一个", {"search_query": "东北民谣"}),
    ],
)
def test_who_and_what_is_told_by_its_place(text: str, slots: dict[str, str]) -> None:
    match = listening(text)
    assert match is not None
    [intent] = match.intents
    assert intent.name == "HassMediaSearchAndPlay"
    assert slots.items() <= intent.slots.items()


@pytest.mark.parametrize(
    "text",
    [
        "她唱歌特别好听", "放学了吗", "来杯水", "把快递放一下", "点个外卖", "听说明天下雨", "换首歌",
        "别放了", "这首歌是谁唱的", "刘德华今天来北京了", "打开客厅的灯", "停止播放", "我听见有人敲门",
        "讲卫生", "昨天听了场京剧",
    ],
)  # fmt: skip
def test_talk_and_other_requests_are_left_alone(text: str) -> None:
    assert listening(text) is None


def test_a_story_is_for_whoever_can_tell_it() -> None:
    match = listening("给孩子讲个小红帽的故事")
    assert match is not None
    assert is_told(match.intents[0])


@pytest.mark.parametrize(
    ("heard", "slots"),
    [
        ("放手留德华的冰雨", {"artist": "刘德华", "search_query": "冰雨"}),
        ("来守粤与歌", {"genre": "粤语歌"}),
        ("来断单田方的评书", {"artist": "单田芳", "genre": "评书"}),
    ],
)
def test_a_known_name_is_found_by_its_sound(heard: str, slots: dict[str, str]) -> None:
    match = heard_music(heard)
    assert match is not None
    assert match.route is Route.REPAIRED
    assert slots.items() <= match.intents[0].slots.items()


@given(st.text(alphabet="放来听首点个段的歌曲讲故事周杰伦，。一下吧吗有没abc 123", max_size=40))
def test_any_words_are_borne(text: str) -> None:
    for match in (listening(text), heard_music(text)):
        assert match is None or match.intents[0].name == "HassMediaSearchAndPlay"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("别唱了我头疼", "HassMediaPause"),
        ("把那评书停了吧我要睡了", "HassMediaPause"),
        ("声音轻一点儿啦奶奶在午睡", "HassSetVolumeRelative"),
        ("切首歌吧这个太闹", "HassMediaNext"),
        ("听完这段就停", "Automate"),
        ("再放两首就关了吧", "Automate"),
    ],
)
def test_an_order_to_the_player_may_give_its_reason(text: str, name: str) -> None:
    match = controlled(text)
    assert match is not None
    assert [intent.name for intent in match.intents] == [name]


@pytest.mark.parametrize(
    "text", ["别唱了把灯关了", "声音大一点儿的那个是谁", "换首周杰伦的", "接着放三体", "别说他了", "停电了"]
)
def test_what_orders_something_else_besides_is_no_mere_reason(text: str) -> None:
    assert controlled(text) is None
