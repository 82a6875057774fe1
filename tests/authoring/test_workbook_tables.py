from __future__ import annotations

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.meaning import meaning_of
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.texts import texts_of
from simulator.authoring.workbook_choices import choices_for
from simulator.authoring.workbook_tables import Kind, shown_words, tables_of
from simulator.domain.rulebook import Rulebook
from simulator.library.scenario_file import TextReader
from tests.authoring.workbook_hands import TEXTS, ZH, Workbook


def test_long_and_odd_words_stay_as_they_were(draft: Draft, book: Rulebook, art: Art) -> None:
    words = {"zh": "长" * 40_000, "en": "bell\x07 _x0041_ x005F_ a\r\nb "}
    changed = draft.with_text(scenario_text({**meaning_of(draft), "summary": words}))
    workbook = Workbook(changed, book, art)
    assert workbook.read().changes == ()
    row = workbook.row(TEXTS, "summary")
    workbook.book[TEXTS].cell(row, ZH).value = "短"
    assert [one.cell for one in workbook.read().problems] == [f"C{row}"]


def test_every_text_stands_once(draft: Draft, book: Rulebook, art: Art) -> None:
    data = meaning_of(draft)
    texts, *others = tables_of(data, choices_for(data, book, art, "zh"))
    scenario = TextReader(draft.path).read(draft.text).scenario
    assert scenario is not None
    keys = [cell.keys[:-1] for row in texts.rows for cell in row.cells if cell.kind is Kind.WORDS]
    assert {keys for keys, _ in texts_of(scenario)} <= set(keys)
    assert len(keys) == 2 * len(set(keys))
    for table in (texts, *others):
        ids = [row.id for row in table.rows]
        assert len(ids) == len(set(ids))
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\r\nb", "a\nb"),
        ("_x0041_", "＿x0041_"),
        ("x\x07", "x\ufffd"),
        ("plain", "plain"),
        ("a" * 40_000, "a" * 32_000 + "…"),
    ],
)
def test_words_are_shown_as_a_cell_can_hold_them(words: str, shown: str) -> None:
    assert shown_words(words) == shown
