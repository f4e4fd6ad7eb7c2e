"""YAML whose every part knows its line, so that a mistake can be pointed at."""

from collections.abc import Sequence

import yaml  # type: ignore[import-untyped]  # ships no types

LONGEST = 1_000_000
"""Characters of one file."""
DEEPEST = 24
"""Levels of lists in lists: nobody writes more, and readers that recurse would break."""


class LinedError(ValueError):
    """What is wrong with a file, and its `line`, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


class Lined:
    """The contents of one YAML file, and where in it they stand."""

    def __init__(self, text: str) -> None:
        """Read `text`. :raises LinedError: it is no YAML, or YAML that is meant to harm."""
        if len(text) > LONGEST:
            raise LinedError(1, f"the file is longer than {LONGEST} characters")
        try:
            _refuse_tricks(text)
            self._root = yaml.compose(text, Loader=yaml.SafeLoader)
            self.value: object = yaml.safe_load(text)
        except LinedError:
            raise
        except yaml.YAMLError as error:
            raise LinedError(_marked(error), _plain(error)) from error
        except (
            ValueError,
            OverflowError,
        ) as error:  # dates and numbers that cannot be, more than one document
            raise LinedError(1, f"a value cannot be read: {error}; put it between quotes") from error

    def line(self, place: Sequence[str | int]) -> int:
        """The line of a part, by its keys and positions; of what holds it where there is no such part."""
        node, line = self._root, 1
        for step in place:
            found = _inside(node, step)
            if found is None:
                break
            line, node = found
        return line


def _refuse_tricks(text: str) -> None:
    """No references, which make a small file endless, no depth, and nothing twice."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise LinedError(line, "references (*name) are not understood; write it out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise LinedError(line, f"more than {DEEPEST} levels deep")
    _refuse_twice(yaml.compose(text, Loader=yaml.SafeLoader))


def _refuse_twice(root: yaml.Node | None) -> None:
    """A key that stands twice would silently hide the first."""
    todo = [root] if root is not None else []
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: set[object] = set()
            for key, value in node.value:
                if key.value in seen if isinstance(key.value, str) else True:
                    raise LinedError(key.start_mark.line + 1, f"'{key.value}' stands here twice")
                seen.add(key.value)
                todo.append(value)


def _inside(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found = node.value[step]
        return found.start_mark.line + 1, found
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    return None


def _marked(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.line) + 1 if mark else 1


def _plain(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is no YAML"
    return f"this is no YAML: {problem}"
