"""What is offered with a refusal: readings that one key accepts, each of which can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from trackbuddy.plan.notation.counts import count
from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.lengths import length
from trackbuddy.plan.notation.lexemes import lexemes
from trackbuddy.plan.notation.lexicon import CLASSES, REPEATING
from trackbuddy.plan.notation.numbers import lost
from trackbuddy.plan.notation.refusal import Mend, Refusal
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.syntax import Dimension
from trackbuddy.plan.notation.words import Class
from trackbuddy.plan.session import Session
from trackbuddy.units import M

MOST: Final = 2
"""Readings offered; more are no help."""
MOST_TRIES: Final = 24
LONGEST: Final = 600
"""In longer texts nothing is tried but the mends that a refusal names."""
_DEPTH: Final = 3
"""Places of one text that are set aside together."""
_SEPARATOR: Final = re.compile(r"[,;.!?\n()\[\]]|\s[-–—]\s")
_NUMBER: Final = re.compile(r"\d")
_COUNTED: Final = re.compile(r"\d\s*([x×*]|k?m\b|miles?\b|min|s(ecs?)?\b|['’′\"”″])", re.IGNORECASE)
_RESTED: Final = re.compile(r"[^\n,;]*\b(rest|rec|recovery|jog|walk)\b", re.IGNORECASE)
_NOTE: Final = re.compile(r"\(note:[^()]*\)")
_CHOICE: Final = re.compile(r"\s*(or|oder|ou|o|of|eller|oppure)\s*", re.IGNORECASE)
"""What stands on both sides of it is not run both."""
_WORDS: Final = re.compile(r"(?!\s*([km]ph|km/h|m/s)\b)(?=.*([^\W\d_]|%))", re.IGNORECASE | re.DOTALL)
"""A remark has words or a per cent, and begins with no unit of speed."""
_IN_BRACKETS: Final = re.compile(r"[(\[]\s*[\d:.,-]+\s*[^\s\d()]*\s*$")
_LOOSE_END: Final = re.compile(r" (?=,)|[ ,;–—-]+(?=\))")
"""What is left before a comma or a closing bracket when a text is mended."""
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")


def offers(text: str, refusal: Refusal, meaning: Callable[[str], object]) -> tuple[str, ...]:
    """At most two texts near this one: its mends, then it with the words in doubt as a note.

    `meaning` gives what a text means, but for notes, or raises Refusal. No two of the texts mean the same, and each
    of their numbers outside a note is in the session.
    """
    found: dict[str, object] = {}
    tried: dict[str, object] = {}

    def attempt(candidate: str) -> object:
        """What a text means, or the Refusal that says why it means nothing. Beyond so many tries nothing does."""
        if candidate not in tried:
            tried[candidate] = _outcome(candidate, meaning) if len(tried) < MOST_TRIES else refusal
        return tried[candidate]

    for candidate in _candidates(text, refusal, attempt):
        means = attempt(candidate)
        if isinstance(means, Session) and means not in found.values() and not lost(candidate, means):
            found[candidate] = means
        if len(found) == MOST or len(tried) >= MOST_TRIES:
            break
    return tuple(found)


_Attempt = Callable[[str], object]


def _candidates(text: str, refusal: Refusal, attempt: _Attempt) -> Iterator[str]:
    for mend in refusal.mends:
        mended, last = _tidy(mend.of(text)), refusal.start
        for _ in range(_DEPTH):  # the same question once more, as for both ends of 5m-10m: the same answer
            again = attempt(mended)
            same = _same(mend, again, refusal) if isinstance(again, Refusal) else None
            if not isinstance(again, Refusal) or same is None or again.start <= last:
                break
            last = again.start
            mended = _tidy(same.of(mended))
        yield mended
        yield from _further(mended, refusal, attempt, _DEPTH)
    if refusal.puzzling and len(text) <= LONGEST:
        yield from _with_notes(text, refusal, attempt, _DEPTH)


def _further(text: str, before: Refusal, attempt: _Attempt, depth: int) -> Iterator[str]:
    """Answers to the questions that are asked of a text once it is mended; none where the first is asked again."""
    again = attempt(text)
    if not isinstance(again, Refusal) or not depth or again.start <= before.start:
        return
    answered = [_tidy(one.of(text)) for one in again.mends]
    yield from answered
    if answered:
        yield from _further(answered[0], again, attempt, depth - 1)


def _same(mend: Mend, again: Refusal, refusal: Refusal) -> Mend | None:
    """The answer to the same question about other numbers; None where another question is asked."""
    if _NUMBER.sub("", again.message) != _NUMBER.sub("", refusal.message):
        return None
    wanted = [_NUMBER.sub("", by) for _, _, by in mend.edits]
    return next((one for one in again.mends if [_NUMBER.sub("", by) for _, _, by in one.edits] == wanted), None)


def _tidy(text: str) -> str:
    return _LOOSE_END.sub("", text.strip())


def _with_notes(text: str, refusal: Refusal, attempt: _Attempt, depth: int) -> Iterator[str]:
    """The words that weren't understood kept as a note; then the next that aren't, where more follow."""
    for start, end in _spans(text, refusal.start):
        if (
            _holds_work(text, start, end)
            or _swallows(text[start:end])
            or not _WORDS.match(text[start:end])
            or _CHOICE.fullmatch(text[start:end])
            or _IN_BRACKETS.search(text[:start])
            or _counts_on(text, start, end)
        ):
            continue
        noted = _noted(text, start, end)
        more = attempt(noted)
        if not isinstance(more, Refusal):
            yield noted
        elif depth > 1 and more.puzzling:
            yield from _with_notes(noted, more, attempt, depth - 1)


def _counts_on(text: str, start: int, end: int) -> bool:
    """`6 x 300, last 300 flat out`, `45 min including 10 x 1 min`: words before a number say what it is for."""
    before, after = _NOTE.sub("", text[:start]).rstrip(" "), text[end:].lstrip(" ")
    counts = _NUMBER.match(after) is not None and (_RESTED.match(after) is None or "twice" in text[start:end])
    return counts and bool(before) and not before.endswith("\n")


def _holds_work(text: str, start: int, end: int) -> bool:
    """`6 x 800 last 200 hard, 2 min`: what begins the session is no remark, if it has a count or a length."""
    return not _NOTE.sub("", text[:start]).strip() and _COUNTED.search(text, start, end) is not None


_ANOTHER_WAY: Final = ("or", "except", "but", "not")
"""What begins with one of these is not what is run."""
_AGAIN: Final = ("twice", "thrice", "again", "repeating", "double")
_TIES: Final = (Class.LINK, Class.FILLER, Class.SCOPE)
_JOINING: Final = (",", "-", "/", "+", "&", "and")


def _swallows(words: str) -> bool:
    """Would running be lost in these words: reps, a rep at their beginning, a recovery with its length, a `twice`?

    And are there any words in them but such that tie together what they stand between?
    """
    try:
        cursor = Cursor(lexemes(words))
        tokens = cursor.tokens[:-1]
        if any(
            token.text in _AGAIN or token.raw.lower() in REPEATING or _reps(cursor, at)
            for at, token in enumerate(tokens)
        ):
            return True
        lengths = [at for at in range(len(tokens)) if _measures(cursor, at)]
    except Refusal:
        return True
    recovers = any(CLASSES.get(token.text) is Class.RECOVERY for token in tokens)
    led_in = bool(lengths) and all(_leads_in(token) for token in tokens[: lengths[0]])
    running = bool(lengths) and (recovers or led_in) and tokens[0].text not in _ANOTHER_WAY
    return running or all(CLASSES.get(token.text) in _TIES for token in tokens)


def _leads_in(token: Token) -> bool:
    """Says no more than how or after what is run: `then another fast 300`, the 4. before `400m sprint`."""
    known = CLASSES.get(token.text) in (Class.LINK, Class.FILLER, Class.EFFORT) or token.raw.lower() == "another"
    return known or token.kind in (Kind.NUMBER, Kind.MARK)


def _reps(cursor: Cursor, at: int) -> bool:
    """Does a count with what it counts begin here, or a list of lengths?"""
    if _measures(cursor, at) and cursor.accept(*_JOINING) and cursor.number_here() and _measures(cursor, cursor.index):
        return True
    cursor.index = at
    if cursor.number_here() and cursor.sees("sets", "reps", "times", "lots", ahead=1):
        return True
    return count(cursor) is not None and (cursor.at_end() or cursor.sees(":", "(", "[") or length(cursor) is not None)


def _measures(cursor: Cursor, at: int) -> bool:
    """Does a length begin here? A bare number is one from 50 on."""
    cursor.index = at
    found = length(cursor)
    if found is None or cursor.sees("%"):
        return False
    return found.dimension is not Dimension.BARE or found.low >= 50 * M


def _outcome(text: str, meaning: Callable[[str], object]) -> object:
    try:
        return meaning(text)
    except Refusal as refusal:
        return refusal


def _spans(text: str, at: int) -> list[tuple[int, int]]:
    """Clauses around a place: those without a number first, and of these the longest."""
    marks = [match for match in _SEPARATOR.finditer(text) if not _DECIMAL.match(text, match.start())]
    start = max((mark.end() for mark in marks if mark.end() <= at), default=0)
    end = min((mark.start() for mark in marks if mark.start() > at), default=len(text))
    line = text.rfind("\n", 0, at) + 1, text.find("\n", at) if "\n" in text[at:] else len(text)
    word = re.compile(r"\S+").match(text, at)
    number = _NUMBER.search(text, start, end)
    before = (start, number.start()) if number and number.start() > at else (start, end)
    spans = [(start, end), before, (at, end), line, (at, word.end() if word else end)]
    unique = list(dict.fromkeys((a, b) for a, b in spans if text[a:b].strip() and "(note:" not in text[a:b]))
    return sorted(unique, key=lambda span: bool(_NUMBER.search(text[span[0] : span[1]])))[:MOST_TRIES]


def _noted(text: str, start: int, end: int) -> str:
    words = re.sub(r"[()\s]+", " ", text[start:end]).strip(" -–—•*,;:")
    before, after = text[:start].rstrip(" ,-–—"), text[end:]
    if before.endswith(("(", "[")) and after.startswith((")", "]")):
        before, after = before[:-1].rstrip(), after[1:]
    gap = "" if not before or before.endswith("\n") else " "
    behind = "" if not after or after[0] in " \n,;.)]!?" else " "
    return f"{before}{gap}(note: {words}){behind}{after}".strip()
