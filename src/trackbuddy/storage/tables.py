"""Small TOML and JSON files read into pydantic models, with errors that point at their place."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trackbuddy.errors import UserError
from trackbuddy.storage.places import places

Model = TypeVar("Model", bound=BaseModel)
Where = tuple[str | int, ...]

_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """Raises UserError with line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        match = _TOML_PLACE.search(said)
        lines = text.splitlines() or [""]
        line, column = len(lines), len(lines[-1]) + 1
        if match and match[1]:
            line, column = int(match[1]), int(match[2])
        reason = said[: match.start()] if match else said
        raise UserError(
            f"this is not TOML: {_lowered(reason)}; text stands in quotes, lists in [ ]",
            text=text,
            line=line,
            column=column,
            path=path,
        ) from error
    except RecursionError as error:
        raise UserError(f"{path} nests too deep to be read; write it flatter") from error
    except ValueError as error:  # Python turns no more than 4,300 digits into a number
        raise UserError(f"{path} holds a number that is too long to be one; write a shorter one") from error


def parse_json(text: str, path: str) -> dict[str, Any]:
    """Raises UserError with line and column. A key that stands twice is refused: which one would hold?"""
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise UserError(
            f"this is not JSON: {_lowered(error.msg)}; check the quotes, commas and brackets",
            text=text,
            line=error.lineno,
            column=error.colno,
            path=path,
        ) from error
    except RecursionError as error:
        raise UserError(f"{path} nests too deep to be read; write it flatter") from error
    except _Twice as error:
        raise UserError(f"{error}; take one out", text=text, path=path) from error
    except ValueError as error:  # Python turns no more than 4,300 digits into a number
        raise UserError(f"{path} holds {_number_fault(error)}; write another") from error
    if not isinstance(data, dict):
        raise UserError('a session file is one object: {"session": "8x200m, 30s rest"}', text=text, path=path)
    return data


class _Twice(ValueError):
    """A key that stands twice."""


class _NoNumber(ValueError):
    """A word for a number that JSON doesn't know."""


def _number_fault(error: ValueError) -> str:
    return str(error) if isinstance(error, _NoNumber) else "a number that is too long to be one"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = Counter(name for name, _ in pairs)
        raise _Twice(f"{names.most_common(1)[0][0]!r} stands twice")
    return found


def _no_constant(name: str) -> Any:
    raise _NoNumber(f"{name}, which is no number that JSON knows")


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def checked(model: type[Model], data: Mapping[str, Any], text: str, path: str) -> Model:
    """The model of a file's data. Raises UserError at the first field that doesn't fit."""
    found = check_all(model, data, text, path)
    if isinstance(found, list):
        raise found[0]
    return found


def check_all(model: type[Model], data: Mapping[str, Any], text: str, path: str) -> Model | list[UserError]:
    """The same, or every field that doesn't fit, in the order of the file."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found: dict[Where, ErrorDetails] = {}
        for one in error.errors():
            found.setdefault(_where(one, data), one)
        known = places(text)
        ordered = sorted(found.items(), key=lambda item: known.key(item[0]))
        return [place_error(_said(one, where, model), text, path, where) for where, one in ordered]


def _where(found: ErrorDetails, data: Any) -> Where:
    """The field in the file: pydantic's own path also names which of several models it tried."""
    where: list[str | int] = []
    for index, part in enumerate(found["loc"]):
        is_key = isinstance(data, dict) and part in data
        is_item = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if is_key or is_item:
            data = data[part]
            where.append(part)
        elif found["type"] == "missing" and index == len(found["loc"]) - 1:
            where.append(part)
    return tuple(where)


def place_error(
    message: str,
    text: str,
    path: str,
    where: Where,
    *,
    inside: tuple[int, int] | None = None,
    seen: str = "",
    offer: Callable[[], tuple[str, ...]] = tuple,
) -> UserError:
    """An error at a field of the file, or at a line and column inside its text."""
    known = places(text)
    line, column = known.key(where) if inside is None else known.inside(where, *inside)
    return UserError(message, text=text, line=line, column=column, path=path, seen=seen, offer=offer)


def _said(found: ErrorDetails, where: Where, model: type[BaseModel]) -> str:
    """One sentence about what pydantic found, in words for somebody who writes session files."""
    name = next((str(part) for part in reversed(where) if isinstance(part, str)), "this file")
    context = found.get("ctx", {})
    match found["type"]:
        case "extra_forbidden":
            return _unknown(name, _fields(model))
        case "missing":
            return f"{name} is missing; write {name} = ..."
        case "string_type":
            return f'{name} must be text in quotes; write {name} = "{_plain(found["input"])}"'
        case "union_tag_not_found" | "union_tag_invalid":
            return 'a step has one of run, recovery or repeat; write one like { run = "200m" }'
        case "literal_error" if where:
            return f"{name} can't be {_plain(found['input'])!r}; it is {context.get('expected', '')}"
        case "string_too_long":
            return f"{name} is too long: at most {context.get('max_length')} characters"
        case "too_short":
            return f"{name} is empty; write at least one"
        case "bool_type":
            return f"{name} is true or false, without quotes"
        case "int_type" | "int_parsing" | "float_type" | "float_parsing":
            return f"{name} must be a number, without quotes"
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            wanted = _lowered(found["msg"]).removeprefix("input should be ")
            return f"{name} is {_plain(found['input'])}; it must be {wanted}"
        case "list_type":
            return f"{name} must be a list in [ ]"
        case _:
            return f"{name}: {_lowered(found['msg'])}"


def _plain(value: Any) -> str:
    text = str(value) if isinstance(value, str | int | float) else "..."
    return text if len(text) <= 40 else text[:39] + "…"


@cache
def _fields(model: type[BaseModel]) -> frozenset[str]:
    """Names of every field that the model and the models in it know."""
    schema = model.model_json_schema()
    tables = [schema, *schema.get("$defs", {}).values()]
    return frozenset(name for table in tables for name in table.get("properties", {}))


def _unknown(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}"
    return f"there is no field {name!r} here; {hint}"
