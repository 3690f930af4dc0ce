"""What stands between parts: commas, line ends, bullets, `then`; headings and remarks that change nothing."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.counts import clause_ends, plural
from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.lengths import length
from trackbuddy.plan.notation.lexicon import (
    CLASSES,
    DAYS,
    FRAMES,
    HEADINGS,
    MODES,
    PLACES,
    RUNNERS,
    WHEREABOUTS,
    of_class,
)
from trackbuddy.plan.notation.scanner import Kind, Token, quoted
from trackbuddy.plan.notation.syntax import Dimension, Joint, Length
from trackbuddy.plan.notation.words import Class
from trackbuddy.units import KM_MM, MINUTE_NS, M

_MARKS: Final = {
    ",": Joint.COMMA,
    "+": Joint.PLUS,
    "/": Joint.SLASH,
    "-": Joint.DASH,
    ";": Joint.SEMICOLON,
    ".": Joint.SENTENCE,
    "!": Joint.SENTENCE,
    "then": Joint.THEN,
    "and": Joint.COMMA,
    "&": Joint.COMMA,
    "plus": Joint.PLUS,
    "|": Joint.SEMICOLON,
    "..": Joint.SEMICOLON,
    "•": Joint.COMMA,
}
_STRENGTH: Final = list(Joint)
_BULLETS: Final = ("-", "•", "*", ">")
_LONGEST_NUMBERING: Final = 20
_ORDERS: Final = frozenset(MODES) | {"recovery", "between", "@", "at"}
"""A bracket with one of these orders something, whatever else is in it."""
_TOTALS: Final = {"all told", "in all", "all in", "in total"} | frozenset(
    "total altogether gesamt insgesamt insg gesamtdistanz gesamtstrecke totale totaal".split()
)
_ASIDES: Final = frozenset("aka ie eg i.e e.g slope gradient incline not".split()) | _TOTALS
"""A bracket with one of these explains and orders nothing."""


_MEANT: Final = frozenset(CLASSES) - of_class(Class.HEADING, Class.PLACE, Class.ASIDE, Class.FILLER) - RUNNERS
"""No title: words of the vocabulary, and those that offer a choice."""


def joint(cursor: Cursor, first: Joint) -> Joint:
    """Steps over everything that separates here and says what it amounts to; the strongest wins."""
    found = first
    line_start = cursor.index == 0 or first is Joint.LINE
    while True:
        if line_start and _bullet(cursor):
            continue
        token = cursor.peek()
        if token.kind is Kind.NEWLINE:
            cursor.next()
            if _goes_on(cursor):
                continue
            found, line_start = Joint.LINE, True
        elif token.text == ":" and plural(cursor.peek(1), cursor.peek(2)):
            cursor.next()  # 4 x 400, 1 x 1600: 1600s in 5:00, 400s in 68
            found = Joint.SENTENCE
        elif token.text == "→" and _leads_on(cursor):
            cursor.next()
            found = max(found, Joint.COMMA, key=_STRENGTH.index)
        elif token.text == "in" and cursor.sees("then", ahead=1):
            cursor.next()  # en daarna
        elif found is not Joint.TIGHT and _finishes(cursor):
            found = max(found, Joint.THEN, key=_STRENGTH.index)
        elif cursor.index and cursor.sees("do") and cursor.number_here(1) and not found.loose:
            cursor.next()  # then do 1 min fast
        elif token.kind in (Kind.WORD, Kind.MARK) and token.text in _MARKS:
            cursor.next()
            found = max(found, _MARKS[token.text], key=_STRENGTH.index)
            line_start = False
        else:
            return found


def _leads_on(cursor: Cursor) -> bool:
    """The arrow of `600 → 400 → 200`; in `10k → 5k pace` it stands in a target, and before a sum it says `in all`.

    A single arrow may also say from where to where: `600 → 300` could be four reps.
    """
    clause: list[str] = []
    for token in reversed(cursor.tokens[: cursor.index]):
        if token.kind is Kind.NEWLINE or token.text in (",", ";", "(", "→"):
            break
        clause.append(token.text)
    with cursor.ahead():
        if not clause or not _AIMED.isdisjoint(clause) or _total(cursor):
            return False
    with cursor.ahead():
        cursor.next()
        found = length(cursor)
        told = found is not None and (found.unit != "" or found.low >= 100 * M or cursor.sees("x"))
        several = cursor.depth > 0 or len([token for token in cursor.tokens if token.text == "→"]) > 1
        return told and several and not cursor.sees("pace", "effort", "%")


_AIMED: Final = frozenset("@ at in pace effort km".split())


def _goes_on(cursor: Cursor) -> bool:
    """A line that begins with `w/`, `with`, `off` or a comma goes on with the line above it."""
    return cursor.index > 1 and cursor.back().kind is Kind.NEWLINE and cursor.sees("with", "off", ",")


@tentative
def _finishes(cursor: Cursor) -> bool:
    """`finish 10 min steady`, `build up to 4 x 100m strides`: steps over a verb that says only that these come last.

    `finish 200m hard` could be how each rep before ends.
    """
    verb = cursor.accept("finish", "finishing", "end", "ending", "onward")
    if verb is None:
        return False
    if cursor.number_here() and cursor.sees("x", "*", ahead=1):
        return True
    if verb.text == "onward":
        return False
    with cursor.ahead():
        found = length(cursor)
        return found is not None and _sums_up(found) and cursor.sees(*_RUNS)


_RUNS: Final = ("easy", "steady", "jog", "jog run", "cool-down", "relaxed", "comfortable", "moderate")
"""How a session is run out."""


def _bullet(cursor: Cursor) -> bool:
    """`- `, `• `, `1. `, `2) `, `A) ` before the text of a line."""
    token, after = cursor.peek(), cursor.peek(1)
    if token.kind is Kind.MARK and token.text in _BULLETS and not cursor.line_ends(1):
        cursor.next()
        return True
    numbered = token.kind is Kind.NUMBER and token.number <= _LONGEST_NUMBERING and not after.gap
    numbered = numbered or (token.raw in ("A", "B", "C", "D", "a", "b", "c", "d") and cursor.sees(")", ahead=1))
    if numbered and after.text in (".", ")") and cursor.peek(2).gap and cursor.peek(2).kind is not Kind.END:
        cursor.next()
        cursor.next()
        return True
    return False


def bulleted(cursor: Cursor) -> int:
    """The last of the lines with bullets that follow a line without one; 0 where none does."""
    last = 0
    first = next(token for token in cursor.tokens if token.line == cursor.peek().line)
    if first.text in _BULLETS:
        return last
    with cursor.ahead():
        while cursor.peek().kind is Kind.NEWLINE and cursor.next():
            blank = cursor.peek().kind is Kind.NEWLINE
            if not (_bullet(cursor) or (blank and not last)):
                break
            last = last if blank else cursor.back().line
            while not cursor.line_ends():
                cursor.next()
    return last


def heading(cursor: Cursor, after_work: bool) -> str | None:
    """`Tuesday:`, `Set 1:`, `Main set -` or a line of such words alone: a name, and no part of the session.

    Raises Refusal for a second name behind work: `Men: 8 x 400m`, `Women: 6 x 400m` are two sessions.
    """
    at = cursor.peek()
    found = _leading_up(cursor, after_work) or _name(cursor)
    if found is not None and after_work and (at.text in DAYS or not (at.text in HEADINGS or at.text in _PARTS)):
        raise at.refuse(f"“{quoted(found)}” could begin another session; write one session at a time")
    return found


_PARTS: Final = frozenset("sets block part pyramid ladder run do complete perform work main hill tempo sprint".split())


def _framing(cursor: Cursor, after_work: bool) -> bool:
    """Steps over a word that leads up to reps: `Run`, `Pyramid of`; before all work also `The session is`."""
    token = cursor.peek()
    named = cursor.index > 0 and cursor.back().text in ("pyramid", "ladder") and token.text in HEADINGS
    frames = not after_work and not FRAMES.isdisjoint((token.raw.lower(), token.text))
    return (named or frames or token.text in _LEADING) and token.kind is Kind.WORD and cursor.next() is not None


_LEADING: Final = frozenset("pyramid ladder run do complete perform work main".split())


@tentative
def _leading_up(cursor: Cursor, after_work: bool) -> str | None:
    """The `Run` of `Run 8 x 400m`, the `Pyramid of` of `Pyramid of 200, 400, 200`."""
    start = cursor.index
    _planned(cursor)
    while _framing(cursor, after_work):
        pass
    named = any(token.text in ("pyramid", "ladder") for token in cursor.tokens[start : cursor.index])
    if cursor.index == start or not (named or cursor.sees(":") or cursor.back().text not in HEADINGS):
        return None
    _ = cursor.accept(":", "of") or (cursor.back().text == "run" and cursor.accept("-"))
    followed = cursor.number_here() or ((named or not after_work) and cursor.sees("("))
    return cursor.written(start) if followed else None


@tentative
def _planned(cursor: Cursor) -> bool:
    """The `Goal for today was` before a session: no goal pace."""
    if cursor.index or not cursor.accept("goal"):
        return False
    cursor.skip("for", "today", "tonight", "the", "this", "session", "workout")
    return cursor.accept("is", "was") is not None


@tentative
def _name(cursor: Cursor) -> str | None:
    """`Tuesday:`, `Main set -`, `Track 800s.`, `Mona fartlek:`."""
    start = cursor.index
    if cursor.sees("hill", "tempo", "sprint") and cursor.sees(*HEADINGS, ahead=1):
        cursor.next()
    while _heading_word(cursor):
        pass
    named = _ends_name(cursor, cursor.tokens[start]) if cursor.index > start else _title(cursor)
    return cursor.written(start) if named else None


def _ends_name(cursor: Cursor, first: Token) -> bool:
    """Do words of a heading end here, and what is run begin? Steps over the mark between them."""
    if _sizes_named(cursor, ".", "-") or (cursor.number_here() and cursor.sees("x", "*", ahead=1)):
        return True
    dashed = first.text in DAYS or (
        cursor.number_here(1) and (cursor.back().text in HEADINGS or first.text in _NUMBERED)
    )
    if (cursor.sees("is") and cursor.number_here(1)) or (dashed and cursor.sees("-") and cursor.peek().gap):
        cursor.next()
        return True
    return cursor.accept(":") is not None or (cursor.line_ends() and not cursor.at_end())


@tentative
def _title(cursor: Cursor) -> bool:
    """Up to six words that mean nothing here, and a colon: `Mona fartlek:`, `Michigan -`."""
    start = cursor.index
    for _ in range(6):
        token = cursor.peek()
        if cursor.index > start and cursor.accept(":"):
            return True
        if cursor.index > start and _sizes_named(cursor, ":"):
            continue
        if token.kind is not Kind.WORD or (token.text in _MEANT and token.text != "fartlek") or len(token.text) < 3:
            break
        cursor.next()
    return False


def _sizes_named(cursor: Cursor, *behind: str) -> bool:
    """The 800s of `Yasso 800s:` and of `Track 800s.`, a sentence of its own."""
    named = plural(cursor.peek(), cursor.peek(1)) and cursor.sees(*behind, ahead=2)
    return bool(named and cursor.next() and cursor.next())


_NUMBERED: Final = ("sets", "block", "part", "week", "day")


def _heading_word(cursor: Cursor) -> bool:
    """A word of `Main set`, the `Set 1` of `Set 1:`, the `Series` of `Series 6 x 400`."""
    token = cursor.peek()
    ordered = cursor.number_here(1) or cursor.sees("a", "b", "c", "d", ahead=1)
    if ordered and token.text in _NUMBERED:
        begins = cursor.index == 0 or cursor.back().kind is Kind.NEWLINE
        dashed = begins and cursor.sees("-", ahead=2) and cursor.peek(2).gap
        if cursor.sees(":", ahead=2) or dashed or (begins and cursor.peek(2).kind is Kind.NEWLINE):
            cursor.next()
            return cursor.next() is not None
    counting = cursor.index == 0 and cursor.number_here(1) and cursor.sees("x", "*", ahead=2)
    named = token.kind is Kind.WORD and token.text.removesuffix("'s") in HEADINGS
    is_word = named or (cursor.sees("sets") and (counting or cursor.sees(":", ahead=1)))
    return bool(is_word and cursor.next())


def results(cursor: Cursor) -> str | None:
    """`Splits: 88, 92`: what was run once; the rest of the line is left aside."""
    start = cursor.index
    if not (cursor.accept_all("split", ":") or cursor.accept_all("results", ":")):
        return None
    while not cursor.line_ends():
        cursor.next()
    return cursor.written(start)


def remark(cursor: Cursor) -> str | None:
    """`on the track`, `(half a lap)`, `bei insg. 8 km`: recognised, named among the assumptions, without effect."""
    start = cursor.index
    return cursor.written(start) if place(cursor) or _quickens(cursor) or _aside(cursor) or _total(cursor) else None


@tentative
def _quickens(cursor: Cursor) -> bool:
    """`each one quicker than the last`, `(getting faster)`: no number is ordered."""
    opened = cursor.accept("(") is not None
    if cursor.accept("each"):
        _ = cursor.accept("reps", "run") or _the_one(cursor)
    elif cursor.peek().raw.lower() != "getting" or not cursor.next():
        return False
    cursor.skip("slightly", "a", "bit", "touch", "little")
    if not cursor.accept("faster", "slower"):
        return False
    if cursor.accept_all("than", "the"):
        _ = cursor.accept("last", "previous") or (_the_one(cursor) and cursor.accept("before"))
        _the_one(cursor)
    return cursor.accept(")") is not None if opened else clause_ends(cursor)


def _the_one(cursor: Cursor) -> bool:
    return cursor.peek().raw == "one" and cursor.next() is not None


@tentative
def place(cursor: Cursor) -> bool:
    """`on the track`, `on Kamariny dirt track`, the rest of `10 laps of the track`."""
    lapped, lead = cursor.back().text == "lap", cursor.peek()
    if lead.text != "in" and lead.raw.lower() not in WHEREABOUTS:
        return False
    cursor.next()
    if lead.text not in ("on", "at", "in", "up") or (lapped and lead.text != "on"):
        cursor.skip("the", "a")
        return cursor.accept(*({"track"} if lapped else PLACES)) is not None
    hilly = lead.text in ("on", "up")
    for _ in range(4):
        token = cursor.peek()
        if token.kind is not Kind.WORD:
            return False
        cursor.next()
        if token.text in PLACES or (hilly and token.text == "hill"):
            while cursor.sees("or", "and", "/") and cursor.peek(1).text in PLACES:
                cursor.index += 2
            return True
    return False


@tentative
def _aside(cursor: Cursor) -> bool:
    """`(half a lap)`, `(slope 5 %)`, `(not all out)`: brackets that explain."""
    start = cursor.index
    if not cursor.accept("("):
        return False
    telling = cursor.sees("half") and cursor.sees("a", ahead=1) and cursor.sees("lap", ahead=2)
    denied = cursor.sees("not")
    for _ in range(12):
        if cursor.accept(")"):
            return _total(cursor) or (telling and cursor.index > start + 3)  # (fartlek) → 15 min
        token = cursor.next()
        if token.text in _ORDERS and not denied:
            return False
        if token.ends_line or token.text in ("(", "or"):
            return False
        telling = telling or token.text in _ASIDES
    return False


@tentative
def _total(cursor: Cursor) -> bool:
    """`→ 15-18 min`, `9 km total`: what it comes to."""
    at = cursor.index
    if cursor.accept("→"):
        found = length(cursor)
        counted = any(token.text == "x" for token in cursor.tokens[:at])
        return counted and found is not None and cursor.line_ends() and _sums_up(found)
    return any(token.text == "x" for token in cursor.tokens[:at]) and _sum_named(cursor)


def _sum_named(cursor: Cursor) -> bool:
    """`9 – 13 km Gesamtdistanz`, `bei insg. 8 km`, at the end of its clause."""
    cursor.accept("at", "with", "for")
    named = cursor.accept(*_TOTALS) is not None
    if named:
        cursor.skip(".", ":", "=", "of", "distance")
    least = cursor.peek()
    if not cursor.number_here():
        return False
    cursor.next()
    if cursor.accept("-", "to") and not (cursor.number_here() and cursor.next()):
        return False
    unit = cursor.accept("km", "mile", "min", "hour", "m", "metres")
    cursor.accept("distance")
    named = cursor.accept(*_TOTALS) is not None or named
    cursor.accept("distance")
    large = unit is not None and (unit.text not in ("m", "metres") or least.number >= 1000)
    return named and large and clause_ends(cursor)


def _sums_up(found: Length) -> bool:
    """As long as what runs add up to? Behind an arrow a bare `68` is what reps come down to, and `60s` a rest."""
    least = {Dimension.TIME: 5 * MINUTE_NS, Dimension.DISTANCE: KM_MM}
    return found.dimension in least and found.low >= least[found.dimension]


def bracket_closed(cursor: Cursor, opening: Token, closing: str) -> None:
    """Steps over the closing bracket or refuses the text that lacks it."""
    if not cursor.accept(closing):
        token = cursor.peek()
        at = opening if token.kind is Kind.END else token
        reason = "is never closed" if token.kind is Kind.END else f"can't hold “{token.raw.strip()}” here"
        raise at.refuse(f"the bracket “{opening.raw}” {reason}; close it with “{closing}”")
