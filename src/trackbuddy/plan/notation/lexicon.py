"""Every word the reader understands, with its class: what coaches write, and the one spelling that the grammar knows.

A line is `word: spellings`, and behind a bar those of another language, led by its code. To add a word, add it to a
line; a test holds that no spelling stands for two words. Words joined by `_` mean something together only.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M


class Class(Enum):
    """What a word does in a session. Only words of no class may become remarks."""

    UNIT = "a unit of length"
    COUNT = "how often, and what is counted"
    LABEL = "what kind of rep"
    RECOVERY = "rest, and how it is spent"
    SCOPE = "between what a recovery stands, and starts by the clock"
    TARGET = "how fast, in numbers or by a race"
    EFFORT = "how hard, in words; shown as written"
    LINK = "ties what follows to what stands before"
    DANGER = "a choice, a condition, a change, a result, another sport: understood where it stands, or refused"
    FILLER = "changes nothing where it stands"
    HEADING = "names the session"
    PLACE = "where it is run"
    ASIDE = "done besides running, and not timed"


_LINES: Final[dict[Class, str]] = {
    Class.UNIT: """
        m
        s
        metres: metre meters meter mtr mtrs mts mt | fr mètre mètres | es metro metros | it metri
        km: kms k ks kilometre kilometres kilometer kilometers | es kilómetro kilómetros | it chilometro chilometri
        mile: miles mi mis | de meile meilen
        lap: laps | de runde runden | fr tour tours | es vuelta vueltas | it giro giri | nl ronde rondes
        quarter: quarters
        yard: yards yd yds
        sec: secs second seconds | de sek sekunde sekunden | fr seconde secondes | es segundo segundos
        sec: | it secondo secondi | es seg | nl seconden | sv sekunder
        min: mins minute minutes mn mns | de minuten | es minuto minutos | it minuti | sv minuter
        hour: hours hr hrs h | de stunde stunden | fr heure heures | es hora horas | it ora ore | nl uur
        distance: distances
        duration: | de dauer | fr durée | it durata | es duración
    """,
    Class.COUNT: """
        x: | de mal | fr fois | es veces | it volte | nl keer
        times: time
        by
        sets: set round rounds circuit circuits | fr série séries | es serie series tandas | de serien sätze
        sets: | nl reeksen
        reps: rep repeat repeats repetition repetitions interval intervals efforts runs reps. relances
        reps: | de wiederholung wiederholungen wdh | fr répétitions | es repeticiones | it ripetute ripetizioni
        lots: lot
        block: part
        blocks
        ladder
        pyramid: | fr pyramide | it piramide | es pirámide
        divided: broken divide
        break
    """,
    Class.LABEL: """
        warm-up: wu w/u warmup warm_up warming_up warm_up_run warm_up_jog
        warm-up: | de einlaufen warmlaufen | fr échauffement | es calentamiento | it riscaldamento | nl inlopen
        cool-down: wd cd c/d cooldown warmdown cool_down cooling_down warm_down cool_down_run cool_down_jog
        cool-down: | de auslaufen | fr retour_au_calme | es enfriamiento vuelta_a_la_calma
        cool-down: | it defaticamento | nl uitlopen
        stride: strides striders strider striding accelerations acceleration pickups pick_up pick_ups
        stride: | de steigerungen steigerung steigerungsläufe | it allungo allunghi | es progresivos
        hill: hills uphill uphills up_hill | fr côte côtes | it salita salite | es cuesta cuestas
        jog_run
        free_run
        run: | de lauf laufen tempoläufe | fr course courir | it corsa correre | es correr carrera | nl lopen
        running
        work
    """,
    Class.RECOVERY: """
        recovery: recoveries rec recs recov recovs recovering recoverys active_recovery recovery_reps recovery_period
        recovery: pause pauses breaks | de rekup erholung trabpausen pausen | fr récup récups récupération
        recovery: recup recups | es recuperación descanso | it recupero recuperi | nl herstel
        rest: rests resting ri standing static pausing standing_rest rest_reps rest_period | sv vila gåvila
        no-words: | it da_correre | es para_correr
        rest: | es pausa | nl pauze rust | fr repos
        jog: jogs jogging jogged jg | de traben trabpause trab trott tp | fr footing trot trotté trottée
        jog: | es trote trotando
        jog: | it corsetta corsa_lenta | nl dribbel dribbelen draven joggen | sv jogg joggvila
        walk: walks walking | de gehen gehpause gehend | fr marche marchant | es caminando andando
        walk: | it camminata camminando | nl wandel wandelen wandelpauze
        float: floats floating
        easy: ez easily gentle gently | de locker | nl rustig | fr souple lent lentement | es suave lento | it piano
        full: complete_recovery complete_rest
        open
        off
        r
        walk_back: walkback walk_back_down
        walk_down: walk_downhill
        jog_back: jogback
        jog_down: jog_back_down jog_downhill jog_down_hill jog_back_down_hill
        no-rest: no_rest no_recovery without_rest without_recovery
        straight-into: straight_into
        keep-last: keep_last_recovery
        strictly: strictly_timed
        to_start: to_the_start
    """,
    Class.SCOPE: """
        between: btw btwn b/n b/w inbetween in_between | de dazwischen zwischen | fr entre | it tra fra | nl tussen
        after: | de nach | fr après | it dopo
        within
        throughout
        everything
        each: every each_other | de jede jeder jeweils | fr chaque | es cada | it ogni | nl elke
        equal: | fr égale égal | it uguale | es igual
        equal-time: same_time equal_time time_equal
        equal-distance: same_distance equal_distance
        starting-every: starting_each leaving_each leave_each leaving_on going_each start_each go_each off_each
        starting-every: start_on starting_on go_on
        send-off: send_off sendoff
        cycle: cycles
        gos: go
        cw
    """,
    Class.TARGET: """
        pace: paces tempo-pace speed | fr allure allures | it ritmo | es ritmo
        at_pace: at_pace_of | it al_ritmo_di | es a_ritmo_de al_ritmo_de | fr à_allure
        race: races
        race_pace
        goal: goal_race race_goal target_race
        target
        half: hm halfmarathon half_marathon
        marathon
        p kp kpace mp hmp rp gp mrp gmp mgp tpace
        rhythm
        cadence
        tap
        split: splits
        faster: quicker
        slower
        better
        above
        per-mile: per_mile
        %: percent per_cent
        rpe zone z vt vo vma mas ftp lthr hrmax mhr maxhr mmol
        sprint: sprints
    """,
    Class.EFFORT: """
        hard fast slow steady steadily moderate moderately strong strongly max maximal maximum tempo lt intensity
        threshold sub-threshold brisk briskly comfortable comfortably controlled relaxed smooth smoothly quick
        quickly best effort very quite fairly sub near cruise cv vo2max critical velocity aerobic anaerobic
        progression progressive steep whatever descending lactate good medium light firm surge surges endurance
        slightly under super tt fartlek cutdown cutdowns all_out flat_out cut_down time_trial average possible
        consistent
        | de zügig schnell flott schwelle
        | fr vite rapide rapides progressif progressive seuil soutenu
        | it forte veloce medio progressivo massimo | es rápido rápida fuerte máxima máximo umbral
        | nl snel
    """,
    Class.LINK: """
        with: w/ w | de mit | fr avec | es con | sv med | nl met
        at: aiming_for aim_for aiming_at | de bei | fr à | es al
        in: | de im | fr en
        on
        of: | fr de du | it di da | nl van
        for
        to
        as
        into
        per
        than
        over
        and: | de und | fr et | it e | es y
        plus
        then: followed then_by and_then finish_with finishing_with finish_off_with end_with ending_with build_up_to
        then: | de dann danach | fr puis ensuite | es luego después | it poi e_poi | nl daarna dan
        or: | de oder | it oppure o
        is: are will_be should_be | fr est | es son
        you-get: you_ll_get you_will_get you_get
        to_the_finish
        another
        except: excluding
        but
        all
        below
        results: result
        alternating: alternate alternates alternately alternations alternation
    """,
    Class.DANGER: """
        either alternatively instead otherwise option options optional choose if unless when until till while
        whether depending rather maybe before following next finally first third fourth fifth sixth seventh eighth
        ninth tenth st nd rd th nth last final middle previous prior odd odds even evens other others beginning
        start starting end ending finish finishing apart not no never without minus less more extra additional only
        just skip omit drop twice thrice once double triple third both any same pairs pair group groups loop loops
        total increase decrease reduce add cut build descend down up from was were did ran went got actual avg
        averaged pb pr relay leg legs lbs kg bench amrap emom tabata wod kettlebell squat squats burpees lunges
        plank planks situps sit pushups push ups press pullups jumps hops bounds skips bike swim row do take include
        includes including inc incl inkl complete perform again repeating advanced beginners alternative men women
        boys girls juniors seniors sprinters milers monthly weekly
        | de ohne wenn | fr sans si | it senza se | es sin si | nl zonder als
    """,
    Class.FILLER: """
        a an the about approx approximately ca c circa around roughly ~ your his her my their our current perceived
        date normal usual rolling get nice long short active aka ie eg i.e e.g slope gradient incline base sequence
        whole this these them two les la le
    """,
    Class.HEADING: """
        session workout track main today tonight training week
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """,
    Class.PLACE: "grass road roads trail trails treadmill field pitch gravel path park",
    Class.ASIDE: "drills drill stretching stretch stretches mobility core form hydrate activation plyometrics "
    "rolling_start standing_start flying_start rolling_starts standing_starts flying_starts",
}

_BAGS: Final = frozenset({Class.EFFORT, Class.DANGER, Class.FILLER, Class.HEADING, Class.PLACE, Class.ASIDE})
"""Classes whose lines are mere words, each its own spelling."""
_CODES: Final = frozenset({"de", "fr", "es", "it", "nl", "sv"})

SPELLINGS: Final[dict[str, str]] = {}
"""Each way of writing a word -> the word the grammar knows."""
PHRASES: Final[dict[tuple[str, ...], str]] = {}
"""Words that mean something together, in dictionary spelling -> the word the grammar knows."""
CLASSES: Final[dict[str, Class]] = {}
"""Each word the grammar knows, and each bag's words -> its class. A word of two classes has the first."""


