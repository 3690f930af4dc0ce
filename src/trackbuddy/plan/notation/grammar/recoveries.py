"""Recovery clauses, in any order of their words: `with a 400 jog`, `200m jog in 90s`, `rest 30-60 s between reps`.

A clause is gathered word by word while its words belong to one. It is a recovery only if something in it says so: a
lead-in (with, off, R=), a noun (rest, recovery), a way of moving (jog, walk, float, easy) or a place (between reps).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, tentative
from trackbuddy.plan.notation.figures.lengths import few_minutes, length
from trackbuddy.plan.notation.figures.plausible import runnable
from trackbuddy.plan.notation.figures.targets import target
from trackbuddy.plan.notation.grammar import manners, measures
from trackbuddy.plan.notation.grammar.asides import place
from trackbuddy.plan.notation.grammar.labels import behind_run
from trackbuddy.plan.notation.grammar.pieces import turned
from trackbuddy.plan.notation.grammar.scopes import scope
from trackbuddy.plan.notation.syntax import Joint, Length, Part, Piece, Range, RecoveryPart, Scope
from trackbuddy.plan.notation.text.lexicon import CLOSING, DISTANCES, FILLERS, GRANTING, LAST, MODES, OPEN_WORDS, TIMES
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.session import Label, Mode
from trackbuddy.plan.target import RaceTarget, TimeTarget

_ARTICLES: Final = FILLERS | frozenset("is are for : you-get take get your as = only just mere rolling je".split())
_FALLING: Final = "recovery|rest falling from*"
"""`recoveries coming down from 40, 30 and 20 s`: no `10 s each time`."""
_NOT_AFTER: Final = frozenset({"x", "warm-up", "cool-down", "stride", "hill", "%", "pace", "race pace", "on", "run"})
"""Words that show that what was gathered is no recovery but the beginning of something else."""
_DOWN: Final = frozenset({"back down", "back down again", "down again", "straight back down"})
_OF_RUNNING_TOO: Final = frozenset({"took", "taking", "you have", "you'll have"})
_MOVING: Final = frozenset({"jog", "walk", "float", "easy"})


def jogs_and_walks(parts: Sequence[Part]) -> tuple[Part, ...]:
    """`(jog 60s, walk 90s)`: where nothing but jogs and walks in turn is counted, the jogs are the work."""
    told = [part for part in parts if isinstance(part, RecoveryPart) and len(part.lengths) == 1]
    modes = [part.mode for part in told]
    if len(told) < len(parts) or not modes or modes != [Mode.JOG, Mode.WALK] * (len(modes) // 2):
        return ()
    runs = [Piece(part.at, part.joint, part.lengths[0], Label.JOG, end=part.end) for part in told]
    return tuple(run if part.mode is Mode.JOG else part for run, part in zip(runs, told, strict=True))


@tentative
def jogging(cursor: Cursor) -> tuple[Part, ...]:
    """`6 x 2 min jog, 1 min walk`, `3 rounds of: jog 1 min, walk 1 min, jog 2 min, walk 2 min`."""
    found: list[Part] = []
    if not any(cursor.sees("jog", ahead=at) for at in range(3)):
        return ()
    while (more := recovery(cursor, Joint.COMMA)) is not None and more.soft is (len(found) % 2 == 0):
        found.append(more)
        if not cursor.accept(",", "/", "and", "then") and not cursor.figure_here():
            break
    return jogs_and_walks(found)


@tentative
def recovery(cursor: Cursor, joint: Joint) -> RecoveryPart | None:
    """The recovery clause that stands here."""
    start = cursor.index
    if cursor.sees(":"):
        return None
    bag = RecoveryPart(cursor.peek(), joint)
    if turned(cursor, slashed=joint is Joint.SLASH):
        bag.equal, bag.mode = "unsaid", None if cursor.back().text == "off" else Mode.JOG
    _lead(cursor, bag)
    end = cursor.index
    while _word(cursor, bag):
        if cursor.back().text not in _ARTICLES:
            end = cursor.index
    cursor.index = end
    if end == start + 1 and bag.at.text == "off" and not bag.equal:
        return None  # off what?
    said = end > start and not bag.nothing and (bag.told or (bag.lead and bag.lengths))
    if (bag.at.text in ("but", "except") and not bag.scope.nth) or not said or not _ends_well(cursor, bag):
        return None
    if bag.open_words == "jog down" and bag.at.raw.lower() in _DOWN and not _counted_before(cursor, start):
        raise bag.at.refuse("this could be the way down a hill or the list backwards; write the whole list or jog down")
    if bag.open_words is not None:
        bag.mode = OPEN_WORDS[bag.open_words] or bag.mode  # who walks back doesn't rest
    if start and cursor.tokens[start - 1].raw.lower() in CLOSING and bag.noun and not bag.scope:
        bag.scope = Scope(Range.BLOCKS, nth=(LAST,))
    bag.end = cursor.back().end
    _ = start == 0 and cursor.accept(":")  # 90s recovery: 6 x 400m
    return bag


def _counted_before(cursor: Cursor, start: int) -> bool:
    """`8 x 200m, back down`, and no `200, 400, 600 and back down`, which may be a list that turns."""
    return any(one.text in ("x", "*", "sets", "times", "hill", "up") for one in cursor.tokens[:start])


def _ends_well(cursor: Cursor, bag: RecoveryPart) -> bool:
    """Does what follows leave it a recovery? Raises Refusal where it makes two readings of it."""
    # The x 3 that ends a list, or counts it in rounds, counts no rep; and `60s rest on the track` is one.
    counted = cursor.looks("x 0 reps? ENDS|sets|x")
    with cursor.ahead():
        if cursor.sees(*_NOT_AFTER) and not counted and not (cursor.sees("on") and place(cursor)):
            return False
    with cursor.ahead():
        if behind_run(cursor) is not None:
            return False  # 15 min easy as warm-up
    _check_whose_length(cursor, bag)
    _check_miles(cursor, bag)
    if bag.told:
        return True
    if cursor.sees(",") and _list_goes_on(cursor, bag.lengths[-1]):
        raise bag.at.refuse("this could be a list of recoveries or the next rep; write rest or jog behind each")
    if cursor.sees("@", "at"):
        raise bag.at.refuse("this could be the recovery or a part of the rep; add jog, rest or float, or use brackets")
    return True


def _check_whose_length(cursor: Cursor, bag: RecoveryPart) -> None:
    """`8 x 400, between 400m jog`: are the reps 400 m, or the jog?"""
    last = cursor.back()
    if bag.scope.only_mm is not None and not bag.lengths and bag.open_words is None and last.text in _MOVING:
        refusal = last.refuse("the length before this could be that of the reps or of the recovery; write it behind")
        raise refusal.mended(bag.at.start, last.end, f"{cursor.tokens[cursor.index - 3].text}m {last.raw}")


def _check_miles(cursor: Cursor, bag: RecoveryPart) -> None:
    """`6 X 1K, R: 2M`: miles that are not jogged are likelier minutes in capitals."""
    for number, unit in pairwise(cursor.tokens):
        if (
            unit.raw == "M"
            and bag.mode in (None, Mode.REST)
            and any(one.at is number and one.unit == "mile" for one in bag.lengths)
        ):
            refusal = unit.refuse("this recovery could be minutes or miles; write min or mile")
            raise refusal.mended(unit.start, unit.end, " min", " mile")


def _list_goes_on(cursor: Cursor, before: Length) -> bool:
    """`with 90s, 75s`: a length like the one before, that isn't told to be work."""
    with cursor.ahead():
        cursor.next()
        found = length(cursor)
        work = cursor.sees("sets", "lots", "times", "reps", *_NOT_AFTER) or measures.said_between_sets(cursor)
    alike = found is not None and (found.dimension is before.dimension or found.bare or before.bare)
    return alike and not work


