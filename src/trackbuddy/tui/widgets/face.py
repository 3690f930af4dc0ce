"""The clock face: the rows of a page, drawn as they are told, and only the cells that changed."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from trackbuddy.present.ink import TEXT, Edges
from trackbuddy.present.rows import Row, Span
from trackbuddy.tui.palette import Palette


class Face(Widget):
    """Fills its place with rows of spans. What an ink looks like stands in the theme."""

    can_focus = False
    DEFAULT_CSS = "Face { width: 1fr; height: 1fr; background: $background; color: $foreground; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._strips: dict[int, Strip] = {}
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
        if len(before) != len(rows):
            self._strips.clear()
            self.refresh()
            self.drawn += len(rows)
            return
        changed = [y for y, row in enumerate(rows) if before[y] != row]
        for y in changed:
            self._strips.pop(y, None)
        if changed:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))
            self.drawn += len(changed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn so far is right any more."""
        self._palette = None
        self._strips.clear()
        super().notify_style_update()

    def _colours(self) -> Palette:
        if self._palette is None:
            self._palette = Palette.of(self.app)
        return self._palette

    def render_lines(self, crop: Region) -> list[Strip]:
        return [self._strip(y).crop(crop.x, crop.right) for y in range(crop.y, crop.bottom)]

    def _strip(self, y: int) -> Strip:
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._made(self._rows[y] if y < len(self._rows) else ())
        return strip

    def _made(self, row: Row) -> Strip:
        palette, width = self._colours(), self.size.width
        strip = Strip([self._segment(span, palette) for span in row if span.text])
        return strip.adjust_cell_length(width, palette.style(TEXT))

    def _segment(self, span: Span, palette: Palette) -> Segment:
        return Segment(span.text, palette.style(span.look))
