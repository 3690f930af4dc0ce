"""Facts as JSON and back: the members of a log's line, without its checksum."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args

from trackbuddy.timing.facts import Fact, Line, Unknown

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Json = dict[str, Any]

_NAMES: Final = {"from_n": "from", "undo_n": "undo"}


def _kind(fact_type: type) -> str:
    """`RepStarted` is `rep_started`."""
    name = fact_type.__name__
    return name[0].lower() + "".join(f"_{c.lower()}" if c.isupper() else c for c in name[1:])


KINDS: Final[dict[str, type]] = {_kind(t): t for t in get_args(Fact) if t is not Unknown}
_KIND_OF: Final = {t: kind for kind, t in KINDS.items()}


def line_to_json(line: Line) -> Json:
    """`kind`, `n`, `input`, `at_ns`, then what the fact says; members that are None or False are left out."""
    fact = line.fact
    if isinstance(fact, Unknown):
        return {"kind": fact.kind, "n": line.n, "input": line.input, "at_ns": fact.at_ns, **fact.data} | _marks(line)
    data: Json = {"kind": _KIND_OF[type(fact)], "n": line.n, "input": line.input}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if value is not None and not (value == field.default and isinstance(value, bool)):
            data[_NAMES.get(field.name, field.name)] = value
    if "to" in {field.name for field in fields(fact)} and "to" not in data:
        data["to"] = None
    return data | _marks(line)


def _marks(line: Line) -> Json:
    marks = {"by": "clock"} if line.by_clock else {}
    return marks | ({"end": True} if line.end else {})


def line_from_json(data: Json) -> Line:
    """Raises KeyError, TypeError or ValueError (pydantic's too) for a line that does not hold together."""
    members = dict(data)
    n, input_, end = members.pop("n"), members.pop("input"), members.pop("end", False)
    by_clock = members.pop("by", None) == "clock"
    members.pop("sum", None)
    kind = members.pop("kind")
    if type(n) is not int or type(input_) is not int or type(members["at_ns"]) is not int:
        raise ValueError("n, input and at_ns are whole numbers")
    return Line(n, input_, _fact(kind, members), bool(end), by_clock)


def _fact(kind: str, members: Json) -> Fact:
    fact_type = KINDS.get(kind)
    if fact_type is None:
        return Unknown(members.pop("at_ns"), kind, members)
    names = {_NAMES.get(field.name, field.name): field.name for field in fields(fact_type)}
    values = {names[key]: value for key, value in members.items() if key in names}
    fact: Fact = _adapter(fact_type).validate_python(values)
    return fact


@cache
def _adapter(fact_type: type) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # who only writes lines does without

    return TypeAdapter(fact_type)
