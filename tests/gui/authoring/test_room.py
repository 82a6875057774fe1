"""The authors' room: what there is to write on, and that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from simulator.authoring.drafts_folder import DraftsFolder
from simulator.authoring.edits import set_text
from simulator.authoring.saving import open_draft
from simulator.gui import prompts
from simulator.gui.authoring.questions import NewQuestion
from simulator.gui.authoring.room import AuthoringRoom
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from tests.conftest import PROJECT, TickingClock
from tests.gui.conftest import LONG
from tests.rooms import authoring_room

RULEBOOK = PROJECT / "scenarios" / "rulebook.yaml"
SHIPPED = PROJECT / "assets" / "templates"  # small scenarios, which stand for those that come with the program


@pytest.fixture
def make_room(tmp_path: Path, presentation: Presentation, qtbot: QtBot) -> Iterator:
    rooms: list[AuthoringRoom] = []
    failures: list[object] = []

    def made() -> AuthoringRoom:
        catalogue = Catalogue([SHIPPED, tmp_path / "library"], RULEBOOK, tmp_path / "cache")
        room = authoring_room(presentation, catalogue, tmp_path)
        room.failed.connect(failures.append)
        rooms.append(room)
        qtbot.addWidget(room)
        room.resize(1366, 768)
        room.show()
        room.open()
        qtbot.waitUntil(lambda: bool(verbs(room)), timeout=LONG)
        return room

    yield made
    for room in rooms:
        room.finish()
    assert failures == []


def verbs(room: AuthoringRoom) -> list[str]:
    return [button.accessibleName() for button in room.home.findChildren(QPushButton) if button.accessibleName()]


def press(room: AuthoringRoom, name: str) -> None:
    (button,) = [one for one in room.home.findChildren(QPushButton) if one.accessibleName().startswith(name)]
    button.click()


def edited(room: AuthoringRoom, qtbot: QtBot):
    qtbot.waitUntil(lambda: room.page is not None and room.currentWidget() is room.page, timeout=LONG)
    qtbot.waitUntil(lambda: room.page.checked is not None, timeout=LONG)
    return room.page


def test_a_copy_of_a_shipped_scenario_is_edited_and_the_shipped_one_stays(make_room, qtbot, tmp_path):
    room = make_room()
    before = (SHIPPED / "complaint.yaml").read_bytes()
    title = open_draft(SHIPPED / "complaint.yaml")[0].get(("title", "en"))
    press(room, f"Edit a copy: {title}")
    page = edited(room, qtbot)
    assert page.desk.draft.path == tmp_path / "library" / "complaint.yaml"
    assert page.desk.dirty, "nothing is written before it is saved"
    with qtbot.waitSignal(page.desk.saved, timeout=LONG):
        page.desk.save()
    assert (tmp_path / "library" / "complaint.yaml").is_file()
    assert (SHIPPED / "complaint.yaml").read_bytes() == before
    room.open()
    mine = f"Edit: {title}, complaint.yaml"
    qtbot.waitUntil(lambda: any(name.startswith(mine) for name in verbs(room)), timeout=LONG)


def test_a_draft_left_by_a_crash_is_offered_and_can_be_gone_on_with(make_room, qtbot, tmp_path):
    path = tmp_path / "library" / "visit.yaml"
    path.parent.mkdir()
    path.write_text((SHIPPED / "first-visit.yaml").read_text("utf-8").replace("id: first-visit", "id: visit"), "utf-8")
    draft, state = open_draft(path)
    draft = draft.after(set_text(draft, ("title",), "en", "A Better Title"))
    DraftsFolder(tmp_path / "drafts", TickingClock()).keep(draft, state)
    room = make_room()
    press(room, "Go on with it: visit.yaml")
    page = edited(room, qtbot)
    assert page.desk.draft.get(("title", "en")) == "A Better Title"
    assert page.desk.dirty
    with qtbot.waitSignal(page.desk.saved, timeout=LONG):
        page.desk.save()
    assert "A Better Title" in path.read_text("utf-8")


def test_a_damaged_draft_is_named_and_stops_nothing(make_room, tmp_path):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "torn.draft").write_bytes(b"\x00 torn")
    room = make_room()
    assert any("torn.draft" in label.text() for label in room.home.findChildren(QLabel))


def test_an_id_that_is_there_already_is_refused(make_room, qtbot, tmp_path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, sentence, language: told.append(sentence.to(language)))
    path = tmp_path / "library" / "visit.yaml"
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    room = make_room()
    room.home.new_requested.emit(_template())
    qtbot.waitUntil(lambda: room.findChild(NewQuestion) is not None, timeout=LONG)
    question = room.findChild(NewQuestion)
    question.id.setText("visit")
    question.accept()
    assert told == ["There is a scenario called visit already. Please choose another id."]
    assert path.read_text("utf-8") == "mine"


def _template():
    from simulator.authoring.templates import templates

    return templates(PROJECT / "assets" / "templates")[0]
