"""Digits as outlines: strokes and arcs in a box one unit high, drawn as pixels of any number.

A stroke is a line that a round pen follows. Counters stay open and ends stay apart, so that 6, 8 and 9 differ even
where the eye blurs them. Where a box is narrow its pen is thinner too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from trackbuddy.present.ink import STEPS

PEN: Final = 0.085
"""Half the width of a stroke in a box of the usual width, in heights of the box."""
USUAL_WIDTH: Final = 0.62
SMALL: Final = 16
"""Below so many pixels of height strokes are snapped to whole pixels."""

Point = tuple[float, float]
Segment = tuple[float, float, float, float]
Coverage = tuple[tuple[int, ...], ...]
"""Rows of pixels: how many of STEPS parts of each are covered."""


def _arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Degrees run clockwise from three o'clock, as y grows downwards."""
    steps = max(int(abs(end - start) / 12), 2)
    angles = (math.radians(start + (end - start) * n / steps) for n in range(steps + 1))
    return [(cx + rx * math.cos(angle), cy + ry * math.sin(angle)) for angle in angles]


class _Box:
    """The middle lines of a glyph's outermost strokes."""

    def __init__(self, width: float, pen: float) -> None:
        self.left, self.right = pen, width - pen
        self.top, self.foot = pen, 1 - pen
        self.middle = width / 2
        self.half = (self.right - self.left) / 2
        self.pen = pen


def _zero(b: _Box) -> Iterator[list[Point]]:
    bow = min(0.29, b.top + b.half * 1.15)
    yield _arc(b.middle, bow, b.half, bow - b.top, 180, 360)
    yield [(b.left, bow), (b.left, 1 - bow)]
    yield [(b.right, bow), (b.right, 1 - bow)]
    yield _arc(b.middle, 1 - bow, b.half, b.foot - (1 - bow), 0, 180)


def _one(b: _Box) -> Iterator[list[Point]]:
    x = b.middle + b.half * 0.27
    yield [(x, b.top), (x, b.foot)]
    yield [(x, b.top), (b.left + 0.02, b.top + 0.18)]


def _two(b: _Box) -> Iterator[list[Point]]:
    yield _arc(b.middle, 0.30, b.half, 0.30 - b.top, 180, 378)
    yield [(b.right - b.half * 0.05, 0.37), (b.left, b.foot)]
    yield [(b.left, b.foot), (b.right, b.foot)]


def _three(b: _Box) -> Iterator[list[Point]]:
    waist = 0.485
    upper, lower = (b.top + waist) / 2, (waist + b.foot) / 2
    yield _arc(b.middle, upper, b.half * 0.96, waist - upper, 200, 450)
    yield _arc(b.middle, lower, b.half, b.foot - lower, 270, 520)


def _four(b: _Box) -> Iterator[list[Point]]:
    x = b.right - b.half * 0.4
    yield [(x, b.top), (x, b.foot)]
    yield [(x - b.pen * 0.3, b.top), (b.left, 0.70)]
    yield [(b.left, 0.70), (b.right, 0.70)]


def _five(b: _Box) -> Iterator[list[Point]]:
    yield [(b.right - b.half * 0.13, b.top), (b.left + b.half * 0.16, b.top)]
    yield [(b.left + b.half * 0.16, b.top), (b.left + b.half * 0.06, 0.47)]
    yield _arc(b.middle, 0.655, b.half, b.foot - 0.655, 218, 514)


def _six(b: _Box) -> Iterator[list[Point]]:
    bowl = 0.655
    yield _arc(b.middle, bowl, b.half, b.foot - bowl, 0, 360)
    yield _arc(b.middle + b.half * 0.30, bowl, b.half * 1.30, bowl - b.top, 180, 282)


def _seven(b: _Box) -> Iterator[list[Point]]:
    yield [(b.left, b.top), (b.right, b.top)]
    yield [(b.right, b.top), (b.left + b.half * 0.55, b.foot)]


def _eight(b: _Box) -> Iterator[list[Point]]:
    waist = 0.475
    upper, lower = (b.top + waist) / 2, (waist + b.foot) / 2
    yield _arc(b.middle, upper, b.half * 0.90, waist - upper, 0, 360)
    yield _arc(b.middle, lower, b.half, b.foot - lower, 0, 360)


