"""The repairs that a key makes: what is asked for, and what the answer becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from trackbuddy.results import repair_wishes as wishes
from trackbuddy.results import words
from trackbuddy.results.repair_wishes import Place, RepairError, ReviewRepairs
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row
from trackbuddy.timing.repairing import instant
from trackbuddy.tui.review_ports import Opened

Answer = Callable[[str], ReviewRepairs]
"""Raises RepairError."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A line to be typed."""

    title: str
    hint: str
    text: str
    answer: Answer
    anew: bool = False
    """What is typed takes the place of the text, as a number is not mended but given anew."""


HELP: Final = (
    "REPAIR   t time   s start   2 split in two   b put one in behind   r take out   w swap   l leave out of the "
    "average   m metres   a athlete's name   n note   g tags   u undo   y redo   o as it was"
)


def place_of(opened: Opened, sheet: Sheet, selected: int) -> Place:
    """Raises RepairError where no rep was run."""
    if not sheet.entries:
        raise RepairError("no rep was run; there is nothing to repair")
    entry = sheet.entries[selected]
    at_ns = instant(opened.history, opened.lines)
    return Place(opened.history.state, at_ns, entry.row, entry.rest)


def time(place: Place) -> Prompt:
    row = place.row
    text = "" if row.split_ns is None else words.time(row.split_ns)
    hint = "34.1 or 4:32.1; nt: no time"
    return Prompt(f"time of {_rep(row)}", hint, text, lambda said: wishes.typed_time(place, said), anew=True)


def metres(place: Place) -> Prompt:
    text = "" if place.row.metres is None else f"{place.row.metres:g}"
    return Prompt(f"metres of {_rep(place.row)}", "like 1520", text, lambda said: wishes.metres(place, said), anew=True)


def split(place: Place) -> Prompt:
    whole = "" if place.row.split_ns is None else f", {words.time(place.row.split_ns)} in all,"
    title = f"{_rep(place.row)}{whole} was two: time of the first"
    return Prompt(title, "34.1, or with the rest between: 34.1 30", "", lambda said: wishes.split_in_two(place, said))


def behind(place: Place) -> Prompt:
    title = f"a rep behind {_rep(place.row)} that nobody recorded: its time"
    return Prompt(title, "34.1; nothing: no time", "", lambda said: wishes.put_in_behind(place, said))


def swap(place: Place, opened: Opened) -> Prompt:
    alone = opened.review.is_alone
    title = f"{_rep(place.row)} changes its result with"
    hint = "another rep's number, like 5" if alone else "an athlete's name, in the same rep; or a rep's number"
    return Prompt(title, hint, "", lambda said: wishes.swapped(place, _other(place, opened, said)))


def _other(place: Place, opened: Opened, text: str) -> Row:
    said = text.strip().casefold()
    for sheet in opened.review.sheets:
        if said and sheet.name.casefold() == said:
            found = [row for row in sheet.rows if row.phase == place.row.phase and not row.voided]
            if found:
                return found[-1]
    own = opened.review.sheets[place.row.athlete - 1]
    for row in own.rows:
        if said == str(row.number) and row.section == place.row.section and not row.voided:
            return row
    raise RepairError(f"there is no {text.strip()[:40]!r} to change with; write a rep's number or an athlete's name")


def start(place: Place, opened: Opened) -> Prompt:
    """Raises RepairError where no tap could have been the start."""
    taps = wishes.start_taps(place, opened.lines, opened.history.ledger.active)
    if not taps:
        raise RepairError("between its start and its finish nothing was tapped")
    listed = "  ".join(f"{k} = {words.time(tap.after_start_ns)}" for k, tap in enumerate(taps, 1))

    def answer(said: str) -> ReviewRepairs:
        number = said.strip()
        if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= len(taps):
            raise RepairError(f"write a number from 1 to {len(taps)}")
        return wishes.start_at(place, taps[int(number) - 1])

    return Prompt(f"which tap after the start was the start?  {listed}", "a number", "1", answer, anew=True)


def name(opened: Opened, sheet: Sheet) -> Prompt:
    at_ns = instant(opened.history, opened.lines)
    return Prompt("who was it?", "a name", sheet.name, lambda said: wishes.renamed(at_ns, sheet.athlete, said))


def note(opened: Opened) -> Prompt:
    """The last note there is, to be edited; else a new one."""
    at_ns, notes = instant(opened.history, opened.lines), opened.history.state.notes
    number = next((k for k in range(len(notes), 0, -1) if notes[k - 1]), len(notes) + 1)
    text = notes[number - 1] if number <= len(notes) else ""
    hint = "wind, surface, shoes, feel 1-10"
    return Prompt("note; with + in front a new one", hint, text, _noted(at_ns, number, notes))


def _noted(at_ns: int, number: int, notes: tuple[str, ...]) -> Answer:
    def answer(said: str) -> ReviewRepairs:
        if said.lstrip().startswith("+"):
            return wishes.noted(at_ns, len(notes) + 1, said.lstrip()[1:])
        return wishes.noted(at_ns, number, said)

    return answer


def tags(opened: Opened) -> Prompt:
    at_ns, known = instant(opened.history, opened.lines), opened.history.state.tags
    title = f"tags, there are {', '.join(known)}" if known else "tags"
    return Prompt(title, "race, windy; one that is there goes", "", lambda said: wishes.tagged(at_ns, known, said))


def _rep(row: Row) -> str:
    return f"{row.label} {row.number}" if row.label else f"rep {row.number}"
