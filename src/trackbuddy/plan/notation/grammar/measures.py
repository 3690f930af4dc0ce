"""How long a recovery is, where it says more than one length: a time and a distance, or one for each rep."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.lengths import in_unit, length
from trackbuddy.plan.notation.grammar.scopes import scope
from trackbuddy.plan.notation.grammar.speeds import check_speed
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Dimension, Joint, Length, Range, RecoveryPart
from trackbuddy.plan.notation.text.lexicon import MODES
from trackbuddy.plan.notation.text.scanner import Kind, Token

_WORKED: Final = ("work", "worked", "rep", "reps", "run", "effort", "sets", "hill", "sprint", "block")
_HALF: Final = ("moitié", "hälfte", "mitad", "metà", "helft")


def counted_pair(cursor: Cursor, bag: RecoveryPart) -> Refusal:
    """`2k hard, jog 1k x 3`: the pair three times, and never three reps of what is jogged."""
    sign, count = cursor.peek(), cursor.peek(1)
    refusal = sign.refuse("this count could be for the recovery's reps or for the whole list; put the list in brackets")
    first = next(token for token in cursor.tokens if token.line == bag.at.line)
    return refusal.rewritten((first.start, first.start, f"{count.text} x ("), (cursor.back().end, count.end, ")"))


def series(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`with 3 min, 2:30 and 2 min rest`: a recovery behind each rep, told by the word that ends them."""
    alone = len(bag.lengths) == 1 and bag.mode is None and not bag.scope and bag.way is None
    if not alone or not (bag.lead or bag.noun) or not (cursor.sees("/", "-", "and", "&") or cursor.looks(", 0:00")):
        return False
    found, sign = [*bag.lengths], cursor.peek()
    while (more := _one_more(cursor, ",", "and", "&", "/", "-")) is not None:
        found.append(more)
    if len(found) < 2 or said_between_sets(cursor) or cursor.sees("warm-up", "cool-down", "x", "*"):
        return False
    return _in_turn(cursor, bag, found, sign)


@tentative
def _one_more(cursor: Cursor, *signs: str) -> Length | None:
    """The length behind one of these signs, or behind `, and`."""
    _ = (led := cursor.accept(*signs)) and cursor.accept("and")
    return length(cursor) if led else None


def _in_turn(cursor: Cursor, bag: RecoveryPart, found: list[Length], sign: Token) -> bool:
    first, last = found[0], found[-1]
    if all(one.timed for one in found) and sign.text != "," and len(found) == 2 and first.low < last.low:
        bag.lengths, bag.noun = tuple(found), True
        return True
    if sign.text == "-" and (len(found) < 3 or any(one.high is not None for one in found)):
        return False
    bare_pair = len(found) == 2 and last.bare
    ends = cursor.line_ends() or cursor.sees(".", "resp", "respectively")
    named = bag.noun and len(found) > 2 and sign.text in (",", "/") and ends  # the recoveries are 45 s, 90 s and 3 min
    if bare_pair or not (named or cursor.sees(*MODES, "recovery")):
        return False
    found = _united(found)
    if len({one.dimension for one in found}) > 1:
        return False
    if sign.text == "," and len(found) == 2 and not first.bare:
        _check_one_list(cursor, sign)
    bag.lengths = tuple(found)
    return True


def _check_one_list(cursor: Cursor, comma: Token) -> None:
    """`3 x mile w/ 2 min, 5 min easy jog, 6 x 200`: two recoveries in turn, or the second behind the block?

    Raises Refusal where a way of moving is said of the last alone and more is written behind it.
    """
    start, before = cursor.index, cursor.tokens[cursor.tokens.index(comma) - 1].end
    with cursor.ahead():
        cursor.skip(*MODES)
        moving, end = cursor.index > start and cursor.back().text != "rest", cursor.back().end
        goes_on = not cursor.line_ends() and not cursor.sees(".", "recovery", ")", "between")
    if moving and goes_on:
        refusal = comma.refuse("these could be recoveries in turn, or the second stands behind the block; write which")
        refusal.rewritten((before, comma.end, " recovery;"), (end, end, " between blocks"))
        raise refusal.mended(before, comma.end, " and")


def said_between_sets(cursor: Cursor) -> bool:
    """`w/ 60s and 4 min between sets`: is the length just read one between sets, and no more of this recovery?"""
    with cursor.ahead():
        cursor.skip(*MODES, "recovery", "break")
        found = scope(cursor)
    return found is not None and found.range is Range.SETS


