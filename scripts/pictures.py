"""Pictures of the screens, as a terminal shows them: `python scripts/pictures.py [FOLDER]`, else into build/pictures.

Every stage at four sizes, in both themes and without colours. The few that the README shows are copied to
docs/pictures. The pages are drawn by the program; only the letters come from a font of this machine. Needs rsvg-convert
(librsvg2-bin).
"""

from __future__ import annotations

import asyncio
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from rich.style import Style

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
os.environ.pop("NO_COLOR", None)

from benchmarks.rehearsed import fill  # noqa: E402 - the path comes first
from tests.present.stages import STAGES  # noqa: E402
from tests.tui.hands import press, settle  # noqa: E402

from trackbuddy.cli.home_desk import HomeDesk  # noqa: E402
from trackbuddy.present.cells import width  # noqa: E402
from trackbuddy.present.ink import TEXT, Edges  # noqa: E402
from trackbuddy.present.live_view import live_view  # noqa: E402
from trackbuddy.present.page import lay_out  # noqa: E402
from trackbuddy.present.rows import Row  # noqa: E402
from trackbuddy.storage.paths import Home  # noqa: E402
from trackbuddy.tui.home_app import HomeApp  # noqa: E402
from trackbuddy.tui.palette import Palette  # noqa: E402
from trackbuddy.tui.themes import NIGHT, SUN  # noqa: E402
from trackbuddy.tui.widgets.session_input import SessionInput  # noqa: E402

