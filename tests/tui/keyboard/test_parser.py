"""Bytes of every kind, and the keys that they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from trackbuddy.tui.keyboard.heard import UNKNOWN, Click, Heard, ModeReport, MouseReport, Pasted, Press, Wheel, of_mouse
from trackbuddy.tui.keyboard.parser import ESCAPE_NS, MS, PASTE_BYTES, PASTE_NS, KeyParser
from trackbuddy.tui.keyboard.sequences import csi_key

LONG_AFTER = 10_000 * MS


def heard(*pieces: tuple[bytes, int]) -> list[Heard]:
    """Pieces with their instants in ms, and a long silence behind."""
    parser = KeyParser()
    found = [item for data, ms in pieces for item in parser.feed(data, ms * MS)]
    return found + parser.idle(pieces[-1][1] * MS + LONG_AFTER)


def keys(*pieces: tuple[bytes, int]) -> list[str]:
    return [item.key for item in heard(*pieces) if isinstance(item, Press)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b" ", ["space"]),
        (b"\r", ["enter"]),
        (b"\n", ["enter"]),
        (b"\t", ["tab"]),
        (b"\x7f", ["backspace"]),
        (b"\x08", ["backspace"]),
        (b"\x11", ["ctrl+q"]),
        (b"\x03", ["ctrl+c"]),
        (b"a1+?", ["a", "1", "+", "?"]),
        ("é好".encode(), ["é", "好"]),
        (b"\x1b[6~", ["pagedown"]),
        (b"\x1b[A\x1b[1;5A\x1b[Z", ["up", "ctrl+up", "shift+tab"]),
        (b"\x1bOP\x1b[11~\x1b[[A\x1b[P", ["f1", "f1", "f1", "f1"]),
        (b"\x1bOp\x1bOM", ["0", "enter"]),
        (b"\x1b[32u\x1b[113;5u\x1b[13u\x1b[27u", ["space", "ctrl+q", "enter", "escape"]),
        (b"\x1b[97;2;65u\x1b[97;2u\x1b[49;;49u", ["A", "A", "1"]),
        (b"\x1b[57406u\x1b[57422u", ["7", "pagedown"]),
        (b"\x1b[32;1:2u\x1b[32;1:3u", ["space"]),
        (b"\x1b[27;5;113~", ["ctrl+q"]),
    ],
)
def test_keys_by_their_bytes(data: bytes, found: list[str]) -> None:
    assert keys((data, 0)) == found


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[?62;1;4c",
        b"\x1b[12;40R",
        b"\x1b[<0;12;3M\x1b[<0;12;3m",
        b"\x1b[M !!",
        b"\x1b[32;10;10M",
        b"\x1b[I\x1b[O",
        b"\x1bP1$r2 q\x1b\\",
        b"\x1b]11;rgb:1111/2222/3333\x07",
        b"\x1b[99999999999999999999999;1:1:1u",
        b"\x1b[8;24;80t",
        b"\x1b[1;1:3A",
    ],
)
def test_a_terminals_answers_and_clicks_are_no_keys(data: bytes) -> None:
    assert keys((data, 0), (b" ", 1)) == ["space"]


@pytest.mark.parametrize("cut", range(1, len(b"\x1b[?62;1;4c")))
def test_an_answer_that_is_cut_off_makes_no_digits(cut: int) -> None:
    assert not {"1", "2", "4", "6"} & set(keys((b"\x1b[?62;1;4c"[:cut], 0)))


def test_a_mouse_report_is_passed_on_as_it_came() -> None:
    assert heard((b"\x1b[<0;12;3M\x1b[<35;120;-3m", 0)) == [
        MouseReport("\x1b[<0;12;3M", 0),
        MouseReport("\x1b[<35;120;-3m", 0),
    ]


def test_the_answer_about_a_mode_is_passed_on() -> None:
    assert heard((b"\x1b[?2026;2$y", 0)) == [ModeReport(2026, 2)]


@pytest.mark.parametrize("byte", [b"\xff", b"\xe9", b"\xc3", b"\x9b", b"\xf0\x9f", b"\x00", b"\x1c"])
def test_a_byte_that_is_no_text_is_a_key_without_meaning_and_the_space_behind_it_a_space(byte: bytes) -> None:
    found = heard((byte, 0), (b" ", 7000))
    assert found[-1] == Press("space", 7000 * MS)
    assert {item.key for item in found[:-1] if isinstance(item, Press)} <= {UNKNOWN}


def test_escape_and_space_in_one_piece_are_both() -> None:
    assert heard((b"\x1b ", 5)) == [Press("escape", 5 * MS), Press("space", 5 * MS)]


def test_an_escape_alone_is_the_key_once_nothing_follows() -> None:
    parser = KeyParser()
    assert parser.feed(b"\x1b", 0) == []
    assert parser.idle(ESCAPE_NS - 1) == []
    assert parser.idle(ESCAPE_NS) == [Press("escape", 0)]
    assert parser.waits_until_ns is None


def test_a_sequence_in_two_pieces_over_a_slow_line_is_no_letter() -> None:
    assert keys((b"\x1b", 0), (b"[A", 400)) == ["escape", "up"]
    assert keys((b"\x1b[", 0), (b"A", 90)) == ["up"]


def test_a_space_cuts_a_sequence_off_and_counts() -> None:
    assert heard((b"\x1b[1;", 0), (b" ", 3)) == [Press("space", 3 * MS)]
    assert heard((b"\x1b[M!", 0), (b" ", 3)) == [Press("space", 3 * MS)]
    assert heard((b"\x1bP1$r", 0), (b" ", 3)) == [Press("space", 3 * MS)]


def test_a_paste_is_no_keys() -> None:
    pasted = heard((b"\x1b[200~ 1 s\r\x11 x\x1b[201~", 0), (b" ", 1))
    assert pasted == [Pasted(" 1 s\r\x11 x", 0), Press("space", MS)]


def test_a_paste_without_an_end_swallows_nothing_behind_a_silence() -> None:
    assert keys((b"\x1b[200~abc ", 0), (b" ", 1000), (b"\x11", 2000)) == ["space", "ctrl+q"]


def test_a_paste_without_an_end_is_over_though_a_key_is_held_down() -> None:
    found = keys((b"\x1b[200~", 0), *((b" ", ms) for ms in range(0, 3000, 30)))
    assert len(found) == len([ms for ms in range(0, 3000, 30) if ms * MS >= PASTE_NS])


def test_a_paste_without_an_end_is_bounded_in_length() -> None:
    parser = KeyParser()
    found = parser.feed(b"\x1b[200~" + b" " * (PASTE_BYTES + 5), 0)
    assert [type(item) for item in found] == [Pasted] + [Press] * 5


@given(st.binary(max_size=300).filter(lambda data: b"\x1b" not in data))
def test_without_an_escape_every_space_byte_is_a_space(data: bytes) -> None:
    assert keys((data, 0)).count("space") == data.count(b" ")


CONTROL = st.sampled_from(
    [b"\x1b", b"\x1b[", b"\x1bO", b"\x1bP", b"\x1b]", b"\x1b[200~", b"\x1b[201~", b"\x1b[M", b" "]
)
PIECES = st.lists(
    st.tuples(st.one_of(CONTROL, st.binary(max_size=12)), st.sampled_from([0, 0, 1, 30, 120, 300])), max_size=30
)


@given(PIECES)
def test_after_any_bytes_and_a_silence_a_space_is_a_space_of_its_own_instant(pieces: list[tuple[bytes, int]]) -> None:
    parser, at_ms = KeyParser(), 0
    for data, later in pieces:
        at_ms += later
        parser.feed(data, at_ms * MS)
    parser.idle(at_ms * MS + LONG_AFTER)
    assert parser.waits_until_ns is None
    after_ns = at_ms * MS + LONG_AFTER + 1
    assert [item for item in parser.feed(b" ", after_ns) if item == Press("space", after_ns)] != []


@given(PIECES, st.data())
def test_how_the_bytes_of_one_instant_are_cut_up_makes_no_difference(
    pieces: list[tuple[bytes, int]], data: st.DataObject
) -> None:
    whole, cut, at_ms = KeyParser(), KeyParser(), 0
    expected: list[Heard] = []
    found: list[Heard] = []
    for piece, later in pieces:
        at_ms += later
        expected += whole.feed(piece, at_ms * MS)
        at = data.draw(st.integers(0, len(piece)))
        found += cut.feed(piece[:at], at_ms * MS) + cut.feed(piece[at:], at_ms * MS)
    assert found + cut.idle(LONG_AFTER * 9) == expected + whole.idle(LONG_AFTER * 9)


NAMED = {"up", "down", "left", "right", "home", "end", "insert", "delete", "pageup", "pagedown", "f1", "f5", "f12"}


def test_textual_knows_the_same_sequences() -> None:
    """Its table is larger; where both know a key they agree."""
    compared = 0
    for sequence, names in ANSI_SEQUENCES_KEYS.items():
        if isinstance(names, tuple) and len(names) == 1 and names[0].value in NAMED and sequence.startswith("\x1b["):
            found = csi_key(sequence[2:-1], sequence[-1]) if not sequence.startswith("\x1b[[") else None
            compared += found is not None
            assert found in (None, names[0].value), sequence
    assert compared > 12


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("\x1b[<0;12;3M", Click(11, 2, 7)),
        ("\x1b[<64;12;3M", Wheel(False, 7)),
        ("\x1b[<65;12;3M", Wheel(True, 7)),
        ("\x1b[<0;12;3m", None),
        ("\x1b[<1;12;3M", None),
        ("\x1b[<2;12;3M", None),
        ("\x1b[<4;12;3M", None),
        ("\x1b[<32;12;3M", None),
        ("\x1b[<35;12;3M", None),
        ("\x1b[<0;12;3M\x1b", None),
    ],
)
def test_only_the_first_button_and_the_wheel_mean_anything(code: str, meant: Click | Wheel | None) -> None:
    assert of_mouse(MouseReport(code, 7)) == meant


_REPORTS = st.builds(
    lambda code, x, y, end: f"\x1b[<{code};{x};{y}{end}".encode(),
    st.integers(0, 99),
    st.integers(-1, 999),
    st.integers(-1, 999),
    st.sampled_from("Mm"),
)


@given(st.lists(_REPORTS | st.just(b" ")), st.integers(1, 7))
def test_mouse_reports_lose_no_space_and_make_none_however_they_are_cut(parts: list[bytes], piece: int) -> None:
    data = b"".join(parts)
    parser = KeyParser()
    found = [item for at in range(0, len(data), piece) for item in parser.feed(data[at : at + piece], at * MS)]
    assert [item.key for item in found if isinstance(item, Press)] == ["space"] * parts.count(b" ")
