"""The dress of the screens, as the settings have it. Loads Textual."""

from __future__ import annotations

from trackbuddy.storage.settings import Settings
from trackbuddy.tui.dress import Dress


def dress_of(settings: Settings) -> Dress:
    return Dress(settings.theme, settings.colours, settings.smooth)
