"""The canonical text of a session: what `read` reads back to the same tree."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    EveryWay,
    Label,
    Mode,
    OneTap,
    Open,
    Options,
    Recovery,
    Rep,
    SameDistance,
    SameTime,
    SendOff,
    Session,
    Step,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.plan.target import (
    PaceTarget,
    RaceTarget,
    Target,
    TimeTarget,
    TrainingTarget,
)
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M, Pace, decimal_metres, distance, exact

_PLAIN_SECONDS: Final = 100 * NS
"""Shorter times are printed as seconds, as runners say them: 75, not 1:15."""
_BARE_SECONDS: Final = 21 * NS
"""Below this a bare number could be an effort, or minutes with a point, so a target has its unit: 5s, 10.25s."""
_LONGEST_NOTE: Final = 300
_LABELS: Final = {
    Label.WARM_UP: "warm-up",
    Label.COOL_DOWN: "cool-down",
    Label.STRIDE: "stride",
    Label.HILL: "hill",
    Label.JOG: "jog run",
}
_AROUND: Final = (Label.WARM_UP, Label.COOL_DOWN, Label.JOG)

LONGEST_JOG_NS: Final = 5 * MINUTE_NS
LONGEST_JOG_MM: Final = 1000 * M
"""A mere jog up to here, on the line of the reps, is their recovery; a longer one could be a run of its own."""


def print_session(session: Session) -> str:
    """One line that means exactly this session: `8 x 200m @ 34, 30s rest`."""
    label = _note(session.label)
    remarks = [_note(text).strip() for text in session.remarks]
    text = "; ".join([_steps(session.steps, top=True), *_options(session.options), *filter(None, remarks)])
    return f"{label.strip()} {text}" if label else text


def _note(text: str | None) -> str:
    """The coach's words in brackets of their own, which are read as nothing else; empty for what doesn't fit in."""
    fits = text and len(text) <= _LONGEST_NOTE and not any(mark in text for mark in "()\r\n") and text == text.strip()
    return f" (note: {text})" if fits else ""


def _options(options: Options) -> list[str]:
    said = ["keep last recovery"] if options.keep_last_recovery else []
    if isinstance(options.splitting, OneTap):
        said.append("one tap")
    if isinstance(options.splitting, EveryWay):
        said.append(f"split every {_metres(options.splitting.mm)}")
    return said


def _steps(steps: tuple[Step, ...], top: bool = False, outspoken: bool = False) -> str:
    """The steps of one list; of the session's own if `top`. `outspoken`: open recoveries are written out."""
    outspoken = outspoken or _says_recovery(steps[:-1] if top and isinstance(steps[-1], Rep) else steps)
    mixed = any(isinstance(step, Block) for step in steps) and any(isinstance(step, Rep) for step in steps)
    items: list[str] = []
    simple = not outspoken and not mixed
    index = 0
    while index < len(steps):
        step = steps[index]
        after = steps[index + 1] if index + 1 < len(steps) else None
        following = after if isinstance(after, Recovery) else None
        last = index == len(steps) - 1
        if isinstance(step, Rep):
            lone = following if top and index == len(steps) - 2 else None
            between = not outspoken and 2 <= index < len(steps) - 2
            doubted = between and _could_be_rest(steps[index - 2], step, steps[index + 2])
            items.append(
                ("1 x " if doubted else _once(step, steps[:index], lone))
                + _rep(step)
                + _behind_rep(step, following, last and top, outspoken)
            )
            simple = simple and _is_plain(step) and (following is not None or last)
            index += 2 if following is not None else 1
        elif isinstance(step, Block):
            items.append(_block(step, outspoken))
            simple = simple and _is_simple_block(step)
            index += 1
        else:
            items.append(f"{print_recovery(step)} between blocks")
            simple = False
            index += 1
    return (", " if simple else "; ").join(items)


def _once(rep: Rep, before: tuple[Step, ...], ending: Recovery | None) -> str:
    """A mere time behind a distance could be its rest, so it is said to be run once; so is what a recovery ends."""
    previous = before[-1] if before else None
    if isinstance(previous, Recovery):
        previous = before[-2]
    while isinstance(previous, Block):
        reps = [step for step in previous.steps if not isinstance(step, Recovery)]
        previous = reps[-1] if reps else None
    work = [step for step in before if isinstance(step, Block) or (isinstance(step, Rep) and step.label not in _AROUND)]
    counted = ending is not None and any(isinstance(step, Block) for step in work)
    if counted or (_measured(ending) and not any(isinstance(step, Rep) and _near(step, rep) for step in work)):
        return "1 x "
    if not (work or (isinstance(previous, Rep) and previous.label is Label.JOG)):
        return ""
    behind = isinstance(previous, Rep) and not isinstance(previous.work, ByTime)
    return "1 x " if behind and _mere_time(rep) is not None else ""


