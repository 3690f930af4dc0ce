"""The vocabulary: what coaches write, and the one spelling of each word that the grammar knows.

Every word the reader understands stands here. A word that doesn't is never passed over: it makes the text refused.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M

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

LABELS: Final = frozenset({"warm-up", "cool-down", "stride", "hill"})

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

EFFORTS: Final = frozenset(
    """
    hard fast slow steady steadily moderate moderately strong strongly max maximal maximum sprint tempo threshold lt
    sub-threshold brisk briskly comfortable comfortably controlled relaxed smooth smoothly quick quickly best effort
    very quite fairly sub near cruise cv vo2max critical velocity intensity aerobic anaerobic progression progressive
    steep whatever descending lactate good medium light firm surge endurance zügig schnell locker vite  slightly
    under super tt fartlek cutdown cutdowns
    """.split()
)
"""Words that say how hard, and nothing that could be counted."""

SPELLINGS: Final[dict[str, str]] = {}
"""Each way of writing a word -> the word the grammar knows."""


def _spell(word: str, spellings: str) -> None:
    for spelling in [word, *spellings.split()]:
        SPELLINGS[spelling] = word


_spell("metres", "metre meters meter mtr mtrs mts mt")
_spell("km", "kms k ks kilometre kilometres kilometer kilometers")
_spell("mile", "miles mi mis meile meilen")
_spell("lap", "laps")
_spell("quarter", "quarters")
_spell("yard", "yards yd yds")
_spell("sec", "secs second seconds sek sekunden sekunder")
_spell("min", "mins minute minutes mn mns minuten minuter")
_spell("hour", "hours hr hrs h")
_spell(
    "recovery",
    "recoveries rec recs recov recovs recovering récup récups récupération recup recups pause pauses "
    "breaks rekup erholung recoverys",
)
_spell("rest", "rests resting ri standing static pausing vila")
_spell("jog", "jogs jogging jogged trot traben trabpause trab footing trott tp")
_spell("walk", "walks walking gehen gehpause marche")
_spell("float", "floats floating")
_spell("easy", "ez easily gentle gently")
_spell("sets", "set série séries serie series serien round rounds circuit circuits")
_spell("reps", "rep repeat repeats repetition repetitions intervals interval efforts runs reps. wiederholungen")
_spell("lots", "lot")
_spell("with", "w/ w mit avec med")
_spell("at", "bei à")
_spell("between", "entre btw btwn b/n b/w inbetween dazwischen")
_spell("times", "time")
_spell("warm-up", "échauffement einlaufen wu w/u warmup")
_spell("cool-down", "auslaufen cd c/d cooldown warmdown warm-down")
_spell("stride", "strides striders strider accelerations acceleration steigerungen")
_spell("hill", "hills uphill uphills")
_spell("then", "followed")
_spell("pace", "paces tempo-pace speed")
_spell("race", "races")
_spell("faster", "quicker")
_spell("mile-race", "")
_spell("half", "hm halfmarathon")
_spell("each", "every")
_spell("sprint", "sprints")
_spell("split", "splits")
_spell("results", "result")
_spell("divided", "broken divide")

PHRASES: Final[dict[tuple[str, ...], str]] = {
    ("warm", "up"): "warm-up",
    ("warming", "up"): "warm-up",
    ("cool", "down"): "cool-down",
    ("cooling", "down"): "cool-down",
    ("warm", "down"): "cool-down",
    ("retour", "au", "calme"): "cool-down",
    ("up", "hill"): "hill",
    ("cut", "down"): "cut down",
    ("walk", "back"): "walk back",
    ("walkback",): "walk back",
    ("jogback",): "jog back",
    ("walk", "back", "down"): "walk back",
    ("walk", "down"): "walk down",
    ("jog", "back"): "jog back",
    ("jog", "back", "down"): "jog down",
    ("jog", "down"): "jog down",
    ("jog", "downhill"): "jog down",
    ("walk", "downhill"): "walk down",
    ("active", "recovery"): "recovery",
    ("to", "the", "finish"): "to the finish",
    ("to", "start"): "to start",
    ("to", "the", "start"): "to start",
    ("you", "ll", "get"): "you-get",
    ("rest", "reps"): "rest",
    ("recovery", "reps"): "recovery",
    ("rest", "period"): "rest",
    ("recovery", "period"): "recovery",
    ("complete", "recovery"): "full",
    ("complete", "rest"): "full",
    ("in", "between"): "between",
    ("all", "out"): "all out",
    ("flat", "out"): "flat out",
    ("then", "by"): "then",
    ("and", "then"): "then",
    ("half", "marathon"): "half",
    ("straight", "into"): "straight-into",
    ("no", "rest"): "no-rest",
    ("no", "recovery"): "no-rest",
    ("without", "rest"): "no-rest",
    ("without", "recovery"): "no-rest",
    ("keep", "last", "recovery"): "keep-last",
    ("starting", "each"): "starting-every",
    ("leaving", "each"): "starting-every",
    ("leave", "each"): "starting-every",
    ("leaving", "on"): "starting-every",
    ("going", "each"): "starting-every",
    ("start", "each"): "starting-every",
    ("go", "each"): "starting-every",
    ("off", "each"): "starting-every",
    ("send", "off"): "send-off",
    ("sendoff",): "send-off",
    ("goal", "race"): "goal",
    ("race", "goal"): "goal",
    ("target", "race"): "goal",
    ("per", "mile"): "per-mile",
    ("strictly", "timed"): "strictly",
    ("jog", "run"): "jog run",
    ("same", "times"): "equal-time",
    ("same", "distance"): "equal-distance",
    ("equal", "times"): "equal-time",
    ("equal", "distance"): "equal-distance",
    ("time", "equal"): "equal-time",
    ("times", "trial"): "time trial",
    ("race", "pace"): "race pace",
    ("each", "other"): "each-other",
    ("you", "will", "get"): "you-get",
    ("you", "get"): "you-get",
}
"""Words that mean something together, in dictionary spelling."""

ABBREVIATED: Final = frozenset("sec secs min mins rec recov approx ca hr mi yd yds mtrs w".split())
"""A dot behind one of these, inside a sentence, ends no sentence: `90 sec. rest`."""

FILLERS: Final = frozenset("a an the of about approx approximately ca circa around roughly ~".split())

OWNERS: Final = frozenset(
    "your his her my their our the a an about around approx approximately roughly ca circa ~ current".split()
)
"""Words before a race or an effort that change nothing."""

_SLIPS: Final = {"ml": "mi", "mls": "miles", "mtr": "metres", "jg": "jog", "rst": "rest", "pce": "pace"}


def suggestion(word: str) -> str | None:
    """The word that was probably meant, for one that isn't in the vocabulary."""
    if word in SPELLINGS or word in EFFORTS or len(word) > 20:
        return None
    if word in _SLIPS:
        return _SLIPS[word]
    near = get_close_matches(word, SPELLINGS, n=1, cutoff=0.8) if len(word) > 3 else []
    return near[0] if near else None


DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)

HEADINGS: Final = (
    frozenset("session workout track main today tonight training warmup intervals interval reps speed week".split())
    | DAYS
)
"""Words that make a heading: they name the session and change nothing in it."""

PLACES: Final = frozenset("track grass road roads trail trails treadmill field pitch gravel path park".split())
