"""The grammar: from lexemes to parts. What the parts mean together is the business of `meaning`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.notation.counts import count, header, number, repeat_word
from trackbuddy.plan.notation.cursor import Cursor, unexpected
from trackbuddy.plan.notation.efforts import effort_words
from trackbuddy.plan.notation.joints import bracket_closed, heading, joint, remark, results
from trackbuddy.plan.notation.lengths import in_unit, length
from trackbuddy.plan.notation.pieces import listing, piece, trailing_count
from trackbuddy.plan.notation.races import named_pace, offset_target
from trackbuddy.plan.notation.recoveries import recovery
from trackbuddy.plan.notation.remarks import Remark
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.scopes import send_off
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    ComposedPart,
    Count,
    Dimension,
    DividedPart,
    Group,
    Header,
    Joint,
    Length,
    OptionPart,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    Scope,
    SharePart,
    TargetPart,
    Work,
)
from trackbuddy.plan.notation.targets import one_more, target, target_list
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import EveryWay, OneTap
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget
from trackbuddy.units import KM_MM, Pace

_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_UNITS: Final = ("m", "metres", "km", "mile", "sec", "s", "min", "'", '"', "yard", "lap")


_BESIDE: Final = (Joint.TIGHT, Joint.COMMA, Joint.DASH)


@dataclass(slots=True)
class Document:
    """Everything a text holds, in its order."""

    parts: list[Part]
    remarks: list[Remark]


def document(cursor: Cursor) -> Document:
    """Reads the whole text. Raises Refusal at the first lexeme that has no place."""
    remarks: list[Remark] = []
    return Document(_parts(cursor, None, remarks), remarks)


def _parts(cursor: Cursor, closing: str | None, remarks: list[Remark]) -> list[Part]:
    found: list[Part] = []
    between = Joint.TIGHT if closing else Joint.LINE
    while True:
        between = joint(cursor, between)
        if cursor.at_end() or (closing and cursor.sees(closing)):
            return found
        at = cursor.peek().start
        if between.loose and (title := heading(cursor, bool(found))):
            remarks.append(Remark(title.rstrip(" :-"), at, loose=True, label=not found))
            continue
        if aside := results(cursor) or remark(cursor):
            remarks.append(Remark(aside, at, loose=between.loose))
            continue
        more = _part(cursor, between, bool(found), remarks)
        if between is Joint.TIGHT and found:
            _check_side_by_side(found[-1], more[0])
            more[0] = _of_the_same_size(found[-1], more[0])
        found += more
        between = Joint.TIGHT


def _of_the_same_size(before: Part, after: Part) -> Part:
    """`200s @ 32 w/ 200m rec`: whose target was named by its size, its recovery is of that size too."""
    named = isinstance(before, TargetPart) and before.only_mm is not None
    if not (named and isinstance(after, RecoveryPart) and after.scope == Scope()):
        return after
    assert isinstance(before, TargetPart)
    return replace(after, scope=Scope(Range.REPS, only_mm=before.only_mm))


def _check_side_by_side(before: Part, after: Part) -> None:
    """`800 2:10`, `400 @ 75 76`: nobody says what the second is."""
    if isinstance(after, Piece) and isinstance(before, Piece | Repeat | TargetPart):
        refusal = after.at.refuse("two lengths stand side by side; put a comma between them, or say what the second is")
        if after.plain and after.length is not None:
            bare = after.length.dimension is Dimension.BARE
            start, said = after.length.at.start, f"{after.length.at.text}s" if bare else ""
            refusal.mended(start, after.end, f", {said} rest") if bare else refusal.mended(
                after.end, after.end, " rest"
            )
            if not isinstance(before, TargetPart):
                refusal.mended(start, start, "@ ")
        raise refusal


def _part(cursor: Cursor, between: Joint, after_work: bool, remarks: list[Remark]) -> list[Part]:
    """The part that stands here; several for a list. Clauses are tried before work: `200 jog` begins like `200`."""
    _check_alternating(cursor)
    found = _clause_or_repeat(cursor, between, after_work, remarks)
    if found is not None:
        return [found]
    if cursor.sees("(", "[", "{"):
        return _bracket(cursor, between, after_work, remarks)
    return _work(cursor, between) or _words(cursor, between, after_work)


def _clause_or_repeat(cursor: Cursor, between: Joint, after_work: bool, remarks: list[Remark]) -> Part | None:
    return (
        _option(cursor, between)
        or header(cursor, between)
        or _share(cursor, between)
        or _repeat(cursor, between, remarks)
        or send_off(cursor, between)
        or _composed(cursor, between)
        or _divided(cursor, between)
        or _target(cursor, between, after_work)
        or recovery(cursor, between)
    )


def _work(cursor: Cursor, between: Joint) -> list[Part]:
    """A piece or a list of them; empty and the cursor unmoved if there is none."""
    listed = listing(cursor, between)
    if len(listed) > 1:
        _check_counted_list(cursor, listed)
        return list(listed)
    single = listed[0] if listed else piece(cursor, between)
    return [trailing_count(cursor, single)] if single is not None else []


def _words(cursor: Cursor, between: Joint, after_work: bool) -> list[Part]:
    """Effort words that stand apart from their work: `6 x 400m, relaxed`."""
    words = effort_words(cursor)
    if words is None or not after_work:
        raise unexpected(cursor.peek())
    return [TargetPart(cursor.back(), between, (EffortTarget(words),))]


def _check_alternating(cursor: Cursor) -> None:
    """`8 x 1 min alternating slow/fast`: eight reps in turn, or eight pairs?"""
    at, here = cursor.peek(), cursor.index
    if not cursor.accept("alternating"):
        return
    refusal = at.refuse(
        "alternating could mean so many reps in turn or so many pairs; write 4 x (400m fast, 400m slow jog)"
    )
    efforts = _in_turn(cursor)
    counted = _counted_before(cursor, here)
    if efforts and counted:
        count, length = counted
        pair = f"({length} @ {efforts[0]}, {length} @ {efforts[1]})"
        for times in (*((count.number // 2,) if count.number % 2 == 0 else ()), count.number):
            refusal.mended(count.start, cursor.back().end, f"{times} x {pair}")
    raise refusal


def _in_turn(cursor: Cursor) -> tuple[str, str] | None:
    """The two efforts of `slow/fast`, `5k and 10k pace`, `MP-3% & MP+5%`, as they are printed."""
    first = one_more(cursor)
    joined = cursor.accept("/", "and", "&", "+", "with") if first is not None else None
    second = one_more(cursor) if joined is not None else None
    if isinstance(first, RaceTarget) and first.until is not None and joined is None:
        return first.race, first.until
    return (print_target(first), print_target(second)) if first is not None and second is not None else None


def _counted_before(cursor: Cursor, index: int) -> tuple[Token, str] | None:
    """The count and the length of the `8 x 1 min` that ends at a lexeme."""
    back = index - (cursor.tokens[index - 1].text == ",")
    for size in (2, 1):
        sign = back - size - 1
        if sign > 0 and cursor.tokens[sign].text in ("x", "*") and cursor.tokens[sign - 1].kind is Kind.NUMBER:
            return cursor.tokens[sign - 1], "".join(token.raw for token in cursor.tokens[sign + 1 : back])
    return None


def _check_counted_list(cursor: Cursor, listed: tuple[Piece, ...]) -> None:
    """`600/400/200 x 3`: the whole list, or the last?"""
    if not cursor.sees("x", "*"):
        return
    refusal = cursor.peek().refuse("this count could be for the whole list or for its last item; use brackets")
    if cursor.number_here(1):
        start, end, count = listed[0].at.start, cursor.back().end, cursor.peek(1)
        refusal.rewritten((start, start, f"{count.text} x ("), (end, count.end, ")"))
    raise refusal


def _option(cursor: Cursor, between: Joint) -> OptionPart | None:
    at = cursor.peek()
    if cursor.accept("keep-last"):
        return OptionPart(at, between, keep_last=True)
    if cursor.number_here() and cursor.peek().number == 1 and cursor.sees("tap", ahead=1):
        cursor.next()
        cursor.next()
        return OptionPart(at, between, splitting=OneTap())
    if cursor.sees("split") and cursor.sees("each", ahead=1):
        cursor.next()
        cursor.next()
        found = length(cursor)
        if found is None or found.dimension is not Dimension.DISTANCE or found.low <= 0:
            raise at.refuse("“split every” needs a distance; write it like split every 200m")
        return OptionPart(at, between, splitting=EveryWay(found.low))
    return None


def _composed(cursor: Cursor, between: Joint) -> ComposedPart | None:
    """`with 100m at mile pace, 100m flat out`: two pieces at least, each with a target of its own."""
    at, start = cursor.peek(), cursor.index
    found: list[tuple[Piece, Target | None]] = []
    while cursor.accept(*(("with", "as") if not found else (",", "and", "+", "then"))):
        part = piece(cursor, Joint.TIGHT)
        if part is None or part.length is None or part.length.dimension is not Dimension.DISTANCE:
            break
        aim = one_more(cursor) if cursor.accept("@", "at", "in") else None
        if aim is None and part.words is None:
            break
        found.append((part, aim))
        if not cursor.sees(",", "and", "+", "then"):
            if len(found) > 1:
                return ComposedPart(at, between, tuple(found))
            break
    cursor.index = start
    return None


def _divided(cursor: Cursor, between: Joint) -> DividedPart | None:
    """`break into 4 sets of 2-3`, `split in 2 sets of 6`."""
    at, start = cursor.peek(), cursor.index
    if cursor.accept("break", "split", "divided") and cursor.accept("into", "in", "as"):
        sets = count(cursor)
        low = cursor.peek()
        if sets is not None and sets.sets and low.kind is Kind.NUMBER:
            cursor.next()
            high = cursor.next() if cursor.accept("-", "to") and cursor.number_here() else None
            reps = Count(number(low), number(high) if high else None, low)
            if cursor.line_ends() or cursor.sees(")", ",", ".", ";", "with"):
                return DividedPart(at, between, sets, reps)
    cursor.index = start
    return None


def _share(cursor: Cursor, between: Joint) -> SharePart | None:
    """`2 @ 2:32`: so many reps of the block before at this target."""
    led = cursor.sees("as") and cursor.sees("@", "in", "at", ahead=2)
    number = cursor.peek(int(led))
    if number.kind is not Kind.NUMBER or not 1 <= number.number <= 30 or number.number % 1:
        return None
    joined = led or between in (Joint.COMMA, Joint.DASH) or (cursor.annotating and between is Joint.TIGHT)
    if not joined or not cursor.sees("@", "in", "at", ahead=1 + led):
        return None
    cursor.accept("as")
    cursor.next()
    cursor.next()
    found = target(cursor)
    if found is None:
        raise unexpected(cursor.peek())
    return SharePart(number, between, int(number.number), found)


def _target(cursor: Cursor, between: Joint, after_work: bool) -> TargetPart | None:
    at, start = cursor.peek(), cursor.index
    offset = offset_target(cursor)
    if offset is not None:
        return TargetPart(at, between, (offset,))
    only = _reps_named(cursor) if after_work else None
    timed = cursor.sees("target", "goal") and cursor.peek(1).kind in (Kind.NUMBER, Kind.CLOCK)
    if cursor.accept("intensity", "target", "pace", "effort", "goal") and (timed or cursor.accept(":", "-", "=")):
        cursor.accept("@", "at")
    elif cursor.accept("at pace"):
        return TargetPart(at, between, (_paced(cursor),), end=cursor.back().end)
    elif cursor.accept("@", "at", "in"):
        if cursor.accept("or"):
            cursor.accept("just", "slightly")
            cursor.accept("below", "under", "above", "near")
    else:
        cursor.index = start
        paced = named_pace(cursor) if after_work and between in _BESIDE else None
        return TargetPart(at, between, (paced,), end=cursor.back().end) if paced is not None else None
    if at.text == "in" and cursor.peek().kind not in (Kind.NUMBER, Kind.CLOCK):
        while cursor.accept("a", "an", "about", "ca", "circa", "approx", "around", "~", "."):
            pass
    found = target_list(cursor)
    end = cursor.back().end
    _or_better(cursor)
    return TargetPart(at, between, found, only, end)


def _paced(cursor: Cursor) -> Target:
    """`al ritmo di 4'10"`, `à allure 5k`: a time is one per kilometre."""
    found = target(cursor)
    if found is None:
        raise unexpected(cursor.peek())
    if isinstance(found, TimeTarget):
        return PaceTarget(Pace(found.low_ns, KM_MM), Pace(found.high_ns, KM_MM))
    return found


def _reps_named(cursor: Cursor) -> int | None:
    """The `300s` of `300s at 1500m speed`."""
    start = cursor.index
    cursor.accept("the")
    number, plural = cursor.peek(), cursor.peek(1)
    named = number.kind is Kind.NUMBER and number.number >= 100 and plural.text in ("s", "'s") and not plural.gap
    if named and cursor.sees("@", "at", "in", ahead=2):
        cursor.next()
        cursor.next()
        return int(number.number * 1000)
    cursor.index = start
    return None


def _or_better(cursor: Cursor) -> None:
    start = cursor.index
    cursor.accept(",")
    if not (cursor.accept("or") and cursor.accept("better", "faster", "quicker")):
        cursor.index = start


def _repeat(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`8 x`, `3 sets of`, `6 times` and what is repeated."""
    at, start = cursor.peek(), cursor.index
    cursor.accept("for")
    repeat_word(cursor)
    counted = count(cursor)
    if counted is None:
        cursor.index = start
        return None
    cursor.accept("of")
    cursor.accept("a")
    cursor.accept("pyramid", "ladder")
    cursor.accept(":")
    with cursor.deeper():
        return Repeat(at, between, counted, _body(cursor, counted, remarks))


