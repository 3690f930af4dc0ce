"""Home: one question, what are we running? Type a session and see how it is understood; choose one; go on with one.

The first frame is all that a person waits for: what the desk reads, and each screen above, is loaded when it is needed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.dress import WORN, Dress, DressedApp
from trackbuddy.tui.driver import sturdy_driver
from trackbuddy.tui.ports import Choice, Desk, Entry, LogEntry, ReadingView, RefusalView, Resume, RunFile, RunText
from trackbuddy.tui.widgets.choices import Choices
from trackbuddy.tui.widgets.key_bar import Key, KeyBar
from trackbuddy.tui.widgets.reading import Reading
from trackbuddy.tui.widgets.session_input import SessionInput

if TYPE_CHECKING:
    from trackbuddy.tui.setup_screen import SetupScreen

_KEYS: Final = (
    Key("ENTER", "run", "submit"),
    Key("↓", "list", "choose"),
    Key("F5", "who", "who"),
    Key("F6", "logs", "logs"),
    Key("F7", "rehearse", "rehearse"),
    Key("F1", "help", "cheat_sheet"),
    Key("F8", "keep", "keep"),
    Key("F4", "settings", "setup"),
    Key("^Q", "quit", "quit"),
)
_FIRST: Final = "8x200-goal-pace"
"""What is rehearsed where nothing was typed or chosen."""


class HomeApp(DressedApp[Choice]):
    """Its result is what was chosen; None when nothing was."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "trackbuddy"
    CSS = """
    #top { height: 1; padding: 0 1; }
    #title { width: auto; text-style: bold; color: $accent; }
    #who { width: 1fr; text-align: right; }
    #text, #text:focus { border: round $accent; }
    #choices { height: 1fr; border: none; padding: 0; background: $background; }
    #choices > .option-list--option-disabled { color: $accent; text-style: bold; }
    Input > .input--placeholder { color: $foreground; text-style: italic; }
    #told { height: auto; padding: 0 1; text-style: bold; color: $accent; }
    Screen { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "cheat_sheet", show=False, priority=True),
        Binding("f2", "take_reading(0)", show=False, priority=True),
        Binding("f3", "take_reading(1)", show=False, priority=True),
        Binding("f4", "setup", show=False, priority=True),
        Binding("f5", "who", show=False, priority=True),
        Binding("f6", "logs", show=False, priority=True),
        Binding("f7", "rehearse", show=False, priority=True),
        Binding("f8", "keep", show=False, priority=True),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        desk: Callable[[], Desk],
        *,
        dress: Dress = WORN,
        told: str = "",
        wall: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        """`desk`: asked for behind the first frame, since what it reads takes as long to load as the screen itself.
        `told`: what is to be said first, because it went wrong before; `wall`: the time of day, a label."""
        super().__init__(driver_class=sturdy_driver())
        self._make_desk = desk
        self._filled = False
        self._readings: tuple[str, ...] = ()
        self._told, self._wall = told, wall
        self._asked_about: LogEntry | None = None
        self.wear(dress)

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(Content("trackbuddy"), id="title")
            yield Static(Content(""), id="who")
        line = SessionInput(placeholder="like 8x200m @ 34, 30s rest", id="text")
        line.border_title = "What are we running?"
        yield line
        yield Reading(id="reading")
        yield Choices(id="choices")
        yield Static(Content(""), id="told")
        yield KeyBar(_KEYS, id="keys", rows=2)

    def on_mount(self) -> None:
        self._reading.welcome()
        self.set_interval(20, self._show_who)
        self._tell(self._told)
        self.query_one(SessionInput).focus()
        self.call_after_refresh(self._fill)

    @cached_property
    def _desk(self) -> Desk:
        return self._make_desk()

    def _fill(self) -> None:
        """Once, behind the first frame, or for the first key that needs it."""
        if self._filled:
            return
        self._filled = True
        self._list()
        self._show_who()
        self._show(self._line.value)

    def _list(self) -> None:
        self._choices.show(self._desk.library(), self._desk.logs())

    @property
    def _line(self) -> SessionInput:
        return self.screen_stack[0].query_one(SessionInput)

    @property
    def _reading(self) -> Reading:
        return self.screen_stack[0].query_one(Reading)

    @property
    def _choices(self) -> Choices:
        return self.screen_stack[0].query_one(Choices)

    def _tell(self, text: str) -> None:
        """Something that happened, or a question, in its one place."""
        self.screen_stack[0].query_one("#told", Static).update(Content(printable(text)))

    def _show_who(self) -> None:
        who, now = self._desk.who(), self._wall()
        parts = (", ".join(who.names), who.goal, f"{now:%a} {now.day} {now:%b}", f"{now:%H:%M}")
        text = "   ".join(printable(part) for part in parts if part)
        self.screen_stack[0].query_one("#who", Static).update(Content(text))

    # --- the text ---------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Fields of a screen above are that screen's own affair."""
        if event.input is self._line:
            self._fill()
            self._tell("")
            self._choices.narrow(event.value)
            self._show(event.value)

    def _show(self, text: str, *, asked: bool = False) -> ReadingView | RefusalView | None:
        """`asked`: somebody wants to run it."""
        self._readings = ()
        if not text.strip():
            self._reading.welcome(first_time=not self._choices.has_logs)
            return None
        view = self._desk.read(text, asked=asked)
        if isinstance(view, ReadingView):
            self._reading.understood(view)
        elif not asked and view.go_on is None and self._choices.found:
            self._reading.found(self._choices.found)
        else:
            self._readings = view.readings
            self._reading.refused(text, view, asked=asked)
        return view

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input is self._line:
            self.action_submit()

    def action_submit(self) -> None:
        """What was refused does not run: it stays, with its reason."""
        if isinstance(self._show(self._line.value, asked=True), ReadingView):
            self.exit(RunText(self._line.value))

    def action_take_reading(self, number: int) -> None:
        if self._is_home and number < len(self._readings):
            self._line.value = self._readings[number]
            self._line.cursor_position = len(self._line.value)
            self._line.focus()

    def action_rehearse(self) -> None:
        """What the list's bar stands on, else what is typed, else a session to see what this is."""
        if not self._is_home:
            return
        self._fill()
        item = self._choices.looked_at if self.focused is self._choices else None
        text = self._line.value
        match item:
            case Entry(name=name):
                self.exit(RunFile(name, rehearse=True))
            case LogEntry(text=again) if again:
                self.exit(RunText(again, rehearse=True))
            case _ if not text.strip():
                self.exit(RunFile(_FIRST, rehearse=True))
            case _ if isinstance(self._show(text, asked=True), ReadingView):
                self.exit(RunText(text, rehearse=True))

    def action_keep(self) -> None:
        from trackbuddy.tui.name_screen import NameScreen

        if self._is_home and isinstance(view := self._show(self._line.value, asked=True), ReadingView):
            self.push_screen(NameScreen(self._desk, view.canonical), self._kept)

    def _kept(self, kept: bool | None) -> None:
        if kept:
            self._list()
            self._tell("kept in the library")

    # --- the list ---------------------------------------------------------------------------------------------------

    def on_session_input_went_down(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        self._fill()
        if self._is_home and self._choices.option_count:
            self._choices.enter()

    def on_choices_went_up(self) -> None:
        self._line.focus()
        self._show(self._line.value)

    def on_choices_looked_at(self, event: Choices.LookedAt) -> None:
        self._asked_about = None
        self._tell("")
        self._reading.about(event.item)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        match event.item:
            case Entry(name=name):
                self.exit(RunFile(name))
            case LogEntry(path=path, unfinished=True):
                self.exit(Resume(path))
            case LogEntry(text=text) if text:
                self.exit(RunText(text))
            case LogEntry() as log:
                self._look_through(log)

    def on_choices_put_away(self, event: Choices.PutAway) -> None:
        """The second press does it."""
        if self._asked_about is not event.item:
            self._asked_about = event.item
            self._tell(f"DEL again discards {event.item.name} of {event.item.when}; its log stays")
            return
        self._asked_about = None
        problem = self._desk.discard(event.item.path)
        self._list()
        self._choices.enter()
        self._tell(problem or f"discarded: {event.item.name}")

    def action_logs(self) -> None:
        """The log that the list's bar stands on, else all of them."""
        from trackbuddy.tui.logs_screen import LogsScreen

        if not self._is_home:
            return
        item = self._choices.looked_at if self.focused is self._choices else None
        if isinstance(item, LogEntry):
            self._look_through(item)
        else:
            self.push_screen(LogsScreen(self._desk.archivist), self._logs_seen)

    def _logs_seen(self, _: object = None) -> None:
        """Something may have been repaired."""
        self._list()

    def _look_through(self, log: LogEntry) -> None:
        from trackbuddy.tui.review_screen import ReviewScreen

        self.push_screen(ReviewScreen(self._desk.archivist, log.path), self._logs_seen)

    # --- screens above ----------------------------------------------------------------------------------------------

    @property
    def _is_home(self) -> bool:
        """Nothing lies above: the keys are this screen's."""
        return len(self.screen_stack) == 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A screen above has its own meaning for the same keys."""
        return action in {"quit", "simulate_key"} or self._is_home

    def action_cheat_sheet(self) -> None:
        from trackbuddy.tui.reader import CHEAT_SHEET, HOME_KEYS, Reader

        if self._is_home:
            self.push_screen(Reader("help: how a session is written, and the keys", CHEAT_SHEET + HOME_KEYS))

    def action_setup(self) -> None:
        from trackbuddy.tui.setup_screen import SetupScreen

        if self._is_home:
            self.push_screen(SetupScreen(self._desk))

    def action_who(self) -> None:
        from trackbuddy.tui.who_screen import WhoScreen

        if self._is_home:
            self.push_screen(WhoScreen(self._desk), self._who_chosen)

    def _who_chosen(self, chosen: bool | None) -> None:
        if chosen:
            self._show_who()
            self._show(self._line.value)

    def on_setup_screen_settings_kept(self, event: SetupScreen.SettingsKept) -> None:
        """The new colours at once; and the track or who taps may have changed what a text means."""
        self.wear(replace(self.dress, theme=event.theme or WORN.theme))
        self._show(self._line.value)


def run_home(desk: Callable[[], Desk], *, dress: Dress = WORN, told: str = "") -> Choice | None:
    """Shows home until something is chosen or it is left; needs a terminal at standard input and output."""
    return HomeApp(desk, dress=dress, told=told).run()
