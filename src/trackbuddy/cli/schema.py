"""`trackbuddy schema`: the JSON Schema of session files, for editors."""

from __future__ import annotations

import argparse

from trackbuddy.cli.printing import print_json
from trackbuddy.plan.session_model import schema


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def main(args: argparse.Namespace) -> int:
    print_json(schema())
    return 0
