"""Lengths of time in the read-back's sentences."""

from __future__ import annotations

from trackbuddy.units import MINUTE_NS, NS, result


def span(ns: int) -> str:
    """`30 s`, `21.9 s`, `5 min`, `2:23`: as short as it can be said, to a tenth below a minute and a second above."""
    if ns >= MINUTE_NS:
        return f"{ns // MINUTE_NS} min" if ns % MINUTE_NS == 0 else result(ns, 0)
    return f"{result(ns, 0 if ns % NS == 0 else 1)} s"


def sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end."""
    return f"{text[:1].upper()}{text[1:]}."
