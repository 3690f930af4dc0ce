"""Which reps a target or a pair of brackets speaks of; the other half of `attach`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise, product, takewhile
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.figures.lengths import BARE_METRES, in_seconds, in_unit
from trackbuddy.plan.notation.figures.paces import SECONDS_BELOW, settled
from trackbuddy.plan.notation.figures.plausible import (
    as_run,
    believable,
    never_rested,
    rather_run,
    second_time,
)
from trackbuddy.plan.notation.meaning.attach import recovery
from trackbuddy.plan.notation.meaning.entries import LISTED, MOVING, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.meaning.times import check_second, check_seconds, with_point
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    Dimension,
    Joint,
    Length,
    Range,
    RecoveryPart,
    Scope,
    TargetPart,
)
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M, Pace

_EASED: Final = frozenset("very slow easy gentle pace effort".split())
"""How a jog is run, and never reps that are jogged between."""
_SEVERAL: Final = "this time stands behind reps of several lengths; write a target behind each"
_PARTS: Final = (100 * M, 200 * M, 400 * M, KM_MM, MILE_MM)
_LONGEST_LAP_NS: Final = 150 * NS


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
            leaf.said.append(_number_holds(leaf.targets[0]))
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
        _give(leaf, part.targets[0], part.at, part.end)
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
    if len(rests) != len(part.targets) or not 2 < len(rests) == count - 1 or run:
        return None
    return RecoveryPart(part.at, part.joint, rests)


def _check_results(part: TargetPart) -> None:
    """`6 x 1k @ 3:30, 3:28, 3:31, 3:29, 3:32, 3:27`: who goes up and down by seconds has run it already."""
    times = [(one.low_ns, one.high_ns) for one in part.targets if isinstance(one, TimeTarget)]
    falling = times == sorted(times, reverse=True)
    if len(times) == len(part.targets) and not falling and len(set(times)) > 2:
        raise part.at.refuse("these times go up and down like results; leave them out, or write each behind its rep")


def bracket(level: Level, part: BracketPart) -> None:
    """IAAF: `4 x 3 x 400 (56") [3' & 5']`: round brackets aim, square ones recover."""
    if not level.entries:
        raise part.at.refuse("these brackets say nothing that can be run; write reps, like 8 x 200m")
    band = in_seconds(part.lengths[0])
    run_in = _narrow(band) and never_rested(band)  # [1:36-1:40]: a band in which nobody rests
    if len(part.lengths) == 2 and level.last.is_set:
        for one, where in zip(part.lengths, (Range.REPS, Range.SETS), strict=True):
            recovery(level, _recovery_of(part, one, where), more=False)
    elif len(part.lengths) > 1:
        refusal = part.at.refuse("two lengths in brackets belong to sets of reps; write 30s rest or @ 34")
        raise refusal.mended(part.at.end, part.lengths[0].at.start, "@ ")
    elif part.square and not run_in and (level.last.bracket or not _of_the_reps(level.last, part.lengths[0])):
        recovery(level, _recovery_of(part, part.lengths[0], Range.UNSAID), more=False)
    elif level.last.bracket is not None:
        aim, rest = level.last.bracket.lengths[0].at.start, part.lengths[0].end
        refusal = part.at.refuse("too many brackets for one rep; write @ before a target, rest behind a recovery")
        raise refusal.rewritten((aim, aim, "@ "), (rest, rest, " rest"))
    else:
        level.last.bracket = part


def _narrow(one: Length) -> bool:
    """`98-102`, `1:36-1:40`: a band to run in; rests give more room."""
    return one.high is not None and not one.far and one.high * 100 <= one.low * 115


def _of_the_reps(entry: Entry, one: Length) -> bool:
    """`8 x 400m [75]`: is this rather the time of the reps, though its brackets are those of a recovery?"""
    time = replace(in_unit(one, "sec"), unit="") if one.bare else one
    run = time.timed and all(rather_run(leaf.distance_mm() or 0, time) for leaf in entry.leaves())
    return run and not any(leaf.targets for leaf in entry.leaves())


def _recovery_of(part: BracketPart, one: Length, where: Range) -> RecoveryPart:
    return RecoveryPart(part.at, part.joint, (one,), scope=Scope(where), noun=True, end=part.lengths[-1].end)


def settle_brackets(entries: list[Entry]) -> None:
    """A lone time in round brackets is the target where there is a recovery besides; alone it could be either."""
    for entry in entries:
        settle_brackets(entry.children)
        check_second(entry)
        if entry.bracket is None:
            continue
        one = entry.bracket.lengths[0]
        if one.low <= 0:
            raise one.at.refuse("a time of nothing is no target and no rest; write one like 75 or 90s rest")
        one = with_point(entry, one)
        if all(_restates(leaf, one) for leaf in entry.leaves()):
            entry.said.append(f"({one.at.raw}…) says again what stands before it")
            continue
        if _is_recovery(entry, one, entry.repeated or entry is not entries[-1]):
            entry.recovery = _recovery_of(entry.bracket, one, Range.UNSAID)
            entry.said.append("a figure in brackets that is no target of the reps is taken as their recovery")
            continue
        if any(leaf.piece is not None and leaf.piece.length is None for leaf in entry.leaves()):
            raise one.at.refuse("this could be the length of the rep or its target; write it like 8 x 60s hill")
        scale = 1_000_000 if one.bare else 1
        found = TimeTarget(one.low * scale, (one.high or one.low) * scale)
        each = entry.bracket.each and entry.piece is not None and believable(found, entry.length)
        known = each or all(not leaf.lacks for leaf in entry.leaves())
        numbers = any(isinstance(aim, TimeTarget | PaceTarget) for leaf in entry.leaves() for aim in leaf.targets)
        if not known or one.far or numbers:
            raise _either(entry, entry.bracket, one, found)
        check_seconds(entry, one)
        for leaf in entry.leaves():
            if leaf.targets:
                leaf.said.append(_number_holds(leaf.targets[0]))
            _give(leaf, found, entry.bracket.at, one.end)


def _number_holds(words: Target) -> str:
    return f"“{print_target(words)}” and a number are given as a target: the number holds"


def _restates(leaf: Entry, one: Length) -> bool:
    """`600 @ 75 pace (1:52)`, `1200 (3 laps)`: the same time or distance once more, within 2 %."""
    mm = leaf.distance_mm()
    rested = one.unit == "min" and one.low < _LONGEST_LAP_NS  # 1000 @ 2:30 (1 min)
    if mm is None or leaf.timed or rested or (one.high is not None and not _narrow(one)):
        return False
    if one.far or (one.bare and one.low >= SECONDS_BELOW * M):
        return abs(one.low - mm) * 50 <= mm and not (one.bare and leaf.repeated)  # 10 x 200 (200)
    aim = leaf.targets[0] if leaf.targets else None
    ns = one.low * 1_000_000 if one.bare else one.low
    if isinstance(aim, PaceTarget):
        return aim.low.over(mm) * 49 <= ns * 50 and ns * 49 <= aim.high.over(mm) * 50
    if not isinstance(aim, TimeTarget):
        return False
    high = (one.high or one.low) * (ns // one.low)
    around = ns <= aim.low_ns <= aim.high_ns <= high and (high - ns) * 6 <= ns  # averaging 48 (46-50)
    return around or _same_time(aim, mm, ns, 50)


def _same_time(aim: TimeTarget, mm: int, ns: int, close: int) -> bool:
    """Is this the time of the rep, or of a lap, a kilometre or a mile of it, to a part in `close`?"""
    times = (ns, *(ns * mm // part for part in _PARTS if part < mm))
    return any(aim.low_ns * (close - 1) <= one * close and one * (close - 1) <= aim.high_ns * close for one in times)


def _is_recovery(entry: Entry, one: Length, more: bool) -> bool:
    """`4 x 5 min (2 min)`, `3 x 2 miles (3 min)`: a time that is none in which the rep, or a lap of it, is run.

    `6 x 800 in 2:20 (400)`: or a distance behind their target.

    `more`: does another rep follow?
    """
    length = entry.length
    if length is None or not (entry.lacks and more):
        return False
    if not one.timed:
        jogged = (one.far or one.low // M in BARE_METRES) and one.low <= (entry.distance_mm() or 0)
        lapped = any(isinstance(aim, PaceTarget) and aim.low.per_mm == one.low for aim in entry.targets)
        return jogged and entry.repeated and bool(entry.targets or (entry.piece and entry.piece.words)) and not lapped
    if entry.timed:
        return one.low <= length.low and (entry.repeated or one.low <= 5 * MINUTE_NS)
    if not entry.repeated:
        return False
    if entry.targets and isinstance(aim := entry.targets[0], TimeTarget):
        mm = entry.distance_mm()
        return mm is not None and not _same_time(aim, mm, one.low, 6)
    return one.low >= _LONGEST_LAP_NS and not believable(TimeTarget(one.low, one.high or one.low), length)


def _either(entry: Entry, part: BracketPart, one: Length, found: TimeTarget) -> Refusal:
    """`800m (85 sec)`: its target, its recovery, or the target of each lap?"""
    refusal = part.at.refuse("this could be the target or the recovery; write @ before it or rest behind it")
    timed, mm = any(leaf.timed for leaf in entry.leaves()), entry.distance_mm()
    if one.bare and not 6 * M <= one.low < SECONDS_BELOW * M:
        refusal.mended(part.at.end, one.end, *([f"@ {one.at.text} pace"] if mm and one.low > mm else []))
    elif not timed and all(believable(found, leaf.length) for leaf in entry.leaves()):
        refusal.mended(part.at.end, one.at.start, "@ ")
    elif not timed and found.high_ns < 2 * MINUTE_NS:
        refusal.mended(part.at.end, one.end, f"@ {one.at.text}{one.unit or 's' * one.bare}/400")
    elif not timed and mm and mm >= 3 * KM_MM and found.low_ns >= 2 * MINUTE_NS:  # 6 km tempo (3:40)
        refusal.mended(part.at.end, one.at.start, "@ ")
    far = one.bare and one.low // M in BARE_METRES
    return refusal.mended(one.end, one.end, *((" jog", " rest") if far else (" rest", " jog")))


def _give(leaf: Entry, aim: Target, at: Token, end: int) -> None:
    """Aims these reps, at a time as they can be run in it."""
    found, said = as_run(aim, leaf.length, at, end)
    leaf.targets = (found,)
    if said:
        leaf.said.append(said)
