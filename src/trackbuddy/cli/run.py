"""`trackbuddy run SESSION`: on the screen, in plain lines, or as a rehearsal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from trackbuddy.cli import common
from trackbuddy.cli.errors import tell
from trackbuddy.cli.hands import hand_of
from trackbuddy.cli.roster import Roster
from trackbuddy.cli.rounded import add_rounding, choose_rounding
from trackbuddy.cli.sounding import add_cones, add_sound, sounding_of
from trackbuddy.cli.terminal import need_terminal
from trackbuddy.errors import UserError
from trackbuddy.live.awake import Awake
from trackbuddy.live.start import Setting, Started, forget, start
from trackbuddy.plan.notation import Refusal, read_work
from trackbuddy.plan.profile import Profile, ProfileError, keys
from trackbuddy.plan.races import RaceTime
from trackbuddy.plan.session import ByTime, Taps
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.present.key_table import DEFAULT, Keymap
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.storage.paths import Home
from trackbuddy.storage.settings import Settings
from trackbuddy.timing.hearing import Wanted
from trackbuddy.timing.inputs import WriteNote
from trackbuddy.timing.rules import Clocks
from trackbuddy.timing.state import Ready
from trackbuddy.units import MINUTE_NS, NS

if TYPE_CHECKING:
    from trackbuddy.live.pad import Pad
    from trackbuddy.present.earlier import Earlier

MOST_SPEED = 1000.0
LONGEST_LEAD_IN_NS = 10 * MINUTE_NS


def configure(parser: argparse.ArgumentParser) -> None:
    common.add_session(parser)
    common.add_athletes(parser)
    common.add_goal(parser)
    parser.add_argument("--lead-in", metavar="TIME", help="countdown before the first rep, like 10s")
    parser.add_argument("--taps", choices=[taps.value for taps in Taps], help="who taps the finishes")
    parser.add_argument("--own", action="store_true", help="several athletes: everybody has a clock of their own")
    parser.add_argument("--stagger", metavar="TIME", help="with --own: how far apart they start")
    add_running(parser)
    parser.add_argument(
        "--ghost", choices=("last", "best", "none"), default="last", help="who runs along on the track: your last time"
    )
    parser.add_argument("--rehearse", action="store_true", help="simulated athletes tap, near their targets")
    parser.add_argument("--speed", type=float, metavar="X", help="with --rehearse: so many times as fast as life")


def add_running(parser: argparse.ArgumentParser) -> None:
    """What running and going on have in common."""
    add_rounding(parser)
    add_sound(parser)
    add_cones(parser)
    parser.add_argument("--pad", metavar="DEVICE", help="taps from a pad or pedal, like /dev/input/event5 (Linux)")
    parser.add_argument("--plain", action="store_true", help="no full screen: a line a fact, typed lines for keys")


def main(args: argparse.Namespace) -> int:
    speed = _speed(args)
    choose_rounding(args)
    chosen = _choose(args)
    lead_in_ns = None if args.lead_in is None else _lead_in(args.lead_in)
    wishes = Wishes(lead_in_ns, args.taps, args.sound, args.beep_every, speed, *_clocks(args, len(chosen.profiles)))
    setting = _setting(chosen, args.home, wishes)
    pad = common.pad_of(args.pad, chosen.settings, args.home)
    if not args.plain:
        need_terminal()
    if args.plain:
        from trackbuddy.cli.plainly import in_plain
        from trackbuddy.present.readback import read_back

        lead = read_back(
            chosen.found.session,
            chosen.timeline(open_rounds=1),
            chosen.found.canonical,
            chosen.found.assumptions,
            athletes=chosen.names,
            track=chosen.track,
            taps=_taps(chosen, args.taps),
        ).lines
        return in_plain(
            with_pad(start(setting), pad, _digits(chosen)),
            lead,
            digits=_digits(chosen),
            rehearse=speed is not None,
            hand=hand_of(args.home),
        )
    look = Look(
        chosen.settings, _digits(chosen), common.keymap_of(chosen.settings, args.home), args.ghost, hand_of(args.home)
    )
    roster = Roster(args.home, [name for name in chosen.names if name], args.goal or "")
    others = Others(chosen, args.home, wishes, roster, look, pad)
    return on_screen(with_pad(start(setting), pad, _digits(chosen)), look, rehearse=speed is not None, others=others)


def with_pad(started: Started, pad: Pad | None, digits: Mapping[int, int]) -> Started:
    """The pad taps in it, if there is one."""
    if pad is not None:
        pad.listen(started.live, digits)
    return started


def _speed(args: argparse.Namespace) -> float | None:
    if args.speed is not None and not args.rehearse:
        raise UserError("--speed goes with --rehearse; a real session runs in real time")
    if not args.rehearse:
        return None
    speed = 1.0 if args.speed is None else float(args.speed)
    if not 0.1 <= speed <= MOST_SPEED:
        raise UserError(f"--speed {args.speed:g} is out of range; it goes from 0.1 to {MOST_SPEED:g}")
    return speed


def _choose(args: argparse.Namespace) -> common.Chosen:
    """On a terminal a text that may mean two things is asked about, one key a reading."""
    try:
        return common.choose(args.home, args.session, goal=args.goal, athletes=args.athletes)
    except UserError as error:
        asked = _ask(error) if error.readings and sys.stdin is not None and sys.stdin.isatty() else None
        if asked is None:
            raise
    return common.choose(args.home, asked, goal=args.goal, athletes=args.athletes)


def _ask(error: UserError) -> str | None:
    tell(error)
    numbers = "  ".join(f"{number} = {reading}" for number, reading in enumerate(error.readings, 1))
    print(f"{numbers}  (Enter: neither)", file=sys.stderr)
    try:
        answer = input("> ").strip()
    except EOFError:
        return None
    places = {str(number): reading for number, reading in enumerate(error.readings, 1)}
    return places.get(answer)


# --- what it is run with --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says of the way a session is run; None leaves it to the session and the settings."""

    lead_in_ns: int | None = None
    taps: str | None = None
    sound: Wanted | None = None
    beep_every: str | None = None
    speed: float | None = None
    clocks: Clocks = Clocks.TOGETHER
    stagger_ns: int = 0


