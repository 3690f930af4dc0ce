"""`trackbuddy logs`: what was run, newest first."""

from __future__ import annotations

import argparse
import datetime
import shutil
from collections.abc import Iterator
from typing import Any, Final

from trackbuddy.cli.errors import tell
from trackbuddy.cli.printing import print_json, print_lines
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.errors import UserError
from trackbuddy.formats.saved import known_milliseconds
from trackbuddy.present.log_line import columns, log_line
from trackbuddy.results.digest import Digest
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.summaries import Summary, wanted
from trackbuddy.units import to_metres, to_seconds

SHOWN: Final = 50
"""As many are listed where nobody says how many; JSON has them all."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORD", nargs="*", help="only those with these in name, session, date or tags")
    parser.add_argument("--json", action="store_true", help="print a list for other programs")
    parser.add_argument("--rehearsals", action="store_true", help="rehearsals too")
    parser.add_argument("--unfinished", action="store_true", help="only those that can be gone on with")
    parser.add_argument("--session", metavar="TEXT", help="only those with this in their name or text")
    parser.add_argument("--athlete", metavar="NAME", help="only those of this athlete")
    parser.add_argument("--since", metavar="DATE", help="only those from this day on, like 2026-11-23")
    parser.add_argument("-n", metavar="COUNT", type=int, dest="count", help=f"at most so many; else {SHOWN}, 0 for all")
    add_rounding(parser)


def main(args: argparse.Namespace) -> int:
    choose_rounding(args)
    since = _date(args.since)
    if args.count is not None and args.count < 0:
        raise UserError(f"-n is {args.count}; write how many logs to list, like -n 10")
    most = args.count if args.count is not None else 0 if args.json else SHOWN
    found: list[Summary] = []
    unreadable: list[LogError] = []
    archive, more = Archive.of(args.home), False
    for item in archive.summaries():
        if isinstance(item, LogError):
            unreadable.append(item)
        elif _wanted(item, args, since):
            if most and len(found) == most:
                more = True
                break
            found.append(item)
    if args.json:
        print_json([_json(item) for item in found])
        for error in unreadable:
            tell(error)
        return 0
    print_lines(list(_lines(found)))
    print_lines([f"can't be read: {error.message}" for error in unreadable])
    if more:
        print_lines([f"and older ones, of {len(archive.names())} logs in all; -n 0 lists everything"])
    if not found and not unreadable:
        print_lines([f"no logs in {args.home.logs}" if not _asks(args) else "no log is like that"])
    return 0


def _asks(args: argparse.Namespace) -> bool:
    return bool(args.words or args.unfinished or args.session or args.athlete or args.since)


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
        and (not args.unfinished or item.is_unfinished)
        and (args.session is None or args.session.casefold() in text)
        and (args.athlete is None or args.athlete.casefold() in names)
        and (since is None or item.wall.date() >= since)
        and (not args.words or wanted(item.text, " ".join(args.words)))
    )


def _lines(found: list[Summary]) -> Iterator[str]:
    """When, what, and how it went; below, the file's name, how much of it and what to know before believing it."""
    width = max(shutil.get_terminal_size((80, 24)).columns, 60)
    for item in found:
        line = log_line(item.wall, item.title, item.digests, item.progress.reps, item.flags)
        yield columns(line, width).rstrip()
        said = [item.progress.reps if line.average else "", line.who if width < 96 else "", line.flags]
        yield f"    {item.path.name}  {', '.join(filter(None, said))}".rstrip()


def _json(item: Summary) -> dict[str, Any]:
    return {
        "file": str(item.path),
        "id": item.id,
        "opened": item.wall.isoformat(),
        "title": item.title,
        "session": item.canonical,
        "shape": item.shape.text,
        "athletes": list(item.athletes),
        "rehearsal": item.rehearsal,
        "status": item.status,
        "flags": list(item.flags),
        "tags": list(item.tags),
        "repairs": item.repairs,
        "reps_run": item.progress.run,
        "reps_planned": item.progress.planned,
        "duration_s": to_seconds(item.duration_ns),
        "results": [_result(one) for one in item.digests],
        "damage": item.damage,
    }


def _result(one: Digest) -> dict[str, Any]:
    """Of the reps that stand for the session; all seconds to the millisecond."""
    return {
        "athlete": one.name,
        "average_s": known_milliseconds(one.average_ns),
        "best_s": known_milliseconds(one.best_ns),
        "timed": one.timed,
        "run": one.run,
        "target_low_s": known_milliseconds(one.low_ns),
        "target_high_s": known_milliseconds(one.high_ns),
        "on_target": one.hits,
        "with_target": one.judged,
        "work_m": None if one.work_mm is None else to_metres(one.work_mm),
        "times_s": [known_milliseconds(ns) for ns in one.times],
    }
