"""Between what a recovery is taken, and when reps start: `between sets`, `after each 1000m`, `every 2min`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, tentative
from trackbuddy.plan.notation.figures.counts import PLAIN_COUNT
from trackbuddy.plan.notation.figures.lengths import as_recovery, length
from trackbuddy.plan.notation.syntax import Header, Joint, Part, Range, RecoveryPart, Scope, SendOffPart, TargetPart
from trackbuddy.plan.notation.text.lexicon import DISTANCES, EVERY, HALFWAY, MODES, ORDINALS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.units import MINUTE_NS, M

_NOUNS: Final = {
    **dict.fromkeys(("sets", "lots", "group", "groups"), Range.SETS),
    **dict.fromkeys(("reps", "sprint", "hill", "stride", "times", "effort"), Range.REPS),
    **dict.fromkeys(("block", "blocks"), Range.BLOCKS),
    **dict.fromkeys(("everything", "all"), Range.ALL),
}
_SETS: Final = ("sets", "group", "groups")
_CYCLE: Final = ("cycle", "gos", "send-off")
_DETERMINERS: Final = ("each", "the", "a", "of", "all", "two", "these", "them")
_PLAIN: Final = {
    "throughout": Scope(Range.ALL),
    "halfway": Scope(Range.REPS, nth=(HALFWAY,)),
    "set-rest": Scope(Range.SETS),
}
_RESTED: Final = frozenset({*MODES, "recovery", "break"})
"""Behind one of these `per` is `after each`: `90 sec rest per rep`."""
_STARTING: Final = frozenset("start starting begin beginning run running do doing we with".split())
_NEXT: Final = frozenset("new next another each everyone everybody you".split())


@tentative
def scope(cursor: Cursor) -> Scope | None:
    """`between sets`, `after every interval`, `between 200s`, `in a set`, the `set` of `400m set jog`."""
    if (plain := cursor.accept(*_PLAIN)) is not None:
        return _PLAIN[plain.text]
    if cursor.accept("sets"):
        return Scope(Range.SETS) if cursor.sees(*MODES, "recovery", "break") else None
    if cursor.over("in|within a|the|each? sets"):
        return Scope(Range.REPS)
    if cursor.over("within the|each?"):
        return _reps_of(cursor)
    return _between(cursor) or _amid(cursor)


def _amid(cursor: Cursor) -> Scope | None:
    """`dazwischen 400m Trab`, `in between`: a length behind it is the recovery's; only what is named is between."""
    if not cursor.accept("amid"):
        return None
    begin = cursor.index
    cursor.skip(*_DETERMINERS)
    named = cursor.index > begin
    said = cursor.number_here() and any(one.number == cursor.peek().number for one in cursor.tokens[:begin])
    plural = said and cursor.sees("s", "'s", ahead=1)  # the 300s of before, and not 90 s
    found = _noun(cursor) or (_reps_of(cursor) if named or plural else None)
    return found or Scope(Range.REPS, bare=True)


