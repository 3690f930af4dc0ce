"""A mere jog: the recovery of the reps before it, or a run of its own?"""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.plan.notation.figures.lengths import BARE_SECONDS, as_recovery, in_unit
from trackbuddy.plan.notation.meaning.entries import MOVING, Entry, Level
from trackbuddy.plan.notation.syntax import Joint, Piece, RecoveryPart
from trackbuddy.plan.printing import LONGEST_JOG_MM, LONGEST_JOG_NS
from trackbuddy.plan.session import Label
from trackbuddy.units import MINUTE_NS, M


def is_work(level: Level, part: RecoveryPart, more: bool) -> bool | None:
    """Is a mere `10 min jog` a run of its own? `then 10 min easy` is; so is what follows when all is recovered.

    None where nobody knows.
    """
    entry = level.last
    if entry.around or (is_aside(entry) and part.joint.loose):
        return True
    then, recovered = part.joint is Joint.THEN, not lacking(entry)
    if entry.lent and not (part.easy or is_long(part)):
        return None if then or part.joint.loose else False  # 3 x (600, 300) off 90s, then 5 min jog
    if more and recovered and is_long(part) and not part.easy and part.joint is not Joint.LINE:
        entry.said += ["a long jog that comes then, between two blocks, is taken as a run of its own"] if then else []
        return True if then else None  # 4 x 400, 60s rest, 8 min jog, 4 x 400, 60s rest
    if then or part.joint.loose:
        return _apart(level, part, more)
    if more and recovered and entry.repeated and part.easy and not _long_enough(part, LONGEST_JOG_NS, LONGEST_JOG_MM):
        return None  # 4 x 200, 30s rest, 400 easy, 4 x 200, 30s rest
    if recovered and part.joint in (Joint.COMMA, Joint.PLUS, Joint.SEMICOLON) and (part.easy or is_long(part)):
        return True
    return _behind_open(level, part, more)


def _apart(level: Level, part: RecoveryPart, more: bool) -> bool | None:
    """Is it a run behind `then` or in a sentence of its own?"""
    entry, then = level.last, part.joint is Joint.THEN
    if then and entry.single and _short_between(level, part, more):
        return False
    if then and part.easy and not more and entry.repeated and lacking(entry) and _no_longer(level, part):
        return False  # 12 x 30s fast followed by 30s easy
    if level.nested and part.joint is Joint.LINE and entry.single and lacking(entry) and _no_longer(level, part):
        return False  # 12 sets: a line of 30s fast, a line of 30s easy
    if part.easy:
        ends = not more or level.winding_down
        aside = part.joint.loose and ends and entry.repeated and entry.lacking() and not is_long(part)
        return None if aside else True
    if not more and not lacking(entry):
        if then and not _long_enough(part):  # 5 x 600m, 200m walk then 200m jog
            refusal = part.at.refuse("this could be the rest of each recovery or a run after the last; write which")
            raise refusal.mended(part.end, part.end, " run")
        return True
    return True if then and not more and is_long(part) else _behind_open(level, part, more)


def _behind_open(level: Level, part: RecoveryPart, more: bool) -> bool | None:
    """Is it a run behind reps that may have their recovery from it?"""
    if not lacking(level.last):
        return False
    if not more and _began_alike(level, part):
        level.last.said.append("an easy run at the beginning and one at the end are taken as warm-up and cool-down")
        return True
    return None if is_long(part) or (part.joint is Joint.THEN and not more) else False


def _short_between(level: Level, part: RecoveryPart, more: bool) -> bool:
    """`1600 then 400 easy, 1200 then 400 easy`; at the end if the rep before has its recovery in the same way."""
    before = level.entries[-2].recovery if len(level.entries) > 1 else None
    alike = isinstance(before, RecoveryPart) and before.joint is Joint.THEN
    return lacking(level.last) and not is_long(part) and (more or alike)


