"""A time behind reps that is no run of its own: their rest, their send-off, or the time in which they are run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.figures.counts import MAX_COUNT
from trackbuddy.plan.notation.figures.lengths import in_seconds
from trackbuddy.plan.notation.figures.plausible import as_run, never_rested, runnable, second_time, too_fast
from trackbuddy.plan.notation.figures.targets import time_of
from trackbuddy.plan.notation.meaning.entries import LISTED, MOVING, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import lacking
from trackbuddy.plan.notation.meaning.sharing import recovery_of
from trackbuddy.plan.notation.refusal import Edit, Refusal, put
from trackbuddy.plan.notation.syntax import (
    Dimension,
    Header,
    Joint,
    Length,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    SendOffPart,
    TargetPart,
    Work,
)
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import PaceTarget, RaceTarget, TimeTarget
from trackbuddy.units import MINUTE_NS, NS, M, Pace

_FAST: Final = 4  # metres a second
_RACES: Final = ("1500", "mile", "3k", "5k", "10k")
CLOSE: Final = (Joint.COMMA, Joint.TIGHT, Joint.DASH)


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing that a piece could be."""

    name: str
    part: Work | RecoveryPart | SendOffPart | TargetPart
    edits: tuple[Edit, ...] | None = None
    question: str = "this could be {}; write which"
    counted: int = 0
    """The index behind the list that is counted with the reps before; 0 where it isn't."""
    size: int = 1
    """How many of the parts it takes."""
    said: str = ""
    """Why it is taken for that without a question."""
    strained: bool = False
    """It is no likelier than that sets are spoken of where there are none."""


def aimed(rest: list[Part]) -> bool:
    return bool(rest) and isinstance(rest[0], TargetPart) and rest[0].joint is Joint.TIGHT


def no_longer(one: Length, rep: Length | None) -> bool:
    """Of two times, is this no longer than the rep?"""
    return rep is not None and one.timed and rep.timed and one.low <= rep.low


def as_rest(part: Piece, mode: Mode, name: str) -> Meant:
    return Meant(name, recovery_of(part, mode), (put(part.end, f" {mode.value}"),))


def is_rest(before: Entry, leaf: Entry, part: Piece, rest: list[Part]) -> bool:
    """A mere time behind distances, or behind repeated reps on their line, is a rest without its word."""
    length = leaf.length
    distances = length is not None and not length.timed
    if part.joint is Joint.THEN and (before.repeated or distances) and any(isinstance(one, Repeat) for one in rest):
        return True  # 8 x 1 min w/ 1 min then 5 min then 4 x 30s
    joined = (part.joint is Joint.PLUS or (part.joint is Joint.THEN and not before.repeated)) and not before.lacks
    listed = bool(rest) and rest[0].joint is Joint.DASH
    dashed = before.joint is Joint.DASH and not before.at.gap
    closed = dashed and not listed and part.joint is Joint.COMMA  # 4-3-2 min, 60s
    return (distances and not joined) or ((before.repeated or closed) and part.joint in CLOSE)


def run_in(leaf: Entry, part: Piece, following: list[Part]) -> Meant | None:
    """`8 x 600m, 2:06, recovery 2 min`: with their recovery behind it the time is that of the reps."""
    time, recovery = part.length, following[0] if following else None
    if time is None or not isinstance(recovery, RecoveryPart) or not recovery.lengths or recovery.joint.loose:
        return None
    named = recovery.noun and not recovery.scope and not work_follows(following)
    aim, high = time_of(time), time.high or time.low
    fast = leaf.length is not None and not leaf.length.timed and leaf.length.low / M * NS >= _FAST * high
    in_turn = (
        leaf.count is not None and leaf.count.low == 3 and recovery.lengths[0].timed
    )  # 3 x 800m, 3 min, 2 min rest
    if (
        aim is None
        or leaf.targets
        or in_turn
        or recovery.scope.nth
        or not (fast and leaf.repeated and (named or recovery.scope.range is Range.REPS))
    ):
        return None
    start = recovery.at.start
    anded = recovery.joint is Joint.COMMA and start - part.end > len(", ")
    joined = (anded or recovery.joint is Joint.SLASH) and not recovery.scope
    if joined and recovery.lengths[0].timed and time.low < recovery.lengths[0].low:  # 60s/90s rest, 60s and 90s rest
        refusal = part.at.refuse("these could be two rests, or the time of the reps and their rest; write which")
        refusal.mended(part.end, start, "-").rewritten(put(part.at.start, "@ "), (part.end, start, ", "))
        raise refusal.decisive()
    told = TargetPart(part.at, Joint.TIGHT, (aim,), end=part.end)
    return Meant("their target", told, said="a time before the recovery is taken as that of the reps")


