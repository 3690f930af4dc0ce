"""`report` writes one page, or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.cli import main

GOLDEN = Path(__file__).parents[1] / "golden" / "format-1"
EIGHT, MILES = str(GOLDEN / "eight-200s.jsonl"), str(GOLDEN / "two-miles-two-athletes.jsonl")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKBUDDY_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_page_of_one_and_of_several(home: Path) -> None:
    assert main(["report", EIGHT, "-o", str(home / "one.html")]) == 0
    assert "av 34.6 (7 of 8)" in (home / "one.html").read_text(encoding="utf-8")
    assert main(["report", EIGHT, MILES, "-o", str(home / "two.html")]) == 0
    assert "2 sessions" in (home / "two.html").read_text(encoding="utf-8")


def test_a_page_that_is_there_stays(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "one.html").write_text("mine")
    assert main(["report", EIGHT, "-o", str(home / "one.html")]) == 2
    assert "--force" in capsys.readouterr().err
    assert (home / "one.html").read_text() == "mine"


@pytest.mark.parametrize("arguments", [["report", EIGHT], ["report", EIGHT, "-o", "x.pdf"], ["report", "-o", "x.html"]])
def test_rubbish_gets_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
