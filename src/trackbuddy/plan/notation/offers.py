"""What is offered with a refusal: readings that one key accepts, each of which can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.figures.counts import count
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.numbers import NOTE, lost
from trackbuddy.plan.notation.refusal import Mend, Refusal
from trackbuddy.plan.notation.syntax import Length
from trackbuddy.plan.notation.text.lexemes import lexemes
from trackbuddy.plan.notation.text.lexicon import CLASSES, NUMBERS, REPEATING
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.slips import unknown
from trackbuddy.plan.notation.text.words import Class
from trackbuddy.plan.session import Session
from trackbuddy.units import M

MOST: Final = 2
"""Readings offered; more are no help."""
MOST_READ: Final = 6_000
"""Characters of the texts that are tried for one refusal: somebody may be typing."""
LONGEST: Final = 900
"""In longer texts nothing is tried but the mends that a refusal names."""
_DEPTH: Final = 12
"""Questions of one text that are answered one after the other."""
_WORD: Final = re.compile(r"\w+")
_LONE: Final = re.compile(r"\d{1,2}(?:\.\d\d)?(?=\s*(?:$|[\n,;!?)]|[:.](?!\d)|\s[-–—]\s)|\s+\d+\s?[x×*])")
"""A number of which nothing is said, at the end of its clause."""
_LED: Final = re.compile(r"\b(?:in|on|at|with|for|by|as|from)\s+(?:(?:the|a|an|my|our)\s+)?$", re.IGNORECASE)
_AIMED: Final = re.compile(r"@\s*\d|(?<![^\W\d_])[x×*]\s*\d|\d\s*[x×*](?![^\W\d_])", re.IGNORECASE)
"""A target, or a count: `on the front @ 2:40`, `round the pond x 5`."""
_TIED: Final = re.compile(r"(?:[\s@~,(–—-]|\b(?:at|in|with|w/|off|for|of|on|by|then|and)\b)+$", re.IGNORECASE)
"""What belongs to the number behind it."""
_SEPARATOR: Final = re.compile(r"[,;.!?\n()\[\]]|\s[-–—]\s")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) +$")
_CLOSED: Final = re.compile(r"[.!?]*[)\]]")
_COLON: Final = re.compile(r":(?=\s)")
_SENTENCE: Final = re.compile(r"[;.!?\n()\[\]]")
_NUMBER: Final = re.compile(r"\d")
_SPELLED: Final = re.compile(rf"\d|({'|'.join(NUMBERS)})\b", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\d\s*([x×*]|k?m\b|miles?\b|min|s(ecs?)?\b|['’′\"”″])", re.IGNORECASE)
_RESTED: Final = re.compile(r"[^\n,;()]*\b(rest|rec|recovery|jog|walk)\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"(?!\s*([km]ph|km/h|m/s)\b)(?=.*([^\W\d_]|%))", re.IGNORECASE | re.DOTALL)
"""A remark has words or a per cent, and begins with no unit of speed."""
_IN_BRACKETS: Final = re.compile(r"[(\[]\s*[\d:.,-]+\s*[^\s\d()]*\s*$")
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_LACKING_UNIT: Final = re.compile(r"(?P<aim>(?:[@–-]|\b(?:at|in))\s*)?(?<![\d.,:])\d{1,2}(?:[.,]\d+)? *$")
"""A number so small that it is no distance, and its unit may be the words behind it."""
_NAMING: Final = re.compile(r"\s*(%|/|pace\b|effort\b|speed\b)", re.IGNORECASE)
_LOOSE_END: Final = re.compile(r" (?=,)|[ ,;–—-]+(?=\))")
"""What is left before a comma or a closing bracket when a text is mended."""
_PARTING: Final = re.compile(r":|>+|=>")
_TIMED: Final = re.compile(r": ?(?=(\d\d|\d\d?:\d\d)(,|$|/))", re.MULTILINE)
_NEEDLESS: Final = re.compile(r"(again(?= \d)|another|(?<=(?:jog|est|alk) )again)\b ?", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*([,;:.!?\n()\[\]]|[-–—]\s|$)")
_DENYING: Final = (
    "instead rather not no never without w/o half skip drop omit unless if until warm-up cool-down".split()
)
"""What these begin isn't run as it stands, or not always. The change that `starting` begins does."""
_ANOTHER_WAY: Final = ("or", "not")
"""What begins with one of these is not what is run."""
_ELSEWHERE: Final = frozenset(("instead", "if", "race", "or"))
"""With these words lengths are spoken of that are run on another day, or by others."""
_PACED: Final = ("pace", "effort", "speed", "race", "faster", "slower", "under", "over", "below")
"""A length before one of these says how fast."""
_LOSSES: Final = (
    *REPEATING,
    *("emom", "amrap", "tabata", "twice", "thrice", "again", "repeating", "double", "extra", "additional"),
    *("walk back", "walk down", "jog back", "jog down"),
)
"""Words that make more running, or rest, whatever stands beside them."""
_TIES: Final = (Class.LINK, Class.FILLER, Class.SCOPE)
_JOINING: Final = (",", "-", "/", "+", "&", "and")