def told_time(level: Level, part: Piece, following: list[Part]) -> Meant | None:
    """`4 x 1 mile, 3 min jog, tempo 5:40`: a time with an effort in which the reps can be run is theirs.

    A round one may be a run of its own, but for a list with as many times as there are reps. So is a mere time theirs
    behind their recovery, and one before it that nobody rests: `8 x 400, 90s rest. 72.`
    """
    before = level.last
    alone = before.single and level.alone()
    time, rep = part.length, _untimed(before, alone)
    if time is not None and time.unit == "lap" and rep is not None and 50 <= time.at.number <= 130 and part.plain:
        lap = PaceTarget(Pace(int(time.at.number * NS), 400 * M), Pace(int(time.at.number * NS), 400 * M))
        said = f"{time.at.text} laps are taken as laps in {time.at.text} s"
        return Meant("their pace", TargetPart(part.at, Joint.TIGHT, (lap,), end=part.end), said=said)
    apart = part.joint in (Joint.THEN, Joint.PLUS) or part.label is not None or aimed(following)
    if time is None or time.far or rep is None or apart or not (part.plain or part.words):
        return None
    behind = takewhile(lambda one: isinstance(one, Piece) and one.plain and one.joint in LISTED, following[:MAX_COUNT])
    listed = [one.length for one in behind if isinstance(one, Piece) and one.length is not None]
    in_turn = before.piece is not None and before.count is not None and len(listed) + 1 == before.count.low
    in_turn = in_turn and not part.plain
    times = [time, *(listed if in_turn else [])]
    aims = tuple(filter(None, map(time_of, times)))
    metres = time.bare and not (20 * M <= time.low < 120 * M and (in_turn or time.low % (100 * M)))
    if metres or len(aims) < len(times) or not all(map(partial(_takes, rep), aims)):
        return None
    first = in_seconds(time)
    odd, clock = never_rested(first), not time.unit and first.low % (10 * NS if time.bare else MINUTE_NS) > 0
    held, after = recovered(before), isinstance(following[0] if following else None, RecoveryPart | SendOffPart)
    if part.plain and (
        listed or (not (odd and (held or after or alone)) and not (held and not work_follows(following)))
    ):
        return None
    fresh = part.at.start < time.at.start and not any(leaf.targets or leaf.words for leaf in before.leaves())
    sure = in_turn or odd or (clock and (part.plain or fresh))
    if not sure and work_follows(following):
        return None
    kept = f", and “{part.words}” is not kept beside it" if part.words else ""
    said = f"a time in which the reps before it can be run is taken as theirs{kept}" if sure else ""
    aim = TargetPart(part.at, Joint.TIGHT, aims, end=part.end)
    edits = (put(time.at.start, "@ "),)
    return Meant("their target", aim, edits, "this time could be {}; write which", size=len(aims), said=said)


def told_in_turn(level: Level, part: Piece, following: list[Part]) -> Meant | None:
    """`800, 600, 400 w/ 2 min. Fast 2:16, 1:38, 62`: as many times with an effort as reps that take them."""
    run, more = level.run(), list(takewhile(lambda one: isinstance(one, Piece) and one.plain, following[:MAX_COUNT]))
    lengths = [one.length for one in (part, *more) if isinstance(one, Piece) and one.length is not None]
    reps = [entry.length for entry in run if entry.length is not None and not (entry.timed or entry.targets)]
    own = isinstance(next(iter(following[len(more) :]), None), RecoveryPart) and not run[-1].lacks
    if own or not part.words or part.label is not None or not (1 < len(lengths) == len(reps) == len(run)):
        return None
    aims = tuple(filter(None, map(time_of, lengths)))
    if len(aims) < len(reps) or not all(map(_takes, reps, aims)):
        return None
    said = f"times in which the reps before them can be run are theirs, and “{part.words}” is not kept beside them"
    aim = TargetPart(part.at, Joint.TIGHT, aims, end=lengths[-1].end)
    return Meant("their targets", aim, size=len(aims), said=said)


