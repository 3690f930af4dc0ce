"""Polite advice about a session, with the numbers and the source of each rule; each can be switched off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from trackbuddy.plan import vdot
from trackbuddy.plan.course import slowest_ns
from trackbuddy.plan.phases import Aim, Between, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.races import RaceTime, fastest_ns, race_name
from trackbuddy.plan.resolve import Ground, predict
from trackbuddy.plan.said import span
from trackbuddy.plan.session import ByDistance, ByTime, SendOff
from trackbuddy.plan.totals import recovery_ns
from trackbuddy.units import KM_MM, MILE_MM, NS, M, Pace, distance, result

REPETITIONS: Final = "Daniels' repetitions, https://glalon.de/posts/mile-plan/"
INTENSITIES: Final = "Daniels' intensities, https://www.coachray.nz/2023/05/03/jack-daniels-running-intensity/"
INTERVALS: Final = "notes on Daniels' Running Formula (2021), part 2, knowt.com"
VOLUMES: Final = "notes on Daniels' Running Formula (2021), part 4, knowt.com"
RECORDS: Final = "men's world records"
READ: Final = "347 written track sessions: reps of 8 s and more, rests of 10 s and more, up to 25 reps"
CADENCES: Final = (
    "runnersworld.co.uk/training/up-your-stride-rate and medicalxpress.com, 2019-03: 160 to 210 among elites"
)

FASTER_BY: Final = 0.015
"""What counts as faster: 1.5 %, as in the judgement of a rep."""
FASTER_NS: Final = 300_000_000

TWICE: Final = 2
"""The recovery of repetitions, in run times."""
SHORT_REP_NS: Final = 8 * NS
SHORT_REST_NS: Final = 10 * NS
MOST_REPS: Final = 25
REPETITION_NS: Final = 90 * NS
"""Without a goal a rep of at most this is taken for a repetition; intervals are longer."""
INTERVAL_CAP_MM: Final = 10 * KM_MM
REPETITION_CAP_MM: Final = 8 * KM_MM
CADENCE: Final = (150, 230)


@dataclass(frozen=True, slots=True)
class Advice:
    """One remark. `rule` is the name it is switched off by."""

    rule: str
    text: str
    source: str


class RuleError(ValueError):
    """A rule that isn't there; the message names those that are."""


@dataclass(frozen=True, slots=True)
class _Work:
    """Reps of one block that are alike, and the shortest recovery between them."""

    rep: RepPhase
    count: int
    rest_ns: int | None
    spare_ns: int | None
    """What a send-off leaves; None without one."""

    @property
    def said(self) -> str:
        length = self.rep.way_mm
        work = distance(length) if length is not None else span(self.rep.span_ns or 0)
        return f"{self.count} x {work}" if self.count > 1 else work


@dataclass(frozen=True, slots=True)
class _Athlete:
    """One athlete's zones. `name` is empty where there is only one."""

    number: int
    name: str
    ground: Ground
    mile: RaceTime | None
    """What they are taken to run a mile in; None without a goal or best."""

    def aim(self, work: _Work) -> Aim | None:
        return work.rep.aim(self.number)

    def zone(self, work: _Work) -> str | None:
        """`R`, `I`, or None where the work is easier, or nobody knows."""
        aim = self.aim(work)
        if self.mile is None or aim is None or aim.high_pace is None:
            return None
        per_km = aim.high_pace.per_km
        value = vdot.vdot(self.mile)
        if per_km <= self.mile.pace.per_km * (1 + 2 * FASTER_BY):
            return "R"
        interval, threshold = (vdot.training_pace(value, letter).per_km for letter in "IT")
        return "I" if per_km < (interval + threshold) / 2 else None


@dataclass(frozen=True, slots=True)
class _Read:
    """A session as the rules see it."""

    works: tuple[_Work, ...]
    athletes: tuple[_Athlete, ...]


