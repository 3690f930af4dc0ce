"""A coach's shorthand: text is understood as a coach means it, or refused with the place and what to write instead.

The rooms, in the order in which a text passes through them:

- `scanner`, with `dates`: characters to tokens, each with its place; `lexemes`: tokens to the `words` of the
  `lexicon`, with the numbers that are `spelled` out;
- `titles` and `remarks`, with `whereabouts`: words without structure are set aside; `slips` knows which words are near
  one of structure;
- `grammar`: lexemes to the parts of `syntax` by a table of productions, with a room for each kind of part: `counts`,
  `lengths`, `pieces`, `recoveries` with `measures`, `speeds` and `scopes`, `parts`, `named`, `targets` with `paces`,
  `races`, `efforts` and `phrases`; `joints`, `headings` and `asides` for what stands between; `labels` for kinds of
  rep; `clauses` holds what a recovery has said so far;
- `within` knows reps that are written within a run, `ends` a warm-up and a cool-down that are run elsewhere than they
  are written;
- `sharing`: what parts of a list say for others; `gather`: parts to `entries`; `attach` and `aims` find the reps that
  a recovery or a target speaks of: a recovery has its `places`, and those it names (`between`);
  `doubts`, `jogs` and `alternating` know where there are two readings,
  and `candidates` tries each and compares the sessions;
- `meaning`: entries to the session, with every default put in; `sizes` and `plausible` ask about what nobody runs;
  `keeping` gives remarks their places and names the conventions that were applied.

`refusal` says what is wrong and how to mend it, `offers` what one key would accept, in which
no number is lost (`numbers`); `cursor` bounds the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from trackbuddy.plan.notation.candidates import Built, Path, the_one
from trackbuddy.plan.notation.cursor import Cursor, unexpected
from trackbuddy.plan.notation.grammar import document
from trackbuddy.plan.notation.keeping import check_many
from trackbuddy.plan.notation.lengths import length
from trackbuddy.plan.notation.lexemes import lexemes
from trackbuddy.plan.notation.meaning import alone, meaning
from trackbuddy.plan.notation.recoveries import recovery
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.remarks import own_efforts, set_aside
from trackbuddy.plan.notation.scanner import quoted
from trackbuddy.plan.notation.scopes import send_off
from trackbuddy.plan.notation.syntax import Joint
from trackbuddy.plan.notation.targets import target
from trackbuddy.plan.printing import print_session
from trackbuddy.plan.session import Recovery, Rep, Session, Work, without_words
from trackbuddy.plan.target import Target

__all__ = [
    "Reading",
    "Refusal",
    "read",
    "read_recovery",
    "read_target",
    "read_work",
]


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

    def along(path: Path) -> Built:
        return meaning(document(Cursor(aside.tokens, path)), aside.remarks, path)

    session, assumptions = the_one(along)
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
