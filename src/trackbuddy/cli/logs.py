"""`trackbuddy logs`: what was run, newest first."""

from __future__ import annotations

import argparse
import datetime
from typing import Any

from trackbuddy.cli.common import print_json, print_lines
from trackbuddy.cli.errors import tell
from trackbuddy.errors import UserError
from trackbuddy.present.cells import cut
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.summaries import Summary, summaries
from trackbuddy.units import to_seconds


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print a list for other programs")
    parser.add_argument("--rehearsals", action="store_true", help="rehearsals too")
    parser.add_argument("--open", action="store_true", help="only those that can be gone on with")
    parser.add_argument("--session", metavar="TEXT", help="only those with this in their name or text")
    parser.add_argument("--athlete", metavar="NAME", help="only those of this athlete")
    parser.add_argument("--since", metavar="DATE", help="only those from this day on, like 2026-11-23")
    parser.add_argument("-n", metavar="COUNT", type=int, dest="count", help="at most so many")


def main(args: argparse.Namespace) -> int:
    since = _date(args.since)
    if args.count is not None and args.count < 0:
        raise UserError(f"-n is {args.count}; write how many logs to list, like -n 10")
    found: list[Summary] = []
    unreadable: list[LogError] = []
    for item in summaries(args.home.logs):
        if args.count is not None and len(found) >= args.count:
            break
        if isinstance(item, LogError):
            unreadable.append(item)
        elif _wanted(item, args, since):
            found.append(item)
    if args.json:
        print_json([_json(item) for item in found])
        for error in unreadable:
            tell(error)
        return 0
    for item in found:
        print_lines(_lines(item))
    print_lines([f"can't be read: {error.message}" for error in unreadable])
    if not found and not unreadable:
        print_lines([f"no logs in {args.home.logs}"])
    return 0


def _date(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{text!r} is not a date; write it like 2026-11-23") from error


def _wanted(item: Summary, args: argparse.Namespace, since: datetime.date | None) -> bool:
    text = f"{item.title}\n{item.canonical}".casefold()
    names = {name.casefold() for name in item.athletes}
    return (
        (args.rehearsals or not item.rehearsal)
        and (not args.open or item.status == "open")
        and (args.session is None or args.session.casefold() in text)
        and (args.athlete is None or args.athlete.casefold() in names)
        and (since is None or item.wall.date() >= since)
    )


def _lines(item: Summary) -> list[str]:
    """When, how much of it, how it stands and what it was; below, the file's name."""
    planned = "" if item.reps_planned is None else f" of {item.reps_planned}"
    marks = [item.status, *(["damaged"] if item.damage else []), *(["rehearsal"] if item.rehearsal else [])]
    row = f"{item.wall:%Y-%m-%d %H:%M}  {item.reps_run}{planned} reps, {', '.join(marks)}"
    return [cut(f"{row:<44}  {item.title}", 80), f"    {item.path.name}"]


def _json(item: Summary) -> dict[str, Any]:
    return {
        "file": str(item.path),
        "id": item.id,
        "opened": item.wall.isoformat(),
        "title": item.title,
        "session": item.canonical,
        "athletes": list(item.athletes),
        "rehearsal": item.rehearsal,
        "status": item.status,
        "reps_run": item.reps_run,
        "reps_planned": item.reps_planned,
        "duration_s": to_seconds(item.duration_ns),
        "damage": item.damage,
    }