def run_chosen(chosen: common.Chosen, home: Home, roster: Roster, *, rehearse: bool = False) -> int:
    """On the screen, as the session and the settings have it. `roster` chose them, and may be asked again."""
    look = Look(chosen.settings, _digits(chosen), common.keymap_of(chosen.settings, home), hand=hand_of(home))
    wishes = Wishes(speed=1.0 if rehearse else None)
    others = Others(chosen, home, wishes, roster, look)
    return on_screen(start(_setting(chosen, home, wishes)), look, rehearse=rehearse, others=others)


def _setting(chosen: common.Chosen, home: Home, wishes: Wishes) -> Setting:
    settings, taps = chosen.settings, _taps(chosen, wishes.taps)
    return Setting(
        session=session_to_json(chosen.found.session),
        title=chosen.found.title,
        canonical=chosen.found.canonical,
        timeline=chosen.timeline(taps=taps),
        logs=home.logs,
        athletes=chosen.names,
        rules=replace(
            settings.rules(lead_in_ns=wishes.lead_in_ns, taps=taps.value),
            clocks=wishes.clocks if len(chosen.profiles) > 1 else Clocks.TOGETHER,
            stagger_ns=wishes.stagger_ns if len(chosen.profiles) > 1 else 0,
        ),
        sounding=sounding_of(settings, home, wishes.sound, taps.value, wishes.beep_every),
        speed=wishes.speed,
    )


def _taps(chosen: common.Chosen, wished: str | None) -> Taps:
    """Who taps: the command line, the session, the settings, else a coach."""
    return Taps(wished or chosen.found.session.options.taps or chosen.settings.taps or Taps.COACH)


def _lead_in(text: str) -> int:
    ns = _time(text)
    if ns is None:
        raise UserError(f"--lead-in {text} is no countdown; write a time from 1s to 10min, like 10s")
    return ns


def _time(text: str) -> int | None:
    """From a second to ten minutes; None for anything else."""
    try:
        work = read_work(text)
    except Refusal:
        return None
    return work.ns if isinstance(work, ByTime) and NS <= work.ns <= LONGEST_LEAD_IN_NS else None


