"""How the networks in ONNX form are run here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnxruntime  # type: ignore[import-untyped]  # publishes no types
from onnxruntime.capi import onnxruntime_pybind11_state as state  # type: ignore[import-untyped]  # see above

from models.errors import EngineFailed

THREADS = 2

FAILURES = tuple(
    kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception)
)
"""Everything that onnxruntime raises; its exceptions share no base but Exception."""


def session(
    model: Path, threads: int = THREADS, network: bytes | None = None
) -> onnxruntime.InferenceSession:
    """A session on the processor. Its threads do not spin while they wait: other engines need the cores.

    `network` is what to run if not what is in the file.

    :raises EngineFailed: the file is no network, or only a part of one.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            network or str(model), options, providers=["CPUExecutionProvider"]
        )
    except FAILURES as problem:
        raise EngineFailed(
            f"{model.name} cannot be loaded ({_first_line(problem)}); run: xiaoban models verify"
        ) from problem


@contextmanager
def running(what: str) -> Iterator[None]:
    """Run a session in it. :raises EngineFailed: the network failed."""
    try:
        yield
    except FAILURES as problem:
        raise EngineFailed(f"{what} failed: {_first_line(problem)}") from problem


def _first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0]
