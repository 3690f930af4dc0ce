"""Somebody at the keys of a real session, without a screen: every key is stamped from the test's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.live.by_hand import ByHand, by_hand
from tests.tui import plans

from trackbuddy.present.key_table import DEFAULT, Keymap
from trackbuddy.present.live_view import live_view
from trackbuddy.timing import facts as f
from trackbuddy.timing.inputs import Leaving
from trackbuddy.timing.state import Plan, Stage
from trackbuddy.tui.keyboard.front import Front
from trackbuddy.tui.keyboard.heard import Click, Pasted, Press, Wheel
from trackbuddy.tui.keyboard.keyboard import Keyboard, Shown, Unseen
from trackbuddy.tui.keyboard.router import ONE_EACH, Hands, Sight
from trackbuddy.units import NS

REPEATS_S: Final = 0.03
"""How far apart a held key's repeats are."""


class Looked(Unseen):
    """A frame that is one button."""

    def __init__(self, label: str = "", no_other: str = "") -> None:
        self.label, self.why = label, no_other

    def key_at(self, column: int, row: int) -> str:
        return self.label

    def no_other(self) -> str:
        return self.why


class Typist:
    """Presses keys and looks at what became of them."""

    def __init__(
        self,
        plan: Plan,
        keymap: Keymap = DEFAULT,
        digits: Mapping[int, int] = ONE_EACH,
        *,
        may_choose: bool = True,
    ) -> None:
        self.hand: ByHand = by_hand(plan)
        self.keyboard = Keyboard(self.hand.live, Hands(keymap, digits, may_choose), self)
        self.choices = 0
        self.changes = 0
        self.other_colours = 0

    # --- what the keyboard asks of a screen -------------------------------------------------------------------------

    def changed(self) -> None:
        self.changes += 1

    def left(self, how: Leaving) -> None:
        self.hand.live.leave(how)

    def choosing(self) -> None:
        self.choices += 1

    def colours(self) -> None:
        self.other_colours += 1

    # --- hands ------------------------------------------------------------------------------------------------------

    def wait(self, seconds: float) -> Typist:
        self.hand.clock.turn(seconds)
        self.shown()
        return self

    def press(self, *keys: str, apart_s: float = 0.0) -> Typist:
        """Keys one after the other from now on."""
        for number, key in enumerate(keys):
            self.hand.clock.turn(apart_s if number else 0.0)
            self.keyboard.hear(Press(key, self.hand.clock.monotonic_ns()))
        return self

    def type(self, text: str) -> Typist:
        return self.press(*("space" if character == " " else character for character in text))

    def hold(self, key: str, repeats: int) -> Typist:
        """A key kept down: the keyboard sends it again and again."""
        return self.press(*[key] * (repeats + 1), apart_s=REPEATS_S)

    def click(self, label: str) -> Typist:
        """On the button of the key with this label."""
        self.keyboard.seen = Looked(label)
        self.keyboard.hear(Click(0, 0, self.hand.clock.monotonic_ns()))
        return self

    def wheel(self, *, down: bool) -> Typist:
        self.keyboard.hear(Wheel(down, self.hand.clock.monotonic_ns()))
        return self

    def paste(self, text: str) -> Typist:
        self.keyboard.hear(Pasted(text, self.hand.clock.monotonic_ns()))
        return self

    def late(self, *keys: tuple[str, float], by_s: float) -> Typist:
        """Keys pressed so many seconds from now, each, and all of them heard only after a stall."""
        now_ns = self.hand.clock.monotonic_ns()
        presses = [Press(key, now_ns + round(seconds * NS)) for key, seconds in keys]
        self.hand.clock.turn(by_s)
        for press in presses:
            self.keyboard.hear(press)
        return self

    # --- eyes -------------------------------------------------------------------------------------------------------

    def shown(self) -> Shown:
        live = self.hand.live
        return self.keyboard.shown(Sight(live.snapshot(), live.now_ns()), self.hand.clock.monotonic_ns())

    @property
    def front(self) -> Front:
        return self.shown().front

    @property
    def answer(self) -> str:
        return self.shown().answer

    @property
    def stage(self) -> Stage:
        return self.hand.state.stage

    @property
    def notices(self) -> str:
        digits = self.keyboard.hands.digits
        view = live_view(self.hand.live.snapshot(), self.hand.live.now_ns(), digits=digits)
        return "\n".join(notice.text for notice in view.notices)

    @property
    def splits(self) -> list[float]:
        starts = [fact.at_ns for fact in self.hand.facts(f.RepStarted)]
        ends = [fact.at_ns for fact in self.hand.facts(f.Split)]
        return [round((end - start) / NS, 3) for start, end in zip(starts, ends, strict=False)]

    @property
    def notes(self) -> list[str]:
        return [fact.text for fact in self.hand.facts(f.Note)]


def ready(plan: Plan = plans.EIGHT_200) -> Typist:
    return Typist(plan)


def at_go(plan: Plan = plans.EIGHT_200) -> Typist:
    return ready(plan).press("space").wait(10)


def at_rest(plan: Plan = plans.EIGHT_200, after: float = 0) -> Typist:
    """Behind the first finish."""
    return at_go(plan).wait(34.1).press("space").wait(after)
