"""Handing a scenario on and taking one in, by the window."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from simulator.authoring.edits import set_text
from simulator.gui import prompts
from simulator.gui.authoring.merge_question import MergeQuestion
from tests.gui.authoring.test_room import SHIPPED, edited, make_room, press  # noqa: F401 - a fixture
from tests.gui.conftest import LONG


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person is told."""
    told: list[str] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, sentence, language: told.append(sentence.to(language)))
    monkeypatch.setattr(prompts, "inform", lambda _parent, sentence, language: told.append(sentence.to(language)))
    monkeypatch.setattr(prompts, "tell_notes", lambda _parent, name, notes: told.append(f"{name}: {len(notes)}"))
    return told


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch):
    """Answers the file dialogs."""

    def answered(path: Path) -> None:
        monkeypatch.setattr(prompts, "save_path", lambda *_: path)
        monkeypatch.setattr(prompts, "open_path", lambda *_: path)

    return answered


@pytest.fixture
def editor(make_room, qtbot):  # noqa: F811 - the fixture
    room = make_room()
    press(room, "Edit a copy: A Visit")
    page = edited(room, qtbot)
    with qtbot.waitSignal(page.desk.saved, timeout=LONG):
        page.desk.save()
    return room, page


def offered(page, words: str) -> None:
    (entry,) = [one for one in page.bar._menu.actions() if one.text().startswith(words)]
    entry.trigger()


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        ("Workbook", "visit.xlsx", b"PK"),
        ("Twee", "visit.twee", b"::"),
        ("Play script for Word", "visit.docx", b"PK"),
        ("Play script as PDF", "visit.pdf", b"%PDF"),
        ("Pack", "visit.zip", b"PK"),
    ],
)
def test_a_scenario_is_handed_on_as_other_programs_read_it(editor, ask, said, qtbot, tmp_path, words, name, begins):
    _, page = editor
    ask(tmp_path / name)
    offered(page, words)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert said == [f"Written: {tmp_path / name}."]
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_what_a_colleague_changed_in_a_workbook_is_merged_into_the_draft(editor, ask, said, qtbot, tmp_path):
    import openpyxl

    room, page = editor
    ask(tmp_path / "visit.xlsx")
    offered(page, "Workbook")
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    book = openpyxl.load_workbook(tmp_path / "visit.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "A Visit"]
    cells[0].value = "A Long Visit"
    book.save(tmp_path / "visit.xlsx")
    keys = ("citizen", "name")
    page.desk.do(lambda draft: set_text(draft, keys, "en", "Lu Ming"))
    offered(page, "Merge a workbook")
    qtbot.waitUntil(lambda: room.findChild(MergeQuestion) is not None, timeout=LONG)
    room.findChild(MergeQuestion).accept()
    assert page.desk.draft.get(("title", "en")) == "A Long Visit"
    assert page.desk.draft.get((*keys, "en")) == "Lu Ming", "what was changed here meanwhile stays"


def test_a_pack_is_taken_in_and_its_scenario_stands_in_the_list(editor, make_room, ask, said, qtbot, tmp_path):  # noqa: F811
    room, page = editor
    ask(tmp_path / "east-hall.zip")
    offered(page, "Pack")
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    page.desk.draft.path.unlink()
    room.open()
    room.home.import_requested.emit()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=LONG)
    assert said[1] == "The pack is in; it brought first-visit."
    assert (tmp_path / "library" / "first-visit" / "scenarios" / "first-visit.yaml").is_file()


def test_a_hostile_pack_is_refused_with_its_reason_and_leaves_nothing(make_room, ask, said, qtbot, tmp_path):  # noqa: F811
    room = make_room()
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.yaml", "x")
    ask(path)
    room.home.import_requested.emit()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert "evil" in said[0]
    assert not list((tmp_path / "library").rglob("*.yaml"))


def test_a_twee_story_comes_in_as_a_scenario_to_go_on_with(make_room, ask, said, qtbot, tmp_path):  # noqa: F811
    room = make_room()
    path = tmp_path / "story.twee"
    path.write_text(
        ":: StoryTitle\nLost Umbrella\n\n:: Start\nSomebody has lost an umbrella.\n[[Good morning.->End]]\n"
        "[[Next!->End]]\n\n:: End\nThe umbrella is found.\n",
        "utf-8",
    )
    ask(path)
    room.home.import_requested.emit()
    page = edited(room, qtbot)
    assert page.desk.draft.path.parent == tmp_path / "library"
    assert "Somebody has lost an umbrella." in page.desk.draft.text
    assert SHIPPED.is_dir()
