"""Inks as colours: the theme's own, anybody's theme, sixteen colours, and none."""

from __future__ import annotations

import pytest
from textual.theme import BUILTIN_THEMES, Theme

from trackbuddy.present.ink import Edges, Ink, Look, Mix
from trackbuddy.tui.palette import Palette
from trackbuddy.tui.themes import PREFIX, THEMES

NIGHT = THEMES[0]


def palette(edges: Edges = Edges.SMOOTH, system: str | None = "truecolor") -> Palette:
    return Palette(NIGHT.variables, edges=edges, system=system, dark=True)


@pytest.mark.parametrize("theme", THEMES)
def test_every_ink_but_ground_and_text_is_a_variable_of_our_themes(theme: Theme) -> None:
    assert {f"{PREFIX}{ink}" for ink in Ink} - set(theme.variables) == {f"{PREFIX}{Ink.GROUND}", f"{PREFIX}{Ink.TEXT}"}


@pytest.mark.parametrize("name", sorted(name for name in BUILTIN_THEMES if "ansi" not in name))
def test_a_theme_that_knows_nothing_of_us_gives_every_ink_a_colour(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    variables = theme.to_color_system().generate() | theme.variables
    found = Palette(variables, edges=Edges.SMOOTH, system="truecolor", dark=theme.dark)
    styles = {ink: found.style(Look(ink)) for ink in Ink}
    assert all(style.color is not None and style.bgcolor is not None for style in styles.values())


def test_a_pixel_between_two_inks_is_a_colour_between_theirs() -> None:
    half = palette().style(Look(Mix(Ink.MARK, Ink.TRACK, 4))).color
    ends = [palette().style(Look(ink)).color for ink in (Ink.TRACK, Ink.MARK)]
    assert half is not None
    assert all(end is not None for end in ends)
    low, high = (end.get_truecolor().red for end in ends if end is not None)
    assert low < half.get_truecolor().red < high


def test_sixteen_colours_are_named_and_not_guessed() -> None:
    found = palette(Edges.PLAIN, "standard")
    numbers = {style.color.number for ink in Ink if (style := found.style(Look(ink))).color is not None}
    assert numbers <= set(range(16))
    assert found.codes(Look(Ink.ON)).ink == "92"


def test_without_colours_only_bold_and_inverse_are_left() -> None:
    found = palette(Edges.BARE, None)
    style = found.style(Look(Ink.ALARM, bold=True, inverse=True))
    assert (style.color, style.bgcolor, style.bold, style.reverse) == (None, None, True, True)
    assert found.codes(Look(Ink.ALARM, bold=True, inverse=True)) == ("", "", "1;7")


def test_inverse_changes_the_places_of_ink_and_ground() -> None:
    plain, inverse = palette().codes(Look(Ink.NOW)), palette().codes(Look(Ink.NOW, inverse=True))
    assert plain.ink.removeprefix("38") == inverse.ground.removeprefix("48")
    assert plain.ground.removeprefix("48") == inverse.ink.removeprefix("38")
