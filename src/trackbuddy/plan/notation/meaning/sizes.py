"""Sessions that nobody runs: too many reps, reps too long, a pair without a count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.notation.figures.lengths import LONGEST_TIMED_REP_NS
from trackbuddy.plan.notation.meaning.entries import Entry
from trackbuddy.plan.notation.refusal import Refusal, around
from trackbuddy.plan.notation.syntax import Joint, Piece, RecoveryPart, SendOffPart
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget
from trackbuddy.units import KM_MM, MINUTE_NS, NS, M

_LISTED: Final = (Joint.COMMA, Joint.TIGHT, Joint.PLUS, Joint.THEN)
MAX_REPS: Final = 1000
"""Reps in a session, all rounds counted."""
MAX_DISTANCE_MM: Final = 200 * KM_MM
MAX_TIME_NS: Final = 24 * 60 * MINUTE_NS
MOST_OF_A_BLOCK_NS: Final = 8 * 60 * MINUTE_NS
"""All reps of a block together; 20 x 30:30 was meant to be half minutes."""

_SHORT_NS: Final = 90 * NS
_SHORT_MM: Final = 400 * M
"""So short a piece is run once nowhere: `10 min easy, 30s fast, 30s easy, 10 min easy`."""


def check_pair(entries: Sequence[Entry]) -> None:
    """`400 hard -- 200 easy`, `25 min fartlek, 1 min on, 1 min off`: how often is a pair run, which nothing follows?"""
    work = [entry for entry in entries if not entry.around]
    for one in work:
        others = [entry for entry in work if entry is not one]
        pair, last, after = one.piece is not None and one.piece.pair is not None, one is entries[-1], one.recovery
        size = one.length.low if one.length is not None and len(others) < 2 else MAX_TIME_NS
        short = one.words and size <= (_SHORT_NS if one.timed else _SHORT_MM)
        held = (last or short) and isinstance(after, RecoveryPart) and after.lengths
        sent = last and isinstance(after, SendOffPart) and not others
        own = any(entry.repeated or not (entry.lacks or entry.recovery is after) for entry in others)
        listed = any(_near(entry, one) for entry in others) or (own and not pair)
        if one.single and one.count is None and (pair or held or sent) and not listed:
            refusal = one.at.refuse(
                "how many times? Write it like 8 x 400m, 200m jog; nothing follows one rep's recovery"
            )
            raise _several_laps(one, refusal)


def _several_laps(one: Entry, refusal: Refusal) -> Refusal:
    """`8 laps, 90s rest after each`, `three miles, 2 min between`: so many of one each."""
    size = one.length
    if size is not None and size.unit in ("lap", "mile", "km") and not size.at.number % 1 and size.at.number > 1:
        refusal.mended(size.at.start, size.end, f"{size.at.number} x 1 {size.unit}")
    return refusal


def _near(entry: Entry, pair: Entry) -> bool:
    """Could both be of one list? A rep much longer than one with its recovery is what many such pairs come to."""
    whole, part = entry.length, pair.length
    alike = whole is not None and part is not None and whole.timed is part.timed
    alike = alike and entry.recovery in (None, pair.recovery)  # 400m, no rest; 50m, 50m recovery
    return entry.single and not (alike and whole is not None and part is not None and whole.low >= 4 * part.low)


def check_counted(entries: Sequence[Entry]) -> None:
    """`3 x 400, 60s rest, 200, 4 min rest`: nothing follows that rest, unless the 3 counts the 200 too."""
    first, last = entries[0], entries[-1]
    if len(entries) < 2 or not first.repeated or first.piece is None or last.piece is None or last.length is None:
        return
    held, before = last.recovery, entries[-2].recovery
    apart = held is not None and held.joint is Joint.SEMICOLON  # 4 x 700, 75s rest; 300; 4 min rest
    listed = (*_LISTED, Joint.SEMICOLON) if apart or held is None else _LISTED
    if not all(one.single and one.count is None and not one.around and one.joint in listed for one in entries[1:]):
        return
    if first.piece.pair is not None and last.piece.pair is not None:
        raise _counted(first.piece, last, last.piece.end)
    if isinstance(held, RecoveryPart) and (held.lengths or held.open_words) and held is not before:
        if before is not None or all(one.joint is Joint.COMMA for one in entries[1:]):
            raise _counted(first.piece, last, held.end)
    elif held is None and _shaped_alike(first, last):
        raise _counted(first.piece, last, last.piece.end)


def _shaped_alike(first: Entry, last: Entry) -> bool:
    """`4 x 600 hard 200 jog 200 hard`: in one breath, or by the same effort, as the parts of a set are written."""
    jog, one, other = first.recovery, first.piece, last.piece
    if not isinstance(jog, RecoveryPart) or jog.lead or not jog.lengths or one is None or other is None:
        return False
    breath = last.joint is Joint.TIGHT and jog.joint is Joint.TIGHT
    return (breath or one.words is not None) and one.words == other.words and not last.targets


def _counted(first: Piece, last: Entry, end: int) -> Refusal:
    refusal = last.at.refuse("the count could be for the whole list or for its first item; use brackets")
    refusal.rewritten(*around(first.at.start, end))
    return refusal.mended(last.at.start, last.at.start, "1 x ")


def check_size(entries: Sequence[Entry]) -> None:
    total = sum(_reps(entry) for entry in entries)
    if total > MAX_REPS:
        raise entries[0].at.refuse(f"this makes {total} reps; a session has at most {MAX_REPS}")


def check_long(entry: Entry, repeated: bool = False) -> None:
    """Eight times 800 minutes, or 400 km: read so by a unit, meant by nobody."""
    repeated = repeated or entry.repeated
    for child in entry.children:
        check_long(child, repeated)
    one, timed = entry.length, entry.timed
    if one is None:
        return
    if timed and _reps(entry) * one.low > MOST_OF_A_BLOCK_NS and entry.repeated:
        raise one.at.refuse("nobody runs reps of this length so often; check its unit, and write it like 8 x 3min")
    longest = LONGEST_TIMED_REP_NS if timed else 50 * KM_MM
    if one.low > (longest if repeated else MAX_DISTANCE_MM if not timed else 4 * longest):
        raise one.at.refuse("nobody runs reps of this length; check its unit, and write it like 8 x 400m or 8 x 3min")


def _reps(entry: Entry) -> int:
    count = entry.count.low if entry.count is not None and entry.count.low is not None else 1
    return count * (1 if entry.piece is not None else sum(_reps(child) for child in entry.children))


def check_clock(entries: list[Entry]) -> None:
    """`1:15 easy`, `1:00 easy, 6 x 100m strides`: a run in hours and minutes, or in minutes and seconds?"""
    first, one = entries[0], entries[0].length
    alone = len(entries) == 1 and all(isinstance(aim, EffortTarget) for aim in first.targets)
    eased = first.around and not any(other.length and other.length.at.kind is Kind.CLOCK for other in entries[1:])
    if one is None or one.high or one.at.kind is not Kind.CLOCK or first.repeated or not (alone or eased):
        return
    if one.low <= 3 * MINUTE_NS and (one.low < 100 * NS or one.low % MINUTE_NS == 0):
        refusal = one.at.refuse(f"{one.at.text} could be hours and minutes, or minutes and seconds; write its unit")
        raise refusal.mended(one.at.start, one.at.end, f"{one.low // NS} min", f"{one.low // NS} s")
