"""The texts that can be typed while a session runs: a note, the metres of a rep by time, a last line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.widgets import Input

from trackbuddy.present import names
from trackbuddy.present.metres import MetresError, asked, is_asked, read_metres
from trackbuddy.present.reps import last_row
from trackbuddy.present.typing import may_measure, may_note
from trackbuddy.timing import inputs as i
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.tui.instants import InstantKeys
from trackbuddy.tui.ports import Live
from trackbuddy.tui.widgets.note_line import NoteLine
from trackbuddy.units import NS

CALM_NS: Final = NS
"""Enter leaves only this long after the line was opened: a key held down must not end the session."""


class TextLines:
    """Opens and shuts the lines, keeps drafts of what was cut off, and hands what was typed to the session."""

    def __init__(self, live: Live, instants: InstantKeys, say: Callable[[str], None]) -> None:
        self._live, self._instants, self._say = live, instants, say
        self.note, self.metres, self.farewell = NoteLine(id="note"), NoteLine(id="metres"), NoteLine(id="farewell")
        self._note_draft = ""
        self._measured: tuple[int, str] | None = None
        """The rep whose metres are being typed or were left as a draft, by phase, and that draft."""
        self._farewell_since_ns = 0

    @property
    def all(self) -> tuple[NoteLine, ...]:
        return self.note, self.metres, self.farewell

    @property
    def is_open(self) -> bool:
        return any(line.is_open for line in self.all)

    def keep_up(self, snapshot: Snapshot, now_ns: int) -> None:
        """What is open shuts by itself when its time is over, and its text is kept."""
        if self.note.is_open and not may_note(snapshot, now_ns):
            self.shut()
            if self._note_draft:
                self._say("The note is kept: m goes on with it.")
        if self.metres.is_open and not may_measure(snapshot, now_ns):
            self.shut()
            if self._measured is not None and self._measured[1]:
                self._say("The metres are kept: p goes on with them in the next recovery.")

    def open_note(self) -> None:
        if not may_note(self._live.snapshot(), self._live.now_ns()):
            self._say("Notes are typed in a recovery, in a hold or before the start.")
            return
        self._open(self.note, "note: ENTER keeps it, Esc shuts", "", self._note_draft)

    def open_metres(self) -> None:
        """Asks for the latest rep by time that has none; a draft left behind goes first."""
        snapshot = self._live.snapshot()
        row = asked(snapshot.state)
        if row is None:
            self._say("There is no rep by time to measure.")
            return
        if not may_measure(snapshot, self._live.now_ns()):
            self._say("Metres are typed in a recovery or when all is done.")
            return
        phase, draft = row.phase, ""
        if self._measured is not None and self._measured[1]:
            left = last_row(snapshot.state, self._measured[0])
            if left is not None and is_asked(left):
                phase, draft = self._measured
        self._measured = (phase, draft)
        name = names.rep(snapshot.state.plan, phase)
        self._open(self.metres, f"{name}: how many metres?  ENTER keeps them, Esc shuts", "like 1520", draft)

    def open_farewell(self) -> None:
        self._farewell_since_ns = self._live.now_ns()
        title = "before you go: one line if you like, ENTER leaves, Esc goes back"
        draft, self._note_draft = self._note_draft, ""
        self._open(self.farewell, title, "wind, surface, shoes, feel 1-10", draft)

    def _open(self, line: NoteLine, title: str, placeholder: str, text: str) -> None:
        self.shut()
        self._instants.typing = True
        line.open(title, placeholder, text)

    def shut(self) -> None:
        """Shuts whatever is open; a note and metres are kept as drafts."""
        if self.note.is_open:
            self._note_draft = self.note.shut()
        if self.metres.is_open:
            text = self.metres.shut().strip()
            self._measured = None if self._measured is None else (self._measured[0], text)
        if self.farewell.is_open:
            self.farewell.shut()
        self._instants.typing = False

    def submitted(self, line: Input, value: str) -> bool:
        """Enter behind a text. True: the session is to be left now."""
        text = value.strip()
        if line is self.metres:
            self._measure(text)
            return False
        if line is self.farewell and not text and self._live.now_ns() - self._farewell_since_ns < CALM_NS:
            return False
        if text:
            self._live.submit(i.WriteNote, None, text=text)
        self.shut()
        if line is self.note:
            self._note_draft = ""
        return line is self.farewell

    def _measure(self, text: str) -> None:
        """Keeps what was typed; what is no distance stays, with the reason above it."""
        assert self._measured is not None, "set when the line was opened"
        phase = self._measured[0]
        span_ns = self._live.snapshot().state.plan.rep(phase).span_ns
        if text and span_ns is not None:
            try:
                metres = read_metres(text, span_ns)
            except MetresError as error:
                self.metres.tell(str(error))
                return
            self._live.submit(i.Measure, None, phase=phase, athlete=1, metres=metres)
        self.shut()
        self._measured = None
