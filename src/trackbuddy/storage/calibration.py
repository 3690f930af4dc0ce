"""calibration.json: how late each speaker is and how steady the thumb, as `trackbuddy calibrate` measured them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from trackbuddy.errors import UserError
from trackbuddy.storage.paths import read_text
from trackbuddy.storage.rewrite import rewrite

NAME: Final = "calibration.json"
MOST_MS: Final = 500


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured last."""

    late_ms: Mapping[str, int] = field(default_factory=dict)
    """By output: how much later its sound is heard."""
    thumb_ms: int | None = None
    """One standard deviation of the taps; None: never measured."""


def read_calibration(settings: Path) -> Calibration:
    """Beside settings.toml. A file that can't be understood counts as none: it is measured again in ten seconds."""
    path = settings.with_name(NAME)
    if not path.exists():
        return Calibration()
    try:
        return _checked(json.loads(read_text(path)))
    except (UserError, ValueError, RecursionError):
        return Calibration()


def _checked(data: Any) -> Calibration:
    """Raises ValueError."""
    late, thumb = (data.get("late_ms"), data.get("thumb_ms")) if isinstance(data, dict) else (None, None)
    if not isinstance(late, dict) or not all(_is_ms(ms) for ms in late.values()):
        raise ValueError("no table of outputs")
    if thumb is not None and not (_is_ms(thumb) and thumb >= 0):
        raise ValueError("no spread")
    return Calibration(late, thumb)


def _is_ms(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST_MS


def keep_calibration(settings: Path, output: str, late_ms: int, thumb_ms: int) -> Path:
    """Keeps what other outputs have. Raises UserError where it can't be written."""
    path = settings.with_name(NAME)
    now = Calibration({**read_calibration(settings).late_ms, output: late_ms}, thumb_ms)
    rewrite(path, json.dumps(asdict(now), indent=2) + "\n")
    return path
