"""Writing a log: whole inputs in order, whatever the disk does, and never a wait for it."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.patience import PATIENCE_S, eventually
from tests.storage.builders import groups, header, log_bytes, log_file, taps
from tests.timing.sessions import eight_200s, run, runs

from trackbuddy.storage import chain
from trackbuddy.storage import journal as j
from trackbuddy.storage.disk import RealDisk
from trackbuddy.storage.logs import LogError, read_log
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Plan

PLAN = eight_200s()
LINES = run(PLAN, taps(45.0, 45.1, 109.2))[1]


class FailingDisk(RealDisk):
    """A disk that says no as often as its list of moods says, after writing some of it."""

    def __init__(self, moods: list[tuple[str, int]]) -> None:
        self.moods = moods
        self.writes: list[bytes] = []

    def _mood(self, call: str) -> int | None:
        if self.moods and self.moods[0][0] == call:
            return self.moods.pop(0)[1]
        return None

    def create(self, path: Path) -> int:
        if self._mood("create") is not None:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return super().create(path)

    def write(self, fd: int, data: bytes) -> None:
        torn = self._mood("write")
        if torn is not None:
            super().write(fd, data[:torn])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.writes.append(data)
        super().write(fd, data)

    def sync(self, fd: int) -> None:
        if self._mood("sync") is not None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().sync(fd)

    def truncate(self, fd: int, length: int) -> None:
        if self._mood("truncate") is not None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().truncate(fd, length)


class HastyDisk(RealDisk):
    """Doesn't wait for the platter: for tests of what is written, not of when."""

    def sync(self, fd: int) -> None:
        pass


def test_a_log_is_written_and_read_back(tmp_path: Path) -> None:
    """The file is the user's alone, is named after the session, and holds every line."""
    saved: list[int] = []
    with j.create(tmp_path / "home" / "logs", header(PLAN), "8 x 200m @ 34, 30s rest", saved=saved.append) as journal:
        for group in groups(LINES):
            journal.append(group)
        assert journal.close()
    assert journal.path.name == "2026-11-23T183000_8x200m_k3f9.jsonl"
    assert read_log(journal.path).lines == tuple(LINES)
    assert saved[-1] == LINES[-1].n
    assert saved == sorted(saved)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES)


@settings(max_examples=40)
@given(
    runs(),
    st.lists(
        st.tuples(st.sampled_from(["create", "write", "write", "sync", "truncate"]), st.integers(0, 400)), max_size=8
    ),
    st.data(),
)
def test_no_failing_disk_loses_or_reorders_a_line(
    tmp_path_factory: pytest.TempPathFactory,
    made: tuple[Plan, list[i.Input]],
    moods: list[tuple[str, int]],
    data: st.DataObject,
) -> None:
    """Full, read-only and torn in the middle of lines: when space returns, the file is as if nothing had been."""
    plan, inputs = made
    lines = run(plan, inputs)[1]
    disk = FailingDisk(moods)
    journal = j.create(tmp_path_factory.mktemp("logs"), header(plan), "x", disk=disk, retry_s=0.0001)
    for group in groups(lines):
        journal.append(group)
    assert eventually(lambda: journal.unsaved == 0)
    assert journal.close()
    assert journal.path.read_bytes() == log_bytes(plan, lines)


def test_every_write_holds_whole_inputs(tmp_path: Path) -> None:
    """A crash between two writes never parts the facts of one tap."""
    disk = FailingDisk([])
    with j.create(tmp_path, header(PLAN), "x", disk=disk) as journal:
        for group in groups(LINES):
            journal.append(group)
    for data in disk.writes:
        last = data.splitlines()[-1]
        assert b'"end":true' in last or b'"header"' in last


def test_trouble_is_said_at_each_try_and_taken_back_once(tmp_path: Path) -> None:
    """Why nothing is saved, in words, and that it is over. A listener that comes late must hear it too."""
    said: list[str | None] = []
    disk = FailingDisk([("write", 3), ("write", 30), ("sync", 0)])
    journal = j.create(tmp_path, header(PLAN), "x", disk=disk, trouble=said.append, retry_s=0.001)
    journal.append(LINES)
    assert eventually(lambda: journal.unsaved == 0)
    journal.close()
    full = "no space left on device; trying again every second"
    assert said == [full, full, "input/output error; trying again every second", None]