def check_parts(before: Entry, part: Piece, following: list[Part]) -> None:
    """`5 x 1k, 2 min jog, 600 steady, 400 fast`: runs that make up the rep before them may be its parts."""
    joined = (*LISTED, Joint.LINE)
    behind = list(
        takewhile(lambda one: isinstance(one, Piece | TargetPart) and one.joint in (*joined, Joint.TIGHT), following)
    )
    pieces = [part, *(one for one in behind if isinstance(one, Piece))]
    rep, efforts = before.length, {one.words for one in pieces}
    sizes = [one.length.low for one in pieces if one.length is not None and rep and one.length.timed is rep.timed]
    said = sum(one.words is not None for one in pieces) + len(behind) + 1 - len(pieces)
    each = said == len(pieces) <= len(behind) and not before.targets  # 400m @ mile pace, 200m hard
    told = part.joint is not Joint.THEN and ((None not in efforts and len(efforts) == len(pieces)) or each)
    if told and len(pieces) == len(sizes) > 1 and before.repeated and rep is not None and sum(sizes) == rep.low:
        refusal = part.at.refuse("these could be the parts of each rep, or runs behind the reps; write as, or then")
        raise refusal.mended(part.at.start, part.at.start, "as ", "then ")


def check_total(before: Entry, part: Piece, following: list[Part]) -> None:
    """`10 x 400, 60s rest, 4k`: as far as the reps are together; their sum, or one more run?"""
    often, rep, size = before.count, before.length, part.length
    mere = part.plain and part.joint is not Joint.THEN and not (before.lacks or work_follows(following))
    mere = mere and not _printed(part)
    far = size is not None and rep is not None and not (size.timed or rep.timed) and size.low >= 2000 * M
    if size and rep and often and mere and far and (often.low or 0) > 4 and size.low == (often.low or 0) * rep.low:
        refusal = part.at.refuse("this could be what the reps come to, or a run; write total before a sum, or then")
        aimed_at = ("@ ",) if size.at.text in ("3", "5", "10") and size.unit == "km" else ()
        raise refusal.mended(part.at.start, part.at.start, *aimed_at, "total ", "then ")


def told_race(before: Entry, part: Piece, following: list[Part]) -> Meant | None:
    """`8 x 400, 60s rest, 5k`: the name of a race may be the pace of the reps before it, and is before their rest."""
    size, leaves = part.length, list(before.leaves())
    name = f"{size.at.text}{'k' if size.unit == 'km' else ''}".lower() if size is not None else ""
    mere = part.plain and part.joint in (Joint.COMMA, Joint.SEMICOLON, Joint.SENTENCE) and before.repeated
    mere = mere and not _printed(part)
    longer = all(one.length is not None and not one.timed and size and one.length.low < size.low for one in leaves)
    if not (mere and longer and name in _RACES) or aimed(following) or any(one.targets or one.words for one in leaves):
        return None
    aim = TargetPart(part.at, Joint.TIGHT, (RaceTarget(name),), end=part.end)
    rested = before.lacks and len(following) == 1 and isinstance(following[0], RecoveryPart)
    said = f"{name} before the rest is taken as the pace of the reps" if rested and part.joint.loose else ""
    return Meant("their pace", aim, (put(part.at.start, "@ "),), said=said)


def _printed(part: Piece) -> bool:
    """Is it written as a run is printed behind reps: `; 5km`, `; 2000m`?"""
    size = part.length
    spelled = size is not None and (size.unit == "m" or size.end - size.at.end > len("k"))
    return part.joint is Joint.SEMICOLON and spelled


