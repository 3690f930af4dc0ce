from __future__ import annotations

import os
import sys
import threading

import pytest

from trackbuddy.sound import hurry


@pytest.mark.skipif(sys.platform != "linux", reason="threads are told apart by /proc")
def test_pythons_own_threads_keep_their_place() -> None:
    done = threading.Event()
    with hurry.hurried():
        thread = threading.Thread(target=done.wait)
        thread.start()
    assert thread.native_id is not None
    assert os.sched_getscheduler(thread.native_id) == os.SCHED_OTHER
    done.set()
    thread.join()


def test_where_it_is_not_granted_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    monkeypatch.setattr(os, "setpriority", refuse)
    found = iter([set(), {1 << 22}])
    monkeypatch.setattr(hurry, "_threads", lambda: next(found))
    with hurry.hurried():
        pass
