"""Pads by recorded events, through the same reader."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.patience import eventually

from trackbuddy.cli import main
from trackbuddy.errors import UserError
from trackbuddy.live.buttons import CODES, Buttons, ButtonsError, code_of, name_of
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
        self.others: list[tuple[Callable[..., i.Input], int | None]] = []
        self.faults: list[str] = []
        self.ended = False

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> None:
        if kind is i.Tap:
            self.taps.append((mono_ns, members["athlete"]))
        else:
            self.others.append((kind, mono_ns))

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


def test_the_users_own_buttons_go_before(tmp_path: Path) -> None:
    path = tmp_path / "recorded"
    f13, volume_up = CODES["f13"], CODES["volumeup"]
    pressed = (KEY_SPACE, KEY_1, f13, volume_up, KEY_3, CODES["enter"], 640)
    path.write_bytes(b"".join(event(n * NS, code) for n, code in enumerate(pressed, 1)))
    own = Buttons.of(
        {"2": ["space", "#640"], "undo": ["f13"], "nothing": ["volumeup"], "tap": ["1"], "enter": ["enter"]}
    )
    session = Session()
    Pad(str(path), own).read(session, {2: 7, 3: 8})
    assert session.taps == [(NS, 7), (2 * NS, None), (5 * NS, 8), (7 * NS, 7)]
    assert session.others == [(i.Undo, 3 * NS), (i.ThatsAll, 6 * NS)]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"jump": ["f13"]}, "a button can't do 'jump'; it can 1, 2, 3, 4, 5, 6, 7, 8, 9, tap, enter, undo, take"),
        ({"undo": ["f99"]}, "'f99' is no button; 'trackbuddy doctor --pad DEVICE' says what yours are called"),
        ({"undo": ["#9999"]}, "'#9999' is no button"),
        ({"undo": ["f13"], "1": ["F13"]}, "button F13 can't be 1 and undo"),
    ],
)
def test_what_is_no_button_is_said(own: dict[str, list[str]], said: str) -> None:
    with pytest.raises(ButtonsError) as refused:
        Buttons.of(own)
    assert str(refused.value).startswith(said)


def test_every_button_has_a_name_that_is_read_again() -> None:
    assert all(code_of(name_of(code)) == code for code in range(1, 768))
    assert [CODES[name] for name in ("1", "backspace", "space", "kpdot", "f24", "gamepad-start")] == [
        2,
        14,
        57,
        83,
        194,
        315,
    ]


def test_a_button_map_that_cannot_be_is_refused_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.toml").write_text('volume = 0.5\n\n[pad]\ntap = "space"\nundo = "nope"\n')
    assert main(["--home", str(tmp_path), "run", "200m", "--plain", "--sound", "off"]) == 2
    said = capsys.readouterr().err
    assert "'nope' is no button" in said
    assert "settings.toml:5" in said.replace(", line 5", ":5"), said
    assert not (tmp_path / "logs").exists()


def test_doctor_names_the_buttons_that_are_pressed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.toml").write_text('[pad]\nundo = "f13"\n')
    recorded = tmp_path / "recorded"
    recorded.write_bytes(event(NS, CODES["f13"]) + event(2 * NS, KEY_3) + event(3 * NS, 640))
    assert main(["--home", str(tmp_path), "doctor", "--pad", str(recorded)]) == 0
    told, _, named = capsys.readouterr().out.partition('undo = "f13"\n')
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9, tap" in " ".join(told.split())
    assert [line.split() for line in named.splitlines()] == [
        ["f13", "undo"],
        ["3", "athlete", "3"],
        ["#640", "tap"],
        ["the", "pad", "is", "gone"],
    ]


UINPUT = Path("/dev/uinput")


@pytest.mark.skipif(not os.access(UINPUT, os.W_OK), reason="no uinput here to make a pad with")
def test_a_pad_of_the_kernels_own_taps_by_its_stamps() -> None:
    """uinput makes a real input device; what is pressed on it comes stamped on the session's clock."""
    import fcntl
    import struct
    import time

    ui = os.open(UINPUT, os.O_WRONLY)
    try:
        fcntl.ioctl(ui, 0x40045564, EV_KEY)  # UI_SET_EVBIT
        fcntl.ioctl(ui, 0x40045565, CODES["f13"])  # UI_SET_KEYBIT
        setup = struct.pack("HHHH80sI", 3, 1, 1, 1, b"trackbuddy test pad", 0)
        fcntl.ioctl(ui, 0x405C5503, setup)  # UI_DEV_SETUP
        fcntl.ioctl(ui, 0x5501)  # UI_DEV_CREATE
        assert eventually(lambda: [path for path, name in devices() if name == "trackbuddy test pad"])
        path = next(path for path, name in devices() if name == "trackbuddy test pad")
        assert eventually(lambda: os.access(path, os.R_OK))
        session = Session()
        thread = Pad(path, Buttons.of({"4": ["f13"]})).listen(session, {4: 2})
        before_ns = time.monotonic_ns()
        for value in (1, 0):
            os.write(ui, event(0, CODES["f13"], value) + event(0, 0, 0, EV_SYN))
        assert eventually(lambda: session.taps)
        after_ns = time.monotonic_ns()
    finally:
        os.close(ui)
    thread.join(60)
    ((at_ns, athlete),) = session.taps
    assert athlete == 2
    assert at_ns is not None
    assert before_ns - 1000 <= at_ns <= after_ns
    assert session.faults == ["the pad is gone; tap on the keyboard"]


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


def test_another_session_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """Others were chosen before the start: the pad is theirs now, with their digits."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    hand = os.open(path, os.O_RDWR)
    pad, first, second = Pad(str(path)), Session(), Session()
    thread = pad.listen(first, {1: 1})
    assert pad.listen(second, {3: 2}) is thread
    os.write(hand, event(NS, KEY_3))
    os.write(hand, event(2 * NS, KEY_1))
    os.write(hand, event(3 * NS, KEY_SPACE))
    os.close(hand)
    thread.join(10)
    assert (first.taps, second.taps) == ([], [(NS, 2), (3 * NS, None)])
