"""What the user wants the screens to look like, and an app that wears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from trackbuddy.tui.themes import INKS, NIGHT, PREFIX, THEMES

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Dress:
    """A theme by name, ours or Textual's; colours of one's own over it; and whether edges may be smooth."""

    theme: str = NIGHT.name
    colours: Mapping[str, str] = field(default_factory=dict)
    """By the name of an ink (`rest`) or of a field of Textual's themes (`background`), as the settings check it."""
    smooth: bool = True

    def over(self, theme: Theme) -> Theme:
        """The theme with these colours in it."""
        dressed = replace(theme, variables=dict(theme.variables))
        for name, colour in self.colours.items():
            if name in INKS:
                dressed.variables[f"{PREFIX}{name}"] = colour
            else:
                setattr(dressed, name, colour)
        return dressed


WORN: Final = Dress()
"""What is worn by whoever wants nothing else."""


_USUAL: Final = 60
"""Columns from which a form has room for what may be typed beside each field."""


class DressedApp(App[Result]):
    """Knows its own dress; the other theme wears the same colours."""

    dress: Dress = WORN

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_USUAL, "-usual")]

    def wear(self, dress: Dress) -> None:
        self.dress = dress
        chosen = self.available_themes.get(dress.theme)
        for theme in (*THEMES, *([chosen] if chosen is not None else [])):
            self.register_theme(dress.over(theme))
        self.theme = dress.theme
