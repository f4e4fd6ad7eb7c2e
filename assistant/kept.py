"""One small file that is replaced whole, so that a power cut leaves the old or the new one."""

import os
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import AssistantError

T = TypeVar("T", bound=BaseModel)


class KeptFile(Generic[T]):
    """Reads and writes one value; without a path nothing is kept."""

    def __init__(self, path: Path | None, kind: type[T], what: tuple[str, str]) -> None:
        """`what` is in it, in English and in Chinese, for whoever has to mend it."""
        self._path, self._kind, self._what = path, kind, what
        self.saved = True
        """Whether the last change is on disk."""
        self.damaged: Path | None = None
        """Where a file that could not be read was put aside."""

    def save(self, value: T) -> None:
        """Write it down. A disk that is full must not stop what already runs: it shows in `saved`."""
        if self._path is None:
            return
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as file:
                file.write(value.model_dump_json())
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError:
            self.saved = False
        else:
            self.saved = True

    def load(self) -> T:
        """What was kept; a file that makes no sense is put aside, so that nothing is lost.

        :raises AssistantError: it is there and cannot be read.
        """
        if self._path is None or not self._path.exists():
            return self._kind()
        try:
            return self._kind.model_validate_json(self._path.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError):
            self.damaged = self._path.with_suffix(".damaged.json")
            self._path.replace(self.damaged)
            return self._kind()
        except OSError as error:
            english, chinese = self._what
            raise AssistantError(
                f"{english} cannot be read: {error}; make {self._path} readable or remove it",
                f"{chinese}读不出来：{error}；请让 {self._path} 可读，或删掉它",
            ) from error
