"""From a session file's fields to the session, with every error told by its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from trackbuddy.plan.notation import Refusal, read, read_recovery, read_target, read_work
from trackbuddy.plan.printing import print_session
from trackbuddy.plan.races import GoalError, parse_goal
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    EveryWay,
    Label,
    OneTap,
    Options,
    Recovery,
    Rep,
    SendOff,
    Session,
    Splitting,
    Start,
    Step,
    Taps,
    Unmeasured,
)
from trackbuddy.plan.session_json import OPEN_WORK
from trackbuddy.plan.session_model import DEEPEST, MOST_REPS, BlockStep, RecoveryStep, RepStep, SessionFile
from trackbuddy.plan.target import TimeTarget
from trackbuddy.plan.unroll import rep_count

Where = tuple[str | int, ...]
Model = RepStep | RecoveryStep | BlockStep
T = TypeVar("T")

_GO = re.compile(r"tap after (?P<time>.+)", re.IGNORECASE)
_EVERY = re.compile(r"(?:split )?every (?P<way>.+)", re.IGNORECASE)


class FieldError(ValueError):
    """A field that can't be understood. `refusal` says where in its text; None: the field as a whole."""

    def __init__(self, where: Where, message: str, refusal: Refusal | None = None) -> None:
        super().__init__(message)
        self.where = where
        self.message = message
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Built:
    """What a file means."""

    session: Session
    canonical: str
    assumptions: tuple[str, ...]


def build_session(file: SessionFile) -> Built:
    """Raises FieldError."""
    session, assumptions = _core(file)
    session = replace(
        session,
        name=file.name or None,
        goal=_goal(file.goal),
        notes=file.notes or None,
        purpose=file.purpose or None,
        options=_options(file, session.options),
        label=file.label or session.label,
        remarks=(*session.remarks, *(file.remarks or ())),
    )
    return Built(session, print_session(session), assumptions)


def all_problems(file: SessionFile) -> tuple[FieldError, ...]:
    """Everything that `build_session` would raise, one field after the other; empty for a good file."""
    checks: list[Callable[[], object]] = [lambda: _core(file), lambda: _goal(file.goal)]
    checks += [lambda: _options(file, Options())]
    if file.session is None and file.steps is not None:
        checks += [partial(_step, model, where, DEEPEST) for model, where in _leaves(file.steps, ("steps",))]
    found: list[FieldError] = []
    for check in checks:
        try:
            check()
        except FieldError as error:
            if all(error.where != other.where for other in found):
                found.append(error)
    return tuple(found)


def _leaves(models: Sequence[Model], where: Where) -> Iterator[tuple[Model, Where]]:
    """Every rep and recovery with its place."""
    for index, model in enumerate(models):
        here = (*where, index)
        if isinstance(model, BlockStep):
            yield from _leaves(model.steps, (*here, "steps"))
        else:
            yield model, here


def _core(file: SessionFile) -> tuple[Session, tuple[str, ...]]:
    if file.session is not None and file.steps is not None:
        raise FieldError(("steps",), "a file has either session or steps, not both; take one of them out")
    if file.session is not None:
        reading = _piece(read, ("session",), file.session)
        return reading.session, reading.assumptions
    if file.steps is None:
        raise FieldError((), 'the session is missing; write session = "8x200m @ 34, 30s rest"')
    return Session(_checked(file.steps)), ()


def _goal(text: str | None) -> str | None:
    """The coach's own words, once they are known to be a race and its time."""
    if text is not None:
        try:
            parse_goal(text)
        except GoalError as error:
            raise FieldError(("goal",), str(error)) from error
    return text


# --- steps ----------------------------------------------------------------------------------------------------------


