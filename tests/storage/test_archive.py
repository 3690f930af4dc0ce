"""The archive is right whatever became of its index, and of the logs behind its back."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import LogError, read_log
from trackbuddy.storage.summaries import Summary, read_summary, summary
from trackbuddy.storage.summary_json import summary_from_json, summary_to_json
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

PLAN = eight_200s()


@pytest.fixture
def reads() -> list[str]:
    """Names of the logs that were read, and not taken from the index."""
    return []


@pytest.fixture
def archive(tmp_path: Path, reads: list[str]) -> Archive:
    folder = tmp_path / "logs"
    folder.mkdir()
    for number, time in enumerate((45.0, 46.0, 47.0), start=1):
        put(folder / f"2026-01-0{number}T100000_a_1.jsonl", time)

    def reading(path: Path) -> Summary | LogError:
        reads.append(path.name)
        return read_summary(path)

    return Archive(folder, tmp_path / "index.sqlite", reading)


def put(path: Path, time: float) -> None:
    log_file(path, PLAN, run(PLAN, [*taps(time + 1), i.Finish(90 * NS)])[1])


def averages(archive: Archive) -> list[float | None]:
    """What the list says of each, newest first; None for one that can't be read."""
    return [None if isinstance(one, LogError) else (one.digests[0].average_ns or 0) / NS for one in archive.summaries()]


def test_what_is_unchanged_is_not_read_again(archive: Archive, reads: list[str]) -> None:
    assert averages(archive) == [37.0, 36.0, 35.0]
    assert len(reads) == 3
    assert averages(archive) == [37.0, 36.0, 35.0]
    assert len(reads) == 3


def test_a_summary_comes_back_from_the_index_as_it_was(archive: Archive) -> None:
    read = list(archive.summaries())
    assert list(archive.summaries()) == read
    for one in read:
        assert isinstance(one, Summary)
        assert summary_from_json(summary_to_json(one), one.path) == one


def test_a_log_that_changed_is_read_again(archive: Archive, tmp_path: Path, reads: list[str]) -> None:
    averages(archive)
    put(tmp_path / "logs" / "2026-01-02T100000_a_1.jsonl", 50.0)
    assert averages(archive) == [37.0, 40.0, 35.0]
    assert len(reads) == 4


def test_another_of_the_same_size_and_time_is_seen(archive: Archive, tmp_path: Path) -> None:
    """Its times put back by hand: the inode's own time still tells."""
    averages(archive)
    path = tmp_path / "logs" / "2026-01-02T100000_a_1.jsonl"
    before = path.stat()
    put(path, 48.0)
    assert path.stat().st_size == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert averages(archive) == [37.0, 38.0, 35.0]


def test_a_clock_set_back_hides_nothing(archive: Archive, tmp_path: Path) -> None:
    averages(archive)
    path = tmp_path / "logs" / "2026-01-04T100000_a_1.jsonl"
    put(path, 44.0)
    os.utime(path, ns=(0, 0))
    assert averages(archive)[0] == 34.0


def test_a_log_that_is_gone_is_gone_and_forgotten(archive: Archive, tmp_path: Path) -> None:
    averages(archive)
    (tmp_path / "logs" / "2026-01-02T100000_a_1.jsonl").unlink()
    assert averages(archive) == [37.0, 35.0]
    with sqlite3.connect(tmp_path / "index.sqlite") as index:
        assert index.execute("SELECT count(*) FROM logs").fetchone() == (2,)


def test_a_log_that_goes_while_the_list_is_made(archive: Archive, tmp_path: Path) -> None:
    listed = archive.summaries()
    next(listed)
    (tmp_path / "logs" / "2026-01-01T100000_a_1.jsonl").unlink()
    assert len(list(listed)) == 1


@pytest.mark.parametrize("rubbish", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_index_is_made_anew(archive: Archive, tmp_path: Path, rubbish: bytes, reads: list[str]) -> None:
    averages(archive)
    (tmp_path / "index.sqlite").write_bytes(rubbish)
    assert averages(archive) == [37.0, 36.0, 35.0]
    reads.clear()
    assert averages(archive) == [37.0, 36.0, 35.0]
    assert reads == []


def test_rubbish_in_a_row_is_read_from_the_log(archive: Archive, tmp_path: Path) -> None:
    averages(archive)
    with sqlite3.connect(tmp_path / "index.sqlite") as index:
        index.execute("UPDATE logs SET data = '[1, 2]'")
    assert averages(archive) == [37.0, 36.0, 35.0]


def test_an_index_of_another_version_is_made_anew(archive: Archive, tmp_path: Path) -> None:
    averages(archive)
    with sqlite3.connect(tmp_path / "index.sqlite") as index:
        index.execute("UPDATE logs SET data = 'of a later program'")
        index.execute("PRAGMA user_version = 999")
    assert averages(archive) == [37.0, 36.0, 35.0]


def test_a_folder_that_takes_no_index_is_listed_all_the_same(archive: Archive, tmp_path: Path) -> None:
    assert averages(Archive(tmp_path / "logs", tmp_path / "logs" / "2026-01-01T100000_a_1.jsonl" / "x")) == [37, 36, 35]
    assert averages(Archive(tmp_path / "logs", tmp_path / "logs")) == [37.0, 36.0, 35.0]


def test_another_program_that_writes_the_index_is_not_waited_for_long(archive: Archive, tmp_path: Path) -> None:
    averages(archive)
    put(tmp_path / "logs" / "2026-01-05T100000_a_1.jsonl", 44.0)
    other = sqlite3.connect(tmp_path / "index.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert averages(archive) == [34.0, 37.0, 36.0, 35.0]
    finally:
        other.close()
    assert averages(archive) == [34.0, 37.0, 36.0, 35.0]


def test_what_can_not_be_read_is_listed_with_its_reason(archive: Archive, tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "logs" / "2026-01-09_x.jsonl").write_bytes(b"junk")
    first, *_ = archive.summaries()
    again, *_ = archive.summaries()
    assert isinstance(first, LogError)
    assert isinstance(again, LogError)
    assert again.message == first.message
    assert len(reads) == 4


def test_an_index_killed_while_it_is_built_is_right_at_the_next_start(archive: Archive, tmp_path: Path) -> None:
    """A program that dies without a word in the middle of writing."""
    code = f"""
        import os
        from pathlib import Path
        from trackbuddy.storage.index import Index
        from trackbuddy.storage.summary_json import VERSION
        index = Index(Path({str(tmp_path / "index.sqlite")!r}), VERSION)
        rows = ((f"2026-01-0{{n}}T100000_a_1.jsonl", "stale", '"wrong"') for n in (1, 2, 3))
        class Dying:
            def __iter__(self):
                yield next(rows)
                os._exit(9)
        index._connection.execute("BEGIN")
        index._connection.executemany("INSERT OR REPLACE INTO logs VALUES (?, ?, ?)", Dying())
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert done.returncode == 9
    assert averages(archive) == [37.0, 36.0, 35.0]


def test_repairs_tags_and_damage_are_kept_too(tmp_path: Path) -> None:
    put(tmp_path / "a.jsonl", 45.0)
    one = replace(summary(read_log(tmp_path / "a.jsonl")), repairs=2, tags=("wind",), damage="1 line")
    assert summary_from_json(summary_to_json(one), one.path) == one
    assert {"repaired", "damaged"} <= set(one.flags)
