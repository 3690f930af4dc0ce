"""Logs by the thousand: rehearsals on a virtual clock, without sleeping, in the form that real sessions are kept in."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from trackbuddy.live.rehearsal import coming
from trackbuddy.plan.notation import read
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.timeline import build
from trackbuddy.storage import chain
from trackbuddy.storage.header import Clock, Header
from trackbuddy.storage.journal import slug
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.state import Done, Plan, Ready, Running, State
from trackbuddy.timing.wire import line_to_json
from trackbuddy.units import NS

SESSIONS = (
    "8x200m @ 34, 30s rest",
    "6x200m @ 33, 5min rest",
    "4x400m @ 68, 90s rest",
    "10min warm-up; 5x1000m @ 3:05/km, 2min jog; 800m cool-down",
    "3 x (4x200m @ 34, 30s rest), 5min rest between sets",
    "4x5min hard, 3min jog",
    "1 mile @ 4:32",
    "8x200m @ 34, 60s rest",
)


def rehearse(plan: Plan, chance: random.Random, form: float) -> list[Line]:
    """One session run by simulated athletes; `form` is how much slower than usual they are, as a share."""
    history = History.of(plan)
    lines: list[Line] = []

    def press(given: i.Input) -> None:
        nonlocal history
        history, new = step(history, given)
        lines.extend(new)

    press(i.Open(0))
    press(i.ThatsAll(NS))
    while not isinstance(history.state.stage, Done | Ready):
        at_ns = due(history.state)
        following = coming(history.state)
        if following is None or (at_ns is not None and at_ns <= following.at_ns):
            assert at_ns is not None, "something always comes next"
            press(i.Tick(at_ns))
            continue
        given = following.kind(_later(history.state, following.at_ns, chance, form), **following.members)
        if chance.random() < 0.01 and isinstance(given, i.Tap):
            given = i.ThatsAll(given.at_ns)
        press(given)
    press(i.WriteNote(_last(lines) + 5 * NS, chance.choice(["wind, bend 2", "feel 7", "wet track", "easy"])))
    press(i.Finish(_last(lines) + NS))
    return lines


def _later(state: State, at_ns: int, chance: random.Random, form: float) -> int:
    """Nobody runs the same rep twice."""
    if not isinstance(state.stage, Running):
        return at_ns
    rep = state.stage.rep
    return rep.started_ns + round((at_ns - rep.started_ns) * (1 + form + chance.gauss(0, 0.006)))


def _last(lines: Sequence[Line]) -> int:
    instants: list[int] = [line.fact.at_ns for line in lines]
    return max(instants)


def fill(folder: Path, count: int, *, names: Sequence[str] = ("Ann",), seed: int = 1) -> None:
    """So many logs over the years before December 2026, oldest first, each athlete slowly faster."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    built = [(text, read(text)) for text in SESSIONS]
    end = datetime.datetime(2026, 11, 23, 18, 30, tzinfo=datetime.UTC)
    for number in range(count):
        text, meaning = built[number % len(built)]
        wall = end - datetime.timedelta(hours=60 * (count - 1 - number), minutes=chance.randrange(60))
        plan = Plan(build(meaning.session), (names[(number // len(built)) % len(names)],))
        lines = rehearse(plan, chance, 0.02 * (1 - number / max(count, 1)) - 0.005)
        clock = Clock(monotonic_ns=5 * NS, boottime_ns=7 * NS, wall=wall, boot_id="b001")
        header = Header.of(
            plan, session=session_to_json(meaning.session), clock=clock, app="0.1.0", id=f"{number:032x}"
        )
        stem = f"{wall:%Y-%m-%dT%H%M%S}_{slug(text)}_{number:05d}"
        (folder / f"{stem}.jsonl").write_bytes(b"".join(_sealed(header, lines)))


def _sealed(header: Header, lines: Sequence[Line]) -> Iterator[bytes]:
    line, seed = chain.sealed(header.to_json(), 0)
    yield line
    for one in lines:
        line, seed = chain.sealed(line_to_json(one), seed)
        yield line
