"""Where configuration, weights and state live; `XIAOBAN_HOME_DIR` moves all state under one directory."""

import os
from pathlib import Path

import platformdirs

_NAME = "xiaoban"


def _under_home(name: str, otherwise: Path) -> Path:
    home = os.environ.get("XIAOBAN_HOME_DIR")
    return Path(home).expanduser().absolute() / name if home else otherwise


def config_file() -> Path:
    """The configuration file, whether or not it exists; `XIAOBAN_CONFIG` names another."""
    named = os.environ.get("XIAOBAN_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path(_NAME) / "xiaoban.toml"


def data_dir() -> Path:
    """What must survive: timers, wake words of one's own. Not created here."""
    return _under_home("data", platformdirs.user_data_path(_NAME))


def models_dir() -> Path:
    """The weights store."""
    return _under_home("models", platformdirs.user_data_path(_NAME) / "models")


def cache_dir() -> Path:
    """What can be made again: what the language model has read, the sound that wake words learn from."""
    return _under_home("cache", platformdirs.user_cache_path(_NAME))


def state_dir() -> Path:
    """What is good to keep but nobody misses: recordings of the demonstration, measurements."""
    return _under_home("state", platformdirs.user_state_path(_NAME))
