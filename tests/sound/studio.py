"""A sound server of one's own with a microphone in it: what a program plays is recorded, and said as cues.

The server plays into nothing at the pace of the monotonic clock, so sample n of the recording sounded at t0 + n / RATE
with t0 alone unknown. Recordings are read by the earliest of many chunks, since a chunk can come late and never early:
about 2 ms stay unknown as a constant of a run, the distances are exact to the sample.
"""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from trackbuddy.sound import tones
from trackbuddy.sound.tones import RATE
from trackbuddy.timing.hearing import CueKind

NEEDED = ("pulseaudio", "pactl", "parec")
BLOCK = RATE // 1000
LOUD = 400
GAP_BLOCKS = 25
"""Silence shorter than this stays within a sound."""
PRIORITY = 50


def missing() -> str | None:
    """Why there can be no studio here, or None."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        return f"{', '.join(lacking)} not found (apt install pulseaudio pulseaudio-utils libasound2-plugins)"
    return None


@dataclass(frozen=True, slots=True)
class Sound:
    """Something that was heard."""

    at_ns: int
    """On the monotonic clock, up to a constant of about 2 ms a run."""
    for_ms: int
    hz: float
    """The strongest of the pitches that cues have, at its beginning."""


class Studio:
    """`environment` is what a program needs to play into it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = _environment(home)
        self.server = self._start_server()
        self._take: _Take | None = None

    def _start_server(self) -> subprocess.Popen[bytes]:
        lacks = {"PULSE_SERVER", "PULSE_SINK"}
        environment = {name: value for name, value in self.environment.items() if name not in lacks}
        socket = self.home / "native.sock"
        with suppress(FileNotFoundError):
            socket.unlink()
        with (self.home / "server.log").open("ab") as log:
            server = subprocess.Popen(
                [
                    *"pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --realtime=no".split(),
                    *"--log-level=warn --log-target=stderr".split(),
                    *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
                    *("-L", "module-null-sink sink_name=rig rate=48000 channels=1 format=s16le norewinds=1"),
                ],
                env=environment,
                stdin=subprocess.DEVNULL,
                stderr=log,
            )
        for _ in range(100):
            asked = subprocess.run(["pactl", "info"], env=self.environment, capture_output=True, check=False)
            if asked.returncode == 0:
                _make_real_time(server.pid)
                return server
            time.sleep(0.1)
        server.kill()
        server.wait()
        raise AssertionError(f"no sound server: {(self.home / 'server.log').read_text()}")

    def restart_server(self) -> None:
        """After a kill: what was being recorded is over."""
        self.server.wait()
        self.server = self._start_server()

    @contextmanager
    def stopped(self, pid: int | None = None) -> Iterator[None]:
        """A process (the server by default) stands still meanwhile."""
        pid = pid or self.server.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    def record(self) -> None:
        self._take = _Take(self.environment)

    def recorded(self) -> Recording:
        """Ends the recording."""
        assert self._take is not None, "nothing is being recorded"
        take, self._take = self._take, None
        return take.end()

    def close(self) -> None:
        if self._take is not None:
            self._take.end()
        self.server.terminate()
        self.server.wait()


