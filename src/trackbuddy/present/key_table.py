"""The keys of a running session, said once: screen, help, menu, plain mode and README's table read them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from trackbuddy.timing import inputs as i
from trackbuddy.units import NS


class Command(StrEnum):
    """What a key does; the value is its name in settings.toml."""

    TAP = "tap"
    ATHLETE = "athlete"
    ENTER = "enter"
    UNDO = "undo"
    TAKE = "take"
    START = "start"
    HOLD = "hold"
    LONGER = "longer"
    SHORTER = "shorter"
    NOTE = "note"
    METRES = "metres"
    END_BLOCK = "end_block"
    MENU = "menu"
    HELP = "help"
    LEAVE = "leave"
    SHUT = "shut"
    NEXT = "next"
    REPEAT = "repeat"
    END_HERE = "end_here"
    NAMES = "names"
    NOBODY = "nobody"
    OUT = "out"
    REDO = "redo"
    SOUND = "sound"
    GLANCE = "glance"
    COLOURS = "colours"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class Row:
    """One key: what it is called, what it does, and what is said where it does nothing."""

    command: Command
    keys: tuple[str, ...]
    """The names under which the keyboard knows it, as long as the user sets no others."""
    does: str
    """For help and README."""
    short: str
    """The same where room is short, and in plain mode."""
    kind: Callable[..., i.Input] | None = None
    """The input it gives; None: it only opens or shuts something."""
    members: Mapping[str, Any] = field(default_factory=dict)
    in_vain: str = ""
    in_menu: bool = False
    """It is a key only while the menu is open."""
    plain: tuple[str, ...] = ()
    """What is typed for it in plain mode; an empty text is Enter alone."""
    plain_shown: str = ""
    """How plain mode's help writes that, where it isn't the same."""
    plain_does: str = ""
    """What it does there, where `short` is too short for it."""
    fixed: bool = False
    """The user can't set another key."""


STEP_NS: Final = 10 * NS
_NOTHING_TO_CHANGE: Final = "there is nothing to change by ten seconds here"

ROWS: Final[tuple[Row, ...]] = (
    Row(
        Command.TAP,
        ("space", "pagedown"),
        "tap: begin, finish, lap; in an open recovery start the next rep",
        "start, tap",
        i.Tap,
        plain=("",),
        plain_shown="Enter alone",
    ),
    Row(
        Command.ATHLETE,
        tuple("123456789"),
        "that athlete, now; whose a tap was, once all are in; before the start: runs, or not",
        "that athlete",
        i.Tap,
        plain=tuple("123456789"),
        plain_shown="1-9",
        fixed=True,
    ),
    Row(
        Command.ENTER,
        ("enter",),
        "ready: begin; in a rep: no more taps, no time; at the end: leave",
        "that's all",
        i.ThatsAll,
        in_vain="there is nothing to end here; SPACE taps",
        plain=("f",),
    ),
    Row(
        Command.UNDO,
        ("backspace",),
        "undo, step by step; behind a GO it asks for a second press",
        "undo",
        i.Undo,
        in_vain="nothing to undo",
        plain=("u",),
    ),
    Row(
        Command.TAKE,
        ("a",),
        "the extra or ignored tap was the right one; yes to a question",
        "take the extra tap",
        i.TakeTap,
        in_vain="there is no tap to take",
        plain=("a",),
    ),
    Row(
        Command.START,
        ("s",),
        "they started now",
        "they started now",
        i.StartedNow,
        in_vain="too late to move the start; repeat lets the rep come again",
        plain=("s",),
    ),
    Row(
        Command.HOLD,
        ("h",),
        "hold the countdown, in a rep the one after it; again: go on",
        "hold, go on",
        i.Hold,
        in_vain="nothing to hold here",
        plain=("h",),
    ),
    Row(
        Command.LONGER,
        ("+", "="),
        "ten seconds more, in recovery and before the start",
        "ten seconds more",
        i.Adjust,
        {"by_ns": STEP_NS},
        _NOTHING_TO_CHANGE,
        plain=("+", "="),
        plain_shown="+",
    ),
    Row(
        Command.SHORTER,
        ("-",),
        "ten seconds less",
        "less",
        i.Adjust,
        {"by_ns": -STEP_NS},
        _NOTHING_TO_CHANGE,
        plain=("-",),
    ),
    Row(Command.NOTE, ("m",), "note, in recovery, hold and before the start", "note", plain_shown="m TEXT"),
    Row(Command.METRES, ("p",), "metres run in a rep by time", "metres, rep by time", plain_shown="d METRES"),
    Row(
        Command.END_BLOCK,
        ("e",),
        "end a block that goes on until it is ended",
        "end an open block",
        i.EndHere,
        in_vain="nothing to end here",
    ),
    Row(
        Command.NOBODY,
        ("0",),
        "with a tap that wants a name: it was nobody's",
        "nobody's tap",
        i.Withdraw,
        in_vain="no tap wants a name",
        plain_shown="0",
    ),
    Row(Command.MENU, ("tab", "shift+tab"), "more, for five seconds; Space still taps", "more"),
    Row(
        Command.NEXT,
        ("n",),
        "go on to the next rep now",
        "next",
        i.Next,
        in_vain="nothing to go on to",
        in_menu=True,
        plain=("n",),
    ),
    Row(
        Command.REPEAT,
        ("r",),
        "the rep does not count and comes again",
        "repeat",
        i.Repeat,
        in_vain="no rep to repeat",
        in_menu=True,
        plain=("r",),
    ),
    Row(
        Command.END_HERE,
        ("e",),
        "end the session here",
        "end",
        i.EndHere,
        in_vain="nothing to end here",
        in_menu=True,
        plain=("e",),
    ),
    Row(
        Command.OUT,
        ("d",),
        "with a digit: that athlete drops out, or comes back",
        "out",
        in_menu=True,
        plain_shown="d 3",
        plain_does="athlete 3 drops out, or comes back",
    ),
    Row(
        Command.NAMES,
        ("w",),
        "whose taps were they: names for the last rep's",
        "names",
        in_menu=True,
        plain_shown="w 2 3",
        plain_does="the second tap was athlete 3's; w lists them",
    ),
    Row(
        Command.REDO,
        ("y",),
        "take the undo back",
        "redo",
        i.Redo,
        in_vain="nothing to redo",
        in_menu=True,
        plain=("U",),
    ),
    Row(Command.SOUND, ("v",), "sound off and on", "sound", in_menu=True),
    Row(Command.GLANCE, ("g",), "the clock alone; the track, or the big digits in its place", "glance", in_menu=True),
    Row(Command.COLOURS, ("c",), "the other colours", "colours", in_menu=True),
    Row(Command.WHO, ("w",), "before the start: who runs, anybody known or a new name, and by which goal", "who runs"),
    Row(Command.HELP, ("?", "f1"), "this list; arrows scroll, Space still taps", "help"),
    Row(Command.SHUT, ("escape",), "shut what is open", "shut", fixed=True),
    Row(
        Command.LEAVE,
        ("ctrl+q", "ctrl+c"),
        "leave: to go on later, finish, discard, or keep going",
        "leave",
        plain_shown="q",
    ),
)

