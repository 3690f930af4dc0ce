"""The user's own thumb, as `trackbuddy calibrate` measured it."""

from __future__ import annotations

from trackbuddy.results.hand import Hand
from trackbuddy.storage.calibration import read_calibration
from trackbuddy.storage.paths import Home


def hand_of(home: Home) -> Hand:
    return Hand(read_calibration(home.settings).thumb_ms)
