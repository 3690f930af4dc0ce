"""The player that keeps a canvas playing: opens it, draws plans, renews it, comes back after a failure."""

from __future__ import annotations

import threading
import time
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from typing import Final

from trackbuddy.sound import tones
from trackbuddy.sound.canvas import HELD_NS, SECOND_NS, Canvas
from trackbuddy.sound.device import MS, Device, Stream
from trackbuddy.sound.kinds import Cue, SoundError, Spoken
from trackbuddy.sound.pace import Pace
from trackbuddy.sound.standing import Standing
from trackbuddy.sound.tones import PLAIN, Voice
from trackbuddy.timing.hearing import CueKind, PlayerName

CANVAS_NS: Final = 600 * SECOND_NS
RENEW_NS: Final = 180 * SECOND_NS
"""From this age a canvas is renewed at the next quiet moment: a card's clock that is off by 50 millionths
is 9 ms late by then."""
RENEW_UNPLANNED_NS: Final = 480 * SECOND_NS
"""The same while no cue is known ahead. Then a tap is likely, and opening a device holds the whole
interpreter for some milliseconds and leaves the tap unanswered; so it waits for a timed stretch as long as
it can."""
QUIET_NS: Final = 4 * SECOND_NS
TAIL_NS: Final = 300 * MS
"""What was drawn is heard for this long after it was due to be sent out."""
LOOK_NS: Final = 250 * MS
PACE_S: Final = 0.05
"""How often it is looked how far the canvas has been read."""
HASTE_S: Final = 0.004
"""The same while that matters: at the beginning, and when there is doubt."""
WORTH_SAYING_NS: Final = 50 * MS
STILL_NS: Final = 2 * SECOND_NS
"""Nothing read for so long: the sound system hangs. It is waited for; opening it anew would hang as well."""
GONE_S: Final = 4.0
"""A stopped stream is over within 0.3 s, behind an idle sink within 2 s; one that isn't by now hangs."""
HORIZON_NS: Final = 30 * SECOND_NS
"""How far ahead cues are drawn. It bounds what one call of `plan` may cost, and it is all that can sound
from a program that hangs."""
FORGET_EVERY_NS: Final = 5 * SECOND_NS
RETRY_S: Final = (1.0, 2.0, 5.0, 5.0, 10.0, 20.0)
STEADY_NS: Final = 10 * SECOND_NS
"""A stream that lived this long worked; one that dies sooner, again and again, is opened ever more rarely."""
FORGET_NS: Final = 60 * SECOND_NS


def _instant(cue: Cue) -> int:
    return cue.at_ns


