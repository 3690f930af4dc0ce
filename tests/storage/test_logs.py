"""Reading a log: only what its checksums vouch for, and that the same as it was lived."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.builders import groups, header, log_bytes, log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.storage import chain
from trackbuddy.storage.logs import Log, LogError, log_paths, parse_log, read_log
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Plan
from trackbuddy.timing.wire import line_to_json

PATH = Path("made-up.jsonl")


def short_run() -> tuple[Plan, list[Line]]:
    """Two reps, a bounce and a note."""
    plan = eight_200s()
    _, lines = run(plan, [*taps(45.0, 45.1, 109.2), i.WriteNote(115_000_000_000, "windy – “très”")])
    return plan, lines


def test_a_log_cut_off_at_any_byte_reads_to_its_whole_inputs() -> None:
    """kill -9 at every byte: what comes back is a prefix, whole inputs only, and any loss is said."""
    plan, lines = short_run()
    data = log_bytes(plan, lines)
    ends = {0} | {group[-1].n for group in groups(lines)}
    first = data.index(b"\n")
    for length in range(len(data)):
        if length < first:
            with pytest.raises(LogError):
                parse_log(PATH, data[:length])
            continue
        log = parse_log(PATH, data[:length])
        assert list(log.lines) == lines[: len(log.lines)]
        assert log.last_n in ends
        whole = data[:length].count(b"\n") - 1
        assert log.damage is not None or log.last_n >= whole


@given(st.data())
def test_a_changed_byte_is_never_believed(data: st.DataObject) -> None:
    """One byte exchanged anywhere: refused, or read only up to the change, with the damage said."""
    plan, lines = short_run()
    good = log_bytes(plan, lines)
    at = data.draw(st.integers(0, len(good) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != good[at]))
    bad = good[:at] + bytes([byte]) + good[at + 1 :]
    if at <= good.index(b"\n"):
        with pytest.raises(LogError):
            parse_log(PATH, bad)
        return
    log = parse_log(PATH, bad)
    assert log.damage is not None
    assert list(log.lines) == lines[: len(log.lines)]
    assert log.last_n < good[: at + 1].count(b"\n") + 1


def test_recovered_goes_past_the_damage_and_nothing_else_does() -> None:
    """Lines behind a damage that are rightly sealed among themselves still don't count without it."""
    plan, lines = short_run()
    good = log_bytes(plan, lines).splitlines(keepends=True)
    torn = [*good[:4], b'{"kind":"split","n":4,"in', b"\n"]
    seed = _seed_behind(good, 3)
    after = Line(4, 90, f.Recovered(5, 3), end=True)
    recovered, next_seed = chain.sealed(line_to_json(after), seed)
    more, _ = chain.sealed(line_to_json(Line(5, 91, f.Note(6, "on"), end=True)), next_seed)
    assert parse_log(PATH, b"".join([*torn, more])).last_n == 3
    log = parse_log(PATH, b"".join([*torn, recovered, more]))
    assert log.damage is None
    assert [line.n for line in log.lines] == [1, 2, 3, 4, 5]
    assert log.lines[3] == after


def test_an_unfinished_input_is_dropped_and_said() -> None:
    """A finish is three facts: two of them never happened without the third."""
    plan, lines = short_run()
    finish = next(group for group in groups(lines) if len(group) > 1)
    cut = [line for line in lines if line.n < finish[-1].n]
    log = parse_log(PATH, log_bytes(plan, cut))
    assert log.damage is not None
    assert log.damage.unfinished == len(finish) - 1
    assert log.last_n == finish[0].n - 1
    assert "not written to its end" in str(log.damage)


def test_an_unknown_kind_is_kept_and_flagged() -> None:
    """A later program's facts are shown, never guessed at."""
    plan, lines = short_run()
    strange = Line(lines[-1].n + 1, 99, f.Unknown(9, "heart_rate", {"bpm": 171}), end=True)
    log = parse_log(PATH, log_bytes(plan, [*lines, strange]))
    assert log.unknown == (strange,)


def test_members_of_a_later_header_are_ignored() -> None:
    """The format's number says when they would matter."""
    plan, _ = short_run()
    members = header(plan).to_json() | {"weather": {"wind": 3}}
    members["settings"]["new_rule"] = 4
    assert parse_log(PATH, chain.sealed(members, 0)[0]).plan == plan


def _not_logs() -> dict[str, bytes]:
    plan, _ = short_run()
    later = header(plan).to_json() | {"format": 2}
    empty = header(plan).to_json() | {"timeline": []}
    odd = header(plan).to_json()
    odd["settings"]["bounce_ns"] = "soon"
    return {
        "is not a log": b'{"a": 1}\n',
        "not a log of": b"\x00\xff\x80",
        "a log of trackbuddy": b"",
        "trackbuddy; '": b"[" * 100_000,
        "update trackbuddy": chain.sealed(later, 0)[0],
        "no header": chain.sealed(empty, 0)[0],
        "no header that": chain.sealed(odd, 0)[0],
        "checksum": json.dumps(header(plan).to_json()).encode() + b"\n",
    }


@pytest.mark.parametrize("said", list(_not_logs()))
def test_a_file_that_is_no_log_gets_one_sentence(said: str, tmp_path: Path) -> None:
    """Whatever is in it: which file, and what is wrong with it."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(_not_logs()[said])
    with pytest.raises(LogError, match=said) as caught:
        read_log(path)
    assert str(path) in caught.value.message


def test_a_missing_log_and_a_folder_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="there is no file"):
        read_log(tmp_path / "none.jsonl")
    with pytest.raises(LogError, match="is a folder"):
        read_log(tmp_path)


def test_facts_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    """Rightly sealed, and still no session: a split while nobody runs."""
    plan, _ = short_run()
    split = Line(1, 1, f.Split(5, 1, 1, 1), end=True)
    log: Log = read_log(log_file(tmp_path / "x.jsonl", plan, [split]))
    with pytest.raises(LogError, match="changed by another program"):
        log.history()


def test_logs_are_listed_newest_first(tmp_path: Path) -> None:
    for name in ("2026-01-02T100000_b_1.jsonl", "2026-11-02T100000_a_2.jsonl", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name[:7] for path in log_paths(tmp_path)] == ["2026-11", "2026-01"]
    assert list(log_paths(tmp_path / "nowhere")) == []


def _seed_behind(raw: list[bytes], n: int) -> int:
    parts = chain.opened(raw[n].rstrip(b"\n"))
    assert parts is not None
    return parts[1]
