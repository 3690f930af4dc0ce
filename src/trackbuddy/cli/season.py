"""`trackbuddy season`: per athlete and session shape a line a month, and the trend."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.looking import has_terminal, show_season
from trackbuddy.cli.printing import print_json, print_lines
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.formats.season_text import season_json, season_lines
from trackbuddy.results.compare import Past
from trackbuddy.results.season import seasons
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.summaries import pasts, wanted

FEWEST = 2
"""A session that was run once has no season; it is listed where somebody asks for it by name."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="only sessions with these in name, shape, date or tags"
    )
    parser.add_argument("--athlete", metavar="NAME", help="only this athlete")
    parser.add_argument("--plain", action="store_true", help="text instead of a screen")
    parser.add_argument("--json", action="store_true", help="print it for other programs")
    parser.add_argument("--rehearsals", action="store_true", help="rehearsals too")
    add_rounding(parser)


def main(args: argparse.Namespace) -> int:
    choose_rounding(args)
    if not (args.plain or args.json or args.words or args.athlete or args.rehearsals) and has_terminal():
        show_season(args.home)
        return 0
    found = seasons(_pasts(args), hand_of(args.home))
    shown = [season for season in found if args.words or args.athlete or len(season.sessions) >= FEWEST]
    if args.json:
        print_json([season_json(season) for season in shown])
        return 0
    print_lines(list(season_lines(shown)))
    if args.words or args.athlete:
        print_lines([] if shown else ["no session that was run is like that"])
    elif not found:
        print_lines(["no session was run yet"])
    elif not shown:
        print_lines(["no session was run twice yet; 'trackbuddy season WORD' shows those run once"])
    elif len(shown) < len(found):
        print_lines([f"and {len(found) - len(shown)} run once; 'trackbuddy season WORD' shows them"])
    return 0


def _pasts(args: argparse.Namespace) -> Iterator[Past]:
    words = " ".join(args.words)
    for item in Archive.of(args.home).summaries():
        if isinstance(item, LogError) or (item.rehearsal and not args.rehearsals):
            continue
        if words and not wanted(item.text, words):
            continue
        for past in pasts(item):
            if args.athlete is None or past.digest.name.casefold() == args.athlete.casefold():
                yield past
