"""Done is the review of the session just run: what it comes to, its reps around the target, and every rep in full."""

from __future__ import annotations

from typing import Final

from trackbuddy.present import numbers
from trackbuddy.present.band import band_rows
from trackbuddy.present.cells import cut
from trackbuddy.present.foot import notice_lines
from trackbuddy.present.ink import FAINT, STRONG, TEXT, Colour, Edges, Ink, Look, strong
from trackbuddy.present.metres import is_asked
from trackbuddy.present.pixels import cells
from trackbuddy.present.rows import Row, Span, gap, key_rows, text_row, wrapped
from trackbuddy.present.shelf import INKS
from trackbuddy.present.squad_results import squad_results
from trackbuddy.present.view import LiveView
from trackbuddy.present.window import Window
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.judge import tolerance
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row as RepRow
from trackbuddy.units import NS

_CHART_ROWS: Final = 5
_NAME: Final = 14


def done_page(view: LiveView, window: Window) -> list[Row]:
    """The table comes first: the chart has the rows that are left."""
    sheet = view.sheets[0]
    columns = window.columns
    top = [*band_rows(view, columns)]
    keys = list(key_rows(view.keys, columns, 2 if columns < 70 else 1))
    said = notice_lines(view, columns) or [()]
    room = window.rows - len(top) - len(said) - len(keys)
    head: list[Row] = []
    if view.squad is not None:
        middle = squad_results(view.squad, view.sheets, columns, room)
    else:
        head = [text_row(line, STRONG) for line in _headline(sheet, columns)]
        table = _table(sheet, columns, max(room - len(head) - 1, 1))
        spare = room - len(head) - len(table) - 2
        chart = _chart(sheet.headline, columns, window.edges) if spare > _CHART_ROWS else []
        middle = [(), *chart, *([()] if chart else []), *table]
    page = [*head, *middle][: max(room, 0)]
    return [*top, *page, *[()] * (room - len(page)), *said, *keys]


def _headline(sheet: Sheet, columns: int) -> list[str]:
    """`av 34.1 (7 of 8)   33.2-34.9   target 34.0, +0.1   on in 5 of 7`, and whether it faded."""
    group = sheet.headline
    if group is None:
        return []
    parts = [words.average(group), words.spread(group), words.against(group), words.hit_rate(group.hits)]
    fade = words.fade(group.fade) if group.fade else ""
    lines = [part for text in ("   ".join(filter(None, parts)), fade) for part in wrapped(text, columns - 2) if text]
    return lines


# --- the table ------------------------------------------------------------------------------------------------------


