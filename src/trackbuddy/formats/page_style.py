"""The look of a report: light and dark, a phone's width, one sheet of paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ground: #ffffff; --ink: #14171b; --faint: #5a626b; --line: #d8dde2;
  --band: #e6f4ea; --aim: #8fc9a0; --on: #1c7c3c; --fast: #0b5fb8; --slow: #b8441c; --now: #8a5200; }
@media (prefers-color-scheme: dark) { :root { --ground: #0b0d10; --ink: #eceef0; --faint: #98a1aa; --line: #2c323a;
  --band: #16291d; --aim: #3c7a50; --on: #78d68c; --fast: #6ebeff; --slow: #ff8a65; --now: #ffc44d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 16px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 1.6rem 0 .3rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; color: var(--now); }
p { margin: .2rem 0; }
.faint { color: var(--faint); }
.sum { font-size: 1.15rem; }
.sum b { margin-right: .6em; }
.pair { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; }
figure { margin: .6rem 0; flex: 1 1 20rem; max-width: 36rem; }
figcaption { color: var(--faint); font-size: .85rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font: 13px system-ui, sans-serif; fill: var(--faint); }
.x, .none { text-anchor: middle; } .y, .until { text-anchor: end; }
svg .none { fill: var(--now); font-weight: 600; }
.grid { stroke: var(--line); stroke-width: 1; } .aim-line { stroke: var(--aim); stroke-width: 1.5; fill: none; }
.band { fill: var(--band); } .aim { fill: var(--aim); opacity: .35; }
.stem { opacity: .35; } .plain { fill: var(--ink); } .time.out { fill: none; stroke: var(--faint); }
svg .on { fill: var(--on); } svg .fast { fill: var(--fast); } svg .slow { fill: var(--slow); }
.lap { fill: none; stroke-width: 2; stroke: var(--fast); }
.lap-1 { stroke: var(--now); } .lap-2 { stroke: var(--faint); }
.scroll { overflow-x: auto; flex: 1 1 22rem; } .scroll.wide { flex: 1 1 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
caption { text-align: left; color: var(--faint); font-size: .85rem; padding-bottom: .2rem; }
th, td { padding: .12rem .6rem .12rem 0; text-align: right; white-space: nowrap; }
th { color: var(--faint); font-weight: 500; border-bottom: 1px solid var(--line); }
.l { text-align: left; } .w { white-space: normal; min-width: 7rem; }
td.on { color: var(--on); } td.fast { color: var(--fast); } td.slow { color: var(--slow); }
td.nt { color: var(--now); font-weight: 600; }
tr.av td { border-top: 1px solid var(--line); font-weight: 600; }
ul { margin: .3rem 0; padding-left: 1.1rem; }
@media (max-width: 30rem) { body { padding: .7rem; font-size: 15px; } table { font-size: .8rem; }
  th, td { padding-right: .32rem; } }
@page { size: A4; margin: 11mm; }
@media print { :root { --ground: #fff; --ink: #000; --faint: #444; --line: #bbb; --band: #eaf4ed; --aim: #8fc9a0;
  --on: #146c32; --fast: #0a4f9a; --slow: #a03a14; --now: #6b4000; }
  body { padding: 0; max-width: none; font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2 { margin-top: .6rem; padding-top: .4rem; } h2, h3, figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } figure { max-width: 11cm; } table { font-size: 8.5pt; }
  .scroll { overflow: visible; } }
""".strip()
