"""Repairs on the disk: behind everything, under the lock, and nothing before them touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.errors import UserError
from trackbuddy.storage import journal
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.repairing import redo, repair, undo
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing import repairs as r
from trackbuddy.timing.facts import Line
from trackbuddy.units import NS

PLAN = eight_200s()
LINES = run(PLAN, [*taps(45.0), i.Finish(90 * NS)])[1]
RIGHT = r.Corrected(90 * NS, 1, 1, 33 * NS)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return log_file(tmp_path / "a.jsonl", PLAN, LINES)


def repairs(path: Path) -> int:
    return read_log(path).history().state.repairs


def test_repaired_undone_and_brought_again(log: Path) -> None:
    before = log.read_bytes()
    repair(log, [RIGHT])
    assert repairs(log) == 1
    undo(log)
    assert repairs(log) == 0
    redo(log)
    assert repairs(log) == 1
    assert log.read_bytes().startswith(before)
    assert read_log(log).damage is None


def test_what_fits_nothing_leaves_the_log_as_it_was(log: Path) -> None:
    before = log.read_bytes()
    with pytest.raises(UserError, match="can't be repaired so"):
        repair(log, [r.Corrected(0, 9, 1, NS)])
    for back in (undo, redo):
        with pytest.raises(UserError, match="there is no repair to"):
            back(log)
    assert log.read_bytes() == before


def test_a_log_that_another_program_has_is_not_repaired(log: Path) -> None:
    before = log.read_bytes()
    _, writer = journal.reopen(log)
    try:
        with pytest.raises(UserError, match="is being written by another program"):
            repair(log, [RIGHT])
    finally:
        writer.close()
    assert log.read_bytes() == before


def test_a_later_program_s_log_is_not_repaired(tmp_path: Path) -> None:
    unknown = Line(LINES[-1].n + 1, LINES[-1].input + 1, f.Unknown(90 * NS, "weighed", {"kg": 61}), end=True)
    path = log_file(tmp_path / "a.jsonl", PLAN, [*LINES, unknown])
    with pytest.raises(UserError, match="update"):
        repair(path, [RIGHT])


def test_a_torn_log_is_repaired_behind_its_last_whole_line(log: Path) -> None:
    log.write_bytes(log.read_bytes()[:-20])
    repair(log, [r.Excluded(90 * NS, 1, 1)])
    found = read_log(log)
    assert found.damage is None
    assert any(isinstance(line.fact, f.Recovered) for line in found.lines)
    assert repairs(log) == 1


def test_two_athletes_with_a_clock_of_their_own_are_repaired_each(tmp_path: Path) -> None:
    from tests.timing.sessions import plan, rep, rest, s

    from trackbuddy.results.rows import rows
    from trackbuddy.timing.rules import Clocks, Rules

    of = plan(rep(1, athletes=2), rest(), rep(2, athletes=2), athletes=2, rules=Rules(clocks=Clocks.OWN))
    inputs: list[i.Input] = [i.Open(0), i.ThatsAll(0), i.Tap(s(44), 1), i.Tap(s(46), 2), i.Finish(s(60))]
    path = log_file(tmp_path / "own.jsonl", of, run(of, inputs)[1])
    repair(path, [r.Corrected(s(60), 1, 2, s(35))])
    state = read_log(path).history().state
    assert [rows(state, athlete)[0].split_ns for athlete in (1, 2)] == [s(34), s(35)]
    with pytest.raises(UserError, match="clock of their own"):
        repair(path, [r.Swapped(s(60), 1, 1, 1, 2)])
