"""What ``export`` and ``import`` may be asked for beside packs: workbooks, Twee and play scripts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

IN_WORDS = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
"""The languages of a play script by what ``--words`` says."""


def add_forms(
    what: argparse._ArgumentGroup,
    forms: argparse._MutuallyExclusiveGroup,
    words: Callable[[str, str], str],
) -> None:
    """Add the other forms to the arguments of ``export``."""
    forms.add_argument(
        "--xlsx",
        type=Path,
        metavar="FILE.xlsx",
        help=words("写成工作簿，用 Excel 或 WPS 改", "write a workbook to be edited in Excel or WPS"),
    )
    forms.add_argument("--twee", type=Path, metavar="FILE.twee", help=words("写成 Twee 3", "write Twee 3, for Twine"))
    forms.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help=words("写成剧本：.docx、.pdf 或 .html", "write a play script: .docx, .pdf or .html"),
    )
    what.add_argument(
        "--words",
        choices=tuple(IN_WORDS),
        help=words(
            "剧本和 Twee 用哪种语言的文字（both 只用于剧本）",
            "the language of a script's or of Twee's words (both: of a script only)",
        ),
    )


def add_intake(what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    """Add what ``import`` takes for workbooks and Twee."""
    what.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help=words("工作簿（.xlsx）要并入的情景", "the scenario that a workbook (.xlsx) is merged into"),
    )
    what.add_argument(
        "--apply",
        action="store_true",
        help=words(
            "把工作簿的改动写进情景文件；不写就只列出来", "write a workbook's changes; else they are only shown"
        ),
    )
    what.add_argument(
        "--take",
        choices=("mine", "theirs"),
        help=words(
            "两边都改过的，留文件里的（mine）还是工作簿里的（theirs）",
            "where both changed: keep the file's (mine) or the workbook's (theirs)",
        ),
    )
    what.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help=words("Twee（.twee）做成的情景文件放在哪里", "where the scenario file made of Twee (.twee) is put"),
    )
