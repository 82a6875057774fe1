"""Statements in a file, for whoever brings them to a store by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from simulator.classroom.xapi.statements import Statement
from simulator.errors import UserError
from simulator.i18n import Text, say

KINDS = (".json", ".jsonl")
"""How such a file's name ends: one JSON array, or a statement in each line."""

NOTHING_SELECTED = say(
    "没有符合的练完的练习，什么也没写。", "No finished attempt is among these, so nothing was written."
)


class StatementFile(NamedTuple):
    """What is written: the file's bytes, how many statements they hold, and the attempts that had to be left out."""

    content: bytes
    statements: int
    left_out: tuple[int, ...]

    def remark(self) -> Text:
        """Say which attempts had to be left out."""
        numbers = ", ".join(map(str, self.left_out))
        return say(
            f"有几次练习对不上它的情景，没有写进去（第 {numbers} 号）；它们仍在记录里。",
            f"Some attempts do not fit their scenarios and were left out ({numbers}); they stay in the record.",
        )


def statement_file(attempts: Iterable[int], tell: Callable[[int], list[Statement]], name: Path) -> StatementFile:
    """Make the file of these finished attempts; its name says of which kind it is.

    An attempt that does not fit its scenario any more is left out.
    """
    told: list[Statement] = []
    left_out = []
    for id in attempts:
        try:
            told += tell(id)
        except UserError:
            left_out.append(id)
    lines = [json.dumps(one, ensure_ascii=False) for one in told]
    text = "\n".join(lines) if name.suffix.lower() == ".jsonl" else "[\n" + ",\n".join(lines) + "\n]"
    return StatementFile(f"{text}\n".encode(), len(told), tuple(left_out))
