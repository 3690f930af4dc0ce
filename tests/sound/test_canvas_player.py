from __future__ import annotations

import threading

from tests.patience import PATIENCE_S, eventually
from tests.sound.fakes import SECOND, Clock, MemoryDevice, MemoryStream

from trackbuddy.sound.canvas_player import RENEW_NS, RENEW_UNPLANNED_NS, CanvasPlayer
from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.tones import RATE
from trackbuddy.timing.hearing import CueKind

SHORT = 40 * RATE


def rig(frames: int | None = SHORT) -> tuple[CanvasPlayer, MemoryDevice, Clock]:
    clock = Clock()
    device = MemoryDevice(clock, frames)
    return CanvasPlayer(device, "simpleaudio", clock=clock, threaded=False), device, clock


def test_nothing_is_opened_before_a_cue_is_known() -> None:
    player, device, _ = rig()
    player.plan([])
    player.step()
    assert device.streams == []


def test_the_first_plan_opens_and_draws() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    assert device.streams[0].heard() == [7 * RATE]
    assert player.problem is None


def test_later_plans_are_drawn_at_once_without_the_players_thread() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    player.plan([Cue(clock.now_ns + 9 * SECOND, CueKind.GO)])
    assert device.streams[0].heard() == [9 * RATE]


def test_an_older_stream_ends_before_the_first_is_opened() -> None:
    clock = Clock()
    device = MemoryDevice(clock, SHORT)
    trial = device.probe()
    player = CanvasPlayer(device, "simpleaudio", clock=clock, threaded=False, after=trial)
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    assert [stream.playing for stream in device.streams] == [False, True]


def test_late_cues_are_dropped_and_each_counted_once() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    late = Cue(clock.now_ns + 50 * MS, CueKind.GO)
    for _ in range(3):
        player.plan([late])
        clock.go(0.01)
    assert player.dropped == 1
    assert device.streams[0].heard() == []


def test_a_cue_that_was_heard_is_not_counted_when_it_is_past() -> None:
    player, _, clock = rig()
    heard = Cue(clock.now_ns + SECOND, CueKind.GO)
    player.plan([heard])
    player.step()
    clock.go(20)
    player.plan([heard])
    player.step()
    assert player.dropped == 0


def renewed_after(seconds: float, next_cue_s: float | None) -> bool:
    """Whether a player that just played one cue opens a second canvas after so long, so long before the
    next cue."""
    player, device, clock = rig(None)
    player.plan([Cue(clock.now_ns + SECOND, CueKind.GO)])
    player.step()
    clock.go(seconds)
    if next_cue_s is not None:
        player.plan([Cue(clock.now_ns + round(next_cue_s * SECOND), CueKind.COUNT)])
    player.step()
    player.step()
    return len(device.streams) == 2


def test_an_old_canvas_is_renewed_in_quiet_only() -> None:
    old = RENEW_NS / SECOND
    assert not renewed_after(old - 1, 30)
    assert renewed_after(old + 1, 4.1)
    assert not renewed_after(old + 1, 3.9)


def test_a_canvas_is_not_renewed_while_a_tone_sounds() -> None:
    player, device, clock = rig(None)
    bell = Cue(clock.now_ns + RENEW_UNPLANNED_NS, CueKind.BELL)
    player.plan([bell])
    player.step()
    clock.go(RENEW_UNPLANNED_NS / SECOND - 1)
    player.plan([bell])
    clock.go(2)
    player.plan([])
    player.step()
    assert len(device.streams) == 1
    clock.go(1)
    player.step()
    assert len(device.streams) == 2


def test_with_no_cue_known_ahead_it_waits_longer_because_a_tap_may_come() -> None:
    assert not renewed_after(RENEW_NS / SECOND + 1, None)
    assert renewed_after(RENEW_UNPLANNED_NS / SECOND + 1, None)


def test_a_renewed_canvas_has_the_cues_at_their_instants() -> None:
    player, device, clock = rig(None)
    last = Cue(clock.now_ns + 200 * SECOND, CueKind.COUNT)
    player.plan([Cue(clock.now_ns + SECOND, CueKind.GO), last])
    player.step()
    clock.go(190)
    player.step()
    stream = device.streams[1]
    place = (last.at_ns - stream.anchor_ns) * RATE // SECOND
    assert any(stream.pcm[2 * place : 2 * place + 2000])
    assert not any(stream.pcm[2 * place - 2000 : 2 * place])


