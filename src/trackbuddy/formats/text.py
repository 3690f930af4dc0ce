"""Results as plain text of at most 80 columns: the table at the end of a session, and a whole log read back."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import ByDistance, ByTime, Label
from trackbuddy.results.averages import Group, groups
from trackbuddy.results.rows import Lap, Row, Standing, rows
from trackbuddy.results.second_thoughts import TakenBack, ignored_taps, taken_back
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Fact, Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Finished, State
from trackbuddy.units import MINUTE_NS, NS, M, distance, result, round_half_up

WIDTH: Final = 80
NO_TIME: Final = "NT"
_MINUTES_FROM: Final = 1000
"""In tenths: beside a track a lap of 67.3 s is never 1:07.3. From 100 s on it is 1:40.0."""

_HEADING: Final = f"{'REP':<4}{'WORK':<12}{'TARGET':>13}{'TIME':>9}{'DIFF':>7}"


def time_text(ns: int) -> str:
    """`34.1`, `67.3`, `4:32.1`: rounded half up to tenths, minutes from 100 s on."""
    tenths = round_half_up(ns)
    return f"{tenths // 10}.{tenths % 10}" if 0 <= tenths < _MINUTES_FROM else result(ns)


# --- the table ------------------------------------------------------------------------------------------------------


def table(state: State) -> tuple[str, ...]:
    """Each athlete's reps, one a row that begins with the rep's number, and an average behind those that are alike."""
    lines: list[str] = []
    for athlete, name in enumerate(state.plan.athletes, start=1):
        found = rows(state, athlete)
        if lines:
            lines.append("")
        if len(state.plan.athletes) > 1:
            lines.append(_clean(name) or f"Athlete {athlete}")
        lines += _table(found) if found else ["no rep was run"]
    return tuple(lines)


def _table(found: Sequence[Row]) -> Iterator[str]:
    yield _HEADING
    sections = [(key, list(alike)) for key, alike in groupby(found, key=lambda row: row.section)]
    averages = {group.rows[-1]: group for group in groups(found)}
    for (block, set_, label), alike in sections:
        if len(sections) > 1:
            yield _section(block, set_, label, sections)
        for row in alike:
            yield from _row(row)
            group = averages.get(row)
            if group is not None and len(group.rows) > 1 and group.splits:
                yield average(group)


def _section(block: int, set_: int, label: Label | None, sections: Sequence[tuple[object, object]]) -> str:
    if label is not None:
        return f"-- {label}"
    keys = [key for key, _ in sections if isinstance(key, tuple) and key[2] is None]
    blocks, sets = {key[0] for key in keys}, {key[1] for key in keys if key[0] == block}
    parts = [f"block {block}"] if len(blocks) > 1 else []
    parts += [f"set {set_}"] if len(sets) > 1 else []
    return f"-- {', '.join(parts) or 'reps'}"


def _row(row: Row) -> Iterator[str]:
    time = {
        Standing.NO_TIME: NO_TIME,
        Standing.CLOCK: "done" if row.metres is None else f"{row.metres:g} m",
        Standing.COUNTED: "done",
        Standing.OUT: "out",
        Standing.RUNNING: "...",
    }.get(row.standing, "")
    if row.split_ns is not None:
        time = time_text(row.split_ns)
    diff = f"{row.judged.text:>7} {row.judged.word}" if row.judged else ""
    line = f"{row.number:<4}{_work(row):<12}{_target(row):>13}{time:>9}{diff}"
    remarks = ["void, run again"] if row.voided else []
    remarks += ["send-off missed"] if row.send_off_missed else []
    laps = _laps(row.laps) if len(row.laps) > 1 else ""
    pace = "" if row.pace is None else f"{result(row.pace.per_km, 0)}/km  {time_text(row.pace.over(400 * M))}/400"
    tail = "  ".join(part for part in (pace, laps, ", ".join(remarks)) if part)
    if not tail:
        yield line.rstrip()
    elif len(line) + 2 + len(tail) <= WIDTH:
        yield f"{line}  {tail}"
    else:
        yield line.rstrip()
        yield from textwrap.wrap(tail, WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)


def _work(row: Row) -> str:
    label = "" if row.label is None else str(row.label)
    match row.work:
        case ByDistance(mm=mm):
            return f"{distance(mm)} {label}"[:11].rstrip()
        case ByTime(ns=ns):
            span = f"{ns // MINUTE_NS}min" if ns % MINUTE_NS == 0 else f"{ns / NS:g}s"
            return f"{span} {label}"[:11].rstrip()
        case _:
            return label


def _target(row: Row) -> str:
    aim = row.aim
    if aim is None:
        return ""
    if aim.low_ns is None or aim.high_ns is None:
        return _clean(aim.text)[:12]
    low, high = time_text(aim.low_ns), time_text(aim.high_ns)
    return low if low == high else f"{low}-{high}"


def _laps(laps: Sequence[Lap]) -> str:
    """`laps 68.1 67.9 136.0 (2)`: in brackets how many laps a time covers where crossings were missed."""
    return "laps " + " ".join(time_text(lap.ns) + (f" ({lap.spans})" if lap.spans > 1 else "") for lap in laps)


def average(group: Group) -> str:
    """`av 34.1 (7 of 8)`, with the range and, from four times on, the standard deviation."""
    mean_ns = group.mean_ns
    if mean_ns is None:
        return f"av - (0 of {group.run})"
    said = f"    av {time_text(mean_ns)} ({len(group.splits)} of {group.run})"
    if len(group.splits) > 1:
        said += f"   {time_text(min(group.splits))}-{time_text(max(group.splits))}"
    metrics = group.metrics
    if metrics is not None and metrics.count >= 4:
        said += f"   sd {metrics.sd_s:.1f}   {metrics.slope_s:+.2f} s a rep"
    return said


# --- a whole log ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a log's table: the file's own words, cleaned when they are printed."""

    title: str
    canonical: str
    when: str
    file: str
    rehearsal: bool = False
    damage: str | None = None


