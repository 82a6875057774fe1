"""Starts Counter Practice from a checkout of its repository."""

from __future__ import annotations

import sys

from simulator.app import main

if __name__ == "__main__":
    sys.exit(main())
