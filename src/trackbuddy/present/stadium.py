"""The track with everybody on it, the clock in the infield: drawn once, then only where somebody moves."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from trackbuddy.present import digits
from trackbuddy.present.ink import STEPS, Colour, Edges, Ink, Look, Mix, mix
from trackbuddy.present.oval import Oval, oval
from trackbuddy.present.pixels import cells
from trackbuddy.present.rows import Row, Span, width_of
from trackbuddy.present.view import Dot, Ring, Scene
from trackbuddy.units import M

Pixels = tuple[Colour, ...]

LEAST_ROWS: Final = 14
"""A smaller track leaves no room for a clock."""
LINES: Final = 3
"""Rows below the clock for words; one above it."""
_LINE_CELLS: Final = 24
_AIR: Final = 1.5
"""Pixels between the clock and the kerb."""


class Ground(NamedTuple):
    """A track in a window, without anybody."""

    shape: Oval
    columns: int
    rows: int
    metres: float
    """Of a pixel's side."""
    pixels: tuple[tuple[Colour, ...], ...]
    places: tuple[tuple[float | None, ...], ...]
    """Metres past the line of each pixel of the track."""

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        return x / self.metres + self.columns / 2, y / self.metres + self.rows

    def point(self, column: float, row: float) -> tuple[float, float]:
        return (column - self.columns / 2) * self.metres, (row - self.rows) * self.metres


@lru_cache(16)
def ground(lap_mm: int, marks: tuple[tuple[int, Ink], ...], columns: int, rows: int) -> Ground:
    """The largest track that fits. `marks` lie at millimetres past the line."""
    found = _unpainted(lap_mm, columns, rows)
    shape, metres = found.shape, found.metres
    pixels: list[tuple[Colour, ...]] = []
    places: list[tuple[float | None, ...]] = []
    for row in range(2 * rows):
        line: list[Colour] = []
        ways: list[float | None] = []
        for column in range(columns):
            x, y = found.point(column + 0.5, row + 0.5)
            out = shape.outside(x, y)
            on_track = 0 <= out <= shape.wide
            line.append(_colour(shape, marks, out, shape.along(x, y) if on_track else 0.0, metres))
            ways.append(shape.along(x, y) if -metres / 2 < out < shape.wide + metres / 2 else None)
        pixels.append(tuple(line))
        places.append(tuple(ways))
    return found._replace(pixels=tuple(pixels), places=tuple(places))


def _unpainted(lap_mm: int, columns: int, rows: int) -> Ground:
    """Where everything lies."""
    shape = oval(lap_mm)
    return Ground(shape, columns, rows, max(2 * shape.half_width / (columns - 2), shape.half_height / rows), (), ())


def _colour(shape: Oval, marks: tuple[tuple[int, Ink], ...], out: float, along: float, metres: float) -> Colour:
    """What lies at a pixel `out` metres outside the kerb and `along` metres past the line."""
    if out < metres / 2:
        return mix(Ink.TRACK, Ink.INFIELD, _share(0.5 + out / metres))
    if out > shape.wide - metres / 2:
        return mix(Ink.TRACK, Ink.GROUND, _share(0.5 + (shape.wide - out) / metres))
    for place, ink in marks:
        away = abs((along - place / M + shape.lap / 2) % shape.lap - shape.lap / 2)
        if away < metres:
            return mix(ink, Ink.TRACK, _share(1 - away / metres + 0.2))
    return Ink.TRACK


def _share(part: float) -> int:
    return round(STEPS * min(max(part, 0.0), 1.0))


# --- the clock in the infield ---------------------------------------------------------------------------------------


