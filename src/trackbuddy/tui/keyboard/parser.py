"""What a terminal's bytes mean. Whatever comes, nothing is raised, and what is unfinished is bounded.

Two rules hold everywhere. A Space that belongs to no paste and to no finished sequence is a Space, with the instant of
its own byte. What is cut off in the middle means nothing: a terminal's answer that is lost half-way makes no digits.

Bytes come with their instants, and only those count: however late they are looked at, the same bytes are the same keys.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final

from trackbuddy.tui.keyboard.heard import UNKNOWN, Heard, ModeReport, MouseReport, Pasted, Press
from trackbuddy.tui.keyboard.sequences import csi_key, linux_key, ss3_key

MS: Final = 1_000_000
ESCAPE_NS: Final = 100 * MS
"""How soon the rest of a sequence follows its Escape; later it was the key. Over a slow line it comes in two pieces."""
CUT_NS: Final = 1000 * MS
"""A `[` or `O` this soon behind such an Escape is the rest of a sequence after all: nobody types those there."""
STRING_NS: Final = 250 * MS
STRING_BYTES: Final = 4096
PASTE_GAP_NS: Final = 250 * MS
PASTE_NS: Final = 2000 * MS
PASTE_BYTES: Final = 65536
"""A paste ends by its end mark, by a silence, or by having gone on too long."""
PASTE_START: Final = "200"
_PASTE_END: Final = b"\x1b[201~"
_CSI_BYTES: Final = 64
_ESC, _BEL, _SPACE = 0x1B, 0x07, 0x20
_MODE: Final = re.compile(r"\?(\d{1,5});(\d)\$")
_MOUSE: Final = re.compile(r"<\d{1,5};-?\d{1,5};-?\d{1,5}")
_SINGLE: Final = {"\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\b": "backspace", " ": "space"}


class KeyParser:
    """Fed with bytes in the order in which they came. Holds what is unfinished and nothing else."""

    def __init__(self) -> None:
        self._take: Callable[[int, int], None] = self._ground
        self._seen = bytearray()
        """The bytes of what is unfinished, behind its introducer."""
        self._spaces: list[int] = []
        """Instants of the Spaces in it."""
        self._since_ns = self._last_ns = 0
        self._cut_ns: int | None = None
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._heard: list[Heard] = []

    def feed(self, data: bytes, at_ns: int) -> list[Heard]:
        """What these bytes, which arrived at this instant, complete."""
        self._expire(at_ns)
        for byte in data:
            self._take(byte, at_ns)
            self._last_ns = at_ns
        return self._done()

    def idle(self, now_ns: int) -> list[Heard]:
        """What is complete because nothing more came until now."""
        self._expire(now_ns)
        return self._done()

    @property
    def waits_until_ns(self) -> int | None:
        """When `idle` will have something to say at the latest; None: nothing is unfinished."""
        if self._take == self._ground:
            return None
        if self._take == self._paste:
            return min(self._last_ns + PASTE_GAP_NS, self._since_ns + PASTE_NS)
        return self._since_ns + (STRING_NS if self._take == self._string else ESCAPE_NS)

    def _done(self) -> list[Heard]:
        heard, self._heard = self._heard, []
        return heard

    # --- what is unfinished -----------------------------------------------------------------------------------------

    def _begin(self, take: Callable[[int, int], None], at_ns: int) -> None:
        self._take = take
        self._seen.clear()
        self._spaces.clear()
        self._since_ns = self._last_ns = at_ns

    def _end(self) -> str:
        """Back to the ground. Gives what was seen."""
        seen = self._seen.decode("ascii", "replace")
        self._take = self._ground
        return seen

    def _cut_off(self) -> None:
        """It will never be finished: only its Spaces meant something."""
        self._end()
        self._heard += [Press("space", at_ns) for at_ns in self._spaces]
        self._spaces.clear()

    def _expire(self, now_ns: int) -> None:
        until_ns = self.waits_until_ns
        if until_ns is None or now_ns < until_ns:
            return
        if self._take == self._escape:
            self._end()
            self._press("escape", self._since_ns)
            self._cut_ns = self._since_ns
        elif self._take == self._paste:
            self._end_paste()
        else:
            self._cut_off()

    def _press(self, key: str, at_ns: int) -> None:
        self._heard.append(Press(key, at_ns))

    # --- one byte, by where it falls --------------------------------------------------------------------------------

    def _ground(self, byte: int, at_ns: int) -> None:
        cut_ns, self._cut_ns = self._cut_ns, None
        if cut_ns is not None and at_ns - cut_ns < CUT_NS and byte in b"[O":
            self._begin(self._csi if byte == ord("[") else self._ss3, at_ns)
            return
        for character in self._decode(bytes((byte,))):
            if character == "\x1b":
                self._begin(self._escape, at_ns)
            else:
                self._press(_key(character), at_ns)

    def _escape(self, byte: int, at_ns: int) -> None:
        match chr(byte):
            case "[":
                self._begin(self._csi, self._since_ns)
            case "O":
                self._begin(self._ss3, self._since_ns)
            case "P" | "X" | "^" | "_" | "]":
                self._begin(self._string, self._since_ns)
            case _:
                self._end()
                self._press("escape", self._since_ns)
                self._ground(byte, at_ns)

    def _csi(self, byte: int, at_ns: int) -> None:
        if byte == ord("[") and not self._seen:
            self._begin(self._linux, self._since_ns)
        elif byte == ord("M") and not self._seen:
            self._begin(self._old_mouse, self._since_ns)
        elif 0x40 <= byte <= 0x7E:
            self._csi_done(self._end(), chr(byte), at_ns)
        elif _SPACE < byte < 0x40 and len(self._seen) < _CSI_BYTES:
            self._seen.append(byte)
        else:
            self._broken(byte, at_ns)

    def _csi_done(self, parameters: str, final: str, at_ns: int) -> None:
        if final == "~" and parameters == PASTE_START:
            self._begin(self._paste, at_ns)
        elif final == "y" and (mode := _MODE.fullmatch(parameters)):
            self._heard.append(ModeReport(int(mode[1]), int(mode[2])))
        elif final in "Mm" and _MOUSE.fullmatch(parameters):
            self._heard.append(MouseReport(f"\x1b[{parameters}{final}", self._since_ns))
        elif not parameters or parameters[0].isdigit():
            key = csi_key(parameters, final)
            if key is not None:
                self._press(key, self._since_ns)

    def _ss3(self, byte: int, at_ns: int) -> None:
        if 0x40 <= byte <= 0x7E:
            self._end()
            self._press(ss3_key(chr(byte)), self._since_ns)
        else:
            self._broken(byte, at_ns)

    def _linux(self, byte: int, at_ns: int) -> None:
        if 0x40 <= byte <= 0x7E:
            self._end()
            self._press(linux_key(chr(byte)), self._since_ns)
        else:
            self._broken(byte, at_ns)

    def _broken(self, byte: int, at_ns: int) -> None:
        """A byte that can't stand in a sequence: it is cut off, and the byte is looked at afresh."""
        self._cut_off()
        self._ground(byte, at_ns)

    def _old_mouse(self, byte: int, at_ns: int) -> None:
        """A click as terminals wrote it long ago: three bytes, which may look like keys."""
        if byte < _SPACE:
            self._broken(byte, at_ns)
            return
        self._remember(byte, at_ns)
        if len(self._seen) == 3:
            self._end()

    def _string(self, byte: int, at_ns: int) -> None:
        """A terminal's long answer, up to its end mark."""
        if byte == _BEL or (byte == ord("\\") and self._seen[-1:] == b"\x1b"):
            self._end()
        elif self._seen[-1:] == b"\x1b":
            self._cut_off()
            self._begin(self._escape, self._last_ns)
            self._escape(byte, at_ns)
        elif len(self._seen) >= STRING_BYTES:
            self._broken(byte, at_ns)
        else:
            self._remember(byte, at_ns)

    def _remember(self, byte: int, at_ns: int) -> None:
        self._seen.append(byte)
        if byte == _SPACE:
            self._spaces.append(at_ns)

    def _paste(self, byte: int, at_ns: int) -> None:
        self._seen.append(byte)
        if self._seen.endswith(_PASTE_END):
            del self._seen[-len(_PASTE_END) :]
            self._end_paste()
        elif len(self._seen) >= PASTE_BYTES:
            self._end_paste()

    def _end_paste(self) -> None:
        text = self._seen.decode("utf-8", "replace")
        self._end()
        self._heard.append(Pasted(text, self._since_ns))


def _key(character: str) -> str:
    if character in _SINGLE:
        return _SINGLE[character]
    if "\x01" <= character <= "\x1a":
        return f"ctrl+{chr(ord(character) + 0x60)}"
    return character if character.isprintable() and character != "\ufffd" else UNKNOWN
