"""The parts of a notation, as the grammar finds them and before they mean anything together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.session import Label, Mode, Splitting
from trackbuddy.plan.target import Target


class Dimension(Enum):
    DISTANCE = "distance"
    TIME = "time"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Length:
    """A distance in mm, a time in ns, or a bare number (in thousandths) whose unit the context decides."""

    dimension: Dimension
    low: int
    high: int | None
    at: Token
    unit: str = ""
    """The unit's dictionary word; empty for clock times and bare numbers."""
    letter: str = ""
    """A Daniels letter written on it: `2E`, `200R`, `2 min J`."""
    end: int = 0
    """The offset behind it."""
    assumed: str = ""
    """How its unit was settled where it has none of its own, in a sentence."""

    @property
    def timed(self) -> bool:
        return self.dimension is Dimension.TIME

    @property
    def far(self) -> bool:
        return self.dimension is Dimension.DISTANCE

    @property
    def bare(self) -> bool:
        return self.dimension is Dimension.BARE


class Joint(Enum):
    """What stands between two parts."""

    TIGHT = "nothing, or a word like with"
    COMMA = ","
    PLUS = "+"
    SLASH = "/"
    DASH = "-"
    SEMICOLON = ";"
    THEN = "then"
    SENTENCE = "."
    LINE = "line"

    @property
    def loose(self) -> bool:
        """What follows is a sentence of its own."""
        return self in (Joint.SENTENCE, Joint.LINE)


class Range(Enum):
    """What a recovery says it stands between."""

    UNSAID = "unsaid"
    REPS = "reps"
    SETS = "sets"
    BLOCKS = "blocks"
    ALL = "everything"


@dataclass(frozen=True, slots=True)
class Scope:
    range: Range = Range.UNSAID
    only_mm: int | None = None
    """`between 200s`: the reps of this distance."""
    except_mm: int | None = None
    every: bool = False
    """`after every interval`: meant for all reps, wherever it stands."""
    bare: bool = False
    """A mere `between`, which says nothing of what."""
    of: int = 0
    """`after every 4`, `between sets of four`: so many reps make a set."""
    nth: tuple[int, ...] = ()
    """`after the 1st and 2nd`: the reps of these numbers; LAST, HALFWAY."""
    behind: bool = False
    """`after the 200`: also where that ends a set."""

    def __bool__(self) -> bool:
        """Is anything said?"""
        return self.range is not Range.UNSAID


@dataclass(frozen=True, slots=True)
class Placed:
    """What every part has: the token it begins with, and what stands before it."""

    at: Token
    joint: Joint
    end: int = field(default=0, kw_only=True)
    """The offset behind it; 0 where it is of no use."""


@dataclass(slots=True)
class RecoveryPart:
    """A recovery, gathered word by word. `lengths` has several for `recoveries of 30, 25 and 20 seconds`."""

    at: Token
    joint: Joint
    lengths: tuple[Length, ...] = ()
    way: Length | None = None
    """The distance that goes with a time: `200m jog in 90s`."""
    aside: bool = False
    """The time stands behind the distance in brackets: it could be that of the reps."""
    open_words: str | None = None
    equal: str | None = None
    """`time` or `distance`."""
    mode: Mode | None = None
    target: Target | None = None
    scope: Scope = Scope()
    turns: bool = False
    """`alternating 60s and 90s rest`: its lengths in turn, as often as they are due."""
    index: int | None = None
    """`R1=`, `R2=`: after which rep."""
    noun: bool = False
    """A recovery by name: rest, recovery, R=; not a mere jog, which may also be work."""
    none: bool = False
    """`no rest`, `straight into`."""
    capital: bool = False
    """Capital R."""
    easy: bool = False
    eased: bool = False
    """Slowed by an effort word: a target behind it is the rep's."""
    lead: bool = False
    """Led in by with or off."""
    end: int = 0
    """The offset behind it, where a word could be added to make it plain."""

    @property
    def small(self) -> bool:
        """Led in by a small r, which is between reps where a capital one is between sets."""
        return self.at.raw == "r"

    @property
    def soft(self) -> bool:
        """Only a way of moving: `10 min jog` is recovery in one place and work in another."""
        said = self.noun or self.lead or self.none or self.scope
        jogged = self.mode is Mode.JOG and self.open_words is None and self.target is None
        return jogged and not said and len(self.lengths) == 1 and self.way is None

    @property
    def told(self) -> bool:
        """Has it a word of recovery, whatever led it in?"""
        return bool(self.scope or self._how)

    @property
    def nothing(self) -> bool:
        """Does it say a place, and not what is to be done there?"""
        return bool(self.scope) and not self.lengths and not self._how

    @property
    def _how(self) -> bool:
        return bool(self.noun or self.none or self.easy or self.mode or self.open_words or self.equal)


