"""`trackbuddy paces`: equivalent races and training paces of one race."""

from __future__ import annotations

import argparse

from trackbuddy.cli.common import goal_of
from trackbuddy.cli.printing import print_json, print_lines
from trackbuddy.errors import UserError
from trackbuddy.plan.paces import SPLITS_MM, PaceRow, PaceTable, paces, paces_json
from trackbuddy.plan.resolve import Formula
from trackbuddy.results.words import time as time_text
from trackbuddy.units import KM_MM, M, result

_FORMULAS = {"vdot": Formula.VDOT, "riegel": Formula.RIEGEL}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("race", metavar="RACE", nargs="+", help="a race and its time, like 'mile 4:32'")
    parser.add_argument("--formula", choices=sorted(_FORMULAS), default="vdot", help="how races are compared")
    parser.add_argument("--json", action="store_true", help="print the table for other programs")


def main(args: argparse.Namespace) -> int:
    race = goal_of(" ".join(args.race))
    if race is None:
        raise UserError("name a race and its time, like: trackbuddy paces 'mile 4:32'")
    table = paces(race, _FORMULAS[args.formula])
    if args.json:
        print_json(paces_json(table))
    else:
        print_lines(_lines(table))
    return 0


def _lines(table: PaceTable) -> list[str]:
    splits = "".join(f"{mm // M:>8}" for mm in SPLITS_MM)
    heading = f"{'':<10}{'time':>10}{'per km':>9}{splits}   by"
    return [
        f"{table.race} is worth a VDOT of {table.vdot:.1f} (Daniels and Gilbert)",
        "",
        heading,
        *(_row(row) for row in table.races),
        "",
        *(_row(row) for row in table.training),
        *_notes(table),
    ]


def _row(row: PaceRow) -> str:
    time = "" if row.time_ns is None else result(row.time_ns)
    splits = "".join(f"{time_text(split.ns):>8}" for split in row.splits)
    by = row.by.rsplit(", ", 1)[-1]
    return f"{row.name:<10}{time:>10}{result(row.pace.over(KM_MM)):>9}{splits}   {by}{' *' if row.note else ''}"


def _notes(table: PaceTable) -> list[str]:
    notes = dict.fromkeys(row.note for row in (*table.races, *table.training) if row.note)
    return ["", *(f"* {note}" for note in notes)] if notes else []
