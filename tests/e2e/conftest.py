"""The program in terminals that end with the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.terminal import Open, Terminal


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Open]:
    """Opens the program with these arguments; all of them have one home, or each the one that is named."""
    opened: list[Terminal] = []

    def make(*arguments: str, home: str = "", warm: bool = True) -> Terminal:
        opened.append(Terminal(arguments, tmp_path / home, warm=warm))
        return opened[-1]

    yield make
    for terminal in opened:
        terminal.close()
