"""Single pieces of work: `400m hard`, `90 sec on 90 sec off`, `400m x 8`; and ends that say where they are run."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, once, tentative
from trackbuddy.plan.notation.figures.counts import BEHIND_COUNT, many_later, number_or_range, plural
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.targets import aim_named
from trackbuddy.plan.notation.grammar import labels
from trackbuddy.plan.notation.syntax import Count, Dimension, Group, Joint, Length, Piece, Repeat
from trackbuddy.plan.notation.text.lexicon import EFFORTS, EVERY, GRANTING, KILOMETRE_RACES, MODES
from trackbuddy.plan.notation.text.scanner import Kind, Token, written
from trackbuddy.plan.session import Label, Mode
from trackbuddy.units import M

_NEUTRAL: Final = (
    *("run", "runs", "running", "reps", "'s", "distance", "session", "each", "track", "loop", "loops"),
    "to the finish",
)
"""Words beside a length that change nothing: `200-meter run`, `400m repeats`, `100's`."""
_TIMES: Final = ("x", "*", "of", "by", "times", "sets", "lots")
_MORE: Final = EFFORTS | {"more"}
_BEHIND_WORK: Final = frozenset(", . ; ) ] ( [ + / - with off @ at then and in".split())
_BEFORE_ALL: Final = ("beforehand", "before", "first")
_AFTER_ALL: Final = ("after", "then")
_EACH_END: Final = ("each", "both", "je")
_BEHIND_END: Final = "ENDS|and"


@once
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
    before = effort_words(cursor) if label is None or (label is Label.HILL and cursor.sees("sprint")) else None
    if before is not None:
        cursor.accept("run", "for", ":", *(("of",) if label is not None else ()))
    counted = cursor.back().text == ":" and cursor.looks("0 x|*")  # warm-up: 6 x 100m strides
    found = length(cursor) if not counted else None
    sign = cursor.back()
    if found is not None:
        found = _plural_metres(cursor, found)
    elif label in labels.ENDS:
        found = labels.bracketed_length(cursor)
    elif label is not None and (each := labels.each_length(cursor)) is not None:
        before, found = each[0] or before, each[1]
        if before_it.kind is not Kind.NUMBER and before_it.text not in _TIMES:
            raise at.refuse(f"how many {at.raw}? Write it like 6 x 80m strides")
    elif label is None and not free:
        return None
    pair = _on_off(cursor)
    if found is not None and cursor.looks("of tempo|steady|threshold|easy run|running? ENDS|at|@|("):
        cursor.next()  # 10 min of tempo at 10k effort
    label = label or labels.behind_run(cursor)
    here = cursor.index
    label, words = described(cursor, label, before)
    turns = (words or "").lower().endswith(("and outs", "and out")) and cursor.line_ends()
    if turns and (before_it is at or before_it.text not in _TIMES):
        raise at.refuse("how long are its parts? Write them out, like 4 x (400m fast, 400m steady)")
    several = named if named is not None and named.text == "reps" else None  # 6 hill reps of 45 s
    plural_sign = sign if sign.text == "s" and found and found.unit == "m" else None
    several = several or _plural(cursor, here) or plural_sign
    if found is None and several is not None and cursor.peek().kind is Kind.NUMBER:
        raise several.refuse("the count and the length come before the words; write it like 8 x 30s hill")
    cadence = _cadence(cursor)
    letter = found.letter if found is not None else ""
    check_letter(at, letter)
    return Piece(at, joint, found, label, words, cadence, letter, pair, several=several, end=cursor.back().end)


def check_letter(at: Token, letter: str) -> None:
    """Raises Refusal for a jog that is written as a rep."""
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
    if (before and before[-1].kind is Kind.NUMBER) or many_later(cursor) or cursor.looks("in|as|, 0 sets of 0"):
        return metres  # 6 400s, five hard 150s, 400s: 6 of them
    counted = cursor.sees("x", "*") or (bool(before) and before[-1].text in _TIMES)
    if counted and (number % 30 or number >= 1000):
        said = f"{found.at.text}s is taken as {found.at.text} metres, for nobody counts so many seconds"
        return replace(metres, assumed=said)
    refusal = found.at.refuse(f"{found.at.text}s could be metres or seconds; write {found.at.text}m or the minutes")
    raise refusal.mended(found.at.start, found.end, f"{found.at.text}m", f"{found.at.text} seconds")


def described(cursor: Cursor, label: Label | None, before: str | None) -> tuple[Label | None, str | None]:
    """What is said behind a length: a label, effort words, words without effect, in any order."""
    words = [before] if before else []
    while True:
        _ = cursor.looks("no-rest hill") and cursor.next()  # 3 km non-stop uphill
        if (cursor.peek().raw.lower() not in EVERY and cursor.accept(*_NEUTRAL)) or _noun_of_work(cursor):
            continue  # every 2:30 begins a send-off; each changes nothing
        if label is Label.STRIDE and cursor.over("( stride )"):
            continue  # 5 pick-ups (strides)
        if (another := labels.label(cursor)) is not None:
            label = label or another
        elif label in labels.ENDS and labels.eased(cursor):
            continue
        elif (more := effort_words(cursor)) is not None:
            words.append(more)
        else:
            return label, " ".join(words) or None


def _check_race(cursor: Cursor) -> None:
    """`10k effort, 4 x 400`: how hard the reps are, or a run of 10 km before them?"""
    *before, number, unit = cursor.tokens[: cursor.index][-3:] if cursor.index > 1 else [cursor.peek()] * 2
    begins = not before or before[0].kind is Kind.NEWLINE or before[0].text in (",", ";", ".", "+", "then")
    if cursor.sees("effort") and unit.text == "km" and number.text in KILOMETRE_RACES and begins:
        refusal = number.refuse("this could be the effort of a race, or a run as long; write @ before it, or run")
        refusal.mended(number.start, number.start, "@ ")
        raise refusal.mended(cursor.peek().start, cursor.peek().end, "run")


@tentative
def _noun_of_work(cursor: Cursor) -> bool:
    """`3 min effort`, `7 x 2 minutes of running`, `30 s work`: what a rep is, anyway."""
    if cursor.accept("of", "in") and cursor.sees(*labels.LABELS, "sprint", "reps"):
        return True
    _check_race(cursor)
    named = cursor.accept("effort", "work", "run", "running") is not None
    return named and (cursor.line_ends() or cursor.peek().text in _BEHIND_WORK | EFFORTS)


def _on_off(cursor: Cursor) -> Length | None:
    """The easy half of `90 sec on 90 sec off`; steps over the on of `1 min on, 1 min off`, and over the last."""
    start = cursor.index
    if not cursor.accept("on") or cursor.sees("with"):
        return None
    if cursor.sees(",", "/", "-", "+", "and", "&", "then") and _off_follows(cursor):
        return None
    if cursor.clause_ends() and any(token.text == "off" for token in cursor.tokens[:start]):
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
def turned(cursor: Cursor, slashed: bool = False) -> bool:
    """The `/easy` of `1-2-1 min hard/easy`, and `on/off`: behind each as long an easy one."""
    cursor.accept("on")
    easy = bool(slashed or cursor.accept("/")) and cursor.over("off|easy|slow")
    return easy and cursor.clause_ends()


def check_turned(cursor: Cursor, hard: Piece, counted: Count | None = None) -> None:
    """`10 x 1 min hard/easy`: ten in turn, or ten with an easy one behind each? `12 min hard/easy`: how long?"""
    start, size = cursor.index, hard.length
    if size is not None and (hard.words or cursor.sees("on")) and turned(cursor):
        refusal = hard.at.refuse("this could be so many in turn, or as many with an easy one behind each; write which")
        if counted is not None and counted.low is not None and counted.high is None:
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
def _rests(cursor: Cursor) -> bool:
    """The `6min rest` behind the count of `250m x4 6min rest`, the target of `x4 2:40`, the `taking` of a rest."""
    if cursor.peek().kind is Kind.CLOCK or cursor.peek().raw.lower() in GRANTING:
        return True
    with cursor.ahead():
        found = length(cursor)
        return found is not None and not found.bare and cursor.sees("recovery", *MODES)


def trailing_count(cursor: Cursor, work: Piece | Group) -> Piece | Group | Repeat:
    """`400 metres x8`, `(400m, 200m) x 3`, `400 x 4-5`, `30/30 x max`."""
    at, bracketed = cursor.peek(), cursor.over("( ... x 0 )")  # 2k (x4)
    if not cursor.sees("x", "*") or (cursor.number_here(1) and cursor.sees("sets", ahead=2)):
        return work
    cursor.next()
    counted = Count(None, None, at) if cursor.accept("max") else number_or_range(cursor)
    cursor.accept("reps", *([")"] if bracketed else []))
    spaced = cursor.sees("-") and cursor.peek().gap and cursor.peek(1).gap
    spaced = spaced or bracketed or cursor.looks("x 0 sets")
    ends = cursor.line_ends() or cursor.sees(*BEHIND_COUNT) or spaced or aim_named(cursor) or _rests(cursor)
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


def end_told(cursor: Cursor, joint: Joint) -> list[Piece]:
    """Ends that say where they stand, whatever stands before them; none and the cursor unmoved for other pieces."""
    return _both_ends(cursor, joint) or _told_end(cursor, joint)


@tentative
def _both_ends(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`15 min warm-up and cool-down`, `WU/CD 2 miles each`, `Ein- und Auslaufen je 2 km`: one length for both."""
    at = cursor.peek()
    found = length(cursor)
    cursor.accept("of")
    if not (cursor.over("warm-up and|&|/|+") or cursor.over("a - and")) or not cursor.over("cool-down|down :|-|of*"):
        return []
    each = cursor.accept(*_EACH_END)
    found = found or length(cursor)
    each = each or cursor.accept(*_EACH_END)
    if not cursor.looks(_BEHIND_END):
        return []
    if found is not None and each is None:
        found = replace(found, assumed="one length for warm-up and cool-down is taken as that of each")
    labels = (Label.WARM_UP, Label.COOL_DOWN)
    return [Piece(at, joint, found, label, placed=True, end=cursor.back().end) for label in labels]


@tentative
def _told_end(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`3k warm-up beforehand`, `first 12 min warm-up`, `2k cool-down after`."""
    told = cursor.over("beforehand|before|first :?")
    found = piece(cursor, joint)
    if found is None or found.label not in (Label.WARM_UP, Label.COOL_DOWN):
        return []
    first = found.label is Label.WARM_UP
    if told or not cursor.accept(*(_BEFORE_ALL if first else _AFTER_ALL)):
        return [replace(found, placed=True)] if told and first else []
    return [replace(found, placed=True)] if cursor.looks(_BEHIND_END) or (first and cursor.number_here()) else []
