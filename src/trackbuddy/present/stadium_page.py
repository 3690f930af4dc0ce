"""The page of a running clock with the track around it, and beside it what is known of the reps."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.aside import ASIDE_CELLS, aside_rows
from trackbuddy.present.band import band_rows
from trackbuddy.present.cells import whole_parts, width
from trackbuddy.present.clock_page import place
from trackbuddy.present.fade_row import fade_rows
from trackbuddy.present.foot import foot_rows, foot_size
from trackbuddy.present.ink import FAINT, STRONG, Ink
from trackbuddy.present.rows import Row, Span, gap, width_of
from trackbuddy.present.stadium import LINES, Insert, clock_size, infield_words, stadium_rows
from trackbuddy.present.view import TONE_INK, LiveView, Scene
from trackbuddy.present.window import Window

COLUMNS_FROM: Final = 100
ROWS_FROM: Final = 28
ASIDE_FROM: Final = 140
"""Columns from which the table stands beside the track."""
_FOOT: Final = 7
_FOOT_ASIDE: Final = 4


def is_roomy(view: LiveView, window: Window) -> bool:
    """Whether something is run on the track, and the window is large enough to show that unasked."""
    return view.scene is not None and window.columns >= COLUMNS_FROM and window.rows >= ROWS_FROM


def why_no_stadium(view: LiveView, window: Window) -> str:
    """Why the track can't be shown, even if it is asked for; empty where it can."""
    if view.scene is None:
        return "no track: nobody knows where on it this is run"
    columns, rows, _ = _room(view, window)
    if rows < 2 or clock_size(view.scene.lap_mm, view.patterns, columns, rows) is None:
        return "no track: the window is too small"
    return ""


def _room(view: LiveView, window: Window) -> tuple[int, int, int]:
    """Columns and rows of the track, and rows of the foot."""
    beside = window.columns >= ASIDE_FROM
    foot_high = _FOOT_ASIDE if beside else min(_FOOT, foot_size(window.columns, window.rows))
    columns = window.columns - ASIDE_CELLS - 1 if beside else window.columns
    return columns, window.rows - len(band_rows(view, window.columns)) - 1 - foot_high, foot_high


def stadium_page(view: LiveView, window: Window) -> list[Row]:
    """The clock keeps its size as long as the session and the window do."""
    assert view.scene is not None
    beside = window.columns >= ASIDE_FROM
    top = list(band_rows(view, window.columns))
    columns, rows, foot_high = _room(view, window)
    track = track_rows(view, view.scene, columns, rows, window)
    shown = replace(view, panel=None, gauge=None, below=() if view.panel else view.below)
    if beside:
        told = aside_rows(view, ASIDE_CELLS, rows)
        track = [(*row, gap(columns + 1 - width_of(row)), *told[at]) for at, row in enumerate(track)]
        shown = replace(shown, reps=(), average="", below=())
        if not view.reps:
            shown = replace(shown, laps=(), outlook=())
    chart = [] if beside or shown.laps else fade_rows(shown.reps, shown.current, columns, window.edges)
    foot = foot_rows(shown, window.columns, foot_high, window.edges, chart=chart)
    return [*top, (), *track, *foot]


def track_rows(view: LiveView, scene: Scene, columns: int, rows: int, window: Window) -> list[Row]:
    """The track with the clock in its infield."""
    found = clock_size(scene.lap_mm, view.patterns, columns, rows)
    inserts: dict[int, list[Insert]] = {}
    if found is not None:
        size, first = found
        inserts = infield_words([_above(scene, columns)], columns, first - 1)
        at = place(view, columns, size, centred=True)
        drawn = digits.draw(at.text, at.size, TONE_INK[view.tone], Ink.INFIELD, window.edges)
        lower = first + size.rows - at.size.rows
        for row, spans in enumerate(drawn, lower):
            inserts[row] = [Insert(at.left, spans)]
        inserts |= infield_words(_words(scene, columns), columns, first + size.rows)
    return stadium_rows(scene, inserts, columns, rows, window.edges)


def _above(scene: Scene, columns: int) -> Row:
    return (Span(whole_parts(scene.above, columns // 2), STRONG),) if scene.above else ()


def _fitting(text: str, cells: int) -> str:
    """`bell 1209 m: DUE in 1:15.2` without where it is due, in a small infield."""
    _, colon, due = text.partition(": ")
    return whole_parts(due if colon and width(text) > cells else text, cells)


def _words(scene: Scene, columns: int) -> list[Row]:
    """The first is loud."""
    shown = [_fitting(text, columns // 2) for text in scene.words if text][:LINES]
    return [(Span(text, STRONG if at == 0 else FAINT),) for at, text in enumerate(shown)]