def _body(cursor: Cursor, counted: Count, remarks: list[Remark]) -> Work:
    inner = _repeat(cursor, Joint.TIGHT, remarks)
    if inner is not None:
        return inner
    if cursor.sees("(", "[", "{"):
        return _group(cursor, Joint.TIGHT, remarks)
    at = cursor.peek()
    listed = listing(cursor, Joint.TIGHT)
    if listed:
        return Group(at, Joint.TIGHT, listed)
    single = piece(cursor, Joint.TIGHT)
    if single is None:
        raise at.refuse(
            f"the length of a rep is missing after “{counted.at.raw} x”; write it like {counted.at.raw} x 200m"
        )
    if cursor.sees("x", "*") and single.length is not None:
        raise cursor.peek().refuse(
            "an x behind a length could be a list or a recovery; write 5 x 400m, 400m jog or 400m, 800m"
        )
    return single


def _group(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Group:
    opening = cursor.next()
    parts = _inside(cursor, opening, remarks)
    end = cursor.back().end
    if not any(isinstance(part, Piece | Repeat | Group) for part in parts):
        raise opening.refuse("these brackets hold no rep; write what is repeated, like (400m, 200m)")
    unit = cursor.peek()
    if unit.text in _UNITS and not unit.gap:
        cursor.next()
        parts = [_in_unit(part, unit.text) for part in parts]
    return Group(opening, between, tuple(parts), end)


def _inside(cursor: Cursor, opening: Token, remarks: list[Remark]) -> list[Part]:
    """What stands in a pair of brackets, of which the first has been read."""
    parts = _parts(cursor, _CLOSING[opening.text], remarks)
    bracket_closed(cursor, opening, _CLOSING[opening.text])
    if not parts:
        raise opening.refuse("these brackets are empty; leave them out")
    return parts


def _in_unit(part: Part, unit: str) -> Part:
    """`(200, 400, 800)m`: the unit behind the bracket is everybody's."""
    if isinstance(part, Piece) and part.length is not None and part.length.dimension is Dimension.BARE:
        return replace(part, length=in_unit(part.length, unit))
    return part


def _bracket(cursor: Cursor, between: Joint, after_work: bool, remarks: list[Remark]) -> list[Part]:
    """A list of work, or words about the work before."""
    if not after_work or between not in (Joint.TIGHT, Joint.DASH):
        group = _group_or_clauses(cursor, between, remarks)
        return group
    return _annotation(cursor, between, remarks)


def _group_or_clauses(cursor: Cursor, between: Joint, remarks: list[Remark]) -> list[Part]:
    start = cursor.index
    opening = cursor.next()
    with cursor.deeper():
        parts = _inside(cursor, opening, remarks)
    if not any(isinstance(part, Piece | Repeat | Group) for part in parts):
        return [replace(parts[0], joint=between), *parts[1:]]
    cursor.index = start
    with cursor.deeper():
        return [trailing_count(cursor, _group(cursor, between, remarks))]


def _annotation(cursor: Cursor, between: Joint, remarks: list[Remark]) -> list[Part]:
    opening = cursor.next()
    closing = _CLOSING[opening.text]
    bare = _bare_lengths(cursor, closing)
    if bare:
        return [BracketPart(opening, Joint.TIGHT, bare, opening.text == "[")]
    start = cursor.index
    named = one_more(cursor) if not cursor.sees("@", "at", "in") else None
    if named is not None and not isinstance(named, TimeTarget) and cursor.accept(closing):
        return [TargetPart(opening, Joint.TIGHT, (named,))]
    cursor.index = start
    with cursor.deeper(annotating=True):
        parts = _inside(cursor, opening, remarks)
    for part in parts:
        if isinstance(part, Piece | Repeat | Group | Header):
            raise part.at.refuse("what stands in these brackets could be work or recovery; add rest, jog or @")
    return [_bracketed(part) for part in parts]


def _bracketed(part: Part) -> Part:
    """In brackets behind the work a mere `400 jog` is its recovery, and nothing else."""
    if isinstance(part, RecoveryPart):
        return replace(part, joint=Joint.TIGHT, lead=True)
    return replace(part, joint=Joint.TIGHT)


def _bare_range(cursor: Cursor, low: Length) -> Length:
    """`(30-32)`: seconds as a band."""
    if low.dimension is Dimension.BARE and cursor.sees("-") and cursor.number_here(1):
        start = cursor.index
        cursor.next()
        high = length(cursor)
        if high is not None and high.dimension is Dimension.BARE and high.low > low.low:
            return replace(low, high=high.low, end=high.end)
        cursor.index = start
    return low


def _bare_lengths(cursor: Cursor, closing: str) -> tuple[Length, ...]:
    """`62`, `3' & 5'`: nothing but lengths up to the closing bracket; empty and unmoved otherwise."""
    start = cursor.index
    found: list[Length] = []
    while (one := length(cursor)) is not None:
        found.append(_bare_range(cursor, one))
        if cursor.accept(closing):
            return tuple(found)
        if not cursor.accept("&", "and", ","):
            break
    cursor.index = start
    return ()
