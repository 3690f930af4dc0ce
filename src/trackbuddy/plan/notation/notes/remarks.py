"""Words without structure: set aside before the grammar reads, kept with what they stand by, and said.

Only words of no class are set aside, and only where nothing can hang on them. A word before a number, one that makes a
piece of its own and one near a word of structure stay where they are, and the grammar refuses them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from trackbuddy.plan.notation.notes.titles import title
from trackbuddy.plan.notation.notes.whereabouts import begins, is_place, joins, named, of_a_lap
from trackbuddy.plan.notation.text import lexicon
from trackbuddy.plan.notation.text.scanner import BULLETS, Kind, Token, written
from trackbuddy.plan.notation.text.slips import repaired, suggestion, unknown
from trackbuddy.plan.notation.text.words import Class

MOST_WORDS: Final = 6
"""Words of a remark beside others; a sentence or a bracket of its own may have twice as many."""
MOST_UNKNOWN: Final = 12
"""Unknown words of a whole text. More is prose."""

_UNBRACKETED: Final = str.maketrans("", "", "()")
_LETTERS: Final = frozenset("EMTIRJWKX")
_HARMLESS: Final = frozenset("run running work pace rhythm is no not never just but start finish build take".split())
"""Order nothing in a sentence or a bracket without a number: `(Run tall)`, `Focus on pace.`, `(no watches)`."""
_SESSIONS: Final = lexicon.DAYS | {"the-day", "today", "tonight", "session", "workout", "week"}
"""Words that another session begins with."""
_ENDS: Final = frozenset(".!;?")
_BRACKETS: Final = frozenset("()[]{}")
_PARTING: Final = _ENDS | frozenset(", + / | • ( ) [ ] then and plus".split())
_DUE: Final = frozenset({*lexicon.UNITS, *lexicon.MODES, ",", "(", "with", "off", "+", "/", "-", ";", "then", "equal"})
"""Behind these a unit, a recovery or a label may stand."""
_OWN: Final = frozenset({"stride", "hill"})
"""Reps of their own: no slip is taken for one but behind a number."""
_KEPT: Final = lexicon.ASIDES | lexicon.PLACES | lexicon.HEADINGS
_WHEN: Final = frozenset({"today", "tonight"})
_CUES: Final = frozenset(
    "stay keep think focus feel watch concentrate remember hold relax listen enjoy try staying keeping thinking "
    "focusing feeling holding listening chatting talking trying ease".split()
)
_CUED: Final = frozenset("end final last each all whole through throughout first finish middle".split())
"""What their sentences may name: `Hold your form to the end.`, `Ease into each one.`"""
"""Verbs of a coach that order no work: `stay loose`, `keep chatting`."""
_KEEPING: Final = frozenset("keep keeping aim".split())
"""`Keep your splits even`, `keep the average down`, `aim for even splits`."""
_OF_NAMES: Final = (Class.PLACE, Class.LABEL)
"""The road of `Mill Road`, the hill of `Toll Hill`."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words kept as they were written. `at` is their offset in the text."""

    text: str
    at: int
    loose: bool = False
    """A sentence of its own: the session's, not the rep's."""
    label: bool = False
    """It stands before the session and names it."""
    words: tuple[Token, ...] = ()
    """What was set aside, with the marks around it; empty for a note that was written as one."""


@dataclass(slots=True)
class SetAside:
    """The tokens that are left for the grammar, what was set aside, and the efforts nobody knows."""

    tokens: list[Token]
    remarks: list[Remark] = field(default_factory=list)
    efforts: list[str] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    """What slips of the keyboard were taken for, a sentence each."""


def set_aside(tokens: list[Token]) -> SetAside:
    """Takes the remarks out of the lexemes of a text."""
    if not any(map(_may_matter, tokens)) and not title(tokens):
        return SetAside(tokens)
    if sum(map(unknown, tokens)) > MOST_UNKNOWN:
        return SetAside(_noted(tokens, []))
    remarks: list[Remark] = []
    slips: list[str] = []
    tokens = _mended(_noted(tokens, remarks), slips)
    tokens = _titled(tokens, remarks)
    tokens = _titled(_sentences(tokens, remarks), remarks)
    efforts: list[str] = []
    tokens = own_efforts(tokens, efforts)
    tokens = _runs(tokens, remarks)
    return SetAside(tokens, sorted(remarks, key=lambda remark: remark.at), efforts, slips)


