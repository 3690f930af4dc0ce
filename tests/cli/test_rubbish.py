"""Every command is fed what nobody should give it: one clear sentence, exit 0, 1 or 2, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.storage.builders import log_bytes, log_file, taps
from tests.storage.strange import log_of, members_of, spoilt
from tests.timing.sessions import eight_200s, run

from trackbuddy.cli import main
from trackbuddy.cli.logs import _json, _lines
from trackbuddy.cli.review import review_lines
from trackbuddy.errors import UserError
from trackbuddy.live.clock import RealClock
from trackbuddy.live.start import _session_time
from trackbuddy.storage.logs import LogError, parse_log, read_log
from trackbuddy.storage.summaries import summary
from trackbuddy.timing import inputs as i

COMMANDS = (
    "run --plain",
    "show",
    "show --json",
    "show --json --batch",
    "check",
    "resume --plain",
    "review",
    "review --plain",
    "export",
    "export --to csv",
    "paces",
    "season",
    "season --plain",
    "logs",
    "report --out x.html",
    "report",
    "logs --since",
    "logs --session",
    "sounds",
    "show 8x200m --goal",
    "show 8x200m --athlete",
    "run --plain 8x200m --lead-in",
    "run --plain 8x200m --beep-every",
)
LONG = "x" * 3000
RUBBISH = {
    "a path of 3,000 characters": LONG,
    "a file of such a name": f"{LONG}.toml",
    "nobody's home": "~nobody-of-that-name/x",
    "nobody's file": "~nobody-of-that-name/x.toml",
    "a zero byte": "a\0b",
    "a file with a zero byte": "a\0b.toml",
    "nothing": "",
    "blanks": "  \t ",
    "half a character": "\udcff",
    "escape codes": "\x1b[2J\x1b]0;x\x07",
    "a folder": "/",
    "a device": "/dev/null",
    "a device as a file": "/dev/null/x.toml",
    "brackets": "(" * 5000,
    "digits": "9" * 100_000,
    "a path in a file": "/etc/passwd/x",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKBUDDY_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("given", RUBBISH.values(), ids=RUBBISH)
@pytest.mark.parametrize("command", COMMANDS)
def test_rubbish_gets_a_sentence(command: str, given: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = command.split()
    is_option = words[-1].startswith("--") and words[-1] not in {"--plain", "--json"}
    code = main([*words, given] if is_option else [*words, "--", given])
    err = capsys.readouterr().err
    assert code in {0, 1, 2}
    if code == 2:
        first = err.splitlines()[0]
        assert 10 < len(first) <= 600
        assert first.isprintable()


@pytest.mark.parametrize("given", ["~nobody-of-that-name/x", LONG, "a\0b", "/dev/null"])
@pytest.mark.parametrize("command", ["logs", "sessions", "review", "resume --plain"])
def test_a_home_that_is_none_gets_a_sentence(command: str, given: str) -> None:
    assert main(["--home", given, *command.split()]) in {0, 2}


FILES = {
    "a number of 100,000 digits": f'session = "8x200m"\nsplits = {"9" * 100_000}\n',
    "deep lists": "steps = " + "[" * 5000,
    "no text": "\x00\x01",
    "500 unknown keys": "".join(f"unknown_{number} = {number}\n" for number in range(500)),
    "a date": "session = 2026-11-23T18:30:00\n",
    "infinity": 'session = "8x200m"\ncadence = inf\n',
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
@pytest.mark.parametrize("name", ["x.toml", "x.json", "settings.toml", "athletes.toml"])
def test_files_of_rubbish_get_a_sentence(name: str, text: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / name).write_text(text)
    for command in (["check", name], ["show", name], ["run", "--plain", "--athlete", "Ann", "--", "1s"]):
        if command[0] == "run" and name.startswith("x"):
            continue
        assert main(command) in {1, 2}
        out, err = capsys.readouterr()
        assert (err or out).splitlines()[0].isprintable()


def test_every_problem_of_a_file_is_found_in_one_walk(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its own place."""
    (home / "x.toml").write_text(FILES["500 unknown keys"])
    assert main(["check", "x.toml"]) == 1
    said = capsys.readouterr().out
    assert "x.toml:1:1: there is no field 'unknown_0'" in said
    assert "x.toml:500:1: there is no field 'unknown_499'" in said


# --- logs -----------------------------------------------------------------------------------------------------------

PLAN = eight_200s(count=2)
LINES = run(PLAN, [*taps(45.0, 45.1), i.Close(46_000_000_000), i.Reopen(47_000_000_000, {})])[1]
READING = {"monotonic_ns": 1, "boottime_ns": 1, "wall": "", "boot_id": "b", "at_ns": 47_000_000_000}


def test_a_pipe_in_the_folder_of_logs_holds_nothing_up(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "logs").mkdir()
    os.mkfifo(home / "logs" / "2026-11-24T100000_x_aaaa.jsonl")
    assert main(["logs"]) == 0
    assert "is a pipe or a device and no log" in capsys.readouterr().out
    for command in (["review"], ["resume", "--plain"], ["resume", "--plain", "x_aaaa"]):
        assert main(command) == 2


