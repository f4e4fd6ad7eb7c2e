"""An engine together with the one thread that may touch it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from models.worker import Worker

E_co = TypeVar("E_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Hosted(Generic[E_co]):
    """Call the engine only through its worker."""

    engine: E_co
    worker: Worker
