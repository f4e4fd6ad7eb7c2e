"""How recognition is set up for the processor it runs on."""

from hypothesis import given
from hypothesis import strategies as some

from models.processor import Processor, told

WIDE = "fpu avx2 avx512f avx512cd avx512bw avx512dq avx512vl"
AMD = f"processor\t: 0\nvendor_id\t: AuthenticAMD\nflags\t\t: {WIDE}\n\nprocessor\t: 1\nvendor_id\t: Other\n"


def test_amd_multiplies_on_one_thread_with_all_it_has() -> None:
    environment: dict[str, str] = {}
    found = told(AMD)
    found.prepare(environment)
    assert (found.threads, environment) == (1, {"CT2_FORCE_CPU_ISA": "AVX512"})


def test_intel_is_left_to_its_own_library() -> None:
    environment: dict[str, str] = {}
    found = told(AMD.replace("AuthenticAMD", "GenuineIntel"))
    found.prepare(environment)
    assert (found.threads, environment) == (2, {})


def test_an_older_one_is_not_asked_for_what_it_lacks() -> None:
    environment: dict[str, str] = {}
    told(AMD.replace("avx512vl", "")).prepare(environment)
    assert environment == {}


def test_what_the_user_set_stands() -> None:
    environment = {"CT2_FORCE_CPU_ISA": "GENERIC"}
    told(AMD).prepare(environment)
    assert environment == {"CT2_FORCE_CPU_ISA": "GENERIC"}


@given(some.text())
def test_whatever_the_kernel_says_is_read(cpuinfo: str) -> None:
    assert told(cpuinfo).threads in (1, 2)


def test_of_what_tells_nothing_nothing_is_known() -> None:
    assert told("") == Processor()
