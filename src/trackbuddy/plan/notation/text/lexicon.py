"""The lexicon: each spelling of `words` with the one word that the grammar knows for it, and the words of a kind."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.text.words import LINES, Class
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M

_BAGS: Final = frozenset({Class.EFFORT, Class.DANGER, Class.HEADING, Class.PLACE, Class.ASIDE})
"""Classes whose lines are mere words, each its own spelling."""

SPELLINGS: Final[dict[str, str]] = {}
"""Each way of writing a word -> the word the grammar knows."""
PHRASES: Final[dict[tuple[str, ...], str]] = {}
"""Words that mean something together, in dictionary spelling -> the word the grammar knows.

Those of other languages are listed as they are written, for in dictionary spelling `da correre` is an `of run`.
"""
CLASSES: Final[dict[str, Class]] = {}
"""Each word the grammar knows, and each bag's words -> its class. A word of two classes has the first."""


TONGUES: Final[dict[str, set[str]]] = {}
"""Each spelling that stands behind a bar -> the codes of the languages it is of."""


def lines() -> list[tuple[Class, str, list[str]]]:
    """Every line: its class, its word, the spellings it lists. A bag's words are lines of their own."""
    found: list[tuple[Class, str, list[str]]] = []
    for kind, text in LINES.items():
        for line in filter(None, map(str.strip, text.splitlines())):
            word, _, spellings = line.partition(":")
            if kind in _BAGS:
                found += [(kind, one.replace("_", " "), []) for one in _listed(line)]
            else:
                found += [(kind, one.replace("_", " "), _listed(spellings)) for one in word.split()]
    return found


def _listed(text: str) -> list[str]:
    """The words of a line; those behind a bar are of the language whose code leads them."""
    own, *foreign = text.split("|")
    found = own.split()
    for code, *words in map(str.split, foreign):
        found += words
        for word in words:
            TONGUES.setdefault(word, set()).add(code)
    return found


def _learn() -> None:
    known = lines()
    for kind, word, spellings in known:
        CLASSES.setdefault(word, kind)
        for spelling in (word, *spellings):
            if "_" not in spelling and " " not in spelling:
                SPELLINGS.setdefault(spelling, word)
    for kind, word, spellings in known:
        for phrase in (word.replace(" ", "_"), *spellings):
            if "_" in phrase and (kind is not Class.OTHERWISE or phrase in spellings):
                parts = phrase.split("_")
                PHRASES[tuple(parts if phrase in TONGUES else (SPELLINGS.get(part, part) for part in parts))] = word


_learn()


def of_class(*kinds: Class) -> frozenset[str]:
    """The words the grammar knows of these classes."""
    return frozenset(word for word, kind in CLASSES.items() if kind in kinds)


NUMBERS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        1,
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
for _list in (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn",
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince dieciséis",
    "- tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici",
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
):
    NUMBERS.update({word: number for number, word in enumerate(_list.split(), 2) if word != "-"})
for _list in (
    "zwanzig dreißig vierzig fünfzig sechzig",
    "vingt trente quarante cinquante soixante",
    "veinte treinta cuarenta cincuenta sesenta",
    "venti trenta quaranta cinquanta sessanta",
    "twintig dertig veertig vijftig zestig",
):
    NUMBERS.update({word: 10 * number for number, word in enumerate(_list.split(), 2)})
NUMBERS.update({"neunzig": 90, "noventa": 90, "novanta": 90, "negentig": 90})
NUMBERS.update(fünfundvierzig=45, quarantacinque=45, vijfenveertig=45)

HALF: Final = frozenset("demi demie medio media mezzo mezza".split())
"""What `and` adds to a minute: `une minute et demie`."""

DISTANCES: Final = {
    "m": M,
    "metres": M,
    "km": KM_MM,
    "mile": MILE_MM,
    "lap": 400 * M,
    "half-lap": 200 * M,
    "quarter": 400 * M,
    "thousand": KM_MM,
}
"""Millimetres of a unit. Yards are reckoned apart, being no whole number of millimetres."""

TIMES: Final = {"sec": NS, "s": NS, '"': NS, "min": MINUTE_NS, "'": MINUTE_NS, "hour": 60 * MINUTE_NS}