def _lead(cursor: Cursor, bag: RecoveryPart) -> None:
    cursor.accept("+", "but", "except")
    _again(cursor, cursor.peek(1 + cursor.sees("with", "off", ahead=1)))
    named = 1 + (cursor.peek(1).raw.lower() == "one")
    followed = cursor.peek(named).raw.lower() == "followed by"  # each one followed by 2 min
    if cursor.sees("all", "each") and (followed or cursor.sees("with", "off", ahead=1)):
        cursor.index += named
        bag.scope = Scope(Range.REPS, every=True)
    falling = cursor.over(f"{_FALLING} ... 0:00 sec|s|min* ,|/|-|and|to 0:00")
    told = cursor.over("recovery|rest at ... 0:00") or cursor.over("recovery|rest|between|amid :|-|=")
    if falling or told or _granted(cursor):
        bag.lead = bag.noun = True
    elif token := cursor.accept("with", "off", *(["then"] if bag.scope else [])):
        bag.lead = True
        bag.noun = token.text == "off"
    elif not cursor.accept("on"):
        _letter_lead(cursor, bag)


@tentative
def _granted(cursor: Cursor) -> bool:
    """`take 2 min`, `you get 100m`: a length alone behind the verb is what is rested."""
    token = cursor.next() if _grants(cursor) else None
    if token is None:
        return False
    with cursor.ahead():
        found = length(cursor)
        ends = cursor.looks("ENDS|and|each-time")
    if found is not None and ends and token.raw.lower() in _OF_RUNNING_TOO:
        _check_granted(cursor, token, found)
    return ends and found is not None and (token.text == "you-get" or found.timed)


