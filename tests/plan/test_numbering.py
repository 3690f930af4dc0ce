"""Which rep, of which set."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import read
from trackbuddy.plan.numbering import alike, rep_number, rep_numbers, set_number
from trackbuddy.plan.phases import RepPhase, Timeline
from trackbuddy.plan.timeline import build


def timeline(text: str) -> Timeline:
    return build(read(text).session)


def test_reps_count_within_their_set() -> None:
    sets = timeline("3x(4x200m @ 34, 30s rest), 3min rest")
    reps = [at for at, phase in enumerate(sets, start=1) if isinstance(phase, RepPhase)]
    assert [rep_number(sets, at) for at in reps] == [(k, 4) for k in (1, 2, 3, 4)] * 3
    assert [set_number(sets, at) for at in reps] == [(k, 3) for k in (1, 2, 3) for _ in range(4)]
    assert rep_numbers(sets) == {at: rep_number(sets, at)[0] for at in reps}


def test_a_warm_up_is_not_counted_among_the_reps() -> None:
    mixed = timeline("2km warm-up; 3x200m @ 34, 30s rest")
    first = next(at for at, phase in enumerate(mixed, start=1) if isinstance(phase, RepPhase) and phase.label is None)
    assert rep_number(mixed, first) == (1, 3)
    assert first in alike(mixed, first)


def test_a_recovery_has_no_number() -> None:
    with pytest.raises(LookupError):
        rep_number(timeline("3x200m @ 34, 30s rest"), 2)
