"""What ``test-plans`` may be asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from simulator.i18n import Text, say
from simulator.terminal.flags import add_json

TEST_PLANS = say(
    "照着情景旁边的试走计划走一遍，看有什么变了\n\n"
    "计划是“情景名.计划名.testplan”，一行写一件事，可以照着念。编号、分数、心情总要核对；\n"
    "话只在 --strict-words 时核对，开头对得上就行。有计划不一样时退出码为 1。",
    "play the test plans beside scenarios, and tell what has changed\n\n"
    "A plan is SCENARIO.NAME.testplan: one thing a line, to be read aloud. Ids, points and moods are always compared;\n"
    "words only with --strict-words, and then their beginning is enough. Exits with 1 where a plan differs.",
)


def add_plan_arguments(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the arguments of ``test-plans``."""
    what.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=words("计划文件，或装着它们的文件夹", "plan files, or folders that hold them"),
    )
    what.add_argument(
        "--strict-words", action="store_true", help=words("说的话也要核对", "compare what is said as well")
    )
    what.add_argument(
        "--update",
        action="store_true",
        help=words("列出不一样的，再按现在的样子改写计划", "tell what differs, then write the plans as they play now"),
    )
    what.add_argument(
        "--record",
        metavar="SCENARIO",
        help=words("录一个新计划，要写 --name 和 --answers", "record a new plan; needs --name and --answers"),
    )
    what.add_argument("--name", metavar="NAME", help=words("计划的名字，例如 model", "the plan's name, such as model"))
    what.add_argument(
        "--answers", metavar="A,B,C", help=words("照这些回答走，写法同 play", "the answers to play, as in play")
    )
    what.add_argument(
        "--force", action="store_true", help=words("已有同名计划时覆盖", "overwrite a plan that is there already")
    )
    add_json(what, words)


def contradiction(arguments: argparse.Namespace) -> Text | None:
    """Say what cannot go together in what was asked of ``test-plans``, if anything."""
    if arguments.record is None:
        if arguments.name is not None or arguments.answers is not None or arguments.force:
            return say("--name、--answers、--force 要和 --record 一起用", "--name, --answers and --force need --record")
        if not arguments.paths:
            return say("缺少 PATH", "PATH is missing")
        return None
    if arguments.paths or arguments.update or arguments.strict_words:
        return say(
            "--record 不能和 PATH、--update、--strict-words 一起用",
            "--record cannot go together with PATH, --update and --strict-words",
        )
    if arguments.name is None or arguments.answers is None:
        return say("--record 要有 --name 和 --answers", "--record needs --name and --answers")
    return None