def _check_granted(cursor: Cursor, verb: Token, found: Length) -> None:
    """Raises Refusal for `4 x 1k, took 3:20`: what they rested, or ran it in?"""
    ahead = [one for one in cursor.tokens[: cursor.index] if one.end <= verb.start]
    last = [(one, unit) for one, unit in pairwise(ahead) if one.is_figure and unit.text in DISTANCES][-1:]
    aimed = any(one.text in ("@", "at", "in") for one in ahead)
    far = int(last[0][0].number * DISTANCES[last[0][1].text]) if last and not aimed else 0
    if far and found.timed and runnable(far, found.low, found.low):
        refusal = verb.refuse("this could be the time of the reps or their rest; write which")
        raise refusal.mended(verb.start, verb.end, "@").mended(found.end, found.end, " rest")


def _grants(cursor: Cursor) -> bool:
    return cursor.sees("you-get") or (cursor.peek().kind is Kind.WORD and cursor.peek().raw.lower() in GRANTING)


def _letter_lead(cursor: Cursor, bag: RecoveryPart) -> None:
    """French `r=30s`, `R=1'30`, `R2=2mn`; `r 30s`."""
    token, after = cursor.peek(), cursor.peek(1)
    spaced = token.gap or cursor.back().text == "("
    paused = spaced and (token.raw == "P" or (token.raw == "p" and after.text in ("=", ":")))  # Dutch: P 2 min
    if token.kind is not Kind.WORD or not (token.text == "r" or paused):
        return
    if after.kind is Kind.NUMBER and not after.gap and cursor.sees("=", ahead=2):
        bag.index = int(after.number)
        cursor.next()
    elif not (after.text in ("=", ":") or after.is_figure):
        return
    elif token.raw == "R" and cursor.peek(2).raw == "J":
        return  # Daniels: 400 R, 400 J
    cursor.next()
    cursor.accept("=", ":")
    bag.lead = bag.noun = True
    bag.capital = token.raw == "R"


def _word(cursor: Cursor, bag: RecoveryPart) -> bool:
    """Takes one more word of the clause; False, and nothing taken, when the clause is over."""
    start = cursor.index
    for reader in _READERS:
        if reader(cursor, bag):
            return True
        cursor.index = start
    return False


