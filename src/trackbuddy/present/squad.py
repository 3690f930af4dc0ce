"""Several athletes: who is to come, who is in, whose taps want a name, and what each has run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import Timed
from trackbuddy.present import names, numbers
from trackbuddy.present.cells import printable
from trackbuddy.present.ink import Ink
from trackbuddy.present.memo import remembered
from trackbuddy.present.squad_view import Place, Squad, SquadRow
from trackbuddy.present.view import Gauge
from trackbuddy.results import words
from trackbuddy.results.averages import Group, groups
from trackbuddy.results.fade import Verdict
from trackbuddy.results.judge import Word, tolerance
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.expecting import Expected, expected
from trackbuddy.timing.naming import Nameless, nameless
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import LeadIn, Recovering, Running, State, latest_rep
from trackbuddy.units import NS

Digits = Mapping[int, int]
"""The athlete of each digit."""
NO_DIGITS: Final[Digits] = {}
"""Everybody has the digit of their number."""
_SIGNS: Final = {Word.ON: "=", Word.FAST: "-", Word.SLOW: "+"}
INKS: Final = {Word.ON: Ink.ON, Word.FAST: Ink.FAST, Word.SLOW: Ink.SLOW}
_GO_SHOWN_NS: Final = NS // 2
_COUNT_NS: Final = 3 * NS


Before = Mapping[int, Mapping[int, int]]
"""What everybody's reps took the time before, by athlete and phase."""
NOTHING_BEFORE: Final[Before] = {}


def squad(snapshot: Snapshot, now_ns: int, digits: Digits, before: Before = NOTHING_BEFORE) -> Squad | None:
    """None for one athlete alone."""
    state = snapshot.state
    if state.plan.alone:
        return None
    keys = {athlete: str(digit) for digit, athlete in digits.items()}
    coming = {one.athlete: one for one in expected(state)}
    unnamed = nameless(state)
    first = next(iter(coming), None)
    found = []
    for athlete in range(1, len(state.plan.athletes) + 1):
        known = _known(state, athlete, keys.get(athlete, str(athlete)))
        known = replace(known, before=_before(state, athlete, before.get(athlete, {})))
        row = _now(state, athlete, known, coming.get(athlete), unnamed, now_ns)
        found.append(replace(row, place=Place.NEXT) if athlete == first and row.place is Place.TO_COME else row)
    head, following = _head(state), _next(state, first, coming, keys)
    return Squad(tuple(found), head=head, next=following, own=bool(state.lanes))


def _head(state: State) -> str:
    """`REP 4`: the rep that the times are of."""
    rep = latest_rep(state)
    if state.lanes or rep is None:
        return "THIS REP"
    return names.rep(state.plan, rep.phase).split(" of ")[0].upper()


def _next(state: State, first: int | None, coming: Mapping[int, Expected], keys: Mapping[int, str]) -> str:
    """`2 Ben   due 72.0`; empty where nobody is to come."""
    if first is None:
        return ""
    due_ns, started_ns = coming[first].due_ns, coming[first].started_ns
    due = f"   due {words.time(due_ns[0] - started_ns)}" if due_ns else ""
    return f"{keys.get(first, first)} {names.athlete(state.plan, first)}{due}"


def focus(state: State, now_ns: int) -> int:
    """Whose clock is the big one where everybody has their own: who is about to start, then who is expected first.

    Never that of somebody who dropped out, while there is another.
    """
    lanes = [(athlete, lane) for athlete, lane in enumerate(state.lanes, start=1) if not lane.out]
    for athlete, lane in lanes:
        go_ns = due(lane)
        starts = isinstance(lane.stage, LeadIn | Recovering) and go_ns is not None and go_ns - now_ns <= _COUNT_NS
        if starts or (isinstance(lane.stage, Running) and now_ns - lane.stage.rep.started_ns < _GO_SHOWN_NS):
            return athlete
    coming = expected(state)
    if coming:
        return coming[0].athlete
    waiting = [(due(lane) or now_ns, athlete) for athlete, lane in lanes if not lane.is_over]
    return min(waiting)[1] if waiting else next((athlete for athlete, _ in lanes), 1)


# --- rows -----------------------------------------------------------------------------------------------------------


