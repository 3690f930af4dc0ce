"""Ready is where a plan is checked: what is run, its course in time, where it finishes, who runs, what starts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trackbuddy.plan.phases import Between, Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.reading import places, taps
from trackbuddy.plan.track import Track
from trackbuddy.present import names
from trackbuddy.present.band import ONE_ROW_FROM, band_rows
from trackbuddy.present.bars import Bars, Effort, bars
from trackbuddy.present.foot import notice_lines
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look, strong
from trackbuddy.present.memo import remembered
from trackbuddy.present.readback import sums_text
from trackbuddy.present.rows import Row, Span, folded, gap, key_rows, side_by_side, text_row, wrapped
from trackbuddy.present.squad_page import table_rows
from trackbuddy.present.view import LiveView
from trackbuddy.present.window import Window
from trackbuddy.timing.state import Plan

_REMARK_ROWS: Final = 4
_INKS: Final = {Effort.REP: Ink.NOW, Effort.EASY: Ink.FAINT, Effort.REST: Ink.REST}


def ready_page(view: LiveView, plan: Plan, window: Window) -> list[Row]:
    """What matters least goes first where rows are few; the way to start never does."""
    columns = window.columns
    top = [*band_rows(view, columns)]
    keys = list(key_rows(view.keys, columns, 2 if columns < 70 else 1))
    said = notice_lines(view, columns)
    start = [text_row(line, NOW) for text in view.below for line in wrapped(text, columns - 2)]
    way = view.status.removeprefix("REHEARSAL").lstrip().removeprefix("sound ")
    sound: list[Row] = [(gap(1), Span("sound  ", FAINT), Span(way, TEXT))] if way else []
    foot: list[Row] = [*start, *said, *keys]
    room = window.rows - len(top) - len(foot)
    parts: list[list[Row]] = [
        _course(plan, columns),
        [*_strip(plan, columns, 3 if room >= 14 else 1), *_sums(plan)],
        [text_row(line) for text in _remarks(plan) for line in folded(text, columns - 2, _REMARK_ROWS)],
        [text_row(line) for text in _where(plan) for line in wrapped(text, columns - 2)],
        table_rows(view.squad, columns) if view.squad else [],
        sound,
    ]
    airy = columns >= ONE_ROW_FROM and room >= 12
    return [*top, *_fitted(parts, room, airy=airy), *foot]


def _fitted(parts: list[list[Row]], room: int, *, airy: bool) -> list[Row]:
    """With a blank row between parts if that fits; whole parts go from the middle on until the others fit."""
    shown = [part for part in parts if part]
    for weakest in (2, 2, 1, -1):
        if sum(map(len, shown)) <= room or len(shown) <= abs(weakest):
            break
        shown.pop(weakest)
    gaps = airy and sum(map(len, shown)) + len(shown) <= room
    found = [row for part in shown for row in (*([()] if gaps else []), *part)][: max(room, 0)]
    return [*found, *[()] * (room - len(found))]


def _course(plan: Plan, columns: int) -> list[Row]:
    lines = [line for text in course_lines(plan) for line in side_by_side(tuple(text.split("   ")), columns)]
    return [text_row(line, STRONG) for line in lines]


@remembered
def course_lines(plan: Plan) -> tuple[str, ...]:
    """A line for each kind of rep, in order: `3 sets of 4 x 200m   target 33.0-35.0   60s rest, 5min between sets`."""
    found: dict[tuple[int, str], list[RepPhase]] = {}
    for phase in plan.timeline:
        if isinstance(phase, RepPhase):
            found.setdefault((phase.block, names.subject(phase)), []).append(phase)
    return tuple(_course_line(plan, reps) for reps in found.values())


def _course_line(plan: Plan, reps: list[RepPhase]) -> str:
    first = reps[0]
    sets, each = len({rep.set for rep in reps}), sum(rep.set == first.set for rep in reps)
    count = "until it is ended: " if first.until_ended else f"{each} x " if each > 1 else ""
    several = f"{sets} sets of " if sets > 1 and not first.until_ended else ""
    kind = f"{first.label.value} " if first.label else ""
    target = names.run(first) or "a rep"
    if not plan.alone:
        target = names.work(first) or "a rep"
    return "   ".join((f"{several}{count}{kind}{target}", *_recoveries(plan, first)))


def _recoveries(plan: Plan, first: RepPhase) -> Iterator[str]:
    """What lies between its reps, and between its sets."""
    block: RepPhase | None = None
    told: dict[str, None] = {}
    for phase in plan.timeline:
        if isinstance(phase, RepPhase):
            block = phase
        elif isinstance(phase, RecoveryPhase) and block is not None and block.block == first.block:
            between = "" if phase.between is Between.REPS else f" between {phase.between}"
            told[f"{names.recovery(phase)}{between}"] = None
    if told:
        yield ", ".join(told)


@remembered
def _one_round(plan: Plan) -> Timeline:
    """An endless part has one round, as in the read-back."""
    found: list[Phase] = []
    seen = False
    for phase in plan.timeline:
        if phase.until_ended and isinstance(phase, RepPhase):
            if seen:
                continue
            seen = True
        elif phase.until_ended and any(isinstance(p, RecoveryPhase) and p.until_ended for p in found):
            continue
        found.append(phase)
    return tuple(found)


@remembered
def _bars(plan: Plan, columns: int, rows: int) -> Bars:
    return bars(_one_round(plan), columns, rows)


def _strip(plan: Plan, columns: int, rows: int) -> list[Row]:
    drawn = _bars(plan, columns - 2, rows)
    found: list[Row] = [
        (gap(1), *(Span(bar.text, strong(_INKS[bar.effort]) if bar.effort else TEXT) for bar in row))
        for row in drawn.rows
    ]
    return [*found, (gap(1), Span(drawn.axis, Look(Ink.FAINT)))]


@remembered
def _remarks(plan: Plan) -> tuple[str, ...]:
    """What was said of the reps, once each; of which, where not of all."""
    found: dict[str, dict[str, None]] = {}
    reps = [phase for phase in plan.timeline if isinstance(phase, RepPhase)]
    for phase in reps:
        if names.remark(phase):
            found.setdefault(names.remark(phase), {})[names.work(phase) or "a rep"] = None
    alike = len({names.subject(phase) for phase in reps}) == 1
    return tuple(remark if alike else f"{', '.join(which)}: {remark}" for remark, which in found.items())


@remembered
def _told(plan: Plan) -> tuple[str, ...]:
    return (sums_text(_one_round(plan)),)


def _sums(plan: Plan) -> list[Row]:
    return [text_row(line, STRONG) for line in _told(plan)]


@remembered
def _where(plan: Plan) -> tuple[str, ...]:
    """Where reps start and finish, and how many taps they want."""
    return (*places(plan.timeline, Track(plan.rules.lap_mm)), *taps(plan.timeline))
