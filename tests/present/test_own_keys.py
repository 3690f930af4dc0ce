"""What is said with keys of the user's own."""

from __future__ import annotations

import pytest
from tests.present.stages import STAGES, Run

from trackbuddy.present.key_table import DEFAULT, Keymap
from trackbuddy.present.live_view import live_view
from trackbuddy.present.own_keys import in_words, with_own_keys
from trackbuddy.present.view import LiveView

OWN = Keymap.of({"tap": ("f5",), "take": ("j",), "hold": ("x",), "undo": ("u",), "enter": ("o",), "longer": ("l",)})


def view(run: Run) -> LiveView:
    return live_view(run.live.snapshot(), run.live.now_ns())


def said(page: LiveView) -> str:
    parts = [f"{hint.key} {hint.does}" for hint in page.keys] + [notice.text for notice in page.notices]
    return "\n".join((*parts, *page.below, *(page.panel.start if page.panel else ())))


@pytest.mark.parametrize(
    ("stage", "parts"),
    [
        ("rest", ("F5 extra tap", "u undo", "x hold", "l - 10s", "j = that was the finish")),
        ("rest-held", ("x goes on", "F5 starts")),
        ("rest-undo-asks", ("u again = yes",)),
        ("rep-no-tap", ("o = no time",)),
        ("rep-hold-armed", ("x = no hold",)),
    ],
)
def test_a_page_names_the_keys_that_hold(stage: str, parts: tuple[str, ...]) -> None:
    page = said(with_own_keys(view(STAGES[stage]()), OWN))
    for part in parts:
        assert part in page
    for word in ("SPACE", "BKSP", "ENTER", "a = ", "h = "):
        assert word not in page


@pytest.mark.parametrize("stage", list(STAGES))
def test_with_the_tables_own_keys_nothing_is_touched(stage: str) -> None:
    page = view(STAGES[stage]())
    assert with_own_keys(page, DEFAULT) is page


def test_a_letter_is_a_key_only_where_it_is_said_what_it_does() -> None:
    text = "a rep of a mile; BACKSPACE h   a = yes"
    assert in_words(text, OWN) == "a rep of a mile; BACKSPACE h   j = yes"
