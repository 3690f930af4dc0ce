"""The running session: instants from any thread, deadlines by themselves, sleep counted in, questions."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from tests.live.fakes import Ear, HandClock, Memory
from tests.patience import eventually
from tests.timing.sessions import eight_200s, s

from trackbuddy.live.clock import SessionTime
from trackbuddy.live.session import LiveSession
from trackbuddy.live.sounder import Choosing
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import Choice
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Plan, Recovering, Running, State

BEGAN = 5_000_000_000_000


class Rig:
    def __init__(self, plan: Plan | None = None) -> None:
        self.clock, self.journal, self.ear = HandClock(BEGAN), Memory(), Ear()
        self.plan = plan or eight_200s()
        history = History.of(self.plan)
        self.live = LiveSession(history, SessionTime.begin(self.clock), self.clock, self.journal, self.ear)

    def at(self, seconds: float) -> int:
        """Moves the clock to a session time and gives the monotonic instant."""
        self.clock.now_ns = BEGAN + s(seconds)
        return self.clock.now_ns


def test_an_input_counts_from_its_stamp_not_from_when_it_was_taken_up() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    stamp = rig.at(44.1)
    rig.at(45.9)
    lines = rig.live.submit(i.Tap, stamp)
    assert [line.fact for line in lines][-3] == f.Split(s(44.1), 1, 1, 1)
    rig.live.leave("discard")


def test_go_comes_by_itself_at_its_planned_instant() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.at(10.7)
    assert eventually(lambda: isinstance(rig.live.snapshot().state.stage, Running))
    rig.live.leave("resumable")
    assert f.RepStarted(s(10), 1, f.StartKind.GO) in [line.fact for line in rig.journal.lines]
    assert isinstance(rig.journal.lines[-1].fact, f.Closed)
    assert rig.journal.is_closed
    assert rig.ear.is_closed


def test_cues_are_planned_on_the_machines_clock() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    assert eventually(lambda: len(rig.ear.planned) == 4)
    assert [cue.at_ns for cue in rig.ear.planned] == [BEGAN + s(at) for at in (7, 8, 9, 10)]
    rig.live.leave("discard")


def test_muted_nothing_is_planned_and_switched_on_again_the_coming_cues_are() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    assert eventually(lambda: len(rig.ear.planned) == 4)
    rig.live.switch_sound()
    assert eventually(lambda: not rig.ear.planned)
    assert rig.live.snapshot().sound == "sound muted (v)"
    rig.live.submit(i.Hold, rig.at(2))
    rig.live.submit(i.Hold, rig.at(3))
    rig.live.switch_sound()
    assert eventually(lambda: len(rig.ear.planned) == 4)
    assert rig.live.snapshot().sound == ""
    rig.live.leave("discard")


def test_muted_at_the_end_nothing_sounds_out() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.live.switch_sound()
    rig.live.leave("resumable")
    assert rig.ear.planned == ()


def test_a_suspend_is_counted_in_and_written_down() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.live.submit(i.Tap, rig.at(44))
    rig.at(50)
    rig.clock.asleep_ns = s(600)
    assert eventually(lambda: any(isinstance(line.fact, f.Slept) for line in rig.journal.lines))
    slept = next(line.fact for line in rig.journal.lines if isinstance(line.fact, f.Slept))
    assert slept == f.Slept(s(650), s(600))
    assert rig.live.now_ns() == s(650)
    rig.live.leave("discard")


def test_a_tap_stamped_before_a_suspend_and_taken_up_after_it_keeps_its_instant() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    stamp = rig.at(44)
    rig.live.submit(i.Tick, rig.at(44.5))
    rig.clock.asleep_ns = s(600)
    rig.live.submit(i.Tap, stamp)
    splits = [line.fact.at_ns for line in rig.journal.lines if isinstance(line.fact, f.Split)]
    assert splits == [s(44)]
    rig.live.leave("discard")


def test_undo_behind_a_go_asks_first_and_any_other_key_answers_no() -> None:
    rig = Rig()
    rig.live.open()
    for at in (0, 44):
        rig.live.submit(i.Tap, rig.at(at))
    rig.live.submit(i.Tick, rig.at(75))
    assert rig.live.submit(i.Undo, rig.at(76)) == ()
    assert rig.live.snapshot().undo_asks_until_ns == s(79)
    rig.live.submit(i.Hold, rig.at(77))
    assert rig.live.snapshot().undo_asks_until_ns is None
    rig.live.leave("discard")


def test_undo_pressed_twice_goes_behind_the_go() -> None:
    rig = Rig()
    rig.live.open()
    for at in (0, 44):
        rig.live.submit(i.Tap, rig.at(at))
    rig.live.submit(i.Undo, rig.at(76))
    lines = rig.live.submit(i.Undo, rig.at(77))
    assert [type(line.fact) for line in lines] == [f.Undone]
    state = rig.live.snapshot().state
    assert isinstance(state.stage, Running)
    assert state.stage.rep.phase == 1
    rig.live.leave("discard")


def test_what_the_journal_says_is_shown() -> None:
    rig = Rig()
    rig.live.open()
    assert not rig.live.snapshot().is_saved
    rig.live.saved(1)
    assert rig.live.snapshot().is_saved
    rig.live.in_trouble("the disk is full")
    assert rig.live.snapshot().trouble == "the disk is full"
    rig.live.leave("discard")


def test_listeners_get_every_line_in_order() -> None:
    rig = Rig()
    heard: list[int] = []
    rig.live.listen(lambda lines, state: heard.extend(line.n for line in lines))
    rig.live.open()
    for at in (0, 44, 90, 120):
        rig.live.submit(i.Tap, rig.at(at))
    rig.live.leave("finish")
    assert heard == [line.n for line in rig.journal.lines] == list(range(1, len(heard) + 1))


def test_going_on_in_the_same_boot_counts_the_pause_and_after_a_reboot_from_the_last_instant() -> None:
    clock = HandClock(BEGAN + s(500))
    clock.asleep_ns = s(7)
    opened = {"monotonic_ns": BEGAN, "boottime_ns": BEGAN, "wall": "", "boot_id": "one"}
    time_ = SessionTime.go_on(opened, 0, s(44), clock)
    assert time_.at(clock.now_ns) == s(500)
    assert time_.asleep(clock) == s(7)
    assert time_.slept(s(7)).at(clock.now_ns) == s(507)
    clock.boot = "two"
    assert SessionTime.go_on(opened, 0, s(44), clock).at(clock.now_ns) == s(44)


def test_a_reopened_session_goes_on() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.live.submit(i.Tap, rig.at(44))
    rig.live.leave("resumable")
    rig.at(60)
    again = LiveSession(
        History.of(rig.plan, rig.journal.lines),
        SessionTime(BEGAN, 0),
        rig.clock,
        rig.journal,
        rig.ear,
    )
    again.reopen()
    stage = again.snapshot().state.stage
    assert isinstance(stage, Recovering)
    assert stage.go_ns == s(74)
    again.leave("discard")


def test_a_player_that_fails_does_not_hold_go_up_and_is_heard_again_afterwards() -> None:
    rig = Rig()
    plan = rig.ear.plan
    broken = [True]

    def sometimes(cues: Sequence[Cue]) -> None:
        if broken:
            raise RuntimeError("device gone")
        plan(cues)

    rig.ear.plan = sometimes  # type: ignore[method-assign]
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.at(10.5)
    assert eventually(lambda: isinstance(rig.live.snapshot().state.stage, Running))
    assert eventually(lambda: rig.live.snapshot().sound == "no sound: device gone")
    broken.clear()
    rig.live.submit(i.Tap, rig.at(44))
    assert eventually(lambda: bool(rig.ear.planned))
    assert rig.live.snapshot().sound == ""
    rig.live.leave("discard")


def test_a_player_that_stands_still_holds_up_neither_taps_nor_go_and_is_said() -> None:
    rig = Rig()
    go_on = threading.Event()

    def stand_still(cues: Sequence[Cue]) -> None:
        go_on.wait(60)

    rig.ear.plan = stand_still  # type: ignore[method-assign]
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.at(10.5)
    assert eventually(lambda: f.RepStarted(s(10), 1, f.StartKind.GO) in [line.fact for line in rig.journal.lines])
    rig.live.submit(i.Tap, rig.at(44))
    assert eventually(lambda: rig.live.snapshot().sound == "no sound: the player does not answer")
    assert f.Split(s(44), 1, 1, 1) in [line.fact for line in rig.journal.lines]
    go_on.set()
    assert eventually(lambda: rig.live.snapshot().sound == "")
    rig.live.leave("discard")


def test_a_player_is_chosen_beside_the_session_and_told_what_lies_ahead() -> None:
    """Trying devices takes a third of a second, or for ever."""
    rig = Rig()
    go_on = threading.Event()

    def choose() -> Choice:
        go_on.wait(60)
        return Choice(rig.ear, "bell", "bell: rings")

    live = LiveSession(
        History.of(rig.plan), SessionTime.begin(rig.clock), rig.clock, rig.journal, Choosing(choose), sound="trying"
    )
    live.open()
    live.submit(i.Tap, rig.at(0))
    assert live.snapshot().sound == "trying"
    go_on.set()
    assert live.wait_for_sound(60) == "sound bell: rings"
    assert live.snapshot().sound == "sound bell: rings"
    assert eventually(lambda: len(rig.ear.planned) == 4)
    live.leave("discard")
    assert rig.ear.is_closed


def test_no_player_at_all_is_said_and_the_session_goes_on() -> None:
    rig = Rig()

    def choose() -> Choice:
        raise RuntimeError("no library")

    live = LiveSession(History.of(rig.plan), SessionTime.begin(rig.clock), rig.clock, rig.journal, Choosing(choose))
    live.open()
    assert eventually(lambda: live.snapshot().sound == "no sound: no library")
    assert live.submit(i.Tap, rig.at(0))
    live.leave("discard")


def test_the_players_problem_is_asked_without_waiting() -> None:
    """The session's lock is held meanwhile, and with it every tap."""
    rig = Rig()
    rig.ear.problem = "no sound: unplugged"
    rig.live.open()
    assert rig.live.snapshot().sound == "no sound: unplugged"
    rig.live.leave("discard")


