"""Keeping libasound quiet: without a card it writes eight lines over the screen before any error reaches
Python.

This is the one place that reaches into the C library. Descriptor 2 is left alone because the screen is
drawn on it.
"""

from __future__ import annotations

import ctypes
import sys


def silence() -> bool:
    """Give libasound an error handler that does nothing; True if that was possible.

    The handler is libc's getpid: a C function without side effects that ignores its arguments. A Python
    callback would be called from simpleaudio's thread, and could be freed while C still holds it.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        handler = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)
        return int(ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(handler)) == 0
    except (OSError, AttributeError):
        return False
