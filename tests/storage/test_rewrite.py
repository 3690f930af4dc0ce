"""Files written anew: whole or not at all, the user's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trackbuddy.errors import UserError
from trackbuddy.storage.rewrite import rewrite


def test_a_new_file_is_the_users_alone_and_needs_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    rewrite(path, "a = 1\n")
    assert path.read_text() == "a = 1\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text("# mine\n")
    link.symlink_to(real)
    rewrite(link, "a = 1\n")
    assert link.is_symlink()
    assert real.read_text() == "a = 1\n"


def test_where_the_disk_fails_the_old_file_stands_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("old\n")

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"can't be written: No space left on device; nothing was changed"):
        rewrite(path, "new\n")
    assert path.read_text() == "old\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]
