"""The reps of a set side by side: `1 34.1 on  2 33.2 fast  3 ...  4 -`."""

from __future__ import annotations

from typing import Final, NamedTuple

from trackbuddy.present.cells import left, width
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look, strong
from trackbuddy.present.reps import RepCell
from trackbuddy.present.rows import Row, Span
from trackbuddy.results.judge import Word
from trackbuddy.results.times import timed
from trackbuddy.units import NS

_WORD: Final = len(" slow")
_MOST: Final = 18
_LIKELY_NS: Final = 34 * NS
"""As wide as most times."""
ROWS: Final = 2
INKS: Final = {Word.ON: Ink.ON, Word.FAST: Ink.FAST, Word.SLOW: Ink.SLOW}
_SIGNS: Final = {Word.ON: "", Word.FAST: "-", Word.SLOW: "+"}
"""Where the words have no room."""


def shelf_rows(reps: tuple[RepCell, ...], current: int | None, columns: int, most: int = ROWS) -> tuple[Row, ...]:
    """All reps if they fit, in words, else with signs, in one row or more; else those around the current one."""
    if not reps or most <= 0:
        return ()
    laid = laid_out(reps, current, columns, most)
    shown, across = laid.shown, laid.across
    return tuple(_row(shown[at : at + across], laid.cells, words=laid.words) for at in range(0, len(shown), across))


class Laid(NamedTuple):
    """How a shelf stands, behind a margin of one cell."""

    shown: tuple[RepCell, ...]
    across: int
    """Reps in a row."""
    cells: int
    """Of a rep."""
    words: bool


def laid_out(reps: tuple[RepCell, ...], current: int | None, columns: int, most: int = ROWS) -> Laid:
    """At least one rep, and one row."""
    room = columns - 2
    rows, words = 1, True
    for rows in range(1, most + 1):
        words = _cells(reps, words=True) * -(-len(reps) // rows) <= room + 2
        if words or _cells(reps, words=False) * -(-len(reps) // rows) <= room + 1:
            break
    cells = _cells(reps, words=words)
    across = max(min((room + 2) // cells, -(-len(reps) // rows)), 1)
    cells = min(max(cells, (room + 2) // across), _MOST)
    return Laid(window_of(reps, current, across * rows), across, cells, words)


def _row(shown: tuple[RepCell, ...], cells: int, *, words: bool) -> Row:
    *others, last = (span for rep in shown for span in _cell(rep, cells, words=words))
    return Span(" ", TEXT), *others, Span(last.text.rstrip(), last.look)


def _cells(reps: tuple[RepCell, ...], *, words: bool) -> int:
    """As wide as the widest rep will be once it is in, so that nothing moves when a time comes."""
    number = len(str(reps[-1].number))
    wide = max(max(number + len(f" {rep.time}") for rep in reps), number + 1 + len(timed(_LIKELY_NS))) + (
        _WORD if words else 1
    )
    others = max((len(rep.text) for rep in reps if rep.row is not None and rep.row.judged is None), default=0)
    return max(wide, others) + (2 if words else 1)


def _cell(rep: RepCell, cells: int, *, words: bool) -> tuple[Span, ...]:
    judged = rep.row.judged if rep.row else None
    number = f"{rep.number} "
    if judged is None:
        look, text = _plain(rep), rep.text.removeprefix(number)
    else:
        look = strong(INKS[judged.word])
        text = rep.time + (f" {judged.word}" if words else _SIGNS[judged.word])
    loud = NOW if rep.is_running else FAINT
    rest = left(text, max(cells - width(number), 0))
    return Span(number, loud), Span(rest, look)


def _plain(rep: RepCell) -> Look:
    if rep.is_running or rep.asks:
        return NOW
    return FAINT if rep.is_to_come else STRONG


def window_of(reps: tuple[RepCell, ...], current: int | None, room: int) -> tuple[RepCell, ...]:
    """The current rep with two thirds of the room for what went before it."""
    if len(reps) <= room:
        return reps
    at = next((index for index, rep in enumerate(reps) if rep.phase == current), None)
    if at is None:
        over = [index for index, rep in enumerate(reps) if not rep.is_to_come]
        at = over[-1] if over else 0
    start = min(max(at - 2 * room // 3, 0), len(reps) - room)
    return reps[start : start + room]