def _may_matter(token: Token) -> bool:
    return token.kind is Kind.NOTE or token.text in _KEPT or token.raw == "TH" or unknown(token) or _initials(token)


def _initials(token: Token) -> bool:
    """A capital, or up to four, that the lexicon doesn't know: the coach's own key."""
    if token.kind is not Kind.WORD or not (token.raw.isalpha() and token.raw.isupper() and len(token.raw) <= 4):
        return False
    return token.text not in lexicon.SPELLINGS or token.raw in ("H", "Y", "O")


def _noted(tokens: list[Token], remarks: list[Remark]) -> list[Token]:
    """`(note: legs of lead)`, as the canonical text writes a remark."""
    kept: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.NOTE:
            kept.append(token)
            continue
        before = kept[-1] if kept else None
        loose = before is None or before.kind is Kind.NEWLINE or before.text in (";", ".")
        remarks.append(Remark(token.text, token.start, loose, label=before is None))
    return kept


def _mended(tokens: list[Token], slips: list[str]) -> list[Token]:
    """Slips in units, recoveries and labels, where such a word is due; one a line, for two leave too much open."""
    kept = list(tokens)
    line = 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        due = before is None or before.kind in (Kind.NUMBER, Kind.CLOCK, Kind.NEWLINE) or before.text in _DUE
        meant = repaired(token.text) if due and token.gap and token.line != line and unknown(token) else None
        measured = before is not None and (before.is_figure or before.text in lexicon.UNITS)
        if meant is not None and (measured or lexicon.SPELLINGS[meant] not in _OWN):
            kept[index], line = replace(token, text=lexicon.SPELLINGS[meant]), token.line
            slips.append(f"“{token.raw}” is taken as {meant}")
    return kept


def _titled(tokens: list[Token], remarks: list[Remark]) -> list[Token]:
    start = next((at for at, token in enumerate(tokens) if not _separates(token)), 0)
    size = title(tokens[start:])
    if size:
        words = tuple(tokens[start : start + size])
        name = written(words[: -1 if words[-1].kind is Kind.MARK else None]).translate(_UNBRACKETED)
        remarks.append(Remark(name, words[0].start, loose=True, label=True, words=words))
    return tokens[start + size :] if size else tokens


def _separates(token: Token) -> bool:
    return token.kind is Kind.NEWLINE or token.text in _ENDS


# --- sentences and brackets of their own ------------------------------------------------------------------------------


