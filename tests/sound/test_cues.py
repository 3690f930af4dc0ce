"""Which sound comes when, from the facts and the plan alone."""

from __future__ import annotations

from dataclasses import replace

from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, timed_rep

from trackbuddy.plan.phases import Phase, RepPhase
from trackbuddy.plan.session import Open
from trackbuddy.sound.cues import ANSWER_NS, DEFAULT_KINDS, Hearing, cues
from trackbuddy.sound.kinds import rank
from trackbuddy.sound.tones import length_ns
from trackbuddy.timing import inputs as i
from trackbuddy.timing.hearing import CueKind
from trackbuddy.timing.rules import Clocks, Rules
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

K = CueKind
Heard = tuple[float, CueKind]
Kinds = frozenset[CueKind]


def heard(
    plan_: Plan,
    *inputs: i.Input,
    after: float = -1,
    kinds: frozenset[CueKind] = DEFAULT_KINDS,
    cones_mm: int | None = None,
) -> list[Heard]:
    """What will be heard later than `after`, as (seconds, kind), once begun at 0 and given these inputs."""
    history, _ = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    found = cues(history.state, history.ledger.tail(12), Hearing(kinds, cones_mm))
    return [(cue.at_ns / NS, cue.kind) for cue in found if cue.at_ns > s(after)]


def test_the_lead_in_counts_three_two_one_go() -> None:
    assert heard(eight_200s()) == [(7, K.COUNT), (8, K.COUNT), (9, K.COUNT), (10, K.GO)]


def test_a_30_s_rest_after_a_distance_rep_has_a_warning_at_10_s() -> None:
    expected = [(64, K.LEFT_10), (71, K.COUNT), (72, K.COUNT), (73, K.COUNT), (74, K.GO)]
    assert heard(eight_200s(), i.Tap(s(44)), after=45) == expected


def test_a_long_recovery_calls_the_last_minute() -> None:
    found = heard(eight_200s(300), i.Tap(s(44)), after=45)
    assert found[:3] == [(284, K.LEFT_60), (314, K.LEFT_30), (334, K.LEFT_10)]


def test_a_90_s_rest_has_only_the_10_s_warning() -> None:
    found = heard(eight_200s(90), i.Tap(s(44)), after=45)
    assert [kind for _, kind in found] == [K.LEFT_10, K.COUNT, K.COUNT, K.COUNT, K.GO]


def test_a_6_s_rest_has_no_warning() -> None:
    found = heard(eight_200s(6), i.Tap(s(44)), after=45)
    assert found == [(47, K.COUNT), (48, K.COUNT), (49, K.COUNT), (50, K.GO)]


def test_thirty_thirty_has_a_hard_and_an_easy_change_and_no_warnings() -> None:
    phases: list[Phase] = [timed_rep(1), rest(30), timed_rep(2)]
    found = heard(plan(*phases), after=9.5)
    assert [entry for entry in found if entry[1] is not K.COUNT] == [
        (10, K.HARD),
        (40, K.EASY),
        (70, K.HARD),
        (100, K.DONE),
    ]
    assert K.LEFT_10 not in [kind for _, kind in found]


def test_a_change_that_follows_seconds_after_another_is_known_ahead() -> None:
    """The count before the second change lies inside the 150 ms that a player needs."""
    found = heard(plan(timed_rep(1, 10), rest(3), timed_rep(2, 10)), after=19.5)
    assert found[:4] == [(20, K.EASY), (21, K.COUNT), (22, K.COUNT), (23, K.HARD)]


def test_a_tap_is_answered_a_moment_later() -> None:
    found = heard(eight_200s(Open()), i.Tap(s(44)), after=11)
    assert found == [(44 + ANSWER_NS / NS, K.TAP)]


def test_the_tap_that_leaves_one_lap_rings_the_bell() -> None:
    mile = plan(rep(way=1600, target=300, laps=4))
    found = heard(mile, *(i.Tap(s(10 + 75 * lap)) for lap in (1, 2, 3)), after=11)
    assert [kind for _, kind in found] == [K.TAP, K.TAP, K.BELL]


def test_the_last_finish_says_done() -> None:
    done = (44 + ANSWER_NS / NS, K.DONE)
    assert done in heard(plan(rep()), i.Tap(s(44)), after=11)
    assert done in heard(plan(rep()), i.Tap(s(44)), i.ThatsAll(s(44.01)), after=11), "leaving at once cuts nothing off"