@dataclass(frozen=True, slots=True)
class SendOffPart(Placed):
    """`on 1:30`."""

    ns: int


@dataclass(frozen=True, slots=True)
class TargetPart(Placed):
    """One target, or one for each rep."""

    targets: tuple[Target, ...]
    only_mm: int | None = None
    """`300s at 1500m speed`: the reps of this distance."""


@dataclass(frozen=True, slots=True)
class SharePart(Placed):
    """`2 @ 2:32`, `last one hard`: the target of so many of the reps before."""

    count: int | None
    """None for half of them."""
    target: Target
    place: str = ""
    """`first`, `last`, `final`, `odd`, `even` or `rest`; empty where every rep has its share."""

    @property
    def turns(self) -> bool:
        """Every other rep."""
        return self.place in ("odd", "even")


@dataclass(frozen=True, slots=True)
class BracketPart(Placed):
    """`(62)`, `[3' & 5']`: lengths in brackets that don't say what they are."""

    lengths: tuple[Length, ...]
    square: bool
    each: bool = False


@dataclass(frozen=True, slots=True)
class ComposedPart(Placed):
    """`with 100m at mile pace, 100m flat out`: what each rep before is made of, run straight through."""

    pieces: tuple[tuple[Piece, Target | None], ...]
    times: int
    """How often they stand in each rep."""


@dataclass(frozen=True, slots=True)
class DividedPart(Placed):
    """`break into 4 sets of 2-3`, `in groups of 6`: how the reps before are grouped."""

    sets: Count | None
    """None where only the size of a set is said."""
    reps: Count
    each: Length | None = None
    """The rep, where it is said again: `I want 2 sets of 6 x 400`."""


@dataclass(frozen=True, slots=True)
class OptionPart(Placed):
    keep_last: bool = False
    splitting: Splitting | None = None


@dataclass(frozen=True, slots=True)
class Piece(Placed):
    """One rep's worth of work."""

    length: Length | None
    label: Label | None = None
    words: str | None = None
    """Effort words written beside it: `400m hard`."""
    cadence: int | None = None
    letter: str = ""
    pair: Length | None = None
    """The easy half of `30/30`, `1 min on 1 min off`."""
    pair_mode: Mode | None = None
    several: Token | None = None
    """The word that speaks of more than one: the repeats of `400m repeats`."""
    said: str = ""
    """A convention that was applied to it, in a sentence."""
    placed: bool = False
    """A warm-up or cool-down that says where it is run: `3k warm-up beforehand`."""

    @property
    def plain(self) -> bool:
        """Nothing but a length: it could be a recovery whose word was left out, or a result."""
        return self.length is not None and not (self.label or self.words or self.letter or self.pair or self.cadence)


@dataclass(frozen=True, slots=True)
class Count:
    low: int | None
    """None: until the athlete ends it."""
    high: int | None
    at: Token
    sets: bool = False
    """Counted in sets or rounds, not by a times sign."""
    listed: bool = False
    """Of a pyramid or a ladder: the whole list behind it is counted."""
    headed: bool = False
    """Counted in rounds, or with a colon behind it: what the line lists is counted."""
    blocks: bool = False
    """Its sets are called blocks: `between blocks` is between them."""


@dataclass(frozen=True, slots=True)
class Repeat(Placed):
    count: Count
    body: Piece | Repeat | Group

    @property
    def counted_behind(self) -> bool:
        """`200 x4`."""
        return self.count.at.start > self.body.at.start


@dataclass(frozen=True, slots=True)
class Group(Placed):
    """A list in brackets, or the lines below `3 sets of:`."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Header(Placed):
    """`3 sets of:`, `repeat for 3 rounds`: a count for the lines that follow, or that stand before."""

    count: Count
    before: bool
    whole: bool = True
    """It says that it counts the whole list: `repeat`, `3 rounds`. A mere `x 3` behind a list doesn't."""
    rounds: bool = False
    """Counted in sets, which may be those of the last block alone: `4 x 800m, 8 x 200m (3 sets)`."""
    assumed: str = ""
    bulleted: int = 0
    """The last of the lines that it counts: those with bullets below it, or its own; 0 where no line ends them."""
    rest: RecoveryPart | None = None
    """What it says to stand between the rounds."""


Work = Piece | Repeat | Group
Clause = RecoveryPart | SendOffPart | TargetPart | SharePart | BracketPart | OptionPart | ComposedPart | DividedPart
Part = Work | Clause | Header
