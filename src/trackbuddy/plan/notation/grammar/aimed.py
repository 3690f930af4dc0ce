"""Clauses that say how fast reps are run: their targets, those of some of them, and those of a size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, tentative, unless_refused
from trackbuddy.plan.notation.figures import targets
from trackbuddy.plan.notation.figures.counts import plural
from trackbuddy.plan.notation.figures.efforts import DEGREES, effort, effort_words, named_target, phrase
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.paces import SECONDS_BELOW
from trackbuddy.plan.notation.figures.plausible import never_rested, runnable
from trackbuddy.plan.notation.grammar.labels import uphill
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.grammar.scopes import send_off
from trackbuddy.plan.notation.syntax import Group, Joint, Part, Piece, RecoveryPart, Repeat, TargetPart
from trackbuddy.plan.notation.text.lexicon import DISTANCES, MODES
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, RaceTarget, Target, TimeTarget
from trackbuddy.units import KM_MM, NS, M

_OR_BETTER: Final = f",? or {either(DEGREES)}* better|faster|under|below|above|over"
_BESIDE: Final = (Joint.TIGHT, Joint.COMMA, Joint.DASH)
_NAMING: Final = ("@", "at", "in", ":", "=", "-")
_COUNTING: Final = ("x", "*", "times", "sets")
_STEPS: Final = "then|each|reps|one|get|getting|falling|drop|shave|knock|cut|cutting|off|by|gos|faster|each_time"
_QUICKER: Final = ("faster", "falling", "drop", "shave", "knock", "cut", "cutting")


@tentative
def ahead(cursor: Cursor) -> TargetPart | None:
    """The target of `5k pace 6 x 800` and of `3k effort 300s`: before what is counted."""
    at, found = cursor.peek(), named_target(cursor)
    headed = [one.text for one, mark in pairwise(cursor.tokens) if mark.text == ":"]
    _ = headed.count("pace") + headed.count("effort") > 1 and cursor.over(":")  # 10k pace: 2 x 2k. Mile pace: 4 x 400m
    counted = plural(cursor.peek(), cursor.peek(1)) or cursor.looks("0 m|s? x|*|sets") or cursor.looks("0 -|to 0 x|*")
    return TargetPart(at, Joint.TIGHT, (found,), end=cursor.back().end) if found is not None and counted else None


def aimed(cursor: Cursor, between: Joint, after_work: bool, before: list[Part]) -> TargetPart | None:
    """What reps are aimed at, with the word that leads it in or names it."""
    at = cursor.peek()
    if after_work and cursor.looks("avg ~|of* 0:00"):
        raise at.refuse("an average could be what was run; write @ before a target").mended(at.start, at.end, "@")
    if after_work and (each := _stepped(cursor, before)):
        return TargetPart(at, Joint.TIGHT, each, end=cursor.back().end)
    told = _for_all(cursor) or _timed_each(cursor) or _timed_behind(cursor, between, before) if after_work else None
    if after_work and (told := told or _race_alone(cursor, between, before)):
        return told
    if after_work and between in _BESIDE and (each := _one_each(cursor, before)):
        return TargetPart(at, Joint.TIGHT, each, end=cursor.back().end)
    single = targets.told(cursor, after_work)
    colon = after_work and between is Joint.TIGHT and targets.aim_named(cursor) and cursor.accept(":") is not None
    if single is None and (colon or led_in(cursor)):
        found = targets.target_list(cursor)
    else:
        found = (single,) if single is not None else ()
    if not found and after_work and (between in (Joint.TIGHT, Joint.COMMA, Joint.DASH) or _progressing(cursor)):
        found = targets.named_list(cursor, least=3) or tuple(filter(None, [named_target(cursor)]))
    end, _ = cursor.back().end, found and cursor.over(_OR_BETTER)
    return TargetPart(at, between, found, end=end) if found else None


@tentative
def _stepped(cursor: Cursor, before: Sequence[Part]) -> tuple[Target, ...]:
    """`@ 75, 1s faster each rep`, `starting at 75 and dropping a second each`: a target for each rep."""
    if cursor.said.isdisjoint(_QUICKER):
        return ()
    rep = next((one for one in before[::-1] if isinstance(one, Repeat)), None)
    count = rep.count.low if rep is not None and rep.count.high is None and isinstance(rep.body, Piece) else None
    _ = cursor.over("onset|from|start at*") or cursor.over("first reps|one? at|@|in") or led_in(cursor)
    first = targets.one_more(cursor) if count and cursor.figure_here() else None
    if count is None or not isinstance(first, TimeTarget) or first.low_ns != first.high_ns:
        return ()
    start = cursor.index
    cursor.over(f",|-|:|and|{_STEPS}* a?")
    step = 1 if cursor.back().text == "a" else cursor.next().number if cursor.number_here() else 0
    timed = cursor.over('sec|s|"')
    cursor.over(f"{_STEPS}|per|than|the|last|before*")
    said = {one.text for one in cursor.tokens[start : cursor.index]}
    told = not said.isdisjoint(_QUICKER) and not said.isdisjoint(("each", "per", "each time")) and "slower" not in said
    ends = cursor.clause_ends() or cursor.sees("(", "[", "-", "with", "off")
    if not (timed and told and ends) or not 0 < step * (count - 1) * NS < first.low_ns:
        return ()
    times = (first.low_ns - int(step * NS) * index for index in range(count))
    return tuple(TimeTarget(one, one) for one in times)


@tentative
def _one_each(cursor: Cursor, before: Sequence[Part]) -> tuple[Target, ...]:
    """`5 x 300m: 45/44/43/42/41`, `3 x 1 mile @ tempo, 10k, 5k`: as many targets as reps or blocks before them."""
    work = [one for one in before if isinstance(one, Repeat) or (isinstance(one, Piece) and one.label is None)]
    last = work[-1] if work else None
    counted = last.count.low if isinstance(last, Repeat) else None
    alike = takewhile(lambda one: type(one) is type(last), reversed(work))
    led = cursor.accept(":", "@", "at")
    start, figure, colon = cursor.index, cursor.figure_here(), led is not None and led.text == ":"
    mere = figure and led is None  # a long list of lengths is not looked over again for each of them
    found = targets.named_list(cursor, 3, ",", "and", "&") if not mere else ()
    said = {one.text for one in cursor.tokens[start : cursor.index]}
    bare = "/" not in said and (cursor.back().kind is Kind.NUMBER or cursor.back().text in ("m", "metres"))  # …, 800
    far = mere or bare or (figure and colon and cursor.back().text not in ("pace", "effort"))  # 4 x 1k: 800, 600, 400
    if far or not any(isinstance(one, RaceTarget) for one in found):
        cursor.index = start
        found = targets.some_more(cursor) if colon or (figure and cursor.sees("-", "/", ahead=1)) else ()
        found = found if all(isinstance(one, TimeTarget) for one in found) else ()
    ends = cursor.clause_ends() or cursor.sees("with", "off", "(", "[", "-", "+")
    return found if len(found) > 2 and len(found) in (counted, len(work), len(list(alike))) and ends else ()


def _progressing(cursor: Cursor) -> bool:
    """`Start at 10k pace, end at 3k pace`, `10k effort down to 1500 effort`: how a list is run, and no more run."""
    with cursor.ahead():
        start, found = cursor.index, phrase(cursor)
        said = [one.text for one in cursor.tokens[start : cursor.index]]
        told = said[:1] == ["onset"] or ("to" in said and said.count("pace") + said.count("effort") > 1)
        return found is not None and told and cursor.clause_ends()


@tentative
def _for_all(cursor: Cursor) -> TargetPart | None:
    """`8 x 4', all sub-threshold`, `each rep in 74`: for every rep that has no target, like a sentence of its own."""
    at, all_reps = cursor.peek(), cursor.over("all|everything the? reps?") or cursor.over("each of? the? reps?")
    if at.text == "each" and cursor.back() is at and cursor.looks("0? mile|km|lap|m|min|k ENDS"):
        raise at.refuse("how many is that? Count them, like 6 x 100m").decisive()  # 100m stride every mile
    if not all_reps and not cursor.over("reps ... faster|at|in|@"):
        return None
    within = targets.between(cursor)
    led = within is not None or led_in(cursor)
    quicker = at.text == "each" and cursor.sees("faster")
    found = within or (targets.one_more(cursor) if not quicker else None)
    if found is None or not cursor.clause_ends() or (isinstance(found, TimeTarget) and not led):
        return None
    return TargetPart(at, Joint.SENTENCE, (found,), end=cursor.back().end)


@tentative
def _race_alone(cursor: Cursor, between: Joint, before: list[Part]) -> TargetPart | None:
    """`6 x 600m. 1500 race pace. Jog 2:30.`: a race's pace in a sentence behind counted reps, and no 1500 at race pace.

    Raises Refusal where anything but their recovery follows.
    """
    at, last = cursor.peek(), next((one for one in reversed(before) if not isinstance(one, RecoveryPart)), None)
    found = named_target(cursor) if between.loose and isinstance(last, Repeat) else None
    if not isinstance(found, RaceTarget) or not at.is_figure or not cursor.clause_ends():
        return None
    end, pace = cursor.back().end, cursor.back().start
    with cursor.ahead():
        ends = between is Joint.SENTENCE and cursor.looks(".? END")
        cursor.skip(".", ",", ";", "!")
        _ = cursor.line_ends() and cursor.next()
        rest = recovery(cursor, between)
        if not ends and (rest is None or any(one.far and one.low > KM_MM for one in rest.lengths)):
            refusal = at.refuse("this could be the pace of the reps before it, or a run at race pace; write @ or at")
            raise refusal.mended(at.start, at.start, "@ ").mended(pace, pace, "at ")
    return TargetPart(at, between, (found,), end=end)


@tentative
def _timed_each(cursor: Cursor) -> TargetPart | None:
    """`5 x 600m, 1:48 each, 75s rest`: with a rest behind it, or as one nobody rests, the time of each is the rep's."""
    at, counting = cursor.peek(), [one for one in cursor.tokens[: cursor.index] if one.text in _COUNTING]
    found = length(cursor)
    if found is None or not found.timed or len(counting) != 1 or not (cursor.accept("each") or never_rested(found)):
        return None
    with cursor.ahead():
        rest = recovery(cursor, Joint.COMMA) if cursor.accept(",", ";", "-", "with", "off") else None
    rested = rest is not None and rest.lengths and not rest.scope
    if not rested and not (cursor.back().text == "each" and never_rested(found) and cursor.clause_ends()):
        return None
    aim = targets.time_of(found)
    return TargetPart(at, Joint.COMMA, (aim,), end=found.end) if aim is not None else None


