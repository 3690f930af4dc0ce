"""Single steps of the session: a rep and a recovery as they are said, with what is asked of their measures."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.figures.lengths import as_recovery, as_work
from trackbuddy.plan.notation.figures.paces import settled
from trackbuddy.plan.notation.figures.plausible import as_run, too_fast
from trackbuddy.plan.notation.meaning import sizes
from trackbuddy.plan.notation.meaning.entries import MOVING, Entry
from trackbuddy.plan.notation.meaning.keeping import Notes
from trackbuddy.plan.notation.syntax import Length, Piece, RecoveryPart, SendOffPart
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    Covered,
    Mode,
    Open,
    Recovery,
    Rep,
    SameDistance,
    SameTime,
    SendOff,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import MINUTE_NS, NS, M

_SHORTEST_SEND_OFF_NS: Final = 30 * NS
"""Shorter ones serve to try things out: `2 x 200m on 6s`."""
_LONGEST_MINUTES_NS: Final = 20 * MINUTE_NS
"""From here on `30'` is rather seconds with one stroke too few."""


def alone(part: RecoveryPart | SendOffPart) -> Recovery | None:
    """A recovery by itself, as a step of its own; None for `no rest`, and for one that says where it stands."""
    if isinstance(part, RecoveryPart) and (part.scope or part.index is not None or len(part.lengths) > 1):
        return None
    return recovery(part, None, Notes())


def recovery(part: RecoveryPart | SendOffPart, rep: Rep | None, notes: Notes) -> Recovery | None:
    """The recovery as it is said, behind this rep; None for `no rest`."""
    if isinstance(part, SendOffPart):
        _check_send_off(part, rep)
        return Recovery(SendOff(part.ns))
    if part.none:
        return None
    if part.lengths:
        return _measured(part, notes)
    if part.equal is not None and " " in part.equal:
        return Recovery(_share(part, rep, *part.equal.split()), part.mode)
    if part.equal is not None:
        return Recovery(_same(part, rep, notes), part.mode)
    words = part.open_words if part.open_words != "open" else None
    return Recovery(Open(words), part.mode)


def _check_send_off(part: SendOffPart, rep: Rep | None) -> None:
    """A send-off that comes before the rep is over is a rest written short, or a slip."""
    if not 0 < part.ns <= sizes.MAX_TIME_NS:
        raise part.at.refuse("a send-off is longer than nothing and no longer than 24 hours; write it like on 1:30")
    took = _time(rep) if rep is not None else None
    far = rep.work.mm if rep is not None and isinstance(rep.work, ByDistance) and took is None else 0
    if (took is not None and part.ns <= took) or (part.ns >= _SHORTEST_SEND_OFF_NS and _no_rest(far, part.ns)):
        refusal = part.at.refuse(
            "this send-off is not longer than the rep, or hardly, so no rep could start on it; write rest behind a rest"
        )
        if part.end and part.ns % NS == 0:
            refusal.mended(part.at.start, part.end, f"{part.ns // NS}s rest")
        raise refusal


def _no_rest(mm: int, ns: int) -> bool:
    """Does nobody run so far so often? Short reps take a good runner most of the time that the fastest need twice."""
    return too_fast(mm, ns * 3 // 5 if mm <= 400 * M else ns)


def _time(rep: Rep) -> int | None:
    """How long it takes, as far as that is said."""
    if isinstance(rep.work, ByTime):
        return rep.work.ns
    if isinstance(rep.target, TimeTarget):
        return rep.target.low_ns
    if isinstance(rep.target, PaceTarget) and isinstance(rep.work, ByDistance):
        return rep.target.low.over(rep.work.mm)
    return None


def _measured(part: RecoveryPart, notes: Notes) -> Recovery:
    one = as_recovery(part.lengths[0], moving=part.mode in MOVING)
    check_measure(one)
    if one.unit == "'" and one.low >= _LONGEST_MINUTES_NS:
        refusal = one.at.refuse(f"{one.at.text}' is {one.at.text} minutes; write {one.at.text}s, or the minutes as min")
        raise refusal.mended(one.at.start, one.end, f"{one.at.text}s", f"{one.at.text} min")
    if one.assumed:
        notes.add(one.assumed)
    if part.way is not None:
        check_measure(part.way)
    aim = settled(part.target, one.unit) if part.target is not None else None
    if aim is None and part.target is not None:
        raise part.at.refuse("the recovery's pace could be per km or per mile; write it like 5:30/mile")
    if one.timed:
        way = as_recovery(part.way, moving=True).low if part.way is not None else None
        return Recovery(Timed(one.low, one.high, way_mm=way), part.mode, aim)
    return Recovery(Covered(one.low), part.mode, aim)


def check_measure(one: Length) -> None:
    """Raises Refusal for a recovery of nothing, and for one longer than any session."""
    _check_longest(one)
    if one.low <= 0:
        raise one.at.refuse("a recovery of nothing can't be timed; write no rest, or a length like 30s rest")


def _same(part: RecoveryPart, rep: Rep | None, notes: Notes) -> SameTime | SameDistance:
    what = part.equal
    if what == "unsaid":
        jogged = part.mode in (Mode.JOG, Mode.WALK) and rep is not None and isinstance(rep.work, ByDistance)
        what = "distance" if jogged else "time"
        notes.add(f"the equal recovery is taken as equal in {what}")
    return SameDistance() if what == "distance" else SameTime()


_SHARES: Final = {"half": 2, "third": 3, "quarter": 4}


def _share(part: RecoveryPart, rep: Rep | None, share: str, what: str) -> Covered | Timed:
    """Half, a third or a quarter of a rep of known length, in its own measure."""
    if rep is not None and isinstance(rep.work, ByDistance) and what == "distance":
        return Covered(rep.work.mm // _SHARES[share] // M * M)
    if rep is not None and isinstance(rep.work, ByTime):
        return Timed(rep.work.ns // _SHARES[share] // NS * NS)
    raise part.at.refuse(f"{share} of what? Write the recovery's length, like 200m jog")


def rep(entry: Entry, target: Target | None, notes: Notes) -> Rep:
    """One run of an entry that is a rep."""
    piece = entry.piece
    assert piece is not None
    if piece.length is not None and (said := as_work(piece.length).assumed):
        notes.add(said)
    return Rep(_work(piece), _aim(piece, target, notes), piece.label, piece.cadence, entry.note)


def _work(piece: Piece) -> Work:
    if piece.length is None:
        return Unmeasured()
    one = as_work(piece.length)
    if one.low <= 0:
        raise piece.at.refuse("a rep of nothing can't be run; write a length like 200m or 30s")
    _check_longest(one)
    return ByDistance(one.low) if one.far else ByTime(one.low, one.high)


def _check_longest(one: Length) -> None:
    longest = sizes.MAX_TIME_NS if one.timed else sizes.MAX_DISTANCE_MM
    if max(one.low, one.high or 0) > longest:
        raise one.at.refuse("this is longer than any session; lengths go up to 200 km and 24 hours")


def _aim(piece: Piece, target: Target | None, notes: Notes) -> Target | None:
    beside: Target | None = TrainingTarget(piece.letter) if piece.letter else None
    if beside is None and piece.words is not None:
        beside = EffortTarget(piece.words)
    if target is None:
        return beside
    target, said = as_run(target, piece.length, piece.at)
    notes.add(*filter(None, [said]))
    if beside is not None and beside != target:
        notes.add(f"“{piece.words or piece.letter}” is not kept beside the target")
    unit = piece.length.unit if piece.length is not None else ""
    found = settled(target, unit)
    if found is None:
        raise piece.at.refuse("the target's pace could be per km or per mile; write it like 5:30/mile")
    if found != target and isinstance(found, RaceTarget):
        notes.add(f"the seconds of “{print_target(found)}” are taken as those of the rep's own unit")
    return found
