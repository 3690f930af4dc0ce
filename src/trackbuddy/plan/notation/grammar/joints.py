"""What stands between parts: commas, line ends, bullets, `then`, an arrow, a verb for what comes last; or nothing."""

from __future__ import annotations

import re
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.counts import PLAIN_COUNT, counted_behind
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.plausible import never_rested
from trackbuddy.plan.notation.grammar.asides import sums_up, total
from trackbuddy.plan.notation.refusal import Refusal, put
from trackbuddy.plan.notation.syntax import Joint, Length, Part, Piece, RecoveryPart, Repeat, TargetPart
from trackbuddy.plan.notation.text.lexicon import EFFORTS, EVERY, MODES
from trackbuddy.plan.notation.text.scanner import BULLETS, Kind, Token
from trackbuddy.plan.session import Label, Mode
from trackbuddy.plan.target import EffortTarget, RaceTarget, Target
from trackbuddy.units import M

_MARKS: Final = {
    **dict.fromkeys((",", "and", "&", "•"), Joint.COMMA),
    **dict.fromkeys((";", "|", ".."), Joint.SEMICOLON),
    "+": Joint.PLUS,
    "plus": Joint.PLUS,
    "/": Joint.SLASH,
    "-": Joint.DASH,
    ".": Joint.SENTENCE,
    "!": Joint.SENTENCE,
    "then": Joint.THEN,
}
_STRENGTH: Final = list(Joint)
_LONGEST_NUMBERING: Final = 20
_AIMED: Final = frozenset("@ at in pace effort km".split())
_RUNS: Final = ("easy", "steady", "jog", "jog run", "cool-down", "relaxed", "comfortable", "moderate")
"""How a session is run out."""
_LONGEST_BARE_REST: Final = 200
"""From here on a bare number is metres; below it may be seconds of rest."""
_RECOVERING: Final = re.compile(r"moderate|brisk|HR |Z[12]\b|RPE [1-4]\b|max\b|maximum|most", re.IGNORECASE)
_LONGEST_REST: Final = re.compile(r"max\b|maximum|most", re.IGNORECASE)
_THEM: Final = "them|these|all|each"
_OPENING: Final = ": the? first|onset|begin"
"""`5 x 400m cutdowns: start at mile pace, get faster each rep`."""
_ARROWS: Final = ("→", ">")


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
            if cursor.index > 1 and cursor.sees("with", "off", ","):
                continue  # such a line goes on with the line above it
            found, line_start = Joint.LINE, True
        elif token.text == ":" and found is Joint.TIGHT and (_rested(cursor) or cursor.looks(_OPENING)):
            cursor.next()
            found = Joint.COMMA
        elif token.text in _ARROWS and _leads_on(cursor):
            cursor.skip(*_ARROWS)
            found = max(found, Joint.COMMA, key=_STRENGTH.index)
        elif cursor.looks("in then") or _article(cursor, found):
            cursor.next()  # en daarna
        elif found is not Joint.TIGHT and _finishes(cursor):
            found = max(found, Joint.THEN, key=_STRENGTH.index)
        elif _done(cursor, found):
            continue
        elif token.kind in (Kind.WORD, Kind.MARK) and token.text in _MARKS:
            cursor.next()
            found = max(found, _MARKS[token.text], key=_STRENGTH.index)
            line_start = False
        else:
            return found


def _article(cursor: Cursor, joined: Joint) -> bool:
    """The an of `then an easy 10 min`."""
    led = joined is not Joint.TIGHT and cursor.sees("a", "an")
    return led and cursor.sees("easy", *EFFORTS, ahead=1) and cursor.number_here(2)


def _rested(cursor: Cursor) -> bool:
    """`4 x 300m: 45s jog after each`, `6 x 1k: 60s rest`: does the clause behind the colon say it is a recovery?"""
    clause: list[str] = []
    while not cursor.line_ends(len(clause) + 1) and cursor.peek(len(clause) + 1).text not in (",", ";", "."):
        clause.append(cursor.peek(len(clause) + 1).text)
    told, placed = {"rest", "recovery"}, {"between", "amid", "after"}
    told |= set() if placed.isdisjoint(clause) else {"jog", "walk"}
    return cursor.figure_here(1) and not told.isdisjoint(clause[:4])


