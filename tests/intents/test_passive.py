"""Orders in the passive voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.rewording.passive import active
from tests.assistant.talking import held


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("can the lights be changed to green", "change the lights to green"),
        ("could the kitchen light be turned off?", "turn off the kitchen light"),
        ("can you have the lights turned off in ten minutes", "turn off the lights in ten minutes"),
        ("I'd like the curtains to be closed", "close the curtains"),
        ("can the lights be green", "can the lights be green"),
        ("was the light turned off", "was the light turned off"),
        ("the light was turned off", "the light was turned off"),
    ],
)
def test_orders_become_active_and_reports_stay(said: str, meant: str) -> None:
    assert active(said) == meant


async def test_a_polite_order_is_done() -> None:
    await held("""
        can the bedroom lights be changed to green > The bedroom lights are green.
        could the volume be lowered > The speaker volume is at 30%.
    """)


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(active(text), str)
