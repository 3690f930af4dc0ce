"""`trackbuddy doctor`: what a session leans on here, a test tone, and the line that mends what is missing."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence

from trackbuddy.cli import common
from trackbuddy.cli.checkup import Finding, Health, awake, clock, disk, keys, pads, sound, terminal, voice
from trackbuddy.cli.common import buttons_of
from trackbuddy.cli.printing import print_lines
from trackbuddy.cli.sounding import add_sound, sounding_of
from trackbuddy.live.buttons import DOES, Buttons, name_of
from trackbuddy.live.pad import Pad
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.outputs import output_name
from trackbuddy.sound.players import Choice, choose
from trackbuddy.storage.calibration import read_calibration
from trackbuddy.timing.hearing import CueKind
from trackbuddy.units import NS

TONE = (CueKind.COUNT, CueKind.GO)
TONE_AFTER_NS = NS


def configure(parser: argparse.ArgumentParser) -> None:
    add_sound(parser)
    parser.add_argument("--quiet", action="store_true", help="without the test tone")
    parser.add_argument("--pad", metavar="DEVICE", help="only say what a pad's buttons are called as they are pressed")


def main(args: argparse.Namespace) -> int:
    settings = common.settings_of(args.home)
    if args.pad is not None:
        return _name_buttons(args.pad, buttons_of(settings, args.home))
    sounding = sounding_of(settings, args.home, args.sound, settings.taps or "coach")
    choice = choose(sounding.wanted, voice=sounding.voice)
    calibration = read_calibration(args.home.settings)
    findings = [
        *sound(choice, sounding.wanted, output_name(), calibration),
        voice(wanted=settings.voice),
        *terminal(os.environ),
        *clock(),
        *disk(args.home),
        *keys(),
        *pads(),
        *awake(),
    ]
    print_lines(lines(findings))
    try:
        if not args.quiet and choice.name != "off":
            _test_tone(choice)
    finally:
        choice.player.close()
    return 1 if any(finding.health is Health.BAD for finding in findings) else 0


def _name_buttons(path: str, buttons: Buttons) -> int:
    """Until ctrl+c, or the pad is gone."""
    pad = Pad(path)
    try:
        told = f"Press its buttons; ctrl+c ends. What settings.toml may have them do under [pad]: {', '.join(DOES)}."
        print_lines([told, 'A line there is like  undo = "f13"'])
        sys.stdout.flush()
        for press in pad.presses():
            does = buttons.does(press.code)
            print(f"{name_of(press.code):<14} {f'athlete {does}' if does.isdecimal() else does}", flush=True)
        print("the pad is gone")
    except OSError:
        print("the pad is gone")
    except KeyboardInterrupt:
        print()
    finally:
        pad.close()
    return 0


def lines(findings: Sequence[Finding]) -> list[str]:
    """One a finding, and one for its remedy."""
    shown = []
    for finding in findings:
        shown.append(f"{finding.part:<9} {finding.health:<3} {finding.said}")
        if finding.remedy:
            shown.append(f"{'':<13} -> {finding.remedy}")
    return shown


def _test_tone(choice: Choice) -> None:
    begin_ns = time.monotonic_ns() + TONE_AFTER_NS
    choice.player.plan([Cue(begin_ns + number * NS, kind) for number, kind in enumerate(TONE)])
    print("Listen: a short beep, then GO.", flush=True)
    time.sleep((TONE_AFTER_NS + len(TONE) * NS) / NS)
    problem = choice.player.problem
    if problem is not None:
        print(problem)
    elif choice.name != "bell":
        print("Heard nothing? Then the system's own volume is down, or another output is chosen.")
