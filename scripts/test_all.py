"""The tests on every Python that is found, in random order, and in odd surroundings: `make test-all`.

usage: test_all.py [--only WORD] [--seed NUMBER] [PYTEST ARGUMENT ...]

--only WORD     only the rounds with this word in their name
--seed NUMBER   the first of the random orders; without it another one each time

Each round's output goes to build/test-all/; what failed is said with the command that repeats it. The standard library
is all it needs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
BUILD: Final = ROOT / "build" / "test-all"
OWN: Final = Path(".venv/bin/python")
LATEST: Final = 30
"""Python 3.x is looked for up to here."""
PROBE: Final = "import sys, venv, ensurepip; print('%d.%d.%d' % sys.version_info[:3])"
SIDE_BY_SIDE: Final = ("-n", "auto", "--dist", "worksteal")
ORDERS: Final = 3
YOUNG_S: Final = 30
"""How long the machine seems to have been up in the round for it."""

Version = tuple[int, ...]


# --- Pythons --------------------------------------------------------------------------------------------------------


def wanted(pyproject: str) -> list[str]:
    """The Pythons that the project names: "3.11", "3.12" and so on."""
    found = re.compile(r"Programming Language :: Python :: (3\.\d+)").fullmatch
    classifiers = tomllib.loads(pyproject)["project"]["classifiers"]
    return [match[1] for match in map(found, classifiers) if match]


def candidates(minor: str, path: str, home: Path) -> Iterator[Path]:
    """Where a Python may be: on the path, and where pyenv and uv keep theirs."""
    for folder in [*path.split(os.pathsep), "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"]:
        yield Path(folder or ".") / f"python{minor}"
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    yield from sorted(pyenv.glob(f"versions/{minor}.*/bin/python"))
    yield from sorted((home / ".local/share/uv/python").glob(f"cpython-{minor}.*/bin/python"))


def version_of(python: Path) -> Version | None:
    """Of one that runs and can make environments; a shim may be there and lead nowhere."""
    try:
        done = subprocess.run(
            [python, "-c", PROBE], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError:
        return None
    return tuple(map(int, done.stdout.strip().split("."))) if done.returncode == 0 else None


def best_of(minor: str, places: Iterable[Path]) -> Path | None:
    """The latest of the Pythons 3.x that work."""
    found = [(version, place) for place in dict.fromkeys(places) if (version := version_of(place))]
    fitting = [(version, place) for version, place in found if ".".join(map(str, version[:2])) == minor]
    return max(fitting)[1] if fitting else None


def pythons(needed: Sequence[str]) -> tuple[dict[str, Path], list[str]]:
    """What was found, by version, and what is missing. One that is later than those needed is tried too."""
    first = int(needed[0].partition(".")[2])
    minors = [f"3.{number}" for number in range(first, LATEST)]
    places = {minor: best_of(minor, candidates(minor, os.environ.get("PATH", ""), Path.home())) for minor in minors}
    found = {minor: place for minor, place in places.items() if place is not None}
    return found, [minor for minor in needed if minor not in found]


def environment(minor: str, python: Path) -> Path:
    """A Python with the project and its tools in it; `.venv` where that is of this version already."""
    own = version_of(OWN)
    if own and ".".join(map(str, own[:2])) == minor:
        return OWN
    folder = BUILD / f"python{minor}"
    made = folder / "bin" / "python"
    made_for = hashlib.sha256(f"{ROOT} {python} ".encode() + Path("pyproject.toml").read_bytes()).hexdigest()
    stamp = folder / "made-for"
    if not stamp.exists() or stamp.read_text() != made_for:
        print(f"setting up {folder.relative_to(ROOT)} ...", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        pip = [str(made), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "-e"]
        for step in ([str(python), "-m", "venv", str(folder)], [*pip, ".[dev]"]):
            done = subprocess.run(step, check=False, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{done.stdout}{done.stderr}Python {minor} could not be set up: {shlex.join(step)}")
        if subprocess.run([*pip, ".[sound]"], check=False, capture_output=True).returncode:
            print(f"Python {minor} goes without simpleaudio, which can't be built here", flush=True)
        stamp.write_text(made_for)
    return made


# --- rounds ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Round:
    """One run of the suite."""

    name: str
    python: Path
    arguments: tuple[str, ...] = SIDE_BY_SIDE
    before: tuple[str, ...] = ()
    """A program that starts it."""
    set: dict[str, str] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    alone: bool = False
    """Without a terminal, and with standard input closed."""

    def command(self, more: Sequence[str]) -> list[str]:
        env = [part for name in self.unset for part in ("-u", name)] + [
            f"{name}={text}" for name, text in self.set.items()
        ]
        pytest = [str(self.python), "-m", "pytest", *self.arguments, *more]
        shut = ["sh", "-c", 'exec "$@" <&-', "sh"] if self.alone else []
        return [*self.before, *(["env", *env] if env else []), *shut, *pytest]


def young() -> tuple[tuple[str, ...], dict[str, str]]:
    """What shows a program a machine that was switched on half a minute ago: the kernel, or else a wrapped module."""
    off = round(YOUNG_S - time.monotonic())
    boot = round(YOUNG_S - time.clock_gettime(time.CLOCK_BOOTTIME)) if hasattr(time, "CLOCK_BOOTTIME") else off
    shifted = ("--time", "--monotonic", str(off), "--boottime", str(boot))
    for unshare in (("unshare", *shifted), ("unshare", "--user", "--map-root-user", *shifted)):
        try:
            if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode == 0:
                return unshare, {}
        except OSError:
            break
    folder = BUILD / "young"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(WRAPPED.format(off=off))
    return (), {"PYTHONPATH": str(folder)}


WRAPPED: Final = """\
import time
_seconds, _nanoseconds = time.monotonic, time.monotonic_ns
time.monotonic = lambda: _seconds() + {off}
time.monotonic_ns = lambda: _nanoseconds() + {off} * 1_000_000_000
"""


def rounds(found: dict[str, Path], seed: int, only: str) -> Iterator[Round]:
    """Those with a word in their name. An environment is made when its turn has come."""
    for minor, python in found.items():
        if only in (name := f"Python {minor}"):
            yield Round(name, environment(minor, python))
    before, set_ = young()
    odd = {"COLUMNS": "40", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    orders = range(seed, seed + ORDERS)
    others = [
        *(Round(f"random order {number}", OWN, (*SIDE_BY_SIDE, "--shuffle", str(number))) for number in orders),
        Round("narrow, far away, no UTF-8, no home", OWN, set=odd, unset=("HOME", "LANG")),
        Round("no terminal, no input", OWN, (), alone=True),
        Round(f"up for {YOUNG_S} s", OWN, before=before, set=set_),
    ]
    yield from (one for one in others if only in one.name)


def run_one(one: Round, more: Sequence[str]) -> tuple[int, str]:
    """The exit code, and pytest's last line."""
    command = one.command(more)
    path = BUILD / (re.sub(r"\W+", "-", one.name) + ".log")
    with path.open("wb") as log:
        log.write(f"$ {shlex.join(command)}\n".encode())
        log.flush()
        done = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False, start_new_session=one.alone)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return done.returncode, lines[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    asked, more = parser.parse_known_args()
    os.chdir(ROOT)
    BUILD.mkdir(parents=True, exist_ok=True)
    found, missing = pythons(wanted(Path("pyproject.toml").read_text(encoding="utf-8")))
    failed: list[Round] = []
    for one in rounds(found, asked.seed, asked.only):
        print(f"{one.name}: ", end="", flush=True)
        code, last = run_one(one, more)
        print(last, flush=True)
        if code:
            failed.append(one)
    for minor in missing:
        print(f"Python {minor}: not found, so nothing is known about it")
    for one in failed:
        print(f"failed: {one.name}: {shlex.join(one.command(more))}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
