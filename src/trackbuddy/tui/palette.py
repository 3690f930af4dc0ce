"""Inks and looks as the terminal's colours: the theme's variables where there are colours, style alone where not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.color import Color, ColorParseError

from trackbuddy.present.ink import STEPS, Colour, Edges, Ink, Look, Mix
from trackbuddy.tui.dress import DressedApp
from trackbuddy.tui.themes import PREFIX
from trackbuddy.tui.widgets.changes import Codes

_DERIVED: Final = {
    Ink.GROUND: "background",
    Ink.TEXT: "foreground",
    Ink.FAINT: "text-muted",
    Ink.LINE: "panel",
    Ink.CAP: "secondary",
    Ink.NOW: "warning",
    Ink.ON: "success",
    Ink.FAST: "primary",
    Ink.SLOW: "accent",
    Ink.REST: "primary",
    Ink.LAST: "warning",
    Ink.ALARM: "error",
    Ink.TRACK: "error-darken-2",
    Ink.GONE: "error-darken-2",
    Ink.INFIELD: "background",
    Ink.MARK: "foreground",
    Ink.DOT: "foreground",
    Ink.GHOST: "text-muted",
}
"""What a theme of somebody else's is asked for, where it has no variable of ours."""

_SIXTEEN: Final = {
    Ink.GROUND: "black",
    Ink.TEXT: "bright_white",
    Ink.FAINT: "white",
    Ink.LINE: "bright_black",
    Ink.CAP: "white",
    Ink.NOW: "bright_yellow",
    Ink.ON: "bright_green",
    Ink.FAST: "bright_blue",
    Ink.SLOW: "bright_magenta",
    Ink.REST: "bright_cyan",
    Ink.LAST: "bright_yellow",
    Ink.ALARM: "bright_red",
    Ink.TRACK: "red",
    Ink.GONE: "red",
    Ink.INFIELD: "black",
    Ink.MARK: "bright_white",
    Ink.DOT: "bright_white",
    Ink.GHOST: "bright_black",
}
_SIXTEEN_LIGHT: Final = {
    **dict.fromkeys(Ink, "black"),
    Ink.GROUND: "bright_white",
    Ink.INFIELD: "bright_white",
    Ink.LINE: "white",
    Ink.FAINT: "bright_black",
    Ink.NOW: "magenta",
    Ink.ON: "green",
    Ink.FAST: "blue",
    Ink.SLOW: "red",
    Ink.REST: "blue",
    Ink.LAST: "magenta",
    Ink.ALARM: "red",
    Ink.TRACK: "white",
    Ink.GONE: "white",
    Ink.GHOST: "bright_black",
}


_SYSTEMS: Final = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}


class Palette:
    """The styles of one theme on one terminal, each worked out once."""

    def __init__(self, variables: Mapping[str, str], *, edges: Edges, system: str | None, dark: bool) -> None:
        """`system` is what Rich calls the terminal's colours, None: it has none."""
        self.edges = edges
        self._few = (_SIXTEEN if dark else _SIXTEEN_LIGHT) if system == "standard" else None
        self._system = _SYSTEMS.get(system or "", ColorSystem.TRUECOLOR)
        self._codes: dict[Look, Codes] = {}
        self._inks = {ink: _colour(variables, ink) for ink in Ink}
        self._colours: dict[Colour, RichColor] = {}
        self._styles: dict[Look, Style] = {}

    @staticmethod
    def of(app: App[Any]) -> Palette:
        """For the terminal, the theme and the dress of this app."""
        smooth = not isinstance(app, DressedApp) or app.dress.smooth
        system = app.console.color_system
        bare = app.no_color or system is None
        edges = Edges.BARE if bare else Edges.SMOOTH if smooth and system == "truecolor" else Edges.PLAIN
        return Palette(app.theme_variables, edges=edges, system=system, dark=app.current_theme.dark)

    def style(self, look: Look) -> Style:
        known = self._styles.get(look)
        if known is None:
            known = self._styles[look] = self._made(look)
        return known

    def codes(self, look: Look) -> Codes:
        """The same as the numbers of an SGR sequence."""
        known = self._codes.get(look)
        if known is None:
            manner = ";".join(("1",) * look.bold + ("7",) * (look.inverse and self.edges is Edges.BARE))
            style = self.style(look)
            known = self._codes[look] = Codes(self._sgr(style.color, True), self._sgr(style.bgcolor, False), manner)
        return known

    def _sgr(self, colour: RichColor | None, ink: bool) -> str:
        return "" if colour is None else ";".join(colour.downgrade(self._system).get_ansi_codes(ink))

    def _made(self, look: Look) -> Style:
        if self.edges is Edges.BARE:
            return Style(bold=look.bold, reverse=look.inverse)
        ink, ground = self._rich(look.ink), self._rich(look.ground)
        if look.inverse:
            ink, ground = ground, ink
        return Style(color=ink, bgcolor=ground, bold=look.bold)

    def _rich(self, colour: Colour) -> RichColor:
        known = self._colours.get(colour)
        if known is None:
            known = self._colours[colour] = self._found(colour)
        return known

    def _found(self, colour: Colour) -> RichColor:
        if isinstance(colour, Mix):
            over, under = self._inks[colour.over], self._inks[colour.under]
            return under.blend(over, colour.share / STEPS).rich_color
        if self._few is not None:
            return RichColor.parse(self._few[colour])
        return self._inks[colour].rich_color


def _colour(variables: Mapping[str, str], ink: Ink) -> Color:
    known = _parsed(variables, f"{PREFIX}{ink}") or _parsed(variables, _DERIVED[ink])
    if known is not None:
        return known
    text, ground = _parsed(variables, "foreground") or _WHITE, _parsed(variables, "background") or _BLACK
    return ground.blend(text, _FAINT_SHARE)


def _parsed(variables: Mapping[str, str], name: str) -> Color | None:
    """None for what is no colour by itself: `auto 60%`."""
    try:
        return Color.parse(variables[name])
    except (KeyError, ColorParseError):
        return None


_WHITE: Final = Color(255, 255, 255)
_BLACK: Final = Color(0, 0, 0)
_FAINT_SHARE: Final = 0.6
"""How much of its letters' colour a theme's faint text has, where it names none."""