@tentative
def _timed_behind(cursor: Cursor, between: Joint, before: list[Part]) -> TargetPart | None:
    """`1000m 4:00, 200m jog`, lines of `600m 2'06'' rec 300m`: a time behind a distance, before how far is jogged."""
    at, rep = cursor.peek(), before[-1] if before and between is Joint.TIGHT else None
    rep = rep.body if isinstance(rep, Repeat) else rep
    found = length(cursor) if isinstance(rep, Piece) and rep.plain and cursor.figure_here() else None
    if found is None or not found.timed or found.high or not isinstance(rep, Piece) or rep.length is None:
        return None
    named, lines = cursor.sees("recovery"), [one.text for one in cursor.tokens].count("recovery")
    with cursor.ahead():
        cursor.accept(",", "with", "off", "+")
        rest = recovery(cursor, Joint.COMMA) if named or cursor.figure_here() else None
        told = not named or (
            cursor.line_ends() and ((lines > 1 and rep.at.column == 1) or never_rested(found))
        )  # no 2' rest and 300m
    rested = told and rest is not None and rest.told and any(one.far for one in rest.lengths)
    rested = rested or _recovered_behind(cursor)
    far = rep.length.far or (rep.length.bare and rep.length.low >= 100 * M)
    run = far and runnable(rep.length.low, found.low, found.low)
    return TargetPart(at, Joint.TIGHT, (TimeTarget(found.low, found.low),), end=found.end) if rested and run else None


