"""Pads by recorded events, through the same reader."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trackbuddy.cli import main
from trackbuddy.errors import UserError
from trackbuddy.live.pad import EV_KEY, EVENT, Button, Pad, buttons, devices
from trackbuddy.live.start import Setting, Sounding, Started, start
from trackbuddy.plan.notation import read
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.timeline import build
from trackbuddy.storage.paths import Home
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

KEY_1, KEY_3, KEY_SPACE, KEY_KP2, EV_SYN = 2, 4, 57, 80, 0


def event(at_ns: int, code: int, value: int = 1, kind: int = EV_KEY) -> bytes:
    return EVENT.pack(at_ns // NS, at_ns % NS // 1000, kind, code, value)


class Session:
    def __init__(self) -> None:
        self.taps: list[tuple[int | None, int | None]] = []
        self.faults: list[str] = []
        self.ended = False

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> None:
        assert kind is i.Tap
        self.taps.append((mono_ns, members["athlete"]))

    def in_fault(self, text: str) -> None:
        self.faults.append(text)


def test_a_button_going_down_is_a_press_and_nothing_else_is() -> None:
    data = event(5 * NS + 1000, KEY_1) + event(5 * NS, 0, 0, EV_SYN) + event(6 * NS, KEY_1, 0) + event(7 * NS, KEY_1, 2)
    assert list(buttons(data + b"half")) == [Button(5 * NS + 1000, KEY_1)]


def test_digits_are_athletes_and_any_other_button_is_space(tmp_path: Path) -> None:
    path = tmp_path / "recorded"
    path.write_bytes(b"".join(event(n * NS, code) for n, code in enumerate((KEY_SPACE, KEY_1, KEY_KP2, KEY_3), 1)))
    session = Session()
    Pad(str(path)).read(session, {1: 1, 2: 5})
    assert session.taps == [(NS, None), (2 * NS, 1), (3 * NS, 5)]


def test_events_that_come_in_pieces_are_put_together(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    keeper = os.open(fifo, os.O_RDWR)
    session = Session()
    thread = Pad(str(fifo)).listen(session, {})
    writer = os.open(fifo, os.O_WRONLY)
    data = event(NS, KEY_SPACE) + event(2 * NS, KEY_SPACE)
    os.write(writer, data[:30])
    os.write(writer, data[30:])
    os.close(writer)
    os.close(keeper)
    thread.join(60)
    assert session.taps == [(NS, None), (2 * NS, None)]


def test_a_pad_that_is_not_there_is_refused_before_a_session_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UserError, match="there is no pad at"):
        Pad(str(tmp_path / "nothing"))
    assert main(["--home", str(tmp_path), "run", "200m", "--plain", "--sound", "off", "--pad", "/dev/nothing"]) == 2
    assert "there is no pad at '/dev/nothing'; 'trackbuddy doctor' lists" in capsys.readouterr().err
    assert not (tmp_path / "logs").exists()


def left(home: Home) -> Path:
    session = read("3x200m @ 34, 30s rest").session
    setting = Setting(session_to_json(session), "3 x 200m", build(session), home.logs, sounding=Sounding("off"))
    started = start(setting)
    started.live.leave("resumable")
    return started.path


def test_going_on_refuses_a_pad_that_is_not_there_and_leaves_the_log_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = left(Home.in_folder(tmp_path))
    before = path.read_bytes()
    asked = ["resume", str(path), "--plain", "--sound", "off", "--pad", "/dev/nothing"]
    assert main(["--home", str(tmp_path), *asked]) == 2
    assert "there is no pad at '/dev/nothing'" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_session_that_is_gone_on_with_takes_taps_from_a_pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pad is handed to the session that was opened again, with its athletes' digits."""
    path, heard = left(Home.in_folder(tmp_path)), list[tuple[bool, dict[int, int]]]()
    recorded = tmp_path / "recorded"
    recorded.write_bytes(b"")
    monkeypatch.setattr(Pad, "listen", lambda _, live, digits: heard.append((live.ended, dict(digits))))
    monkeypatch.setattr("trackbuddy.cli.plainly.in_plain", lambda started, *_, **__: _leave(started))
    asked = ["resume", str(path), "--plain", "--sound", "off", "--pad", str(recorded)]
    assert main(["--home", str(tmp_path), *asked]) == 0
    assert heard == [(False, {1: 1})]


def _leave(started: Started) -> int:
    started.live.leave("resumable")
    return 0


def test_devices_with_buttons_are_listed(tmp_path: Path) -> None:
    listed = tmp_path / "devices"
    listed.write_text(
        'I: Bus=0003\nN: Name="USB Footswitch"\nH: Handlers=sysrq kbd event5 leds\n\n'
        'I: Bus=0003\nN: Name="Mouse"\nH: Handlers=mouse0 event6\n\n'
    )
    assert devices(listed) == [("/dev/input/event5", "USB Footswitch")]
    assert devices(tmp_path / "none") == []


def test_a_pad_that_is_pulled_out_is_said(tmp_path: Path) -> None:
    """Whoever taps on it would go on tapping, and no time would come of it."""
    path = tmp_path / "recorded"
    path.write_bytes(event(NS, KEY_SPACE))
    session = Session()
    Pad(str(path)).read(session, {})
    assert session.taps == [(NS, None)]
    assert session.faults == ["the pad is gone; tap on the keyboard"]


def test_a_tap_that_fails_is_said_and_ends_the_pad(tmp_path: Path) -> None:
    class Broken(Session):
        def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> None:
            raise MemoryError("no room")

    path = tmp_path / "recorded"
    path.write_bytes(event(NS, KEY_SPACE))
    session = Broken()
    Pad(str(path)).read(session, {})
    assert session.faults == ["the pad stopped (no room); tap on the keyboard"]


def test_nothing_is_said_of_a_pad_once_the_session_is_over(tmp_path: Path) -> None:
    path = tmp_path / "recorded"
    path.write_bytes(b"")
    session = Session()
    session.ended = True
    Pad(str(path)).read(session, {})
    assert session.faults == []
