"""`trackbuddy show`: how a session is understood."""

from __future__ import annotations

import argparse
import json
from typing import Any

from trackbuddy.cli.common import Chosen, add_athletes, add_goal, add_session, choose, goal_of, settings_of
from trackbuddy.cli.common import profiles as profiles_of
from trackbuddy.cli.errors import MENDABLE, error_json, tell
from trackbuddy.cli.printing import print_json, print_lines
from trackbuddy.errors import UserError
from trackbuddy.plan.advice import advise
from trackbuddy.plan.session import Taps
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.show import show_json
from trackbuddy.plan.timeline import grounds_of
from trackbuddy.present.readback import phase_lines, read_back
from trackbuddy.present.strip import LEGEND
from trackbuddy.storage.library import from_text
from trackbuddy.storage.paths import read_text, user_path


def configure(parser: argparse.ArgumentParser) -> None:
    add_session(parser, optional=True)
    add_goal(parser)
    add_athletes(parser)
    parser.add_argument("--json", action="store_true", help="print the phases for other programs")
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help="with --json: one session a line, as text or as JSON with a member 'session' or 'source'; "
        "prints one JSON object a line",
    )


def main(args: argparse.Namespace) -> int:
    if args.batch is not None:
        return _batch(args)
    if args.session is None:
        raise UserError("name a session to show, like: trackbuddy show '8x200m @ 34, 30s rest'")
    if not args.json:
        print_lines(_lines(_chosen(args)))
        return 0
    try:
        print_json(_json(_chosen(args)))
    except UserError as error:
        print_json(error_json(error))
        tell(error)
        return MENDABLE
    return 0


def _chosen(args: argparse.Namespace) -> Chosen:
    return choose(args.home, args.session, goal=args.goal, athletes=args.athletes)


def _json(chosen: Chosen) -> dict[str, Any]:
    found = chosen.found
    return show_json(session_to_json(found.session), chosen.timeline(open_rounds=1), found.canonical, found.assumptions)


def _lines(chosen: Chosen) -> list[str]:
    found, timeline = chosen.found, chosen.timeline(open_rounds=1)
    taps = found.session.options.taps or chosen.settings.taps
    read = read_back(
        found.session,
        timeline,
        found.canonical,
        found.assumptions,
        athletes=chosen.names,
        track=chosen.track,
        taps=Taps(taps) if taps else None,
    )
    grounds = grounds_of(found.session, chosen.profiles, chosen.goal)
    remarks = advise(timeline, grounds, chosen.names, off=chosen.settings.advice_off)
    advice = [f"Advice: {remark.text} [{remark.source}]" for remark in remarks]
    return [*read.lines, LEGEND, "", *phase_lines(timeline), *_after_a_gap(advice)]


def _after_a_gap(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


# --- many at once ---------------------------------------------------------------------------------------------------


def _batch(args: argparse.Namespace) -> int:
    """Each line is shown or refused by itself; only a file that can't be read fails as a whole."""
    if not args.json:
        raise UserError("--batch prints JSON; write show --json --batch FILE")
    if args.session is not None:
        raise UserError("name either a session or --batch FILE, not both")
    profiles, goal, settings = profiles_of(args.home, args.athletes), goal_of(args.goal), settings_of(args.home)
    for line in read_text(user_path(args.batch)).splitlines():
        if not line.strip():
            continue
        try:
            data = _json(Chosen(from_text(_source(line), "the line"), profiles, goal, settings))
        except UserError as error:
            data = error_json(error)
        print(json.dumps(data, allow_nan=False))
    return 0


def _source(line: str) -> str:
    """A JSON string, the text in a JSON object, or the line itself."""
    if line.lstrip()[:1] not in {"{", '"'}:
        return line
    try:
        data = json.loads(line)
    except ValueError:
        return line
    if isinstance(data, dict):
        text = data.get("source", data.get("session"))
        return text if isinstance(text, str) else line
    return data if isinstance(data, str) else line
