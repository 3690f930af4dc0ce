"""A session that is being run. Inputs come in from any thread; one thread more keeps the deadlines, another the sound.

The lock covers deciding and queueing, never a disk, a device or a screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from trackbuddy.live.clock import Clock, SessionTime, reading
from trackbuddy.live.sounder import Choosing, Sounder
from trackbuddy.sound.cues import EVERYDAY, Hearing
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.machine import question, takeable
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Finished, State
from trackbuddy.units import NS

if TYPE_CHECKING:
    from trackbuddy.sound.kinds import Spoken
    from trackbuddy.sound.player import Player

Heard = Callable[[Sequence[Line], State], None]
"""Told of new lines and the standing after them, in order, under the session's lock: it must only pass them on."""

ASKS_NS: Final = 3 * NS
"""How long a question wants its second press."""
LOOK_NS: Final = NS
"""How often the clocks are looked at for a suspend while nothing else happens."""
MUTED: Final = "sound muted (v)"
FAULT_NS: Final = 10 * NS
"""How long a fault of the program's own stays on the screen."""
LEAVING_S: Final = 20.0
"""Longer than a journal and a player take to close at the most."""
AGAIN_S: Final = 0.25
"""How soon the thread that keeps deadlines goes on after a fault."""


class Journal(Protocol):
    """Where lines go to be safe."""

    @property
    def path(self) -> Path: ...

    def append(self, lines: Sequence[Line]) -> None: ...

    def close(self) -> bool:
        """True if everything is safe."""
        ...


