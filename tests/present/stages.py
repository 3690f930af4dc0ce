"""Sessions brought to a stage that is worth looking at, with the real machine and a clock turned by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.live.by_hand import ByHand, by_hand
from tests.tui import plans

from trackbuddy.live.session import LiveSession
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan

TITLE = "8 x 200m @ 34, 30s rest"


@dataclass(frozen=True)
class Run:
    """A session and the hand on its clock."""

    by_hand: ByHand

    @property
    def live(self) -> LiveSession:
        return self.by_hand.live

    def wait(self, seconds: float) -> Run:
        self.by_hand.clock.turn(seconds)
        self.live.snapshot()
        return self

    def tap(self, athlete: int | None = None) -> Run:
        self.live.submit(i.Tap, athlete=athlete)
        return self

    def press(self, kind: Callable[..., i.Input], **members: object) -> Run:
        self.live.submit(kind, None, **members)
        return self

    def rep(self, seconds: float, rest: float = 0) -> Run:
        return self.wait(seconds).tap().wait(rest)


def opened(plan: Plan = plans.EIGHT_200, title: str = TITLE) -> Run:
    return Run(by_hand(plan, title))


def going(plan: Plan = plans.EIGHT_200, title: str = TITLE) -> Run:
    """At the first GO."""
    return opened(plan, title).tap().wait(10)


def third_rest() -> Run:
    return going().rep(34.1, 30).rep(33.8, 30).rep(34.2)


STAGES: dict[str, Callable[[], Run]] = {
    "ready": opened,
    "lead-in": lambda: opened().tap().wait(3),
    "three": lambda: opened().tap().wait(7.4),
    "go": lambda: going().rep(34.1, 30.2),
    "rep": lambda: going().rep(34.1, 30).rep(33.8, 30).wait(28.44),
    "rep-over": lambda: going().wait(36.2),
    "rep-no-tap": lambda: going().wait(43),
    "rep-hold-armed": lambda: going().wait(12).press(i.Hold),
    "rep-too-soon": lambda: going().wait(5).tap().wait(1),
    "result": lambda: third_rest().wait(2),
    "result-fast": lambda: third_rest().wait(30 + 33.2).tap().wait(2),
    "result-slow": lambda: third_rest().wait(30 + 35.1).tap().wait(2),
    "rest-quiet": lambda: third_rest().wait(14),
    "mile-lap": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(75).rep(76.3, 1.5),
    "rest": lambda: third_rest().wait(1.2).tap().wait(12.8),
    "rest-held": lambda: third_rest().wait(8).press(i.Hold).wait(60),
    "rest-no-time": lambda: going().wait(36).press(i.ThatsAll).wait(8),
    "rest-undo-asks": lambda: going().rep(34.1, 30).wait(5).press(i.Undo),
    "between-sets": lambda: going(plans.SETS).rep(34, 60).rep(33, 60).rep(35.6, 60).rep(34, 10),
    "mile-bell": lambda: going(plans.FIFTEEN).rep(51).rep(68).rep(67.5, 20),
    "mile-fast": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(71).wait(9.3),
    "mile-slow": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(76.3).rep(76.1, 30),
    "mile-last": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(71).rep(75.1).rep(76, 70),
    "mile-over": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(71).rep(75.1).rep(76).rep(78, 2),
    "mile-done": lambda: going(plans.FULL_MILE, "1 mile @ 5:00").rep(71).rep(75.1).rep(76).rep(78, 9),
    "mile-missed": lambda: going(plans.FIFTEEN).rep(51).rep(137, 1),
    "jog": lambda: going(plans.FIFTEEN).rep(51).rep(68).rep(68).rep(67, 65),
    "strides": lambda: going(plans.STRIDES).rep(12).rep(90, 4),
    "metres-asked": lambda: going(plans.FIVES, "4 x 5min, 2min jog").wait(308),
    "metres-known": lambda: going(plans.FIVES, "4 x 5min, 2min jog").wait(308).press(i.Measure, **_metres(1, 1520)),
    "metres-done": lambda: _fives_done(),
    "timed-rep": lambda: going(plans.BILLAT).wait(12.5),
    "tap-start": lambda: going(plans.TAP_START).rep(36).rep(72).rep(72.5, 221),
    "twenty": lambda: _many(14),
    "squad-rep": lambda: _squad_rep(),
    "squad-twice": lambda: _squad_rep().tap(1).wait(2),
    "squad-naming": lambda: _squad_rep().wait(3).tap(2).wait(2),
    "squad-rest": lambda: _squad_rep().wait(3).tap(2).wait(40),
    "squad-nine": lambda: going(plans.NINE, "6 x 400m, 90s rest").wait(66).tap(1).wait(1.3).tap(3).wait(2),
    "squad-own": lambda: _own(),
    "done-twenty": lambda: _many(19).wait(14.3).tap().wait(9),
    "done-fresh": lambda: _all_eight().wait(2),
    "done": lambda: _all_eight().wait(9),
    "done-early": lambda: third_rest().wait(9).press(i.EndHere).wait(1),
}


def _squad_rep() -> Run:
    """Five athletes in their fourth rep: one in, two taps without a name, one to come, one out."""
    run = going(plans.FIVE, "6 x 400m, 90s rest")
    for number in range(3):
        run.wait(66).tap(1).wait(0.9 + number / 10).tap(3).wait(0.4).tap(4).wait(4.9).tap(2).wait(2 + number / 2)
        run.tap(5).wait(90)
    run.press(i.DropOut, athlete=5)
    return run.wait(66.4).tap(1).wait(0.9).tap().wait(0.2).tap().wait(2.2)


def _own() -> Run:
    run = going(plans.OWN, "6 x 400m, 90s rest").wait(67).tap(1).wait(12)
    return run.tap(2).wait(4)


def _metres(phase: int, metres: float) -> dict[str, object]:
    return {"phase": phase, "athlete": 1, "metres": metres}


def _fives_done() -> Run:
    run = going(plans.FIVES, "4 x 5min, 2min jog").wait(4 * 300 + 3 * 120 + 9)
    for phase, metres in ((1, 1520), (3, 1515.5), (5, 1490)):
        run.press(i.Measure, **_metres(phase, metres))
    return run


def _many(reps: int) -> Run:
    run = going(plans.TWENTY)
    for number in range(reps):
        run.rep(34 + number / 10, 30)
    return run.wait(20)


def _all_eight() -> Run:
    run = going()
    for number in range(7):
        run.rep(33.6 + number / 5, 30)
    return run.rep(34)
