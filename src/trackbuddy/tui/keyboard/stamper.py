"""A program of its own: reads the terminal's bytes, stamps them and passes them on, and does nothing else.

It waits for no other thread and for no garbage collector, so that a stamp is late only where the whole machine is. It
is started as `python -I -S stamper.py CONTROL ATTRIBUTES` with the terminal as its standard input and a pipe as its
output, and loads almost nothing. It begins to read when `g` comes over the CONTROL pipe and goes when that pipe is
closed, before it reads another byte: it never takes a key from whoever has the terminal next. Where no `q` came first,
the program it read for was killed: then it gives the terminal back as it was.
"""

import contextlib
import marshal
import os
import select
import signal
import struct
import sys
import time

READY = b"r"
BEGIN, QUIT = b"g", b"q"
RECORD = struct.Struct("=qH")
"""In front of every piece: its instant on CLOCK_MONOTONIC in ns, and how many bytes follow."""
LOOK_S = 1.0
STOLEN_NS = 200_000_000
"""Reading what is there takes no time. If it took so long, somebody else had read that, and this is a later key."""
RESET = b"\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
"""The mouse and paste marks off, wrapping on, the other screen left, the cursor seen."""
_TTY, _OUT = 0, 1


def _hurry() -> None:
    """Ahead of busy programs, where the system grants it."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
        return
    with contextlib.suppress(OSError, AttributeError):
        os.nice(-10)


def _give_back(attributes: str, raw: list) -> None:  # type: ignore[type-arg]
    """Only if nobody has set the terminal since: a shell that is quicker has its own ways with it."""
    import termios

    with contextlib.suppress(OSError, termios.error, ValueError):
        os.write(_TTY, RESET)
        if attributes and termios.tcgetattr(_TTY) == raw:
            termios.tcsetattr(_TTY, termios.TCSANOW, marshal.loads(bytes.fromhex(attributes)))


def main() -> None:
    import termios

    control, attributes, parent = int(sys.argv[1]), sys.argv[2], os.getppid()
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTTOU):  # the end is told by the pipe, and by the terminal
        signal.signal(number, signal.SIG_IGN)
    _hurry()
    try:
        raw = termios.tcgetattr(_TTY)
        os.write(_OUT, READY)
        told = os.read(control, 1)
        if not told or (told == BEGIN and not _pass_on(control, parent)):
            _give_back(attributes, raw)
    except (OSError, termios.error):
        return


def _pass_on(control: int, parent: int) -> bool:
    """Until it is told to go. False: nobody told it, the other side is gone."""
    while True:
        ready, _, _ = select.select((control, _TTY), (), (), LOOK_S)
        at_ns = time.monotonic_ns()
        if control in ready:
            return os.read(control, 1) == QUIT
        if os.getppid() != parent:
            return False
        if _TTY in ready:
            data = os.read(_TTY, 4096)
            if not data:
                return True
            read_ns = time.monotonic_ns()
            if read_ns - at_ns > STOLEN_NS:
                at_ns = read_ns
            os.write(_OUT, RECORD.pack(at_ns, len(data)) + data)


if __name__ == "__main__":
    main()