def test_logs_that_can_not_be_read_are_named_beside_the_list_for_programs(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "logs").mkdir()
    (home / "logs" / "x.jsonl").write_text("hello\n")
    assert main(["logs", "--json"]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == "[]"
    assert "x.jsonl is not a log of trackbuddy" in err


@pytest.mark.parametrize("number", [0, -1, "2", "1", True, None, 1.0, [], 10**40])
def test_a_format_that_never_was_is_refused(number: object, home: Path) -> None:
    lines = members_of(log_bytes(PLAN, []))
    lines[0]["format"] = number
    with pytest.raises(LogError, match="format"):
        parse_log(home / "x.jsonl", log_of(lines))


@pytest.mark.parametrize("every", [29, pytest.param(1, marks=pytest.mark.drill)])
def test_right_sums_around_wrong_values_get_a_sentence(every: int, home: Path) -> None:
    """Whatever stands in a log, it is read, or refused in one sentence: in lists, in reviews, and for going on."""
    lines = members_of(log_bytes(PLAN, LINES))
    lines[-1]["clock"] = READING
    path = home / "x.jsonl"
    refused = []
    variants = list(spoilt(lines))[::every]
    for what, data in variants:
        path.write_bytes(data)
        try:
            log = read_log(path)
            item = summary(log)
            list(_lines([item])), _json(item), review_lines(path), _session_time(log, RealClock())
        except UserError as error:
            refused.append(str(error))
        except Exception as error:
            raise AssertionError(what) from error
    assert len(variants) > 1000 // every
    assert len(refused) > len(variants) // 3
    assert all(said.isprintable() for said in refused)


@pytest.mark.parametrize(("member", "value"), [("block", "2"), ("rep", 0), ("set", True), ("note", 7), ("start", 1.5)])
def test_a_timeline_of_wrong_kinds_is_refused(member: str, value: object, home: Path) -> None:
    lines = members_of(log_bytes(PLAN, LINES[:-1]))
    lines[0]["timeline"][0][member] = value
    with pytest.raises(LogError, match="no header that trackbuddy writes"):
        parse_log(home / "x.jsonl", log_of(lines))


@pytest.mark.parametrize("clock", [{}, {**READING, "boot_id": 7}, {**READING, "monotonic_ns": -5}])
def test_a_clock_that_tells_no_time_is_refused(clock: dict[str, object], home: Path) -> None:
    lines = members_of(log_bytes(PLAN, LINES))
    lines[-1]["clock"] = clock
    with pytest.raises(LogError, match="can't be right"):
        parse_log(home / "x.jsonl", log_of(lines))


@pytest.mark.parametrize(("member", "value"), [("at_ns", -5), ("at_ns", 10**40), ("athlete", 0), ("athlete", -1)])
def test_numbers_out_of_range_are_refused(member: str, value: int, home: Path) -> None:
    """An athlete -1 would be the last one, and nobody would notice."""
    lines = members_of(log_bytes(PLAN, LINES[:-1]))
    split = next(line for line in lines if line["kind"] == "split")
    split[member] = value
    with pytest.raises(LogError, match=f"{member} is"):
        parse_log(home / "x.jsonl", log_of(lines))


# --- standard streams -----------------------------------------------------------------------------------------------


STREAMS = (">&-", "2>&-", ">&- 2>&- <&-", ">/dev/full", ">/dev/full 2>&1", "| true", "2>/dev/full")
STREAMED = {
    ("show", "8x200m @ 34, 30s rest"): STREAMS,
    ("run", "1s", "--rehearse", "--plain", "--speed", "100"): STREAMS,
    ("show", "8x200m in 3"): ("2>&-", ">/dev/full 2>&1", "2>/dev/full"),
    ("logs",): (">/dev/full", "| true"),
    ("schema",): (">/dev/full", "| true"),
    ("--help",): (">&-", ">/dev/full"),
}
"""What a command writes to, or writes most to; the others are left to the drill."""


@pytest.mark.parametrize(
    ("command", "streams"),
    [
        pytest.param(
            command, streams, marks=() if streams in most else pytest.mark.drill, id=" ".join((*command, streams))
        )
        for command, most in STREAMED.items()
        for streams in STREAMS
    ],
)
def test_streams_that_are_closed_full_or_gone(command: tuple[str, ...], streams: str, home: Path) -> None:
    """A sentence where somebody hears it, and an exit code of ours: Python's own is 120."""
    shell = 'set -o pipefail; "$0" -m trackbuddy "$@" ' + streams
    done = subprocess.run(
        ["bash", "-c", shell, sys.executable, *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1, 2, 141}
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stdout + done.stderr
    if streams == ">/dev/full" and command[0] in {"logs", "schema", "run"}:
        assert "standard output can't be written (no space left on device)" in done.stderr
        assert done.returncode == 2


def test_a_log_never_gets_the_number_of_a_closed_stream(home: Path) -> None:
    """A sound library writes to number 2, whatever that is."""
    shell = '"$0" -m trackbuddy run 1s --rehearse --plain --speed 100 >&- 2>&- <&-'
    subprocess.run(["bash", "-c", shell, sys.executable], check=True)
    (path,) = (home / "logs").iterdir()
    assert read_log(path).damage is None


def test_a_log_file_of_the_tests_is_sound(home: Path) -> None:
    """The wrong ones above are made from this one."""
    assert read_log(log_file(home / "x.jsonl", PLAN, LINES[:-1])).damage is None
