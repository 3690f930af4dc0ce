"""Words out of their order: `2 easy miles`, `Pyramid x 3`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from typing import Final

from trackbuddy.plan.notation.text.lexicon import EFFORTS, EVERY, NEARLY, TOTALS, UNITS
from trackbuddy.plan.notation.text.rewrites import Rewrites, parts
from trackbuddy.plan.notation.text.scanner import Kind, Token

_AND: Final = ("and", "&")
_UNITS: Final = frozenset({"mile", "km", "min", "lap"})
_JOGS: Final = frozenset({"jog", "easy", "walk", "jog run"})
_RESTED: Final = frozenset({"jog", "walk", "rest", "recovery", "float", "easy"})
_PACES: Final = frozenset({"pace", "effort", "hmp", "mp"})
_AIMED: Final = frozenset("@ at in pace effort then . stride hill".split())
"""Behind the first pace: where one of these stands, it isn't the pace of all."""
_NEXT: Final = frozenset(", ; . then".split())
_AGAIN: Final = frozenset("reps do-this all-again whole times through".split())
_PLACED: Final = frozenset("between after amid warm-up cool-down x back".split())
_LONGEST_HEAD: Final = 14
_WAYS: Final = frozenset("jog walk run or easy slow very light cool-down to-end".split())
_RESTING: Final = frozenset("walk rest recovery between float".split())
_LONGEST_STRIDE: Final = 120
_WARMING: Final = 5
"""Minutes of a warm-up, at least."""
_PARTED: Final = {"reps": "reps", "repeats": "reps", "sets": "sets", "rounds": "sets"}
_SIZED: Final = frozenset("distance dist length work on run effort interval rep".split())
_BEHIND_SIZES: Final = frozenset(", ; . ( with off @".split())
_JOINING: Final = frozenset(": = - on off with are is get have".split())
_RESTS: Final = frozenset("rest recovery walk jog off float full".split())
_OF_A_REST: Final = _RESTS | frozenset("sec min s m metres ' \" - to lap a the long longer short about apart".split())


def _swapped(part: Sequence[Token]) -> list[Token]:
    number, manner, unit = part
    behind = replace(manner, start=unit.end, end=unit.end)
    return [number, replace(unit, start=manner.start, gap=True), behind]


def _both_ends(part: Sequence[Token]) -> list[Token]:
    """`10 min jog either side`: warm-up and cool-down."""
    at = next(at for at, one in enumerate(part) if one.kind is Kind.NUMBER)
    last = replace(part[-1], kind=Kind.WORD, gap=True)
    ends = (replace(last, text=word, raw="", end=last.start) for word in ("warm-up", "and", "cool-down"))
    return [*part[at : at + 2], *ends, replace(last, kind=Kind.MARK, text=",", raw="")]


def _aimed(part: Sequence[Token]) -> list[Token]:
    return [part[0], replace(part[1], kind=Kind.MARK, text="@"), *part[2:]]


def _between_sets(part: Sequence[Token]) -> list[Token]:
    return [*part[:-1], replace(part[-1], text="between"), replace(part[-1], text="sets", start=part[-1].end)]


def _count_first(part: Sequence[Token]) -> list[Token]:
    ladder, sign, number = part
    counted = replace(number, start=ladder.start, end=ladder.end, gap=ladder.gap)
    return [counted, sign, replace(ladder, start=number.start, end=number.end, gap=True)]


def _started(part: Sequence[Token]) -> list[Token]:
    """`8 rounds, every 3 min: run 300m` as `8 x 300m every 3 min`."""
    at = next(at for at, token in enumerate(part) if token.raw.lower() in EVERY)
    count, run, every = part[0], part[-2:], part[at : at + 3]
    return [count, replace(part[1], kind=Kind.WORD, text="x"), *run, *every]


def _times_behind(part: Sequence[Token]) -> list[Token]:
    return [part[0], replace(part[1], kind=Kind.MARK, text=","), *part[2:]]


def _manner_last(part: Sequence[Token]) -> list[Token]:
    number, manner, *said = part
    return [number, *said, replace(manner, start=said[-1].end, end=said[-1].end, gap=True)]


def _lasting(part: Sequence[Token]) -> list[Token]:
    return [replace(part[0], text="reps"), replace(part[-1], text="of")]


