"""`trackbuddy report LOG... -o PAGE.html`: one page with charts and tables, for a browser, a printer, a message."""

from __future__ import annotations

import argparse
from pathlib import Path

from trackbuddy.cli.choosing import one_log
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.cli.saved_logs import open_saved
from trackbuddy.errors import UserError
from trackbuddy.formats.page import page
from trackbuddy.formats.remarks import remarks
from trackbuddy.results.season import seasons
from trackbuddy.storage.exports import write_all
from trackbuddy.storage.summaries import pasts, summary


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("logs", metavar="LOG", nargs="*", help="paths, names or parts of names; else the newest")
    parser.add_argument("-o", "--out", metavar="PAGE", required=True, help="the page to write, like page.html")
    parser.add_argument("--force", action="store_true", help="replace a page that is there")
    add_rounding(parser)


def main(args: argparse.Namespace) -> int:
    choose_rounding(args)
    out = Path(args.out).expanduser()
    if out.suffix.lower() not in {".html", ".htm"}:
        raise UserError(f"a report is a page of HTML; name it {out.name or 'page'}.html")
    paths = list(dict.fromkeys(one_log(text, args.home) for text in args.logs or [None]))
    hand = hand_of(args.home)
    found = sorted((open_saved(path, hand) for path in paths), key=lambda one: one.saved.wall, reverse=True)
    sessions = [(one.saved, remarks(one.history, one.log.lines)) for one in found]
    past = [past for one in found for past in pasts(summary(one.log))]
    write_all({out: page(sessions, seasons(past, hand))}, force=args.force)
    print(f"wrote {out}")
    return 0
