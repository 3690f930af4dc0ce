"""Whether there is a terminal to draw on: asked before Textual is loaded."""

from __future__ import annotations

import os
import sys

from trackbuddy.errors import UserError


def need_terminal(command: str = "") -> None:
    """Before Textual is loaded: without a terminal it would spin for ever. Raises UserError."""
    if os.environ.get("TERM") == "dumb":
        raise UserError(f"this terminal says it has no full screen (TERM=dumb); {command}--plain gives a line a fact")
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if any(stream is None or stream.closed or not stream.isatty() for stream in streams):
        raise UserError(
            f"the full screen needs a terminal for input and output; {command}--plain gives a line a fact, "
            "and --rehearse --plain lets simulated athletes run it"
        )
