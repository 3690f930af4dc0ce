"""Notations as coaches write them, with their meaning in the program's own spelling. Facts about how people write."""

from __future__ import annotations

READ: dict[str, str] = {
    "10 x 200m with one minute rest interval strictly timed": "10 x 200m, 60s rest",
    "6x 1k @ your 5k race pace\n2 minutes jog recovery": "6 x 1000m @ 5k, 2min jog",
    "4 x 400 (400 jog rec), 6 x cruise mile (1 min rec), 4 x 400 (400 jog rec)": (
        "4 x 400m, 400m jog; 6 x 1 mile @ cruise, 60s recovery; 4 x 400m, 400m jog"
    ),
    "4 x 400m with 200m recovery jog\n\n2 x 800m with 400m recovery jog\n\n1 x 1600m": (
        "4 x 400m, 200m jog; 2 x 800m, 400m jog; 1600m"
    ),
    "3x 400m Hard – 1:30 Recovery\n4x 300m Hard – 1:30 Recovery": (
        "3 x 400m @ Hard, 90s recovery; 4 x 300m @ Hard, 90s recovery"
    ),
    "- 800 m (@ 3:30) – 3 mins rest\n- 400 m (@ 1:45) – 1:30 mins rest\n- Repeat for 3 rounds": (
        "3 x (800m @ 3:30, 3min rest; 400m @ 1:45, 90s rest)"
    ),
    "3 x 2 x 300 metres with a jog 100 metres recovery and full recoveries between sets": (
        "3 x (2 x 300m, 100m jog), full recovery between sets"
    ),
    "400m/200m/400m/200m at his 800m goal pace with a 3 minute recovery": (
        "400m @ 800, 3min recovery; 200m @ 800, 3min recovery; 400m @ 800, 3min recovery; 200m @ 800, 3min recovery"
    ),
    "4 x ( 5 x 300m )\nIntensity — 1500m pace\nRecovery — 45” walk/jog after each 300m rep in a set, 5-8 minutes "
    "recovery between sets": "4 x (5 x 300m @ 1500, 45s walk), 5-8min recovery between sets",
    "2 x (3 x 120m), 4 x 200m\n90 seconds between 120m reps in a set\n8 - 10 minutes between sets\n"
    "200m jog in 60 - 90 seconds between 200s": (
        "2 x (3 x 120m, 90s recovery), 8-10min recovery between sets; 4 x 200m, 200m jog in 60-90s"
    ),
    "- 10min @ 6'30''/km\n- 5 lots of:\n- 6min @ 5'00''/km\n- 1min rest\n- 10min @ 6'30''/km": (
        "10min @ 6:30/km, open recovery; 5 x 6min @ 5:00/km, 60s rest; 10min @ 6:30/km"
    ),
    "3 sets of (1200m @ 5K-15 seconds/mile, 2-minute jog, 400m @ 5K-30 seconds/mile), with 4-minute jog between sets": (
        "3 x (1200m @ 5k-15s/mile, 2min jog; 400m @ 5k-30s/mile, 4min jog)"
    ),
    "1200m + 1 lap easy, 5x 1km +90sec easy, 2x 200m +60s easy": (
        "1200m, 400m jog; 5 x 1000m, 90s jog; 2 x 200m, 60s jog"
    ),
    "5X400 @ 5k\n\n5X200 @ mile\n\n5X100 @ whatever\n\n200 rest between everything except 100s": (
        "5 x 400m @ 5k, 200m rest; 5 x 200m @ mile, 200m rest; 5 x 100m @ whatever, open recovery"
    ),
    "2E + 3x(1T + 1 min rest) + 3x(3 min I + 2 min J) + 4x(200R + 200J) + 2E": (
        "2 miles @ E, open recovery; 3 x 1 mile @ T, 60s rest; 3 x 3min @ I, 2min jog; "
        "4 x 200m @ R, 200m jog; 2 miles @ E"
    ),
    "WU ; 7 x 2mn, R=1mn ; CD @5:30/km": "warm-up; 7 x 2min, 60s recovery; cool-down @ 5:30/km",
    "5 x 1km R1=1mn R2=2mn R=3mn": "1000m, 60s recovery; 1000m, 2min recovery; 3 x 1000m, 3min recovery",
    "3 x (9mn @MP; R=1:30; 5mn @10kP)": "3 x (9min @ marathon, 90s recovery; 5min @ 10k, open recovery)",
    "8x500m@1:48..1:52/3:00r": "8 x 500m @ 1:48-1:52, 3min rest",
    "(2000m + 1000m + 500m) / 3:00r": "2000m, 3min rest; 1000m, 3min rest; 500m, 3min rest",
    "6 X 20 s ~ 65% sprints on 60 s gos (40 s rest)": "6 x 20s @ 65% sprints, on 1:00",
    "3 x (600m, 60s rest, 200m), 8 min rest": "3 x (600m, 60s rest; 200m, 8min rest)",
    "1200 @ 10k, 1600 tempo, 800 @ 3k": "1200m @ 10k; 1600m @ tempo; 800m @ 3k",
    "8 x 400 w/ 90 sec. rest": "8 x 400m, 90s rest",
    "6 x 800 (60 sec recovery, 100m)": "6 x 800m, 100m recovery in 60s",
    "15 min easy, 3 x 2km @ threshold w/ 90s jog, 10 min easy": (
        "15min jog run @ easy; 3 x 2000m @ threshold, 90s jog; 10min jog run @ easy"
    ),
    "Tuesday: 8 x 400m on the track, 60s rest": "(note: Tuesday) 8 x 400m (note: on the track), 60s rest",
    "1. 2 mile warm up\n2. 6 x 800m @ 5k pace w/ 400m jog\n3. 2 mile cool down": (
        "2 miles warm-up; 6 x 800m @ 5k, 400m jog; 2 miles cool-down"
    ),
    "8-12×400 (break into 4 sets of 2-3) 200 rest between everything.": (
        "4 x (2 x 400m, 200m rest), 200m rest between sets"
    ),
}
"""Text -> canonical."""

