"""The session while it is put together: entries, each a rep or a list run so many times, still open to clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from trackbuddy.plan.notation.candidates import Path
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    ComposedPart,
    Count,
    Joint,
    Length,
    Piece,
    RecoveryPart,
    SendOffPart,
    SharePart,
    TargetPart,
)
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.session import Label, Mode
from trackbuddy.plan.target import Target

AROUND: Final = frozenset({Label.WARM_UP, Label.COOL_DOWN, Label.JOG})
"""What stands around the work and takes no part in its recoveries and targets."""

MOVING: Final = (Mode.JOG, Mode.WALK, Mode.FLOAT)
After = RecoveryPart | SendOffPart
LISTED: Final = (Joint.COMMA, Joint.SLASH, Joint.DASH, Joint.PLUS)
"""What stands between the items of a list."""


@dataclass(slots=True, eq=False)
class Entry:
    """A rep (`piece`) or a list (`children`), run `count` times."""

    at: Token
    joint: Joint
    count: Count | None = None
    piece: Piece | None = None
    children: list[Entry] = field(default_factory=list)
    targets: tuple[Target, ...] = ()
    """One for all, or one for each rep."""
    aimed_end: int = 0
    """The offset behind a target that was given to it by its size, and behind several."""
    shares: list[SharePart] = field(default_factory=list)
    parts: ComposedPart | None = None
    """What each rep is made of."""
    recovery: After | None = None
    """After each time, but the last before a recovery of the list around it."""
    indexed: dict[int, RecoveryPart] = field(default_factory=dict)
    bracket: BracketPart | None = None
    then: RecoveryPart | None = None
    """Between this block and the next."""
    alike: bool = False
    """The recovery of a list stands between the sets too, though that wasn't said."""
    divided: bool = False
    """Its sets were made of reps that were counted through."""
    end: int = 0
    """The offset behind a list's closing bracket; 0 if it has none."""
    said: list[str] = field(default_factory=list)
    """Conventions that were applied to it."""
    notes: list[str] = field(default_factory=list)
    """Remarks that stand by it."""

    @property
    def lent(self) -> bool:
        """Have its rounds their recovery from several of its reps, for want of a word?"""
        return self.alike and [child.recovery for child in self.children].count(self.recovery) > 1

    @property
    def note(self) -> str | None:
        return "; ".join(self.notes) or None

    @property
    def repeated(self) -> bool:
        return self.count is not None and self.count.low != 1

    @property
    def counted_behind(self) -> bool:
        """The first of `600m @ 1:45 x 3, 400m @ 68 x 4`."""
        return self.piece is not None and self.count is not None and self.count.at.start > self.piece.at.start

    @property
    def is_set(self) -> bool:
        return bool(self.children)

    @property
    def single(self) -> bool:
        """One rep, run once."""
        return self.piece is not None and not self.repeated

    @property
    def length(self) -> Length | None:
        return self.piece.length if self.piece is not None else None

    @property
    def timed(self) -> bool:
        return self.length is not None and self.length.timed

    @property
    def label(self) -> Label | None:
        return self.piece.label if self.piece is not None else None

    @property
    def words(self) -> str | None:
        return self.piece.words if self.piece is not None else None

    @property
    def letter(self) -> str:
        return self.piece.letter if self.piece is not None else ""

    @property
    def around(self) -> bool:
        return self.single and self.label in AROUND

    @property
    def lacks(self) -> bool:
        """Has no recovery been said for it?"""
        return self.recovery is None and not self.indexed and not (self.piece and self.piece.pair)

    def leaves(self) -> Iterator[Entry]:
        """The entries that are reps, in order, this one included."""
        if self.piece is not None:
            yield self
        for child in self.children:
            yield from child.leaves()

    def lacking(self) -> list[Entry]:
        return [leaf for leaf in self.leaves() if leaf.lacks and not leaf.around]

    def distance_mm(self) -> int | None:
        """The rep's distance, for `between 200s`; bare numbers are metres in this place."""
        return self.length.low if self.length is not None else None


@dataclass(slots=True)
class Level:
    """The entries of one list: the session's own, or those in a pair of brackets."""

    path: Path
    nested: bool = False
    entries: list[Entry] = field(default_factory=list)
    set_recovery: RecoveryPart | None = None
    """Said inside the brackets, about the sets around them."""
    winding_down: bool = False
    """Nothing but a cool-down follows."""
    early: RecoveryPart | None = None
    """`Recovery is 90s. 6 x 400m, 8 x 200m`: said before all work, and for all of it."""
    waiting: list[SendOffPart | TargetPart] = field(default_factory=list)
    """Said before any work."""

    @property
    def last(self) -> Entry:
        return self.entries[-1]

    def run(self) -> list[Entry]:
        """The plain list that the last entry ends: `400m, 300m, 200m`; itself at least."""
        return [*self._backwards()][::-1]

    def alone(self) -> bool:
        """Is the last entry the only one of its list that lacks a recovery and a target?"""
        lacking = (one for one in self._backwards() if one.lacks and not one.targets)
        return [*islice(lacking, 2)] == [self.last]

    def _backwards(self) -> Iterator[Entry]:
        follower = self.last
        yield follower
        for entry in self.entries[-2::-1]:
            if not (follower.joint in LISTED and follower.single and entry.single and not entry.around):
                break
            yield entry
            follower = entry
