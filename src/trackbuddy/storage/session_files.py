"""Session files, TOML or JSON: the same model in both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trackbuddy.errors import UserError
from trackbuddy.plan.session_build import Built, FieldError, all_problems, build_session
from trackbuddy.plan.session_model import SessionFile
from trackbuddy.storage.paths import read_text
from trackbuddy.storage.tables import check_all, checked, parse_json, parse_toml, place_error


def read_session_file(path: Path) -> Built:
    """The session of a file. Raises UserError with file, line and column as far as they are known."""
    return parse_session_file(read_text(path), str(path), json=_is_json(path))


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def parse_session_file(text: str, path: str, *, json: bool = False) -> Built:
    """The same from a text; `path` only names it."""
    data = parse_json(text, path) if json else parse_toml(text, path)
    return _built(data, text, path)


def session_from_json(data: dict[str, Any]) -> Built:
    """A session from the JSON of a log's header or of `show --json`. Raises UserError."""
    return _built(data, "", "the session")


def file_problems(path: Path) -> list[UserError]:
    """Everything that is wrong in a file, in its order; empty for a good one."""
    try:
        text = read_text(path)
        data = parse_json(text, str(path)) if _is_json(path) else parse_toml(text, str(path))
        file = check_all(SessionFile, data, text, str(path))
    except UserError as error:
        return [error]
    if isinstance(file, list):
        return file
    return [_placed(error, text, str(path)) for error in all_problems(file)]


def _built(data: dict[str, Any], text: str, path: str) -> Built:
    file = checked(SessionFile, data, text, path)
    try:
        return build_session(file)
    except FieldError as error:
        raise _placed(error, text, path) from error


def _placed(error: FieldError, text: str, path: str) -> UserError:
    refusal = error.refusal
    return place_error(
        error.message,
        text,
        path,
        error.where,
        inside=(refusal.line, refusal.column) if refusal else None,
        seen=refusal.seen if refusal else "",
        offer=(refusal.offer if refusal else None) or tuple,
    )
