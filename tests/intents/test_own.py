"""What a household adds by itself: sentences, slots and answers, without code."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.layers import Layers
from intents.own import Own
from intents.own.context_file import import_context
from intents.own.file import read_own
from intents.own.lined import Lined, LinedError
from intents.own.shadow import shadows
from intents.own.spoken_answer import SpokenAnswer
from intents.vocabulary import Context, Intent, Match, Route
from tests.intents.homes import HOME
from tests.shared import shared_data

TEA = """\
language: zh
intents:
  BrewTea:
    data:
      - sentences:
          - "[给我]泡[一]壶{tea}[，{strength}[一点]]"
          - "我想喝{tea}"
  TeaStatus:
    data:
      - sentences: ["茶[泡]好了(吗|没有)"]
lists:
  tea:
    values:
      - 龙井
      - {in: "(普洱|普洱茶)", out: 普洱}
      - 铁观音
  strength:
    values: [浓, 淡]
responses:
  intents:
    BrewTea:
      default: "好，泡一壶{tea}[，{strength}一点]。"
    TeaStatus:
      default: "快好了。"
"""

GATE = """\
language: en
intents:
  FeedCat:
    data:
      - sentences:
          - "(feed|give food to) [the] {cat}"
          - "[the] {cat} (is|looks) hungry"
        slots: {portion: small}
      - sentences: "give [the] {cat} {grams} gram[s] of {food}"
  PlaySound:
    data:
      - sentences: "(make|do) [a|the] noise like {anything:what}"
lists:
  cat: {values: [Minka, {in: "the tom[cat]", out: "Moritz"}]}
  grams: {range: {from: 5, to: 200}}
  food: {values: [dry food, salmon, chicken liver]}
  anything: {wildcard: true}
responses:
  intents:
    FeedCat:
      default:
        - "{cat} gets a {portion} portion."
        - "{{ slots.cat }} gets {grams} grams[ of {food}]."
"""

TEA_LAYERS = Layers(HOME, own=Own([read_own(TEA)]))
OWN = Own([read_own(GATE), read_own(TEA)])
LAYERS = Layers(HOME, own=OWN)


def understand(text: str, layers: Layers = LAYERS) -> Match | None:
    return layers.recognize(text, "en" if text.isascii() else "zh", Context())


def meaning(text: str, layers: Layers = LAYERS) -> tuple[str, dict[str, object]] | None:
    match = understand(text, layers)
    return (match.intents[0].name, dict(match.intents[0].slots)) if match else None


@pytest.mark.parametrize(
    ("text", "name", "slots"),
    [
        ("泡壶龙井", "BrewTea", {"tea": "龙井"}),
        ("请给我泡一壶普洱茶，浓一点", "BrewTea", {"tea": "普洱", "strength": "浓"}),
        ("我想喝铁观音", "BrewTea", {"tea": "铁观音"}),
        ("茶泡好了吗？", "TeaStatus", {}),
        ("feed Minka", "FeedCat", {"cat": "Minka", "portion": "small"}),
        ("Could you feed the tomcat, please?", "FeedCat", {"cat": "Moritz", "portion": "small"}),
        ("give Minka 40 grams of salmon", "FeedCat", {"cat": "Minka", "grams": 40, "food": "salmon"}),
        ("do a noise like thunder", "PlaySound", {"what": "thunder"}),
    ],
)
def test_a_households_sentences_are_understood(text: str, name: str, slots: dict[str, object]) -> None:
    assert meaning(text) == (name, slots)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("feet minker", {"cat": "Minka", "portion": "small"}),
        ("the mink a looks hungry", {"cat": "Minka", "portion": "small"}),
        ("我想喝铁关音", {"tea": "铁观音"}),
        ("跑一壶龙井", {"tea": "龙井"}),
        ("我想喝龙景", {"tea": "龙井"}),
    ],
)
def test_misspelled_sentences_are_understood_by_their_sound(text: str, slots: dict[str, object]) -> None:
    match = understand(text)
    assert match is not None
    assert match.route is Route.REPAIRED
    assert dict(match.intents[0].slots) == slots


@pytest.mark.parametrize(
    "text",
    [
        "who won the match",
        "tell me about cats",
        "feed the ducks in the park",
        "我想喝水",
        "今天天气怎么样",
        "泡",
    ],
)
def test_other_requests_are_left_alone(text: str) -> None:
    match = understand(text)
    assert match is None or match.intents[0].name not in OWN.names


def test_two_of_them_in_one_breath() -> None:
    match = understand("feed Minka and turn on the kitchen light")
    assert match is not None
    assert [intent.name for intent in match.intents] == ["FeedCat", "HassTurnOn"]


@pytest.mark.parametrize(
    ("intent", "language", "answer"),
    [
        (Intent("FeedCat", {"cat": "Minka", "portion": "small"}), "en", "Minka gets a small portion."),
        (Intent("FeedCat", {"cat": "Minka", "grams": 40}), "en", "Minka gets 40 grams."),
        (
            Intent("FeedCat", {"cat": "Minka", "grams": 40, "food": "salmon"}),
            "en",
            "Minka gets 40 grams of salmon.",
        ),
        (Intent("BrewTea", {"tea": "普洱", "strength": "浓"}), "zh", "好，泡一壶普洱，浓一点。"),
        (Intent("BrewTea", {"tea": "普洱"}), "zh", "好，泡一壶普洱。"),
        (Intent("PlaySound", {"what": "thunder"}), "en", "All right."),
        (Intent("HassTurnOn", {}), "en", None),
    ],
)
def test_the_answer_says_what_was_said(intent: Intent, language: str, answer: str | None) -> None:
    assert OWN.answer(intent, language) == answer


def test_an_own_intent_never_takes_what_acts_on_the_home() -> None:
    thief = """\
