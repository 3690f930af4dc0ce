"""Session files: what they mean, and errors that point into them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.errors import UserError
from trackbuddy.plan.notation import read
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    EveryWay,
    Label,
    Mode,
    OneTap,
    Open,
    Options,
    Recovery,
    Rep,
    SameTime,
    SendOff,
    Session,
    Start,
    Step,
    Taps,
    Timed,
    Unmeasured,
)
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, TimeTarget, TrainingTarget
from trackbuddy.storage.session_files import file_problems, parse_session_file, read_session_file, session_from_json
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M, Pace

SESSIONS = Path(__file__).parents[2] / "sessions"


def test_the_short_form() -> None:
    """Name, notation, goal and notes."""
    built = parse_session_file(
        'name = "8×200"\nsession = "8x200m @ mile, 30s rest"\ngoal = "mile 4:32"\nnotes = "Fast feet."', "x.toml"
    )
    assert built.session.name == "8×200"
    assert built.session.goal == "mile 4:32"
    assert built.session.notes == "Fast feet."
    assert built.session.steps == read("8x200m @ mile, 30s rest").session.steps


def test_written_out_steps_mean_the_same_as_the_notation() -> None:
    """Blocks, sets, targets, recoveries."""
    built = parse_session_file(
        """
        [[steps]]
        repeat = 3
        steps = [
          { repeat = 4, steps = [{ run = "200m", target = "33-35" }, { recovery = "30s rest" }] },
          { recovery = "5min" },
        ]
        """.replace('"5min"', '"5min recovery"'),
        "x.toml",
    )
    assert built.session.steps == read("3 x (4 x 200m @ 33-35, 30s rest), 5min recovery between sets").session.steps


def test_the_files_own_options_hold() -> None:
    text = """
    session = "3x1km, 4min rest"
    taps = "self"
    start = "go back"
    go = "tap after 3min"
    keep_last_recovery = true
    splits = "every 200m"
    """
    assert parse_session_file(text, "x.toml").session.options == Options(
        keep_last_recovery=True,
        tap_after_ns=3 * MINUTE_NS,
        start=Start.GO_BACK,
        taps=Taps.SELF,
        splitting=EveryWay(200 * M),
    )


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('session = "8x200m"\nseshun = 3', "2:1", "there is no field 'seshun' here; did you mean 'session'?"),
        ('name = "x"', "1:1", "the session is missing"),
        ('session = "8x200m"\nsteps = [{ run = "1km" }]', "2:1", "either session or steps"),
        ('session = "8x200m @ 34, 30s rset"', "1:29", "rset"),
        ('name = "x"\nsession = """\n8x200m @ 34,\n30s rset"""', "4:5", "rset"),
        ("session = 8", "1:1", "session must be text in quotes"),
        ("name = 2026-01-01\nsession = '1km'", "1:1", "name must be text in quotes"),
        ('session = "1km"\ngoal = "mile"', "2:1", "not a race with its time"),
        ('session = "1km"\ngoal = "mile 0:32"', "2:1", "faster than anybody"),
        ('session = "1km"\ntaps = "robot"', "2:1", "taps can't be 'robot'; it is 'coach', 'self' or 'none'"),
        ('session = "1km"\ngo = "later"', "2:1", "tap after 3min"),
        ('session = "1km"\nsplits = "every 2min"', "2:1", "every 200m"),
        ('session = "1km"\nkeep_last_recovery = "yes"', "2:1", "true or false"),
        ('steps = [{ run = "200m" }, { rum = "200m" }]', "1:28", "one of run, recovery or repeat"),
        ('steps = [{ run = "200m", recovery = "30s rest" }]', "1:26", "no field 'recovery'"),
        ('steps = [{ run = "200 elephants" }]', "1:12", "elephants"),
        ('steps = [{ repeat = 0, steps = [{ run = "1km" }] }]', "1:12", "repeat is 0"),
        ("steps = [{ repeat = 3, steps = [] }]", "1:24", "steps is empty"),
        ("steps = []", "1:1", "steps is empty"),
        ('steps = [{ recovery = "30s rest" }]', "1:10", "nothing to recover from"),
        (
            'steps = [{ run = "1km" }, { repeat = 2, steps = [{ recovery = "30s rest" }] }]',
            "1:50",
            "nothing to recover",
        ),
        ('steps = [{ run = "40s" }, { recovery = "on 0:30" }, { run = "40s" }]', "1:29", "not longer than the rep"),
        ('steps = [{ repeat = 100, steps = [{ repeat = 100, steps = [{ run = "1km" }] }] }]', "1:1", "10000 reps"),
        ('steps = [{ run = "200m", cadence = 5000 }]', "1:26", "cadence is 5000"),
        ("session = ", "1:11", "not TOML"),
        ("session = [1,\n", "1:14", "not TOML"),
    ],
)
def test_an_error_names_the_place_and_the_remedy(text: str, place: str, said: str) -> None:
    """file:line:column: and one sentence."""
    with pytest.raises(UserError) as caught:
        parse_session_file(text, "x.toml")
    assert said in caught.value.message
    assert f"{caught.value.line}:{caught.value.column}" == place
    assert str(caught.value).startswith(f"x.toml:{place}: ")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ('{"session": }', "not JSON"),
        ("[1]", "one object"),
        ('{"session": "1km", "session": "2km"}', "stands twice"),
        ('{"session": NaN}', "NaN"),
        ("[" * 100_000, "nests too deep"),
        ('{"session": "1km", "x": 1}', "no field 'x'"),
    ],
)
def test_broken_json_gets_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse_session_file(text, "x.json", json=True)


def test_every_problem_of_a_file_is_listed(tmp_path: Path) -> None:
    """Not only the first; in the order of the file."""
    path = tmp_path / "x.toml"
    path.write_text('steps = [\n{ run = "200 elephants" },\n{ recovery = "30s rset" },\n]\ngoal = "mile"\n')
    assert sorted(problem.line for problem in file_problems(path)) == [2, 3, 5]
    path.write_text('session = 8\nnme = "x"\ntaps = "robot"\n')
    assert [problem.line for problem in file_problems(path)] == [1, 2, 3]
    path.write_text('session = "8x200m"')
    assert file_problems(path) == []


@pytest.mark.parametrize("path", sorted(SESSIONS.iterdir()), ids=lambda path: path.stem)
def test_every_shipped_session_reads_and_says_what_it_trains(path: Path) -> None:
    built = read_session_file(path)
    assert built.session.name
    assert (built.session.notes or "").startswith("Trains ")
    if "goal-pace" in path.stem:
        assert built.session.goal == "mile 4:32"


# --- session JSON ---------------------------------------------------------------------------------------------------

_works = st.sampled_from([ByDistance(200 * M), ByDistance(MILE_MM), ByTime(30 * NS), ByTime(5 * MINUTE_NS)])
_targets = st.sampled_from(
    [
        None,
        TimeTarget(34 * NS, 34 * NS),
        TimeTarget(33 * NS, 35 * NS),
        PaceTarget(Pace(185 * NS, KM_MM), Pace(185 * NS, KM_MM)),
        RaceTarget("mile"),
        RaceTarget("goal"),
        TrainingTarget("I"),
        EffortTarget("hard"),
    ]
)
_reps = st.builds(
    Rep,
    _works,
    _targets,
    st.sampled_from([None, *Label]),
    st.sampled_from([None, 180]),
    st.sampled_from([None, "a note"]),
) | st.just(Rep(Unmeasured(), label=Label.WARM_UP))
_recoveries = st.sampled_from(
    [
        Recovery(Timed(30 * NS), Mode.REST),
        Recovery(Timed(90 * NS, way_mm=200 * M), Mode.JOG),
        Recovery(Covered(200 * M), Mode.JOG),
        Recovery(Open()),
        Recovery(Open("walk back"), Mode.WALK),
        Recovery(SameTime(), Mode.JOG),
        Recovery(SendOff(20 * MINUTE_NS)),
    ]
)
_steps: st.SearchStrategy[Step] = st.recursive(
    _reps | _recoveries,
    lambda inner: st.builds(
        Block,
        st.none() | st.integers(1, 3),
        st.tuples(_reps, st.lists(inner, max_size=3)).map(lambda parts: (parts[0], *parts[1])),
    ),
    max_leaves=5,
)
_options = st.builds(
    Options,
    st.booleans(),
    st.none() | st.just(3 * MINUTE_NS),
    st.none() | st.sampled_from(Start),
    st.none() | st.sampled_from(Taps),
    st.none() | st.just(OneTap()) | st.just(EveryWay(200 * M)),
)
_sessions = st.builds(
    Session,
    st.lists(_steps, max_size=3).map(lambda steps: (Rep(ByDistance(1000 * M)), *steps)),
    st.none() | st.text(min_size=1, max_size=20),
    st.none() | st.just("mile 4:32"),
    st.none() | st.text(min_size=1, max_size=20),
    _options,
)


@given(_sessions)
def test_a_session_goes_through_json_and_back(session: Session) -> None:
    """What `show --json` and a log's header hold is a session file with the same meaning."""
    data = json.loads(json.dumps(session_to_json(session)))
    assert session_from_json(data).session == session


