"""A session in a real terminal: keys, a pulled plug, and going on."""

from __future__ import annotations

import signal

from tests.e2e.terminal import Open, Terminal

from trackbuddy.storage.logs import read_log
from trackbuddy.timing.state import Finished, Recovering
from trackbuddy.units import NS

QUICK = ("--sound", "off", "--lead-in", "1s")
SESSION = ("run", "2x200m @ 1s, 2s rest", *QUICK)
RUN_S = 0.8
"""A rep that the clock of the program is given; a tap sooner would be no finish."""


def leave(screen: Terminal) -> None:
    """Enter, and Enter again for no last line; neither counts at once, since a held key must not end a session."""
    screen.press_until_fact("\r", "finished")
    assert screen.wait() == 0
    assert b"one line if you like" in screen.seen


def test_a_session_on_the_screen_from_the_first_key_to_the_table(open_: Open) -> None:
    screen = open_(*SESSION, warm=False)
    screen.first_rep()
    screen.rest(RUN_S)
    screen.press(" ")
    screen.until_fact("recovery_started")
    screen.press(" ")
    screen.until_fact("tap_ignored")
    screen.until_fact("rep_started", 2)
    screen.rest(RUN_S)
    screen.press(" ")
    facts = screen.until_fact("rep_ended", 2)
    leave(screen)
    starts = [fact["at_ns"] for fact in facts if fact["kind"] == "rep_started"]
    recovery = next(fact for fact in facts if fact["kind"] == "recovery_started")
    assert starts[1] == recovery["at_ns"] + 2 * NS, "a recovery of 2 s ends 2.000 s behind the tap that began it"
    assert b"av " in screen.seen[-2500:]


def test_after_kill_9_the_log_holds_what_was_saved_and_the_session_goes_on(open_: Open) -> None:
    screen = open_("run", "2x200m @ 1s, full rest", *QUICK)
    screen.first_rep()
    screen.rest(RUN_S)
    screen.press(" ")
    before = screen.until_fact("recovery_started")
    screen.kill()
    screen.wait()
    path = screen.log()
    assert path is not None
    log = read_log(path)
    assert [line.n for line in log.lines][: len(before)] == [fact["n"] for fact in before]
    assert isinstance(log.history().state.stage, Recovering)
    again = open_("resume", "--sound", "off")
    again.until_fact("reopened")
    again.press("\tn")  # the menu's next: sooner than a tap may start a rep in an open recovery
    again.until_fact("rep_started", 2)
    again.rest(RUN_S)
    again.press(" ")
    again.until_fact("rep_ended", 2)
    leave(again)
    assert isinstance(read_log(path).history().state.stage, Finished)


def test_a_terminal_that_goes_away_leaves_the_session_to_be_gone_on_with(open_: Open) -> None:
    screens = {number: open_(*SESSION, home=number.name) for number in (signal.SIGTERM, signal.SIGHUP)}
    for screen in screens.values():
        screen.begin()
    for number, screen in screens.items():
        screen.until_fact("rep_started")
        screen.kill(number)
        assert screen.wait() == 128 + number, number.name
        assert screen.facts()[-1]["kind"] == "closed"
        assert b"\x1b[?1049l" in screen.seen, "the terminal is given back as it was"


def test_plain_mode_in_a_terminal_takes_typed_lines(open_: Open) -> None:
    plain = open_(*SESSION, "--plain")
    plain.first_rep(plain=True)
    plain.rest(RUN_S)
    plain.press("\n")
    plain.until_fact("recovery_started")
    plain.press("q\n")
    assert plain.wait() == 0
    assert plain.facts()[-1]["kind"] == "closed"
