"""What the screens for logs, review and season show, read when they ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from trackbuddy.cli.export import FORMATS
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.saved_logs import open_saved
from trackbuddy.errors import UserError
from trackbuddy.formats.diary import diary
from trackbuddy.formats.remarks import remarks
from trackbuddy.formats.saved import date
from trackbuddy.present.log_line import log_line
from trackbuddy.results.compare import Past, comparisons, same
from trackbuddy.results.hand import Hand
from trackbuddy.results.review import review
from trackbuddy.results.season import Season, seasons, trend
from trackbuddy.storage import repairing
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.exports import write_all
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.paths import Home
from trackbuddy.storage.summaries import Summary, pasts, read_summary
from trackbuddy.timing.repairing import as_it_was
from trackbuddy.timing.repairs import Repair
from trackbuddy.tui.review_ports import Beside, ExportTo, LogRow, Opened


class HomeArchivist:
    """Over the user's own logs."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def rows(self) -> Iterator[LogRow]:
        for item in Archive.of(self._home).summaries():
            if isinstance(item, Summary):
                yield _row(item)

    def row(self, path: Path) -> LogRow | None:
        item = read_summary(path)
        return _row(item) if isinstance(item, Summary) else None

    def open(self, path: Path) -> Opened | str:
        hand = hand_of(self._home)
        try:
            found = open_saved(path, hand)
        except UserError as error:
            return str(error)
        saved = found.saved
        return Opened(
            path=path,
            title=saved.title,
            text=saved.canonical,
            when=f"{date(saved.wall)}  {saved.wall:%H:%M}",
            history=found.history,
            lines=found.log.lines,
            review=saved.review,
            original=review(as_it_was(found.history), hand) if saved.review.repairs else saved.review,
            diary=diary(saved),
            remarks=remarks(found.history, found.log.lines),
            rehearsal=saved.rehearsal,
            damage=saved.damage,
        )

    def beside(self, path: Path) -> tuple[Beside, ...]:
        own, past, hand = _own(path), self._pasts(), hand_of(self._home)
        return tuple(_beside(past, one, hand) for one in own)

    def others(self, path: Path) -> Sequence[Past]:
        now = _own(path)
        if not now:
            return ()
        here = now[0]
        found = [
            one for one in self._pasts() if one.digest.average_ns is not None and one.shape.reps == here.shape.reps
        ]
        return sorted(found, key=lambda one: (one.shape.text != here.shape.text, abs(here.wall - one.wall)))

    def _pasts(self) -> list[Past]:
        return [
            past
            for item in Archive.of(self._home).summaries()
            if not isinstance(item, LogError) and not item.rehearsal
            for past in pasts(item)
        ]

    def seasons(self) -> Sequence[Season]:
        return [season for season in seasons(self._pasts(), hand_of(self._home)) if len(season.sessions) > 1]

    def repair(self, path: Path, facts: Sequence[Repair]) -> str:
        return _told(lambda: repairing.repair(path, facts))

    def undo(self, path: Path) -> str:
        return _told(lambda: repairing.undo(path))

    def redo(self, path: Path) -> str:
        return _told(lambda: repairing.redo(path))

    def export(self, path: Path, to: ExportTo) -> str:
        """Into the folder that the user is in."""
        try:
            saved = open_saved(path, hand_of(self._home)).saved
            suffix, written = FORMATS[to]
            out = Path.cwd() / f"{path.stem}{suffix}"
            write_all({out: written([saved])})
        except UserError as error:
            return str(error)
        return f"wrote {out}"


def _beside(past: Sequence[Past], now: Past, hand: Hand) -> Beside:
    earlier = same(past, now)
    sessions = [*reversed(earlier), now]
    course = trend(sessions, hand)
    averages = tuple(one.digest.average_ns for one in sessions) if earlier else ()
    return Beside(comparisons(past, now, hand), averages, course.text if course else "")


def _row(item: Summary) -> LogRow:
    line = log_line(item.wall, item.title, item.digests, item.progress.reps, item.flags)
    average = item.digests[0].average_ns if item.digests else None
    return LogRow(item.path, line, item.text, item.rehearsal, average)


def _own(path: Path) -> tuple[Past, ...]:
    found = read_summary(path)
    return () if isinstance(found, LogError) else pasts(found)


def _told(action: Callable[[], None]) -> str:
    try:
        action()
    except UserError as error:
        return str(error)
    return ""
