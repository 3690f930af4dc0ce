"""A summary as one line of JSON for the index: lists in the order of the fields, which is the quickest to read."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from trackbuddy.results.digest import Digest
from trackbuddy.results.progress import Left, Progress
from trackbuddy.results.shape import Shape
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.summaries import Summary

VERSION = 3
"""Counts up with every change here or in what a summary says: an index of another version is made anew."""


def summary_to_json(found: Summary | LogError) -> str:
    if isinstance(found, LogError):
        return json.dumps(found.message)
    progress, shape = found.progress, found.shape
    return json.dumps(
        [
            found.id,
            found.wall.isoformat(),
            found.title,
            found.canonical,
            found.rehearsal,
            [progress.left, progress.run, progress.planned, progress.noun, progress.begun],
            found.is_unfinished,
            found.duration_ns,
            [shape.text, shape.reps, shape.count, shape.rests],
            [[getattr(one, name) for name in Digest.__slots__] for one in found.digests],
            found.repairs,
            found.tags,
            found.damage,
        ],
        separators=(",", ":"),
    )


def summary_from_json(text: str, path: Path) -> Summary | LogError:
    """Raises ValueError, TypeError or LookupError for what `summary_to_json` didn't write."""
    data = json.loads(text)
    if isinstance(data, str):
        return LogError(data)
    (
        id_,
        wall,
        title,
        canonical,
        rehearsal,
        progress,
        is_unfinished,
        duration_ns,
        shape,
        digests,
        repairs,
        tags,
        damage,
    ) = data
    left, *rest = progress
    shape_text, reps, count, rests = shape
    return Summary(
        path=path,
        id=id_,
        wall=datetime.datetime.fromisoformat(wall),
        title=title,
        canonical=canonical,
        rehearsal=rehearsal,
        progress=Progress(Left(left), *rest),
        is_unfinished=is_unfinished,
        duration_ns=duration_ns,
        shape=Shape(shape_text, reps, count, tuple(rests)),
        digests=tuple(_digest(one) for one in digests),
        repairs=repairs,
        tags=tuple(tags),
        damage=damage,
    )


_TIMES = Digest.__slots__.index("times")


def _digest(members: list[object]) -> Digest:
    members[_TIMES] = tuple(members[_TIMES])  # type: ignore[arg-type]  # a list, as it was written
    return Digest(*members)  # type: ignore[arg-type]  # in the order of the fields, as they were written