BY_COMMAND: Final[Mapping[Command, Row]] = {row.command: row for row in ROWS}

_SHOWN: Final = {
    "space": "SPACE",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "enter": "ENTER",
    "backspace": "BKSP",
    "tab": "TAB",
    "escape": "Esc",
    **{f"f{n}": f"F{n}" for n in range(1, 13)},
}
NAMED: Final = frozenset({*_SHOWN, "up", "down", "left", "right", "home", "end", "insert", "delete", "shift+tab"})
"""The keys that have a name longer than what they write."""


def shown(key: str) -> str:
    """A key as a person reads it."""
    return _SHOWN.get(key, key)


def key_of(label: str) -> str:
    """The keyboard's name of a key as a person reads it."""
    return _NAMES.get(label, label)


_NAMES: Final = {label: key for key, label in _SHOWN.items()}


class KeysError(ValueError):
    """A key that can't be used, with the command whose setting names it."""

    def __init__(self, message: str, command: str) -> None:
        super().__init__(message)
        self.command = command


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which key does what: the table's, with the user's own in their place."""

    main: Mapping[str, Command]
    menu: Mapping[str, Command]
    keys: Mapping[Command, tuple[str, ...]]

    @staticmethod
    def of(own: Mapping[str, tuple[str, ...]]) -> Keymap:
        """`own`: keys by a command's name. Raises KeysError for what is no key, is another's, or leaves none."""
        keys = {row.command: row.keys for row in ROWS}
        for name, wanted in own.items():
            keys[_settable(name)] = _checked(name, wanted)
        main: dict[str, Command] = {}
        menu: dict[str, Command] = {}
        for row in sorted(ROWS, key=lambda row: row.command in own):
            for key in keys[row.command]:
                place = menu if row.in_menu else main
                if key in place:
                    raise _clash(key, place[key], row.command, own)
                place[key] = row.command
        return Keymap(main, menu, keys)

    def label(self, command: Command) -> str:
        """The first key of a command, as it stands in hints."""
        if command is Command.ATHLETE:
            return "1-9"
        return shown(self.keys[command][0])

    def all_labels(self, command: Command) -> tuple[str, ...]:
        if command is Command.ATHLETE:
            return ("1-9",)
        return tuple(shown(key) for key in self.keys[command] if key != "shift+tab")


def _settable(name: str) -> Command:
    known = [row.command for row in ROWS if not row.fixed]
    if name not in known:
        raise KeysError(f"{name} is no command with a key to set; there are {', '.join(known)}", name)
    return Command(name)


def _checked(name: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    if not wanted:
        raise KeysError(f"{name} has no key; name one at least, or leave the line out", name)
    return tuple(dict.fromkeys(_key(name, text) for text in wanted))


def _key(name: str, text: str) -> str:
    """The keyboard's name for what the user wrote."""
    key = "space" if text == " " else text.strip().lower()
    plain = key.removeprefix("ctrl+")
    single = len(plain) == 1 and plain.isprintable() and (plain == key or (plain.isascii() and plain.isalpha()))
    if (plain == key and key in NAMED) or single:
        return key
    raise KeysError(
        f'{text!r} is no key; write what it writes, like "n", or one of ctrl+a to ctrl+z, {", ".join(sorted(NAMED))}',
        name,
    )


def _clash(key: str, first: Command, second: Command, own: Mapping[str, object]) -> KeysError:
    """Both are named; the sentence stands at the one that the user set."""
    blamed, other = (second, first) if second in own else (first, second)
    if other is Command.ATHLETE:
        return KeysError(f"{blamed} can't be {key}: the digits are the athletes'", blamed)
    return KeysError(f"{shown(key)} is both {blamed} and {other}; give one of them another key", blamed)


DEFAULT: Final = Keymap.of({})
