"""The machine's clocks, and the session's own time worked out from them."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from trackbuddy.units import NS

SLEPT_NS = 50_000_000
"""Boot time that grew this much more than monotonic time means that the machine was suspended."""


class Clock(Protocol):
    """What `live` asks for the time; nothing else does."""

    def monotonic_ns(self) -> int:
        """Goes on evenly, stops in suspend."""

    def boottime_ns(self) -> int:
        """The same, but goes on in suspend."""

    def wall(self) -> datetime.datetime:
        """Only ever a label."""

    def boot_id(self) -> str:
        """The same until the machine is started again."""

    def from_key(self, monotonic_ns: int) -> int:
        """A key's stamp, made by `time.monotonic`, on this clock."""

    def wait_s(self, ns: int) -> float:
        """How long a thread waits for so much of this clock's time."""


class RealClock:
    """The machine's own."""

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    def boottime_ns(self) -> int:
        """Where the system has no such clock, suspend can't be told: the monotonic one again."""
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic_ns() if boottime is None else time.clock_gettime_ns(boottime)

    def wall(self) -> datetime.datetime:
        return datetime.datetime.now().astimezone()

    def boot_id(self) -> str:
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""

    def from_key(self, monotonic_ns: int) -> int:
        return monotonic_ns

    def wait_s(self, ns: int) -> float:
        return ns / NS


class ScaledClock(RealClock):
    """A rehearsal's: time since it was made goes `speed` times as fast."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._origin_ns = time.monotonic_ns()

    def monotonic_ns(self) -> int:
        return self.from_key(time.monotonic_ns())

    def boottime_ns(self) -> int:
        """A rehearsal knows no suspend."""
        return self.monotonic_ns()

    def from_key(self, monotonic_ns: int) -> int:
        return self._origin_ns + round((monotonic_ns - self._origin_ns) * self._speed)

    def wait_s(self, ns: int) -> float:
        return ns / self._speed / NS


def reading(clock: Clock) -> dict[str, Any]:
    """All clocks at one instant, in the form of a log's header."""
    return {
        "monotonic_ns": clock.monotonic_ns(),
        "boottime_ns": clock.boottime_ns(),
        "wall": clock.wall().isoformat(timespec="microseconds"),
        "boot_id": clock.boot_id(),
    }


@dataclass(frozen=True, slots=True)
class SessionTime:
    """Session time from monotonic time: what passed since the origin, suspends included."""

    monotonic_ns: int
    """Monotonic time at which session time was `at_ns`."""
    asleep_ns: int
    """Boot time ahead of monotonic time, as far as it is counted in."""
    at_ns: int = 0

    @staticmethod
    def begin(clock: Clock) -> SessionTime:
        monotonic_ns = clock.monotonic_ns()
        return SessionTime(monotonic_ns, clock.boottime_ns() - monotonic_ns)

    @staticmethod
    def go_on(header: dict[str, Any], slept_ns: int, last_at_ns: int, clock: Clock) -> SessionTime:
        """After closing. `header` is the clock reading that the log's time counts from so far.

        In the same boot it simply goes on, and a suspend meanwhile is found by `asleep`. After another boot nobody
        knows how long it was: time goes on from the last instant in the log.
        """
        monotonic_ns = clock.monotonic_ns()
        ahead_ns = clock.boottime_ns() - monotonic_ns
        same_boot = header["boot_id"] == clock.boot_id() and header["monotonic_ns"] <= monotonic_ns
        if not same_boot:
            return SessionTime(monotonic_ns, ahead_ns, last_at_ns)
        counted_ns = header["boottime_ns"] - header["monotonic_ns"] + slept_ns
        return SessionTime(header["monotonic_ns"], counted_ns, header.get("at_ns", 0) + slept_ns)

    def at(self, monotonic_ns: int) -> int:
        """Session time at a monotonic instant."""
        return monotonic_ns - self.monotonic_ns + self.at_ns

    def monotonic(self, at_ns: int) -> int:
        """The monotonic instant of a session time."""
        return at_ns - self.at_ns + self.monotonic_ns

    def asleep(self, clock: Clock) -> int:
        """How long the machine was suspended and is not counted in yet; 0 for what is only noise."""
        more_ns = clock.boottime_ns() - clock.monotonic_ns() - self.asleep_ns
        return more_ns if more_ns > SLEPT_NS else 0

    def slept(self, for_ns: int) -> SessionTime:
        return replace(self, asleep_ns=self.asleep_ns + for_ns, at_ns=self.at_ns + for_ns)