@remembered
def _known(state: State, athlete: int, key: str) -> SquadRow:
    """What does not change while the clock runs."""
    run = tuple(row for row in rows(state, athlete) if not row.voided)
    over = [row for row in run if row.standing is not Standing.RUNNING]
    shown = over[:-1] if len(over) == len(run) else over
    before = next((row for row in reversed(shown) if row.split_ns is not None), None)
    group = next((group for group in reversed(groups(run)) if group.splits), None)
    return SquadRow(
        key=key,
        name=names.athlete(state.plan, athlete),
        target=_target(state, athlete),
        last=words.timed(before.split_ns) if before is not None and before.split_ns is not None else "",
        average=_average(group),
        fade_s=_fade(group),
        marks=tuple(_marks(run)),
    )


def _fade(group: Group | None) -> float:
    """Only what is no chance, and from the first rep to the last more than what counts as on."""
    fade = group.fade if group is not None else None
    if group is None or fade is None or fade.verdict is not Verdict.SLOWER or group.mean_ns is None:
        return 0.0
    return fade.slope_s if fade.over_all_s * NS > tolerance(group.mean_ns) else 0.0


def _before(state: State, athlete: int, then: Mapping[int, int]) -> str:
    ns = then.get(_number(state, athlete) or 0)
    return "" if ns is None else words.timed(ns)


def _number(state: State, athlete: int) -> int | None:
    """The rep that runs, was just over or comes first."""
    rep = latest_rep(state.lane(athlete))
    return rep.phase if rep is not None else _first_rep(state)


def _target(state: State, athlete: int) -> str:
    number = _number(state, athlete)
    aim = state.plan.rep(number).aim(athlete) if number is not None else None
    return printable(numbers.aim(aim))


def _first_rep(state: State) -> int | None:
    return next((k for k, phase in enumerate(state.plan.timeline, 1) if isinstance(phase, RepPhase)), None)


def _average(group: Group | None) -> str:
    mean_ns = group.mean_ns if group else None
    return "" if group is None or mean_ns is None else f"{words.timed(mean_ns)} ({len(group.splits)})"


def _marks(run: tuple[Row, ...]) -> Iterator[tuple[str, Ink]]:
    """A sign a rep: `=` on target, `-` fast, `+` slow, `.` without a judgement."""
    for row in run:
        if row.judged is not None:
            yield _SIGNS[row.judged.word], INKS[row.judged.word]
        elif row.standing is not Standing.RUNNING:
            yield ".", Ink.FAINT


def _now(
    state: State, athlete: int, known: SquadRow, coming: Expected | None, unnamed: tuple[Nameless, ...], now_ns: int
) -> SquadRow:
    lane = state.lane(athlete)
    if athlete in state.out or (state.lanes and lane.out):
        return replace(known, now="OUT", place=Place.OUT, ink=Ink.FAINT)
    if any(one.athlete == athlete for one in unnamed):
        times = dict.fromkeys(words.timed(one.split_ns) for one in unnamed if one.athlete is not None)
        return replace(known, now="?", said=" or ".join(times), place=Place.UNSURE, ink=Ink.NOW)
    if coming is not None:
        return _since_lap(_to_come(known, coming, now_ns), lane, athlete, coming)
    return _in_or_waiting(known, lane, rows(state, athlete), now_ns)


def _to_come(known: SquadRow, coming: Expected, now_ns: int) -> SquadRow:
    lap = f"lap {coming.crossing}  " if coming.crossing > 1 else ""
    said = f"{lap}running"
    if coming.due_ns is not None:
        over_ns = now_ns - coming.due_ns[1]
        due = words.time(coming.due_ns[0] - coming.started_ns)
        said = f"{lap}over {numbers.running(over_ns)}" if over_ns > 0 else f"{lap}due {due}"
    gone_ns = now_ns - coming.started_ns
    now = "GO" if gone_ns < _GO_SHOWN_NS else numbers.running(gone_ns)
    return replace(known, now=now, said=said, place=Place.TO_COME)


def _since_lap(row: SquadRow, lane: State, athlete: int, coming: Expected) -> SquadRow:
    """Behind a lap their time at it stands there: what runs is the big number already."""
    rep = latest_rep(lane)
    stamp = rep.runner(1 if lane.plan.alone else athlete).last_stamp if rep is not None else None
    if rep is None or stamp is None or coming.crossing < 2:
        return row
    return replace(row, now=words.timed(stamp.at_ns - coming.started_ns))


