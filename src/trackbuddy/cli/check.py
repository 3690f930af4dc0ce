"""`trackbuddy check`: every problem in session files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from trackbuddy.cli.common import add_goal, goal_of, settings_of
from trackbuddy.cli.errors import FAILED_CHECK, error_lines
from trackbuddy.errors import UserError
from trackbuddy.plan.races import RaceTime
from trackbuddy.plan.send_offs import impossible_send_off
from trackbuddy.plan.timeline import build
from trackbuddy.plan.track import Track
from trackbuddy.storage.paths import user_path
from trackbuddy.storage.session_files import file_problems, read_session_file


def configure(parser: argparse.ArgumentParser) -> None:
    add_goal(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a session file")


def main(args: argparse.Namespace) -> int:
    goal, track = goal_of(args.goal), settings_of(args.home).track_lap
    failed = False
    for name in args.files:
        for problem in _problems(user_path(name), goal, track):
            print("\n".join(error_lines(problem)))
            failed = True
    if not failed:
        print("no problems" if len(args.files) == 1 else f"no problems in {len(args.files)} files")
    return FAILED_CHECK if failed else 0


def _problems(path: Path, goal: RaceTime | None, track: Track) -> Iterator[UserError]:
    found = file_problems(path)
    yield from found
    if found:
        return
    timeline = build(read_session_file(path).session, goal=goal, track=track, open_rounds=1)
    late = impossible_send_off(timeline)
    if late is not None:
        yield UserError(late, path=str(path))
