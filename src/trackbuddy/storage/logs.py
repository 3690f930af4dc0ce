"""Logs as they are read: verified line by line, and never believed further than their checksums reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.storage import chain
from trackbuddy.storage.header import FORMAT, Header
from trackbuddy.storage.paths import read_bytes, why_unreadable
from trackbuddy.storage.sense import nonsense, runs_backwards
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Plan
from trackbuddy.timing.wire import line_from_json

MOST_BYTES = 100_000_000
"""A session of two hours with nine athletes makes well under 1 MB."""


class LogError(UserError):
    """A file that can't be read, or not be gone on with, as a log."""


@dataclass(frozen=True, slots=True)
class Damage:
    """The end of a log that can't be believed."""

    after: int
    """Number of the last line that counts; 0 for the header."""
    unread: int
    """Lines behind it whose checksum is wrong."""
    unfinished: int
    """Whole lines behind it whose input was never written to its end."""

    def __str__(self) -> str:
        where = f"behind line {self.after}" if self.after else "behind the header"
        if self.unread:
            return f"{_count(self.unread + self.unfinished)} {where} can't be read or counted"
        return f"the last input {where} was not written to its end and is not counted"


def _count(lines: int) -> str:
    return "1 line" if lines == 1 else f"{lines} lines"


@dataclass(frozen=True, slots=True)
class Log:
    """A log as far as its checksums hold."""

    path: Path
    header: Header
    plan: Plan
    lines: tuple[Line, ...]
    seed: int
    """The checksum that the next line is to continue."""
    damage: Damage | None = None

    @property
    def unknown(self) -> tuple[Line, ...]:
        """Lines of kinds that this program doesn't know: from a later one. They block going on and repairs."""
        return tuple(line for line in self.lines if isinstance(line.fact, f.Unknown))

    @property
    def last_n(self) -> int:
        return self.lines[-1].n if self.lines else 0

    def history(self) -> History:
        """The same lines folded. Raises LogError where they contradict each other."""
        try:
            history = History.of(self.plan, self.lines)
        except Exception as error:  # whatever another program put into a log, it is no fault of ours
            raise self._not_ours(f"facts that can't follow each other ({error})") from error
        if runs_backwards(history.state):
            raise self._not_ours("a finish before its start")
        return history

    def _not_ours(self, what: str) -> LogError:
        return LogError(f"{self.path} holds {what}; it was changed by another program")


def read_log(path: Path) -> Log:
    """Reads and verifies a log. Raises LogError, in one sentence, for a file that is none."""
    return parse_log(path, _bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        data = read_bytes(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise LogError(why_unreadable(path, error)) from error
    if len(data) > MOST_BYTES:
        raise LogError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB, so it is no log; name another file")
    return data


def parse_log(path: Path, data: bytes) -> Log:
    """A log's bytes; `path` only names it. Raises LogError."""
    raw = data.split(b"\n")
    if raw[-1] == b"":
        raw.pop()
    header, plan, seed = read_header(path, raw[0] if raw else b"")
    reader = _Reader(seed)
    for line in raw[1:]:
        reader.take(line)
    reader.drop_unfinished()
    for kept in reader.lines:
        wrong = nonsense(kept, plan)
        if wrong is not None:
            raise LogError(f"line {kept.n} of {path} can't be right ({wrong}); it was changed by another program")
    return Log(path, header, plan, tuple(reader.lines), reader.seed, reader.damage)


def read_header(path: Path, line: bytes) -> tuple[Header, Plan, int]:
    """The first line, and the seed of the next. Raises LogError."""
    try:
        members = chain.members(line)
    except (ValueError, RecursionError):
        members = {}
    if members.get("kind") != "header":
        if line.startswith(b'{"kind":"header"'):
            raise LogError(f"{path} is a log whose first line is cut off or damaged, so nothing in it can be read")
        raise LogError(f"{path} is not a log of trackbuddy; 'trackbuddy logs' lists those that are")
    number = members.get("format")
    if type(number) is int and number > FORMAT:
        raise LogError(f"{path} has log format {_short(number)} and this program reads {FORMAT}; update trackbuddy")
    if type(number) is not int or number < 1:
        raise LogError(f"{path} has no log format that there ever was ({_short(number)}); it can't be read")
    seed = chain.fits(line, 0)
    if seed is None:
        raise LogError(f"the first line of {path} is damaged (its checksum is wrong), so the log can't be read")
    try:
        header = Header.from_json(members)
        return header, header.plan(), seed
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise LogError(f"the first line of {path} is no header that trackbuddy writes; it can't be read") from error


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 20 else text[:20] + "..."


class _Reader:
    """Takes a log's lines in file order and keeps those that its checksums vouch for."""

    def __init__(self, seed: int) -> None:
        self.lines: list[Line] = []
        self.seeds = [seed]
        """The checksum behind line n, by n: `recovered` may continue any of them."""
        self.unread = 0
        self.unfinished = 0

    @property
    def seed(self) -> int:
        return self.seeds[-1]

    def take(self, raw: bytes) -> None:
        line = None if self.unread else self._next(raw)
        if line is not None:
            self._keep(line, raw)
        elif not self._recovers(raw):
            self.unread += 1

    def _next(self, raw: bytes) -> Line | None:
        """The line, if it is the one that follows and its checksum is right."""
        if chain.fits(raw, self.seed) is None:
            return None
        line = _line(raw)
        return line if line is not None and line.n == len(self.seeds) else None

    def _recovers(self, raw: bytes) -> bool:
        """Whether this line vouches for what stands before the damage; then reading goes on behind it."""
        if b'"recovered"' not in raw:
            return False
        line = _line(raw)
        if line is None or not isinstance(line.fact, f.Recovered):
            return False
        after = line.fact.after
        if not 0 <= after < len(self.seeds) or line.n != after + 1 or chain.fits(raw, self.seeds[after]) is None:
            return False
        del self.lines[after:]
        del self.seeds[after + 1 :]
        self.unread = 0
        self._keep(line, raw)
        return True

    def _keep(self, line: Line, raw: bytes) -> None:
        sealed = chain.opened(raw)
        assert sealed is not None, "only sealed lines are kept"
        self.lines.append(line)
        self.seeds.append(sealed[1])

    def drop_unfinished(self) -> None:
        """An input that was not written to its end never happened."""
        while self.lines and not self.lines[-1].end:
            self.lines.pop()
            self.seeds.pop()
            self.unfinished += 1

    @property
    def damage(self) -> Damage | None:
        if not (self.unread or self.unfinished):
            return None
        return Damage(len(self.lines), self.unread, self.unfinished)


def _line(raw: bytes) -> Line | None:
    try:
        return line_from_json(chain.members(raw))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def log_paths(folder: Path) -> Iterator[Path]:
    """Every log in the folder, newest first by name; none where the folder isn't there."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == ".jsonl"]
    except OSError:
        return
    yield from sorted(found, key=lambda path: path.name, reverse=True)
