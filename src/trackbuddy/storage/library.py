"""Sessions by name: those that come with the program, and the user's own, which go before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import trackbuddy
from trackbuddy.errors import UserError
from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.session import Session
from trackbuddy.storage.paths import user_path

STDIN = "-"
SUFFIXES: Final = (".toml", ".json")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A session file of the library. `name` is the file's, without its ending."""

    name: str
    path: Path
    own: bool
    """The user's, not shipped."""


@dataclass(frozen=True, slots=True)
class Found:
    """A session, wherever it came from."""

    session: Session
    canonical: str
    assumptions: tuple[str, ...]
    path: Path | None = None
    """The file it was read from; None for typed text."""

    @property
    def title(self) -> str:
        return self.session.name or self.canonical


def shipped_folder() -> Path:
    """The sessions inside the package, or the checkout's in an editable install."""
    inside = Path(trackbuddy.__file__).parent / "sessions"
    if inside.is_dir():
        return inside
    checkout = Path(__file__).parents[3]
    if (checkout / "pyproject.toml").is_file() and (checkout / "sessions").is_dir():
        return checkout / "sessions"
    raise UserError("the sessions that come with trackbuddy are not where they should be; install it again")


def entries(own: Path, shipped: Path | None = None) -> tuple[Entry, ...]:
    """The library by name. The user's own file hides a shipped one of the same name."""
    found = {entry.name.lower(): entry for entry in _files(shipped or shipped_folder(), own=False)}
    found |= {entry.name.lower(): entry for entry in _files(own, own=True)}
    return tuple(found[name] for name in sorted(found))


def _files(folder: Path, *, own: bool) -> Iterator[Entry]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if path.suffix.lower() in SUFFIXES and path.is_file():
            yield Entry(path.stem, path, own)


def find(text: str, own: Path, read_stdin: Callable[[], str], shipped: Path | None = None) -> Found:
    """What a SESSION argument means: a file, a name of the library, `-` for standard input, else a notation.

    Raises UserError.
    """
    if text == STDIN:
        return from_text(read_stdin(), "standard input")
    if is_file_name(text):
        return from_file(user_path(text))
    library = entries(own, shipped)
    for entry in library:
        if entry.name.lower() == text.strip().lower():
            return from_file(entry.path)
    return _notation(text, library)


def is_file_name(text: str) -> bool:
    """Ends like a session file, or is a path that exists."""
    if text.lower().endswith(SUFFIXES):
        return True
    try:
        return bool(text.strip()) and len(text) < 1000 and Path(text).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def from_file(path: Path) -> Found:
    """Raises UserError."""
    from trackbuddy.storage.session_files import read_session_file  # typed text is had without

    built = read_session_file(path)
    return Found(built.session, built.canonical, built.assumptions, path)


def from_text(text: str, name: str) -> Found:
    """A text of unknown kind: JSON, a session file's TOML, or a notation. `name` is said in errors."""
    from trackbuddy.storage.session_files import parse_session_file

    if text.lstrip().startswith("{"):
        built = parse_session_file(text, name, json=True)
        return Found(built.session, built.canonical, built.assumptions)
    if any(line.split("=")[0].strip() in {"session", "steps", "name"} for line in text.splitlines() if "=" in line):
        built = parse_session_file(text, name)
        return Found(built.session, built.canonical, built.assumptions)
    return _notation(text, ())


def _notation(text: str, library: tuple[Entry, ...]) -> Found:
    if not text.strip():
        raise UserError("there is no session here; write one like '8x200m @ 34, 30s rest'", text=text)
    try:
        reading = read(text)
    except Refusal as refusal:
        raise UserError(
            _said(refusal, text, library),
            text=text,
            line=refusal.line,
            column=refusal.column,
            seen=refusal.seen,
            offer=refusal.offer or tuple,
        ) from refusal
    return Found(reading.session, reading.canonical, reading.assumptions)


def _said(refusal: Refusal, text: str, library: tuple[Entry, ...]) -> str:
    """A text that looks like a name gets the names that are near it."""
    names = {entry.name.lower(): entry.name for entry in library}
    import difflib

    near = difflib.get_close_matches(text.strip().lower(), list(names), 2, 0.75)
    if not near:
        return refusal.message
    return f"there is no session {text.strip()!r} in the library; did you mean {' or '.join(names[n] for n in near)}?"


def keep(own: Path, name: str, text: str) -> Path:
    """Writes a session into the user's library. Raises UserError for a name that is no file's, or is taken."""
    called = " ".join(name.split())
    stem = re.sub(r"[^\w.-]+", "-", called.replace("×", "x")).strip("-.").lower()
    if not stem:
        raise UserError("a session is kept under a name; write one, like Tuesday 200s")
    if len(stem) > _LONGEST_NAME:
        raise UserError(f"that name is too long; keep it to {_LONGEST_NAME} letters")
    path = own / f"{stem}.toml"
    if path.exists():
        raise UserError(f"there is a session {stem} already; take another name, or take that file away: {path}")
    from trackbuddy.storage.rewrite import rewrite
    from trackbuddy.storage.toml_edit import with_fields

    rewrite(path, with_fields("", {"name": called, "session": text}))
    return path
