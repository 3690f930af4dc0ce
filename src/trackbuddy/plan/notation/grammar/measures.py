"""How long a recovery is, where it says more than one length, and how fast: whose are a pace and a time behind one?"""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.lengths import BARE_SECONDS, as_recovery, in_unit, length
from trackbuddy.plan.notation.figures.plausible import never_jogged
from trackbuddy.plan.notation.figures.targets import target
from trackbuddy.plan.notation.grammar.asides import sums_up
from trackbuddy.plan.notation.grammar.scopes import scope
from trackbuddy.plan.notation.refusal import Edit, Refusal
from trackbuddy.plan.notation.syntax import Joint, Length, Range, RecoveryPart
from trackbuddy.plan.notation.text.lexicon import DISTANCES, GRANTING, MODES, TIMES
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import PaceTarget, TimeTarget
from trackbuddy.units import MINUTE_NS, NS, M

_WORKED: Final = "work|worked|rep|reps|run|effort|sets|hill|sprint|block"
_OF_WORK: Final = f"of|the|your|each* {_WORKED} worked?"
"""The reps of `half the time of the rep`, `as long as the rep you just ran`."""
_EQUAL: Final = {"equal-distance": "distance", "equal-time": "time", "as-long": "time", "same-as": "unsaid"}
_HALF: Final = ("moitié", "hälfte", "mitad", "metà", "helft")
_SPEEDS: Final = {Mode.WALK: (0.8, 2.2), Mode.JOG: (1.8, 3.8), Mode.FLOAT: (3.0, 7.0)}
"""Metres a second that are walked, jogged or floated."""
_SLOWEST: Final = 0.2
_FASTEST: Final = 7
"""Metres a second: outside of these no recovery is walked, jogged or run."""


def counted_pair(cursor: Cursor, bag: RecoveryPart) -> Refusal:
    """`2k hard, jog 1k x 3`: the pair three times, and never three reps of what is jogged."""
    sign, count = cursor.peek(), cursor.peek(1)
    refusal = sign.refuse("this count could be for the recovery's reps or for the whole list; put the list in brackets")
    first = next(token for token in cursor.tokens if token.line == bag.at.line)
    return refusal.rewritten((first.start, first.start, f"{count.text} x ("), (cursor.back().end, count.end, ")"))


