from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.sound.fakes import SECOND, MemoryStream

from trackbuddy.sound import tones
from trackbuddy.sound.canvas import HELD_NS, Canvas
from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import Cue, rank
from trackbuddy.sound.tones import RATE
from trackbuddy.timing.hearing import CueKind

LEAD = 120 * MS
ANCHOR = 77 * SECOND


def canvas(seconds: float = 10.0, offset_ns: int = 0) -> tuple[Canvas, MemoryStream]:
    stream = MemoryStream(round(seconds * RATE), ANCHOR)
    return Canvas(stream, LEAD, offset_ns=offset_ns), stream


def cue(after_anchor_ns: int, kind: CueKind = CueKind.COUNT) -> Cue:
    return Cue(ANCHOR + after_anchor_ns, kind)


def stretch(stream: MemoryStream, start: int, kind: CueKind) -> bytes:
    return bytes(stream.pcm[2 * start : 2 * (start + tones.frames(kind))])


def test_a_cue_is_drawn_at_its_sample_and_nowhere_else() -> None:
    drawing, stream = canvas()
    assert drawing.draw([cue(2 * SECOND), cue(3 * SECOND), cue(4 * SECOND, CueKind.GO)], ANCHOR) == []
    expected = bytearray(len(stream.pcm))
    for second, kind in ((2, CueKind.COUNT), (3, CueKind.COUNT), (4, CueKind.GO)):
        expected[2 * second * RATE : 2 * (second * RATE + tones.frames(kind))] = tones.pcm(kind)
    assert stream.pcm == expected


def test_the_same_plan_again_changes_nothing() -> None:
    drawing, stream = canvas()
    plan = [cue(2 * SECOND), cue(3 * SECOND, CueKind.GO)]
    drawing.draw(plan, ANCHOR)
    before = bytes(stream.pcm)
    for now in (0, 1 * SECOND, 1_950 * MS, 2_050 * MS, 9 * SECOND):
        assert drawing.draw(plan, ANCHOR + now) == []
        assert stream.pcm == before


def test_what_is_no_longer_planned_becomes_silence() -> None:
    drawing, stream = canvas()
    drawing.draw([cue(2 * SECOND)], ANCHOR)
    drawing.draw([], ANCHOR + 2 * SECOND - HELD_NS - MS)
    assert not any(stream.pcm)


def test_what_is_nearer_than_150_ms_stays_although_no_longer_planned() -> None:
    drawing, stream = canvas()
    drawing.draw([cue(2 * SECOND)], ANCHOR)
    drawing.draw([], ANCHOR + 2 * SECOND - HELD_NS + MS)
    assert stretch(stream, 2 * RATE, CueKind.COUNT) == tones.pcm(CueKind.COUNT)


def test_a_cue_nearer_than_the_lead_is_late_and_not_drawn() -> None:
    drawing, stream = canvas()
    late = cue(2 * SECOND)
    assert drawing.draw([late], ANCHOR + 2 * SECOND - LEAD) == [late]
    assert not any(stream.pcm)
    just = cue(4 * SECOND)
    assert drawing.draw([just], ANCHOR + 4 * SECOND - LEAD - MS) == []
    assert stream.heard() == [4 * RATE]


def test_the_answer_to_a_tap_has_time_to_be_drawn() -> None:
    drawing, _ = canvas()
    tap = ANCHOR + SECOND
    answer = Cue(tap + 150 * MS, CueKind.TAP)
    assert drawing.draw([answer], tap + 20 * MS) == []


def test_of_two_cues_at_one_instant_the_higher_rank_sounds() -> None:
    for plan in ([CueKind.TAP, CueKind.BELL], [CueKind.BELL, CueKind.TAP]):
        drawing, stream = canvas()
        assert drawing.draw([cue(2 * SECOND, kind) for kind in plan], ANCHOR) == []
        assert stretch(stream, 2 * RATE, CueKind.BELL) == tones.pcm(CueKind.BELL)


def test_a_held_cue_gives_way_to_a_higher_one_at_its_instant() -> None:
    drawing, stream = canvas()
    drawing.draw([cue(2 * SECOND, CueKind.TAP)], ANCHOR)
    drawing.draw([cue(2 * SECOND, CueKind.BELL)], ANCHOR + 2 * SECOND - 140 * MS)
    assert stretch(stream, 2 * RATE, CueKind.BELL) == tones.pcm(CueKind.BELL)
    drawing.draw([cue(2 * SECOND, CueKind.TAP)], ANCHOR + 2 * SECOND - 135 * MS)
    assert stretch(stream, 2 * RATE, CueKind.BELL) == tones.pcm(CueKind.BELL)


def test_tones_that_overlap_are_both_heard_and_come_apart_again() -> None:
    drawing, stream = canvas()
    go, tap = cue(2 * SECOND, CueKind.GO), cue(2_300 * MS, CueKind.TAP)
    drawing.draw([go], ANCHOR)
    alone = bytes(stream.pcm)
    drawing.draw([go, tap], ANCHOR)
    middle = slice(2 * (2 * RATE + 300 * 48), 2 * (2 * RATE + 360 * 48))
    assert bytes(stream.pcm[middle]) == tones.mixed(alone[middle], tones.pcm(CueKind.TAP))
    drawing.draw([go], ANCHOR)
    assert stream.pcm == alone


