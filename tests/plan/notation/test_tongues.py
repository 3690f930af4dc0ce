"""Sessions as coaches of five languages write them: what could be taken for another session, and whole lines."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read

SAME = {
    "7 volte i 400 in 1'30, recupero 100 m di trotto": "7 x 400m @ 90, 100m jog",
    "5 allunghi da 80 m, 80 m di trotto tra l'uno e l'altro": "5 x 80m stride, 80m jog",
    "6 x 1k a sensazione, 90s corsetta": "6 x 1000m @ a sensazione, 90s jog",
    "6 x 500 m r=90 s\nFooting de fin 12 min": "6 x 500m, 90s recovery; 12min cool-down",
    "3 x 12 min an der Schwelle, 3 min Trab": "3 x 12min @ an der Schwelle, 3min jog",
    "4 x 1.000 m descanso 3 minutos": "4 x 1000m, 3min recovery",
    "5 x 1.200 a ritmo gara, recupero 3'": "5 x 1200m @ goal, 3min recovery",
    "5 x 300 m r=1'. 8' footing lent pour finir": "5 x 300m, 60s recovery; 8min cool-down",
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
    # counts, lengths and kinds
    "5 x 1 000 m, récup 2'": "5 x 1000m, 2min recovery",
    "2 000 m, 4 x 1 200 m": "2000m; 4 x 1200m",
    '10 x 30"-30"': "10 x 30s @ hard, 30s jog",
    "2x8x30″-30″": "2 x (8 x 30s @ hard, 30s jog)",
    "allunghi 4x100m": "4 x 100m stride",
    "fartlek 10 x 1' forte 1' piano": "10 x 60s @ fartlek forte, 60s jog",
    "Ripetute 6x1000 rec. 2'": "(note: Ripetute) 6 x 1000m, 2min recovery",
    "Intervalltraining 6 x 1000 m, 2 min Trabpause": "(note: Intervalltraining) 6 x 1000m, 2min jog",
    "6 x 300 m in 55, das Ganze 2 mal": "2 x (6 x 300m @ 55)",
    "30 sec à 95% puis 30 sec récup, le tout répété 10 fois": "10 x 30s @ 95%, 30s recovery",
    # efforts and paces
    "3 series de 10 minutos a umbral con 2 minutos de descanso entre series": "3 x 10min @ umbral, 2min recovery",
    "5 x 1 km im 10-km-Tempo, 400 m Trabpause": "5 x 1000m @ 10k, 400m jog",
    "5 x 800 m op 10 km tempo, 2 min wandelpauze": "5 x 800m @ 10k, 2min walk",
    "3 x 3000 m im Marathontempo, 1000 m Trabpause": "3 x 3000m @ marathon, 1000m jog",
    "3 km di corsa media a 4'10\"/km": "3000m @ 4:10/km",
    "10 x 300m, chaque 300m doit être parcouru en 1'10\" avec 1' de récup entre": "10 x 300m @ 70, 60s recovery",
    "3 x 400m + 3 x 300m, each 400m in 75, 2 min rest between everything": (
        "3 x 400m @ 75, 2min rest; 3 x 300m, 2min rest"
    ),
    "6 x 1000 m in 4:20 pro km, P 3 Min": "6 x 1000m @ 4:20/km, 3min recovery",
    "5 x 1000 m @ 4:00 je km, 2 min Pause": "5 x 1000m @ 4:00/km, 2min recovery",
    "Fahrtspiel 8 x 1 Min, 1 Min locker": "8 x 60s @ Fahrtspiel, 60s jog",
    # what is run around the reps
    "rueda 3 km cómodo, 8 x 400 m, 1 min parado": "3000m jog run @ easy; 8 x 400m, 60s rest",
    "calentar 15 min, 6 x 1000 m rec 2 min, enfriar 10 min": (
        "15min warm-up; 6 x 1000m, 2min recovery; 10min cool-down"
    ),
    "On trottine 12 minutes, puis 9 fois 250 m, récup 1 min, on termine par 10 minutes lentes": (
        "12min jog run; 9 x 250m, 60s recovery; 10min jog run @ easy"
    ),
    "3 km lenti, 5 x 1000 rec 3', 2 km lenti": "3000m jog run @ easy; 5 x 1000m, 3min recovery; 2000m jog run @ easy",
    "40 min de footing dont 6 lignes droites": "40min jog run; 6 x stride",
    # recoveries
    "6 x 3 min, halbe Belastungszeit Trabpause": "6 x 3min, 90s jog",
    "6 x 3 min, half the rep time jog": "6 x 3min, 90s jog",
    "2x3000m, P 3Min, danach SP 6Min, 6x300m, P 90Sek": (
        "2 x 3000m, 3min recovery; 6min recovery between blocks; 6 x 300m, 90s recovery"
    ),
    "2x2mn, Récup : 1mn – Avant la suite : 3mn\n4x1mn – Récup : 30s": (
        "2 x 2min, 60s recovery; 3min recovery between blocks; 4 x 60s, 30s recovery"
    ),
    "3 x (4 x 300 m, P 1 Min), SP 4 Min": "3 x (4 x 300m, 60s recovery), 4min recovery between sets",
    "8 x 400 m, halbe Runde Trab": "8 x 400m, 200m jog",
    "8 x 400, media vuelta trotando": "8 x 400m, 200m jog",
    "8 x 400 m, un demi-tour trot": "8 x 400m, 200m jog",
    "8 x 400, mezzo giro di corsetta": "8 x 400m, 200m jog",
    "8 x 400, halve ronde dribbelen": "8 x 400m, 200m jog",
    "8 x 400 m, une minute et demie de récup": "8 x 400m, 90s recovery",
    "8 x 400, un minuto y medio de descanso": "8 x 400m, 90s recovery",
    "8 x 400 m, récup = temps d'effort": "8 x 400m, equal time recovery",
    "8 x 400, descanso igual al tiempo de la serie": "8 x 400m, equal time recovery",
    "4 x 400 m, gleich lange Trabpause": "4 x 400m, equal time jog",
    "10 x 100 m en côte, retour trot": "10 x 100m hill, jog back recovery",
    "2 séries de 400-300-200 r: 1' R: 4'": "2 x (400m, 60s recovery; 300m, 60s recovery; 200m, 4min recovery)",
    "5 series de 100 metros a tope descansando un minuto entre serie y serie": "5 x 100m @ tope, 60s recovery",
    "6 x 400, recupero 2' tra una prova e l'altra": "6 x 400m, 2min recovery",
    "3 x 1000 m con recupero 400 m di corsa": "3 x 1000m, 400m jog",
    "8 x 400 m mit 400 m lockerem Laufen": "8 x 400m, 400m jog",
    "8 x 400 m, Pause 400 m laufen": "8 x 400m, 400m jog",
    "10x300 en 54''-55'' rec 1'30''": "10 x 300m @ 54-55, 90s recovery",
    "4x2000m in 7:20 (3:40/km) 3 min Trabpause": "4 x 2000m @ 7:20, 3min jog",
    "3 x 8 x 30-30 R3'": "3 x (8 x 30s @ hard, 30s jog), 3min recovery between sets",
    "Series 6 x 400 rec 1'": "(note: Series) 6 x 400m, 60s recovery",
    "6 x 2 min, récup moitié du temps d'effort": "6 x 2min, 60s recovery",
    "400-400-300-300 récup 2'": "400m, 2min recovery; 400m, 2min recovery; 300m, 2min recovery; 300m, 2min recovery",
    # send-offs
    "10 x 400m départ 2'30": "10 x 400m, on 2:30",
    "10 x 200 m départ toutes les 2 min": "10 x 200m, on 2:00",
    "10 x 200 cada 2 min": "10 x 200m, on 2:00",
    "10 x 200 ogni 2 min": "10 x 200m, on 2:00",
    "10 x 200 m om de 2 min": "10 x 200m, on 2:00",
    # what stands around
    "Nach 15 min Einlaufen 6 x 800 m mit 2 min Trabpause": "15min warm-up; 6 x 800m, 2min jog",
    "Dopo 15 minuti di riscaldamento, 5 x 1000 m con 2 minuti di recupero": "15min warm-up; 5 x 1000m, 2min recovery",
    "50’ corsa continua .. 10 ripetute di 100m": "50min jog run; 10 x 100m",
    "4×400 metri di ripetute a ritmo gara con 2 minuti di recupero": "4 x 400m @ goal, 2min recovery",
    "8 x 400m's, 60s rest": "8 x 400m, 60s rest",
    "Échauffement : 2 km. Séance : 6 x 800 m. Récupération : 2 min. Retour au calme : 1 km.": (
        "2000m warm-up; 6 x 800m, 2min recovery; 1000m cool-down; (note: Séance)"
    ),
    "1h15 footing": "75min jog run",
    "ca. 6 x 400, 60 s Pause": "6 x 400m, 60s recovery",
    "30' rodaje + 6 x 100 rectas rec 100 m andando": "30min jog run; 6 x 100m stride, 100m walk",
    "20 min d'échauffement, 5 x 3 min (récupération 1 min 30 trottée), 10 min de retour au calme": (
        "20min warm-up; 5 x 3min, 90s jog; 10min cool-down"
    ),
    "3 x 2000 m in Tempo 03:51 / 500 m traben, 9 – 13 km Gesamtdistanz.": (
        "3 x 2000m @ 3:51/km (note: 9 – 13 km Gesamtdistanz), 500m jog"
    ),
    "Inlopen 2 km, loopscholing, 4 x 2000 m in 8:00, pauze 3 minuten": (
        "2000m warm-up (note: loopscholing); 4 x 2000m @ 8:00, 3min rest"
    ),
    "15 min inlopen, 8 x 400 m (P = 200 m dribbel), 10 min uitlopen": (
        "15min warm-up; 8 x 400m, 200m jog; 10min cool-down"
    ),
    "1-mile warmup; 20-min tempo run, 1-mile cool- down.": "1 mile warm-up; 20min @ tempo; 1 mile cool-down",
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


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400 m, récup moitié du temps d'effort",
        "8 x 400 m, Pause halb so lang",
        "4 x 1000 m bis zur Erschöpfung",
        "maximal 6 x 400, 60 s Pause",
        "massimo 8 x 400 rec 1'",
        "nicht 6 x 400",
        "au moins 6 x 400, 60s récup",
        "hasta 10 x 200, 1' rec",
        "fino a 10 x 200 rec 1'",
        "minimaal 6 x 400, 1 min rust",
        "8 x 400 of 10 x 300, 60s rust",
        "6 o 8 x 400 rec 1'",
        "8 x 400 rec 1' las dos últimas a tope",
        "10 x 400 m, 60 s Pause, jeder zweite schnell",
        "6 x 400 menos la última",
    ],
)
def test_bounds_choices_and_parts_are_refused_in_any_language(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize("text", ["1h10 dont 40 min tranquilles puis 2 x 15 min à allure semi, récup 3 min"])
def test_what_is_some_of_a_run_is_not_offered_behind_it(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.readings == ("(note: 1h10) " + text.removeprefix("1h10 dont "),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 x 2.000 a 4'20\" al km (rec. 2'30\" da fermo)", "5 x 2000m @ 4:20/km, 2:30 rest"),
        ("6 x 800 tra 2'56\" e 3'00\", rec. 2'", "6 x 800m @ 2:56-3:00, 2min recovery"),
        ("8 x 80 m allunghi, recupero 120 m al passo", "8 x 80m stride, 120m walk"),
        ("6 x 300m a tutta, 3' rec", "6 x 300m @ a tutta, 3min recovery"),
        (
            "Aufwärmen: 12 min traben, Intervalle: 5 x 90 sek flott, Pause jeweils 90 sek gehen",
            "12min warm-up; 5 x 90s @ flott, 90s walk; (note: Intervalle)",
        ),
    ],
)
def test_paces_walks_and_headings_in_other_languages(text: str, meant: str) -> None:
    assert read(text).canonical == meant


def test_a_warm_up_in_short_has_its_length() -> None:
    text = "Échauff. 15' footing\n6 x 800 m, r = 2'\nRAC 8' tranquille"
    assert read(text).canonical == "15min warm-up; 6 x 800m, 2min recovery; 8min cool-down"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8 prove sui 300 in 60, recupero 1'", "8 x 300m @ 60, 60s recovery"),
        ("8 x 90 m en bosse, on redescend en marchant", "8 x 90m hill, walk down recovery"),
        ("6 x 400 m, r 1', 10' footing", "6 x 400m, 60s recovery; 10min jog run"),
        ("6 x 400 rec 1', 12 min trote", "6 x 400m, 60s recovery; 12min jog run"),
        ("8 x 90 in progressione, rec 1'", "8 x 90m @ progressione, 60s recovery"),
    ],
)
def test_words_around_the_reps_in_other_languages(text: str, meant: str) -> None:
    assert read(text).canonical == meant
    assert read(meant).canonical == meant


def test_a_jog_as_long_as_the_rest_before_it_is_no_run() -> None:
    for text in ("6 x 400m rec 60s, 3 min jog", "3 x 1 mile rec 2 min, 5 min jog, 6 x 200"):
        with pytest.raises(Refusal):
            read(text)
