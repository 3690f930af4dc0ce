"""How late cues are heard, measured with a microphone in a sound server of its own: absolutely, against the log.

usage: python benchmarks/sound_timing.py [PART ...]     all parts without a name; needs PulseAudio

Parts:
  idle, loaded   sessions by keys on the full screen; loaded: two busy processes and a thread that holds the interpreter
  stops          the same while the program, then the server, stands still for half a second in each recovery
  cancel         how much of a GO is still heard after it was taken back
  naive          one play call a beep, loaded, for comparison
  steps          24 cues of one canvas: the distances between them
  many           2,000 cues: memory, open files and threads before and after (some minutes)
  long           five minutes on the full screen with two busy processes (not among all parts)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.e2e.terminal import Terminal
from tests.sound.heard import Comparison, compare, expected
from tests.sound.studio import FIRST_HZ, Recording, Studio, missing, studio

from trackbuddy.sound.kinds import ANSWERS
from trackbuddy.timing.hearing import CueKind

MS = 1_000_000
BURN = "while True: sum(range(100_000))"
HOLD = f"import threading\nthreading.Thread(target=exec, args=({BURN!r},), daemon=True).start()\n"
PLAYERS = ("simpleaudio", "process")
APART_NS = 700_000_000
"""Between two beeps, for the comparison."""


def session(
    room: Studio,
    player: str,
    *,
    burners: int = 0,
    held: bool = False,
    stops: str = "",
    text: str = "3x100m @ 4s, 5s rest",
) -> Comparison:
    """Runs it by keys, and compares what was heard with what its log says."""
    reps = int(text.split("x")[0])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "held").mkdir()
        (home / "held" / "sitecustomize.py").write_text(HOLD if held else "")
        before = dict(os.environ)
        os.environ.update(room.environment, PYTHONPATH=str(home / "held"))
        busy = [subprocess.Popen([sys.executable, "-I", "-c", BURN]) for _ in range(burners)]
        room.record()
        terminal = Terminal(["run", text, "--sound", player, "--lead-in", "5s"], home)
        try:
            terminal.until_text("begin")
            terminal.press_until_fact(" ", "lead_in_started")
            for number in range(1, reps + 1):
                terminal.until_fact("rep_started", number)
                terminal.rest(2)
                terminal.press(" ")
                terminal.until_fact("rep_ended", number)
                if stops and number < reps:
                    terminal.rest(0.7)
                    with room.stopped(terminal.process.pid if stops == "program" else None):
                        time.sleep(0.5)
            terminal.rest(1)
            terminal.press_until_fact("\r", "finished")
            terminal.rest(0.5)
            log = terminal.log()
            assert log is not None, "a session has a log"
            return compare(expected(log), room.recorded().sounds())
        finally:
            terminal.close()
            for child in busy:
                child.kill()
                child.wait()
            os.environ.clear()
            os.environ.update(before)


def tell(name: str, found: Comparison) -> None:
    planned = [late for cue, late in found.heard if cue.kind not in ANSWERS]
    answers = [late / MS + 150 for cue, late in found.heard if cue.kind in ANSWERS]
    if not planned:
        print(f"  {name:<28} nothing was heard; {len(found.missed)} missed")
        return
    middle = statistics.median(planned)
    strays = sorted(abs(late - middle) / MS for late in planned)
    print(
        f"  {name:<28} late {min(planned) / MS:5.1f} to {max(planned) / MS:5.1f} ms, median {middle / MS:4.1f};"
        f" |late - median| p95 {strays[int(len(strays) * 0.95)]:4.1f}, max {strays[-1]:4.1f};"
        f" answers {max(answers, default=0):3.0f} ms at most after the tap;"
        f" {len(found.heard)} heard, {len(found.missed)} missed, {len(found.extra)} unplanned"
        + "".join(f"; missed {cue.kind}" for cue in found.missed),
        flush=True,
    )


def idle() -> None:
    for player in PLAYERS:
        with studio() as room:
            tell(f"{player}, idle", session(room, player))


def loaded() -> None:
    for player in PLAYERS:
        with studio() as room:
            tell(f"{player}, both busy", session(room, player, burners=2, held=True))


def stops() -> None:
    for player in PLAYERS:
        for who in ("program", "server"):
            with studio() as room:
                tell(f"{player}, {who} stopped", session(room, player, stops=who))


def long() -> None:
    for player in PLAYERS:
        with studio() as room:
            tell(f"{player}, five minutes", session(room, player, burners=2, text="40x100m @ 4s, 5s rest"))


def child(code: str, *arguments: str, burners: int = 0) -> tuple[list[int], list[tuple[int, int]]]:
    """What a program printed (instants in ns), and what was heard: (instant in ns, ms long)."""
    planned, recording = recorded(code, *arguments, burners=burners)
    return planned, [(sound.at_ns, sound.for_ms) for sound in recording.sounds()]


def recorded(code: str, *arguments: str, burners: int = 0) -> tuple[list[int], Recording]:
    """What a program printed (instants in ns; what it says besides is passed on), and what was recorded meanwhile."""
    with studio() as room:
        room.record()
        busy = [subprocess.Popen([sys.executable, "-I", "-c", BURN]) for _ in range(burners)]
        try:
            done = subprocess.run(
                [sys.executable, "-c", code, *arguments], env=room.environment, capture_output=True, text=True
            )
        finally:
            for process in busy:
                process.kill()
                process.wait()
        recording = room.recorded()
    if done.returncode or done.stderr:
        code = f"ended with {done.returncode}: " if done.returncode else ""
        print(f"  {code}{done.stderr.strip()[-300:]}", flush=True)
    return [int(word) for word in done.stdout.split()], recording


STEPS = """
import sys, time
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import choose
from trackbuddy.timing.hearing import CueKind
player = choose(sys.argv[1]).player
at = time.monotonic_ns() + 3 * 10**9
cues = []
for number in range(24):
    cues.append(Cue(at, CueKind.COUNT))
    at += 400_000_000 + number * 13_777_777
