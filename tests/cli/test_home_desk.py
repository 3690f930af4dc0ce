"""What home shows and keeps, with real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.cli.home_desk import HomeDesk
from trackbuddy.live.start import Setting, Sounding, start
from trackbuddy.plan.notation import read
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.timeline import build
from trackbuddy.storage.library import find
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.paths import Home
from trackbuddy.timing.state import Finished
from trackbuddy.tui.ports import ReadingView, RefusalView


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.in_folder(tmp_path)


def left_open(home: Home) -> Path:
    session = read("3x200m @ 34, 30s rest").session
    setting = Setting(session_to_json(session), "3 x 200m", build(session), home.logs, sounding=Sounding("off"))
    return start(setting).live.leave("resumable")


def test_a_text_is_read_with_its_totals_and_its_course(home: Home) -> None:
    view = HomeDesk(home).read("8x200m @ 34, 30s rest", asked=False)
    assert isinstance(view, ReadingView)
    assert view.totals == "1.6 km of work, about 8 min"
    assert len(view.timeline) == 15
    assert not any("of work" in line for line in view.lines)


def test_an_unfinished_text_is_refused_with_what_it_could_go_on_with(home: Home) -> None:
    view = HomeDesk(home).read("8x200m, 40s re", asked=False)
    assert isinstance(view, RefusalView)
    assert view.go_on == "st"


def test_of_a_file_with_an_error_the_place_in_the_file_is_shown(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('name = "mine"\nsession = "8x200m, 30s rest"\ngaol = "mile 4:32"\n')
    view = HomeDesk(home).read(str(file), asked=True)
    assert isinstance(view, RefusalView)
    assert (view.line, view.column, view.in_file) == (3, 1, file.read_text())
    typed = HomeDesk(home).read("8x200m @@ 34", asked=True)
    assert isinstance(typed, RefusalView)
    assert typed.in_file is None


def test_readings_of_an_unfinished_text_are_worked_out_when_somebody_wants_to_run_it(home: Home) -> None:
    typed, asked = (HomeDesk(home).read("8x200m, 40s", asked=asked) for asked in (False, True))
    assert isinstance(typed, RefusalView)
    assert isinstance(asked, RefusalView)
    assert (typed.go_on, typed.readings) == (" rest", ())
    assert asked.readings == ("8x200m, 40s rest", "8x200m, on 40s")


def test_each_of_those_who_run_gets_their_own_target(home: Home) -> None:
    home.athletes.write_text('[[athletes]]\nname = "Ann"\ngoal = "mile 5:05"\n[[athletes]]\nname = "Ben"\n')
    desk = HomeDesk(home)
    assert desk.who().known == ("Ann", "Ben")
    assert desk.choose_who(["Ann", "Cy"], "") == {}
    view = desk.read("4x400m @ mile, 90s rest", asked=False)
    assert isinstance(view, ReadingView)
    assert "Ann 75.8" in " ".join(view.lines)


@pytest.mark.parametrize(
    ("names", "goal", "field"),
    [(["Ann", "Ann"], "", ""), (["Ann"], "fast", "goal"), ([str(n) for n in range(10)], "", "")],
)
def test_who_can_not_run_is_said_and_changes_nothing(home: Home, names: list[str], goal: str, field: str) -> None:
    desk = HomeDesk(home)
    assert list(desk.choose_who(names, goal)) == [field]
    assert desk.who().names == ()


def test_a_kept_session_is_in_the_library_and_is_never_written_over(home: Home) -> None:
    desk = HomeDesk(home)
    assert desk.keep_session("8 x 200m @ 34, 30s rest", "Tuesday 8×200") == {}
    assert [entry.purpose for entry in desk.library() if entry.name == "tuesday-8x200"] == ["your own"]
    assert find("tuesday-8x200", home.sessions, lambda: "").title == "Tuesday 8×200"
    assert "already" in desk.keep_session("200m", "tuesday 8x200")["name"]
    assert list(desk.keep_session("200m", " / ")) == ["name"]
    assert list(desk.keep_session("200m", "x" * 200)) == ["name"]


def test_a_name_never_leaves_the_library(home: Home) -> None:
    assert HomeDesk(home).keep_session("200m", "../../evil") == {}
    assert [path.name for path in home.sessions.iterdir()] == ["evil.toml"]


def test_an_unfinished_session_can_be_discarded(home: Home) -> None:
    path = left_open(home)
    desk = HomeDesk(home)
    assert desk.discard(path) == ""
    stage = read_log(path).history().state.stage
    assert isinstance(stage, Finished)
    assert stage.discarded
    assert "no.jsonl" in desk.discard(path.with_name("no.jsonl"))
