"""The reps of a set side by side: `1 34.1 on    2 33.8 on    3 ...    4 -`."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.cells import left
from trackbuddy.present.reps import RepCell
from trackbuddy.present.rows import Role, Row, Span

_WORD: Final = len(" slow")
_TIME: Final = len(" 34.1")
_MOST: Final = 18
"""Cells for a rep: `12 2:07.3 slow` and a gap of two; narrow windows make do with one."""
_WIDE: Final = 60
ROWS: Final = 2


def shelf_size(reps: tuple[RepCell, ...], columns: int) -> int:
    """Rows the list needs when every rep is in: it never grows on the way."""
    if not reps:
        return 0
    return 1 if len(reps) * _cells(reps, columns) <= columns - 2 else ROWS


def _cells(reps: tuple[RepCell, ...], columns: int) -> int:
    """As wide as the widest rep will be once it is in, so that nothing moves when a time comes.

    Metres typed for a rep by time, which few ever are, may still widen it.
    """
    longest = max(len(f"{rep.number} {rep.time}") for rep in reps)
    gap = 2 if columns >= _WIDE else 1
    needed = max(max(longest, len(str(reps[-1].number)) + _TIME) + _WORD, *(len(rep.text) for rep in reps))
    return min(needed + gap, _MOST)


def shelf_rows(reps: tuple[RepCell, ...], current: int | None, columns: int, rows: int) -> tuple[Row, ...]:
    """All reps if they fit, else those around the current one."""
    if not reps or rows == 0:
        return ()
    across = min(max((columns - 2) // _cells(reps, columns), 1), -(-len(reps) // rows))
    cells = min((columns - 2) // across, _MOST)
    shown = _window(reps, current, across * rows)
    found: list[Row] = []
    for at in range(0, len(shown), across):
        spans = [Span(left(rep.text, cells), _role(rep)) for rep in shown[at : at + across]]
        found.append((Span(" ", Role.TEXT), *spans))
    return (*found, *[()] * (rows - len(found)))


def _role(rep: RepCell) -> Role:
    return Role.STRONG if rep.is_running else Role.TEXT


def _window(reps: tuple[RepCell, ...], current: int | None, room: int) -> tuple[RepCell, ...]:
    """The current rep with two thirds of the room for what went before it."""
    if len(reps) <= room:
        return reps
    at = next((index for index, rep in enumerate(reps) if rep.phase == current), None)
    if at is None:
        over = [index for index, rep in enumerate(reps) if not rep.is_to_come]
        at = over[-1] if over else 0
    start = min(max(at - 2 * room // 3, 0), len(reps) - room)
    return reps[start : start + room]
