"""What the parts of a list share before any of them becomes an entry: their unit, their effort, and their rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate, Path
from trackbuddy.plan.notation.figures.lengths import BARE_SECONDS, in_unit, shared_unit
from trackbuddy.plan.notation.refusal import put
from trackbuddy.plan.notation.syntax import Joint, Part, Piece, RecoveryPart, Repeat, TargetPart, Work
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.session import Label, Mode
from trackbuddy.units import NS, M

_FOR_ALL: Final = frozenset({"hard", "strong", "steady", "moderate", "tempo", "threshold", "M", "T", "I", "R"})
"""Efforts of a whole list. Others may be said of its last rep alone, as `all out` is."""


def shared(parts: list[Part], said: list[str], path: Path) -> list[Part]:
    """The parts with what one of them says for others; adds to `said` what was taken so.

    Raises Refusal where a mere time could be a rest or work, or a run what those behind it come to.
    """
    found = _rested(_alike(_united(parts), said, path), said)
    _check_made_up(found)
    return found


def recovery_of(part: Piece, mode: Mode) -> RecoveryPart:
    """The length of a piece as a recovery. The piece must have one."""
    assert part.length is not None
    return RecoveryPart(part.at, part.joint, (part.length,), mode=mode, noun=True, end=part.end)


def _rested(parts: list[Part], said: list[str]) -> list[Part]:
    """`12 min T, 2 min, 9 min T, 90 sec, 6 min T`: mere times in turn with work of one effort are its rests.

    Raises Refusal where one could be a rest or work: `15 min steady – 5 min – 10 min steady`, `18 min + 75 s + 18 min`,
    `20 min tempo. 5 min. 6 x 200`.
    """
    doubtful = dict(_mere_times(parts))
    if not doubtful:
        return parts
    efforts = {_effort(parts, near) for at in doubtful for near in (_before(parts, at), at + 1)}
    if len(doubtful) > 1 and len(efforts) == 1 and all(efforts):
        said.append("mere times between pieces of one effort are taken as their rests")
        rests = {at: recovery_of(one, Mode.REST) for at, one in doubtful.items()}
        return [rests.get(at, part) for at, part in enumerate(parts)]
    times = list(doubtful.values())
    refusal = times[0].at.refuse("this time could be a rest or work of its own; write rest behind a rest")
    refusal.rewritten(*(put(one.end, " rest") for one in times))
    raise refusal.rewritten(*(put(one.at.start, "1 x ") for one in times))


def _before(parts: list[Part], index: int) -> int:
    """Where the work before a part stands."""
    return index - 1 - (index > 1 and isinstance(parts[index - 1], TargetPart))


def _effort(parts: list[Part], index: int) -> object:
    """What is said of how hard a piece is run; None for nothing."""
    piece, aim = parts[index], parts[index + 1] if index + 1 < len(parts) else None
    named = (piece.words or piece.letter or piece.label) if isinstance(piece, Piece) else None
    return named or (aim.targets if isinstance(aim, TargetPart) else None)


def _check_made_up(parts: list[Part]) -> None:
    """`25 min progression — 10 min steady, 8 min hard, 7 min easy`: is the first run made up of the others?"""
    for index, part in enumerate(parts[:-2]):
        behind = takewhile(lambda one: isinstance(one, Piece | TargetPart), parts[index + 1 :])
        pieces = [one for one in behind if isinstance(one, Piece)]
        if not isinstance(part, Piece) or part.length is None or part.plain or len(pieces) < 2:
            continue
        listed = pieces[0].joint is Joint.DASH and pieces[0].at.gap and pieces[1].joint is not Joint.DASH
        sizes = {one.length.dimension for one in pieces if one.length is not None}
        total = sum(one.length.low for one in pieces if one.length is not None)
        if listed and total == part.length.low and sizes == {part.length.dimension}:
            asked = "this could be what the runs behind it come to, or one more run; write then behind it"
            refusal = part.at.refuse(asked).mended(part.end, pieces[0].at.start, ", then ")
            raise refusal.rewritten(put(part.at.start, "(note: "), (part.end, pieces[0].at.start, ") "))


def _mere_times(parts: list[Part]) -> Iterator[tuple[int, Piece]]:
    for index, part in enumerate(parts[1:-1], 1):
        before, after = parts[_before(parts, index)], parts[index + 1]
        if not (isinstance(part, Piece) and isinstance(before, Piece) and isinstance(after, Work)):
            continue
        if part.length is None or not part.length.timed or not part.plain:
            continue
        dashed = all(one.joint is Joint.DASH and one.at.gap for one in (part, after))
        aimed = _effort(parts, _before(parts, index)) is not None
        if isinstance(after, Piece):
            sizes = [one.length.low for one in (before, after) if one.length is not None]
            joined, shortest = part.joint is after.joint is not Joint.TIGHT, min(sizes, default=0)
            told = aimed and _effort(parts, index + 1) is not None
            if dashed and (aimed or not after.plain or 2 * part.length.low <= max(sizes, default=0)):
                yield index, part
                continue
            if joined and part.length.low <= (shortest if told else shortest // 4):
                yield index, part
                continue
        if aimed and _rests_behind(before, part, after):
            yield index, part


def _rests_behind(run: Piece, part: Piece, after: Work) -> bool:
    """Behind a run of which an effort is said a time of half as much or less, before other work, could be the rest."""
    short = run.length is not None and part.length is not None and 2 * part.length.low <= run.length.low
    timed = run.length is not None and run.length.timed and run.label is None
    next_ = after.length if isinstance(after, Piece) and after.plain and after.joint is part.joint else None
    listed = next_ is not None and part.length is not None and next_.low <= part.length.low
    return short and timed and not listed


def _united(parts: list[Part]) -> list[Part]:
    """`5, 4, 3, 2, 1 min`: the unit behind the last number is everybody's."""
    found = _minutes_again(parts)
    for index in range(len(found) - 1, 0, -1):
        after, before = found[index], found[index - 1]
        if isinstance(before, Repeat) and (united := _united_count(before, found[index : index + 2])) is not None:
            found[index - 1] = united
        if not (isinstance(after, Piece) and isinstance(before, Piece) and after.joint is Joint.COMMA):
            continue
        if after.length is None or before.length is None or not before.length.bare:
            continue
        seconds = after.length.unit in ("s", "sec") and before.length.low // M in BARE_SECONDS  # 60, 75, 90 secs
        if after.length.unit and (before.length.low < 50 * M or seconds):
            [length] = shared_unit([before.length], after.length)
            length = replace(length, assumed=after.length.assumed or length.assumed)
            words, letter = before.words or after.words, before.letter or after.letter
            found[index - 1] = replace(before, length=length, words=words, letter=letter)
    return found


