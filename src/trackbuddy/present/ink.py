"""Colours and styles by their meaning. What an ink looks like is the theme's affair; no meaning is told by it alone."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Ink(StrEnum):
    """A colour by its part."""

    GROUND = "ground"
    TEXT = "text"
    FAINT = "faint"
    LINE = "line"
    """Rules, the empty part of a bar."""
    CAP = "cap"
    """The cap of a key."""
    NOW = "now"
    """What runs or wants attention."""
    ON = "on"
    FAST = "fast"
    SLOW = "slow"
    REST = "rest"
    LAST = "last"
    """The last three seconds."""
    ALARM = "alarm"
    TRACK = "track"
    GONE = "gone"
    """The part of a way along the track that has run out."""
    INFIELD = "infield"
    MARK = "mark"
    """The line and the start marks on the track."""
    DOT = "dot"
    """Where the target athlete is."""
    GHOST = "ghost"
    """Where one was last time."""


STEPS: Final = 8


class Mix(NamedTuple):
    """A pixel between two inks: `share` of STEPS parts of `over`; never 0 and never all."""

    over: Ink
    under: Ink
    share: int


Colour = Ink | Mix


def mix(over: Ink, under: Ink, share: int) -> Colour:
    """`share` of STEPS parts of one ink over another."""
    if share <= 0 or over is under:
        return under
    return over if share >= STEPS else Mix(over, under, share)


class Look(NamedTuple):
    """How a run of cells is drawn."""

    ink: Colour = Ink.TEXT
    ground: Colour = Ink.GROUND
    bold: bool = False
    inverse: bool = False
    """Ink and ground change places; it holds where there are no colours, too."""


class Edges(StrEnum):
    """How finely a picture may be drawn."""

    SMOOTH = "smooth"
    """Every pixel in a colour of its own: true colour."""
    PLAIN = "plain"
    """Only whole inks."""
    BARE = "bare"
    """No colours: a pixel is set or it is not."""


TEXT: Final = Look()
STRONG: Final = Look(bold=True)
FAINT: Final = Look(Ink.FAINT)
NOW: Final = Look(Ink.NOW, bold=True)


def strong(ink: Ink) -> Look:
    return Look(ink, bold=True)


def chip(ink: Ink) -> Look:
    """Ground-coloured letters on a patch of ink."""
    return Look(ink, bold=True, inverse=True)
