"""The report: its text stays text, it asks nothing of a network, and a browser shows it at any width and on one sheet.

The browser is Debian's chromium, without a window; where there is none, those tests say so.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.formats.builders import played
from tests.formats.test_diary import eight
from tests.results.test_season import FALLING
from tests.timing.sessions import eight_200s, plan, rep, rest, s

from trackbuddy.formats.page import page
from trackbuddy.formats.saved import Saved
from trackbuddy.formats.svg import HEIGHT, WIDTH, axis, laps_chart, reps_chart, season_chart
from trackbuddy.results.season import seasons
from trackbuddy.timing import inputs as i

EVIL = "<script>alert(1)</script>&\"'><img src=http://x/y>"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here; apt-get install chromium")


def whole(*, title: str = "8×200", notes: tuple[str, ...] = ()) -> tuple[Saved, list[str]]:
    found, _, _ = played(eight_200s(), *eight())
    return replace(found, title=title, canonical=title), [f"note: {note}" for note in notes]


class Outline(HTMLParser):
    """Names of elements, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(text)
    return found


def test_names_and_notes_are_text() -> None:
    found = outline(page([whole(title=EVIL, notes=(EVIL,))]))
    assert not {"script", "img", "iframe", "link"} & set(found.tags)
    assert EVIL in "".join(found.texts)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"src", "href"}]


def test_it_asks_nothing_of_any_network() -> None:
    text = page([whole(), whole()], seasons(FALLING))
    assert "default-src 'none'" in text
    assert not re.search(r"https?:|url\(|@import|//[a-z]", text)


def test_a_table_with_every_number_stands_behind_the_chart() -> None:
    found, _ = whole()
    text = page([(found, [])])
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", text)
    for row in found.review.sheets[0].rows:
        assert (f"{(row.split_ns or 0) / 1e9:.1f}" if row.split_ns else "NT") in cells
    assert text.count("<svg") == text.count("<figure")
    assert re.search(r"<svg[^>]*role=\"img\"><title>[^<]+</title><desc>rep 1 34.1, rep 2 33.8,", text)


def test_several_logs_give_the_season_first() -> None:
    text = page([whole(), whole()], seasons(FALLING))
    assert text.index("<h2>Season") < text.index("8x200m, 30s rest") < text.index("<h2>Sessions")
    assert "faster: -0." in text


def test_points_stay_on_the_page() -> None:
    found, _ = whole()
    rows = found.review.sheets[0].rows
    for chart in (reps_chart(rows, "x"), season_chart(FALLING, "x")):
        for x, y in re.findall(r' (?:x|cx)="([-\d.]+)" (?:y|cy)="([-\d.]+)"', chart):
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= HEIGHT
    assert laps_chart(rows, "x") == ""
    assert reps_chart([], "x") == ""
    assert season_chart(FALLING[:1], "x") == ""


def test_laps_have_a_line_a_rep() -> None:
    mile = plan(rep(1, 1600, 280, laps=4), rest(), rep(2, 1600, 280, laps=4))
    taps = [i.Tap(s(at)) for at in (80, 150, 220, 289.5, 390, 461, 531, 600)]
    found, _, _ = played(mile, *taps)
    assert laps_chart(found.review.sheets[0].rows, "x").count("<polyline") == 2


@pytest.mark.parametrize("times", [[34.0], [34.0, 34.1], [30.0, 300.0], [0.5], [7200.0, 7300.0]])
def test_an_axis_holds_its_times_between_round_marks(times: list[float]) -> None:
    found = axis([s(time) for time in times])
    assert found.low_ns <= min(map(s, times)) <= max(map(s, times)) <= found.high_ns
    assert 2 <= len(found.marks) <= 7


# --- in a browser ---------------------------------------------------------------------------------------------------


def run_browser(folder: Path, *arguments: str) -> str:
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


MEASURES = """<!doctype html><title>-</title><iframe src="page.html" style="width:{width}px;height:900px;border:0"
 onload="const d=this.contentDocument;const e=d.documentElement;const wide=[...d.querySelectorAll('h1,p,svg,figure')]
 .filter(n=>n.getBoundingClientRect().right>e.clientWidth+1).length;
 document.title=[e.scrollWidth,wide,d.querySelectorAll('svg').length,d.querySelectorAll('script,img').length].join()">
</iframe>"""


@browser
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_it_without_scrolling_sideways(tmp_path: Path, width: int) -> None:
    """The real page in a frame of that width; the frame's own page measures it."""
    text = page([whole(title=EVIL), whole()], seasons(FALLING))
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    (tmp_path / "frame.html").write_text(MEASURES.format(width=width), encoding="utf-8")
    said = run_browser(tmp_path, "--allow-file-access-from-files", "--dump-dom", f"file://{tmp_path}/frame.html")
    title = re.search(r"<title>([^<]*)</title>", said)
    assert title is not None
    scroll_width, too_wide, charts, elements = map(int, title[1].split(","))
    assert scroll_width <= width
    assert (too_wide, elements) == (0, 0)
    assert charts == text.count("<svg")


@browser
def test_a_session_prints_on_one_sheet(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page([whole(notes=("wind, bend 2", "feel 7"))]), encoding="utf-8")
    out = tmp_path / "page.pdf"
    run_browser(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={out}", f"file://{tmp_path}/page.html")
    assert re.findall(rb"/Count (\d+)", out.read_bytes()) == [b"1"]
