"""A log's lines as bytes, each sealed with a checksum that continues the one before.

`sum`, the last member, is 8 hex digits of CRC-32 (zlib's) over the line's bytes before `,"sum"`, seeded with the last
verified line's value; the header's is seeded with 0.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

_SEAL = re.compile(rb',"sum":"([0-9a-f]{8})"}$')


def sealed(members: dict[str, Any], seed: int) -> tuple[bytes, int]:
    """The line with its newline, and the seed of the next one."""
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    body = text.encode("utf-8", "backslashreplace")[:-1]
    value = zlib.crc32(body, seed)
    return body + b',"sum":"%08x"}\n' % value, value


def opened(line: bytes) -> tuple[bytes, int] | None:
    """The bytes that are sealed, and the checksum that stands there; None for a line without a seal."""
    match = _SEAL.search(line)
    return (line[: match.start()], int(match[1], 16)) if match else None


def fits(line: bytes, seed: int) -> int | None:
    """The seed of the next line if this one's checksum is right behind `seed`, else None."""
    parts = opened(line)
    if parts is None or zlib.crc32(parts[0], seed) != parts[1]:
        return None
    return parts[1]


def members(line: bytes) -> dict[str, Any]:
    """The line's JSON object. Raises ValueError for anything else."""
    data = json.loads(line)
    if not isinstance(data, dict):
        raise ValueError("a line of a log is an object")
    return data
