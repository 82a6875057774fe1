from __future__ import annotations

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.meaning import meaning_of
from simulator.authoring.scenario_text import scenario_text
from simulator.domain.rulebook import Rulebook
from tests.authoring.workbook_hands import ID, TEXTS, ZH, Workbook


def test_only_ids_and_reminders_are_locked_and_without_a_password(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.freeze_panes == "C2"
    assert [sheet.cell(2, column).protection.locked for column in range(1, ID + 1)] == [True, True, False, False, True]


def test_cells_have_lists_to_choose_from(workbook: Workbook) -> None:
    lists = workbook.book["回应 Responses"].data_validations.dataValidation
    assert {one.type for one in lists} == {"list"}
    assert all(one.formula1.startswith("lists!$") for one in lists)
    assert len(lists) >= 2


def test_words_that_begin_like_a_formula_stay_words(draft: Draft, book: Rulebook, art: Art) -> None:
    for words in ("=1+1", "+86 10", "-x", "@all", "'x"):
        text = draft.text.replace(f'"{meaning_of(draft)["title"]["zh"]}"', f'"{words}"', 1)
        changed = draft.with_text(text) if text != draft.text else draft.with_text(_titled(draft, words))
        workbook = Workbook(changed, book, art)
        cell = workbook.book[TEXTS].cell(2, ZH)
        assert (cell.value, cell.data_type) == (words, "s")
        assert workbook.read().changes == ()


def _titled(draft: Draft, words: str) -> str:
    return scenario_text({**meaning_of(draft), "title": {"zh": words, "en": "x"}})


def test_the_texts_come_first_once_each_and_nothing_is_a_formula(workbook: Workbook, draft: Draft) -> None:
    assert workbook.book.sheetnames[:2] == ["说明 Guide", TEXTS]
    ids = [row[-1].value for row in workbook.book[TEXTS].iter_rows(min_row=2)]
    assert len(ids) == len(set(ids))
    assert "scenes/arrival/lines/1" in ids or any("/lines/1" in id for id in ids)
    for sheet in workbook.book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_every_cell_that_names_something_has_its_list(workbook: Workbook) -> None:
    sheet = workbook.book["回应 Responses"]
    rows = range(2, sheet.max_row + 1)
    ways = next(one for one in sheet.data_validations.dataValidation if "D2" in one.sqref)
    assert all(f"D{row}" in ways.sqref for row in rows)
    assert f"D{sheet.max_row + 1}" not in ways.sqref
    assert "C2" not in ways.sqref
