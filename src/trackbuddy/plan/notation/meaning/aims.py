"""Which reps a target or a pair of brackets speaks of; the other half of `attach`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise, product, takewhile
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.figures.paces import settled
from trackbuddy.plan.notation.figures.plausible import as_run, believable, never_rested, runnable, second_time
from trackbuddy.plan.notation.meaning.entries import LISTED, MOVING, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.syntax import Dimension, Joint, Length, RecoveryPart, TargetPart
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import Pace

_EASED: Final = frozenset("very slow easy gentle pace effort".split())
"""How a jog is run, and never reps that are jogged between."""
_SEVERAL: Final = "this time stands behind reps of several lengths; write a target behind each"


def target(level: Level, part: TargetPart) -> None:
    """Gives a target to the reps it speaks of."""
    if not level.entries:
        level.waiting.append(part)
        return
    if len(part.targets) > 1:
        _parallel(level, part)
        return
    if _of_the_jog(level, part):
        return
    if not (part.joint.loose or part.only_mm is not None):
        level.path.choose(part.at, "this target could be {}; write one behind each", _places(level, part))
        return
    leaves = [leaf for entry in level.entries for leaf in entry.leaves() if not leaf.around]
    if part.only_mm is not None:
        leaves = [leaf for leaf in leaves if leaf.distance_mm() == part.only_mm]
    elif not all(map(is_aside, leaves)):
        leaves = [leaf for leaf in leaves if not is_aside(leaf)]
    if not leaves:
        raise part.at.refuse("no reps stand before this that it could be the target of; write it behind its reps")
    _to(level, part, leaves)


def _to(level: Level, part: TargetPart, leaves: list[Entry]) -> None:
    """Gives a target to those of these reps that have none."""
    free = [leaf for leaf in leaves if not leaf.targets]
    number = isinstance(part.targets[0], TimeTarget | PaceTarget)
    if not free and (number or _measured(part.targets[0])):
        others = (TimeTarget, PaceTarget) if number else (TimeTarget, PaceTarget, RaceTarget, TrainingTarget)
        free = [leaf for leaf in leaves if not isinstance(leaf.targets[0], others)]
        free = [leaf for leaf in free if number or not _measured(leaf.targets[0])]
        for leaf in free:
            leaf.said.append(number_holds(leaf.targets[0]))
    if not free:
        if all(leaf.targets == part.targets or _same_speed(leaf, part.targets) for leaf in leaves):
            return
        raced = [leaf for leaf in leaves if isinstance(leaf.targets[0], RaceTarget)]
        if not number and not (raced and isinstance(part.targets[0], RaceTarget)):
            level.last.said.append(f"“{print_target(part.targets[0])}” is not kept beside the target")
            return
        raise part.at.refuse("this is a second target for the same reps; leave one out")
    if _several(part, free):
        raise part.at.refuse(_SEVERAL)
    _aim(level, part, free)


def _several(part: TargetPart, leaves: list[Entry]) -> bool:
    """One time can't be the target of several distances."""
    return isinstance(part.targets[0], TimeTarget) and len({leaf.distance_mm() for leaf in leaves}) > 1


def _measured(aim: Target) -> bool:
    """`85%`, `RPE 8`: an effort by a number."""
    return isinstance(aim, EffortTarget) and any(map(str.isdigit, aim.text))


def _of_the_jog(level: Level, part: TargetPart) -> bool:
    """`8 x 2 min @ 3:10/km, 2 min easy (4:30/km)`: is a pace in brackets right behind a way of moving its own?"""
    entry = level.last
    jog = entry.recovery
    if not isinstance(jog, RecoveryPart) or jog.mode not in MOVING or jog.target is not None:
        return False
    aim, first = part.targets[0], entry.targets[0] if entry.targets else None
    if isinstance(aim, PaceTarget) and settled(aim, "") is None and isinstance(first, PaceTarget):
        per = first.low.per_mm  # 4:00 pace, beside 3:00 per km
        aim = PaceTarget(Pace(aim.low.ns, per), Pace(aim.high.ns, per))
    eased = isinstance(aim, EffortTarget) and _EASED.issuperset(aim.text.lower().split())
    slow = _measured(aim) and "30%" <= print_target(aim) <= "69%" and len(print_target(aim)) == len("60%")
    paced = slow or (isinstance(aim, PaceTarget) and settled(aim, "") is not None)
    if not (eased or paced) or not 0 <= part.at.start - jog.end <= len(" ("):
        return False
    if eased and jog.mode is Mode.JOG:
        return True  # 200m jog @ slow

    def jogged(own: bool) -> bool:
        entry.recovery = replace(jog, target=aim, mode=Mode.FLOAT) if own and not eased else jog
        return own

    mine = Candidate("for the jog", partial(jogged, True))
    if all(leaf.targets or (eased and leaf.words) for leaf in entry.leaves()):
        return mine.take()
    theirs = Candidate("for the reps", partial(jogged, False))
    return level.path.choose(part.at, "this pace could be {}; write @ behind the reps for theirs", [mine, theirs])


