"""Whether a stream keeps up with the clock, told from how far it has been read. Pure.

A sound system that was starved plays everything behind the gap later, and says nothing. What can be seen is how much
of the canvas has been read. Reading goes in pieces, and it can be late and never early: of several looks the one that
saw the most read for its instant is the truest, and tells when sample 0 was (or would have been) read. When even the
truest of many looks is later than before, the stream has slipped by the difference.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from trackbuddy.sound.tones import RATE

MS: Final = 1_000_000
SECOND_NS: Final = 1_000_000_000
SETTLE_NS: Final = SECOND_NS
"""How long looks are close together after the beginning and after a slip, to find the truest."""
WINDOW_NS: Final = 2 * SECOND_NS
"""How long looks are kept: of 40 at a steady pace the truest is a few milliseconds off at most."""
FEW: Final = 30
"""Fewer looks in a window say nothing about small slips."""
SLIP_NS: Final = 5 * MS
"""Less than this is no slip: the looks are not that exact."""
SURER_NS: Final = 3 * MS
"""A truest look of a whole window that is later than the least slip and this is doubted."""
MARGIN_NS: Final = 12 * MS
"""A single look later than a piece, a grain and this is doubted."""
STEPS: Final = ((150 * MS, 3), (80 * MS, 6), (20 * MS, 14), (0, 40))
"""So many steps of reading settle a doubt of at least so much: pages and pieces beat, and the less a slip is the more
looks it takes to tell it from that. A large one is put right roughly at once, and to the millisecond by later looks."""
GAP_NS: Final = 200 * MS
"""Reading that pauses for so long begins afresh."""
FILLED_NS: Final = 8 * MS
"""A look truer than all before by more than this saw a store being filled: there was a gap just before."""
NEVER: Final = 1 << 62
FILLING_NS: Final = 140 * MS
"""At its beginning and after a gap a sound system reads more than it keeps in store later; that says nothing."""


class Pace:
    """Fed with looks at one stream; says by how much it turned out to be later than was thought."""

    def __init__(self, loose_ns: int, least_ns: int = SLIP_NS) -> None:
        """`loose_ns`: the size of what is read at once and of what a look can tell apart, together.

        `least_ns`: a smaller slip can't be told from a sound system that keeps a little less in store than before.
        """
        self._loose_ns, self._least_ns = loose_ns, least_ns
        self._truest: int | None = None
        """When sample 0 was read, by the truest look."""
        self._window: deque[tuple[int, int]] = deque()
        self._settling_until_ns: int | None = None
        self._corrects = False
        """Whether a truer look than all before mends a correction; at the very beginning there is none to mend."""
        self._doubt: tuple[int, int, int] | None = None
        """Since when, how many steps were seen, the truest look."""
        self._frames = 0
        self._stepped_ns = 0

    @property
    def in_haste(self) -> bool:
        """Whether looks should be close together, a few milliseconds."""
        return self._settling_until_ns is not None or self._doubt is not None

    @property
    def _filled_ns(self) -> int:
        """While the looks are still few, so much truer is nothing strange."""
        return FILLED_NS if self._settling_until_ns is None else self._loose_ns

    def still_ns(self, at_ns: int) -> int:
        """For how long nothing has been read."""
        return at_ns - self._stepped_ns if self._stepped_ns else 0

    def look(self, at_ns: int, frames: int) -> int:
        """At `at_ns` so many samples were known to be read. Gives what is to be added to the anchor, mostly 0."""
        stepped, self._frames = frames > self._frames, frames
        after_gap = stepped and self.still_ns(at_ns) > GAP_NS
        if stepped or not self._stepped_ns:
            self._stepped_ns = at_ns
        began_ns = at_ns - frames * SECOND_NS // RATE
        if self._truest is None:
            return self._begin(at_ns, began_ns)
        self._window.append((at_ns, began_ns))
        while self._window[0][0] < at_ns - WINDOW_NS:
            self._window.popleft()
        if self._doubt is not None:
            if after_gap:
                self._doubt = at_ns, 0, NEVER
            return self._settle_doubt(at_ns, began_ns, stepped)
        if self._settling_until_ns is not None and at_ns >= self._settling_until_ns:
            self._settling_until_ns, self._corrects = None, False
        if self._truest - self._filled_ns <= began_ns < self._truest:
            return self._be_truer(began_ns)
        if self._is_doubtful(began_ns):
            self._doubt = at_ns, 0, NEVER
        return 0

    def _begin(self, at_ns: int, began_ns: int) -> int:
        if self._settling_until_ns is None:
            self._settling_until_ns = at_ns + FILLING_NS + SETTLE_NS
        if at_ns >= self._settling_until_ns - SETTLE_NS:
            self._truest = began_ns
        return 0

    def _be_truer(self, began_ns: int) -> int:
        assert self._truest is not None, "there was a look before"
        earlier, self._truest = began_ns - self._truest, began_ns
        return earlier if self._corrects else 0

    def _is_doubtful(self, began_ns: int) -> bool:
        assert self._truest is not None, "there was a look before"
        if not self._truest - self._filled_ns <= began_ns <= self._truest + self._loose_ns + MARGIN_NS:
            return True
        if self._settling_until_ns is not None or len(self._window) < FEW:
            return False
        surely_ns = self._truest + self._least_ns + SURER_NS
        return all(began > surely_ns for _, began in reversed(self._window))

    def _settle_doubt(self, at_ns: int, began_ns: int, stepped: bool) -> int:
        assert self._doubt is not None, "only a doubt is settled"
        assert self._truest is not None, "there was a look before"
        since_ns, steps, truest = self._doubt
        if at_ns < since_ns + FILLING_NS:
            return 0
        steps, truest = steps + stepped, min(truest, began_ns)
        self._doubt = since_ns, steps, truest
        if truest - self._truest <= self._least_ns:
            self._doubt = None
            return self._be_truer(truest) if self._truest - self._filled_ns <= truest < self._truest else 0
        slip_ns = truest - self._truest
        wanted = next(steps for least_ns, steps in STEPS if slip_ns >= least_ns)
        if steps < wanted:
            return 0
        self._truest, self._doubt = truest, None
        self._window.clear()
        self._settling_until_ns, self._corrects = at_ns + SETTLE_NS, True
        return slip_ns
