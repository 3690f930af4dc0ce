"""What a session adds up to. What isn't known stays unknown; only the estimate guesses, and says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from trackbuddy.plan.phases import Aim, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.session import Covered, Label, Mode, SameDistance, SameTime, SendOff, Timed
from trackbuddy.units import MINUTE_NS, NS, M, Pace, to_metres, to_seconds

REP_SPEED: Final = Pace(NS, 5 * M)
EASY_SPEED: Final = Pace(NS, 3 * M)
JOG_SPEED: Final = Pace(2 * NS, 5 * M)
WALK_SPEED: Final = Pace(2 * NS, 3 * M)
OPEN_NS: Final = 2 * MINUTE_NS

_REPS: Final = "reps without a time at 5 m/s"
_EASY: Final = "warm-up, cool-down and jogs at 3 m/s"
_JOG: Final = "jogged recoveries at 2.5 m/s"
_WALK: Final = "walked recoveries at 1.5 m/s"
_OPEN: Final = "open recoveries as 2 min"
_SLOWEST: Final = "the slowest athlete's times"
_LENGTHLESS: Final = "parts of no stated length not counted"
_ROUND: Final = "one round of the part that goes on until it is ended"


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a timeline; a range counts to its low end, and None stands where a summand is unknown.

    Reps, and the work in them, are those without a label: a warm-up is no work. With several athletes a time
    is known only where they all have the same one.
    """

    reps: int | None
    work_mm: int | None
    work_ns: int | None
    recovery_ns: int | None
    estimate_ns: int
    """All of the session, labelled reps too, without the lead-in."""
    assumption: str | None
    """What `estimate_ns` guesses; None where every summand is known."""


def totals(timeline: Timeline) -> Totals:
    """The sums of a timeline that has one round of an endless part; only that round is estimated."""
    endless = any(phase.until_ended for phase in timeline)
    pairs = list(_with_rep_before(timeline))
    work = [phase for phase, _ in pairs if isinstance(phase, RepPhase) and phase.label is None]
    rests = [recovery_ns(phase, rep) for phase, rep in pairs if isinstance(phase, RecoveryPhase)]
    estimates = list(_estimates(timeline))
    guesses = [_ROUND] * endless + [guess for _, guess in estimates if guess]
    return Totals(
        reps=None if endless else len(work),
        work_mm=None if endless else _sum(rep.way_mm for rep in work),
        work_ns=None if endless else _sum(rep_ns(rep) for rep in work),
        recovery_ns=None if endless else _sum(rests),
        estimate_ns=sum(ns for ns, _ in estimates),
        assumption=f"the estimate takes {', '.join(dict.fromkeys(guesses))}" if guesses else None,
    )


def totals_json(sums: Totals) -> dict[str, Any]:
    """The `totals` of `show --json`."""
    return {
        "reps": sums.reps,
        "work_m": None if sums.work_mm is None else to_metres(sums.work_mm),
        "work_s": None if sums.work_ns is None else to_seconds(sums.work_ns),
        "recovery_s": None if sums.recovery_ns is None else to_seconds(sums.recovery_ns),
        "estimate_s": to_seconds(sums.estimate_ns),
    }


def rep_ns(rep: RepPhase) -> int | None:
    """The planned time of a rep, its low end; None without a target, and where athletes differ."""
    return rep.span_ns if rep.span_ns is not None else _agreed(rep.aims)


def recovery_ns(rest: RecoveryPhase, before: RepPhase | None) -> int | None:
    """The planned time of a recovery; a send-off's is what its rep leaves of it."""
    rep = rep_ns(before) if before is not None else None
    match rest.measure:
        case Timed(ns=ns):
            return ns
        case SendOff(ns=ns):
            return None if rep is None else max(ns - rep, 0)
        case SameTime():
            return rep
        case _:
            return _agreed(rest.aims)


def _agreed(aims: tuple[Aim, ...]) -> int | None:
    times = {aim.low_ns for aim in aims}
    return times.pop() if len(times) == 1 else None


def _sum(values: Iterable[int | None]) -> int | None:
    """None as soon as one summand is unknown."""
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def _with_rep_before(timeline: Timeline) -> Iterator[tuple[RepPhase | RecoveryPhase, RepPhase | None]]:
    before: RepPhase | None = None
    for phase in timeline:
        yield phase, before
        if isinstance(phase, RepPhase):
            before = phase


def guessed_spans(timeline: Timeline) -> tuple[int, ...]:
    """What each phase takes, in the timeline's order: the planned time, or the guess that the estimate makes."""
    return tuple(ns for ns, _ in _estimates(timeline))


# --- the estimate -------------------------------------------------------------------------------------------

_Guess = tuple[int, str | None]


def _estimates(timeline: Timeline) -> Iterator[_Guess]:
    rep: RepPhase | None = None
    took_ns = 0
    for phase in timeline:
        if isinstance(phase, RepPhase):
            guess = _rep_guess(phase)
            rep, took_ns = phase, guess[0]
            yield guess
        else:
            yield _recovery_guess(phase, rep, took_ns)


def _rep_guess(rep: RepPhase) -> _Guess:
    known = rep_ns(rep)
    if known is not None:
        return known, None
    slowest = _slowest(rep.aims)
    if slowest is not None:
        return slowest, _SLOWEST
    if rep.way_mm is None:
        return 0, _LENGTHLESS
    if rep.label in {Label.WARM_UP, Label.COOL_DOWN, Label.JOG}:
        return EASY_SPEED.over(rep.way_mm), _EASY
    return REP_SPEED.over(rep.way_mm), _REPS


def _recovery_guess(rest: RecoveryPhase, before: RepPhase | None, took_ns: int) -> _Guess:
    """`took_ns` is what the rep before takes, known or guessed: a guess of it needs no second word."""
    known = recovery_ns(rest, before)
    if known is not None:
        return known, None
    slowest = _slowest(rest.aims)
    if slowest is not None:
        return slowest, _SLOWEST
    match rest.measure:
        case SendOff(ns=ns):
            return max(ns - took_ns, 0), None
        case SameTime():
            return took_ns, None
        case Covered(mm=mm):
            return _moved(mm, rest.mode)
        case SameDistance() if before is not None and before.way_mm is not None:
            return _moved(before.way_mm, rest.mode)
        case _:
            return OPEN_NS, _OPEN


def _moved(mm: int, mode: Mode | None) -> _Guess:
    if mode in {Mode.WALK, Mode.REST}:
        return WALK_SPEED.over(mm), _WALK
    return JOG_SPEED.over(mm), _JOG


def _slowest(aims: tuple[Aim, ...]) -> int | None:
    times = [aim.low_ns for aim in aims if aim.low_ns is not None]
    return max(times) if times and len(times) == len(aims) else None
