"""A workbook as an .xlsx file: sheets that Excel and WPS show well, with what must stay locked."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from simulator.authoring.workbook_choices import Choices
from simulator.authoring.workbook_tables import Kind, Table
from simulator.i18n import Text, say
from simulator.sheets import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

Data = Any

MARK = "counter-practice workbook 1"
BASE_SHEET, LISTS_SHEET, GUIDE_SHEET = "base", "lists", "说明 Guide"
PIECE = 30_000  # characters; a cell holds 32,767

_FONT = "Microsoft YaHei"
_INK, _SOFT_INK, _PAPER, _STONE, _CELADON, _MISSING = "22303C", "6B7680", "FFFFFF", "F1EDE6", "3F7F7A", "FBF0DC"
_RULE = "C9C1B4"
_TALLEST = 400.0  # points; Excel allows 409

_GUIDE: tuple[Text, ...] = (
    say("这份工作簿怎么用", "How to use this workbook"),
    say(
        "要改字，就改“文字”表。每句话只出现一次，按阅读的顺序排；中文和英文并排。",
        "To change words, change them in the sheet “文字 Texts”. Every text stands there once, in reading order, with "
        "Chinese and English side by side.",
    ),
    say(
        "米黄色的空格是还没有写的：可以填上，也可以留着。",
        "Empty cells in a warm colour are texts that are not written yet: fill them in, or leave them.",
    ),
    say(
        "环节、表情、去向、规则等在其他几张表里，点开格子右边的箭头选择。",
        "Stages, faces, ways on and rules are in the other sheets: choose with the arrow at the right of a cell.",
    ),
    say(
        "灰色的格子是编号和对照，锁着，请不要改。行和列也不要增删，不要合并单元格，不要改表名。",
        "Grey cells are ids and reminders. They are locked; please leave them. Do not add or delete rows and columns, "
        "merge cells or rename sheets.",
    ),
    say(
        "格子里只写文字和数字，不写公式。像 12-30 这样的字，先打一个单引号，免得变成日期。",
        "Write words and numbers only, no formulas. Before something like 12-30 type an apostrophe, so that it does "
        "not become a date.",
    ),
    say(
        "要新增场景、回应、台词，或删掉它们，请在程序里做，再重新导出。",
        "To add or delete scenes, responses or lines, do so in the program, and export again.",
    ),
    say(
        "改好后存成 .xlsx，交回去导入。导入时会逐条列出改动；期间别人也改过的地方，会问您留哪一个。",
        "When you are done, save as .xlsx and give it back to be imported. Every change will be listed then, and "
        "where somebody else changed the same place meanwhile, you will be asked which to keep.",
    ),
)


def base_text(data: Data) -> str:
    """Write what a workbook was made from, as it travels with it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def text_hash(text: str) -> str:
    """Give the SHA-256 by which damage to what travels is seen."""
    return hashlib.sha256(text.encode()).hexdigest()


def workbook_content(data: Data, tables: tuple[Table, ...], choices: Choices) -> bytes:
    """Give the bytes of the .xlsx file of a scenario."""
    import openpyxl

    book = openpyxl.Workbook()
    guide = book.active
    if guide is not None:
        book.remove(guide)
    _write_guide(book, Text.of(data["title"]))
    ranges = _ranges(choices)
    for table in tables:
        _write_table(book.create_sheet(table.name), table, ranges)
    _write_lists(book, choices)
    _write_base(book, data)
    book.properties.title = Text.of(data["title"]).to("zh")
    book.properties.creator = "Counter Practice"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_guide(book: Workbook, title: Text) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(GUIDE_SHEET)
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 4
    sheet.column_dimensions["B"].width = 96
    names = " / ".join(dict.fromkeys(title.to(language) for language in ("zh", "en")))
    put_text(sheet.cell(2, 2), names)
    sheet.cell(2, 2).font = Font(name=_FONT, size=18, bold=True, color=_CELADON)
    row = 4
    for language in ("zh", "en"):
        for number, words in enumerate(_GUIDE):
            cell = sheet.cell(row, 2)
            put_text(cell, words.to(language) if not number else f"{number}. {words.to(language)}")
            cell.font = Font(name=_FONT, size=13 if not number else 11, bold=not number, color=_INK)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.row_dimensions[row].height = 22 if not number else _height([(str(cell.value), 92)])
            row += 1
        row += 1
    sheet.protection.sheet = True


