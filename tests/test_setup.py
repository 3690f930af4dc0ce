"""The set-up script's decisions, on made-up machines whose Python, compiler and apt-get log their calls."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = (
    "basename",
    "cat",
    "cksum",
    "cp",
    "dirname",
    "env",
    "mkdir",
    "rm",
    "sed",
    "sh",
    "tail",
    "touch",
    "uname",
)

FAKE_PYTHON = """#!/bin/sh
case "$*" in
*ensurepip*) cat "$FAKE/probe-$(basename "$0")" || exit 127 ;;
"-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python && touch .venv/has-pip ;;
*"import sys, pip"*) [ -e .venv/has-pip ] ;;
*importlib.metadata*) PYTHONPATH=.venv/lib/python3.11/site-packages exec "$REAL_PYTHON" -S "$@" ;;
*sysconfig*) echo cc ;;
"-c import simpleaudio") [ ! -e "$FAKE/import-fails" ] ;;
"-c import platformdirs"*) [ -e "$FAKE/installed-before" ] ;;
"-m pip "*)
    echo "$*" >>"$FAKE/calls"
    [ ! -e "$FAKE/offline" ] || { echo "ERROR: no route"; exit 1; }
    case "$*" in *sound*) [ -e "$FAKE/headers" ] ;; esac ;;