def test_a_canvas_at_its_end_is_followed_by_the_next_without_a_complaint() -> None:
    player, device, clock = rig()
    go = Cue(clock.now_ns + 60 * SECOND, CueKind.GO)
    player.plan([go])
    player.step()
    clock.go(40)
    device.streams[0].playing = False
    player.step()
    assert player.problem is None
    assert device.streams[1].heard() == [20 * RATE]


def test_a_dead_sound_system_is_told_and_tried_again() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 30 * SECOND, CueKind.GO)])
    player.step()
    clock.go(12)
    device.streams[0].playing = False
    device.broken = "the sound server does not answer"
    player.step()
    assert player.problem == "no sound: the sound system stopped playing; trying again"
    clock.go(1.1)
    player.step()
    assert player.problem == "no sound: the sound server does not answer; trying again"
    device.broken = None
    clock.go(2.1)
    player.step()
    assert player.problem is None
    assert len(device.streams[1].heard()) == 1


def test_cues_that_fall_into_a_failure_are_counted() -> None:
    player, device, clock = rig()
    device.broken = "no sound device found"
    lost = Cue(clock.now_ns + SECOND, CueKind.COUNT)
    player.plan([lost, Cue(clock.now_ns + 30 * SECOND, CueKind.GO)])
    player.step()
    assert player.dropped == 0
    clock.go(1.5)
    player.step()
    assert player.dropped == 1


def test_cues_drawn_ahead_in_a_stream_that_died_are_counted() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + n * SECOND, CueKind.COUNT) for n in (1, 5, 6, 7, 30)])
    player.step()
    clock.go(3)
    device.streams[0].playing = False
    player.step()
    device.broken = "gone"
    clock.go(8)
    player.step()
    assert player.dropped == 3


def test_a_canvas_stays_ready_while_nothing_is_planned() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + SECOND, CueKind.GO)])
    player.step()
    player.plan([])
    clock.go(40)
    device.streams[0].playing = False
    player.step()
    player.plan([Cue(clock.now_ns + 150 * MS, CueKind.TAP)])
    assert device.streams[1].heard() == [150 * 48]


def test_it_recovers_although_nothing_is_planned_any_more() -> None:
    player, device, clock = rig()
    device.broken = "no sound device found"
    player.plan([Cue(clock.now_ns + 3 * SECOND, CueKind.COUNT)])
    player.step()
    player.plan([])
    device.broken = None
    clock.go(1.1)
    player.step()
    assert player.problem is None


def test_a_stream_that_keeps_dying_is_opened_ever_more_rarely() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 3000 * SECOND, CueKind.COUNT)])
    for _ in range(200):
        player.step()
        clock.go(0.25)
        device.streams[-1].playing = False
    assert len(device.streams) < 20


def test_plan_does_not_wait_for_a_device_that_is_being_opened() -> None:
    opening, go_on = threading.Event(), threading.Event()

    class SlowDevice(MemoryDevice):
        def open(self, frames: int) -> MemoryStream:
            opening.set()
            assert go_on.wait(PATIENCE_S)
            return super().open(frames)

    clock = Clock()
    device = SlowDevice(clock, SHORT)
    player = CanvasPlayer(device, "simpleaudio", clock=clock)
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    assert opening.wait(PATIENCE_S)
    player.plan([Cue(clock.now_ns + 9 * SECOND, CueKind.COUNT)])  # hangs for good if it waited
    assert player.problem is None
    go_on.set()
    assert eventually(lambda: device.streams and device.streams[0].heard())
    assert device.streams[0].heard() == [9 * RATE]
    clock.go(20)
    player.close()
    assert not device.streams[0].playing


def test_after_close_nothing_is_planned_any_more() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    player.close()
    player.close()
    player.plan([Cue(clock.now_ns + 9 * SECOND, CueKind.COUNT)])
    assert device.streams[0].heard() == []


def test_close_leaves_the_cue_that_says_it_is_over() -> None:
    player, device, clock = rig()
    player.plan([Cue(clock.now_ns + 400 * MS, CueKind.DONE), Cue(clock.now_ns + 7 * SECOND, CueKind.COUNT)])
    player.step()
    player.close()
    assert device.streams[0].heard() == [400 * 48]


