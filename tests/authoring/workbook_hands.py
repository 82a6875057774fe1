"""A workbook in the hands of a colleague, for the tests of what it is made of."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.workbook import export_workbook, read_workbook
from simulator.domain.rulebook import Rulebook

TEXTS = "文字 Texts"
ZH, EN, ID = 3, 4, 5


class Workbook:
    """A workbook in the hands of a colleague."""

    def __init__(self, draft: Draft, book: Rulebook, art: Art) -> None:
        self.rules, self.art = book, art
        self.content = export_workbook(draft, book, art, "zh")
        self.open()

    def open(self) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(self.content))

    def save(self) -> bytes:
        content = io.BytesIO()
        self.book.save(content)
        return content.getvalue()

    def row(self, sheet: str, id: str) -> int:
        every = self.book[sheet]
        return next(row for row in range(2, every.max_row + 1) if every.cell(row, every.max_column).value == id)

    def read(self, content: bytes | None = None) -> Any:
        return read_workbook(self.save() if content is None else content, self.rules, self.art, "zh")
