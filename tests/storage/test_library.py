"""What a SESSION argument means."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.errors import UserError
from trackbuddy.storage.library import Found, entries, find, shipped_folder
from trackbuddy.storage.paths import MOST_BYTES


def found(text: str, own: Path = Path("/nowhere"), stdin: str = "") -> Found:
    return find(text, own, lambda: stdin)


def test_a_name_of_the_library_whatever_its_case() -> None:
    assert found("8X200-goal-pace").canonical == "8 x 200m @ mile, 30s rest"


def test_text_is_a_notation() -> None:
    assert found("8x200m @ 34, 30s rest").path is None
    assert found("8x200m @ 34, 30s rest").title == "8 x 200m @ 34, 30s rest"


def test_a_path_that_exists_is_a_file_whatever_its_ending(tmp_path: Path) -> None:
    """Its text is a session file's then, and an error says where in it."""
    path = tmp_path / "tuesday"
    path.write_text('session = "4x400m, 90s rest"')
    assert found(str(path)).canonical == "4 x 400m, 90s rest"


def test_standard_input_may_hold_any_kind_of_text() -> None:
    """Notation, TOML or JSON."""
    for text in ("4x400m, 90s rest", 'session = "4x400m, 90s rest"', '{"session": "4x400m, 90s rest"}'):
        assert found("-", stdin=text).canonical == "4 x 400m, 90s rest"


def test_the_users_own_file_hides_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "Strides.toml").write_text('session = "4x100m strides"')
    (tmp_path / "aaa.json").write_text('{"session": "1km"}')
    (tmp_path / "notes.txt").write_text("not a session")
    library = entries(tmp_path)
    assert "aaa" in [entry.name for entry in library]
    assert [entry.own for entry in library if entry.name.lower() == "strides"] == [True]
    assert found("strides", own=tmp_path).canonical == "4 x 100m stride"
    assert [entry.name.lower() for entry in library] == sorted(entry.name.lower() for entry in library)


def test_the_shipped_sessions_are_found_from_a_checkout() -> None:
    assert (shipped_folder() / "8x200-goal-pace.toml").is_file()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8x200-gaol-pace", "did you mean 8x200-goal-pace"),
        ("", "there is no session here"),
        ("   \n", "there is no session here"),
        ("none.toml", "there is no file none.toml"),
        ("/", "is a folder"),
        ("a/b.json", "there is no file"),
        ("8x200m @ 34, 30s rset", "rset"),
        ("x" * 5000, "not understood"),
        ("\0", "character|understood|session"),
    ],
)
def test_what_is_no_session_gets_one_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as caught:
        found(text)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x80\x81", "is not UTF-8 text"),
        (b"session\0", "is not text"),
        (b"x" * (MOST_BYTES + 1), "larger than 1 MB"),
        (b"", "the session is missing"),
    ],
)
def test_a_file_that_holds_no_session_gets_one_sentence(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    with pytest.raises(UserError, match=said):
        found(str(path))


def test_a_place_in_typed_text_is_kept() -> None:
    """Line, column and what was seen, for the caret and the JSON error."""
    with pytest.raises(UserError) as caught:
        found("4x400m\n8x200m @ 34, 30s rset")
    assert (caught.value.line, caught.value.column, caught.value.path) == (2, 18, None)