language: en
intents:
  Thief:
    data:
      - sentences:
          - "sing me a lullaby"
          - "turn on [the] {name}"
"""
    file = read_own(thief)
    layers = Layers(HOME, own=Own([file]))
    assert meaning("turn on the kitchen light", layers) == ("HassTurnOn", {"name": "kitchen light"})
    assert meaning("sing me a lullaby", layers) == ("Thief", {})


def test_a_sentence_that_means_something_already_is_pointed_at() -> None:
    start = START.replace("en", "zh", 1)
    file = read_own(start + '      - sentences:\n          - "磨[点]咖啡"\n          - "(关灯|熄灭)"\n')
    [shadow] = shadows(file, HOME)
    assert (shadow.line, shadow.said, shadow.own, shadow.taken) == (7, "关灯", "Greet", "HassTurnOff")


def test_more_words_for_what_is_there_already_do_the_same() -> None:
    more = 'language: en\nintents:\n  HassTurnOn:\n    data:\n      - sentences: "illuminate <name>"\n'
    layers = Layers(HOME, own=Own([read_own(more)]))
    assert meaning("illuminate the kitchen light", layers) == ("HassTurnOn", {"name": "kitchen light"})
    assert meaning("is illuminate the kitchen light", layers) is None


START = "language: en\nintents:\n  Greet:\n    data:\n"
HELLO = START + "      - sentences: [hello]\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "valid dictionary"),
        ("language: [", 1, "no YAML"),
        ("language: en\nintents:\n  A:\n    data: 3\n", 4, "intents.A.data"),
        ("language: klingon\nintents:\n  A: {data: [{sentences: [a]}]}\n", 1, "klingon"),
        (START + "      - sentence: [hello]\n", 5, "did you mean 'sentences'"),
        (START + "      - sentences:\n          - hello\n          - 'hello (you'\n", 7, "no sentence"),
        (START + "      - sentences: ['hello {who}']\n", 5, "no list 'who'"),
        (START + "      - sentences: ['hello <who>']\n", 5, "no rule 'who'"),
        (START + "      - sentences: [hello]\n        response: loud\n", 6, "no response 'loud'"),
        (START + "      - sentences: [hello]\nlists:\n  who: {}\n", 7, "either values"),
        (START + "      - sentences: ['[please] [hello]']\n", 5, "every request"),
        (START + "      - sentences: ['[hello] {x}']\nlists:\n  x: {wildcard: true}\n", 5, "every request"),
        (HELLO + "lists:\n  who: {range: {from: 9, to: 1}}\n", 7, "before it begins"),
        (HELLO + "expansion_rules:\n  a: 'x <b>'\n  b: 'y <a>'\n", 7, "holds itself"),
        (HELLO + "responses:\n  intents:\n    Greet:\n      default: 'hi {who}'\n", 9, "has a slot 'who'"),
        (HELLO + "responses:\n  intents:\n    Greet:\n      default: '{% if %}'\n", 9, "no more"),
        (START + "      - sentences: [a]\n  Greet:\n    data:\n      - sentences: [b]\n", 6, "twice"),
        ("a: &a [1]\nb: *a\n", 2, "references"),
        ("[" * 100, 1, "levels deep"),
        ("language: 2026-13-45", 1, "cannot be read"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(LinedError, match=rf"^line {line}: .*{words}"):
        read_own(text)


def test_the_coffee_machine_of_others_is_understood() -> None:
    text = shared_data("commands_grammar.yaml").read_text(encoding="utf-8")
    made = import_context(text)
    assert (made.language, made.intents, made.sentences, len(made.lists)) == ("en", ("orderDrink",), 80, 6)
    own = Own([read_own(made.text)])
    layers = Layers(HOME, own=own)
    order = "Can I get a small, medium-roast latte with lots of sugar and a bit of cream?"
    slots = {
        "size": "small",
        "roast": "medium roast",
        "coffeeDrink": "latte",
        "sugarAmount": "lots of sugar",
        "milkAmount": "a bit of cream",
    }
    assert meaning(order, layers) == ("orderDrink", slots)
    assert meaning("Can I get a small medium rose lattay with lots of sugar and a bit of cream", layers) == (
        "orderDrink",
        slots,
    )
    answer = own.answer(Intent("orderDrink", {"size": "small", "coffeeDrink": "latte"}), "en")
    assert answer == "All right, small, latte."
    assert "cappuccino" in own.hints["en"]


def test_everything_that_a_context_may_hold_is_rewritten() -> None:
    context = """\
