"""A view laid out for a window of any size: rows of spans, exactly as many as fit.

The clock comes first: it is as large as the session's longest number allows, and what else there is gets the rows that
are left. Its size depends on the session and the window alone: nothing that comes and goes moves anything else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from trackbuddy.present.band import band_rows
from trackbuddy.present.cells import ELLIPSIS
from trackbuddy.present.clock_page import clock_page, filled_page
from trackbuddy.present.foot import notice_lines
from trackbuddy.present.ink import STRONG, Colour, Edges, Ink, Look, Mix
from trackbuddy.present.ready_page import ready_page
from trackbuddy.present.rows import Row, Span, filled, key_rows, wrapped
from trackbuddy.present.squad_page import squad_page
from trackbuddy.present.stadium_page import is_roomy, stadium_page, why_no_stadium
from trackbuddy.present.view import LiveView
from trackbuddy.present.window import Window

LEAST_COLUMNS: Final = 24
LEAST_ROWS: Final = 8


class Stage(StrEnum):
    """What the clock stands in."""

    USUAL = "usual"
    """The stadium where there is room for it, else the number with everything around it."""
    OTHER = "other"
    """The number where the stadium is usual, and the stadium where the number is."""
    ALONE = "alone"
    """Little but the number."""

    @property
    def next(self) -> Stage:
        return {Stage.USUAL: Stage.ALONE, Stage.ALONE: Stage.OTHER, Stage.OTHER: Stage.USUAL}[self]


def why_no_other(view: LiveView, columns: int, rows: int) -> str:
    """Why the other stage would be the usual one; empty where it is another."""
    window = Window(columns, rows)
    if view.squad is not None:
        return "with several athletes the track stands beside the table, from 140 columns on"
    return "" if is_roomy(view, window) else why_no_stadium(view, window)


def lay_out(
    view: LiveView,
    columns: int,
    rows: int,
    *,
    stage: Stage = Stage.USUAL,
    edges: Edges = Edges.SMOOTH,
    scrolled: int = 0,
) -> tuple[Row, ...]:
    """Exactly `rows` rows of exactly `columns` cells. `scrolled`: rows of a long page that are above those in sight."""
    window = Window(columns, rows, edges)
    page = _page(view, window, stage, scrolled)
    found = tuple(filled(row, columns) for row in (*page, *[()] * rows)[:rows])
    if edges is Edges.BARE:
        found = tuple(_bare(row) for row in found)
    return tuple(_inverse(row, edges) for row in found) if view.is_go else found


def most_scrolled(view: LiveView, columns: int, rows: int) -> int:
    """How many rows can be above those in sight."""
    window = Window(columns, rows)
    if not _is_done(view, window):
        return 0
    from trackbuddy.present import done_page

    return done_page.most_scrolled(view, window)


def _bare(row: Row) -> Row:
    """A console's font may have no dots in one cell."""
    return tuple(span._replace(text=span.text.replace(ELLIPSIS, ".")) for span in row)


def _page(view: LiveView, window: Window, stage: Stage, scrolled: int) -> list[Row]:
    if not _has_room(window):
        return _too_small(view, window)
    if view.clock is None:
        return _text_page(view, window, scrolled)
    if view.clock.fills and not (view.squad and view.squad.own):
        return filled_page(view, window)
    if view.squad is not None and stage is not Stage.ALONE:
        return squad_page(view, view.squad, window)
    if _shows_track(view, window, stage):
        return stadium_page(view, window)
    return clock_page(view, window, alone=stage is Stage.ALONE)


def _has_room(window: Window) -> bool:
    return window.columns >= LEAST_COLUMNS and window.rows >= LEAST_ROWS


def _is_done(view: LiveView, window: Window) -> bool:
    return _has_room(window) and view.clock is None and view.plan is None and bool(view.sheets)


def _shows_track(view: LiveView, window: Window, stage: Stage) -> bool:
    if stage is Stage.ALONE or why_no_stadium(view, window):
        return False
    return is_roomy(view, window) is (stage is Stage.USUAL)


def _inverse(row: Row, edges: Edges) -> Row:
    """Dark and light change places."""
    if edges is Edges.BARE:
        return tuple(span._replace(look=span.look._replace(inverse=not span.look.inverse)) for span in row)
    return tuple(span._replace(look=_turned(span.look)) for span in row)


def _turned(look: Look) -> Look:
    return look._replace(ink=_other(look.ink), ground=_other(look.ground))


def _other(colour: Colour) -> Colour:
    if isinstance(colour, Mix):
        return Mix(_OTHER.get(colour.over, colour.over), _OTHER.get(colour.under, colour.under), colour.share)
    return _OTHER.get(colour, colour)


_OTHER: Final = {Ink.TEXT: Ink.GROUND, Ink.GROUND: Ink.TEXT, Ink.CAP: Ink.GROUND}


def _too_small(view: LiveView, window: Window) -> list[Row]:
    """The number in plain letters, any question, and why there is no more."""
    number = view.clock.texts[0] if view.clock else ""
    lines = [f"{number}  {view.heading}".strip(), *(notice.text for notice in view.notices[:1])]
    lines.append(f"too small: {window.columns}x{window.rows}; timing goes on")
    return [(Span(line, STRONG),) for text in lines for line in wrapped(text, window.columns)]


def _text_page(view: LiveView, window: Window, scrolled: int) -> list[Row]:
    """Without a clock: ready, or done."""
    if view.plan is not None:
        return ready_page(view, view.plan, window)
    if view.sheets:
        from trackbuddy.present.done_page import done_page  # shown last, and so is loaded last

        return done_page(view, window, scrolled)
    keys = list(key_rows(view.keys, window.columns, 1))
    top = [*band_rows(view, window.columns), *notice_lines(view, window.columns)]
    return [*top, *[()] * (window.rows - len(top) - len(keys)), *keys]
