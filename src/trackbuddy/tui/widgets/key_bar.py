"""Keys and what they do, at the foot of a screen; each can be clicked. What doesn't fit is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from trackbuddy.present.cells import width

_LEAST_FOR_MORE: Final = 20
"""Rows of a window that has more than one for keys."""

_WIDE: Final = 60


class Key(NamedTuple):
    """`action` is one of the app's, or with `screen.` in front the screen's."""

    key: str
    does: str
    action: str


def presses(key: str) -> str:
    """The action of pressing this key, wherever the focus is: for what a form or a list does with it."""
    return f"simulate_key('{key}')"


UP: Final = Key("↑", "", presses("up"))
BACK: Final = Key("ESC", "back", presses("escape"))


class KeyBar(Static):
    """Told its keys, the most needed first."""

    can_focus = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; color: $foreground; background: $panel; padding: 0 1; link-style: none;
        link-color: $foreground; link-background: $panel;
    }
    """

    def __init__(self, keys: Sequence[Key], id: str | None = None, *, rows: int = 1) -> None:
        """`rows`: so many lines at the most, and no more than it takes."""
        super().__init__(id=id)
        self._keys, self._rows = tuple(keys), rows

    def show(self, keys: Sequence[Key]) -> None:
        self._keys = tuple(keys)
        self._draw()

    def on_mount(self) -> None:
        """Its height holds from the first frame on, so that nothing above it moves."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        room = self.size.width or self.app.size.width - 2
        lines = self._lines(room)
        if len(lines) > 1 and len(lines[-1]) == 1 and room >= _WIDE:
            lines.pop()  # the last of so many is not worth a row
        lines = lines[: self._rows if self.app.size.height >= _LEAST_FOR_MORE else 1]
        self.styles.height = max(len(lines), 1)
        self.update(Content("\n").join(Content("  ").join(map(_shown, line)) for line in lines))

    def _lines(self, room: int) -> list[list[Key]]:
        """Each line as full as it gets."""
        lines: list[list[Key]] = [[]]
        left = room
        for key in self._keys:
            cells = width(key.key) + width(key.does) + (3 if key.does else 2)
            if lines[-1] and cells > left:
                lines.append([])
                left = room
            lines[-1].append(key)
            left -= cells + 2
        return lines


def _shown(key: Key) -> Content:
    click = Style.from_meta({"@click": key.action if "." in key.action else f"app.{key.action}"})
    return Content.assemble(
        (f" {key.key} ", Style.parse("reverse") + click), (f" {key.does}" if key.does else "", click)
    )
