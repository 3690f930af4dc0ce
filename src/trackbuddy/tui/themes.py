"""Two looks: light letters on near black for the evening, black on white for the sun.

No meaning is told by colour alone.
Each ink of `present.ink` is a theme variable, `tb-` and its name. A theme without them works too: it is asked for its
own colours of that kind.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from trackbuddy.present.ink import Ink

PREFIX: Final = "tb-"
"""Before an ink's name in a theme's variables: `tb-rest`."""
INKS: Final = frozenset(map(str, Ink))

NIGHT: Final = Theme(
    name="night",
    primary="#6ebeff",
    secondary="#969ea8",
    accent="#ffc44d",
    warning="#ffc44d",
    error="#ff5a5a",
    success="#78d68c",
    foreground="#eceef0",
    background="#0b0d10",
    surface="#14171b",
    panel="#1d2127",
    dark=True,
    text_alpha=1.0,
    variables={
        "tb-faint": "#8a929a",
        "tb-line": "#2c323a",
        "tb-cap": "#969ea8",
        "tb-now": "#ffc44d",
        "tb-on": "#78d68c",
        "tb-fast": "#6ebeff",
        "tb-slow": "#ff8a65",
        "tb-rest": "#6ebeff",
        "tb-last": "#ffe14d",
        "tb-alarm": "#ff5a5a",
        "tb-track": "#963e28",
        "tb-gone": "#7a3322",
        "tb-infield": "#102816",
        "tb-mark": "#f5f5f5",
        "tb-dot": "#ffffff",
        "tb-ghost": "#c8a890",
    },
)

SUN: Final = Theme(
    name="sun",
    primary="#0050b5",
    secondary="#3c4248",
    accent="#8a4b00",
    warning="#8a4b00",
    error="#b00000",
    success="#006b23",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ffffff",
    dark=False,
    text_alpha=1.0,
    variables={
        "tb-faint": "#3f444a",
        "tb-line": "#d0d4d8",
        "tb-cap": "#2c3238",
        "tb-now": "#8a4b00",
        "tb-on": "#006b23",
        "tb-fast": "#0050b5",
        "tb-slow": "#b53000",
        "tb-rest": "#0050b5",
        "tb-last": "#8a4b00",
        "tb-alarm": "#b00000",
        "tb-track": "#a8aeb4",
        "tb-gone": "#b8bec4",
        "tb-infield": "#ffffff",
        "tb-mark": "#000000",
        "tb-dot": "#000000",
        "tb-ghost": "#606870",
    },
)

THEMES: Final = (NIGHT, SUN)
"""Ours. Each of Textual's own can be worn too."""


def other(name: str) -> str:
    """The theme that is not this one."""
    return SUN.name if name == NIGHT.name else NIGHT.name
