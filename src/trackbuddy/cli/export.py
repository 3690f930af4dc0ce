"""`trackbuddy export LOG... --to text|csv|json`: saved sessions for a diary, a spreadsheet, another program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from trackbuddy.cli.choosing import one_log
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.printing import print_json
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.cli.saved_logs import open_saved
from trackbuddy.errors import UserError
from trackbuddy.formats.csv_table import laps_csv, reps_csv
from trackbuddy.formats.diary import diary
from trackbuddy.formats.json_session import schema, sessions_json
from trackbuddy.formats.saved import Saved
from trackbuddy.results.hand import Hand
from trackbuddy.storage.exports import write_all

Written = Callable[[Sequence[Saved]], str]
MANY: Final = 5
"""From so many logs on a person is told how far it is."""


def _text(sessions: Sequence[Saved]) -> str:
    return "".join(f"{line}\n" for saved in sessions for line in diary(saved))


FORMATS: Final[dict[str, tuple[str, Written]]] = {
    "text": (".txt", _text),
    "csv": (".csv", reps_csv),
    "json": (".json", sessions_json),
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("logs", metavar="LOG", nargs="*", help="paths, names or parts of names; else the newest")
    parser.add_argument("--to", choices=sorted(FORMATS), default="text", help="text is a line for the diary")
    parser.add_argument("--laps", action="store_true", help="a row a lap instead of a row a rep, with --to csv")
    parser.add_argument("--out", metavar="FOLDER", help="a file a log in this folder; else standard output")
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --to json and nothing else")
    add_rounding(parser)


def main(args: argparse.Namespace) -> int:
    if args.schema:
        print_json(schema())
        return 0
    choose_rounding(args)
    if args.laps and args.to != "csv":
        raise UserError("--laps goes with --to csv; JSON has the laps in any case")
    if args.force and args.out is None:
        raise UserError("--force goes with --out FOLDER; nothing is replaced on standard output")
    suffix, written = FORMATS[args.to]
    if args.laps:
        written = laps_csv
    paths = [one_log(text, args.home) for text in args.logs or [None]]
    sessions = list(_opened(list(dict.fromkeys(paths)), hand_of(args.home)))
    if args.out is None:
        _print(written(sessions))
        return 0
    folder = Path(args.out).expanduser()
    files = {folder / f"{Path(saved.file).stem}{suffix}": written([saved]) for saved in sessions}
    if len(files) < len(sessions):
        raise UserError("two of these logs have the same name; export them into different folders")
    write_all(files, force=args.force)
    print(f"wrote {len(files)} {'file' if len(files) == 1 else 'files'} to {folder}")
    return 0


def _print(text: str) -> None:
    """CSV has line ends of its own, which standard output must not change."""
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    else:
        print(text, end="")


def _opened(paths: Sequence[Path], hand: Hand) -> Iterator[Saved]:
    """Raises LogError at the first that can't be read: then nothing is written."""
    tells = len(paths) >= MANY and sys.stderr.isatty()
    for count, path in enumerate(paths, start=1):
        if tells:
            print(f"\rreading {count} of {len(paths)}", end="", file=sys.stderr, flush=True)
        yield open_saved(path, hand).saved
    if tells:
        print(file=sys.stderr)
