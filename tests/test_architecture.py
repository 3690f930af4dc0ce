"""The house holds: rooms that must stay pure are pure, and what shows no screen loads none."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "trackbuddy"

KEYS = ("heard", "sequences", "parser", "typed", "front", "decisions", "lines", "router")
PURE = (
    *("errors", "units", "plan", "timing", "results", "present", "sound/kinds", "sound/cues", "sound/tones"),
    *(f"tui/keyboard/{module}" for module in KEYS),
)
"""Rooms that are told the time and handed their data: the same input gives the same output, always."""

IMPURE_MODULES = frozenset(
    """
    asyncio concurrent ctypes fcntl getpass glob importlib io locale logging mmap multiprocessing os pathlib
    platform platformdirs queue random rich sched secrets select selectors shutil signal simpleaudio socket
    sqlite3 subprocess tempfile termios textual threading time tty urllib uuid wave webbrowser
    """.split()
)
IMPURE_CALLS = frozenset({"open", "input", "print", "exec", "eval", "__import__", "breakpoint"})
CLOCK_READINGS = frozenset({"now", "today", "utcnow"})
"""A date is a value like any other; asking for today's is not."""
CONSTANTS_OF_SYS = frozenset({"byteorder", "maxsize", "float_info"})


def test_every_room_is_named_in_the_import_contracts() -> None:
    """A new room that no contract names would be free to import anything."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    named = {name for contract in contracts for name in contract.get("source_modules", ())}
    assert {f"trackbuddy.{room}" for room in rooms_on_disk()} <= named


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_reaches_no_clock_file_thread_or_screen(room: str) -> None:
    """Purity by the source itself: what isn't imported or called can't be reached."""
    faults = [fault for path in sources(room) for fault in impurities(path.read_text(encoding="utf-8"), path)]
    assert faults == []


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "import os.path as p",
        "import datetime\nlabel = datetime.datetime.now()",
        "from datetime import date\nlabel = date.today()",
        "import sys\nsys.stdout.write('x')",
        "from sys import stdin",
        "def f():\n    from pathlib import Path",
        "from textual.app import App",
        "open('x')",
    ],
)
def test_the_purity_check_sees_what_it_looks_for(source: str) -> None:
    """The check above passes on clean rooms; this shows that it can fail."""
    assert impurities(source, Path("made_up.py"))


def test_the_purity_check_lets_pure_code_pass() -> None:
    """Values with a clock's or a file's words for names are neither."""
    source = """
