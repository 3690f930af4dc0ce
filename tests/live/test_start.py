"""Opening a session, and opening one again."""

from __future__ import annotations

from pathlib import Path

from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.live.start import Sounding, go_on
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS


def test_that_a_log_was_damaged_is_said_when_it_is_gone_on_with(tmp_path: Path) -> None:
    """Else somebody wonders at the track where the reps have gone."""
    plan = eight_200s()
    lines = run(plan, [*taps(45.0, 110.0), i.Close(120 * NS)])[1]
    for sound in (True, False):
        path = log_file(tmp_path / f"{sound}.jsonl", plan, lines)
        whole = path.read_bytes().splitlines(keepends=True)
        if not sound:
            path.write_bytes(b"".join([*whole[:6], whole[6].replace(b"at_ns", b"atXns"), *whole[7:]]))
        live = go_on(path, "", Sounding("off")).live
        faults = live.snapshot().faults
        live.leave("resumable")
        assert [fault.partition(":")[0] for fault in faults] == ([] if sound else ["the log is damaged"])