def lines() -> list[tuple[Class, str, list[str]]]:
    """Every line: its class, its word, the spellings it lists. A bag's words are lines of their own."""
    found: list[tuple[Class, str, list[str]]] = []
    for kind, text in _LINES.items():
        if kind in _BAGS:
            found += [(kind, word.replace("_", " "), []) for word in _without_codes(text)]
            continue
        for line in filter(None, map(str.strip, text.splitlines())):
            word, _, spellings = line.partition(":")
            found += [(kind, one.replace("_", " "), _without_codes(spellings)) for one in word.split()]
    return found


def _without_codes(text: str) -> list[str]:
    """The words of a line; the bars and the codes of languages behind them are left out."""
    found: list[str] = []
    for part in text.split("|"):
        words = part.split()
        found += words[1:] if words and part is not text and words[0] in _CODES else words
    return found


def _learn() -> None:
    known = lines()
    for kind, word, spellings in known:
        CLASSES.setdefault(word, kind)
        for spelling in (word, *spellings):
            if "_" not in spelling and " " not in spelling:
                SPELLINGS.setdefault(spelling, word)
    for _, word, spellings in known:
        for phrase in (word.replace(" ", "_"), *spellings):
            if "_" in phrase:
                PHRASES[tuple(SPELLINGS.get(part, part) for part in phrase.split("_"))] = word


