"""Workbooks and Twee stories as they come back from hands, programs and strangers."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, time, timedelta
from typing import Any

import openpyxl

from tests.library.damage import damaged

_CELLS: tuple[Any, ...] = (
    None, "", " ", "=1+1", "{=SUM(A1)}", 0, -1, 3.5, 10**12, True, "yes", "no", "nowhere", "greet",
    "mood >= 3", "mood +",
    "a=1", "a=1, b", "x" * 40_000, "\u2028", "_x0000_", "'", "@x", "#REF!", date(2026, 12, 30),
    time(12, 30), timedelta(days=1), "一，二；三", "serving", "clerk", "angry", "1e9", "\n\n",
)  # fmt: skip
_BITS = (
    "::", "\n:: ", "[[", "]]", "->", "<-", "|", "][", "[$a to 1]", "<!--", "-->", "<!-- counter-practice {} -->",
    "(if: ", "<<", ">>", "{", "}", "\\", "[", "]", "〔", "〕", '"kind":"ending"', '"goto":', "null",
    "[]", "\n\n", "StoryData", "start",
)  # fmt: skip


def damaged_story(text: str, chance: random.Random) -> bytes:
    """A Twee file after a few accidents."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 5, 300)))
        text = text[:start] + chance.choice(_BITS) + text[end:]
    return damaged(text, chance) if chance.random() < 0.3 else text.encode()


def damaged_workbook(content: bytes, chance: random.Random) -> bytes:
    """A workbook after strange edits of its cells, of the parts of its package, or of its bytes."""
    match chance.randrange(4):
        case 0:
            place = chance.randrange(len(content))
            return content[:place] + chance.randbytes(chance.randint(0, 20)) + content[place + chance.randrange(30) :]
        case 1:
            return _with_damaged_part(content, chance)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(chance.randint(1, 6)):
        sheet = chance.choice(book.worksheets)
        row, column = chance.randint(1, sheet.max_row + 2), chance.randint(1, sheet.max_column + 1)
        match chance.randrange(8):
            case 0:
                sheet.delete_rows(row)
            case 1:
                sheet.insert_rows(row)
            case 2:
                sheet.delete_cols(column)
            case 3 if len(book.worksheets) > 2:
                book.remove(sheet)
            case _:
                sheet.cell(row, column).value = chance.choice(_CELLS)
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def _with_damaged_part(content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part.decode(), chance) if name == chosen else part)
    return made.getvalue()
