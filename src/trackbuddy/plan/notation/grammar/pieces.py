"""Single pieces of work and plain lists of them: `400m hard`, `6 x cruise mile`, `8-6-4 min`, `30/30`, `400m x 8`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.counts import BEHIND_COUNT, PLAIN_COUNT, clause_ends, number_or_range, plural
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import as_work, in_unit, length, separates, shared_unit
from trackbuddy.plan.notation.figures.targets import aim_named
from trackbuddy.plan.notation.grammar import labels
from trackbuddy.plan.notation.refusal import Refusal, around, put
from trackbuddy.plan.notation.syntax import Count, Dimension, Group, Joint, Length, Piece, Repeat
from trackbuddy.plan.notation.text.lexicon import EFFORTS, EVERY, MODES
from trackbuddy.plan.notation.text.scanner import Kind, Token, written
from trackbuddy.plan.session import Label, Mode
from trackbuddy.units import NS, M

_NEUTRAL: Final = (
    *("run", "runs", "running", "reps", "'s", "distance", "session", "each", "track", "loop", "loops"),
    "to the finish",
)
"""Words beside a length that change nothing: `200-meter run`, `400m repeats`, `100's`."""
_TIMES: Final = ("x", "*", "of", "times", "sets", "lots")
_MORE: Final = EFFORTS | {"more"}
_BEHIND_WORK: Final = frozenset(", . ; ) ] ( [ + / - with off @ at then and in".split())


@tentative
def piece(cursor: Cursor, joint: Joint) -> Piece | None:
    """One rep's worth of work, or None and the cursor unmoved."""
    at, before_it = cursor.peek(), cursor.back()
    label, named = labels.label(cursor), None
    if label is not None:
        named = cursor.accept("duration") or (cursor.accept("reps") if cursor.sees("of", ahead=1) else None)
        labels.length_follows(cursor, label)
    else:
        labels.jog_led(cursor)
    free = label is None and cursor.accept("free run") is not None
    before = effort_words(cursor) if label is None else None
    if before is not None:
        cursor.accept("run", "for", ":")
    counted = cursor.back().text == ":" and cursor.looks("0 x|*")  # warm-up: 6 x 100m strides
    found = length(cursor) if not counted else None
    sign = cursor.back()
    if found is not None:
        found = _plural_metres(cursor, found)
    elif label in labels.ENDS:
        found = labels.bracketed_length(cursor)
    elif label is not None and (found := labels.each_length(cursor)) is not None:
        if before_it.kind is not Kind.NUMBER and before_it.text not in _TIMES:
            raise at.refuse(f"how many {at.raw}? Write it like 6 x 80m strides")
    elif label is None and not free:
        return None
    pair = _on_off(cursor)
    label = label or labels.behind_run(cursor) or (labels.behind_dash(cursor) if before is None else None)
    described = cursor.index
    label, words = _described(cursor, label, before)
    several = named if named is not None and named.text == "reps" else None  # 6 hill reps of 45 s
    plural_sign = sign if sign.text == "s" and found and found.unit == "m" else None
    several = several or _plural(cursor, described) or plural_sign
    if found is None and several is not None and cursor.peek().kind is Kind.NUMBER:
        raise several.refuse("the count and the length come before the words; write it like 8 x 30s hill")
    cadence = _cadence(cursor)
    letter = found.letter if found is not None else ""
    _check_letter(at, letter)
    return Piece(at, joint, found, label, words, cadence, letter, pair, several=several, end=cursor.back().end)


def _check_letter(at: Token, letter: str) -> None:
    if letter == "J":
        raise at.refuse("J is an easy jog between reps; write it behind a rep, like 200R + 200J")


def _plural(cursor: Cursor, start: int) -> Token | None:
    """The repeats of `400m repeats`, the sign of `400's`: somebody forgot to say how many."""
    size, sign = cursor.tokens[start - 1], cursor.tokens[start]
    if plural(size, sign) and cursor.index > start:
        return sign
    said = [token for token in cursor.tokens[start : cursor.index] if token.text == "reps"]
    return next((token for token in said if token.raw.lower().endswith("s")), None)


