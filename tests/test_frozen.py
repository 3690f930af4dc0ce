"""The quick dataclass is the library's in all that is used of it."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from trackbuddy import frozen

Decorator = Callable[..., Callable[[type], type]]


def classes(dataclass: Decorator) -> tuple[Any, Any, Any]:
    """The same three, made by either."""

    @dataclass(frozen=True, slots=True)
    class Rep:
        """A rep."""

        metres: int
        laps: tuple[int, ...] = ()
        notes: dict[str, str] = dataclasses.field(default_factory=dict)

        def __post_init__(self) -> None:
            if self.metres < 0:
                raise ValueError("nobody runs back")

        @property
        def kilometres(self) -> float:
            return self.metres / 1000

    @dataclass(frozen=True, slots=True)
    class Rest:
        metres: int
        laps: tuple[int, ...] = ()
        notes: str = ""

        def __str__(self) -> str:
            return "a rest"

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No members."""

    return Rep, Rest, Nothing


BOTH = pytest.mark.parametrize(
    "made", [classes(dataclasses.dataclass), classes(frozen.dataclass)], ids=["library", "own"]
)


@BOTH
def test_it_is_built_and_read(made: tuple[Any, Any, Any]) -> None:
    rep_of, rest_of, nothing_of = made
    rep = rep_of(400, notes={"a": "b"})
    assert (rep.metres, rep.laps, rep.notes, rep.kilometres) == (400, (), {"a": "b"}, 0.4)
    assert rep_of(400).notes == {}
    assert rep_of(400).notes is not rep_of(400).notes
    assert repr(rep).endswith("Rep(metres=400, laps=(), notes={'a': 'b'})")
    assert repr(nothing_of()).endswith("Nothing()")
    assert str(rest_of(1)) == "a rest"
    assert rep_of.__doc__ == "A rep."
    assert list(inspect.signature(rep_of).parameters) == ["metres", "laps", "notes"]
    assert not hasattr(rep, "__dict__")


@BOTH
@pytest.mark.parametrize(
    "arguments", [((), {}), ((1, (), {}, 4), {}), ((1,), {"speed": 3}), ((1,), {"metres": 3})], ids=str
)
def test_what_does_not_fit_is_refused_with_the_name_of_the_class(made: tuple[Any, Any, Any], arguments: Any) -> None:
    positional, named = arguments
    with pytest.raises(TypeError, match=r"Rep.__init__\(\)"):
        made[0](*positional, **named)
    with pytest.raises(ValueError, match="nobody runs back"):
        made[0](-1)


@BOTH
def test_it_is_frozen(made: tuple[Any, Any, Any]) -> None:
    rep = made[0](400)
    for name in ("metres", "speed"):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):  # the library's own fault for a strange name
            setattr(rep, name, 800)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del rep.metres
    assert rep.metres == 400


@BOTH
def test_equal_is_the_same_class_with_equal_members(made: tuple[Any, Any, Any]) -> None:
    rep_of, rest_of, nothing_of = made
    assert rest_of(400) == rest_of(400)
    assert hash(rest_of(400)) == hash(rest_of(400))
    assert rest_of(400) != rest_of(401)
    assert nothing_of() == nothing_of()
    assert hash(nothing_of()) == hash(nothing_of())
    assert rep_of(400, (), {}) != rest_of(400, (), {})
    assert rest_of(400) != (400, (), "")
    assert {rest_of(1), rest_of(1), rest_of(2)} == {rest_of(1), rest_of(2)}
    with pytest.raises(TypeError, match="unhashable"):
        hash(rep_of(400))


@BOTH
def test_what_the_library_does_with_dataclasses_works(made: tuple[Any, Any, Any]) -> None:
    rep_of, rest_of, _ = made
    rep = rep_of(400, (1, 2))
    assert dataclasses.is_dataclass(made[0])
    assert [field.name for field in dataclasses.fields(rep_of)] == ["metres", "laps", "notes"]
    assert dataclasses.replace(rep, metres=800) == rep_of(800, (1, 2))
    assert dataclasses.asdict(rest_of(400)) == {"metres": 400, "laps": (), "notes": ""}
    assert copy.copy(rep) == copy.deepcopy(rep) == rep
    match rep:
        case rep_of(metres, laps=(_, second)):
            assert (metres, second) == (400, 2)
        case _:
            pytest.fail("no match")


@BOTH
def test_pydantic_reads_it(made: tuple[Any, Any, Any]) -> None:
    adapter = TypeAdapter(made[1])
    assert adapter.validate_python({"metres": 400}) == made[1](400)
    with pytest.raises(ValidationError):
        adapter.validate_python({"metres": "far"})


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """By name, as a pickle needs it."""

    metres: int


def test_it_is_pickled() -> None:
    assert pickle.loads(pickle.dumps(Kept(400))) == Kept(400)


@pytest.mark.parametrize(
    "how", [{"frozen": False, "slots": True}, {"frozen": True}, {"frozen": True, "slots": True, "eq": False}]
)
def test_another_kind_is_the_librarys_affair(how: dict[str, bool]) -> None:
    with pytest.raises((AssertionError, TypeError)):
        frozen.dataclass(**how)
