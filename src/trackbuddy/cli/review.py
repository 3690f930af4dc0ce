"""`trackbuddy review`: a log read back as text."""

from __future__ import annotations

import argparse
from pathlib import Path

from trackbuddy.cli.choosing import one_log
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.looking import has_terminal, show_log
from trackbuddy.cli.printing import print_lines
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.cli.saved_logs import open_saved
from trackbuddy.formats.plain import plain
from trackbuddy.formats.text import review_text
from trackbuddy.results.hand import ANY_HAND, Hand


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", metavar="LOG", nargs="?", help="a log's path, its name or a part of it; else the newest")
    parser.add_argument("--plain", action="store_true", help="whole sentences under headings, without columns")
    add_rounding(parser)


def main(args: argparse.Namespace) -> int:
    choose_rounding(args)
    path = one_log(args.log, args.home)
    if not args.plain and has_terminal():
        open_saved(path)  # what can't be read is said here, and not on a screen
        show_log(args.home, path)
        return 0
    hand = hand_of(args.home)
    print_lines(plain_lines(path, hand) if args.plain else review_lines(path, hand))
    return 0


def review_lines(path: Path, hand: Hand = ANY_HAND) -> tuple[str, ...]:
    """A log as a table. Raises LogError."""
    found = open_saved(path, hand)
    return review_text(found.saved, found.history, found.log.lines)


def plain_lines(path: Path, hand: Hand = ANY_HAND) -> tuple[str, ...]:
    """A log in sentences. Raises LogError."""
    found = open_saved(path, hand)
    return plain(found.saved, found.history, found.log.lines)
