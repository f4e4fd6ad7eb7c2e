"""Words that are written down as they were said, whatever wording of the request was understood."""

import re
from dataclasses import replace

from intents.script import SQUEEZED
from intents.vocabulary import Intent, Match


def verbatim(match: Match, text: str, language: str) -> Match:
    """With what to be reminded of, or to be listed, as it stands in the text."""
    match = _spelled(match, text) if language == "en" else match
    return _with_pauses(match, text) if language in SQUEEZED else match


def _spelled(match: Match, text: str) -> Match:
    """With what to be reminded of as it was said, whatever wording was understood."""
    intent = match.intents[0]
    task = intent.slots.get("task")
    if not isinstance(task, str):
        return match
    said = as_said(task, text)
    if not task.casefold().startswith("the "):  # at the optician's, but my birthday is on Thursday
        said = re.sub("['’]s?$", "", said) if not re.search("['’]s?$", task) else said
    return replace(match, intents=(replace(intent, slots={**intent.slots, "task": said}),))


def as_said(value: str, text: str) -> str:
    """The words with the commas between them, which tell one thing from the next, and their apostrophes."""
    spelled = ("['’]?".join(map(re.escape, word)) + "(?:['’]s?)?" for word in value.split())
    found = re.search(r"\W+".join(spelled), text, re.IGNORECASE)
    return found.group() if found else value


def _with_pauses(match: Match, text: str) -> Match:
    """With the pauses between things for a list, which tell one from the next."""
    [intent] = match.intents
    item = "".join(str(intent.slots.get("item", "")).split())
    found = re.search(r"[\s，,、；;]*".join(map(re.escape, item)), text) if item else None
    slots = {**intent.slots, "item": found.group()} if found else intent.slots
    return replace(match, intents=(Intent(intent.name, slots, intent.response),))
