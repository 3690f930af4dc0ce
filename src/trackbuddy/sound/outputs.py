"""The name of what the sound comes out of, to keep a speaker's lateness by."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from typing import Final

DEFAULT: Final = "default"
PATIENCE_S: Final = 2.0


def output_name() -> str:
    """The sound server's default output; `default` where there is none or it doesn't say. May take a moment."""
    if shutil.which("pactl") is not None:
        with suppress(OSError, subprocess.SubprocessError):
            asked = subprocess.run(
                ["pactl", "get-default-sink"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=PATIENCE_S,
                check=True,
            )
            return asked.stdout.strip()[:200] or DEFAULT
    return DEFAULT