def test_a_hold_is_silent_and_undo_takes_the_countdown_back() -> None:
    assert heard(eight_200s(), i.Tap(s(44)), i.Hold(s(50)), after=50) == []
    assert heard(eight_200s(), i.Tap(s(44)), i.Undo(s(50)), after=45) == []


def test_a_recovery_that_ends_in_ready_gives_no_go() -> None:
    found = heard(plan(rep(1), rest(200, go_by_tap=True), rep(2)), i.Tap(s(44)), after=45)
    assert [kind for _, kind in found] == [K.LEFT_60, K.LEFT_30, K.LEFT_10]


def test_a_cadence_is_heard_as_steps() -> None:
    found = heard(plan(replace(rep(), cadence=180)), i.Tick(s(10)), after=10.01)
    steps = [at for at, kind in found if kind is K.METRONOME]
    assert len(steps) == 34 * 3 * 5 // 4, "who is slower than the target still wants the beat"
    assert abs(steps[1] - steps[0] - 1 / 3) < 1e-6


def test_an_800_rings_the_bell_and_a_place_on_the_way_does_not() -> None:
    assert K.BELL in [kind for _, kind in heard(plan(rep(way=800, target=140, laps=2)), i.Tap(s(80)), after=11)]
    every_200 = rep(way=800, target=140, laps=4)
    places = ("200 START", "LINE", "200 START", "LINE")
    marks = tuple(replace(mark, place=place) for mark, place in zip(every_200.crossings, places, strict=True))
    taps = [i.Tap(s(10 + 35 * k)) for k in (1, 2, 3)]
    found = [kind for _, kind in heard(plan(replace(every_200, crossings=marks)), *taps, after=11)]
    assert found == [K.TAP, K.BELL, K.TAP]


def test_only_the_leader_rings_the_bell() -> None:
    two = plan(rep(way=1600, target=300, laps=4, athletes=2), athletes=2)
    taps = [i.Tap(s(10 + 75 * lap + 0.3 * a), a) for lap in (1, 2, 3) for a in (1, 2)]
    assert [kind for _, kind in heard(two, *taps, after=11)].count(K.BELL) == 1


def test_the_end_is_said_once_whatever_brought_it() -> None:
    two = plan(rep(athletes=2), athletes=2)
    assert [kind for _, kind in heard(two, i.Tap(s(44), 1), i.Tap(s(50), 2), after=11)].count(K.DONE) == 1
    assert K.DONE in [kind for _, kind in heard(two, i.Tap(s(44), 1), i.DropOut(s(50), 2), after=45)]
    assert K.DONE in [kind for _, kind in heard(eight_200s(), i.Tap(s(44)), i.EndHere(s(50)), after=45)]


def test_a_hold_does_not_make_a_short_rest_a_long_one() -> None:
    found = heard(eight_200s(90), i.Tap(s(44)), i.Hold(s(54)), i.Hold(s(254)), after=255)
    assert [kind for _, kind in found] == [K.LEFT_10, K.COUNT, K.COUNT, K.COUNT, K.GO]


def test_taking_a_tap_is_answered() -> None:
    found = heard(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.TakeTap(s(46)), after=46)
    assert found[0] == (46 + ANSWER_NS / NS, K.TAP)


def test_a_clock_that_ends_a_recovery_is_no_tap() -> None:
    kept = plan(rep(1), rest(20))
    found = heard(kept, i.Tap(s(44)), i.Tick(s(64)), after=45)
    assert K.TAP not in [kind for _, kind in found]


def test_where_nobody_taps_the_warning_and_the_end_are_the_targets() -> None:
    nobody = plan(rep(1, target=60), rest(60), rep(2, target=60), rules=Rules(taps="none"))
    found = heard(nobody, after=11, kinds=DEFAULT_KINDS | {K.TARGET})
    at = dict(found)
    assert (at[60], at[67], at[68], at[69]) == (K.LEFT_10, K.COUNT, K.COUNT, K.COUNT)
    assert max((kind for second, kind in found if second == 70), key=rank) is K.TARGET
    last = heard(nobody, i.Tick(s(131)), after=185, kinds=DEFAULT_KINDS | {K.TARGET})
    assert [(second, kind) for second, kind in last if kind is not K.COUNT] == [(190, K.TARGET), (190.6, K.DONE)]


