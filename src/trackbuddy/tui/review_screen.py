"""One saved session: looked through, compared, repaired, copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Final, Literal, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from trackbuddy.present.cells import printable
from trackbuddy.present.review_more import comparing, details
from trackbuddy.present.review_page import ReviewView, page
from trackbuddy.present.rows import Row, filled, side_by_side
from trackbuddy.results import words
from trackbuddy.results.compare import Past
from trackbuddy.results.repair_wishes import Place, RepairError, ReviewRepairs, left_out, taken_out
from trackbuddy.results.review import Review, Sheet
from trackbuddy.tui import repair_prompts as prompts
from trackbuddy.tui.repair_prompts import HELP, Prompt
from trackbuddy.tui.review_ports import Archivist, Beside, ExportTo, Opened
from trackbuddy.tui.widgets.ask_line import AskLine
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.key_bar import Key, KeyBar
from trackbuddy.tui.widgets.scroll_face import ScrollFace

Shown = Literal["session", "details", "compare"]
_KEYS: Final = (
    Key("↑", "", "screen.move(-1)"),
    Key("↓", "rep", "screen.move(1)"),
    Key("E", "repair", "screen.help_repair"),
    Key("C", "copy", "screen.copy"),
    Key("V", "compare", "screen.turn('compare')"),
    Key("D", "details", "screen.turn('details')"),
    Key("ESC", "back", "screen.back"),
    Key("N", "note", "screen.note"),
    Key("U", "undo", "screen.undo"),
    Key("X", "export", "screen.export"),
    Key("O", "as it was", "screen.original"),
)


class ReviewScreen(Screen[bool]):
    """Its result says whether anything was repaired."""

    CSS = """
    ReviewScreen { background: $background; layers: base above; }
    ReviewScreen #more { display: none; }
    ReviewScreen.turned #more { display: block; }
    ReviewScreen.turned #page { display: none; }
    ReviewScreen #told { height: auto; max-height: 7; padding: 0 1; color: $accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("left", "athlete(-1)", show=False),
        Binding("right,tab", "athlete(1)", show=False),
        Binding("t", "repair('time')", show=False),
        Binding("s", "repair('start')", show=False),
        Binding("2", "repair('split')", show=False),
        Binding("b", "repair('behind')", show=False),
        Binding("w", "repair('swap')", show=False),
        Binding("m", "repair('metres')", show=False),
        Binding("l", "leave_out", show=False),
        Binding("r", "take_out", show=False),
        Binding("a", "name", show=False),
        Binding("n", "note", show=False),
        Binding("g", "tags", show=False),
        Binding("u,backspace", "undo", show=False),
        Binding("y", "redo", show=False),
        Binding("e,question_mark", "help_repair", show=False),
        Binding("c", "copy", show=False),
        Binding("x", "export", show=False),
        Binding("o", "original", show=False),
        Binding("v", "turn('compare')", show=False),
        Binding("d", "turn('details')", show=False),
        Binding("escape,q", "back", show=False),
    ]

    def __init__(self, archivist: Archivist, path: Path) -> None:
        super().__init__()
        self._archivist, self._path = archivist, path
        self._opened: Opened | None = None
        self._beside: tuple[Beside, ...] = ()
        self._others: Sequence[Past] | None = None
        self._other = 0
        self._selected, self._athlete = 0, 0
        self._shown: Shown = "session"
        self._is_original = self._has_changed = False
        self._answer: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        yield Face(id="page")
        yield ScrollFace(id="more")
        yield Static(Content(""), id="told")
        yield AskLine(id="asked")
        yield KeyBar(_KEYS, id="review-keys")

    def on_mount(self) -> None:
        self._read()

    def _read(self) -> None:
        """One log is read at once; what it compares with comes from a thread."""
        opened = self._archivist.open(self._path)
        if isinstance(opened, str):
            self._tell(opened)
            return
        self._opened = opened
        if opened.damage:
            self._tell(f"damaged: {opened.damage}")
        self._draw()
        self.run_worker(self._compare, thread=True, exclusive=True, group="compare")

    def _compare(self) -> None:
        self.app.call_from_thread(self._take_beside, self._archivist.beside(self._path))

    def _take_beside(self, found: tuple[Beside, ...]) -> None:
        self._beside = found
        self._draw()

    @property
    def is_compared(self) -> bool:
        """Whether what it compares with has come."""
        return bool(self._beside)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _tell(self, text: str) -> None:
        """What belongs together, a key and what it does, stands in one line."""
        lines = side_by_side(tuple(printable(text).split("   ")), max(self.size.width, 10))
        self.query_one("#told", Static).update(Content("\n".join(lines)))

    @property
    def _review(self) -> Review | None:
        if self._opened is None:
            return None
        return self._opened.original if self._is_original else self._opened.review

    @property
    def _sheet(self) -> Sheet | None:
        review = self._review
        return None if review is None else review.sheets[self._athlete]

    def _view(self) -> ReviewView | None:
        opened, review, sheet = self._opened, self._review, self._sheet
        if opened is None or review is None or sheet is None:
            return None
        standing = [review.progress.text, "rehearsal" if opened.rehearsal else ""]
        standing += ["repaired" if review.repairs else "", "damaged" if opened.damage else ""]
        beside = self._beside[self._athlete] if self._athlete < len(self._beside) else Beside()
        who = sheet.name or ("" if review.is_alone else f"athlete {sheet.athlete}")
        return ReviewView(
            title=opened.title if opened.title else opened.text,
            when=opened.when,
            standing=", ".join(filter(None, standing)),
            sheet=sheet,
            who=who if review.is_alone else f"{who}  ({self._athlete + 1} of {len(review.sheets)}, ← →)",
            notes=review.notes,
            tags=review.tags,
            remarks=opened.remarks,
            comparisons=tuple(beside.comparisons),
            averages=beside.averages,
            trend=beside.trend,
            original=self._is_original,
        )

    def _draw(self) -> None:
        view = self._view()
        if view is None or not self.is_mounted:
            return
        face, more = self.query_one("#page", Face), self.query_one(ScrollFace)
        if self._shown == "session":
            rows = page(view, self._selected, face.size.width, face.size.height)
            face.show(tuple(filled(row, face.size.width) for row in rows))
            return
        columns = more.size.width
        rows_: tuple[Row, ...]
        if self._shown == "details":
            more.head, rows_ = f"DETAILS   {printable(view.title)}", details(view, columns)
        else:
            more.head, rows_ = f"COMPARE   {printable(view.title)}", comparing(view, self._chosen, columns)
        more.tell(rows_)

    @property
    def _rivals(self) -> list[Past]:
        """Whatever there is to compare with, but for this athlete's session itself."""
        name = self._sheet.name if self._sheet is not None else ""
        own = (str(self._path), name)
        return [past for past in self._others or () if (past.key, past.digest.name) != own]

    @property
    def _chosen(self) -> Past | None:
        rivals = self._rivals
        return rivals[self._other % len(rivals)] if rivals else None

    # --- looking ----------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        if self._shown != "session":
            self.query_one(ScrollFace).scroll_rows(by)
        elif self._sheet is not None:
            self._selected = min(max(self._selected + by, 0), max(len(self._sheet.entries) - 1, 0))
            self._draw()

    def action_athlete(self, by: int) -> None:
        """The next athlete; in a comparison the next session to compare with."""
        if self._shown == "compare" and self._rivals:
            self._other = (self._other + by) % len(self._rivals)
        elif self._review is not None:
            self._athlete = (self._athlete + by) % len(self._review.sheets)
            self._selected = 0
        self._draw()

    def action_turn(self, shown: Shown) -> None:
        self._shown = "session" if self._shown == shown else shown
        self.set_class(self._shown != "session", "turned")
        if self._shown == "compare":
            if self._others is None:
                self.run_worker(self._read_others, thread=True, exclusive=True, group="others")
            self._tell("← →: another session to compare with; V or ESC: back")
        else:
            self._tell("")
        self.call_after_refresh(self._draw)

    def _read_others(self) -> None:
        self.app.call_from_thread(self._take_others, self._archivist.others(self._path))

    def _take_others(self, found: Sequence[Past]) -> None:
        self._others = found
        self._draw()

    def action_original(self) -> None:
        if self._opened is not None and not self._opened.review.repairs:
            self._tell("nothing was repaired: it is as it was tapped")
            return
        self._is_original = not self._is_original
        self._tell("without any repair; O: with them" if self._is_original else "with its repairs")
        self._draw()

    def action_copy(self) -> None:
        if self._opened is not None:
            text = "\n".join(self._opened.diary)
            self.app.copy_to_clipboard(text)
            self._tell(f"copied: {text}")

    def action_back(self) -> None:
        if self.query_one(AskLine).is_open:
            self._shut()
        elif self._shown != "session":
            self.action_turn(self._shown)
        else:
            self.dismiss(self._has_changed)

    # --- repairs ----------------------------------------------------------------------------------------------------

    def action_help_repair(self) -> None:
        self._tell(HELP)

    def action_repair(self, what: str) -> None:
        asks: dict[str, Callable[[Place, Opened], Prompt]] = {
            "time": lambda place, _: prompts.time(place),
            "metres": lambda place, _: prompts.metres(place),
            "split": lambda place, _: prompts.split(place),
            "behind": lambda place, _: prompts.behind(place),
            "swap": prompts.swap,
            "start": prompts.start,
        }
        self._asking(lambda opened, place: asks[what](place, opened))

    def action_name(self) -> None:
        if self._opened is not None and self._sheet is not None:
            self._ask(prompts.name(self._opened, self._sheet))

    def action_note(self) -> None:
        if self._opened is not None:
            self._ask(prompts.note(self._opened))

    def action_tags(self) -> None:
        if self._opened is not None:
            self._ask(prompts.tags(self._opened))

    def action_leave_out(self) -> None:
        self._at_once(left_out)

    def action_take_out(self) -> None:
        self._at_once(taken_out)

    def _at_once(self, wish: Callable[[Place], ReviewRepairs]) -> None:
        try:
            self._carry_out(wish(self._place()))
        except RepairError as error:
            self._tell(str(error))

    def _asking(self, make: Callable[[Opened, Place], Prompt]) -> None:
        try:
            place = self._place()
            assert self._opened is not None, "there is no place without a log"
            self._ask(make(self._opened, place))
        except RepairError as error:
            self._tell(str(error))

    def _place(self) -> Place:
        if self._opened is None or self._sheet is None:
            raise RepairError("the log could not be read")
        if self._is_original:
            raise RepairError("this is as it was tapped; O goes back to the repaired session")
        return prompts.place_of(self._opened, self._sheet, self._selected)

    def _ask(self, prompt: Prompt) -> None:
        self._open_line(
            prompt.title, prompt.hint, prompt.text, lambda said: self._carry_out(prompt.answer(said)), anew=prompt.anew
        )

    def _open_line(
        self, title: str, hint: str, text: str, answer: Callable[[str], None], *, anew: bool = False
    ) -> None:
        self._answer = answer
        self._tell("")
        self.query_one(AskLine).open(f"{title}   ENTER does it, Esc shuts", hint, text, anew=anew)

    def _shut(self) -> None:
        self.query_one(AskLine).shut()
        self._answer = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What can't be done so stays typed, with its reason above it."""
        event.stop()
        if self._answer is None:
            return
        try:
            self._answer(event.value)
        except RepairError as error:
            self.query_one(AskLine).tell(str(error))
            return
        self._shut()

    def _carry_out(self, facts: ReviewRepairs) -> None:
        self._write(lambda: self._archivist.repair(self._path, facts), "U undoes it")

    def _write(self, action: Callable[[], str], then: str) -> None:
        """Says what became of it: the rep and the average before and after."""
        before = self._facts()
        problem = action()
        if problem:
            self._tell(problem)
            return
        self._has_changed = True
        self._read()
        if self._sheet is not None:
            self._selected = min(self._selected, max(len(self._sheet.entries) - 1, 0))
        after = self._facts()
        names = (self._rep_name, "", "")
        pairs = zip(names, before, after, strict=True)
        changes = [f"{name}{a or '-'} -> {b or '-'}" for name, a, b in pairs if a != b]
        self._tell(f"{'   '.join(changes) or 'done'}   {then}")
        self._draw()

    def _facts(self) -> tuple[str, str, str]:
        """The rep with the bar, the average, and the words around them."""
        sheet, review = self._sheet, self._review
        if sheet is None or review is None:
            return "", "", ""
        row = sheet.rows[self._selected] if self._selected < len(sheet.rows) else None
        rep = "" if row is None else words.result(row)
        rep += ", left out" if row is not None and row.excluded else ""
        group = sheet.headline
        return rep, words.average(group) if group else "", "  ".join((sheet.name, *review.notes, *review.tags))

    @property
    def _rep_name(self) -> str:
        rows = self._sheet.rows if self._sheet is not None else ()
        return f"rep {rows[self._selected].number}: " if self._selected < len(rows) else ""

    def action_undo(self) -> None:
        self._write(lambda: self._archivist.undo(self._path), "Y brings it back")

    def action_redo(self) -> None:
        self._write(lambda: self._archivist.redo(self._path), "U undoes it")

    # --- files ------------------------------------------------------------------------------------------------------

    def action_export(self) -> None:
        self._open_line("write a file: text, csv or json", "text", "text", self._export)

    def _export(self, said: str) -> None:
        for to in get_args(ExportTo):
            if said.strip().casefold() == to:
                self._tell(self._archivist.export(self._path, to))
                return
        raise RepairError("write text, csv or json")
