from __future__ import annotations

from trackbuddy.sound.kinds import rank
from trackbuddy.timing.hearing import MEANINGS, CueKind


def test_every_kind_has_a_meaning_and_a_rank_of_its_own() -> None:
    assert set(MEANINGS) == set(CueKind)
    assert len({rank(kind) for kind in CueKind}) == len(CueKind)


def test_what_changes_the_effort_outranks_what_informs() -> None:
    assert rank(CueKind.DONE) > rank(CueKind.GO) > rank(CueKind.COUNT) > rank(CueKind.TAP)
    assert rank(CueKind.EASY) > rank(CueKind.BELL) > rank(CueKind.TAP) > rank(CueKind.METRONOME)
