"""What a piece of work could be where it stands: a rep, a recovery without its word, a result, one more?"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from trackbuddy.plan.notation.figures.plausible import runnable
from trackbuddy.plan.notation.meaning.entries import LISTED, MOVING, Entry, Level
from trackbuddy.plan.notation.meaning.times import (
    CLOSE,
    Meant,
    aimed,
    as_rest,
    between_sets,
    check_pace,
    check_parts,
    check_total,
    is_rest,
    no_longer,
    recovered,
    rests,
    run_in,
    told_in_turn,
    told_race,
    told_time,
    work_follows,
)
from trackbuddy.plan.notation.refusal import around, put
from trackbuddy.plan.notation.syntax import (
    Count,
    Group,
    Header,
    Joint,
    Part,
    Piece,
    RecoveryPart,
    Repeat,
    TargetPart,
    Work,
)
from trackbuddy.plan.printing import LONGEST_JOG_MM, LONGEST_JOG_NS
from trackbuddy.plan.session import Label, Mode
from trackbuddy.units import NS, M


def check_counted(level: Level, part: Piece) -> None:
    """`400m repeats`, `quarters on 2:00`: how many? `400m, 300m, 200m repeats` are as many as stand there.

    `3 mile repeats` could be three miles, or three times one.
    """
    length, several = part.length, part.several
    if length is None:
        return
    at = length.at
    sized = several is not None and several.text in ("s", "'s")
    listed = level.entries and not level.last.around and part.joint in LISTED
    if several is not None and (sized or not listed):
        refusal = several.refuse(f"how many {at.text if sized else ''}{several.raw}? Write it like 6 x 400m")
        if length.unit in ("mile", "km", "lap") and at.number > 1 and not at.number % 1:
            refusal.mended(at.start, length.end, f"{at.text} x 1 {length.unit}")
        raise refusal
    if at.raw.lower() in ("quarters", "miles", "laps", "thousands"):
        raise at.refuse(f"“{at.raw}” needs a number before it; write it like 8 x 400m")


def check_within(before: Entry, part: Repeat) -> None:
    """`40 min fartlek 10 x 1 min hard 1 min easy`: are the reps part of the run, or behind it?"""
    run, body = before.piece, part.body
    _check_seconds(before, part, body)
    if run is not None and before.count is None and isinstance(body, Piece):
        _check_strides(run, part, body)
    if run is None or not before.single or before.around or run.words is None or not isinstance(body, Piece):
        return
    joined = part.joint is Joint.TIGHT or (part.joint is Joint.COMMA and "fartlek" in run.words.lower())
    if not joined or run.length is None or body.length is None or part.count.low is None:
        return
    lengths = [body.length, *([body.pair] if body.pair is not None else [])]
    if any(not one.timed for one in (run.length, *lengths)):
        return
    if part.count.low * sum(one.low for one in lengths) <= run.length.low:
        refusal = part.at.refuse("these reps could be within the run before them or behind it; write then")
        refusal.mended(run.end, part.at.start, ", then ")
        refusal.rewritten(put(run.at.start, "(note: "), (run.end, part.at.start, ") "))
        raise refusal


def _check_seconds(before: Entry, part: Repeat, body: Work) -> None:
    """`10 x 400m, 75 (x5), 73 (x5)`: reps of 75 m, or a time of those before them?"""
    size = body.length if isinstance(body, Piece) and body.plain else None
    named = part.counted_behind and before.repeated and not before.timed
    if size is None or not named or not ((size.bare and 20 * M <= size.low < 100 * M) or size.timed):
        return
    if size.timed and part.joint is Joint.THEN:
        return
    seconds = size.low if size.timed else size.low // M * NS
    if runnable(before.distance_mm() or 0, seconds, seconds):
        if size.timed:
            refusal = part.at.refuse("this could be a time of the reps before it, or work of its own; write @ or then")
            raise refusal.mended(size.at.start, size.at.start, "then ")
        refusal = part.at.refuse("this could be a time of the reps before it, or metres; write @ 75 or 75m")
        raise refusal.mended(size.at.end, size.at.end, "m")


def _check_strides(strides: Piece, part: Repeat, body: Piece) -> None:
    """`Strides: 6 x 100m`: what is named before them, or more reps?"""
    short = body.plain and body.length is not None and body.length.low <= (30 * NS if body.length.timed else 200 * M)
    if strides.label is Label.STRIDE and strides.length is None and short and part.joint in (*CLOSE, Joint.LINE):
        refusal = part.at.refuse("are these the strides, or reps behind them? Write then before reps")
        refusal.mended(strides.at.end, part.at.start, " ")
        raise refusal.mended(strides.at.end, part.at.start, ", then ")


def meanings(level: Level, parts: list[Part], index: int) -> list[Meant]:
    """What work behind reps may be: more of what is counted there, their recovery without its word, or work.

    Raises Refusal where it is a result, or says how the reps before are run.
    """
    part, rest = parts[index], parts[index + 1 :]
    assert isinstance(part, Work)
    itself, before = Meant("work of its own", part), level.last
    single = _in_brackets(part)
    turned = isinstance(part, Piece) and (part.pair is not None or part.label is Label.HILL) and not before.around
    if turned and (counted := _of_the_count(before, parts, index)):
        return counted
    if single is not None and (aims := _told(level, single, rest)):
        return aims
    if single is None or single.label is not None or before.around or single.length is None or single.pair is not None:
        return [_counted_too(before, parts, index), itself] if _summed(before, part) else [itself]
    leaf = list(before.leaves())[-1]
    _check_slash(level, single, rest, leaf)
    _check_result(level, single, rest)
    _check_explained(level, single, rest)
    if counted := _of_the_count(before, parts, index):
        return counted
    told = leaf.words is not None or (before.repeated and work_follows(rest))
    if single.words is not None and single.words.lower() == "slow" and told:
        return [as_rest(single, Mode.JOG, "recovery"), replace(itself, name="work")]  # 200 fast, 200 slow
    short = no_longer(single.length, leaf.length)
    told = single.letter == "E" and leaf.letter in ("T", "I", "R") and before.repeated and before.lacks
    if told and short and single.joint in CLOSE:
        return [as_rest(single, Mode.JOG, "recovery")]  # 4 x 6 min T, 90 s E
    mere = single.plain and not aimed(rest)
    if mere and (found := _their_rest(level, leaf, single, rest)):
        return found
    behind = replace(itself, edits=(put(single.at.start, "then "),))
    if mere and short and before.repeated and leaf.lacks and single.joint is Joint.PLUS:
        return [as_rest(single, Mode.JOG, "their recovery"), behind]  # 10 x 1' + 1'
    unrecovered = before.lacks and (leaf.lacks or (before.is_set and mere))
    size = leaf.length.low if leaf.length is not None and not leaf.label else 0
    shorter = single.length.low < size or (single.length.low == size and not mere)
    summed = single.joint is Joint.PLUS and not level.nested and shorter  # 6 x 400 + 200
    summed = summed and not any(isinstance(one, Repeat | Group) for one in rest)
    sets = any(map(between_sets, rest)) and before.piece is not None and len(level.entries) == 1
    if not (before.repeated and unrecovered and (single.joint in CLOSE or summed)):
        own = any(isinstance(one, RecoveryPart) and between_sets(two) for one, two in pairwise(rest))
        again = sets and not own and before.repeated and single.joint is Joint.COMMA
        return [*([replace(_counted_too(before, parts, index), strained=True)] if again else []), itself]
    if _mirrored(parts, index):
        return [itself]
    goes_on = rest and isinstance(rest[0], Piece) and rest[0].joint is Joint.COMMA and rest[0].plain
    jogged = [as_rest(single, Mode.JOG, "the recovery of the reps before it")] if mere and not (goes_on or sets) else []
    if any(isinstance(one, Repeat) and one.joint is Joint.COMMA for one in rest):
        return [behind, *jogged]  # 2 x 200, 400, 4 x 800: each has its own count
    dashed = single.joint is Joint.DASH and not mere and single.length.low <= 2 * size  # 6 x 1k @ 10k - 1k @ MP
    listed = (
        before.piece is not None and not before.counted_behind and (single.joint is Joint.COMMA or summed or dashed)
    )
    return [*([_counted_too(before, parts, index)] if listed else []), *jogged, behind]


def _their_rest(level: Level, leaf: Entry, part: Piece, rest: list[Part]) -> list[Meant]:
    """What a mere length is, if not the next rep: behind sets that are recovered alike, what stands between them?"""
    length, before = part.length, level.last
    assert length is not None
    mode = Mode.REST if length.timed else Mode.JOG
    once = Meant("work of its own", part, (put(part.at.start, "1 x "),))
    if before.lent and length.low <= (LONGEST_JOG_NS if length.timed else LONGEST_JOG_MM - M):
        return [as_rest(part, mode, "between the sets"), once]  # 3 x (600, 300) off 90s, then 5 min
    way = before.recovery if part.joint in (Joint.PLUS, Joint.THEN) and before.repeated and length.timed else None
    moved = isinstance(way, RecoveryPart) and any(one.far or (one.bare and way.mode in MOVING) for one in way.lengths)
    gone = moved or (isinstance(way, RecoveryPart) and way.open_words)
    if gone and length.low <= 180 * NS and not (part.joint is Joint.THEN and work_follows(rest)):
        raise part.at.refuse("a recovery in two parts can't be kept; write one that stands for both, like 2 min walk")
    if not (length.timed and is_rest(before, leaf, part, rest)):
        return []
    ends = (
        length.high is None
        and length.low >= 2 * LONGEST_JOG_NS
        and not (work_follows(rest) or level.nested or part.joint is Joint.THEN)
    )
    if ends and recovered(before):
        return [as_rest(part, mode, "a rest"), once]  # 6 x 400, 60s rest, 15 min
    if part.joint is Joint.THEN and not before.lacks:  # w/ 60s rest then 5 min then 600
        run = length.low >= 2 * LONGEST_JOG_NS and not work_follows(rest)
        return [replace(once, edits=None)] if run else [as_rest(part, mode, "a rest"), once]
    return [aim] if before is leaf and (aim := run_in(leaf, part, rest)) else rests(leaf, part, rest)


def _of_the_count(before: Entry, parts: list[Part], index: int) -> list[Meant]:
    """`3 sets of 300, 200, 100`, `pyramid of 3 x 100, 200`: is the word before the count for all of the list?"""
    count, part = before.count, parts[index]
    assert isinstance(part, Work)
    told = count is not None and (count.listed or count.headed or count.sets)
    if count is None or before.piece is None or part.at.line != before.at.line or not told:
        return []
    own = next((one for one in parts[index + 1 :] if isinstance(one, Work | Header)), None)
    if isinstance(own, Header) and own.before and not own.whole and before.piece.at.start < count.at.start:
        return [Meant("work of its own", part)]  # 600m @ 1:45 x 3, 400m @ 68 x 3
    whole = [_counted_too(before, parts, index)]
    reps = ((before.at.start, before.piece.at.start, f"{_so_often(count)} x "),)
    headed = count.headed and part.joint in LISTED and _alike(before, parts[index:])
    mere = count.listed or headed or _mere_list(before, parts[index:])
    return whole if mere else [*whole, Meant("work of its own", part, reps)]


def _told(level: Level, part: Piece, rest: list[Part]) -> list[Meant]:
    """A time that is that of the reps before it, or may be; `8 miles easy, 8:20` is a pace too."""
    eased = level.last.label is Label.JOG and part.plain
    if (
        part.label is not None
        or part.pair is not None
        or part.joint is Joint.SLASH
        or (level.last.around and not eased)
    ):
        return []
    check_pace(level.last, part, rest)
    check_total(level.last, part, rest)
    check_parts(level.last, part, rest)
    aim = told_in_turn(level, part, rest) or told_time(level, part, rest) or told_race(level.last, part, rest)
    if aim is None or aim.said:
        return [aim] if aim is not None else []
    return [aim, Meant("work of its own", part, (put(part.at.start, "then "),))]


def _mirrored(parts: list[Part], index: int) -> bool:
    """`2 x 200, 400, 3 x 800, 400, 2 x 200`: in a ladder up and down each count is of its own rep."""
    ends = (Label.WARM_UP, Label.COOL_DOWN)
    works = [one for one in parts if isinstance(one, Work) and not (isinstance(one, Piece) and one.label in ends)]
    run = [one for one in (one.body if isinstance(one, Repeat) else one for one in works) if isinstance(one, Piece)]
    sizes = [one.length.low for one in run if one.length is not None]
    half = sizes[: len(sizes) // 2 + 1]
    steady = half in (sorted(set(half)), sorted(set(half), reverse=True))
    between = len(works) == 3 and parts[index] is works[-1] and isinstance(works[0], Piece)  # 800, 4 x 400, 800
    return isinstance(parts[index], Piece) and (between or len(sizes) >= 5) and sizes == sizes[::-1] and steady


def _so_often(count: Count) -> str:
    return f"{count.low}" if count.high is None else f"{count.low}-{count.high}"


def _alike(before: Entry, parts: list[Part]) -> bool:
    """`4 rounds: 1200m @ 10k, 90s jog, 400m @ 3k`; the mere time of `3 rounds of 400m, 90s` could be a rest.

    As many as they are counted may be the sets themselves: `3 sets: 1k @ 10k, 800m @ 5k, 600m @ 3k`.
    """
    own = list(takewhile(lambda one: one.at.line == before.at.line and one.joint is not Joint.THEN, parts))
    pieces = [one for one in (before.piece, *own) if isinstance(one, Piece) and one.length is not None]
    timed = [one.plain for one in pieces if one.length is not None and one.length.timed]
    mere = all(timed) and len(timed) == len(pieces) and not before.targets
    as_many = before.count is not None and before.count.low == len(pieces)
    return (mere or not any(timed)) and not as_many and not any(isinstance(one, Repeat | Header) for one in own)


def _mere_list(before: Entry, parts: list[Part]) -> bool:
    """`3 sets of 300, 200, 100 @ 800 pace`: three mere lengths or more behind one word for sets, and no more work."""
    own = list(takewhile(lambda one: isinstance(one, Piece) and one.joint is Joint.COMMA, parts))
    behind = parts[len(own) + aimed(parts[len(own) :]) :]
    more = [one for one in behind if isinstance(one, Work) and one.joint in LISTED and one.at.line == before.at.line]
    ends = not behind or not (more or isinstance(behind[0], Work | TargetPart))
    mere = [one for one in (before.piece, *own) if isinstance(one, Piece) and one.length is not None]
    turned = all(one.pair is not None for one in mere)  # 4 sets of 2 min on 1 min off, 1 min on 1 min off
    plain = all((one.pair is None) is not turned and one.label is None for one in mere) and len(mere) == 1 + len(own)
    alike = len({one.length.timed for one in mere if one.length is not None}) == 1
    return len(own) + turned >= 2 and ends and plain and alike and before.lacks is not turned and not before.targets


def _summed(before: Entry, part: Work) -> bool:
    """`3 sets of 5 x 200 + 2 x 400`: is the sum what is run three times?"""
    strides = isinstance(part, Repeat) and isinstance(part.body, Piece) and part.body.label is not None
    grouped = before.count is not None and before.count.sets and before.is_set and before.recovery is None
    ahead = before.count is not None and before.count.at.start < next(before.leaves()).at.start
    return grouped and ahead and part.joint in (Joint.PLUS, Joint.COMMA) and not strides


def _in_brackets(part: Work) -> Piece | None:
    """The piece that this is, if only in brackets: `(4 min)` on its own line is no less doubtful than `4 min`."""
    if isinstance(part, Group) and len(part.parts) == 1 and isinstance(part.parts[0], Piece):
        return replace(part.parts[0], joint=part.joint)
    return part if isinstance(part, Piece) else None


def _counted_too(before: Entry, parts: list[Part], index: int) -> Meant:
    """`4 sets of 800m, 1 min rest, 400m`, `8 x 400, 200`: the count is for all that the line goes on with."""
    part = parts[index]
    assert isinstance(part, Work)
    end = at = index + 1
    while at < len(parts) and parts[at].at.line == before.at.line and not isinstance(parts[at], Header):
        more = parts[at]
        tight = isinstance(more, TargetPart) and more.joint is Joint.TIGHT and at == end
        if tight or (isinstance(more, Work) and more.joint in LISTED):
            end = at + 1
        elif isinstance(more, Work):
            break
        at += 1
    edits = None
    last = parts[end - 1]
    own = parts[end] if end < len(parts) and not before.lacks else None
    if isinstance(own, RecoveryPart) and not own.scope and (own.joint is Joint.TIGHT or own.open_words):
        last, end = own, end + 1  # 3 sets of 2 min hard 1 min easy, 1 min hard 1 min easy
    if before.piece is not None and before.count is not None and isinstance(last, Piece | TargetPart | RecoveryPart):
        start = before.piece.at.start
        edits = ((before.at.start, start, f"{_so_often(before.count)} x ("), put(last.end, ")"))
    asked = "this could be {}; put what is repeated in brackets"
    return Meant("counted with the reps before it", part, edits, asked, end)


def _check_slash(level: Level, part: Piece, rest: list[Part], leaf: Entry) -> None:
    """`10 x 1km / 1km`: in turn, or one behind the other?"""
    before, held = level.last, leaf.piece
    far = part.length is not None and not part.length.timed
    listed = (level.nested and before.single and leaf.targets and far) or (before.count and before.count.headed)
    eased = part.words is not None and not far and held is not None and held.words is not None
    doubtful = before.repeated or eased or (part.plain and leaf.targets and not aimed(rest))
    next_ = rest[0].joint if rest and isinstance(rest[0], Piece) else None  # 12/10/8 min tempo: the words are for all
    alike = held is not None and part.words == held.words and Joint.SLASH in (before.joint, next_)
    if part.joint is not Joint.SLASH or listed or not doubtful or (alike and not before.repeated):
        return
    refusal = part.at.refuse("a slash behind repeated reps could alternate or follow; write 10 x (1km, 1km) or a comma")
    rests = part.length is not None and (part.length.timed or part.length.low < 100 * M) and before.repeated
    if rests and not eased:
        raise refusal.mended(part.end, part.end, " rest" if not part.length or part.length.timed else "s rest")
    if before.piece is not None and before.repeated:
        start, end = before.piece.at.start, rest[0].end if rest and isinstance(rest[0], TargetPart) else part.end
        refusal.rewritten(*around(start, end))
    elif before.piece is not None and not before.targets:
        refusal.mended(before.piece.end, part.at.start, ", ")
    elif isinstance(before.recovery, RecoveryPart):
        raise refusal.mended(before.recovery.end, part.at.start, ", ")
    raise refusal.mended(part.end - int(part.letter == "E"), part.end, " jog")


def _check_explained(level: Level, part: Piece, rest: list[Part]) -> None:
    """`8 x 400` and on the next line `Sprint 400m, then walk 200m`: how the reps are run, or a ninth?"""
    before, length = level.last, part.length
    listed = part.joint is Joint.SENTENCE and not before.joint.loose and not level.nested
    if length is None or not part.joint.loose or not (before.repeated or listed):
        return
    others = [before.length] if before.length and before.repeated else []
    if aimed(rest):
        named = [entry for entry in level.entries if entry.repeated or listed]
        others = [one.length for entry in named for one in entry.leaves() if one.length]
    if any((one.timed, one.low) == (length.timed, length.low) for one in others):
        asked = "this could say how the reps before are run, or be one more; write 1 x before one more"
        words = ("the ", "1 x ") if aimed(rest) and not length.timed else ("1 x ",)
        raise part.at.refuse(asked).mended(length.at.start, length.at.start, *words)


def _check_result(level: Level, part: Piece, rest: list[Part]) -> None:
    """`20x400. 77, 75, 74`: bare numbers that no track has are times that were run."""
    bare = part.length is not None and part.length.bare
    odd = part.length is not None and part.length.low % (50 * M)
    if bare and odd and part.plain and any(entry.repeated for entry in level.entries):
        refusal = part.at.refuse("these numbers look like results; leave them out, or write a target like @ 75")
        numbers = [one for one in rest if isinstance(one, Piece) and one.plain and one.length and one.length.bare]
        if level.last.count is not None and level.last.count.low == len(numbers) + 1:
            refusal.mended(part.at.start, part.at.start, "@ ")
        if part.joint.loose or any(isinstance(one, Piece) for one in rest) or not 10 <= part.at.number < 100:
            raise refusal
        refusal.mended(part.end, part.end, "s rest")  # 8 x 400 @ 5k, 75
        told = level.last.targets or part.joint is Joint.PLUS or not part.at.number % 15
        raise refusal if told else refusal.mended(part.at.start, part.at.start, "@ ")
