"""From characters to tokens: numbers, clock times, words and marks, each with its place in the text as given.

Characters are first exchanged one for one (× for x, ’ and ′ for ', – for -), so every column stays true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final

from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.text.dates import DAY, HOUR
from trackbuddy.units import UnitError, parse_clock

MAX_CHARACTERS: Final = 10_000
"""Longer texts are refused before a single character is looked at."""


LONGEST_QUOTE: Final = 40
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("×✕✖⨯", "x"),
        **dict.fromkeys("’‘′´`ʼ", "'"),
        **dict.fromkeys("“”″„«»", '"'),
        "₂": "2",
        "≈": "~",
        **dict.fromkeys("–—−‐‑‒", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\t\u200b\ufeff_", " "),
        **dict.fromkeys("•●▪◦‣∙·", "•"),
    }
)
_QUOTED: Final = re.compile(
    r"""(?<![^\s(,])(?:"[ ]?|'{1,2})([^\W\d_](?:[^\W\d_]|[ ,-]){0,40})(?:"|'{1,2})(?![^\s),.;:!?])"""
)
"""Words in quotes: `3 min 'brisk'`. Marks behind a digit are minutes and seconds, and stay."""
_PICTURES: Final = (
    "\U0001f300-\U0001f3c2\U0001f3c5-\U0001f500\U0001f505-\U0001f64f\U0001f900-\U0001f9cc\u2600-\u26d3\ufe0f"
)
"""Faces, weather, food: all but those who run or walk, and signs that forbid or repeat."""
_MARKUP: Final = re.compile(rf"\*\*+|(?<=[^\s\d])\\(?=\s)|(?<=utes|mins|onds|secs|ours)'(?=\s)|[{_PICTURES}]")
"""Marks without meaning: the stars of `**400m**`, a backslash that breaks a line, the genitive of `2 minutes' rest`."""
_TOKEN: Final = re.compile(
    rf"(?P<day>{DAY}) | (?P<hour>{HOUR})"
    r"""
    | (?P<note>\([nN]ote:[^()\r\n]*\))
    | (?P<newline>\r\n|\n|\r)
    | (?P<space>[ ]+)
    | (?P<ratio>1:1(?![0-9:]))
    | (?P<clock>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:\.[0-9]{1,9})?(?![0-9:]) | (?<![^\W_]):[0-9]{2}(?![0-9:]))
    | (?P<badclock>[0-9]+:[0-9]+(?::[0-9]+)* | [0-9]{1,2};[0-9]{2}(?![0-9xX:]))
    | (?P<decimal>(?<![0-9,])(?:[0-9]{1,2},(?:[0-9]|25|75)(?=[ ]?(?:k|kms?|miles?)(?![^\W\d_]))|[0-9],5(?=[ ]?min)
          |(?:(?<=in[ ])|(?<=@[ ])|(?<=[@à]))[1-9][0-9],[0-9](?![0-9,x])))
    | (?P<spaced>[1-9][0-9]?[ ](?:000|(?<=[xX*][ ][1-4][ ])[1-9]00)(?![0-9.,:'"]))
    | (?P<thousands>[1-4]?[0-9],[0-9]{3}(?![0-9]|,[0-9]))
    | (?P<number>[0-9]*[½¼¾] | [0-9]+\.[0-9]+ | (?<![^\W_])\.[0-9]+ | [0-9]+)
    | (?P<plural>(?<=[0-9])(?:'s|er)(?![^\W_]))
    | (?P<slashed>[wW]/(?:[uU]p?|[dD](?:own)?|[oObB])(?![^\W_]) | [cC]/[dD](?:own)?(?![^\W_])
                 | [bB]/[nNtTwW](?![^\W_]) | [wW]/)
    | (?P<times>(?<=[0-9])[xX])
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
    | (?P<double>//)
    | (?P<seconds>''|")
    | (?P<dots>\.\.\.?|…)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_WRITTEN_OTHERWISE: Final = {"seconds": '"', "times": "x", "double": ";", "dots": "..", "plural": "'s"}
BULLETS: Final = ("-", "•", "*", ">")
"""What may stand before the text of a line."""
_PARTS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}


def quoted(text: str) -> str:
    """A text as it is quoted in a message: its beginning, if it is long."""
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"


class Kind(Enum):
    NUMBER = "number"
    CLOCK = "clock"
    WORD = "word"
    MARK = "mark"
    NEWLINE = "newline"
    NOTE = "note"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what the grammar compares: a mark, or a word in its dictionary spelling. `raw` is as written."""

    kind: Kind
    text: str
    raw: str
    line: int
    column: int
    start: int
    end: int
    gap: bool = True
    """Space before it, or the start of a line."""
    number: Decimal = Decimal(0)
    ns: int = 0

    @property
    def is_figure(self) -> bool:
        """A number, or a time like 1:30?"""
        return self.kind in (Kind.NUMBER, Kind.CLOCK)

    @property
    def ends_line(self) -> bool:
        return self.kind in (Kind.NEWLINE, Kind.END)

    def refuse(self, message: str) -> Refusal:
        """A refusal that points here; what was seen is quoted as far as anybody reads it."""
        seen = self.raw.strip()
        if len(seen) > LONGEST_QUOTE:
            message = message.replace(seen, quoted(seen))
        return Refusal(message, line=self.line, column=self.column, seen=quoted(seen), start=self.start)


def written(tokens: Sequence[Token]) -> str:
    """Tokens as they were written, without the space of their layout."""
    return "".join(" " * (token.gap and at > 0) + token.raw for at, token in enumerate(tokens)).strip()


def scan(text: str) -> list[Token]:
    """The tokens of a text, ending with one of kind END. Raises Refusal for a text too long or a time that is none."""
    if len(text) > MAX_CHARACTERS:
        raise Refusal(f"the text has {len(text)} characters; a session has at most {MAX_CHARACTERS}", seen=text[:20])
    tokens: list[Token] = []
    line, line_start, gap = 1, 0, True
    plain = _MARKUP.sub(lambda found: " " * len(found.group()), text.translate(_SAME))
    for match in _TOKEN.finditer(_QUOTED.sub(r" \1 ", plain)):
        group = match.lastgroup or "mark"
        start, end = match.span()
        if group == "space":
            gap = True
            continue
        place = text[start:end], line, start - line_start + 1, start, end, gap
        tokens.append(_token(group, match.group(), place))
        gap = group == "newline"
        if gap:
            line, line_start = line + 1, end
    tokens.append(Token(Kind.END, "", "the end", line, len(text) - line_start + 1, len(text), len(text)))
    return tokens


_Place = tuple[str, int, int, int, int, bool]
"""`raw`, `line`, `column`, `start`, `end` and `gap` of a token."""


def _token(group: str, text: str, place: _Place) -> Token:
    if group in ("word", "slashed"):
        return Token(Kind.WORD, text.lower(), *place)
    if group in ("number", "thousands", "spaced"):
        return _number(text.replace(" ", ""), place)
    if group in ("clock", "badclock"):
        return _clock(text, place)
    if group == "decimal":
        return _number(text.replace(",", "."), place)
    if group == "ratio":
        return Token(Kind.WORD, "equal-time", *place)
    if group in ("day", "hour"):
        return Token(Kind.WORD, f"the-{group}", *place)
    if group == "note":
        return Token(Kind.NOTE, place[0][len("(note:") : -1].strip(), *place)
    if group == "newline":
        return Token(Kind.NEWLINE, "\n", *place)
    return Token(Kind.MARK, _WRITTEN_OTHERWISE.get(group, text), *place)


def _number(text: str, place: _Place) -> Token:
    text = text[:-1] + _PARTS[text[-1]] if text[-1] in _PARTS else text
    if len(text) > 13:
        raise Token(Kind.NUMBER, text, *place).refuse(f"the number {text[:12]}… is too long; write a shorter one")
    return Token(Kind.NUMBER, text, *place, Decimal(text.replace(",", "")))


def _clock(text: str, place: _Place) -> Token:
    token = Token(Kind.CLOCK, text, *place)
    if ";" in text:
        mended = text.replace(";", ":")
        refusal = token.refuse(f"{text!r} is not a time; did you mean {mended}?")
        raise refusal.mended(token.start, token.end, mended)
    try:
        return replace(token, ns=parse_clock(text.removeprefix(":")))
    except UnitError as error:
        raise token.refuse(str(error)) from None
