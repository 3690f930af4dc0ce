"""A recovery clause while it is gathered word by word, in whatever order its words come."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from trackbuddy.plan.notation.syntax import Joint, Length, RecoveryPart, Scope
from trackbuddy.plan.notation.text.lexicon import OPEN_WORDS
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import Target


@dataclass(slots=True)
class Bag:
    """What a clause has said so far."""

    at: Token
    joint: Joint
    lengths: list[Length] = field(default_factory=list)
    way: Length | None = None
    mode: Mode | None = None
    open_words: str | None = None
    equal: str | None = None
    target: Target | None = None
    scope: Scope | None = None
    index: int | None = None
    lead: bool = False
    noun: bool = False
    easy: bool = False
    none: bool = False
    capital: bool = False
    eased: bool = False
    """Slowed by an effort word: a target behind it is the rep's."""

    @property
    def told(self) -> bool:
        """Has it a word of recovery, whatever led it in?"""
        return self.scope is not None or self._how

    @property
    def nothing(self) -> bool:
        """Does it say a place, and not what is to be done there?"""
        return self.scope is not None and not self.lengths and not self._how

    @property
    def _how(self) -> bool:
        return bool(self.noun or self.none or self.easy or self.mode or self.open_words or self.equal)

    def part(self, end: int) -> RecoveryPart:
        if self.open_words is not None and OPEN_WORDS.get(self.open_words) is not None:
            self.mode = OPEN_WORDS[self.open_words]  # who walks back doesn't rest
        said = {one.name: getattr(self, one.name) for one in fields(RecoveryPart) if one.name != "end"}
        return RecoveryPart(**said | {"lengths": tuple(self.lengths), "scope": self.scope or Scope(), "end": end})