def _recovered_behind(cursor: Cursor) -> bool:
    """The `r 60s` that ends `8 x 400 75s, r 60s`, the send-off of `12 x 200 36s, every 90s`: a second rest is none."""
    counting = [one for one in cursor.tokens[: cursor.index] if one.text in _COUNTING]
    with cursor.ahead():
        cursor.accept(",", ";")
        if len(counting) != 1 or send_off(cursor, Joint.COMMA) is not None:
            return len(counting) == 1
        rest = unless_refused(cursor, recovery, Joint.COMMA)
        timed = rest is not None and rest.noun and not rest.scope and [one.timed for one in rest.lengths] == [True]
        return timed and cursor.at_end()


@tentative
def led_in(cursor: Cursor) -> bool:
    """Steps over the `@`, the `at or just below`, the `in about` or the `target:` before a target."""
    named = cursor.accept("intensity", "target", "pace", "effort", "goal", "duration")
    timed = named is not None and named.text in ("target", "goal", "duration") and cursor.over("pace|time?")
    if (timed and cursor.figure_here()) or (named is not None and cursor.accept(":", "-", "=")):
        cursor.accept("@", "at")
        return True
    closed = cursor.annotating and cursor.looks('run 0:00 s|sec|"? )') and cursor.peek(1).number < SECONDS_BELOW
    if (
        cursor.looks("t =|:")
        or cursor.looks("hit|hitting|hold|holding|targeting|running|aim ~|about|around* 0:00")
        or closed
    ):
        cursor.next()  # 3 x 500 t=82s r=6'
        cursor.accept("=", ":")
        return True
    sign = cursor.accept("@", "at", "in") or (cursor.over("run in|@") and cursor.back())
    cursor.over("or just|slightly? below|under|above|near?")
    if sign and sign.text == "in":
        cursor.skip("a", "an", "about", "ca", "circa", "approx", "around", "~", ".")
    return bool(sign)