def offers(text: str, refusal: Refusal, meaning: Callable[[str], object]) -> tuple[str, ...]:
    """At most two texts near this one: its mends, then it with the words in doubt as a note.

    `meaning` gives what a text means, but for notes, or raises Refusal. No two of the texts mean the same, and each
    of their numbers outside a note is in the session.
    """
    found: dict[str, object] = {}
    tries = _Tries(text, meaning, refusal)
    for candidate in _candidates(text, refusal, tries):
        means = tries.outcome(candidate)
        if means not in found.values():
            found[candidate] = means
        if len(found) == MOST:
            break
    return tuple(found)


class _Tries:
    """What texts mean, each worked out once. Beyond MOST_READ characters none means anything."""

    def __init__(self, text: str, meaning: Callable[[str], object], refusal: Refusal) -> None:
        self._text = text
        self._meaning = meaning
        self._refusal = refusal
        self._known: dict[str, object] = {}
        self._read = 0

    def outcome(self, text: str) -> object:
        """The session of a text, or the Refusal that says why there is none."""
        if text not in self._known:
            if self._read >= MOST_READ:
                return self._refusal
            self._read += len(text)
            try:
                self._known[text] = self._meaning(text)
            except Refusal as refusal:
                self._known[text] = refusal
        return self._known[text]

    def offered(self, text: str) -> bool:
        """Is it read, with no number lost, and nothing in a note but what was written?"""
        means = self.outcome(text)
        return isinstance(means, Session) and _quotes(text, self._text) and not lost(text, means)

    def refused(self, text: str) -> Refusal | None:
        found = self.outcome(text)
        return found if isinstance(found, Refusal) else None


def _candidates(text: str, refusal: Refusal, tries: _Tries) -> Iterator[str]:
    ways = [_followed(_tidy(mend.of(text)), refusal, tries, _DEPTH, (mend, refusal)) for mend in refusal.mends]
    yield from chain.from_iterable(islice(way, 1) for way in ways)
    yield from chain.from_iterable(ways)
    if len(text) <= LONGEST:
        for noted in chain(_otherwise(text, refusal.start), _noted_ways(text, refusal)):
            yield from _followed(noted, refusal, tries, _DEPTH)


def _followed(
    text: str, before: Refusal, tries: _Tries, depth: int, first: tuple[Mend, Refusal] | None = None
) -> Iterator[str]:
    """A text that was mended, and where it is refused still, it with what is asked next answered: the first that reads,
    with the other answer to its last question.

    Only answers that get further are followed: what is asked next stands behind what was asked before, or could only be
    asked when all was understood. What was asked `first` is answered the same way wherever it is asked again, as for
    both ends of 5m-10m.
    """
    again = tries.refused(text)
    if again is None:
        if tries.offered(text):
            yield text
    elif depth and (again.start > before.start or (before.puzzling and not again.puzzling)):
        answers = [_tidy(one.of(text)) for one in _mends(again, first)]
        read = [answer for answer in answers if tries.offered(answer)]
        yield from read
        for way in () if read else chain(answers[:1], _otherwise(text, again.start), _noted_ways(text, again)):
            found = list(islice(_followed(way, again, tries, depth - 1, first), MOST))
            if found:
                yield from found
                return


def _mends(again: Refusal, first: tuple[Mend, Refusal] | None) -> list[Mend]:
    """The answers to a question; where it is the first one about other numbers, only the same answer."""
    if first is None or _NUMBER.sub("", again.message) != _NUMBER.sub("", first[1].message):
        return list(again.mends)
    wanted = [_NUMBER.sub("", by) for _, _, by in first[0].edits]
    return [one for one in again.mends if [_NUMBER.sub("", by) for _, _, by in one.edits] == wanted]


def _tidy(text: str) -> str:
    return _LOOSE_END.sub("", text.strip())


