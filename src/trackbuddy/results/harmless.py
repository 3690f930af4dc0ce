"""Names, titles and notes are somebody's own text: what of it may be written to a terminal or into a file."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """The same text with everything replaced that could move the cursor, colour the screen or turn the line round.

    Line ends become a space, other control and format characters a `?`.
    """
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(char: str) -> str:
    if char in "\n\r\t\u2028\u2029":
        return " "
    return "?" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char
