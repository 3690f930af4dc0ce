"""`trackbuddy` alone: the home screen, and whatever is chosen on it, until it is left."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trackbuddy.cli import common
from trackbuddy.cli.errors import error_lines, tell
from trackbuddy.cli.resume import go_on_with
from trackbuddy.cli.review import review_lines
from trackbuddy.cli.run import need_terminal, run_chosen
from trackbuddy.cli.setup_desk import SetupDesk
from trackbuddy.errors import UserError
from trackbuddy.plan.profile import Profile
from trackbuddy.present.readback import read_back
from trackbuddy.storage.library import entries, find, from_file
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.paths import Home
from trackbuddy.storage.summaries import Summary, summaries
from trackbuddy.tui.ports import Choice, Entry, LogEntry, Problems, ReadingView, RefusalView, Resume, RunFile, RunText

MOST_LOGS = 100


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def main(args: argparse.Namespace) -> int:
    need_terminal("trackbuddy run SESSION ")
    from trackbuddy.tui.home_app import run_home

    desk = HomeDesk(args.home)
    while (choice := run_home(desk, theme=desk.theme)) is not None:
        try:
            _carry_out(choice, args.home)
        except UserError as error:
            tell(error)
        print("Enter: back to the home screen", end="", flush=True)
        if not sys.stdin.readline():
            break
    return 0


def _carry_out(choice: Choice, home: Home) -> None:
    match choice:
        case RunText(text=text) | RunFile(name=text):
            run_chosen(common.choose(home, text), home)
        case Resume(path=path):
            go_on_with(path, home, plain=False)


class HomeDesk(SetupDesk):
    """What home shows, read when it is asked for."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self._settings = common.settings_of(home)

    @property
    def theme(self) -> str:
        return self._settings.theme

    def keep_settings(self, values: Mapping[str, str]) -> Problems:
        problems = super().keep_settings(values)
        if not problems:
            self._settings = common.settings_of(self._home)
        return problems

    def read(self, text: str) -> ReadingView | RefusalView:
        try:
            found = find(text, self._home.sessions, _no_input)
            chosen = common.Chosen(found, (Profile(),), None, self._settings)
            read = read_back(
                found.session, chosen.timeline(open_rounds=1), found.canonical, found.assumptions, track=chosen.track
            )
        except UserError as error:
            return RefusalView(error.message, error.line, error.column, error.seen, error.readings)
        return ReadingView(found.canonical, (*read.said, *read.notes, read.strip), read.assumed)

    def library(self) -> Sequence[Entry]:
        return list(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for entry in entries(self._home.sessions):
            try:
                found = from_file(entry.path)
            except UserError as error:
                yield Entry(entry.name, entry.name, f"can't be read: {error.message}")
            else:
                yield Entry(entry.name, found.title, found.canonical)

    def logs(self) -> Sequence[LogEntry]:
        found: list[LogEntry] = []
        for item in summaries(self._home.logs):
            if isinstance(item, LogError):
                continue
            if not item.rehearsal:
                found.append(_log_entry(item))
            if len(found) == MOST_LOGS:
                break
        return found

    def open_log(self, path: Path) -> str:
        try:
            return "\n".join(review_lines(path))
        except UserError as error:
            return "\n".join(error_lines(error))


def _no_input() -> str:
    raise UserError("standard input is the keyboard here; type the session instead of -")


def _log_entry(item: Summary) -> LogEntry:
    planned = "" if item.reps_planned is None else f" of {item.reps_planned}"
    said = f"{item.reps_run}{planned} reps, {item.status}"
    return LogEntry(item.path, item.title, f"{item.wall:%Y-%m-%d %H:%M}", said, unfinished=item.status == "open")