def _checked(models: Sequence[Model]) -> tuple[Step, ...]:
    steps = tuple(_steps(models, ("steps",), DEEPEST))
    count = rep_count(Session(steps))
    if count == 0:
        raise FieldError(("steps",), 'there is no rep in these steps; write one like { run = "200m" }')
    if count > MOST_REPS:
        raise FieldError(("steps",), f"these steps make {count} reps; a session has at most {MOST_REPS}")
    return steps


def _steps(models: Sequence[Model], where: Where, deeper: int) -> Iterator[Step]:
    before: Rep | None = None
    for index, model in enumerate(models):
        here = (*where, index)
        if index == 0 and isinstance(model, RecoveryStep):
            raise FieldError(here, "there is nothing to recover from yet; put the recovery behind its rep")
        step = _step(model, here, deeper)
        if isinstance(step, Recovery) and isinstance(step.measure, SendOff):
            _check_send_off(step.measure, before, here)
        before = step if isinstance(step, Rep) else None
        yield step


def _check_send_off(every: SendOff, rep: Rep | None, where: Where) -> None:
    if rep is None:
        return
    took = rep.target.low_ns if isinstance(rep.target, TimeTarget) else None
    if isinstance(rep.work, ByTime):
        took = rep.work.ns
    if took is not None and every.ns <= took:
        raise FieldError(
            (*where, "recovery"), "this send-off is not longer than the rep, so no rep could start on it; lengthen it"
        )


def _step(model: Model, where: Where, deeper: int) -> Step:
    match model:
        case RepStep():
            return _rep(model, where)
        case RecoveryStep():
            return _piece(read_recovery, (*where, "recovery"), model.recovery)
        case BlockStep():
            if deeper == 0:
                raise FieldError(where, f"blocks nest deeper than {DEEPEST} levels; write the steps one after another")
            repeat = None if model.repeat == "max" else model.repeat
            return Block(repeat, tuple(_steps(model.steps, (*where, "steps"), deeper - 1)), model.note or None)


def _rep(model: RepStep, where: Where) -> Rep:
    work = Unmeasured() if model.run.strip() == OPEN_WORK else _piece(read_work, (*where, "run"), model.run)
    return Rep(
        work=work,
        target=None if model.target is None else _piece(read_target, (*where, "target"), model.target),
        label=None if model.label is None else Label(model.label),
        cadence=model.cadence,
        note=model.note or None,
    )


def _piece(reader: Callable[[str], T], where: Where, text: str) -> T:
    try:
        return reader(text)
    except Refusal as refusal:
        # Only a whole session is read as it stands; a piece is read in a frame of its own, and so are its columns.
        raise FieldError(where, refusal.message, refusal if reader is read else None) from refusal


# --- options --------------------------------------------------------------------------------------------------------


def _options(file: SessionFile, said: Options) -> Options:
    """The file's own fields hold before what its notation says."""
    keep = said.keep_last_recovery if file.keep_last_recovery is None else file.keep_last_recovery
    return Options(
        keep_last_recovery=keep,
        tap_after_ns=said.tap_after_ns if file.go is None else _tap_after(file.go),
        start=said.start if file.start is None else Start(file.start),
        taps=said.taps if file.taps is None else Taps(file.taps),
        splitting=said.splitting if file.splits is None else _splitting(file.splits),
    )


def _tap_after(text: str) -> int:
    match = _GO.fullmatch(text.strip())
    work = _piece(read_work, ("go",), match["time"]) if match else None
    if not isinstance(work, ByTime):
        raise FieldError(("go",), f'{text!r} is not understood; write go = "tap after 3min"')
    return work.ns


def _splitting(text: str) -> Splitting:
    wanted = " ".join(text.lower().split())
    if wanted == "one tap":
        return OneTap()
    match = _EVERY.fullmatch(wanted)
    work = _piece(read_work, ("splits",), match["way"]) if match else None
    if not isinstance(work, ByDistance) or work.mm <= 0:
        raise FieldError(("splits",), f'{text!r} is not understood; write splits = "one tap" or "every 200m"')
    return EveryWay(work.mm)
