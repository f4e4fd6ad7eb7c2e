"""A server for the tests of the store."""

from collections.abc import Iterator

import pytest

from tests.models.mirror import Mirror


@pytest.fixture(scope="session")
def running_mirror() -> Iterator[Mirror]:
    """One server for all; a test resets it first."""
    with Mirror() as mirror:
        yield mirror
