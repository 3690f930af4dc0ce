"""How commands print: text that can't move a cursor, and JSON that any terminal can show."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from trackbuddy.present.cells import printable
from trackbuddy.present.cells import width as cell_width


def print_json(data: Any) -> None:
    """As UTF-8 where the terminal can show it, else escaped."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    print(json.dumps(data, ensure_ascii=encoding != "utf8", indent=2, allow_nan=False))


def print_lines(lines: Sequence[str]) -> None:
    """Text of the user's own may stand in these: nothing in it may move the cursor. Long ones are wrapped."""
    width = max(shutil.get_terminal_size((80, 24)).columns, 40)
    for line in map(printable, lines):
        if cell_width(line) <= width:
            print(line)
        else:
            import textwrap

            print(textwrap.fill(line, width, subsequent_indent="  ", break_on_hyphens=False))
