from __future__ import annotations

from datetime import date

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.merge import merged
from simulator.authoring.workbook import merge_workbook
from tests.authoring.workbook_hands import EN, ID, TEXTS, ZH, Workbook


def test_rules_ways_speakers_and_settings_are_read(workbook: Workbook, draft: Draft) -> None:
    data = meaning_of(draft)
    scene, response = next(
        (scene, id) for scene, part in data["scenes"].items() for id, one in part.get("responses", {}).items()
    )
    sheet = workbook.book["回应 Responses"]
    row = workbook.row("回应 Responses", f"scenes/{scene}/responses/{response}")
    heads = [str(cell.value).split("\n")[0] for cell in sheet[1]]
    ending = next(iter(data["endings"]))
    rule = sorted(workbook.rules.rules)[0]
    sheet.cell(row, heads.index("去向") + 1).value = f"{ending}  → 结局 ending"
    sheet.cell(row, heads.index("情绪加减") + 1).value = 7.0
    for number in range(1, 5):
        sheet.cell(row, heads.index(f"遵守的规则 {number}") + 1).value = f"{rule}  words" if number == 2 else None
        sheet.cell(row, heads.index(f"违反的规则 {number}") + 1).value = None
    lines = workbook.book["台词 Lines"]
    lines.cell(2, 4).value = "窗口人员"
    lines.cell(2, 5).value = "angry  生气"
    reading = workbook.read()
    assert reading.problems == ()
    one = reading.theirs["scenes"][scene]["responses"][response]
    assert (one["goto"], one["mood"], one["keeps"]) == (ending, 7, [rule])
    first = reading.theirs["scenes"][str(lines.cell(2, 1).value)]["lines"][0]
    assert set(first) == {"clerk", "expression"}
    assert first["expression"] == "angry"
    after = draft.after(merged(draft, merge_workbook(draft, reading), {}))
    assert meaning_of(after) == reading.theirs


@pytest.mark.parametrize(
    ("value", "kind", "severity"),
    [
        ("=1+1", "f", "error"),
        (date(2026, 12, 30), None, "error"),
        (12.5, None, "warning"),
        ("words  ", None, "warning"),
    ],
)
def test_what_a_text_cell_should_not_hold_is_told_with_its_cell(
    workbook: Workbook, value: object, kind: str | None, severity: str
) -> None:
    cell = workbook.book[TEXTS].cell(2, ZH)
    cell.value = value
    if kind:
        cell.data_type = kind
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell, problem.severity) == (TEXTS, "C2", severity)
    assert "C2" in problem.line("zh")


def test_an_emptied_text_that_must_be_there_is_told_with_its_cell(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    sheet.cell(2, ZH).value = sheet.cell(2, EN).value = None
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell, problem.severity) == (TEXTS, "C2", "error")


def test_a_way_to_nowhere_is_told_with_its_cell(workbook: Workbook) -> None:
    workbook.book["回应 Responses"]["D2"].value = "nowhere"
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell) == ("回应 Responses", "D2")


def test_ids_missing_doubled_and_unknown(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    first = sheet.cell(2, ID).value
    sheet.cell(3, ID).value = first
    sheet.cell(4, ID).value = "nothing/here"
    sheet.cell(5, ID).value = None
    problems = workbook.read().problems
    assert [one.cell for one in problems if one.severity == "error"] == ["E3", "E4", "E5"]
    assert len([one for one in problems if one.severity == "warning"]) == 3


def test_a_deleted_row_leaves_its_words_as_they_were(workbook: Workbook) -> None:
    workbook.book[TEXTS].delete_rows(4)
    workbook.book[TEXTS].insert_rows(3)
    reading = workbook.read()
    assert [one.severity for one in reading.problems] == ["warning"]
    assert reading.changes == ()


def test_sheets_renamed_added_and_deleted(workbook: Workbook) -> None:
    workbook.book[TEXTS].title = "改过名"
    workbook.book.create_sheet("extra")["A1"] = "x"
    del workbook.book["结局 Endings"]
    reading = workbook.read()
    assert {one.sheet for one in reading.problems} == {"改过名", "extra", "结局 Endings"}
    assert reading.usable
    assert reading.changes == ()


def test_merged_cells_and_changed_headings_are_refused_by_cell(workbook: Workbook) -> None:
    workbook.book[TEXTS].merge_cells("C3:D3")
    workbook.book["台词 Lines"]["B1"] = "x"
    assert [(one.sheet, one.cell) for one in workbook.read().problems] == [(TEXTS, "C3:D3"), ("台词 Lines", "A1")]
