"""Now against then, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trackbuddy.present.log_line import day
from trackbuddy.results import words

if TYPE_CHECKING:
    from trackbuddy.results.compare import Comparison


def compared(one: Comparison) -> str:
    """`last time 34.4, Mon 9 Nov 2026: now 0.3 faster`."""
    when = f", {day(one.wall).replace('  ', ' ')}" if one.wall else f" of {one.of} sessions"
    target = f", target {one.target}" if one.target else ""
    said = f"{one.kind} {words.timed(one.average_ns)}{when}{target}"
    said += f": {one.text}" if one.text else ""
    return f"{said}; then {one.apart}" if one.apart else said