context:
  expressions:
    changeColor:
      - "[turn, make] (all, the) $location:place @lamps (to) $color:color (please)"
      - "set @lamps to $pv.Percent:level"
  slots:
    color: [blue, green]
    location: [attic]
  macros:
    lamps: [lights, "(reading) lamps"]
"""
    made = import_context(context)
    own = Own([read_own(made.text)])
    layers = Layers(HOME, own=own)
    expected = {"place": "attic", "color": "blue"}
    assert meaning("make the attic lights blue", layers) == ("changeColor", expected)
    assert meaning("turn all attic reading lamps to blue please", layers) == ("changeColor", expected)
    assert meaning("set reading lamps to 40", layers) == ("changeColor", {"level": 40})


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("[a, b", "is not closed"),
        ("a]", "closes nothing"),
        ("$nothing:x", "no slot 'nothing'"),
        ("@nothing", "no macro 'nothing'"),
        ("$pv.Colour:x", "has no equal"),
    ],
)
def test_a_mistake_in_a_context_is_named_with_its_line(expression: str, words: str) -> None:
    context = f'context:\n  expressions:\n    a:\n      - hello\n      - "{expression}"\n'
    with pytest.raises(LinedError, match=f"^line 5: .*{words}"):
        import_context(context)


YAML = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from([True, "a (b", "{c}", "<d>", "[]"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["language", "intents", "data", "sentences", "lists", "values", "responses", "in"]
            )
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | YAML.map(lambda value: str(value).replace("None", "null")))
def test_no_file_breaks_the_reader(text: str) -> None:
    for read in (read_own, import_context):
        with suppress(LinedError):
            read(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab (|)[]{}<>:\\\\/0.,'\"é水", max_size=24))
def test_no_template_breaks_the_reader(template: str) -> None:
    quoted = template.replace("'", "''")
    try:
        file = read_own(START + f"      - sentences: ['{quoted}']\n        slots: {{x: 1}}\n")
    except LinedError:
        return
    Layers(HOME, own=Own([file])).recognize("turn on the kitchen light", "en", Context())


@given(st.text(alphabet="a {}[]%|.slots", max_size=30), st.dictionaries(st.sampled_from("as"), st.text()))
def test_no_answer_breaks_or_leaves_brackets(text: str, slots: dict[str, str]) -> None:
    try:
        answer = SpokenAnswer(text)
    except ValueError:
        return
    if answer.fits(slots) and not set("".join(slots.values())) & set("{}[]"):
        assert not set(answer.told(slots)) & set("{}[]")


def test_lines_are_counted_from_one() -> None:
    lined = Lined("a:\n  - b\n  - c: 1\n    d: 2\n")
    places: list[list[str | int]] = [[], ["a"], ["a", 0], ["a", 1, "d"], ["a", 7], ["x"]]
    assert [lined.line(place) for place in places] == [1, 1, 2, 4, 1, 1]


def test_a_long_text_is_nobodys() -> None:
    assert understand("coffee " * 500) is None
    assert understand("give me " * 20) is None