def test_the_offset_moves_every_cue_forward() -> None:
    drawing, stream = canvas(offset_ns=200 * MS)
    drawing.draw([cue(2 * SECOND), cue(3 * SECOND, CueKind.GO)], ANCHOR)
    assert stream.heard() == [2 * RATE - 9600, 3 * RATE - 9600]


def test_with_a_slow_speaker_an_answer_comes_as_early_as_it_can() -> None:
    drawing, stream = canvas(offset_ns=200 * MS)
    tap = SECOND
    answer, count = cue(tap + 150 * MS, CueKind.TAP), cue(tap + 150 * MS + MS)
    assert drawing.draw([answer, count], ANCHOR + tap) == [count]
    assert stream.heard() == [RATE + RATE * LEAD // SECOND + 1]
    before = bytes(stream.pcm)
    drawing.draw([answer], ANCHOR + tap + 30 * MS)
    assert stream.pcm == before


def test_a_cue_that_does_not_fit_before_the_end_waits_for_the_next_canvas() -> None:
    drawing, stream = canvas(seconds=3)
    assert drawing.draw([cue(2_800 * MS, CueKind.GO), cue(5 * SECOND)], ANCHOR) == []
    assert not any(stream.pcm)


def test_the_end_of_the_last_sound_is_known() -> None:
    drawing, _ = canvas()
    assert drawing.last_sound_ns() == ANCHOR
    drawing.draw([cue(2 * SECOND, CueKind.GO)], ANCHOR)
    assert drawing.last_sound_ns() == ANCHOR + 2_600 * MS
    assert drawing.last_sound_ns(ANCHOR + SECOND) == ANCHOR
    assert drawing.end_ns == ANCHOR + 10 * SECOND


def test_forgetting_keeps_a_tone_that_still_sounds_whole() -> None:
    drawing, stream = canvas()
    drawing.draw([cue(SECOND), cue(2 * SECOND, CueKind.GO)], ANCHOR)
    drawing.forget(ANCHOR + 2_300 * MS)
    assert stream.heard() == [2 * RATE]
    assert stretch(stream, 2 * RATE, CueKind.GO) == tones.pcm(CueKind.GO)
    assert len(drawing.drawn) == 1


CUES = st.builds(
    cue,
    st.integers(0, 5_500).map(lambda ms: ms * MS),
    st.sampled_from([CueKind.COUNT, CueKind.GO, CueKind.TAP, CueKind.LEFT_30, CueKind.METRONOME]),
)
STEPS = st.lists(st.tuples(st.integers(0, 900), st.lists(CUES, max_size=6)), min_size=1, max_size=6)


@given(STEPS, st.sampled_from([0, 37 * MS]))
def test_after_any_plans_exactly_the_last_lies_ahead(steps: list[tuple[int, list[Cue]]], offset_ns: int) -> None:
    drawing, stream = canvas(seconds=6, offset_ns=offset_ns)
    now = ANCHOR
    for later_ms, plan in steps:
        before, now = drawing.drawn, now + later_ms * MS
        late = drawing.draw(plan, now)
        held = (now + HELD_NS - ANCHOR) * RATE // SECOND
        ahead = {c for c, start in drawing.drawn.items() if start >= held}
        assert ahead <= set(plan), "nothing that isn't planned"
        begun = {c: start for c, start in before.items() if start < held}
        assert {c.at_ns for c in begun} <= {c.at_ns for c in drawing.drawn}, "what is near stays"
        for c in plan:
            best = max((o for o in plan if o.at_ns == c.at_ns), key=lambda o: rank(o.kind))
            fits = (c.at_ns - offset_ns - ANCHOR) * RATE // SECOND + tones.frames(c.kind) <= 6 * RATE
            reachable = c.at_ns - offset_ns >= now + HELD_NS + MS
            if c == best and fits and reachable:
                assert c in drawing.drawn, "everything planned that can be had"
            assert not (c in late and c in drawing.drawn)
    assert bytes(stream.pcm) == composed(drawing)


def composed(drawing: Canvas) -> bytes:
    """The whole memory made afresh from the list of cues."""
    whole = bytearray(len(drawing.stream.pcm))
    in_order = sorted((start, c.kind) for c, start in drawing.drawn.items())
    for start, kind in in_order:
        place = slice(2 * start, 2 * (start + tones.frames(kind)))
        whole[place] = tones.mixed(bytes(whole[place]), tones.pcm(kind))
    return bytes(whole)


@given(st.lists(st.integers(0, 8_000), min_size=2, max_size=8, unique=True))
def test_the_distance_between_two_cues_is_exact_to_the_sample(at_ms: list[int]) -> None:
    drawing, _ = canvas(seconds=12)
    drawing.draw([cue((1_000 + ms) * MS) for ms in at_ms], ANCHOR)
    places = sorted((c.at_ns, start) for c, start in drawing.drawn.items())
    for (first_ns, first), (second_ns, second) in pairwise(places):
        assert abs((second - first) * SECOND - (second_ns - first_ns) * RATE) < SECOND
