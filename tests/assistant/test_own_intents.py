"""A home's own intents, from the file to the answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.act import Actor
from assistant.commands.config import check, import_intents
from assistant.commands.probe_intent import intent
from assistant.errors import ConfigError, UsageError
from assistant.own_intents import directory, load_own
from intents.vocabulary import Intent
from tests.assistant.speaking_home import SpeakingHome

FISH = """\
language: zh
intents:
  FeedFish:
    data:
      - sentences: "[给]{fish}(喂食|喂点吃的)"
lists:
  fish: {values: [金鱼, 锦鲤]}
responses:
  intents:
    FeedFish:
      default: "{fish}吃饱了。"
"""


@pytest.fixture(autouse=True)
def intents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory of somebody who has just a configuration file."""
    monkeypatch.setenv("XIAOBAN_CONFIG", str(tmp_path / "xiaoban.toml"))
    (tmp_path / "xiaoban.toml").touch()
    (tmp_path / "intents").mkdir()
    return tmp_path / "intents"


def probe(capsys: pytest.CaptureFixture[str], text: str) -> dict[str, Any]:
    intent([text], json=True, no_llm=True)
    turn: dict[str, Any] = json.loads(capsys.readouterr().out)
    return turn


def test_without_files_there_is_nothing(intents: Path) -> None:
    intents.rmdir()
    assert directory() == intents
    assert not load_own()


def test_a_file_is_understood_and_answered(intents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (intents / "fish.yaml").write_text(FISH, encoding="utf-8")
    turn = probe(capsys, "请给锦鲤喂食")
    assert (turn["intent"], turn["slots"], turn["route"]) == ("FeedFish", {"fish": "锦鲤"}, "fast")
    assert (probe(capsys, "给警觉喂点吃的")["intent"], turn["actions"]) == (None, [])
    assert probe(capsys, "给金玉喂点吃的")["route"] == "repaired"


async def test_it_answers_and_does_nothing(intents: Path) -> None:
    (intents / "fish.yaml").write_text(FISH, encoding="utf-8")
    home = SpeakingHome()
    home.actor = Actor(home.home, home.agenda, home.clock.now, own=load_own())
    answer = await home.ask("zh", Intent("FeedFish", {"fish": "金鱼"}))
    assert (answer.reply.text, answer.outcomes, answer.pending) == ("金鱼吃饱了。", (), None)


async def test_an_intent_that_nobody_knows_is_still_missed() -> None:
    assert "金鱼" not in await SpeakingHome().say("zh", "FeedFish", fish="金鱼")


def test_every_bad_file_is_named_with_the_line(intents: Path) -> None:
    (intents / "a.yaml").write_text("language: en\nintents:\n  A:\n    daat: []\n", encoding="utf-8")
    (intents / "b.yml").write_text(FISH.replace("{fish}吃", "{cat}吃"), encoding="utf-8")
    (intents / "c.yaml").write_bytes(b"language: \xff")
    (intents / "d.yaml").mkdir()
    with pytest.raises(ConfigError) as problem:
        load_own()
    a, b, c, d = str(problem.value).splitlines()
    assert a == f"{intents / 'a.yaml'}, line 4: intents.A.daat: there is no such key; did you mean 'data'?"
    assert b == f"{intents / 'b.yml'}, line 11: no sentence of FeedFish has a slot 'cat'"
    assert c == f"{intents / 'c.yaml'} is not UTF-8; save it as UTF-8"
    assert d == f"{intents / 'd.yaml'} cannot be read: Is a directory"
    with pytest.raises(ConfigError, match="line 11"):
        check()


def test_what_will_never_be_heard_is_told(intents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (intents / "mine.yaml").write_text(
        FISH.replace('"[给]', '["打开[所有]窗帘", "[给]').replace('吃的)"', '吃的)"]'), encoding="utf-8"
    )
    check(json_lines=True)
    told = json.loads(capsys.readouterr().out)
    [warning] = told["warnings"]
    assert told["ok"]
    assert warning.startswith(f"{intents / 'mine.yaml'}, line 5: ")
    assert "already means HassTurnOn" in warning
    check()
    assert warning in "".join(capsys.readouterr())


CONTEXT = """\
context:
  expressions:
    orderSoup:
      - "[bring, get] (me) $soup:soup (please)"
  slots:
    soup: [tomato soup, onion soup]
"""


def test_a_context_of_others_is_taken_over(
    tmp_path: Path, intents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kitchen.yml").write_text(CONTEXT, encoding="utf-8")
    import_intents(tmp_path / "kitchen.yml", json_lines=True)
    made = json.loads(capsys.readouterr().out)
    assert made == {
        "path": str(intents / "kitchen.yaml"),
        "language": "en",
        "intents": ["orderSoup"],
        "sentences": 1,
        "lists": ["soup"],
    }
    turn = probe(capsys, "Bring me onion soup.")
    assert (turn["intent"], turn["slots"]) == ("orderSoup", {"soup": "onion soup"})
    with pytest.raises(UsageError, match="--force"):
        import_intents(tmp_path / "kitchen.yml")
    import_intents(tmp_path / "kitchen.yml", force=True)
    assert "1" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"context: {}", "line 1"),
        (b"\xff", "not UTF-8"),
        (CONTEXT.replace("$soup", "$stew").encode(), "line 4"),
    ],
)
def test_a_context_that_is_none_is_refused(tmp_path: Path, intents: Path, content: bytes, words: str) -> None:
    (tmp_path / "kitchen.yml").write_bytes(content)
    with pytest.raises(UsageError, match=words):
        import_intents(tmp_path / "kitchen.yml")
    with pytest.raises(UsageError, match="cannot be read"):
        import_intents(tmp_path / "nowhere.yml")
    assert not list(intents.iterdir())


def test_the_check_tells_of_a_wake_word_that_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "xiaoban.toml").write_text('[wake]\nwords = ["hey_jarvsi"]\n', encoding="utf-8")
    check(json_lines=True)
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert len(told["warnings"]) == 1
    assert "hey_jarvsi" in told["warnings"][0]
    assert "hey_jarvis" in told["warnings"][0]