def _signed(part: Sequence[Token]) -> list[Token]:
    unit = part[1]
    sign = replace(unit, text="x", raw="x", start=unit.end - 1)
    return [part[0], replace(unit, text="m", raw="m", end=unit.end - 1), sign]


_united: Final = Rewrites(
    {
        "EVERY": lambda token: token.raw.lower() in EVERY,
        "TOTAL": lambda token: token.text in TOTALS,
        "UNIT": lambda token: token.text in UNITS,
        "LONG": lambda token: token.kind is Kind.NUMBER and token.number >= _WARMING,
        "ABOUT": lambda token: token.raw.lower() in NEARLY,
        "MANNER": lambda token: token.kind is Kind.WORD and (token.text == "easy" or token.text in EFFORTS),
    },
    ("NUMBER MANNER hill|stride of NUMBER UNIT", _manner_last),  # 6 relaxed strides of 150m
    ("NUMBER MANNER mile|km|min|lap|hill|stride", _swapped),  # 2 easy miles
    ("NUMBER ( m|metres|min|km )", lambda part: [part[0], part[2]]),  # 300, 500, 300 (metres)
    ("( NUMBER - NUMBER ) > x|*", lambda part: part[1:4]),  # (6-8) x 400m
    (
        "NUMBER stride|hill x|*",
        lambda part: [*part[:2], replace(part[2], kind=Kind.WORD, text="of")],
    ),  # 6 strides x 100m
    ("pyramid|ladder x|* NUMBER", _count_first),
    ("NUMBER ~mx > NUMBER", _signed),  # 200mx4
    ("NUMBER sets|reps|times ,|:? EVERY NUMBER min ,|:? run? NUMBER m|metres > LINE|.|at|@|in", _started),
    ("CLOCK|min|sec|m|metres|km for NUMBER reps|times > LINE|.|,|;", _times_behind),  # 400m every 2 min for 8 reps
    *(
        (f"jog? {size} easy|jog? {words}", _both_ends)
        for size in ("NUMBER km|mile", "LONG min")
        for way in ("on|at? either|each side|end", "on|at? both sides|ends", "before and after")
        for words in (f"{way} > ,|;|.|)|LINE", f"{way} of? > NUMBER x")
    ),
    (
        "at|@|in NUMBER down > to NUMBER ,|;|.|LINE",
        lambda part: [replace(part[0], text="from", raw="from"), part[1]],
    ),  # in 75 down to 68
    ("→|= > NUMBER min|km|mile|hour in? TOTAL|all", lambda part: [replace(part[0], text=",")]),  # = 25 min in total
    ("% → > NUMBER %", lambda part: [part[0], replace(part[1], kind=Kind.WORD, text="to")]),  # 78% → 88%
    ("m|metres|km|mile ABOUT > CLOCK ,|;|.|LINE", _aimed),  # 6 x 800m around 2:40
    ("m|metres ABOUT > NUMBER sec|s? ,|;|.|LINE", _aimed),
    (", ABOUT > CLOCK ,|;|. +? NUMBER m|sec|min|s jog|walk|rest|recovery", _aimed),
    ("work|run|running :|to|/|-|and rest|recovery ratio? is|of|:|=? > equal-time", lambda part: [part[2]]),
    ("equal-time ( time|duration )", lambda part: part[:1]),
    ("NUMBER ~- ~miler|milers", lambda part: [part[0], replace(part[2], text="mile")]),  # three 1-milers
    ("reps|surges ,? each lasting|of|over|covering > FIGURE", _lasting),  # 8 reps, each of 400m
    ("reps|surges ,? each > FIGURE UNIT long", _lasting),
    ("UNIT long > LINE|,|.|;", lambda part: part[:1]),
    ("rest|recovery 1 to 1 > LINE|,|.|;", lambda part: [part[0], replace(part[1], kind=Kind.WORD, text="equal-time")]),
    ("m|metres : > NUMBER average", lambda part: [part[0], replace(part[1], text="@")]),  # 8 x 300m: 52 average
    ("run? up the|a > NUMBER m|metres hill", lambda part: []),  # up the 150 m hill eight times
    (": between NUMBER and > NUMBER x|*", lambda part: [part[0], part[2], replace(part[3], kind=Kind.MARK, text="-")]),
    (
        "sets (|,? NUMBER min apart",
        lambda part: [*part[:-1], replace(part[-1], text="between"), replace(part[0], raw="")],
    ),
)


