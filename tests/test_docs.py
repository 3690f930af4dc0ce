"""The README's sessions are read, and its pictures and links are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trackbuddy.cli import COMMANDS
from trackbuddy.plan.notation import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def ten_lines() -> list[str]:
    """The block under its heading: a session, and behind two spaces what it shows."""
    block = README.split("## Sessions in ten lines")[1].split("```")[1]
    return [re.split(r" {2,}", line)[0] for line in block.strip().splitlines()]


@pytest.mark.parametrize("text", ten_lines())
def test_each_session_of_the_readme_is_read(text: str) -> None:
    assert read(text).canonical


def test_there_are_ten() -> None:
    assert len(ten_lines()) == 10


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_and_pictures_are_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_picture_that_is_kept_is_shown() -> None:
    pictures = {str(path.relative_to(ROOT)) for path in (ROOT / "docs" / "pictures").iterdir()}
    assert pictures
    assert pictures <= set(re.findall(r"\]\(([^)#]+)\)", README))


@pytest.mark.parametrize("name", re.findall(r"^trackbuddy ([a-z]+)", README, re.MULTILINE))
def test_commands_of_the_readme_exist(name: str) -> None:
    assert name in {command.name for command in COMMANDS}
