"""Keys and what they do, at the foot of a screen; each can be clicked. What doesn't fit is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from trackbuddy.present.cells import width


class Key(NamedTuple):
    """`action` is one of the app's, or with `screen.` in front the screen's."""

    key: str
    does: str
    action: str


class KeyBar(Static):
    """Told its keys, the most needed first."""

    can_focus = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; color: $foreground; background: $panel; padding: 0 1; link-style: none;
        link-color: $foreground; link-background: $panel;
    }
    """

    def __init__(self, keys: Sequence[Key], id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = tuple(keys)

    def show(self, keys: Sequence[Key]) -> None:
        self._keys = tuple(keys)
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        self.update(Content("  ").join(list(self._fitting(self.size.width))))

    def _fitting(self, room: int) -> Iterator[Content]:
        for key in self._keys:
            room -= width(key.key) + width(key.does) + 5
            if room < -2:
                return
            click = Style.from_meta({"@click": key.action if "." in key.action else f"app.{key.action}"})
            yield Content.assemble((f" {key.key} ", Style.parse("reverse") + click), (f" {key.does}", click))