def _minutes_again(parts: list[Part]) -> list[Part]:
    """`1 min hard/1 min easy, then 2, 3, 2 hard/easy`: numbers with an equal recovery behind minutes are minutes."""
    end = next((at for at, one in enumerate(parts) if isinstance(one, RecoveryPart) and one.equal), 0)
    first = end - len(list(takewhile(lambda one: isinstance(one, Piece), reversed(parts[:end]))))
    near, found = parts[first - 1] if first else None, list(parts)
    if isinstance(near, RecoveryPart) and near.lengths and near.lengths[0].unit in ("min", "'"):
        for at, one in enumerate(parts[first:end], first):
            if isinstance(one, Piece) and one.length and one.length.bare and one.length.low < 15 * M:
                said = f"{one.length.at.raw} is taken as minutes, like those before it"
                found[at] = replace(one, length=replace(in_unit(one.length, "min"), assumed=said))
    return found


def _united_count(part: Repeat, behind: list[Part]) -> Repeat | None:
    """`3 x 15, 30, 45 secs`: a count whose rep has its unit from a list of three or more is the list's."""
    body = part.body
    if not isinstance(body, Piece) or body.length is None or not body.length.bare:
        return None
    listed = [one.length for one in behind if isinstance(one, Piece) and one.joint is Joint.COMMA]
    if len(listed) < 2 or listed[0] is None or not listed[0].assumed or body.length.low >= 50 * M:
        return None
    [length] = shared_unit([body.length], listed[0])
    said = f"{listed[0].assumed}, and the count before it too"
    body = replace(body, length=replace(length, assumed=said))
    return replace(part, count=replace(part.count, listed=True), body=body)


