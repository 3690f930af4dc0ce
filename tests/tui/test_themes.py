"""The two looks."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.live.by_hand import by_hand
from tests.tui.plans import EIGHT_200
from tests.tui.screens import stand
from textual.theme import BUILTIN_THEMES

from trackbuddy.present.ink import Edges
from trackbuddy.storage.settings import COLOURS
from trackbuddy.storage.settings_file import SettingsFile
from trackbuddy.tui.dress import Dress
from trackbuddy.tui.live_app import LiveApp
from trackbuddy.tui.palette import Palette
from trackbuddy.tui.themes import INKS, SUN, THEMES, other


def test_the_settings_name_the_themes_there_are() -> None:
    """Ours, and such of Textual's as it has."""
    named = set(get_args(SettingsFile.model_fields["theme"].annotation))
    assert {theme.name for theme in THEMES} <= named
    assert named - {theme.name for theme in THEMES} <= set(BUILTIN_THEMES)


def test_each_is_the_other_of_the_other() -> None:
    assert {other(theme.name) for theme in THEMES} == {theme.name for theme in THEMES}
    assert all(other(other(theme.name)) == theme.name for theme in THEMES)


async def test_a_session_opens_in_the_theme_of_the_settings_and_hears_the_athletes_own_digit() -> None:
    async with stand(EIGHT_200, theme="sun", digits={3: 1}) as at:
        assert at.app.theme == SUN.name
        await at.tap()
        await at.wait(10)
        await at.wait(34)
        await at.press("3")
        assert "1 34.0 " in at.page()


def test_every_ink_can_have_a_colour_of_its_own() -> None:
    assert INKS <= COLOURS


@pytest.mark.parametrize("theme", ["night", "sun", "nord"])
async def test_colours_of_ones_own_lie_over_every_theme(theme: str) -> None:
    hand = by_hand(EIGHT_200)
    app = LiveApp(hand.live, dress=Dress(theme, {"rest": "#123456", "background": "#010203"}, smooth=False))
    async with app.run_test():
        assert app.theme == theme
        assert app.theme_variables["tb-rest"] == "#123456"
        assert app.theme_variables["background"] == "#010203"
        assert Palette.of(app).edges is not Edges.SMOOTH
