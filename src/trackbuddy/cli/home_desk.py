"""What the home screen shows and keeps, and carrying out what is chosen on it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from trackbuddy.cli import common
from trackbuddy.cli.archivist import HomeArchivist
from trackbuddy.cli.resume import go_on_with
from trackbuddy.cli.roster import Roster
from trackbuddy.cli.run import run_chosen
from trackbuddy.cli.setup_desk import SetupDesk
from trackbuddy.errors import UserError
from trackbuddy.live.start import discard
from trackbuddy.plan.continuing import continuation
from trackbuddy.present.log_line import log_line
from trackbuddy.present.readback import read_back
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.library import Found, entries, find, from_file, keep
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.paths import Home
from trackbuddy.storage.summaries import Summary
from trackbuddy.tui.ports import (
    Choice,
    Entry,
    LogEntry,
    Problems,
    ReadingView,
    RefusalView,
    Resume,
    RunFile,
    RunText,
    Who,
)

MOST_LOGS: Final = 100
_AN_HOUR_MIN: Final = 60
_A_DAY_MIN: Final = 24 * 60
_FIRST_WORDS: Final = re.compile(r"(?:Trains )?(?P<what>[^:.,(]+)")


class HomeDesk(SetupDesk):
    """What home shows, read when it is asked for; and who runs, until it is left."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self._settings = common.settings_of(home)
        self._roster = Roster(home)

    def carry_out(self, choice: Choice) -> None:
        """Raises UserError."""
        match choice:
            case RunText(text=text, rehearse=rehearse) | RunFile(name=text, rehearse=rehearse):
                found = find(text, self._home.sessions, _no_input)
                run_chosen(self._choose(found), self._home, self._roster, rehearse=rehearse)
            case Resume(path=path):
                go_on_with(path, self._home, plain=False)

    def keep_settings(self, values: Mapping[str, str]) -> Problems:
        problems = super().keep_settings(values)
        if not problems:
            self._settings = common.settings_of(self._home)
        return problems

    # --- who runs ---------------------------------------------------------------------------------------------------

    def who(self) -> Who:
        return self._roster.who()

    def digits(self, names: Sequence[str]) -> Sequence[str]:
        return self._roster.digits(names)

    def choose_who(self, names: Sequence[str], goal: str) -> Problems:
        return self._roster.choose_who(names, goal)

    def _choose(self, found: Found) -> common.Chosen:
        return common.Chosen(found, self._roster.profiles, self._roster.goal, self._settings)

    # --- sessions ---------------------------------------------------------------------------------------------------

    def read(self, text: str, *, asked: bool) -> ReadingView | RefusalView:
        try:
            found = find(text, self._home.sessions, _no_input)
            chosen = self._choose(found)
            timeline = chosen.timeline(open_rounds=1)
            names = chosen.names
            read = read_back(
                found.session, timeline, found.canonical, found.assumptions, athletes=names, track=chosen.track
            )
        except UserError as error:
            more = continuation(text)
            readings = error.readings if asked or more is None else ()
            in_file = error.text if error.path is not None else None
            return RefusalView(error.message, error.line, error.column, error.seen, readings, more, in_file)
        return ReadingView(found.canonical, read.course, read.assumed, read.totals, timeline)

    def keep_session(self, text: str, name: str) -> Problems:
        try:
            keep(self._home.sessions, name, text)
        except UserError as error:
            return {"name": error.message}
        return {}

    def library(self) -> Sequence[Entry]:
        found = list(self._entries())
        return sorted(found, key=lambda entry: (not entry.purpose, entry.purpose))

    def _entries(self) -> Iterator[Entry]:
        for entry in entries(self._home.sessions):
            try:
                found = from_file(entry.path)
            except UserError as error:
                yield Entry(entry.name, entry.name, f"can't be read: {error.message}")
            else:
                purpose = found.session.purpose or ("your own" if entry.own else "")
                yield Entry(entry.name, found.title, found.canonical, _trains(found.session.notes or ""), purpose)

    def logs(self) -> Sequence[LogEntry]:
        found: list[LogEntry] = []
        now = datetime.datetime.now().astimezone()
        for item in Archive.of(self._home).summaries():
            if isinstance(item, LogError):
                continue
            if not item.rehearsal and (item.progress.begun or not item.is_unfinished):
                found.append(_log_entry(item, now))
            if len(found) == MOST_LOGS:
                break
        return found

    @property
    def archivist(self) -> HomeArchivist:
        return HomeArchivist(self._home)

    def discard(self, path: Path) -> str:
        try:
            discard(path)
        except UserError as error:
            return error.message
        return ""


def _trains(notes: str) -> str:
    """What the notes begin with: `Trains goal mile pace while tired: the rest is ...`."""
    first = _FIRST_WORDS.match(" ".join(notes.split()))
    return first["what"] if first else ""


def _no_input() -> str:
    raise UserError("standard input is the keyboard here; type the session instead of -")


def _log_entry(item: Summary, now: datetime.datetime) -> LogEntry:
    line = log_line(item.wall, item.title, item.digests, item.progress.reps, item.flags)
    said = f"{_ago(now - item.wall)}, {line.reps}" if item.is_unfinished else line.reps
    when = line.when.rpartition(" ")[0].replace("  ", " ")
    average = f"av {line.average}" if line.average and len(item.digests) == 1 else line.average
    return LogEntry(item.path, item.title, when, said, item.is_unfinished, item.canonical, average, line.spark)


def _ago(past: datetime.timedelta) -> str:
    """Since it was opened, as far as the wall clock can be trusted."""
    minutes = int(past.total_seconds() // 60)
    if not 0 <= minutes < _A_DAY_MIN:
        return "left unfinished"
    if not minutes:
        return "begun just now"
    return f"begun {minutes} min ago" if minutes < _AN_HOUR_MIN else f"begun {minutes // _AN_HOUR_MIN} h ago"
