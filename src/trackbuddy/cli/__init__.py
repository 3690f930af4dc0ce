"""The commands, one small module each. A module is loaded only when its command is named, so that all start fast.

Every command module has `configure(parser)`, which adds its arguments, and `main(args) -> exit code`. `args.home` is
the user's `Home`.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Final, NamedTuple, NoReturn

from trackbuddy import __version__
from trackbuddy.cli.errors import guarded
from trackbuddy.errors import UserError
from trackbuddy.storage.paths import find_home

LOADING: Final = (50_000, 20, 100)
"""What is loaded at the start stays: Python's own thresholds would look through it again and again."""


class Command(NamedTuple):
    name: str
    help: str
    module: str


COMMANDS: Final = (
    Command("run", "run a session: a file, a name in the library, or text like '8x200m @ 34, 30s rest'", "run"),
    Command("show", "read a session back: phases, targets, totals, starts and finishes", "show"),
    Command("check", "every problem in session files", "check"),
    Command("sessions", "the library of sessions", "sessions"),
    Command("resume", "go on with an unfinished session", "resume"),
    Command("logs", "saved logs, newest first", "logs"),
    Command("review", "look through a log", "review"),
    Command("season", "months of the same session: average, best, hit rate, trend", "season"),
    Command("report", "a page with charts and tables", "report"),
    Command("export", "sessions as text for the diary, CSV or JSON", "export"),
    Command("paces", "equivalent races and training paces", "paces"),
    Command("sounds", "play every cue and say what it means", "sounds"),
    Command("calibrate", "tap along with beeps: how late the speaker is, how steady the thumb", "calibrate"),
    Command("doctor", "what a session leans on here, a test tone, and what is missing", "doctor"),
    Command("schema", "the JSON Schema of session files", "schema"),
)
HOME: Final = Command("", "type or pick a session", "home")
"""What runs when no command is named."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one sentence, like everything else."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message}; '{self.prog} --help' lists what there is")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and gives its exit code: 2 for what the user can mend, 1 for a check that failed."""
    gc.set_threshold(*LOADING)
    arguments = sys.argv[1:] if argv is None else list(argv)
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str]) -> int:
    before, rest = _split(arguments)
    outer = _outer_parser().parse_args(before)
    command = _named(rest[0]) if rest else HOME
    module = importlib.import_module(f"trackbuddy.cli.{command.module}")
    parser = Parser(prog=f"trackbuddy {command.name}".strip(), description=command.help, allow_abbrev=False)
    _add_home(parser)
    module.configure(parser)
    args = parser.parse_args(rest[1:])
    args.home = find_home(args.home or outer.home)
    code: int = module.main(args)
    return code


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Options that stand before the command, and the command with the rest."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-") and arguments[index] != "-":
        index += 2 if arguments[index] == "--home" else 1
    return arguments[:index], arguments[index:]


def _outer_parser() -> Parser:
    listed = "\n".join(f"  {command.name:<10} {command.help}" for command in COMMANDS)
    parser = Parser(
        prog="trackbuddy",
        usage="trackbuddy [--home DIR] [COMMAND ...]",
        description="An interactive trackside session timer. Without a command it opens the home screen.",
        epilog=f"commands:\n{listed}\n\n'trackbuddy COMMAND --help' says more about each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_home(parser)
    parser.add_argument("--version", action="version", version=f"trackbuddy {__version__}")
    return parser


def _add_home(parser: Parser) -> None:
    parser.add_argument("--home", metavar="DIR", help="one folder for logs, sessions, athletes and settings")


def _named(name: str) -> Command:
    for command in COMMANDS:
        if command.name == name:
            return command
    import difflib

    near = difflib.get_close_matches(name, [command.name for command in COMMANDS], 1)
    if near:
        raise UserError(f"there is no command {name!r}; did you mean '{near[0]}'?")
    raise UserError(f"there is no command {name[:60]!r}; to run a session write: trackbuddy run SESSION")
