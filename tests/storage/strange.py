"""Logs whose checksums are right and whose values are wrong: what a program with other ideas would write."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from trackbuddy.storage import chain

WRONG: tuple[Any, ...] = (-5, 0, 10**40, 1.5, -1e300, "2", "", None, True, [], {}, [[]], "\x1b[2J")
Where = tuple[str | int, ...]


def members_of(data: bytes) -> list[dict[str, Any]]:
    """A log's lines without their sums."""
    lines = [json.loads(line) for line in data.splitlines()]
    for line in lines:
        del line["sum"]
    return lines


def log_of(lines: list[dict[str, Any]]) -> bytes:
    data, seed = bytearray(), 0
    for members in lines:
        line, seed = chain.sealed(members, seed)
        data += line
    return bytes(data)


def spoilt(lines: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Every kind of value in the log, one at a time, made wrong in every way, or left out; and what was done."""
    seen: set[tuple[str, Where]] = set()
    for index, members in enumerate(lines):
        for where in _leaves(members):
            kind = (members["kind"], tuple(0 if isinstance(part, int) else part for part in where))
            if kind in seen or where == ("kind",):
                continue
            seen.add(kind)
            for value in (*WRONG, ...):
                changed = copy.deepcopy(lines)
                _put(changed[index], where, value)
                yield f"line {index}: {members['kind']} {where} = {value!r}", log_of(changed)


def _leaves(value: Any, where: Where = ()) -> Iterator[Where]:
    """Every place in a value, the containers too."""
    if where:
        yield where
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _leaves(inner, (*where, key))


def _put(value: Any, where: Where, new: Any) -> None:
    for part in where[:-1]:
        value = value[part]
    if new is ...:
        del value[where[-1]]
    else:
        value[where[-1]] = new