def test_append_returns_while_the_disk_hangs(tmp_path: Path) -> None:
    """A tap never waits for a disk."""
    go_on = threading.Event()

    class Hanging(RealDisk):
        def sync(self, fd: int) -> None:
            go_on.wait(PATIENCE_S)
            super().sync(fd)

    journal = j.create(tmp_path, header(PLAN), "x", disk=Hanging())
    for group in groups(LINES):
        journal.append(group)
    assert journal.unsaved == len(LINES) + 1
    go_on.set()
    assert journal.close()
    assert read_log(journal.path).lines == tuple(LINES)


def test_closing_on_a_full_disk_says_that_lines_are_lost(tmp_path: Path) -> None:
    """It tries once more, gives up, and leaves a file that reads to a whole input."""
    disk = FailingDisk([("write", 5)] * 50)
    journal = j.create(tmp_path, header(PLAN), "x", disk=disk, retry_s=0.001)
    journal.append(LINES)
    assert not journal.close()
    assert journal.unsaved == len(LINES) + 1


@pytest.mark.parametrize("moods", [[("create", 0)] * 50, [("sync", 0)] * 50])
def test_what_a_dead_disk_would_not_take_is_rescued_elsewhere(moods: list[tuple[str, int]], tmp_path: Path) -> None:
    """The whole log, saved lines and unsaved ones, in another folder."""
    journal = j.create(tmp_path / "logs", header(PLAN), "x", disk=FailingDisk(moods), retry_s=0.001)
    journal.append(LINES)
    assert not journal.close()
    path = journal.rescue(tmp_path / "rescued")
    assert path.read_bytes() == log_bytes(PLAN, LINES)


def test_a_log_that_died_half_way_is_rescued_whole(tmp_path: Path) -> None:
    """Its first lines are read from the dead disk, the others come from memory."""
    disk = FailingDisk([])
    journal = j.create(tmp_path / "logs", header(PLAN), "x", disk=disk, retry_s=0.001)
    journal.append(LINES[:6])
    assert eventually(lambda: journal.unsaved == 0)
    disk.moods += [("write", 20)] * 50
    journal.append(LINES[6:])
    assert not journal.close()
    assert journal.rescue(tmp_path / "rescued").read_bytes() == log_bytes(PLAN, LINES)


@pytest.mark.parametrize("full", [True, False])
def test_what_a_full_disk_took_half_of_is_not_somebody_elses(tmp_path: Path, *, full: bool) -> None:
    """Closing finds the half that is left of a failed write: the log keeps its name, with no second one beside it."""
    disk, heard = FailingDisk([]), Heard()
    journal = heard.journal(tmp_path, disk, retry_s=60)
    journal.append(LINES[:6])
    assert eventually(lambda: journal.unsaved == 0)
    disk.moods += [("write", 20)] * (50 if full else 1)
    journal.append(LINES[6:])
    assert eventually(lambda: bool(heard.trouble))
    assert journal.close() is not full
    assert list(tmp_path.iterdir()) == [journal.path]
    assert heard.remarks == []
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES[:6] if full else LINES)


class Heard:
    """What a journal says."""

    def __init__(self) -> None:
        self.saved: list[int] = []
        self.trouble: list[str | None] = []
        self.remarks: list[str] = []

    def journal(
        self,
        folder: Path,
        disk: RealDisk | None = None,
        *,
        look_s: float = 0.01,
        retry_s: float = 0.001,
        saved: Callable[[int], None] | None = None,
    ) -> j.Journal:
        return j.create(
            folder,
            header(PLAN),
            "x",
            disk=disk,
            saved=saved or self.saved.append,
            trouble=self.trouble.append,
            remark=self.remarks.append,
            retry_s=retry_s,
            look_s=look_s,
        )


def test_a_deleted_log_is_written_anew_and_said(tmp_path: Path) -> None:
    """Also while nothing new is written: what the screen called saved has to be there."""
    heard = Heard()
    journal = heard.journal(tmp_path)
    journal.append(LINES[:6])
    assert eventually(lambda: journal.unsaved == 0)
    journal.path.unlink()
    assert eventually(lambda: bool(heard.remarks))
    assert heard.remarks == [f"the log was deleted and was written anew: {journal.path.name}"]
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES[:6])
    journal.append(LINES[6:])
    assert journal.close()
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES)


