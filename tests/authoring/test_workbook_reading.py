from __future__ import annotations

import base64
import io
import zipfile
from typing import Any

import pytest

from simulator.authoring.workbook_reading import WorkbookRefused
from simulator.authoring.workbook_writing import MARK, text_hash
from tests.authoring.workbook_hands import Workbook


def _packed(content: bytes, **parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, words in parts.items():
            new.writestr(name, words)
    return made.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"PK\x03\x04",
        lambda content: content[: len(content) // 2],
        lambda content: _packed(content, **{"xl/vbaProject.bin": b"x"}),
        lambda content: _packed(content, **{"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        lambda content: _packed(content, **{"xl/bomb.xml": b" " * 60_000_000}),
        lambda content: _packed(content, **{"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
        lambda content: _packed(content, **{"xl/workbook.xml": "<x/>".encode("utf-16")}),
        lambda content: _packed(content, **{"xl/worksheets/sheet2.xml": b'<row r="1"/>' * 100_000}),
        lambda content: _packed(content, **{"xl/worksheets/sheet2.xml": b"<worksheet"}),
        lambda content: _packed(content, **{f"x{number}": b"" for number in range(1_100)}),
        lambda _: b"x" * (17 * 1024 * 1024),
    ],
)
def test_strange_files_are_refused_with_a_sentence(workbook: Workbook, spoil: Any) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        workbook.read(spoil(workbook.content))
    assert "Nothing was changed" in refused.value.sentence.to("en")
    assert "什么也没有改动" in refused.value.sentence.to("zh")


@pytest.mark.parametrize(
    "base",
    ["[]", "{", "null", '{"id": 3}', "[" * 100_000, '{"id": "x", "scenes": {"a": {}}}', '{"id": "../../x"}', "\ud800"],
)
def test_a_strange_base_is_refused(workbook: Workbook, base: str) -> None:
    sheet = workbook.book["base"]
    words = base.encode("utf-8", "surrogatepass")
    sheet.delete_rows(1, sheet.max_row)
    pieces = base64.b64encode(words).decode()
    hashed = text_hash(base) if base.isprintable() else "x"
    for row, piece in enumerate(
        [MARK, hashed, "1", *(pieces[at : at + 30_000] for at in range(0, len(pieces), 30_000))], 1
    ):
        sheet.cell(row, 1).value = piece
    with pytest.raises(WorkbookRefused):
        workbook.read()


def test_a_workbook_from_elsewhere_is_refused(workbook: Workbook) -> None:
    del workbook.book["base"]
    with pytest.raises(WorkbookRefused):
        workbook.read()