def test_the_last_step_before_the_end_of_a_rep_by_time_sounds() -> None:
    found = heard(plan(replace(timed_rep(1, 10), cadence=170)), i.Tick(s(10)), after=10.01)
    steps = [at for at, kind in found if kind is K.METRONOME]
    assert 20 - steps[-1] < 60 / 170


def cones(phase: RepPhase, every_m: int) -> list[float]:
    found = heard(plan(phase), i.Tick(s(10)), after=10.01, kinds=frozenset({K.CONE}), cones_mm=every_m * 1000)
    return [round(at - 10, 3) for at, _ in found]


def test_the_pace_is_beeped_at_every_cone() -> None:
    assert cones(rep(way=200, target=40), 50) == [10, 20, 30]


def test_cones_stand_where_they_stand_whatever_the_start() -> None:
    from_the_mile_start = replace(rep(way=1600, target=320), start="MILE START")
    assert cones(from_the_mile_start, 400)[:2] == [round(9.344 / 5, 3), round(409.344 / 5, 3)]
    assert cones(replace(rep(way=300, target=60), start="300 START"), 100) == [20, 40]
    assert cones(replace(rep(way=300, target=60), start="150 START"), 100) == [10, 30, 50]
    assert cones(replace(rep(way=300, target=60), start="12.5m BEFORE LINE"), 100)[0] == 2.5


def test_without_a_target_no_cone_beeps() -> None:
    assert cones(rep(target=None), 50) == []


def test_half_way_is_of_the_target_or_of_the_time() -> None:
    half = frozenset({K.HALFWAY})
    assert heard(plan(rep(target=34)), i.Tick(s(10)), kinds=half) == [(27, K.HALFWAY)]
    assert heard(plan(timed_rep(1, 50)), i.Tick(s(10)), kinds=half) == [(35, K.HALFWAY)]


def test_no_step_of_a_cadence_sounds_into_another_cue() -> None:
    found = heard(plan(replace(timed_rep(1, 40), cadence=180)), i.Tick(s(10)), after=10.01)
    others = [(at, at + length_ns(kind) / NS) for at, kind in found if kind is not K.METRONOME]
    steps = [at for at, kind in found if kind is K.METRONOME]
    assert len(steps) > 100
    assert not [at for at in steps if any(begin - 0.014 < at < end for begin, end in others)]


def test_with_clocks_of_their_own_everybody_has_a_go_of_their_own() -> None:
    rules = Rules(clocks=Clocks.OWN, stagger_ns=s(5))
    two = plan(rep(1, athletes=2), rest(30), rep(2, athletes=2), athletes=2, rules=rules)
    history, _ = run(two, [i.Open(0), i.Tap(0), i.Tick(s(16)), i.Tap(s(44), 1), i.Tap(s(47), 2)])
    coming = [cue for cue in cues(history.state, ()) if cue.at_ns > s(48)]
    assert [(cue.at_ns / NS, cue.athlete) for cue in coming if cue.kind is K.GO] == [(74, 1), (77, 2)]
    assert {cue.kind for cue in coming} == {K.COUNT, K.GO}


def test_nobody_who_dropped_out_has_a_go() -> None:
    """With clocks of their own; and where all share one, not once everybody has."""
    rules = Rules(clocks=Clocks.OWN, stagger_ns=s(5))
    both: list[i.Input] = [i.Tap(s(44), 1), i.Tap(s(47), 2), i.DropOut(s(48), 1)]
    phases = (rep(1, athletes=2), rest(30), rep(2, athletes=2))
    history, _ = run(plan(*phases, athletes=2, rules=rules), [i.Open(0), i.Tap(0), i.Tick(s(16)), *both])
    coming = [cue for cue in cues(history.state, ()) if cue.at_ns > s(49)]
    assert [(cue.at_ns / NS, cue.athlete) for cue in coming if cue.kind is K.GO] == [(77, 2)]
    assert len(coming) == 4
    assert heard(plan(*phases, athletes=2), *both, i.DropOut(s(49), 2), after=49.5) == []
    assert heard(plan(*phases, athletes=2), *both, i.DropOut(s(49), 2), i.Join(s(50), 2), after=51)[-1][1] is K.GO
