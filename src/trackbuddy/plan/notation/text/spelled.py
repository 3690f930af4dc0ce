"""Numbers in several words: `twenty-four`, `a minute and a half`, `half an hour`, `a dozen`, `five times through`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.text.lexicon import UNITS
from trackbuddy.plan.notation.text.rewrites import By, Rewrites, Test, valued
from trackbuddy.plan.notation.text.scanner import Kind, Token

_HALF: Final = Decimal("0.5")
_SPLIT: Final = frozenset({"min", "hour", "mile", "km", "lap"})
"""Units of which halves and quarters are spoken of."""
_GOES_ON: Final = UNITS | {"marathon", "pace", "dozen"}
"""`1 mile and a half lap jog`, `a mile and a half marathon pace`: the half is that of the next word."""


def _spelled(token: Token, least: int, below: int) -> bool:
    return token.kind is Kind.NUMBER and token.raw.isalpha() and least <= token.number < below and not token.number % 1


def _is_tens(token: Token) -> bool:
    return _spelled(token, 20, 100) and not token.number % 10


def _is_ones(token: Token) -> bool:
    return _spelled(token, 0, 10)


def is_doubtful(tens: Token, ones: Token) -> bool:
    """`twenty two minute efforts`: 22 minutes, or 20 times 2?"""
    return _is_tens(tens) and _is_ones(ones)


_KINDS: Final[dict[str, Test]] = {
    "TENS": _is_tens,
    "ONES": _is_ones,
    "FEW": lambda token: _spelled(token, 1, 20),
    "SMALL": lambda token: token.kind is Kind.NUMBER and token.number < 9,
    "SIXTY": lambda token: token.kind is Kind.NUMBER and not token.gap and token.number < 60,
    "WHOLE": lambda token: token.kind is Kind.NUMBER and not token.number % 1,
    "THREE": lambda token: token.number == 3,
    "LARGE": lambda token: token.kind is Kind.NUMBER and token.number >= 50,
    "SPLIT": lambda token: token.text in _SPLIT,
    "UNIT": lambda token: token.text in UNITS,
    "ENDS": lambda token: not (token.is_figure or token.text in _GOES_ON),
}


def _as(value: Callable[[list[Decimal]], Decimal | float]) -> By:
    """Words as one number, from the numbers among them."""
    return lambda part: [valued(part, Decimal(value([one.number for one in part if one.kind is Kind.NUMBER])))]


def _with_unit(part: Sequence[Token]) -> list[Token]:
    """The 1.5 min of `a minute and a half`, the 2.25 of `two minutes and a quarter`."""
    unit = next(token for token in part if token.text in _SPLIT)
    whole = part[0].number if part[0].kind is Kind.NUMBER else 1
    return [valued(part, whole + (_HALF if part[-1].text == "half" else _HALF / 2)), replace(unit, end=part[-1].end)]


def _times(part: Sequence[Token]) -> list[Token]:
    """The 2 times of `twice through`."""
    said = replace(part[-1], text="times", raw="times through")
    return [replace(valued(part[:1], 1 if part[0].text == "once" else 2), raw=part[0].raw), said]


def _through(part: Sequence[Token]) -> list[Token]:
    return [replace(part[0], raw=f"{part[0].raw} through", end=part[1].end)]


def _each(part: Sequence[Token]) -> Token:
    """The `each` of `2:40 each time` and `2:40 on each`."""
    return replace(next(token for token in part if token.text == "each"), end=part[-1].end)


in_one: Final = Rewrites(
    _KINDS,
    ("TENS ~-|‐|‑ ~ONES", _as(sum)),
    ("TENS ONES > sec|x|times|LARGE", _as(sum)),  # before minutes it could be 40 times 5
    ("half a dozen", _as(lambda _: 6)),
    ("a? couple of > SPLIT", _as(lambda _: 2)),
    ("a|SMALL dozen", _as(lambda of: 12 * (of[0] if of else 1))),
    ("a|FEW hundred", _as(lambda of: 100 * (of[0] if of else 1))),
    ("a? WHOLE and|& a half > UNIT", _as(lambda of: of[0] + _HALF)),
    ("a|WHOLE? SPLIT and|& a half|quarter > ENDS", _with_unit),
    ("half a|an > min|hour", _as(lambda _: _HALF)),
    ("half > min|hour", _as(lambda _: _HALF)),
    ("a? THREE? quarter of a|an|the > SPLIT", _as(lambda of: (of[0] if of else 1) / Decimal(4))),
    ("WHOLE 1 ~/ ~2 > SPLIT", _as(lambda of: of[0] + _HALF)),
    ("WHOLE 1|3 ~/ ~4 > SPLIT", _as(lambda of: of[0] + of[1] / 4)),
    ("the > FEW NUMBER m|metres", lambda part: []),  # the six 1000m efforts
    ("CLOCK on|for|in? each|every times|one|rep? > LINE|,|.|;|with", lambda part: [part[0], _each(part)]),
    (",|; range|times :? > CLOCK -|to CLOCK", lambda part: [part[0], replace(part[1], kind=Kind.MARK, text="@")]),
    ("UNIT times > FEW", lambda part: [part[0], replace(part[1], text="x")]),  # 400m times eight
    ("SMALL ~m SIXTY ~s|sec", lambda part: [part[0], replace(part[1], text="min"), *part[2:]]),  # 1m30s
    ("times|sets through|thru", _through),
    ("times over|round > LINE|,|.|;|:|)|!", _through),
    ("once|twice through|thru", _times),
    ("once|twice over|round > LINE|,|.|;|:|)|!", _times),
)