def _measure(cursor: Cursor, bag: RecoveryPart) -> bool:
    if bag.lengths or bag.equal or bag.none:
        return False
    apart = cursor.back() is bag.at and bag.told and (bag.joint.loose or bag.joint is Joint.SEMICOLON)
    _ = apart and cursor.looks(f", 0:00 {either(TIMES)}? ENDS|between|after|amid") and cursor.next()  # Rest, 5 minutes.
    start, found = max(cursor.index - 1, 0), length(cursor)
    if found is None or cursor.sees("lots", "reps") or (found.unit == "quarter" and cursor.sees("of")):
        return False
    if bag.told and cursor.looks("x|times|* 0"):
        raise measures.counted_pair(cursor, bag)
    counted = cursor.sees("sets") and not cursor.sees(*MODES, "recovery", "break", ahead=1)
    eased = found.letter == "E" and found.timed and cursor.depth > 0 and bag.joint is Joint.SLASH  # (1'H/1'E)
    if counted or cursor.sees("x", "*", "times") or not (eased or found.letter in ("", "J")):
        return False
    if bag.open_words is not None and not (found.timed or _way_back(cursor, bag, found)):
        return False
    near = pairwise(cursor.tokens[start : cursor.index])
    signed = any(sign.text in (":", "=") and number is found.at for sign, number in near)  # rec:3
    bag.lengths = (few_minutes(found) if (bag.lead and bag.at.text == "r") or signed else found,)
    if found.letter:
        bag.mode = Mode.JOG
    small = cursor.peek().raw == "r" and cursor.looks("ENDS", 1)  # 2:30 r
    spaced = small or (cursor.rests and not (cursor.sees("=", ":", ahead=1) or cursor.figure_here(1)))  # R=60s; 8' R
    if (not cursor.peek().gap or spaced) and cursor.accept("r"):
        bag.noun, bag.mode = True, Mode.REST
    elif not cursor.peek().gap and cursor.peek().raw == "j" and cursor.next():
        bag.mode = Mode.JOG
    elif not found.timed and not cursor.peek().gap and cursor.peek().raw == "w" and cursor.looks("ENDS", 1):
        cursor.next()
        bag.mode = Mode.WALK  # 100w
    return True


def _way_back(cursor: Cursor, bag: RecoveryPart, found: Length) -> bool:
    """The 150m of `walk back 150m`, which is no rep; behind `full` or before words it could be one."""
    back = bag.open_words is not None and OPEN_WORDS[bag.open_words] is not None and bag.joint is not Joint.LINE
    return back and found.unit in ("m", "metres", "") and (cursor.clause_ends() or cursor.sees("between", "after"))


def _mode(cursor: Cursor, bag: RecoveryPart) -> bool:
    token = cursor.accept(*MODES)
    if token is None:
        return False
    measured = cursor.figure_here() and not cursor.sees("x", "*", ahead=1)  # walking 100 jogging 100
    if bag.lengths and bag.mode in (Mode.WALK, Mode.JOG, Mode.FLOAT) and measured:
        return False
    if token.text == "easy":
        bag.easy = True
        bag.mode = bag.mode or Mode.JOG
    elif token.text == "rest":
        bag.noun = True
        bag.mode = bag.mode or Mode.REST
    elif bag.mode in (None, Mode.REST) or bag.easy:
        bag.mode = MODES[token.text]
    cursor.over(manners.OTHER_MODE)
    paced = bag.lengths or bag.mode is Mode.FLOAT
    _ = not paced and cursor.looks(",|&|and full ENDS|recovery|rest") and cursor.next()  # walking, recover fully
    return True


def _noun(cursor: Cursor, bag: RecoveryPart) -> bool:
    if bag.lengths and bag.lengths[0].timed and (turned_around := cursor.accept("turnaround")):
        refusal = turned_around.refuse("this could be the rest or the time from start to start; write rest or cycle")
        raise refusal.mended(turned_around.start, turned_around.end, "cycle", "rest").decisive()
    broken = (
        bag.lengths
        or bag.scope
        or bag.lead
        or cursor.sees(*manners.BETWEEN, ahead=1)
        or cursor.figure_here(1 + cursor.sees("(", ahead=1))
    )
    if cursor.accept("recovery") or (broken and cursor.accept("break")):
        bag.noun = True
        return True
    none = cursor.over("none ... after")
    taken = not bag.lengths and bool(none or cursor.accept("no-rest", "straight-into"))
    bag.none = bag.none or taken
    return taken


def _open(cursor: Cursor, bag: RecoveryPart) -> bool:
    token = cursor.accept(*OPEN_WORDS)
    if token is None or (bag.lengths and "need" in token.raw):  # 90s rest, as needed
        return measures.until(cursor, bag)
    bag.open_words = token.text
    bag.mode = bag.mode or OPEN_WORDS[token.text]
    if bag.mode is not None and cursor.over(",|&|and full"):
        bag.open_words = "full"  # walk back, fully recover
    return True


