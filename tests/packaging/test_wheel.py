"""What an installed trackbuddy brings along, and that its parts are named rightly."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import trackbuddy

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel, built from the checkout by the same backend that pip would use."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_brings_every_ready_session(wheel: zipfile.ZipFile) -> None:
    """`trackbuddy run 8x200-goal-pace` has to work far from any checkout."""
    ours = {f"trackbuddy/sessions/{path.name}" for path in ROOT.glob("sessions/*.toml")}
    assert "trackbuddy/sessions/8x200-goal-pace.toml" in ours
    assert ours <= set(wheel.namelist())


def test_the_wheel_brings_every_source_file(wheel: zipfile.ZipFile) -> None:
    """Include lists lose files silently: styles and the typing marker as well as modules."""
    source = ROOT / "src"
    ours = {
        str(path.relative_to(source))
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(".pyc")
    }
    assert "trackbuddy/py.typed" in ours
    assert ours <= set(wheel.namelist())


def test_the_wheel_has_no_tests_in_it(wheel: zipfile.ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "trackbuddy",
        f"trackbuddy-{trackbuddy.__version__}.dist-info",
    }


def test_the_command_is_there_to_be_called() -> None:
    """The entry point names a function that exists; nothing else would notice a renamed one."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    module, _, function = config["project"]["scripts"]["trackbuddy"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_no_dependency_is_pinned_to_one_release() -> None:
    """A pinned Textual would keep mended faults away from those who install trackbuddy."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for extra in extras for name in extra)]
    assert [name for name in wanted if ">=" not in name or "==" in name or "<" in name] == []