def _no_longer(level: Level, part: RecoveryPart) -> bool:
    """Is it easy for no longer than three times each of the reps before it, and not for minutes on end?"""
    easy, reps = as_recovery(part.lengths[0], moving=True), [leaf.length for leaf in level.last.leaves()]
    alike = all(rep is not None and rep.dimension is easy.dimension and easy.low <= 3 * rep.low for rep in reps)
    return alike and not _long_enough(part, 5 * MINUTE_NS)


def _began_alike(level: Level, part: RecoveryPart) -> bool:
    """`1 mile easy, 6 x 400 hard, 1 mile easy`: does the list begin with such a run, of no less than a third?"""
    first = level.entries[0].piece
    if not level.entries[0].around or first is None or first.length is None or not _long_enough(part):
        return False
    one, other = as_recovery(first.length, moving=True), as_recovery(part.lengths[0], moving=True)
    reps = [leaf.length for leaf in level.last.leaves()]
    if any(rep is not None and rep.dimension is other.dimension and rep.low >= other.low for rep in reps):
        return False  # 5 x 5 min hard, 5 min easy
    return one.dimension is other.dimension and max(one.low, other.low) <= 3 * min(one.low, other.low)


def _long_enough(part: RecoveryPart, ns: int = 3 * MINUTE_NS, mm: int = 800 * M) -> bool:
    one = part.lengths[0]
    return one.low >= (ns if one.timed else mm)


def is_long(part: RecoveryPart) -> bool:
    one = part.lengths[0]
    return one.low > (LONGEST_JOG_NS if one.timed else LONGEST_JOG_MM)


def jog_first(part: RecoveryPart) -> Entry | None:
    """`1 mile jog` before any work is work itself."""
    return jog(part) if part.soft else None


def jog(part: RecoveryPart) -> Entry:
    one = as_recovery(part.lengths[0], moving=True)
    words = "easy" if part.easy else None
    return Entry(part.at, part.joint, piece=Piece(part.at, part.joint, one, Label.JOG, words, end=part.end))


def settle_units(entries: list[Entry]) -> None:
    """`8 x 3 min, 2 easy` has minutes; `6 x 220 yds w/ 220 jog`, `8 x 90s hard, 60 easy`: in which unit? Asked."""
    settled: dict[int, RecoveryPart] = {}
    for leaf in (leaf for entry in entries for leaf in entry.leaves()):
        part, length = leaf.recovery, leaf.length
        if not isinstance(part, RecoveryPart) or len(part.lengths) != 1 or not part.lengths[0].bare or length is None:
            continue
        first, unit = part.lengths[0], "yards" if length.unit == "yard" else "seconds"
        if length.unit in ("min", "'") and first.low < 10 * M:
            said = f"a recovery of {first.at.text} behind minutes is taken as minutes"
            minutes = replace(part, lengths=(replace(in_unit(first, "min"), assumed=said),))
            leaf.recovery = settled.setdefault(id(part), minutes)
        elif part.mode in MOVING and (unit == "yards" or (leaf.timed and first.low // M in BARE_SECONDS)):
            refusal = first.at.refuse(f"this could be {unit} or metres; write {first.at.text} {unit}")
            raise refusal.mended(first.at.end, first.at.end, f" {unit}", "m")


def lacking(entry: Entry) -> bool:
    """Is a recovery still to be said? Where the last rep of a list has one, that is the one between its rounds."""
    ends = entry.is_set and entry.children[-1].single and not entry.children[-1].lacks
    if ends and entry.repeated and len(entry.children) > 1 and any(child.repeated for child in entry.children[:-1]):
        last = entry.children[-1]
        ends = all(leaf is last or leaf.recovery is not last.recovery for leaf in entry.leaves())
    return bool(entry.lacking()) or (entry.is_set and entry.recovery is None and not ends)


def is_aside(entry: Entry) -> bool:
    """Strides before the work have a recovery of their own kind."""
    return entry.around or entry.label is Label.STRIDE
