"""What holds of any session as text and as files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.any_session import Lived
from tests.formats.builders import number, read_csv, saved

from trackbuddy.formats.csv_table import as_text, laps_csv, reps_csv
from trackbuddy.formats.diary import diary
from trackbuddy.formats.json_session import document, read_document, sessions_json
from trackbuddy.formats.plain import plain
from trackbuddy.formats.saved import Saved, milliseconds
from trackbuddy.formats.text import WIDTH, review_text, table
from trackbuddy.results.review import Entry, Sheet


def any_log_fits_eighty_columns_and_moves_no_cursor(at: Lived) -> None:
    """Whatever was pressed: no line is wider, and none holds a control character."""
    for line in review_text(saved(at.history), at.history, list(at.lines)):
        assert len(line) <= WIDTH
        assert line.isprintable()


def every_rep_that_was_run_has_a_row_and_a_sentence(at: Lived) -> None:
    found = saved(at.history)
    count = len(list(_entries(found)))
    assert sum(line[:1].isdigit() for line in table(found.review)) == count
    sentences = plain(found, at.history, list(at.lines))
    assert sum(bool(re.match(r"(?:Rep|stride) \d", line)) for line in sentences) == count


def any_session_is_a_line_an_athlete(at: Lived) -> None:
    lines = diary(saved(at.history))
    assert len(lines) == len(at.plan.athletes)
    for line in lines:
        assert line.isprintable()
        assert line.endswith(".")


def csv_reads_back_to_the_same_numbers(at: Lived) -> None:
    found = saved(at.history)
    rows = read_csv(reps_csv([found]))
    assert len(rows) == len(list(_entries(found)))
    for cells, (sheet, entry) in zip(rows, _entries(found), strict=True):
        row, rest = entry.row, entry.rest
        assert as_text(cells["athlete"]) == found.who(sheet.athlete)
        assert int(cells["rep"]) == row.number
        assert number(cells["time (s)"]) == _ms(row.split_ns)
        assert number(cells["difference (s)"]) == (row.judged.tenths / 10 if row.judged else None)
        assert number(cells["rest taken (s)"]) == (_ms(rest.taken_ns) if rest else None)
        assert number(cells["metres run"]) == row.metres
    laps = [lap for _, entry in _entries(found) for lap in entry.row.laps]
    assert [number(cells["lap (s)"]) for cells in read_csv(laps_csv([found]))] == [_ms(lap.ns) for lap in laps]


def json_reads_back_to_the_same_numbers(at: Lived) -> None:
    found = saved(at.history)
    read = read_document(sessions_json([found]))
    assert read == document([found])
    reps = [one for athlete in read.sessions[0].athletes for one in athlete.reps]
    for one, (_, entry) in zip(reps, _entries(found), strict=True):
        assert one.time_s == _ms(entry.row.split_ns)
        assert [lap.time_s for lap in one.laps] == [_ms(lap.ns) for lap in entry.row.laps]
        assert (one.rest.taken_s if one.rest else None) == (_ms(entry.rest.taken_ns) if entry.rest else None)
    averages = [one.average_s for athlete in read.sessions[0].athletes for one in athlete.averages]
    assert averages == [_ms(group.mean_ns) for sheet in found.review.sheets for group in sheet.groups]


def _entries(found: Saved) -> Iterator[tuple[Sheet, Entry]]:
    for sheet in found.review.sheets:
        for entry in sheet.entries:
            yield sheet, entry


def _ms(ns: int | None) -> float | None:
    return None if ns is None else milliseconds(ns)
