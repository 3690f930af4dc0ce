"""Logs of every format go on meaning what they meant: read, folded, and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.results.averages import groups
from trackbuddy.results.rows import rows
from trackbuddy.results.second_thoughts import ignored_taps, taken_back
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.summaries import summary
from trackbuddy.timing.wire import line_from_json, line_to_json
from trackbuddy.units import exact

GOLDEN = Path(__file__).parents[1] / "golden"
LOGS = sorted(GOLDEN.glob("format-*/*.jsonl"))


def read_back(path: Path) -> str:
    """Everything a log says, to the nanosecond and without any layout, so that the screens may change."""
    log = read_log(path)
    history = log.history()
    state, counted = history.state, history.ledger.active
    said = [
        f"name {log.header.session.get('name')}",
        f"opened {log.header.clock.wall.isoformat()}",
        summary(log).status,
    ]
    for athlete, name in enumerate(log.plan.athletes, 1):
        for row in rows(state, athlete):
            split = "" if row.split_ns is None else f" {exact(row.split_ns)}"
            laps = " ".join(f"{exact(lap.ns)}/{lap.spans}" for lap in row.laps)
            void = " void" if row.voided else ""
            said.append(
                f"{name or 'athlete'} rep {row.number} of set {row.plan.set}: {row.standing}{split} [{laps}]{void}"
            )
        for group in groups(rows(state, athlete)):
            mean = "-" if group.mean_ns is None else exact(group.mean_ns)
            said.append(f"{name or 'athlete'} mean {mean} of {len(group.splits)} in {group.run}")
    said += [f"ignored {exact(tap.at_ns)} phase {tap.phase}: {tap.reason}" for tap in ignored_taps(log.lines, counted)]
    said += [f"undone at {exact(undo.at_ns)}: {len(undo.facts)} facts" for undo in taken_back(log.lines, counted)]
    said += [f"note {note!r}" for note in state.notes]
    return "\n".join(said) + "\n"


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_an_old_log_says_what_it_said(path: Path) -> None:
    assert read_back(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_nothing_in_an_old_log_is_unknown_or_lost_on_the_way(path: Path) -> None:
    """Every line is of a known kind and is written again as it stands."""
    log = read_log(path)
    assert log.unknown == ()
    assert [line_from_json(line_to_json(line)) for line in log.lines] == list(log.lines)


def test_there_are_golden_logs() -> None:
    """The tests above run over what they find."""
    assert {path.parent.name for path in LOGS} >= {"format-1"}
