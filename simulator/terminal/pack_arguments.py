"""What ``export`` and ``import`` may be asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from simulator.i18n import say
from simulator.terminal.flags import add_force, add_json

EXPORT = say(
    "把情景、成绩或一位学员的记录交给别人\n\n"
    "--pack 把几个情景连同它们自己的规则、图和试走计划装进一个文件，对方用 import 收下。\n"
    "--xlsx 写成工作簿，给用 Excel 或 WPS 的同事改；--twee 给用 Twine 的人；--script 写成可以打印的剧本。\n"
    "export results --learner 学员 --to 文件.cpresult 写成绩文件，交给老师；\n"
    "export results --class 班级 --to 文件.xlsx 写一个班的数字。\n"
    "export learner 姓名 --to 文件.cplearner 把一位学员的全部记录写进一个文件，带到另一台电脑。",
    "hand on scenarios, results or a learner's record\n\n"
    "--pack puts scenarios with their own rules, drawings and test plans into one file, which import takes in.\n"
    "--xlsx makes a workbook for a colleague with Excel or WPS, --twee a story for Twine, --script a printable play.\n"
    "export results --learner NAME --to FILE.cpresult writes a result file for the instructor; --class NAME --to\n"
    "FILE.xlsx the figures of a class.\n"
    "export learner NAME --to FILE.cplearner writes a learner's whole record, to be taken along to another PC.",
)

IMPORT = say(
    "收下别人交来的情景、成绩或学员记录\n\n情景包先整个检查一遍，有一处不对就不收，什么也不改动。\n"
    "工作簿（.xlsx）并进它出自的情景，先逐条列出改动；Twee（.twee）做成一个新的情景文件。\n"
    "成绩文件（.cpresult）或放着它们的文件夹收进 --class 写明的班级，每一次练习都重放一遍、重新计分。\n"
    "学员记录（.cplearner）收进这台电脑的记录里，收两遍也不会多出来。",
    "take in scenarios, results or a learner's record\n\n"
    "A pack is first looked through as a whole; if anything is wrong with it, it is refused and nothing is changed.\n"
    "A workbook (.xlsx) is merged into its scenario, each change shown first; Twee (.twee) becomes a scenario file.\n"
    "Result files (.cpresult), or a folder of them, go into the class named by --class, every attempt played again.\n"
    "A learner's record (.cplearner) is taken into the record of this PC; taken in twice it changes nothing.",
)


def add_export_arguments(
    what: argparse._ArgumentGroup, words: Callable[[str, str], str]
) -> argparse._MutuallyExclusiveGroup:
    """Add the arguments of ``export``, and give the group of the forms that it can have."""
    what.add_argument(
        "places",
        nargs="+",
        metavar="PATH",
        help=words(
            "情景文件、文件夹，或情景库里的情景名；learner 和姓名就是一位学员的记录，results 就是成绩",
            "scenario files, folders, or ids in the library; learner and a name: that learner's record; or results",
        ),
    )
    forms = what.add_mutually_exclusive_group(required=True)
    forms.add_argument("--pack", type=Path, metavar="FILE.zip", help=words("写成情景包", "write a pack"))
    what.add_argument(
        "--id", metavar="ID", help=words("情景包的编号，不写就用文件名", "the pack's id; else the file's name")
    )
    what.add_argument(
        "--title",
        metavar="TEXT",
        help=words("情景包的标题，不写就用情景的", "the pack's title; else its only scenario's"),
    )
    add_force(what, words)
    add_json(what, words)
    return forms


def add_import_arguments(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add the arguments of ``import``."""
    what.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=words("情景包、工作簿、Twee、成绩或学员记录", "a pack, workbook, Twee, results or a learner's record"),
    )
    what.add_argument(
        "--replace",
        action="store_true",
        help=words("换掉已经导入的同名情景包", "put it in the place of an installed pack of the same id"),
    )
    add_json(what, words)
