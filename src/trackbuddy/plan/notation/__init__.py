"""A coach's shorthand: text is understood as a coach means it, or refused with the place and what to write instead.

The rooms, in the order in which a text passes through them; each knows only those before it:

- `text`: characters to tokens, each with its place (`scanner`), and tokens to the words of the dictionary (`lexemes`);
- `figures`: what single figures and words say: counts, lengths, paces, races, efforts, targets;
- `notes`: words without structure, which are set aside before the grammar reads;
- `grammar`: lexemes to the parts of `syntax`, by the table of productions in `document`, with a module for each kind of
  part and for what stands between parts (`joints`, `headings`, `asides`);
- `meaning`: parts to the session. `sharing` is what parts of a list say for others; `gather` makes `entries` of them;
  `attach` and `aims` find the reps that a recovery or a target speaks of; `doubts`, `times` and `jogs` know where there
  are two readings; `whole` puts every default in, and `single` makes its steps; `sizes` asks about what nobody runs;
  `keeping` gives remarks their places and names the conventions that were applied;
- `offers`: what one key would accept of a text that is refused, in which no number is lost (`numbers`).

They share a few things: `refusal` says what is wrong and how to mend it; where there are two readings, `candidates` has
the text read again for each and compares the sessions; `cursor` walks over the lexemes, word by word or by patterns
like `as|for? the* warm-up`, and bounds the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from trackbuddy.plan.notation.candidates import the_one
from trackbuddy.plan.notation.cursor import Cursor, unexpected
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.targets import target
from trackbuddy.plan.notation.grammar.document import document
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.grammar.scopes import send_off
from trackbuddy.plan.notation.meaning.keeping import check_many
from trackbuddy.plan.notation.meaning.single import alone
from trackbuddy.plan.notation.meaning.whole import meaning
from trackbuddy.plan.notation.notes.remarks import own_efforts, set_aside
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Joint
from trackbuddy.plan.notation.text.lexemes import lexemes
from trackbuddy.plan.notation.text.scanner import quoted
from trackbuddy.plan.printing import print_session
from trackbuddy.plan.session import Recovery, Rep, Session, Work, without_words
from trackbuddy.plan.target import Target

__all__ = ["Reading", "Refusal", "read", "read_recovery", "read_target", "read_work"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means."""

    session: Session
    canonical: str
    """The session in the notation's own spelling; `read` gives the same session for it."""
    assumptions: tuple[str, ...]
    """What the text didn't say and was taken by default or convention, a sentence each."""


def read(text: str) -> Reading:
    """The session a text means. Raises Refusal, and nothing else, for any other text."""
    try:
        return _read(text)
    except Refusal as refusal:
        from trackbuddy.plan.notation.offers import offers  # few texts are refused

        refusal.offer = partial(offers, text, refusal, _bare)
        raise


def _read(text: str) -> Reading:
    aside = set_aside(lexemes(text))
    parsed = document(Cursor(aside.tokens))
    session, assumptions = the_one(partial(meaning, parsed, aside.remarks))
    check_many(aside.remarks)
    efforts = (f"“{word}” is shown as an effort that has no number" for word in dict.fromkeys(aside.efforts))
    return Reading(session, print_session(session), (*assumptions, *aside.slips, *efforts))


def _bare(text: str) -> Session:
    """What a text means, but for the coach's own words."""
    return without_words(_read(text).session)


def read_work(text: str) -> Work:
    """The length of one rep: `200m`, `30s`, `8-10min`. Raises Refusal."""
    steps = read(text).session.steps
    if len(steps) == 1 and isinstance(steps[0], Rep) and steps[0] == Rep(steps[0].work):
        return steps[0].work
    cursor = Cursor(lexemes(text))
    if length(cursor) is None:
        cursor.index = 0
    seen = quoted(text.strip())
    raise cursor.peek().refuse(f"“{seen}” is not the length of a rep; write it like 200m or 30s")


def read_target(text: str) -> Target:
    """One target as it stands behind an @: `34`, `33-35`, `3:05/km`, `5k`, `hard`. Raises Refusal."""
    cursor = Cursor(own_efforts(lexemes(text), [], aimed_first=True))
    if cursor.at_end():
        raise cursor.peek().refuse("there is no target in this text; write one like 34, 3:05/km, 5k or hard")
    found = target(cursor)
    if found is None or not cursor.at_end():
        raise unexpected(cursor.peek())
    return found


def read_recovery(text: str) -> Recovery:
    """One recovery: `30s rest`, `200m jog`, `full recovery`, `on 1:30`. Raises Refusal."""
    cursor = Cursor(own_efforts(lexemes(text), []))
    part = send_off(cursor, Joint.TIGHT) or recovery(cursor, Joint.TIGHT)
    if part is not None and not cursor.at_end():
        raise unexpected(cursor.peek())
    found = alone(part) if part is not None else None
    if found is None:
        seen = quoted(text.strip())
        raise cursor.tokens[0].refuse(f"“{seen}” is not a recovery; write it like 30s rest or 200m jog")
    return found
