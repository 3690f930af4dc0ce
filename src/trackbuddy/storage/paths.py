"""Where the user's files lie, and how they are made: folders 0700, files 0600."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trackbuddy.errors import UserError

VARIABLE = "TRACKBUDDY_HOME"
_APP = "trackbuddy"


@dataclass(frozen=True, slots=True)
class Home:
    """The places of everything that is the user's. Nothing is made before it is first written to."""

    logs: Path
    sessions: Path
    athletes: Path
    settings: Path

    @staticmethod
    def in_folder(folder: Path) -> Home:
        """Everything in one folder."""
        return Home(folder / "logs", folder / "sessions", folder / "athletes.toml", folder / "settings.toml")


def find_home(given: str | None = None, environ: Mapping[str, str] = os.environ) -> Home:
    """The folder that `--home` names, else TRACKBUDDY_HOME, else the platform's own folders."""
    named = given or environ.get(VARIABLE)
    if named:
        return Home.in_folder(Path(named).expanduser().absolute())
    import platformdirs  # not needed where the folder was named

    data = Path(platformdirs.user_data_dir(_APP, appauthor=False))
    config = Path(platformdirs.user_config_dir(_APP, appauthor=False))
    return Home(data / "logs", data / "sessions", config / "athletes.toml", config / "settings.toml")


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, for the user alone. Raises OSError."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)


MOST_BYTES = 1_000_000
"""No session or settings file comes near; a larger one is something else."""


def read_text(path: Path) -> str:
    """The text of a small UTF-8 file. Raises UserError for anything else, in one sentence with the remedy."""
    shown = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(why_unreadable(path, error)) from error
    if len(data) > MOST_BYTES:
        raise UserError(f"{shown} is larger than 1 MB, so it is no file that trackbuddy reads; name another one")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{shown} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8") from error
    if "\0" in text:
        raise UserError(f"{shown} is not text; name a .toml or .json file")
    return text


def why_unreadable(path: Path, error: OSError) -> str:
    """One sentence about a file that can't be opened."""
    if isinstance(error, FileNotFoundError):
        return f"there is no file {path}; check the name"
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return f"{path} can't be read: you have no permission; change its mode or owner"
    return f"{path} can't be read: {error.strerror or error}"