def _rounds(part: Sequence[Token]) -> list[Token]:
    number = next(one for one in part if one.kind is Kind.NUMBER)
    sets = replace(number, kind=Kind.WORD, text="sets", raw="rounds", gap=True)
    return [part[0], number, sets, replace(part[-1], kind=Kind.MARK, text=":")]


def _tabled(part: Sequence[Token]) -> list[Token]:
    """`Sets: 3` and `Reps: 8` in a table of keys: so many of what the next line says."""
    number = replace(part[3], start=part[1].start, gap=True)
    return [
        part[0],
        number,
        replace(part[1], text={"reps": "x"}.get(part[1].text, "sets"), start=number.end, end=number.end),
    ]


_begun: Final = Rewrites(
    {
        "KEY": lambda token: token.raw.lower() in _SIZED,
        "GOAL": lambda token: token.raw.lower() in ("time", "times", "goal", "aim"),
        "TOTAL": lambda token: token.text in TOTALS,
        "UNIT": lambda token: token.text in UNITS,
        "SHORT": lambda token: token.kind is Kind.NUMBER and token.number <= _LONGEST_STRIDE,
    },
    *(
        (f"NEWLINE {count}", _rounds)
        for count in ("x NUMBER :", "( x NUMBER )", "NUMBER x :|-", "( NUMBER x )", "NUMBER reps : > NEWLINE")
    ),
    ("NEWLINE sets :|= NUMBER > NEWLINE", _tabled),
    ("NEWLINE reps :|= NUMBER NEWLINE|,|; KEY :|= > FIGURE", _tabled),
    (
        "reps :|= NUMBER x FIGURE UNIT NEWLINE GOAL : > CLOCK LINE",
        lambda part: [*part[:-2], replace(part[-1], text="@")],
    ),
    ("NEWLINE up and down pyramid|ladder > ,|:|NUMBER", lambda part: [part[0], part[-1]]),
    ("NEWLINE pyramid|ladder today|tonight? . > NUMBER", lambda part: [*part[:2], replace(part[-1], text=":")]),
    ("NEWLINE hill -|:|, > NUMBER m|s|sec|min WORD? x|*", lambda part: part[:2]),  # Hills – 45 s x 6
    ("NEWLINE stride -|: > SHORT x|m SHORT|x", lambda part: part[:2]),
)
"""What begins a line: a count of the rounds below or behind it, and what kind of reps follow."""


def reordered(tokens: list[Token]) -> list[Token]:
    """The tokens with units behind their numbers."""
    line = replace(tokens[0], kind=Kind.NEWLINE, text="\n", raw="", end=tokens[0].start)
    begun = _sizes(_begun([line, *tokens])[1:])
    return _walked_first(_united(_run_and_jogged(_said_first(_scoped(_and_back(begun))))))


def _sizes(tokens: list[Token]) -> list[Token]:
    """`1500 1000 800`: bare distances side by side, at the beginning, with commas."""
    start = next((at for at, one in enumerate(tokens) if one.text not in ("pyramid", "ladder", ":", ".", ",")), 0)
    sizes = list(takewhile(lambda one: one.number >= 100 and not one.number % 50, tokens[start:]))
    end = start + len(sizes)
    ends = tokens[end].ends_line or tokens[end].is_figure or tokens[end].text in _BEHIND_SIZES
    if len(sizes) < 3 or not ends or sizes[0].text == sizes[2].text:  # 1000 400 1000: with a jog between?
        return tokens
    commas = [replace(one, kind=Kind.MARK, text=",", raw="", end=one.start) for one in sizes[1:]]
    listed = [sizes[0], *chain.from_iterable(zip(commas, sizes[1:], strict=True))]
    return [*tokens[:start], *listed, *tokens[end:]]


