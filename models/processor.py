"""The processor that engines multiply on, and how CTranslate2 is quickest there."""

import os
from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
_INSTRUCTIONS = "CT2_FORCE_CPU_ISA"
"""What CTranslate2 reads once, at first use; whoever sets it knows better."""
_WIDE = frozenset({"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"})
"""What its kernels for 512 bits are compiled for."""


@dataclass(frozen=True, slots=True)
class Processor:
    """One core's maker and features, as the kernel tells them; nothing where it tells none."""

    maker: str = ""
    features: frozenset[str] = frozenset()

    @property
    def threads(self) -> int:
        """Threads that one utterance is recognised on.

        Two, but one on AMD's: CTranslate2 leaves Intel's library aside there, and with the other one a second
        thread costs more than it brings (EPYC, two cores, Whisper base, a short order: 481 and 365 ms).
        """
        return 1 if self._amd else 2

    def prepare(self, environment: MutableMapping[str, str] = os.environ) -> None:
        """Have CTranslate2 use what the processor can: by itself it looks for 512 bits only in Intel's.

        A tenth less time on the machine above. To be called before the first model is loaded.
        """
        if self._amd and self.features >= _WIDE:
            environment.setdefault(_INSTRUCTIONS, "AVX512")

    @property
    def _amd(self) -> bool:
        return self.maker == "AuthenticAMD"


@cache
def processor() -> Processor:
    """This machine's."""
    try:
        return told(_CPUINFO.read_text("utf-8", errors="replace"))
    except OSError:
        return Processor()


def told(cpuinfo: str) -> Processor:
    """What the kernel's list says of the first core; other makers than those of PCs are not named in it."""
    core = cpuinfo.partition("\n\n")[0]
    lines = (line.partition(":") for line in core.splitlines())
    said = {key.strip(): value.strip() for key, _, value in lines}
    return Processor(said.get("vendor_id", ""), frozenset(said.get("flags", "").split()))
