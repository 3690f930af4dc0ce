"""The grammar: from lexemes to parts. What the parts mean together is the business of `meaning`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unexpected
from trackbuddy.plan.notation.figures.counts import count, number_or_range, repeat_word
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import in_unit
from trackbuddy.plan.notation.grammar import lists, pieces
from trackbuddy.plan.notation.grammar.aimed import ahead, aimed, each_rested, named_by_size, worded
from trackbuddy.plan.notation.grammar.alternating import alternation
from trackbuddy.plan.notation.grammar.asides import remark
from trackbuddy.plan.notation.grammar.brackets import mere
from trackbuddy.plan.notation.grammar.headings import heading
from trackbuddy.plan.notation.grammar.joints import bracket_closed, check_side_by_side, further_on, joint
from trackbuddy.plan.notation.grammar.labels import LABELS
from trackbuddy.plan.notation.grammar.parts import composed
from trackbuddy.plan.notation.grammar.recoveries import jogging, jogs_and_walks, recovery
from trackbuddy.plan.notation.grammar.rounds import divided, how_many, option, rounds, warms_up
from trackbuddy.plan.notation.grammar.scopes import between_rounds, of_the_same_size, send_off
from trackbuddy.plan.notation.grammar.shares import share
from trackbuddy.plan.notation.grammar.within import strides_within, unplaced, within
from trackbuddy.plan.notation.notes.remarks import Remark
from trackbuddy.plan.notation.syntax import Count, Group, Header, Joint, Length, Part, Piece, RecoveryPart, Repeat, Work
from trackbuddy.plan.notation.text.lexicon import HEADINGS, NEARLY
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.session import Label
from trackbuddy.units import NS, M

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
        before = cursor.back()
        if cursor.at_end() or (closing and cursor.sees(closing)):
            return found
        if how_many(cursor, found):
            between = Joint.TIGHT
            continue
        at = cursor.peek().start
        titled = cursor.number_here(1) and cursor.sees(*HEADINGS) and not cursor.sees("reps")
        named = titled or cursor.sees(":", ahead=1) or cursor.looks("the? pyramid|ladder")
        sectioned = between in (Joint.COMMA, Joint.SEMICOLON, Joint.THEN) and named
        if (between.loose or sectioned) and (title := heading(cursor, bool(found))):
            words = tuple(one for one in cursor.tokens[: cursor.index] if one.start >= at)
            remarks.append(Remark(title.rstrip(" :-."), at, loose=True, label=not found, words=words))
            continue
        if aside := (part := unplaced(cursor, found)) or remark(cursor):
            remarks.append(Remark(aside.replace("(", "").replace(")", ""), at, loose=between.loose))
            between = Joint.TIGHT if part else between
            continue
        rested = bool(found) and isinstance(found[-1], RecoveryPart)
        due = closing and between is Joint.TIGHT and not cursor.annotating and (rested or not found)
        here = Here(between, bool(found) or cursor.annotating, remarks, found)
        single = pieces.before_rest(cursor, rested) if due else None
        more: list[Part] = [single] if single is not None else strides_within(cursor, found) or _part(cursor, here)
        if between is Joint.TIGHT and found:
            check_side_by_side(found[-1], more[0], cursor.figure_here())
        if found and (between is Joint.TIGHT or before.text in ("&", "+") or each_rested(cursor, between, found)):
            more[0] = of_the_same_size(found[-1], more[0])
        more[0] = between_rounds(found[-1], more[0], between) if found else more[0]
        found += more
        between = Joint.TIGHT


@dataclass(frozen=True, slots=True)
class Here:
    """Where a part is read."""

    between: Joint
    """What stands before it."""
    after_work: bool
    remarks: list[Remark]
    before: list[Part]

    @property
    def first(self) -> bool:
        """Is there nothing but a warm-up before it?"""
        return all(map(warms_up, self.before))

    @property
    def follows(self) -> bool:
        """Can it speak of reps before it, and not be what comes `then`?"""
        return self.after_work and self.between is not Joint.THEN


@dataclass(frozen=True, slots=True)
class Production:
    """A kind of part: how it is written, in EBNF, and what builds it."""

    name: str
    pattern: str
    example: str
    """A text that this production reads first behind `8 x 400m`."""
    build: Callable[[Cursor, Here], Part | Sequence[Part] | None]
    """Nothing and the cursor unmoved where it isn't one."""


