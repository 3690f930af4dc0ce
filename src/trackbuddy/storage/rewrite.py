"""Small files of the user's, written anew: the old text or the new one is there, never half of either."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.storage.disk import flush, sync_folder
from trackbuddy.storage.paths import make_folder


def rewrite(path: Path, text: str) -> None:
    """Puts `text` in the file's place, for the user alone.

    A link is followed, so that it stays one. Raises UserError where the disk won't.
    """
    real = Path(os.path.realpath(path))
    try:
        make_folder(real.parent)
        _replace(real, text.encode())
    except OSError as error:
        raise UserError(
            f"{path} can't be written: {error.strerror or error}; nothing was changed, mend that and save again"
        ) from error


def _replace(path: Path, data: bytes) -> None:
    """Written and synced under another name in the same folder, and then renamed."""
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            flush(file.fileno())
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
    sync_folder(path.parent)
