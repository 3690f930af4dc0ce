"""What reaches the terminal: only the cells that changed, and always the page that was meant.

A little terminal reads what the program writes and is held against the page after every frame. It would differ as soon
as Textual asked a strip for its cells in another way than `tui/widgets/changes.py` counts on.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.widgets import Static

from trackbuddy.present.ink import Ink, Look
from trackbuddy.present.rows import Row, Span, filled, text_of
from trackbuddy.tui.themes import THEMES
from trackbuddy.tui.widgets.changes import Codes, changes, written
from trackbuddy.tui.widgets.face import Face

COLUMNS, ROWS = 40, 8
LOOKS = (Look(), Look(Ink.NOW, bold=True), Look(Ink.ON, Ink.INFIELD), Look(Ink.CAP, bold=True, inverse=True))
CODES = {look: Codes(f"3{at}", f"4{at}", "7" if look.inverse else "") for at, look in enumerate(LOOKS)}


class Paper:
    """A terminal's cells: letters, and the look they were written in."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self.x = self.y = 0
        self.look = ""
        self.written = 0

    def take(self, data: str) -> None:
        for sequence, letter in _pieces(data):
            if letter:
                self.written += 1
                self.cells[self.x, self.y] = (letter, self.look)
                self.x += 1
            elif sequence.endswith("H"):
                row, _, column = sequence[:-1].partition(";")
                self.x, self.y = int(column or 1) - 1, int(row or 1) - 1
            elif sequence.endswith("C"):
                self.x += int(sequence[:-1])
            elif sequence.endswith("m"):
                self.look = "" if sequence in ("0m", "m") else sequence

    def line(self, y: int) -> str:
        return "".join(self.cells.get((x, y), (" ", ""))[0] for x in range(COLUMNS))


def _pieces(data: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"\x1b\[([?0-9;]*[a-zA-Z])|\x1b[^\[]|[\r\n]|(.)", data, re.DOTALL):
        yield found.group(1) or "", found.group(2) or ""


def row_of(chance: random.Random) -> Row:
    """Spans that often are the same as in another row."""
    spans = [Span(chance.choice(["28", " ", "▀▄█", "REP 3", "      "]), chance.choice(LOOKS)) for _ in range(9)]
    return filled(spans, COLUMNS)


def pages(seed: int) -> Iterator[tuple[Row, ...]]:
    """Each page changes some rows of the one before, mostly little."""
    chance = random.Random(seed)
    page = [row_of(chance) for _ in range(ROWS)]
    while True:
        for _ in range(chance.randrange(4)):
            page[chance.randrange(ROWS)] = row_of(chance)
        y = chance.randrange(ROWS)
        cells = [(char, span.look) for span in page[y] for char in span.text]
        cells[chance.randrange(COLUMNS)] = (chance.choice("0123456789"), chance.choice(LOOKS))
        page[y] = tuple(Span(char, look) for char, look in cells)
        yield tuple(page)


class Recording(HeadlessDriver):
    paper = Paper()

    @property
    def is_headless(self) -> bool:
        """Or nothing would be written."""
        return False

    def write(self, data: str) -> None:
        self.paper.take(data)


class Shown(App[None]):
    CSS = "Screen { layers: below above; } #over { layer: above; dock: bottom; height: 2; display: none; }"

    def __init__(self) -> None:
        super().__init__(driver_class=Recording)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "night"

    def compose(self) -> ComposeResult:
        yield Face()
        yield Static("OVER", id="over")


async def shown(pilot: Pilot[None], paper: Paper, page: Sequence[Row]) -> None:
    """Textual draws when it is idle; what is not there after many turns never will be."""
    wanted = [text_of(row) for row in page]
    for _ in range(300):
        await pilot.pause(0.01)
        if [paper.line(y) for y in range(len(page))] == wanted:
            break
    assert [paper.line(y) for y in range(len(page))] == wanted


@pytest.mark.parametrize("seed", range(3))
async def test_the_terminal_shows_the_page_after_every_frame(seed: int) -> None:
    Recording.paper = paper = Paper()
    app = Shown()
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        face, over = app.query_one(Face), app.query_one("#over")
        chance = random.Random(seed)
        for page, _ in zip(pages(seed), range(60), strict=False):
            if chance.random() < 0.1:
                over.styles.display = "block" if over.styles.display == "none" else "none"
            if chance.random() < 0.1:
                app.theme = "sun" if app.theme == "night" else "night"
            face.show(page)
            if chance.random() < 0.8:  # else two pages in one frame
                free = ROWS if over.styles.display == "none" else ROWS - 2
                await shown(pilot, paper, page[:free])


async def test_one_cell_costs_one_cell() -> None:
    Recording.paper = paper = Paper()
    app = Shown()
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:
        page = [filled((Span("x" * 38),), COLUMNS) for _ in range(ROWS)]
        app.query_one(Face).show(tuple(page))
        await shown(pilot, paper, page)
        before = paper.written
        page[3] = filled((Span("x" * 20 + "y" + "x" * 17),), COLUMNS)
        app.query_one(Face).show(tuple(page))
        await shown(pilot, paper, page)
        assert paper.written - before == 1


@given(st.integers(0, 10**6))
def test_changes_turn_one_row_into_the_other_look_for_look(seed: int) -> None:
    chance = random.Random(seed)
    before, after = row_of(chance), row_of(chance)
    if chance.random() < 0.7:  # mostly alike
        keep = chance.randrange(1, len(before))
        after = filled((*before[:keep], *after[keep:]), COLUMNS)
    found = changes(before, after)
    assert found is not None
    cells = [(char, span.look) for span in before for char in span.text]
    for change in found:
        fresh = [(char, span.look) for span in change.spans for char in span.text]
        cells[change.start : change.start + len(fresh)] = fresh
    assert cells == [(char, span.look) for span in after for char in span.text]
    told = written(found, CODES.__getitem__)
    assert told.endswith("\x1b[0m") or not found


def test_a_wide_letter_among_what_changed_sends_the_row_whole() -> None:
    assert changes(filled((Span("走b"),), 9), filled((Span("走c"),), 9)) is None
    behind = changes(filled((Span("走"), Span("b")), 9), filled((Span("走"), Span("c")), 9))
    assert behind is not None
    assert behind[0].start == 2
