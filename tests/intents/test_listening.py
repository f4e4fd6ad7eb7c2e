"""What somebody wants to hear, said in Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
