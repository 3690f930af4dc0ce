"""`trackbuddy resume [LOG]`: goes on with a session that was left."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from trackbuddy.cli import common
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.rounded import choose_rounding
from trackbuddy.cli.run import Look, add_running, on_screen, with_pad
from trackbuddy.cli.sounding import sounding_of
from trackbuddy.cli.terminal import need_terminal
from trackbuddy.errors import UserError
from trackbuddy.live.start import go_on
from trackbuddy.plan.profile import ProfileError, keys
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.paths import Home
from trackbuddy.storage.summaries import Summary, find_log, titles
from trackbuddy.timing.hearing import Wanted
from trackbuddy.timing.state import Finished


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", metavar="LOG", nargs="?", help="the log to go on with; without it the newest unfinished")
    add_running(parser)


def main(args: argparse.Namespace) -> int:
    choose_rounding(args)
    path = find_log(args.log, args.home.logs) if args.log else newest_unfinished(args.home)
    if not args.plain:
        need_terminal()
    return go_on_with(
        path, args.home, plain=args.plain, sound=args.sound, beep_every=args.beep_every, pad_path=args.pad
    )


def go_on_with(
    path: Path,
    home: Home,
    *,
    plain: bool,
    sound: Wanted | None = None,
    beep_every: str | None = None,
    pad_path: str | None = None,
) -> int:
    """Raises UserError for a log that can't be gone on with, and for a pad that isn't there."""
    log = read_log(path)
    if isinstance(log.history().state.stage, Finished):
        raise UserError(f"{path} is finished; 'trackbuddy review {path}' looks through it")
    if log.header.rehearsal is not None:
        raise UserError(f"{path} is a rehearsal; only real sessions are gone on with")
    title, _ = titles(log)
    settings = common.settings_of(home)
    pad = common.pad_of(pad_path, settings, home)
    digits = _digits(log.plan.athletes, home)
    started = go_on(path, title, sounding_of(settings, home, sound, log.plan.rules.taps, beep_every))
    with_pad(started, pad, digits)
    if plain:
        from trackbuddy.cli.plainly import in_plain
        from trackbuddy.plain.lines import where

        standing = where(started.live.snapshot().state)
        told = f"going on: {standing}; the clock ran on meanwhile"
        return in_plain(started, [title, told], digits=digits, hand=hand_of(home))
    return on_screen(started, Look(settings, digits, common.keymap_of(settings, home), hand=hand_of(home)))


def _digits(names: Sequence[str], home: Home) -> dict[int, int]:
    """The athlete on each digit key, as athletes.toml has it now; in the log's order where it says otherwise."""
    try:
        digits = keys(common.profiles(home, [name for name in names if name]))
    except (UserError, ProfileError):
        digits = tuple(range(1, len(names) + 1))
    return {digit: athlete for athlete, digit in enumerate(digits, 1)}


def newest_unfinished(home: Home) -> Path:
    """Raises UserError where there is none."""
    for item in Archive.of(home).summaries():
        if isinstance(item, Summary) and item.is_unfinished and item.progress.begun and not item.rehearsal:
            return item.path
    raise UserError("there is no unfinished session; 'trackbuddy run SESSION' starts one")
