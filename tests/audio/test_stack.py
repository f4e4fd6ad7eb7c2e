"""Threads of PortAudio get stacks that nobody has used before."""

import ctypes
import platform
import threading

import pytest

from audio.stack import NEVER_KEPT, fresh_stacks

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc hands stacks on")


def stack_size() -> int:
    """Bytes of the stack of a thread that starts now."""
    sizes: list[int] = []
    thread = threading.Thread(target=lambda: sizes.append(own_stack_size()))
    thread.start()
    thread.join()
    return sizes[0]


def own_stack_size() -> int:
    """Bytes of the stack of this thread."""
    threads, size = ctypes.CDLL(None), ctypes.c_size_t()
    threads.pthread_self.restype = ctypes.c_void_p
    attributes = ctypes.create_string_buffer(128)
    assert threads.pthread_getattr_np(ctypes.c_void_p(threads.pthread_self()), attributes) == 0
    threads.pthread_attr_getstacksize(attributes, ctypes.byref(size))
    threads.pthread_attr_destroy(attributes)
    return size.value


def test_only_threads_that_start_meanwhile_get_stacks_that_are_not_kept() -> None:
    before = stack_size()
    with fresh_stacks():
        assert stack_size() >= NEVER_KEPT
    assert stack_size() == before < NEVER_KEPT


def test_an_error_leaves_the_usual_size() -> None:
    before = stack_size()
    with pytest.raises(OSError, match="no card"), fresh_stacks():
        raise OSError("no card")
    assert stack_size() == before
