"""What was called saved is there after SIGKILL, and the session can go on."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.storage.builders import groups
from tests.timing.sessions import eight_200s, run, s

from trackbuddy.storage.journal import reopen
from trackbuddy.storage.logs import read_log
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line

ROOT = Path(__file__).parents[2]
PLAN = eight_200s()


def whole_session() -> list[Line]:
    """Eight reps, tapped."""
    inputs: list[i.Input] = [i.Open(0), i.ThatsAll(0)]
    inputs += [i.Tap(s(10 + 64 * rep + 34)) for rep in range(8)]
    return run(PLAN, inputs)[1]


WRITER = """
import sys
from pathlib import Path
from tests.storage.builders import groups, header
from tests.storage.test_kill import PLAN, whole_session
from trackbuddy.storage.journal import create

journal = create(Path(sys.argv[1]), header(PLAN), "x", saved=lambda n: print(n, flush=True))
for group in groups(whole_session()):
    journal.append(group)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("notices", [1, 3, 8])
def test_every_line_called_saved_survives_sigkill(notices: int, tmp_path: Path) -> None:
    """The writer is killed right behind a notice; the log holds that line and whole inputs only."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        saved = -1
        for _ in range(notices):
            saved = int(writer.stdout.readline())
            writer.stdin.write("go on\n")
            writer.stdin.flush()
        writer.kill()
    (path,) = tmp_path.iterdir()
    log = read_log(path)
    lines = whole_session()
    assert log.last_n >= saved
    assert list(log.lines) == lines[: log.last_n]
    assert log.last_n in {0} | {group[-1].n for group in groups(lines)}
    _, journal = reopen(path)
    assert journal.close()


def test_the_writer_of_these_tests_would_finish(tmp_path: Path) -> None:
    """Left alone it writes the session to its end: the kills above do cut something off."""
    command = [sys.executable, "-c", WRITER + "\nassert journal.close()", str(tmp_path)]
    done = subprocess.run(command, input="\n" * 100, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True)
    (path,) = tmp_path.iterdir()
    lines = whole_session()
    assert int(done.stdout.split()[-1]) == lines[-1].n
    assert list(read_log(path).lines) == lines
    assert any(isinstance(line.fact, f.RepEnded) for line in lines)


# --- the whole program, at random moments ---------------------------------------------------------------------------

SESSION = """
import sys
from pathlib import Path
from tests.timing.sessions import eight_200s
from trackbuddy.live.rehearsal import Rehearsal
from trackbuddy.live.start import Setting, start

setting = Setting({}, "x", eight_200s().timeline, Path(sys.argv[1]), speed=300.0)
started = start(setting)
saved = started.live.saved

def told(n):
    saved(n)
    print(n, flush=True)

started.live.saved = told
Rehearsal(started.live, started.clock, by_itself=True).start()
sys.stdin.readline()
"""
ROUNDS, AT_ONCE = 50, 4


@pytest.mark.drill
def test_200_sessions_killed_at_random_moments_lose_nothing_saved(tmp_path: Path) -> None:
    """Simulated athletes run; the program is killed anywhere between its first line and its last."""
    chance = random.Random()
    cut_off = saved_lines = 0
    for round_ in range(ROUNDS):
        folders = [tmp_path / f"{round_}-{number}" for number in range(AT_ONCE)]
        with contextlib.ExitStack() as stack:
            writers = [stack.enter_context(_session(folder)) for folder in folders]
            for writer in writers:
                assert writer.stdout is not None
                assert writer.stdout.readline(), "its first line is safe"
            for writer in sorted(writers, key=lambda _: chance.random()):
                time.sleep(chance.uniform(0, 1.0))
                writer.kill()
            told = [writer.stdout.read().split() for writer in writers if writer.stdout is not None]
        for folder, notices in zip(folders, told, strict=True):
            (path,) = folder.iterdir()
            log = read_log(path)
            last = max(map(int, notices), default=0)
            assert log.last_n >= last, path
            assert [line.n for line in log.lines] == list(range(1, log.last_n + 1))
            kept, journal = reopen(path)
            kept.history()
            assert journal.close()
            assert read_log(path).damage is None
            cut_off += not any(isinstance(line.fact, f.Finished) for line in log.lines)
            saved_lines += last
    print(f"{ROUNDS * AT_ONCE} sessions, {cut_off} of them cut off, {saved_lines} lines called saved, none lost")
    assert cut_off > ROUNDS


def _session(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SESSION, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
