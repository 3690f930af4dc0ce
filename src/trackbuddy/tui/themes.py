"""Two looks: light letters on black for the evening, black on white for the sun. No meaning is told by colour alone."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    primary="#7fd4ff",
    secondary="#9ad1a0",
    accent="#ffd34d",
    warning="#ffd34d",
    error="#ff6b6b",
    success="#9ad1a0",
    foreground="#f2f2f2",
    background="#000000",
    surface="#111111",
    panel="#1d1d1d",
    dark=True,
    text_alpha=1.0,
)

SUNLIGHT: Final = Theme(
    name="sunlight",
    primary="#000000",
    secondary="#000000",
    accent="#000000",
    warning="#000000",
    error="#000000",
    success="#000000",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ffffff",
    dark=False,
    text_alpha=1.0,
)

THEMES: Final = (DARK, SUNLIGHT)


def other(name: str) -> str:
    """The theme that is not this one."""
    return SUNLIGHT.name if name == DARK.name else DARK.name