def _table(sheet: Sheet, columns: int, rows: int) -> list[Row]:
    """In as many columns as it needs; where that is not enough the last reps, and how many went before."""
    lines = _lines(sheet, columns)
    head, body = lines[0], lines[1:]
    wide = max(sum(len(span.text) for span in line) for line in lines) + 3
    across = max(min(columns // wide, -(-len(body) // max(rows - 1, 1))), 1)
    room = across * max(rows - 1, 1)
    if len(body) > room:
        hidden = len(body) - room + 1
        body = [(Span(f"  ... {hidden} rows before", FAINT),), *body[hidden:]]
    high = -(-len(body) // across)
    page: list[Row] = [tuple(span for _ in range(across) for span in (gap(1), *_padded(head, min(wide, columns) - 1)))]
    for at in range(high):
        parts = body[at::high]
        page.append(tuple(span for part in parts for span in (gap(1), *_padded(part, min(wide, columns) - 1))))
    return page


def _padded(line: Row, cells_wide: int) -> Row:
    return (*line, gap(cells_wide - sum(len(span.text) for span in line)))


def _lines(sheet: Sheet, columns: int) -> list[Row]:
    wide, aimed = columns >= 70, columns >= 40
    work, rest = (f"{'':<{_NAME}}", f"{'REST':>8}") if wide else ("", "")
    target = f"{'TARGET':>10}" if aimed else ""
    found: list[Row] = [(Span(f"{'REP':<4}{work}{target}{'TIME':>9}  {'DIFF':<10}{rest}", FAINT),)]
    averages = {id(group.rows[-1]): group for group in sheet.groups}
    section = None
    several = len({entry.row.section for entry in sheet.entries}) > 1
    for entry in sheet.entries:
        if several and entry.row.section != section:
            section = entry.row.section
            found.append((Span(words.section(sheet.rows, entry.row).upper() or "REPS", FAINT),))
        found.append(_entry(entry, wide=wide, aimed=aimed))
        laps = words.laps(entry.row.laps) if len(entry.row.laps) > 1 else ""
        if laps:
            found += [(Span(f"    {line}", FAINT),) for line in wrapped(f"laps {laps}", min(columns, 60) - 6)]
        group = averages.get(id(entry.row))
        if several and group is not None and len(group.rows) > 1 and group.splits:
            found.append((Span(f"    {words.average(group)}   {words.spread(group)}".rstrip(), STRONG),))
    return found


def _entry(entry: Entry, *, wide: bool, aimed: bool) -> Row:
    row, rest = entry.row, entry.rest
    ink = INKS[row.judged.word] if row.judged else Ink.TEXT
    taken = "" if rest is None or rest.taken_ns is None else words.time(rest.taken_ns)
    taken += "*" if rest is not None and rest.is_changed else ""
    name = f"{cut(words.work(row), _NAME - 1):<{_NAME}}" if wide else ""
    target = f"{cut(words.target(row.aim), 10):>10}" if aimed else ""
    return (
        Span(f"{row.number:<4}{name}{target}", FAINT),
        Span(f"{_result(row):>9}", strong(ink) if row.judged else STRONG),
        Span(f"  {_difference(row):<10}", Look(ink)),
        Span(f"{taken:>8}" if wide else "", TEXT),
    )


def _result(row: RepRow) -> str:
    if is_asked(row) and row.metres is None:
        return "metres?"
    return "run again" if row.voided else words.result(row)


def _difference(row: RepRow) -> str:
    """Or, of a rep by time, the pace."""
    return words.difference(row) if row.pace is None else numbers.pace_km(row.pace)


# --- the chart ------------------------------------------------------------------------------------------------------


def _chart(group: Group | None, columns: int, edges: Edges) -> list[Row]:
    """A column a rep, up or down from the target; what counts as on lies in a lighter band."""
    judged = list(group.rows) if group is not None else []
    if group is None or group.judged is None or len(judged) < 2:
        return []
    on_tenths = tolerance(group.aim.high_ns if group.aim and group.aim.high_ns else 0) * 10 / NS
    scale = max([on_tenths * 1.6, *(abs(row.judged.tenths) for row in judged if row.judged)])
    each = max(min((columns - 12) // len(judged), 8), 1)
    shown = judged[-((columns - 12) // each) :]
    pixels = [
        [
            _pixel(row, _height(line), on_tenths / scale, scale, last=each > 2 and step == each - 1)
            for row in shown
            for step in range(each)
        ]
        for line in range(2 * _CHART_ROWS)
    ]
    drawn = [cells(pixels[at], pixels[at + 1], edges) for at in range(0, 2 * _CHART_ROWS, 2)]
    labels = {0: f"+{scale / 10:.1f}", _CHART_ROWS // 2: words.target(group.aim), _CHART_ROWS - 1: f"-{scale / 10:.1f}"}
    return [(gap(1), Span(f"{labels.get(at, ''):>9} ", FAINT), *row) for at, row in enumerate(drawn)]


def _height(line: int) -> float:
    """Of a row of pixels counted from the top, from 1 to -1; the target lies between two of them."""
    return (_CHART_ROWS - line - 0.5) / _CHART_ROWS


def _pixel(row: RepRow, height: float, band: float, scale: float, *, last: bool) -> Colour:
    """`last`: the gap behind a column. A time within half a pixel of the target is a thin line."""
    ground = Ink.LINE if abs(height) <= band else Ink.GROUND
    if row.judged is None or last:
        return ground
    value, thin = row.judged.tenths / scale, 1 / _CHART_ROWS
    reached = 0 < height <= value or value <= height < 0 or (abs(height) < thin and abs(value) < thin / 2)
    return INKS[row.judged.word] if reached else ground
