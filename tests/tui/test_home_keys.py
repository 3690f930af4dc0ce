"""The keys of home and of the review in a real terminal: what can't stop a session can't stop them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run
from textual import events
from textual._xterm_parser import XTermParser

from trackbuddy.timing import inputs as i
from trackbuddy.tui.driver import event_of
from trackbuddy.tui.keyboard.heard import UNKNOWN, Press
from trackbuddy.tui.keyboard.parser import PASTE_GAP_NS, KeyParser
from trackbuddy.units import NS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the driver is for Linux terminals")


STRANGE = (b"\xff", b"caf\xe9 ", b"\x1b[200~lost", b"\x1b[32;1:2u")


def test_no_bytes_stop_home(tmp_path: Path) -> None:
    """A session that is typed behind each of them is read."""
    home = Terminal((), tmp_path, warm=True)
    try:
        home.until_text("What are we running?")
        for at, strange in enumerate(STRANGE):
            os.write(home.fd, strange)
            home.rest(PASTE_GAP_NS / NS + 0.1)
            before = len(home.seen)
            home.press("\x15")
            home.until_text("ike 8x200m @ 34", before)  # Textual takes it behind the letters that come with it
            home.press(f"{at + 3}x200m @ 34")
            home.until_text(f"{at + 3} reps of 200 m")
        home.press("\x11")
        assert home.wait() == 0
    finally:
        home.close()


def test_no_bytes_stop_the_review(tmp_path: Path) -> None:
    """Nor is an Escape lost that a letter follows at once."""
    logs = tmp_path / "logs"
    logs.mkdir()
    plan = eight_200s()
    log_file(logs / "2026-11-23T183000_x_k3f9.jsonl", plan, run(plan, [*taps(45.0, 110.0), i.Finish(120 * NS)])[1])
    review = Terminal(("review",), tmp_path, warm=True)
    try:
        review.until_text("copy")
        for strange in (b"\xff", b"\x1b[200~lost"):  # no letter stands outside a paste
            os.write(review.fd, strange)
            review.rest(PASTE_GAP_NS / NS + 0.1)
            before = len(review.seen)
            review.press("2")
            review.until_text("was two", before)
            before = len(review.seen)
            review.press("\x1be")
            review.until_text("compare", before)  # what the line that asked had lain on
        review.press("\x03")
        assert review.wait() == 0
    finally:
        review.close()


def named(event: events.Key) -> tuple[str, str | None]:
    """Its name, and what it writes."""
    return event.key, event.character if event.is_printable else None


TYPED = "aZ3?+=-_/@#é \r\t\x7f\x01\x11\x15"
SEQUENCES = (*(f"\x1b[{rest}" for rest in "A B C D H F 3~ 5~ 6~ 15~ Z 19~".split()), "\x1bOP")


@pytest.mark.parametrize("written", [*TYPED, *SEQUENCES])
def test_a_key_is_the_same_event_as_textuals_own(written: str) -> None:
    theirs = [event for event in XTermParser().feed(written) if isinstance(event, events.Key)]
    parser = KeyParser()
    ours = [event_of(heard) for heard in parser.feed(written.encode(), 0) if isinstance(heard, Press)]
    assert [named(event) for event in ours if event] == [named(event) for event in theirs]


def test_a_key_without_meaning_is_no_event() -> None:
    assert event_of(Press(UNKNOWN, time.monotonic_ns())) is None


def test_textual_still_reads_a_mouse_report_by_itself() -> None:
    event = XTermParser().parse_mouse_code("\x1b[<0;12;3M")
    assert isinstance(event, events.MouseDown)
    assert (event.x, event.y) == (11, 2)