def review(heading: Heading, history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """The log read back: name, date, athletes, table, averages, what was ignored or undone, notes."""
    return tuple(_wrapped(_review(heading, history, lines)))


def _review(heading: Heading, history: History, lines: Sequence[Line]) -> Iterator[str]:
    state = history.state
    yield _clean(heading.title)
    if heading.canonical != heading.title:
        yield _clean(heading.canonical)
    yield heading.when + (", a rehearsal" if heading.rehearsal else "")
    names = [_clean(name) for name in state.plan.athletes if name]
    if len(names) == 1:
        yield names[0]
    yield standing(state)
    if heading.damage:
        yield f"Damaged: {heading.damage}."
    yield ""
    yield from table(state)
    yield from _remarks(history, lines)
    yield ""
    yield f"log: {heading.file}"


def standing(state: State) -> str:
    """`finished`, or how far it came, and whether it can be gone on with."""
    planned = [phase for phase in state.plan.timeline if isinstance(phase, RepPhase) and phase.label is None]
    run = sum(not run.voided and state.plan.rep(run.phase).label is None for run in state.reps)
    endless = any(phase.until_ended for phase in planned)
    so_far = "" if endless or run >= len(planned) else f" after {run} of {len(planned)} reps"
    match state.stage:
        case Finished(discarded=True):
            return f"discarded{so_far}"
        case Finished():
            return f"finished{so_far}"
        case _:
            return f"not finished{so_far}: 'trackbuddy resume' goes on with it"


def _remarks(history: History, lines: Sequence[Line]) -> Iterator[str]:
    state, counted = history.state, history.ledger.active
    ignored, undone = ignored_taps(lines, counted), taken_back(lines, counted)
    unknown = [line for line in lines if isinstance(line.fact, f.Unknown)]
    recovered = [line for line in lines if isinstance(line.fact, f.Recovered)]
    if ignored or undone or unknown or recovered or state.notes:
        yield ""
    for tap in ignored:
        yield f"ignored: a tap at {_clock(tap.at_ns)}{_where(state, tap.phase)} ({tap.reason})"
    for undo in undone:
        yield f"undone at {_clock(undo.at_ns)}: {_steps(undo)}"
    for line in recovered:
        assert isinstance(line.fact, f.Recovered), "filtered above"
        yield f"damaged: what was written behind line {line.fact.after} at first is left out"
    for line in unknown:
        assert isinstance(line.fact, f.Unknown), "filtered above"
        yield f"unknown: line {line.n} is of a kind that this program doesn't know ({_clean(line.fact.kind)})"
    for note in state.notes:
        yield f"note: {_clean(note)}"


def _clock(ns: int) -> str:
    """Time since the session was opened."""
    return time_text(ns) if ns >= 100 * NS else f"{time_text(ns)} s"


def _where(state: State, phase: int) -> str:
    """`in rep 3`, `after rep 3`, `in rep 3 of set 2`: the rep that it was, or that it followed."""
    if phase == 0:
        return " in the lead-in"
    reps = [(number, rep) for number, rep in enumerate(state.plan.timeline, 1) if isinstance(rep, RepPhase)]
    before = [(number, rep) for number, rep in reps if number <= phase]
    if not before:
        return ""
    number, rep = before[-1]
    alike = [other for _, other in before if (other.block, other.set, other.label) == (rep.block, rep.set, rep.label)]
    noun = f"{rep.label or 'rep'} {len(alike)}"
    several = len({(other.block, other.set) for _, other in reps if other.label is None}) > 1
    section = f" of set {rep.set}" if several and rep.label is None else ""
    return f" {'in' if number == phase else 'after'} {noun}{section}"


_STEP_WORDS: Final[dict[type[Fact], str]] = {
    f.LeadInStarted: "the start of the lead-in",
    f.Accepted: "an accepted tap",
    f.Held: "a hold",
    f.Resumed: "going on",
    f.Adjusted: "a longer or shorter recovery",
    f.Restamped: "a moved start",
    f.Skipped: "a skipped recovery",
    f.Voided: "a rep that was to be run again",
    f.DroppedOut: "a drop-out",
    f.Joined: "coming back",
    f.Ended: "the early end",
    f.Finished: "the finish of the session",
    f.Discarded: "the discarding",
    f.CrossingMissed: "a missed crossing",
}


def _steps(undo: TakenBack) -> str:
    """Each step in words; the facts that only followed from it are not said."""
    said: list[str] = []
    for fact in undo.facts:
        match fact:
            case f.Split(at_ns=at_ns):
                said.append(f"the tap at {_clock(at_ns)}")
            case f.RepEnded(timed=False):
                said.append("a rep without a time")
            case f.RepStarted(start=f.StartKind.TAP | f.StartKind.RESTAMPED):
                said.append("a start by tap")
            case _ if type(fact) in _STEP_WORDS:
                said.append(_STEP_WORDS[type(fact)])
    return ", ".join(dict.fromkeys(said)) or "the last step"


def _clean(text: str) -> str:
    """Names and notes come from a file: nothing in them may move a cursor or turn the line round."""
    return "".join(char if char.isprintable() else " " for char in text).strip()


def _wrapped(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= WIDTH:
            yield line
        else:
            yield from textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
