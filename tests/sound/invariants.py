"""What holds of the sound of any session."""

from __future__ import annotations

from tests.any_session import Lived

from trackbuddy.sound.cues import cues
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.facts import RepStarted
from trackbuddy.timing.hearing import CueKind


def every_change_by_the_clock_has_its_cue_at_its_instant(at: Lived) -> None:
    state = at.history.state
    at_ns = due(state)
    if at_ns is None or not any(isinstance(fact, RepStarted) for fact in decide_due(state, at_ns)):
        return
    found = cues(state, at.history.ledger.tail(12))
    assert any(cue.at_ns == at_ns and cue.kind in {CueKind.GO, CueKind.HARD} for cue in found)