def check_pace(before: Entry, part: Piece, following: list[Part]) -> None:
    """`20 min tempo, 6:05`: behind timed reps the time of a clock in which none is run is their pace; for a km?"""
    time, leaf = part.length, [*before.leaves()][-1]
    clock = time is not None and time.timed and not time.unit and time.low % (30 * NS) > 0
    named = leaf.length is not None and leaf.timed and bool(leaf.length.unit) and not leaf.targets
    behind = named and (before.repeated or (before.lacks and leaf.words is not None))
    beside = part.joint is Joint.COMMA and not any(isinstance(one, Work) for one in following[:1])
    if time is not None and clock and behind and beside and 150 * NS < time.low < 600 * NS and not aimed(following):
        refusal = part.at.refuse("this could be the pace of the reps, per km or per mile; write it like @ 3:30/km")
        start = leaf.piece.end if leaf.piece is not None else 0
        end = leaf.recovery.end if isinstance(leaf.recovery, RecoveryPart) else start
        for way in ("/km", "/mile"):
            told = f"{' ' + part.words if part.words else ''} @ {time.at.raw}{way}"
            refusal.rewritten(put(start, told), (end, part.end, ""))
        raise refusal


def _untimed(before: Entry, alone: bool) -> Length | None:
    """The one distance of these reps, where they are repeated or stand alone, and no time has been given for them."""
    leaves = list(before.leaves())
    sizes = {leaf.length.low: leaf.length for leaf in leaves if leaf.length is not None and not leaf.timed}
    timed = any(isinstance(aim, TimeTarget | PaceTarget) for leaf in leaves for aim in leaf.targets)
    return sizes.popitem()[1] if len(sizes) == 1 and (before.repeated or alone) and not timed else None


def recovered(before: Entry) -> bool:
    """Is their recovery said in so many words? A second one can't be meant behind it."""
    held = before.recovery or [*before.leaves()][-1].recovery
    worded = isinstance(held, RecoveryPart) and not (held.lengths and held.lengths[-1].end == held.end)
    return held is not None and (worded or not held.at.is_figure) and not (lacking(before) or before.lent)


def check_eased(before: Entry, part: RecoveryPart) -> None:
    """`8 x 400, 90s rest. Easy 78.`: the time in which the reps are run, or a run of its own?"""
    one, leaf = part.lengths[0], list(before.leaves())[-1]
    aim = time_of(one)
    free = before.repeated and not leaf.targets and leaf.length is not None and not leaf.timed
    odd = aim is not None and aim.low_ns % MINUTE_NS > 0 and aim.low_ns < 2 * MINUTE_NS
    if not (free and odd and aim and leaf.length and _takes(leaf.length, aim)):
        return
    refusal = part.at.refuse("this could be the time of the reps before it, or a run of its own; write @ or run")
    raise refusal.mended(part.at.start, one.at.start, "@ ").mended(part.end, part.end, " run")


def check_jogged(leaf: Entry, jog: Part, part: Piece) -> None:
    """`6 x 400 hard 66 easy 400`: with a length behind the word the time before it is that of the reps."""
    if not isinstance(jog, RecoveryPart) or len(jog.lengths) != 1 or jog.mode not in MOVING or not part.plain:
        return
    tight = jog.joint is part.joint is Joint.TIGHT and not (jog.noun or jog.lead or jog.scope or leaf.targets)
    time, aim = jog.lengths[0], time_of(jog.lengths[0])
    far = part.length is not None and not part.length.timed
    if tight and far and aim and leaf.repeated and leaf.length and _takes(leaf.length, aim):
        refusal = time.at.refuse(
            "this time could be that of the reps, or of the jog behind them; write @ before the reps'"
        )
        raise refusal.mended(time.at.start, time.at.start, "@ ")


def _takes(rep: Length, aim: TimeTarget) -> bool:
    """Can the rep be run in this time, or in that for a lap, a kilometre or a mile of it?"""
    try:
        found, _ = as_run(aim, rep, rep.at)
    except Refusal:
        return False
    if isinstance(found, PaceTarget):
        return found.low.per_mm <= rep.low
    return not too_fast(rep.low, aim.high_ns)  # 500m, 2 sec/lap hard


def last_in_turn(before: Entry, part: Piece) -> RecoveryPart | None:
    """The 3 min of `4 x 1200m, R1=90s, R2=2min, then 3 min`: what follows the last that was numbered."""
    gaps = (before.count.low or 0) - 1 if before.count is not None else 0
    mere = part.plain and part.length is not None and part.length.timed
    return recovery_of(part, Mode.REST) if mere and 0 < len(before.indexed) < gaps else None


