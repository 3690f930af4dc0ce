"""Commands as a user types them: what they print, and what they say to rubbish."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.cli import COMMANDS, main
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

GOLDEN = Path(__file__).parents[1] / "golden" / "format-1"


@pytest.fixture(autouse=True)
def _own_home(home: Path) -> None:
    """One for each test."""


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# --- show -----------------------------------------------------------------------------------------------------------


def test_show_reads_a_session_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "8×200m on 30s rest"]) == 0
    said = capsys.readouterr().out
    assert "8 x 200m, 30s rest" in said
    assert "8 reps of 200 m; 30 s rest between, none after the last." in said


def test_show_json_keeps_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    """The members of the object, and those of a rep and a recovery."""
    assert main(["show", "--json", "6×200m on 5min recovery"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["format", "session", "canonical", "assumptions", "totals", "phases"]
    assert data["format"] == 1
    assert data["totals"] == {
        "reps": 6,
        "work_m": 1200.0,
        "work_s": None,
        "recovery_s": 1500.0,
        "estimate_s": data["totals"]["estimate_s"],
    }
    kinds = [phase["kind"] for phase in data["phases"]]
    assert kinds == ["rep", "recovery"] * 5 + ["rep"]
    assert data["phases"][0] | {"start": None} == {
        "kind": "rep",
        "block": 1,
        "set": 1,
        "rep": 1,
        "distance_m": 200.0,
        "time_s": None,
        "time_high_s": None,
        "label": None,
        "target": None,
        "targets": None,
        "splits": [{"at_m": 200.0, "low_s": None, "high_s": None, "place": "LINE"}],
        "start": None,
    }
    assert data["phases"][1] == {
        "kind": "recovery",
        "between": "reps",
        "time_s": 300.0,
        "time_high_s": None,
        "distance_m": None,
        "send_off_s": None,
        "equal": None,
        "open": False,
        "mode": None,
        "target": None,
    }


def test_the_session_of_show_json_can_be_shown_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its JSON is a session file with the same phases."""
    main(["show", "--json", "3 x (4x200m @ 33-35, 30s rest), 5min between sets"])
    first = json.loads(capsys.readouterr().out)
    path = tmp_path / "x.json"
    path.write_text(json.dumps(first["session"]))
    main(["show", "--json", str(path)])
    second = json.loads(capsys.readouterr().out)
    assert second["phases"] == first["phases"]
    assert second["canonical"] == first["canonical"]


def test_show_refuses_with_an_object_and_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    """--json: the error on standard output too, and the caret under what was seen."""
    assert main(["show", "--json", "8x200m @ 34, 30s rset"]) == 2
    said = capsys.readouterr()
    error = json.loads(said.out)["error"]
    assert (error["line"], error["column"], error["seen"]) == (1, 18, "rset")
    assert list(error) == ["message", "line", "column", "seen", "readings"]
    sentence, text, caret, *_ = said.err.splitlines()
    assert sentence == error["message"]
    assert text[caret.index("^") :] == "rset"


def test_a_send_off_that_can_not_be_kept_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """By the notation for a time, and by the timeline for a pace."""
    assert main(["show", "8x200m @ 34, on 30s"]) == 2
    assert "send-off" in capsys.readouterr().err
    assert main(["show", "8x400m @ mile, on 1:15", "--goal", "mile 5:20"]) == 2
    assert "a send-off of 1:15 is not longer than the rep's 1:20" in capsys.readouterr().err


def test_show_for_athletes_of_the_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / "athletes.toml").write_text('[[athletes]]\nname = "Ann"\ngoal = "mile 5:00"\n[[athletes]]\nname = "Ben"\n')
    assert main(["show", "--json", "4x400m @ mile, 90s rest", "--athlete", "Ann", "Ben"]) == 0
    targets = json.loads(capsys.readouterr().out)["phases"][0]["targets"]
    assert targets[0]["low_s"] == pytest.approx(74.565, abs=0.001)
    assert targets[1]["low_s"] is None


