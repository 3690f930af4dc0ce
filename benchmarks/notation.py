"""Prints how long reading takes, and loading what reads. No assertions: machines differ.

usage: notation.py [FILE] [--beside REVISION]
FILE has one notation a line: plain text, a JSON string, or a JSON object with `source`; else the tests' own are read.
With --beside the same is measured for another revision of the sources, turn by turn.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Refusal, read

ROOT = Path(__file__).parents[1]
ROUNDS = 5
LOADS = 15
LOADING = "import time; t = time.perf_counter(); import trackbuddy.plan.notation; print(time.perf_counter() - t)"


def notations(path: str | None) -> list[str]:
    """The texts to read, from a file or from the tests."""
    if path is None:
        return [*READ, *REFUSED]
    return [_text(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def _text(line: str) -> str:
    try:
        found = json.loads(line)
    except ValueError:
        return line
    if isinstance(found, dict):
        found = found.get("source", "")
    return found if isinstance(found, str) else line


def read_all(texts: list[str]) -> int:
    """How many are sessions."""
    count = 0
    for text in texts:
        try:
            read(text)
        except Refusal:
            continue
        count += 1
    return count


def best(measure: Callable[[], float], rounds: int) -> float:
    """The shortest of several: what else runs on the machine only adds."""
    return min(measure() for _ in range(rounds))


def loading(source: Path) -> float:
    """Seconds that an interpreter of its own takes to load the notation from these sources, compiled once before."""
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run([sys.executable, "-c", LOADING], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def reading(source: Path, texts: list[str]) -> float:
    """Seconds that another interpreter takes to read all texts once, the best of a few rounds, after loading."""
    code = (
        "import json, sys, time\n"
        "from trackbuddy.plan.notation import Refusal, read\n"
        "def all_of(texts):\n"
        "    began = time.perf_counter()\n"
        "    for text in texts:\n"
        "        try: read(text)\n"
        "        except Refusal: pass\n"
        "    return time.perf_counter() - began\n"
        f"texts = json.load(sys.stdin); print(min(all_of(texts) for _ in range({ROUNDS})))"
    )
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def report(name: str, source: Path, texts: list[str]) -> None:
    load = best(lambda: loading(source), LOADS)
    each = reading(source, texts) * 1e6 / max(len(texts), 1)
    print(f"{name}: loading {load * 1000:.1f} ms, reading {each:.0f} µs a line")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file", nargs="?")
    arguments.add_argument("--beside", metavar="REVISION")
    given = arguments.parse_args()
    texts = notations(given.file)
    sessions = read_all(texts)
    print(f"{len(texts)} notations: {sessions} are sessions, {len(texts) - sessions} are refused")
    if given.beside is not None:
        with tempfile.TemporaryDirectory() as folder:
            archive = subprocess.run(["git", "archive", given.beside, "src"], cwd=ROOT, capture_output=True, check=True)
            subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
            report(given.beside, Path(folder) / "src", texts)
    report("here", ROOT / "src", texts)


if __name__ == "__main__":
    main()