def _part(cursor: Cursor, here: Here) -> list[Part]:
    """The part that stands here; several for a list."""
    for production in PRODUCTIONS:
        if found := production.build(cursor, here):
            return [*found] if isinstance(found, Sequence) else [found]
    raise within(cursor) or unexpected(cursor.peek())


def _one(reader: Callable[[Cursor, Joint], Part | None]) -> Callable[[Cursor, Here], Part | None]:
    """A production that makes a single part."""
    return lambda cursor, here: reader(cursor, here.between)


def _work(cursor: Cursor, here: Here) -> list[Part]:
    """A piece or a list of them."""
    if told := pieces.end_told(cursor, here.between):
        return [*told]
    listed = lists.listing(cursor, here.between)
    if lists.turns(listed) and cursor.looks("x|* 0"):  # 300/500/300 x 3
        return [pieces.trailing_count(cursor, Group(listed[0].at, here.between, tuple(listed)))]
    if len(listed) > 1 and cursor.sees("x", "*"):
        raise lists.counted_list(cursor, listed)
    if len(listed) > 1:
        return [*listed]
    single = listed[0] if listed else pieces.piece(cursor, here.between)
    if single is not None and here.between is not Joint.COMMA:
        pieces.check_turned(cursor, single)
    return [pieces.trailing_count(cursor, single)] if single is not None else []


