"""The page for several athletes: the clock, who is to come, and the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.band import band_rows
from trackbuddy.present.beside import panel_rows
from trackbuddy.present.cells import cut, left, width
from trackbuddy.present.clock_page import place
from trackbuddy.present.foot import notice_lines
from trackbuddy.present.gauge import gauge_row
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look, chip, strong
from trackbuddy.present.rows import Row, Span, gap, key_rows, width_of
from trackbuddy.present.squad_view import Place, Squad, SquadRow
from trackbuddy.present.stadium_page import track_rows
from trackbuddy.present.view import TONE_INK, LiveView
from trackbuddy.present.window import Window

BESIDE_FROM: Final = 140
"""Columns from which the track stands beside the table."""
_TABLE_CELLS: Final = 80
_PANEL: Final = 13
"""Rows above the table: the table keeps its place whatever is said there."""
_TELL_CELLS: Final = 30
_LEAST_CLOCK: Final = 4


def squad_page(view: LiveView, squad: Squad, window: Window) -> list[Row]:
    """The table keeps its place whatever is said above it."""
    top = [*band_rows(view, window.columns)]
    keys = list(key_rows(view.keys, window.columns, 2 if window.columns < 70 else 1))
    said = notice_lines(view, window.columns)
    keys = keys[: max(min(len(keys), window.rows - len(top) - len(said) - 3), 0)]
    foot = [*said, *[()] * (1 - len(said)), *keys]
    room = window.rows - len(top) - len(foot)
    if window.columns >= BESIDE_FROM and view.scene is not None:
        return [*top, *_beside(view, squad, window, room), *foot]
    table = table_rows(squad, window.columns)
    gauge: list[Row] = [gauge_row(view.gauge, window.columns, window.edges)] if view.gauge else [()]
    if room - len(table) > 2 * _LEAST_CLOCK + 4:
        gauge = [(), *gauge]
    above = room - len(table) - len(gauge)
    if above < _LEAST_CLOCK:
        gauge, above = [], room - len(table)
    stage = _stage(view, squad, window, max(above, 0))
    return [*top, *stage, *_cut_off(table, room - len(stage) - len(gauge)), *gauge, *foot]


def _stage(view: LiveView, squad: Squad, window: Window, rows: int) -> list[Row]:
    """The clock on the left, and on the right who is to come."""
    beside = window.columns >= 60
    columns = window.columns - _TELL_CELLS - 2 if beside else window.columns
    size = digits.fit(view.patterns, columns - 2, max(rows - 1, 1))
    told = tell_rows(squad, _TELL_CELLS if beside else window.columns - 2)
    if beside:
        told = _with_panel(told, view, _TELL_CELLS, rows - 1, window)
    if size is None or view.clock is None:
        number = view.clock.texts[0] if view.clock else ""
        lines: list[Row] = [(Span(f" {number}", STRONG),), *((gap(1), *row) for row in told)]
        return [*lines[:rows], *[()] * (rows - len(lines))]
    at = place(view, columns, size)
    drawn = digits.draw(at.text, at.size, TONE_INK[view.tone], Ink.GROUND, window.edges)
    air = min(rows - at.size.rows, 1)
    page: list[Row] = [*[()] * air, *((gap(at.left), *row) for row in drawn)]
    page = [*page, *[()] * (rows - len(page))][:rows]
    if beside:
        for row, line in enumerate(told[:rows], air):
            if row < rows:
                page[row] = (*page[row], gap(columns + 1 - width_of(page[row])), *line)
    return page


def _with_panel(told: list[Row], view: LiveView, cells: int, rows: int, window: Window) -> list[Row]:
    """Whose time is to be called, or what comes, below who is to come."""
    above: list[Row] = [*told, ()] if told else []
    if view.panel is None or len(above) >= rows:
        return told
    return [*above, *panel_rows(view.panel, cells, rows - len(above), window.edges)]


def tell_rows(squad: Squad, cells: int) -> list[Row]:
    """`3 in   1 to come   1 out`, and who is next; nothing where nobody is to come."""
    count = {where: sum(row.place is where for row in squad.rows) for where in Place}
    to_come = count[Place.TO_COME] + count[Place.NEXT]
    here = count[Place.IN] + count[Place.UNSURE]
    if not to_come:
        return []
    found: list[Row] = [
        (
            *(Span(str(here), strong(Ink.ON)), Span(" in   ", FAINT)),
            *(Span(str(to_come), NOW), Span(" to come", FAINT)),
            Span(f"   {count[Place.TO_START]} to start" if count[Place.TO_START] else "", FAINT),
            Span(f"   {count[Place.OUT]} out" if count[Place.OUT] else "", FAINT),
        ),
        (),
    ]
    if squad.next:
        key, _, others = squad.next.partition(" ")
        found.append(
            (Span("next ", FAINT), Span(f" {key} ", chip(Ink.NOW)), Span(cut(f" {others}", cells - 8), STRONG))
        )
    return found


def _beside(view: LiveView, squad: Squad, window: Window, rows: int) -> list[Row]:
    columns = window.columns - _TABLE_CELLS - 1
    assert view.scene is not None
    scene = replace(view.scene, above="", words=(view.gauge.label,) if view.gauge else ())
    track = track_rows(view, scene, columns, rows, window)
    table = table_rows(squad, _TABLE_CELLS)
    said = view.panel is not None and view.remaining in view.panel.start
    left: list[Row] = (
        [(), (gap(1), Span("left  ", FAINT), Span(view.remaining, STRONG))] if view.remaining and not said else []
    )
    room = max(rows - len(table) - len(left) - 2, 0)
    told = [*_with_panel(tell_rows(squad, _TABLE_CELLS - 2), view, _TABLE_CELLS - 3, min(room, _PANEL), window)]
    told = [*[()] * (min(room, _PANEL) - len(told)), *((gap(1), *row) for row in told), (), *table, *left]
    above = max((rows - len(told)) // 2, 0)
    told = [*[()] * above, *told, *[()] * (rows - len(told))]
    return [(*row, gap(columns - width_of(row)), *told[at]) for at, row in enumerate(track)]


# --- the table ------------------------------------------------------------------------------------------------------

_WIDE_SAID: Final = 18
"""`lap 3  due 3:45.0`."""
_SAID: Final = 15
_NARROW_SAID: Final = 13


def _cut_off(table: list[Row], rows: int) -> list[Row]:
    """As many rows as there is room for, and how many athletes are left out."""
    if len(table) <= rows or rows < 2:
        return table[: max(rows, 0)]
    return [*table[: rows - 1], (Span(f" +{len(table) - rows + 1} more", FAINT),)]


def table_rows(squad: Squad, columns: int) -> list[Row]:
    """A head and a row an athlete; where it is narrow the last columns go."""
    name = min(max(max(width(row.name) for row in squad.rows), 3), 12 if columns >= 70 else 8)
    now = max(*(width(row.now) for row in squad.rows), width(squad.head) if columns >= 60 else 4) + 2
    parts = [
        ("KEY", 4),
        ("ATHLETE", max(name, 7 if columns >= 60 else 3) + 2),
        ("TARGET", 8 if columns >= 60 else 7),
        (squad.head, max(now, 6)),
    ]
    parts += [("", _WIDE_SAID if columns >= 80 else _SAID if columns >= 60 else _NARROW_SAID), ("LAST", 8)]
    parts += [("BEFORE", 8)] if any(row.before for row in squad.rows) else []
    parts += [("AVERAGE", 11)]
    if _is_unbegun(squad):
        parts = [part for part in parts if part[0] in _KNOWN or (part[0] == squad.head and _anybody_out(squad))]
    for least in ("BEFORE", "AVERAGE", "LAST", "TARGET", ""):
        if 1 + sum(cells for _, cells in parts) > columns:
            parts = [part for part in parts if part[0] != least]
    marks = max(columns - 1 - sum(cells for _, cells in parts), 0)
    head = tuple(Span(left(title if width(title) < cells else "", cells), FAINT) for title, cells in parts)
    reps = (Span("REPS", FAINT),) if marks >= 4 and not _is_unbegun(squad) else ()
    found: list[Row] = [(gap(1), *head, *reps)]
    cells_of = dict(parts)
    for row in squad.rows:
        spans = [span for title, _ in parts for span in _cell(row, title, cells_of[title], squad.head)]
        found.append((gap(1), *spans, *_marks(row, marks)))
    return found


_KNOWN: Final = ("KEY", "ATHLETE", "TARGET", "BEFORE")


def _is_unbegun(squad: Squad) -> bool:
    """Nobody has run or is about to: columns of what was run say nothing."""
    return not any(row.marks or row.said or row.now not in {"-", "OUT"} for row in squad.rows)


def _anybody_out(squad: Squad) -> bool:
    return any(row.place is Place.OUT for row in squad.rows)


def _cell(row: SquadRow, title: str, cells: int, head: str) -> list[Span]:
    """Rows to come are bright, who is in has the colour of the time, who is out is dim, who is expected inverse."""
    is_out, is_next = row.place is Place.OUT, row.place is Place.NEXT
    quiet = FAINT if is_out or row.place is Place.IN else TEXT
    if title == "KEY":
        return [
            Span(f" {row.key} ", chip(Ink.NOW if is_next or row.place is Place.UNSURE else Ink.CAP)),
            gap(cells - 3),
        ]
    if title == "ATHLETE":
        look: Look = chip(Ink.NOW) if is_next else FAINT if is_out else STRONG
        said = cut(row.name, cells - 2)
        return [Span(f"{said} " if is_next else said, look), gap(cells - width(said) - (1 if is_next else 0))]
    if title == head:
        return [Span(left(row.now, cells), strong(row.ink))]
    if title == "":
        said = row.said if width(row.said) <= cells else ""
        return [Span(left(said, cells), Look(row.ink) if row.place is not Place.TO_COME else TEXT)]
    text = {"TARGET": row.target, "LAST": row.last, "BEFORE": row.before, "AVERAGE": row.average}[title]
    return [Span(left(text, cells), FAINT if title == "TARGET" else quiet)]


def _marks(row: SquadRow, cells: int) -> tuple[Span, ...]:
    """The latest reps where not all fit."""
    return tuple(Span(sign, strong(ink)) for sign, ink in row.marks[-cells:]) if cells >= 4 else ()