def _off(cursor: Cursor, bag: RecoveryPart) -> bool:
    """The easy half of on and off: `90 sec off`, `with a minute off`."""
    led = cursor.figure_here(1) or cursor.looks("off the|a|an 0:00|min")
    if not bag.lengths or (bag.lead and bag.noun) or led or not cursor.accept("off"):
        return False
    bag.noun = True
    return True


def _place(cursor: Cursor, bag: RecoveryPart) -> bool:
    if bag.scope.every and bag.lengths and cursor.over("after|afterwards") and cursor.clause_ends():
        return True  # each with 90s rest after
    found = scope(cursor) if bag.told or bag.lead or not cursor.sees("per") else None
    if found is None or (bag.scope and bag.scope != found and found.range is not Range.REPS):
        return False
    bag.scope = bag.scope or found
    return True


def _after_place(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`between each repetition, 200 jog recovery`."""
    only_place = bag.scope and not (bag.lengths or bag.noun or bag.mode or bag.open_words)
    return bool(only_place) and cursor.accept(",") is not None and cursor.figure_here()


def _own_target(cursor: Cursor, bag: RecoveryPart) -> bool:
    """A float has a pace of its own: `200m float @ 80%`, `1km @ 85%` behind with."""
    measures.check_aim(cursor, bag)
    floats, placed = bag.mode is Mode.FLOAT or (bag.lead and bag.mode is None), not bag.told and bag.mode is None
    if not bag.lengths or bag.target or bag.eased or bag.noun or not (floats or placed) or not cursor.accept("@", "at"):
        return False
    found = target(cursor)
    if placed and not floats and not cursor.sees(*manners.BETWEEN):  # half a mile at 90% after each
        return False
    raced = isinstance(found, RaceTarget) and bag.mode is None and found.race != "marathon"
    if found is None or isinstance(found, TimeTarget) or raced:
        return False
    bag.target, bag.mode = found, bag.mode or Mode.FLOAT
    return True


def _article(cursor: Cursor, bag: RecoveryPart) -> bool:
    """Words that change nothing, like those of `jog the other 250 of the lap`."""
    if cursor.over("of the|each|a lap" if bag.lengths else "the other|remaining"):
        return bool(bag.lengths) or cursor.figure_here()
    moved = cursor.back().text in ("jog", "walk") or cursor.back().raw.lower() in ("recover", "recovering")
    if moved and cursor.over("over ... 0 m|metres|km|lap"):  # recover over 200m
        return True
    if cursor.over("you ... jog|walk|rest") or cursor.accept(*_ARTICLES):
        return True
    if _again(cursor, bag.lengths[0].at if bag.lengths else cursor.peek(1)):
        return True
    return _grants(cursor) and cursor.next() is not None


def _again(cursor: Cursor, figure: Token) -> bool:
    """`then 4 x 150m off 100 jog again`: it changes nothing where the same figure stands further ahead."""
    before = cursor.tokens[: max(cursor.index - 4, 0)] if cursor.sees("again") and figure.is_figure else []
    return any(one.text == figure.text for one in before) and cursor.next() is not None


def _everywhere(cursor: Cursor, bag: RecoveryPart) -> bool:
    """`throughout, set breaks included`: between the sets too."""
    found = bool(bag.scope) and cursor.over("and|& between|after the|each* sets")
    found = found or (bool(bag.scope or (bag.told and bag.lengths)) and cursor.over(",? sets-too"))
    if found and not cursor.figure_here() and not cursor.sees(*MODES, "recovery"):
        bag.scope = Scope(Range.ALL)
        return True
    return False


_MEASURES: Final = (_measure, measures.series, measures.length_list)
_WORDS: Final = (_mode, _noun, _open, measures.equal, measures.half, measures.equal_what, _off, _place)
_MORE: Final = (measures.way, measures.time_taken, _after_place, measures.late_length, manners.at_ease, _own_target)
_MANNERS: Final = (manners.easier, manners.explanation, manners.manner, _everywhere, manners.spent, _article)
_READERS: Final[tuple[Callable[[Cursor, RecoveryPart], bool], ...]] = (*_MEASURES, *_WORDS, *_MORE, *_MANNERS)
