from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from simulator.i18n import say
from simulator.sheets import add_sheet, content_of, new_book


def test_a_table_comes_back_as_it_was_written_and_no_words_are_a_formula():
    book = new_book()
    rows = [("=1+1", 3), ("-看", 2.5), ("\x07bell\ud800", 0), ("", 1)]
    add_sheet(book, say("表", "Table"), "zh", say("词|数", "Word|Number"), rows)
    sheet = load_workbook(BytesIO(content_of(book)))["表"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["词", "数"],
        ["=1+1", 3],
        ["-看", 2.5],
        ["bell", 0],
        [None, 1],
    ]
    assert {cell.data_type for row in sheet.rows for cell in row if isinstance(cell.value, str)} == {"s"}
    assert sheet.freeze_panes == "A2"
