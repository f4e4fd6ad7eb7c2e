"""An engine together with the one thread that may touch it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from models.worker import Worker

E = TypeVar("E", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Hosted(Generic[E]):
    """Call the engine only through its worker."""

    engine: E
    worker: Worker