player.plan(cues)
for cue in cues:
    print(cue.at_ns)
time.sleep((at - time.monotonic_ns()) / 1e9 + 1)
player.close()
"""


def steps() -> None:
    for player in PLAYERS:
        planned, heard = child(STEPS, player)
        lates = [at - plan for (at, _), plan in zip(heard, planned, strict=False)]
        spread = (max(lates) - min(lates)) / 1000 if lates else float("nan")
        print(
            f"  {player:<28} {len(heard)} of {len(planned)} heard; distances differ by {spread:.0f} us at most",
            flush=True,
        )


CANCEL = """
import sys, time
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import choose
from trackbuddy.timing.hearing import CueKind
player = choose(sys.argv[1]).player
player.plan([Cue(time.monotonic_ns() + 2 * 10**9, CueKind.CONE)])
time.sleep(3)
for ms in (400, 250, 200, 170, 160, 140, 60):
    go = Cue(time.monotonic_ns() + 10**9, CueKind.GO)
    player.plan([go])
    time.sleep((go.at_ns - ms * 10**6 - time.monotonic_ns()) / 1e9)
    player.plan([])
    print(go.at_ns)
    time.sleep(2)
player.close()
"""


def cancel() -> None:
    for player in PLAYERS:
        planned, heard = child(CANCEL, player)
        lines = []
        for ms, at in zip((400, 250, 200, 170, 160, 140, 60), planned, strict=True):
            length = sum(long for begun, long in heard if abs(begun - at) < 300 * MS)
            lines.append(f"{ms}: {length}")
        print(f"  {player:<28} GO undone so many ms before it: ms of it heard: {', '.join(lines)}", flush=True)


NAIVE = """
import sys, time
import simpleaudio
from trackbuddy.sound import tones
from trackbuddy.timing.hearing import CueKind
tone = tones.pcm(CueKind.COUNT)
at = time.monotonic_ns() + 2 * 10**9
for number in range(20):
    time.sleep(max(at - time.monotonic_ns(), 0) / 1e9)
    simpleaudio.play_buffer(tone, 1, 2, 48_000)
    print(at)
    at += int(sys.argv[1])
time.sleep(1)
"""


def naive() -> None:
    for name, burners in (("idle", 0), ("both busy", 2)):
        planned, heard = child(NAIVE, str(APART_NS), burners=burners)
        # a beep that was never heard would count as its neighbour's lateness
        lates = [late / MS for plan in planned for at, _ in heard if abs(late := at - plan) < APART_NS // 2]
        said = f"late {min(lates):.1f} to {max(lates):.1f} ms" if lates else "nothing was heard"
        print(f"  {f'one play call a beep, {name}':<28} {said}; {len(lates)} of {len(planned)} heard", flush=True)


MANY = """
import os, sys, threading, time
from pathlib import Path
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import choose
from trackbuddy.timing.hearing import CueKind
def resources():
    status = Path("/proc/self/status").read_text().splitlines()
    kb = int(next(line for line in status if line.startswith("VmRSS")).split()[1])
    return kb, len(os.listdir("/proc/self/fd")), threading.active_count()
player = choose(sys.argv[1]).player
kinds = [CueKind.CONE, CueKind.TAP, CueKind.COUNT]
begin = time.monotonic_ns() + 3 * 10**9
cues = [Cue(begin + number * 150_000_000, kinds[number % 3]) for number in range(2_000)]
print(*[cue.at_ns for cue in cues])
before = None
for number in range(2_000):
    player.plan(cues[max(0, number - 20) : number + 60])
    time.sleep(max(cues[number].at_ns - time.monotonic_ns(), 0) / 1e9)
    if number == 100:
        before = resources()
print("%d kB, %d files, %d threads more after 1,900 cues; %d dropped"
      % (*[b - a for a, b in zip(before, resources())], player.dropped), file=sys.stderr)
player.close()
"""


def many() -> None:
    for player in PLAYERS:
        planned, recording = recorded(MANY, player)
        # One by one and by its pitch: tones so near to each other would be counted as one sound.
        wanted = [FIRST_HZ[kind] for kind in (CueKind.CONE, CueKind.TAP, CueKind.COUNT)]
        heard = sum(recording.pitch_at(at) == wanted[number % 3] for number, at in enumerate(planned))
        print(f"  {player:<28} {heard} of {len(planned):,} heard at their instants", flush=True)


def main() -> None:
    parts: dict[str, Callable[[], None]] = {
        "idle": idle,
        "loaded": loaded,
        "stops": stops,
        "steps": steps,
        "cancel": cancel,
        "naive": naive,
        "many": many,
        "long": long,
    }
    wanted = sys.argv[1:] or [name for name in parts if name not in ("many", "long")]
    lacking = missing()
    print("sound, as heard:")
    if lacking is not None:
        print(f"  skipped: {lacking}")
        return
    for name in wanted:
        parts[name]()


if __name__ == "__main__":
    main()
