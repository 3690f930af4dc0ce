"""One line of text under the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trackbuddy.tui.keyboard.heard import Press

LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Typed:
    text: str = ""
    cursor: int = 0
    """How many characters stand before it."""

    @staticmethod
    def of(text: str) -> Typed:
        return Typed(text, len(text))

    def insert(self, text: str) -> Typed:
        """What is no part of a line is left out, and what is too long cut off."""
        room = LONGEST - len(self.text)
        new = "".join(character for character in text if character.isprintable())[: max(room, 0)]
        return Typed(self.text[: self.cursor] + new + self.text[self.cursor :], self.cursor + len(new))

    def edited(self, press: Press) -> Typed:
        """The line behind this key; the same where the key edits nothing."""
        text, at = self.text, self.cursor
        match press.key:
            case "backspace" if at:
                return Typed(text[: at - 1] + text[at:], at - 1)
            case "delete" | "ctrl+d":
                return Typed(text[:at] + text[at + 1 :], at)
            case "left" | "ctrl+b":
                return Typed(text, max(at - 1, 0))
            case "right" | "ctrl+f":
                return Typed(text, min(at + 1, len(text)))
            case "home" | "ctrl+a":
                return Typed(text, 0)
            case "end" | "ctrl+e":
                return Typed(text, len(text))
            case "ctrl+u":
                return Typed(text[at:], 0)
            case "ctrl+k":
                return Typed(text[:at], at)
            case "ctrl+w":
                kept = text[:at].rstrip().rpartition(" ")
                start = kept[0] + kept[1]
                return Typed(start + text[at:], len(start))
            case _:
                return self.insert(press.text)
