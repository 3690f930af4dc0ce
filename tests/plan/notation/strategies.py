"""Sessions as the notation can say them, of every construct, for the property tests."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from tests.plan.strategies import modes

from trackbuddy.plan.notation.figures.plausible import possible, runnable
from trackbuddy.plan.notation.meaning.sizes import MOST_OF_A_BLOCK_NS
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    EveryWay,
    Label,
    Mode,
    OneTap,
    Open,
    Options,
    Recovery,
    Rep,
    SameDistance,
    SameTime,
    SendOff,
    Session,
    Step,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.plan.target import (
    EffortTarget,
    PaceTarget,
    RaceKey,
    RaceTarget,
    Target,
    TimeTarget,
    TrainingTarget,
)
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M, Pace

TENTH = NS // 10
spans = st.integers(10, 3000).map(lambda tenths: tenths * TENTH) | st.integers(2, 90).map(lambda m: m * MINUTE_NS)
ways = st.integers(1, 100).map(lambda n: n * 50 * M) | st.sampled_from(
    [MILE_MM, 2 * MILE_MM, MILE_MM // 2, 45_720, 182_880, 5 * KM_MM, 10 * KM_MM, 21_082_406, 20 * M]
)


def band(low: int) -> st.SearchStrategy[tuple[int, int | None]]:
    return st.tuples(st.just(low), st.none() | st.integers(1, 600).map(lambda tenths: low + tenths * TENTH))


works: st.SearchStrategy[Work] = ways.map(ByDistance) | spans.flatmap(band).map(lambda pair: ByTime(*pair))
paces = (
    st.tuples(
        st.integers(400, 6000).map(lambda tenths: tenths * TENTH),
        st.integers(0, 100).map(lambda tenths: tenths * TENTH),
        st.sampled_from([KM_MM, MILE_MM, 400 * M, 200 * M]),
    )
    .map(lambda pace: PaceTarget(Pace(pace[0], pace[2]), Pace(pace[0] + pace[1], pace[2])))
    .filter(possible)
)
offsets = st.none() | st.builds(
    Pace,
    st.integers(-600, 600).filter(bool).map(lambda tenths: tenths * TENTH),
    st.sampled_from([KM_MM, MILE_MM, 400 * M]),
)
race_names = st.sampled_from([*(key.value for key in RaceKey), "goal"])
races = st.builds(RaceTarget, race_names, st.none(), offsets) | st.tuples(race_names, race_names).filter(
    lambda pair: pair[0] != pair[1]
).map(lambda pair: RaceTarget(pair[0], pair[1]))
efforts = st.sampled_from(
    ["hard", "Very Hard", "95%", "85-90%", "80% > 90%", "sub LT", "RPE 13", "Z3", "3.5 mmol", "all out", "threshold"]
).map(EffortTarget)
times = spans.flatmap(band).map(lambda pair: TimeTarget(pair[0], pair[1] or pair[0]))
letters = st.sampled_from("EMTIR").map(TrainingTarget)
targets: st.SearchStrategy[Target | None] = st.none() | times | paces | races | efforts | letters
notes = st.none() | st.sampled_from(["tall", "if windy, 2 x 400 in lane 8; else as written", "5’ talk: “why”"])
"""The coach's own words. What they say is never interpreted."""
cadences = st.none() | st.integers(140, 220)


def can_be_run(rep: Rep) -> bool:
    """A target is one at which somebody runs the rep; others are refused."""
    if not isinstance(rep.target, TimeTarget):
        return possible(rep.target, rep.work.mm if isinstance(rep.work, ByDistance) else 0)
    return isinstance(rep.work, ByDistance) and runnable(rep.work.mm, rep.target.low_ns, rep.target.high_ns)


def _timed_rep(rep: tuple[int, int, int]) -> Rep:
    mm, ms_per_metre, more = rep
    low = mm * ms_per_metre * 1000 // TENTH * TENTH
    return Rep(ByDistance(mm), TimeTarget(low, low + more * TENTH))


timed_reps = st.tuples(ways, st.integers(140, 500), st.integers(0, 50)).map(_timed_rep)
described = st.builds(Rep, works, targets, st.sampled_from([None, None, Label.STRIDE, Label.HILL]), cadences, notes)
plain_reps = (described | timed_reps).filter(can_be_run)
around = st.builds(
    Rep, works | st.just(Unmeasured()), st.none() | paces, st.sampled_from([Label.WARM_UP, Label.COOL_DOWN])
) | st.builds(Rep, works, st.none() | st.just(EffortTarget("easy")), st.just(Label.JOG))
reps = plain_reps | around


def can_be_jogged(one: Timed) -> bool:
    """At no more than 4 m/s; what is faster is asked about."""
    return one.way_mm is None or one.way_mm * NS <= 4 * M * one.ns


