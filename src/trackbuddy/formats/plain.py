"""A session in whole sentences, for a screen reader or a pipe: a heading a section, no columns, no marks.

Every time says what it counts from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trackbuddy.formats.remarks import remarks
from trackbuddy.formats.saved import Saved, clean, date
from trackbuddy.formats.text import standing
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.pacing import pacing
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row, Standing
from trackbuddy.timing.facts import Line, StartKind
from trackbuddy.timing.history import History
from trackbuddy.units import decimal_metres

_FROM = {
    StartKind.GO: "counted from GO",
    StartKind.TAP: "counted from the tap that started it",
    StartKind.RESTAMPED: "counted from a start that was moved",
}


def plain(saved: Saved, history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """Lines of any length; an empty one before each heading."""
    return tuple(_plain(saved, history, lines))


def _plain(saved: Saved, history: History, lines: Sequence[Line]) -> Iterator[str]:
    yield "SESSION"
    yield f"{clean(saved.title)}."
    if saved.canonical and saved.canonical != saved.title:
        yield f"{clean(saved.canonical)}."
    yield f"{date(saved.wall)}, opened at {saved.wall:%H:%M}." + (" A rehearsal." if saved.rehearsal else "")
    how = standing(saved.review.progress, saved.file, rehearsal=saved.rehearsal)
    yield f"{how[:1].upper()}{how[1:]}."
    if saved.damage:
        yield f"Damaged: {saved.damage}."
    for sheet in saved.review.sheets:
        who = clean(saved.who(sheet.athlete))
        yield ""
        yield f"REPS OF {who}" if who else "REPS"
        for entry in sheet.entries:
            yield _rep(sheet, entry)
        yield ""
        yield f"TOGETHER, {who}" if who else "TOGETHER"
        yield from _together(sheet)
    said = remarks(history, lines)
    if said:
        yield ""
        yield "REMARKS"
        yield from (f"{line}." for line in said)


def _rep(sheet: Sheet, entry: Entry) -> str:
    row = entry.row
    set_ = words.section(sheet.rows, row)
    name = f"{row.label} {row.number}" if row.label else f"Rep {row.number}" + (f" of {set_}" if set_ else "")
    parts = [f"{name}, {words.work(row)}: {_time(row)}"]
    if row.judged is not None:
        parts.append(f"{row.judged.text} to the target of {words.target(row.aim)}, {row.judged.word}")
    elif row.aim is not None:
        parts.append(f"target {clean(words.target(row.aim))}")
    if row.split_ns is not None:
        parts.append(_FROM[row.start])
    if len(row.laps) > 1:
        parts.append(f"laps from tap to tap {words.laps(row.laps)}")
        parts += list(filter(None, [words.evenness(pacing(row))]))
    parts += ["run again"] if row.voided else []
    parts += ["left out of the average"] if row.excluded else []
    parts += ["entered afterwards"] if row.mended else []
    if entry.rest is not None:
        parts.append(_rest(entry))
    return f"{'; '.join(parts)}."


def _time(row: Row) -> str:
    if row.standing is Standing.NO_TIME:
        return "run, no time"
    return words.result(row)


def _rest(entry: Entry) -> str:
    assert entry.rest is not None, "asked for only where there is one"
    planned = words.recovery(entry.rest.plan)
    if entry.rest.taken_ns is None:
        return f"then {planned}"
    since = "the assumed finish" if entry.rest.assumed else "the finish to the next start"
    return f"then {planned}, taken {words.time(entry.rest.taken_ns)} from {since}"


def _together(sheet: Sheet) -> Iterator[str]:
    groups = [group for group in sheet.groups if group.splits]
    if not groups:
        yield "Nothing was timed."
    for group in groups:
        yield from _group(sheet, group)
    if words.hit_rate(sheet.hits):
        yield f"On target in {sheet.hits[0]} of {sheet.hits[1]}."
    totals = sheet.totals
    if totals.work_mm is not None and totals.work_ns is not None:
        yield f"Work {decimal_metres(totals.work_mm)} m in {words.long(totals.work_ns)}."
    if totals.recovery_ns is not None:
        yield f"Recovery between the reps {words.long(totals.recovery_ns)}."


def _group(sheet: Sheet, group: Group) -> Iterator[str]:
    mean_ns, row = group.mean_ns, group.rows[0]
    assert mean_ns is not None, "only groups with a time are told"
    section = words.section(sheet.rows, row)
    which = f"{section}, {words.work(row)}" if section else words.work(row)
    spread = words.spread(group).replace("-", " to ")
    ranged = f", from {spread}" if spread else ""
    yield f"{which}: average {words.timed(mean_ns)}, {len(group.splits)} of {group.run} timed{ranged}."
    if group.fade is not None:
        yield f"{which}: {words.fade(group.fade)}."
    if words.starts(group):
        yield f"{which}: started in different ways, {words.starts(group)}."
