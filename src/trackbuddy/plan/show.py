"""What `show --json` prints, but for the session itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from trackbuddy.plan.phase_json import timeline_to_json
from trackbuddy.plan.phases import Timeline
from trackbuddy.plan.totals import totals, totals_json

FORMAT: Final = 1


def show_json(
    session: dict[str, Any], timeline: Timeline, canonical: str, assumptions: Sequence[str] = ()
) -> dict[str, Any]:
    """The whole object. `session` is the session's own JSON; an endless part has one round there."""
    sums = totals(timeline)
    guessed = () if sums.assumption is None else (sums.assumption,)
    return {
        "format": FORMAT,
        "session": session,
        "canonical": canonical,
        "assumptions": [*assumptions, *guessed],
        "totals": totals_json(sums),
        "phases": timeline_to_json(timeline),
    }
