"""What no pattern has the words of, understood by what it is like."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.home import Area, Device, Home
from intents.semantic import Semantic, missing
from intents.semantic.paraphrase import BUCKETS, Head, features, gated, shipped, words
from intents.semantic.senses import SENSES
from intents.semantic.shares import asked, likeliest
from intents.vocabulary import Context, Intent, Match, Route

BRIGHT = frozenset({"brightness"})


def _lamp(id_: str, en: str, zh: str, area: str) -> Device:
    return Device(f"light.{id_}", {"en": (en,), "zh": (zh,)}, area, capabilities=BRIGHT)


HOME = Home(
    areas=(
        Area("bedroom", {"en": ("bedroom",), "zh": ("卧室",)}),
        Area("study", {"en": ("study",), "zh": ("书房",)}),
    ),
    devices=(
        _lamp("ceiling", "ceiling light", "吸顶灯", "bedroom"),
        _lamp("bedside", "bedside lamp", "床头灯", "bedroom"),
        _lamp("desk", "desk lamp", "台灯", "study"),
        Device("vacuum.robot", {"en": ("robot",), "zh": ("扫地机器人",)}, "study"),
        Device("switch.fan", {"en": ("coffee machine",), "zh": ("咖啡机",)}, "study"),
        Device("lock.front", {"en": ("front door",), "zh": ("前门",)}),
    ),
)


class Certain(Head):
    """Thinks of one sense only."""

    def __init__(self, sense: str, share: float = 0.9) -> None:
        empty = np.zeros(0, np.float32)
        super().__init__((sense,), empty, empty, empty, empty)
        object.__setattr__(self, "share", share)

    def probabilities(self, text: str, embedding: object) -> Mapping[str, float]:  # noqa: ARG002  # the head's
        return {self.senses[0]: self.share}  # type: ignore[attr-defined]  # set above


def meaning(
    text: str, sense: str, *, room: str | None = None, lang: str = "en", share: float = 0.9
) -> Match | None:
    layer = Semantic(HOME, lambda _: np.zeros(384, np.float32), Certain(sense, share))
    return layer.recognize(text, lang, Context(area=room))


def said(match: Match | None) -> tuple[str, Mapping[str, object], bool] | None:
    return None if match is None else (match.intents[0].name, dict(match.intents[0].slots), match.complete)


def test_it_is_too_dark_where_one_lamp_stands() -> None:
    match = meaning("it's so dark, I can't see", "light_up", room="study")
    assert match is not None
    assert match.route is Route.SEMANTIC
    assert said(match) == ("HassLightSet", {"name": "desk lamp", "brightness_step": 40}, True)


def test_two_lamps_of_the_room_share_the_task() -> None:
    wanted = {"area": "卧室", "domain": "light", "brightness_step": 40}
    assert said(meaning("太暗了", "light_up", room="bedroom", lang="zh")) == ("HassLightSet", wanted, True)


def test_nobody_said_which_room_so_no_lamp_changes() -> None:
    match = meaning("it's so dark", "light_up")
    assert said(match) == ("HassLightSet", {"domain": "light"}, False)
    assert match is not None
    assert missing(match).problem == "not_said"


def test_the_only_machine_that_makes_coffee_is_meant() -> None:
    assert said(meaning("I could do with an espresso", "coffee")) == (
        "HassTurnOn",
        {"name": "coffee machine"},
        True,
    )


def test_what_the_home_lacks_is_named_by_nobody() -> None:
    assert said(meaning("pull the blinds", "curtain_close")) == ("HassTurnOff", {"domain": "cover"}, False)


@pytest.mark.parametrize("text", ["is the lamp expensive", "why do lamps break", "who turned it brighter"])
def test_a_question_changes_nothing(text: str) -> None:
    assert meaning(text, "light_up", room="study") is None


def test_what_is_doubtful_is_left_to_others() -> None:
    assert meaning("sock oil", "light_on", room="study", share=0.3) is None
    assert meaning("lamp on", "light_on", room="study", share=0.3) is not None  # its own words agree
    assert meaning("the big outside", "weather", share=0.3) is not None  # looking does no harm


def test_some_intents_are_harder_to_believe_than_others() -> None:
    assert meaning("dinner with anna", "reminder_set", share=0.5) is None
    assert meaning("something by abba", "play_music", share=0.6) is not None


def test_a_question_about_what_could_be_changed_asks_how_it_is() -> None:
    assert said(meaning("did you put lunch in my calendar", "reminder_set")) == ("GetReminders", {}, True)
    assert said(meaning("鸡蛋在不在单子上？", "list_add", lang="zh")) == ("GetList", {}, True)
    assert asked({"alarm_set": 0.4, "alarm_query": 0.3, "time": 0.3})["alarm_query"] == pytest.approx(0.7)


def test_asking_to_have_something_is_no_question() -> None:
    assert said(meaning("can I have an espresso please", "coffee")) == (
        "HassTurnOn",
        {"name": "coffee machine"},
        True,
    )


def doubted(sense: str, match: Match) -> bool:
    layer = Semantic(HOME, lambda _: np.zeros(384, np.float32), Certain(sense, 0.95))
    return layer.doubts(match, "add something to something")


def test_adding_something_to_something_needs_more_than_the_verb() -> None:
    free = Match((Intent("HassListAddItem"),), 0.6, Route.FAST, "en")
    assert doubted("~email", free)
    assert not doubted("list_add", free)
    assert not doubted("~email", Match(free.intents, 1.0, Route.FAST, "en"))  # every word was expected
    assert not doubted("~email", Match((Intent("GetList"),), 0.6, Route.FAST, "en"))  # only looks
    assert not doubted(
        "~email", Match((Intent("OurOwnRecipe"),), 0.6, Route.FAST, "en")
    )  # the head cannot know


def test_free_words_are_taken_for_what_the_whole_is_like() -> None:
    listed = Match((Intent("HassListAddItem"),), 0.6, Route.FAST, "en")
    assert doubted("light_up", listed)  # "add some light to the corner"
    assert not doubted("light_up", Match(listed.intents, 1.0, Route.FAST, "en"))
    assert not doubted("light_up", Match(listed.intents * 2, 0.6, Route.FAST, "en"))  # two things at once
    emptied = Match((Intent("ClearList"),), 0.6, Route.FAST, "en")
    assert not doubted("list_remove", emptied)


def test_a_few_syllables_that_sound_like_an_order_are_taken_for_what_they_say() -> None:
    stop = Match((Intent("Stop"),), 0.93, Route.REPAIRED, "zh")
    layer = Semantic(HOME, lambda _: np.zeros(384, np.float32), Certain("warm"))
    assert layer.doubts(stop, "好冷啊")
    assert not layer.doubts(stop, "好冷啊别再说了")


def test_talk_is_nobodys_business() -> None:
    assert meaning("my dog ate the lamp", "~quirky", share=0.99) is None


def test_time_elsewhere_is_no_time_here() -> None:
    assert said(meaning("what time is it now", "time")) == ("HassGetCurrentTime", {}, True)
    assert said(meaning("今天几号", "time", lang="zh")) == ("HassGetCurrentDate", {}, True)
    assert said(meaning("what time is it in tokyo", "time")) == ("HassGetCurrentTime", {}, False)


def test_stories_and_other_languages_are_not_mine() -> None:
    assert meaning("lights " * 100, "light_on", room="study") is None
    assert meaning("accendi la luce", "light_on", room="study", lang="it") is None
    assert meaning("  ", "light_on", room="study") is None


def test_senses_of_one_intent_add_up() -> None:
    assert likeliest({"light_up": 0.3, "light_dim": 0.35, "~quirky": 0.35}) == (
        ("light_dim", "light_up"),
        pytest.approx(0.65),
    )


def test_the_gate_has_its_say() -> None:
    senses = ("light_on", "~quirky")
    sure = gated(np.array([3.0, 0.0, 5.0], np.float32), senses)
    doubted = gated(np.array([3.0, 0.0, -5.0], np.float32), senses)
    assert sure[0] > 0.9
    assert doubted[0] < 0.2
    assert sure.sum() == pytest.approx(1)
    assert doubted.sum() == pytest.approx(1)


def test_the_shipped_head_knows_every_sense_and_no_other() -> None:
    ours = {sense for sense in shipped().senses if not sense.startswith("~")}
    assert ours == set(SENSES)


def test_what_two_chinese_sentences_share_is_seen_wherever_it_stands() -> None:
    assert words("把灯关了") & words("床头灯关一下")
    assert not words("把灯关了") & words("下一首歌")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_every_text_has_features_and_its_probabilities_add_up(text: str) -> None:
    head = shipped()
    embedding = np.zeros(len(head.centre), np.float32)
    row = features(text, embedding, head.centre, head.rarity)
    assert row.shape == (len(head.centre) + BUCKETS,)
    assert np.isfinite(row).all()
    assert head.scores(text, embedding) == pytest.approx(head.weights @ row + head.bias, abs=1e-2)
    assert sum(head.probabilities(text, embedding).values()) == pytest.approx(1, abs=1e-4)
