"""A place in the lexemes: looking ahead, going on, going back, and a bound on how much of that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property, wraps
from itertools import pairwise
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, TypeVarTuple

from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.text.scanner import Kind, Token, written
from trackbuddy.plan.notation.text.slips import suggestion

MAX_DEPTH: Final = 4
"""Brackets and multipliers inside each other; real sessions need two, and three were never seen."""
STEPS_PER_TOKEN: Final = 200
"""Far above what any readable text takes: a bound for the unreadable ones."""


_SPRINTS: Final = frozenset(
    {"sprint", "walk back", "fly", "flys", "flying"}
    | {f"{kind} start{s}" for kind in ("rolling", "standing", "flying", "sprint", "block") for s in ("", "s")}
)


Steps = tuple[tuple[frozenset[str], bool, bool], ...]
Answers = dict[tuple[object, ...], tuple[Any, int]]
"""What readers that are asked once found at a place, and where they left the cursor."""
_SAID: Final = (Kind.WORD, Kind.MARK)
_ENDS: Final = (Kind.NEWLINE, Kind.END)
_CLAUSE_END: Final = "END|.|,|;|)|!|then"
_LOOK: Final = frozenset[str]()
"""The `...` of a pattern."""


class Cursor:
    """Reads lexemes from left to right; looks at them are counted, so that reading always ends.

    Not counted is the question whether a certain word stands here: nothing goes round in circles by that alone.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.last = len(tokens) - 1
        self.index = 0
        self.steps = 0
        self.depth = 0
        self.in_miles = False
        """Inside a total in miles: `5mi alternating 1m MP, 1m easy`."""
        self.annotating = False
        """Inside brackets that speak of the work before them."""
        self.budget = STEPS_PER_TOKEN * (len(tokens) + 10)
        self.known: Answers = {}

    def peek(self, ahead: int = 0) -> Token:
        self.steps += 1
        if self.steps > self.budget:
            raise self.tokens[min(self.index, self.last)].refuse(
                "this is too tangled to read; write one block a line, like 8 x 200m @ 34, 30s rest"
            )
        at = self.index + ahead
        return self.tokens[at if at < self.last else self.last]

    @property
    def spent(self) -> bool:
        """Was more looked at than reading may take? Then the whole text is refused."""
        return self.steps > self.budget

    def next(self) -> Token:
        token = self.peek()
        self.index += token.kind is not Kind.END
        return token

    def back(self) -> Token:
        """The token before this place."""
        return self.tokens[self.index - 1 if self.index else 0]

    def sees(self, *texts: str, ahead: int = 0) -> bool:
        """Is the token here one of these words or marks?"""
        token = self.tokens[at if (at := self.index + ahead) < self.last else self.last]
        return token.text in texts and token.kind in _SAID  # asked most of all: what is mostly false stands first

    def accept(self, *texts: str) -> Token | None:
        """Steps over one of these words or marks if it stands here."""
        token = self.tokens[at if (at := self.index) < self.last else self.last]
        if token.text not in texts or token.kind not in _SAID:
            return None
        self.index = at + 1
        return token

    def over(self, pattern: str) -> bool:
        """Steps over words and marks in this order, or over nothing: `as|for? the|your* warm-up`.

        `?` marks what may be missing, `*` what may come several times, or not at all. `0` stands for any number, `0:00`
        for a time like 1:30 as well, END for the end of a line and ENDS for that of a clause. What may be an end is
        only looked at, and so is what follows `...`.
        """
        steps, first = _steps(pattern)
        if first and self.tokens[at if (at := self.index) < self.last else self.last].text not in first:
            return False  # as mostly
        end = self._behind(steps, 0)
        self.index = self.index if end is None else end
        return end is not None

    def looks(self, pattern: str, ahead: int = 0) -> bool:
        """Do words and marks stand here in this order? They are written as for `over`."""
        steps, first = _steps(pattern)
        token = self.tokens[at if (at := self.index + ahead) < self.last else self.last]
        return not (first and token.text not in first) and self._behind(steps, ahead) is not None

    def _behind(self, steps: Steps, ahead: int) -> int | None:
        start, taken = self.index, None
        for options, needed, many in steps:
            if options is _LOOK:
                taken = ahead
            while _is_one(self.peek(ahead), options):
                needed = False
                if "END" in options:
                    break
                ahead += 1
                if not many:
                    break
            if needed:
                return None
        return start + (ahead if taken is None else taken)

    def skip(self, *texts: str) -> None:
        """Steps over any of these words or marks, as many as there are."""
        while (token := self.tokens[min(self.index, self.last)]).text in texts and token.kind in _SAID:
            self.index += 1

    def figure_here(self, ahead: int = 0) -> bool:
        """A number, or a time like 1:30?"""
        return self.peek(ahead).is_figure

    def number_here(self, ahead: int = 0) -> bool:
        return self.peek(ahead).kind is Kind.NUMBER

    @cached_property
    def daniels(self) -> bool:
        """Is a number marked with one of Daniels' letters anywhere (`2E`, `25T`)? Then the M of `10M` is one too."""
        return any(
            before.kind is Kind.NUMBER and token.raw in ("E", "T", "I", "R") and not token.gap
            for before, token in pairwise(self.tokens)
        )

    @cached_property
    def said(self) -> frozenset[str]:
        """All words of the text: who needs one of them has nothing to read without it."""
        return frozenset(token.text for token in self.tokens)

    @cached_property
    def rests(self) -> bool:
        """Is R the sign of a rest somewhere (`R=60s`, `R: 2min`)? Then it is no pace anywhere."""
        return any(before.raw == "R" and after.text in ("=", ":") for before, after in pairwise(self.tokens))

    @cached_property
    def totals(self) -> bool:
        """May a length say how much something comes to: behind `for` (`for 10 min`), or because nothing counts it?"""
        counted = any(token.text in ("x", "*", "times", "sets") for token in self.tokens)
        return not counted or any(
            token.text == "for" and any(near.is_figure for near in self.tokens[at : at + 5])
            for at, token in enumerate(self.tokens)
        )

    @cached_property
    def sprints(self) -> bool:
        """Does anything say that small distances are run: other metres, sprints, a walk back?"""
        return any(
            token.text in _SPRINTS
            or (before.kind is Kind.NUMBER and before.number >= 50 and token.raw == "m" and before.number % 10 == 0)
            for before, token in pairwise(self.tokens)
        )

    def at_end(self) -> bool:
        return self.peek().kind is Kind.END

    def line_ends(self, ahead: int = 0) -> bool:
        return self.peek(ahead).ends_line

    def clause_ends(self) -> bool:
        """Does nothing more belong to what was said so far?"""
        return self.looks("ENDS") or self.looks("and then")

    def written(self, start: int) -> str:
        """The text from a place up to here as it was written."""
        return written(self.tokens[start : self.index])

    def ahead(self) -> _Ahead:
        """For a look at what follows: the cursor comes back to where it is."""
        return _Ahead(self)

    @contextmanager
    def deeper(self, annotating: bool = False) -> Iterator[None]:
        """One level further in; raises Refusal below the deepest."""
        outside, self.annotating = self.annotating, annotating
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.peek().refuse(f"this nests deeper than {MAX_DEPTH} levels; write sets like 3 x (4 x 200m)")
        try:
            yield
        finally:
            self.depth -= 1
            self.annotating = outside


