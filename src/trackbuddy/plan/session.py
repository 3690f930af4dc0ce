"""The session as a tree of steps: what text and files are read into and printed from.

The tree is explicit. A recovery stands where it is taken, as a step of its own; `8 x 200m, 30s rest` is
`Block(8, (Rep, Recovery))`. Unrolling (`plan.unroll`) drops what no runner takes: the recovery after the last rep, and
a rep recovery directly before a set recovery: of two recoveries in a row the later holds. Two reps in a row without a
recovery between are run straight through, so a reader of notation puts an open recovery where none was stated.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from trackbuddy.plan.target import Target


@dataclass(frozen=True, slots=True)
class ByDistance:
    """Work that a tap ends."""

    mm: int


@dataclass(frozen=True, slots=True)
class ByTime:
    """Work that the clock ends. A range counts to its low end; the high end is shown."""

    ns: int
    high_ns: int | None = None


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Work of no stated length: a warm-up, `strides`, a tempo run by feel. A tap ends it."""


Work = ByDistance | ByTime | Unmeasured


class Label(StrEnum):
    """A rep that is not the work itself. It asks for one tap and its time enters no mean."""

    WARM_UP = "warm-up"
    COOL_DOWN = "cool-down"
    STRIDE = "stride"
    HILL = "hill"
    JOG = "jog"


class Mode(StrEnum):
    """How a recovery is spent."""

    REST = "rest"
    WALK = "walk"
    JOG = "jog"
    FLOAT = "float"


@dataclass(frozen=True, slots=True)
class Rep:
    """One piece of work."""

    work: Work
    target: Target | None = None
    label: Label | None = None
    cadence: int | None = None
    """Steps a minute for the metronome."""
    note: str | None = None
    """The coach's words for it, shown and never interpreted."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A recovery that ends by itself. `way_mm` is the distance to cover in it: shown, not counted."""

    ns: int
    high_ns: int | None = None
    way_mm: int | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """A recovery over a distance: the clock counts up and a tap starts the next rep."""

    mm: int


@dataclass(frozen=True, slots=True)
class Open:
    """A recovery of no stated length (`full`, `walk back`, nothing said): a tap starts the next rep."""

    words: str | None = None
    """`full`, `walk back`, `jog down`: what was said instead of a length. None: nothing was."""


@dataclass(frozen=True, slots=True)
class SameTime:
    """A recovery as long as the rep before it took."""


@dataclass(frozen=True, slots=True)
class SameDistance:
    """A recovery as far as the rep before it."""


@dataclass(frozen=True, slots=True)
class SendOff:
    """The next rep starts this long after the start of the rep before, whatever that took."""

    ns: int


Measure = Timed | Covered | Open | SameTime | SameDistance | SendOff


@dataclass(frozen=True, slots=True)
class Recovery:
    """What lies between two reps, sets or blocks."""

    measure: Measure
    mode: Mode | None = None
    target: Target | None = None
    """A float has a pace of its own."""


@dataclass(frozen=True, slots=True)
class Block:
    """Steps run `repeat` times. A set is a block whose recovery differs from the one inside."""

    repeat: int | None
    """None: until the athlete ends it (`30/30 x max`)."""
    steps: tuple[Step, ...]
    note: str | None = None
    """The coach's words for the set, shown and never interpreted."""

    def __post_init__(self) -> None:
        if self.repeat is not None and self.repeat < 1:
            raise ValueError("a block is run at least once")
        if not self.steps:
            raise ValueError("a block has at least one step")


Step = Rep | Recovery | Block


class Start(StrEnum):
    """Where a rep starts on the track."""

    CARRY_ON = "carry on"
    GO_BACK = "go back"


class Taps(StrEnum):
    """Who taps the finishes."""

    COACH = "coach"
    SELF = "self"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OneTap:
    """Every rep ends at its first tap."""


@dataclass(frozen=True, slots=True)
class EveryWay:
    """A tap every `mm` and one at the finish."""

    mm: int


Splitting = OneTap | EveryWay


@dataclass(frozen=True, slots=True)
class Options:
    """What a session says about the way it is run. None: the default, reasoned rep by rep in `plan.track`."""

    keep_last_recovery: bool = False
    tap_after_ns: int | None = None
    """Recoveries this long or longer end in ready, and a tap starts the rep."""
    start: Start | None = None
    taps: Taps | None = None
    splitting: Splitting | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """What is planned. `name` and `notes` are the coach's own text and never interpreted."""

    steps: tuple[Step, ...]
    name: str | None = None
    goal: str | None = None
    """A race and a time, `mile 4:32`, that relative targets are worked out from."""
    notes: str | None = None
    options: Options = field(default_factory=Options)
    purpose: str | None = None
    """The shelf of the library it stands on: `goal pace`, `intervals`."""
    label: str | None = None
    """Words of a notation that stand before the session: `Sand dunes`."""
    remarks: tuple[str, ...] = ()
    """Words of a notation that speak of the whole session and change nothing in it."""

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a session has at least one step")


def without_words(session: Session) -> Session:
    """The session without the coach's own words: what is run, and nothing else."""
    return replace(session, steps=tuple(map(_wordless, session.steps)), label=None, remarks=(), notes=None, name=None)


def _wordless(step: Step) -> Step:
    match step:
        case Rep():
            return replace(step, note=None)
        case Block():
            return replace(step, steps=tuple(map(_wordless, step.steps)), note=None)
        case Recovery():
            return step
