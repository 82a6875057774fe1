"""Builds everything: the only module that knows all rooms."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simulator.errors import UserError
from simulator.i18n import LANGUAGES, system_language
from simulator.paths import Paths, find_paths


def main(argv: list[str] | None = None) -> int:
    """Run the program with these arguments, and give the exit code."""
    arguments = _parser().parse_args(argv)
    language = arguments.lang or system_language()
    try:
        return _run(arguments, find_paths(arguments.data_dir), language)
    except UserError as error:
        print(error.sentence.to(language), file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace, paths: Paths, language: str) -> int:
    from simulator.library.rulebook_file import read_rulebook_file
    from simulator.terminal import commands

    rulebook, _ = read_rulebook_file(paths.scenarios / "rulebook.yaml")
    match arguments.command:
        case "check":
            return commands.check(arguments.paths, rulebook, language, arguments.json, print)
        case "envelope":
            return commands.envelope(arguments.scenario, rulebook, language, arguments.json, print)
        case "play":
            return commands.play_answers(
                arguments.scenario, arguments.answers, arguments.seed, rulebook, language, arguments.json, print
            )
    return 2


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS)
    common.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="counter-practice", description="Counter Practice 窗口演练", parents=[common])
    parser.set_defaults(data_dir=None, lang=None)
    verbs = parser.add_subparsers(dest="command")
    check = verbs.add_parser("check", parents=[common])
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--json", action="store_true")
    envelope = verbs.add_parser("envelope", parents=[common])
    envelope.add_argument("scenario", type=Path)
    envelope.add_argument("--json", action="store_true")
    play = verbs.add_parser("play", parents=[common])
    play.add_argument("scenario", type=Path)
    play.add_argument("--answers")
    play.add_argument("--seed", type=int, default=0)
    play.add_argument("--json", action="store_true")
    return parser
