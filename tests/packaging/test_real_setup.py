"""The set-up with the real pip, in a copy of the checkout. Needs a network and a minute."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "Makefile", "scripts", "src", "sessions")

pytestmark = pytest.mark.drill


@pytest.fixture(autouse=True)
def own_home(outer_environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sets up has pip's settings and its cache in their home."""
    if "HOME" in outer_environment:
        monkeypatch.setenv("HOME", outer_environment["HOME"])


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tmp_path / part)
        else:
            shutil.copy(ROOT / part, tmp_path)
    return tmp_path


def make(checkout: Path, target: str, **environment: str) -> str:
    """Runs make without apt-get, and gives what was said on standard error."""
    from_outer_make = ("MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "MFLAGS", "ARGS", "PYTHON")
    settings = {name: value for name, value in os.environ.items() if name not in from_outer_make}
    settings |= {"SYSTEM_PACKAGES": "no", **environment}
    done = subprocess.run(
        ["make", target],
        cwd=checkout,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def python(checkout: Path, *arguments: str) -> int:
    done = subprocess.run([checkout / ".venv/bin/python", *arguments], capture_output=True, check=False)
    return done.returncode


def test_no_compiler_means_no_sound_and_a_compiler_brings_it(checkout: Path) -> None:
    """Without a cache, since pip would otherwise take a wheel that it built before."""
    said = make(checkout, "setup", CC="false", PIP_NO_CACHE_DIR="1")
    assert "trackbuddy will run without simpleaudio" in said
    assert python(checkout, "-c", "import trackbuddy, textual, pydantic") == 0
    assert python(checkout, "-c", "import simpleaudio") != 0
    assert make(checkout, "setup") == ""
    assert python(checkout, "-c", "import simpleaudio") == 0


def test_the_original_simpleaudio_is_replaced(checkout: Path) -> None:
    """Installed by hand over the patched one, it is gone after the next set-up, and sound works."""
    make(checkout, "setup")
    assert python(checkout, "-m", "pip", "install", "--no-deps", "simpleaudio") == 0
    assert "Putting back simpleaudio-patched" in make(checkout, "setup")
    assert python(checkout, "-m", "pip", "show", "simpleaudio") != 0
    assert python(checkout, "-c", "import simpleaudio") == 0
