"""One table for keys: what is made of it, and the user's own in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.plain.keys import meaning
from trackbuddy.present.key_help import help_lines, in_vain, menu, plain_help, readme_lines
from trackbuddy.present.key_table import DEFAULT, ROWS, Command, Keymap, KeysError
from trackbuddy.timing import inputs as i

ROOT = Path(__file__).parents[2]


def test_readme_has_the_table() -> None:
    """`readme_lines` prints it anew."""
    assert "\n".join(readme_lines()) + "\n\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_names_every_command_whose_key_can_be_set() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.partition("by what they do: ")[2].partition(".\n")[0].replace("\n", " ")
    assert listed.split(", ") == [row.command for row in ROWS if not row.fixed]


def test_every_command_has_one_row() -> None:
    assert [row.command for row in ROWS] == list(dict.fromkeys(row.command for row in ROWS))
    assert {row.command for row in ROWS} == set(Command)


def test_whatever_gives_an_input_says_something_where_it_does_nothing() -> None:
    """A tap always makes a fact."""
    assert [row.command for row in ROWS if row.kind not in (None, i.Tap) and not row.in_vain] == []
    assert in_vain(i.Hold) == "nothing to hold here"


def test_help_menu_and_plain_mode_name_every_key_of_theirs() -> None:
    page = "\n".join(help_lines(DEFAULT))
    assert all(row.does in page for row in ROWS)
    assert all(len(line) <= 40 for line in help_lines(DEFAULT, narrow=True))
    assert [does for _, does in menu(DEFAULT)] == [row.short for row in ROWS if row.in_menu]
    assert {"out", "names"} == {does for _, does in {*menu(DEFAULT)} - {*menu(DEFAULT, alone=True)}}
    typed = [text for row in ROWS for text in row.plain]
    assert all(meaning(text) is not None for text in typed)
    assert all(len(line) <= 120 for line in plain_help())


def test_the_users_own_keys_take_the_place_of_the_tables() -> None:
    keymap = Keymap.of({"tap": ("Space", "F5"), "hold": ("X",), "next": ("k",)})
    assert keymap.main["f5"] is Command.TAP
    assert "pagedown" not in keymap.main
    assert keymap.main["x"] is Command.HOLD
    assert "h" not in keymap.main
    assert keymap.menu["k"] is Command.NEXT
    assert "x               hold the countdown" in "\n".join(help_lines(keymap))


@pytest.mark.parametrize(
    ("own", "command", "part"),
    [
        ({"hold": ("a",)}, "hold", "a is both hold and take; give one of them another key"),
        ({"take": ("h",), "hold": ("h",)}, "take", "h is both"),
        ({"hold": ("3",)}, "hold", "hold can't be 3: the digits are the athletes'"),
        ({"tap": ()}, "tap", "tap has no key; name one at least"),
        ({"tap": ("spacebar",)}, "tap", "'spacebar' is no key; write what it writes"),
        ({"lap": ("x",)}, "lap", "lap is no command with a key to set; there are tap, enter, undo"),
        ({"athlete": ("x",)}, "athlete", "athlete is no command with a key to set"),
        ({"next": ("r",)}, "next", "r is both next and repeat"),
        ({"hold": ("escape",)}, "hold", "Esc is both hold and shut"),
        ({"hold": ("",)}, "hold", "'' is no key"),
        ({"hold": ("ctrl+3",)}, "hold", "'ctrl+3' is no key"),
    ],
)
def test_what_can_be_no_key_is_refused_at_the_users_own_line(
    own: dict[str, tuple[str, ...]], command: str, part: str
) -> None:
    with pytest.raises(KeysError) as caught:
        Keymap.of(own)
    assert part in str(caught.value)
    assert caught.value.command in own or caught.value.command == command


def test_a_menu_letter_may_be_a_key_outside_the_menu_too() -> None:
    assert DEFAULT.main["e"] is Command.END_BLOCK
    assert DEFAULT.menu["e"] is Command.END_HERE
