"""Home Assistant's own intent tests, in the homes they come with."""

from types import ModuleType

import pytest

from tests.shared import shared_data


def _bench() -> ModuleType:
    from tests.bench import ha_intents  # noqa: PLC0415 -- only where the data is

    return ha_intents


@pytest.mark.parametrize("tag", ["en", "zh-cn"])
def test_nineteen_of_twenty_come_out_exactly(tag: str) -> None:
    shared_data(f"nlu/ha_intents_{tag}.jsonl")
    bench = _bench()
    results, _ = bench.measure(tag)
    misses = [
        (row["text"], bench.why(match, row)) for row, match in results if not bench.is_exact(match, row)
    ]
    assert len(misses) <= 0.05 * len(results), misses