@given(_sessions)
def test_the_json_of_a_session_is_accepted_as_a_file(session: Session) -> None:
    text = json.dumps(session_to_json(session), indent=1)
    assert parse_session_file(text, "x.json", json=True).session == session


_words = st.sampled_from(
    'session = steps [ ] { } run recovery repeat "8x200m" "30s rest" "max" 8 -1 1.5 true , \n [[steps]] target "mile" '
    'name "\\u0041" goal "mile 4:32" notes go "tap after 3min" splits # : null 2026-01-01'.split(" ")
)


def fault(action: Callable[[], object]) -> UserError | None:
    try:
        action()
    except UserError as error:
        return error
    return None


@given(st.lists(_words, max_size=25).map(" ".join) | st.text(max_size=80), st.booleans())
def test_any_text_is_a_session_or_gets_one_sentence(text: str, json_: bool) -> None:
    """Nothing but UserError ever comes out, and its place lies in the text."""
    error = fault(lambda: parse_session_file(text, "x", json=json_))
    if error is not None:
        assert "\n" not in error.message
        assert 1 <= error.line <= text.count("\n") + 2
        assert error.column >= 1


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 200)
    | st.floats()
    | st.sampled_from(["200m", "30s rest", "max", "mile", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["run", "recovery", "repeat", "steps", "target", "label", "note", "x"]), inner
        )
    ),
    max_leaves=8,
)
_fields = st.sampled_from(["session", "steps", "name", "goal", "notes", "taps", "start", "go", "splits", "oddity"])


@given(st.dictionaries(_fields, _values))
def test_any_data_is_a_session_or_gets_one_sentence(data: dict[str, object]) -> None:
    """The same for what is JSON already: types and shapes that nobody writes."""
    error = fault(lambda: session_from_json(data))
    assert error is None or "\n" not in error.message
