"""`trackbuddy sessions`: the library."""

from __future__ import annotations

import argparse

from trackbuddy.cli.printing import print_lines
from trackbuddy.errors import UserError
from trackbuddy.present.cells import cut
from trackbuddy.storage.library import entries, from_file


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def main(args: argparse.Namespace) -> int:
    library = entries(args.home.sessions)
    widest = max((len(entry.name) for entry in library), default=0)
    for entry in library:
        try:
            said = from_file(entry.path).canonical
        except UserError as error:
            said = f"can't be read: {error}"
        own = " (yours)" if entry.own else ""
        print_lines([cut(f"{entry.name:<{widest}}  {said}{own}", 80)])
    print_lines(["", f"your own sessions lie in {args.home.sessions}", "trackbuddy run NAME opens one"])
    return 0
