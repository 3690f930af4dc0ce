"""Lengths in brackets that don't say what they are: the target of the reps, their recovery, or both once more."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.figures.lengths import BARE_METRES, in_seconds, in_unit
from trackbuddy.plan.notation.figures.paces import SECONDS_BELOW
from trackbuddy.plan.notation.figures.plausible import believable, never_rested, rather_run
from trackbuddy.plan.notation.meaning.aims import give, number_holds
from trackbuddy.plan.notation.meaning.attach import recovery
from trackbuddy.plan.notation.meaning.entries import Entry, Level
from trackbuddy.plan.notation.meaning.times import check_second, check_seconds, with_point
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import BracketPart, Length, Range, RecoveryPart, Scope
from trackbuddy.plan.target import PaceTarget, TimeTarget
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M

_PARTS: Final = (100 * M, 200 * M, 400 * M, KM_MM, MILE_MM)
_LONGEST_LAP_NS: Final = 150 * NS


def bracket(level: Level, part: BracketPart) -> None:
    """IAAF: `4 x 3 x 400 (56") [3' & 5']`: round brackets aim, square ones recover."""
    if not level.entries:
        raise part.at.refuse("these brackets say nothing that can be run; write reps, like 8 x 200m")
    band = in_seconds(part.lengths[0])
    run_in = _narrow(band) and never_rested(band)  # [1:36-1:40]: a band in which nobody rests
    if len(part.lengths) == 2 and level.last.is_set:
        for one, where in zip(part.lengths, (Range.REPS, Range.SETS), strict=True):
            recovery(level, _recovery_of(part, one, where), more=False)
    elif len(part.lengths) > 1:
        refusal = part.at.refuse("two lengths in brackets belong to sets of reps; write 30s rest or @ 34")
        raise refusal.mended(part.at.end, part.lengths[0].at.start, "@ ")
    elif part.square and not run_in and (level.last.bracket or not _of_the_reps(level.last, part.lengths[0])):
        recovery(level, _recovery_of(part, part.lengths[0], Range.UNSAID), more=False)
    elif level.last.bracket is not None:
        aim, rest = level.last.bracket.lengths[0].at.start, part.lengths[0].end
        refusal = part.at.refuse("too many brackets for one rep; write @ before a target, rest behind a recovery")
        raise refusal.rewritten((aim, aim, "@ "), (rest, rest, " rest"))
    else:
        level.last.bracket = part


def _narrow(one: Length) -> bool:
    """`98-102`, `1:36-1:40`: a band to run in; rests give more room."""
    return one.high is not None and not one.far and one.high * 100 <= one.low * 115


def _of_the_reps(entry: Entry, one: Length) -> bool:
    """`8 x 400m [75]`: is this rather the time of the reps, though its brackets are those of a recovery?"""
    time = replace(in_unit(one, "sec"), unit="") if one.bare else one
    run = time.timed and all(rather_run(leaf.distance_mm() or 0, time) for leaf in entry.leaves())
    return run and not any(leaf.targets for leaf in entry.leaves())


def _recovery_of(part: BracketPart, one: Length, where: Range) -> RecoveryPart:
    return RecoveryPart(part.at, part.joint, (one,), scope=Scope(where), noun=True, end=part.lengths[-1].end)


def settle_brackets(entries: list[Entry]) -> None:
    """A lone time in round brackets is the target where there is a recovery besides; alone it could be either."""
    for entry in entries:
        settle_brackets(entry.children)
        check_second(entry)
        if entry.bracket is None:
            continue
        one = entry.bracket.lengths[0]
        if one.low <= 0:
            raise one.at.refuse("a time of nothing is no target and no rest; write one like 75 or 90s rest")
        one = with_point(entry, one)
        if all(_restates(leaf, one) for leaf in entry.leaves()):
            entry.said.append(f"({one.at.raw}…) says again what stands before it")
            continue
        if _is_recovery(entry, one, entry.repeated or entry is not entries[-1]):
            entry.recovery = _recovery_of(entry.bracket, one, Range.UNSAID)
            entry.said.append("a figure in brackets that is no target of the reps is taken as their recovery")
            continue
        if any(leaf.piece is not None and leaf.piece.length is None for leaf in entry.leaves()):
            raise one.at.refuse("this could be the length of the rep or its target; write it like 8 x 60s hill")
        scale = 1_000_000 if one.bare else 1
        found = TimeTarget(one.low * scale, (one.high or one.low) * scale)
        each = entry.bracket.each and entry.piece is not None and believable(found, entry.length)
        known = each or all(not leaf.lacks for leaf in entry.leaves())
        numbers = any(isinstance(aim, TimeTarget | PaceTarget) for leaf in entry.leaves() for aim in leaf.targets)
        if not known or one.far or numbers:
            raise _either(entry, entry.bracket, one, found)
        check_seconds(entry, one)
        for leaf in entry.leaves():
            if leaf.targets:
                leaf.said.append(number_holds(leaf.targets[0]))
            give(leaf, found, entry.bracket.at, one.end)


def _restates(leaf: Entry, one: Length) -> bool:
    """`600 @ 75 pace (1:52)`, `1200 (3 laps)`: the same time or distance once more, within 2 %."""
    mm = leaf.distance_mm()
    rested = one.unit == "min" and one.low < _LONGEST_LAP_NS  # 1000 @ 2:30 (1 min)
    if mm is None or leaf.timed or rested or (one.high is not None and not _narrow(one)):
        return False
    if one.far or (one.bare and one.low >= SECONDS_BELOW * M):
        return abs(one.low - mm) * 50 <= mm and not (one.bare and leaf.repeated)  # 10 x 200 (200)
    aim = leaf.targets[0] if leaf.targets else None
    ns = one.low * 1_000_000 if one.bare else one.low
    if isinstance(aim, PaceTarget):
        return aim.low.over(mm) * 49 <= ns * 50 and ns * 49 <= aim.high.over(mm) * 50
    if not isinstance(aim, TimeTarget):
        return False
    high = (one.high or one.low) * (ns // one.low)
    around = ns <= aim.low_ns <= aim.high_ns <= high and (high - ns) * 6 <= ns  # averaging 48 (46-50)
    return around or _same_time(aim, mm, ns, 50)


def _same_time(aim: TimeTarget, mm: int, ns: int, close: int) -> bool:
    """Is this the time of the rep, or of a lap, a kilometre or a mile of it, to a part in `close`?"""
    times = (ns, *(ns * mm // part for part in _PARTS if part < mm))
    return any(aim.low_ns * (close - 1) <= one * close and one * (close - 1) <= aim.high_ns * close for one in times)


def _is_recovery(entry: Entry, one: Length, more: bool) -> bool:
    """`4 x 5 min (2 min)`, `3 x 2 miles (3 min)`: a time that is none in which the rep, or a lap of it, is run.

    `6 x 800 in 2:20 (400)`: or a distance behind their target.

    `more`: does another rep follow?
    """
    length = entry.length
    if length is None or not (entry.lacks and more):
        return False
    if not one.timed:
        jogged = (one.far or one.low // M in BARE_METRES) and one.low <= (entry.distance_mm() or 0)
        lapped = any(isinstance(aim, PaceTarget) and aim.low.per_mm == one.low for aim in entry.targets)
        return jogged and entry.repeated and bool(entry.targets or (entry.piece and entry.piece.words)) and not lapped
    if entry.timed:
        return one.low <= length.low and (entry.repeated or one.low <= 5 * MINUTE_NS)
    if not entry.repeated:
        return False
    if entry.targets and isinstance(aim := entry.targets[0], TimeTarget):
        mm = entry.distance_mm()
        return mm is not None and not _same_time(aim, mm, one.low, 6)
    return one.low >= _LONGEST_LAP_NS and not believable(TimeTarget(one.low, one.high or one.low), length)


def _either(entry: Entry, part: BracketPart, one: Length, found: TimeTarget) -> Refusal:
    """`800m (85 sec)`: its target, its recovery, or the target of each lap?"""
    refusal = part.at.refuse("this could be the target or the recovery; write @ before it or rest behind it")
    timed, mm = any(leaf.timed for leaf in entry.leaves()), entry.distance_mm()
    if one.bare and not 6 * M <= one.low < SECONDS_BELOW * M:
        refusal.mended(part.at.end, one.end, *([f"@ {one.at.text} pace"] if mm and one.low > mm else []))
    elif not timed and all(believable(found, leaf.length) for leaf in entry.leaves()):
        refusal.mended(part.at.end, one.at.start, "@ ")
    elif not timed and found.high_ns < 2 * MINUTE_NS:
        refusal.mended(part.at.end, one.end, f"@ {one.at.text}{one.unit or 's' * one.bare}/400")
    elif not timed and mm and mm >= 3 * KM_MM and found.low_ns >= 2 * MINUTE_NS:  # 6 km tempo (3:40)
        refusal.mended(part.at.end, one.at.start, "@ ")
    far = one.bare and one.low // M in BARE_METRES
    return refusal.mended(one.end, one.end, *((" jog", " rest") if far else (" rest", " jog")))
