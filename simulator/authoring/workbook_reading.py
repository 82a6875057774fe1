"""Reading an .xlsx file from anybody: with limits before anything is unpacked, and as plain cells."""

from __future__ import annotations

import base64
import binascii
import json
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, NamedTuple, NoReturn

from simulator.authoring.workbook_writing import BASE_SHEET, MARK, text_hash
from simulator.errors import UserError
from simulator.i18n import Text, say

Data = Any

LARGEST = 16 * 1024 * 1024  # bytes of the file
_LARGEST_UNPACKED = 48 * 1024 * 1024
_MOST_PARTS = 1_000
_MOST_ROWS = 50_000
_MOST_CELLS = 600_000
_MOST_COLUMNS = 200  # that are looked at
_FORBIDDEN = (
    ("vba", say("宏", "macros")),
    ("macrosheet", say("宏", "macros")),
    ("externallink", say("指向其他文件的链接", "links to other files")),
    ("activex", say("控件", "controls")),
    ("embeddings", say("嵌入的文件", "embedded files")),
    ("connections.xml", say("数据连接", "data connections")),
    ("querytable", say("数据连接", "data connections")),
)


class WorkbookRefused(UserError):
    """A file is no workbook that can be imported; nothing was changed."""


class Found(NamedTuple):
    """What a cell holds: words or a number, or that it holds what it must not.

    ``wrong`` is ``formula``, ``date`` or ``error`` where it does.
    """

    value: str | int | float | bool | None
    wrong: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet as found: its cells by row and column, both counted from 1."""

    name: str
    cells: Mapping[tuple[int, int], Found]
    rows: int
    merged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """A workbook as found, and what it was made from."""

    base: Data
    sheets: tuple[Sheet, ...] = field(default=())


def read_book(content: bytes) -> Book:
    """Read a workbook that was exported; raises WorkbookRefused for any other file."""
    _check_package(content)
    book = _opened(content)
    try:
        sheets = {sheet.title: _sheet(sheet) for sheet in book.worksheets}
    except Exception as error:  # noqa: BLE001 - a strange file may fail anywhere in the reader of its format
        _refuse_damaged(error)
    if BASE_SHEET not in sheets:
        _refuse_foreign()
    return Book(_base_in(sheets[BASE_SHEET]), tuple(sheet for name, sheet in sheets.items() if name != BASE_SHEET))


def _check_package(content: bytes) -> None:
    """Refuse what is too large, or what a workbook of words has no need of, before anything is unpacked."""
    if len(content) > LARGEST:
        _refuse(
            "文件超过 16 MB，不像是从这里导出的工作簿", "the file is over 16 MB, unlike a workbook exported from here"
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
                _refuse("解压后太大", "it would be too large when unpacked")
            if len({part.filename for part in parts}) < len(parts) or any(part.flag_bits & 1 for part in parts):
                _refuse("文件已加密，或内部有重名的部分", "it is encrypted, or has two parts of one name")
            for part in parts:
                for word, name in _FORBIDDEN:
                    if word in part.filename.lower():
                        _refuse(f"里面有{name.to('zh')}", f"it holds {name.to('en')}")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(package.read(part))
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError) as error:
        _refuse_damaged(error)
    except Exception as error:
        if isinstance(error, UserError):
            raise
        _refuse_damaged(error)


def _check_part(xml: bytes) -> None:
    if b"\0" in xml[:400] or xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        _refuse("里面的文字不是 UTF-8", "its text is not UTF-8")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        _refuse("里面有不该有的定义（DOCTYPE）", "it holds definitions that it should not (DOCTYPE)")
    rows, cells = (xml.count(b"<" + tag) + xml.count(b":" + tag) for tag in (b"row ", b"c "))
    if rows + xml.count(b"<row>") > _MOST_ROWS or cells + xml.count(b"<c>") > _MOST_CELLS:
        _refuse(f"行数超过 {_MOST_ROWS:,}", f"it has more than {_MOST_ROWS:,} rows")
    if b"vnd.ms-excel.sheet.macroEnabled" in xml or b"vbaProject" in xml:
        _refuse("里面有宏", "it holds macros")


def _opened(content: bytes) -> Any:  # noqa: ANN401
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that a workbook of words does not need
            return openpyxl.load_workbook(BytesIO(content), keep_links=False)
    except Exception as error:  # noqa: BLE001 - a strange file may fail anywhere in the reader of its format
        _refuse_damaged(error)


def _sheet(sheet: Any) -> Sheet:  # noqa: ANN401
    cells: dict[tuple[int, int], Found] = {}
    for row in sheet.iter_rows(max_col=min(sheet.max_column, _MOST_COLUMNS), max_row=min(sheet.max_row, _MOST_ROWS)):
        for cell in row:
            if cell.value is not None:
                cells[cell.row, cell.column] = _found(cell.value, cell.data_type)
    merged = tuple(str(one) for one in sheet.merged_cells.ranges)
    return Sheet(str(sheet.title), cells, max((row for row, _ in cells), default=0), merged)


def _found(value: object, kind: str) -> Found:
    if kind == "f":
        return Found(None, "formula")
    if kind == "e":
        return Found(str(value), "error")
    if isinstance(value, datetime | date | time | timedelta):
        return Found(None, "date")
    if isinstance(value, bool | int | float):
        return Found(value)
    return Found(str(value))


def _base_in(sheet: Sheet) -> Data:
    """Give what a workbook was made from, as it travelled with it."""
    column = [str(sheet.cells[row, 1].value) if (row, 1) in sheet.cells else "" for row in range(1, sheet.rows + 1)]
    if len(column) < 4 or column[0] != MARK:
        _refuse_foreign()
    try:
        text = base64.b64decode("".join(column[3:]), validate=True).decode()
        if text_hash(text) != column[1]:
            _refuse_foreign()
        return json.loads(text)
    except (binascii.Error, ValueError, RecursionError):
        _refuse_foreign()


def _refuse_foreign() -> NoReturn:
    _refuse(
        f"里面没有导出时的原文（隐藏的“{BASE_SHEET}”表），或它被改动过。请用从这里导出的工作簿，另存时保持 .xlsx 格式",
        f"it lacks what it was made from (the hidden sheet “{BASE_SHEET}”), or that was changed. Use a workbook that "
        "was exported from here, and save it as .xlsx",
    )


def _refuse_damaged(error: Exception) -> NoReturn:
    try:
        _refuse("文件已损坏，或不是 .xlsx 工作簿", "the file is damaged, or is no .xlsx workbook")
    except WorkbookRefused as refused:
        raise refused from error


def _refuse(zh: str, en: str) -> NoReturn:
    raise WorkbookRefused(refusal(say(zh, en)))


def refusal(why: Text) -> Text:
    """Say why a workbook is not imported."""
    return say(
        f"这个工作簿不能导入：{why.to('zh')}。什么也没有改动。",
        f"This workbook cannot be imported: {why.to('en')}. Nothing was changed.",
    )
