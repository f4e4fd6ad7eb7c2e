"""What a language model has read of a prompt's beginning, kept on disk: seconds become milliseconds.

The file is llama.cpp's own session format, which carries its tokens and refuses another version's.
"""

import ctypes
import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import llama_cpp

logger = logging.getLogger(__name__)

KEPT = 4
"""Files; older ones belong to prompts and models of yesterday."""


class KeptPrefix:
    """One directory of prefixes that were evaluated before."""

    def __init__(self, directory: Path, weights: Path, context: int) -> None:
        """Keep them in `directory`, apart for each `weights` and `context` (tokens)."""
        self._directory = directory
        self._owner = f"{weights.name} {weights.stat().st_size} {context}"

    def restore(self, model: "llama_cpp.Llama", prompt: Sequence[int]) -> bool:
        """Whether the model now knows the prompt without having read it."""
        path = self._path(prompt)
        if not path.exists():
            return False
        import llama_cpp  # noqa: PLC0415 -- loaded with the model

        found = (llama_cpp.llama_token * len(prompt))()
        count = ctypes.c_size_t()
        loaded = llama_cpp.llama_state_load_file(
            model.ctx, str(path).encode(), found, len(prompt), ctypes.byref(count)
        )
        if not loaded or list(found[: count.value]) != list(prompt):
            path.unlink(missing_ok=True)
            model.n_tokens = 0
            return False
        model.input_ids[: len(prompt)] = prompt
        model.n_tokens = len(prompt)
        return True

    def keep(self, model: "llama_cpp.Llama", prompt: Sequence[int]) -> None:
        """Remember what the model has just read; a disk that is full only costs the time again."""
        import llama_cpp  # noqa: PLC0415 -- loaded with the model

        path = self._path(prompt)
        part = path.with_suffix(".part")
        tokens = (llama_cpp.llama_token * len(prompt))(*prompt)
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            if llama_cpp.llama_state_save_file(model.ctx, str(part).encode(), tokens, len(prompt)):
                part.replace(path)
            self._forget_old()
        except OSError as problem:
            part.unlink(missing_ok=True)
            logger.info("the prompt's beginning could not be kept: %s", problem)

    def _forget_old(self) -> None:
        newest_first = sorted(self._directory.glob("*.prefix"), key=lambda each: -each.stat().st_mtime)
        for old in newest_first[KEPT:]:
            old.unlink(missing_ok=True)

    def _path(self, prompt: Sequence[int]) -> Path:
        name = hashlib.sha256(f"{self._owner} {list(prompt)}".encode()).hexdigest()[:24]
        return self._directory / f"{name}.prefix"