def test_a_batch_answers_every_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Text, JSON strings and JSON objects; a refusal stands in its own place."""
    path = tmp_path / "x.txt"
    path.write_text('8x200m, 30s rest\n"4x400m"\n\n{"source": "3x1km"}\n8 elephants x 200\n{broken\n')
    assert main(["show", "--json", "--batch", str(path)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("canonical") for answer in answers[:3]] == ["8 x 200m, 30s rest", "4 x 400m", "3 x 1000m"]
    assert all("error" in answer for answer in answers[3:])
    assert len(answers) == 5


def test_a_session_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "8×200m on 30s rest".encode())
    assert main(["show", "-"]) == 0
    assert "8 reps of 200 m" in capsys.readouterr().out


def test_text_that_begins_with_a_dash_follows_two(capsys: pytest.CaptureFixture[str]) -> None:
    """It reaches the notation, which may refuse it, rather than the options."""
    assert main(["show", "--", "- 8x200m"]) in {0, 2}
    assert "--help" not in capsys.readouterr().err


# --- the others -----------------------------------------------------------------------------------------------------


def test_the_library_lists_ten_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions"]) == 0
    assert "8x200-goal-pace      8 x 200m @ mile, 30s rest" in capsys.readouterr().out


def test_check_lists_every_problem_with_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('session = "8x200m"')
    bad.write_text('sesion = "8x200m"\ntaps = "robot"\n')
    assert main(["check", str(good)]) == 0
    assert main(["check", str(good), str(bad)]) == 1
    said = capsys.readouterr().out
    assert f"{bad}:1:1: " in said
    assert f"{bad}:2:1: " in said


def test_check_sees_a_send_off_that_only_a_goal_makes_too_short(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "x.toml"
    path.write_text('session = "8x400m @ mile, on 1:15"')
    assert main(["check", str(path)]) == 0
    assert main(["check", "--goal", "mile 5:20", str(path)]) == 1
    assert "not longer than the rep" in capsys.readouterr().out


def test_logs_newest_first_and_rehearsals_apart(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["logs"]) == 0
    assert "no logs" in capsys.readouterr().out
    folder = home / "logs"
    folder.mkdir(parents=True)
    lines = run(eight_200s(), [*taps(45.0), i.Tick(80 * NS)])[1]
    log_file(folder / "2026-11-01T100000_a_1.jsonl", eight_200s(), lines)
    log_file(folder / "2026-11-02T100000_b_2.jsonl", eight_200s(), lines)
    (folder / "2026-11-03T100000_c_3.jsonl").write_text("junk")
    assert main(["logs", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [Path(log["file"]).name[:10] for log in found] == ["2026-11-02", "2026-11-01"]
    assert found[0]["reps_run"] == 1
    assert main(["logs"]) == 0
    said = capsys.readouterr().out
    assert "can't be read" in said
    assert "1 of 8 reps, a, unfinished" in said
    assert main(["logs", "-n", "1", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert main(["logs", "--session", "mile", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_review_prints_the_table_of_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(GOLDEN / "eight-200s.jsonl")]) == 0
    said = capsys.readouterr().out
    assert "av 34.6 (7 of 8)" in said
    assert "ignored: a tap 0.1 s after the finish of rep 1" in said
    assert "undone in rep 3" in said
    assert "\u202e" not in said


def test_review_in_plain_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(GOLDEN / "eight-200s.jsonl"), "--plain"]) == 0
    said = capsys.readouterr().out
    assert "200m: average 34.6, 7 of 8 timed, from 33.7 to 36.8." in said
    assert "Rep 4, 200m: run, no time;" in said


def test_the_schema_is_json_and_knows_the_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert {"session", "steps", "goal", "taps"} <= set(json.loads(capsys.readouterr().out)["properties"])


def test_paces_name_their_formula(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paces", "mile", "4:32"]) == 0
    said = capsys.readouterr().out
    assert "Daniels VDOT" in said
    assert "4:32.0" in said
    assert main(["paces", "mile 4:32", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["race"]["name"] == "mile"


# --- rubbish --------------------------------------------------------------------------------------------------------

RUBBISH = [
    ["shwo", "8x200m"],
    ["8x200m"],
    ["show"],
    ["show", ""],
    ["show", "none.toml"],
    ["show", "/"],
    ["show", "\x1b[2J8x200m"],
    ["show", "8x200m", "--goal", "mile"],
    ["show", "8x200m", "--goal", "mile 0:01"],
    ["show", "8x200m", "--athlete", "A", "A"],
    ["show", "8x200m", "--athlete", *"ABCDEFGHIJ"],
    ["show", "8x200m", "--nonsense"],
    ["show", "8x200m", "4x400m"],
    ["show", "--batch", "x"],
    ["show", "--json", "--batch", "none.txt"],
    ["check"],
    ["check", "--goal", "x", "a.toml"],
    ["logs", "--since", "yesterday"],
    ["logs", "-n", "many"],
    ["logs", "-n", "-3"],
    ["review"],
    ["review", "none"],
    ["review", "/"],
    ["review", __file__],
    ["paces", "4:32"],
    ["paces"],
    ["--home"],
    ["--nonsense"],
]


@pytest.mark.parametrize("arguments", RUBBISH, ids=" ".join)
def test_rubbish_gets_one_sentence_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output stays empty; no escape code comes back."""
    assert main(arguments) == 2
    said = capsys.readouterr()
    first = said.err.splitlines()[0]
    assert 10 < len(first) < 600
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err
    assert said.out == ""


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\0" * 100, b"[" * 50_000, b"x" * 2_000_000, b"= = ="])
@pytest.mark.parametrize("suffix", [".toml", ".json", ".jsonl"])
def test_any_file_at_all_is_survived(
    data: bytes, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, binary, endless, nested without end: a sentence that names the file."""
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    assert main(["show", str(path)] if suffix != ".jsonl" else ["review", str(path)]) == 2
    assert str(path) in capsys.readouterr().err.splitlines()[0]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"x" * 2_000_000])
def test_any_standard_input_is_survived(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, data)
    assert main(["show", "-"]) == 2
    assert capsys.readouterr().err.count("\n") <= 4


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("settings.toml", "volume = 9"),
        ("settings.toml", 'cues_on = ["gong"]'),
        ("settings.toml", 'advice_off = ["all"]'),
        ("settings.toml", "keys = 3"),
        ("settings.toml", '[keys]\nhold = ["a"]'),
        ("athletes.toml", "x = 1"),
    ],
)
def test_a_broken_file_of_the_home_is_named(
    file: str, text: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / file).write_text(text)
    assert main(["show", "8x200m"]) == 2
    assert file in capsys.readouterr().err.splitlines()[0]


def test_a_key_that_cannot_be_used_is_named_at_its_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('theme = "night"\n\n[keys]\ntap = ["space"]\nhold = "a"\n')
    assert main(["show", "8x200m"]) == 2
    told = capsys.readouterr().err
    assert "settings.toml:5:1" in told
    assert "a is both hold and take; give one of them another key" in told


def test_home_is_taken_before_and_behind_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--home", str(tmp_path / "a"), "logs"], ["logs", "--home", str(tmp_path / "a")]):
        assert main(arguments) == 0
        assert str(tmp_path / "a") in capsys.readouterr().out


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.name not in {"run", "resume"}])
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert "usage: trackbuddy" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_fault() -> None:
    """`trackbuddy sessions | head -1`."""
    command = [sys.executable, "-m", "trackbuddy", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_without_unicode_shows_the_rest() -> None:
    """× becomes ?, and nothing fails."""
    done = subprocess.run(
        [sys.executable, "-m", "trackbuddy", "show", "8x200-goal-pace"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"8?200 m at goal pace")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--stagger", "20s"], "--stagger goes with --own"),
        (["--own"], "--own is for several athletes"),
        (["--own", "--stagger", "soon", "--athlete", "A", "B"], "--stagger soon is no time between starts"),
    ],
)
def test_clocks_of_their_own_are_for_several(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "8x200m", "--plain", *arguments]) == 2
    assert part in capsys.readouterr().err
