from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

OPEN = """
import ctypes, sys
from trackbuddy.sound import alsa
if sys.argv[1] == "silent":
    assert alsa.silence()
opened = ctypes.CDLL("libasound.so.2").snd_pcm_open(ctypes.byref(ctypes.c_void_p()), b"no_such_card", 0, 0)
assert opened < 0
"""


@pytest.fixture(autouse=True)
def _need_libasound() -> None:
    try:
        ctypes.CDLL("libasound.so.2")
    except OSError:
        pytest.skip("libasound is not installed")


def noise(how: str) -> bytes:
    return subprocess.run([sys.executable, "-c", OPEN, how], stderr=subprocess.PIPE, check=True).stderr


def test_a_failing_libasound_writes_nothing_over_the_screen() -> None:
    assert noise("loud"), "without the handler it writes, else this test shows nothing"
    assert noise("silent") == b""
