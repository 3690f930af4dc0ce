"""What should have been heard by a log, and what was: matched one by one, in order and pitch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.sound.studio import Sound, kinds_of

from trackbuddy.sound.cues import ANSWER_NS, EVERYDAY, cues
from trackbuddy.sound.kinds import ANSWER_LATE_NS, Cue, rank
from trackbuddy.storage.logs import read_log
from trackbuddy.timing.history import History

TAIL = 12
NEAR_NS = ANSWER_LATE_NS + ANSWER_NS


def expected(path: Path) -> list[Cue]:
    """On the monotonic clock: every cue that stood planned when its instant came."""
    log = read_log(path)
    begin_ns = log.header.clock.monotonic_ns
    found: dict[int, Cue] = {}
    for count, line in enumerate(log.lines, 1):
        history = History.of(log.plan, log.lines[:count])
        until_ns = log.lines[count].fact.at_ns if count < len(log.lines) else line.fact.at_ns + NEAR_NS
        for cue in cues(history.state, history.ledger.tail(TAIL), EVERYDAY):
            if line.fact.at_ns < cue.at_ns <= until_ns:
                other = found.get(cue.at_ns)
                if other is None or rank(cue.kind) > rank(other.kind):
                    found[cue.at_ns] = cue
    return [Cue(begin_ns + at_ns, cue.kind) for at_ns, cue in sorted(found.items())]


@dataclass(frozen=True, slots=True)
class Comparison:
    heard: tuple[tuple[Cue, int], ...]
    """Each cue that was heard, and how many nanoseconds late."""
    missed: tuple[Cue, ...]
    extra: tuple[Sound, ...]
    """What was heard and nobody planned."""


def compare(planned: Sequence[Cue], sounds: Sequence[Sound]) -> Comparison:
    """In order: a sound is the first cue left that begins with its pitch and lies near."""
    left, heard, extra, missed = list(planned), [], [], []
    for sound in sounds:
        place = next(
            (
                place
                for place, cue in enumerate(left)
                if cue.kind in kinds_of(sound) and abs(sound.at_ns - cue.at_ns) < NEAR_NS
            ),
            None,
        )
        if place is None:
            extra.append(sound)
            continue
        missed += left[:place]
        heard.append((left[place], sound.at_ns - left[place].at_ns))
        del left[: place + 1]
    return Comparison(tuple(heard), (*missed, *left), tuple(extra))