def sizes_named(cursor: Cursor, before: Sequence[Part]) -> list[int]:
    """The sizes of reps without a target, where this line names each: `500 in 84, 300 in 46` below `4 x (500, 300)`."""
    if not any(isinstance(one, Repeat) for one in before):
        return []
    parts = list(_flat(before))
    if any(isinstance(one, TargetPart) and one.only_mm is None for one in parts):
        return []
    sizes = {one.length.low for one in parts if isinstance(one, Piece) and one.length is not None}
    line = [one for one in cursor.tokens if one.line == cursor.peek().line]
    named = list[int]()
    for at, token in enumerate(line[:-2]):
        begins = at == 0 or line[at - 1].text in (",", ";", "(", "&", "and", "the")
        sign = line[at + 1 + (line[at + 1].text in ("m", "metres"))]
        several = plural(token, sign) or (sign.text == "s" and int(token.number) * M in sizes)
        if token.kind is Kind.NUMBER and begins and (sign.text in _NAMING or several):
            named.append(int(token.number) * M)
    return named if len(named) > 1 and sorted(named) == sorted(sizes) else []


def _flat(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Repeat | Group):
            yield from _flat(part.parts if isinstance(part, Group) else [part.body])
        else:
            yield part


@tentative
def named_by_size(cursor: Cursor, between: Joint, before: Sequence[Part] = ()) -> list[TargetPart]:
    """`Intensity: 600m at 1500m pace, 300m at 800m pace`, `The 1000s and 700s go at threshold, 400 at 3k`."""
    said = {one.text for one in cursor.tokens[: cursor.index]}
    if cursor.looks("each 0") and cursor.peek(1).text not in said:
        return []  # each 300m at 3k pace, 100m hard: parts of the rep
    if cursor.looks("with the 0"):  # 200, 400, 600, 400 with the 600 easy
        cursor.index += len({one.length.low for one in _flat(before) if isinstance(one, Piece) and one.length}) > 1
    titled = cursor.number_here() and bool(sizes_named(cursor, before))
    sized = cursor.annotating and cursor.looks("0 m|metres? @|at|in")  # (1200 @ 3k pace)
    titled = titled or (sized and any(one.text == cursor.peek().text for one in cursor.tokens[: cursor.index]))
    titled = titled or bool(cursor.accept("intensity", "target", "pace", "effort") and cursor.accept(":", "-", "="))
    found: list[TargetPart] = []
    while more := _aimed_by_size(cursor, between, titled, bool(found)):
        found += more
    return found


