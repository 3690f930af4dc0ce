"""The two looks."""

from __future__ import annotations

from typing import get_args

from tests.tui.plans import EIGHT_200
from tests.tui.screens import stand

from trackbuddy.storage.settings_file import SettingsFile
from trackbuddy.tui.themes import SUNLIGHT, THEMES, other


def test_the_settings_name_the_themes_there_are() -> None:
    assert set(get_args(SettingsFile.model_fields["theme"].annotation)) == {theme.name for theme in THEMES}


def test_each_is_the_other_of_the_other() -> None:
    assert {other(theme.name) for theme in THEMES} == {theme.name for theme in THEMES}
    assert all(other(other(theme.name)) == theme.name for theme in THEMES)


async def test_a_session_opens_in_the_theme_of_the_settings_and_hears_the_athletes_own_digit() -> None:
    async with stand(EIGHT_200, theme="sunlight", digits={3: 1}) as at:
        assert at.app.theme == SUNLIGHT.name
        await at.tap()
        await at.wait(10)
        await at.wait(34)
        await at.press("3")
        assert "1 34.0 " in at.page()
