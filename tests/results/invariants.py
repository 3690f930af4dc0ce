"""What holds of the results of any session."""

from __future__ import annotations

from tests.any_session import Lived

from trackbuddy.results import words
from trackbuddy.results.averages import groups
from trackbuddy.results.review import review
from trackbuddy.results.rows import rows


def laps_sum_to_the_split(at: Lived) -> None:
    """Whatever was pressed, missed, undone or accepted."""
    for athlete in range(1, len(at.plan.athletes) + 1):
        for row in rows(at.history.state, athlete):
            if row.split_ns is not None:
                assert sum(lap.ns for lap in row.laps) == row.split_ns


def no_time_is_claimed_that_nobody_tapped(at: Lived) -> None:
    """A mean counts what was timed, and says of how many."""
    for group in groups(rows(at.history.state)):
        assert len(group.splits) <= group.run <= len(group.rows)
        assert (group.mean_ns is None) == (not group.splits)


def any_session_can_be_read_back(at: Lived) -> None:
    """Whatever was pressed: an entry a rep, no rest is negative, and the words never fail."""
    for one in review(at.history).sheets:
        for entry in one.entries:
            assert words.result(entry.row)
            assert entry.rest is None or entry.rest.taken_ns is None or entry.rest.taken_ns >= 0
        for group in (*one.groups, *one.pooled):
            assert words.average(group).startswith("av ")
        assert one.totals.reps <= len(one.entries)
        assert one.hits[0] <= one.hits[1]


def pooling_keeps_every_time(at: Lived) -> None:
    for one in review(at.history).sheets:
        each = sorted(ns for group in one.groups for ns in group.splits)
        assert sorted(ns for group in one.pooled for ns in group.splits) == each
