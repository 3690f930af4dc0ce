"""What a key does where it falls: from what is open and what the session shows to the next standing and a decision.

Pure, so that whoever reads the keyboard decides every key in the order in which it came, whatever the screen does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from trackbuddy.present.key_help import help_lines
from trackbuddy.present.key_table import BY_COMMAND, Command, Keymap, key_of
from trackbuddy.present.keys import until_ended
from trackbuddy.present.page import Stage
from trackbuddy.timing import inputs as i
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Finished, Ready
from trackbuddy.tui.keyboard import lines, squad
from trackbuddy.tui.keyboard.decisions import ChooseWho, Decision, FinishHere, Go, Say, Submit, Switch
from trackbuddy.tui.keyboard.front import AskDiscard, Asked, AskLeave, AskOut, Front, Help, Line, Menu, Names
from trackbuddy.tui.keyboard.heard import Pasted, Press, Wheel
from trackbuddy.units import NS

if TYPE_CHECKING:
    from trackbuddy.timing.inputs import Leaving

MENU_NS: Final = 5 * NS
YES_AFTER_NS: Final = 800_000_000
"""A second Backspace answers the question of the first one only this much later: a key held down begins to repeat after
0.25 to 0.66 s."""
REPEAT_NS: Final = 150_000_000
"""Keyboards repeat a held key every 25 to 40 ms, after a first wait of a quarter of a second or more."""
CALM_NS: Final = NS
"""Enter leaves only this long after the last key that did something: a key held down must not end the session."""
NOBODY: Final = 0
"""A digit that is no athlete's: the tap is shown as ignored."""
ONE_EACH: Final[Mapping[int, int]] = {digit: digit for digit in range(1, 10)}


@dataclass(frozen=True, slots=True)
class Sight:
    """The session as it stands, and its time now."""

    snapshot: Snapshot
    now_ns: int
    no_other: Callable[[], str] = str
    """Why the window has no other stage than the usual one; empty where it has."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose keys they are."""

    keymap: Keymap
    digits: Mapping[int, int] = field(default_factory=lambda: ONE_EACH)
    """The athlete on each digit."""
    may_choose: bool = False
    """Whether others can be chosen before the start: not in a session that was opened by others already."""


Routed = tuple[Front, tuple[Decision, ...]]


def route(front: Front, heard: Press | Pasted | Wheel, sight: Sight, hands: Hands) -> Routed:
    """Decides one key."""
    if front.left:
        return front, ()
    front, told = in_time(front, sight, heard.at_ns)
    if front.scrolled and not sight.snapshot.state.is_over:
        front = replace(front, scrolled=0)
    if isinstance(heard, Wheel):
        return _scrolled(front, _NOTCH if heard.down else -_NOTCH, sight, hands), told
    if isinstance(heard, Pasted):
        front, decisions = _pasted(front, heard)
    elif isinstance(front.open, Line) and (heard.text or heard.key in _EDITING):
        remembered = replace(front, last_key=(heard.key, heard.at_ns))
        front, decisions = _typed(remembered, front.open, heard, sight)
    else:
        front, decisions = _pressed(front, heard, sight, hands)
    return _acted(front, decisions, heard.at_ns), (*told, *decisions)


def clicked(front: Front, label: str, at_ns: int, sight: Sight, hands: Hands) -> Routed:
    """Decides a click on the button of the key with this label: the key, but never one that stamps."""
    if front.left or not label:
        return front, ()
    front, told = in_time(front, sight, at_ns)
    key = key_of(label)
    if label == hands.keymap.label(Command.ATHLETE) or hands.keymap.main.get(key) in _STAMPS:
        digit = "the digit" if label == hands.keymap.label(Command.ATHLETE) else label
        return front, (*told, Say(f"a click never taps a lap: press {digit}"))
    front, decisions = _pressed(front, Press(key, at_ns), sight, hands)
    return _acted(front, decisions, at_ns), (*told, *decisions)


_STAMPS: Final = frozenset({Command.TAP, Command.ATHLETE, Command.START})
"""What their instant is all about: a hand at a mouse is no stop watch, and it slips."""


def _acted(front: Front, decisions: tuple[Decision, ...], at_ns: int) -> Front:
    given = any(isinstance(decision, Submit | FinishHere) for decision in decisions)
    return replace(front, acted_ns=at_ns) if given else front


def in_time(front: Front, sight: Sight, at_ns: int) -> Routed:
    """What is open shuts by itself when its time is over, and its text is kept."""
    match front.open:
        case Menu(since_ns=since_ns) | AskOut(since_ns=since_ns) if at_ns - since_ns >= MENU_NS:
            return front.shut(), ()
        case Names() as names if not squad.may_name(names, sight.snapshot.state, at_ns):
            return front.shut(), ()
        case Line() as line if not lines.may_stay(line, sight.snapshot, sight.now_ns):
            return front.shut(), tuple(Say(text) for text in lines.kept(line))
        case _:
            return front, ()