esac
"""
FAKE_APT = """#!/bin/sh
echo "apt-get $*" >>"$FAKE/calls"
[ "$1" != update ] || { touch "$FAKE/apt-lists"; exit 0; }
[ -e "$FAKE/apt-lists" ] || exit 100
case "$*" in *python3-venv*) echo "ok 3.11.2" >"$FAKE/probe-python3" ;; esac
case "$*" in *libasound2-dev*) touch "$FAKE/headers" ;; esac
"""
FAKE_CC = '#!/bin/sh\n[ -e "$FAKE/headers" ]\n'

BASE = "-m pip install -e ."
SOUND = "-m pip install -e .[sound]"
DEV = "-m pip install -e .[dev]"
NO_SOUND = "-m pip uninstall -y simpleaudio-patched"
APT_SOUND = "apt-get install -y --no-install-recommends gcc libc6-dev python3-dev libasound2-dev"
APT_VENV = "apt-get install -y --no-install-recommends python3-venv"


class Machine:
    """A checkout and a PATH of its own, with nothing else of the real machine's on it."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.bin = folder / "bin"
        self.fake = folder / "fake"
        for made in (self.checkout / "scripts", self.bin, self.fake):
            made.mkdir(parents=True)
        shutil.copy(ROOT / "scripts/setup.sh", self.checkout / "scripts")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None
            (self.bin / tool).symlink_to(found)
        self.program("cc", FAKE_CC)
        self.has("headers")

    def program(self, name: str, text: str) -> None:
        (self.bin / name).write_text(text, encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def python(self, probe: str | None, name: str = "python3") -> None:
        """Puts a Python on the PATH that answers `probe`; None is one that can't run, as a pyenv shim may."""
        self.program(name, FAKE_PYTHON)
        if probe is not None:
            self.has(f"probe-{name}", probe + "\n")

    def apt(self, user_id: int) -> None:
        self.program("apt-get", FAKE_APT)
        self.program("id", f"#!/bin/sh\necho {user_id}\n")

    def has(self, name: str, text: str = "") -> None:
        (self.fake / name).write_text(text, encoding="utf-8")

    def lacks(self, name: str) -> None:
        (self.fake / name).unlink()

    def set_up(self, want: str = "run", **environment: str) -> tuple[int, list[str]]:
        """Exit status and the lines said; standard output belongs to the program and must stay empty."""
        done = subprocess.run(
            [self.bin / "sh", self.checkout / "scripts/setup.sh", want],
            env={
                "PATH": str(self.bin),
                "FAKE": str(self.fake),
                "REAL_PYTHON": sys.executable,
                "PYTHONS": "python3 python",
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == ""
        return done.returncode, done.stderr.splitlines()

    def calls(self) -> list[str]:
        """The calls of pip and apt-get since the last look."""
        log = self.fake / "calls"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    def installed(self, name: str, module: bytes, recorded: bytes) -> None:
        """Lays down what pip leaves of a distribution: `module` is in the file now, `recorded` was then."""
        site = self.checkout / ".venv/lib/python3.11/site-packages"
        info = site / f"{name}-1.0.5.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.5\n")
        digest = base64.urlsafe_b64encode(hashlib.sha256(recorded).digest()).rstrip(b"=").decode()
        (info / "RECORD").write_text(f"_simpleaudio.so,sha256={digest},{len(recorded)}\n")
        (site / "_simpleaudio.so").write_bytes(module)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Python 3.11, a compiler, all headers; no apt-get."""
    made = Machine(tmp_path)
    made.python("ok 3.11.2")
    return made


def test_first_the_package_then_its_sound(machine: Machine) -> None:
    """Two steps: in one, a failing sound build would take everything else with it."""
    status, said = machine.set_up()
    assert (status, machine.calls()) == (0, [BASE, SOUND])
    assert said == ["Setting up trackbuddy in .venv with Python 3.11.2 ..."]


def test_a_second_call_does_nothing(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    assert machine.set_up() == (0, [])
    assert machine.calls() == []


def test_a_changed_pyproject_installs_again(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    with (machine.checkout / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    machine.set_up()
    assert machine.calls() == [BASE, SOUND]


def test_a_moved_folder_installs_again(machine: Machine) -> None:
    """An editable install names its folder; the old one may be gone, or worse, still be there."""
    machine.set_up()
    machine.calls()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))
    machine.set_up()
    assert machine.calls() == [BASE, SOUND]


@pytest.mark.parametrize("missing", ["bin/python", "has-pip"])
def test_a_broken_venv_is_made_anew(machine: Machine, missing: str) -> None:
    """What an interrupted `python -m venv`, or a system upgrade, leaves behind."""
    machine.set_up()
    (machine.checkout / ".venv" / missing).unlink()
    (machine.checkout / ".venv/.ready").unlink()
    (machine.checkout / ".venv/left-over").touch()
    status, _ = machine.set_up()
    assert status == 0
    assert not (machine.checkout / ".venv/left-over").exists()


def test_no_python_at_all(tmp_path: Path) -> None:
    status, said = Machine(tmp_path).set_up()
    assert status == 1
    assert said == ["No Python 3.11 or later was found. Install it, or name it: make setup PYTHON=/path/to/python3"]


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.python("old 3.9.2")
    status, said = machine.set_up()
    assert (status, len(said)) == (1, 1)
    assert "(python3 is 3.9.2)" in said[0]


def test_a_python_that_cannot_run_is_passed_over(tmp_path: Path) -> None:
    """A pyenv shim exists and exits 127."""
    machine = Machine(tmp_path)
    machine.python(None, "python3")
    machine.python("ok 3.12.1", "python")
    assert machine.set_up() == (0, ["Setting up trackbuddy in .venv with Python 3.12.1 ..."])


def test_the_named_python_comes_first(machine: Machine) -> None:
    machine.python("ok 3.13.0", "mine")
    assert machine.set_up(PYTHON="mine") == (0, ["Setting up trackbuddy in .venv with Python 3.13.0 ..."])


def test_a_named_python_that_cannot_be_used_is_told(machine: Machine) -> None:
    status, said = machine.set_up(PYTHON="nowhere")
    assert status == 0
    assert said[0].startswith("PYTHON=nowhere can't be used")


def test_root_gets_python3_venv_by_apt(machine: Machine) -> None:
    """The first install fails, as on a machine without package lists, and is tried again after an update."""
    machine.python("bare 3.11.2")
    machine.apt(user_id=0)
    status, _ = machine.set_up()
    assert (status, machine.calls()) == (0, [APT_VENV, "apt-get update", APT_VENV, BASE, SOUND])


@pytest.mark.parametrize(("user_id", "allowed"), [(1000, "yes"), (0, "no")])
def test_apt_is_left_alone_where_it_may_not_be_used(machine: Machine, user_id: int, allowed: str) -> None:
    machine.python("bare 3.11.2")
    machine.apt(user_id)
    status, said = machine.set_up(SYSTEM_PACKAGES=allowed)
    assert (status, machine.calls()) == (1, [])
    assert said == ["python3 can't make virtual environments. On Debian: sudo apt-get install python3-venv"]


def test_root_gets_the_headers_by_apt(machine: Machine) -> None:
    machine.lacks("headers")
    machine.apt(user_id=0)
    status, _ = machine.set_up()
    assert (status, machine.calls()) == (0, [BASE, APT_SOUND, "apt-get update", APT_SOUND, SOUND])


@pytest.mark.parametrize(("user_id", "allowed"), [(1000, "yes"), (0, "no")])
def test_without_headers_it_goes_on_and_says_the_remedy(machine: Machine, user_id: int, allowed: str) -> None:
    machine.lacks("headers")
    machine.apt(user_id)
    status, said = machine.set_up(SYSTEM_PACKAGES=allowed)
    assert (status, machine.calls()) == (0, [BASE, SOUND, NO_SOUND])
    assert len(said) == 2
    assert said[1].startswith("trackbuddy will run without simpleaudio")
    assert "sudo apt-get install gcc libc6-dev python3-dev libasound2-dev" in said[1]
    assert machine.set_up(SYSTEM_PACKAGES=allowed) == (0, [])
    assert machine.calls() == []


def test_headers_that_came_later_bring_sound(machine: Machine) -> None:
    """Nobody has to know about a stamp after following the remedy."""
    machine.lacks("headers")
    machine.set_up()
    machine.calls()
    machine.has("headers")
    machine.set_up()
    assert machine.calls() == [BASE, SOUND]


def test_a_simpleaudio_that_cannot_be_imported_goes(machine: Machine) -> None:
    machine.has("import-fails")
    status, said = machine.set_up()
    assert (status, machine.calls()) == (0, [BASE, SOUND, NO_SOUND])
    assert said[1].startswith("trackbuddy will run without simpleaudio")


def test_sound_is_tried_again_when_asked(machine: Machine) -> None:
    machine.has("import-fails")
    machine.set_up()
    machine.calls()
    machine.lacks("import-fails")
    machine.set_up()
    assert machine.calls() == []
    assert machine.set_up("sound") == (0, [])
    assert machine.calls() == [BASE, SOUND]


REPAIR = ["-m pip uninstall -y simpleaudio", "-m pip install --force-reinstall --no-deps simpleaudio-patched"]


def test_the_original_simpleaudio_is_found_and_replaced(machine: Machine) -> None:
    """Both install the same files, and the original's crash newer Pythons; found even after the set-up."""
    machine.set_up()
    machine.calls()
    machine.installed("simpleaudio", b"original", b"original")
    status, said = machine.set_up()
    assert (status, machine.calls()) == (0, [BASE, SOUND, *REPAIR])
    assert len(said) == 1


def test_a_changed_module_is_found_by_its_sum(machine: Machine) -> None:
    """The original was there and is uninstalled, and its file stayed."""
    machine.set_up()
    machine.calls()
    machine.installed("simpleaudio_patched", b"original", b"patched")
    machine.set_up("sound")
    assert machine.calls() == [BASE, SOUND, *REPAIR]


def test_the_right_module_is_left_alone(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    machine.installed("simpleaudio_patched", b"patched", b"patched")
    machine.set_up("sound")
    assert machine.calls() == [BASE, SOUND]


def test_the_tools_come_once_and_only_when_asked_for(machine: Machine) -> None:
    assert machine.set_up("dev")[0] == 0
    assert machine.calls() == [BASE, SOUND, DEV]
    assert machine.set_up("dev") == (0, [])
    assert machine.calls() == []


def test_without_a_network_what_is_there_is_used(machine: Machine) -> None:
    """Beside a track, after an update of the checkout: yesterday's packages are better than no timer."""
    machine.has("offline")
    machine.has("installed-before")
    status, said = machine.set_up()
    assert status == 0
    assert said[-1].startswith("Could not bring the packages up to date")
    assert not (machine.checkout / ".venv/.ready").exists()


def test_without_a_network_and_packages_it_says_so(machine: Machine) -> None:
    machine.has("offline")
    status, said = machine.set_up()
    assert (status, len(said)) == (1, 2)
    assert said[1].startswith("Could not install what trackbuddy needs: no route (is there a network?")


@pytest.mark.parametrize("terminal", [True, False])
def test_make_run_rehearses_where_nobody_can_press_a_key(tmp_path: Path, terminal: bool) -> None:
    """`make run | tail` and `make run </dev/null` print results; a terminal gets the screen."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, text in {
        "scripts/setup.sh": "",
        ".venv/bin/python": '#!/bin/sh\necho "$*" >arguments\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    ours, theirs = os.openpty() if terminal else os.pipe()
    end = theirs if terminal else subprocess.DEVNULL
    try:
        subprocess.run(
            ["make", "run"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"]},  # an outer make would hand its own ARGS and flags down
            stdin=end,
            stdout=theirs,
            stderr=theirs,
            check=True,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    arguments = (tmp_path / "arguments").read_text().split()
    assert arguments[:4] == ["-m", "trackbuddy", "run", "sessions/8x200-goal-pace.toml"]
    assert arguments[4:] == ([] if terminal else ["--rehearse", "--plain", "--speed", "20"])
