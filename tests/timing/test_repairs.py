"""Repairs: each changes what it says and nothing else, and undo brings back the same review."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing.sessions import eight_200s, plan, rep, rest, run, runs, s, timed_rep

from trackbuddy.results.review import review
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing import inputs as i
from trackbuddy.timing import repairs as r
from trackbuddy.timing.facts import Line, StartKind
from trackbuddy.timing.history import History
from trackbuddy.timing.ledger import Ledger
from trackbuddy.timing.repairing import as_it_was, can_redo, can_undo, instant, redo, repair, undo
from trackbuddy.timing.state import Plan
from trackbuddy.timing.wire import line_from_json, line_to_json

BEGIN = (i.Open(0), i.ThatsAll(0))
"""GO is at 10 s."""


def session(*inputs: i.Input, of: Plan | None = None) -> History:
    return run(of or eight_200s(), [*BEGIN, *inputs])[0]


def mended(history: History, *facts: r.Repair) -> History:
    return repair(history, facts)[0]


def times(history: History, athlete: int = 1) -> list[float | None]:
    return [None if row.split_ns is None else row.split_ns / 1e9 for row in rows(history.state, athlete)]


def first(history: History) -> Row:
    return rows(history.state)[0]


def test_a_missed_time_is_typed() -> None:
    before = session(i.ThatsAll(s(46)), i.Tap(s(108)))
    after = mended(before, r.Corrected(s(108), 1, 1, s(34.1)))
    assert (first(before).standing, first(before).mended) == (Standing.NO_TIME, False)
    assert (first(after).standing, first(after).split_ns, first(after).mended) == (Standing.TIMED, s(34.1), True)
    assert first(after).judged is not None
    assert times(after)[1] == times(before)[1]


def test_a_time_that_was_none_is_taken_out() -> None:
    after = mended(session(i.Tap(s(44))), r.Corrected(s(44), 1, 1))
    assert first(after).standing is Standing.NO_TIME


def test_laps_before_a_typed_finish_stay() -> None:
    of = plan(rep(1, 1600, 280, laps=4))
    after = mended(session(i.Tap(s(80)), i.Tap(s(150)), i.ThatsAll(s(300)), of=of), r.Corrected(s(300), 1, 1, s(281)))
    assert [lap.ns for lap in first(after).laps] == [s(70), s(70), s(141)]


def test_that_tap_was_the_start() -> None:
    """The first tap, too soon to be a finish, was when they really set off."""
    history, lines = run(eight_200s(), [*BEGIN, i.Tap(s(12)), i.Tap(s(46))])
    tap = next(line for line in lines if line.fact.at_ns == s(12))
    after = mended(history, r.StartMoved(s(46), 1, tap.n, s(12)))
    assert (first(after).split_ns, first(after).start) == (s(34), StartKind.RESTAMPED)


def test_one_long_rep_becomes_two() -> None:
    """The tap of rep 2 was missed: 98 s are 34, 30 s rest and 34; the third is the third of the plan now."""
    of = eight_200s(count=4)
    before = session(i.Tap(s(44)), i.Tap(s(172)), i.Tap(s(236.5)), i.Finish(s(240)), of=of)
    assert times(before) == [34, 98, 34.5]
    after = mended(before, r.Corrected(s(240), 3, 1, s(34)), r.Inserted(s(240), 5, s(138), s(34)))
    assert times(after) == [34, 34, 34, 34.5]
    assert [run_.phase for run_ in after.state.reps] == [1, 3, 5, 7]


def test_a_rep_that_nobody_ran_is_taken_out() -> None:
    before = session(i.Tap(s(44)), i.Tap(s(84)), i.Tap(s(148.5)), i.Finish(s(150)))
    after = mended(before, r.Removed(s(150), 3))
    assert times(after) == [34, 34.5]


def test_metres_go_with_a_rep_that_moves() -> None:
    of = plan(timed_rep(1, 30), rest(), timed_rep(2, 30), rest(), timed_rep(3, 30))
    before = session(i.Tick(s(100)), i.Measure(s(101), 3, 1, 150.0), i.Finish(s(102)), of=of)
    after = mended(before, r.Removed(s(102), 1))
    assert rows(after.state)[0].metres == 150.0


def test_two_athletes_change_times() -> None:
    of = plan(rep(1, athletes=2), rest(), rep(2, athletes=2), athletes=2)
    before = session(i.Tap(s(44), 1), i.Tap(s(46), 2), of=of)
    after = mended(before, r.Swapped(s(46), 1, 1, 1, 2))
    assert (times(after, 1)[0], times(after, 2)[0]) == (36, 34)


def test_two_reps_change_times() -> None:
    after = mended(session(i.Tap(s(44)), i.Tap(s(110))), r.Swapped(s(110), 1, 1, 3, 1))
    assert times(after)[:2] == [36, 34]


def test_a_rep_is_left_out_of_the_average_and_stays_in_the_table() -> None:
    after = mended(session(i.Tap(s(44)), i.Tap(s(118))), r.Excluded(s(118), 3, 1))
    assert times(after)[:2] == [34, 44]
    (group,) = review(after).sheets[0].groups
    assert (group.splits, group.run) == ((s(34),), 2)
    back = mended(after, r.Excluded(s(118), 3, 1, False))
    assert review(back).sheets[0].groups[0].splits == (s(34), s(44))


def test_names_notes_tags_and_metres() -> None:
    of = plan(timed_rep(1, 30))
    after = mended(session(i.WriteNote(s(5), "wind"), i.Tick(s(41)), of=of), r.Renamed(s(41), 1, "Ann"))
    after = mended(after, r.NoteEdited(s(41), 1, "no wind"))
    after = mended(after, r.NoteEdited(s(41), 2, "feel 7"))
    after = mended(after, r.Tagged(s(41), "track"))
    after = mended(after, r.MetresCorrected(s(41), 1, 1, 160.0))
    found = review(after)
    assert (found.sheets[0].name, found.notes, found.tags) == ("Ann", ("no wind", "feel 7"), ("track",))
    assert first(after).metres == 160.0
    assert found.repairs == 5
    assert review(mended(after, r.NoteEdited(s(41), 1, ""))).notes == ("feel 7",)
    assert review(mended(after, r.Tagged(s(41), "track", False))).tags == ()


@pytest.mark.parametrize(
    "wrong",
    [
        r.Corrected(0, 9, 1, s(34)),
        r.Corrected(0, 1, 2, s(34)),
        r.Corrected(0, 1, 1, 0),
        r.StartMoved(0, 1, 3, s(60)),
        r.Inserted(0, 3, s(60), s(34)),
        r.MetresCorrected(0, 1, 1, 200.0),
        r.Renamed(0, 2, "Ann"),
        r.NoteEdited(0, 2, "two"),
    ],
)
def test_what_fits_nothing_is_refused(wrong: r.Repair) -> None:
    with pytest.raises(LookupError):
        repair(session(i.Tap(s(44))), [wrong])


# --- anything goes --------------------------------------------------------------------------------------------------


@st.composite
def repairs(draw: st.DrawFn, history: History) -> r.Repair:
    """A repair of something that was run, most of which fit."""
    phase = draw(st.sampled_from([rep_.phase for rep_ in history.state.reps] or [1]))
    athlete = draw(st.integers(1, len(history.plan.athletes)))
    seconds = draw(st.integers(1, 400))
    found: list[r.Repair] = [
        r.Corrected(0, phase, athlete, s(seconds)),
        r.Corrected(0, phase, athlete),
        r.StartMoved(0, phase, 1, s(seconds)),
        r.Inserted(0, phase, s(seconds), s(34)),
        r.Removed(0, phase),
        r.Swapped(0, phase, athlete, phase, 1),
        r.Excluded(0, phase, athlete),
        r.MetresCorrected(0, phase, athlete, float(seconds)),
        r.Renamed(0, athlete, "Zoë"),
        r.Tagged(0, "track"),
        r.NoteEdited(0, len(history.state.notes) + 1, "added"),
    ]
    return draw(st.sampled_from(found))


@given(runs(), st.data())
def test_repairs_change_no_fact_before_them_and_undo_gives_the_same_review(
    made: tuple[Plan, list[i.Input]], data: st.DataObject
) -> None:
    """Through the log's own form and back: what stood there stands there, as it stood."""
    history, lines = run(*made)
    before, facts = review(history), list(Ledger.of(lines).active)
    whole: list[Line] = list(lines)
    made_repairs: list[tuple[History, History]] = []
    for _ in range(data.draw(st.integers(1, 4))):
        try:
            after, new = repair(history, [data.draw(repairs(history))])
        except LookupError:
            continue
        whole += new
        made_repairs.append((history, after))
        history = after
    assert [line for line in Ledger.of(whole).active if line.n <= (lines[-1].n if lines else 0)] == facts
    assert review(History.of(history.plan, read_again(whole))) == review(history)
    assert review(as_it_was(history)) == before
    for earlier, later in reversed(made_repairs):
        assert can_undo(history)
        undone = undo(history, instant(history, whole))
        assert undone is not None
        assert review(undone[0]) == review(earlier)
        redone = redo(undone[0], 0)
        assert redone is not None
        assert review(redone[0]) == review(later)
        whole += undone[1]
        history = undone[0]
    assert review(History.of(history.plan, read_again(whole))) == before


def read_again(lines: Sequence[Line]) -> list[Line]:
    return [line_from_json(line_to_json(line)) for line in lines]


def test_undo_takes_back_repairs_alone() -> None:
    """What was done beside the track is not taken back at home."""
    history = session(i.Tap(s(44)))
    assert not can_undo(history)
    assert undo(history, s(44)) is None
    assert not can_redo(history)
    assert redo(history, s(44)) is None


def test_a_session_is_gone_on_with_behind_a_repair() -> None:
    """The last time was typed while the rest ran: the next rep still starts, and the typed time holds."""
    from trackbuddy.timing.history import step

    before = session(i.ThatsAll(s(46)), i.Close(s(50)))
    after = mended(before, r.Corrected(s(50), 1, 1, s(34)))
    clock = {"monotonic_ns": 0, "boottime_ns": 0, "wall": "", "boot_id": "x", "at_ns": s(55)}
    for given_ in (i.Reopen(s(55), clock), i.Tap(s(80)), i.Tap(s(115))):
        after, _ = step(after, given_)
    assert times(after)[0] == 34
    assert len(times(after)) >= 2
