"""The clock face: the rows of a page, drawn as they are told, and only those that changed."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from trackbuddy.present.cells import printable
from trackbuddy.present.rows import Role, Row


class Face(Widget):
    """Fills its place with rows of spans. What a role looks like stands in the styles, `face--ROLE`."""

    can_focus = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"face--{role}" for role in Role}
    DEFAULT_CSS = """
    Face { width: 1fr; height: 1fr; background: $background; color: $foreground; }
    Face > .face--text, Face > .face--panel, Face > .face--notice-calm { background: $background; color: $foreground; }
    Face > .face--strong { background: $background; color: $foreground; text-style: bold; }
    Face > .face--faint { background: $background; color: $foreground; }
    Face > .face--heading { background: $background; color: $accent; text-style: bold; }
    Face > .face--big { background: $background; color: $foreground; text-style: bold; }
    Face > .face--gauge { background: $background; color: $primary; }
    Face > .face--key { background: $background; color: $primary; text-style: bold; }
    Face > .face--notice-asking { background: $background; color: $accent; text-style: bold reverse; }
    Face > .face--alarm, Face > .face--notice-alarm {
        background: $background; color: $error; text-style: bold reverse;
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self.drawn = 0
        """Rows asked to be drawn again so far: a frame that changes nothing adds none."""

    def show(self, rows: tuple[Row, ...]) -> None:
        """Takes a whole page; rows that are as they were are not drawn again."""
        before, self._rows = self._rows, rows
        changed = [y for y, row in enumerate(rows) if y >= len(before) or before[y] != row]
        if len(before) > len(rows):
            self.refresh()
        elif changed:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))
        self.drawn += len(changed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def render_line(self, y: int) -> Strip:
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self._style(Role.TEXT))
        segments = [Segment(printable(span.text), self._style(span.role)) for span in self._rows[y] if span.text]
        return Strip(segments).adjust_cell_length(self.size.width, self._style(Role.TEXT))

    def _style(self, role: Role) -> Style:
        return self.get_component_rich_style(f"face--{role}")