def _sentences(tokens: list[Token], remarks: list[Remark]) -> list[Token]:
    """Takes out sentences, lines and brackets in which nothing is ordered."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        inner = index + (token.text in ("(", "["))
        end = _sentence_end(tokens, inner)
        bracket = inner > index
        closed = tokens[end].text in (")", "]")
        starts = bracket or not kept or kept[-1].kind is Kind.NEWLINE or kept[-1].text in _ENDS
        starts = starts and not (kept and token.text in BULLETS)
        bulleted = len(kept) > 1 and kept[-1].text in BULLETS and kept[-2].kind is Kind.NEWLINE
        starts = starts or bulleted
        if starts and bracket == closed and _orders_nothing(tokens[inner:end], bracket, kept, tokens[end:]):
            label = not bracket and all(map(_separates, kept))
            words = tuple(tokens[index : end + bracket])
            _ = bulleted and kept.pop()
            remarks.append(Remark(written(tokens[inner:end]), token.start, not bracket, label, words))
            index = end + bracket
            continue
        kept.append(token)
        index += 1
    return kept


def _sentence_end(tokens: list[Token], index: int) -> int:
    while index < len(tokens) - 1:
        token = tokens[index]
        exclaimed = token.text in ("!", "?") and tokens[index + 1].text == ")"  # (no watches!)
        ends = token.kind in (Kind.NEWLINE, Kind.NUMBER, Kind.CLOCK) or token.text in _ENDS or token.text in _BRACKETS
        if ends and not exclaimed:
            return index
        index += 1
    return len(tokens) - 1


def _orders_nothing(words: list[Token], bracket: bool, before: list[Token], after: list[Token]) -> bool:
    unknowns = any(map(unknown, words))
    headed = not bracket and any(lexicon.CLASSES.get(token.text) is Class.HEADING for token in words)
    telling = unknowns or headed or any(token.text in lexicon.PLACES | lexicon.ASIDES for token in words)
    if after[0].is_figure or not telling or len(words) > 2 * MOST_WORDS + 2:
        return False
    if (bracket and of_a_lap(before, words)) or not all(_is_harmless(words, at) for at in range(len(words))):
        return False
    more = any(token.is_figure for token in after)
    begun = any(token.is_figure for token in before)
    if bracket or not begun:
        return more or bool(before)
    # Between pieces of work a word or two could be one of them, and lost; and a day begins another session.
    if not unknowns and more:
        return not any(token.text in _SESSIONS for token in words)
    asides = any(token.text in lexicon.ASIDES for token in words)
    return asides or not more or len(words) > 2


def _is_harmless(words: list[Token], at: int) -> bool:
    """Does this word order nothing, in a sentence without a number?"""
    token = words[at]
    if token.kind is Kind.MARK:
        placed = token.text == "@" and any(word.text == "the-hour" for word in words[:at])
        return placed or token.text in (",", "-", "&", "'", "!", "?")
    soft = lexicon.CLASSES.get(token.text) in lexicon.SOFT or token.text in lexicon.PREPOSITIONS
    even = token.raw.lower() == "even" and not (words[at + 1 :] and words[at + 1].raw in ("ones", "numbers"))
    even = even or (words[0].raw.lower() in ("don't", "never", "not", "no") and token.text in ("race", "gos", "sprint"))
    cued = words[0].raw.lower() in _CUES and token.text in _CUED
    even = even or cued or (words[0].raw.lower() in _KEEPING and token.text in ("split", "average", "avg", "down"))
    return soft or even or token.text in _HARMLESS or unknown(token) or token.raw == "round"


# --- efforts ----------------------------------------------------------------------------------------------------------


def own_efforts(tokens: list[Token], efforts: list[str], aimed_first: bool = False) -> list[Token]:
    """A coach's own words behind an @, and initials behind a length, say how hard, to those who know them.

    `aimed_first`: the tokens are those of a target, which an @ stands before.
    """
    found = list(tokens)
    for index in range(0 if aimed_first else 1, len(found) - 1):
        token, before, after = found[index], found[max(index - 1, 0)], found[index + 1]
        initials = _initials(token) and token.raw not in _LETTERS and (token.gap or before.text in ("'", '"'))
        aimed = before.text in ("@", "at", lexicon.UNKNOWN_EFFORT) or (aimed_first and index == 0)
        behind = (
            before.text in lexicon.UNITS
            or (before.kind is Kind.NUMBER and before.number >= 50)
            or before.kind is Kind.CLOCK
        )
        if after.is_figure or after.text in (":", "="):
            continue
        lettered = aimed and token.raw.isupper() and token.text in ("reps", "th")  # @ REP, @ TH_PACE
        if lettered or (initials and (aimed or behind)) or (aimed and unknown(token) and not suggestion(token.text)):
            found[index] = replace(token, text=lexicon.UNKNOWN_EFFORT)
            efforts.append(token.raw)
    return found


# --- words beside others ----------------------------------------------------------------------------------------------


def _runs(tokens: list[Token], remarks: list[Remark]) -> list[Token]:
    """Takes out unknown words that stand beside known ones."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        size = _run(tokens, index)
        if not size:
            kept.append(tokens[index])
            index += 1
            continue
        words = tokens[index : index + size]
        start = begins(kept, words, tokens[index + size])
        start = None if start is not None and _for_some(kept[: start + 1], remarks) else start
        lead = kept[start:] if start is not None else []
        if _may_go(kept[: len(kept) - len(lead)], lead, words, tokens[index + size :]):
            del kept[len(kept) - len(lead) :]
            _say([*lead, *words] if lead and lead[0].text != "and" else words, remarks)
        else:
            kept += words
        index += size
    return kept


def _say(said: list[Token], remarks: list[Remark]) -> None:
    """Adds a remark; words that stand right behind another one go on with it: `round the lake` + `with Pat`."""
    before = remarks[-1] if remarks else None
    if before is not None and before.words and not before.loose and before.words[-1].end + 1 == said[0].start:
        said = [*before.words, *said]
        remarks.pop()
    remarks.append(Remark(written(said), said[0].start, words=tuple(said)))


