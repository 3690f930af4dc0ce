"""Plays cues through a real player and prints what was planned, to be compared with what is heard.

usage: python benchmarks/sound_timing.py [simpleaudio|process] PART

Parts:
  pattern   24 cues at uneven distances in one canvas: a JSON line each with the planned monotonic second
  taps      20 answers, each planned 150 ms after a tap, with planning right after the tap
  cancel    5 tones of GO, each undone while it is 60 ms from starting (it stays), 200 ms (it goes)
  many      2,000 cues of the cadence, with memory and open files before and after
  restarts  5 players one after the other, how long choosing, planning and closing took

`--load` keeps both cores busy meanwhile, and the interpreter too. What is planned goes to standard output; everything
else to standard error.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.player import Player
from trackbuddy.sound.players import Choice, choose
from trackbuddy.timing.hearing import CueKind

MS = 1_000_000
SECOND = 1_000 * MS


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def pattern(player: Player) -> None:
    at = time.monotonic_ns() + 3 * SECOND
    kinds = [CueKind.COUNT, CueKind.TAP, CueKind.LEFT_10, CueKind.CONE]
    cues = []
    for number in range(24):
        cues.append(Cue(at, kinds[number % 4]))
        at += 400 * MS + number * 13_777_777
    player.plan(cues)
    for cue in cues:
        say(planned=cue.at_ns / SECOND, kind=cue.kind)
    while time.monotonic_ns() < cues[-1].at_ns + SECOND:
        player.plan(cues)
        time.sleep(0.1)


def taps(player: Player) -> None:
    player.plan([Cue(time.monotonic_ns() + 2 * SECOND, CueKind.CONE)])
    time.sleep(3)
    costs = []
    for number in range(20):
        tapped = time.monotonic_ns()
        answer = Cue(tapped + 150 * MS, CueKind.TAP)
        player.plan([answer])
        costs.append(time.monotonic_ns() - tapped)
        say(planned=answer.at_ns / SECOND, kind=answer.kind)
        time.sleep(0.4 + number * 0.0137)
    note(f"plan() took {sorted(costs)[10] / 1000:.0f} us in the middle, {max(costs) / 1000:.0f} us at most")


def cancel(player: Player) -> None:
    player.plan([Cue(time.monotonic_ns() + SECOND, CueKind.CONE)])
    time.sleep(2)
    for distance in (60, 140, 160, 200, 400):
        go = Cue(time.monotonic_ns() + SECOND, CueKind.GO)
        player.plan([go])
        while time.monotonic_ns() < go.at_ns - distance * MS:
            time.sleep(0.001)
        player.plan([])
        say(planned=go.at_ns / SECOND, kind=go.kind, undone_ms_before=distance)
        time.sleep(2)


def many(player: Player) -> None:
    kinds, at = [CueKind.COUNT, CueKind.METRONOME, CueKind.TAP], time.monotonic_ns() + 2 * SECOND
    player.plan([Cue(at, CueKind.CONE)])
    time.sleep(2.5)
    before = resources()
    cues = [Cue(time.monotonic_ns() + SECOND + n * 60 * MS, kinds[n % 3]) for n in range(2_000)]
    begun = time.monotonic_ns()
    player.plan(cues)
    note(f"planning 2,000 cues took {(time.monotonic_ns() - begun) / MS:.1f} ms")
    begun = time.monotonic_ns()
    player.plan(cues)
    note(f"planning the same again took {(time.monotonic_ns() - begun) / MS:.1f} ms")
    time.sleep((cues[-1].at_ns - time.monotonic_ns()) / SECOND + 0.5)
    after = resources()
    note(f"before {before}, after {after}")


def restarts(wanted: str, player: Player) -> None:
    player.close()
    for _ in range(5):
        begun = time.monotonic()
        choice = get(wanted)
        had = time.monotonic()
        go = Cue(time.monotonic_ns() + SECOND, CueKind.COUNT)
        choice.player.plan([go])
        say(planned=go.at_ns / SECOND, kind=go.kind)
        planned = time.monotonic()
        time.sleep(1.2)
        closing = time.monotonic()
        choice.player.close()
        closed = time.monotonic()
        note(
            f"chosen in {(had - begun) * 1e3:.0f} ms, planned in {(planned - had) * 1e3:.2f} ms, "
            f"closed in {(closed - closing) * 1e3:.0f} ms; {resources()}"
        )


def resources() -> str:
    lines = Path("/proc/self/status").read_text().splitlines()
    memory = next(line for line in lines if line.startswith("VmRSS")).split()[1]
    return f"{memory} kB, {len(os.listdir('/proc/self/fd'))} files, {threading.active_count()} threads"


def burn() -> None:
    while True:
        sum(range(100_000))


def load() -> None:
    for _ in range(2):
        multiprocessing.get_context("spawn").Process(target=burn, daemon=True).start()
    threading.Thread(target=burn, daemon=True).start()


def get(wanted: str) -> Choice:
    choice = choose(wanted)  # type: ignore[arg-type]
    note(choice.reason)
    return choice


def main() -> None:
    parts: dict[str, Callable[[Player], None]] = {
        "pattern": pattern,
        "taps": taps,
        "cancel": cancel,
        "many": many,
        "restarts": lambda player: restarts(args.player, player),
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("player", choices=["auto", "simpleaudio", "process", "bell"])
    parser.add_argument("part", choices=parts)
    parser.add_argument("--load", action="store_true")
    args = parser.parse_args()
    if args.load:
        load()
        time.sleep(1)
    choice = get(args.player)
    parts[args.part](choice.player)
    choice.player.close()
    note(f"dropped: {choice.player.dropped}; problem: {choice.player.problem}")


if __name__ == "__main__":
    main()
