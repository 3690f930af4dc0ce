"""Sessions as coaches of five languages write them: what could be taken for another session, and whole lines."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read

SAME = {
    "4 x 1.000 m descanso 3 minutos": "4 x 1000m, 3min recovery",
    "4 x 1.200m rest 3 min": "4 x 1200m, 3min rest",
    "10x400m in 90 sec, dazwischen jeweils 400m locker traben": "10 x 400m @ 90, 400m jog",
    "12 x 400 m, dazwischen 200 m Trab": "12 x 400m, 200m jog",
    "8 x 400 m, tussendoor 200 m dribbelen": "8 x 400m, 200m jog",
    "10 x 400m, in between 400m jog": "10 x 400m, 400m jog",
    "10 x 400m, 2 min in between each 400m": "10 x 400m, 2min recovery",
    "10 x 400m, 2 min in between the 400s": "10 x 400m, 2min recovery",
    "8 x 500 m con recupero di 200 m di corsa lenta": "8 x 500m, 200m jog",
    "13 x 200 da correre in 48″ con recupero di 100 mt in 50″": "13 x 200m @ 48, 100m recovery in 50s",
    "8 x 400, descanso de 90 segundos entre cada una": "8 x 400m, 90s recovery",
}


@pytest.mark.parametrize("text", SAME)
def test_it_is_read_like_its_plain_spelling(text: str) -> None:
    found = read(text)
    assert found.canonical == SAME[text]
    assert read(found.canonical).session == found.session


@pytest.mark.parametrize("text", ["8 x 400m, between 400m jog", "8 x 400m, after each 400m walk"])
def test_a_length_between_the_reps_and_a_jog_is_asked_about(text: str) -> None:
    with pytest.raises(Refusal, match="could be that of the reps or of the recovery") as refused:
        read(text)
    assert refused.value.readings[0].startswith("8 x 400m, 400m ")
