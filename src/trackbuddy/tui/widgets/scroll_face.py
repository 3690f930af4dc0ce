"""A page of rows longer than its place: it shows a part and says how much there is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from trackbuddy.present.ink import FAINT, NOW
from trackbuddy.present.rows import Row, Span, filled, gap, text_row
from trackbuddy.present.scrolling import stretch
from trackbuddy.tui.widgets.face import Face


class ScrollFace(Vertical):
    """Told all of its rows at once."""

    DEFAULT_CSS = "ScrollFace { height: 1fr; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._face = Face()
        self._rows: tuple[Row, ...] = ()
        self._top = 0
        self.head = ""

    def compose(self) -> ComposeResult:
        yield self._face

    def tell(self, rows: Sequence[Row], *, from_top: bool = False) -> None:
        self._rows = tuple(rows)
        self._top = 0 if from_top else self._top
        self._draw()

    def scroll_rows(self, by: int) -> None:
        self._top += by
        self._draw()

    def _draw(self) -> None:
        width, height = self._face.size.width, self._face.size.height
        if height < 3:
            return
        inside = height - 2
        self._top = max(min(self._top, len(self._rows) - inside), 0)
        shown = self._rows[self._top : self._top + inside]
        said = stretch(len(self._rows), inside, self._top).text
        head = filled((gap(1), Span(self.head, NOW)), width)
        body = [filled(row, width) for row in shown] + [filled((), width)] * (inside - len(shown))
        self._face.show((head, *body, filled(text_row(said, FAINT), width)))
