"""Critical speed: the fastest that can be held without drawing on D', and how far D' reaches above it.

D = D' + CS t, a straight line through two or three all-out trials (3600, 2400 and 1200 m, 30 min apart: Kordi
2019, nrl.northumbria.ac.uk/id/eprint/39538). The typical error is 0.14 m/s for CS and 88 m for D' (Galbraith
2014): D' is rough.
"""

from __future__ import annotations

from collections.abc import Sequence

from trackbuddy.frozen import dataclass
from trackbuddy.plan.races import RaceTime
from trackbuddy.units import NS, M


class TrialsError(ValueError):
    """Trials that no line can be laid through; the message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class CriticalSpeed:
    """`metres_per_second` and, rough, `reserve_m`: how far one gets above it."""

    metres_per_second: float
    reserve_m: float

    def lasts_s(self, metres_per_second: float) -> float | None:
        """Seconds until exhaustion at a speed; None at the critical speed and below: it can be held."""
        over = metres_per_second - self.metres_per_second
        return self.reserve_m / over if over > 0 else None


def critical_speed(trials: Sequence[RaceTime]) -> CriticalSpeed:
    """The line of least squares through the trials.

    Raises TrialsError for fewer than two different times, and where the longer trial isn't the slower one.
    """
    times = [trial.ns / NS for trial in trials]
    ways = [trial.mm / M for trial in trials]
    if len(set(times)) < 2:
        raise TrialsError("critical speed needs all-out times over at least two distances")
    mean_t, mean_d = sum(times) / len(times), sum(ways) / len(ways)
    spread = sum((t - mean_t) ** 2 for t in times)
    speed = sum((t - mean_t) * (d - mean_d) for t, d in zip(times, ways, strict=True)) / spread
    reserve = mean_d - speed * mean_t
    if speed <= 0 or reserve < 0:
        raise TrialsError("these trials don't fit together: the longer one has to be the slower one")
    return CriticalSpeed(speed, reserve)
