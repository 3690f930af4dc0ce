"""The bar: a countdown, or the way of a rep with the target athlete on it."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.cells import cut, left, width
from trackbuddy.present.ink import STRONG, TEXT, Colour, Edges, Ink, Look, mix
from trackbuddy.present.rows import Row, Span
from trackbuddy.present.view import Gauge

_MOST: Final = 100
_LEAST: Final = 10
_LEAST_BESIDE: Final = 20
"""Where the bar would be shorter its tail goes."""
_LABEL: Final = 11
"""Labels are filled up to this, so that the bar doesn't jump when a digit goes."""
_PAST: Final = 0.12
"""Of the bar's way behind the finish: the red tail of who is late."""
_STEPS: Final = 8


def gauge_row(gauge: Gauge, columns: int, edges: Edges) -> Row:
    """`DUE in 5.6   ######|###>    200   finish: LINE`."""
    label = left(gauge.label, max(width(gauge.label), _LABEL))
    if gauge.done is None:
        tail = f"  {gauge.tail}" if has_tail(gauge, columns) else ""
        return Span(f" {gauge.label} ", STRONG), Span(tail, TEXT)
    room = columns - 2 - width(label) - 2
    tail = f"  {gauge.tail}" if has_tail(gauge, columns) else ""
    bar = min(room - width(tail), _MOST)
    if bar < _LEAST:
        return (Span(f" {cut(gauge.label, columns - 2)}", STRONG),)
    return Span(f" {label}", STRONG), Span("  ", TEXT), *_bar(gauge, bar, edges), Span(tail, TEXT)


def has_tail(gauge: Gauge, columns: int) -> bool:
    """Whether there is room for what the bar counts from, or where it ends."""
    room = columns - 4 - max(width(gauge.label), _LABEL)
    if gauge.done is None:
        room = columns - 4 - width(gauge.label)
        return bool(gauge.tail) and room >= width(gauge.tail)
    return bool(gauge.tail) and room - width(gauge.tail) - 2 >= _LEAST_BESIDE


def _bar(gauge: Gauge, cells: int, edges: Edges) -> Row:
    """A cell is drawn whole or not at all, where edges are smooth by shares of it."""
    way = round(cells / (1 + _PAST)) if gauge.runner is not None else cells
    done = min(gauge.done or 0.0, 1.0) * way
    late = min(max((gauge.runner or 0) - 1, 0.0) * way, cells - way)
    colours = [_colour(at, done, late, way, gauge.ink, edges) for at in range(cells)]
    chars: list[tuple[str, Look]] = [_plain(colour, edges) for colour in colours]
    free = 0
    for share, text in gauge.marks:
        end = min(round(share * way), cells)
        text = text if len(text) == 1 else f"{text}|"
        if end - len(text) < free:
            continue
        free = end + (len(text) > 1)
        _write(chars, colours, end, text, edges)
    if gauge.runner is not None:
        at = min(max(int(gauge.runner * way), 0), cells - 1)
        letter, ink = ("●", Ink.DOT) if edges is Edges.SMOOTH else ("O", _seen_on(colours[at]))
        chars[at] = (letter, Look(ink, colours[at], bold=True))
    return _joined(chars)


def _seen_on(colour: Colour) -> Ink:
    """A letter on the full part of the bar is dark, and beside it light."""
    return Ink.DOT if colour in (Ink.LINE, Ink.GROUND) else Ink.GROUND


def _colour(at: int, done: float, late: float, way: int, ink: Ink, edges: Edges) -> Colour:
    if at >= way:
        return Ink.ALARM if at - way < late else Ink.GROUND
    share = round(min(max(done - at, 0.0), 1.0) * _STEPS)
    if edges is not Edges.SMOOTH:
        share = _STEPS if 2 * share >= _STEPS else 0
    return mix(ink, Ink.LINE, share)


def _plain(colour: Colour, edges: Edges) -> tuple[str, Look]:
    """Where there are no colours a full cell is a block and an empty one a point."""
    if edges is not Edges.BARE:
        return " ", Look(Ink.TEXT, colour)
    return {Ink.LINE: "·", Ink.GROUND: " "}.get(colour, "█") if isinstance(colour, Ink) else "█", TEXT


def _write(chars: list[tuple[str, Look]], colours: list[Colour], end: int, text: str, edges: Edges) -> None:
    """A mark ends where the place is: `100` just before a hundred metres, with a stroke at it."""
    for at, char in enumerate(text, end - len(text)):
        if 0 <= at < len(chars) and char.strip():
            lies_on = colours[at]
            dark = lies_on in (Ink.LINE, Ink.GROUND)
            chars[at] = (
                char,
                Look(Ink.FAINT if dark else Ink.GROUND, lies_on, inverse=edges is Edges.BARE and not dark),
            )


def _joined(chars: list[tuple[str, Look]]) -> Row:
    spans: list[Span] = []
    for char, look in chars:
        if spans and spans[-1].look == look:
            spans[-1] = Span(spans[-1].text + char, look)
        else:
            spans.append(Span(char, look))
    return tuple(spans)
