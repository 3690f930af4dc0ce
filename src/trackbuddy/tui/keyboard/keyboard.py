"""Whoever reads the keyboard hands every key here, and here it is decided and carried out, one behind the other."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from trackbuddy.present.answers import SHOWN_NS, answer
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Apart, LeadIn, Recovering, Running, State
from trackbuddy.tui.keyboard import squad
from trackbuddy.tui.keyboard.decisions import ChooseWho, Decision, FinishHere, Go, Say, Submit, Switch
from trackbuddy.tui.keyboard.front import Front
from trackbuddy.tui.keyboard.heard import Click, Given
from trackbuddy.tui.keyboard.router import Hands, Sight, clicked, in_time, route

if TYPE_CHECKING:
    from trackbuddy.timing.inputs import Leaving
    from trackbuddy.tui.ports import Live

_ENDS: Final = 3
"""A block without an end, its recovery, the session: so many ends there are to one."""


class Outcome(Protocol):
    """What the screen has to do for a key. Called in the thread that reads the keyboard: only passes it on."""

    def changed(self) -> None:
        """Something is to be drawn."""
        ...

    def left(self, how: Leaving) -> None:
        """The session is to be left."""
        ...

    def choosing(self) -> None:
        """Who runs is to be chosen."""
        ...

    def colours(self) -> None:
        """The other theme, please."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What the keys have to show: what is open, and the answer to the last one."""

    front: Front
    answer: str = ""
    failure: str = ""
    """Why a key could not be decided."""


class Seen(Protocol):
    """A frame, as far as keys are concerned. Never changes; asked in the thread that reads."""

    def key_at(self, column: int, row: int) -> str:
        """The label of the key whose button stands in this cell; empty for none."""
        ...

    def no_other(self) -> str:
        """Why there is no other stage than the usual one; empty where there is."""
        ...


class Unseen:
    """Before the first frame."""

    def key_at(self, column: int, row: int) -> str:
        return ""

    def no_other(self) -> str:
        return ""


class Keyboard:
    """Thread-safe. Nothing that a key does raises here: the thread that reads must go on."""

    def __init__(self, live: Live, hands: Hands, outcome: Outcome) -> None:
        self.hands = hands
        self._live, self._outcome = live, outcome
        self._lock = threading.Lock()
        self._front = Front()
        self._answer: tuple[str, int] | None = None
        self._failure = ""
        self.seen: Seen = Unseen()
        """The frame that a person sees; the screen says so with each."""

    def hear(self, heard: Given) -> None:
        """Decides a key or a click and carries it out, at its own instant."""
        try:
            with self._lock:
                self._decide(heard)
                self._failure = ""
        except Exception as error:
            self._failure = f"{type(error).__name__}: {error}"
        self._outcome.changed()

    def shown(self, sight: Sight, mono_ns: int) -> Shown:
        """For a frame."""
        with self._lock:
            self._front, told = in_time(self._front, sight, mono_ns)
            for decision in told:
                if isinstance(decision, Say):
                    self._answer = (decision.text, mono_ns + SHOWN_NS)
            answer, until_ns = self._answer or ("", 0)
            return Shown(self._front, answer if mono_ns < until_ns else "", self._failure)

    def scrolled_at_most(self, rows: int) -> None:
        """There is no more to scroll: what was pressed beyond it is forgotten."""
        with self._lock:
            self._front = replace(self._front, scrolled=min(self._front.scrolled, rows))

    def tell(self, text: str, mono_ns: int) -> None:
        """Something of the keyboard's own that a person must know."""
        with self._lock:
            self._answer = (text, mono_ns + SHOWN_NS)

    def _decide(self, heard: Given) -> None:
        sight = Sight(self._live.snapshot(), self._live.now_ns(), self.seen.no_other)
        if isinstance(heard, Click):
            label = self.seen.key_at(heard.column, heard.row)
            self._front, decisions = clicked(self._front, label, heard.at_ns, sight, self.hands)
        else:
            self._front, decisions = route(self._front, heard, sight, self.hands)
        for decision in decisions:
            said = self._carry_out(decision, sight, heard.at_ns)
            if said is not None:
                self._answer = (said, heard.at_ns + SHOWN_NS)

    def _carry_out(self, decision: Decision, sight: Sight, at_ns: int) -> str | None:
        """The answer; empty: the one before is over; None: it may stand."""
        match decision:
            case Submit(kind=kind, members=members):
                lines = self._live.submit(kind, at_ns, **members)
                self._front = replace(self._front, named=squad.named_by(lines, at_ns))
                if not lines and self._live.snapshot().undo_asks_until_ns is not None:
                    return ""
                after = self._live.snapshot() if kind is i.Redo else sight.snapshot
                return answer(kind, members, lines, sight.snapshot, after, self.hands.keymap)
            case Say(text=text):
                return text
            case FinishHere():
                return self._finish_here(at_ns)
            case Go(how=how):
                self._outcome.left(how)
            case ChooseWho():
                self._outcome.choosing()
            case Switch(what="sound"):
                self._live.switch_sound()
            case Switch():
                self._outcome.colours()
        return None

    def _finish_here(self, at_ns: int) -> str | None:
        """Ends what runs, so that the results are seen and it can be undone; before anything ran it is simply left."""
        was_going = _is_going(self._live.snapshot().state)
        for _ in range(_ENDS):
            if _is_going(self._live.snapshot().state):
                self._live.submit(i.EndHere, at_ns)
        if was_going:
            return "FINISHED as it stands"
        self._front = replace(self._front, left=True)
        self._outcome.left("finish")
        return None


def _is_going(state: State) -> bool:
    """Something runs that can be ended."""
    return isinstance(state.stage, LeadIn | Running | Recovering | Apart) and not state.is_over
