"""Results as plain text of at most 80 columns: the table at the end of a session, and a whole log read back."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from trackbuddy.formats.remarks import remarks
from trackbuddy.formats.saved import Saved, clean, date
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.pacing import pacing
from trackbuddy.results.progress import Left, Progress
from trackbuddy.results.review import Entry, Review, Sheet
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.units import M
from trackbuddy.units import result as grouped

WIDTH: Final = 80
_WORK: Final = 17
"""Cells: `1600m cool-down` and a gap."""
_HEADING: Final = f"{'REP':<4}{'WORK':<{_WORK}}{'TARGET':>10}{'TIME':>9}  {'DIFF':<10}  {'REST':>7}  STARTED"


# --- the table ------------------------------------------------------------------------------------------------------


def table(review: Review) -> tuple[str, ...]:
    """Each athlete's reps, one a row that begins with the rep's number, and an average behind those that are alike.

    REST is the recovery behind the rep as it was taken.
    """
    lines: list[str] = []
    for sheet in review.sheets:
        if lines:
            lines.append("")
        if not review.is_alone:
            lines.append(clean(sheet.name) or f"Athlete {sheet.athlete}")
        lines += _table(sheet) if sheet.entries else ["no rep was run"]
    return tuple(lines)


def _table(sheet: Sheet) -> Iterator[str]:
    yield _HEADING
    sections = [list(alike) for _, alike in groupby(sheet.entries, key=lambda entry: entry.row.section)]
    averages = {id(group.rows[-1]): group for group in sheet.groups}
    for entries in sections:
        if len(sections) > 1:
            yield f"-- {words.section(sheet.rows, entries[0].row) or 'reps'}"
        for entry in entries:
            yield from _row(entry)
            group = averages.get(id(entry.row))
            if group is not None and len(group.rows) > 1 and group.splits:
                yield average(group)
    planned = {words.recovery(e.rest.plan): None for e in sheet.entries if e.rest is not None and e.rest.is_changed}
    if planned:
        yield f"* planned: {', '.join(planned)}"


def _row(entry: Entry) -> Iterator[str]:
    row, rest = entry.row, entry.rest
    taken = "" if rest is None or rest.taken_ns is None else words.time(rest.taken_ns)
    taken += "*" if rest is not None and rest.is_changed else ""
    aim = clean(words.target(row.aim))
    line = f"{row.number:<4}{_fit(words.work(row), _WORK - 1):<{_WORK}}{_fit(aim, 10):>10}{words.result(row):>9}"
    line += f"  {words.difference(row):<10}  {taken:>7}  {words.STARTED[row.start]}"
    pace = "" if row.pace is None else f"{grouped(row.pace.per_km, 0)}/km  {words.time(row.pace.over(400 * M))}/400"
    laps = f"laps {words.laps(row.laps)}" if len(row.laps) > 1 else ""
    said = [
        "run again" if row.voided else "",
        "send-off missed" if row.send_off_missed else "",
        "not in the average" if row.excluded else "",
        "entered afterwards" if row.mended else "",
    ]
    yield line.rstrip()
    even = words.evenness(pacing(row))
    tail = "  ".join(part for part in (pace, laps, even, ", ".join(filter(None, said))) if part)
    yield from textwrap.wrap(tail, WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)


def _fit(text: str, cells: int) -> str:
    return text if len(text) <= cells else f"{text[: cells - 1]}…"


def average(group: Group) -> str:
    """`av 34.1 (7 of 8)` with the range, and from four times on the standard deviation."""
    metrics = group.metrics
    deviation = f"sd {metrics.sd_s:.1f}" if metrics is not None and metrics.count >= 4 else ""
    return "    " + "   ".join(filter(None, (words.average(group), words.spread(group), deviation)))


# --- a whole log ----------------------------------------------------------------------------------------------------


def review_text(saved: Saved, history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """The log read back: name, date, athletes, table, averages, fade, what was ignored or undone, notes."""
    return tuple(_wrapped(_review(saved, history, lines)))


def _review(saved: Saved, history: History, lines: Sequence[Line]) -> Iterator[str]:
    review = saved.review
    yield clean(saved.title)
    if saved.canonical and saved.canonical != saved.title:
        yield clean(saved.canonical)
    yield f"{date(saved.wall)} {saved.wall:%H:%M}" + (", a rehearsal" if saved.rehearsal else "")
    if review.is_alone and review.sheets[0].name:
        yield clean(review.sheets[0].name)
    yield standing(review.progress, saved.file, rehearsal=saved.rehearsal)
    if saved.damage:
        yield f"Damaged: {saved.damage}."
    yield ""
    yield from table(review)
    yield from _together(review)
    said = remarks(history, lines)
    if said:
        yield ""
        yield from said
    yield ""
    yield f"log: {clean(saved.file)}"


def _together(review: Review) -> Iterator[str]:
    """What the reps say together, one line each."""
    for sheet in review.sheets:
        group = sheet.headline
        if group is None or len(group.splits) < 2:
            continue
        yield ""
        who = "" if review.is_alone else f"{clean(sheet.name) or f'Athlete {sheet.athlete}'}: "
        pooled = words.average(group) if len(sheet.groups) > 1 else ""
        parts = [pooled, words.against(group), words.hit_rate(sheet.hits)]
        if any(parts):
            yield who + "   ".join(filter(None, parts))
        if group.fade is not None:
            yield words.fade(group.fade)
        if words.starts(group):
            yield f"started in different ways: {words.starts(group)}"


def standing(progress: Progress, file: str, *, rehearsal: bool) -> str:
    """`finished`, or how far it came, and what goes on with it: this very log, by the end of its file's name.

    Without a name `resume` takes the newest that was begun, which may be another.
    """
    if progress.left is not Left.UNFINISHED or rehearsal:
        return progress.text
    name = clean(file).removesuffix(".jsonl").rpartition("_")[2]
    return f"{progress.text}: 'trackbuddy resume {name}' goes on with it"


def _wrapped(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= WIDTH:
            yield line
        else:
            yield from textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
