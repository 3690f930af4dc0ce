"""Settings that all tests share."""

from __future__ import annotations

from hypothesis import settings

# No deadline: a busy machine is no fault of the code, and no test here asserts a wall-clock time.
settings.register_profile("trackbuddy", deadline=None)
settings.register_profile("drill", deadline=None, max_examples=2000)
if settings.get_current_profile_name() == "default":  # Hypothesis picks its own "ci" where CI is set
    settings.load_profile("trackbuddy")
