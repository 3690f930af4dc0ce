"""Numbers to be read from across the track.

A font of 3x5 pixels, scaled by a whole number and drawn with ▀ ▄ █ alone: the Linux console's own fonts have those,
and neither braille nor quadrants. A cell is about twice as high as it is wide, so a pixel is `scale` columns by `scale`
half rows. Strokes are as thick as a pixel, which is what makes them readable from afar.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_GLYPHS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ".": (" ", " ", " ", " ", "#"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
    "-": ("   ", "   ", "###", "   ", "   "),
    " ": ("  ", "  ", "  ", "  ", "  "),
    "A": ("###", "# #", "###", "# #", "# #"),
    "D": ("## ", "# #", "# #", "# #", "## "),
    "E": ("###", "#  ", "## ", "#  ", "###"),
    "G": ("###", "#  ", "# #", "# #", "###"),
    "H": ("# #", "# #", "###", "# #", "# #"),
    "L": ("#  ", "#  ", "#  ", "#  ", "###"),
    "N": ("#  #", "## #", "# ##", "#  #", "#  #"),
    "O": ("###", "# #", "# #", "# #", "###"),
    "R": ("## ", "# #", "## ", "# #", "# #"),
    "T": ("###", " # ", " # ", " # ", " # "),
    "Y": ("# #", "# #", " # ", " # ", " # "),
}
PIXEL_ROWS: Final = 5
USUAL: Final = "88.8"
"""The size is set by a rep's time in seconds and tenths; what is longer gives up its tenths before it gets smaller."""


def pixel_width(text: str) -> int:
    """Columns of pixels, one of them free between two characters."""
    return sum(len(_glyph(char)[0]) for char in text) + max(len(text) - 1, 0)


def _glyph(char: str) -> tuple[str, str, str, str, str]:
    return _GLYPHS.get(char, _GLYPHS["-"])


def scale_for(text: str, columns: int, rows: int) -> int:
    """The largest scale at which the text fits; 0 where it does not even fit at 1."""
    if not text:
        return 0
    return max(min(columns // pixel_width(text), 2 * rows // PIXEL_ROWS), 0)


def rows_at(scale: int) -> int:
    """Rows that a line of this scale takes."""
    return (PIXEL_ROWS * scale + 1) // 2


def choose(candidates: Sequence[str], columns: int, rows: int) -> str:
    """Of several ways to write a number, most precise first: the first that is as large as a rep's time would be.

    Where none is, the largest of them.
    """
    wanted = scale_for(USUAL, columns, rows)
    for text in candidates:
        if scale_for(text, columns, rows) >= wanted:
            return text
    return max(candidates, key=lambda text: scale_for(text, columns, rows), default="")


def draw(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Exactly `rows` lines of `columns` cells, the text as large as fits, in the middle.

    Where the font is too large for the place the plain text stands there instead.
    """
    scale = scale_for(text, columns, rows)
    if scale == 0:
        return _plain(text, columns, rows)
    lines = _paint(text, scale)
    above = (rows - len(lines)) // 2
    before = (columns - len(lines[0])) // 2
    empty = " " * columns
    drawn = [(" " * before + line).ljust(columns) for line in lines]
    return (*[empty] * above, *drawn, *[empty] * (rows - above - len(lines)))


def _plain(text: str, columns: int, rows: int) -> tuple[str, ...]:
    line = text[:columns].center(columns)
    return tuple(line if row == rows // 2 else " " * columns for row in range(rows))


def _paint(text: str, scale: int) -> list[str]:
    glyphs = [_glyph(char) for char in text]
    pixels = [" ".join(glyph[row] for glyph in glyphs) for row in range(PIXEL_ROWS)]
    half_rows = [line for line in pixels for _ in range(scale)]
    if len(half_rows) % 2:
        half_rows.append(" " * len(pixels[0]))
    lines = []
    for top, bottom in zip(half_rows[::2], half_rows[1::2], strict=True):
        cells = (_BLOCKS[upper == "#", lower == "#"] for upper, lower in zip(top, bottom, strict=True))
        lines.append("".join(cell * scale for cell in cells))
    return lines


_BLOCKS: Final = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
