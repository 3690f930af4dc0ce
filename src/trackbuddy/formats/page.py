"""A report: one page of HTML that needs nothing but itself. Every text of the user's is text and never markup.

One log gives its session; several give their season first. Behind each chart stands a table with its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from trackbuddy.formats import season_text
from trackbuddy.formats.page_style import STYLE
from trackbuddy.formats.saved import Saved, clean, date
from trackbuddy.formats.svg import by_400, laps_chart, reps_chart, season_chart
from trackbuddy.formats.text import standing
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.digest import spark
from trackbuddy.results.pacing import pacing
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row, Standing
from trackbuddy.results.season import Season
from trackbuddy.units import decimal_metres

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""The page asks nothing of any network, and a browser holds it to that."""
_SPAN: Final = "span:"
Remarks = Sequence[str]


def page(sessions: Sequence[tuple[Saved, Remarks]], seasons: Sequence[Season] = ()) -> str:
    """`sessions` with what is to be said beside their times, newest first; `seasons` where there are several."""
    title = _title(sessions)
    body = [f"<h1>{_safe(title)}</h1>"]
    if len(sessions) > 1:
        body += _seasons(seasons)
        body += _list(sessions)
    for saved, remarks in sessions:
        body += _session(saved, remarks, alone=len(sessions) == 1)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_safe(title)}</title><style>{STYLE}</style></head>\n<body><main>\n"
        + "\n".join(body)
        + "\n</main></body></html>\n"
    )


def _safe(text: str) -> str:
    return escape(clean(text))


def _title(sessions: Sequence[tuple[Saved, Remarks]]) -> str:
    if len(sessions) == 1:
        return sessions[0][0].title
    first, last = sessions[-1][0].wall, sessions[0][0].wall
    return f"{len(sessions)} sessions, {date(first)} to {date(last)}"


# --- several --------------------------------------------------------------------------------------------------------


def _seasons(seasons: Sequence[Season]) -> Iterator[str]:
    shown = [season for season in seasons if len(season.sessions) > 1]
    if shown:
        yield "<h2>Season</h2>"
    for season in shown:
        name = season_text.title(season)
        yield f"<h3>{_safe(name)}</h3><p>{_safe('Trend: ' + season_text.trend(season))}.</p>"
        rows = [
            [(cell, "l w" if at == 6 else "" if at else "l") for at, cell in enumerate(season_text.cells(month))]
            for month in season.months
        ]
        heads = [
            ("Month", "l"),
            *((head, "") for head in ("Count", "Average", "Best", "On", "Work")),
            ("Target", "l"),
        ]
        table = _table(f"{name}, month by month", heads, rows)
        yield _pair(
            season_chart(season.sessions, f"{name}: averages"), "Averages by day; the line is the target.", table
        )


def _list(sessions: Sequence[tuple[Saved, Remarks]]) -> Iterator[str]:
    heads = [("Date", "l"), ("Session", "l"), ("Athlete", "l"), ("Average", ""), ("Reps", "l")]
    rows = []
    for saved, _ in sessions:
        for sheet in saved.review.sheets:
            group = sheet.headline
            mean = "" if group is None else words.average(group).removeprefix("av ")
            times = tuple(row.split_ns for row in sheet.rows if row.label is None and not row.voided)
            rows.append(
                [
                    (date(saved.wall), "l"),
                    (saved.title, "l w"),
                    (saved.who(sheet.athlete), "l"),
                    (mean, ""),
                    (spark(times), "l"),
                ]
            )
    yield "<h2>Sessions</h2>"
    yield _table("All sessions of this report, newest first", heads, rows)


# --- one ------------------------------------------------------------------------------------------------------------


def _session(saved: Saved, remarks: Remarks, *, alone: bool) -> Iterator[str]:
    if not alone:
        yield f"<h2>{_safe(saved.title)}</h2>"
    said = [
        date(saved.wall),
        f"{saved.wall:%H:%M}",
        standing(saved.review.progress, saved.file, rehearsal=saved.rehearsal),
    ]
    said += ["a rehearsal"] if saved.rehearsal else []
    if saved.canonical and saved.canonical != saved.title:
        yield f"<p>{_safe(saved.canonical)}</p>"
    yield f'<p class="faint">{_safe(", ".join(said))}</p>'
    if saved.damage:
        yield f"<p>{_safe('Damaged: ' + saved.damage)}.</p>"
    for sheet in saved.review.sheets:
        yield from _sheet(saved, sheet)
    if remarks:
        yield "<h3>Remarks</h3><ul>" + "".join(f"<li>{_safe(line)}</li>" for line in remarks) + "</ul>"


def _sheet(saved: Saved, sheet: Sheet) -> Iterator[str]:
    who = saved.who(sheet.athlete)
    if who:
        yield f"<h3>{_safe(who)}</h3>"
    yield from _summary(sheet)
    rows = [row for row in sheet.rows if row.label not in words.UNAVERAGED and not row.voided]
    chart = reps_chart(rows, f"Times of the reps{' of ' + clean(who) if who else ''}")
    key = "A bar a rep, from its target to its time; the band is what counts as on target."
    yield _pair(chart, key, _reps_table(sheet))
    laps = laps_chart(rows, "Laps of each rep")
    if laps:
        each = ", for 400 m each" if by_400(rows) else ""
        key = f"A line a rep, from lap to lap{each}; the laps stand in the table."
        yield f"<figure>{laps}<figcaption>{key}</figcaption></figure>"


