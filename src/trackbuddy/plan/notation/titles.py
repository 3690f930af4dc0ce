"""Names before a session: `Sand dunes –`, `10K rhythm:`, `Hills (Riverside) –`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.lexicon import CLASSES, PLACES, PREPOSITIONS, RUNNERS, SOFT
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.slips import unknown
from trackbuddy.plan.notation.words import Class

_MOST_WORDS: Final = 12
TITLES: Final = RUNNERS | frozenset(
    "reps ladder pyramid hill sprint work run rhythm vo loop loops tempo lt cv threshold cruise vo2max velocity "
    "velocidad vitesse velocità endurance lactate aerobic anaerobic fartlek cutdown".split()
)
"""Words of structure that may stand in a title: `Hill repeats:`, `Mile repeats:`, `Up/down ladder:`."""
_NO_TITLE: Final = frozenset(
    "warm-up cool-down stride recovery rest jog walk float easy sets pace target split".split()
)


def title(tokens: list[Token]) -> int:
    """How many tokens of the text's beginning name it: `Sand dunes –`, `10K rhythm:`, `Session A:`; 0 for none."""
    index, telling = 0, False
    while index < len(tokens) and index <= _MOST_WORDS:
        token = tokens[index]
        if index and (token.text == ":" or (token.text == "-" and token.gap)):
            placed = all(one.text in PLACES or one.text in ("or", "/") for one in tokens[:index])
            dashed = token.text == "-" and not placed
            return index + 1 if telling and _begins_work(tokens, index + 1, dashed) else 0
        if index and token.text == "(" and unknown(tokens[index + 1]) and tokens[index + 2].text == ")":
            index, telling = index + 3, True
            continue
        if not (_of_title(tokens, index) or (token.text == "or" and tokens[index + 1].text in PLACES)):
            return 0
        telling = telling or unknown(token) or CLASSES.get(token.text) in (Class.HEADING, Class.PLACE)
        telling = telling or token.text in TITLES
        index += 1
    return 0


def _of_title(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind is Kind.MARK:
        return token.text in ("/", "-", "&", "#") and not token.gap
    if token.kind is Kind.NUMBER:
        after = tokens[index + 1]
        raced = after.text in ("km", "m", "metres") and not after.gap
        return not token.gap or raced or (index > 0 and after.text in (":", "-"))
    if token.kind is not Kind.WORD or (token.text in _NO_TITLE and token.raw.lower() != "speed"):
        return False
    if index and token.text in PREPOSITIONS:
        return True
    if unknown(token) or token.text in TITLES or token.text in ("mile", "km", "m", "goal", "up", "down"):
        return True
    return (
        CLASSES.get(token.text) in SOFT or token.raw.lower() == "speed" or (len(token.raw) == 1 and token.raw.isupper())
    )


def _begins_work(tokens: list[Token], index: int, dashed: bool) -> bool:
    """A count, a length or brackets; behind a dash a count with its sign."""
    token = tokens[index]
    while token.kind is Kind.NEWLINE:
        index += 1
        token = tokens[index]
    if token.text in ("(", "["):
        return True
    if token.kind is not Kind.NUMBER:
        return False
    after = tokens[index + 1]
    counted = after.text in ("x", "*", "-", ",", "/", "sets", "lots", "times", "to")
    return not dashed or counted or token.number >= 100
