"""Words and turns of coaches beyond the commonest, each read like its plain spelling."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import refusal

from trackbuddy.plan.notation import Refusal, read

SAME = {
    "9 x 200m, exactly 45 seconds to get your breath back": "9 x 200m, 45s recovery",
    "2 x (4 x 350m), short rest between reps, a longer break after each set": "2 x (4 x 350m, open rest)",
    "2 x (4 x 350m), 60s rest, longer between sets": "2 x (4 x 350m, 60s rest)",
    "* 5 x 700m, 85%\n* Walk 80s after each\n* Keep the splits even": (
        "5 x 700m @ 85%, 80s walk; (note: Keep the splits even)"
    ),
    "3 x 9 min, 2 min jog. Hold your form to the end.": "3 x 9min, 2min jog; (note: Hold your form to the end)",
    "5 x 700m, 2 min jog, muddy field (flat if you can)": "5 x 700m (note: muddy field; flat if you can), 2min jog",
    "5 x 350m, 80s rest – treat it like a race": ("5 x 350m (note: treat it like a race), 80s rest"),
    "6k @ 4:00/km, finish w/ 5 strides over 90m": "6km @ 4:00/km; 5 x 90m stride",
    "5 x 70m strides, building to 85%": "5 x 70m stride @ building to 85%",
    "6 x 350m @ REP w/ 350m walk": "6 x 350m @ REP, 350m walk",
    "Track 1ks. 4 x 1km, recoveries 80s": "(note: Track 1ks) 4 x 1000m, 80s recovery",
    "5 x 1k, 90s jog\n3 into it, 2 with the wind behind you": (
        "5 x 1000m, 90s jog; (note: 3 into it, 2 with the wind behind you)"
    ),
    "4 x 600 (2 uphill and 2 downhill), 90s jog": "4 x 600m (note: 2 uphill and 2 downhill), 90s jog",
    "Easy jog 9 min to warm up\nHills – 7 x 50s strong up, walk down": (
        "9min warm-up; 7 x 50s hill @ strong, walk down recovery; (note: Hills –)"
    ),
    "2k wu, then 20 min steady climb (about 6%)": "2000m warm-up; 20min hill (note: about 6%)",
    "EL 2 km, 4 x 700 m, TP 80 s, AL 2 km": "2000m warm-up; 4 x 700m, 80s jog; 2000m cool-down",
    "5 x 700m (= goal pace), 80s rest": "5 x 700m (note: = goal pace), 80s rest",
    "5 reps of 700 m @ I, jog 2 min (= 23-27 min)": "5 x 700m @ I (note: = 23-27 min), 2min jog",
    "Going down: 700, 500, 80s jog": "(note: Going down) 700m, 80s jog; 500m, 80s jog",
    "One pyramid: 100m, 500m, 500m, 100m; rest 60s, 45s, 30s": (
        "(note: One pyramid) 100m, 60s rest; 500m, 45s rest; 500m, 30s rest; 100m"
    ),
    "Long tempo is 3 x (3 x 2k, 80s jog), 4 min jog between sets": (
        "(note: Long tempo is) 3 x (3 x 2000m, 80s jog), 4min jog between sets"
    ),
    "3 x (700-900-700) alternating 100s at 17-21-17-etc.": (
        "3 x (700m, 900m, 700m) (note: alternating 100s at 17-21-17-etc.)"
    ),
    "5 x 350, 2 x 900. We jogged 100m after the 350s, 400m after the 900s and took 3 min between blocks": (
        "5 x 350m, 100m jog; 3min recovery between blocks; 2 x 900m, 400m recovery"
    ),
    "2k (x4), 2 min jog": "4 x 2000m, 2min jog",
    "300m x 7 reps x 2 sets, 60s rest between reps": "2 x (7 x 300m, 60s rest)",
    "I-pace: 6 x 700m @ 3k, 2 min jog": "(note: I pace) 6 x 700m @ 3k, 2min jog",
    "Alternating 8km: 1km MP, 1km easy": "4 x (1000m @ marathon, no rest; 1000m @ easy, no rest)",
    "2k wu; 7 x 4 min, walk 80s; 9 mins jog or walk to finish": "2000m warm-up; 7 x 4min, 80s walk; 9min cool-down",
    "7 x 4 min, 80s walk; 9 min walk or very light jog": "7 x 4min, 80s walk; 9min cool-down",
    "6 x 1 mile, 5 min jog or walk": "6 x 1 mile, 5min jog",
    "500, 700, 500 (metres)": "500m, 700m, 500m",
    "5 x 500m, 200m jog. Run them at 5k pace": "5 x 500m @ 5k, 200m jog",
    "5 x 500m, 200m jog. Run each rep at 5k pace.": "5 x 500m @ 5k, 200m jog",
    "5 x 500m, 200m jog. Run each 500 in 1:40": "5 x 500m @ 1:40, 200m jog",
    "5 x 500m, 200m jog\nRun the 500s in 1:40": "5 x 500m @ 1:40, 200m jog",
    "5 rounds — 2 min hard, 1 min walk": "5 x 2min @ hard, 60s walk",
    "3 sets x (4 x 300m, 60s rest), 4 min between sets": "3 x (4 x 300m, 60s rest), 4min recovery between sets",
    "4 x 60m strides\nThe session:\n5 x 500m, 90s jog": (
        "4 x 60m stride, open recovery; 5 x 500m, 90s jog; (note: The session)"
    ),
    "5 x 500m today, 90s jog, stay loose": "5 x 500m (note: today; stay loose), 90s jog",
    "5 x 500m, walk or very light jog 200m": "5 x 500m, 200m walk",
    "5 x 1k threshold, 60s jog, then a few strides": "5 x 1000m @ threshold, 60s jog; strides, open recovery",
    "5 x 8 min just below threshold, 2 min jog": "5 x 8min @ just below threshold, 2min jog",
    "5 x 8 min slightly above LT2, 2 min jog": "5 x 8min @ slightly above LT2, 2min jog",
    "9 x 200m, 45s rest apiece": "9 x 200m, 45s rest",
    "9 x 200m, 45s recovery following each": "9 x 200m, 45s recovery",
    "9 x 200m off a measly 25 seconds": "9 x 200m, 25s recovery",
    "4 x 1k @ 10k\n3 x 200m quicker than that": "4 x 1000m @ 10k; 3 x 200m @ quicker than that",
    "5 x 600m (no faster), 2 min jog": "5 x 600m (note: no faster), 2min jog",
    "8 x 400m, 1 min 30 rest": "8 x 400m, 90s rest",
    "MS: 8 x 400m, 90s rest": "(note: MS) 8 x 400m, 90s rest",
    "4k @ 85% → 2k @ 95% → 1k @ 100%": "4000m @ 85%; 2000m @ 95%; 1000m @ 100%",
    "5 x 300m, 60s rest - hard each one": "5 x 300m @ hard each one, 60s rest",
    "5 rounds — 300m, 90s rest": "5 x 300m, 90s rest",
    "7 strides × 80m, walk back": "7 x 80m stride, walk back recovery",
    "brisk walk 8 min, then 7 x 90s run, 2 min walk": "8min warm-up @ brisk; 7 x 90s, 2min walk",
    "6 min walk\n7 x 90s run, 2 min walk\n6 min walk to cool down": "6min warm-up; 7 x 90s, 2min walk; 6min cool-down",
    "700m @ 3k, 2 min rest, 700m again @ 3k": "700m @ 3k, 2min rest; 700m @ 3k (note: again)",
    "7 x 150m flat out, completely rested each time": "7 x 150m @ flat out, full recovery",
    "7 x 150m, get your breath back each time": "7 x 150m, full recovery",
    "7 x 2 min somewhere between 3k and 5k pace, 60s jog": "7 x 2min @ 3k-5k, 60s jog",
    "7 x 10s hard, a new one every 60s, so 50s rest": "7 x 10s @ hard (note: so 50s rest), on 1:00",
    "Run this twice through, 4 min walk after the first go: 5 min @ 10k, 3 min @ 5k, 90s jog": (
        "2 x (5min @ 10k, 90s jog; 3min @ 5k, 4min walk)"
    ),
    "(500, 700, 500) m, 2 min jog": "500m, 2min jog; 700m, 2min jog; 500m, 2min jog",
    "3 x (5, 3, 1) min, 1 min jog": "3 x (5min, 60s jog; 3min, 60s jog; 60s, 60s jog)",
    "5 x 70m build-ups, walk back": "5 x 70m stride, walk back recovery",
    "6 x 1 min 30, 60s rest": "6 x 90s, 60s rest",
    "5 x 1000m, rec. 2 min": "5 x 1000m, 2min recovery",
    "six 800m reps with half lap recoveries": "6 x 800m, 200m recovery",
    "6 half miles w/ 2 min jog": "6 x 804.672m, 2min jog",
    "8 x 400m with 90 secs recovery on the track": "8 x 400m (note: on the track), 90s recovery",
    "3 x 1200m\n3 x 400m\n2 min recovery throughout": "3 x 1200m, 2min recovery; 3 x 400m, 2min recovery",
    "400, 800, 400 - each with a 400 recovery": "400m, 400m recovery; 800m, 400m recovery; 400m, 400m recovery",
    "3 x 1200m, 3 x 800m (all off 2 mins)": "3 x 1200m, 2min recovery; 3 x 800m, 2min recovery",
    "6x400m with a rolling 200m jog": "6 x 400m, 200m jog",
    "8 x 3 minutes at 5K effort with 2 minutes easy running in between": "8 x 3min @ 5k, 2min jog",
    "6 x 800m, recovery equal to work time": "6 x 800m, equal time recovery",
    "2 x 20 min runs at MP (marathon pace) (90 sec rest between)": "2 x 20min @ marathon, 90s rest",
    "3 x 300m @ 800m pace, full recovery (6-8 mins)": "3 x 300m @ 800, 6-8min recovery",
    "5 x 1.000m in 3:53/km mit je 400m Trabpause": "5 x 1000m @ 3:53/km, 400m jog",
    "10 x 400m in 1:23 mit 400m TP": "10 x 400m @ 83, 400m jog",
    "10 x 200 m, vila 30 s": "10 x 200m, 30s rest",
    "5 x 1000m à 95% VMA récup 2min": "5 x 1000m @ 95% VMA, 2min recovery",
    "Échauffement 20 min, 8 x 400 r=1'30, retour au calme 10 min": (
        "20min warm-up; 8 x 400m, 90s recovery; 10min cool-down"
    ),
    "10 x 2 mins up hill with jog down": "10 x 2min hill, jog down recovery",
    "6 x 600m with a send off of 3:30": "6 x 600m, on 3:30",
    "16 x 100m on the minute": "16 x 100m, on 1:00",
    "4 x 800m cut down, 2 min rest": "4 x 800m @ cut down, 2min rest",
    "4 x 800m cutdown, 2 min rest": "4 x 800m @ cutdown, 2min rest",
    "6 x 400 (2 @ 75, 2 @ 73, 2 @ 71), 60s rest": (
        "2 x 400m @ 75, 60s rest; 2 x 400m @ 73, 60s rest; 2 x 400m @ 71, 60s rest"
    ),
    "6 x 400 as 2 @ 75, 2 @ 73, 2 @ 71, 60s rest": (
        "2 x 400m @ 75, 60s rest; 2 x 400m @ 73, 60s rest; 2 x 400m @ 71, 60s rest"
    ),
    "Yasso 800s: 10 x 800m in 3:10 with 3:10 jog": "(note: Yasso 800s) 10 x 800m @ 3:10, 3:10 jog",
    "Mona fartlek: 2 x 90s, 4 x 60s\nequal float recovery": (
        "(note: Mona fartlek) 2 x 90s, equal time float; 4 x 60s, equal time float"
    ),
    "Fartlek: 6 x 2 mins hard, 1 min easy": "(note: Fartlek) 6 x 2min @ hard, 60s jog",
    "Tonight's session: 12 x 400m off 60 seconds": "(note: Tonight's session) 12 x 400m, 60s recovery",
    "Tonight's session is 12 x 400m with 60 seconds rest": "(note: Tonight's session is) 12 x 400m, 60s rest",
    "1600, 1200, 800, 400 off 2 min": (
        "1600m, 2min recovery; 1200m, 2min recovery; 800m, 2min recovery; 400m, 2min recovery"
    ),
    "5 x 800m\nRecovery: 2-3 minutes\nCooldown: 1 mile": "5 x 800m, 2-3min recovery; 1 mile cool-down",
    "3 x 800m, 90 seconds rest between these": "3 x 800m, 90s rest",
    "2 x 800 10 seconds per mile above 5k pace, 90s jog": "2 x 800m @ 5k+10s/mile, 90s jog",
    "8x400 5k pace, 1:00 rest": "8 x 400m @ 5k, 60s rest",
    "6 x 800, 5k to 3k pace - 2:00 jog": "6 x 800m @ 5k-3k, 2min jog",
    "8 x 400m, 90s rest, 1 mile to finish off": "8 x 400m, 90s rest; 1 mile",
    "4 x 400m, 60s rest, then another 800m to finish off": "4 x 400m, 60s rest; 800m",
    "8 x 400, 60s rest in spikes": "8 x 400m (note: in spikes), 60s rest",
    "3 sets of 4 x 400 with 90 sec recovery and a 5 minute break between each set": (
        "3 x (4 x 400m, 90s recovery), 5min recovery between sets"
    ),
    "8 x 400m with 3 min to recover": "8 x 400m, 3min recovery",
    "8 x 400, 90 seconds recovery back to the start": "8 x 400m, 90s recovery",
    "8 x 400m, 60s rest after each effort": "8 x 400m, 60s rest",
    "8 x 200m, with 90 seconds to cover 200m between efforts": "8 x 200m, 200m recovery in 90s",
    "5 or 6 x 800m, 90s rest": "5 x 800m, 90s rest",
    "Warm up for 15 to 20 minutes\n6 x 400m, 60s rest": "15-20min warm-up; 6 x 400m, 60s rest",
    "Easy warm up, 6 x 400m, 60s rest, easy cool down": "warm-up; 6 x 400m, 60s rest; cool-down",
    "5 x 800m in 3 min 30 sec each with a 5-minute rest in between": "5 x 800m @ 3:30, 5min rest",
    "Run – 3 x 800m, 60s rest": "(note: Run) 3 x 800m, 60s rest",
    "Try 6 x 400m, 60s rest": "(note: Try) 6 x 400m, 60s rest",
    "4 sets of this: 400m, 200m jog, 200m, 60s rest": "4 x (400m, 200m jog; 200m, 60s rest)",
    "6 x 400m should be done at 75, 60s rest": "6 x 400m @ 75, 60s rest",
    "5 x 1k loops with 1 min rest": "5 x 1000m, 60s rest",
    "1 - 7 x 300m, 60s rest\n2 - 3 x 500m, 90s rest": "7 x 300m, 60s rest; 3 x 500m, 90s rest",
    "1: 300m\n2: 500m\n3: 300m": "300m, 500m, 300m",
    "2 - 3 x 500m": "2 x 500m",
    "Set 1\n4 x 400m, 60s rest\n2 minutes rest\nSet 2\n4 x 200m, 60s rest": (
        "(note: Set 1) 4 x 400m, 60s rest; 2min rest between blocks; 4 x 200m, 60s rest; (note: Set 2)"
    ),
    "2 x (4 x 200m, 60s rest), 1 full lap (400m) jog between the first and second set": (
        "2 x (4 x 200m, 60s rest), 400m jog between sets"
    ),
    "10 min easy, 5 x (1 min hard 1 min easy), 10 min easy": (
        "10min jog run @ easy; 5 x 60s @ hard, 60s jog; 10min jog run @ easy"
    ),
}


@pytest.mark.parametrize("text", SAME, ids=lambda text: text[:50])
def test_it_means_the_same_as_its_plain_spelling(text: str) -> None:
    assert read(text).canonical == SAME[text]


@pytest.mark.parametrize(
    "text",
    [
        "6 x 400m at sub 75, 60s rest",
        "Meet at 7. 8 x 400m, 60s rest",
        "6 x 800m (2:30, 2:28) 2 min rest",
        "5 x 700m, 3 min jog, 4 longer",
        "5 x 700m, if you can 6",
        "5 x 700m, 3 out and 3 back",
        "5 x 700m, 5 back",
        "8 x 200, alternating 200s fast and easy",
        "8 x 400, every other 400 hard",
        "5 x 700m (= recovery), 80s rest",
        "5 x 700m (6%)",
        "The recovery is 3 x 200m",
        "5 x 700m. Keep the last one easy.",
        "5 x 700m. Keep each split faster.",
        "5 x 700m to breathe",
        "4 strides over 3 km",
        "6 x 350m, jog over 2 min",
        "6 x 400, 100m jog per km",
        "60s, 50s, 40s and down again",
        "3 x 1k, 5 x 300 with 1 min and 2 min rest",
        "3 x 1k, 3 x 300 with 2 min and 1 min rest",
        "7 x 700m, 80s rest, strides before and after",
        "3 x 4 x 200, 60s rest, jog 5 min before and after each set",
        "Quick 300s at 48: 7 x 300m, 80s rest",
        "Grass 300s at 48: 7 x 300m, 80s rest",
        "Second 300 in 51, 80s rest",
        "30 min steady; 7 x 40s fast in there",
        "7 x 3 min about 2:00, 60s jog",
        "6 x 500m, 90s rest, last one is 800m",
        "6 efforts over the hill",
        "1000 400 1000",
        "1200 900 700 jog",
        "90s rest between 4 and 6 x 700m",
        "2 x 4 x 300m. Reps 70, sets 3 min rest",
        "2 x 4 x 300m, sets on 6 min",
        "5 x 200, 2 x 700. Rest 2 min. 40s on the 200s",
    ],
)
def test_what_these_words_do_not_settle_stays_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("2 x 4 x 300m, 60s rest, 3 min from set to set", "2 x 4 x 300m, 60s rest, 3 min between sets"),
        ("2 x 4 x 300m, 60s rest, 3 min from one set to the next", "2 x 4 x 300m, 60s rest, 3 min between sets"),
        ("6 x 500m, 90s before you go again", "6 x 500m, 90s between reps"),
        ("2 x 4 x 300m, 60s rest; sets split by 3 min", "2 x 4 x 300m, 60s rest; 3 min between sets"),
        ("2 x 4 x 300m, 60s rest per rep, 5 min rest per set", "2 x 4 x 300m, 60s rest, 5 min rest between sets"),
        ("300m, 60s rest, 200m, 5 min rest, do it all again", "300m, 60s rest, 200m, 5 min rest, repeat"),
        ("2 x 4 x 300m; reps 40s, sets 3 min", "2 x 4 x 300m, 40s between reps, 3 min between sets"),
        (
            "2 x 4 x 300m, 40s rest, sets on full recovery",
            "2 x 4 x 300m, 40s rest, full recovery between sets",
        ),
        ("2 x 4 x 300m, 40s rest for reps, sets full rest", "2 x 4 x 300m, 40s rest, full rest between sets"),
        ("2 x 4 x 300m, 40s rest, longer set break", "2 x 4 x 300m, 40s rest, longer break between sets"),
        ("5 x 200, 2 x 700. Rest is 40s on the 200s, 2 min on the 700s", "5 x 200, 40s rest, 2 x 700, 2 min recovery"),
        ("6 x 500m, 90s rest, with a fast last one", "6 x 500m, 90s rest, last one fast"),
        ("2 sets (4 min apart): 5 x 300m + 2 x 500m", "2 x (5 x 300m, 2 x 500m), 4 min between sets"),
        ("2 sets with 4 min between: 5 x 300m, 40s rest", "2 x (5 x 300m, 40s rest), 4 min between sets"),
        ("(x3) 500m, 60s rest, 300m, 4 min rest", "3 x (500m, 60s rest, 300m), 4 min rest"),
        ("up the 170m hill seven times, walk down", "7 x 170m hill, walk down"),
        ("Hills – 50 sec strong x 7, walk down", "7 x 50 sec hill strong, walk down"),
        ("Strides – 7 x 90m, walk back", "7 x 90m strides, walk back"),
        ("1200 900 700 500, 2 min rest", "1200, 900, 700, 500, 2 min rest"),
        ("500m x 6 · 80s rest", "6 x 500m, 80s rest"),
        ("7 x 300m: 52 average, 80s rest", "7 x 300m @ 52 average, 80s rest"),
        ("6 x 500m hard (3 min rest, walk/jog back)", "6 x 500m hard (3 min walk)"),
        ("300/500/300 x 2, 60s rest, 4 min between sets", "2 x (300/500/300), 60s rest, 4 min between sets"),
        (
            "2 x 300, 3 x 900\n300s @ 50 + 100m jog, 900s @ 3:00 + 400m jog",
            "2 x 300 @ 50, 100m jog; 3 x 900 @ 3:00, 400m jog",
        ),
        ("2 x 4 x 300m, rep rest 40s, set rest 3 min", "2 x 4 x 300m, 40s rest, 3 min rest between sets"),
        ("2 x 4 x 300m, 40s intra-set, 3 min inter-set", "2 x 4 x 300m, 40s recovery, 3 min recovery between sets"),
        ("2 x 4 x 300m, small rest 40s, big rest 3 min", "2 x 4 x 300m, short rest 40s, long rest 3 min"),
        ("6 x 500m, 90s rest. Last one: all out", "6 x 500m, 90s rest, last one all out"),
        ("6 efforts over 500m, 90s rest", "6 x 500m, 90s rest"),
        ("6 x 700m around 2:40, 80s jog", "6 x 700m @ 2:40, 80s jog"),
        ("6 x 700m, 2:40ish, 80s jog", "6 x 700m @ 2:40, 80s jog"),
        ("8 km easy, throw in 7 x 90m strides", "8 km easy, with 7 x 90m strides"),
        ("7 x 400m in 75 down to 68, 80s rest", "7 x 400m from 75 to 68, 80s rest"),
        ("5 x 700m as 400 steady 300 fast, 2 min rest", "5 x 700m (400 steady, 300 fast), 2 min rest"),
        ("7 x 500m. First 300 in 51, second 200 in 33. 90s rest", "7 x 500m (300 in 51, 200 in 33). 90s rest"),
        ("5 x 700 as 300 jog 400 hard, 2 min rest", "5 x 700 (300 jog, 400 hard), 2 min rest"),
        ("2 x 4 x 300, rest 40s per rep, 3 min rest per set", "2 x 4 x 300, 40s rest, 3 min rest between sets"),
        ("7 x 700m, 80s rest. Jog 9 min before and after", "7 x 700m, 80s rest. 9 min warm-up and cool-down"),
        ("2 miles either side of 7 x 700m, 80s rest", "2 miles warm-up and cool-down, 7 x 700m, 80s rest"),
        (
            "3 x 1k, 4 x 700, 7 x 300 off 3 min, 2 min, 1 min",
            "3 x 1k, 3 min rec; 4 x 700, 2 min rec; 7 x 300, 1 min rec",
        ),
        ("3 x 1k, 5 x 300 with 2 min and 1 min rest", "3 x 1k, 2 min rest; 5 x 300, 1 min rest"),
        ("7 x 300m, wait 80s", "7 x 300m, 80s rest"),
        ("7 x 300m with gaps of 80s", "7 x 300m, 80s recovery"),
        ("7 x 300m, 2 min between starts", "7 x 300m on 2:00"),
        ("7 x 70s uphill, 2 min down again", "7 x 70s uphill, 2 min back down"),
        ("6 x 350m. Hard running, recover over 150m", "6 x 350m. Hard, 150m recovery"),
        ("4 km non-stop uphill", "4 km uphill"),
        (
            "3 x 500m off 3 min, each one 300m at 3k pace and 200m at mile pace",
            "3 x 500m (300m at 3k pace, 200m at mile pace) off 3 min",
        ),
    ],
)
def test_a_phrase_may_stand_for_several_words_of_the_grammar(text: str, plainly: str) -> None:
    assert read(text).session == read(plainly).session


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("30 min steady, throw in 7 x 40s fast", "30 min steady, then 7 x 40s fast"),
        ("30 min steady; 7 x 40s fast in there", "30 min steady, then 7 x 40s fast"),
        ("3 x 3 min with 1 min jog, 2 min hard", "3 x 3 min as 1 min jog, 2 min hard"),
        ("5 x 700 with 300 jog, 400 hard", "5 x 700 with 300 jog, then 400 hard"),
        ("9 km tempo (3:40-3:50)", "9 km tempo (@ 3:40-3:50)"),
        ("5 x 500m strong (2:40, walk/jog back)", "5 x 500m strong (2:40 rest, walk/jog back)"),
        ("7 x 4 min w/ 80s jog @ HM effort", "7 x 4 min @ half w/ 80s jog"),
    ],
)
def test_the_likelier_meaning_is_offered_first(text: str, reading: str) -> None:
    assert refusal(text).readings[0] == reading


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 mile warm-up\n5 x 1k\nBetween – 90s walk", "2 miles warm-up; 5 x 1000m, 90s walk"),
        ("Grass 700s: between 4 and 6 x 700m, 90s rest", "(note: Grass 700s) 4 x 700m, 90s rest"),
        ("Quick 300s: 7 x 300m, 80s rest", "(note: Quick 300s) 7 x 300m, 80s rest"),
        ("Speed work. 7 x 170m, walk back", "(note: Speed work) 7 x 170m, walk back recovery"),
        ("Hill session, 7 x 70s, jog down", "(note: Hill session) 7 x 70s hill, jog down recovery"),
        ("8 x 75s up then 1:45 coming down", "8 x 75s hill, 1:45 jog"),
        ("Two lots of this ladder: 300m, 600m. 60s rest", "2 x (300m, 60s rest; 600m, 60s rest)"),
        (
            "300m, 600m, 300m, 200m, recoveries 60s, 2 min, 90s in that order",
            "300m, 60s recovery; 600m, 2min recovery; 300m, 90s recovery; 200m",
        ),
        ("4 x 90m off a jog-in, 3 min walk", "4 x 90m (note: off a jog in), 3min walk"),
        (
            "6 x 400m, 60s rest\n1 x 300m everything you have left",
            "6 x 400m, 60s rest; 300m @ everything you have left",
        ),
    ],
)
def test_more_of_what_coaches_say_beside_the_reps(text: str, meant: str) -> None:
    assert read(text).canonical == meant