def length_list(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`rest of 60, 90 and 120 sec`, `jog recoveries of 100, 200, 300`: the last one's unit is everybody's."""
    bare = bag.noun and bag.lengths and bag.lengths[-1].bare and cursor.back().kind is not Kind.MARK
    found = _one_more(cursor, ",", "and", "&") if bare else None
    if found is None or cursor.sees("x", *MODES, "recovery", "between"):
        return False
    bag.lengths = tuple(_united([*bag.lengths, found]))
    return True


def _united(found: list[Length]) -> list[Length]:
    """The unit of the last is everybody's who has none."""
    unit = found[-1].unit
    return [in_unit(one, unit) if unit and one.bare else one for one in found]


def way(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The other measure of the same recovery: `200 jog in 90"`, `90 seconds (200m) jog`."""
    if len(bag.lengths) != 1 or bag.way is not None:
        return False
    sign, one = cursor.accept("(", "/", "in"), bag.lengths[0]
    found = length(cursor) if sign is not None else None
    if sign is None or found is None:
        return False
    if sign.text == "in":
        if cursor.sees("recovery", "rest") and cursor.figure_here(1):
            return False  # 2000 in 8:40 rec 2 min: a rep with its recovery
        _check_way(bag, found)
    elif sign.text == "/":
        if not (bag.lead or cursor.annotating) or not cursor.sees("jog", "walk", "float", "recovery"):
            return False
    elif not cursor.accept(")"):
        return False
    elif (found.dimension, found.low, found.high) == (one.dimension, one.low, one.high):
        return True  # 1 lap (400m) jog
    else:
        check_speed(one, found)
    return _both(bag, found)


def _check_way(bag: RecoveryPart, found: Length) -> None:
    """`200m jog in 60`: the time of the jog, or of the reps?"""
    timed = bag.lengths[0].timed
    if found.bare and not timed and (bag.told or bag.lead):
        text = found.at.text
        refusal = found.at.refuse(f"{text} could be for the recovery or for the rep; write {text}s or @")
        raise refusal.mended(found.at.start, found.end, f"{text}s")


def _both(bag: RecoveryPart, other: Length) -> bool:
    """A time and a distance: the clock runs, and the distance is shown."""
    first = bag.lengths[0]
    if other.timed and not first.timed:
        bag.lengths, bag.way = (other,), first
    elif other.dimension is Dimension.DISTANCE and first.timed:
        bag.way = other
    return bag.way is not None


def late_length(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`full recovery (6-8 mins)`, `rest (90s)`, `full rest between sets, 3 min`; in brackets `60 sec rest, 100m`."""
    told = bag.noun or (bag.told and not bag.easy and (bag.lead or bag.joint is not Joint.TIGHT))
    opened = not bag.lengths and bool(bag.open_words or told) and cursor.accept("(") is not None
    if not opened and not (bag.told and (bag.scope or cursor.annotating) and cursor.accept(",")):
        return False
    found = length(cursor)
    ends = cursor.accept(")") is not None if opened else cursor.line_ends() or cursor.sees(")", "]")
    if found is None or not ends or found.bare:
        return False
    if not bag.lengths and (found.timed or (opened and not bag.open_words)):
        bag.lengths = (found,)
        return True
    return len(bag.lengths) == 1 and cursor.annotating and _both(bag, found)


def equal(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`equal jog`, `same time`, `récup = temps d'effort`: as long as the rep before it."""
    if bag.noun and not bag.lengths and cursor.over("duration of?"):
        bag.equal = "time"
        return cursor.accept(*_WORKED) is not None
    if bag.told and not bag.lengths and cursor.back().text == "=" and _is_work(cursor):
        bag.equal = "unsaid"
        return True
    if bag.lead and cursor.accept("all-again") and cursor.sees(*MODES):
        bag.equal = "unsaid"  # w/ same again easy
        return True
    token = cursor.accept("equal", "equal-time", "equal-distance", "same-as", "as-long")
    if token is None or bag.lengths:
        return False
    _ = token.text != "equal" and cursor.accept("as")
    if token.text != "equal" and not _of_work(cursor) and token.text in ("same-as", "as-long"):
        return False  # same as last week
    bag.equal = {"equal-distance": "distance", "equal-time": "time", "as-long": "time"}.get(token.text, "unsaid")
    return True


@tentative
def _is_work(cursor: Cursor) -> bool:
    """The other side of `rest = work`, `jog = rep time`, and nothing more."""
    cursor.skip("the", "your")
    found = cursor.accept(*_WORKED) is not None
    return found and cursor.looks("duration|times|distance? END|,|.|;|)|]|then")


def half(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`jog half the distance`, `rest half the time`, `half the rep time as rest`: of the rep before it."""
    if bag.lengths or bag.equal or not cursor.sees("half", "half-time", *_HALF):
        return False
    whole = cursor.next().text
    cursor.skip("of", "the", "your")
    worked = cursor.accept(*_WORKED)
    what = "time" if whole == "half-time" else _of_what(cursor)
    if what is None and worked is None:
        return False
    cursor.accept("as")
    if not (bag.told or bag.lead or cursor.sees(*MODES, "recovery")):
        return False
    bag.equal = f"half {what or 'time'}"
    return True


def equal_what(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The work time of `equal to work time`, the distance of `equal distance`."""
    if bag.equal != "unsaid":
        return False
    to, worked = cursor.accept("to", "at") is not None, False
    while to and cursor.accept("the", "your", *_WORKED):
        worked = worked or cursor.back().text in _WORKED
    what = _of_what(cursor, *(["tempo"] if to else []))  # Italian: pari al tempo
    bag.equal = what or bag.equal
    return worked or what is not None


def _of_what(cursor: Cursor, *more: str) -> str | None:
    token = cursor.accept("times", "distance", "duration", *more)
    if token is None:
        return None
    _of_work(cursor)
    return "distance" if token.text == "distance" else "time"


@tentative
def _of_work(cursor: Cursor) -> bool:
    """The reps of `half the time of the rep`, `as long as the rep took`."""
    cursor.skip("of", "the", "your", "each")
    found = cursor.accept(*_WORKED) is not None
    cursor.accept("worked")  # the rep you just ran
    return found