def test_only_the_next_half_minute_is_drawn_and_the_rest_follows() -> None:
    player, device, clock = rig(None)
    player.plan([Cue(clock.now_ns + n * SECOND, CueKind.COUNT) for n in (100, 5, 29, 31)])
    player.step()
    stream = device.streams[0]
    drawn = [n for n in (5, 29, 31, 100) if any(stream.pcm[96_000 * n : 96_000 * n + 2000])]
    assert drawn == [5, 29]
    clock.go(2)
    player.step()
    assert any(stream.pcm[96_000 * 31 : 96_000 * 31 + 2000])


def test_what_was_played_is_forgotten_and_neither_drawn_nor_counted_again() -> None:
    player, device, clock = rig(None)
    plan = [Cue(clock.now_ns + n * SECOND, CueKind.COUNT) for n in range(1, 25)]
    player.plan(plan)
    player.step()
    for _ in range(60):
        clock.go(0.5)
        player.plan(plan)
        player.step()
    assert not any(device.streams[0].pcm[: 96_000 * 20])
    assert player.dropped == 0


def steps(player: CanvasPlayer, clock: Clock, seconds: float) -> None:
    """What the player's thread does in so long."""
    until = clock.now_ns + round(seconds * SECOND)
    while clock.now_ns < until:
        clock.go(player.step())


def places(stream: MemoryStream, cues: list[Cue]) -> list[float]:
    """How late each cue is heard, in ms, by the stream's own slip."""
    due = [(cue.at_ns - stream.anchor_ns - stream.slipped_ns) * RATE / SECOND for cue in cues]
    heard = stream.heard()
    return [min(((place - at) / 48 for place in heard), key=abs) for at in due]


def test_a_stream_that_slips_is_put_right_and_said() -> None:
    player, device, clock = rig(None)
    cues = [Cue(clock.now_ns + n * SECOND, CueKind.COUNT) for n in (3, 4, 5, 6)]
    player.plan(cues)
    steps(player, clock, 2.2)
    stream = device.streams[0]
    stream.slipped_ns = 416 * MS
    steps(player, clock, 0.6)
    assert player.problem == "sound: 0.4 s late, put right"
    assert len(device.streams) == 1
    assert max(map(abs, places(stream, cues))) < 5
    assert player.dropped == 0
    steps(player, clock, 10)
    assert player.problem is None


def test_cues_that_fell_into_the_gap_are_missed_and_not_late() -> None:
    player, device, clock = rig(None)
    cues = [Cue(clock.now_ns + n * SECOND, CueKind.COUNT) for n in (3, 4, 8)]
    player.plan(cues)
    steps(player, clock, 2.5)
    clock.go(2)  # the whole program stood still, and the sound system starved
    stream = device.streams[0]
    stream.slipped_ns = 1_900 * MS
    player.plan(cues)
    steps(player, clock, 0.6)
    assert player.problem == "sound: 1.9 s late, put right, 2 cues missed"
    assert len(stream.heard()) == 1
    assert abs(places(stream, cues[2:])[0]) < 5


def test_a_sound_system_that_stands_still_is_said_and_waited_for() -> None:
    player, device, clock = rig(None)
    player.plan([Cue(clock.now_ns + 20 * SECOND, CueKind.COUNT)])
    steps(player, clock, 2)
    stream = device.streams[0]
    for _ in range(60):
        stream.slipped_ns += 50 * MS
        clock.go(0.05)
        player.step()
    assert player.problem == "no sound: the sound system stands still; trying again"
    steps(player, clock, 1)
    assert player.problem == "sound: 3.0 s late, put right"
    assert len(device.streams) == 1


def test_an_answer_known_late_is_heard_late_rather_than_lost() -> None:
    for late_ms, heard in ((100, True), (380, True), (420, False)):
        player, device, clock = rig(None)
        player.plan([Cue(clock.now_ns + SECOND, CueKind.CONE)])
        steps(player, clock, 2)
        answer = Cue(clock.now_ns + 120 * MS - late_ms * MS, CueKind.TAP)
        player.plan([answer])
        assert (len(device.streams[0].heard()) == 2) is heard
        assert player.dropped == (0 if heard else 1)