@lru_cache(64)
def clock_size(lap_mm: int, patterns: tuple[str, ...], columns: int, rows: int) -> tuple[digits.Size, int] | None:
    """The largest size at which every pattern lies in the infield with its words, and the clock's first row."""
    bare = _unpainted(lap_mm, columns, rows)
    inner = int(bare.shape.radius / bare.metres)
    for high in range(inner, digits.LEAST_ROWS - 1, -1):
        size = digits.fit(patterns, columns - 4, high)
        if size is None or size.rows < high:
            continue
        top = (rows - high - LINES) // 2
        box = max(size.width(pattern) for pattern in patterns)
        if _lies_inside(bare, box, top, high) and _lies_inside(bare, _LINE_CELLS, top + high, LINES):
            return size, top
    return None


def _lies_inside(bare: Ground, cells_wide: int, top: int, high: int) -> bool:
    for row in (2 * top, 2 * (top + high)):
        x, y = bare.point(bare.columns / 2 + cells_wide / 2, row)
        if bare.shape.outside(x, y) > -_AIR * bare.metres:
            return False
    return True


# --- the picture ----------------------------------------------------------------------------------------------------


class Insert(NamedTuple):
    """Spans that stand over the picture."""

    left: int
    spans: Row


def stadium_rows(scene: Scene, inserts: dict[int, list[Insert]], columns: int, rows: int, edges: Edges) -> list[Row]:
    """`rows` rows, `columns` wide: the track, whoever is on it, and what stands over it, by row."""
    bare = ground(scene.lap_mm, scene.marks, columns, rows)
    moved = _moved(bare, scene.dots)
    over = {row: list(found) for row, found in inserts.items()}
    for dot in scene.dots:
        if dot.label:
            column, row = bare.pixel(*bare.shape.at(dot.place_mm / M))
            label = Span(dot.label, Look(Ink.GROUND, dot.ink, bold=True, inverse=False))
            over.setdefault(int(row / 2), []).append(Insert(int(column), (label,)))
    page = []
    for row in range(rows):
        spans: list[Span] = []
        at = 0
        for insert in sorted(over.get(row, ())):
            if insert.left < at:
                continue
            spans += _stretch(scene, bare, moved, row, (at, insert.left), edges)
            spans += insert.spans
            at = insert.left + width_of(insert.spans)
        spans += _stretch(scene, bare, moved, row, (at, columns), edges)
        page.append(tuple(spans))
    return page


def _stretch(
    scene: Scene, bare: Ground, moved: dict[int, dict[int, Colour]], row: int, reach: tuple[int, int], edges: Edges
) -> Row:
    """A row of cells from one column to another."""
    start, end = reach
    if start >= end:
        return ()
    arc, gone = _arc_of(scene.ring), 0
    size = (bare.columns, bare.rows)
    if arc is not None and scene.ring is not None:
        gone = bisect_right(_arc_offsets(scene.lap_mm, size, row, arc), scene.ring.gone_mm / M)
    if any(start <= column < end for line in (2 * row, 2 * row + 1) for column in moved.get(line, ())):
        lines = [list(_painted(scene, size, row, arc, gone)[half]) for half in (0, 1)]
        for half in (0, 1):
            for column, colour in moved.get(2 * row + half, {}).items():
                lines[half][column] = colour
        return cells(lines[0][start:end], lines[1][start:end], edges)
    return _still(scene.lap_mm, scene.marks, size, row, reach, arc, gone, edges)


@lru_cache(2048)
def _still(
    lap_mm: int,
    marks: tuple[tuple[int, Ink], ...],
    size: tuple[int, int],
    row: int,
    reach: tuple[int, int],
    arc: Arc | None,
    gone: int,
    edges: Edges,
) -> Row:
    """Where nobody is. `gone`: how many pixels of this row the ring has left behind."""
    upper, lower = _lines(lap_mm, marks, size, row, arc, gone)
    return cells(upper[reach[0] : reach[1]], lower[reach[0] : reach[1]], edges)


def _painted(scene: Scene, size: tuple[int, int], row: int, arc: Arc | None, gone: int) -> tuple[Pixels, Pixels]:
    return _lines(scene.lap_mm, scene.marks, size, row, arc, gone)


