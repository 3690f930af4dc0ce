"""Random sessions, targets and timelines for the property tests of the plan."""

from __future__ import annotations

from hypothesis import strategies as st

from trackbuddy.plan.phases import Aim, Between, Crossing, RecoveryPhase, RepPhase
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    Label,
    Mode,
    Open,
    Options,
    Recovery,
    Rep,
    SameDistance,
    SameTime,
    SendOff,
    Session,
    Timed,
    Unmeasured,
)
from trackbuddy.plan.target import EffortTarget, RaceTarget, TimeTarget
from trackbuddy.units import KM_MM, NS, Pace

spans = st.integers(1, 7200 * NS)
ways = st.integers(1_000, 42_195_000)
words = st.text(min_size=1, max_size=12)


def _range(cls: type[ByTime]) -> st.SearchStrategy[ByTime]:
    return spans.flatmap(lambda ns: st.builds(cls, st.just(ns), st.none() | st.integers(ns, ns + 600 * NS)))


works = st.builds(ByDistance, ways) | _range(ByTime) | st.just(Unmeasured())
measures = (
    st.builds(Timed, spans, st.none() | spans, st.none() | ways)
    | st.builds(Covered, ways)
    | st.builds(Open, st.none() | words)
    | st.just(SameTime())
    | st.just(SameDistance())
    | st.builds(SendOff, spans)
)
modes = st.none() | st.sampled_from(list(Mode))
labels = st.none() | st.sampled_from(list(Label))
targets = st.one_of(
    st.none(),
    spans.map(lambda ns: TimeTarget(ns, ns + NS)),
    st.sampled_from([RaceTarget("mile"), RaceTarget("5k"), EffortTarget("hard")]),
)

reps = st.builds(Rep, works, targets, labels)
recoveries = st.builds(Recovery, measures, modes)
_inner = st.lists(reps | recoveries, min_size=1, max_size=4).map(tuple)
blocks = st.builds(Block, st.integers(1, 4), _inner)
_outer = st.lists(reps | recoveries | blocks, min_size=1, max_size=4).map(tuple)
sets = st.builds(Block, st.integers(1, 3), _outer)
options = st.builds(Options, keep_last_recovery=st.booleans())
sessions = st.builds(
    Session, st.lists(reps | recoveries | blocks | sets, min_size=1, max_size=5).map(tuple), options=options
)

_paces = st.none() | st.builds(Pace, spans, st.just(KM_MM))
aims = st.builds(Aim, words, st.none() | spans, st.none() | spans, _paces, _paces, st.none() | words)
_crossings = st.lists(st.builds(Crossing, st.none() | ways, st.none() | words), max_size=5).map(tuple)
rep_phases = st.builds(
    RepPhase,
    block=st.integers(1, 20),
    set=st.integers(1, 20),
    rep=st.integers(1, 100),
    work=works,
    label=labels,
    aims=st.lists(aims, max_size=4).map(tuple),
    crossings=_crossings,
    cadence=st.none() | st.integers(150, 230),
    until_ended=st.booleans(),
    counted_only=st.booleans(),
    start=st.none() | words,
    note=st.none() | words,
)
recovery_phases = st.builds(
    RecoveryPhase,
    between=st.sampled_from(list(Between)),
    measure=measures,
    mode=modes,
    aims=st.lists(aims, max_size=4).map(tuple),
    go_by_tap=st.booleans(),
    until_ended=st.booleans(),
)
timelines = st.lists(rep_phases | recovery_phases, max_size=6).map(tuple)