def _alike(parts: list[Part], said: list[str], path: Path) -> list[Part]:
    """`6 min, 4 min and 2 min hard`, `60s, 45s, 30s hill`: is what is said at one end of a list meant for all of it?"""
    found = list(parts)
    for index, part in enumerate(parts):
        one = _rep(part)
        how = (one.letter or one.words or one.label) if one is not None else None
        if one is None or not how or how == "E" or not (listed := _listed(parts, one, index)):
            continue

        def give(one: Piece = one, listed: list[int] = listed) -> None:
            for at in listed:
                found[at] = _like(found[at], one)

        last, begins = listed[0] < index, not _joined(parts, listed[-1])
        whole = last and begins and len(listed) > 1 and part is one
        if sure := (whole and how in _FOR_ALL) or one.label is not None:
            said.append(f"“{one.label or how}” is taken for the whole list")
        elif len(listed) == 1 and (not begins or part.joint is Joint.PLUS):
            continue  # 9 min T, 90 sec, 6 min T; 1200 + 300 hard
        ways = [Candidate("for the whole list", give), Candidate("for one rep only", lambda: None)]
        path.choose(part.at, f"“{how}” could be {{}}; write it behind each", ways[: 2 - sure])
    return found


def _listed(parts: list[Part], one: Piece, index: int) -> list[int]:
    """Where the mere reps stand that what is said of this one may be for, too: one or more before it, or two behind."""
    before, led = isinstance(parts[index], Repeat), one.length is not None and one.at.start < one.length.at.start
    if one.length is None or (led and one.length.at.kind is Kind.CLOCK):
        return []  # 3 x 700, cut down 2:20, 2:16, 2:12
    step = 1 if led else -1
    at, found = index + step, list[int]()
    while _joined(parts, max(at, at - step)) and _could_be(parts[at], one) and before >= isinstance(parts[at], Repeat):
        found.append(at)
        at += step
    after = parts[index + 1] if not led and _joined(parts, index + 1) else None
    goes_on = isinstance(after, Piece) and after.length is not None and after.length.timed is one.length.timed
    if len(found) <= (led or before) or goes_on:
        return []
    alone = led or before or not _joined(parts, at + 1) or not _could_be(parts[at], one)
    return found if alone else [*found, at]  # 3 sets of 400, 300, 200 fast


def _joined(parts: list[Part], index: int) -> bool:
    """Does the work here go on with a list?"""
    near = [one for one in parts[max(index - 1, 0) : index + 1] if _rep(one) and isinstance(one, Piece | Repeat)]
    return len(near) == 2 and near[1].joint in (Joint.COMMA, Joint.PLUS)


def _rep(part: Part) -> Piece | None:
    """What is run, once or counted, if it is the work itself."""
    one = part.body if isinstance(part, Repeat) else part
    return one if isinstance(one, Piece) and one.label in (None, Label.HILL, Label.STRIDE) else None


def _could_be(part: Part, like: Piece) -> bool:
    """Is this a mere rep, and none too long for a stride?"""
    one = _rep(part)
    size = one.length if one is not None and one.plain else None
    return size is not None and (like.label is not Label.STRIDE or size.low <= (30 * NS if size.timed else 200 * M))


def _like(part: Part, one: Piece) -> Part:
    """The mere rep here, run as this one is."""
    if isinstance(part, Repeat) and isinstance(part.body, Piece):
        return replace(part, body=replace(part.body, words=one.words, letter=one.letter, label=one.label))
    return replace(part, words=one.words, letter=one.letter, label=one.label) if isinstance(part, Piece) else part
