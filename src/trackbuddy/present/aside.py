"""Beside a wide track: the reps as a table around their target, what they come to, and what is still to be run."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.cells import cut, left
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, strong
from trackbuddy.present.reps import RepCell
from trackbuddy.present.rows import Row, Span, folded, width_of, wrapped
from trackbuddy.present.shelf import INKS, window_of
from trackbuddy.present.view import LiveView
from trackbuddy.results.times import timed

ASIDE_CELLS: Final = 42
_BARS: Final = 6
"""Cells to either side of the target."""
_REMARK_ROWS: Final = 6
_FEWER_BARS: Final = 3
"""And beside the time before."""
_HEAD: Final = f"REP  {'TIME':>7}  {'DIFF':>5}"
_LEAST_SCALE: Final = 10
"""Tenths of a second that fill a side at the least."""


def aside_rows(view: LiveView, cells: int, rows: int) -> list[Row]:
    """Exactly `rows`; where the reps are many those around the current one."""
    below = _sums(view, cells)
    coming = _coming(view, cells)
    room = rows - len(below) - len(coming) - 3
    table = _table(view, room) if view.reps else _laps(view, cells)
    parts = [part for part in (table, below, coming) if part]
    found: list[Row] = []
    for part in parts:
        found += [(), *part] if found else part
    return [*found[:rows], *[()] * (rows - len(found))]


def _table(view: LiveView, room: int) -> list[Row]:
    shown = window_of(view.reps, view.current, max(room - 1, 1))
    judged = [rep.row.judged.tenths for rep in view.reps if rep.row and rep.row.judged]
    then = [view.last_time.get(rep.phase) for rep in shown]
    if any(then):
        scale = max([_LEAST_SCALE, *map(abs, judged)])
        title = Span(f"{_HEAD}{'':9}{'target' if judged else '':^6}", FAINT)
        lines = [_rep(rep, scale, _FEWER_BARS) for rep in shown]
        return [(title, Span(" BEFORE", FAINT)), *map(_with_before, lines, then)]
    scale = max([_LEAST_SCALE, *map(abs, judged)])
    head = (Span(_HEAD, FAINT), Span(f"{'target' if judged else '':>19}", FAINT))
    return [head, *(_rep(rep, scale) for rep in shown)]


def _laps(view: LiveView, cells: int) -> list[Row]:
    """Of the only rep: lap by lap, and where it is heading."""
    laps: list[Row] = [(Span(cut(lap, cells), STRONG),) for lap in view.laps]
    heading: list[Row] = [(Span(cut(line, cells), NOW),) for line in view.outlook]
    return [*laps, *([()] if laps and heading else []), *heading]


def _with_before(line: Row, then_ns: int | None) -> Row:
    """What the rep took the time before, at the right edge."""
    said = "" if then_ns is None else timed(then_ns)
    return (*line, Span(f"{said:>{ASIDE_CELLS - 1 - width_of(line)}}", FAINT))


def _rep(rep: RepCell, scale: int, most: int = _BARS) -> Row:
    number = Span(f"{rep.number:>3}  ", NOW if rep.is_running else FAINT)
    judged = rep.row.judged if rep.row else None
    if judged is None:
        said = "running" if rep.is_running else rep.text.partition(" ")[2]
        return number, Span(f" {said}", NOW if rep.is_running or rep.asks else FAINT if rep.is_to_come else STRONG)
    ink = INKS[judged.word]
    bars = min(-(-abs(judged.tenths) * most // scale), most)
    before = " " * (most - bars) + "▄" * bars if judged.tenths < 0 else " " * most
    after = "▄" * bars if judged.tenths > 0 else ""
    return (
        number,
        Span(f"{rep.time:>7}  ", STRONG),
        Span(f"{judged.text:>5} {judged.word:<5}", strong(ink)),
        Span("   ", TEXT),
        Span(before, strong(ink)),
        Span("|", FAINT),
        Span(after, strong(ink)),
    )


def _sums(view: LiveView, cells: int) -> list[Row]:
    """Average, range, trend, last time: one a line, the word for it before it."""
    found: list[Row] = []
    for word, text in view.sums:
        found.append((Span(left(word, 10), FAINT), Span(cut(text, cells - 10), STRONG)))
    if view.remaining:
        found.append((Span(left("left", 10), FAINT), Span(cut(view.remaining, cells - 10), STRONG)))
    return found


def _coming(view: LiveView, cells: int) -> list[Row]:
    """What comes next, in a few lines."""
    lines = view.panel.coming if view.panel else [part for line in view.below for part in line.split("   ")]
    found: list[Row] = []
    for line in lines:
        word, _, others = line.partition("  ")
        if word == "NEXT":
            found.append((Span("NEXT ", NOW), Span(cut(others.strip(), cells - 5), STRONG)))
        else:
            found += [(Span(text, TEXT),) for text in wrapped(line, cells - 1)]
    if view.panel:
        found += [(Span(text, TEXT),) for text in folded(view.panel.remark, cells - 1, _REMARK_ROWS)]
    return found + ([(Span(cut(" ".join(view.panel.start), cells), FAINT),)] if view.panel and view.panel.start else [])