def rests(leaf: Entry, part: Piece, following: list[Part]) -> list[Meant]:
    """A rest or a send-off; a send-off in which the rep can't be run is none."""
    length = part.length
    assert length is not None
    rest = as_rest(part, Mode.REST, "their rest")
    if _too_short_to_start(leaf, length) and not _listed(leaf, following):
        return [replace(rest, said="a time alone behind reps, too short to start them by, is taken as their rest")]
    sent = SendOffPart(part.at, part.joint, length.low, end=part.end)
    started = Meant("the send-off", sent, (put(part.at.start, "on "),))
    return [replace(rest, question="a time alone behind reps could be {}; write which"), started]


def _too_short_to_start(leaf: Entry, sent: Length) -> bool:
    """Would the next rep start before this one is over? Bare numbers may be short by a unit, and are asked about."""
    aim, length = leaf.targets[0] if len(leaf.targets) == 1 else None, leaf.length
    if length is None or not sent.timed or sent.high is not None or sent.low < 5 * NS:
        return False  # nobody rests 2 s
    if length.timed:
        return no_longer(sent, length)
    took = aim.low_ns if isinstance(aim, TimeTarget) else aim.low.over(length.low) if isinstance(aim, PaceTarget) else 0
    return sent.low <= took or too_fast(length.low, sent.low)


def _listed(leaf: Entry, following: list[Part]) -> bool:
    """`4 x 90s, 60s, 30s`: times behind a time of which nothing is said may be run in turn."""
    goes_on = bool(following) and isinstance(following[0], Piece) and following[0].joint in LISTED
    return leaf.timed and (goes_on or not (leaf.targets or leaf.words))


def between_sets(part: Part) -> bool:
    return isinstance(part, RecoveryPart) and part.scope.range is Range.SETS


def work_follows(rest: list[Part]) -> bool:
    return any(isinstance(one, Work) or (isinstance(one, Header) and one.count.low != 1) for one in rest)


def check_second(entry: Entry) -> None:
    """`2 x 800 @ 2:20, 3:00`: no two reps alike are run in times so far apart, nor is one time said twice."""
    times = [one.low_ns for one in entry.targets if isinstance(one, TimeTarget)]
    if len(times) == 2 and entry.lacks and (times[0] == times[1] or 20 * max(times) > 23 * min(times)):
        refusal = entry.at.refuse("the second time could be the next rep's or the rest; write rest behind a rest")
        words = ("s rest", " rest") if second_time(entry.targets)[0].endswith("s rest") else (" rest",)
        raise refusal.mended(entry.aimed_end, entry.aimed_end, *words)


def with_point(entry: Entry, one: Length) -> Length:
    """`6 x 800 (2.45)`, `5 x 600m (1.45-1.50)`: minutes with a point, where nobody runs the rep in such seconds."""
    mms = [leaf.distance_mm() or 0 for leaf in entry.leaves()]
    if not one.bare or not all(too_fast(mm, one.low * 1_000_000) for mm in mms):
        return one
    decimals = one.at.text.partition(".")[2]
    low, high = ((end // M * 60 + end % M // 10) * NS for end in (one.low, one.high or one.low))
    if len(decimals) == 2 and decimals < "60" and all(runnable(mm, low, high) for mm in mms):
        found = replace(one, dimension=Dimension.TIME, low=low, high=one.high and high)
        entry.said.append(f"“{one.at.text}” is taken as {print_target(TimeTarget(low, low))}, minutes with a point")
        return found
    return one


def check_seconds(entry: Entry, one: Length) -> None:
    """`5 x 1000 (3), 2 min rest`: a figure of fewer seconds than anybody runs the rep in."""
    if one.bare and one.low < 10 * M and all((leaf.distance_mm() or 0) >= 100 * M for leaf in entry.leaves()):
        refusal = one.at.refuse("nobody runs the rep in this time; write min behind minutes, or RPE before an effort")
        raise refusal.mended(one.end, one.end, " min").mended(one.at.start, one.at.start, "@ RPE ")
