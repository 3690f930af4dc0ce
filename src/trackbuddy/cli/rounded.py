"""`--rounding`: how times that were tapped are written, where the settings aren't to decide."""

from __future__ import annotations

import argparse

from trackbuddy.results.rounding import Rounding, choose
from trackbuddy.storage.settings import read_settings


def add_rounding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rounding",
        choices=[rounding.value for rounding in Rounding],
        help="of tapped times: to the nearest tenth, or up to the next one with an h, the rule of hand timing",
    )


def choose_rounding(args: argparse.Namespace) -> None:
    """Before anything is written. Raises UserError for settings that can't be read."""
    choose(Rounding(args.rounding or read_settings(args.home.settings).rounding))