_Rule = Callable[[_Read], Iterator[tuple[str, str]]]
"""From a session to remarks, each with its source."""


def advise(
    timeline: Timeline, grounds: Sequence[Ground] = (), names: Sequence[str | None] = (), *, off: Collection[str] = ()
) -> tuple[Advice, ...]:
    """The remarks on a timeline, rule by rule; `off` names the rules to leave out.

    `grounds` are the athletes' as `timeline.grounds_of` gives them. Raises RuleError for a rule that isn't there.
    """
    for rule in off:
        if rule not in RULES:
            raise RuleError(f"there is no rule {rule!r}; the rules are {', '.join(RULES)}")
    read = _Read(tuple(_works(timeline)), tuple(_athletes(grounds, names)))
    remarks = (
        Advice(rule, text, source) for rule, find in RULES.items() if rule not in off for text, source in find(read)
    )
    return tuple(dict.fromkeys(remarks))


def _athletes(grounds: Sequence[Ground], names: Sequence[str | None]) -> Iterator[_Athlete]:
    for number, ground in enumerate(grounds, 1):
        source = ground.run(MILE_MM) or ground.nearest(MILE_MM)
        name = names[number - 1] if len(names) >= number else None
        called = f"{name or f'athlete {number}'}: " if len(grounds) > 1 else ""
        yield _Athlete(number, called, ground, None if source is None else predict(source, MILE_MM))


def _works(timeline: Timeline) -> Iterator[_Work]:
    alike: dict[object, list[tuple[RepPhase, int | None, int | None]]] = {}
    for phase, after in zip_longest(timeline, timeline[1:]):
        if isinstance(phase, RepPhase) and phase.label is None:
            rest = after if isinstance(after, RecoveryPhase) and after.between is Between.REPS else None
            rest_ns = None if rest is None else recovery_ns(rest, phase)
            spare_ns = rest_ns if rest is not None and isinstance(rest.measure, SendOff) else None
            alike.setdefault((phase.block, phase.work, phase.aims), []).append((phase, rest_ns, spare_ns))
    for found in alike.values():
        rests = [rest_ns for _, rest_ns, _ in found if rest_ns is not None]
        spares = [spare_ns for *_, spare_ns in found if spare_ns is not None]
        yield _Work(found[0][0], len(found), min(rests, default=None), min(spares, default=None))


# --- the rules ------------------------------------------------------------------------------------------------------


def _faster_than_goal(read: _Read) -> Iterator[tuple[str, str]]:
    for athlete in read.athletes:
        bounds = [race for race in (athlete.ground.goal, athlete.mile) if race is not None]
        for work in read.works:
            aim = athlete.aim(work)
            if not bounds or aim is None or aim.high_ns is None or work.rep.way_mm is None:
                continue
            race = min(bounds, key=lambda bound: bound.pace.per_km)
            planned = race.pace.over(work.rep.way_mm)
            faster = planned - aim.high_ns
            if faster > max(FASTER_NS, planned * FASTER_BY):
                text = (
                    f"{athlete.name}{work.said} at {result(aim.high_ns)} is {result(faster)} s faster than your "
                    f"{race_name(race.mm)} pace ({result(planned)})."
                )
                yield text, INTENSITIES


def _rest_ratio(read: _Read) -> Iterator[tuple[str, str]]:
    for work in read.works:
        rep_ns = slowest_ns(work.rep)
        timed = work.rep.span_ns is not None or any(aim.high_ns is not None for aim in work.rep.aims)
        if work.rest_ns is None or not timed or isinstance(work.rep.work, ByTime):
            continue
        zones = {athlete.zone(work) for athlete in read.athletes if athlete.mile is not None}
        if not zones and rep_ns <= REPETITION_NS and work.rest_ns < rep_ns:
            zones = {"R"}
        ratio = work.rest_ns / rep_ns
        said = f"{span(work.rest_ns)} rest is {ratio:.1f} of the rep ({result(rep_ns)})"
        if "R" in zones and ratio < TWICE:
            yield f"{said}: hard for repetitions ({TWICE} or more), usual for goal pace.", REPETITIONS
        elif zones == {"I"} and ratio > 1 and rep_ns > REPETITION_NS:
            yield f"{said}: long for intervals, whose recovery is at most as long as the rep.", INTERVALS


