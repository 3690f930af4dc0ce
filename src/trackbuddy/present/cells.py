"""Text in terminal cells: a letter of some scripts takes two, and a control character none and much mischief."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from trackbuddy.results.harmless import printable as printable

ELLIPSIS = "…"


def width(text: str) -> int:
    """Cells that a terminal gives to this text."""
    return len(text) if text.isascii() else _width(text)


@lru_cache(4096)  # the rows of a big number come back frame after frame
def _width(text: str) -> int:
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cut(text: str, cells: int) -> str:
    """The text within so many cells, with `…` where something was left out."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept, used = "", 0
    for char in text:
        if used + _cells(char) > cells - 1:
            break
        kept, used = kept + char, used + _cells(char)
    return kept + ELLIPSIS


def left(text: str, cells: int) -> str:
    """The text cut or filled with spaces to exactly so many cells."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))


def whole_parts(text: str, cells: int) -> str:
    """The text without its last parts, two spaces apart or behind a comma, where it is too wide; else cut.

    Of a list whole members stay, and `...` says that there are more.
    """
    if width(text) > cells and "; " in text:
        kept = text.split("; ")
        while kept and width("; ".join((*kept, "..."))) > cells:
            kept.pop()
        if kept:
            return "; ".join((*kept, "..."))
    dots = ""
    while width(text + dots) > cells and (ends := list(_BETWEEN.finditer(text))):
        text, dots = text[: ends[-1].start()], ", ..." if ends[-1][0] == ", " else ""
    return text + dots if width(text + dots) <= cells else cut(text, cells)


def whole_words(text: str, cells: int) -> str:
    """The text without its last words where it is too wide, and dots for them."""
    while width(text) > cells and " " in text.removesuffix(" ..."):
        text = f"{text.removesuffix(' ...').rpartition(' ')[0]} ..."
    return cut(text, cells)


_BETWEEN: Final = re.compile(" {2,}|, ")