def _plural_metres(cursor: Cursor, found: Length) -> Length:
    """`8 x 300s`: seconds, or the plural of 300? Beside another plural, as in `4 x 600s, 6 x 300s`, it is metres."""
    number = found.at.number
    if not (found.unit == "s" and number >= 100 and number % 50 == 0 and found.end == found.at.end + 1):
        return found
    metres = replace(found, dimension=Dimension.DISTANCE, low=int(number) * M, unit="m")
    if len({size.text for size, sign in pairwise(cursor.tokens) if plural(size, sign)}) > 1:
        said = f"{found.at.text}s is taken as {found.at.text} metres, beside another plural"
        return replace(metres, assumed=said)
    before = [one for one in cursor.tokens[: cursor.index] if one.start < found.at.start and one.text not in _MORE]
    with cursor.ahead():
        of_them = _of_them(cursor) is not None
    if (before and before[-1].kind is Kind.NUMBER) or of_them:
        return metres  # 6 400s, five hard 150s, 400s: 6 of them
    counted = cursor.sees("x", "*") or (bool(before) and before[-1].text in _TIMES)
    if counted and (number % 30 or number >= 1000):
        said = f"{found.at.text}s is taken as {found.at.text} metres, for nobody counts so many seconds"
        return replace(metres, assumed=said)
    refusal = found.at.refuse(f"{found.at.text}s could be metres or seconds; write {found.at.text}m or the minutes")
    raise refusal.mended(found.at.start, found.end, f"{found.at.text}m", f"{found.at.text} seconds")


def _described(cursor: Cursor, label: Label | None, before: str | None) -> tuple[Label | None, str | None]:
    """What is said behind a length: a label, effort words, words without effect, in any order."""
    words = [before] if before else []
    while True:
        if (cursor.peek().raw.lower() not in EVERY and cursor.accept(*_NEUTRAL)) or _noun_of_work(cursor):
            continue  # every 2:30 begins a send-off; each changes nothing
        if (another := labels.label(cursor)) is not None:
            label = label or another
        elif label in labels.ENDS and labels.eased(cursor):
            continue
        elif (more := effort_words(cursor)) is not None:
            words.append(more)
        else:
            return label, " ".join(words) or None


@tentative
def _noun_of_work(cursor: Cursor) -> bool:
    """`3 min effort`, `7 x 2 minutes of running`, `30 s work`: what a rep is, anyway."""
    if cursor.accept("of", "in") and cursor.sees(*labels.LABELS, "sprint", "reps"):
        return True
    named = cursor.accept("effort", "work", "run", "running") is not None
    return named and (cursor.line_ends() or cursor.peek().text in _BEHIND_WORK | EFFORTS)


def _on_off(cursor: Cursor) -> Length | None:
    """The easy half of `90 sec on 90 sec off`; steps over the on of `1 min on, 1 min off`, and over the last."""
    start = cursor.index
    if not cursor.accept("on") or cursor.sees("with"):
        return None
    if cursor.sees(",", "/", "-", "+", "and", "&", "then") and _off_follows(cursor):
        return None
    if clause_ends(cursor) and any(token.text == "off" for token in cursor.tokens[:start]):
        return None
    easy = length(cursor)
    if easy is not None and easy.timed and cursor.accept("off"):
        return easy
    cursor.index = start
    return None


def _off_follows(cursor: Cursor) -> bool:
    with cursor.ahead():
        cursor.next()
        return length(cursor) is not None and cursor.sees("off", *MODES)


def _cadence(cursor: Cursor) -> int | None:
    """`cadence 190`: steps a minute."""
    steps = cursor.peek(1).number if cursor.sees("cadence") else 0
    return int(steps) if steps in range(40, 300) and cursor.over("cadence 0") else None


@tentative
def listing(cursor: Cursor, joint: Joint) -> tuple[Piece, ...]:
    """`200-400-600-400-200`, `90/60/30"`, `3mi/2mi/1mi`, `30/30`; empty and the cursor unmoved if there is none."""
    counted, chained = cursor.back().text in ("x", "*"), cursor.back().text == "/"
    first = length(cursor)
    if first is None or first.high is not None or not cursor.sees("-", "/"):
        return ()
    found, mark = [first], cursor.peek().text
    while (more := _another(cursor, mark, first)) is not None:
        found.append(more)
    if counted and len(found) == 2 and found[1].letter == "E" != first.letter != "":
        return ()  # 8'T/2'E
    if chained and len(found) == 2 and cursor.sees("@"):
        return ()  # 12 min @ T / 2 min / 8 min @ T
    if _no_range(found, counted):
        mark = "/"
    if not (_falling_pair(cursor, found) or _makes_list(cursor, found, mark)):
        return ()
    return _listed(cursor, found, joint, Joint.DASH if mark == "-" else Joint.SLASH)