def _same_speed(leaf: Entry, second: tuple[Target, ...]) -> bool:
    """`4 x 2000m in 7:20 (3:40/km)`: is the pace that of the time, within a fiftieth?"""
    first, mm = leaf.targets[0], leaf.distance_mm()
    if not (isinstance(first, TimeTarget) and isinstance(second[0], PaceTarget) and mm and len(second) == 1):
        return False
    pace = second[0].low
    return abs(first.low_ns * pace.per_mm - pace.ns * mm) * 50 <= first.low_ns * pace.per_mm


def _aim(level: Level, part: TargetPart, leaves: list[Entry]) -> None:
    for leaf in leaves:
        give(leaf, part.targets[0], part.at, part.end)
        leaf.aimed_end = part.end if part.only_mm is not None else 0
    named = [leaf for entry in level.entries for leaf in entry.leaves() if leaf.aimed_end]
    if part.only_mm is not None:
        _check_order(leaves, named, part)


def _check_order(leaves: list[Entry], others: list[Entry], part: TargetPart) -> None:
    """`600s @ 78, 400s @ 76`: the longer rep is not the faster one by far, so its time is one for a lap."""
    for pair in product(leaves, others):
        longer, shorter = sorted(pair, key=lambda entry: entry.distance_mm() or 0, reverse=True)
        far, near = longer.distance_mm(), shorter.distance_mm()
        slow, fast = shorter.targets[0], longer.targets[0]
        if not (far and near and isinstance(slow, TimeTarget) and isinstance(fast, TimeTarget)):
            continue
        if far * slow.low_ns * 10 > near * fast.low_ns * 12:
            refusal = part.at.refuse("the longer reps would be far faster than the shorter; write a lap time as 78/400")
            raise refusal.mended(longer.aimed_end, longer.aimed_end, "/400")


def _places(level: Level, part: TargetPart) -> list[Candidate[None]]:
    """The reps a target on the line of the last may be for: them, and what is listed before them."""
    own = Candidate("for the last rep only", partial(_to, level, part, list(level.last.leaves())))
    two = level.last.children or _blocks(level) or level.run()
    if isinstance(aim := part.targets[0], RaceTarget) and aim.until is not None and len(two) == 2:
        aims = (replace(aim, until=None), replace(aim, race=aim.until, until=None))  # 3 x 800, 3 x 400 @ 5k/3k
        both = own if any(one.repeated for one in two) else Candidate("for both", partial(_to, level, part, two))
        return [Candidate("one for each", partial(_in_turn, two, aims)), both]
    blocks = level.last.repeated
    run = (_blocks(level) if blocks else level.run())[::-1]
    run = [
        *takewhile(
            lambda one: not (one.targets or one.words or is_aside(one)) and (one.lacks or not level.last.lacks), run
        )
    ][::-1]
    if len(run) <= 1 + (blocks and part.joint is Joint.TIGHT):
        return [own]
    if _several(part, run):
        if blocks:
            return [own]
        end = max((entry.piece.end for entry in run[:-1] if entry.piece is not None), default=0)
        raise part.at.refuse(_SEVERAL).mended(end, level.last.at.start, "; ")
    listed = Candidate("for the list", partial(_to, level, part, run))
    held = level.last.recovery
    apart = level.nested and part.joint is Joint.DASH and isinstance(held, RecoveryPart) and held.end <= part.at.start
    marked = apart or any(entry.joint in (Joint.SLASH, Joint.DASH) for entry in run[1:])
    if blocks or (len(run) == 2 and not marked):
        return [listed, own]
    if not marked:
        level.last.said.append(f"“{print_target(part.targets[0])}” is taken for the whole list before it")
    return [listed]