def _near(one: Rep, rep: Rep) -> bool:
    """Is that less than several of these come to?"""
    if isinstance(one.work, ByTime) and isinstance(rep.work, ByTime):
        return one.work.ns < 4 * rep.work.ns
    return not (isinstance(one.work, ByDistance) and isinstance(rep.work, ByDistance)) or one.work.mm < 4 * rep.work.mm


def _could_be_rest(before: Step, rep: Rep, after: Step) -> bool:
    """Could a mere time between two runs be a rest, being much shorter than the first, or beside what is named?"""
    time, more = _mere_time(rep), _mere_time(after)
    if time is None or not (isinstance(before, Rep) and isinstance(before.work, ByTime)):
        return False
    if more is not None and more.ns <= time.ns:
        return False  # one of a list
    named = [isinstance(one, Rep) and (one.target or one.label) is not None for one in (before, after)]
    return all(named) or time.ns * (2 if named[0] else 4) <= before.work.ns


def _mere_time(step: Step) -> ByTime | None:
    """The time of a rep of which nothing else is said."""
    if not isinstance(step, Rep) or not isinstance(step.work, ByTime):
        return None
    return step.work if step == Rep(step.work, note=step.note) else None


def _measured(recovery: Recovery | None) -> bool:
    return recovery is not None and not isinstance(recovery.measure, Open | SameTime | SameDistance)


def _says_recovery(steps: tuple[Step, ...]) -> bool:
    """Is any recovery printed, if only as `no rest`?"""
    for step, following in zip_longest(steps, steps[1:]):
        if isinstance(step, Recovery) and step != Recovery(Open()):
            return True
        if isinstance(step, Rep) and not isinstance(following, Recovery):
            return True
        if isinstance(step, Block) and _says_recovery(step.steps):
            return True
    return False


def _is_plain(rep: Rep) -> bool:
    return isinstance(rep.work, ByDistance) and rep == Rep(rep.work)


def _is_simple_block(block: Block) -> bool:
    return len(block.steps) == 2 and isinstance(block.steps[0], Rep) and _is_plain(block.steps[0])


def _behind_rep(rep: Rep, following: Recovery | None, ends: bool, outspoken: bool) -> str:
    """The recovery behind a rep that is run once; around the work an open one goes without saying."""
    return _behind(rep, following, ends, outspoken and rep.label not in _AROUND)


def _behind(rep: Rep, following: Recovery | None, ends: bool, outspoken: bool) -> str:
    if following is None:
        return "" if ends else ", no rest"
    if following == Recovery(Open()) and not outspoken:
        return ""
    text = print_recovery(following)
    named = " recovery" if rep.label in _AROUND and text.endswith(" jog") else ""
    return f", {text}{named}"


def _block(block: Block, outspoken: bool) -> str:
    first = block.steps[0]
    times = "max" if block.repeat is None else str(block.repeat)
    following = block.steps[1] if len(block.steps) == 2 else None
    if isinstance(first, Rep) and not block.note and (len(block.steps) == 1 or isinstance(following, Recovery)):
        behind = _behind(first, following if isinstance(following, Recovery) else None, False, outspoken)
        if block.repeat is None and first == Rep(Unmeasured(), label=Label.STRIDE):
            return f"strides{behind}"
        return f"{times} x {_rep(first)}{behind}"
    inner, between = _set_recovery(block)
    return f"{times} x ({_steps(inner, outspoken=outspoken)}){_note(block.note)}{between}"


def _set_recovery(block: Block) -> tuple[tuple[Step, ...], str]:
    """The steps inside the brackets and what is written behind them."""
    last = block.steps[-1]
    if not isinstance(last, Recovery):
        return block.steps, ", no rest between sets" if isinstance(last, Block) else ""
    before = block.steps[-2]
    lent = isinstance(before, Block) and len(block.steps) > 2 and before.steps[-1] != Recovery(Open())
    if isinstance(before, Block) and last == Recovery(Open()) and not lent:
        return block.steps[:-1], ""
    if isinstance(before, Block):
        return block.steps[:-1], f", {print_recovery(last)} between sets"
    return block.steps, ""


def _rep(rep: Rep) -> str:
    parts = [print_work(rep.work)] if not isinstance(rep.work, Unmeasured) else []
    if rep.label is not None:
        parts.append(_LABELS[rep.label])
    if not parts:
        parts.append("free run")
    if rep.cadence is not None:
        parts.append(f"cadence {rep.cadence}")
    if rep.target is not None:
        parts.append("@ " + print_target(rep.target))
    return " ".join(parts) + _note(rep.note)


def print_work(work: Work) -> str:
    """`200m`, `5km`, `30s`, `8-10min`."""
    if isinstance(work, ByDistance):
        return _metres(work.mm)
    if isinstance(work, ByTime):
        return _span(work.ns, work.high_ns)
    return "free run"


