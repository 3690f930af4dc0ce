"""A signal ends plain mode in order: never in the middle of a decision, always where somebody would wait for ever."""

from __future__ import annotations

import os
import signal

import pytest

from trackbuddy.plain.signals import Ended, Endings


def test_a_signal_is_told_and_breaks_nothing_off() -> None:
    told: list[int] = []
    with Endings(lambda: told.append(1)) as endings:
        os.kill(os.getpid(), signal.SIGTERM)
        assert told == [1]
        with pytest.raises(Ended) as ended:
            endings.raise_if_any()
    assert ended.value.code == 128 + signal.SIGTERM


def test_what_may_wait_for_ever_is_broken_off() -> None:
    with Endings(lambda: None) as endings, pytest.raises(Ended), endings.may_break():
        os.kill(os.getpid(), signal.SIGHUP)


def test_a_signal_that_came_before_is_not_waited_over() -> None:
    with Endings(lambda: None) as endings:
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(Ended), endings.may_break():
            raise AssertionError("not reached")


def test_afterwards_signals_do_what_they_did() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Endings(lambda: None):
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
