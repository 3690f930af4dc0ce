"""Where in a TOML or JSON text each key and value stands, so that an error can point at it.

The standard readers give values without places. This walks a text that they have already accepted, so it needn't
check anything; where it loses its way it knows fewer places, and errors then name the field alone.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Places:
    """Offsets into the text, by path: `("steps", 0, "run")`."""

    text: str
    keys: dict[Path, int] = field(default_factory=dict)
    """Where the key stands; for an item of a list where its value does."""
    values: dict[Path, int] = field(default_factory=dict)
    """Where the value begins; behind the quotes of a string."""
    escaped: set[Path] = field(default_factory=set)
    """Strings that hold a backslash: places inside them can't be told from the value."""
    starts: list[int] = field(init=False)
    """Where each line begins."""

    def __post_init__(self) -> None:
        self.starts = [0, *(index + 1 for index, char in enumerate(self.text) if char == "\n")]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def key(self, path: Path) -> tuple[int, int]:
        """The key's line and column, or those of the nearest one around it; 1, 1 where nothing is known."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.keys:
                return self.line_column(self.keys[path[:length]])
        return 1, 1

    def inside(self, path: Path, line: int, column: int) -> tuple[int, int]:
        """The place in the file of a line and column in a string value."""
        if path not in self.values or path in self.escaped:
            return self.key(path)
        start_line, start_column = self.line_column(self.values[path])
        return start_line + line - 1, column + (start_column - 1 if line == 1 else 0)


@lru_cache(maxsize=1)
def places(text: str) -> Places:
    """All places of a text that tomllib or json has read. Many errors may be found in one text: it is walked once."""
    walker = _Walker(text)
    try:
        if text.lstrip().startswith("{"):
            walker.skip()
            walker.value(())
        else:
            walker.document()
    except (IndexError, RecursionError):
        pass  # what was found so far is still right
    return walker.found


_BARE_END = frozenset(",]}#\n")


class _Walker:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found = Places(text)
        self.counts: dict[Path, int] = {}
        """Tables begun with [[ ]], by their path."""

    def skip(self) -> None:
        """Over spaces, line ends and comments."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                self.at = self._end_of_line()
            elif self.text[self.at].isspace():
                self.at += 1
            else:
                return

    def _end_of_line(self) -> int:
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end

    def document(self) -> None:
        """TOML at its outermost."""
        prefix: Path = ()
        self.skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                prefix = self._header()
            else:
                self._pair(prefix)
            self.skip()

    def _header(self) -> Path:
        start = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        names = self._dotted("]")
        self.at = self._end_of_line()
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self.counts and not (many and len(path) == len(names)):
                path = (*path, self.counts[path] - 1)
        if many:
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            path = (*path, number)
        self.found.keys.setdefault(path, start)
        return path

    def _pair(self, prefix: Path) -> None:
        start = self.at
        names = self._dotted("=:")
        self.at += 1
        path: Path = (*prefix, *names)
        for length in range(len(prefix) + 1, len(path) + 1):
            self.found.keys.setdefault(path[:length], start)
        self.skip()
        self.value(path)

    def _dotted(self, ends: str) -> list[str]:
        """Key parts up to one of the ends."""
        names: list[str] = []
        while True:
            while self.text[self.at] in " \t.":
                self.at += 1
            if self.text[self.at] in ends:
                return names
            if self.text[self.at] in "\"'":
                begin, end = self._string()
                names.append(self.text[begin:end])
            else:
                begin = self.at
                while self.text[self.at] not in f"{ends} \t.":
                    self.at += 1
                names.append(self.text[begin : self.at])

    def value(self, path: Path) -> None:
        """The value that begins here, and those inside it."""
        self.found.values[path] = self.at
        first = self.text[self.at]
        if first in "\"'":
            begin, end = self._string()
            self.found.values[path] = begin
            if "\\" in self.text[begin:end]:
                self.found.escaped.add(path)
        elif first == "[":
            self._list(path)
        elif first == "{":
            self._table(path)
        else:
            begin = self.at
            while self.at < len(self.text) and self.text[self.at] not in _BARE_END:
                self.at += 1
            if self.at == begin:
                raise IndexError("there is no value here")

    def _list(self, path: Path) -> None:
        self.at += 1
        number = 0
        self.skip()
        while self.text[self.at] != "]":
            self.found.keys.setdefault((*path, number), self.at)
            self.value((*path, number))
            number += 1
            self._comma()
        self.at += 1

    def _table(self, path: Path) -> None:
        self.at += 1
        self.skip()
        while self.text[self.at] != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        self.skip()
        if self.text[self.at] == ",":
            self.at += 1
            self.skip()

    def _string(self) -> tuple[int, int]:
        """Steps over a string; where its text begins and ends."""
        quote = self.text[self.at]
        mark = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(mark)
        if len(mark) == 3 and self.text[self.at] == "\n":
            self.at += 1
        begin = self.at
        while not self.text.startswith(mark, self.at):
            if self.at >= len(self.text):
                raise IndexError("this string has no end")
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        end = self.at
        self.at += len(mark)
        return begin, end