def _metres(mm: int) -> str:
    """A distance that is read back: below 50 m the unit is spelled out, because `5m` could be five minutes."""
    text = distance(mm)
    return (
        text.removesuffix("m") + " metres" if text.endswith("m") and not text.endswith("km") and mm < 50_000 else text
    )


def print_recovery(recovery: Recovery) -> str:
    """`30s rest`, `200m jog in 90s`, `full recovery`, `on 1:30`."""
    measure, mode = recovery.measure, recovery.mode
    noun = mode.value if mode is not None else "recovery"
    if isinstance(measure, SendOff):
        return f"on {_clock(measure.ns)}"
    if isinstance(measure, Open):
        text = _open(measure, mode)
    elif isinstance(measure, SameTime):
        text = f"equal time {noun}"
    elif isinstance(measure, SameDistance):
        text = f"equal distance {noun}"
    elif isinstance(measure, Covered):
        text = f"{_metres(measure.mm)} {noun}" + _named(measure.mm > LONGEST_JOG_MM, mode)
    else:
        text = _timed(measure, noun) + _named(measure.ns > LONGEST_JOG_NS and measure.way_mm is None, mode)
    return text + (f" @ {print_target(recovery.target)}" if recovery.target is not None else "")


def _named(long: bool, mode: Mode | None) -> str:
    """A long jog by itself could be a run of its own, so it is called a recovery."""
    return " recovery" if long and mode is Mode.JOG else ""


def _open(measure: Open, mode: Mode | None) -> str:
    if measure.words is None:
        return f"open {mode.value if mode is not None else 'recovery'}"
    implied = {"walk": Mode.WALK, "jog": Mode.JOG}.get(measure.words.split()[0])
    if mode is implied and implied is not None:
        return f"{measure.words} recovery"
    return f"{measure.words} {mode.value if mode is not None else 'recovery'}"


def _timed(measure: Timed, noun: str) -> str:
    span = _span(measure.ns, measure.high_ns)
    return f"{_metres(measure.way_mm)} {noun} in {span}" if measure.way_mm is not None else f"{span} {noun}"


def print_target(target: Target) -> str:
    """What stands behind the @: `34`, `33-35`, `3:05/km`, `5k-15s/mile`, `hard`."""
    if isinstance(target, TimeTarget):
        return _band(target.low_ns, target.high_ns)
    if isinstance(target, PaceTarget):
        return _band(target.low.ns, target.high.ns) + "/" + _per(target.low)
    if isinstance(target, RaceTarget):
        # with a dash, half-marathon would be one race
        dash = " to " if (target.race, target.until) == ("half", "marathon") else "-"
        until = f"{dash}{target.until}" if target.until is not None else ""
        return target.race + until + (_offset(target.offset) if target.offset is not None else "")
    if isinstance(target, TrainingTarget):
        return target.letter
    return target.text


def _band(low: int, high: int) -> str:
    if low < _BARE_SECONDS and high < _PLAIN_SECONDS:
        return _span(low, high if high > low else None)
    if low == high:
        return _seconds(low) if low < _PLAIN_SECONDS else _clock(low)
    if high < _PLAIN_SECONDS:
        return f"{_seconds(low)}-{_seconds(high)}"
    return f"{_clock(low)}-{_clock(high)}"


def _per(pace: Pace) -> str:
    return {KM_MM: "km", MILE_MM: "mile"}.get(pace.per_mm) or decimal_metres(pace.per_mm)


def _offset(offset: Pace) -> str:
    sign = "-" if offset.ns < 0 else "+"
    amount = abs(offset.ns)
    return sign + (f"{_seconds(amount)}s" if amount < _PLAIN_SECONDS else _clock(amount)) + "/" + _per(offset)


def _span(low: int, high: int | None) -> str:
    """A time or a range of times with one unit behind it: `30s`, `2min`, `60-90s`, `2-5min`, `1:30-3:00`."""
    if high is None:
        return _seconds_or_minutes(low)
    if high < _PLAIN_SECONDS:
        return f"{_seconds(low)}-{_seconds(high)}s"
    if low % MINUTE_NS == 0 and high % MINUTE_NS == 0:
        return f"{low // MINUTE_NS}-{high // MINUTE_NS}min"
    return f"{_clock(low)}-{_clock(high)}"


def _seconds_or_minutes(ns: int) -> str:
    if ns < _PLAIN_SECONDS:
        return f"{_seconds(ns)}s"
    return f"{ns // MINUTE_NS}min" if ns % MINUTE_NS == 0 else _clock(ns)


def _seconds(ns: int) -> str:
    """Below 100 s and without a colon: `75`, `7.5`."""
    whole, fraction = divmod(ns, NS)
    return f"{whole}.{fraction:09d}".rstrip("0") if fraction else str(whole)


def _clock(ns: int) -> str:
    """Minutes and seconds with a colon, under a minute too: `0:45`."""
    text = exact(ns)
    if ":" in text:
        return text
    whole, dot, rest = text.partition(".")
    return f"0:{int(whole):02d}{dot}{rest}"