def _in_or_waiting(known: SquadRow, lane: State, run: tuple[Row, ...], now_ns: int) -> SquadRow:
    latest = next((row for row in reversed(run) if not row.voided), None)
    wait = _wait(lane, now_ns) if lane.plan.alone else ""
    if latest is None:
        return replace(known, now="-", said=wait, place=Place.TO_START, ink=Ink.FAINT)
    if latest.split_ns is None:
        said = {Standing.NO_TIME: "NT", Standing.RUNNING: "...", Standing.OUT: "OUT"}.get(latest.standing, "done")
        return replace(known, now=said, said=wait, place=Place.IN)
    verdict = f"{latest.judged.text} {latest.judged.word}" if latest.judged else ""
    ink = INKS[latest.judged.word] if latest.judged else Ink.TEXT
    time = words.timed(latest.split_ns)
    if wait:
        return replace(known, now=wait, said=f"{time} {verdict}", place=Place.IN, ink=Ink.REST)
    return replace(known, now=time, said=verdict, place=Place.IN, ink=ink)


def _wait(lane: State, now_ns: int) -> str:
    """`GO 12`, `TAP`, `held`: what starts the next rep, where everybody has a clock of their own."""
    match lane.stage:
        case LeadIn(left_ns=None, go_ns=go_ns) | Recovering(left_ns=None, go_ns=int(go_ns)) if go_ns > now_ns:
            return f"GO {numbers.countdown(go_ns - now_ns)}"
        case LeadIn() | Recovering(left_ns=int()):
            return "held"
        case Recovering(next=int()):
            return "TAP"
        case _:
            return ""


# --- what stands above and below the table --------------------------------------------------------------------------


def subject(state: State) -> str:
    """`400m   together, 90s rest from last in`; targets stand in the table."""
    rep = latest_rep(state)
    number = rep.phase if rep is not None else _first_rep(state)
    if number is None or state.lanes:
        return ""
    if state.plan.own:
        apart_ns = state.plan.rules.stagger_ns
        own = f"own clocks, {numbers.length(apart_ns)} apart" if apart_ns else "own clocks"
        return "   ".join(part for part in (names.work(state.plan.rep(number)), own) if part)
    rest = state.plan.phase(number + 1)
    shared = ""
    if isinstance(rest, RecoveryPhase) and isinstance(rest.measure, Timed):
        shared = f", {names.recovery(rest)} from {state.plan.rules.recovery_from}"
    return "   ".join(part for part in (names.work(state.plan.rep(number)), f"together{shared}") if part)


def gauge(state: State, now_ns: int, digits: Digits) -> Gauge | None:
    """Time, with everybody's target on it by digit, and when the next one is due. None without targets."""
    if not isinstance(state.stage, Running):
        return None
    rep = state.stage.rep
    phase = state.plan.rep(rep.phase)
    aims = [(athlete, phase.aim(athlete)) for athlete in range(1, len(state.plan.athletes) + 1)]
    due_ns = {athlete: aim.low_ns for athlete, aim in aims if aim and aim.low_ns and not rep.runner(athlete).out}
    coming = [one for one in expected(state) if one.due_ns is not None]
    if not due_ns or phase.span_ns is not None:
        return None
    keys = {athlete: str(digit) for digit, athlete in digits.items()}
    longest_ns, gone_ns = max(due_ns.values()), now_ns - rep.started_ns
    marks = sorted((ns / longest_ns, keys.get(athlete, str(athlete))) for athlete, ns in due_ns.items())
    label = _due(coming[0], now_ns) if coming else "all in"
    return Gauge(
        label, min(gone_ns / longest_ns, 1.0), "the last target", marks=tuple(marks), runner=gone_ns / longest_ns
    )


def counted(state: State, usual: Gauge | None) -> Gauge | None:
    """A recovery's bar: it counts from the last in, not from whoever is first in the table."""
    if usual is None or not usual.tail.startswith("from the tap"):
        return usual
    return replace(usual, tail=f"from {state.plan.rules.recovery_from}")


def _due(one: Expected, now_ns: int) -> str:
    assert one.due_ns is not None
    if now_ns < one.due_ns[0]:
        return f"DUE in {numbers.left(one.due_ns[0] - now_ns)}"
    return f"OVER by {numbers.running(max(now_ns - one.due_ns[1], 0))}"
