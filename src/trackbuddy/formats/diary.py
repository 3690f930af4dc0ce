"""A session as one line of a training diary, the way coaches write it.

`Mon 23 Nov. 8x200 @ 34, 30s rest. 34.1 33.8 34.2 NT 34.0 34.3 33.9 34.4. av 34.1 (7 of 8), 33.8-34.4. Wind, bend 2.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from trackbuddy.formats.saved import Saved, clean, day
from trackbuddy.plan.session import Label
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.progress import Left
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row, Standing

_TIMES = re.compile(r"(\d+) x (?=[\d(])")
_METRES = re.compile(r"(?<=\d)m(?= @|, |$|\))")


def diary(saved: Saved) -> tuple[str, ...]:
    """A line an athlete."""
    return tuple(_line(saved, sheet) for sheet in saved.review.sheets)


def short(canonical: str) -> str:
    """`8 x 200m @ 34, 30s rest` is `8x200 @ 34, 30s rest`: the first length without its m, as beside a track."""
    text = clean(canonical)
    return _METRES.sub("", _TIMES.sub(r"\1x", text), count=1)


def _line(saved: Saved, sheet: Sheet) -> str:
    who = clean(saved.who(sheet.athlete))
    parts = [f"{who}: {day(saved.wall)}" if who else day(saved.wall), short(saved.text)]
    parts += [*_results(sheet), *_besides(saved, sheet)]
    parts += [clean(note).rstrip(".") for note in saved.review.notes]
    parts += [", ".join(map(clean, saved.review.tags))] if saved.review.tags else []
    return " ".join(f"{part}." for part in parts if part)


def _results(sheet: Sheet) -> Iterator[str]:
    counted = [row for row in sheet.rows if row.label is Label.STRIDE and row.standing is Standing.COUNTED]
    rows = [row for row in sheet.rows if row.label in {None, Label.STRIDE, Label.HILL} and row not in counted]
    rows = [row for row in rows if not row.voided and row.standing is not Standing.RUNNING]
    sets = [list(alike) for _, alike in groupby(rows, key=lambda row: (row.plan.block, row.plan.set))]
    yield " / ".join(" ".join(map(_time, alike)) for alike in sets)
    if counted:
        yield words.counted(len(counted), "stride")
    groups = [group for group in sheet.groups if len(group.rows) > 1 and group.splits]
    yield "; ".join(_average(sheet, group, several=len(groups) > 1) for group in groups)


def _time(row: Row) -> str:
    laps = f" ({words.laps(row.laps)})" if len(row.laps) > 1 and row.split_ns is not None else ""
    return f"{words.result(row)}{laps}"


def _average(sheet: Sheet, group: Group, *, several: bool) -> str:
    first = group.rows[0]
    alike = [other for other in sheet.groups if other.rows[0].section == first.section]
    names = [words.section(sheet.rows, first), words.work(first) if len(alike) > 1 else ""]
    said = f"{words.average(group)}, {words.spread(group)}".rstrip(", ")
    return " ".join([*filter(None, names), said]) if several else said


def _besides(saved: Saved, sheet: Sheet) -> Iterator[str]:
    """What a coach adds where it was so: another rest, who dropped out, how far it came, what was repaired."""
    changed = [entry.rest for entry in sheet.entries if entry.rest is not None and entry.rest.is_changed]
    taken = sorted(rest.taken_ns for rest in changed if rest.taken_ns is not None)
    if taken:
        span = words.time(taken[0])
        span += f"-{words.time(taken[-1])}" if words.time(taken[-1]) != span else ""
        yield f"rest {span} {'once' if len(taken) == 1 else f'{len(taken)} times'}"
    if sheet.dropped_out_after is not None:
        yield f"out after {sheet.dropped_out_after}"
    typed = [str(row.number) for row in sheet.rows if row.mended and row.split_ns is not None]
    if typed:
        yield f"time of {', '.join(typed)} entered afterwards"
    left_out = [str(row.number) for row in sheet.rows if row.excluded]
    if left_out:
        yield f"{', '.join(left_out)} not in the average"
    progress = saved.review.progress
    if progress.left is not Left.FINISHED or not progress.is_whole:
        yield progress.text
    if saved.rehearsal:
        yield "A rehearsal"
