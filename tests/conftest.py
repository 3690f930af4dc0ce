"""What all tests share: the surroundings, the same on any machine, and Hypothesis's settings.

Nothing else sets the environment for the whole suite. A test that wants another one asks `monkeypatch`, or hands it to
the program it starts.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings
from tests.warm import OVEN

from trackbuddy.results.rounding import Rounding, choose

# No deadline: a busy machine is no fault of the code, and no test here asserts a wall-clock time.
# Half of Hypothesis's own hundred examples, in every run of the suite; `make properties` tries 2,000.
settings.register_profile("trackbuddy", deadline=None, max_examples=50)
settings.register_profile("drill", deadline=None, max_examples=2000)
if settings.get_current_profile_name() == "default":  # Hypothesis picks its own "ci" where CI is set
    settings.load_profile("trackbuddy")

OUTER: Final[Mapping[str, str]] = dict(os.environ)
SET: Final = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
"""What a person's own setting would change on the screen or in a file."""
UNSET: Final = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLORFGBG"),
    *("TRACKBUDDY_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LANG", "LANGUAGE"),
    *("PYTHONIOENCODING", "PYTHONUTF8", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONUNBUFFERED", "ESCDELAY"),
)
PREFIXES: Final = ("TEXTUAL", "LC_")


COLLECT: Final = (20_000, 20, 20)
if sys.dont_write_bytecode:
    # A hundred programs are started here, and each would compile every module of trackbuddy's anew.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: what is tried in terminals, and some others, mostly wait for their clocks."""
    return (os.cpu_count() or 1) + 2


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shuffle", metavar="SEED", help="run the tests in a random order, the same for the same seed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What waits goes first, beside all the rest. No test leans on one that ran before it: any order will do.

    Hypothesis's own choices are left alone.
    """
    seed = config.getoption("--shuffle")
    if seed is not None:
        random.Random(seed).shuffle(items)
    else:
        items.sort(key=lambda item: item.path.parent.name != "e2e")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is gathered stays: it is never looked through for rubbish. Later rubbish is looked for a few times only;
    Python's own thresholds, in a program of this size, make that a tenth of the run."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
        gc.set_threshold(*COLLECT)


def pytest_runtest_teardown() -> None:
    """A command that a test runs chooses how times are rounded for all that is written after it."""
    choose(Rounding.HALF_UP)


def pytest_unconfigure() -> None:
    """Whoever waits for programs to start is let go.

    Pytest looks five times through all there is for what fails as it is thrown away. Once is looked through it all;
    what is left by then is what the tests are made of."""
    OVEN.cool()
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For the whole run, and for every program that a test starts."""
    nobody = tmp_path_factory.mktemp("nobody")
    for name in tuple(os.environ):
        if name in UNSET or name.startswith(PREFIXES):
            del os.environ[name]
    os.environ.update(SET, HOME=str(nobody))
    time.tzset()
    yield
    ours = [path for path in nobody.rglob("*") if "trackbuddy" in path.name]
    assert ours == [], "a test wrote into the home of whoever runs the tests"


@pytest.fixture
def outer_environment() -> Mapping[str, str]:
    """What the run was started with, for tests that set up a machine with its own tools."""
    return OUTER


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, not made yet, for everything that is the user's."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TRACKBUDDY_HOME", str(folder))
    return folder
