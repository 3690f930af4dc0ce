"""`trackbuddy review`: a log read back as text."""

from __future__ import annotations

import argparse
from pathlib import Path

from trackbuddy.cli.choosing import one_log
from trackbuddy.cli.looking import has_terminal, show_log
from trackbuddy.cli.printing import print_lines
from trackbuddy.cli.saved_logs import open_saved
from trackbuddy.formats.plain import plain
from trackbuddy.formats.text import review_text


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", metavar="LOG", nargs="?", help="a log's path, its name or a part of it; else the newest")
    parser.add_argument("--plain", action="store_true", help="whole sentences under headings, without columns")


def main(args: argparse.Namespace) -> int:
    path = one_log(args.log, args.home)
    if not args.plain and has_terminal():
        open_saved(path)  # what can't be read is said here, and not on a screen
        show_log(args.home, path)
        return 0
    print_lines(plain_lines(path) if args.plain else review_lines(path))
    return 0


def review_lines(path: Path) -> tuple[str, ...]:
    """A log as a table. Raises LogError."""
    found = open_saved(path)
    return review_text(found.saved, found.history, found.log.lines)


def plain_lines(path: Path) -> tuple[str, ...]:
    """A log in sentences. Raises LogError."""
    found = open_saved(path)
    return plain(found.saved, found.history, found.log.lines)
