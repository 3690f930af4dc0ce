"""What several commands share: their arguments, and getting from those to a session and its timeline."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from trackbuddy.errors import UserError
from trackbuddy.plan.phases import Timeline
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import GoalError, RaceTime, parse_goal
from trackbuddy.plan.send_offs import impossible_send_off
from trackbuddy.plan.session import Session, Taps
from trackbuddy.plan.timeline import build
from trackbuddy.plan.track import Track
from trackbuddy.plan.unroll import OPEN_ROUNDS
from trackbuddy.storage.athletes import chosen, read_athletes
from trackbuddy.storage.library import Found, find
from trackbuddy.storage.paths import MOST_BYTES, Home, read_text
from trackbuddy.storage.settings import Settings, read_settings

if TYPE_CHECKING:
    from trackbuddy.live.buttons import Buttons
    from trackbuddy.live.pad import Pad
    from trackbuddy.present.key_table import Keymap

SESSION_HELP: Final = (
    "a .toml or .json file, a name in the library, - for standard input, else a session as on a whiteboard; "
    "text that begins with - follows --"
)


def add_session(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    parser.add_argument("session", metavar="SESSION", nargs="?" if optional else None, help=SESSION_HELP)


def add_goal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--goal", metavar="GOAL", help="a race and its time, like 'mile 4:32'")


def add_athletes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--athlete",
        metavar="NAME",
        dest="athletes",
        nargs="+",
        action="extend",
        default=[],
        help="who is timed, up to nine; goals, bests and keys come from athletes.toml",
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session with everything its timeline depends on."""

    found: Found
    profiles: tuple[Profile, ...]
    goal: RaceTime | None
    settings: Settings

    @property
    def track(self) -> Track:
        return self.settings.track_lap

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(profile.name or "" for profile in self.profiles)

    @property
    def _session(self) -> Session:
        """With what the settings say where the session says nothing."""
        session, after_ns = self.found.session, self.settings.tap_after_ns
        if after_ns is None or session.options.tap_after_ns is not None:
            return session
        return replace(session, options=replace(session.options, tap_after_ns=after_ns))

    def timeline(self, open_rounds: int = OPEN_ROUNDS, *, taps: Taps | None = None) -> Timeline:
        """Raises UserError for a goal of the session's own that can't be read, and a send-off that can't be kept."""
        try:
            timeline = build(
                self._session, self.profiles, goal=self.goal, track=self.track, open_rounds=open_rounds, taps=taps
            )
        except GoalError as error:
            raise UserError(str(error)) from error
        late = impossible_send_off(timeline)
        if late is not None:
            raise UserError(late)
        return timeline


def choose(home: Home, session: str, *, goal: str | None = None, athletes: Sequence[str] = ()) -> Chosen:
    """The session a command line names, for these athletes. Raises UserError."""
    return Chosen(find(session, home.sessions, read_stdin), profiles(home, athletes), goal_of(goal), settings_of(home))


def profiles(home: Home, names: Sequence[str]) -> tuple[Profile, ...]:
    """Raises UserError."""
    return chosen(names, read_athletes(home.athletes))


def settings_of(home: Home) -> Settings:
    """Raises UserError."""
    settings = read_settings(home.settings)
    if settings.advice_off:
        from trackbuddy.plan.advice import RULES

        for rule in settings.advice_off:
            if rule not in RULES:
                raise UserError(f"there is no advice {rule!r} in {home.settings}; there are {', '.join(RULES)}")
    if settings.keys:
        keymap_of(settings, home)
    if settings.pad:
        buttons_of(settings, home)
    return settings


def keymap_of(settings: Settings, home: Home) -> Keymap:
    """The keys of a running session, with the user's own. Raises UserError at the line of one that can't be used."""
    from trackbuddy.present.key_table import DEFAULT, Keymap, KeysError

    if not settings.keys:
        return DEFAULT
    try:
        return Keymap.of(settings.own_keys)
    except KeysError as error:
        from trackbuddy.storage.tables import place_error

        where = ("keys", error.command)
        raise place_error(str(error), read_text(home.settings), str(home.settings), where) from error


def buttons_of(settings: Settings, home: Home) -> Buttons:
    """What a pad's buttons do, with the user's own. Raises UserError at the line of one that can't be used."""
    from trackbuddy.live.buttons import Buttons, ButtonsError

    try:
        return Buttons.of(settings.own_buttons)
    except ButtonsError as error:
        from trackbuddy.storage.tables import place_error

        where = ("pad", error.does)
        raise place_error(str(error), read_text(home.settings), str(home.settings), where) from error


def pad_of(path: str | None, settings: Settings, home: Home) -> Pad | None:
    """The pad that was asked for. Raises UserError for one that isn't there."""
    if path is None:
        return None
    from trackbuddy.live.pad import Pad

    return Pad(path, buttons_of(settings, home))


def goal_of(text: str | None) -> RaceTime | None:
    """Raises UserError."""
    if text is None:
        return None
    try:
        return parse_goal(text)
    except GoalError as error:
        raise UserError(str(error)) from error


def read_stdin() -> str:
    """Standard input as text. Raises UserError where there is none, and for what is no text."""
    if sys.stdin is None:
        raise UserError("standard input is closed; name a session instead of -")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UserError("standard input is larger than 1 MB, so it is no session")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"standard input is not UTF-8 text (byte {error.start + 1})") from error
