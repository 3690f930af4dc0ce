"""`python -m trackbuddy`: the same program."""

from __future__ import annotations

import sys

from trackbuddy.cli import main

if __name__ == "__main__":
    sys.exit(main())
