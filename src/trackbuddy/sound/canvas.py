"""Drawing cues into sound that is already playing.

A beep played when its moment comes is as late as Python is just then, up to a tenth of a second under load.
Here one long silent stretch plays all the time and beeps are drawn into it ahead of the place being played,
so that the distance between two beeps is exact to the sample whatever the program does meanwhile.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from trackbuddy.sound import tones
from trackbuddy.sound.device import MS, Stream
from trackbuddy.sound.kinds import ANSWER_LATE_NS, ANSWERS, Cue, Spoken, rank
from trackbuddy.sound.tones import BYTES_PER_FRAME, PLAIN, RATE, Voice
from trackbuddy.timing.hearing import CueKind

HELD_NS: Final = 150 * MS
"""What is drawn nearer than this stays, wanted or not: the sound system may have taken its start already,
and half a beep is worse than a whole one."""
SECOND_NS: Final = 1_000_000_000
LONGEST: Final = max(map(tones.frames, CueKind))


class Canvas:
    """One stream, where its cues lie, and the rules of changing them. Knows no clock: `now_ns` is given."""

    def __init__(
        self,
        stream: Stream,
        lead_ns: int,
        *,
        voice: Voice = PLAIN,
        offset_ns: int = 0,
    ) -> None:
        """`offset_ns` is how late the speaker is; every cue is drawn that much earlier."""
        self.stream = stream
        self._lead_ns = lead_ns
        self._voice = voice
        self._offset_ns = offset_ns
        self.anchor_ns = stream.anchor_ns
        """When sample 0 was sent out, or would have been, as it has turned out."""
        self._frames = len(stream.pcm) // BYTES_PER_FRAME
        self._drawn: dict[Cue, int] = {}
        """Where each cue starts, in samples."""
        self._words: tuple[int, bytes] = (0, b"")
        """Where the sentence starts that was drawn last, and its sound."""

    @property
    def drawn(self) -> dict[Cue, int]:
        """The cues in the memory, past ones too, and the sample at which each starts."""
        return dict(self._drawn)

    @property
    def end_ns(self) -> int:
        """When the last sample is sent out."""
        return self._instant(self._frames)

    def last_sound_ns(self, begun_by_ns: int | None = None) -> int:
        """When the last drawn tone is over, of all or of those begun by an instant, and the last word; the anchor if
        there is none."""
        until = self._frames if begun_by_ns is None else self._frame(begun_by_ns)
        ends = [start + tones.frames(cue.kind) for cue, start in self._drawn.items() if start <= until]
        return self._instant(max([*ends, _end(self._words)]))

    def draw(self, cues: Iterable[Cue], now_ns: int) -> list[Cue]:
        """Make `cues` all that lies ahead, and return those that came too late to be heard at their instant.

        A cue whose tone doesn't fit before the end isn't drawn and isn't late: it is the next canvas's.
        """
        held = self._frame(now_ns + HELD_NS)
        ready = self._frame(now_ns + self._lead_ns) + 1
        keep = {cue: start for cue, start in self._drawn.items() if start < held}
        held_at = {cue.at_ns: cue for cue in keep}
        late: list[Cue] = []
        for cue in _highest_at_each_instant(cues):
            if cue in keep:
                continue
            start = self._drawn.get(cue)
            if start is None:
                start = self._start(cue, ready)
            if start < ready:
                late.append(cue)
            elif start + tones.frames(cue.kind) <= self._frames:
                other = held_at.get(cue.at_ns)
                if other is not None:
                    # What is held gives way to a higher rank while it still can.
                    if keep[other] < ready or rank(other.kind) > rank(cue.kind):
                        continue
                    del keep[other]
                keep[cue] = start
        self._change_to(keep)
        return late

    def speak(self, spoken: Spoken | None, now_ns: int) -> None:
        """Draw a sentence beside the cues, from now at the earliest; none: silence. The one before ends here."""
        ready, before = self._frame(now_ns + self._lead_ns) + 1, self._words
        self._words = (ready, b"")
        if spoken is not None:
            words = max(ready, self._frame(spoken.at_ns - self._offset_ns)), spoken.pcm
            last_ns = self._instant(_end(words)) + self._offset_ns
            if _end(words) <= self._frames and (spoken.until_ns is None or last_ns <= spoken.until_ns):
                self._words = words
        changed = (max(ready, before[0]), _end(before)), (self._words[0], _end(self._words))
        self._repaint([(first, last) for first, last in changed if first < last])

    def move(self, by_ns: int, now_ns: int) -> set[Cue]:
        """The stream is so much later than was thought. What hasn't been sent out is taken away, to be drawn anew."""
        self.anchor_ns += by_ns
        ready = self._frame(now_ns + self._lead_ns) + 1
        taken_away = {cue for cue, start in self._drawn.items() if start >= ready}
        self._change_to({cue: start for cue, start in self._drawn.items() if cue not in taken_away})
        return taken_away

    def forget(self, before_ns: int) -> None:
        """Let go of what was over before an instant: its memory, and that it was drawn."""
        frame = self._frame(before_ns)
        if frame <= 0:
            return
        self._drawn = {cue: start for cue, start in self._drawn.items() if start + tones.frames(cue.kind) > frame}
        self.stream.forget(min((start for start in self._drawn.values() if start < frame), default=frame))

    def _start(self, cue: Cue, ready: int) -> int:
        start = self._frame(cue.at_ns - self._offset_ns)
        if cue.kind in ANSWERS and ready <= self._frame(cue.at_ns + ANSWER_LATE_NS):
            # An answer can't be sent before the tap it answers, nor before we know of the tap: better late than lost.
            return max(start, ready)
        return start

    def _change_to(self, wanted: dict[Cue, int]) -> None:
        changed = list(self._drawn.items() ^ wanted.items())
        self._drawn = wanted
        self._repaint((start, start + tones.frames(cue.kind)) for cue, start in changed)

    def _repaint(self, spans: Iterable[tuple[int, int]]) -> None:
        in_order = sorted((start, cue.kind, cue.athlete or 0) for cue, start in self._drawn.items())
        for first, last in _merged(spans):
            nearby = bisect_left(in_order, (first - LONGEST, "", 0)), bisect_left(in_order, (last, "", 0))
            self._paint(first, last, in_order[slice(*nearby)])

    def _paint(self, first: int, last: int, sounds: Sequence[tuple[int, CueKind, int]]) -> None:
        """Write one stretch in a single step, so that a tone that stays is never missing for a moment."""
        stretch = bytearray((last - first) * BYTES_PER_FRAME)
        taken: list[tuple[int, int]] = []
        begin, words = self._words
        a, b = max(first, begin), min(last, _end(self._words))
        if a < b:
            stretch[_bytes(a - first, b - first)] = words[_bytes(a - begin, b - begin)]
            spoken = [(a, b)]
        else:
            spoken = []
        for start, kind, athlete in sounds:
            a, b = max(first, start), min(last, start + tones.frames(kind))
            if a >= b:
                continue
            tone = self._voice.pcm(kind, athlete or None)[_bytes(a - start, b - start)]
            place = _bytes(a - first, b - first)
            if any(a < y and x < b for x, y in taken):
                tone = tones.mixed(bytes(stretch[place]), tone)
            elif any(a < y and x < b for x, y in spoken):
                # A word is understood without a syllable; a cue is heard whole.
                tone = tones.mixed(tones.softened(bytes(stretch[place])), tone)
            stretch[place] = tone
            taken.append((a, b))
        self.stream.pcm[_bytes(first, last)] = bytes(stretch)

    def _frame(self, at_ns: int) -> int:
        return (at_ns - self.anchor_ns) * RATE // SECOND_NS

    def _instant(self, frame: int) -> int:
        return self.anchor_ns + frame * SECOND_NS // RATE


def _end(words: tuple[int, bytes]) -> int:
    begin, pcm = words
    return begin + len(pcm) // BYTES_PER_FRAME


def _bytes(first: int, last: int) -> slice:
    return slice(first * BYTES_PER_FRAME, last * BYTES_PER_FRAME)


def _highest_at_each_instant(cues: Iterable[Cue]) -> Sequence[Cue]:
    best: dict[int, Cue] = {}
    for cue in cues:
        other = best.get(cue.at_ns)
        if other is None or rank(cue.kind) > rank(other.kind):
            best[cue.at_ns] = cue
    return sorted(best.values(), key=lambda cue: cue.at_ns)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if whole and first <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return whole
