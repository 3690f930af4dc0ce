"""Home: type a session and see how it is understood, or choose one, or go on with one, or look at a log."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from trackbuddy.tui.ports import Choice, Desk, Entry, LogEntry, ReadingView, RefusalView, Resume, RunFile, RunText
from trackbuddy.tui.reader import CHEAT_SHEET, Reader
from trackbuddy.tui.setup_screen import SetupScreen
from trackbuddy.tui.themes import DARK, THEMES
from trackbuddy.tui.widgets.choices import Choices
from trackbuddy.tui.widgets.reading import Reading
from trackbuddy.tui.widgets.session_input import SessionInput

_KEYS = " ENTER run  DOWN list  F1 cheat sheet  F2 F3 readings  F4 settings  ctrl+q quit"


class HomeApp(App[Choice]):
    """Its result is what was chosen; None when nothing was."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "trackbuddy"
    CSS = """
    #title { text-style: bold; color: $accent; padding: 0 1; }
    #text, #text:focus { border: solid $accent; }
    #choices { height: 1fr; border: none; padding: 0; background: $background; }
    #choices > .option-list--option-disabled { color: $accent; text-style: bold; }
    Input > .input--placeholder { color: $foreground; text-style: italic; }
    #keys { dock: bottom; height: 1; color: $foreground; background: $panel; }
    Screen { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "cheat_sheet", "cheat sheet", show=False, priority=True),
        Binding("f2", "take_reading(0)", "first reading", show=False, priority=True),
        Binding("f3", "take_reading(1)", "second reading", show=False, priority=True),
        Binding("f4", "setup", "settings and athletes", show=False, priority=True),
        Binding("ctrl+c", "quit", "quit", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, *, theme: str = DARK.name) -> None:
        super().__init__()
        self._desk = desk
        self._readings: tuple[str, ...] = ()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield Static(Content("trackbuddy"), id="title")
        yield SessionInput(placeholder="type a session here, like 8x200m @ 34, 30s rest", id="text")
        yield Reading(id="reading")
        yield Choices(id="choices")
        yield Static(Content(_KEYS), id="keys")

    def on_mount(self) -> None:
        self.query_one(Reading).welcome()
        self.query_one(Choices).show(self._desk.library(), self._desk.logs())
        self.query_one(SessionInput).focus()

    # --- the text ---------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, text: str) -> ReadingView | RefusalView | None:
        reading = self.screen_stack[0].query_one(Reading)
        self._readings = ()
        if not text.strip():
            reading.welcome()
            return None
        view = self._desk.read(text)
        if isinstance(view, ReadingView):
            reading.understood(view)
        else:
            self._readings = view.readings
            reading.refused(text, view)
        return view

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What was refused does not run: it stays, with its reason."""
        if isinstance(self._show(event.value), ReadingView):
            self.exit(RunText(event.value))

    def action_take_reading(self, number: int) -> None:
        if self._is_home and number < len(self._readings):
            field = self.query_one(SessionInput)
            field.value = self._readings[number]
            field.cursor_position = len(field.value)
            field.focus()

    # --- the list ---------------------------------------------------------------------------------------------------

    def on_session_input_went_down(self) -> None:
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.enter()

    def on_choices_went_up(self) -> None:
        field = self.query_one(SessionInput)
        field.focus()
        self._show(field.value)

    def on_choices_looked_at(self, event: Choices.LookedAt) -> None:
        self.query_one(Reading).about(event.item)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        match event.item:
            case Entry(name=name):
                self.exit(RunFile(name))
            case LogEntry(path=path, unfinished=True):
                self.exit(Resume(path))
            case LogEntry(path=path, name=name):
                self.push_screen(Reader(name, self._desk.open_log(path)))

    def action_cheat_sheet(self) -> None:
        if self._is_home:
            self.push_screen(Reader("how a session is written", CHEAT_SHEET))

    @property
    def _is_home(self) -> bool:
        """Nothing lies above: the keys are this screen's."""
        return len(self.screen_stack) == 1

    def action_setup(self) -> None:
        if self._is_home:
            self.push_screen(SetupScreen(self._desk))

    def on_setup_screen_settings_kept(self, event: SetupScreen.SettingsKept) -> None:
        """The new colours at once; and the track or who taps may have changed what a text means."""
        self.theme = event.theme or DARK.name
        self._show(self.screen_stack[0].query_one(SessionInput).value)


def run_home(desk: Desk, *, theme: str = DARK.name) -> Choice | None:
    """Shows home until something is chosen or it is left; needs a terminal at standard input and output."""
    return HomeApp(desk, theme=theme).run()
