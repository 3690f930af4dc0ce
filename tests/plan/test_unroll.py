"""From the tree of steps to the reps and recoveries a runner meets."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from tests.plan.builders import EIGHT_200, jog, rest, run
from tests.plan.strategies import sessions

from trackbuddy.plan.phases import Between
from trackbuddy.plan.session import Block, Label, Options, Recovery, Rep, Session, Step
from trackbuddy.plan.unroll import OPEN_ROUNDS, Place, RecoveryPlace, RepPlace, rep_count, unroll


def reps(session: Session, open_rounds: int = OPEN_ROUNDS) -> list[RepPlace]:
    return [place for place in unroll(session, open_rounds) if isinstance(place, RepPlace)]


def places(session: Session) -> list[tuple[int, int, int]]:
    return [(place.block, place.set, place.number) for place in reps(session)]


def between(session: Session) -> list[Between]:
    return [place.between for place in unroll(session) if isinstance(place, RecoveryPlace)]


def kinds(walked: tuple[Place, ...]) -> str:
    return "".join("r" if isinstance(place, RepPlace) else "-" for place in walked)


def test_no_recovery_after_the_last_rep() -> None:
    assert kinds(unroll(EIGHT_200)) == "r-r-r-r-r-r-r-r"


def test_the_last_recovery_stays_where_the_session_says_so() -> None:
    kept = Session(EIGHT_200.steps, options=Options(keep_last_recovery=True))
    assert kinds(unroll(kept)) == "r-" * 8


def test_a_set_recovery_replaces_the_rep_recovery_before_it() -> None:
    inner = Block(4, (run(200), rest(30)))
    session = Session((Block(3, (inner, rest(300))),))
    assert kinds(unroll(session)) == "r-r-r-r-r-r-r-r-r-r-r-r"
    spans = [place.recovery for place in unroll(session) if isinstance(place, RecoveryPlace)]
    assert spans == [rest(30)] * 3 + [rest(300)] + [rest(30)] * 3 + [rest(300)] + [rest(30)] * 3
    wanted = ["reps"] * 3 + ["sets"] + ["reps"] * 3 + ["sets"] + ["reps"] * 3
    assert [kind.value for kind in between(session)] == wanted
    assert places(session) == [(1, set_, number) for set_ in (1, 2, 3) for number in (1, 2, 3, 4)]


def test_between_two_work_blocks_the_recovery_is_taken() -> None:
    session = Session((Block(2, (run(400), rest(90))), Block(2, (run(200), rest(30)))))
    assert kinds(unroll(session)) == "r-r-r-r"
    assert between(session) == [Between.REPS, Between.BLOCKS, Between.REPS]
    assert places(session) == [(1, 1, 1), (1, 1, 2), (2, 1, 1), (2, 1, 2)]


def test_a_ladder_of_single_reps_is_one_block() -> None:
    session = Session((run(200), rest(60), run(400), rest(60), run(600)))
    assert places(session) == [(1, 1, 1), (1, 1, 2), (1, 1, 3)]
    assert between(session) == [Between.REPS, Between.REPS]


def test_a_warm_up_is_a_block_of_its_own() -> None:
    session = Session((run(3000, label=Label.WARM_UP), jog(200), run(400), rest(60), run(400)))
    assert places(session) == [(1, 1, 1), (2, 1, 1), (2, 1, 2)]
    assert between(session) == [Between.BLOCKS, Between.REPS]


def test_a_pair_of_reps_repeated_is_counted_in_sets_and_with_a_jog_between_in_reps() -> None:
    pair = Session((Block(2, (run(400), rest(60), run(200), rest(60))),))
    assert places(pair) == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]
    with_jog = Session((Block(2, (run(400), run(200, label=Label.JOG))),))
    assert places(with_jog) == [(1, 1, 1), (1, 1, 2), (1, 1, 3), (1, 1, 4)]


def test_an_endless_block_has_its_rounds_and_says_so() -> None:
    session = Session((Block(None, (run(200), rest(30))),))
    assert len(reps(session)) == OPEN_ROUNDS
    assert all(place.until_ended for place in unroll(session))
    assert kinds(unroll(session, 1)) == "r-"
    assert kinds(unroll(session, 3)) == "r-r-r"
    assert rep_count(session) == 1


def runs(step: Step) -> int:
    if isinstance(step, Block):
        return (step.repeat or 1) * sum(runs(inner) for inner in step.steps)
    return isinstance(step, Rep)


@given(sessions)
def test_every_rep_is_run_and_none_is_added(session: Session) -> None:
    assert len(reps(session)) == rep_count(session) == sum(runs(step) for step in session.steps)


@given(sessions)
def test_recoveries_stand_alone_and_none_ends_the_session(session: Session) -> None:
    walked = unroll(session)
    assert all(isinstance(a, RepPlace) or isinstance(b, RepPlace) for a, b in pairwise(walked))
    if walked and not session.options.keep_last_recovery:
        assert isinstance(walked[-1], RepPlace)


@given(sessions)
def test_numbers_count_on_within_their_set_sets_in_their_block_and_blocks_in_the_session(session: Session) -> None:
    found = places(session)
    assert found == sorted(found)
    for _, in_set in groupby(found, key=lambda place: place[:2]):
        numbers = [number for *_, number in in_set]
        assert numbers == list(range(1, len(numbers) + 1))
    for _, in_block in groupby(dict.fromkeys(place[:2] for place in found), key=lambda place: place[0]):
        sets = [set_ for _, set_ in in_block]
        assert sets == list(range(1, len(sets) + 1))
    blocks = list(dict.fromkeys(block for block, _, _ in found))
    assert blocks == list(range(1, len(blocks) + 1))


@pytest.mark.parametrize("repeat", [0, -1])
def test_a_block_is_run_at_least_once(repeat: int) -> None:
    with pytest.raises(ValueError, match="at least once"):
        Block(repeat, (run(200),))


def test_a_block_and_a_session_have_a_step() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Block(1, ())
    with pytest.raises(ValueError, match="at least one step"):
        Session(())


def test_the_later_of_two_recoveries_holds_even_across_the_end_of_a_block() -> None:
    session = Session((Block(1, (run(200), rest(30))), Recovery(rest(600).measure), run(200)))
    held = [place.recovery for place in unroll(session) if isinstance(place, RecoveryPlace)]
    assert held == [Recovery(rest(600).measure)]