def _leads_on(cursor: Cursor) -> bool:
    """The arrow of `600 → 400 → 200`, of `600m > 2 min rest > 400m`; `10k → 5k pace` is a target, `→ 9 km` a sum.

    A single arrow may also say from where to where: `600 → 300` could be four reps.
    """
    clause: list[str] = []
    for token in reversed(cursor.tokens[: cursor.index]):
        if token.kind is Kind.NEWLINE or token.text in (",", ";", "(", *_ARROWS):
            break
        clause.append(token.text)
    with cursor.ahead():
        if not clause or total(cursor):
            return False
    if cursor.looks("→ warm-up|cool-down|stride"):
        return True
    with cursor.ahead():
        cursor.skip(*_ARROWS)
        if counted_behind(cursor, Joint.COMMA) is not None:
            return True  # >> all of it once more
        found = length(cursor)
        told = found is not None and (found.unit != "" or found.low >= 100 * M or cursor.sees("x"))
        several = cursor.depth > 0 or len([token for token in cursor.tokens if token.text in _ARROWS]) > 1
        plain = _AIMED.isdisjoint(clause) or cursor.sees("rest", "jog", "walk", "off", "recovery", "x", "@")
        return told and several and plain and not cursor.sees("pace", "effort", "%")


@tentative
def _finishes(cursor: Cursor) -> bool:
    """`finish 10 min steady`, `build up to 4 x 100m strides`: steps over a verb that says only that these come last.

    `finish 200m hard` could be how each rep before ends.
    """
    verb = cursor.accept("finish", "finishing", "end", "ending", "onward")
    if verb is None:
        return False
    if (counted := cursor.looks("0 x|*")) or verb.text == "onward":
        return counted
    with cursor.ahead():
        found = length(cursor)
        return found is not None and sums_up(found) and cursor.sees(*_RUNS)


def _done(cursor: Cursor, joined: Joint) -> bool:
    """The do of `then do 1 min fast`, the run of `200m, rest 2 min, run 400m`."""
    if cursor.index and joined.loose and _aims(cursor):
        return True
    rested = any(one.text in ("rest", "recovery") for one in cursor.tokens[: cursor.index])
    every = cursor.tokens[0].raw.lower() in EVERY  # every 90s run a 200m
    verb = "do|run" if rested or every or cursor.index == 0 else "do"  # jog 200, run 800 x 4 is a pair
    verb += "|a a?" if every and cursor.index else ""
    counted = cursor.index > 0 and cursor.over("do|complete ... 0 sets|times")  # Do 3 sets with 4 min between
    return counted or ((not joined.loose or cursor.index == 0) and cursor.over(f"{verb} ... 0"))


def _aims(cursor: Cursor) -> bool:
    """The `Run` of `Run the 250s at 800 pace`, the `Run them` of `Run them at 5k pace`, behind reps."""
    verb = "run|do|running|doing|take"
    named = cursor.over(f"{verb} the* ... 0 s|'s at|in|@") or cursor.over(f"{verb} ... each 0 at|in|@")
    return named or cursor.over(f"{verb} {_THEM} reps? ... at|in|@")


def _bullet(cursor: Cursor) -> bool:
    """`- `, `• `, `1. `, `2) `, `A) ` before the text of a line."""
    token, after = cursor.peek(), cursor.peek(1)
    if token.kind is Kind.MARK and token.text in BULLETS and not cursor.line_ends(1):
        cursor.next()
        return True
    numbered = token.kind is Kind.NUMBER and token.number <= _LONGEST_NUMBERING and not after.gap
    numbered = numbered or (token.raw in ("A", "B", "C", "D", "a", "b", "c", "d") and cursor.sees(")", ahead=1))
    numbered = numbered and after.text in (".", ")") and cursor.peek(2).gap and cursor.peek(2).kind is not Kind.END
    numbered = numbered or (after.text in ("-", ":") and _counts_lines(cursor, after.text))
    cursor.index += 2 * numbered
    return numbered


