"""What is taken off a list when its words are not quite those of an entry."""

import pytest

from assistant.listing import keep_lists
from assistant.lists import SHOPPING, Lists
from intents.vocabulary import Intent


@pytest.mark.parametrize(
    ("entry", "said", "gone"),
    [
        ("shampoo", "ham", False),
        ("dog food", "food", True),
        ("food", "dog food", False),
        ("交电费", "电费", True),
        ("牛奶糖", "奶", False),
    ],
)
def test_an_entry_is_found_by_whole_words_of_it(
    entry: str, said: str, gone: bool
) -> None:  # a row of the table
    lists = Lists()
    lists.add(SHOPPING, entry)
    keep_lists(Intent("HassListCompleteItem", {"name": SHOPPING, "item": said}), lists)
    assert lists.items(SHOPPING) == (() if gone else (entry,))


def test_where_two_entries_have_the_word_neither_is_taken_off() -> None:
    lists = Lists()
    lists.add(SHOPPING, "dog food", "cat food")
    keep_lists(Intent("HassListCompleteItem", {"name": SHOPPING, "item": "food"}), lists)
    assert lists.items(SHOPPING) == ("dog food", "cat food")
