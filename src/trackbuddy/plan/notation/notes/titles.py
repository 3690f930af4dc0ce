"""Names before a session: `Sand dunes –`, `10K rhythm:`, `Hills (Riverside) –`, `Session for Tuesday, on grass:`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.notation.figures.counts import plural
from trackbuddy.plan.notation.text.lexicon import CLASSES, DAYTIMES, EFFORTS, PLACES, PREPOSITIONS, RUNNERS, SOFT
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.slips import unknown
from trackbuddy.plan.notation.text.words import Class

_LONGEST: Final = 24
TITLES: Final = RUNNERS.union(
    "reps ladder pyramid hill sprint work run rhythm vo loop loops tempo lt cv threshold cruise vo2max velocity "
    "velocidad vitesse velocità endurance lactate aerobic anaerobic fartlek cutdown descending progression "
    "alternating hard seuil soglia umbral schwelle fahrtspiel".split(),
    ("ins and outs", "in and outs"),
)
"""Words of structure that may stand in a title: `Hill repeats:`, `Mile repeats:`, `Up/down ladder:`."""
KINDS: Final = TITLES & EFFORTS - {"descending", "velocity", "velocidad", "vitesse", "velocità", "lactate"}
_NO_TITLE: Final = frozenset(
    "warm-up cool-down stride recovery rest jog walk float easy sets pace target split".split()
)
_BESIDE: Final = frozenset("is was again next last first final before all from divided".split())
"""Words that may stand in a name beside one that names: `The last track session before Easter:`, `Broken 5k:`."""
_NUMBERED: Final = frozenset("week wk workout session day part phase track no nr number".split())
"""`Week 5 Saturday:`, `Session 3 of 8:`."""
_KNOWN: Final = frozenset("lap mile km m goal up down over under race on".split())
_TURNS: Final = ("down", "back down")
"""`Up and back down: 200, 400, 200`."""
_MARKS: Final = frozenset("/ - & # ,".split())


def title(tokens: Sequence[Token]) -> int:
    """How many tokens of the text's beginning name it: `Sand dunes –`, `10K rhythm:`, `Session A:`; 0 for none."""
    if tokens[0].kind is Kind.NUMBER and any(token.text in ("of", "alternating") for token in tokens[1:4]):
        return 0  # 8k of rollers: its parts come to it
    index, named, telling = 0, False, False
    while index < len(tokens) and index <= _LONGEST:
        token = tokens[index]
        if _led_up(tokens, index):
            return index
        if index and (token.text in (":", "=") or (token.text == "-" and token.gap)):
            return index + 1 if (named or telling) and _begins_work(tokens, index) else 0
        if token.kind is Kind.NEWLINE and {one.text for one in tokens[:index]} <= TITLES:
            return index if index and _begins_work(tokens, index) else 0
        if index > 1 and token.text in (",", ".") and tokens[index - 1].raw.lower() in _SESSIONS and telling:
            return index + 1 if _counted(tokens, index + 1) else 0  # VO2max session, 5 x 1k
        # Pyramid, 1-2-3-2-1 min; but Ladder, 3 min rest after each: 1k, 2k
        drawn = {one.text for one in tokens[:index]} <= {"pyramid", "ladder"} and ":" not in {x.text for x in tokens}
        when = (CLASSES.get(one.text) is Class.HEADING or one.text in DAYTIMES for one in tokens[:index])
        if index and token.text == "," and (drawn or all(when)):  # Tuesday night, 6th Dec
            return index + 1 if _begins_work(tokens, index) else 0
        size = _of_title(tokens, index)
        if not size or (token.text == "," and not named):
            return 0
        named = named or any(_names(tokens, at) for at in range(index, index + size))
        telling = telling or (token.text in TITLES and not any(one.text in _BESIDE for one in tokens[:index]))
        telling = telling or _sized(tokens, index)
        index += size
    return 0


_WHO: Final = frozenset(
    "for is can could will would might should you we we'll you'll you're we're i'll let's please session".split()
)
_SESSIONS: Final = frozenset(
    "session sessions workout work reps repeats intervals interval training endurance efforts".split()
)
"""Nouns of the session, behind which a comma does for a colon."""
_VERBS: Final = frozenset("run do be is doing running perform complete".split())


def _counted(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].kind is Kind.NUMBER and tokens[index + 1].text in ("x", "*", "sets", "lots")


def _sized(tokens: Sequence[Token], index: int) -> bool:
    """The 200s of `Quick 200s: 10 x 200m`, of which it is said behind how many."""
    end = next((at for at, one in enumerate(tokens) if one.text == ":"), 0)
    others = (*tokens[:index], *tokens[index + 2 : end])
    alone = not any(one.is_figure or one.text in ("at", "in", "@") for one in others)
    said = any(one.text == tokens[index].text for one in tokens[end:])
    return index < end and alone and said and plural(tokens[index], tokens[index + 1])


def _led_up(tokens: Sequence[Token], index: int) -> bool:
    """`On threshold day you could run 3 x …`, `The tempo can be 2 x …`: before a count with its sign."""
    said = {token.raw.lower() for token in tokens[:index]}
    led = {tokens[index - 1].raw.lower()} & (_VERBS | ({"as"} if said & _VERBS else set()))
    spoken = index > 1 and tokens[index].kind is Kind.NUMBER and led
    counted = spoken and tokens[index + 1].text in ("x", "*", "sets", "lots", "times")
    return bool(counted) and bool(said & _WHO) and not said & {"who", "some", "those"}