def test_a_log_deleted_just_before_the_end_is_written_anew(tmp_path: Path) -> None:
    heard = Heard()
    journal = heard.journal(tmp_path, look_s=60)
    journal.append(LINES)
    assert eventually(lambda: heard.saved[-1:] == [LINES[-1].n])
    journal.path.unlink()
    assert journal.close()
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES)


def _replace(path: Path) -> None:
    path.unlink()
    log_file(path, PLAN, LINES[:3])


def _cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 30)


def _write_into(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"hello\n")


def _change_a_byte(path: Path) -> None:
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.write(data[:50] + b"#" + data[51:])


@pytest.mark.parametrize("spoil", [_replace, _cut_off, _write_into, _change_a_byte])
def test_a_log_that_became_somebody_elses_is_left_to_them_and_written_elsewhere(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    """Never a mixture of two, and never a byte of theirs touched."""
    heard = Heard()
    journal = heard.journal(tmp_path, look_s=60)
    journal.append(LINES[:6])
    first = journal.path
    assert eventually(lambda: heard.saved[-1:] == [6])
    spoil(first)
    theirs = first.read_bytes()
    journal.append(LINES[6:])
    assert journal.close()
    assert journal.path.name == f"{first.stem}-2.jsonl"
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES)
    assert first.read_bytes() == theirs
    assert "was written anew" in heard.remarks[0]