SHOWN = {
    "ready": "ready",
    "lead-in": "lead-in",
    "three": "three",
    "go": "go",
    "rep": "rep",
    "over": "rep-over",
    "lap": "mile-lap",
    "finish-on": "result",
    "finish-fast": "result-fast",
    "finish-slow": "result-slow",
    "rest": "rest-quiet",
    "extra-tap": "rest",
    "hold": "rest-held",
    "bell": "mile-bell",
    "squad": "squad-rep",
    "naming": "squad-naming",
    "own": "squad-own",
    "done": "done",
}
"""Pictures by name, and the stage that each shows."""
SIZES = ((40, 20), (80, 24), (100, 30), (160, 45))
THEMES = {"night": NIGHT, "sun": SUN}
CHOSEN = (
    *("home-100x30-night", "rep-80x24-night", "rep-100x30-night", "rest-80x24-night", "squad-80x24-night"),
    "session-100x30-night",
)
CELL, LINE, LETTER = 10, 20, 16
_BLOCKS = {"▀": (0, LINE // 2)} | {chr(0x2580 + n): (LINE - LINE * n // 8, LINE * n // 8) for n in range(1, 9)}


def main() -> None:
    if shutil.which("rsvg-convert") is None:
        sys.exit("make pictures needs rsvg-convert; on Debian: apt install librsvg2-bin")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    drawn = 0
    for name, svg in (*_live(), *_home()):
        _png(svg, folder / f"{name}.png")
        drawn += 1
    docs = ROOT / "docs" / "pictures"
    for chosen in CHOSEN:
        shutil.copyfile(folder / f"{chosen}.png", docs / f"{chosen}.png")
    print(f"{drawn} pictures in {folder}; {len(CHOSEN)} of them in {docs}")


def _png(svg: str, path: Path) -> None:
    with path.open("wb") as file:
        subprocess.run(["rsvg-convert"], input=svg.encode(), stdout=file, check=True)


# --- the running session --------------------------------------------------------------------------------------------


def _live() -> Iterator[tuple[str, str]]:
    for name, stage in SHOWN.items():
        at = STAGES[stage]()
        view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
        for columns, rows in SIZES:
            for look, palette in _palettes():
                page = lay_out(view, columns, rows, edges=palette.edges)
                yield f"{name}-{columns}x{rows}-{look}", _svg(page, palette, columns, rows)


def _palettes() -> Iterator[tuple[str, Palette]]:
    for look, theme in THEMES.items():
        variables = theme.to_color_system().generate() | theme.variables
        yield look, Palette(variables, edges=Edges.SMOOTH, system="truecolor", dark=theme.dark)
    yield "bare", Palette({}, edges=Edges.BARE, system=None, dark=True)


def _svg(page: Sequence[Row], palette: Palette, columns: int, rows: int) -> str:
    """Every cell a rectangle, half blocks too: fonts leave seams between them that terminals don't."""
    parts = [_head(columns * CELL, rows * LINE), _box(0, 0, columns * CELL, rows * LINE, _colours(palette, TEXT)[1])]
    for y, row in enumerate(page):
        x = 0
        for span in row:
            ink, ground = _colours(palette, span.look)
            parts += _cells(span.text, x, y, ink, ground, bold=span.look.bold)
            x += width(span.text)
    return "".join((*parts, "</svg>"))


def _cells(text: str, x: int, y: int, ink: str, ground: str, *, bold: bool) -> Iterator[str]:
    yield _box(x * CELL, y * LINE, width(text) * CELL, LINE, ground)
    for char in text:
        if char in _BLOCKS:
            down, high = _BLOCKS[char]
            yield _box(x * CELL, y * LINE + down, CELL, high, ink)
        elif char.strip():
            yield _letter(char, x, y, ink, bold=bold)
        x += width(char)


def _colours(palette: Palette, look: object) -> tuple[str, str]:
    style = palette.style(look)  # type: ignore[arg-type]
    ink = style.color.get_truecolor().hex if style.color else "#d9d9d9"
    ground = style.bgcolor.get_truecolor().hex if style.bgcolor else "#0c0c0c"
    return (ground, ink) if style.reverse else (ink, ground)


def _head(wide: int, high: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" shape-rendering="crispEdges" '
        f'font-family="DejaVu Sans Mono, monospace" font-size="{LETTER}">'
    )


def _box(x: int, y: int, wide: int, high: int, colour: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="{colour}"/>'


def _letter(char: str, x: int, y: int, colour: str, *, bold: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x * CELL}" y="{y * LINE + 15}" fill="{colour}"{weight}>{escape(char)}</text>'


# --- home and what lies above it ------------------------------------------------------------------------------------

WALL = datetime.datetime(2026, 11, 24, 18, 42)
ABOVE = {"home": (), "list": ("down", "down"), "logs": ("f6",), "session": ("down", "f6"), "settings": ("f4",)}
"""Pictures by name, and the keys that lead there from home."""


def _home() -> Iterator[tuple[str, str]]:
    """Over a folder of rehearsed sessions."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home.in_folder(Path(folder))
        fill(home.logs, 30)
        for name, keys in ABOVE.items():
            for columns, rows in SIZES:
                yield f"{name}-{columns}x{rows}-night", asyncio.run(_home_at(home, columns, rows, name, keys))


async def _home_at(home: Home, columns: int, rows: int, name: str, keys: Sequence[str]) -> str:
    app = HomeApp(lambda: HomeDesk(home), wall=lambda: WALL)
    async with app.run_test(size=(columns, rows)) as pilot:
        await settle(pilot)
        if name in {"home", "session"}:
            app.query_one(SessionInput).value = "8x200m @ 34, 30s rest"
            await settle(pilot)
        for key in keys:
            await press(pilot, key)
        await settle(pilot)
        return _shot(app, columns, rows)


def _shot(app: HomeApp, columns: int, rows: int) -> str:
    """What the screen holds. Textual's own picture needs a font's exact widths; its compositor is private (8.2.8)."""
    ground = app.theme_variables["background"]
    parts = [_head(columns * CELL, rows * LINE), _box(0, 0, columns * CELL, rows * LINE, ground)]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            ink, under = _rich(style, "color", "#d9d9d9"), _rich(style, "bgcolor", ground)
            if style is not None and style.reverse:
                ink, under = under, ink
            parts += _cells(text, x, y, ink, under, bold=bool(style and style.bold))
            x += width(text)
    return "".join((*parts, "</svg>"))


def _rich(style: Style | None, part: str, otherwise: str) -> str:
    colour = getattr(style, part, None)
    return otherwise if colour is None or colour.is_default else colour.get_truecolor().hex


if __name__ == "__main__":
    main()
