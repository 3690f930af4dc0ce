"""A clause that could belong in several places: each is tried, and the sessions that come of them are compared.

A text is read again for every path through its choices, up to MOST_PATHS times. Paths on which no session can be built
fall away, and so do those that strain a word where another path doesn't. If one distinct session is left, it is what
the text means, if the text itself says that the others can't be meant; if several are, two are offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from trackbuddy.plan.notation.refusal import Edit, Refusal
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.printing import print_session
from trackbuddy.plan.session import Session

MOST_PATHS: Final = 16
_TIME_ALONE: Final = re.compile(r"\b1 x [\d:]+(s|min)?(?=[,;)]|$)|(^|[;(] ?)\d+-\d+s\b")
"""A time of which nothing is said is run where somebody says so, and is offered as work nowhere else."""

T = TypeVar("T")
Built = tuple[Session, tuple[str, ...]]
"""A session and what was assumed for it."""


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A place that a clause may belong to."""

    name: str
    """As in `this could be between the reps`."""
    take: Callable[[], T]
    """Puts it there."""
    edits: tuple[Edit, ...] | None = None
    """How the text would say so; where that isn't known the session is offered in the program's own spelling."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A choice that was met, and what it could have led to."""

    at: Token
    question: str
    names: tuple[str, ...]
    edits: tuple[Edit, ...] | None
    """Of the candidate that was taken."""


@dataclass(slots=True)
class Path:
    """One way through the choices of a text."""

    turns: tuple[int, ...] = ()
    """Which candidate to take at each choice; the first where nothing is said."""
    forks: list[Fork] = field(default_factory=list)
    strain: int = 0
    """How often a word was taken for less than it says, like `between sets` where there are none."""

    def choose(self, at: Token, question: str, candidates: list[Candidate[T]]) -> T:
        """Takes one of the candidates; where there are more, the others are taken when the text is read again.

        `question` has a place for their names: `this recovery could be {}; write which`.
        """
        if len(candidates) == 1:
            return candidates[0].take()
        turn = self.turn(len(self.forks))
        names = tuple(candidate.name for candidate in candidates)
        self.forks.append(Fork(at, question, names, candidates[turn].edits))
        return candidates[turn].take()

    def turn(self, index: int) -> int:
        return self.turns[index] if index < len(self.turns) else 0

    @property
    def taken(self) -> tuple[int, ...]:
        return tuple(map(self.turn, range(len(self.forks))))

    def others(self) -> Iterator[tuple[int, ...]]:
        """The paths that leave this one at its new choices, what is to be tried first coming last."""
        for index in range(len(self.turns), len(self.forks)):
            for turn in reversed(range(1, len(self.forks[index].names))):
                yield (*self.taken[:index], turn)


def the_one(build: Callable[[Path], Built]) -> Built:
    """The only session that comes of any path. Raises Refusal where there is none, or more than one.

    A path on which no session can be built is no evidence for the others, unless its refusal decides.
    """
    found: list[tuple[Path, Built]] = []
    failed: list[Refusal] = []
    waiting: list[tuple[int, ...]] = [()]
    for _ in range(MOST_PATHS):
        path = Path(waiting.pop())
        try:
            found.append((path, build(path)))
        except Refusal as refusal:
            failed.append(refusal)
        waiting += path.others()
        if not waiting:
            break
    if not found:
        raise failed[0]
    least = min(path.strain for path, _ in found)
    distinct: dict[Session, tuple[Path, Built]] = {}
    for path, built in found:
        if path.strain == least:
            distinct.setdefault(built[0], (path, built))
    left = list(distinct.values())
    if len(left) > 1 or waiting or not all(refusal.decides for refusal in failed):
        raise _asked(left)
    return left[0][1]


def _asked(left: list[tuple[Path, Built]]) -> Refusal:
    """The question at the first choice by which the sessions differ, with each of them as a reading."""
    taken = [path.taken for path, _ in left]
    size = min(map(len, taken))
    parts = next((at for at in range(size) if len({turns[: at + 1] for turns in taken}) > 1), 0)
    fork = left[0][0].forks[parts]
    names = list(dict.fromkeys(fork.names[turns[parts]] for turns in taken if turns[:parts] == taken[0][:parts]))
    if len(names) == 1:
        names = list(fork.names)
    either = " or ".join((", ".join(names[:-1]), names[-1]))
    refusal = fork.at.refuse(fork.question.format(either))
    answers = [turns[: parts + 1] for turns in taken]
    spelled: list[str] = []
    for at in sorted(range(len(left)), key=lambda at: answers[:at].count(answers[at])):  # one for each answer first
        path, (session, _) = left[at]
        printed = [one for one in (print_session(session),) if not _TIME_ALONE.search(one)]
        if all(fork.edits is not None for fork in path.forks):
            refusal.rewritten(*(edit for fork in path.forks for edit in fork.edits or ()))
            spelled += printed
        elif printed:
            refusal.instead(*printed)
    for one in spelled:
        refusal.instead(one)
    return refusal