def _scoped(tokens: list[Token]) -> list[Token]:
    """`reps 45s, sets 3 min jog`, `sets on full recovery`, `3 min for the sets`: with the word between.

    A time alone is a recovery where the reps and the sets have one each, or another is told before.
    """
    heads = {at for at, one in enumerate(tokens) if _PARTED.get(one.raw.lower()) == one.text and _scopes(tokens, at)}
    told = {at for at in heads if any(one.text in _RESTS for one in _clause(tokens, at + 1))}
    if not told and len({tokens[at].text for at in heads}) > 1:
        told = heads
    told |= {at for at in heads if tokens[at].text == "sets" and any(one.text in _RESTS for one in tokens[:at])}
    found: list[Token] = []
    for at, token in enumerate(tokens):
        found += [replace(token, text="between", raw="", end=token.start)] if at in told else []
        found += [token] if not (at - 1 in told and token.text in _JOINING) else []
    return found


def _clause(tokens: list[Token], start: int) -> list[Token]:
    return list(takewhile(lambda one: not parts(one), tokens[start:]))


def _scopes(tokens: list[Token], at: int) -> bool:
    """Does a recovery stand behind this noun, which begins its clause, and are reps counted before it?"""
    counted = any(one.text in ("x", "*", "sets") for one in tokens[: at - 1])
    clause = _clause(tokens, at + 1)
    started = len(clause) > 1 and clause[0].text == "on" and clause[1].is_figure  # sets on 6 min
    clause = clause[bool(clause) and clause[0].text in _JOINING and not started :]
    words = [one.text for one in clause if one.kind is not Kind.NUMBER and one.kind is not Kind.CLOCK]
    told = not {*_RESTS, "sec", "min", "s", "'", '"'}.isdisjoint(words)
    return counted and at > 0 and parts(tokens[at - 1]) and told and set(words) <= _OF_A_REST


def _and_back(tokens: list[Token]) -> list[Token]:
    """`200, 400, 600 and back down, 2 min rest`: the same once more from the last but one to the first."""
    ends = [at for at in range(5, len(tokens) - 1) if tokens[at].raw.lower() == "back" and tokens[at - 1].text in _AND]
    if len(ends) != 1:
        return tokens
    end = ends[0]
    behind = end + 1 + (tokens[end + 1].text == "down")
    sign, way = tokens[end - 3 - (tokens[end - 2].kind is not Kind.NUMBER)], list[Token]()
    for token in reversed(tokens[: end - 1]):
        if not (token.kind is Kind.NUMBER or token.text in ("m", "min", sign.text)):
            break
        way.append(token)
    numbers = [token for token in way if token.kind is Kind.NUMBER]
    counted = end - 1 > len(way) and tokens[end - 2 - len(way)].text in ("x", "*")  # 3 x 200, 400, 600 and back
    if sign.text not in (",", "-", "/") or len(numbers) < 3 or counted or not parts(tokens[behind]):
        return tokens
    units = [token for token in way if token.text in ("m", "min")][:1]
    at = tokens[end].end
    back = [one for number in numbers[1:] for one in (sign, number, *units)]
    return [*tokens[: end - 1], *(replace(one, start=at, end=at) for one in back), *tokens[behind:]]


def _run_and_jogged(tokens: list[Token]) -> list[Token]:
    """`run 300 jog 100 run 300`: with commas between what is run and what is jogged."""
    ahead = [at for at, (one, next_) in enumerate(pairwise(tokens)) if next_.is_figure]
    run = [at for at in ahead if tokens[at].text == "run"]
    jogged = [at for at in ahead if tokens[at].text in ("jog", "walk") and {at - 2, at - 3, at - 4} & set(run)]
    if not jogged:
        return tokens
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if at in (*run, *jogged) and found and (found[-1].is_figure or found[-1].text in ("m", *_UNITS)):
            found.append(replace(token, kind=Kind.MARK, text=",", raw=",", end=token.start))
        found += [token] if at not in run else []
    return found


def _walked_first(tokens: list[Token]) -> list[Token]:
    """`Brisk walk 10 min, then 8 x 90s, 2 min walk`: whoever walks first, five minutes or more, warms up."""
    end = next((at for at, token in enumerate(tokens) if token.kind is Kind.NEWLINE or token.text in _NEXT), 0)
    ahead = tokens[:end]
    said = {token.text for token in ahead}
    if not {"walk", "min"} <= said or len(ahead) > 6:
        return tokens
    rest, figures = [token.text for token in tokens[end + 1 :]], [token.number for token in ahead if token.is_figure]
    counted = rest[1:2] == ["x"] or rest[:1] == ["then"] or (tokens[end].text != "," and "x" in rest)
    walked = len(figures) == 1 and figures[0] >= 5
    if not walked or not counted or said & _PLACED or not _AGAIN.isdisjoint(rest):
        return tokens
    led = ahead[0].text in EFFORTS  # a brisk walk
    named = [replace(token, text="warm-up") if token.text == "walk" else token for token in ahead]
    return [*named[led:], *named[:led], *tokens[end:]]


