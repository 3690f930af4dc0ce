"""Counts of whole lists: what stands before is run again, or the lines that follow are."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.meaning import times
from trackbuddy.plan.notation.meaning.entries import AROUND, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside, lacking
from trackbuddy.plan.notation.refusal import Edit, put
from trackbuddy.plan.notation.syntax import Header, Joint, Part, Piece, RecoveryPart, Repeat, SendOffPart, Work
from trackbuddy.plan.session import Label, Mode
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS

COUNT: Final = "this count could be {}; use brackets"


def set_of(entries: list[Entry], part: Header, between: RecoveryPart | None = None) -> Entry:
    """These entries as often as a header says; a single rep is no set."""
    if len(entries) == 1 and entries[0].count is None and entries[0].piece:
        return replace(entries[0], joint=part.joint, count=replace(part.count, sets=part.whole))
    if between is not None and between.scope.nth not in ((), tuple(range(1, part.count.low or 0))):
        raise between.at.refuse("write what stands between the sets once, or the sets one by one").decisive()
    return Entry(part.at, part.joint, part.count, children=entries, recovery=between)


def rounds(level: Level, part: Header, said: list[str]) -> None:
    """Runs what stands before it so often; `said` is told of conventions. Raises Refusal where nobody knows what."""
    # A warm-up always stands before what is repeated; an easy run does where there is other work.
    before = AROUND if any(not entry.around for entry in level.entries) else {Label.WARM_UP}
    first = next((at for at, one in enumerate(level.entries) if not (one.around and one.label in before)), 0)
    wrapped = level.entries[first:]
    if not wrapped:
        raise part.at.refuse("there is nothing before this to repeat; write the reps first")
    if part.count.low == 1 and part.count.high is None:
        return  # once through
    if part.assumed:
        said.append(part.assumed)
    wrapped = _rested_again(level, part, wrapped)
    *earlier, last = wrapped
    if (
        "same" in part.count.at.raw.lower()
        and last.lacks
        and any(entry.repeated and not entry.lacks for entry in earlier)
    ):
        refusal = part.at.refuse("this could run everything twice, or the last reps like those before; write repeat")
        raise refusal.mended(part.at.start, part.end, "repeat")
    if wrapped[-1].divided and wrapped[-1].count is not None and wrapped[-1].count.low == part.count.low:
        return  # 12 x 400m with a 600m jog between sets of four (three sets)

    def counted(name: str, taken: list[Entry], *edits: Edit) -> Candidate[None]:
        def take() -> None:
            between, taken[-1].then = taken[-1].then, None  # 4 x 400, 60s rest, 5 min rest, repeat
            level.entries[-len(taken) :] = [set_of(taken, replace(part, joint=taken[0].joint), between)]

        counted = (put(taken[0].at.start, f"{part.count.low} x ("), (part.at.start, part.end, ")"))
        return Candidate(name, take, (*counted, *edits))

    shared = len({id(entry.recovery) for entry in wrapped}) == 1 and last.then is None
    if part.assumed and earlier and shared:
        bare = [*(replace(entry, recovery=None) for entry in earlier), last]
        opened = put(last.at.start, "open recovery, ")
        places = [counted("between all pieces", wrapped), counted("only before the next round", bare, opened)]
        level.path.choose(part.at, "the recovery before this could be {}; write which", places)
        return
    counts = [counted("for the whole list", wrapped)]
    if not (part.whole or part.rounds) and last.single and earlier and all(entry.counted_behind for entry in earlier):
        counts = [counted("for its last item", [last])]
    strides = len(list(takewhile(lambda entry: entry.repeated and is_aside(entry), wrapped)))
    if 0 < strides < len(wrapped):
        counts.insert(0, counted("for all but the strides", wrapped[strides:]))
    own = [one for one in earlier[-1:] if one.count and one.piece and one.piece.at.start < one.count.at.start]
    counts = counts if not own or part.whole else [counted("for its last item", [last])]  # 600m @ 1:45 x 3, 400 x 3
    blocks = part.rounds and earlier and last.repeated
    lines = {entry.at.line for entry in wrapped if not entry.repeated}
    listed = len(wrapped) > 1 and lines == {part.at.line - 1}  # 2 min brisk, 1 min walk, 2 min easy; go through that
    # 1 min (15 s jog), 45 s (2 min jog) x3: pairs of work and recovery are counted together
    paired = all(entry.single and not entry.lacks for entry in wrapped)
    alone = len(wrapped) == 1 and not wrapped[0].repeated
    if not (part.whole or listed or last.then or alone or paired) or blocks:
        once_more = Candidate("the count before it once more", lambda: None)
        counts.append(counted("for its last item", [last]) if earlier else once_more)
    level.path.choose(part.count.at, COUNT, counts)


def _rested_again(level: Level, part: Header, wrapped: list[Entry]) -> list[Entry]:
    """These entries; an easy run behind the last of them stands between them and the same once more.

    As in `4 x 400m, 60s rest; 5 min easy; do it again`, where the reps have their recovery.
    """
    *earlier, last = wrapped
    reps = [one for one in earlier if one.repeated]
    run = last.length if last.label is Label.JOG and last.single else None
    if not part.assumed or run is None or not reps or any(map(lacking, reps)):
        return wrapped
    level.entries.pop()
    level.last.then = RecoveryPart(last.at, last.joint, (run,), mode=Mode.JOG, easy=last.words is not None)
    return earlier


def header_ends(parts: list[Part], start: int, last: int) -> list[int]:
    """All lines that follow, or those up to a last; no further than a recovery on its line before one without.

    Two ends where work in a sentence of its own, or behind an empty line, could be in the sets or after them.
    """
    doubts = list[int]()
    for index in range(start, len(parts)):
        part = parts[index]
        if (last and part.at.line > last) or (isinstance(part, Piece) and part.label is Label.COOL_DOWN):
            return [*doubts[:1], index]
        if isinstance(part, Work) and any(times.between_sets(one) for one in parts[start:index]):
            return [*doubts[:1], index]
        repeat = isinstance(part, Repeat)
        strides = isinstance(part, Repeat) and isinstance(part.body, Piece) and part.body.label is Label.STRIDE
        told = part.joint is Joint.SENTENCE or strides or (repeat and part.joint is Joint.THEN)
        apart = told if last == parts[start].at.line else not last and part.at.line > parts[index - 1].at.line + 1
        if index > start and isinstance(part, Work) and apart:
            doubts.append(index)
        if isinstance(part, Header) and not last:
            return [*doubts[:1], index]
        if isinstance(part, RecoveryPart) and part.joint is Joint.LINE and not (last or _recovers(parts, index + 1)):
            inside = not doubts and _belongs(parts[start:index], parts[index + 1], start == 1)
            line = parts[min(index + 1, len(parts) - 1)].at.line
            end = next((at for at in range(index + 2, len(parts)) if parts[at].at.line > line), len(parts))
            return [*doubts[:1], index + 1, *[end][:inside]]
    eased = start < len(parts) and not (last or doubts) and _eases(parts[start:])
    return [*doubts[:1], *[len(parts) - 1][:eased], len(parts)]


def _eases(below: list[Part]) -> bool:
    """`10 min easy` on a line of its own, behind several reps: behind the sets, or in each of them?"""
    *before, last = below
    works = [one for one in before if isinstance(one, Piece)]
    eased = isinstance(last, RecoveryPart) and last.easy and last.joint is Joint.LINE and len(last.lengths) == 1
    if not (isinstance(last, RecoveryPart) and eased and len(works) > 1):
        return False
    return last.lengths[0].low >= (10 * MINUTE_NS if last.lengths[0].timed else MILE_MM)


def _belongs(above: list[Part], last: Part, first: bool) -> bool:
    """`3 sets of: 400m, 2 min rest, 200m`, a line each: is the last no longer than what stands above?"""
    reps = [one.length for one in above if isinstance(one, Piece) and one.length is not None]
    near = bool(above) and last.at.line == above[-1].at.line + 2
    size = last.length if isinstance(last, Piece) and near else None
    if size is None or not (first or size.low < (5 * MINUTE_NS if size.timed else KM_MM)):
        return False  # behind a warm-up that is not called so, the last line could be the cool-down
    return any(one.dimension is size.dimension and size.low <= one.low for one in reps)


def _recovers(parts: list[Part], index: int) -> bool:
    """Has the work from here a recovery before the next work? True at the end of the text."""
    if index >= len(parts):
        return True
    for part in parts[index + 1 :]:
        if isinstance(part, RecoveryPart | SendOffPart):
            return True
        if isinstance(part, Work):
            return False
    return False