def _otherwise(text: str, at: int) -> Iterator[str]:
    """A mark between two clauses as a comma, a colon before a time as an @; a word that says nothing more left out."""
    if (timed := _TIMED.match(text, at)) and _AIMED.search(text, text.rfind("\n", 0, at) + 1, at):
        yield f"{text[:at].rstrip()} @ {text[timed.end() :]}"
    if (mark := _PARTING.match(text, at)) and (mark[0] != ":" or _AIMED.search(text, text.rfind("\n", 0, at) + 1, at)):
        yield f"{text[:at].rstrip()}, {text[mark.end() :].lstrip()}"
    if word := _NEEDLESS.match(text, at):
        yield _tidy(text[:at] + text[word.end() :])


def _noted_ways(text: str, refusal: Refusal) -> Iterator[str]:
    """The text with the words that weren't understood kept as a note, in every way that loses no running.

    What is understood and yet refused is kept only with the whole sentence, if that is chatter: `Rest day tomorrow.`
    """
    at, puzzling = refusal.start, refusal.puzzling
    for start, end in _spans(text, at) if puzzling else [_around(text, at, _SENTENCE)]:
        if _may_be_noted(text, start, end) and (puzzling or any(map(unknown, lexemes(text[start:end])))):
            yield _noted(text, start, end)


def _quotes(reading: str, text: str) -> bool:
    """Does every note of a reading hold words that stand in the text as they are?"""
    notes = [" ".join(_WORD.findall(note)[1:]) for note in NOTE.findall(reading)]
    return all(f" {note} " in f" {' '.join(_WORD.findall(text))} " for note in notes)


def _may_be_noted(text: str, start: int, end: int) -> bool:
    return not (
        # 6 x 800 last 200 hard, 2 min: what begins the session is no remark, if it has a count or a length
        (not NOTE.sub("", text[:start]).strip() and _COUNTED.search(text, start, end))
        or (start and text[start - 1 : start + 1].isalnum())  # 1st set
        or _swallows(text[start:end], text[:start], NOTE.sub("", text[end:]))
        or not _WORDS.match(text[start:end])
        or _IN_BRACKETS.search(text[:start])
        or _says_of_what(text[:start], text[start:end])
        or _counts_on(text, start, end)
        or _AIMED.search(text, start, end)
    )


def _says_of_what(before: str, words: str) -> bool:
    """`1500 pace`, `6 % grade`, `3.0 mmol`: words right behind a number say what it is of."""
    last = before.rstrip(" ")[-1:]
    if last == "/" or (last.isalnum() and _NAMING.match(words)):
        return True
    lacking = _LACKING_UNIT.search(before)
    return lacking is not None and not lacking["aim"]


def _counts_on(text: str, start: int, end: int) -> bool:
    """`6 x 300, last 300 flat out`, `45 min including 10 x 1 min`, `Group 1`: words say what a number is for."""
    before, after = NOTE.sub("", text[:start]).rstrip(" "), text[end:].lstrip(" ")
    counts = _SPELLED.match(after) is not None and _RESTED.match(after) is None
    counting = text[start:end].lstrip()[:1].isdigit()  # 3 hilly 5 km
    return _LONE.match(after) is not None or (counts and (counting or (bool(before) and not before.endswith("\n"))))


def _swallows(words: str, before: str, after: str) -> bool:
    """Would running be lost in these words: reps, a rep at their beginning, a recovery with its length, a `twice`?

    Or what they say of what comes after: `odds @ 68`, `instead of 60s`? And are there any words in them but such that
    tie together what they stand between?
    """
    ends = _ENDS.match(after) or (_SPELLED.match(after.lstrip()) and _RESTED.match(after))
    try:
        cursor = Cursor(lexemes(words))
        tokens = cursor.tokens[:-1]
        counted = any(_reps(cursor, at) for at in range(len(tokens)))
        lengths = {at: found for at in range(len(tokens)) if (found := _measured(cursor, at)) is not None}
    except Refusal:
        return True
    said = {word for token in tokens for word in (token.text, token.raw.lower())}
    denied = not said.isdisjoint(_DENYING) or (_NUMBER.search(before) and any(map(_governs, tokens)))
    rests = any(map(_recovers, tokens))
    lacks = (at for at, token in enumerate(tokens) if token.text in ("no", "without", "w/o"))
    unrested = any(_recovers(token) for at in lacks for token in tokens[at + 1 : at + 4])
    if counted or unrested or not said.isdisjoint(_LOSSES) or (denied and not ends):
        return True
    timed = any(one.timed for one in lengths.values())
    rests = rests or (timed and not said.isdisjoint(("after", "before")))
    led_in = "instead" not in said and all(map(_leads_in, tokens[: min(lengths, default=0)]))
    ordered = bool(lengths) and (rests or led_in) and tokens[0].text not in _ANOTHER_WAY
    running = ordered or (_ELSEWHERE.isdisjoint(said) and any(_runs(cursor, at) for at in lengths))
    return running or all(CLASSES.get(token.text) in _TIES for token in tokens)


