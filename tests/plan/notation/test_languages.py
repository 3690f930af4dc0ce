"""The shorthand of other languages, and of coaches who write fields, frames and speeds."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read

SAME = {
    # German
    "3 x 6 x 200 m in 32, 60 s Pause, 5 min Serienpause": (
        "3 x (6 x 200m @ 32, 60s recovery), 5min recovery between sets"
    ),
    "2 Sätze à 5 x 200 m, 200 m TP, 5 min Satzpause": "2 x (5 x 200m, 200m jog), 5min recovery between sets",
    "5 x 1000 m Zeit 3:30, TP 400 m": "5 x 1000m @ 3:30, 400m jog",
    "Einlaufen Zeit: 10 min, 8 x 400er, 400 m Trab": "10min warm-up; 8 x 400m, 400m jog",
    "6 x 1000 m im 3:40er Schnitt, 2 min Gehpause": "6 x 1000m @ 3:40/km, 2min walk",
    "zehn mal 400 m, 60 bis 90 s Pause": "10 x 400m, 60-90s recovery",
    # French
    "10 x 300 m rec. 1'": "10 x 300m, 60s recovery",
    "2 blocs de 8 x 30/30, récup 3'": "2 x (8 x 30s @ hard, 30s jog), 3min recovery between sets",
    '2 à 3 séries de 10 x 30" / 30", 3\' récup entre les séries': (
        "2 x (10 x 30s @ hard, 30s jog), 3min recovery between sets"
    ),
    "8 à 10 x 400 VMA, r=1' à 1'30": "8 x 400m @ VMA, 60-90s recovery",
    "3 x 1500 m allure semi, récup 2'": "3 x 1500m @ half, 2min recovery",
    "6 x 400 à 105% de VMA, 45 » de récup": "6 x 400m @ 105% de VMA, 45s recovery",
    # Spanish
    "6 x 1000 a ritmo 10k, 2 min de descanso": "6 x 1000m @ 10k, 2min recovery",
    "5km de calentamiento + 4km a 4:50/km + 2,5km de vuelta a la calma": (
        "5km warm-up; 4000m @ 4:50/km; 2500m cool-down"
    ),
    "Velocidad: 10 x 200 m, rec 200 m trote": "(note: Velocidad) 10 x 200m, 200m jog",
    "8 series de 1000 metros a 4:30 el kilómetro, 2 min de descanso entre ellas": "8 x 1000m @ 4:30/km, 2min recovery",
    "5 series de 100 metros a tope, descanso 1 min": "5 x 100m @ tope, 60s recovery",
    "5 x 3 a 4 min, 2 min trote": "5 x 3-4min, 2min jog",
    # Italian
    "4 x 400 a 60, 3 min da fermo": "4 x 400m @ 60, 3min rest",
    "10 x 400 a 1'20 rec 1'": "10 x 400m @ 80, 60s recovery",
    "5 x 1000 m ritmo medio, recupero 3' da fermo": "5 x 1000m @ ritmo medio, 3min rest",
    # Dutch
    "8 x 400 m P 2 min": "8 x 400m, 2min recovery",
    "6 x 800m rec.2'": "6 x 800m, 2min recovery",
    "3*1000 a 3'15''/3'20'' rec. 4', 3*400 in 1'16''": (
        "3 x 1000m @ 3:15-3:20, 4min recovery; 3 x 400m @ 76, open recovery"
    ),
    "6 x 400, 200 m en footing léger": "6 x 400m, 200m jog",
    "5 x 800 m in Tempo 3:53 / 200 m traben": "5 x 800m @ 3:53/km, 200m jog",
    # fields, frames, speeds
    "Track or grass - 5 x 3min with 2min recovery": "(note: Track or grass) 5 x 3min, 2min recovery",
    "Pyramid 1-2-1 mins off half time recovery": (
        "(note: Pyramid) 60s, 30s recovery; 2min, 60s recovery; 60s, 30s recovery"
    ),
    "3 x 2 miles at HM pace (3 mins)": "3 x 2 miles @ half, 3min recovery",
    "Speed work: 12×200m hard with 200m jog.": "(note: Speed work) 12 x 200m @ hard, 200m jog",
    "12x800m on 3:00 (w/ 2:54/800)": "12 x 800m @ 2:54/800, on 3:00",
    "100 x2, 200 x2, 100 x 2\n100 metre recoveries": (
        "2 x 100m, 100m recovery; 2 x 200m, 100m recovery; 2 x 100m, 100m recovery"
    ),
    "6 x 400 at 85-90% of race pace, 60s rest": "6 x 400m @ 85-90% of race pace, 60s rest",
    "6 x 400 at fast but controlled effort, 60s rest": "6 x 400m @ fast but controlled effort, 60s rest",
    "6 x 400m on grass or trail, 60s rest": "6 x 400m (note: on grass or trail), 60s rest",
    "4 x 600m, 4 x 300m\n2 min rest\nIntensity: 600m at 1500m pace, 300m at 800m pace": (
        "4 x 600m @ 1500, 2min rest; 4 x 300m @ 800, 2min rest"
    ),
    "300m @ 400m pace (600m/5min jog recovery), 150m": "300m @ 400, 600m jog in 5min; 150m",
    "10 x 200m s:30 r:2min": "10 x 200m @ 30, 2min recovery",
    "2 x 8 x 20/40 R3'": "2 x (8 x 20s @ hard, 40s jog), 3min recovery between sets",
    "6 x 3 min @ 16 km/h, 2 min easy": "6 x 3min @ 3:45/km, 2min jog",
    "6 x 800m @ 10-12 mph, 2 min jog": "6 x 800m @ 5:00-6:00/mile, 2min jog",
    "12 x 400. I want 2 sets of 6 x 400.": "2 x (6 x 400m)",
    "2 x (8 x 75s on/45s off), 3 min rest at the end of each 8": "2 x (8 x 75s, 45s recovery), 3min rest between sets",
    "1000-600-400, jog half the distance": "1000m, 500m jog; 600m, 300m jog; 400m, 200m jog",
    "6 x 3 min, jog half the time": "6 x 3min, 90s jog",
    "16 x 200m, between 400 & 800m pace": "16 x 200m @ 400-800",
    "I want 6 x 800 with 2 min rest": "(note: I want) 6 x 800m, 2min rest",
    "The intervals will be 400-800-400.": "(note: The intervals will be) 400m, 800m, 400m",
    "Do the following 3 times: 400, 300, 200 with 60s rest": ("3 x (400m, 60s rest; 300m, 60s rest; 200m, 60s rest)"),
    "Track 800s. 6 x 800m, 2 min rec": "(note: Track 800s) 6 x 800m, 2min recovery",
    "Canal loop: 5 x 600m, 2 min jog": "(note: Canal loop) 5 x 600m, 2min jog",
    "(6 x 150, 250 walk) twice": "2 x (6 x 150m, 250m walk)",
    "1 mile @ 10k, 400m jog. Repeat 2 more times.": "3 x 1 mile @ 10k, 400m jog",
    "eight 400s with a lap jog": "8 x 400m, 400m jog",
    "2 mile warmup and then 6 400s, 60s rest": "2 miles warm-up; 6 x 400m, 60s rest",
    "20'WU, 3 x 8'SS (2'R), 20'WD": "20min warm-up; 3 x 8min @ SS, 2min recovery; 20min cool-down",
    "4 x 150m (> 75%), 50m walk": "4 x 150m @ > 75%, 50m walk",
    "Warm up – 1k\n400, 800, 400": "1000m warm-up; 400m; 800m; 400m",
    "400, 800, 400 with 60s, 90s, 60s rest, resp.": "400m, 60s rest; 800m, 90s rest; 400m, 60s rest",
    "8 x 400m. The recovery was 60 seconds.": "8 x 400m, 60s recovery",
    "3x4000 con 3\nminutos de recuperación": "3 x 4000m, 3min recovery",
}


@pytest.mark.parametrize("text", SAME)
def test_it_is_read_like_its_plain_spelling(text: str) -> None:
    found = read(text)
    assert found.canonical == SAME[text]
    assert read(found.canonical).session == found.session


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400m, 60s Pause, die letzten 2 schnell",
        "8 x 400 m, récup 1', dernière à fond",
        "6 ou 8 x 400 m, récup 1'",
        "8 x 400 m, 60 s Pause außer nach 4",
        "400m, 800m, 400m, 800m, 800m twice",
        "6 x 800m, 2 min rest, then 45s rest: 400m",
        "12 x 400. I want 2 sets of 6 x 200.",
        "6 x 800, rest half the time",
    ],
)
def test_words_of_order_and_choice_are_refused_in_any_language(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "4 min @ 10k, 4 min @ 5k (1 min rest) REPEAT",
            (
                "2 x (4 min @ 10k, 4 min @ 5k (1 min rest))",
                "2 x (4 min @ 10k, open recovery, 4 min @ 5k (1 min rest))",
            ),
        ),
        (
            "10 min warm-up, 30 min steady incl. 4 x 1 min hard, 90s jog",
            (
                "10 min warm-up, 30 min steady, then 4 x 1 min hard, 90s jog",
                "10 min warm-up, (note: 30 min steady) 4 x 1 min hard, 90s jog",
            ),
        ),
        ("9 x 2 min hard/easy", ("9 x (2 min hard, 2 min easy)",)),
        ("6 x 2 min on/off", ("6 x (2 min hard, 2 min easy)", "3 x (2 min hard, 2 min easy)")),
        ("6-8 x 2 min on/off", ()),
        ("8 x 1k, 10k and 5k pace in turn", ("4 x (1k @ 10k, 1k @ 5k)", "8 x (1k @ 10k, 1k @ 5k)")),
        ("2 x (6 x 400) 1' / 3'", ("2 x (6 x 400) r=1' / 3'",)),
        ("4 x (400-200), 45s / 4min", ("4 x (400-200), r=45s / 4min",)),
        ("4 x (400-200) 4' / 45s", ()),
        ("6 x 400 (hard) 45s / 4min", ()),
        ("400 x 8 60s rest", ("8 x 400m 60s rest",)),
        (
            "8 x 1k alternating 10k and MP",
            ("4 x (1k @ 10k, 1k @ marathon)", "8 x (1k @ 10k, 1k @ marathon)"),
        ),
    ],
)
def test_what_is_asked_is_offered(text: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.readings == readings


def test_the_way_up_and_down_in_french() -> None:
    assert read("9 x 70 s en montée (redescente en trottinant)").canonical == "9 x 70s hill, jog down recovery"