def _counts_lines(cursor: Cursor, sign: str) -> bool:
    """The `1 - ` and `2: ` before lines that are counted so one after the other."""
    firsts: dict[int, int] = {}
    for at, token in enumerate(cursor.tokens[:-2]):
        if token.kind is not Kind.NEWLINE:
            firsts.setdefault(token.line, at)
    signed = [at for at in firsts.values() if cursor.tokens[at + 1].text == sign and cursor.tokens[at + 2].gap]
    numbers = [cursor.tokens[at].number for at in signed]
    return cursor.index in signed and numbers == list(range(1, len(signed) + 1)) != [1]


def bulleted(cursor: Cursor) -> int:
    """The last of the lines with bullets that follow a line without one; 0 where none does."""
    last, bullets, blanks = 0, 0, 0
    first = next(token for token in cursor.tokens if token.line == cursor.peek().line)
    if first.text in BULLETS:
        return last
    with cursor.ahead():
        while cursor.peek().kind is Kind.NEWLINE and cursor.next():
            blank = cursor.peek().kind is Kind.NEWLINE
            blanks += blank and bullets == 1  # an empty line between all of them, or behind the last
            if not (_bullet(cursor) or (blank and (not last or blanks))):
                break
            bullets += not blank
            last = last if blank else cursor.back().line
            while not cursor.line_ends():
                cursor.next()
    return last


def bracket_closed(cursor: Cursor, opening: Token, closing: str) -> None:
    """Steps over the closing bracket or refuses the text that lacks it."""
    if not cursor.accept(closing):
        token = cursor.peek()
        at = opening if token.kind is Kind.END else token
        reason = "is never closed" if token.kind is Kind.END else f"can't hold “{token.raw.strip()}” here"
        raise at.refuse(f"the bracket “{opening.raw}” {reason}; close it with “{closing}”")


def _check_way(before: RecoveryPart, after: Piece) -> None:
    """`6 x 100m jog back 100m`, `4 x 1k, 90s jog 200m`: how far the recovery is, or one more rep?"""
    jogged = before.joint is Joint.COMMA and before.mode in (Mode.JOG, Mode.WALK) and before.way is None
    if (before.open_words and not before.lengths) or (jogged and after.joint is Joint.TIGHT and after.plain):
        asked = "this could be how far the recovery is, or a rep of its own; put a comma before a rep"
        raise after.at.refuse(asked).mended(after.at.start, after.at.start, ", ")


def check_side_by_side(before: Part, after: Part, more: bool) -> None:
    """`800 2:10`, `400 @ 75 76`, `400 3 min x 8`: nobody says what the second is; with `more` figures the target."""
    if isinstance(after, Repeat) and isinstance(after.body, Piece) and after.counted_behind:
        after = after.body
    if isinstance(before, RecoveryPart) and isinstance(after, Piece):
        _check_way(before, after)
    if isinstance(before, RecoveryPart) and isinstance(after, TargetPart):
        _check_recovers(before, after)
    if isinstance(before, Piece) and isinstance(after, RecoveryPart):
        _check_behind(before, after)
    if not isinstance(after, Piece) or not isinstance(before, Piece | Repeat | TargetPart):
        return
    raise _side_by_side(before, after, more)


