"""What there is to draw on."""

from __future__ import annotations

from dataclasses import dataclass

from trackbuddy.present.ink import Edges


@dataclass(frozen=True, slots=True)
class Window:
    columns: int
    rows: int
    edges: Edges = Edges.SMOOTH
