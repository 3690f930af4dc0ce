"""Pixels as cells. A cell holds two, one above the other, drawn with ▀ ▄ █ alone: those a Linux console's font has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.present.ink import STEPS, Colour, Edges, Ink, Look, Mix
from trackbuddy.present.rows import Row, Span

_GROUNDS: Final = frozenset({Ink.GROUND, Ink.INFIELD, Ink.LINE})
"""Inks that lie behind others: a run of nothing else is spaces."""
_UNSET: Final = frozenset({*_GROUNDS, Ink.MARK, Ink.DOT, Ink.GHOST, Ink.GONE})
"""What is no pixel where there are no colours: a mark on the track is a gap in it."""


def cells(upper: Sequence[Colour], lower: Sequence[Colour], edges: Edges) -> Row:
    """Two rows of pixels as one row of cells, with as few runs as two colours each allow."""
    if edges is not Edges.SMOOTH:
        upper, lower = [_whole(c, edges) for c in upper], [_whole(c, edges) for c in lower]
    spans: list[Span] = []
    run: list[tuple[Colour, Colour]] = []
    used: set[Colour] = set()
    for pair in zip(upper, lower, strict=True):
        wanted = used | set(pair)
        if len(wanted) > 2:
            spans.append(_span(run, used))
            run, wanted = [], set(pair)
        run.append(pair)
        used = wanted
    return (*spans, _span(run, used)) if run else tuple(spans)


def _whole(colour: Colour, edges: Edges) -> Colour:
    if isinstance(colour, Mix):
        colour = colour.over if 2 * colour.share >= STEPS else colour.under
    if edges is Edges.BARE:
        return Ink.GROUND if colour in _UNSET else Ink.TEXT
    return colour


def _span(run: list[tuple[Colour, Colour]], used: set[Colour]) -> Span:
    ground = _ground(run, used)
    others = [colour for colour in used if colour != ground]
    ink = others[0] if others else Ink.TEXT
    text = "".join(_BLOCKS[above != ground, below != ground] for above, below in run)
    return Span(text, Look(ink, Ink.GROUND if ground is None else ground))


def _ground(run: list[tuple[Colour, Colour]], used: set[Colour]) -> Colour | None:
    """The colour behind: one that is a ground, else the paler of two; None where a single ink fills the run."""
    for colour in used:
        if colour in _GROUNDS:
            return colour
    if len(used) == 1:
        (only,) = used
        return None if isinstance(only, Ink) else only
    return min(used, key=lambda colour: (colour.share if isinstance(colour, Mix) else STEPS, str(colour)))


_BLOCKS: Final = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
