"""Seasons: each session shape month by month, scrolled through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from trackbuddy.present.review_more import season_rows
from trackbuddy.results.season import Season
from trackbuddy.tui.review_ports import Archivist
from trackbuddy.tui.widgets.key_bar import Key, KeyBar
from trackbuddy.tui.widgets.scroll_face import ScrollFace

_KEYS: Final = (
    Key("↑", "", "screen.scroll(-1)"),
    Key("↓", "scroll", "screen.scroll(1)"),
    Key("ESC", "back", "screen.dismiss"),
)


class SeasonScreen(Screen[None]):
    """Told the seasons by the archivist, from a thread."""

    CSS = "SeasonScreen { background: $background; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down,space", "scroll(1)", show=False),
        Binding("pageup", "scroll(-20)", show=False),
        Binding("pagedown", "scroll(20)", show=False),
        Binding("escape,q", "dismiss", show=False),
    ]

    def __init__(self, archivist: Archivist) -> None:
        super().__init__()
        self._archivist = archivist
        self._seasons: Sequence[Season] | None = None

    def compose(self) -> ComposeResult:
        yield ScrollFace(id="seasons")
        yield KeyBar(_KEYS, id="season-keys")

    def on_mount(self) -> None:
        self.query_one(ScrollFace).head = "SEASON"
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        self.app.call_from_thread(self._take, self._archivist.seasons())

    def _take(self, seasons: Sequence[Season]) -> None:
        self._seasons = seasons
        self._draw()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @property
    def is_told(self) -> bool:
        return self._seasons is not None

    def _draw(self) -> None:
        face = self.query_one(ScrollFace)
        if self._seasons is not None:
            face.tell(season_rows(self._seasons, face.size.width))

    def action_scroll(self, by: int) -> None:
        self.query_one(ScrollFace).scroll_rows(by)
