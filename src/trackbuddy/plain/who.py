"""`d 3`, `w 2 3`, `0`: who is out, and whose a tap was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from trackbuddy.live.session import LiveSession
from trackbuddy.present import wanting as w
from trackbuddy.timing import inputs as i
from trackbuddy.timing.naming import naming
from trackbuddy.timing.state import State

_NO_KEY: Final = "no athlete has that key"


def of_who(live: LiveSession, text: str, stamp_ns: int, digits: Mapping[int, int]) -> str | None:
    """Carries out a line of this kind; gives what is to be said of it, and None for a line of another."""
    match text.lower().split():
        case ["d", key] if _is_digit(key) and key != "0":
            return _out_or_back(live, digits.get(int(key)), stamp_ns)
        case ["w"]:
            state = _now(live, stamp_ns)
            return w.why_not_now(state) or _listed(state)
        case ["w", place, key] if place.isascii() and place.isdecimal() and _is_digit(key):
            return _named(live, int(place), None if key == "0" else digits.get(int(key), -1), stamp_ns)
        case ["0"]:
            first = next(iter(naming(_now(live, stamp_ns))), None)
            if first is None:
                return "no tap wants a name"
            live.submit(i.Withdraw, stamp_ns, of=first.n)
            return ""
        case _:
            return None


def _is_digit(text: str) -> bool:
    return len(text) == 1 and text in "0123456789"


def _now(live: LiveSession, stamp_ns: int) -> State:
    """What is due by now is over."""
    live.submit(i.Tick, stamp_ns)
    return live.snapshot().state


def _out_or_back(live: LiveSession, athlete: int | None, stamp_ns: int) -> str:
    state = _now(live, stamp_ns)
    if state.plan.alone:
        return "there is only one athlete"
    if athlete is None or not 1 <= athlete <= len(state.plan.athletes):
        return _NO_KEY
    if athlete in state.out:
        live.submit(i.Join, stamp_ns, athlete=athlete)
    elif len(state.out) + 1 >= len(state.plan.athletes):
        return "somebody has to run; e ends the session"
    else:
        live.submit(i.DropOut, stamp_ns, athlete=athlete)
    return ""


def _listed(state: State) -> str:
    """`taps: 1 = 66.1 Ann  2 = 67.3 Ben?`."""
    return "taps: " + "  ".join(f"{place} = {w.told(state, one)}" for place, one in enumerate(w.wanting(state), 1))


def _named(live: LiveSession, place: int, athlete: int | None, stamp_ns: int) -> str:
    """`athlete` None: the tap was nobody's."""
    state = _now(live, stamp_ns)
    why = w.why_not_now(state)
    taps = w.wanting(state)
    if why:
        return why
    if not 1 <= place <= len(taps):
        return f"there is no such tap; {_listed(state)}"
    of = taps[place - 1].n
    if athlete is None:
        live.submit(i.Withdraw, stamp_ns, of=of)
    elif not 1 <= athlete <= len(state.plan.athletes):
        return _NO_KEY
    else:
        live.submit(i.Name, stamp_ns, of=of, athlete=athlete)
    return ""
