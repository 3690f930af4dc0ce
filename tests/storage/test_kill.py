"""What was called saved is there after SIGKILL, and the session can go on."""

from __future__ import annotations

import subprocess
import sys
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