_learn()


def of_class(*kinds: Class) -> frozenset[str]:
    """The words the grammar knows of these classes."""
    return frozenset(word for word, kind in CLASSES.items() if kind in kinds)


NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(),
        1,
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}

DISTANCES: Final = {
    "m": M,
    "metres": M,
    "km": KM_MM,
    "mile": MILE_MM,
    "lap": 400 * M,
    "quarter": 400 * M,
}
"""Millimetres of a unit. Yards are reckoned apart, being no whole number of millimetres."""

TIMES: Final = {"sec": NS, "s": NS, '"': NS, "min": MINUTE_NS, "'": MINUTE_NS, "hour": 60 * MINUTE_NS}

MODES: Final = {"rest": Mode.REST, "walk": Mode.WALK, "jog": Mode.JOG, "float": Mode.FLOAT, "easy": Mode.JOG}

OPEN_WORDS: Final = {
    "walk back": Mode.WALK,
    "walk down": Mode.WALK,
    "jog back": Mode.JOG,
    "jog down": Mode.JOG,
    "full": None,
    "open": None,
}

RACES: Final = {
    "400": RaceKey.M400,
    "800": RaceKey.M800,
    "1000": RaceKey.M1000,
    "1500": RaceKey.M1500,
    "1600": RaceKey.M1600,
    "2000": RaceKey.K2,
    "3000": RaceKey.K3,
    "3200": RaceKey.M3200,
    "5000": RaceKey.K5,
    "10000": RaceKey.K10,
}
"""A bare number, or one in metres, that is a race's distance."""

KILOMETRE_RACES: Final = {"2": RaceKey.K2, "3": RaceKey.K3, "5": RaceKey.K5, "10": RaceKey.K10}

NAMED_RACES: Final = {
    "mile": RaceKey.MILE.value,
    "half": RaceKey.HALF.value,
    "marathon": RaceKey.MARATHON.value,
    "goal": "goal",
}

LETTERS: Final = frozenset("EMTIR")
"""Daniels' training paces, told from other letters by being single and large."""

UNKNOWN_EFFORT: Final = "unknown effort"
"""What the grammar is told of a coach's own word for how hard: `6 x 40 sec G`, `@ conversational`."""
EFFORTS: Final = of_class(Class.EFFORT) | {"sprint", UNKNOWN_EFFORT}
PLACES: Final = of_class(Class.PLACE) | {"track"}
ASIDES: Final = of_class(Class.ASIDE)
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
RUNNERS: Final = frozenset("men women boys girls juniors seniors sprinters milers".split())
"""Those who run it: one name above a session is its heading, two are two sessions."""
HEADINGS: Final = of_class(Class.HEADING) | {"reps"}
"""Words that make a heading: they name the session and change nothing in it."""
NEARLY: Final = frozenset("about approx approximately ca c circa around roughly ~".split())
"""Words of nearness: the number behind them holds as it stands."""
FILLERS: Final = NEARLY | {"a", "an", "the", "of"}
OWNERS: Final = NEARLY | frozenset("your his her my their our the a an current perceived target date".split())
"""Words before a race or an effort that change nothing."""
ABBREVIATED: Final = frozenset("sec secs min mins rec recov approx ca c circa hr mi yd yds mtrs w m km".split())
"""A dot behind one of these, inside a sentence, ends no sentence: `90 sec. rest`."""
