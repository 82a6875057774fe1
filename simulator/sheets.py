"""Tables in a workbook (.xlsx), as Excel and WPS show them well: words are words and never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from simulator.i18n import Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

Cell = str | int | float

_FONT = "Microsoft YaHei"
_CELADON = "FF34706B"
_WIDEST = 60  # characters of a column
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # that XML has no place for


def new_book() -> Workbook:
    """Give a workbook that has no sheet yet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Counter Practice"
    return book


def add_sheet(
    book: Workbook, name: Text, language: str, headings: Text | Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Add a table with its headings fixed and as wide as its words; in a text the headings have a | between them."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name.to(language))
    names = headings.to(language).split("|") if isinstance(headings, Text) else list(headings)
    widths = [_width(one) for one in names]
    for number, words in enumerate(names, start=1):
        cell = sheet.cell(1, number)
        put_text(cell, words)
        cell.font = Font(name=_FONT, bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_CELADON)
    plain, top = Font(name=_FONT), Alignment(wrap_text=True, vertical="top")
    for y, row in enumerate(rows, start=2):
        for x, content in enumerate(row):
            cell = sheet.cell(y, x + 1)
            put_text(cell, content)
            cell.font, cell.alignment = plain, top
            widths[x] = max(widths[x], _width(str(content)))
    for number, wide in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, wide + 3)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def put_text(cell: SheetCell | MergedCell, words: Cell) -> None:
    """Let a cell hold words as words, whatever they begin with, and numbers as numbers."""
    if not isinstance(words, str):
        cell.value = words
        return
    words = _UNWRITABLE.sub("", words)
    cell.value = words or None
    if words:
        cell.data_type = "s"
        if words[0] in "=+-@'":
            cell.quotePrefix = True


def content_of(book: Workbook) -> bytes:
    """Give the file that holds a workbook."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _width(words: str) -> int:
    return sum(1 if one.isascii() else 2 for one in words)