timed = (
    st.tuples(spans.flatmap(band), st.none() | ways).map(lambda pair: Timed(*pair[0], pair[1])).filter(can_be_jogged)
)
measures = timed | ways.map(Covered) | st.sampled_from([SameTime(), SameDistance()]) | st.just(Open())
words = st.sampled_from(
    [
        Recovery(Open("full")),
        Recovery(Open("full"), Mode.REST),
        Recovery(Open("walk back"), Mode.WALK),
        Recovery(Open("walk down"), Mode.WALK),
        Recovery(Open("jog back"), Mode.JOG),
        Recovery(Open("jog down"), Mode.JOG),
    ]
)
floats = st.builds(Recovery, timed | ways.map(Covered), st.just(Mode.FLOAT), efforts | races)
recoveries = st.builds(Recovery, measures, modes) | words | floats
"""Without send-offs, which have to be longer than the rep: see `after`."""


def took(rep: Rep) -> int:
    """The rep's time by its target; without one, that of somebody fast."""
    if isinstance(rep.work, ByTime):
        return rep.work.ns
    if isinstance(rep.target, TimeTarget):
        return rep.target.low_ns
    if isinstance(rep.target, PaceTarget) and isinstance(rep.work, ByDistance):
        return rep.target.low.over(rep.work.mm)
    return rep.work.mm * NS // (5 * M) if isinstance(rep.work, ByDistance) else 0


def after(rep: Rep) -> st.SearchStrategy[Recovery | None]:
    """A recovery behind this rep, a send-off it can keep, or none: straight into the next."""
    latest = (took(rep) // NS + 1) * NS
    sends = st.integers(1, 300).map(lambda s: Recovery(SendOff(latest + s * NS)))
    return st.none() | st.just(Recovery(Open())) | recoveries | sends


def _steps(rep: Rep) -> st.SearchStrategy[tuple[Step, ...]]:
    return after(rep).map(lambda recovery: (rep,) if recovery is None else (rep, recovery))


singles = reps.flatmap(_steps)


def within_a_day(pair: tuple[int | None, tuple[Step, ...]]) -> bool:
    """Nobody runs for hours in reps; that is refused."""
    rep = pair[1][0]
    if not (isinstance(rep, Rep) and isinstance(rep.work, ByTime)):
        return True
    return (pair[0] or 1) * rep.work.ns <= MOST_OF_A_BLOCK_NS


blocks = (
    st.tuples(st.integers(2, 12) | st.none(), plain_reps.flatmap(_steps))
    .filter(within_a_day)
    .map(lambda pair: (Block(pair[0], pair[1]),))
)


def _flat(parts: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    return tuple(step for part in parts for step in part)


def _as_set(pair: tuple[int, tuple[Step, ...], Recovery | None, str | None]) -> tuple[Step, ...]:
    count, steps, between, note = pair
    if isinstance(steps[-1], Block) and between is not None:
        steps = (*steps, between)
    return (Block(count, steps, note if len(steps) > 2 else None),)


def _sets(inner: st.SearchStrategy[tuple[Step, ...]]) -> st.SearchStrategy[tuple[Step, ...]]:
    lists = st.lists(inner, min_size=1, max_size=3).map(_flat)
    return st.tuples(st.integers(2, 4), lists, st.none() | st.just(Recovery(Open())) | recoveries, notes).map(_as_set)


sets = _sets(singles | blocks)
nested = _sets(sets | blocks)
strides = st.just((Block(None, (Rep(Unmeasured(), label=Label.STRIDE), Recovery(Open()))),))
top = singles | blocks | sets | strides | nested


def _between_blocks(pair: tuple[list[tuple[Step, ...]], Recovery]) -> list[tuple[Step, ...]]:
    """Puts a recovery behind the first block that something follows."""
    parts, between = pair
    for index, part in enumerate(parts[:-1]):
        if isinstance(part[-1], Block):
            return [*parts[:index], (*part, between), *parts[index + 1 :]]
    return parts


def _ended(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Nothing is said after the last rep where nothing was said between."""
    return steps[:-1] if len(steps) > 1 and steps[-1] == Recovery(Open()) else steps


firm = recoveries.filter(lambda recovery: recovery.measure != Open() or recovery.mode is not None)
lists = st.lists(top, min_size=1, max_size=4)
all_steps = (lists | st.tuples(lists, firm).map(_between_blocks)).map(_flat).map(_ended)
options = st.builds(
    Options,
    keep_last_recovery=st.booleans(),
    splitting=st.none() | st.just(OneTap()) | st.integers(1, 8).map(lambda n: EveryWay(n * 100 * M)),
)
sessions: Callable[[], st.SearchStrategy[Session]] = lambda: st.builds(  # noqa: E731
    Session, all_steps, options=options, label=notes, remarks=st.lists(notes.filter(bool), max_size=2).map(tuple)
)
