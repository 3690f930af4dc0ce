"""`trackbuddy` alone: the home screen, and whatever is chosen on it, until it is left."""

from __future__ import annotations

import argparse
from functools import cache
from typing import TYPE_CHECKING

from trackbuddy.cli.terminal import need_terminal
from trackbuddy.errors import UserError
from trackbuddy.results.rounding import Rounding, choose
from trackbuddy.storage.settings import read_settings

if TYPE_CHECKING:
    from trackbuddy.cli.home_desk import HomeDesk


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def main(args: argparse.Namespace) -> int:
    need_terminal("trackbuddy run SESSION ")
    from trackbuddy.cli.dressing import dress_of
    from trackbuddy.tui.home_app import run_home

    @cache
    def desk() -> HomeDesk:  # asked for behind the first frame
        from trackbuddy.cli.home_desk import HomeDesk

        return HomeDesk(args.home)

    told = ""
    while True:
        settings = read_settings(args.home.settings)
        choose(Rounding(settings.rounding))
        choice = run_home(desk, dress=dress_of(settings), told=told)
        if choice is None:
            return 0
        told = ""
        try:
            desk().carry_out(choice)
        except UserError as error:
            told = error.message