def _repeat(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`8 x`, `3 sets of`, `6 times` and what is repeated."""
    found = _counted(cursor, between, remarks) or _described_first(cursor, between, remarks)
    return found or _described_within(cursor, between, remarks)


@tentative
def _counted(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    at = cursor.peek()
    cursor.skip("for", "do", "run", "gos", "complete", "perform", "another", *NEARLY)
    repeat_word(cursor)
    cursor.over("a sets of")
    counted = count(cursor)
    if counted is None:
        return None
    named = cursor.tokens[cursor.index - 2 : cursor.index]
    headed = cursor.sees(":") and cursor.back().text != "reps"
    if headed or any(one.raw.lower() in ("rounds", "circuits") for one in named):
        counted = replace(counted, headed=True)
    cursor.skip("of", "a")
    cursor.over("up a|the ... 0")  # 8 times up the 150m hill
    if cursor.over("pyramid|ladder of?"):
        counted = replace(counted, listed=True)
    cursor.over(":? run|do*")
    with cursor.deeper():
        found = Repeat(at, between, counted, _body(cursor, counted, remarks))
    _ = counted.sets and (cursor.over("in|per each sets?") or cursor.over("per sets"))
    once = counted.sets and counted.low == 1 and counted.high is None
    return replace(found.body, at=at, joint=between) if once and isinstance(found.body, Repeat) else found


@tentative
def _described_first(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`strides 4 x 100m`, `fartlek 10 x 1'`: what kind of reps, before their count."""
    at = cursor.peek()
    kind = LABELS[at.text] if cursor.accept("stride", "hill") else None
    bounds = cursor.sees("max", "maximal", "maximum", "massimo", "máximo")  # at most so many
    described = kind is None and between.loose and not bounds
    words = effort_words(cursor) if described or (kind and cursor.sees("sprint")) else None
    named = kind is Label.STRIDE and cursor.looks(": 0 x|*") and cursor.accept(":") is not None
    if (kind or words) and cursor.looks("0 x|*"):
        found = _repeat(cursor, between, remarks)
        body = found.body if found is not None else None
        if named and not (isinstance(body, Piece) and body.length is not None and _short(body.length)):
            return None  # strides: 6 x 400m
        if found is not None and isinstance(body, Piece):
            body = replace(body, label=body.label or kind, words=" ".join(filter(None, (words, body.words))) or None)
            return replace(found, at=at, body=body)
    return None


def _short(rep: Length) -> bool:
    return rep.low <= (30 * NS if rep.timed else 200 * M)


@tentative
def _described_within(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Repeat | None:
    """`2 tempo runs of 3k`: how hard, between the count and what is counted."""
    at = cursor.peek()
    counted = number_or_range(cursor)
    named = cursor.peek()
    words = effort_words(cursor) if counted is not None else None
    if counted is None or words is None or not (cursor.accept("reps") and cursor.accept("of")):
        return None
    body = _body(cursor, counted, remarks)
    body = replace(body, at=named, words=body.words or words) if isinstance(body, Piece) else body
    return Repeat(at, between, replace(counted, sets=False), body) if isinstance(body, Piece) else None


@tentative
def _aimed_repeat(cursor: Cursor, here: Here) -> list[Part]:
    """`5k pace 6 x 800`, `3k effort 300s, six of them`: what is counted, with its target before it."""
    told = here.between.loose or here.between in (Joint.SEMICOLON, Joint.THEN)
    aim = ahead(cursor) if told else None
    if aim is None:
        return []
    counted = _repeat(cursor, here.between, here.remarks)
    work = [counted] if counted is not None else _work(cursor, here)
    return [*work, aim] if work else []


def _body(cursor: Cursor, counted: Count, remarks: list[Remark]) -> Work:
    if inner := _repeat(cursor, Joint.TIGHT, remarks):
        return inner
    at = cursor.peek()
    if cursor.sees(*_CLOSING):
        group = _group(cursor, Joint.TIGHT, remarks)
        if isinstance(group, Group):
            return group
        raise at.refuse("these brackets hold no rep; write what is repeated, like (400m, 200m)")
    if listed := lists.listing(cursor, Joint.TIGHT):
        lists.check_counted_pieces(cursor, listed)
        return Group(at, Joint.TIGHT, listed)
    if walked := jogging(cursor):
        return Group(at, Joint.TIGHT, walked)
    single = pieces.piece(cursor, Joint.TIGHT)
    if single is None:
        missing = f"a rep's length is missing after “{counted.at.raw} x”; write it like {counted.at.raw} x 200m"
        raise further_on(cursor, at.refuse(missing))
    _check_end(cursor, counted, single)
    pieces.check_turned(cursor, single, counted)
    single = pieces.eased(cursor, single)
    if cursor.sees("x", "*") and single.length is not None and not cursor.looks("0 sets", ahead=1):  # 300m x 3 sets
        raise cursor.peek().refuse("an x behind a length could be a list or a rest; write 400m, 400m jog or 400m, 800m")
    return single


def _check_end(cursor: Cursor, counted: Count, rep: Piece) -> None:
    """`8 x 600m warm down`: nobody cools down in so many reps; the word is what comes behind them."""
    behind = [one for one in cursor.tokens[: cursor.index] if one.text in ("warm-up", "cool-down")]
    after = bool(behind) and rep.length is not None and behind[-1].start >= rep.length.end
    after = after and behind[-1].raw.lower() not in ("warm up", "cool down")  # as reps with that label are printed
    if rep.label in (Label.WARM_UP, Label.COOL_DOWN) and after and (counted.low or 0) > 2:
        refusal = behind[-1].refuse("this could be what the reps are for, or what comes behind them; put a comma")
        raise refusal.mended(rep.length.end if rep.length else 0, behind[-1].start, ", ")


def _group(cursor: Cursor, between: Joint, remarks: list[Remark]) -> Group | list[Part]:
    """A list of work in brackets, or the clauses that stand in them."""
    opening = cursor.next()
    parts = _inside(cursor, opening, remarks)
    end = cursor.back().end
    parts = [*jogs_and_walks(parts)] or parts
    if not any(isinstance(part, Work) for part in parts):
        return [replace(parts[0], joint=between), *parts[1:]]
    unit, ends = cursor.peek(), cursor.looks("END|,|;|.|@|with|off|(|[", ahead=1)
    if unit.text in _UNITS and (not unit.gap or (ends and unit.text != "s")):
        cursor.next()
        parts = [_in_unit(part, unit.text) for part in parts]
    return Group(opening, between, tuple(parts), end=end)


def _inside(cursor: Cursor, opening: Token, remarks: list[Remark]) -> list[Part]:
    """What stands in a pair of brackets, of which the first has been read."""
    parts = _parts(cursor, _CLOSING[opening.text], remarks)
    bracket_closed(cursor, opening, _CLOSING[opening.text])
    if not parts:
        raise opening.refuse("these brackets are empty; leave them out")
    return parts


def _in_unit(part: Part, unit: str) -> Part:
    """`(200, 400, 800)m`, `(6, 4, 2) min`: the unit behind the bracket is everybody's."""
    if isinstance(part, Piece) and part.length is not None and part.length.bare:
        return replace(part, length=in_unit(part.length, unit))
    return part


def _bracket(cursor: Cursor, here: Here) -> list[Part]:
    """A list of work, or words about the work before."""
    if not cursor.sees(*_CLOSING):
        return []
    if here.after_work and here.between in (Joint.TIGHT, Joint.DASH):
        return _annotation(cursor, here.remarks)
    with cursor.deeper():
        found = _group(cursor, here.between, here.remarks)
        return [pieces.trailing_count(cursor, found)] if isinstance(found, Group) else found


def _annotation(cursor: Cursor, remarks: list[Remark]) -> list[Part]:
    opening = cursor.next()
    closing = _CLOSING[opening.text]
    if (bare := mere(cursor, opening, closing)) is not None:
        return [bare]
    with cursor.deeper(annotating=True):
        parts = _inside(cursor, opening, remarks)
    for part in parts:
        if isinstance(part, Work | Header):
            refusal = part.at.refuse("what stands in these brackets could be work or recovery; add rest, jog or @")
            if isinstance(part, Piece) and part.plain and part.length is not None:
                refusal.mended(part.length.end, part.length.end, " rest").mended(part.at.start, part.at.start, "@ ")
            raise refusal
    parts = [replace(part, joint=Joint.TIGHT) for part in parts]  # a mere 400 jog is here the recovery, and no run
    return [replace(part, lead=True) if isinstance(part, RecoveryPart) else part for part in parts]


PRODUCTIONS: Final = (
    Production(
        "alternation",
        'length ("alternating" | ":" | "of")? "("? pair ")"? | length "alternating every" length "between"? '
        'aim "and" aim | "alternating" count "("? pair ")"? | pair "for" length',
        "20 min of 1 min on, 1 min off",
        lambda cursor, here: alternation(cursor, here.between, here.before),
    ),
    Production("option", '"keep last recovery" | "one tap" | "split every" length', "one tap", _one(option)),
    Production(
        "rounds",
        'count ("sets" | "lots") "of"? ":" NEWLINE | "repeat" (count "times"?)? | ("x" | "(x")? count "rounds"?',
        "repeat 3 times",
        lambda cursor, here: rounds(cursor, here.between, here.first),
    ),
    Production(
        "share",
        '("as" | ":")? count "@" aim | ("first" | "last" | "odd" | "even") (count | "half")? "@"? aim | '
        'number "-" number "@" aim | aim "for the" ("first" | "last") count',
        "2 @ 75",
        lambda cursor, here: share(cursor, here.between, here.before),
    ),
    Production(
        "divided", '"break into"? count "sets of" number | "in sets of" number', "break into 2 sets of 4", _one(divided)
    ),
    Production(
        "repeat",
        'aim? count "of"? (repeat | bracket | list | piece)',
        "4 x 200m",
        lambda cursor, here: _repeat(cursor, here.between, here.remarks) or _aimed_repeat(cursor, here),
    ),
    Production(
        "named",
        '"the"? size ("and" "the"? size)* ("is" | "at" | ":")? aim',
        "the 400s at 5k pace",
        lambda cursor, here: named_by_size(cursor, here.between, here.before) if here.follows else None,
    ),
    Production("send-off", '("on" | "every" | "starting every") time | time "cycle"', "on 2:00", _one(send_off)),
    Production(
        "composed",
        '("with" | "as" | ":")? "("? piece aim ("," piece aim)+ ")"?',
        "with 200m at mile pace, 200m hard",
        lambda cursor, here: composed(cursor, here.between, here.before),
    ),
    Production(
        "target",
        '("@" | "at" | "in") aim ("," aim)* | race "pace" | "@" time "," time "faster each rep"',
        "@ 75",
        lambda cursor, here: aimed(cursor, here.between, here.after_work, here.before),
    ),
    Production(
        "recovery",
        '("with" | "off" | "R=")? (length | mode | "recovery" | "full" | "equal" | scope)+',
        "60s rest",
        _one(recovery),
    ),
    Production("bracket", '("(" | "[") part (joint part)* (")" | "]")', "(60s)", _bracket),
    Production(
        "work", 'end | piece | length (("-" | "/") length)+ | (piece | bracket) "x" count', "200-400-200", _work
    ),
    Production(
        "effort",
        "words",
        "relaxed",
        lambda cursor, here: worded(cursor, here.between) if here.after_work else None,
    ),
)
"""The kinds of part, in the order in which they are tried: clauses before work, for `200 jog` begins like `200`."""
