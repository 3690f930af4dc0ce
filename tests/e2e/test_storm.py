"""A storm of bytes into the running screen: whatever a terminal sends, a Space is a tap and nothing ends."""

from __future__ import annotations

import json
import os
import random
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.e2e.terminal import Terminal
from tests.patience import PATIENCE_S

from trackbuddy.tui.keyboard.parser import ESCAPE_NS, PASTE_GAP_NS
from trackbuddy.units import NS

pytestmark = pytest.mark.drill

BYTES: Final = 10_000
SILENCE_S: Final = PASTE_GAP_NS / NS + 0.1
LEAVES: Final = b"\x03\x11\r\n"
"""Left out of the storm: ctrl+q and Enter lead out of a session, as they should."""
ESCAPE_S: Final = ESCAPE_NS / NS + 0.05
TAPS: Final = {"split", "tap_ignored", "lead_in_started", "rep_started", "recovery_ended"}
"""What a tap can come to."""


def noise(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 90))


def sequence(chance: random.Random) -> bytes:
    begin = chance.choice([b"\x1b[", b"\x1b[<", b"\x1b[?", b"\x1bO", b"\x1b\x1b[", b"\x9b"])
    middle = bytes(chance.choice(b"0123456789;:<?$! ") for _ in range(chance.randrange(12)))
    return begin + middle + bytes((chance.choice(b"ABCDFHIORSTZcghlnpqrtxy~@`"),))


def mouse(chance: random.Random) -> bytes:
    old = b"\x1b[M" + bytes(chance.randrange(32, 256) for _ in range(chance.randrange(4)))
    new = b"\x1b[<%d;%d;%d%c" % (
        chance.randrange(70),
        chance.randrange(300),
        chance.randrange(99),
        chance.choice(b"Mm"),
    )
    return chance.choice([old, new, new * 5])


def paste(chance: random.Random) -> bytes:
    text = bytes(chance.choice(b"123 456 snhe+-\t") for _ in range(chance.randrange(60)))
    return b"\x1b[200~" + text + chance.choice([b"\x1b[201~", b"\x1b[201", b""])


def string(chance: random.Random) -> bytes:
    text = bytes(chance.randrange(32, 127) for _ in range(chance.randrange(60)))
    return (
        chance.choice([b"\x1bP", b"\x1b]", b"\x1b_", b"\x1bX"])
        + text
        + chance.choice([b"\x07", b"\x1b\\", b"\x1b", b""])
    )


def keys(chance: random.Random) -> bytes:
    return bytes(chance.choice(b"   123456789sahmpe+-=?\t\x7f\x1bnryvgcdw") for _ in range(chance.randrange(1, 40)))


KINDS: Final[tuple[Callable[[random.Random], bytes], ...]] = (noise, noise, sequence, mouse, paste, string, keys)


def storm(chance: random.Random) -> Iterator[bytes]:
    left = BYTES
    while left > 0:
        piece = chance.choice(KINDS)(chance).translate(None, LEAVES)
        left -= len(piece)
        yield piece


@pytest.mark.parametrize("seed", [1, 2])
def test_every_space_in_a_storm_of_bytes_is_a_fact_and_the_terminal_is_given_back(tmp_path: Path, seed: int) -> None:
    screen = Terminal(("run", "40 x 1km, 90s rest", "--sound", "off", "--lead-in", "1s"), tmp_path)
    before = termios.tcgetattr(screen.fd)
    spaces = 0
    try:
        screen.until_text("SPACE")
        for piece in storm(random.Random(seed)):
            os.write(screen.fd, piece)
            screen.rest(SILENCE_S)
            os.write(screen.fd, b"\x1b")  # a note may be open: there a Space is text
            screen.rest(ESCAPE_S)
            sent_ns = time.monotonic_ns()
            screen.press(" ")
            until_tap(screen, sent_ns)
            spaces += 1
        screen.press("\x11")
        screen.rest(SILENCE_S)
        screen.press("l")
        assert screen.wait() == 0
        assert termios.tcgetattr(screen.fd) == before
        assert b"\x1b[?1049l" in screen.seen
        for trouble in (b"Traceback", b"FAULT", b"NOT TAKEN", b"has ended"):
            assert trouble not in screen.seen
    finally:
        screen.close()
    print(f"{spaces} Spaces in a storm of {BYTES} bytes, none lost")


def until_tap(screen: Terminal, since_ns: int) -> None:
    """Waits for the fact of a tap that was made at this monotonic instant or later."""
    path = screen.log()
    assert path is not None
    with path.open(encoding="utf-8") as lines:
        origin_ns = json.loads(lines.readline())["clock"]["monotonic_ns"]
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if any(fact["kind"] in TAPS and fact["at_ns"] + origin_ns >= since_ns for fact in screen.facts()):
            return
        screen.rest(0.02)
    raise AssertionError("a Space that is no fact")