def _summary(sheet: Sheet) -> Iterator[str]:
    group = sheet.headline
    if group is not None:
        rest = [words.spread(group), words.against(group), words.hit_rate(sheet.hits)]
        yield f'<p class="sum"><b>{_safe(words.average(group))}</b>{_safe(", ".join(filter(None, rest)))}</p>'
        if group.fade is not None:
            yield f"<p>{_safe(words.fade(group.fade).capitalize())}.</p>"
        if words.starts(group):
            yield f"<p>{_safe('Started in different ways: ' + words.starts(group))}.</p>"
    for row in sheet.rows:
        found = pacing(row)
        if found is not None and found.is_too_fast:
            yield f"<p>Rep {row.number} {_safe(words.too_fast(found))}.</p>"
    totals = sheet.totals
    parts = [f"work {decimal_metres(totals.work_mm)} m"] if totals.work_mm is not None else []
    parts += [f"{words.long(totals.work_ns)} running"] if totals.work_ns is not None else []
    parts += [f"{words.long(totals.recovery_ns)} recovery"] if totals.recovery_ns is not None else []
    if parts:
        yield f'<p class="faint">{_safe(", ".join(parts).capitalize())}.</p>'


Cell = tuple[str, str]
"""Text and class."""


def _reps_table(sheet: Sheet) -> str:
    laps = any(len(row.laps) > 1 for row in sheet.rows)
    heads = [("Rep", "l"), ("Work", "l"), ("Target", ""), ("Time", ""), ("Diff", "l"), ("Rest", ""), ("From", "l")]
    heads += [("Laps", "l")] if laps else []
    averages = {id(group.rows[-1]): group for group in sheet.groups if len(group.rows) > 1 and group.splits}
    rows: list[list[Cell]] = []
    for entry in sheet.entries:
        rows.append(_rep(sheet, entry, laps=laps))
        if id(entry.row) in averages:
            rows.append(_average(averages[id(entry.row)], len(heads)))
    caption = "Rep by rep; rest as it was taken, from the finish to the next start"
    caption += (
        ", * another than planned" if any(e.rest is not None and e.rest.is_changed for e in sheet.entries) else ""
    )
    return _table(caption, heads, rows, wide=laps)


def _rep(sheet: Sheet, entry: Entry, *, laps: bool) -> list[Cell]:
    row, rest = entry.row, entry.rest
    section = words.section(sheet.rows, row)
    number = f"{section.replace('set ', '')}.{row.number}" if section and row.label is None else str(row.number)
    taken = "" if rest is None or rest.taken_ns is None else words.time(rest.taken_ns)
    cells = [
        (number, "l"),
        (words.work(row), "l"),
        (words.target(row.aim), ""),
        (words.result(row), "nt" if row.standing is Standing.NO_TIME else ""),
        (_difference(row), f"l {row.judged.word}" if row.judged else "l"),
        (f"{taken}*" if rest is not None and rest.is_changed else taken, ""),
        (words.STARTED[row.start], "l"),
    ]
    return [*cells, (words.laps(row.laps) if len(row.laps) > 1 else "", "l w")] if laps else cells


def _difference(row: Row) -> str:
    marks = ["run again"] if row.voided else []
    marks += ["not in average"] if row.excluded else []
    marks += ["entered later"] if row.mended else []
    return ", ".join(filter(None, [words.difference(row), *marks]))


def _average(group: Group, columns: int) -> list[Cell]:
    mean = "" if group.mean_ns is None else words.timed(group.mean_ns)
    said = f"{len(group.splits)} of {group.run}, {words.spread(group)}".rstrip(", ")
    return [("av", "l"), ("", ""), ("", ""), (mean, ""), (said, f"l {_SPAN}{columns - 4}")]


# --- pieces ---------------------------------------------------------------------------------------------------------


def _pair(chart: str, caption: str, table: str) -> str:
    figure = f"<figure>{chart}<figcaption>{escape(caption)}</figcaption></figure>" if chart else ""
    return f'<div class="pair">{figure}{table}</div>'


def _table(caption: str, heads: Iterable[Cell], rows: Iterable[Sequence[Cell]], *, wide: bool = False) -> str:
    head = "".join(f'<th scope="col"{_class(kind)}>{escape(text)}</th>' for text, kind in heads)
    body = "".join(
        f"<tr{_class('av') if row[0][0] == 'av' else ''}>"
        + "".join(f"<td{_class(kind)}>{_safe(text)}</td>" for text, kind in row)
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll{" wide" if wide else ""}"><table><caption>{_safe(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _class(kind: str) -> str:
    """A word that begins with `span:` says how many columns a cell takes."""
    words_ = kind.split()
    spans = [word.removeprefix(_SPAN) for word in words_ if word.startswith(_SPAN)]
    classes = " ".join(word for word in words_ if not word.startswith(_SPAN))
    return (f' class="{classes}"' if classes else "") + "".join(f' colspan="{span}"' for span in spans)
