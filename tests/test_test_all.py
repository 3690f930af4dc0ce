"""`make test-all`: which Pythons it finds, and what surroundings it makes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from scripts import test_all

ROOT = Path(__file__).parents[1]
Python = Callable[[str, str], Path]
SAYS = """
import os
print(os.environ.get("HERE"), os.environ.get("GONE"))
try:
    os.fstat(0)
except OSError:
    print("shut")
"""


@pytest.fixture
def python(tmp_path: Path) -> Python:
    """A made-up Python in a folder of its own, that says a version, or fails where there is none to say."""

    def make(where: str, version: str) -> Path:
        path = tmp_path / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\necho {version}\n" if version else "#!/bin/sh\nexit 127\n")
        path.chmod(0o755)
        return path

    return make


def test_the_latest_that_works_is_taken(python: Python, tmp_path: Path) -> None:
    places = [
        python("shims/python3.12", ""),
        python("a/python3.12", "3.12.9"),
        python("b/python3.12", "3.12.10"),
        python("c/python3.12", "3.13.99"),
        tmp_path / "nowhere",
    ]
    assert test_all.best_of("3.12", places) == places[2]
    assert test_all.best_of("3.12", [places[0], places[4]]) is None


def test_pythons_are_looked_for_on_the_path_and_where_pyenv_keeps_them(
    python: Python, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    on_path = python("bin/python3.13", "3.13.1")
    kept = python(".pyenv/versions/3.13.2/bin/python", "3.13.2")
    found = list(test_all.candidates("3.13", str(on_path.parent), tmp_path))
    assert {on_path, kept} <= set(found)


def test_what_is_missing_is_named_and_what_is_later_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"3.12": Path("a"), "3.15": Path("b")}
    monkeypatch.setattr(test_all, "best_of", lambda minor, places: there.get(minor))
    assert test_all.pythons(["3.11", "3.12", "3.13"]) == (there, ["3.11", "3.13"])


def test_the_project_says_which_pythons_are_needed() -> None:
    needed = test_all.wanted((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert needed[:3] == ["3.11", "3.12", "3.13"]


def test_a_round_has_its_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by a program in the place of pytest: a variable set, one unset, no input."""
    monkeypatch.setenv("GONE", "1")
    one = test_all.Round("x", Path(sys.executable), (), set={"HERE": "2"}, unset=("GONE",), alone=True)
    command = one.command([])
    at = command.index("-m")
    done = subprocess.run([*command[:at], "-c", SAYS], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "None", "shut"]


def is_turned() -> bool:
    """Whether this run's own clock was turned: the kernel counts a second turning from the machine's start."""
    offsets = Path("/proc/self/timens_offsets")
    return offsets.exists() and any(word not in {"monotonic", "boottime", "0"} for word in offsets.read_text().split())


@pytest.mark.skipif(is_turned(), reason="this is the young round itself: its clock is turned already")
def test_the_machine_of_a_round_was_switched_on_just_now() -> None:
    began = time.monotonic()
    before, set_ = test_all.young()
    code = "import time; print(time.monotonic())"
    command = [*before, sys.executable, "-c", code]
    done = subprocess.run(command, env={**os.environ, **set_}, capture_output=True, text=True, check=True)
    took_s = time.monotonic() - began
    assert test_all.YOUNG_S - 1 <= float(done.stdout) <= test_all.YOUNG_S + took_s + 1


COLLECTED = (*range(50, 100), *range(50))


def test_a_random_order_is_another_one_and_can_be_had_again(pytestconfig: pytest.Config) -> None:
    ours = pytestconfig.pluginmanager.get_plugin(str(ROOT / "tests" / "conftest.py"))
    assert ours is not None

    def order(seed: str | None) -> list[int]:
        items = [
            SimpleNamespace(number=n, path=ROOT / "tests" / ("e2e" if n < 50 else "plan") / "x.py") for n in COLLECTED
        ]
        ours.pytest_collection_modifyitems(SimpleNamespace(getoption=lambda _: seed), items)
        return [item.number for item in items]

    assert order(None) == list(range(100)), "what waits first, else as it was collected"
    assert order(None) != order("7") == order("7") != order("8")
    assert sorted(order("7")) == order(None)