def series(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`with 3 min, 2:30 and 2 min rest`: a recovery behind each rep, with `r 1', 10' jog` a run of its own."""
    if len(bag.lengths) != 1 or bag.scope:
        return False
    apart = cursor.sees("/") or bag.joint.loose or bag.joint is Joint.SEMICOLON  # 500m, 300m; rest 60s, 45s
    apart = apart or any(token.raw.lower() == "rests" for token in cursor.tokens[cursor.index - 5 : cursor.index])
    alone = bag.way is None and (bag.mode is None or (apart and bag.mode is Mode.REST))
    granted = bag.at.kind is Kind.WORD and bag.at.raw.lower() in GRANTING  # taking 40, 30 and 20 s between
    slashed = cursor.looks("/ 0:00 / 0") and bag.mode in (Mode.JOG, Mode.WALK)
    bracketed = alone and cursor.annotating and cursor.looks("/ 0:00 / 0:00")  # (3:00/2:30/2:00 rest)
    led = (alone and (bag.lead or bag.noun or granted)) or slashed or bracketed
    behind = cursor.sees(",") and cursor.back().text in ("recovery", *MODES)  # 3 min rec, 8 min jog
    if not led or behind or not (cursor.sees("/", "-", "and", "&") or cursor.looks(", 0:00")):
        return False
    found, sign = [*bag.lengths], cursor.peek()
    while (more := _one_more(cursor, ",", "and", "&", "/", "-")) is not None:
        found.append(more)
    own = len(found) == 2 and found[1].low >= 3 * found[0].low and sums_up(found[1]) and cursor.sees("jog", "easy")
    if len(found) < 2 or own or said_between_sets(cursor) or cursor.sees("warm-up", "cool-down", "x", "*"):
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
    ends = ends or cursor.over("after each* END") or cursor.sees("after")
    # the recoveries are 45 s, 90 s and 3 min
    named = (bag.noun or bag.mode) and len(found) > 2 and sign.text in (",", "/") and ends
    if bare_pair or not (named or cursor.sees(*MODES, "recovery", "between", "amid")):
        return False
    found = _united(found)
    if len({one.dimension for one in found}) > 1:
        return False
    if sign.text == "," and len(found) == 2 and not first.bare:
        _check_one_list(cursor, sign)
    values = [one.low for one in found]
    if bag.at.text == "off" and values not in (sorted(values), sorted(values, reverse=True), values[::-1]):
        raise bag.at.refuse("these could be recoveries in turn, or a recovery and other things; say what each is")
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
    behind = cursor.back().kind is Kind.NUMBER
    found = _one_more(cursor, ",", "and", "&") if bare else None
    apart = found is not None and not (behind or found.bare)  # 100 recovery, 200m, 100m recovery
    if found is None or apart or cursor.sees("x", *MODES, "recovery", "between"):
        return False
    bag.lengths = tuple(_united([*bag.lengths, found]))
    return True


def _united(found: list[Length]) -> list[Length]:
    """The unit of the last is everybody's who has none; but `60, 3 min` is no hour."""
    unit = found[-1].unit
    least = min((one.low // MINUTE_NS for one in found if one.timed), default=0)
    long = unit in ("min", "'") and max(one.low if one.bare else 0 for one in found) > 5 * least * M
    return [in_unit(one, "sec" if long else unit) if unit and one.bare else one for one in found]


def way(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The other measure of the same recovery: `200 jog in 90"`, `90 seconds (200m) jog`."""
    two = cursor.sees("/") and cursor.back().text in ("rest", "recovery")  # 90s rest / 600m jog between sets
    if len(bag.lengths) != 1 or bag.way is not None or two:
        return False
    sign, one = cursor.accept("(", "/", "in", *(["="] if bag.noun else [])), bag.lengths[0]
    if sign is None and one.far and cursor.peek().raw.lower() in ("taking", "lasting"):
        sign = cursor.next()
    found = length(cursor) if sign is not None else None
    if sign is None or found is None:
        return False
    if sign.text == "in" or sign.kind is Kind.WORD:
        if cursor.sees("recovery", "rest") and cursor.figure_here(1):
            return False  # 2000 in 8:40 rec 2 min: a rep with its recovery
        if one.bare and one.low // M in BARE_SECONDS and bag.mode not in _SPEEDS and found.timed:
            return False  # 600 off 90 in 1:48: seconds, and the time of the rep
        _check_way(bag, found, sign)
    elif sign.text == "=":
        check_speed(one, found)
    elif sign.text == "/":
        if not (bag.lead or cursor.annotating) or not cursor.sees("jog", "walk", "float", "recovery"):
            return False
    elif not cursor.accept(")"):
        return False
    elif (found.dimension, found.low, found.high) == (one.dimension, one.low, one.high):
        return True  # 1 lap (400m) jog
    else:
        check_speed(one, found)
        bag.aside = found.timed
    return _both(bag, found)


def _check_way(bag: RecoveryPart, found: Length, sign: Token) -> None:
    """`200m jog in 60`, `200m jog in 34s`: the time of the jog, or of the reps?"""
    timed, far = bag.lengths[0].timed, bag.lengths[0].low
    jogged = sign.text == "in" and found.timed and not timed and bag.mode in (Mode.JOG, Mode.WALK)
    if jogged and never_jogged(far, found.low):
        refusal = sign.refuse("nobody jogs so far in this time; write @ if it is that of the reps")
        raise refusal.mended(sign.start, sign.end, "@").mended(sign.start, sign.end, ", @")
    if found.bare and not timed and (bag.told or bag.lead):
        text = found.at.text
        refusal = found.at.refuse(f"{text} could be for the recovery or for the rep; write {text}s or @")
        raise refusal.mended(found.at.start, found.end, f"{text}s")


def _both(bag: RecoveryPart, other: Length) -> bool:
    """A time and a distance: the clock runs, and the distance is shown. Raises Refusal where nobody jogs so far."""
    first = bag.lengths[0]
    time, far = (first, other) if first.timed else (other, first)
    if bag.mode in (Mode.JOG, Mode.WALK) and time.timed and far.far and never_jogged(far.low, time.low):
        raise other.at.refuse("nobody jogs so far in this time; write @ if it is that of the reps")
    if other.timed and not first.timed:
        bag.lengths, bag.way = (other,), first
    elif other.far and first.timed:
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
    found: str | None = None
    if bag.lengths:
        return False
    if cursor.accept("equal"):
        found = "unsaid"
    elif (token := cursor.accept(*_EQUAL)) is not None:
        worked = cursor.over(f"as? {_OF_WORK}")
        found = _EQUAL[token.text] if worked or "equal" in token.text else None  # same as last week
    elif bag.noun and not bag.equal and cursor.over(f"duration|times {_OF_WORK}"):
        found = "time"
    elif bag.lead and cursor.accept("all-again"):
        found = "unsaid" if cursor.sees(*MODES) else None  # w/ same again easy
    elif bag.told and cursor.back().text == "=" and cursor.over(f"the|your* {_WORKED}"):
        found = "unsaid" if cursor.looks("duration|times|distance? ENDS|]") else None  # rest = work, jog = rep time
    bag.equal = found or bag.equal
    return found is not None


def half(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`jog half the distance`, `rest half the time`, `a third of what you've just run`: of the rep before it."""
    if bag.lengths or bag.equal or not cursor.sees("half", "half-time", "third", "quarter", *_HALF):
        return False
    whole = cursor.next().text
    share = whole if whole in ("third", "quarter") else "half"
    cursor.over("of each reps" if bag.mode in (Mode.JOG, Mode.WALK) else "the")
    if cursor.back().text == "reps":
        bag.equal = f"{share} distance"
        return True
    cursor.skip("of", "the", "your")
    worked = cursor.over(_WORKED)
    ran = worked and cursor.back().text == "worked"
    what = "time" if whole == "half-time" else _of_what(cursor)
    cursor.over("just? run|ran")  # half the distance just run
    if ran and bag.mode in (Mode.JOG, Mode.WALK):
        what = "distance"  # jog half of what you've just run
    if what is None and not worked:
        return False
    cursor.accept("as")
    if not (bag.told or bag.lead or cursor.sees(*MODES, "recovery")):
        return False
    bag.equal = f"{share} {what or 'time'}"
    return True


def equal_what(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The work time of `equal to work time`, the distance of `equal distance`."""
    if bag.equal != "unsaid":
        return False
    to = cursor.over("to|at the|your*")
    worked = to and cursor.over(_WORKED)
    what = _of_what(cursor, *(["tempo"] if to else []))  # Italian: pari al tempo
    bag.equal = what or bag.equal
    return worked or what is not None


def _of_what(cursor: Cursor, *more: str) -> str | None:
    token = cursor.accept("times", "distance", "duration", *more)
    if token is None:
        return None
    cursor.over(_OF_WORK)
    return "distance" if token.text == "distance" else "time"


def until(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`rest only until you feel you can hold it again`: no number and no place, so that nobody but the runner knows."""
    if not bag.told or bag.lengths or not cursor.over("only|just? until|till you|you're|your"):
        return False
    while cursor.peek().kind is Kind.WORD and not cursor.sees("then", "between", "after", "or", *MODES, *DISTANCES):
        cursor.next()
    bag.open_words = "open" if cursor.clause_ends() else None
    return bag.open_words is not None


def check_aim(cursor: Cursor, bag: RecoveryPart) -> None:
    """`w/ 90s jog @ 6:00/km`, `w/ 200m float @ 50`: how fast is jogged, or how fast the reps are run?"""
    moving = cursor.back()
    if bag.mode not in _SPEEDS or not bag.lengths or not cursor.sees("@", "at"):
        return
    with cursor.ahead():
        at, begin = cursor.next(), cursor.index
        aim, said, end = target(cursor), cursor.written(begin), cursor.back().end
        plain = all(one.kind not in (Kind.WORD, Kind.CLOCK) for one in cursor.tokens[begin : cursor.index])
    if isinstance(aim, PaceTarget) and moving.text == "jog":
        refusal = at.refuse("this pace could be that of the jog or of the reps; write float for a jog at a pace")
        refusal.mended(moving.start, moving.end, "float")
    elif isinstance(aim, TimeTarget) and not (plain and bag.mode is Mode.JOG) and _covered(bag, bag.mode, aim):
        refusal = at.refuse("this time could be for the recovery or for the rep; write in before the recovery's")
        refusal.mended(at.start, end, f"in {said}{'s' if plain else ''}")
    else:
        return
    raise refusal.rewritten(_moved(cursor, bag, f" @ {said}"), (at.start, end, ""))


def _covered(bag: RecoveryPart, mode: Mode, aim: TimeTarget) -> bool:
    """Is the distance of the recovery walked, jogged or floated in this time?"""
    one = bag.lengths[0]
    if len(bag.lengths) != 1 or one.timed or bag.way is not None or bag.eased:
        return False
    slowest, fastest = _SPEEDS[mode]
    return slowest * aim.high_ns / NS <= as_recovery(one, moving=True).low / M <= fastest * aim.low_ns / NS


def time_taken(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`equal recovery in 90 sec`, `jog down recovery in 3 minutes`: what the recovery takes, or the rep? Asked."""
    unmeasured = bag.equal or bag.open_words not in (None, "open")
    at = cursor.peek()
    found = length(cursor) if unmeasured and not bag.lengths and cursor.accept("in") else None
    if found is None or not found.timed:
        return False
    if _by_time(cursor, bag):
        bag.lengths = (found,)
        return True
    refusal = at.refuse("this time could be for the recovery or for the rep; write of before the recovery's, or @")
    raise refusal.mended(at.start, at.end, "of", "@")


def _by_time(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`8 x 2 min uphill, jog down in 3 min`: reps by time alone take no other, so that this one is the recovery's."""
    before = cursor.tokens[: cursor.tokens.index(bag.at)]
    timed = any(one.kind is Kind.CLOCK or one.text in TIMES for one in before)
    return timed and not bag.equal and not any(one.text in DISTANCES or one.number >= 100 for one in before)


def check_speed(one: Length, other: Length) -> None:
    """`90s rest (3200m)`, `200m jog (30 min)`: a sum of the session, and no measure of the recovery."""
    time, distance = (one, other) if one.timed else (other, one)
    if not time.timed or distance.timed:
        return
    metres, seconds = as_recovery(distance, moving=True).low / M, time.low / NS
    if seconds and not _SLOWEST * seconds <= metres <= _FASTEST * seconds:
        refusal = other.at.refuse("nobody recovers so far in this time; leave out what is the sum of the session")
        raise refusal.mended(other.at.start, other.end, f"note: {other.at.raw}{other.unit}")


def _moved(cursor: Cursor, bag: RecoveryPart, words: str) -> Edit:
    """The words put before the recovery, where the reps end."""
    index = next(index for index, token in enumerate(cursor.tokens) if token is bag.at)
    while index > 0 and cursor.tokens[index - 1].text in (",", ";", "(", "["):
        index -= 1
    end = cursor.tokens[max(index - 1, 0)].end
    return (end, end, words)
