"""The clock face: the rows of a page, drawn as they are told, and only the cells that changed."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from trackbuddy.present.ink import TEXT, Edges
from trackbuddy.present.rows import Row, width_of
from trackbuddy.tui.palette import Palette
from trackbuddy.tui.widgets.changes import Change, ChangedStrip, changes, end_of, written

KEPT: Final = 2048
"""Changes remembered as they are written: those of a digit come back every second."""


class Face(Widget):
    """Fills its place with rows of spans. What an ink looks like stands in the theme."""

    can_focus = False
    DEFAULT_CSS = "Face { width: 1fr; height: 1fr; background: $background; color: $foreground; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._painted: tuple[Row, ...] = ()
        """What the terminal shows; empty: nobody knows."""
        self._strips: dict[int, Strip] = {}
        self._changes: dict[int, tuple[Change, ...] | None] = {}
        """What was asked to be drawn again and has not been yet, by row."""
        self._written: dict[tuple[Change, ...], str] = {}
        self._palette: Palette | None = None
        self.drawn = 0
        """Rows asked to be drawn again so far: a frame that changes nothing adds none."""

    @property
    def edges(self) -> Edges:
        """How finely a picture may be drawn on this terminal."""
        return self._colours().edges

    def show(self, rows: tuple[Row, ...]) -> None:
        """Takes a whole page; rows that are as they were are not drawn again."""
        before, self._rows = self._rows, rows
        if len(self._painted) != len(rows):
            self._changes.clear()
            self.refresh()
            self.drawn += len(rows)
            return
        self.drawn += sum(before[y] != row for y, row in enumerate(rows)) if len(before) == len(rows) else len(rows)
        regions = [Region(*where) for y, row in enumerate(rows) if (where := self._changed(y, row)) is not None]
        if regions:
            self.refresh(*regions)

    def _changed(self, y: int, row: Row) -> tuple[int, int, int, int] | None:
        """The cells of a row that differ from what the terminal shows."""
        if self._painted[y] == row:
            self._changes.pop(y, None)
            return None
        found = self._changes[y] = changes(self._painted[y], row)
        if found is None:
            return 0, y, self.size.width, 1
        return (found[0].start, y, end_of(found) - found[0].start, 1) if found else None

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn so far is right any more."""
        self._palette = None
        self._written.clear()
        self._forget()
        super().notify_style_update()

    def on_resize(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._strips.clear()
        self._changes.clear()
        self._painted = ()

    def _colours(self) -> Palette:
        if self._palette is None:
            self._palette = Palette.of(self.app)
        return self._palette

    def render_lines(self, crop: Region) -> list[Strip]:
        """All that was asked to be drawn goes to the terminal now."""
        strips = [self._strip(y) for y in range(crop.y, crop.bottom)]
        if crop.width < self.size.width:
            strips = [Strip.crop(strip, crop.x, crop.right) for strip in strips]
        self._painted = self._rows
        self._changes.clear()
        return strips

    def _strip(self, y: int) -> Strip:
        row = self._rows[y] if y < len(self._rows) else ()
        before = self._painted[y] if y < len(self._painted) else None
        if before == row and y in self._strips:
            return self._strips[y]
        width, found = self.size.width, self._changes.get(y)
        if found and width_of(row) == width:
            strip: Strip = ChangedStrip(lambda: self._segments(row), width, end_of(found), self._told(found))
        else:
            strip = Strip(self._segments(row)).adjust_cell_length(width, self._colours().style(TEXT))
        self._strips[y] = strip
        return strip

    def _segments(self, row: Row) -> list[Segment]:
        palette = self._colours()
        return [Segment(span.text, palette.style(span.look)) for span in row if span.text]

    def _told(self, found: tuple[Change, ...]) -> str:
        told = self._written.get(found)
        if told is None:
            if len(self._written) >= KEPT:
                self._written.clear()
            told = self._written[found] = written(found, self._colours().codes)
        return told
