"""The grammar as it is printed in docs/notation.md: the table of productions, and the terms they are written in."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.grammar.document import PRODUCTIONS

TERMS: Final = {
    "count": 'number ("-" number)? ("x" | "times" | "sets of") | word-number',
    "size": 'number "s"',
    "length": 'number unit | number ("-" | "to") number time-unit | m ":" ss | m "\'" ss? | bare-number | "half a lap"',
    "unit": '"m" | "km" | "mile" | "lap" | "yard" | time-unit',
    "time-unit": '"s" | "min" | "hour" | "\'" | \'"\'',
    "piece": 'kind? length kind? words? ("cadence" number)?',
    "pair": 'piece ("@" aim)? ("/" | "," | "and" | "with" | "then") (piece ("@" aim)? | recovery) | length "/" length',
    "end": '"beforehand"? piece "beforehand"? | length? "warm-up" ("and" | "/") "cool-down" "each"? length? "each"?',
    "kind": '"warm-up" | "cool-down" | "stride" | "hill"',
    "aim": 'time ("-" time)? ("/" ("km" | "mile" | metres))? | race (("+" | "-") time "/" way)? | letter | words',
    "race": '"400" | "800" | "1500" | "mile" | "3k" | "5k" | "10k" | "half" | "marathon" | "goal" | race "-" race',
    "letter": '"E" | "M" | "T" | "I" | "R"',
    "words": 'word+ | number "%" | "RPE" number | "Z" number',
    "mode": '"rest" | "walk" | "jog" | "float" | "easy"',
    "scope": '("between" | "after each") ("reps" | "sets" ("of" number)? | "blocks" | size | number | "everything")?'
    ' | "after" ordinal ("and" ordinal)* | "at halfway"',
    "joint": '"," | ";" | "+" | "/" | " - " | "." | "then" | "and" | NEWLINE',
    "remark": '"(note:" words ")" | words of no class',
}
"""What productions are made of; each has a module of its own."""


def sheet() -> str:
    """The grammar in EBNF: what stands first is tried first."""
    names = " | ".join(production.name for production in PRODUCTIONS)
    rules = {
        "session": '(label (":" | " - "))? part (joint? part)*',
        "part": names,
        **{production.name: production.pattern for production in PRODUCTIONS},
        **{name: pattern for name, pattern in TERMS.items() if name not in {one.name for one in PRODUCTIONS}},
    }
    return "\n".join(f"{name} = {pattern}" for name, pattern in rules.items())
