"""Prints what an archive of many logs costs: the first list, a filter keystroke, one session, the season, memory.

usage: archive.py [COUNT]   COUNT logs (10,000) are rehearsed on a virtual clock, without sleeping, into a folder that
goes again. Each figure is the best of several fresh interpreters, beside the same with no logs, with the index and
without it.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

ROUNDS = 3
Figures = dict[str, float]


# --- inside a fresh interpreter -------------------------------------------------------------------------------------


async def looked_through(folder: Path, *, index: bool) -> Figures:
    """Starts the logs screen and uses it as somebody would; seconds count from the start of the interpreter."""
    from textual.widgets import Input

    from trackbuddy.cli.archivist import HomeArchivist
    from trackbuddy.storage.archive import Archive
    from trackbuddy.storage.paths import Home
    from trackbuddy.tui.logs_screen import LogsScreen
    from trackbuddy.tui.review_app import ReviewApp
    from trackbuddy.tui.review_screen import ReviewScreen
    from trackbuddy.tui.season_screen import SeasonScreen
    from trackbuddy.tui.widgets.face import Face

    home = Home.in_folder(folder)
    if not index:
        Archive.of = staticmethod(lambda home: Archive(home.logs))  # type: ignore[method-assign]  # a plain scan
    app = ReviewApp(HomeArchivist(home))
    found: Figures = {}
    began = float(os.environ["BEGAN"])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, LogsScreen)
        await until(pilot, lambda: len(screen.query_one(Face).rows) > 0 and "reading" not in said(screen)[:7])
        found["visible"] = time.monotonic() - began
        await app.workers.wait_for_complete()
        await pilot.pause()
        found["whole"] = time.monotonic() - began
        keys = []
        for text in ("2", "20", "200", "200m", "200m 3", "mile", ""):
            with screen.prevent(Input.Changed):
                screen.query_one(Input).value = text
            start = time.perf_counter()
            screen.on_input_changed(Input.Changed(screen.query_one(Input), text))
            keys.append(time.perf_counter() - start)
            await pilot.pause()
        found["key"] = max(keys)
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if index:
            start = time.perf_counter()
            screen.action_season()
            await until(pilot, lambda: isinstance(app.screen, SeasonScreen) and app.screen.is_told)
            found["season"] = time.perf_counter() - start
            app.pop_screen()
            await pilot.pause()
        if index and any(home.logs.glob("*.jsonl")):
            start = time.perf_counter()
            screen.action_open()
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query(Face)))
            await until(pilot, lambda: len(app.screen.query_one("#page", Face).rows) > 0)
            found["open"] = time.perf_counter() - start
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.is_compared)
            found["compared"] = time.perf_counter() - start
    return found


def said(screen: Any) -> str:
    from textual.widgets import Static

    return str(screen.query_one("#told", Static).content)


async def until(pilot: Any, is_so: Any) -> None:
    while not is_so():
        await pilot.pause(0.002)


# --- outside --------------------------------------------------------------------------------------------------------


def probe(folder: Path, *, index: bool = True, rounds: int = ROUNDS) -> Figures:
    """The best of each figure."""
    runs = []
    for _ in range(rounds):
        environ = {**os.environ, "BEGAN": str(time.monotonic())}
        command = [sys.executable, __file__, "--probe", str(folder), "index" if index else "scan"]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: min(run[name] for run in runs) for name in runs[0]}


def command_s(folder: Path, *arguments: str, rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        command = [sys.executable, "-m", "trackbuddy", "--home", str(folder), *arguments]
        subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main(count: int) -> None:
    from benchmarks.rehearsed import fill

    with tempfile.TemporaryDirectory() as name:
        full, empty = Path(name) / "full", Path(name) / "empty"
        empty.mkdir()
        start = time.perf_counter()
        fill(full / "logs", count, names=("Ann", "Ben", "Cy"))
        size = sum(path.stat().st_size for path in (full / "logs").iterdir()) / 1e6
        print(f"{count} logs rehearsed in {time.perf_counter() - start:.0f} s, {size:.0f} MB")
        none = probe(empty)
        scan = probe(full, index=False, rounds=1)
        start = time.perf_counter()
        first = command_s(full, "logs", "-n", "0", rounds=1)
        index_mb = (full / "logs-index.sqlite").stat().st_size / 1e6
        print(f"index built by the first whole list in {first:.1f} s, {index_mb:.0f} MB")
        kept = probe(full)
        print(f"{'':34}{'no logs':>9}{'a scan':>9}{'index':>9}   goal")
        rows = (
            ("visible", "list visible, from the start", 1000, "ms", f"{none['visible'] * 1300:.0f} ms"),
            ("whole", "all logs in the list", 1000, "ms", ""),
            ("key", "a keystroke filtered and drawn", 1000, "ms", "50 ms"),
            ("open", "one session opened", 1000, "ms", ""),
            ("compared", "and compared with all others", 1000, "ms", ""),
            ("season", "the season page", 1000, "ms", ""),
            ("memory", "memory at its highest", 1, "MB", f"{none['memory'] + 30:.0f} MB"),
        )
        for name_, title, times, unit, goal in rows:
            cells = [f"{run[name_] * times:.0f} {unit}" if name_ in run else "-" for run in (none, scan, kept)]
            print(f"{title:34}{cells[0]:>9}{cells[1]:>9}{cells[2]:>9}   {goal}")
        listed, nothing = command_s(full, "logs", "-n", "30"), command_s(empty, "logs", "-n", "30")
        print(f"'logs -n 30' as text: {listed * 1000:.0f} ms, with no logs {nothing * 1000:.0f} ms")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--probe"]:
        print(json.dumps(asyncio.run(looked_through(Path(sys.argv[2]), index=sys.argv[3] == "index"))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
