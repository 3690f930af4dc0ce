"""The one place where failures become text: a sentence on standard error, the place with a caret, an exit code."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

from trackbuddy.cli import streams
from trackbuddy.errors import UserError
from trackbuddy.present.cells import cut, printable, width

MENDABLE: Final = 2
FAILED_CHECK: Final = 1
_ROOM: Final = 76
"""Cells of a line that are shown around a place."""
_LONGEST: Final = 500
"""Cells of the sentence itself, whatever it repeats of the text."""


def guarded(action: Callable[[], int]) -> int:
    """Runs a command. What the user can mend is said in a sentence; a closed pipe and Ctrl+C end it quietly."""
    streams.prepare()
    try:
        code = _exit_code(action)
        try:
            sys.stdout.flush()
        except OSError:
            if code <= 128:
                raise
        return code  # told to go, by a terminal that went too: what it was never shown is no fault
    except UserError as error:
        tell(error)
        return MENDABLE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        return 128 + signal.SIGPIPE
    except OSError as error:
        tell(UserError(_went_wrong(error)))
        return MENDABLE
    finally:
        streams.let_go()


def _exit_code(action: Callable[[], int]) -> int:
    try:
        return action()
    except SystemExit as ended:  # --help, --version, and a signal in plain mode
        return ended.code if isinstance(ended.code, int) else 0


def _went_wrong(error: OSError) -> str:
    """Files are answered for where they are read and written; what is left is our own output."""
    why = (error.strerror or str(error)).lower()
    if error.filename is not None:
        return f"{error.filename}: {why}; mend that and try again"
    return f"standard output can't be written ({why}); send it somewhere else"


def tell(error: UserError) -> None:
    """Prints an error to standard error, if anybody hears it."""
    with contextlib.suppress(OSError):
        print("\n".join(error_lines(error)), file=sys.stderr, flush=True)


def error_lines(error: UserError) -> Iterator[str]:
    """The sentence, then the text with a caret where there is a place, then what can be read instead."""
    yield cut(printable(str(error)), _LONGEST)
    if error.text is not None and (error.seen or error.path is not None or error.column > 1 or error.line > 1):
        yield from _place(error)
    for reading in error.readings:
        yield f"  perhaps: {printable(reading)}"


def _place(error: UserError) -> Iterator[str]:
    lines = (error.text or "").splitlines()
    if not 1 <= error.line <= len(lines):
        return
    line = lines[error.line - 1]
    at = min(error.column - 1, len(line))
    start = max(at - _ROOM // 2, 0) if len(line) > _ROOM else 0
    shown = printable(line[start : start + _ROOM])
    yield f"  {shown}"
    yield f"  {' ' * width(printable(line[start:at]))}^"


def error_json(error: UserError) -> dict[str, Any]:
    """The object that `--json` prints instead of a result."""
    return {
        "error": {
            "message": error.message,
            "line": error.line,
            "column": error.column,
            "seen": error.seen,
            "readings": list(error.readings),
        }
    }
