"""Homes from files: ours (JSON or TOML), or in the form of Home Assistant's intent tests."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from assistant.errors import UsageError
from intents.home import Home
from intents.home.fixture import is_fixture, parse_fixture
from intents.home.layout import LayoutError, parse_home


def read_home(path: Path) -> Home:
    """The home in a file; :raises UsageError: when it is not there or is none."""
    data = _data(path)
    try:
        return parse_fixture(data) if is_fixture(data) else parse_home(data)
    except LayoutError as error:
        raise UsageError(f"{path}: {error}") from error


def area_of(home: Home, said: str) -> str:
    """The id of a room, from its id or any of its names; :raises UsageError: when there is none."""
    wanted = said.strip().casefold()
    for area in home.areas:
        names = (name.casefold() for spelled in area.names.values() for name in spelled)
        if wanted in (area.id.casefold(), *names):
            return area.id
    rooms = ", ".join(area.id for area in home.areas) or "none"
    raise UsageError(
        f"there is no room '{said}' in this home; its rooms are: {rooms}",
        f"这个家里没有“{said}”这个房间；有的房间是：{rooms}",
    )


def _data(path: Path) -> Mapping[str, object]:
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except OSError as error:
        raise UsageError(f"the home file {path} cannot be read: {error.strerror}") from error
    except ValueError as error:  # not JSON, not TOML, not UTF-8
        raise UsageError(f"the home file {path} is neither JSON nor TOML: {error}") from error
    if not isinstance(data, dict):
        raise UsageError(f"the home file {path} must hold one object with areas and devices")
    return data