REFUSED: dict[str, str] = {
    "720 x 400 @ 70Hz": "720 reps",
    "4 / 2 x 2 / 4": "4/2",
    "8 x unknown reps": "missing",
    "10 hill reps ranging from 3 to 10 seconds": "from",
    "400 x 800 x 1200 x 400 = 3,600 metres": "400 reps",
    "5 x 400m x 400m progression": "an x behind a length",
    "10 x repeats on the 6:15 Interval": "missing",
    "20x400. 77, 75, 74, 78, 73, 74": "results",
    "3x10 bench press @ 135lbs": "bench",
    "5x5 squat @ 225lbs (180s rest)": "squat",
    "3/4 mile warm up – .75 miles complete": "fraction",
    "3 ml tempo run": "mi",
    "6 x 800 with a 400 jog, 2 @ 2;24, 2 @ 2:22, 2 @ 2:20": "2:24",
    "- 20m 145 HR": "minutes or metres",
    "3min@pace": "names no pace",
    "0 x 400m": "from 1 to 100",
    "8 x 400m @ 1:75": "75 seconds",
    "3 x (4 x 200m": "never closed",
    "8x200m @ 34, on 30s": "not longer than the rep",
    "8 x 400m @ 68-90s rest": "target or the recovery",
    "4 x 50 on 1:00 or :15 rest": "“or” offers a choice",
    "148x200mm": "148 reps",
    "Workout 08-15": "Workout",
    "4x100 relay": "relay",
    "3x10": "no unit",
    "1200m (3:00)": "target or the recovery",
    "5-4-3-2-1": "no unit",
    "4 x 50M": "minutes or metres",
    "4x400 @ 75, 74, 73": "3 targets",
    "8 x 200m, 40s": "rest or the send-off",
    "3 x (4 x 200m, 30s rest), 5min": "rest or the send-off",
    "8x800m 2:30 400j": "side by side",
    "": "no session",
    "rest": "before any work",
    "4x400, 4x200 with 200m jog": "for all",
    "3 x 4 x 200, 60s rest": "between the sets",
    "800, 400, 200 jog": "the recovery or the last rep",
    "600, 400, 200 x4": "use brackets",
    "8 x 400m alternating fast and slow": "alternating",
    "1200-800-400 with 400, 200 jog": "list of recoveries",
    "3 x (4 x 200m, 200 jog), 400m": "work of its own",
    "600m+200m, 10 min rest, 400m+200m": "the whole list",
    "8x300m, 100m jog/300m jog": "second recovery",
    "3 sets of:\n400m\n300m\n\n4 x 200m": "behind the sets or in them",
    "8 x 400m in sub 75": "time in words",
    "8 x 400m @ 75 76": "side by side",
    "Men: 8 x 400m @ 70\nWomen: 8 x 400m @ 80": "not understood",
    "Monday: 8 x 400m, 60s rest\nTuesday: 5 miles easy": "another session",
    "5 x 1k @ 3.45/km": "3:45",
    "3k in 10.30": "10:30",
    "8 x 300s": "metres or seconds",
    "4 x 400m straight into 4 x 200m": "without rest between reps",
    "4 x 5 min @ Z4, 2 min @ Z1": "work of its own",
    "4 x 400m at mile pace followed by 200m jog": "a run of its own",
    "(200m fast, 200m slow) x 4": "recovery or work",
}
"""Text -> words of the message."""
