"""An instructor who has never seen YAML makes an encounter of six scenes in the real window, and a learner plays it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.authoring.examined import art_in
from simulator.authoring.validation import Validator
from simulator.gui.authoring.forms.fields import TextBox, WordsField
from simulator.gui.authoring.forms.names_field import NamesField
from simulator.gui.authoring.forms.rule_picker import RulePicker
from simulator.gui.authoring.forms.scene_form import SceneForm
from simulator.gui.authoring.page import EditorPage
from simulator.gui.authoring.questions import IdQuestion, NewQuestion
from simulator.gui.main_window import MainWindow
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import PROJECT
from tests.end_to_end.test_window import Open, open_window, sign_in  # noqa: F401 - a fixture

LONG = 20_000  # milliseconds


class Instructor:
    """Somebody at the window, who sees words and buttons and no file."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def editor(self) -> EditorPage:
        return self.window.findChild(EditorPage)

    def press(self, words: str, among: QWidget | None = None, number: int = 0) -> None:
        def found() -> list[QPushButton]:
            buttons = (among or self.window).findChildren(QPushButton)
            return [one for one in buttons if one.text().strip() == words and one.isVisible() and one.isEnabled()]

        self.qtbot.waitUntil(lambda: len(found()) > number, timeout=LONG)
        QTest.mouseClick(found()[number], Qt.MouseButton.LeftButton)

    def asked(self, kind: type[QWidget]) -> QWidget:
        self.qtbot.waitUntil(lambda: self.window.findChild(kind) is not None, timeout=LONG)
        return self.window.findChild(kind)

    def write(self, name: str, zh: str, en: str, among: QWidget | None = None) -> None:
        """Write into the field of this name, in both languages, as input methods do."""

        def found() -> list[WordsField]:
            fields = (among or self.editor.form).findChildren(WordsField)
            named = [one for one in fields if any(label.text() == name for label in one.findChildren(QLabel))]
            return [one for one in named if one.isVisible()]

        self.qtbot.waitUntil(lambda: len(found()) == 1, timeout=LONG)
        (field,) = found()
        for language, words in (("zh", zh), ("en", en)):
            type_over(field.box(language), words)

    def add_scene(self, id: str) -> None:
        self.press("+ Scene", self.editor)
        self.press("Rename", self.editor)
        question = self.asked(IdQuestion)
        question.line.setText(id)
        question.accept()
        self.qtbot.waitUntil(lambda: self.editor.selected == ("scenes", id), timeout=LONG)

    def add_line(self, speaker: str, zh: str, en: str) -> None:
        self.press(f"+ {speaker}", self.editor.form)
        field = self.editor.form.findChildren(WordsField)
        (boxes,) = [one for one in field if one.box("en").toPlainText() == "\u2026"]
        type_over(boxes.box("zh"), zh)
        type_over(boxes.box("en"), en)

    def response(self, place: int) -> QWidget:
        form = self.editor.form
        assert isinstance(form, SceneForm)
        id = self.editor.desk.draft.ids((*self.editor.selected, "responses"))[place]
        form.open_response(id)
        return form.response(id)

    def pick(self, form: QWidget, field: str, words: str) -> None:
        (names,) = [one for one in form.findChildren(NamesField) if one.keys[-1] == field]
        QTest.mouseClick(names.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
        picker = self.asked(RulePicker)
        self.qtbot.keyClicks(picker.search, words)
        self.qtbot.keyClick(picker, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window.findChild(RulePicker) is None, timeout=LONG)

    def lead(self, form: QWidget, target: str) -> None:
        box = form._goto.box
        form._goto.fill()
        box.setCurrentIndex(box.findData(target))
        box.activated.emit(box.currentIndex())

    def checked(self) -> None:
        editor = self.editor
        self.qtbot.waitUntil(
            lambda: editor.checked is not None and editor.checked.text == editor.desk.draft.text, timeout=LONG
        )


def type_over(box: TextBox, words: str) -> None:
    box.setFocus()
    box.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(box, event)


SCENE_WORDS = {
    "reading-room": (
        "\u5979\u628a\u501f\u4e66\u8bc1\u653e\u5728\u53f0\u4e0a\uff0c\u53c8\u7f29\u56de\u624b\u3002",
        "She lays the reader's card on the desk, and draws her hand back.",
    ),
    "one-more-thing": (
        "\u5979\u8d70\u51fa\u4e24\u6b65\uff0c\u53c8\u56de\u5934\u770b\u4e86\u770b\u3002",
        "Two steps off, she looks round once more.",
    ),
}


@pytest.fixture
def instructor(open_window: Callable[[], MainWindow], qtbot: QtBot) -> Instructor:  # noqa: F811 - the fixture
    window = open_window()
    window.activateWindow()
    sign_in(window, qtbot, "Teacher")
    return Instructor(window, qtbot)


def test_an_encounter_is_made_from_the_template_in_the_window_alone(instructor, tmp_path, qtbot):
    instructor.press("Write scenarios")
    instructor.press("Begin with this")
    question = instructor.asked(NewQuestion)
    question.zh.setText("\u501f\u4e66\u8bc1")
    question.en.setText("The Reader's Card")
    question.id.setText("readers-card")
    question.accept()
    qtbot.waitUntil(lambda: instructor.editor is not None and instructor.editor.checked is not None, timeout=LONG)
    editor = instructor.editor
    scenes = editor.desk.draft.ids(("scenes",))
    endings = editor.desk.draft.ids(("endings",))
    after = scenes[-1]

    wanted = list(SCENE_WORDS)[: 6 - len(scenes)] if len(scenes) < 6 else []
    for id in wanted:
        instructor.add_scene(id)
        instructor.add_line("Narrator", *SCENE_WORDS[id])
        first = instructor.response(0)
        instructor.write(
            "The clerk says", "\u6211\u6162\u6162\u8bb2\uff0c\u60a8\u542c\u7740\u3002", "I will take it slowly.", first
        )
        instructor.write(
            "Why, for the debrief",
            "\u8fd9\u53e5\u8bdd\u7ed9\u4e86\u5979\u65f6\u95f4\u3002",
            "The sentence gives her time.",
            first,
        )
        instructor.pick(first, "keeps", "serve-plain-language")
        instructor.lead(first, endings[0])
        instructor.press("+ Response", editor.form)
        second = instructor.response(1)
        cold = "\u5899\u4e0a\u5199\u7740\u5462\uff0c\u60a8\u81ea\u5df1\u770b\u770b\u5427\u3002"
        instructor.write("The clerk says", cold, "It is on the wall. Have a look yourself.", second)
        instructor.write(
            "Why, for the debrief", "\u5979\u662f\u6765\u95ee\u4eba\u7684\u3002", "She came to ask a person.", second
        )
        instructor.pick(second, "breaks", "serve-plain-language")
        instructor.lead(second, endings[-1])
    if wanted:
        editor.go_to(("scenes", after))
        leading = instructor.response(0)
        instructor.lead(leading, wanted[0])
        for one, other in pairwise(wanted):
            editor.go_to(("scenes", one))
            instructor.lead(instructor.response(0), other)
    instructor.checked()
    assert editor.checked.diagnostics == ()
    with qtbot.waitSignal(editor.desk.saved, timeout=LONG):
        instructor.press("Save", editor)

    path = tmp_path / "library" / "readers-card.yaml"
    rulebook = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]
    file = read_scenario_file(path, rulebook.rules)
    assert len(file.scenario.scenes) >= 6
    assert Validator(rulebook, art_in(PROJECT / "assets")).diagnostics(file) == []

    instructor.press("Back", editor)
    instructor.press("Back to the library")
    library = instructor.window._library
    qtbot.waitUntil(
        lambda: any(card.title.to("en") == "The Reader's Card" for card in instructor.window._catalogue.cards()),
        timeout=LONG,
    )
    (card,) = [one for one in instructor.window._catalogue.cards() if one.id == "readers-card"]
    assert not card.broken
    library.practise_requested.emit(card)
    practice_open = lambda: instructor.window._practice is not None and instructor.window._practice.settled  # noqa: E731
    qtbot.waitUntil(practice_open, timeout=LONG)
    assert instructor.window._practice.encounter.scenario.title.to("zh") == "\u501f\u4e66\u8bc1"
