"""Charts as inline SVG: reps against their target, laps within a rep, a season. Colours come from the page's style."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

from trackbuddy.results import words
from trackbuddy.results.compare import Past
from trackbuddy.results.judge import tolerance
from trackbuddy.results.rows import Lap, Row
from trackbuddy.units import NS, M, Pace

WIDTH: Final = 440
HEIGHT: Final = 200
LEFT: Final = 54
RIGHT: Final = 8
TOP: Final = 10
BOTTOM: Final = 24
_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_MOST_LABELS: Final = 16


@dataclass(frozen=True, slots=True)
class Axis:
    """Times from bottom to top, and where they stand on the page."""

    low_ns: float
    high_ns: float
    marks: tuple[int, ...]

    def y(self, ns: float) -> float:
        share = (ns - self.low_ns) / (self.high_ns - self.low_ns)
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def axis(times: Sequence[int]) -> Axis:
    """Round marks around all of the times, two tolerances high at the least: level times look level."""
    low, high = min(times), max(times)
    room = max(high - low, 2 * tolerance(low))
    middle = (low + high) / 2
    step = next((step for step in _STEPS if room / (step * NS) <= 4), 3600) * NS
    first = int((middle - room / 2) // step) * step
    last = -int(-(middle + room / 2) // step) * step
    return Axis(first, last, tuple(round(first + k * step) for k in range(round((last - first) / step) + 1)))


def reps_chart(rows: Sequence[Row], name: str) -> str:
    """A bar a rep from its target to its time, the targets' band behind them; a cross where there is no time."""
    ends = [end for row in rows if row.aim for end in (row.aim.low_ns, row.aim.high_ns) if end is not None]
    times = [row.split_ns for row in rows if row.split_ns is not None]
    if not times:
        return ""
    scale = axis([*times, *ends])
    wide = (WIDTH - LEFT - RIGHT) / len(rows)
    parts = list(_grid(scale))
    for place, row in enumerate(rows):
        parts += _bar(row, LEFT + place * wide, wide, scale)
        if place % (1 + len(rows) // _MOST_LABELS) == 0:
            parts.append(_text(LEFT + (place + 0.5) * wide, HEIGHT - 7, str(row.number), "x"))
    said = ", ".join(f"rep {row.number} {words.result(row)}" for row in rows)
    return _svg(parts, name, said)


def _bar(row: Row, x: float, wide: float, scale: Axis) -> Iterator[str]:
    aim, middle = row.aim, x + wide / 2
    low = high = None
    if aim is not None and aim.low_ns is not None and aim.high_ns is not None:
        low, high = aim.low_ns, aim.high_ns
        around = tolerance(high)
        yield _rect(x, scale.y(high + around), wide, scale.y(low - around) - scale.y(high + around), "band", scale)
        if high > low:
            yield _rect(x, scale.y(high), wide, scale.y(low) - scale.y(high), "aim", scale)
        else:
            yield f'<path class="aim-line" d="M{x:.1f} {scale.y(low):.1f}h{wide:.1f}"/>'
    if row.split_ns is None:
        y = scale.y((low + high) / 2 if low is not None and high is not None else (scale.low_ns + scale.high_ns) / 2)
        yield _text(middle, y + 4, words.result(row), "none")
        return
    word = f"{row.judged.word}" if row.judged else "plain"
    far = row.split_ns if low is None or high is None else low if row.split_ns < low else min(row.split_ns, high)
    thick, y = min(wide * 0.6, 26), scale.y(row.split_ns)
    top, bottom = min(y, scale.y(far)), max(y, scale.y(far))
    if bottom - top > 1:
        yield _bar_of(f"stem {word}", middle, thick, top, bottom - top)
    hollow = " out" if row.excluded else ""
    yield _bar_of(f"time {word}{hollow}", middle, thick, y - 2.5, 5)


def _bar_of(kind: str, middle: float, thick: float, top: float, high: float) -> str:
    where = f'x="{middle - thick / 2:.1f}" y="{top:.1f}" width="{thick:.1f}" height="{high:.1f}"'
    return f'<rect class="{kind}" {where}/>'


def laps_chart(rows: Sequence[Row], name: str) -> str:
    """A line a rep through its laps, for reps of several; empty where there are none. Laps that cover two are left
    out. Laps of different lengths are shown as what they come to for 400 m.
    """
    found = [[lap for lap in row.laps if lap.spans == 1] for row in rows if len(row.laps) > 1]
    lines = [_comparable(laps) for laps in found if len(laps) > 1]
    if not lines:
        return ""
    scale, most = axis([ns for line in lines for ns in line]), max(map(len, lines))
    wide = (WIDTH - LEFT - RIGHT) / most
    parts = list(_grid(scale))
    for number, line in enumerate(lines):
        points = " ".join(f"{LEFT + (k + 0.5) * wide:.1f},{scale.y(ns):.1f}" for k, ns in enumerate(line))
        parts.append(f'<polyline class="lap lap-{number % 3}" points="{points}"/>')
    parts += [_text(LEFT + (k + 0.5) * wide, HEIGHT - 7, f"lap {k + 1}", "x") for k in range(most)]
    return _svg(parts, name, "; ".join(" ".join(map(words.timed, line)) for line in lines))


def by_400(rows: Sequence[Row]) -> bool:
    """Whether the laps differ in length, so that they are compared for 400 m."""
    return any(len({lap.mm for lap in row.laps if lap.spans == 1}) > 1 for row in rows)


def _comparable(laps: Sequence[Lap]) -> list[int]:
    ways = {lap.mm for lap in laps}
    if len(ways) == 1 or None in ways:
        return [lap.ns for lap in laps]
    return [Pace(lap.ns, lap.mm).over(400 * M) for lap in laps if lap.mm]


def season_chart(sessions: Sequence[Past], name: str) -> str:
    """A dot a session at its day, its target as a step behind them; empty below two averages."""
    known = [past for past in sessions if past.digest.average_ns is not None]
    if len(known) < 2 or known[0].wall.date() == known[-1].wall.date():
        return ""
    ends = [past.digest.low_ns for past in known if past.digest.low_ns is not None]
    scale = axis([*(past.digest.average_ns or 0 for past in known), *ends])
    first, last = known[0].wall, known[-1].wall

    def x(wall: datetime.datetime) -> float:
        return LEFT + 8 + (WIDTH - LEFT - RIGHT - 16) * ((wall - first) / (last - first))

    parts = list(_grid(scale))
    for one, two in pairwise(known):
        if one.digest.low_ns is not None:
            y = scale.y(one.digest.low_ns)
            parts.append(f'<path class="aim-line" d="M{x(one.wall):.1f} {y:.1f}H{x(two.wall):.1f}"/>')
    points = " ".join(f"{x(past.wall):.1f},{scale.y(past.digest.average_ns or 0):.1f}" for past in known)
    parts.append(f'<polyline class="lap lap-0" points="{points}"/>')
    for past in known:
        against = past.digest.against
        word = str(against.word) if against else "plain"
        y = scale.y(past.digest.average_ns or 0)
        parts.append(f'<circle class="time {word}" cx="{x(past.wall):.1f}" cy="{y:.1f}" r="4"/>')
    parts.append(_text(LEFT + 4, HEIGHT - 7, f"{first:%Y-%m-%d}", "from"))
    parts.append(_text(WIDTH - RIGHT, HEIGHT - 7, f"{last:%Y-%m-%d}", "until"))
    said = ", ".join(f"{past.wall:%Y-%m-%d} {words.timed(past.digest.average_ns or 0)}" for past in known)
    return _svg(parts, name, said)


# --- pieces ---------------------------------------------------------------------------------------------------------


def _svg(parts: Sequence[str], name: str, said: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{escape(name)}</title>'
        f"<desc>{escape(said)}</desc>{''.join(parts)}</svg>"
    )


def _grid(scale: Axis) -> Iterator[str]:
    for ns in scale.marks:
        y = scale.y(ns)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield _text(LEFT - 6, y + 4, words.time(ns), "y")


def _rect(x: float, y: float, wide: float, high: float, kind: str, scale: Axis) -> str:
    """Within the plot, whatever the band."""
    top, bottom = max(y, scale.y(scale.high_ns)), min(y + high, scale.y(scale.low_ns))
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{top:.1f}" width="{wide + 0.3:.1f}" height="{max(bottom - top, 0):.1f}"/>'
    )


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'
