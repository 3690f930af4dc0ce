"""What holds of the log of any session."""

from __future__ import annotations

from pathlib import Path

from tests.any_session import Lived
from tests.storage.builders import log_bytes

from trackbuddy.storage.logs import parse_log


def replay_equals_live(at: Lived) -> None:
    """Whatever was pressed, the log read back leads to the very same standing."""
    log = parse_log(Path("made-up.jsonl"), log_bytes(at.plan, list(at.lines)))
    assert log.damage is None
    assert log.plan == at.plan
    assert log.lines == at.lines
    assert log.history().state == at.history.state
