"""Reps against their target in half blocks: a bar a rep from the target to its time, the band of what counts as on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.present.ink import FAINT, Colour, Ink, Look, mix
from trackbuddy.present.rows import Row, Span, gap
from trackbuddy.results import words
from trackbuddy.results.judge import Word, tolerance
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row as Rep
from trackbuddy.results.rows import Standing
from trackbuddy.units import NS

LABEL: Final = 7
"""Cells for the times at the left."""
_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_INKS: Final = {Word.ON: Ink.ON, Word.FAST: Ink.FAST, Word.SLOW: Ink.SLOW}
_BAND: Final = mix(Ink.ON, Ink.GROUND, 1)
_WIDEST: Final = 7


def chart(reps: Sequence[Rep], columns: int, rows: int) -> tuple[Row, ...]:
    """Exactly `rows` rows, the last one the reps' numbers; nothing where nothing was timed or there is no room.

    Bars grow from the target to the time, up for slower. Without a target they grow from the fastest.
    """
    times = [rep.split_ns for rep in reps if rep.split_ns is not None]
    wide = min((columns - LABEL - 1) // max(len(reps), 1), _WIDEST)
    if not times or rows < 4 or wide < 2:
        return ()
    height = 2 * (rows - 1)
    ends = [end for rep in reps if rep.aim for end in (rep.aim.low_ns, rep.aim.high_ns) if end is not None]
    low, high = _range([*times, *ends])
    pixels = [[_BAND if on else Ink.GROUND for on in _band(reps, low, high, height)] for _ in reps]
    inks: list[list[Colour | None]] = [[None] * height for _ in reps]
    for place, rep in enumerate(reps):
        _draw(inks[place], rep, min(times), low, high)
    labels = _labels(low, high, height)
    drawn = [_line(labels.get(y, ""), reps, pixels, inks, y, wide) for y in range(rows - 1)]
    numbers = "".join(f"{rep.number:^{wide}}" for rep in reps)
    return (*drawn, (gap(LABEL + 1), Span(numbers, FAINT)))


def sheet_chart(sheet: Sheet, columns: int, rows: int) -> tuple[Row, ...]:
    """Of the reps that have, or could have, a time to compare; one alone is compared with none."""
    reps = [row for row in sheet.rows if row.label not in words.UNAVERAGED and not row.voided]
    reps = [rep for rep in reps if rep.standing is not Standing.COUNTED]
    return chart(reps, columns, rows) if len(reps) > 1 else ()


def _range(times: Sequence[int]) -> tuple[float, float]:
    """Bottom and top: around all times, three tolerances high at the least, so that level times look level."""
    fastest, slowest = min(times), max(times)
    room = max((slowest - fastest) * 1.15, 3 * tolerance(fastest))
    middle = (fastest + slowest) / 2
    return middle - room / 2, middle + room / 2


def _pixel(ns: float, low: float, high: float, height: int) -> int:
    """From the top."""
    return min(max(round((high - ns) / (high - low) * (height - 1)), 0), height - 1)


def _band(reps: Sequence[Rep], low: float, high: float, height: int) -> list[bool]:
    """Whole cells, so that a ground has one colour: where all reps have one target."""
    aims = {(rep.aim.low_ns, rep.aim.high_ns) for rep in reps if rep.aim is not None}
    fast, slow = aims.pop() if len(aims) == 1 else (None, None)
    if fast is None or slow is None:
        return [False] * height
    around = tolerance(slow)
    top, bottom = _pixel(slow + around, low, high, height), _pixel(fast - around, low, high, height)
    return [top // 2 <= y // 2 <= bottom // 2 for y in range(height)]


def _draw(column: list[Colour | None], rep: Rep, fastest: int, low: float, high: float) -> None:
    if rep.split_ns is None:
        return
    height = len(column)
    ink = _INKS[rep.judged.word] if rep.judged else Ink.TEXT
    ink = Ink.FAINT if rep.excluded else ink
    start: int = fastest
    if rep.aim is not None and rep.aim.low_ns is not None and rep.aim.high_ns is not None:
        start = min(max(rep.split_ns, rep.aim.low_ns), rep.aim.high_ns)
    here, there = _pixel(rep.split_ns, low, high, height), _pixel(start, low, high, height)
    for y in range(min(here, there), max(here, there) + 1):
        column[y] = mix(ink, Ink.GROUND, 5)
    column[here] = ink


def _labels(low: float, high: float, height: int) -> dict[int, str]:
    """Round times by the row they stand in, as many as have room."""
    step = next((step for step in _STEPS if (high - low) / (step * NS) <= height / 4), 3600) * NS
    first = -int(-low // step) * step
    marks = [first + k * step for k in range(int((high - first) // step) + 1)]
    return {_pixel(ns, low, high, height) // 2: words.time(round(ns)) for ns in marks}


def _line(
    label: str,
    reps: Sequence[Rep],
    grounds: Sequence[Sequence[Colour]],
    inks: Sequence[Sequence[Colour | None]],
    y: int,
    wide: int,
) -> Row:
    spans = [Span(f"{label:>{LABEL}} ", FAINT)]
    middle = len(inks[0]) // 4
    for place, rep in enumerate(reps):
        ground, (top, bottom) = grounds[place][2 * y], inks[place][2 * y : 2 * y + 2]
        bar = max(wide - 2, 1)
        if rep.split_ns is None and y == middle:
            said = words.result(rep)[:wide]
            spans.append(Span(f"{said:^{wide}}", Look(Ink.NOW, ground, bold=True)))
            continue
        before = (wide - bar) // 2
        spans.append(Span(" " * before, Look(ground=ground)))
        spans.append(Span(*_cell(top, bottom, ground, bar)))
        spans.append(Span(" " * (wide - bar - before), Look(ground=ground)))
    return tuple(spans)


def _cell(top: Colour | None, bottom: Colour | None, ground: Colour, bar: int) -> tuple[str, Look]:
    """The shape says what is set; the colours only say which word."""
    if top is None and bottom is None:
        return " " * bar, Look(ground=ground)
    if bottom is None:
        return "▀" * bar, Look(top or ground, ground)
    if top is None:
        return "▄" * bar, Look(bottom, ground)
    return ("█" * bar, Look(top, ground)) if top == bottom else ("▀" * bar, Look(top, bottom))