def _names(tokens: Sequence[Token], at: int) -> bool:
    token, after = tokens[at], tokens[at + 1]
    broken = token.raw.lower() == "broken" and (after.kind is Kind.NUMBER or after.text == "mile")
    the_set = token.raw.lower() == "set" and not any(one.text in _BESIDE for one in tokens[:at])
    turns = at > 0 and tokens[at - 1].text in ("and", "/") and token.raw.lower() in _TURNS
    turns = turns or token.raw.lower() == "going down" or (at == 0 and _capital(token) and after.text == "pace")
    return unknown(token) or _heads(token) or the_set or broken or turns


def _heads(token: Token) -> bool:
    return CLASSES.get(token.text) in (Class.HEADING, Class.PLACE)


def _of_title(tokens: Sequence[Token], index: int) -> int:
    """How many tokens from here may stand in a name; 0 for none."""
    token, after = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
    if token.kind is Kind.MARK:
        joined = token.text in _MARKS and not token.gap
        return int(joined or (index > 0 and token.text in ("&", "#")))
    if token.kind is Kind.NUMBER:
        return 2 if plural(token, after) and (index or _sized(tokens, 0)) else int(_numbered(tokens, index))
    if token.kind is not Kind.WORD:
        return 0
    if token.text == "pace" and index == 1 and _capital(tokens[0]):
        return 1  # T-pace reps: 4 x 2k @ threshold
    if token.text == "or":
        return int(after.text in PLACES)
    return int(_word(token, after, index))


def _word(token: Token, after: Token, index: int) -> bool:
    """A word that may stand in a name: the set of `The set:`, any word of no class."""
    raw = token.raw.lower()
    if token.text in _NO_TITLE and raw != "speed":
        return raw == "set" and index > 0 and after.text == ":"
    if token.text in PREPOSITIONS and (index or raw in ("on", "for", "in", "up", "down")):
        return True
    if index and (raw == "go" or raw in _VERBS):
        return True
    known = (
        token.text in TITLES
        or raw == "going down"
        or token.text in _BESIDE
        or (index and raw in _TURNS)
        or token.text in _KNOWN
    )
    capital = len(token.raw) == 1 and token.raw.isupper()
    return unknown(token) or known or CLASSES.get(token.text) in SOFT or raw == "speed" or capital


def _numbered(tokens: Sequence[Token], index: int) -> bool:
    """The 10 of `10K rhythm`, the 5 of `Week 5 Saturday`, the one of `the long one on the trail`."""
    token, after = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
    before = tokens[index - 1] if index else None
    if not token.gap or (after.text in ("km", "m", "metres") and not after.gap):
        return True
    if before is None:
        return False
    if token.raw == "one":
        return after.text in (":", "before", "again", "do") or after.text in PREPOSITIONS
    if before.text in ("at", "in", "@") and any(plural(*tokens[at : at + 2]) for at in range(index)):
        return False  # Grass 200s at 35: 10 x 200m
    ordered = before.raw.lower() in _NUMBERED or (before.text == "of" and tokens[index - 2].kind is Kind.NUMBER)
    goes_on = after.kind is Kind.WORD and (unknown(after) or _heads(after) or after.text in ("of", "from"))
    return after.text in (":", "-", "=") or (ordered and (goes_on or after.text == ","))


def _capital(token: Token) -> bool:
    return len(token.raw) == 1 and token.raw.isupper()


def _begins_work(tokens: Sequence[Token], end: int) -> bool:
    """Does a count, a length or a bracket stand behind this mark? Behind a dash or = only a count with its sign.

    `Loop = 900m` says how long it is.
    """
    placed = all(one.text in PLACES or one.text in ("or", "/") for one in tokens[:end])
    dashed = tokens[end].text == "-" and not placed
    index = end + 1
    token = tokens[index]
    while token.kind is Kind.NEWLINE or (token.text in ("-", "•", "*") and tokens[index - 1].kind is Kind.NEWLINE):
        index += 1
        token = tokens[index]
    if token.text in ("(", "["):
        return True
    if token.kind is not Kind.NUMBER:
        return False
    after, ends = tokens[index + 1], [one.kind for one in tokens[index + 1 : index + 3]]
    if tokens[end].text == ":" and index == end + 1 and Kind.NEWLINE in ends:
        return False  # `Shakeout: 20 min` and a line: what the length is for, and no name of the session
    counted = after.text in ("x", "*", "by", "-", ",", "/", "sets", "lots", "times", "to")
    if tokens[end].text == "=":
        return counted and after.text not in ("-", ",", "/")
    if tokens[0].text == "alternating":  # In-and-outs: 8k, 6 x (1k, 1k)
        return counted and tokens[index + 2].text not in ("(", "[")
    if tokens[0].kind is Kind.NUMBER and tokens[1].text in ("km", "mile", "min"):
        return counted  # 10k steady: 1k, 1k
    return not dashed or counted or token.number >= 100