def _parallel(level: Level, part: TargetPart) -> None:
    """One target for each rep of a list or block; the numbers must agree."""
    entry, run = level.last, level.run()
    if entry.is_set and all(child.single for child in entry.children):
        run = entry.children
    elif len(entry.children) == 1 and entry.count and len(part.targets) != entry.count.low:
        entry = entry.children[0]  # 2 x 4 x 300m @ 50, 49, 48, 47
    blocks, own = _blocks(level), entry.count is not None and entry.count.low == len(part.targets)
    if len(run) < len(blocks) == len(part.targets) and _sorted_out(part.targets, blocks):
        each = Candidate("one for each block", partial(_in_turn, blocks, part.targets))
        times = [one.low_ns for one in part.targets if isinstance(one, TimeTarget)]
        shared = Candidate("shared out over the last reps", partial(setattr, entry, "targets", part.targets))
        near = own and times and 4 * max(times) <= 5 * min(times)
        level.path.choose(part.at, "these targets could be {}; write one behind each", [each, shared][: 1 + bool(near)])
        return
    if len(run) == len(part.targets):
        shares: list[tuple[Entry, tuple[Target, ...]]] = [
            (one, (aim,)) for one, aim in zip(run, part.targets, strict=True)
        ]
    elif entry.piece is not None and entry.count is not None and entry.count.low == len(part.targets):
        shares, entry.aimed_end = [(entry, part.targets)], part.end
        _check_results(part)
    elif (rests := _rests_in_turn(entry, part)) is not None:
        entry.recovery = rests
        entry.said.append(f"{len(rests.lengths)} times for {len(rests.lengths) + 1} reps are taken as their rests")
        return
    else:
        refusal = part.at.refuse(
            f"there are {len(part.targets)} targets and not as many reps; write one target, or one for each rep"
        )
        raise refusal.mended(part.at.end, part.end, *second_time(part.targets))
    for one, aims in shares:
        if part.at.text in ("(", "[", "{") and not all(believable(aim, one.length) for aim in aims):
            raise part.at.refuse("these could be targets or recoveries; write @ before targets, rest behind recoveries")
        if one.targets:
            raise part.at.refuse("these are second targets for the same reps; leave some out")
        one.targets = aims
    if len({type(one) for one in part.targets}) > 1:
        level.last.said.append("the paces behind the reps are taken in turn, one for each")


def _blocks(level: Level) -> list[Entry]:
    """The blocks of a list that ends here, of which no target is said: `1 mile, 2 x 800, 3 x 400 @ 10k/5k/3k`."""
    found = [level.last]
    for entry in reversed(level.entries[:-1]):
        joined = found[-1].joint in (*LISTED, Joint.TIGHT) and found[-1].piece is not None and entry.piece is not None
        if not joined or entry.around or entry.targets or entry.words:
            break
        found.append(entry)
    return found[::-1] if any(one.repeated for one in found) and not level.last.targets else []


def _sorted_out(targets: tuple[Target, ...], blocks: list[Entry]) -> bool:
    """Can each block be run at its target, none of the longer far faster than a shorter?"""
    aims = list(zip(blocks, targets, strict=True))
    paced = sorted((one.distance_mm() or 0, aim.low_ns) for one, aim in aims if isinstance(aim, TimeTarget))
    run_so = all(believable(aim, one.length) for one, aim in aims)
    return run_so and all(20 * near * slow >= 19 * far * fast for (near, fast), (far, slow) in pairwise(paced))


def _in_turn(blocks: list[Entry], targets: tuple[Target, ...]) -> None:
    for one, aim in zip(blocks, targets, strict=True):
        one.targets = (aim,)
    blocks[-1].said.append("the targets behind the blocks are taken in turn, one for each")


def _rests_in_turn(entry: Entry, part: TargetPart) -> RecoveryPart | None:
    """`5 x 500m (3', 2:30, 2', 1:30)`: one less than the reps, in brackets, they stand between them."""
    count = entry.count.low or 0 if entry.count is not None and entry.piece is not None and entry.lacks else 0
    times = [one.low_ns for one in part.targets if isinstance(one, TimeTarget) and one.low_ns == one.high_ns]
    rests = tuple(Length(Dimension.TIME, ns, None, part.at, "s") for ns in times)
    run = part.at.text in ("@", "at", "in") or any(map(never_rested, rests))
    alike = times and 4 * max(times) <= 5 * min(times) and len(set(times)) > 1
    run = run or bool(alike and runnable(entry.distance_mm() or 0, min(times), max(times)))  # 4 x 1k (3:30, 3:25, 3:20)
    if len(rests) != len(part.targets) or not 2 < len(rests) == count - 1 or run:
        return None
    return RecoveryPart(part.at, part.joint, rests)


def _check_results(part: TargetPart) -> None:
    """`6 x 1k @ 3:30, 3:28, 3:31, 3:29, 3:32, 3:27`: who goes up and down by seconds has run it already."""
    times = [(one.low_ns, one.high_ns) for one in part.targets if isinstance(one, TimeTarget)]
    falling = times == sorted(times, reverse=True)
    if len(times) == len(part.targets) and not falling and len(set(times)) > 2:
        raise part.at.refuse("these times go up and down like results; leave them out, or write each behind its rep")


def number_holds(words: Target) -> str:
    return f"“{print_target(words)}” and a number are given as a target: the number holds"


def give(leaf: Entry, aim: Target, at: Token, end: int) -> None:
    """Aims these reps, at a time as they can be run in it."""
    found, said = as_run(aim, leaf.length, at, end)
    leaf.targets = (found,)
    if said:
        leaf.said.append(said)