def _said_first(tokens: list[Token]) -> list[Token]:
    """`Ladder with 1 lap jog between each: 400, 800`, `5k pace: 6 x 800m`: what holds for all that follows, last."""
    end = next((at for at, token in enumerate(tokens[:_LONGEST_HEAD]) if _ends_head(tokens, at)), 0)
    if not end or tokens[end].ends_line:
        return list(tokens)
    head, rest, last = tokens[:end], tokens[end + 1 : -1], tokens[-1]
    if head[0].text in ("run", "all") and end > 1 and head[1].text == "at":
        head = head[1:]
    line = replace(last, kind=Kind.NEWLINE, text="\n")
    if _aims(head, rest):
        return [*rest, line, replace(head[0], text="at", kind=Kind.WORD), *head[head[0].text == "at" :], last]
    parted = next((at for at, token in enumerate(head) if token.text in ("with", ",", "-", "(")), 0)
    parted = 0 if _rests(head[:parted], rest) else parted  # 60s between reps, 3 min between sets: 3 x 4 x 300m
    named = [*head[:parted], tokens[end]] if parted else []
    said = head[parted + (parted > 0) : end - (parted > 0 and head[-1].text == ")")]
    if (
        tokens[end].text == ":"
        and _rests(said, rest)
        and not any(token.is_figure or token.text == "twice" for token in named)
    ):
        return [*named, *rest, line, *said, last]
    return list(tokens)


def _ends_head(tokens: list[Token], at: int) -> bool:
    """The colon of `5k pace: 6 x 800m`, the dash of `T pace – 3 x 2k`."""
    dashed = tokens[at].text == "-" and tokens[at].gap and tokens[at - 1].text in _PACES
    return tokens[at].text == ":" or tokens[at].ends_line or (dashed and tokens[at + 1].is_figure)


def _aims(head: list[Token], rest: list[Token]) -> bool:
    """Is this a pace, and does nothing behind it speak of another one, or of reps that it may not be for?"""
    said, more = {token.text for token in head}, [token.text for token in rest]
    more = more[:-1] if more[-1:] == ["."] else more
    parted = any(token.kind is Kind.NEWLINE for token in rest[1:]) or ";" in more
    told = head[-1].text in _PACES or (head[0].text == "at" and head[-1].text in EFFORTS)
    sized = {"at", "@"} & {token.text for token in head[1:]}  # 300s at 1500 pace: do 5
    named = head[-1].raw.lower() == "speed" and not any(token.is_figure for token in head)  # Leg speed –
    told = (
        told
        and not sized
        and not named
        and len(head) < 6
        and said not in ({"pace"}, {"effort"})
        and not said & {"of", "and", "x", "sub", "on"}
    )
    described = (said - {"effort"}) & {*EFFORTS, *_RESTED, "min", "lap"}
    own = described and any(token.is_figure for token in head)  # 2k easy effort
    return told and not own and _AIMED.isdisjoint(more) and more.count("x") + more.count("*") < (2 if parted else 9)


def _rests(said: list[Token], rest: list[Token]) -> bool:
    """Is this a recovery between what is listed, and no other one given there?"""
    words, more = {token.text for token in said}, {token.text for token in rest}
    timed = any(one.is_figure and unit.text in ("sec", "s", "min", "'", '"') for one, unit in pairwise(said))
    sets = any(two.text == "sets" and one.text not in ("between", "after") for one, two in pairwise(said))
    placed = bool(words & {"between", "after", "amid"} and (timed or words & _RESTED))
    placed = placed or bool(words & {"equal", "equal-time"} and words & _RESTED)  # Equal rest: 5 x 1000m
    placed = placed and not words & {"x", "then"} and not sets
    return placed and any(token.is_figure for token in rest) and not more & {*_RESTED, "off", "between"}