def test_a_listener_that_raises_ends_nothing_and_is_said() -> None:
    rig = Rig()
    heard: list[int] = []

    def broken(lines: Sequence[Line], state: State) -> None:
        raise RuntimeError("no room")

    rig.live.listen(broken)
    rig.live.listen(lambda lines, state: heard.extend(line.n for line in lines))
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.at(10.5)
    assert eventually(lambda: isinstance(rig.live.snapshot().state.stage, Running))
    assert rig.live.snapshot().faults == ("what shows the session failed (no room)",)
    rig.live.submit(i.Tap, rig.at(44))
    rig.live.submit(i.Tick, rig.at(80))
    rig.live.leave("finish")
    assert heard == [line.n for line in rig.journal.lines] == list(range(1, len(heard) + 1))


def test_a_fault_in_the_thread_that_keeps_deadlines_is_said_and_it_goes_on() -> None:
    rig = Rig()
    wait_s, failures = rig.clock.wait_s, [MemoryError()] * 3

    def sometimes(ns: int) -> float:
        if failures:
            raise failures.pop()
        return wait_s(ns)

    rig.clock.wait_s = sometimes  # type: ignore[method-assign]
    rig.live.open()
    assert eventually(lambda: rig.live.snapshot().faults == ("the deadlines were held up (MemoryError)",))
    rig.live.submit(i.Tap, rig.at(0))
    rig.at(10.5)
    assert eventually(lambda: f.RepStarted(s(10), 1, f.StartKind.GO) in [line.fact for line in rig.journal.lines])
    rig.live.leave("discard")


