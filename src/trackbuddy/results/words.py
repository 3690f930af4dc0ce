"""The words and the numbers of results: the same on screen, on paper and in files."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.plan.printing import print_recovery, print_work
from trackbuddy.plan.session import Label, Recovery, Unmeasured
from trackbuddy.results.averages import Group
from trackbuddy.results.fade import Fade, Verdict
from trackbuddy.results.hand import LEAST_S, Hand
from trackbuddy.results.pacing import Pacing
from trackbuddy.results.rows import Lap, Row, Standing
from trackbuddy.results.times import band as band
from trackbuddy.results.times import digits as digits
from trackbuddy.results.times import long as long
from trackbuddy.results.times import target as target
from trackbuddy.results.times import time as time
from trackbuddy.results.times import timed as timed
from trackbuddy.timing.facts import StartKind
from trackbuddy.units import round_half_up

NO_TIME: Final = "NT"
UNAVERAGED: Final = frozenset({Label.WARM_UP, Label.COOL_DOWN, Label.JOG})
"""Their times enter no mean."""
STARTED: Final = {StartKind.GO: "GO", StartKind.TAP: "tap", StartKind.RESTAMPED: "moved"}
_ENDED: Final = {
    Standing.NO_TIME: NO_TIME,
    Standing.CLOCK: "done",
    Standing.COUNTED: "done",
    Standing.OUT: "out",
    Standing.CUT: "cut short",
    Standing.RUNNING: "...",
}


def result(row: Row) -> str:
    """`34.1`, `NT`, `done`, `1520 m`, `out`, `cut short`, `...` while it runs."""
    if row.split_ns is not None:
        return timed(row.split_ns)
    if row.standing is Standing.CLOCK and row.metres is not None:
        return f"{row.metres:g} m"
    return _ENDED[row.standing]


def work(row: Row) -> str:
    """`200m`, `5min`, `80m stride`, `warm-up`."""
    said = "" if isinstance(row.work, Unmeasured) else print_work(row.work)
    label = "" if row.label is None else str(row.label)
    return f"{said} {label}".strip() or "open"


def difference(row: Row) -> str:
    """`+0.2 on`; empty without a target or a time."""
    return f"{row.judged.text} {row.judged.word}" if row.judged else ""


def recovery(phase: RecoveryPhase) -> str:
    """`30s rest`, `200m jog`, `full recovery`, `on 1:30`: as the notation has it."""
    return print_recovery(Recovery(phase.measure, phase.mode))


def laps(found: tuple[Lap, ...]) -> str:
    """`68.1 67.9 136.0 (2)`: in brackets how many laps a time covers where crossings were missed."""
    return " ".join(timed(lap.ns) + (f" ({lap.spans})" if lap.spans > 1 else "") for lap in found)


def section(rows: tuple[Row, ...], row: Row) -> str:
    """What a row is listed under: `set 2`, `block 2, set 1`, `stride`; empty where all is one."""
    if row.label is not None:
        return str(row.label)
    plain = [other.plan for other in rows if other.label is None]
    blocks = sorted({plan.block for plan in plain})
    sets = {plan.set for plan in plain if plan.block == row.plan.block}
    parts = [f"block {blocks.index(row.plan.block) + 1}"] if len(blocks) > 1 else []
    parts += [f"set {row.plan.set}"] if len(sets) > 1 else []
    return ", ".join(parts)


def counted(count: int, noun: str) -> str:
    """`1 rep`, `3 reps`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def evenness(found: Pacing | None) -> str:
    """`against an even run -3.4 +3.4 +1.3 -1.4; went out too fast: 3.4 s in the first 409 m`; empty for None."""
    if found is None:
        return ""
    said = f"against an even run {' '.join(map(_signed, found.off_ns))}"
    return f"{said}; {too_fast(found)}" if found.is_too_fast else said


def too_fast(found: Pacing) -> str:
    """`went out too fast: 3.4 s in the first 409 m`."""
    return f"went out too fast: {time(found.first_ns)} s in the first {found.first_mm // 1000} m"


def _signed(ns: int) -> str:
    tenths = round_half_up(ns)
    return f"{tenths / 10:+.1f}" if tenths else "0.0"


# --- reps together --------------------------------------------------------------------------------------------------


def average(group: Group) -> str:
    """`av 34.1 (7 of 8)`; `av - (0 of 8)` without a time."""
    mean_ns = group.mean_ns
    said = "-" if mean_ns is None else timed(mean_ns)
    return f"av {said} ({len(group.splits)} of {group.run})"


def spread(group: Group) -> str:
    """`33.8-34.4`; empty with fewer than two times."""
    splits = group.splits
    return "" if len(splits) < 2 else f"{timed(min(splits))}-{timed(max(splits))}"


def against(group: Group) -> str:
    """`target 34.0, +0.1`, the mean against it; empty without a target in seconds."""
    judged = group.judged
    return "" if judged is None else f"target {target(group.aim)}, {judged.text}"


def hit_rate(hits: tuple[int, int]) -> str:
    """`on in 5 of 7`; empty where nothing could be."""
    return f"on in {hits[0]} of {hits[1]}" if hits[1] else ""


def starts(group: Group) -> str:
    """`5 from GO, 2 from a tap`, where they differ: such times don't err alike. Empty where all started alike."""
    kinds = group.starts
    if len(kinds) < 2:
        return ""
    names = {StartKind.GO: "from GO", StartKind.TAP: "from a tap", StartKind.RESTAMPED: "from a moved start"}
    return ", ".join(f"{count} {names[kind]}" for kind, count in kinds.items())


def fade(found: Fade) -> str:
    """`fade: can't tell (+0.05 s a rep, unsure by 0.06)`."""
    said = f"fade: {found.verdict} ({found.slope_s:+.2f} s a rep, unsure by {found.bound_s:.2f})"
    return said if found.verdict is not Verdict.SLOWER else f"{said[:-1]}, {found.over_all_s:+.1f} s over {found.reps})"


def mean_noise(group: Group) -> str:
    """`hand timing leaves 0.04 s unsure`."""
    return f"hand timing leaves {group.hand.mean_error_s(len(group.splits)):.2f} s unsure"


def thumb(hand: Hand) -> str:
    """`your thumb: 18 ms, and never below 0.05`: where the error of a rep is from."""
    if hand.thumb_ms is None:
        return "two taps; trackbuddy calibrate measures"
    floor = f", and never below {LEAST_S:.2f}" if hand.rep_s <= LEAST_S else ", and two of its taps"
    return f"your thumb: {hand.thumb_ms} ms{floor}"
