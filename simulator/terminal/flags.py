"""Flags that several commands have."""

from __future__ import annotations

import argparse
from collections.abc import Callable


def add_force(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the flag that lets a command write over a file."""
    what.add_argument(
        "--force", action="store_true", help=words("已有同名文件时覆盖", "overwrite a file that is there already")
    )


def add_json(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the flag that lets a command print JSON."""
    what.add_argument("--json", action="store_true", help=words("输出 JSON", "print JSON"))
