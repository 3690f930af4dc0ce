"""What `trackbuddy doctor` looks at: each part of the machine that a session leans on, and the line that mends it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from trackbuddy.live.awake import Awake
from trackbuddy.live.pad import devices
from trackbuddy.sound.kinds import SoundError
from trackbuddy.sound.players import Choice
from trackbuddy.sound.read_pages import can_watch
from trackbuddy.sound.voice import Voice
from trackbuddy.storage.calibration import Calibration
from trackbuddy.storage.paths import Home
from trackbuddy.timing.hearing import Wanted

FREE_MB: Final = 50
SMALLEST: Final = (60, 20)
NAMING: Final = "what its buttons are called, for [pad] in settings.toml: trackbuddy doctor --pad"
LEDS: Final = Path("/sys/class/leds")


class Health(StrEnum):
    GOOD = "ok"
    FAIR = "!"
    BAD = "NO"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, how it stands, and what to type where that helps."""

    part: str
    health: Health
    said: str
    remedy: str = ""


def sound(choice: Choice, wanted: Wanted, output: str, calibration: Calibration) -> Iterator[Finding]:
    """The player that is used and why, and what the better ones lack. What the user chose lacks nothing."""
    health = Health.BAD if choice.name == "off" else Health.FAIR if choice.name == "bell" else Health.GOOD
    health = Health.GOOD if choice.name == wanted else health
    yield Finding("sound", health, choice.reason, "" if health is Health.GOOD else sound_remedy(choice.reason))
    if health is Health.GOOD and "simpleaudio is not installed" in choice.reason:
        yield Finding("", Health.FAIR, "simpleaudio plays without a program beside it", sound_remedy("not installed"))
    if choice.name == "simpleaudio" and not can_watch():
        yield Finding("", Health.FAIR, "a stream that slips is not noticed here; --sound process notices it")
    if choice.name != "off":
        late_ms = calibration.late_ms.get(output)
        if late_ms is None:
            yield Finding("speaker", Health.FAIR, f"{output} was never measured", "trackbuddy calibrate")
        else:
            yield Finding("speaker", Health.GOOD, f"{output} is {late_ms} ms late, and cues go out so much earlier")
    if calibration.thumb_ms is not None:
        yield Finding("thumb", Health.GOOD, f"taps spread by {calibration.thumb_ms} ms")


def voice(*, wanted: bool) -> Finding:
    """Who would say the times."""
    try:
        name = Voice().name
    except SoundError as error:
        return Finding("voice", Health.FAIR if wanted else Health.GOOD, str(error), "sudo apt install espeak-ng")
    return Finding("voice", Health.GOOD, name if wanted else f"{name}; off, voice = true in settings.toml turns it on")


def sound_remedy(reason: str) -> str:
    """The line to type for what is missing."""
    if "simpleaudio-patched" in reason:
        return "pip install simpleaudio-patched"
    if sys.platform == "darwin":
        return "pip install 'trackbuddy[sound]'"
    if "not installed" in reason or "cannot be loaded" in reason:
        return "sudo apt install gcc libc6-dev python3-dev libasound2-dev && pip install 'trackbuddy[sound]'"
    if "no sound device" in reason or "does not answer" in reason or "does not play" in reason:
        return "plug a speaker in and choose it in the system's sound settings; then trackbuddy doctor again"
    return "sudo apt install pulseaudio-utils alsa-utils"


def terminal(environ: Mapping[str, str]) -> Iterator[Finding]:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        yield Finding("terminal", Health.FAIR, "this is none: only --plain runs here", "open a terminal window")
        return
    size = shutil.get_terminal_size()
    small = size.columns < SMALLEST[0] or size.lines < SMALLEST[1]
    said = f"{size.columns} columns, {size.lines} rows, {environ.get('TERM') or 'no TERM'}"
    remedy = f"make it {SMALLEST[0]} by {SMALLEST[1]} at least, or its letters smaller" if small else ""
    yield Finding("terminal", Health.FAIR if small else Health.GOOD, said, remedy)
    true_colour = environ.get("COLORTERM", "") in {"truecolor", "24bit"}
    colours = "all colours" if true_colour else "it doesn't say that it knows all colours; the nearest are used"
    yield Finding("colours", Health.GOOD if true_colour else Health.FAIR, colours, "" if true_colour else TRUE_COLOUR)
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    if encoding != "utf8":
        yield Finding("letters", Health.BAD, f"{encoding}: the big digits need UTF-8", "export LC_ALL=C.UTF-8")


TRUE_COLOUR: Final = "export COLORTERM=truecolor   (where the terminal can: most can)"


def clock() -> Iterator[Finding]:
    info = time.get_clock_info("monotonic")
    exact = info.resolution <= 1e-6
    yield Finding("clock", Health.GOOD if exact else Health.FAIR, f"monotonic, exact to {info.resolution * 1e9:.0f} ns")
    if not hasattr(time, "CLOCK_BOOTTIME") and sys.platform != "darwin":
        yield Finding("", Health.FAIR, "a suspend of the machine can't be noticed here")


def disk(home: Home) -> Iterator[Finding]:
    folder = home.logs
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        yield Finding("disk", Health.BAD, f"{home.logs} can't be written", "name another folder with --home DIR")
        return
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    few = free_mb < FREE_MB
    remedy = f"make room on the disk of {home.logs}" if few else ""
    yield Finding("disk", Health.BAD if few else Health.GOOD, f"{home.logs}: {free_mb} MB free", remedy)


def keys(leds: Path = LEDS) -> Iterator[Finding]:
    """With NumLock off the keypad's 3 is PageDown, which is a tap."""
    lights = [_is_lit(light) for light in sorted(leds.glob("*::numlock"))] if leds.is_dir() else []
    known = [lit for lit in lights if lit is not None]
    if not known:
        yield Finding("keys", Health.GOOD, "NumLock isn't told here: with it off the keypad's 3 is PageDown, a tap")
    elif any(known):
        yield Finding("keys", Health.GOOD, "NumLock is on: the keypad gives digits")
    else:
        said = "NumLock is off: the keypad's 3 is PageDown, a tap, and no athlete"
        yield Finding("keys", Health.FAIR, said, "press NumLock")


def pads() -> Iterator[Finding]:
    """What could be tapped on."""
    for path, name in devices():
        yield Finding("pad", Health.GOOD, f"{name}: trackbuddy run SESSION --pad {path}", f"{NAMING} {path}")


def _is_lit(light: Path) -> bool | None:
    try:
        return (light / "brightness").read_text().strip() != "0"
    except OSError:
        return None


def awake(answer_s: float = 3.0) -> Iterator[Finding]:
    """A machine that goes to sleep in a recovery wakes up late. This asks for it as a session does."""
    with Awake(after_s=0) as kept:
        answered = kept.answered.wait(answer_s)
    if kept.is_kept:
        yield Finding("awake", Health.GOOD, f"a session keeps the machine awake: {kept.said}")
        return
    said = kept.said if answered else "whoever could keep the machine awake does not answer"
    yield Finding("awake", Health.FAIR, said, _without_sleep())


def _without_sleep() -> str:
    for program, line in (
        ("systemd-inhibit", "systemd-inhibit --what=idle:sleep trackbuddy run SESSION"),
        ("caffeinate", "caffeinate -di trackbuddy run SESSION"),
    ):
        if shutil.which(program):
            return line
    return "switch sleep off in the machine's settings, if it has any"
