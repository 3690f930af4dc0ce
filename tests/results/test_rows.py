"""Rows of results: times, laps, what is averaged, and what was taken back."""

from __future__ import annotations

from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.results.averages import groups
from trackbuddy.results.rows import Standing, rows
from trackbuddy.results.second_thoughts import ignored_taps, taken_back
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.rules import Rules

BEGIN = (i.Open(0), i.ThatsAll(0))
"""GO is at 10 s."""


def test_a_rep_against_its_target() -> None:
    """The split runs from GO to the tap, and the difference is of what is shown."""
    history, _ = run(eight_200s(), [*BEGIN, i.Tap(s(44.26)), i.Tick(s(80))])
    first, second = rows(history.state)
    assert (first.number, first.split_ns, first.standing) == (1, s(34.26), Standing.TIMED)
    assert first.judged is not None
    assert first.judged.text == "+0.3"
    assert (second.standing, second.split_ns) == (Standing.RUNNING, None)


def test_a_missed_lap_makes_one_longer_lap() -> None:
    """1600 m in four laps, the second crossing missed and said so."""
    whole = plan(rep(1, 1600, 280, laps=4))
    history, _ = run(
        whole,
        [*BEGIN, i.Tap(s(80)), i.Tap(s(220.5)), i.TakeTap(s(221)), i.Tap(s(290))],
    )
    (row,) = rows(history.state)
    assert [(lap.ns, lap.spans, lap.mm) for lap in row.laps] == [
        (s(70), 1, 400_000),
        (s(140.5), 2, 800_000),
        (s(69.5), 1, 400_000),
    ]


def test_means_keep_sets_targets_and_untimed_reps_apart() -> None:
    """Two like reps, one without a time, one of another length: two groups, and one time of two."""
    whole = plan(rep(1), rest(), rep(2), rest(), rep(3, 400, 70))
    history, _ = run(whole, [*BEGIN, i.Tap(s(44)), i.Tick(s(74)), i.ThatsAll(s(120)), i.Tick(s(140)), i.Tap(s(205))])
    first, second = groups(rows(history.state))
    assert (len(first.splits), first.run, first.mean_ns) == (1, 2, s(34))
    assert (len(second.splits), second.run) == (1, 1)


def test_counted_and_timed_by_clock_claim_no_time() -> None:
    """A stride is counted, a rep by time was ended by the clock; neither has a split."""
    history, _ = run(plan(stride(), rest(), timed_rep(2, 30)), [*BEGIN, i.Tap(s(30)), i.Tick(s(200))])
    assert [(row.standing, row.split_ns) for row in rows(history.state)] == [
        (Standing.COUNTED, None),
        (Standing.CLOCK, None),
    ]


def test_without_taps_nothing_is_timed() -> None:
    """`taps = none`: the target ended the rep, so it says nothing about the runner."""
    whole = plan(rep(1), rest(), rep(2), rules=Rules(taps="none"))
    history, _ = run(whole, [*BEGIN, i.Tick(s(300))])
    assert [row.standing for row in rows(history.state)] == [Standing.COUNTED] * 2


def test_a_rep_run_again_is_listed_twice_and_counts_once() -> None:
    """The first stands there as void."""
    history, _ = run(eight_200s(), [*BEGIN, i.Tap(s(44)), i.Repeat(s(50)), i.Tap(s(109))])
    found = rows(history.state)
    assert [(row.number, row.voided) for row in found] == [(1, True), (1, False)]
    assert [group.splits for group in groups(found)] == [(s(35),)]


def test_ignored_taps_and_undone_steps_are_remembered() -> None:
    """A bounce, and a finish taken back; after redo only the bounce."""
    inputs: list[i.Input] = [*BEGIN, i.Tap(s(44)), i.Tap(s(44.2)), i.Tap(s(60)), i.Undo(s(61))]
    history, lines = run(eight_200s(), inputs)
    assert [tap.at_ns for tap in ignored_taps(lines, history.ledger.active)] == [s(44.2), s(60)]
    (undo,) = taken_back(lines, history.ledger.active)
    assert undo.at_ns == s(61)
    assert any(isinstance(fact, f.Split) for fact in undo.facts)
    history, lines = run(eight_200s(), [*inputs, i.Redo(s(62))])
    assert taken_back(lines, history.ledger.active) == ()


def test_a_tap_that_was_accepted_is_not_ignored() -> None:
    """`a`: the extra tap was the finish."""
    history, lines = run(eight_200s(), [*BEGIN, i.Tap(s(44)), i.Tap(s(46)), i.TakeTap(s(47))])
    assert ignored_taps(lines, history.ledger.active) == ()