def _write_table(sheet: Worksheet, table: Table, ranges: dict[str, str]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    def filled(colour: str) -> PatternFill:
        return PatternFill("solid", start_color=colour)

    heading, fixed, free, missing = filled(_CELADON), filled(_STONE), filled(_PAPER), filled(_MISSING)
    wrapped = Alignment(wrap_text=True, vertical="top")
    ink, soft = Font(name=_FONT, size=11, color=_INK), Font(name=_FONT, size=9, color=_SOFT_INK)
    thin, thick = Side(style="hair", color=_RULE), Side(style="medium", color=_CELADON)
    line, beginning = Border(bottom=thin), Border(bottom=thin, top=thick)
    locked, open_ = Protection(locked=True), Protection(locked=False)
    for number, column in enumerate(table.columns, 1):
        head = sheet.cell(1, number)
        put_text(head, column.title)
        head.font = Font(name=_FONT, size=11, bold=True, color=_PAPER)
        head.fill = heading
        head.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[1].height = 34
    looks: dict[tuple[bool, ...], Any] = {}  # styles
    chosen: dict[str, dict[int, list[int]]] = {}  # by list: the rows of each column
    for place, row in enumerate(table.rows, 2):
        sheet.row_dimensions[place].height = _height(
            [(str(one.shown), column.width) for one, column in zip(row.cells, table.columns, strict=True)]
        )
        for number, one in enumerate(row.cells, 1):
            cell: Any = sheet.cell(place, number)
            fixed_cell = one.kind in (Kind.FIXED, Kind.ID)
            empty = one.kind is Kind.WORDS and one.shown == ""
            begins = row.begins and place > 2
            number_cell = one.kind is Kind.NUMBER or isinstance(one.shown, int)
            look = (fixed_cell, empty, begins, one.locked, number_cell)
            if look in looks:
                cell._style = copy(looks[look])  # noqa: SLF001 - each look is worked out once: it takes long
            else:
                cell.fill = fixed if fixed_cell else missing if empty else free
                cell.font = soft if fixed_cell else ink
                cell.alignment = wrapped
                cell.border = beginning if begins else line
                cell.protection = locked if fixed_cell or one.locked else open_
                cell.number_format = "General" if number_cell else "@"
                looks[look] = copy(cell._style)  # noqa: SLF001
            put_text(cell, one.shown)
            if one.choices in ranges:
                chosen.setdefault(one.choices, {}).setdefault(number, []).append(place)
    for name, columns in chosen.items():
        cells = [run for number, rows in columns.items() for run in _runs(get_column_letter(number), rows)]
        sheet.add_data_validation(_validation(ranges[name], " ".join(cells)))
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    protection = sheet.protection  # without a password: against slips, and not against people
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.autoFilter = protection.sort = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """Give the height in points that words take in columns of so many characters; not every program finds it itself."""
    lines = max(sum(1 + int(_width(line) / (width - 1)) for line in words.split("\n")[:40]) for words, width in cells)
    return min(_TALLEST, 16.5 * lines + 3)


def _width(words: str) -> float:
    return sum(1.9 if character >= "\u2e80" else 1.05 for character in words)


def _validation(where: str, cells: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    made = DataValidation("list", formula1=where, allow_blank=True, showErrorMessage=True, sqref=cells)
    made.errorStyle = "warning"
    made.errorTitle = "不在列表里 / Not in the list"
    made.error = "请从列表里选。Please choose from the list."
    return made


def _runs(letter: str, rows: Sequence[int]) -> Iterator[str]:
    """Give ranges of one column that hold these rows, which ascend."""
    first = last = rows[0]
    for row in (*rows[1:], 0):
        if row != last + 1:
            yield f"{letter}{first}:{letter}{last}"
            first = row
        last = row


def _ranges(choices: Choices) -> dict[str, str]:
    from openpyxl.utils import get_column_letter

    return {
        name: f"{LISTS_SHEET}!${(letter := get_column_letter(number))}$2:${letter}${len(every) + 1}"
        for number, (name, every) in enumerate(choices.lists.items(), 1)
    }


def _write_lists(book: Workbook, choices: Choices) -> None:
    sheet = book.create_sheet(LISTS_SHEET)
    for number, (name, every) in enumerate(choices.lists.items(), 1):
        put_text(sheet.cell(1, number), name)
        for place, choice in enumerate(every, 2):
            put_text(sheet.cell(place, number), choice.label)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _write_base(book: Workbook, data: Data) -> None:
    sheet = book.create_sheet(BASE_SHEET)
    text = base_text(data)
    coded = base64.b64encode(text.encode()).decode()
    pieces = [coded[start : start + PIECE] for start in range(0, len(coded), PIECE)]
    for place, piece in enumerate([MARK, text_hash(text), str(len(pieces)), *pieces], 1):
        put_text(sheet.cell(place, 1), piece)
        sheet.cell(place, 1).number_format = "@"
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