UNITS: Final = frozenset({*DISTANCES, *TIMES, "yard"})

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
AGAIN: Final = frozenset({"again", "as before", "same as before", "the same as before", "as above"})
REPEATING: Final = frozenset(
    "repeat repeated wiederholen wiederholt répéter répétez répété repetir repite repetido ripetere ripetuto "
    "ripetuti herhalen herhaald".split()
)
"""The verb among the spellings of `reps`: with a number it counts what stood before."""
TOTALS: Final = {"all told", "in all", "all in", "in total"} | frozenset(
    "total altogether gesamt insgesamt insg gesamtdistanz gesamtstrecke totale totaal".split()
)
"""Words for what something comes to: `9 km in all`, `3 times in total`."""
EVERY: Final = frozenset("every alle cada ogni elke iedere".split())
"""The spellings of `each` and `all` that begin a send-off before a time: `every 2 min`, `cada 2 min`."""
CLOSING: Final = frozenset("finally lastly finalement finalmente schließlich tenslotte".split()) | {
    *("last of all", "at the end", "at the very end"),
}
"""The spellings of `then` that begin what comes last: a rest behind them stands between no reps."""
PLACES: Final = of_class(Class.PLACE) | {"track"}
ASIDES: Final = of_class(Class.ASIDE)
LAST, HALFWAY, ODD, EVEN = 0, -1, -2, -3
ORDINALS: Final = {
    word: number
    for number, word in enumerate("last first second third fourth fifth sixth seventh eighth ninth tenth".split())
} | {"odd": ODD, "odds": ODD, "even": EVEN, "evens": EVEN}
GRANTING: Final = frozenset("take taking took have having get getting grab grabbing allow allowing".split())
"""Verbs of which a length is the recovery: `take 2 min`, `have 90s`."""
FRAMES: Final = frozenset(
    "i we you an try you'll we'll we're want will do run complete perform the your our a to be is are was were of "
    "distances intervals i-want start-with beforehand session workout main work pyramid ladder following today tonight "
    "today's tonight's have had ran did managed".split()
) | {"to start"}
"""Words that lead up to a session at its beginning: `We will do`, `The distances of the intervals will be`."""
MONTHS: Final = (
    "january jan february feb march mar april apr may june jun july jul august aug september sept sep "
    "october oct november nov december dec"
).split()
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
DAYTIMES: Final = frozenset("morning afternoon evening night lunchtime".split())
RUNNERS: Final = frozenset("men women boys girls juniors seniors sprinters milers".split())
"""Those who run it: one name above a session is its heading, two are two sessions."""
HEADINGS: Final = of_class(Class.HEADING) | {"reps"}
"""Words that make a heading: they name the session and change nothing in it."""
SOFT: Final = frozenset({Class.EFFORT, Class.FILLER, Class.HEADING, Class.PLACE, Class.ASIDE})
PREPOSITIONS: Final = frozenset("with at in on of for to as and into by".split())
"""May stand inside a remark that is a sentence or a bracket of its own, or lead in one that ends its piece."""
WHEREABOUTS: Final = frozenset(
    "round around along up down by over at from of on in into near past through across".split()
)
"""Lead in the place where something is run: `round the lake`, `up Mill Lane`."""
OVAL: Final = frozenset("track oval stadium".split())
"""A lap of one of these is a lap; that of a lake has a length nobody knows."""
OF_THE_OVAL: Final = frozenset(
    "straight straights bend bends curve curves turn turns corner corners diagonal diagonals side sides stretch "
    "backstretch homestretch backstraight length lengths width widths post posts pole poles cone cones infield".split()
)
"""A part of a lap: how it is run may be an order, as in `hard down the straights, easy round the bends`."""
NEARLY: Final = frozenset("about approx approximately ca c circa around roughly ~".split())
"""Words of nearness: the number behind them holds as it stands."""
FILLERS: Final = NEARLY | {"a", "an", "the", "of", "another"}
OWNERS: Final = NEARLY | frozenset("your his her my their our the a an current perceived target date".split())
"""Words before a race or an effort that change nothing."""
ABBREVIATED: Final = frozenset(
    "sec secs min mins rec recov approx ca c circa hr mi yd yds mtrs w m km incl inkl inc"
    " dazw échauf échauff echauf".split()
)
"""A dot behind one of these, inside a sentence, ends no sentence: `90 sec. rest`."""