class _Ahead:
    """A look at what follows a cursor."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def __enter__(self) -> None:
        self._start = self._cursor.index

    def __exit__(self, *_: object) -> None:
        self._cursor.index = self._start


def either(words: Iterable[str]) -> str:
    """Any of these words, for a pattern."""
    return "|".join(words).replace(" ", "_")


@cache
def _steps(pattern: str) -> tuple[Steps, frozenset[str]]:
    """What may stand at each place of a pattern, whether something must, and whether several may.

    And the words that may begin it; none where that could be a number or anything else.
    """
    steps = []
    for part in pattern.split():
        sign = part[-1] if part[-1] in "?*" and part[-2:-1] not in ("", "|") else ""
        words = part.removesuffix(sign).replace("ENDS", _CLAUSE_END).split("|")
        options = frozenset(word.replace("_", " ") for word in words) if part != "..." else _LOOK
        steps.append((options, options is not _LOOK and not sign, sign == "*"))
    first = frozenset[str]()
    for options, needed, _ in steps:
        first |= options
        if needed:
            return tuple(steps), first if first.isdisjoint(("0", "0:00", "END")) else frozenset()
    return tuple(steps), frozenset()


def _is_one(token: Token, options: frozenset[str]) -> bool:
    if token.kind in _ENDS:
        return "END" in options
    if token.kind is Kind.NUMBER:
        return not options.isdisjoint((token.text, "0", "0:00"))
    return (token.kind is not Kind.NOTE and token.text in options) or (token.kind is Kind.CLOCK and "0:00" in options)


P = ParamSpec("P")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")


def tentative(reader: Callable[Concatenate[Cursor, P], R]) -> Callable[Concatenate[Cursor, P], R]:
    """A reader that leaves the cursor where it was when it finds nothing: None, False, or an empty list."""

    @wraps(reader)
    def trial(cursor: Cursor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        start = cursor.index
        found = reader(cursor, *args, **kwargs)
        if not found:
            cursor.index = start
        return found

    return trial


def once(reader: Callable[[Cursor, *Ts], R]) -> Callable[[Cursor, *Ts], R]:
    """A tentative reader whose answer is kept: it says the same whenever it is asked at the same place."""

    @wraps(reader)
    def asked(cursor: Cursor, *args: *Ts) -> R:
        found: R
        start, cursor.steps = cursor.index, cursor.steps + 1
        key = (reader, start, cursor.in_miles, args)
        if (known := cursor.known.get(key)) is not None:
            found, cursor.index = known
            return found
        if not (found := reader(cursor, *args)):
            cursor.index = start
        cursor.known[key] = found, cursor.index
        return found

    return asked


@tentative
def two(cursor: Cursor, reader: Callable[[Cursor], R | None], *signs: str) -> tuple[R, R] | None:
    """Two of a kind and one of these signs between them: `400 & 800m`, `slow/fast`."""
    first = reader(cursor)
    second = reader(cursor) if first is not None and cursor.accept(*signs) else None
    return (first, second) if first is not None and second is not None else None


def unless_refused(
    cursor: Cursor, reader: Callable[Concatenate[Cursor, P], R], *args: P.args, **more: P.kwargs
) -> R | None:
    """What a reader finds; None where it refuses, as long as there is time to read on."""
    try:
        return reader(cursor, *args, **more)
    except Refusal:
        if cursor.spent:
            raise
        return None


def unexpected(token: Token) -> Refusal:
    """What is said of a lexeme that has no meaning where it stands."""
    refusal = _unexpected(token)
    refusal.puzzling = token.kind is not Kind.END
    return refusal


def _unexpected(token: Token) -> Refusal:
    if token.kind is Kind.END:
        return token.refuse("the text ends too early; write a session like 8 x 200m @ 34, 30s rest")
    if token.text == "or":
        return token.refuse("“or” offers a choice; write only the one that is run")
    near = suggestion(token.text) if token.kind is Kind.WORD else None
    if near is not None:
        refusal = token.refuse(f"“{token.raw}” is not understood; did you mean {near}?")
        return refusal.mended(token.start, token.end, near)
    return token.refuse(f"“{token.raw.strip()}” is not understood here; leave it out or say it another way")