def test_what_the_journal_will_not_queue_is_not_decided_and_comes_again() -> None:
    """Never a fact on the screen that the log will not have."""
    rig = Rig()
    rig.live.open()
    append, failures = rig.journal.append, [MemoryError()]

    def sometimes(lines: Sequence[Line]) -> None:
        if failures:
            raise failures.pop()
        append(lines)

    rig.journal.append = sometimes  # type: ignore[method-assign]
    assert rig.live.submit(i.Tap, rig.at(0)) == ()
    assert rig.live.snapshot().faults == ("a tap could not be decided (MemoryError)",)
    assert rig.live.submit(i.Tap, rig.at(1))
    rig.live.leave("discard")
    assert [line.n for line in rig.journal.lines] == list(range(1, len(rig.journal.lines) + 1))


def test_nothing_is_taken_after_leaving_and_leaving_again_writes_nothing() -> None:
    rig = Rig()
    rig.live.open()
    rig.live.submit(i.Tap, rig.at(0))
    rig.live.leave("resumable")
    count = len(rig.journal.lines)
    assert rig.live.submit(i.Tap, rig.at(12)) == ()
    rig.live.leave("finish")
    assert len(rig.journal.lines) == count


def test_who_leaves_second_waits_until_all_is_safe() -> None:
    """A rehearsal leaves in its own thread; the table is printed by another."""
    rig = Rig()
    rig.live.open()
    go_on, order = threading.Event(), list[str]()

    def close() -> bool:
        go_on.wait(60)
        order.append("safe")
        return True

    rig.journal.close = close  # type: ignore[method-assign]
    first = threading.Thread(target=rig.live.leave, args=("resumable",))
    first.start()
    assert eventually(lambda: rig.live.ended)

    def leave_too() -> None:
        rig.live.leave("resumable")
        order.append("left")

    second = threading.Thread(target=leave_too)
    second.start()
    go_on.set()
    second.join(60)
    first.join(60)
    assert order == ["safe", "left"]
