"""Puts a running session together: timeline, log, clock and sound; new, or gone on with."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trackbuddy import __version__
from trackbuddy.live.clock import Clock, RealClock, ScaledClock, SessionTime, reading
from trackbuddy.live.session import LiveSession
from trackbuddy.live.sounder import Choosing
from trackbuddy.plan.phases import Timeline
from trackbuddy.sound.cues import EVERYDAY, Hearing
from trackbuddy.sound.tones import PLAIN, Voice
from trackbuddy.storage import journal
from trackbuddy.storage.header import Clock as HeaderClock
from trackbuddy.storage.header import Header, Rehearsal
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.hearing import Wanted
from trackbuddy.timing.history import History
from trackbuddy.timing.rules import Rules
from trackbuddy.timing.state import Plan, Ready

if TYPE_CHECKING:
    from trackbuddy.sound.players import Choice
    from trackbuddy.storage.logs import Log

TRYING: Final = "sound is being tried"


@dataclass(frozen=True, slots=True)
class Sounding:
    """How the user wants to hear cues."""

    wanted: Wanted = "auto"
    voice: Voice = PLAIN
    offset_ns: int | None = None
    """How late the speaker is; None: as it was measured for the output there is."""
    hearing: Hearing = EVERYDAY
    measured_ms: Mapping[str, int] = field(default_factory=dict)
    """How late each output is."""
    speaks: bool = False
    """Whether the system's own voice says the times."""


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a new session is run with."""

    session: dict[str, Any]
    """The session's own JSON, for the log's header."""
    title: str
    """Its name or its canonical text: for the screen and the log's name."""
    timeline: Timeline
    logs: Path
    athletes: tuple[str, ...] = ("",)
    rules: Rules = field(default_factory=Rules)
    sounding: Sounding = field(default_factory=Sounding)
    speed: float | None = None
    """Not None: a rehearsal, its clock going so many times as fast."""
    canonical: str | None = None
    """The session's text, for lists of logs."""


@dataclass(frozen=True, slots=True)
class Started:
    """A session that is open, and what the user should know of how it was opened."""

    live: LiveSession
    clock: Clock
    journal: journal.Journal

    @property
    def path(self) -> Path:
        return self.journal.path


class _Late:
    """The journal's callbacks are needed before the session that they tell."""

    live: LiveSession | None = None

    def saved(self, n: int) -> None:
        if self.live is not None:
            self.live.saved(n)

    def trouble(self, why: str | None) -> None:
        if self.live is not None:
            self.live.in_trouble(why)

    def remark(self, text: str) -> None:
        if self.live is not None:
            self.live.in_fault(text)


def start(setting: Setting) -> Started:
    """Opens a new session and its log. Sound is tried beside it: that takes a third of a second."""
    plan = Plan(setting.timeline, setting.athletes, setting.rules)
    rehearsal = None if setting.speed is None else Rehearsal(speed=setting.speed)
    clock: Clock = RealClock() if setting.speed is None else ScaledClock(setting.speed)
    now = reading(clock)
    header = Header.of(
        plan,
        session=setting.session,
        canonical=setting.canonical,
        clock=HeaderClock(**{**now, "wall": clock.wall()}),
        app=__version__,
        id=os.urandom(16).hex(),
        rehearsal=rehearsal,
    )
    late = _Late()
    log = journal.create(
        setting.logs, header, setting.title, saved=late.saved, trouble=late.trouble, remark=late.remark
    )
    time = SessionTime(now["monotonic_ns"], now["boottime_ns"] - now["monotonic_ns"])
    late.live = live = LiveSession(
        History.of(plan),
        time,
        clock,
        log,
        Choosing(lambda: _player(setting.sounding, setting.speed)),
        title=setting.title,
        sound=TRYING,
        hearing=setting.sounding.hearing,
        rehearsal=rehearsal is not None,
    )
    if setting.speed is None or setting.speed == 1:
        _speak(live, setting.sounding)
    live.open()
    return Started(live, clock, log)


def go_on(path: Path, title: str, sounding: Sounding) -> Started:
    """Opens a log again, to go on with its session. Raises LogError for one that can't be gone on with."""
    clock = RealClock()
    late = _Late()
    log, writer = journal.reopen(path, saved=late.saved, trouble=late.trouble, remark=late.remark)
    try:
        history = log.history()
    except BaseException:
        writer.close()
        raise
    late.live = live = LiveSession(
        history,
        _session_time(log, clock),
        clock,
        writer,
        Choosing(lambda: _player(sounding, None)),
        title=title,
        sound=TRYING,
        hearing=sounding.hearing,
    )
    _speak(live, sounding)
    live.reopen()
    last = log.lines[-1].fact if log.lines else None
    if isinstance(last, f.Recovered):
        live.in_fault(f"the log is damaged: what was written behind line {last.after} is left out")
    return Started(live, clock, writer)


def discard(path: Path) -> None:
    """Marks an unfinished session as discarded. Raises LogError as `go_on` does."""
    go_on(path, "", Sounding("off")).live.leave("discard")


def forget(started: Started) -> None:
    """Takes back a session that was opened and never begun: its log goes too, for there is nothing in it."""
    state = started.live.snapshot().state
    path = started.live.leave("discard")
    if isinstance(state.stage, Ready):
        with suppress(OSError):
            path.unlink()


def _speak(live: LiveSession, sounding: Sounding) -> None:
    """With a voice where it is wanted and there is one; `doctor` says what is missing."""
    if not sounding.speaks or sounding.wanted == "off":
        return
    from trackbuddy.live.speaker import Speaker
    from trackbuddy.sound.kinds import SoundError
    from trackbuddy.sound.voice import Voice as SystemVoice

    with suppress(SoundError):
        voice = SystemVoice(sounding.voice.volume, live.speak)
        live.listen(Speaker(voice, live.now_ns, live.is_muted).heard)


def _player(sounding: Sounding, speed: float | None) -> Choice:
    from trackbuddy.sound import (  # the devices' libraries, which the first frame doesn't wait for
        outputs,
        player,
        players,
    )

    if speed is not None and speed != 1:
        return players.Choice(player.SilentPlayer(), "off", "off: only a rehearsal at the speed of life has any")
    offset_ns = sounding.offset_ns
    if offset_ns is None:
        offset_ns = sounding.measured_ms.get(outputs.output_name(), 0) * 1_000_000 if sounding.measured_ms else 0
    return players.choose(sounding.wanted, voice=sounding.voice, offset_ns=offset_ns)


def _session_time(log: Log, clock: Clock) -> SessionTime:
    """Counts from the last opening, plus every suspend since."""
    opened: dict[str, Any] = log.header.clock.to_json()
    since: Sequence[Line] = log.lines
    for index, line in enumerate(log.lines):
        if isinstance(line.fact, f.Reopened):
            opened, since = line.fact.clock, log.lines[index + 1 :]
    slept_ns = sum(line.fact.for_ns for line in since if isinstance(line.fact, f.Slept))
    last_at_ns = max((line.fact.at_ns for line in log.lines), default=0)
    return SessionTime.go_on(opened, slept_ns, last_at_ns, clock)
