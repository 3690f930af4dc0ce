"""`trackbuddy review`: a log read back as text."""

from __future__ import annotations

import argparse
from pathlib import Path

from trackbuddy.cli.common import print_lines
from trackbuddy.formats.text import Heading, review
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.summaries import find_log, titles


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", metavar="LOG", nargs="?", help="a log's path, its name or a part of it; else the newest")
    parser.add_argument("--plain", action="store_true", help="text instead of a screen; for now it is always text")


def main(args: argparse.Namespace) -> int:
    print_lines(review_lines(find_log(args.log, args.home.logs)))
    return 0


def review_lines(path: Path) -> tuple[str, ...]:
    """A log as text. Raises LogError."""
    log = read_log(path)
    title, canonical = titles(log)
    heading = Heading(
        title=title,
        canonical=canonical,
        when=f"{log.header.clock.wall:%A %Y-%m-%d %H:%M}",
        file=str(log.path),
        rehearsal=log.header.rehearsal is not None,
        damage=str(log.damage) if log.damage else None,
    )
    return review(heading, log.history(), log.lines)