def _run(tokens: list[Token], index: int) -> int:
    """How many tokens from here are one remark: unknown words, with fillers and `and` between them."""
    end = index
    while end < len(tokens):
        token = tokens[end]
        owned = end > index and lexicon.CLASSES.get(token.text) in _OF_NAMES and named(token) and named(tokens[end - 1])
        ground = token.text in lexicon.PLACES or token.raw.lower() == "loop"
        apart = end > 0 and tokens[end - 1].text == "," and token.text in lexicon.PLACES  # , forest trails
        owned = owned or apart or (end > index and ground)  # soft ground, cinder loop
        owned = owned or (end > 0 and token.text in _WHEN and tokens[end - 1].kind in (Kind.NUMBER, Kind.WORD))
        if unknown(token) or owned or (token.text in lexicon.ASIDES and token.kind is Kind.WORD):
            end += 1
            continue
        aside = end > index and tokens[end - 1].text in lexicon.ASIDES and token.text in ("/", "+", "&", "and")
        if aside and tokens[end + 1].text == "stride" and _parts_text(tokens[end + 2]):
            end += 2  # drills/strides
            continue
        joined = joins(tokens, end) if end > index else 0
        if joined and unknown(tokens[min(end + joined, len(tokens) - 1)]):
            end += joined
            continue
        break
    return end - index


def _for_some(kept: list[Token], remarks: list[Remark]) -> bool:
    """`60s (90s for juniors)`, `6 x 800 for Ann, 4 x 800 for Ben`: a number for some, not for all."""
    if kept[-1].text != "for":
        return False
    numbered = False
    for token in reversed(kept):
        if token.text in (")", "]"):
            break
        if token.text in ("(", "["):
            return numbered
        numbered = numbered or token.is_figure
    return any(remark.text.startswith("for ") for remark in remarks)


def _may_go(before: list[Token], lead: list[Token], words: list[Token], after: list[Token]) -> bool:
    """Does nothing hang on these words, led in by others or not?"""
    place = is_place([*lead[bool(lead) and lead[0].text in ("all", "each", "whole") :], *words])
    told = len(words) > 2 and sum(map(unknown, words)) > 1 and any(token.is_figure for token in before)
    slips = any(suggestion(word.text) for word in words if not (place and named(word)))
    if slips or len(words) > MOST_WORDS * (1 + told) or (not lead and of_a_lap(before[:-2], [*before[-2:], *words])):
        return False  # a lap of the GAA pitch is none of the track
    here = after[0]
    if here.is_figure or (here.text in (":", "=") and not _is_aside(words)):
        return False
    if here.text == "." and after[1].kind is Kind.WORD and after[1].raw[0].islower():
        return False
    if not before or (_parts_text(before[-1]) and before[-1].text not in (")", "]")):
        ground = any(word.text in lexicon.PLACES for word in words)
        placed = (place or ground or told or words[0].raw.lower() in _CUES) and bool(before) and before[-1].text == ","
        cued = len(words) > 1 or words[0].raw.lower() in _CUES
        added = bool(before) and before[-1].text == "-" and (told or (cued and here.kind is Kind.END))
        return (placed or added or _is_aside(words)) and (here.text == "@" or _parts_text(here))
    last = before[-1]
    if not lead and (_counted(before) or _recovered(before)):
        return False
    if last.kind is Kind.NUMBER:
        return words[0].gap and last.number >= 50 and last.number % 50 == 0
    if last.kind is Kind.WORD and (last.text in lexicon.PREPOSITIONS or lexicon.CLASSES.get(last.text) is Class.DANGER):
        return False
    return last.text not in ("@", "x", "*", "~", "%", ":", "=") and words[0].gap


def _counted(before: list[Token]) -> bool:
    """The `ten hard` of `ten hard climbs, 75s each`: what is counted is the noun behind, and no length."""
    at = len(before) - 1
    while at and lexicon.CLASSES.get(before[at].text) in (Class.EFFORT, Class.FILLER):
        at -= 1
    begins = at < len(before) - 1 and before[at].kind is Kind.NUMBER and before[at].number < 50
    return begins and (at == 0 or _parts_text(before[at - 1]) or before[at - 1].text == ":")


def _recovered(before: list[Token]) -> bool:
    """The `recovery` of `6 x 300m, recovery varies`: the words behind say how long it is."""
    return len(before) > 1 and before[-1].text in ("recovery", "rest") and _parts_text(before[-2])


def _is_aside(words: list[Token]) -> bool:
    return any(token.text in lexicon.ASIDES for token in words)


def _parts_text(token: Token) -> bool:
    """Does a piece begin or end here?"""
    return token.ends_line or token.text in _PARTING or (token.text == "-" and token.gap)
