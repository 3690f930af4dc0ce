"""A session as JSON: what `show --json` prints and a log's header holds. It is a session file too, in the long form."""

from __future__ import annotations

from typing import Any

from trackbuddy.plan.printing import print_recovery, print_target, print_work
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    EveryWay,
    OneTap,
    Options,
    Recovery,
    Rep,
    Session,
    Splitting,
    Step,
    Unmeasured,
)

Json = dict[str, Any]

OPEN_WORK = "open"
"""A rep of no stated length."""


def session_to_json(session: Session) -> Json:
    """Members that say nothing are left out."""
    options = session.options
    data: Json = {
        "name": session.name,
        "goal": session.goal,
        "notes": session.notes,
        "purpose": session.purpose,
        "taps": options.taps,
        "start": options.start,
        "go": _go(options),
        "keep_last_recovery": options.keep_last_recovery or None,
        "splits": splits_text(options.splitting),
        "label": session.label,
        "remarks": list(session.remarks) or None,
    }
    return {key: value for key, value in data.items() if value is not None} | {
        "steps": [_step(step) for step in session.steps]
    }


def _go(options: Options) -> str | None:
    return None if options.tap_after_ns is None else f"tap after {print_work(ByTime(options.tap_after_ns))}"


def splits_text(splitting: Splitting | None) -> str | None:
    """`one tap`, `every 200m`."""
    match splitting:
        case OneTap():
            return "one tap"
        case EveryWay(mm=mm):
            return f"every {print_work(ByDistance(mm))}"
        case None:
            return None


def _step(step: Step) -> Json:
    match step:
        case Rep():
            return _rep(step)
        case Recovery():
            return {"recovery": print_recovery(step)}
        case _:
            said = {"note": step.note} if step.note is not None else {}
            return {"repeat": step.repeat or "max", **said, "steps": [_step(inner) for inner in step.steps]}


def _rep(rep: Rep) -> Json:
    data: Json = {
        "run": OPEN_WORK if isinstance(rep.work, Unmeasured) else print_work(rep.work),
        "target": None if rep.target is None else print_target(rep.target),
        "label": rep.label,
        "cadence": rep.cadence,
        "note": rep.note,
    }
    return {key: value for key, value in data.items() if value is not None}
