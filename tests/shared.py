"""Data that stands beside the checkout: recordings and expected meanings, too big or not ours to commit."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_data(name: str) -> Path:
    """The path of `shared/data/NAME`; skips the test where it is not there, and fails it in CI."""
    path = SHARED / "data" / name
    if not path.exists():
        sentence = f"shared/data/{name} is not beside this checkout"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    return path
