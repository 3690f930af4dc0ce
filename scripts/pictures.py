"""Pictures of the screens, as a terminal shows them: `python scripts/pictures.py [FOLDER]`, else into build/pictures.

Every stage at four sizes, in both themes and without colours. The few that the README shows are copied to
docs/pictures. The pages are drawn by the program; only the letters come from a font of this machine. Needs rsvg-convert
(librsvg2-bin).
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
os.environ.pop("NO_COLOR", None)

from tests.present.stages import STAGES  # noqa: E402 - the path comes first
from tests.tui.fake_desk import FakeDesk  # noqa: E402

from trackbuddy.present.cells import width  # noqa: E402
from trackbuddy.present.ink import TEXT, Edges  # noqa: E402
from trackbuddy.present.live_view import live_view  # noqa: E402
from trackbuddy.present.page import lay_out  # noqa: E402
from trackbuddy.present.rows import Row  # noqa: E402
from trackbuddy.tui.home_app import HomeApp  # noqa: E402
from trackbuddy.tui.palette import Palette  # noqa: E402
from trackbuddy.tui.themes import DARK, SUNLIGHT  # noqa: E402

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
THEMES = {"night": DARK, "sun": SUNLIGHT}
CHOSEN = (
    *("rep-80x24-night", "rest-80x24-night", "go-80x24-night", "finish-fast-80x24-night", "rep-100x30-night"),
    *(
        "rest-160x45-night",
        "squad-80x24-night",
        "ready-80x24-night",
        "done-80x24-night",
        "rep-100x30-sun",
        "rep-40x20-night",
    ),
    *("rep-80x24-bare", "finish-slow-160x45-night"),
)
CELL, LINE, LETTER = 10, 20, 16
_HALVES = {"█": (0, LINE), "▀": (0, LINE // 2), "▄": (LINE // 2, LINE // 2)}


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
            parts.append(_box(x * CELL, y * LINE, width(span.text) * CELL, LINE, ground))
            for char in span.text:
                if char in _HALVES:
                    down, high = _HALVES[char]
                    parts.append(_box(x * CELL, y * LINE + down, CELL, high, ink))
                elif char.strip():
                    parts.append(_letter(char, x, y, ink, bold=span.look.bold))
                x += width(char)
    return "".join((*parts, "</svg>"))


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


# --- home -----------------------------------------------------------------------------------------------------------


def _home() -> list[tuple[str, str]]:
    return [(f"home-{columns}x{rows}-night", asyncio.run(_home_at(columns, rows))) for columns, rows in SIZES]


async def _home_at(columns: int, rows: int) -> str:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause()
        svg = app.export_screenshot()
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    main()
