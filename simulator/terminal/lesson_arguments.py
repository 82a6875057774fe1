"""What ``lessons`` may be asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from simulator.i18n import Text, say
from simulator.terminal.flags import add_force, add_json

LESSONS = say(
    "列出上过的课堂，看一堂课的报告，或存成文件\n\n"
    "不写编号就列出全部。写上编号，就看那一堂课的表决、走的路、时间和批注；--to 存成 .pdf 或 .xlsx。",
    "list the lessons that were given, and show or save the report of one\n\n"
    "Without a number it lists them all. With one it tells that lesson's votes, path, time and remarks; --to saves\n"
    "them as .pdf or .xlsx.",
)


def add_lesson_arguments(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the arguments of ``lessons``."""
    what.add_argument(
        "number",
        nargs="?",
        type=int,
        metavar="NUMBER",
        help=words("课堂的编号，见列表", "the lesson's number, as the list gives it"),
    )
    what.add_argument(
        "--to", type=Path, metavar="FILE", help=words("把报告存成这个文件", "save the report as this file")
    )
    add_force(what, words)
    add_json(what, words)


def lesson_contradiction(arguments: argparse.Namespace) -> Text | None:
    """Say what is missing in what was asked of ``lessons``, if anything."""
    if arguments.number is None and arguments.to is not None:
        return say("--to 要和课堂的编号一起用", "--to needs the lesson's number")
    return None
