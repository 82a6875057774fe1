"""What ``export`` and ``import`` may be asked for of results."""

from __future__ import annotations

import argparse
from collections.abc import Callable

RESULTS = "results"
"""Stands in place of scenarios where results are exported."""


def is_results(arguments: argparse.Namespace) -> bool:
    """Say whether it is results that are to be exported or imported: a result file, or a folder of them."""
    if arguments.command == "export":
        return arguments.to is not None and RESULTS in arguments.places
    return bool(arguments.file.suffix.lower() == ".cpresult" or arguments.file.is_dir())


def add_results_export(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add what ``export results`` takes beside the file."""
    what.add_argument(
        "--learner", metavar="NAME", help=words("和 results 一起：谁的成绩", "with results: whose they are")
    )
    add_class(what, words)


def add_class(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add which class results belong to."""
    what.add_argument(
        "--class",
        dest="cohort",
        metavar="NAME",
        help=words("成绩属于哪个班（导入时没有就新建）", "the class of the results (made by import if new)"),
    )
