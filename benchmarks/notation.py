"""Prints how long reading takes: the tests' own notations, or those in a file. No assertions: machines differ.

usage: notation.py [FILE]   FILE has one notation a line: plain text, a JSON string, or a JSON object with `source`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Refusal, read

ROUNDS = 5


def notations(path: str | None) -> list[str]:
    """The texts to read, from a file or from the tests."""
    if path is None:
        return [*READ, *REFUSED]
    return [_text(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def _text(line: str) -> str:
    try:
        found = json.loads(line)
    except ValueError:
        return line
    if isinstance(found, dict):
        found = found.get("source", "")
    return found if isinstance(found, str) else line


def read_all(texts: list[str]) -> int:
    """How many are sessions."""
    count = 0
    for text in texts:
        try:
            read(text)
        except Refusal:
            continue
        count += 1
    return count


def main() -> None:
    texts = notations(sys.argv[1] if len(sys.argv) > 1 else None)
    best, sessions = float("inf"), 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        sessions = read_all(texts)
        best = min(best, time.perf_counter() - began)
    each = best * 1e6 / max(len(texts), 1)
    print(f"reading {len(texts)} notations, best of {ROUNDS}: {best * 1000:.1f} ms, {each:.0f} µs each")
    print(f"{sessions} are sessions, {len(texts) - sessions} are refused")


if __name__ == "__main__":
    main()
