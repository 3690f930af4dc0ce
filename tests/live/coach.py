"""Nine athletes and a coach with a keyboard, in a running session whose clock a test turns.

The athletes run what the truth says. The coach sees them come in and presses keys, in good order or not: digits, Space
for all and names afterwards, a key twice. Whoever drops out is reported. What the log says must then be the truth.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import StrEnum

from tests.live.by_hand import ByHand, by_hand

from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.naming import nameless, naming
from trackbuddy.timing.state import Plan, Running, State
from trackbuddy.units import NS


class Habit(StrEnum):
    """How the coach taps a rep."""

    DIGITS = "digits"
    SPACES = "Space for all, names when all are in"
    TWICE = "a digit twice, three seconds apart"
    HELD = "every digit held down"
    WRONG = "the neighbour's digit, put right afterwards"


@dataclass
class Evening:
    """A whole session, rep by rep."""

    plan: Plan
    seed: int
    habits: list[Habit]
    """One a rep, over and over."""
    out: dict[int, int] = field(default_factory=dict)
    """Who drops out in which rep, counted from 1."""
    back: dict[int, int] = field(default_factory=dict)
    """And who is back from which rep on."""
    rig: ByHand = field(init=False)
    _last_space_ns: int = 0
    truth: dict[tuple[int, int], int] = field(default_factory=dict)
    """How long each rep took each athlete who finished it, by phase and athlete."""

    def __post_init__(self) -> None:
        self.rig = by_hand(self.plan)
        self._begin_ns = self.rig.clock.now_ns

    # --- what the coach does ----------------------------------------------------------------------------------------

    def press(self, kind: type[i.Input], at_ns: int, **members: int | None) -> None:
        """A key, at a session time; the clock is turned on so far."""
        self.rig.clock.now_ns = max(self.rig.clock.now_ns, self._begin_ns + at_ns)
        self.rig.live.submit(kind, self._begin_ns + at_ns, **members)

    @property
    def state(self) -> State:
        return self.rig.state

    def run(self) -> None:
        self.press(i.Tap, NS)
        while not self.state.is_over:
            if self.state.lanes:
                self._next_of_own()
            else:
                self._next_together()

    def duration(self, phase: int, athlete: int) -> int:
        """What the athlete runs the rep in: near the target, to the thousandth, no two alike."""
        chance = random.Random(f"{self.seed} {phase} {athlete}")
        aim = self.plan.rep(phase).aim(athlete)
        target = 34 * NS if aim is None or aim.low_ns is None else aim.low_ns
        return round(target * chance.uniform(0.96, 1.06) / 1_000_000) * 1_000_000 + athlete

    def _place(self, phase: int) -> int:
        """Which rep of the session it is, from 1."""
        return (phase + 1) // 2

    def _habit(self, phase: int) -> Habit:
        return self.habits[(self._place(phase) - 1) % len(self.habits)]

    # --- one clock for all ------------------------------------------------------------------------------------------

    def _next_together(self) -> None:
        stage = self.state.stage
        if not isinstance(stage, Running):
            at_ns = due(self.state)
            assert at_ns is not None, "the plan goes on by itself"
            self._let_go(at_ns)
            return
        phase, started_ns = stage.rep.phase, stage.rep.started_ns
        runners = [runner.athlete for runner in stage.rep.runners if runner.is_running]
        self._report_out(phase, started_ns, runners)
        coming = sorted((started_ns + self.duration(phase, who), who) for who in runners)
        for at_ns, who in coming:
            self.truth[phase, who] = at_ns - started_ns
        getattr(self, f"_tap_{self._habit(phase).name.lower()}")(coming)
        self._report_back(phase, coming[-1][0])

    def _let_go(self, at_ns: int) -> None:
        self.rig.clock.now_ns = max(self.rig.clock.now_ns, self._begin_ns + at_ns)
        self.rig.live.snapshot()

    def _report_out(self, phase: int, started_ns: int, runners: list[int]) -> None:
        for who, rep in self.out.items():
            if rep == self._place(phase) and who in runners:
                runners.remove(who)
                self.press(i.DropOut, started_ns + 12 * NS, athlete=who)

    def _report_back(self, phase: int, at_ns: int) -> None:
        for who, rep in self.back.items():
            if rep == self._place(phase) + 1:
                self.press(i.Join, at_ns + 8 * NS, athlete=who)

    def _tap_digits(self, coming: list[tuple[int, int]]) -> None:
        for at_ns, who in coming:
            self.press(i.Tap, at_ns, athlete=who)

    def _tap_spaces(self, coming: list[tuple[int, int]]) -> None:
        """No thumb comes down twice within a tenth: of two so close the second one has their own key."""
        last_ns = 0
        for at_ns, who in coming:
            is_close = at_ns - last_ns < NS // 10
            self.press(i.Tap, at_ns, athlete=who if is_close else None)
            last_ns = at_ns
        self._name_in_order(coming)

    def _name_in_order(self, coming: list[tuple[int, int]]) -> None:
        at_ns, who_at = coming[-1][0] + 2 * NS, dict(coming)
        while wanting := naming(self.state):
            at_ns += NS // 2
            self.press(i.Tap, at_ns, athlete=who_at[wanting[0].at_ns])

    def _tap_twice(self, coming: list[tuple[int, int]]) -> None:
        """The first one's key comes again when the last one comes in: whose was that? The last one's."""
        *others, (last_ns, last) = coming
        self._tap_digits(others)
        self.press(i.Tap, last_ns, athlete=others[0][1])
        (spare,) = nameless(self.state)
        assert spare.key == others[0][1]
        self.press(i.Name, last_ns + 2 * NS, of=spare.n, athlete=last)

    def _tap_held(self, coming: list[tuple[int, int]]) -> None:
        presses = [(at_ns + ms * 1_000_000, who) for at_ns, who in coming for ms in (0, 35, 70)]
        for at_ns, who in sorted(presses):
            self.press(i.Tap, at_ns, athlete=who)

    def _tap_wrong(self, coming: list[tuple[int, int]]) -> None:
        """The first two have each other's key."""
        (first_ns, first), (second_ns, second), *others = coming
        self.press(i.Tap, first_ns, athlete=second)
        n = max(line.n for line in self.rig.lines if isinstance(line.fact, f.Split))
        self._tap_digits([(second_ns, first), *others])
        self.press(i.Name, coming[-1][0] + 2 * NS, of=n, athlete=first)

    # --- everybody's own clock --------------------------------------------------------------------------------------

    def _next_of_own(self) -> None:
        """The next thing that happens: somebody drops out, comes back, comes in, or a GO."""
        state = self.state
        happens: list[tuple[int, int, type[i.Input]]] = []
        for who, lane in enumerate(state.lanes, start=1):
            if not isinstance(lane.stage, Running) or lane.out:
                continue
            rep = lane.stage.rep
            if self.out.get(who) == self._place(rep.phase):
                happens.append((rep.started_ns + 12 * NS, who, i.DropOut))
            else:
                happens.append((rep.started_ns + self.duration(rep.phase, who), who, i.Tap))
        at_ns, who, kind = min(happens, key=lambda one: one[0], default=(0, 0, i.Tick))
        due_ns = due(state)
        if kind is i.Tick or (due_ns is not None and due_ns <= at_ns):
            assert due_ns is not None, "somebody still has a start to come"
            self._let_go(due_ns)
        elif kind is i.DropOut:
            self.press(kind, at_ns, athlete=who)
            if who in self.back:
                self.press(i.Join, at_ns + 40 * NS, athlete=who)
        else:
            self._in_own(state.lane(who), at_ns, who)

    def _in_own(self, lane: State, at_ns: int, who: int) -> None:
        assert isinstance(lane.stage, Running)
        phase = lane.stage.rep.phase
        self.truth[phase, who] = at_ns - lane.stage.rep.started_ns
        match self._habit(phase):
            case Habit.SPACES if at_ns - self._last_space_ns >= NS // 10:
                self._last_space_ns = at_ns
                self.press(i.Tap, at_ns)
                n = max(line.n for line in self.rig.lines if isinstance(line.fact, f.Split))
                self.press(i.Name, at_ns + 1, of=n, athlete=who)
            case Habit.HELD:
                for ms in (0, 35, 70):
                    self.press(i.Tap, at_ns + ms * 1_000_000, athlete=who)
            case Habit.TWICE:
                self.press(i.Tap, at_ns, athlete=who)
                self.press(i.Tap, at_ns + 3 * NS, athlete=who)
            case _:
                self.press(i.Tap, at_ns, athlete=who)

    # --- what came of it --------------------------------------------------------------------------------------------

    def timed(self) -> dict[tuple[int, int], int]:
        """What the results say, by phase and athlete."""
        return {(row.phase, row.athlete): row.split_ns for row in self._rows() if row.split_ns is not None}

    def out_rows(self) -> list[tuple[int, int]]:
        return [(self._place(row.phase), row.athlete) for row in self._rows() if row.standing is Standing.OUT]

    def _rows(self) -> list[Row]:
        return [row for who in range(1, len(self.plan.athletes) + 1) for row in rows(self.state, who)]