def test_a_log_gone_with_its_folder_is_rescued_from_memory(tmp_path: Path) -> None:
    """And nothing is called safe that isn't."""
    heard = Heard()
    folder = tmp_path / "logs"
    disk = FailingDisk([])
    journal = heard.journal(folder, disk, look_s=60)
    journal.append(LINES)
    assert eventually(lambda: heard.saved[-1:] == [LINES[-1].n])
    journal.path.unlink()
    disk.moods += [("create", 0)] * 50
    assert not journal.close()
    assert journal.unsaved == len(LINES) + 1
    assert journal.rescue(tmp_path / "rescued").read_bytes() == log_bytes(PLAN, LINES)


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("a fault of ours"), RecursionError()])
@pytest.mark.parametrize("where", ["seal", "write", "sync", "saved"])
def test_nothing_that_goes_wrong_ends_the_writer(
    where: str, error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, and tried again until it goes; no line is lost, doubled or out of order."""
    heard = Heard()
    failures = [error] * 3

    def fail(*_: object) -> None:
        if failures:
            raise failures.pop()

    class Ill(RealDisk):
        def write(self, fd: int, data: bytes) -> None:
            if where == "write" and failures:
                super().write(fd, data[:20])
                fail()
            super().write(fd, data)

        def sync(self, fd: int) -> None:
            super().sync(fd)
            if where == "sync":
                fail()

    def sealed(members: dict[str, Any], seed: int) -> tuple[bytes, int]:
        if where == "seal":
            fail()
        return seal(members, seed)

    def saved(n: int) -> None:
        if where == "saved":
            fail()
        heard.saved.append(n)

    seal = chain.sealed
    monkeypatch.setattr(chain, "sealed", sealed)
    journal = heard.journal(tmp_path, Ill(), saved=saved)
    for group in groups(LINES):
        journal.append(group)
    assert eventually(lambda: heard.saved[-1:] == [LINES[-1].n] and not failures)
    assert journal.close()
    assert journal.path.read_bytes() == log_bytes(PLAN, LINES)
    assert heard.trouble[0] is not None
    assert "trying again" in heard.trouble[0]
    assert heard.trouble[-1] is None


def test_two_sessions_in_one_second_get_two_logs(tmp_path: Path) -> None:
    """The same start of the id: the second one's name is longer."""
    first = j.create(tmp_path, header(PLAN), "x")
    assert eventually(lambda: first.unsaved == 0)
    with j.create(tmp_path, header(PLAN, id="k3f9aaaabbbb"), "x") as second:
        pass
    first.close()
    assert {path.name for path in tmp_path.iterdir()} == {
        "2026-11-23T183000_x_k3f9.jsonl",
        "2026-11-23T183000_x_k3f9aaaa.jsonl",
    }
    assert second.path != first.path


def test_a_second_program_is_told_who_has_the_log(tmp_path: Path) -> None:
    """And reading it is still allowed."""
    with j.create(tmp_path, header(PLAN), "x") as journal:
        assert eventually(lambda: journal.unsaved == 0)
        with pytest.raises(LogError, match=rf"process {os.getpid()}"):
            j.reopen(journal.path)
        assert read_log(journal.path).lines == ()
    j.reopen(journal.path)[1].close()


def test_going_on_continues_numbers_and_checksums(tmp_path: Path) -> None:
    """A log written in two sittings reads as one."""
    first, second = LINES[:6], LINES[6:]
    assert first[-1].end
    path = log_file(tmp_path / "x.jsonl", PLAN, first)
    log, journal = j.reopen(path)
    assert log.lines == tuple(first)
    journal.append(second)
    assert journal.close()
    assert path.read_bytes() == log_bytes(PLAN, LINES)


def test_going_on_from_a_torn_line_keeps_all_that_could_be_read(tmp_path: Path) -> None:
    """Cut at the edges of every line, and a byte or two beside them: there is where it matters."""
    data = log_bytes(PLAN, LINES)
    edges = [at for at, byte in enumerate(data) if byte == ord("\n")]
    for length in sorted({edge + off for edge in edges for off in range(-1, 4)} & set(range(edges[0], len(data) + 1))):
        _go_on_from(tmp_path / "x.jsonl", data[:length])


@pytest.mark.drill
def test_going_on_from_any_torn_end_keeps_all_that_could_be_read(tmp_path: Path) -> None:
    """Cut at every byte behind the header."""
    data = log_bytes(PLAN, LINES)
    for length in range(data.index(b"\n"), len(data) + 1):
        _go_on_from(tmp_path / "x.jsonl", data[:length])


def _go_on_from(path: Path, torn: bytes) -> None:
    """Nothing is rewritten, and what was torn never returns."""
    path.write_bytes(torn)
    before = read_log(path)
    log, journal = j.reopen(path, disk=HastyDisk())
    history = log.history()
    line = Line(history.last_n + 1, history.last_input + 1, f.Note(0, "and on"), end=True)
    journal.append([line])
    assert journal.close()
    after = read_log(path)
    assert path.read_bytes().startswith(torn)
    assert after.damage is None
    assert after.lines == (*log.lines, line)
    kept = [line for line in after.lines if not isinstance(line.fact, f.Recovered)][:-1]
    assert kept == list(before.lines)
    assert (before.damage is None) == (len(kept) + 1 == len(after.lines))


def test_a_log_of_a_later_program_is_not_gone_on_with(tmp_path: Path) -> None:
    """What is not understood can't be continued; reading it is allowed."""
    strange = Line(LINES[-1].n + 1, 99, f.Unknown(9, "heart_rate", {"bpm": 171}), end=True)
    path = log_file(tmp_path / "x.jsonl", PLAN, [*LINES, strange])
    with pytest.raises(LogError, match="doesn't know"):
        j.reopen(path)
    read_log(path)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("8 x 200m @ 34, 30s rest", "8x200m"),
        ("8×200 m at goal pace", "8x200-m-at-goal-pace"),
        ("3 x (4 x 200m @ 34, 30s rest), 5min between sets", "3x-4x200m"),
        ("Größe / ../../etc/passwd", "groe-etc-passwd"),
        ("ランニング", "session"),
        ("", "session"),
        ("a" * 500, "a" * 32),
    ],
)
def test_a_title_becomes_a_harmless_part_of_a_file_name(title: str, slug: str) -> None:
    assert j.slug(title) == slug


def test_saved_means_on_the_platter_where_fsync_stops_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS: fsync leaves data in the drive's own memory; its fcntl doesn't, where the file system knows it."""
    asked: list[int] = []

    def fcntl_(fd: int, what: int) -> int:
        asked.append(what)
        if len(asked) > 1:
            raise OSError(errno.ENOTTY, os.strerror(errno.ENOTTY))
        return 0

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", fcntl_)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    with (tmp_path / "x").open("wb") as file:
        RealDisk().sync(file.fileno())
        assert (asked, synced) == ([51], [])
        RealDisk().sync(file.fileno())
        assert synced == [file.fileno()]
