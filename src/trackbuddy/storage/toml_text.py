"""Values to TOML text that tomllib reads back as the same values. The standard library reads TOML and writes none."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def toml_text(table: Mapping[str, Any]) -> str:
    """A field a line; lists of tables last, as `[[name]]`. Raises TypeError for what TOML has no word for."""
    return "".join(f"{line}\n" for line in _lines(table)).lstrip("\n")


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    tables = {name: value for name, value in table.items() if _is_tables(value)}
    yield from _fields({name: value for name, value in table.items() if name not in tables})
    for name, items in tables.items():
        for item in items:
            yield ""
            yield f"[[{_key(name)}]]"
            yield from _fields(item)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _fields(table: Mapping[str, Any]) -> Iterator[str]:
    for name, value in table.items():
        yield f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _string(value)
        case int():
            return str(value)
        case float():
            return _number(value)
        case datetime.date() if not isinstance(value, datetime.datetime):
            return value.isoformat()
        case Mapping():
            return "{ " + ", ".join(_fields(value)) + " }" if value else "{}"
        case list() | tuple():
            return "[" + ", ".join(_value(item) for item in value) + "]"
        case _:
            raise TypeError(f"TOML has no {type(value).__name__}")


def _string(text: str) -> str:
    """JSON's escapes are TOML's too; DEL, which JSON leaves alone, has to be escaped here."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(value: float) -> str:
    if math.isfinite(value):
        return repr(value)
    return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
