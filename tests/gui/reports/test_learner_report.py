"""A learner's report, read back from the files that a person saves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pypdf
import pytest

from simulator.gui.background import Background
from simulator.gui.progress import saving
from simulator.gui.progress.picture import draw_up, read_past, read_shelf
from simulator.gui.progress.saving import SaveMenu
from simulator.gui.reports.learner_report_workbook import class_workbook, learner_workbook
from simulator.records.learners import Learners
from simulator.settings import Settings
from tests.gui.conftest import LONG
from tests.practised import Practised

SIX = ("phone-wall", "wrong-counter", "queue-jumper", "twelve-minutes", "bad-review-call", "lost-freshman")
NAME = "=1+1 陈静"


@pytest.fixture
def pictures(record, shipped):
    """Two learners on this PC, of whom the first has practised."""
    cards = {card.id: card for card in shipped.cards()}

    def work(database):
        learners = [Learners(database).add(name) for name in (NAME, "王芳")]
        mode = "learn"
        Practised(shipped).record(database, learners[0], [cards[id] for id in SIX], lambda _: 0.8, mode)
        shelf = read_shelf(shipped)
        return [draw_up(shelf, read_past(database, learner)) for learner in learners]

    return record.ask(work)


@pytest.fixture
def menu(presentation, keeper, qtbot) -> Iterator[SaveMenu]:
    background = Background("progress")
    menu = SaveMenu(presentation, keeper, background)
    qtbot.addWidget(menu)
    yield menu
    background.finish()


@pytest.fixture
def save(menu, pictures, tmp_path, monkeypatch, qtbot):
    """Chooses an entry of the menu, and gives the file."""

    def saved(entry: str, name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(saving, "ask_path", lambda *_: str(path))
        menu.tell(pictures[0])
        action = next(one for one in menu.menu().actions() if one.text().startswith(entry))
        with qtbot.waitSignal(menu.saved, timeout=LONG) as told:
            action.trigger()
        assert told.args == [str(path)]
        return path

    return saved


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    with closing(openpyxl.load_workbook(io.BytesIO(content))) as book:
        return {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}


def test_the_pdf_holds_what_the_page_says_and_its_chinese_can_be_searched(save, pictures, presentation):
    presentation.settings = Settings(language="zh")
    reader = pypdf.PdfReader(str(save("Progress report as PDF", "report.pdf")))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    shelf = pictures[0].shelf
    for words in ("学习进度报告", "陈静", "日期", "感动服务三日课", *(shelf.title(id).to("zh") for id in SIX)):
        assert "".join(words.split()) in text
    assert not [sign for sign in text if "\u2e80" <= sign <= "\u2fdf"]
    assert "%1" not in text
    assert sum(len(page.images) for page in reader.pages) == 3


def test_the_workbook_holds_every_attempt_and_every_rule_and_no_formula(save, pictures):
    book = sheets(save("Progress report as a workbook", "report.xlsx").read_bytes())
    assert list(book) == ["Summary", "Attempts", "Rules", "Badges"]
    assert book["Summary"][1] == ["Learner", NAME]
    history = pictures[0].past.history
    assert [row[3] for row in book["Attempts"][1:]] == [one.score for one in history.attempts]
    states = pictures[0].states
    assert [(row[6], *row[2:5]) for row in book["Rules"][1:]] == [
        (one.rule, one.kept, one.missed, one.broken) for one in states.values()
    ]
    with closing(openpyxl.load_workbook(io.BytesIO(learner_workbook(pictures[0], "en")))) as whole:
        assert {cell.data_type for sheet in whole for row in sheet.rows for cell in row} <= {"s", "n"}


def test_the_sheet_of_a_class_has_everyone_in_the_order_in_which_they_came(save, pictures):
    book = sheets(save("Sheet of everyone", "class.xlsx").read_bytes())
    assert [row[0] for row in book["Class"][1:]] == [NAME, "王芳"]
    assert [row[1] for row in book["Class"][1:]] == [6, 0]
    assert book["Class"][2][5] == "too few yet"
    rules = book["Rules"]
    assert len(rules) == 1 + len(pictures[0].states)
    assert all(sum(row[1:4]) == 2 for row in rules[1:])
    turned = sheets(class_workbook(pictures[::-1], "zh"))
    assert [row[0] for row in turned["班级"][1:]] == ["王芳", NAME]


def test_a_name_without_its_ending_gets_one(menu, pictures, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(saving, "ask_path", lambda *_: str(tmp_path / "report"))
    menu.tell(pictures[0])
    with qtbot.waitSignal(menu.saved, timeout=LONG):
        menu.menu().actions()[0].trigger()
    assert (tmp_path / "report.pdf").is_file()


def test_nothing_is_written_where_the_person_thinks_better_of_it(menu, pictures, tmp_path, monkeypatch):
    offered = []
    monkeypatch.setattr(saving, "ask_path", lambda _parent, _title, name, _kinds: offered.append(name) or "")
    before = sorted(tmp_path.iterdir())
    menu.tell(pictures[0])
    for action in menu.menu().actions():
        action.trigger()
    assert offered == [
        f"Progress of {NAME}.pdf",
        f"Progress of {NAME}.xlsx",
        f"Results of {NAME}.cpresult",
        "Class.xlsx",
    ]
    assert sorted(tmp_path.iterdir()) == before


def test_a_disk_that_refuses_is_told(menu, pictures, tmp_path, monkeypatch, qtbot):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(saving, "ask_path", lambda *_: str(tmp_path / "file" / "report.pdf"))
    menu.tell(pictures[0])
    with qtbot.waitSignal(menu.failed, timeout=LONG) as told:
        menu.menu().actions()[0].trigger()
    assert "was not saved" in told.args[0].sentence.to("en")