@tentative
def _aimed_by_size(cursor: Cursor, between: Joint, titled: bool, further: bool) -> list[TargetPart]:
    if further and not cursor.accept(",", "and", "&", ";"):
        return []
    at, sizes = cursor.peek(), list[int]()
    while (size := _size(cursor, titled or further)) is not None:
        sizes.append(size)
        cursor.accept("and", "&", ",")
    with cursor.ahead():
        time = length(cursor) if cursor.back().text in ("s", "'s") else None
    timed = time is not None and time.timed and (further or never_rested(time))
    aim = _aim(cursor, timed) if sizes and (cursor.sees(*_NAMING) or timed or not further) else None
    return [TargetPart(at, between, (aim,), size, end=cursor.back().end) for size in sizes] if aim is not None else []


@tentative
def _size(cursor: Cursor, named: bool) -> int | None:
    """Millimetres of the 300s, the quarters, `each 300m`; a mere length is named behind `the`, or behind another."""
    every = cursor.accept("all")
    named = cursor.accept("the", "each") is not None or every is not None or named
    one, sign = cursor.next(), cursor.peek()
    if one.text in ("mile", "quarter", "thousand"):
        return DISTANCES[one.text] if named or one.raw.lower() != one.text else None
    if sign.raw.lower() == "ks" and one.number:
        return int(one.number * KM_MM) if cursor.next() else None
    cursor.accept("s", "'s", "m", "metres")
    cursor.accept("reps")
    return int(one.number) * M if plural(one, sign) or (named and one.number >= 100) else None


@tentative
def _aim(cursor: Cursor, timed: bool) -> Target | None:
    """What is said of them: led in by a sign, or told by its own word."""
    cursor.skip("is", "gos", "run", "all")
    if cursor.accept(*_NAMING) or timed:
        cursor.accept("@", "at")
        found = targets.one_more(cursor)
    else:
        found = named_target(cursor) or (effort(cursor) if not cursor.figure_here() else None)
    return None if cursor.sees(*MODES, "recovery", "break", "between", "off", "x") else found


@tentative
def worded(cursor: Cursor, between: Joint) -> TargetPart | None:
    """Effort words that stand apart from their work: `6 x 400m, relaxed`."""
    _ = cursor.sees("run") and not cursor.sees("easy", "slow", "very", ahead=1) and cursor.next()
    words = effort_words(cursor)
    _ = words is not None and cursor.over("running ENDS")  # hard running
    uphill(cursor)  # 10 x 45 s hill, strong up, walk down
    return TargetPart(cursor.back(), between, (EffortTarget(words),)) if words is not None else None


def each_rested(cursor: Cursor, between: Joint, found: list[Part]) -> bool:
    """`300s in 51, jog 300; 100s relaxed, walk 100`: has each size that is named a recovery of its own?"""
    sizes = sizes_named(cursor, found) if between is Joint.COMMA and isinstance(found[-1], TargetPart) else []
    if not sizes:
        return False
    rests = [one for one in cursor.tokens if one.line == cursor.back().line and one.text in (*MODES, "recovery")]
    return len(sizes) == len(rests)
