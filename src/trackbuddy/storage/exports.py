"""Files written for others: all of them whole, or none."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.storage.disk import flush, sync_folder


def write_all(files: Mapping[Path, str], *, force: bool = False) -> None:
    """Each under another name first; only when every one is safe they get their own. Folders are made as needed.

    `force` lets files be replaced that are there already. Raises UserError, and then nothing has changed.
    """
    there = [path for path in files if path.exists() or path.is_symlink()]
    if there and not force:
        more = f" and {len(there) - 1} more are" if len(there) > 1 else " is"
        raise UserError(f"{there[0]}{more} there already; add --force to replace, or name another place")
    folders = [path for path in files if path.is_dir()]
    if folders:
        raise UserError(f"{folders[0]} is a folder; name another place")
    new: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            new[path] = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.new")
            _write(new[path], text)
        for path, part in new.items():
            os.replace(part, path)
        for folder in {path.parent for path in files}:
            sync_folder(folder)
    except OSError as error:
        raise UserError(f"{error.filename or 'the files'} can't be written: {error.strerror or error}") from error
    finally:
        for part in new.values():
            with contextlib.suppress(OSError):
                os.unlink(part)


def _write(path: Path, text: str) -> None:
    """Line ends as they are: CSV has its own."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    with os.fdopen(fd, "wb") as file:
        file.write(text.encode("utf-8", "backslashreplace"))
        file.flush()
        flush(file.fileno())