def _runs(cursor: Cursor, at: int) -> bool:
    """Is the length that begins here one that is run or rested: `a last 90 secs`, and not the 3 km of `3k pace`?"""
    found = _measured(cursor, at)
    said = found is not None and not found.bare and found.at.kind is not Kind.WORD
    return said and not cursor.sees(*_PACED)


def _governs(token: Token) -> bool:
    return CLASSES.get(token.text) is Class.DANGER and token.text not in ("start", "starting", "total", "leg", "legs")


def _recovers(token: Token) -> bool:
    return CLASSES.get(token.text) is Class.RECOVERY or token.text in ("break", "stopping")


def _leads_in(token: Token) -> bool:
    """Says no more than how or after what is run: `then another fast 300`, the 4. before `400m sprint`."""
    known = CLASSES.get(token.text) in (Class.LINK, Class.FILLER, Class.EFFORT)
    return (
        known or token.text in ("do", "run", "complete", "perform", "another") or token.kind in (Kind.NUMBER, Kind.MARK)
    )


def _reps(cursor: Cursor, at: int) -> bool:
    """Does a count with what it counts begin here, or a list of lengths?"""
    if _measured(cursor, at) and cursor.accept(*_JOINING) and cursor.number_here() and _measured(cursor, cursor.index):
        return True
    cursor.index = at
    if cursor.number_here() and cursor.sees("sets", "reps", "times", "lots", ahead=1):
        return True
    return count(cursor) is not None and (cursor.at_end() or length(cursor) is not None)


def _measured(cursor: Cursor, at: int) -> Length | None:
    """The length that begins here. A bare number is one from 50 on, if tracks have it: 80, and not 71 degrees."""
    cursor.index = at
    found = length(cursor)
    if found is None or cursor.sees("%"):
        return None
    bare = found.bare
    return None if bare and (found.low < 50 * M or found.low % (10 * M)) else found


def _spans(text: str, at: int) -> list[tuple[int, int]]:
    """What may be noted around a place: its sentence, its clause, the words up to a number; the longest first."""
    sentence = _around(text, at, _SENTENCE)
    clause = _around(text, at, _SEPARATOR)
    word = re.compile(r"\S+").match(text, at)
    number = _NUMBER.search(text, at, clause[1])
    until = number.start() if number else clause[1]
    until -= len(tied[0]) if number and (tied := _TIED.search(text, at, until)) else 0
    led = _LED.search(text, clause[0], at)
    begun = led.start() if led else at
    if (word_before := _WORD_BEFORE.search(text, clause[0], at)) and any(map(unknown, lexemes(word_before[1]))):
        begun = word_before.start()
    colon = _COLON.search(text, at, clause[1])
    line = text.rfind("\n", 0, at) + 1, text.find("\n", at) if "\n" in text[at:] else len(text)
    spans = [sentence, clause, (clause[0], until), (begun, clause[1]), (at, clause[1]), (begun, until), (at, until)]
    spans += [(clause[0], colon.end())] if colon else []
    spans += [line, (at, word.end() if word else at)]
    unique = list(dict.fromkeys((a, b) for a, b in spans if text[a:b].strip() and "(note:" not in text[a:b]))
    return sorted(unique, key=lambda span: bool(_NUMBER.search(text[span[0] : span[1]])))


def _around(text: str, at: int, separator: re.Pattern[str]) -> tuple[int, int]:
    marks = [match for match in separator.finditer(text) if not _DECIMAL.match(text, match.start())]
    start = max((mark.end() for mark in marks if mark.end() <= at), default=0)
    return start, min((mark.start() for mark in marks if mark.start() > at), default=len(text))


def _noted(text: str, start: int, end: int) -> str:
    words = re.sub(r"[()\s]+", " ", text[start:end]).strip(" -–—•*,;:")
    before, after = text[:start].rstrip(" ,-–—"), text[end:]
    closed = _CLOSED.match(after)
    if before.endswith(("(", "[")) and closed:
        before, after = before[:-1].rstrip(), after[closed.end() :]
    gap = "" if not before or before.endswith("\n") else " "
    behind = "" if not after or after[0] in " \n,;.)]!?" else " "
    return f"{before}{gap}(note: {words}){behind}{after}".strip()
