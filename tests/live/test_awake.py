"""The machine is kept awake while a session runs, and nothing waits for that or depends on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from trackbuddy.live import awake
from trackbuddy.live.awake import NOBODY, Awake


@contextmanager
def mode(log: list[str], *, active: bool = True) -> Iterator[SimpleNamespace]:
    log.append("asked")
    yield SimpleNamespace(active=active, method="a desktop")
    log.append("let go")


def test_it_is_asked_for_while_something_runs_and_let_go_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[str] = []
    monkeypatch.setattr(awake, "_mode", lambda: mode(log))
    with Awake(0) as kept:
        assert kept.answered.wait(60)
        assert kept.said == "kept awake by a desktop"
        assert log == ["asked"]
    kept._thread.join(60)
    assert log == ["asked", "let go"]


def test_where_nobody_can_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake, "_mode", lambda: mode([], active=False))
    with Awake(0) as kept:
        assert kept.answered.wait(60)
        assert kept.said == NOBODY


def test_a_fault_is_said_and_goes_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise ImportError("no wakepy")

    monkeypatch.setattr(awake, "_mode", broken)
    with Awake(0) as kept:
        assert kept.answered.wait(60)
        assert kept.said == "nobody keeps the machine awake: no wakepy"


def test_a_desktop_that_never_answers_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(awake, "_mode", lambda: go_on.wait(60) and None)
    monkeypatch.setattr(awake, "CLOSING_S", 0.01)
    with Awake(0):
        pass
    go_on.set()


def test_what_is_over_before_it_began_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[str] = []
    monkeypatch.setattr(awake, "_mode", lambda: mode(log))
    with Awake(3600):
        pass
    assert log == []


def test_wakepy_is_asked_in_the_way_it_wants() -> None:
    """The real one, on whatever machine this is: it answers, and prints nothing over the screen."""
    with awake._mode() as real:
        assert real.active in {True, False}