# --- text -----------------------------------------------------------------------------------------------------------

_EDITING: Final = frozenset(
    "enter escape backspace delete left right home end ctrl+a ctrl+b ctrl+d ctrl+e ctrl+f ctrl+k ctrl+u ctrl+w".split()
)


def _pasted(front: Front, pasted: Pasted) -> Routed:
    """Into the line that is open; else it is nothing: it never makes taps."""
    if not isinstance(front.open, Line):
        return front, (Say("a pasted text is no keys"),)
    text = " ".join(pasted.text.split())
    return replace(front, open=replace(front.open, typed=front.open.typed.insert(text))), ()


def _typed(front: Front, line: Line, press: Press, sight: Sight) -> Routed:
    if press.key == "escape":
        return front.shut(), ()
    if press.key != "enter":
        return replace(front, open=replace(line, typed=line.typed.edited(press))), ()
    text = line.typed.text.strip()
    if line.asked is Asked.METRES:
        return _measured(front, line, text, sight)
    if line.asked is Asked.FAREWELL:
        if not text and press.at_ns - line.since_ns < CALM_NS:
            return front, ()
        return _leave(replace(front, open=None), "finish", *lines.note(text))
    return replace(front, open=None, note_draft=""), lines.note(text)


def _measured(front: Front, line: Line, text: str, sight: Sight) -> Routed:
    """Keeps what was typed; what is no distance stays, with the reason above it."""
    given = lines.measured(line, text, sight.snapshot)
    if isinstance(given, str):
        return front, (Say(given),)
    return replace(front, open=None, metres_draft=None), given


def _leave(front: Front, how: Leaving, *before: Decision) -> Routed:
    return replace(front, open=None, left=True), (*before, Go(how))


# --- keys -----------------------------------------------------------------------------------------------------------


def _pressed(front: Front, press: Press, sight: Sight, hands: Hands) -> Routed:
    key = press.key.lower()
    command = hands.keymap.main.get(key)
    if command is Command.TAP:
        return front, (Submit(i.Tap, {"athlete": None}),)
    if command is Command.ATHLETE:
        return _digit(front, hands.digits.get(int(key), NOBODY), press, sight)
    scrolls = key in _SCROLL and (isinstance(front.open, Help) or _has_results(front, sight))
    if _is_repeat(front, press) and not scrolls:
        return replace(front, last_key=(press.key, press.at_ns)), ()
    front = replace(front, last_key=(press.key, press.at_ns))
    if command is Command.LEAVE:
        return front.show(AskLeave()), ()
    match front.open:
        case AskLeave() | AskDiscard() as asking if command is not Command.START:
            return _answered(front, asking, key)
        case Menu() if key in hands.keymap.menu:
            return _command(front.shut(), hands.keymap.menu[key], press, sight, hands)
        case Names() as names if key in squad.MOVES or command is Command.NOBODY:
            return squad.moved(front, names, sight.snapshot.state, key, press.at_ns)
        case Help() if key in _SCROLL:
            return _scrolled(front, _SCROLL[key], sight, hands), ()
        case _ if command is not None:
            return _command(front, command, press, sight, hands)
        case _ if scrolls:
            return _scrolled(front, _SCROLL[key], sight, hands), ()
        case _:
            return front, ()


def _has_results(front: Front, sight: Sight) -> bool:
    """Whether the table of a session that is over is what there is to scroll."""
    return front.open is None and sight.snapshot.state.is_over


def _digit(front: Front, athlete: int, press: Press, sight: Sight) -> Routed:
    """A tap, but where something that was opened on purpose asks for an athlete, and before the start."""
    state = sight.snapshot.state
    match front.open:
        case AskOut():
            return front.shut(), squad.out_or_back(state, athlete)
        case Names() as names:
            return squad.named(front, names, state, athlete, press.at_ns)
        case _ if squad.is_choosing(state, athlete):
            return front, squad.out_or_back(state, athlete)
        case _:
            return front, (Submit(i.Tap, {"athlete": athlete}),)


_SCROLL: Final = {"up": -1, "down": 1, "pageup": -8, "home": -999, "end": 999}
_NOTCH: Final = 2


def _scrolled(front: Front, lines_: int, sight: Sight, hands: Hands) -> Front:
    """What is longer than its place, by so many lines: help, or the results of a session that is over."""
    if not isinstance(front.open, Help):
        return replace(front, scrolled=max(front.scrolled + lines_, 0)) if _has_results(front, sight) else front
    last = len(help_lines(hands.keymap)) - 1
    return replace(front, open=Help(min(max(front.open.scrolled + lines_, 0), last)))


