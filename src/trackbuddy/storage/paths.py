"""Where the user's files lie, and how they are made: folders 0700, files 0600."""

from __future__ import annotations

import errno
import os
import stat
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

    @property
    def index(self) -> Path:
        """What is known of the logs without reading them. It may be deleted at any time."""
        return index_of(self.logs)

    @staticmethod
    def in_folder(folder: Path) -> Home:
        """Everything in one folder."""
        return Home(folder / "logs", folder / "sessions", folder / "athletes.toml", folder / "settings.toml")


def index_of(logs: Path) -> Path:
    """Beside the folder of logs, in which there is nothing but logs."""
    return logs.parent / "logs-index.sqlite"


def find_home(given: str | None = None, environ: Mapping[str, str] = os.environ) -> Home:
    """The folder that `--home` names, else TRACKBUDDY_HOME, else the platform's own folders."""
    named = given or environ.get(VARIABLE)
    if named:
        return Home.in_folder(user_path(named).absolute())
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
        data = read_bytes(path, MOST_BYTES + 1, pipes=True)
    except (OSError, ValueError) as error:
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


class NoFileError(OSError):
    """A pipe, a device, a socket: reading one may take for ever."""


def read_bytes(path: Path, most: int = -1, *, pipes: bool = False) -> bytes:
    """A file's bytes, so many at the most. Raises OSError, and ValueError for a name that no file can have.

    With `pipes` also those of a pipe; nothing, where nobody writes into it.
    """
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # opening a pipe waits for its writer otherwise
    try:
        kind = os.fstat(fd).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind) and not pipes:
            raise NoFileError("is a pipe or a device")
        os.set_blocking(fd, True)
    except OSError:
        os.close(fd)
        raise
    with os.fdopen(fd, "rb") as file:
        return file.read(most)


def user_path(text: str) -> Path:
    """A path as somebody types it, `~` their own folder. Raises UserError for what names nothing on any disk."""
    try:
        path = Path(text).expanduser()
        os.lstat(path)
    except FileNotFoundError:
        return path
    except RuntimeError as error:
        raise UserError(f"there is no user whose folder {text[:60]} could be; write the path in full") from error
    except (ValueError, OSError) as error:
        raise UserError(why_unreadable(Path(text[:60] + ("..." if len(text) > 60 else "")), error)) from error
    return path


def why_unreadable(path: Path, error: OSError | ValueError) -> str:
    """One sentence about a file that can't be opened."""
    if isinstance(error, NoFileError):
        return f"{path} is a pipe or a device and no log; name another file"
    if not isinstance(error, OSError):
        return f"{path} can't be the name of a file; check it"
    if isinstance(error, FileNotFoundError):
        return f"there is no file {path}; check the name"
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return f"{path} can't be read: you have no permission; change its mode or owner"
    return f"{path} can't be read: {error.strerror or error}"