def _between(cursor: Cursor) -> Scope | None:
    follows = cursor.looks("following the|a")
    token = cursor.accept("between", "after", *(["following"] if follows else [])) or _moving_on(cursor)
    behind = cursor.back().text in _RESTED or cursor.looks("per reps|sets ENDS")
    token = token or (cursor.accept("per") if behind else None)
    token = token or (
        cursor.next() if cursor.looks("for the? reps|sets END|,|.|;|)|and") or _of_rests(cursor) else None
    )
    if token is None:
        return None
    begin = cursor.index
    cursor.skip(*_DETERMINERS)
    each = cursor.index > begin
    if token.text != "between" and (nth := _ordinals(cursor)):
        by_size = len(nth) == 1 < nth[0] and any(one.text == "each" for one in cursor.tokens[begin : cursor.index])
        return Scope(Range.SETS, of=nth[0]) if by_size else Scope(Range.REPS, nth=nth)  # after every fifth
    if token.text != "between" and (nth := _which_sets(cursor)):
        return Scope(Range.SETS, nth=nth)
    if (found := _set_of(cursor)) is not None:
        return found
    one = cursor.peek().number == 1 and cursor.peek().raw.isalpha()  # after each one, between one and the next
    one = one and (each or cursor.sees("and", "to", ahead=1))
    if cursor.number_here() and (one or cursor.sees(*_NOUNS, ahead=1)):
        cursor.next()
    found = _noun(cursor) or _reps_of(cursor)
    _ = cursor.accept("finished") or (found and _the_next(cursor))
    if found is None:
        # bare `between`, `between each`, `after each`
        if token.text == "following" or (token.text == "after" and not each):
            return None
        everywhere = cursor.back().text == "all"
        _the_next(cursor)
        return Scope(Range.ALL if everywhere else Range.REPS, bare=True, except_mm=_excepted(cursor))
    every = each and found.only_mm is None and found.range is Range.REPS and token.text == "after"
    return replace(found, every=every, except_mm=_excepted(cursor), behind=token.text in ("after", "following"))


def _of_rests(cursor: Cursor) -> bool:
    """`Rest was 45 secs on the 300s, 90 secs on the 1200s`: what it was after, in a sentence that begins so."""
    at = next((at for at in range(cursor.index, 0, -1) if cursor.tokens[at - 1].text in ("\n", ".", ";")), 0)
    rests = cursor.tokens[at].text in ("rest", "recovery")
    return rests and cursor.looks("on|for the? 0 m? s|'s") and cursor.peek(1 + cursor.sees("the", ahead=1)).number >= 50


def _moving_on(cursor: Cursor) -> Token | None:
    """The first word of `from set to set`, `going from one block to the next`, `once a set is done`."""
    near = range(2, 6)
    done = cursor.sees("once", "when") and any(cursor.sees("finished", ahead=at) for at in near)
    leaves = cursor.sees("from") or cursor.peek().raw.lower() in ("going from", "moving from")
    to = next((at + 1 for at in near if cursor.sees("to", ahead=at)), 0) if leaves else 0
    arrives = to and (cursor.sees("the", ahead=to) or cursor.sees(*_NOUNS, ahead=to))
    return cursor.next() if done or arrives else None


@tentative
def _ordinals(cursor: Cursor) -> tuple[int, ...]:
    """The numbers of `the fifth`, `the 1st and 2nd`; none for `the first set`, `the first 3`."""
    found, end = [], cursor.index
    while (one := _ordinal(cursor)) is not None:
        found.append(one)
        end = cursor.index
        cursor.skip(",", "and", "&", "after", "the")
    cursor.index = end
    if cursor.peek().raw.lower() in ("one", "ones") or cursor.sees("reps"):
        cursor.next()
    return () if cursor.figure_here() or cursor.sees("lots", "block", "gos", *_SETS, *DISTANCES) else tuple(found)


def _ordinal(cursor: Cursor) -> int | None:
    if cursor.peek().raw.lower() in ORDINALS:
        return ORDINALS[cursor.next().raw.lower()]
    suffixed = cursor.number_here() and cursor.sees("st", "nd", "rd", "th", ahead=1) and not cursor.peek(1).gap
    return int(cursor.tokens[cursor.index - 2].number) if suffixed and cursor.next() and cursor.next() else None


@tentative
def _which_sets(cursor: Cursor) -> tuple[int, ...]:
    """The numbers of `after set one`, `the first set`, `the 1st and 2nd sets`, `sets 1 & 2`."""
    found, named = [], cursor.accept(*_SETS) is not None
    while (one := _ordinal(cursor)) is not None or (named and cursor.peek().number in range(1, 10)):
        found.append(one if one is not None else int(cursor.next().number))
        cursor.skip(",", "and", "&", "the")
    return tuple(found) if named or cursor.accept(*_SETS, "gos") else ()


