"""`export`: to standard output and into files, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from trackbuddy.cli import main
from trackbuddy.errors import UserError
from trackbuddy.storage.exports import write_all

GOLDEN = Path(__file__).parents[1] / "golden" / "format-1"
EIGHT, MILES = GOLDEN / "eight-200s.jsonl", GOLDEN / "two-miles-two-athletes.jsonl"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKBUDDY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_line_for_the_diary(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(EIGHT), "--to", "text"]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert said.startswith(
        "Mon 23 Nov. 8x200 @ mile, 30s rest. 33.8 35.5 36.8 NT 34.2 34.1 34.2 33.7. av 34.6 (7 of 8)"
    )


def test_times_are_rounded_up_by_the_settings_or_the_option(
    home: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def said(*options: str) -> str:
        assert main(["export", str(EIGHT), *options]) == 0
        return capfdbinary.readouterr().out.decode()

    nearest = said()
    rounded_up = said("--rounding", "up")
    assert "av 34.6 (7 of 8)" in nearest
    shown = [[float(one) for one in re.findall(r"\d+\.\d", text.split("rest.")[1])] for text in (nearest, rounded_up)]
    assert all(0 <= round(up - near, 1) <= 0.1 for near, up in zip(*shown, strict=True))
    assert len(re.findall(r"\dh\b", rounded_up)) == 10  # seven times, their average and their range
    home.mkdir()
    (home / "settings.toml").write_text('rounding = "up"\n')
    assert said() == rounded_up
    assert said("--rounding", "half-up") == nearest


def test_csv_keeps_its_own_line_ends(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(EIGHT), str(MILES), "--to", "csv"]) == 0
    lines = capfdbinary.readouterr().out.split(b"\r\n")
    assert lines[0].startswith(b"date,opened at,session,athlete")
    assert b"\n" not in b"".join(lines)
    assert sum(line.startswith(b"date,") for line in lines) == 1


def test_laps_and_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(MILES), "--to", "csv", "--laps"]) == 0
    assert b"since the start (s)" in capfdbinary.readouterr().out
    assert main(["export", str(EIGHT), str(EIGHT), str(MILES), "--to", "json"]) == 0
    assert len(json.loads(capfdbinary.readouterr().out)["sessions"]) == 2


def test_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--schema"]) == 0
    assert "sessions" in json.loads(capsys.readouterr().out)["properties"]


def test_a_file_a_log_and_none_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["export", str(EIGHT), str(MILES), "--to", "json", "--out", str(out)]
    assert main(arguments) == 0
    assert sorted(path.name for path in out.iterdir()) == ["eight-200s.json", "two-miles-two-athletes.json"]
    (out / "two-miles-two-athletes.json").write_text("mine")
    (out / "eight-200s.json").unlink()
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert [path.read_text() for path in out.iterdir()] == ["mine"]
    assert main([*arguments, "--force"]) == 0
    assert len(json.loads((out / "two-miles-two-athletes.json").read_text())["sessions"]) == 1


def test_one_bad_log_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("junk")
    assert main(["export", str(EIGHT), str(bad), "--to", "csv", "--out", str(tmp_path / "out")]) == 2
    assert "not a log" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_logs_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other").mkdir()
    twin = shutil.copy(EIGHT, tmp_path / "other")
    assert main(["export", str(EIGHT), str(twin), "--out", str(tmp_path / "out")]) == 2
    assert "same name" in capsys.readouterr().err


def test_a_disk_that_will_not_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file fails: the first, which was written, goes again, and what was there stays."""
    old = tmp_path / "a.txt"
    old.write_text("old")
    real = os.fdopen
    opened = []

    def failing(fd: int, mode: str) -> object:
        opened.append(fd)
        if len(opened) == 2:
            os.close(fd)
            raise OSError(28, "No space left on device")
        return real(fd, mode)

    monkeypatch.setattr(os, "fdopen", failing)
    with pytest.raises(UserError, match="No space left"):
        write_all({old: "new", tmp_path / "b.txt": "new"}, force=True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["export", "none"],
        ["export", str(EIGHT), "--to", "pdf"],
        ["export", str(EIGHT), "--laps"],
        ["export", str(EIGHT), "--force"],
        ["export", str(EIGHT), "--out", str(EIGHT)],
    ],
)
def test_rubbish_gets_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