def _is_repeat(front: Front, press: Press) -> bool:
    """A key held down is one press, as with taps: a stuck Backspace must not take the session apart."""
    last = front.last_key
    return last is not None and last[0] == press.key and 0 <= press.at_ns - last[1] < REPEAT_NS


def _answered(front: Front, asking: AskLeave | AskDiscard, key: str) -> Routed:
    """One key twice never discards."""
    match asking, key:
        case _, "k" | "escape":
            return front.shut(), ()
        case AskLeave(), "l":
            return _leave(front, "resumable")
        case AskLeave(), "f":
            return front.shut(), (FinishHere(),)
        case AskLeave(), "d":
            return front.show(AskDiscard()), ()
        case AskDiscard(), "y":
            return _leave(front, "discard")
        case _:
            return front, ()


def _command(front: Front, command: Command, press: Press, sight: Sight, hands: Hands) -> Routed:
    match command:
        case Command.ENTER:
            return _enter(front, press, sight)
        case Command.UNDO:
            return _undo(front, press, sight, hands)
        case Command.END_BLOCK if not until_ended(sight.snapshot.state):
            menu, end = hands.keymap.label(Command.MENU), hands.keymap.label(Command.END_HERE)
            return front, (Say(f"{menu} {end} ends the session here"),)
        case Command.NOTE | Command.METRES | Command.MENU | Command.HELP | Command.SHUT:
            return _opened(front, command, press, sight)
        case Command.NOBODY:
            return front, squad.nobodys(sight.snapshot.state)
        case Command.OUT | Command.NAMES:
            found = squad.open_(command, sight.snapshot.state, press.at_ns)
            return (front, (Say(found),)) if isinstance(found, str) else (front.show(found), ())
        case Command.WHO:
            return _who(front, sight, hands)
        case Command.GLANCE:
            return _glanced(front, sight)
        case Command.SOUND:
            return front, (Switch("sound"),)
        case Command.COLOURS:
            return front, (Switch("colours"),)
        case _:
            row = BY_COMMAND[command]
            assert row.kind is not None, "every other command gives an input"
            return front, (Submit(row.kind, row.members),)


def _who(front: Front, sight: Sight, hands: Hands) -> Routed:
    if not isinstance(sight.snapshot.state.stage, Ready):
        menu, out = hands.keymap.label(Command.MENU), hands.keymap.label(Command.OUT)
        return front, (Say(f"who runs is chosen before the start; {menu} {out} takes somebody out, or back"),)
    if not hands.may_choose:
        return front, (Say("who runs stands in this log already"),)
    return replace(front.shut(), left=True), (ChooseWho(),)


def _glanced(front: Front, sight: Sight) -> Routed:
    """The next stage; one that would look like the usual one is left out, and why is said."""
    if front.stage.next is Stage.OTHER and (why := sight.no_other()):
        return replace(front, stage=Stage.USUAL), (Say(why),)
    return replace(front, stage=front.stage.next), ()


def _enter(front: Front, press: Press, sight: Sight) -> Routed:
    stage = sight.snapshot.state.stage
    if isinstance(stage, Finished):
        return _leave(front, "finish")
    if not sight.snapshot.state.is_over:
        return front, (Submit(i.ThatsAll),)
    if front.acted_ns is not None and press.at_ns - front.acted_ns < CALM_NS:
        return front, ()
    return replace(front.shut(), note_draft="", open=lines.farewell(front.note_draft, press.at_ns)), ()


def _undo(front: Front, press: Press, sight: Sight, hands: Hands) -> Routed:
    """Not for a Backspace that may still be the one that asked whether to undo behind a GO."""
    asks = sight.snapshot.undo_asks_until_ns is not None
    if asks and front.undo_ns is not None and press.at_ns - front.undo_ns < YES_AFTER_NS:
        return front, (Say(f"too quick for a yes: {hands.keymap.label(Command.UNDO)} once more"),)
    if front.named is not None and (names := squad.named_again(front.named, sight.snapshot.state, press.at_ns)):
        undo = hands.keymap.label(Command.UNDO)
        return replace(front.show(names), named=None), (Say(f"whose tap was it, then?   {undo} again undoes the tap"),)
    return replace(front, undo_ns=press.at_ns), (Submit(i.Undo),)


def _opened(front: Front, command: Command, press: Press, sight: Sight) -> Routed:
    match command:
        case Command.MENU:
            return (front.shut() if isinstance(front.open, Menu) else front.show(Menu(press.at_ns))), ()
        case Command.HELP:
            return (front.shut() if isinstance(front.open, Help) else front.show(Help())), ()
        case Command.NOTE:
            found = lines.open_note(front, sight.snapshot, sight.now_ns, press.at_ns)
        case Command.METRES:
            found = lines.open_metres(front, sight.snapshot, sight.now_ns, press.at_ns)
        case _:
            return front.shut(), ()
    return (front, (Say(found),)) if isinstance(found, str) else (front.show(found), ())