def _side_by_side(before: Piece | Repeat | TargetPart, after: Piece, more: bool) -> Refusal:
    aimed = isinstance(before, TargetPart)
    what = "a target and a length" if aimed else "two lengths"
    refusal = after.at.refuse(f"{what} stand side by side; put a comma between them, or say what the second is")
    if after.length is None:
        return refusal
    at, bare = after.length.at, after.length.bare
    if at.kind is Kind.WORD:  # @ 72s laps
        return refusal.mended(at.start - at.gap, at.start, "/") if aimed else refusal
    if isinstance(before, Piece) and _counts(before, after.length):
        return refusal.mended(before.at.end, before.at.end, " x")
    if bare and at.number >= _LONGEST_BARE_REST:
        _ = aimed and refusal.rewritten(put(at.start, ", "), put(after.end, " jog"))
        return refusal.mended(at.start, at.start, ", ")
    if not after.plain or (bare and at.number < 10 and before.at.kind is Kind.WORD):  # Lap 3
        return refusal
    minutes = at.text.replace(".", ":") if at.text[-3:-2] == "." else f"{at.text}{' min' if at.number < 10 else 's'}"
    if aimed or not (more or (after.length.high and never_rested(after.length))):  # 3:20-3:25
        refusal.rewritten((at.start, after.end, f", {minutes} rest") if bare else (after.end, after.end, " rest"))
    return refusal if aimed else refusal.mended(at.start, at.start, "@ ")


def _check_recovers(rest: RecoveryPart, after: TargetPart) -> None:
    """`8 x 600 w/ 200m fast`: is that a part of each rep, or a recovery and how fast the reps are?"""
    mere = rest.at.text == "with" and not (rest.mode or rest.noun or rest.open_words or rest.eased or rest.scope)
    worded = isinstance(after.targets[0], EffortTarget) and after.at.text not in ("@", "at", "in", ":", "=")
    if mere and worded and rest.lengths:
        size = rest.lengths[0]
        refusal = size.at.refuse("this could be a part of each rep or the recovery; write rest, or last 200m fast")
        raise refusal.mended(size.end, size.end, " rest @").mended(size.at.start, size.at.start, "last ")
    if (
        rest.lengths
        and after.joint is Joint.TIGHT
        and after.only_mm is None
        and _of_the_recovery(rest, after.targets[0])
    ):
        aim = after.targets[0]
        words = aim.text if isinstance(aim, EffortTarget) else aim.race if isinstance(aim, RaceTarget) else ""
        refusal = after.at.refuse(
            "this could be said of the recovery or of the reps; write @ and theirs behind the reps"
        )
        raise refusal.rewritten((rest.at.start, rest.at.start, f"@ {words} "), (rest.end, after.end, ""))


def _of_the_recovery(rest: RecoveryPart, aim: Target) -> bool:
    """`90s rest max`, `2 min jog RPE 3`, `200m jog at marathon pace`."""
    if isinstance(aim, RaceTarget):
        return rest.mode in (Mode.JOG, Mode.FLOAT) and aim.race in ("half", "marathon")
    told = _LONGEST_REST if rest.mode in (None, Mode.REST) else _RECOVERING
    return isinstance(aim, EffortTarget) and told.match(aim.text) is not None


def _check_behind(run: Piece, rest: RecoveryPart) -> None:
    """`20 min wu w/ 15 min at MP`: a part of the warm-up, or what is run behind it?"""
    if run.label is Label.WARM_UP and rest.at.text == "with" and rest.lengths and not rest.noun and rest.target:
        refusal = rest.at.refuse("what stands here could be within the run before it or behind it; write then")
        raise refusal.rewritten((run.end, rest.lengths[0].at.start, ", then "))


def _counts(before: Piece, counted: Length) -> bool:
    """`8 fast 80m strides`, `one 150`: is the bare number before a length the count of it?"""
    number = before.length
    if number is None or not number.bare or number.low % M or number.low > PLAIN_COUNT * M:
        return False
    return number.low == M or (before.words is not None and not counted.bare)


def further_on(cursor: Cursor, missing: Refusal) -> Refusal:
    """`8 times up the 150m hill`: the length stands in the same clause behind other words, which are noted."""
    with cursor.ahead():
        begin, start = cursor.index, cursor.peek().start
        while cursor.peek().kind is Kind.WORD and not (cursor.line_ends() or cursor.sees(*MODES)):
            cursor.next()
        words, end = cursor.written(begin), cursor.peek().start
        if words and cursor.figure_here() and length(cursor) is not None:
            missing.rewritten((start, end, ""), (cursor.back().end, cursor.back().end, f" (note: {words})"))
    return missing
