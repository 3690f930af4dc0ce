"""A run whose end is run otherwise: `40 min easy with the last 10 at tempo`; `8k, last 2k fast` may be a run more."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from trackbuddy.plan.notation.text.lexicon import EFFORTS, UNITS
from trackbuddy.plan.notation.text.rewrites import valued
from trackbuddy.plan.notation.text.scanner import Kind, Token

_COUNTING = frozenset("sets reps times again all-again do-this twice lots repeat whole through".split())


def parted(tokens: list[Token]) -> list[Token]:
    """The tokens with both parts of such a run; only where it stands alone, for of reps each could have such an end."""
    at = next((at for at in range(3, len(tokens) - 3) if tokens[at].raw.lower() in ("last", "final")), 0)
    near = pairwise(tokens[at:])
    if not at or any(one.text in _COUNTING or (one.text == "x" and not ahead.is_figure) for ahead, one in near):
        return tokens
    the = tokens[at - 1].text == "the"
    led = at - 1 - the
    number, unit, behind = tokens[at + 1 : at + 4]
    start = led - (2 if tokens[led - 1].text in UNITS else 3)
    led_in = tokens[led].text in ("with", "," if the else "with")
    if start < 0 or not (led_in and tokens[start].is_figure and number.is_figure):
        return tokens
    whole, same, *how = tokens[start:led]
    bare = unit.text in ("at", "@")  # 8 miles with the last 2 at HMP
    alike = same.text in UNITS and (bare or (same.text == unit.text and behind.text in {"at", "@", *EFFORTS}))
    before = [token.text for token in tokens[max(start - 2, 0) : start]]
    alone = not before or before[-1] in ("\n", ".", ";", "then") or before in (["warm-up", ","], ["up", ","])
    eased = {one.text for one in how} <= {"easy", "steady", "run", "jog"}
    if not (alike and alone and eased and number.number < whole.number):
        return tokens
    less, mark = valued([whole], whole.number - number.number), replace(tokens[at], kind=Kind.MARK, text=",", raw=",")
    straight = [mark, replace(tokens[at], text="no-rest"), mark]
    named = [replace(same, start=number.end, end=number.end)][:bare]
    return [*tokens[:start], less, same, *how, *straight, number, *named, *tokens[at + 2 :]]