@tentative
def _another(cursor: Cursor, mark: str, first: Length) -> Length | None:
    """The next of a list, unless it is a recovery: the 200 of `600-400-200 jog`."""
    timed = first.timed and first.unit
    apart = separates(cursor, cursor.index) and (timed or cursor.peek().raw == "—")
    if apart or not cursor.figure_here(1) or not cursor.accept(mark):
        return None
    more = length(cursor)
    named = cursor.sees("rest", "recovery") or (cursor.sees("r") and not cursor.sees("=", ":", ahead=1))
    if named and not cursor.figure_here(1):  # in 600-400-200 rec 3' the noun leads in its own length
        return None
    return None if cursor.sees("jog", "walk", "float", "easy") or _is_off(cursor) else more


def _no_range(found: list[Length], counted: bool) -> bool:
    """`10 x 30"-30"`, `45"-15"`, `10 x 30-30`: no range falls or stands still, so these are on and off."""
    one, *others = found
    if len(others) != 1 or one.low < others[0].low or one.dimension is not others[0].dimension:
        return False
    if one.bare:
        return counted and one.low == others[0].low and one.low <= 60 * M
    return one.timed and _is_pair(one.low // NS * M, others[0].low // NS * M)


def check_counted_pieces(cursor: Cursor, listed: tuple[Piece, ...]) -> None:
    """`6 x 400m/200m`: a rep and its jog? `3 x 1000 - 800 - 600`: three times all, or the first?"""
    lengths = [one.length for one in listed if one.length is not None]
    if len(lengths) < 2:
        return
    sign = next(before for before, token in pairwise(cursor.tokens) if token.start == lengths[1].at.start)
    if len(lengths) == 2 and sign.text == "/" and not lengths[0].timed:
        raise _pair_asked(cursor, lengths, "/")
    if sign.text == "-" and sign.gap and lengths[1].at.gap:
        refusal = sign.refuse("this count could be for the whole list or for its first item; use brackets")
        raise refusal.rewritten(*around(lengths[0].at.start, lengths[-1].end))


def counted_list(cursor: Cursor, listed: tuple[Piece, ...]) -> Refusal:
    """`600/400/200 x 3`: the whole list, or the last?"""
    refusal = cursor.peek().refuse("this count could be for the whole list or for its last item; use brackets")
    if cursor.number_here(1):
        times = cursor.peek(1)
        refusal.rewritten(put(listed[0].at.start, f"{times.text} x ("), (cursor.back().end, times.end, ")"))
    return refusal


def _is_off(cursor: Cursor) -> bool:
    """The off of on and off, not the one that leads in a recovery: `2k-1k-2k off 90s`."""
    return cursor.looks("off for|END") or (cursor.sees("off") and cursor.peek(1).kind is Kind.MARK)


def _makes_list(cursor: Cursor, found: list[Length], sign: str) -> bool:
    if len(found) < 2:
        return False
    if len(found) == 2 and all(one.bare for one in found):
        if sign == "/" and _is_pair(found[0].low, found[1].low) and 100 * M not in (found[0].low, found[1].low):
            return True  # 100/100 is rather metres
        raise _pair_asked(cursor, found, sign)
    for one in found:
        _check_letter(found[0].at, one.letter)
    if len(found) == 2 and sign == "-":
        raise _pair_asked(cursor, found, sign)
    return True


def _falling_pair(cursor: Cursor, found: list[Length]) -> bool:
    """`4 x (800-200)`: in counted brackets nobody means from 800 to 200 metres."""
    if cursor.depth == 0 or cursor.annotating or len(found) != 2 or not cursor.sees(")", "]"):
        return False
    low, high = (one.low for one in found)
    ways = all(not one.timed and not one.letter and one.low >= 50 * M for one in found)
    return ways and (low > high or 2 * high >= 3 * low)


def _pair_asked(cursor: Cursor, found: list[Length], sign: str) -> Refusal:
    """`6 x 300/100`: two reps of a set, or a rep and its recovery?"""
    one, other = found
    start, end = one.at.start, other.end or other.at.end
    refusal = one.at.refuse(f"{one.at.text}{sign}{other.at.text} could be a pair, a range or a list; write it out")
    if sign == "/" and cursor.sees("x", "*") and cursor.number_here(1):
        return refusal.mended(one.end or one.at.end, other.at.start, ", ")
    if sign == "-" and one.low <= PLAIN_COUNT * M and other.low >= 100 * M and cursor.sees("reps", "s", "'s"):
        return refusal.mended(start, other.at.start, f"{one.at.text} x ")  # 6-800's
    if other.at.kind is Kind.CLOCK and one.at.kind is not Kind.CLOCK:
        return refusal.mended(one.end or one.at.end, other.at.start, " @ ")  # 6 x 800m - 2:40
    odd = one.low % (10 * M) or other.low % (10 * M) or cursor.sees("%")
    if sign == "-" and one.low < other.low < 200 * M and odd:
        return refusal.mended(start, start, "@ ")  # 66-68 is on no track
    if cursor.sees(sign):  # of 400-400-400 rest these are not all
        return refusal
    end = cursor.peek().end if cursor.sees("reps") else end
    shared = other.unit and (one.low < 50 * M or one.at.number < other.at.number)  # 1-2 miles, 60-90 sec
    units = one.unit or (other.unit if shared else "m"), other.unit or "m"
    letter = f" {other.letter}" if other.letter else ""
    first, second = (f"{part.at.raw}{unit}{letter}" for part, unit in zip(found, units, strict=True))
    if cursor.depth and not cursor.annotating:
        return refusal.mended(start, end, f"({first}, {second})", f"{first}, {second} jog")
    return refusal.mended(start, end, f"{first}, {second}")


def _times_asked(cursor: Cursor, found: list[Length]) -> Refusal:
    """`5 x 5' / 2'`: hard and easy, or two reps?"""
    one, other = found
    refusal = one.at.refuse("two times with a slash could be hard and easy or a list; write 3min, 2min jog")
    gap = (one.end, other.at.start, ", ")
    if not cursor.depth and one.low < other.low:
        return refusal.mended(one.at.start, one.at.start, "r=").rewritten((one.end, other.at.start, " rest, "))
    if cursor.depth and not cursor.annotating:
        refusal.rewritten(gap, put(other.end, " jog"))
        refusal.rewritten(gap, *around(one.at.start, other.end))
    return refusal


def _is_pair(hard: int, easy: int) -> bool:
    """`30/30`, `40/20`: seconds of on and off."""
    return (
        max(hard, easy) <= 120 * M
        and min(hard, easy) >= 5 * M
        and (hard == easy or hard + easy == 60 * M or hard == 2 * easy or easy == 2 * hard)
    )


def _listed(cursor: Cursor, found: list[Length], joint: Joint, inner: Joint) -> tuple[Piece, ...]:
    lengths = _united(found)
    if len(lengths) == 2 and inner is Joint.SLASH and not lengths[0].far:
        lengths = [in_unit(one, "sec") if one.bare else one for one in lengths]
        if _is_pair(lengths[0].low // NS * M, lengths[1].low // NS * M):
            label, words = _described(cursor, None, None)
            hard = words or "hard"
            return (Piece(found[0].at, joint, lengths[0], label, hard, pair=lengths[1], pair_mode=Mode.JOG),)
        raise _times_asked(cursor, found)
    label, words = _described(cursor, None, None)
    last = lengths[-1].letter if not any(one.letter for one in lengths[:-1]) else ""  # 3-2-1 miles T
    pieces = [Piece(one.at, inner, one, label, words, letter=one.letter or last) for one in lengths]
    return (replace(pieces[0], joint=joint), *pieces[1:])


def _united(found: list[Length]) -> list[Length]:
    """The unit of the last is everybody's; bare numbers from 50 on are metres unless that unit is a time."""
    last = found[-1]
    if last.bare:
        return [one if len(found) == 2 and one.low <= 120 * M else as_work(one) for one in found]
    bare = [one for one in found if one.bare]
    if bare and len(bare) < len(found) - 1 and not last.far:
        raise bare[0].at.refuse("this number has no unit and others in the list have; write the rest in words")
    if last.far and all(one.low >= 50 * M for one in bare):
        return [as_work(one) for one in found]
    united = iter(shared_unit(bare, last)) if bare else iter(())
    return [next(united) if one.bare else one for one in found]


@tentative
def turned(cursor: Cursor, slashed: bool = False) -> bool:
    """The `/easy` of `1-2-1 min hard/easy`, and `on/off`: behind each as long an easy one."""
    cursor.accept("on")
    easy = bool(slashed or cursor.accept("/")) and cursor.over("off|easy|slow")
    return easy and clause_ends(cursor)


def check_turned(cursor: Cursor, hard: Piece, counted: Count | None = None) -> None:
    """`10 x 1 min hard/easy`: ten in turn, or ten with an easy one behind each? `12 min hard/easy`: how long?"""
    start, size = cursor.index, hard.length
    if size is not None and (hard.words or cursor.sees("on")) and turned(cursor):
        refusal = hard.at.refuse("this could be so many in turn, or as many with an easy one behind each; write which")
        if counted is not None and counted.low is not None:
            one = written([token for token in cursor.tokens if size.at.start <= token.start < size.end])
            times = (counted.low, counted.low // 2)[: 2 - counted.low % 2]
            pairs = (f"{number} x ({one} {hard.words or 'hard'}, {one} easy)" for number in times)
            refusal.mended(counted.at.start, cursor.back().end, *pairs)
        raise refusal
    cursor.index = start


def eased(cursor: Cursor, hard: Piece) -> Piece:
    """`3 x 8'T/2'E`, `8 x 2 min T x 2 min E`: what is easy behind a counted time is jogged between.

    The x of `6 x 3 min hard x 2 min jog` is stepped over: the recovery behind it says that it is one.
    """
    start, sign = cursor.index, cursor.accept("/", "x", "*")
    easy = length(cursor) if sign is not None else None
    timed = hard.length is not None and easy is not None and hard.length.timed and easy.timed
    if timed and easy is not None and easy.letter == "E" and (hard.words or hard.letter not in ("", "E")):
        said = f"{easy.at.raw}{cursor.tokens[cursor.index - 2].raw} E behind each is jogged"
        return replace(hard, pair=easy, pair_mode=Mode.JOG, said=said, end=cursor.back().end)
    told = easy is not None and sign is not None and sign.text != "/" and cursor.sees(*MODES)
    cursor.index = start + bool(told)
    return hard


@tentative
def _of_them(cursor: Cursor) -> Count | None:
    """The `: 5-6 of them` of `400s: 5-6 of them`."""
    counted = number_or_range(cursor) if cursor.over(":|,|-") else None
    return counted if cursor.over("of them") else None


def trailing_count(cursor: Cursor, work: Piece | Group) -> Piece | Group | Repeat:
    """`400 metres x8`, `(400m, 200m) x 3`, `400 x 4-5`, `30/30 x max`, `400s: 5-6 of them`."""
    at = cursor.peek()
    if (of_them := _of_them(cursor)) is not None:
        return Repeat(work.at, work.joint, replace(of_them, sets=False), replace(work, joint=Joint.TIGHT))
    if not cursor.sees("x", "*") or (cursor.number_here(1) and cursor.sees("sets", ahead=2)):
        return work
    cursor.next()
    counted = Count(None, None, at) if cursor.accept("max") else number_or_range(cursor)
    spaced = cursor.sees("-") and cursor.peek().gap and cursor.peek(1).gap
    ends = cursor.line_ends() or cursor.sees(*BEHIND_COUNT) or spaced or aim_named(cursor)
    if counted is None or not (counted.low is None or ends):
        raise at.refuse("an x behind a length could be a list or a rest; write 400m, 400m jog or 400m, 800m")
    return Repeat(work.at, work.joint, replace(counted, sets=False), replace(work, joint=Joint.TIGHT))


@tentative
def before_rest(cursor: Cursor, ends: bool) -> Piece | None:
    """The 300m of `3 x (300m rest 90s 120m)`: where work is due, the way of resting goes with the length behind it."""
    at, found = cursor.peek(), length(cursor)
    with cursor.ahead():
        way = cursor.accept("rest", "walk", "jog", "float") if found is not None else None
        start, more = cursor.peek().start, length(cursor) if way is not None else None
        if way is not None and more is not None and not ends and cursor.sees(")"):  # 4 x (300m jog 100m)
            refusal = way.refuse("this could be how the length before it is run, or the one behind it; put a comma")
            raise refusal.mended(way.start, way.start, ", ").mended(start, start, ", ")
        told = more is not None and cursor.looks("0:00|)" if ends else "0:00")
    return Piece(at, Joint.TIGHT, found, end=cursor.back().end) if told else None
