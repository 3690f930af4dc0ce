"""How a recovery is spent: walking, at ease, jogging slowly, without a length or place of its own.

Each takes what stands at the cursor into the recovery that is being gathered, and says whether it did.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either
from trackbuddy.plan.notation.syntax import RecoveryPart
from trackbuddy.plan.notation.text.lexicon import MODES, OPEN_WORDS
from trackbuddy.plan.session import Mode

ADJECTIVES: Final = frozenset(
    "slow very light short brief long longer gentle good nice active steady relaxed léger légère très".split()
)
_LIVELY: Final = ("quick", "quickly", "brisk", "briskly", "fast")
"""Before a way back: how that is gone, `6 x 200m, fast walk back`; behind one they speak of the reps."""
_EASIER: Final = frozenset({"moderate", "steady", "slow"})
"""`w/ 2' moderate`: recovery at a pace of its own."""
BETWEEN: Final = ("between", "amid", "after")
OTHER_MODE: Final = f"/|-|or {either(ADJECTIVES)}* {either(MODES)}"
"""The second way of `jog/walk`, `walk or very light jog`: the first holds."""


_NOTHING: Final[dict[str, Callable[[RecoveryPart], object]]] = {
    "running": lambda bag: bag.easy,
    "to_start|strictly": lambda bag: bag.told,
    "each-time": lambda bag: bag.told or bag.lead,
    "each ENDS": lambda bag: bag.told or bag.lead,
    f"- ... {either(MODES)}": lambda bag: bag.noun and bag.mode is None,
    "/|or walk_back|jog_back|walk_down|jog_down": lambda bag: bag.lengths and bag.mode is not None,
}
"""What changes nothing where so much is told: `active recovery – jog/walk to start`, `4 min jog/walk back`."""


def at_ease(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The pace of `jog 200m @ slow between`, before its place."""
    eased = bag.mode is Mode.JOG and cursor.over("@|at a|an|very* slow|easy pace|effort?")
    return eased and cursor.sees(*BETWEEN)


def easier(cursor: Cursor, bag: RecoveryPart) -> bool:
    placed = bag.at.text in BETWEEN or (cursor.sees(*_EASIER) and cursor.sees(*BETWEEN, ahead=1))
    if (bag.lead or placed) and bag.lengths and bag.mode is None and cursor.accept(*_EASIER):
        bag.mode = Mode.FLOAT if not cursor.sees("jog", "walk") else None
        bag.eased = True
        return True
    behind = cursor.back().text in MODES and bag.told
    described = cursor.accept(*ADJECTIVES) is not None
    cursor.skip(*ADJECTIVES)
    if described and behind and cursor.looks("ENDS|]"):
        return True
    if described and cursor.back().text == "longer" and cursor.sees("between"):
        bag.noun = True  # brief rest between reps, longer between sets
    leads = bag.noun or (bag.lead and not bag.lengths and cursor.number_here())
    if cursor.over("near|almost ... full"):
        return True
    lively = cursor.accept(*_LIVELY) is not None and not cursor.sees("full", "open", "rest")
    moved = (lively or described) and cursor.sees(*MODES, *OPEN_WORDS)
    named = cursor.sees("recovery", "break", "set-rest") or cursor.looks("sets break|recovery|rest")
    return moved or (described and (leads or named))


def explanation(cursor: Cursor, bag: RecoveryPart) -> bool:
    """What changes nothing, and `recupero 400 m di corsa`."""
    if any(told(bag) and cursor.over(pattern) for pattern, told in _NOTHING.items()):
        return True
    run = bag.lengths and (bag.noun or (bag.lead and bag.easy))
    if not run or not cursor.over("run|running ENDS"):
        return False
    bag.mode = Mode.JOG if bag.mode in (None, Mode.REST) else bag.mode
    return True


def manner(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`200 m en footing léger`, `recoveries are at a slow jog`: how it is spent, led in by a preposition."""
    ways = ("in", "at", "as") if bag.told or bag.lead else ("in",)
    if not (bag.told or bag.lead or bag.lengths) or not cursor.accept(*ways):
        return False
    cursor.accept("a", "the")
    cursor.skip(*ADJECTIVES)
    return cursor.sees(*MODES) and not cursor.sees("rest")


def spent(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`3 min recovery, walking`, `walking down`: how it is spent, behind a comma or in brackets, where unsaid."""
    unsaid = bag.noun and bag.mode in (None, Mode.REST) and (bag.lengths or bag.open_words)
    moved = cursor.peek(1).text
    led = ("walk", "jog") if cursor.annotating else ("walking ", "jogging ")  # (2 min rest, walk back)
    moving = cursor.peek(1).raw.lower().startswith(led) and moved in OPEN_WORDS
    if cursor.annotating and unsaid and not bag.scope and cursor.over(", walk|jog / walk_back|jog_back"):
        bag.mode = MODES[moved]
        return True
    if unsaid and moving and not bag.scope and cursor.accept(",") and cursor.next():
        bag.mode = OPEN_WORDS[moved]
        return True
    moved_so = unsaid and (cursor.over(", walk|jog") or cursor.over("( walk|jog )"))
    if not moved_so or not (cursor.over(OTHER_MODE) or cursor.clause_ends()):
        return False
    bag.mode = MODES[moved]
    return True
