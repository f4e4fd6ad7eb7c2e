"""Stacks of native threads: PortAudio's must be new, since some releases read what was never written on them.

The ALSA thread of PortAudio before June 2025 begins with a count of frames that it has not set. The C
library hands stacks on from thread to thread, so that the count may be left over from another. Should the
sound server go away before the first sound, such a thread then turns in a circle for ever, complaining
without end.
Source: PortAudio's issue 1037; glibc, nptl/allocatestack.c.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

NEVER_KEPT = 64 << 20
"""Bytes: too many for glibc to keep the stack, since it keeps 40 MiB at most; untouched ones cost nothing."""

_ATTRIBUTES_SIZE = 128
"""Bytes with room for a pthread_attr_t of any machine; the biggest has 64."""


@contextmanager
def fresh_stacks() -> Iterator[None]:
    """Threads that start meanwhile get stacks of zeros; elsewhere than on glibc nothing changes."""
    threads = ctypes.CDLL(None)
    if not hasattr(threads, "pthread_setattr_default_np"):
        yield
        return
    usual = ctypes.create_string_buffer(_ATTRIBUTES_SIZE)
    big = ctypes.create_string_buffer(_ATTRIBUTES_SIZE)
    for attributes in (usual, big):
        threads.pthread_getattr_default_np(attributes)
    threads.pthread_attr_setstacksize(big, ctypes.c_size_t(NEVER_KEPT))
    threads.pthread_setattr_default_np(big)
    try:
        yield
    finally:
        threads.pthread_setattr_default_np(usual)