def _volume(read: _Read) -> Iterator[tuple[str, str]]:
    """By zone where an athlete's is known, else all reps together; one long run is no interval work."""
    works = [work for work in read.works if work.count > 1 or len(read.works) > 1]
    known = [athlete for athlete in read.athletes if athlete.mile is not None]
    for athlete in known:
        for zone, cap, name, week in (
            ("R", REPETITION_CAP_MM, "repetition", 5),
            ("I", INTERVAL_CAP_MM, "interval", 8),
        ):
            covered = sum(_covered(work, athlete) for work in works if athlete.zone(work) == zone)
            yield from _too_much(athlete.name, covered, cap, name, week)
    if not known:
        yield from _too_much("", sum(_covered(work, None) for work in works), INTERVAL_CAP_MM, "interval", 8)


def _too_much(athlete: str, covered: int, cap: int, name: str, week: int) -> Iterator[tuple[str, str]]:
    if covered >= cap:
        text = (
            f"{athlete}{covered / KM_MM:.3g} km of {name} work: "
            f"a session has at most {cap // KM_MM} km of it, or {week} % of the week if that is less."
        )
        yield text, VOLUMES


def _covered(work: _Work, athlete: _Athlete | None) -> int:
    match work.rep.work:
        case ByDistance(mm=mm):
            return mm * work.count
        case ByTime(ns=ns):
            aim = athlete.aim(work) if athlete is not None else None
            pace: Pace | None = aim.high_pace if aim is not None else None
            return pace.way(ns) * work.count if pace is not None else 0
        case _:
            return 0


def _short_rep(read: _Read) -> Iterator[tuple[str, str]]:
    for work in read.works:
        length = slowest_ns(work.rep)
        if 0 < length < SHORT_REP_NS:
            yield f"{work.said} lasts {result(length)} s: shorter than any rep that was found written.", READ


def _short_rest(read: _Read) -> Iterator[tuple[str, str]]:
    for work in read.works:
        if work.rest_ns is not None and work.rest_ns < SHORT_REST_NS:
            left = "the send-off leaves" if work.spare_ns is not None else "the rest is"
            yield f"{work.said}: {left} {span(work.rest_ns)}, hardly time to turn round.", READ


def _many_reps(read: _Read) -> Iterator[tuple[str, str]]:
    for work in read.works:
        if work.count > MOST_REPS and not work.rep.until_ended:
            yield f"{work.said}: {work.count} reps are more than any session that was found written.", READ


def _record(read: _Read) -> Iterator[tuple[str, str]]:
    for work in read.works:
        way = work.rep.way_mm
        times = [aim.low_ns for aim in work.rep.aims if aim.low_ns is not None]
        if way is not None and way >= 100 * M and times and min(times) < fastest_ns(way):
            text = f"{work.said} at {result(min(times))} is faster than anybody has run {distance(way)}; is it meant?"
            yield text, RECORDS


def _cadence(read: _Read) -> Iterator[tuple[str, str]]:
    low, high = CADENCE
    for work in read.works:
        steps = work.rep.cadence
        if steps is not None and not low <= steps <= high:
            yield f"{work.said}: a cadence of {steps} lies outside {low} to {high} steps a minute.", CADENCES


RULES: Final[dict[str, _Rule]] = {
    "faster-than-goal": _faster_than_goal,
    "rest-ratio": _rest_ratio,
    "volume": _volume,
    "short-rep": _short_rep,
    "short-rest": _short_rest,
    "many-reps": _many_reps,
    "record": _record,
    "cadence": _cadence,
}
"""Each rule by the name it is switched off by."""
