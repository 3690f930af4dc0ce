"""How fast a recovery is: whose are a pace and a time that stand behind one, and can it be covered in that time?"""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.figures.lengths import as_recovery, length
from trackbuddy.plan.notation.figures.targets import target
from trackbuddy.plan.notation.refusal import Edit
from trackbuddy.plan.notation.syntax import Length, RecoveryPart
from trackbuddy.plan.notation.text.lexicon import DISTANCES, TIMES
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import PaceTarget, TimeTarget
from trackbuddy.units import NS, M

_SPEEDS: Final = {Mode.WALK: (0.8, 2.2), Mode.JOG: (1.8, 3.8), Mode.FLOAT: (3.0, 7.0)}
"""Metres a second that are walked, jogged or floated."""
_SLOWEST: Final = 0.2
_FASTEST: Final = 7
"""Metres a second: outside of these no recovery is walked, jogged or run."""


def check_aim(cursor: Cursor, bag: RecoveryPart) -> None:
    """`w/ 90s jog @ 6:00/km`, `w/ 200m float @ 50`: how fast is jogged, or how fast the reps are run?"""
    moving = cursor.back()
    if bag.mode not in _SPEEDS or not bag.lengths or not cursor.sees("@", "at"):
        return
    with cursor.ahead():
        at, begin = cursor.next(), cursor.index
        aim, said, end = target(cursor), cursor.written(begin), cursor.back().end
        plain = all(one.kind not in (Kind.WORD, Kind.CLOCK) for one in cursor.tokens[begin : cursor.index])
    if isinstance(aim, PaceTarget) and moving.text == "jog":
        refusal = at.refuse("this pace could be that of the jog or of the reps; write float for a jog at a pace")
        refusal.mended(moving.start, moving.end, "float")
    elif isinstance(aim, TimeTarget) and not (plain and bag.mode is Mode.JOG) and _covered(bag, bag.mode, aim):
        refusal = at.refuse("this time could be for the recovery or for the rep; write in before the recovery's")
        refusal.mended(at.start, end, f"in {said}{'s' if plain else ''}")
    else:
        return
    raise refusal.rewritten(_moved(cursor, bag, f" @ {said}"), (at.start, end, ""))


def _covered(bag: RecoveryPart, mode: Mode, aim: TimeTarget) -> bool:
    """Is the distance of the recovery walked, jogged or floated in this time?"""
    one = bag.lengths[0]
    if len(bag.lengths) != 1 or one.timed or bag.way is not None or bag.noun or bag.eased:
        return False
    slowest, fastest = _SPEEDS[mode]
    return slowest * aim.high_ns / NS <= as_recovery(one, moving=True).low / M <= fastest * aim.low_ns / NS


def time_taken(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`equal recovery in 90 sec`, `jog down recovery in 3 minutes`: what the recovery takes, or the rep? Asked."""
    unmeasured = bag.equal or bag.open_words not in (None, "open")
    at, begin = cursor.peek(), cursor.index + 1
    found = length(cursor) if unmeasured and not bag.lengths and cursor.accept("in") else None
    if found is None or not found.timed:
        return False
    if _by_time(cursor, bag):
        bag.lengths = (found,)
        return True
    said, end = cursor.written(begin), cursor.back().end
    refusal = at.refuse("this time could be for the recovery or for the rep; write of before the recovery's, or @")
    if not bag.equal:
        raise refusal.mended(at.start, at.end, "of", "@")
    refusal.rewritten((bag.at.start, end, f"with {said} recovery"))
    raise refusal.rewritten(_moved(cursor, bag, f" @ {said}"), (at.start, end, ""))


def _by_time(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`8 x 2 min uphill, jog down in 3 min`: reps by time alone take no other, so that this one is the recovery's."""
    before = cursor.tokens[: cursor.tokens.index(bag.at)]
    timed = any(one.kind is Kind.CLOCK or one.text in TIMES for one in before)
    return timed and not bag.equal and not any(one.text in DISTANCES or one.number >= 100 for one in before)


def check_speed(one: Length, other: Length) -> None:
    """`90s rest (3200m)`, `200m jog (30 min)`: a sum of the session, and no measure of the recovery."""
    time, distance = (one, other) if one.timed else (other, one)
    if not time.timed or distance.timed:
        return
    metres, seconds = as_recovery(distance, moving=True).low / M, time.low / NS
    if seconds and not _SLOWEST * seconds <= metres <= _FASTEST * seconds:
        refusal = other.at.refuse("nobody recovers so far in this time; leave out what is the sum of the session")
        raise refusal.mended(other.at.start, other.end, f"note: {other.at.raw}{other.unit}")


def _moved(cursor: Cursor, bag: RecoveryPart, words: str) -> Edit:
    """The words put before the recovery, where the reps end."""
    index = next(index for index, token in enumerate(cursor.tokens) if token is bag.at)
    while index > 0 and cursor.tokens[index - 1].text in (",", ";", "(", "["):
        index -= 1
    end = cursor.tokens[max(index - 1, 0)].end
    return (end, end, words)
