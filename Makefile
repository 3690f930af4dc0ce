# Every target sets up what it needs by itself; the first call takes a while, later ones don't.
# SYSTEM_PACKAGES=no keeps the set-up from calling apt-get; PYTHON=... names the Python to use.

SHELL = /bin/sh
PY = .venv/bin/python
SESSION ?= sessions/8x200-goal-pace.toml
ARGS ?=
SIDE_BY_SIDE = -n auto --dist worksteal
# Without bytecode every process of the tests would compile pytest's plugins and every program under test all of itself.
PYTEST = PYTHONDONTWRITEBYTECODE= $(PY) -m pytest

.PHONY: help setup setup-dev sound run test test-all drill properties check lint types imports format bench pictures

help:  ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1: /p' Makefile

setup:  ## .venv with trackbuddy and, where it can be had, sound
	@sh scripts/setup.sh run

setup-dev:
	@sh scripts/setup.sh dev

sound:  ## try the sound part of the set-up again
	@sh scripts/setup.sh sound

# Without a terminal nobody can press a key: then the same session is rehearsed and its results are printed.
run: setup  ## open the session (SESSION=...), ready to run; without a terminal, rehearse it
	@if [ -t 0 ] && [ -t 1 ] && [ -t 2 ]; then \
		exec $(PY) -m trackbuddy run '$(SESSION)' $(ARGS); \
	else \
		exec $(PY) -m trackbuddy run '$(SESSION)' --rehearse --plain --speed 20 $(ARGS); \
	fi

test: setup-dev  ## the tests, but for the long ones, side by side (ARGS='-n 0 tests/timing')
	@$(PYTEST) $(SIDE_BY_SIDE) $(ARGS)

test-all: setup-dev  ## the tests on every Python there is, in random order, in odd surroundings; takes a while
	@$(PY) scripts/test_all.py $(ARGS)

# Some of the long ones measure, or load the machine themselves: they run one after the other.
drill: setup-dev  ## the long tests, and those that need the network (ARGS=tests/storage for a room's)
	@$(PYTEST) -m drill --hypothesis-profile=drill $(ARGS)

properties: setup-dev  ## what holds for everything, on 2,000 made-up examples each
	@$(PYTEST) $(SIDE_BY_SIDE) -m hypothesis --hypothesis-profile=drill $(ARGS)

check: lint types imports  ## lint, format, types, and which room may import which

lint: setup-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: setup-dev
	$(PY) -m mypy

imports: setup-dev
	$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo

format: setup-dev  ## put the code into its format and mend what can be mended safely
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

pictures: setup-dev  ## what the screens look like, into build/pictures; those of the README into docs/pictures
	@$(PY) scripts/pictures.py

bench: setup-dev  ## measured times, printed
	@$(PY) benchmarks/start_up.py
	@$(PY) benchmarks/notation.py
	@$(PY) benchmarks/growth.py
	@$(PY) benchmarks/archive.py
	@$(PY) benchmarks/tap_error.py
	@$(PY) benchmarks/screen.py
	@$(PY) benchmarks/sound_timing.py
