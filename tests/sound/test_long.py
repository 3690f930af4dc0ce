"""Hours of sound in scaled time, and a server that dies and comes back: nothing grows, and the session goes on."""

from __future__ import annotations

import gc
import subprocess
import sys
import tracemalloc
from bisect import bisect_left

import pytest
from tests.sound.fakes import SECOND, Clock, MemoryDevice
from tests.sound.studio import missing, studio

from trackbuddy.sound.canvas_player import CanvasPlayer
from trackbuddy.sound.kinds import Cue
from trackbuddy.timing.hearing import CueKind

TWO_HOURS = 7_200
APART_S = 3.6
"""2,000 cues in two hours."""


class Short(MemoryDevice):
    """Canvases of ten minutes would be 58 MB of real memory each here; what is played is looked at nowhere."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock, frames=60 * 48_000)


@pytest.mark.drill
def test_two_hours_and_2000_cues_leave_nothing_behind() -> None:
    clock = Clock()
    device = Short(clock)
    player = CanvasPlayer(device, "simpleaudio", clock=clock, threaded=False)
    begin_ns = clock.now_ns + 3 * SECOND
    kinds = (CueKind.COUNT, CueKind.GO, CueKind.TAP)
    cues = [Cue(begin_ns + round(number * APART_S * SECOND), kinds[number % 3]) for number in range(2_000)]
    instants = [cue.at_ns for cue in cues]
    sizes = []
    tracemalloc.start()
    try:
        for minute in range(TWO_HOURS // 60):
            until_ns = clock.now_ns + 60 * SECOND
            while clock.now_ns < until_ns:
                first = bisect_left(instants, clock.now_ns - 10 * SECOND)
                player.plan(cues[first : first + 20])
                player.step()
                clock.go(0.25)
            stream = device.streams[-1]
            stream.playing = clock.now_ns < stream.anchor_ns + 59 * SECOND
            del device.streams[:-1]
            if minute in (10, 115):
                gc.collect()
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 1_000_000
    assert player.dropped < 40, "one or two fall into each change of a canvas that ends here every minute"


KILLED = """
import sys, time
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import choose
from trackbuddy.timing.hearing import CueKind
player = choose(sys.argv[1]).player
begin = time.monotonic_ns() + 2 * 10**9
cues = [Cue(begin + number * 10**9, CueKind.COUNT) for number in range(30)]
player.plan(cues)
said = set()
print("begun", flush=True)
while time.monotonic_ns() < cues[-1].at_ns + 10**9:
    before = time.monotonic()
    player.plan(cues)
    problem = player.problem
    assert time.monotonic() - before < 5, "nobody waits for sound"
    if problem not in said:
        said.add(problem)
        print(problem, flush=True)
    time.sleep(0.05)
player.close()
"""


@pytest.mark.drill
@pytest.mark.skipif(missing() is not None, reason=str(missing()))
@pytest.mark.parametrize("name", ["simpleaudio", "process"])
def test_a_server_that_is_killed_and_comes_back_is_heard_again(name: str) -> None:
    with studio() as room:
        program = subprocess.Popen(
            [sys.executable, "-c", KILLED, name],
            env=room.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "begun\n"
        subprocess.run(["sleep", "5"], check=True)
        room.server.kill()
        subprocess.run(["sleep", "3"], check=True)
        room.restart_server()
        room.record()
        said, errors = program.communicate(timeout=120)
        sounds = room.recorded().sounds()
    assert program.returncode == 0, errors
    assert errors == "", "nothing of the sound system's own reaches the terminal"
    assert "no sound: " in said
    assert said.splitlines()[-1] in {"None", *(line for line in said.splitlines() if line.startswith("sound: "))}
    assert len(sounds) >= 5, said