def _nine(b: _Box) -> Iterator[list[Point]]:
    bowl = 0.345
    yield _arc(b.middle, bowl, b.half, bowl - b.top, 0, 360)
    yield _arc(b.middle - b.half * 0.30, bowl, b.half * 1.30, b.foot - bowl, 0, 102)


def _g(b: _Box) -> Iterator[list[Point]]:
    yield _arc(b.middle, 0.5, b.half, 0.5 - b.top, 20, 325)
    yield [(b.middle + b.half * 0.25, 0.55), (b.right, 0.55)]
    yield [(b.right, 0.55), (b.right, 0.72)]


def _o(b: _Box) -> Iterator[list[Point]]:
    yield _arc(b.middle, 0.5, b.half, 0.5 - b.top, 0, 360)


def _plus(b: _Box) -> Iterator[list[Point]]:
    yield [(b.middle, 0.5 - b.half * 0.8), (b.middle, 0.5 + b.half * 0.8)]
    yield [(b.middle - b.half * 0.8, 0.5), (b.middle + b.half * 0.8, 0.5)]


def _minus(b: _Box) -> Iterator[list[Point]]:
    yield [(b.middle - b.half * 0.8, 0.5), (b.middle + b.half * 0.8, 0.5)]


def _point(b: _Box) -> Iterator[list[Point]]:
    yield [(b.middle, b.foot), (b.middle, b.foot)]


def _colon(b: _Box) -> Iterator[list[Point]]:
    yield [(b.middle, 0.33), (b.middle, 0.33)]
    yield [(b.middle, 0.72), (b.middle, 0.72)]


_GLYPHS: Final[dict[str, Callable[[_Box], Iterator[list[Point]]]]] = {
    "0": _zero,
    "1": _one,
    "2": _two,
    "3": _three,
    "4": _four,
    "5": _five,
    "6": _six,
    "7": _seven,
    "8": _eight,
    "9": _nine,
    "G": _g,
    "O": _o,
    "+": _plus,
    "-": _minus,
    ".": _point,
    ":": _colon,
}
DRAWN: Final = frozenset(_GLYPHS) | {" "}
MARKS: Final = frozenset(".:")
"""Characters as narrow as the pen."""


def pen_of(width: int, height: int) -> float:
    """Half a stroke's width in pixels, for glyphs of this size."""
    pen = min(PEN, width / height * PEN / USUAL_WIDTH) * height
    return max(round(2 * pen), 1) / 2 if height < SMALL else pen


@lru_cache(1024)
def glyph(char: str, width: int, height: int, pen: float) -> Coverage:
    """A character in `width` x `height` square pixels, with a pen of `pen` pixels. Unknown characters are empty."""
    strokes = _GLYPHS.get(char)
    if strokes is None or width < 1 or height < 1:
        return ((0,) * width,) * height
    box = _Box(width / height, min(pen, width / 2) / height)
    segments = [
        (a[0] * height, a[1] * height, b[0] * height, b[1] * height) for line in strokes(box) for a, b in pairwise(line)
    ]
    covered = [
        [round(STEPS * min(max(pen - away + 0.5, 0.0), 1.0)) for away in row]
        for row in _distances(width, height, segments, pen + 0.5)
    ]
    if height < SMALL:
        covered = [[STEPS if 2 * share >= STEPS else 0 for share in row] for row in covered]
    return tuple(map(tuple, covered))


def _distances(width: int, height: int, segments: list[Segment], reach: float) -> list[list[float]]:
    """From the middle of each pixel to the nearest stroke, `reach` where none is nearer than that."""
    nearest = [[reach] * width for _ in range(height)]
    for x0, y0, x1, y1 in segments:
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy or 1.0
        columns = [(x, x + 0.5 - x0) for x in _within(x0, x1, reach, width)]
        for y in _within(y0, y1, reach, height):
            row, off_y = nearest[y], y + 0.5 - y0
            for x, off_x in columns:
                along = min(max((off_x * dx + off_y * dy) / length, 0.0), 1.0)
                away = math.hypot(off_x - along * dx, off_y - along * dy)
                if away < row[x]:
                    row[x] = away
    return nearest


def _within(start: float, end: float, reach: float, count: int) -> range:
    """The pixels, of so many in a line, that a stroke from here to there can reach."""
    first, last = min(start, end) - reach, max(start, end) + reach
    return range(max(math.floor(first), 0), min(math.ceil(last), count))
