"""However the program is made to go, the session is left to be gone on with, and it goes."""

from __future__ import annotations

import signal

from tests.e2e.terminal import Open, Terminal
from tests.patience import PATIENCE_S

from trackbuddy.storage.logs import read_log
from trackbuddy.timing.state import Running

SESSION = ("run", "2x200m @ 4s, 5s rest", "--sound", "off", "--lead-in", "1s")


def left_to_be_gone_on_with(terminal: Terminal) -> None:
    path = terminal.log()
    assert path is not None
    log = read_log(path)
    assert log.damage is None
    assert terminal.facts()[-1]["kind"] == "closed"
    assert isinstance(log.history().state.stage, Running)


def test_a_lost_line_ends_the_screen(open_: Open) -> None:
    """An ssh that breaks off, a window that is shut: the terminal is gone, not only told to go."""
    screen = open_(*SESSION)
    screen.first_rep()
    screen.hang_up()
    assert screen.process.wait(PATIENCE_S) == 128 + signal.SIGHUP
    left_to_be_gone_on_with(screen)


def test_a_signal_ends_plain_mode_with_its_table(open_: Open) -> None:
    """Side by side, since each waits for its own clock."""
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    plains = {number: open_(*SESSION, "--plain", home=number.name) for number in numbers}
    for plain in plains.values():
        plain.begin(plain=True)
    for number, plain in plains.items():
        plain.until_fact("rep_started")
        plain.kill(number)
        assert plain.wait() == 128 + number, number.name
        plain.until_text("REP WORK")
        left_to_be_gone_on_with(plain)


def test_a_lost_line_ends_plain_mode(open_: Open) -> None:
    plain = open_(*SESSION, "--plain")
    plain.first_rep(plain=True)
    plain.hang_up()
    assert plain.process.wait(PATIENCE_S) in {128 + signal.SIGHUP, 2}
    left_to_be_gone_on_with(plain)
