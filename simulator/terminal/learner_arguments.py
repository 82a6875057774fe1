"""What ``export`` and ``import`` may be asked for of a learner's record."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from simulator.paths import LEARNER_SUFFIX


def add_learner_form(forms: argparse._MutuallyExclusiveGroup, words: Callable[[str, str], str]) -> None:
    """Add the file of a learner's record to the forms of ``export``."""
    forms.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help=words("学员的记录或成绩写到哪个文件", "the file that a learner's record, or results, are written to"),
    )


def add_learner_intake(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add what ``import`` takes for a learner's record."""
    what.add_argument(
        "--learner",
        metavar="NAME",
        help=words("学员记录收在谁的名下，不写就用文件里的名字", "whose record it becomes; else as the file says"),
    )
    what.add_argument(
        "--join",
        action="store_true",
        help=words(
            "这里已经有这个名字时，并进去；不写就先问",
            "join it to the learner of that name where there is one; else a person is asked",
        ),
    )


def is_of_a_learner(arguments: argparse.Namespace) -> bool:
    """Tell whether a learner's record is to go out or to come in, rather than scenarios."""
    if arguments.command == "export":
        return bool(arguments.to is not None)
    return bool(arguments.file.suffix.lower() == LEARNER_SUFFIX)