@lru_cache(1024)
def _lines(
    lap_mm: int, marks: tuple[tuple[int, Ink], ...], size: tuple[int, int], row: int, arc: Arc | None, gone: int
) -> tuple[Pixels, Pixels]:
    """The two rows of pixels of a row of cells, with what is left of the ring."""
    bare = ground(lap_mm, marks, *size)
    upper, lower = bare.pixels[2 * row], bare.pixels[2 * row + 1]
    if arc is None:
        return upper, lower
    known = _arc_offsets(lap_mm, size, row, arc)
    behind = known[gone - 1] if gone else -1.0

    def ringed(line: int, pixels: Pixels) -> Pixels:
        offsets = (_offset(place, arc, bare.shape.lap) for place in bare.places[line])
        return tuple(
            colour if offset is None else _dyed(colour, Ink.GONE if offset <= behind else arc.ink)
            for colour, offset in zip(pixels, offsets, strict=True)
        )

    return ringed(2 * row, upper), ringed(2 * row + 1, lower)


def _dyed(colour: Colour, ink: Ink) -> Colour:
    """The track in another ink; marks on it stay."""
    if isinstance(colour, Mix):
        return colour._replace(over=ink) if colour.over is Ink.TRACK else colour
    return ink if colour is Ink.TRACK else colour


# --- the ring that runs out -----------------------------------------------------------------------------------------


class Arc(NamedTuple):
    """A way along the track, in metres past the line and its length."""

    start: float
    way: float
    ink: Ink


def _arc_of(ring: Ring | None) -> Arc | None:
    return None if ring is None else Arc(ring.start_mm / M, ring.way_mm / M, ring.ink)


def _offset(place: float | None, arc: Arc, lap: float) -> float | None:
    """How far into the arc a place lies; None beside it."""
    if place is None:
        return None
    offset = (place - arc.start) % lap
    return offset if offset <= arc.way else None


@lru_cache(512)
def _arc_offsets(lap_mm: int, size: tuple[int, int], row: int, arc: Arc) -> tuple[float, ...]:
    """Of the pixels of a row of cells, from the arc's start on."""
    bare = ground(lap_mm, (), *size)
    places = (*bare.places[2 * row], *bare.places[2 * row + 1])
    found = (_offset(place, arc, bare.shape.lap) for place in places)
    return tuple(sorted(offset for offset in found if offset is not None))


# --- dots -----------------------------------------------------------------------------------------------------------


def _moved(bare: Ground, dots: Sequence[Dot]) -> dict[int, dict[int, Colour]]:
    """The pixels that dots cover, by row and column; of two on one place the later is on top."""
    found: dict[int, dict[int, Colour]] = {}
    reach = max(bare.shape.wide * 0.4 / bare.metres, 1.2)
    for dot in dots:
        column, row = bare.pixel(*bare.shape.at(dot.place_mm / M))
        for line in range(max(int(row - reach - 1), 0), min(int(row + reach + 2), 2 * bare.rows)):
            for at in range(max(int(column - reach - 1), 0), min(int(column + reach + 2), bare.columns)):
                share = _share(reach - math.hypot(at + 0.5 - column, line + 0.5 - row) + 0.5)
                if share:
                    found.setdefault(line, {})[at] = mix(dot.ink, Ink.TRACK, share)
    return found


# --- words ----------------------------------------------------------------------------------------------------------


def infield_words(words: Sequence[Row], columns: int, top: int) -> dict[int, list[Insert]]:
    """Rows of words in the middle, from row `top` on."""
    found: dict[int, list[Insert]] = {}
    for row, spans in enumerate(words, top):
        if spans:
            lying = tuple(
                span if span.look.inverse else span._replace(look=span.look._replace(ground=Ink.INFIELD))
                for span in spans
            )
            found[row] = [Insert((columns - width_of(lying)) // 2, lying)]
    return found
