"""The system's own voice, one sentence at a time. A new sentence cuts off the one before."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from typing import Final

from trackbuddy.sound.kinds import SoundError

PROGRAMS: Final = (
    ("espeak-ng", "-s", "170", "--"),
    ("spd-say", "--wait", "--"),
    ("say", "--"),
)


class Voice:
    """Raises SoundError where the system has none."""

    def __init__(self) -> None:
        found = next((program for program in PROGRAMS if shutil.which(program[0])), None)
        if found is None:
            names = [program[0] for program in PROGRAMS]
            raise SoundError(f"no voice: no {', '.join(names[:-1])} or {names[-1]} found")
        self._program = found
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def name(self) -> str:
        return self._program[0]

    def say(self, text: str) -> None:
        """Begins to say it; returns at once."""
        self.hush()
        with suppress(OSError):
            self._child = subprocess.Popen(
                [*self._program, text],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def hush(self) -> None:
        """Ends what is being said."""
        child, self._child = self._child, None
        if child is not None:
            if child.poll() is None:
                child.kill()
            child.wait()