@tentative
def _set_of(cursor: Cursor) -> Scope | None:
    """`at the end of each 8`, `after every 4 reps`, `between sets of four`: the sets by their size."""
    each, start = cursor.back().text in ("each", "after"), cursor.index
    grouped = cursor.accept("sets", "group", "groups") is not None and cursor.accept("of") is not None
    size = cursor.peek()
    if cursor.number_here() and 1 < size.number <= PLAIN_COUNT and not size.number % 1:
        cursor.next()
        cursor.accept("reps")
        ends = cursor.looks("ENDS|(")
        if ends and (grouped or each):
            nth = () if grouped or cursor.tokens[start - 1].text == "each" else (int(size.number),)
            return Scope(Range.SETS, of=int(size.number), nth=nth)
    return None


def _noun(cursor: Cursor) -> Scope | None:
    token = cursor.accept(*_NOUNS, *(["run"] if cursor.back().text == "each" else []))
    if token is None:
        return None
    found = _and_another(cursor, token) or Scope(_NOUNS.get(token.text, Range.REPS))
    if found.range is Range.SETS and cursor.sees("of") and (only := _of_size(cursor)):
        found = replace(found, only_mm=only)
        _and_another(cursor, token)
    return found


@tentative
def _of_size(cursor: Cursor) -> int | None:
    """The 80s of `after each set of 80s`."""
    return _distance(cursor) if cursor.accept("of") and cursor.sees("s", "'s", "m", ahead=1) else None


@tentative
def _and_another(cursor: Cursor, token: Token) -> Scope | None:
    """`entre serie y serie`, `tra una prova e l'altra`; `between reps and sets` is everywhere."""
    if _the_next(cursor):
        return Scope(_NOUNS.get(token.text, Range.REPS))
    if not cursor.accept("and", "&", "/", "to"):
        return None
    cursor.accept("the")
    another = cursor.accept("the-other", *_NOUNS)
    if another is None or another.text == "the-other" or another.raw == token.raw:
        return Scope(_NOUNS[token.text]) if another is not None else None
    return Scope(Range.ALL) if _NOUNS[another.text] is not _NOUNS[token.text] else None


def _the_next(cursor: Cursor) -> bool:
    """What stands behind `between one`, `from one set`: `and the next`, `to the next set`."""
    found = cursor.over(f"and|&|to the? next|another|the-other {either(_NOUNS)}?")
    _ = found and cursor.peek().raw == "one" and cursor.next()
    return found


def _reps_of(cursor: Cursor) -> Scope | None:
    """`120m reps`, `1000m`, `200s`, `400m sets`."""
    only = _distance(cursor)
    if only is None:
        return None
    if cursor.accept("sets"):
        return Scope(Range.SETS, only_mm=only)
    cursor.accept("reps", "sprint")
    return Scope(Range.REPS, only_mm=only)


@tentative
def _distance(cursor: Cursor) -> int | None:
    token, after = cursor.peek(), cursor.peek(1)
    if token.kind is Kind.NUMBER and token.number >= 50 and after.text in ("s", "'s") and not after.gap:
        cursor.index += 2
        return int(token.number * M)
    found = length(cursor)
    if found is None or found.high is not None or found.timed:
        return None  # after each, 90 s rest: how long, and not of what
    if cursor.accept("'s", "s") and found.unit:
        return None
    return found.low


@tentative
def _excepted(cursor: Cursor) -> int | None:
    """`between everything except the 200s`."""
    return _distance(cursor) if cursor.over("except|but the|for?") else None


def send_off(cursor: Cursor, joint: Joint) -> SendOffPart | None:
    """`on 1:30`, `every 2min`, `starting every 3 min`, `(2:00 cycle)`, `CW=5mn`; None for a recovery or a place."""
    return _led(cursor, joint) or _cycle_behind(cursor, joint)