class CanvasPlayer:
    """Plays cues through one stream at a time. `plan` draws in the caller's thread, which takes well under a
    millisecond; everything that touches the device happens in the player's own thread."""

    def __init__(
        self,
        device: Device,
        name: PlayerName,
        *,
        voice: Voice = PLAIN,
        offset_ns: int = 0,
        after: Stream | None = None,
        clock: Callable[[], int] = time.monotonic_ns,
        threaded: bool = True,
    ) -> None:
        """`after` is a stream that must end before the first one begins: a device may bear only one."""
        self.name = name
        self._device = device
        self._voice = voice
        self._offset_ns = offset_ns
        self._clock = clock
        self._ending = after
        self._canvas: Canvas | None = None
        self._plan: tuple[Cue, ...] = ()
        self._begun = False
        """From the first cue on a canvas is kept playing, cues or none: the answer to a tap is never known before."""
        self._sounded: set[Cue] = set()
        self._dropped: set[Cue] = set()
        self._standing = Standing(clock)
        self._pace: Pace | None = None
        self._failures = 0
        self._retry_ns = 0
        self._forgotten_ns = 0
        self._looked_ns = 0
        self._is_still = False
        self._closing = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        if threaded:
            self._thread.start()

    @property
    def dropped(self) -> int:
        """How many cues were known too late or fell into a failure, and were never heard."""
        return self._standing.dropped

    @property
    def problem(self) -> str | None:
        """What there is to say of it; read without its lock."""
        return self._standing.problem

    @property
    def failures(self) -> int:
        """Failures in a row; a stream that worked for some seconds ends them. Standing still is as bad as three."""
        return self._failures + (3 if self._is_still else 0)

    def plan(self, cues: Sequence[Cue]) -> None:
        """From now on exactly these cues lie ahead."""
        with self._wake:
            if self._closing:
                return
            self._plan = tuple(sorted(cues, key=_instant))
            self._begun = self._begun or bool(cues)
            if self._canvas is not None:
                self._draw(self._canvas)
            elif cues:
                self._wake.notify()

    def speak(self, spoken: Spoken | None) -> bool:
        """Say this, in place of what was being said. Before there is a stream it isn't heard, and opens one."""
        with self._wake:
            if self._canvas is not None and not self._closing:
                self._canvas.speak(spoken, self._clock())
            elif spoken is not None:
                self._begun = True
                self._wake.notify()
        return True

    def close(self) -> None:
        """End the sound. A cue that begins within the next second is still heard."""
        with self._wake:
            if self._closing:
                return
            now = self._clock()
            self._plan = tuple(cue for cue in self._plan if cue.at_ns < now + SECOND_NS)
            if self._canvas is not None:
                self._draw(self._canvas)
            self._closing = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(5.0)

    def _run(self) -> None:
        self._make_tones()
        while True:
            with self._wake:
                if self._closing:
                    break
            pause = self.step()
            with self._wake:
                if not self._closing and not self._due_to_open():
                    self._wake.wait(pause)
        self._finish()

    def _make_tones(self) -> None:
        """Beforehand, so that drawing never waits for it."""
        for kind in CueKind:
            self._voice.pcm(kind)

    def step(self) -> float:
        """Do what is due with the device; returns the seconds after which to look again."""
        self._keep_pace()
        now = self._clock()
        if now >= self._looked_ns + LOOK_NS or now < self._looked_ns:
            self._looked_ns = now
            self._look_after()
        return HASTE_S if self._pace is not None and self._pace.in_haste else PACE_S

    def _keep_pace(self) -> None:
        """Put right what the stream has slipped: a sound system that was starved plays all the rest later."""
        with self._wake:
            canvas, pace = self._canvas, self._pace
            frames = canvas.stream.read_frames() if canvas is not None else None
            if canvas is None or pace is None or frames is None:
                return
            now = self._clock()
            slip_ns = pace.look(now, frames)
            if slip_ns:
                taken_away = canvas.move(slip_ns, now)
                self._sounded -= taken_away
                self._drop([cue for cue in taken_away if cue.at_ns <= now], now)
                self._draw(canvas)
            if slip_ns >= WORTH_SAYING_NS:
                canvas.speak(None, now)  # it would be over later than was thought
                self._standing.say(f"{slip_ns / SECOND_NS:.1f} s late, put right")
            still = pace.still_ns(now) >= STILL_NS
            if still != self._is_still:
                self._is_still = still
                if still:
                    self._standing.fail("the sound system stands still")
                else:
                    self._standing.work()

    def _look_after(self) -> None:
        self._look_after_canvas()
        if self._ending is not None:
            self._await_end(self._ending)
        with self._wake:
            due = self._due_to_open() and self._ending is None
        if due:
            self._open()
        with self._wake:
            if self._canvas is None:
                self._count_missed()
            else:
                self._draw(self._canvas)
                self._forget(self._canvas)

    def _due_to_open(self) -> bool:
        return self._begun and self._canvas is None and self._clock() >= self._retry_ns

    def _look_after_canvas(self) -> None:
        with self._wake:
            canvas, now = self._canvas, self._clock()
            if canvas is None:
                return
            if not canvas.stream.alive():
                self._let_go(now)
                if now < canvas.end_ns - SECOND_NS:
                    self._fail("the sound system stopped playing")
                return
            if now - canvas.anchor_ns > STEADY_NS:
                self._failures = 0
            if self._renewal_is_due(canvas, now):
                self._let_go(now)
                self._ending = canvas.stream

    def _let_go(self, now: int) -> None:
        """The canvas is over; what it had drawn ahead of now wasn't heard."""
        self._canvas, self._pace, self._is_still = None, None, False
        self._sounded = {cue for cue in self._sounded if cue.at_ns <= now}

    def _renewal_is_due(self, canvas: Canvas, now: int) -> bool:
        age = now - canvas.anchor_ns
        if age < RENEW_NS or now < canvas.last_sound_ns(now + HELD_NS) + TAIL_NS:
            return False
        ahead = [cue.at_ns - self._offset_ns for cue in self._plan if cue.at_ns > now]
        if not ahead:
            return age >= RENEW_UNPLANNED_NS
        return min(ahead) >= now + QUIET_NS

    def _await_end(self, stream: Stream) -> None:
        stream.stop()
        until = time.monotonic() + GONE_S
        while stream.alive():
            if time.monotonic() > until:
                self._fail("the sound device does not answer")
                return
            time.sleep(0.01)
        self._ending = None

    def _open(self) -> None:
        try:
            stream = self._device.open(CANVAS_NS * tones.RATE // SECOND_NS)
        except SoundError as error:
            self._fail(str(error))
            return
        with self._wake:
            self._canvas = Canvas(stream, self._device.lead_ns, voice=self._voice, offset_ns=self._offset_ns)
            self._pace = Pace(stream.loose_ns, stream.least_ns)
            self._standing.work()
            self._draw(self._canvas)

    def _fail(self, reason: str) -> None:
        with self._wake:
            self._standing.fail(reason)
            wait = RETRY_S[min(self._failures, len(RETRY_S) - 1)]
            self._failures += 1
            self._retry_ns = self._clock() + int(wait * SECOND_NS)

    def _draw(self, canvas: Canvas) -> None:
        now = self._clock()
        first = bisect_left(self._plan, now - FORGET_EVERY_NS, key=_instant)
        last = bisect_left(self._plan, now + HORIZON_NS, key=_instant)
        late = canvas.draw((cue for cue in self._plan[first:last] if cue not in self._dropped), now)
        self._sounded.update(canvas.drawn)
        self._drop(late, now)

    def _count_missed(self) -> None:
        """Without a canvas every cue whose time comes is lost."""
        now = self._clock()
        self._drop([cue for cue in self._plan if cue.at_ns < now], now)

    def _forget(self, canvas: Canvas) -> None:
        before = self._clock() - FORGET_EVERY_NS
        if before > self._forgotten_ns + FORGET_EVERY_NS:
            canvas.forget(before)
            self._forgotten_ns = before

    def _drop(self, cues: Collection[Cue], now: int) -> None:
        oldest = now - FORGET_NS
        lost = {cue for cue in cues if cue.at_ns >= oldest and cue not in self._sounded} - self._dropped
        if lost:
            self._dropped |= lost
            self._standing.miss(len(lost))
        if len(self._dropped) + len(self._sounded) > 500:
            self._dropped = {cue for cue in self._dropped if cue.at_ns >= oldest}
            self._sounded = {cue for cue in self._sounded if cue.at_ns >= oldest}

    def _finish(self) -> None:
        canvas = self._canvas
        if canvas is not None:
            over = canvas.last_sound_ns() + TAIL_NS
            while (left := over - self._clock()) > 0 and canvas.stream.alive():
                time.sleep(min(0.25, left / SECOND_NS))
            self._canvas, self._ending = None, canvas.stream
        if self._ending is not None:
            self._await_end(self._ending)