class LiveSession:
    """The one holder of a running session's truth. Safe to use from any thread."""

    def __init__(
        self,
        history: History,
        time: SessionTime,
        clock: Clock,
        journal: Journal,
        player: Player | Choosing,
        *,
        title: str = "",
        sound: str = "",
        hearing: Hearing = EVERYDAY,
        rehearsal: bool = False,
    ) -> None:
        self._history, self._time, self._clock = history, time, clock
        self._awake_ns = clock.monotonic_ns()
        """When the clocks were looked at last, and nothing of a suspend was to be seen."""
        self._before_sleep = (-1, time)
        """Until when before the last suspend, on the monotonic clock, and the session time that held then."""
        self._journal, self._sounder = journal, Sounder(player, sound, hearing)
        self._title, self._rehearsal = title, rehearsal
        self._muted = False
        self._changed = threading.Condition(threading.RLock())
        self._saved_n = history.last_n
        self._trouble: str | None = None
        self._undo_asks_until_ns: int | None = None
        self._faults: dict[str, int] = {}
        """What went wrong in the program itself, and until when it is shown."""
        self._listeners: list[Heard] = []
        self._running = True
        self._left = threading.Event()
        self.all_safe = True
        """After leaving: whether every line reached the disk."""
        self._thread = threading.Thread(target=self._keep, name="deadlines", daemon=True)

    # --- life -------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Begins a session that is new."""
        self.submit(i.Open)
        self._start()

    def reopen(self) -> None:
        """Goes on with one that was left."""
        with self._changed:
            self._time = self._time.slept(self._time.asleep(self._clock))
            now = reading(self._clock)
            at_ns = self._time.at(now["monotonic_ns"])
            self._take(i.Reopen(at_ns, now | {"at_ns": at_ns}))
        self._start()

    def _start(self) -> None:
        self._thread.start()
        self._sounder.start()

    def wait_for_sound(self, for_s: float = 5.0) -> str:
        """Which player was had, and why this one: once that is known, or so much time is over."""
        return self._sounder.wait(for_s)

    def leave(self, how: i.Leaving) -> Path:
        """Writes how it was left, waits until all is safe, and ends the threads. Gives the log's path.

        What was left already is not left again: who comes second waits for the first.
        """
        kinds: dict[i.Leaving, Callable[..., i.Input]] = {
            "resumable": i.Close,
            "finish": i.Finish,
            "discard": i.Discard,
        }
        if self._running and not self.ended:
            self.submit(kinds[how])
        with self._changed:
            was_running, self._running = self._running, False
            self._changed.notify_all()
        if not was_running:
            self._left.wait(LEAVING_S)
            return self._journal.path
        if self._thread.is_alive():
            self._thread.join()
        # The answer to the very last tap may not have been planned yet; a player lets what is near sound out.
        self._sounder.sound(self._history, self._time, muted=self._muted)
        self.all_safe = self._journal.close()
        self._sounder.close()
        self._left.set()
        return self._journal.path

    @property
    def ended(self) -> bool:
        """Finished, discarded or left: nothing more will happen."""
        with self._changed:
            return not self._running or isinstance(self._history.state.stage, Finished)

    def speak(self, spoken: Spoken | None) -> bool:
        """Words beside the cues; see `sound.player`."""
        return self._sounder.speak(spoken)

    def listen(self, heard: Heard) -> None:
        with self._changed:
            self._listeners.append(heard)

    # --- inputs -----------------------------------------------------------------------------------------------------

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> tuple[Line, ...]:
        """Decides an input stamped with `time.monotonic_ns` (None: now) and gives the lines it wrote."""
        with self._changed:
            self._count_sleep_in()
            monotonic_ns = self._clock.monotonic_ns() if mono_ns is None else self._clock.from_key(mono_ns)
            return self._decide(kind, self._time_of(monotonic_ns).at(monotonic_ns), members)

    def submit_at(self, kind: Callable[..., i.Input], at_ns: int, **members: Any) -> tuple[Line, ...]:
        """The same for an input whose instant is session time: a simulated athlete's."""
        with self._changed:
            return self._decide(kind, at_ns, members)

    def is_muted(self) -> bool:
        """Whether the user has switched the sound off."""
        return self._muted

    def switch_sound(self) -> None:
        """Silent, or heard again: from the next cue on. No fact of the session's."""
        with self._changed:
            self._muted = not self._muted
            self._changed.notify_all()

    def _decide(self, kind: Callable[..., i.Input], at_ns: int, members: dict[str, Any]) -> tuple[Line, ...]:
        if not self._running:
            return ()
        given = self._with_question(kind(max(at_ns, 0), **members))
        if given is None:
            return ()
        return self._take(given)

    def _with_question(self, given: i.Input) -> i.Input | None:
        """Undo behind a GO wants the key twice; the first press decides nothing. Any other key answers no."""
        asked_until_ns, self._undo_asks_until_ns = self._undo_asks_until_ns, None
        if not isinstance(given, i.Undo):
            if isinstance(given, i.Tick):
                self._undo_asks_until_ns = asked_until_ns
            return given
        self._take(i.Tick(given.at_ns))
        if not self._history.undo_reaches_go:
            return given
        if asked_until_ns is not None and given.at_ns <= asked_until_ns:
            return replace(given, confirmed=True)
        self._undo_asks_until_ns = given.at_ns + ASKS_NS
        return None

    def _take(self, given: i.Input) -> tuple[Line, ...]:
        """What can't be decided or queued changes nothing, and is said: the session goes on from where it stood."""
        try:
            history, lines = step(self._history, given)
            if lines:
                self._journal.append(lines)
        except Exception as error:
            self._fault(f"a {type(given).__name__.lower()} could not be decided", error)
            return ()
        self._history = history
        if lines:
            self._tell(lines)
            self._changed.notify_all()
        return lines

    def _tell(self, lines: Sequence[Line]) -> None:
        for heard in self._listeners:
            try:
                heard(lines, self._history.state)
            except Exception as error:  # one that fails takes nothing from the others, nor from the session
                self._fault("what shows the session failed", error)

    def _fault(self, what: str, error: Exception) -> None:
        self.in_fault(f"{what} ({str(error) or type(error).__name__})")

    def in_fault(self, what: str) -> None:
        """Something in the program itself went wrong, and it goes on all the same: said on the screen for a while."""
        with self._changed:
            self._faults[what] = self.now_ns() + FAULT_NS

    def _count_sleep_in(self) -> None:
        slept_ns, now_ns = self._time.asleep(self._clock), self._clock.monotonic_ns()
        if slept_ns:
            self._before_sleep = (self._awake_ns, self._time)
            self._time = self._time.slept(slept_ns)
            self._take(i.Sleep(self._time.at(now_ns), slept_ns))
        self._awake_ns = now_ns

    def _time_of(self, monotonic_ns: int) -> SessionTime:
        """The time that a stamp counts in: one made before the last suspend is not moved by it."""
        until_ns, before = self._before_sleep
        return before if monotonic_ns <= until_ns else self._time

    # --- what is seen -----------------------------------------------------------------------------------------------

    def now_ns(self) -> int:
        """Session time."""
        with self._changed:
            return self._time.at(self._clock.monotonic_ns())

    def snapshot(self) -> Snapshot:
        with self._changed:
            now_ns = self.now_ns()
            if self._running:
                # Whoever looks sees what is due by now, even if the thread that keeps deadlines is held up.
                self._count_sleep_in()
                now_ns = self.now_ns()
                self._take(i.Tick(now_ns))
            history, state = self._history, self._history.state
            asks = self._undo_asks_until_ns
            return Snapshot(
                state=state,
                title=self._title,
                last_n=history.last_n,
                saved_n=self._saved_n,
                trouble=self._trouble,
                faults=tuple(what for what, until_ns in self._faults.items() if until_ns >= now_ns),
                sound=MUTED if self._muted else self._sounder.problem or self._sounder.said,
                sound_trouble=None if self._muted else self._sounder.problem,
                can_undo=history.can_undo,
                can_redo=history.can_redo,
                last_step=tuple(history.ledger.last_step),
                undone_gos=history.ledger.undone_gos,
                undo_asks_until_ns=asks if asks is not None and asks >= now_ns else None,
                takeable=takeable(state, history.cancelled_taps()),
                question=question(state),
                rehearsal=self._rehearsal,
            )

    def saved(self, n: int) -> None:
        """For the journal: lines up to `n` are safe."""
        with self._changed:
            self._saved_n = max(self._saved_n, n)

    def in_trouble(self, why: str | None) -> None:
        """For the journal: why lines are not safe; None when all is well again."""
        with self._changed:
            self._trouble = why

    # --- the thread that keeps deadlines ----------------------------------------------------------------------------

    def _keep(self) -> None:
        """Whatever goes wrong is said, and the thread goes on: deadlines and sound hang on it."""
        sounded: tuple[int, int, bool] | None = None
        while self._running:
            try:
                sounded = self._keep_once(sounded)
            except Exception as error:
                self._fault("the deadlines were held up", error)
                with self._changed:
                    self._changed.wait_for(lambda: not self._running, AGAIN_S)

    def _keep_once(self, sounded: tuple[int, int, bool] | None) -> tuple[int, int, bool]:
        """Decides what is due, has what changed sounded, and waits for the next of both."""
        with self._changed:
            self._count_sleep_in()
            self._take(i.Tick(self.now_ns()))
            standing = (self._history.last_n, self._time.at_ns, self._muted)
            if standing != sounded:
                self._sounder.sound(self._history, self._time, muted=self._muted)
            if self._running:
                self._changed.wait(self._clock.wait_s(self._until_next()))
        return standing

    def _until_next(self) -> int:
        at_ns = due(self._history.state)
        return LOOK_NS if at_ns is None else min(max(at_ns - self.now_ns(), 0), LOOK_NS)