@tentative
def _led(cursor: Cursor, joint: Joint) -> SendOffPart | None:
    at = cursor.peek()
    if not _send_off_lead(cursor):
        return None
    cursor.accept("the", "a")
    if cursor.peek().raw == "minute" and not cursor.number_here():
        cursor.next()
        return SendOffPart(at, joint, MINUTE_NS)
    found = length(cursor)
    if found is None or found.high is not None or found.far:
        return None
    counted = cursor.sees("x", "*") and not cursor.looks("x|* 0 ENDS")  # 400m on 2:00 x 8
    if counted or cursor.sees(*MODES, "recovery", "off", "between", "equal", "of"):
        return None
    found = as_recovery(found, moving=False)
    if not found.timed:
        return None
    end = cursor.back().end
    if at.text == "off" and found.at.kind is Kind.NUMBER:
        refusal = at.refuse("this could be the rest or the send-off; write off or on, and the time")
        raise refusal.mended(at.start, cursor.tokens[cursor.tokens.index(at) + 1].end, "off", "on")
    cursor.over("cycle|gos|send-off|turnaround|reps? :?")
    _echoed(cursor, found.low)
    return SendOffPart(at, joint, found.low, end=end)


@tentative
def _echoed(cursor: Cursor, ns: int) -> bool:
    """The `(90s)` of `every minute and a half (90s)`."""
    again = length(cursor) if cursor.accept("(") else None
    return again is not None and again.low == ns and bool(cursor.accept(")"))


def _send_off_lead(cursor: Cursor) -> bool:
    if cursor.over("c|cw ="):
        return True
    if _another(cursor) or cursor.peek().raw.lower() in EVERY:
        return cursor.accept("starting-every", "each", "all") is not None
    if cursor.accept("off"):
        return cursor.sees("the") and (cursor.figure_here(1) or cursor.peek(1).raw == "minute")
    led = cursor.over("with? a|the? on|starting-every|cycle :|=?")
    return led or cursor.over("with? a|the? send-off of|:|=|each|base?")


@tentative
def _another(cursor: Cursor) -> bool:
    """Who starts so often: the new one of `a new one every 90s`, `one rep every 2 min`, `starting one every 75s`."""
    if cursor.peek().raw.lower() in _STARTING:
        cursor.next()
    cursor.skip("a", "the")
    start = cursor.index
    cursor.index += cursor.peek().raw.lower() in _NEXT
    cursor.index += cursor.peek().number == 1
    cursor.accept("reps")
    return cursor.index > start and (cursor.sees("starting-every") or cursor.peek().raw.lower() in EVERY)


@tentative
def _cycle_behind(cursor: Cursor, joint: Joint) -> SendOffPart | None:
    """`(2:00 cycle)`, `starting 90s apart`, `the reps are started 90s apart`."""
    at = cursor.peek()
    leaving = cursor.over("the? reps? is? starting|start|started|begin|begun")
    cycle = any(cursor.sees(*_CYCLE, ahead=ahead) for ahead in (2, 3, 4))
    _ = cursor.accept("with", "on", *(["@", "off"] if cycle else [])) and cursor.accept("a")
    found = length(cursor)
    if found is None or not found.timed:
        return None
    said = (leaving and cursor.accept("apart")) or (found.high is None and cursor.accept(*_CYCLE))
    _ = said and at is cursor.tokens[0] and cursor.accept(":")
    return SendOffPart(at, joint, found.low) if said else None


def of_the_same_size(before: Part, after: Part) -> Part:
    """`200s @ 32 w/ 200m rec`, `200s 32s & 200m jog`: whose target was named by its size, its recovery is, too."""
    named = before.only_mm if isinstance(before, TargetPart) else None
    if named is not None and isinstance(after, RecoveryPart) and not after.scope and len(after.lengths) < 2:
        return replace(after, scope=Scope(Range.REPS, only_mm=named))
    return after


def between_rounds(before: Part, after: Part, between: Joint) -> Part:
    """`4 x 300m, 60s rest. 3 sets with 4 min between`: behind rounds it stands between them."""
    told = isinstance(before, Header) and before.rounds and between is Joint.TIGHT
    if told and isinstance(after, RecoveryPart) and after.scope.bare:
        return replace(after, scope=Scope(Range.SETS))
    return after