def _clocks(args: argparse.Namespace, athletes: int) -> tuple[Clocks, int]:
    """Whether everybody has a clock of their own, and how far apart they start."""
    if args.stagger is not None and not args.own:
        raise UserError("--stagger goes with --own: who shares a clock starts together")
    if not args.own:
        return Clocks.TOGETHER, 0
    if athletes < 2:
        raise UserError("--own is for several athletes; name them with --athlete")
    stagger_ns = 0 if args.stagger is None else _time(args.stagger)
    if stagger_ns is None:
        raise UserError(f"--stagger {args.stagger} is no time between starts; write one from 1s to 10min, like 20s")
    return Clocks.OWN, stagger_ns


def _digits(chosen: common.Chosen) -> dict[int, int]:
    """The athlete on each digit key. Raises UserError for two on one."""
    try:
        return {digit: athlete for athlete, digit in enumerate(keys(chosen.profiles), 1)}
    except ProfileError as error:
        raise UserError(str(error)) from error


# --- running --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen is to look and whose digits it hears."""

    settings: Settings
    digits: Mapping[int, int] = field(default_factory=lambda: {digit: digit for digit in range(1, 10)})
    """The athlete on each digit key."""
    keymap: Keymap = DEFAULT
    ghost: str = "last"
    """Whose crossings of before run along: `last`, `best`, `none`."""
    hand: Hand = ANY_HAND
    """Whose thumb it is."""


@dataclass(frozen=True, slots=True)
class Others:
    """What it takes to open a session again for others than it was opened for."""

    chosen: common.Chosen
    home: Home
    wishes: Wishes
    roster: Roster
    look: Look
    pad: Pad | None = None

    def instead_of(self, before: Started) -> tuple[Started, Look] | None:
        """The session of those who are chosen now, its log too; None where it stays as it was, or has begun."""
        from trackbuddy.cli.dressing import dress_of
        from trackbuddy.tui.who_app import run_who

        with self.roster.fitting(lambda profiles, goal: self._for(profiles, goal).timeline()) as roster:
            is_chosen = run_who(roster, dress=dress_of(self.look.settings))
        state = before.live.snapshot().state
        if not is_chosen or not isinstance(state.stage, Ready):
            return None
        forget(before)
        chosen = self._for(self.roster.profiles, self.roster.goal)
        wishes = replace(self.wishes, lead_in_ns=state.stage.lead_in_ns)
        look = replace(self.look, digits=_digits(chosen))
        started = with_pad(start(_setting(chosen, self.home, wishes)), self.pad, look.digits)
        for text in filter(None, state.notes):
            started.live.submit(WriteNote, text=text)
        return started, look

    def _for(self, profiles: Sequence[Profile], goal: RaceTime | None) -> common.Chosen:
        return replace(self.chosen, profiles=tuple(profiles), goal=goal)


def on_screen(started: Started, look: Look, *, rehearse: bool = False, others: Others | None = None) -> int:
    """Full screen, and the results below it once it is left. Before the start others may be chosen."""
    with Awake():
        started, code = _shown(started, look, rehearse, others)
    from trackbuddy.cli.ending import show_results  # a table, which the first frame needn't wait for

    try:
        shown = show_results(started, look.hand)
        sys.stdout.flush()
    except OSError:
        if not code:
            raise
        shown = 0  # the terminal that went has ended us: nobody would read a table
    return shown or code


def _shown(started: Started, look: Look, rehearse: bool, others: Others | None) -> tuple[Started, int]:
    """The session that was left, and the exit code."""
    from trackbuddy.cli.dressing import dress_of
    from trackbuddy.tui.live_app import run_live

    simulated: Started | None = None
    try:
        while True:
            if rehearse and simulated is not started:
                simulated = started
                _simulate(started)
            code = run_live(
                started.live,
                dress=dress_of(look.settings),
                digits=look.digits,
                keymap=look.keymap,
                earlier=partial(_earlier, look, started),
                may_choose=others is not None,
            )
            if code is not None or others is None:
                return started, code or 0
            started, look = others.instead_of(started) or (started, look)
    finally:
        started.live.leave("resumable")


def _earlier(look: Look, started: Started) -> Earlier:
    from trackbuddy.cli.rival import earlier  # it reads logs, which the first frame doesn't wait for

    return earlier(look.ghost, started.path, started.live.snapshot().state.plan, look.hand)


def _simulate(started: Started) -> None:
    from trackbuddy.live.rehearsal import Rehearsal

    Rehearsal(started.live, started.clock, by_itself=False).start()
