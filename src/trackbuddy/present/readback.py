"""A session read back before it is run: in plain words, with everything that was taken for granted said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import Aim, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.printing import print_recovery, print_target
from trackbuddy.plan.reach import reach
from trackbuddy.plan.reach import reading as out_of_reach
from trackbuddy.plan.reading import places
from trackbuddy.plan.reading import taps as taps_wanted
from trackbuddy.plan.said import sentence, span
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Label,
    Open,
    Recovery,
    Rep,
    SendOff,
    Session,
    Step,
    Taps,
    Timed,
    Work,
)
from trackbuddy.plan.target import EffortTarget
from trackbuddy.plan.totals import totals
from trackbuddy.plan.track import STANDARD_TRACK, Track
from trackbuddy.present import numbers
from trackbuddy.present.cells import cut, printable
from trackbuddy.present.strip import strip
from trackbuddy.results import times
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, decimal_metres

_NOUNS: Final = {
    Label.WARM_UP: "warm-up",
    Label.COOL_DOWN: "cool-down",
    Label.STRIDE: "stride",
    Label.HILL: "hill",
    Label.JOG: "easy run",
}


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What is said of a session before its start. Every line is clean of control characters."""

    title: str
    canonical: str
    """Empty where the title already is the canonical text."""
    said: tuple[str, ...]
    """What is run, what it comes to, where reps start and finish, and how many taps they want."""
    assumed: tuple[str, ...]
    strip: str
    """The session's course in one row of characters, wide in proportion to time."""
    notes: tuple[str, ...] = ()
    totals: str = ""
    """`1.6 km of work, about 8 min`: stands in `said` too."""

    @property
    def course(self) -> tuple[str, ...]:
        """For a place that shows the totals by themselves: what is said without them, and the notes."""
        return (*(line for line in self.said if line != sentence(self.totals)), *self.notes)

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything, in the order it is shown."""
        heading = [line for line in (self.title, self.canonical) if line]
        taken = [f"Assumed: {text}" for text in self.assumed]
        return (*heading, *self.said, *taken, *self.notes, self.strip)


def read_back(
    session: Session,
    timeline: Timeline,
    canonical: str,
    assumptions: Sequence[str] = (),
    *,
    athletes: Sequence[str] = ("",),
    track: Track = STANDARD_TRACK,
    taps: Taps | None = None,
    width: int = 76,
) -> ReadBack:
    """`timeline` has one round of an endless part (`open_rounds=1`). `athletes` are their names, in order.

    `taps` goes before the session's own: who taps alone is told which finishes are out of reach.
    """
    sums = totals(timeline)
    guess = () if sums.assumption is None else (sums.assumption,)
    said = (*_course(session, timeline, athletes), sentence(sums_text(timeline)))
    within = reach(timeline, track) if (taps or session.options.taps) is Taps.SELF else None
    wanted = (*taps_wanted(timeline), *(out_of_reach(within) if within else ()))
    return ReadBack(
        title=printable(session.name or canonical),
        canonical=printable(canonical) if session.name else "",
        said=(*said, *places(timeline, track, session.options.start), *wanted),
        assumed=(*map(printable, assumptions), *guess),
        strip=strip(timeline, width),
        totals=sums_text(timeline),
        notes=tuple(map(printable, _own_words(session))),
    )


def _own_words(session: Session) -> tuple[str, ...]:
    """What the coach wrote of the whole session, whether in its text or as its notes."""
    label = (session.label,) if session.label else ()
    return (*label, *session.remarks, *(session.notes or "").strip().splitlines())


# --- what is run ----------------------------------------------------------------------------------------------------


def _course(session: Session, timeline: Timeline, athletes: Sequence[str]) -> Iterator[str]:
    teller = _Teller(timeline, athletes, session.options.keep_last_recovery)
    yield from teller.steps(session.steps, "", outermost=True)
    after_ns = session.options.tap_after_ns
    if after_ns is not None:
        yield sentence(f"recoveries of {span(after_ns)} and more wait for a tap at their end")


class _Teller:
    """Says steps in words; targets are looked up in the timeline, where they have become seconds."""

    def __init__(self, timeline: Timeline, athletes: Sequence[str], keep_last: bool) -> None:
        self.reps = [phase for phase in timeline if isinstance(phase, RepPhase)]
        self.athletes, self.keep_last = athletes, keep_last

    def steps(self, steps: Sequence[Step], indent: str, *, outermost: bool) -> Iterator[str]:
        for index, step in enumerate(steps):
            following = steps[index + 1] if index + 1 < len(steps) else None
            last = following is None and outermost
            match step:
                case Block() if _is_plain(step):
                    yield indent + self._plain_block(step, following, last=last)
                case Block():
                    yield f"{indent}{_times(step.repeat, 'set')}{_note(step.note)} of:"
                    yield from self.steps(step.steps, indent + "  ", outermost=False)
                case Rep():
                    yield indent + sentence(self._rep(step, 1))
                case Recovery() if not last or self.keep_last:
                    yield indent + sentence(f"then {_recovery(step)}")

    def _plain_block(self, block: Block, following: Step | None, *, last: bool) -> str:
        rep = block.steps[0]
        assert isinstance(rep, Rep), "a plain block begins with its rep"
        said = self._rep(rep, block.repeat)
        if len(block.steps) == 2 and isinstance(block.steps[1], Recovery) and block.repeat != 1:
            recovery = block.steps[1]
            said += f"; {_recovery(recovery)}"
            if isinstance(recovery.measure, SendOff):
                return sentence(said)
            said += " between"
            if isinstance(recovery.measure, Open):
                said += " (a tap starts the next)"
            if block.repeat is None:
                said += ", until you end it"
            elif not isinstance(following, Recovery):
                ends = last and not self.keep_last
                said += ", none after the last" if ends else ", and after the last"
        return sentence(said)

    def _rep(self, rep: Rep, count: int | None) -> str:
        noun = _NOUNS[rep.label] if rep.label else "rep"
        work = work_text(rep.work)
        if count == 1:
            said = f"{work} {noun}".strip() if rep.label else work or "a run of no stated length"
        else:
            said = _times(count, noun) + (f" of {work}" if work else "")
        if rep.target is not None:
            said += f", {self._target(rep)}"
        if rep.cadence is not None:
            said += f", {rep.cadence} steps a minute"
        return said + _note(rep.note)

    def _target(self, rep: Rep) -> str:
        assert rep.target is not None, "only asked for where there is one"
        text = print_target(rep.target)
        aims = next(
            (r.aims for r in self.reps if r.aims and (r.work, r.label, r.aims[0].text) == (rep.work, rep.label, text)),
            (),
        )
        if isinstance(rep.target, EffortTarget) or not aims:
            return printable(text)
        if len(aims) == 1:
            return f"target {_aim(aims[0], text)}"
        names = [name or str(number) for number, name in enumerate(self.athletes, 1)]
        each = (f"{printable(name)} {numbers.aim(aim)}" for name, aim in zip(names, aims, strict=False))
        return f"targets {', '.join(each)}"


def _note(text: str | None) -> str:
    return f" ({printable(text)})" if text else ""


def _is_plain(block: Block) -> bool:
    first, *others = block.steps
    return isinstance(first, Rep) and len(others) <= 1 and all(isinstance(step, Recovery) for step in others)


def _times(count: int | None, noun: str) -> str:
    if count is None:
        return f"{noun}s"
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _aim(aim: Aim, text: str) -> str:
    """`33.8 (goal mile 4:32, in proportion)`; without a number the word, and why it stays one."""
    if aim.low_ns is not None:
        return f"{numbers.aim(aim)} ({printable(aim.why)})" if aim.why else numbers.aim(aim)
    if aim.low_pace is not None and aim.high_pace is not None:
        pace = f"{times.band(aim.low_pace.per_km, aim.high_pace.per_km)}/km"
        return f"{pace} ({printable(aim.why)})" if aim.why else pace
    return f"{printable(text)} ({printable(aim.why)})" if aim.why else printable(text)


def _recovery(recovery: Recovery) -> str:
    match recovery.measure:
        case SendOff(ns=ns):
            return f"one every {span(ns)}"
        case Open(words=None):
            return f"open {recovery.mode.value if recovery.mode else 'recovery'}"
        case Timed(ns=ns, high_ns=None, way_mm=None) if recovery.target is None:
            return f"{span(ns)} {recovery.mode.value if recovery.mode else 'recovery'}"
        case _:
            return printable(print_recovery(recovery))


def work_text(work: Work) -> str:
    """`200 m`, `5 km`, `1 mile`, `5 min`; empty for work of no stated length."""
    match work:
        case ByDistance(mm=mm):
            return way_text(mm)
        case ByTime(ns=ns, high_ns=None):
            return span(ns)
        case ByTime(ns=ns, high_ns=int(high_ns)):
            return f"{span(ns)} to {span(high_ns)}"
        case _:
            return ""


def way_text(mm: int) -> str:
    if mm and mm % MILE_MM == 0:
        return "1 mile" if mm == MILE_MM else f"{mm // MILE_MM} miles"
    if mm >= 5 * KM_MM and mm % KM_MM == 0:
        return f"{mm // KM_MM} km"
    return f"{decimal_metres(mm)} m"


def sums_text(timeline: Timeline) -> str:
    """`1.6 km of work, about 8 min`, of a timeline with one round of an endless part."""
    sums = totals(timeline)
    parts = []
    if sums.work_mm:
        miles = sums.work_mm % MILE_MM == 0
        work = way_text(sums.work_mm) if miles or sums.work_mm < KM_MM else f"{sums.work_mm / KM_MM:.4g} km"
        parts.append(f"{work} of work")
    elif sums.work_ns:
        parts.append(f"{span(sums.work_ns)} of work")
    parts.append(f"about {_rough(sums.estimate_ns)}")
    if sums.reps is None:
        parts[-1] += " a round"
    return ", ".join(parts)


def _rough(ns: int) -> str:
    """Seconds below two minutes, then whole minutes."""
    return f"{round(ns / NS)} s" if ns < 2 * MINUTE_NS else f"{round(ns / MINUTE_NS)} min"


# --- phase by phase -------------------------------------------------------------------------------------------------


def phase_lines(timeline: Timeline, width: int = 79) -> tuple[str, ...]:
    """One line a phase: number, what, target, and where it starts and finishes."""
    return tuple(cut(line, width) for line in _phase_lines(timeline))


def _phase_lines(timeline: Timeline) -> Iterator[str]:
    sets = {phase.block: phase.set for phase in timeline if isinstance(phase, RepPhase)}
    blocks = len({phase.block for phase in timeline if isinstance(phase, RepPhase)})
    heading: tuple[int, int] | None = None
    for phase in timeline:
        if isinstance(phase, RecoveryPhase):
            yield f"      {_recovery(Recovery(phase.measure, phase.mode))}{', then a tap' if phase.go_by_tap else ''}"
            continue
        if (phase.block, phase.set) != heading and (blocks > 1 or sets[phase.block] > 1):
            parts = [f"block {phase.block}"] if blocks > 1 else []
            parts += [f"set {phase.set}"] if sets[phase.block] > 1 else []
            yield ", ".join(parts)
        heading = (phase.block, phase.set)
        yield _rep_line(phase)
        yield from _split_lines(phase)


def _split_lines(phase: RepPhase) -> Iterator[str]:
    """The way at each tap of a rep with several, and the time there for each athlete."""
    if len(phase.crossings) < 2 or phase.way_mm is None:
        return
    for crossing in phase.crossings:
        if crossing.mm is None:
            continue
        bands = [aim.band_at(crossing.mm, phase.way_mm) for aim in phase.aims]
        due = " / ".join(times.band(*band) for band in bands if band)
        place = crossing.place if crossing is not phase.crossings[-1] else None
        yield f"      {way_text(crossing.mm):>16} {due:<14} {place or ''}".rstrip()


def _rep_line(phase: RepPhase) -> str:
    what = " ".join(part for part in (work_text(phase.work), _NOUNS[phase.label] if phase.label else "") if part)
    aims = " / ".join(printable(numbers.aim(aim)) for aim in phase.aims)
    finish = phase.crossings[-1].place if phase.crossings else None
    way = f"{phase.start} to {finish}" if phase.start and finish else ""
    count = f"{len(phase.crossings)} taps" if len(phase.crossings) > 1 else ""
    return f"{phase.rep:>3}   {what or 'free':<16} {aims:<14} {way:<24} {count}".rstrip()