import math, sys
from datetime import date
from ..units import exact
when: date = date(2026, 11, 23)
valve.open(snapshot.now)
little = sys.byteorder
"""
    assert impurities(source, Path("made_up.py")) == []


@pytest.mark.parametrize("room", ["units", "plan", "timing", "results", "present", "plain", "live", "cli"])
def test_a_room_loads_without_textual(room: str) -> None:
    """Textual is most of the start-up time, and hangs without a terminal: only the screen may load it."""
    assert loaded_by(f"import trackbuddy.{room}").isdisjoint({"textual", "simpleaudio"})


NEVER = ("textual", "simpleaudio", "rich", "wakepy", "tomlkit")
UNREAD = ("pydantic", "tomllib", "trackbuddy.storage.settings_file", "trackbuddy.storage.athletes_file")
"""What reads files is loaded when there is one to be read."""
NO_SESSION = ("trackbuddy.live", "trackbuddy.timing.history", "trackbuddy.sound", "trackbuddy.plain")
NO_NOTATION = ("trackbuddy.plan.notation", "trackbuddy.plan.session_build")


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (
            ["show", "8x200m @ 34, 30s rest"],
            (*NEVER, *UNREAD, *NO_SESSION, "asyncio", "importlib.metadata", "trackbuddy.timing.facts"),
        ),
        (["paces", "mile 4:32"], (*NEVER, *UNREAD, *NO_SESSION, "asyncio")),
        (["logs"], (*NEVER, *UNREAD, *NO_NOTATION, "trackbuddy.live", "trackbuddy.sound", "asyncio")),
        (["sessions"], (*NEVER, *NO_SESSION, "asyncio")),
        (["schema"], (*NEVER, *NO_SESSION, "asyncio")),
        (["run", "1s", "--rehearse", "--plain", "--speed", "20"], (*NEVER, *UNREAD, "asyncio", "importlib.metadata")),
        (["--help"], (*NEVER, *UNREAD, *NO_SESSION, *NO_NOTATION, "asyncio", "trackbuddy.plan")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_what_it_needs_and_nothing_more(
    arguments: list[str], never: tuple[str, ...], tmp_path: Path
) -> None:
    """Run to its end, since a lazy import shows only then. What is named here would be waited for at each start."""
    code = f"import sys\nfrom trackbuddy.cli import main\nsys.argv[1:] = {arguments!r}\nassert main() == 0"
    assert loaded_by(code, TRACKBUDDY_HOME=str(tmp_path)) & set(never) == set()


def test_the_live_screen_waits_for_nothing_that_it_shows_later() -> None:
    """Home, plain mode, the table at the end, reading logs and files, and every library that sounds."""
    never = (
        *UNREAD,
        "simpleaudio",
        "wakepy",
        "tomlkit",
        "trackbuddy.formats",
        "trackbuddy.plain",
        "trackbuddy.tui.home_app",
    )
    assert loaded_by("import trackbuddy.cli.run, trackbuddy.tui.live_app") & set(never) == set()


LATER = (
    *("cli.rival", "storage.archive", "present.over", "present.done_page"),
    *("results.review", "plan.notation.offers", "live.pad"),
)
"""What is shown last is loaded last, and a refusal's offers when something is refused."""


def test_the_first_frame_of_run_waits_for_no_ghost_no_results_and_no_offers() -> None:
    never = {*(f"trackbuddy.{module}" for module in LATER), "sqlite3", "secrets"}
    assert loaded_by("import trackbuddy.cli.run, trackbuddy.tui.live_app") & never == set()


def test_the_screen_is_found_by_the_same_probe() -> None:
    """The probe above does see Textual where it is loaded."""
    assert "textual" in loaded_by("import textual")


@cache
def loaded_by(code: str, **environment: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after running `code`, which may print."""
    probe = f"{code}\nimport sys\nprint('\\n', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def rooms_on_disk() -> set[str]:
    modules = {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    return modules | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def sources(room: str) -> list[Path]:
    """The files of a room, which is a module or a package."""
    found = [*PACKAGE.glob(f"{room}.py"), *PACKAGE.glob(f"{room}/**/*.py")]
    assert found, f"no such room: {room}"
    return found


def impurities(source: str, path: Path) -> list[str]:
    """Each reach outside, at any depth, as file, line and name."""
    found = [(node, name) for node in ast.walk(ast.parse(source)) for name in reached_by(node)]
    return [f"{path.name}:{getattr(node, 'lineno', 0)}: {name}" for node, name in found]


def reached_by(node: ast.AST) -> list[str]:
    """The impure modules, builtins and readings that one piece of syntax names."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names if is_impure(alias.name)]
        case ast.ImportFrom(module="sys", level=0, names=names):
            return [f"sys.{alias.name}" for alias in names if alias.name not in CONSTANTS_OF_SYS]
        case ast.ImportFrom(module=str(module), level=0) if is_impure(module):
            return [module]
        case ast.Call(func=ast.Name(id=name)) if name in IMPURE_CALLS:
            return [f"{name}()"]
        case ast.Attribute(value=ast.Name(id="sys"), attr=name) if name not in CONSTANTS_OF_SYS:
            return [f"sys.{name}"]
        case ast.Attribute(
            value=ast.Name(id="datetime" | "date") | ast.Attribute(attr="datetime" | "date"), attr=name
        ) if name in CLOCK_READINGS:
            return [f"datetime.{name}"]
    return []


def is_impure(module: str) -> bool:
    return module.partition(".")[0] in IMPURE_MODULES
