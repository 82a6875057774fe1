"""What ``export xapi`` and ``send`` may be asked for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from simulator.i18n import say
from simulator.terminal.flags import add_force

EXPORT_XAPI = say(
    "把练习结果写成 xAPI 语句\n\n"
    "单位的学习记录库（LRS）收得下这样的文件：.json 是一个数组，.jsonl 每行一条。只写练完的练习。\n"
    "学员只以随机编号出现；加上 --with-names 才写名字。",
    "write finished attempts as xAPI statements\n\n"
    "A learning record store (LRS) takes such a file in: .json is one array, .jsonl has a statement in each line.\n"
    "Learners appear by random ids only, unless --with-names is given.",
)

SEND = say(
    "把等着的练习结果送到单位的学习记录库\n\n"
    "只有管理员在数据文件夹里写好 learning-record-store.json 才会发送；没有这个文件，练习结果不会送出这台电脑。",
    "deliver what waits for the organisation's learning record store\n\n"
    "Only where an administrator has put learning-record-store.json into the data folder; without that file no\n"
    "attempt leaves this PC.",
)


def add_export_xapi_arguments(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the arguments of ``export xapi``."""
    what.add_argument("--learner", metavar="NAME", help=words("只要这位学员的", "of this learner only"))
    what.add_argument("--scenario", metavar="ID", help=words("只要这个情景的", "of this scenario only"))
    for name, zh, en in (
        ("--since", "只要这一天起练完的（年-月-日）", "finished on this day or later (YYYY-MM-DD)"),
        ("--until", "只要到这一天为止练完的（年-月-日）", "finished on this day or earlier (YYYY-MM-DD)"),
    ):
        what.add_argument(name, type=_day_in(words), metavar="DAY", help=words(zh, en))
    what.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help=words("写到哪里：.json 或 .jsonl", ".json or .jsonl")
    )
    what.add_argument("--with-names", action="store_true", help=words("也写学员的名字", "write learners' names too"))
    add_force(what, words)


def add_send_arguments(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the arguments of ``send``."""
    what.add_argument(
        "--when-due",
        action="store_true",
        help=words("上次没送成的，没到再试的时候就不试", "after a failure, do nothing before it is time to try again"),
    )


def _day_in(words: Callable[[str, str], str]) -> Callable[[str], date]:
    def day(word: str) -> date:
        with suppress(ValueError):
            if re.fullmatch(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}", word):
                return date.fromisoformat(word)
        raise argparse.ArgumentTypeError(
            words(f"“{word}”不是一天，应写成 2026-03-02 这样", f"“{word}” is no day; write it like 2026-03-02")
        )

    return day
