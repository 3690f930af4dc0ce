"""athletes.toml: who is timed, on which key, with which goal and bests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.plan.profile import Profile, ProfileError, keys

_SLIP = 0.9
"""How alike two names are that only a slip parts: `Charlote`; `Anna` beside `Ann` is somebody else."""


def read_athletes(path: Path) -> tuple[Profile, ...]:
    """Everybody in the file, in its order; nobody where there is none. Raises UserError with the place."""
    if not path.exists():
        return ()
    from trackbuddy.storage.athletes_file import read_file

    return read_file(path)[1]


def chosen(names: Sequence[str], known: Sequence[Profile]) -> tuple[Profile, ...]:
    """The athletes named on the command line: those of the file, and others by name alone.

    One athlete without a name where nobody was named. Raises UserError for a name given twice and for one that is
    nearly, and not quite, a name of the file, and for more than there are keys.
    """
    by_name = {(profile.name or "").casefold(): profile for profile in known}
    found: list[Profile] = []
    for name in names:
        wanted = name.strip()
        if not wanted:
            raise UserError("an athlete's name is empty; write --athlete Ann")
        import difflib

        near = difflib.get_close_matches(wanted.casefold(), list(by_name), 1, _SLIP)
        profile = by_name.get(wanted.casefold())
        if profile is None and near:
            raise UserError(f"there is no athlete {wanted!r} in athletes.toml; did you mean {by_name[near[0]].name}?")
        found.append(profile or Profile(wanted))
    twice = next((p.name for p in found if sum((q.name or "") == (p.name or "") for q in found) > 1), None)
    if twice is not None:
        raise UserError(f"{twice} is named twice; name each athlete once")
    try:
        keys(found)
    except ProfileError as error:
        raise UserError(str(error)) from error
    return tuple(found) or (Profile(),)
