"""The grammar: from lexemes to parts. What the parts mean together is the business of `meaning`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.notation.alternating import alternation
from trackbuddy.plan.notation.counts import count, header, repeat_word
from trackbuddy.plan.notation.cursor import Cursor, unexpected
from trackbuddy.plan.notation.doubts import check_side_by_side
from trackbuddy.plan.notation.efforts import effort_words
from trackbuddy.plan.notation.joints import bracket_closed, heading, joint, remark, results
from trackbuddy.plan.notation.lengths import in_unit, length
from trackbuddy.plan.notation.lexicon import NEARLY
from trackbuddy.plan.notation.parts import aimed, composed, divided, option, share, sized, within
from trackbuddy.plan.notation.pieces import LABELS, check_counted_pieces, listing, piece, trailing_count
from trackbuddy.plan.notation.recoveries import recovery
from trackbuddy.plan.notation.remarks import Remark
from trackbuddy.plan.notation.scanner import Token
from trackbuddy.plan.notation.scopes import send_off
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    Count,
    Dimension,
    Group,
    Header,
    Joint,
    Length,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    Scope,
    TargetPart,
    Work,
)
from trackbuddy.plan.notation.targets import one_more
from trackbuddy.plan.target import EffortTarget, PaceTarget, TimeTarget

_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_UNITS: Final = ("m", "metres", "km", "mile", "sec", "s", "min", "'", '"', "yard", "lap")


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
            remarks.append(Remark(aside.replace("(", "").replace(")", ""), at, loose=between.loose))
            continue
        if found and cursor.sees("do", "run", "complete", "perform") and _counts(cursor):
            cursor.next()
        more = _part(cursor, Here(between, bool(found), remarks))
        if between is Joint.TIGHT and found:
            check_side_by_side(found[-1], more[0])
            more[0] = _of_the_same_size(found[-1], more[0])
        found += more
        between = Joint.TIGHT


def _counts(cursor: Cursor) -> bool:
    """Does a count follow the verb: `then run 4 x 200m`? In `jog 200, run 800 x 4` both are counted."""
    start = cursor.index
    cursor.next()
    counted = count(cursor) is not None
    cursor.index = start
    return counted


def _of_the_same_size(before: Part, after: Part) -> Part:
    """`200s @ 32 w/ 200m rec`: whose target was named by its size, its recovery is of that size too."""
    named = isinstance(before, TargetPart) and before.only_mm is not None
    if not (named and isinstance(after, RecoveryPart) and after.scope == Scope() and len(after.lengths) < 2):
        return after
    assert isinstance(before, TargetPart)
    return replace(after, scope=Scope(Range.REPS, only_mm=before.only_mm))


@dataclass(frozen=True, slots=True)
class Here:
    """Where a part is read."""

    between: Joint
    """What stands before it."""
    after_work: bool
    remarks: list[Remark]


@dataclass(frozen=True, slots=True)
class Production:
    """A kind of part: how it is written, in EBNF, and what builds it."""

    name: str
    pattern: str
    example: str
    """A text that this production reads first behind `8 x 400m`."""
    build: Callable[[Cursor, Here], list[Part]]
    """No parts and the cursor unmoved where it isn't one."""


def _part(cursor: Cursor, here: Here) -> list[Part]:
    """The part that stands here; several for a list."""
    for production in PRODUCTIONS:
        if found := production.build(cursor, here):
            return found
    raise within(cursor) or unexpected(cursor.peek())


def _one(reader: Callable[[Cursor, Joint], Part | None]) -> Callable[[Cursor, Here], list[Part]]:
    """A production that makes a single part."""

    def build(cursor: Cursor, here: Here) -> list[Part]:
        found = reader(cursor, here.between)
        return [found] if found is not None else []

    return build


def _aims(cursor: Cursor, here: Here) -> list[Part]:
    if here.after_work and (several := sized(cursor, here.between)):
        return list(several)
    found = aimed(cursor, here.between, here.after_work)
    return [found] if found is not None else []


def _repeats(cursor: Cursor, here: Here) -> list[Part]:
    found = _repeat(cursor, here.between, here.remarks)
    return [found] if found is not None else []


def _alternates(cursor: Cursor, here: Here) -> list[Part]:
    return alternation(cursor, here.between)


def _work(cursor: Cursor, here: Here) -> list[Part]:
    """A piece or a list of them."""
    between = here.between
    listed = listing(cursor, between)
    if len(listed) > 1:
        _check_counted_list(cursor, listed)
        return list(listed)
    single = listed[0] if listed else piece(cursor, between)
    return [trailing_count(cursor, single)] if single is not None else []


def _words(cursor: Cursor, here: Here) -> list[Part]:
    """Effort words that stand apart from their work: `6 x 400m, relaxed`."""
    start = cursor.index
    words = effort_words(cursor)
    if words is None or not here.after_work:
        cursor.index = start
        return []
    return [TargetPart(cursor.back(), here.between, (EffortTarget(words),))]


