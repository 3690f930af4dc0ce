"""What the screen asks of those who run a session and keep the files: promises only, so that it stands without them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # home's first frame needs the shapes of these and nothing of them
    from trackbuddy.plan.phases import Timeline
    from trackbuddy.timing.facts import Line
    from trackbuddy.timing.inputs import Input, Leaving
    from trackbuddy.timing.snapshot import Snapshot
    from trackbuddy.tui.review_ports import Archivist


class Live(Protocol):
    """A running session. Every call may come from any thread and never waits for a disk, `leave` excepted."""

    def now_ns(self) -> int:
        """Session time now."""
        ...

    def snapshot(self) -> Snapshot: ...

    def submit(self, kind: Callable[..., Input], mono_ns: int | None = None, **members: object) -> tuple[Line, ...]:
        """Decides an input of this kind. `mono_ns` is its instant on CLOCK_MONOTONIC; None means now."""
        ...

    def switch_sound(self) -> None:
        """Silent, or heard again; the snapshot says which."""
        ...

    def leave(self, how: Leaving) -> Path:
        """Writes how the session was left, stops what runs beside it and gives the path of its log."""
        ...

    @property
    def ended(self) -> bool:
        """Finished or discarded."""
        ...


# --- home -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A session text that was understood, read back in plain words."""

    canonical: str
    lines: tuple[str, ...]
    assumptions: tuple[str, ...] = ()
    totals: str = ""
    """`1.6 km of work, about 8 min`."""
    timeline: Timeline = ()
    """One round of an endless part: drawn as bars."""


@dataclass(frozen=True, slots=True)
class RefusalView:
    """A session text that was not understood. `line` and `column` count from 1."""

    message: str
    line: int
    column: int
    seen: str = ""
    readings: tuple[str, ...] = ()
    """At most two texts it could have meant."""
    go_on: str | None = None
    """What could be typed next so that it is understood; None: nothing that was tried mends it."""
    in_file: str | None = None
    """The text of the file that was named, in which the place is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session of the library."""

    name: str
    """What `run` calls it."""
    title: str
    what: str = ""
    """Its session text."""
    trains: str = ""
    """What it is for, in a few words."""
    purpose: str = ""
    """The shelf it stands on: `goal pace`, `intervals`."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A saved log."""

    path: Path
    name: str
    when: str
    summary: str
    unfinished: bool = False
    text: str = ""
    """The session's text, to run it again; empty where it can't be read any more."""
    average: str = ""
    spark: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Who runs the next session, and by which goal."""

    names: tuple[str, ...] = ()
    """Empty: one athlete without a name."""
    goal: str = ""
    """Before everybody's own; empty: theirs, or the session's."""
    known: tuple[str, ...] = ()
    """Everybody of athletes.toml, and whoever else ran lately."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be typed, as text."""

    name: str
    title: str
    value: str = ""
    hint: str = ""
    """What may be typed."""
    choices: tuple[str, ...] = ()
    """Not empty: one of these, chosen and not typed."""


@dataclass(frozen=True, slots=True)
class AthleteEntry:
    """Somebody of athletes.toml, as typed text."""

    name: str = ""
    key: str = ""
    goal: str = ""
    bests: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the settings screen shows."""

    fields: tuple[Field, ...]
    athletes: tuple[AthleteEntry, ...]
    files: str
    """Where all this is kept."""
    problem: str = ""
    """Why the athletes can't be read: then they can't be changed here either."""


class Beat(Protocol):
    """Beeps to tap along with: how late the speaker is, how steady the thumb."""

    @property
    def said(self) -> str:
        """What they are heard through."""
        ...

    def begin(self) -> tuple[int, ...]:
        """Plays them; their instants on CLOCK_MONOTONIC."""
        ...

    @property
    def until_ns(self) -> int:
        """When the last tap is over."""
        ...

    def keep(self, taps: Sequence[int]) -> tuple[str, ...]:
        """What was measured and kept, in sentences. Raises UserError for taps that say nothing. May take seconds."""
        ...

    def close(self) -> None:
        """Ends the sound. May take seconds."""
        ...


Problems = Mapping[str, str]
"""What is wrong, one sentence a field; under the empty name what concerns no single field. Empty: it was kept."""


class Roster(Protocol):
    """Who runs next, and who could."""

    def who(self) -> Who: ...

    def digits(self, names: Sequence[str]) -> Sequence[str]:
        """The key of each of these; empty where they can't run together."""
        ...

    def choose_who(self, names: Sequence[str], goal: str) -> Problems:
        """From now on these run, or why they can't."""
        ...


class Desk(Roster, Protocol):
    """What home shows and asks for."""

    def sheet(self) -> Sheet: ...

    def keep_settings(self, values: Mapping[str, str]) -> Problems:
        """Writes settings.toml, or says why not."""
        ...

    def keep_athlete(self, index: int | None, entry: AthleteEntry | None) -> Problems:
        """Writes athletes.toml with this athlete at `index` (None: a new one); `entry` None takes that one out."""
        ...

    def beat(self) -> Beat:
        """Raises UserError where there is no sound. Trying the devices takes a third of a second."""
        ...

    def read(self, text: str, *, asked: bool) -> ReadingView | RefusalView:
        """`asked`: somebody wants to run it. Before that, readings of an unfinished text aren't worked out."""
        ...

    def keep_session(self, text: str, name: str) -> Problems:
        """Writes the session into the user's library under this name, or says why not."""
        ...

    @property
    def archivist(self) -> Archivist:
        """Who shows the logs, a session and the season."""
        ...

    def discard(self, path: Path) -> str:
        """Marks an unfinished session as discarded; in one sentence why it couldn't, else nothing."""
        ...

    def library(self) -> Sequence[Entry]: ...

    def logs(self) -> Sequence[LogEntry]:
        """Newest first."""
        ...


@dataclass(frozen=True, slots=True)
class RunText:
    text: str
    rehearse: bool = False


@dataclass(frozen=True, slots=True)
class RunFile:
    name: str
    rehearse: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    path: Path


Choice = RunText | RunFile | Resume
