"""Targets of reps that are named by their size: `the 1000s at 10k pace, the quarters at 3k pace`, `1000s: 3:20`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.counts import plural
from trackbuddy.plan.notation.figures.efforts import effort
from trackbuddy.plan.notation.figures.phrases import named_target
from trackbuddy.plan.notation.figures.targets import one_more
from trackbuddy.plan.notation.syntax import Joint, TargetPart
from trackbuddy.plan.notation.text.lexicon import DISTANCES, MODES
from trackbuddy.plan.target import Target
from trackbuddy.units import KM_MM, M

_LEADING: Final = ("@", "at", "in", ":", "=", "-")


@tentative
def named_by_size(cursor: Cursor, between: Joint) -> list[TargetPart]:
    """`Intensity: 600m at 1500m pace, 300m at 800m pace`, `The 1000s and 700s go at threshold, 400 at 3k`."""
    titled = cursor.accept("intensity", "target", "pace", "effort") and cursor.accept(":", "-", "=")
    found: list[TargetPart] = []
    while more := _aimed(cursor, between, bool(titled), bool(found)):
        found += more
    return found


@tentative
def _aimed(cursor: Cursor, between: Joint, titled: bool, further: bool) -> list[TargetPart]:
    if further and not cursor.accept(",", "and", "&", ";"):
        return []
    at, sizes = cursor.peek(), list[int]()
    while (size := _size(cursor, titled or further)) is not None:
        sizes.append(size)
        cursor.accept("and", "&", ",")
    aim = _aim(cursor) if sizes and (cursor.sees(*_LEADING) or not further) else None
    return [TargetPart(at, between, (aim,), size, cursor.back().end) for size in sizes] if aim is not None else []


@tentative
def _size(cursor: Cursor, named: bool) -> int | None:
    """Millimetres of the 300s, the quarters, `each 300m`; a mere length is named behind `the`, or behind another."""
    every = cursor.accept("all")
    named = cursor.accept("the", "each") is not None or every is not None or named
    one, sign = cursor.next(), cursor.peek()
    if one.text in ("mile", "quarter", "thousand"):
        return DISTANCES[one.text] if named or one.raw.lower() != one.text else None
    if sign.raw.lower() == "ks" and one.number:
        return int(one.number * KM_MM) if cursor.next() else None
    cursor.accept("s", "'s", "m", "metres")
    cursor.accept("reps")
    return int(one.number) * M if plural(one, sign) or (named and one.number >= 100) else None


@tentative
def _aim(cursor: Cursor) -> Target | None:
    """What is said of them: led in by a sign, or told by its own word."""
    cursor.skip("is", "gos", "run", "all")
    if cursor.accept(*_LEADING):
        cursor.accept("@", "at")
        found = one_more(cursor)
    else:
        found = named_target(cursor) or (effort(cursor) if not cursor.figure_here() else None)
    return None if cursor.sees(*MODES, "recovery", "break", "between", "off", "x") else found