class _Take:
    def __init__(self, environment: Mapping[str, str]) -> None:
        command = f"parec -d rig.monitor --raw --format=s16le --rate={RATE} --channels=1"
        self._process = subprocess.Popen(
            [*command.split(), "--latency-msec=2", "--process-time-msec=2"],
            env=dict(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        _make_real_time(self._process.pid)
        self._chunks: list[bytes] = []
        self._offsets: list[int] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        while len(self._offsets) < 20:
            assert self._process.poll() is None, "the recorder has ended"
            time.sleep(0.01)

    def _read(self) -> None:
        if hasattr(os, "sched_setscheduler"):
            with suppress(PermissionError):
                os.sched_setscheduler(threading.get_native_id(), os.SCHED_FIFO, os.sched_param(PRIORITY))
        assert self._process.stdout is not None
        taken, fd = 0, self._process.stdout.fileno()
        while chunk := os.read(fd, 65536):
            self._offsets.append(time.monotonic_ns() - taken * 1_000_000_000 // RATE)
            self._chunks.append(chunk)
            taken += len(chunk) // 2

    def end(self) -> Recording:
        time.sleep(0.4)
        self._process.terminate()
        self._process.wait()
        self._thread.join(5)
        samples = array("h")
        samples.frombytes(b"".join(self._chunks)[: sum(map(len, self._chunks)) // 2 * 2])
        sizes = sorted(len(chunk) // 2 for chunk in self._chunks[5:])
        block_ns = sizes[len(sizes) // 2] * 1_000_000_000 // RATE
        return Recording(min(self._offsets[5:]) + block_ns, samples)


@dataclass(frozen=True, slots=True)
class Recording:
    t0_ns: int
    samples: array[int]

    def sounds(self) -> list[Sound]:
        view = memoryview(self.samples)
        blocks = [
            max(piece) > LOUD or min(piece) < -LOUD
            for piece in (view[at : at + BLOCK] for at in range(0, len(view) - BLOCK, BLOCK))
        ]
        found: list[Sound] = []
        first: int | None = None
        quiet = 0
        for number, loud in enumerate([*blocks, *[False] * (GAP_BLOCKS + 1)]):
            quiet = 0 if loud else quiet + 1
            if loud and first is None:
                first = number
            elif first is not None and quiet > GAP_BLOCKS:
                found.append(self._sound(first * BLOCK, (number - quiet + 1) * BLOCK))
                first = None
        return found

    def pitch_at(self, at_ns: int) -> float | None:
        """The strongest of the pitches that cues have just behind an instant, whatever is around it; None: silence."""
        start = (at_ns - self.t0_ns) * RATE // 1_000_000_000 + 8 * BLOCK
        piece = self.samples[max(start, 0) : max(start + 32 * BLOCK, 0)]
        if not piece or max(map(abs, piece)) <= LOUD:
            return None
        return max(PITCHES, key=lambda pitch: _strength(piece, pitch))

    def _sound(self, begin: int, end: int) -> Sound:
        start = next((at for at in range(begin, end) if abs(self.samples[at]) > LOUD), begin)
        piece = self.samples[start : min(end, start + 40 * BLOCK)]
        hz = max(PITCHES, key=lambda pitch: _strength(piece, pitch))
        return Sound(self.t0_ns + start * 1_000_000_000 // RATE, (end - start) // BLOCK, hz)


PITCHES = sorted({note.hz for notes in tones.PATTERNS.values() for note in notes if note.hz})
FIRST_HZ = {kind: next(note.hz for note in notes if note.hz) for kind, notes in tones.PATTERNS.items()}


def kinds_of(sound: Sound) -> set[CueKind]:
    """Which cues begin with that pitch."""
    return {kind for kind, hz in FIRST_HZ.items() if hz == sound.hz}


def _strength(piece: Sequence[int], hz: float) -> float:
    """How much of a pitch there is: one bin of a Fourier transform."""
    turn = 2 * math.pi * hz / RATE
    again = 2 * math.cos(turn)
    older = newer = 0.0
    for value in piece:
        older, newer = newer, value + again * newer - older
    return newer * newer + older * older - again * newer * older


def _make_real_time(pid: int) -> None:
    """A desktop's sound server has real-time priority; without it a busy machine starves the studio itself.

    Where it isn't granted the studio does without. The server undoes what it was started
    with, so every thread is asked.
    """
    if hasattr(os, "sched_setscheduler"):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(PermissionError, ProcessLookupError):
                os.sched_setscheduler(int(thread.name), os.SCHED_FIFO, os.sched_param(PRIORITY))


def _environment(home: Path) -> dict[str, str]:
    for name in ("xdg", "pulse", "state"):
        (home / name).mkdir(mode=0o700)
    (home / "client.conf").write_text("autospawn = no\n")
    (home / "asound.conf").write_text(
        "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n"
    )
    return os.environ | {
        "XDG_RUNTIME_DIR": f"{home}/xdg",
        "PULSE_RUNTIME_PATH": f"{home}/pulse",
        "PULSE_STATE_PATH": f"{home}/state",
        "PULSE_COOKIE": f"{home}/cookie",
        "PULSE_CLIENTCONFIG": f"{home}/client.conf",
        "PULSE_SERVER": f"unix:{home}/native.sock",
        "PULSE_SINK": "rig",
        "ALSA_CONFIG_PATH": f"{home}/asound.conf",
    }


@contextmanager
def studio() -> Iterator[Studio]:
    with tempfile.TemporaryDirectory(prefix="studio-") as home:
        opened = Studio(Path(home))
        try:
            yield opened
        finally:
            opened.close()
