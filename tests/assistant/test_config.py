"""What people write into the configuration, and what they hear about it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant import config, settings
from assistant.config import Config, Section
from assistant.errors import ConfigError
from assistant.secret import Hidden, Secret, Spoken

Write = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A person who has configured nothing yet."""
    for name in list(settings.os.environ):
        if name.startswith(settings.PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Write:
    def writer(content: str | bytes) -> Path:
        path = tmp_path / "mine.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        monkeypatch.setenv("XIAOBAN_CONFIG", str(path))
        return path

    return writer


def problem() -> str:
    with pytest.raises(ConfigError) as caught:
        config.load()
    return str(caught.value)


def test_without_a_file_the_defaults_run() -> None:
    assert config.load() == Config()
    assert set(config.origins().values()) == {"default"}


def test_environment_wins_over_file_and_file_over_defaults(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write('[voice]\nsilence_s = 0.9\nwait_s = 7\n[general]\nroom = "厨房"\n')
    monkeypatch.setenv("XIAOBAN_VOICE__WAIT_S", "9")
    loaded = config.load()
    assert (loaded.voice.silence_s, loaded.voice.wait_s, loaded.voice.longest_s) == (0.9, 9, 30)
    assert loaded.general.room == "厨房"
    origins = config.origins()
    assert origins["voice.silence_s"] == f"file {path}"
    assert origins["voice.wait_s"] == "environment XIAOBAN_VOICE__WAIT_S"
    assert origins["voice.longest_s"] == "default"


@pytest.mark.parametrize("value", ["alexa,hey_jarvis", " alexa , hey_jarvis,", '["alexa", "hey_jarvis"]'])
def test_a_list_in_the_environment_takes_commas_or_json(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XIAOBAN_WAKE__WORDS", value)
    assert config.load().wake.words == ("alexa", "hey_jarvis")


def test_one_voice_can_be_changed_without_naming_the_others(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('[speech.voices]\nzh = "zh-xiaoxiao"\n')
    monkeypatch.setenv("XIAOBAN_SPEECH__VOICES__EN", "af_heart")
    assert config.load().speech.voices == {"zh": "zh-xiaoxiao", "en": "af_heart", "it": "if_sara"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[wake]\nwrods = []", "unknown setting wake.wrods in {path}; did you mean wake.words?"),
        ("[vioce]\nsilence_s = 1", "unknown setting vioce in {path}; did you mean voice?"),
        ("[wake]\nchime = true", "unknown setting wake.chime in {path}; did you mean audio.chime?"),
        ("[home]\nzzzzzz = 1", "unknown setting home.zzzzzz in {path}; there are home.kind"),
        ("[wake]\nthreshold = 7", "wake.threshold in {path} cannot be 7: it must be less than or equal to 1"),
        ("[audio]\nchime = 'maybe'", 'audio.chime in {path} cannot be "maybe": it must be true or false'),
        ("[log]\nlevel = 'loud'", "it must be 'debug', 'info', 'warning' or 'error'"),
        ("wake = 3", "wake in {path} is a table, not a value; its keys are wake.engine, wake.words"),
        ("[general]\nlanguages = []", "it must have at least 1 item"),
        ("[speech.voices]\nfr = 'x'", 'speech.voices in {path} cannot be "fr"'),
    ],
)
def test_a_mistake_is_named_with_its_remedy(content: str, said: str, write: Write) -> None:
    path = write(content)
    assert said.format(path=path) in problem()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("XIAOBAN_WAKE__WRODS", "x", "WRODS in the environment; did you mean XIAOBAN_WAKE__WORDS?"),
        (
            "XIAOBAN_WAKE_WORDS",
            "x",
            "XIAOBAN_WAKE_WORDS in the environment; did you mean XIAOBAN_WAKE__WORDS?",
        ),
        ("XIAOBAN_WAKE", "x", "XIAOBAN_WAKE in the environment is a table"),
        (
            "XIAOBAN_ZZZ__QQQ",
            "x",
            "unknown setting XIAOBAN_ZZZ in the environment; there are XIAOBAN_GENERAL",
        ),
        ("XIAOBAN_WAKE__THRESHOLD", "loud", 'XIAOBAN_WAKE__THRESHOLD in the environment cannot be "loud"'),
    ],
)
def test_a_mistake_in_the_environment_is_named_too(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert said in problem()


def test_every_mistake_is_named_at_once(write: Write) -> None:
    write("[wake]\nwrods = 1\nthreshold = 7\n[audio]\nchim = true")
    assert len(problem().splitlines()) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[wake]\nwords = [\n\n", "is not valid TOML"),
        (b"[wake]\nwords == 1", "(at line 2, column"),
        (b"[wake]\nwords = '\xff'", "is not UTF-8 text"),
        (b"[wake]\nengine = 'silero'\nengine = 'x'", "is not valid TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_line(content: bytes, said: str, write: Write) -> None:
    path = write(content)
    assert said in problem()
    assert str(path) in problem()


def test_a_file_saved_with_a_byte_order_mark_is_read(write: Write) -> None:
    write(b"\xef\xbb\xbf[audio]\nchime = false\n")
    assert config.load().audio.chime is False


def test_a_file_that_was_named_must_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XIAOBAN_CONFIG", str(tmp_path / "nope.toml"))
    assert "nope.toml: No such file" in problem()


def test_a_directory_is_no_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XIAOBAN_CONFIG", str(tmp_path))
    assert "Is a directory" in problem()


toml_scalars = st.one_of(
    st.booleans(), st.integers(-(2**40), 2**40), st.text(max_size=8), st.floats(allow_nan=False)
)
tables = st.dictionaries(
    st.sampled_from([*Config.model_fields, "vioce", ""]),
    st.one_of(
        toml_scalars, st.dictionaries(st.sampled_from(["words", "engine", "wrods", "level"]), toml_scalars)
    ),
)


def complaint(file: settings.Tables, environment: settings.Tables) -> str:
    try:
        Config.model_validate(settings.merge(file, environment))
    except ValidationError as faults:
        return str(settings.explain(faults, Config, environment, Path("xiaoban.toml")))
    return ""


@given(tables, tables)
@example(file={"wake": {"words": "\x85"}}, environment={})
def test_whatever_is_written_it_is_a_configuration_or_a_sentence(
    file: dict[str, object], environment: dict[str, object]
) -> None:
    said = complaint(file, environment)
    assert "pydantic" not in said
    assert "Input should" not in said
    beginnings = ("unknown setting ", "XIAOBAN_", *Config.model_fields)
    assert all(line.startswith(beginnings) for line in said.splitlines())


@given(tables, tables)
def test_merging_keeps_what_only_one_side_says_and_lets_the_second_win(
    below: dict[str, object], above: dict[str, object]
) -> None:
    both = settings.merge(below, above)
    assert set(both) == set(below) | set(above)
    assert settings.merge(both, above) == both


class Cloud(Section):
    """A table with a secret, as later ones will have."""

    key: Secret


def read(value: object) -> str:
    return Cloud.model_validate({"key": value}).key.reveal


def test_a_secret_is_read_from_a_file_a_variable_or_a_credential(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cloud").write_text("s3cret\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("CLOUD_KEY", "s3cret")
    told = [
        f"file:{tmp_path / 'cloud'}",
        "env:CLOUD_KEY",
        "credential:cloud",
        Spoken("s3cret"),
        Hidden("s3cret"),
    ]
    assert {read(each) for each in told} == {"s3cret"}


@pytest.mark.parametrize(
    "value", ["s3cret", "file:/nowhere/s3cret-less", "env:NOT_THERE", "credential:cloud", "file:", 7]
)
def test_a_secret_that_cannot_be_had_is_named_and_never_shown(
    value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)

    class Outer(Section):
        """The whole."""

        cloud: Cloud

    with pytest.raises(ValidationError) as faults:
        Outer.model_validate({"cloud": {"key": value}})
    said = str(settings.explain(faults.value, Outer, {}, Path("xiaoban.toml")))
    assert said.startswith("cloud.key in xiaoban.toml: ")
    assert "s3cret " not in said + " "


def test_a_secret_shows_itself_nowhere() -> None:
    cloud = Cloud.model_validate({"key": Spoken("s3cret")})
    assert "s3cret" not in f"{cloud} {cloud!r} {cloud.key} {cloud.key!r}"
    assert "s3cret" not in json.dumps({"key": str(cloud.key)})