def _check_counted_list(cursor: Cursor, listed: tuple[Piece, ...]) -> None:
    """`600/400/200 x 3`: the whole list, or the last?"""
    if not cursor.sees("x", "*"):
        return
    refusal = cursor.peek().refuse("this count could be for the whole list or for its last item; use brackets")
    if cursor.number_here(1):
        start, end, count = listed[0].at.start, cursor.back().end, cursor.peek(1)
        refusal.rewritten((start, start, f"{count.text} x ("), (end, count.end, ")"))
    raise refusal


def _repeat(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`8 x`, `3 sets of`, `6 times` and what is repeated."""
    at, start = cursor.peek(), cursor.index
    while cursor.accept("for", *NEARLY):
        pass
    repeat_word(cursor)
    counted = count(cursor)
    if counted is None:
        cursor.index = start
        return _described_first(cursor, between, remarks)
    cursor.accept("of")
    cursor.accept("a")
    if cursor.accept("pyramid", "ladder"):
        counted = replace(counted, listed=True)
    cursor.accept(":")
    with cursor.deeper():
        return Repeat(at, between, counted, _body(cursor, counted, remarks))


def _described_first(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`strides 4 x 100m`, `fartlek 10 x 1'`: what kind of reps, before their count."""
    at, start = cursor.peek(), cursor.index
    kind = LABELS[at.text] if cursor.accept("stride", "hill") else None
    bounds = cursor.sees("max", "maximal", "maximum", "massimo", "máximo")  # at most so many
    words = effort_words(cursor) if kind is None and between.loose and not bounds else None
    if (kind or words) and cursor.number_here() and cursor.sees("x", "*", ahead=1):
        found = _repeat(cursor, between, remarks)
        body = found.body if found is not None else None
        if found is not None and isinstance(body, Piece):
            body = replace(body, label=body.label or kind, words=" ".join(filter(None, (words, body.words))) or None)
            return replace(found, at=at, body=body)
    cursor.index = start
    return None


def _body(cursor: Cursor, counted: Count, remarks: list[Remark]) -> Work:
    inner = _repeat(cursor, Joint.TIGHT, remarks)
    if inner is not None:
        return inner
    if cursor.sees("(", "[", "{"):
        return _group(cursor, Joint.TIGHT, remarks)
    at = cursor.peek()
    listed = listing(cursor, Joint.TIGHT)
    if listed:
        check_counted_pieces(cursor, listed)
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


def _bracket(cursor: Cursor, here: Here) -> list[Part]:
    """A list of work, or words about the work before."""
    if not cursor.sees("(", "[", "{"):
        return []
    if not here.after_work or here.between not in (Joint.TIGHT, Joint.DASH):
        return _group_or_clauses(cursor, here.between, here.remarks)
    return _annotation(cursor, here.between, here.remarks)


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
    if cursor.accept("with") and isinstance(paced := one_more(cursor), PaceTarget) and cursor.accept(closing):
        return [TargetPart(opening, Joint.TIGHT, (paced,))]
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


PRODUCTIONS: Final = (
    Production(
        "alternation",
        'length ("alternating" | ":" | "of")? "("? pair ")"? | "alternating" count "("? pair ")"? | pair "for" length',
        "20 min of 1 min on, 1 min off",
        _alternates,
    ),
    Production("option", '"keep last recovery" | "one tap" | "split every" length', "one tap", _one(option)),
    Production(
        "rounds",
        'count ("sets" | "lots") "of"? ":" NEWLINE | "repeat" (count "times"?)? | count "rounds" | "(x" count ")"',
        "repeat 3 times",
        _one(header),
    ),
    Production("share", '("as" | ":")? count "@" aim', "2 @ 75", _one(share)),
    Production("repeat", 'count "of"? (repeat | bracket | list | piece)', "4 x 200m", _repeats),
    Production("send-off", '("on" | "every" | "starting every") time | time "cycle"', "on 2:00", _one(send_off)),
    Production(
        "composed",
        '("with" | "as") piece aim ("," piece aim)+',
        "with 200m at mile pace, 200m hard",
        _one(composed),
    ),
    Production("divided", '"break into" count "sets of" number', "break into 2 sets of 4", _one(divided)),
    Production("target", '("the"? size)? ("@" | "at" | "in") aim ("," aim)* | race "pace"', "@ 75", _aims),
    Production(
        "recovery",
        '("with" | "off" | "R=")? (length | mode | "recovery" | "full" | "equal" | scope)+',
        "60s rest",
        _one(recovery),
    ),
    Production("bracket", '("(" | "[") part (joint part)* (")" | "]")', "(60s)", _bracket),
    Production("work", 'piece | length (("-" | "/") length)+ | (piece | bracket) "x" count', "200-400-200", _work),
    Production("effort", "words", "relaxed", _words),
)
"""The kinds of part, in the order in which they are tried: clauses before work, for `200 jog` begins like `200`."""
