"""Logs to try the storage on."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from trackbuddy.storage import chain
from trackbuddy.storage.header import Clock, Header, Rehearsal
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Plan
from trackbuddy.timing.wire import line_to_json
from trackbuddy.units import NS

NEW_ZEALAND = datetime.timezone(datetime.timedelta(hours=13))
CLOCK = Clock(
    monotonic_ns=5_000_000_000,
    boottime_ns=7_000_000_000,
    wall=datetime.datetime(2026, 11, 23, 18, 30, 0, 123456, NEW_ZEALAND),
    boot_id="b001",
)


def header(plan: Plan, *, id: str = "k3f9w2qm", rehearsal: Rehearsal | None = None) -> Header:
    session = {"name": "eight 200s", "session": "8 x 200m @ 34, 30s rest"}
    return Header.of(plan, session=session, clock=CLOCK, app="0.1.0", id=id, rehearsal=rehearsal)


def log_bytes(plan: Plan, lines: Sequence[Line]) -> bytes:
    """What a journal writes, put together without one."""
    data, seed = chain.sealed(header(plan).to_json(), 0)
    for line in lines:
        raw, seed = chain.sealed(line_to_json(line), seed)
        data += raw
    return data


def log_file(path: Path, plan: Plan, lines: Sequence[Line]) -> Path:
    path.write_bytes(log_bytes(plan, lines))
    return path


def groups(lines: Sequence[Line]) -> list[list[Line]]:
    """One list for each input."""
    return [list(group) for _, group in groupby(lines, lambda line: line.input)]


def taps(*seconds: float) -> list[i.Input]:
    """The session is opened, begun with Enter at 1 s, and tapped at these instants."""
    return [i.Open(0), i.ThatsAll(NS), *(i.Tap(round(at * NS)) for at in seconds)]
