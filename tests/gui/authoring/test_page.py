"""What an author does at the editor, and what becomes of the file."""

from __future__ import annotations

import difflib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from simulator.authoring.edits import set_value
from simulator.gui import prompts
from simulator.gui.authoring.forms.ending_form import EndingForm
from simulator.gui.authoring.forms.fields import TextBox, WordsField
from simulator.gui.authoring.forms.names_field import NamesField
from simulator.gui.authoring.forms.rule_picker import RulePicker
from simulator.gui.authoring.forms.scenario_form import ScenarioForm
from simulator.gui.authoring.forms.scene_form import SceneForm
from simulator.gui.authoring.plan_care import _PlansView
from simulator.gui.authoring.questions import DeleteQuestion, IdQuestion, MeanwhileQuestion, VersionsQuestion
from simulator.gui.authoring.rehearsal import Rehearsal
from tests.gui.conftest import LONG


def boxes(author, name: str, language: str = "zh") -> TextBox:
    (field,) = [
        one
        for one in author.page.form.findChildren(WordsField)
        if one.isVisible() and any(label.text() == name for label in one.findChildren(QLabel))
    ]
    return field.box(language)


def write(box: TextBox, words: str) -> None:
    """Type as a Chinese input method does: the words arrive committed."""
    box.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(box, event)


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def first_scene(author) -> str:
    return author.page.desk.draft.ids(("scenes",))[0]


def first_response(author, scene: str) -> str:
    return author.page.desk.draft.ids(("scenes", scene, "responses"))[0]


def open_response(author) -> tuple[str, str]:
    scene = first_scene(author)
    response = first_response(author, scene)
    author.page.go_to(("scenes", scene, "responses", response))
    return scene, response


def dialog(author, kind: type):
    author.qtbot.waitUntil(lambda: author.page.findChild(kind) is not None, timeout=LONG)
    return author.page.findChild(kind)


def test_a_file_is_opened_with_its_map_its_form_and_no_problems(author):
    page = author.page
    assert isinstance(page.form, ScenarioForm)
    assert {mark.id for mark in page.views.map.picture.scenes} == set(page.desk.draft.ids(("scenes",)))
    assert page.views.map.picture.best
    assert page._counts.text() == "✓ No problems"
    assert not page.desk.dirty


def test_typing_one_text_changes_one_line_of_the_file_and_nothing_else(author):
    before = author.text
    open_response(author)
    box = boxes(author, "The clerk says")
    box.moveCursor(box.textCursor().MoveOperation.End)
    write(box, "\u8bf7\u5750")
    assert len(changed_lines(before, author.text)) == 2
    author.save()
    assert author.path.read_text("utf-8") == author.text
    assert not author.page.desk.dirty


def test_undo_and_redo_go_through_everything_by_the_keyboard(author):
    before = author.text
    open_response(author)
    write(boxes(author, "The clerk says"), "\u60a8")
    author.press("+ Scene")
    after = author.text
    keys = Qt.KeyboardModifier.ControlModifier
    author.key(Qt.Key.Key_Z, keys)
    author.key(Qt.Key.Key_Z, keys)
    assert author.text == before
    assert not author.page.desk.dirty
    author.key(Qt.Key.Key_Z, keys)
    assert author.text == before, "there is nothing more to undo"
    author.page.desk.redo()
    author.page.desk.redo()
    assert author.text == after


def test_a_box_of_text_leaves_undo_to_the_editor(author):
    before = author.text
    open_response(author)
    box = boxes(author, "The clerk says")
    write(box, "\u60a8")
    author.qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert author.text == before
    assert box.toPlainText() == author.page.desk.draft.get(box.parent().keys)["zh"]


def test_a_renamed_scene_takes_all_that_leads_to_it_along(author):
    scene = author.page.desk.draft.ids(("scenes",))[1]
    uses = author.text.count(f"goto: {scene}")
    assert uses
    author.page.go_to(("scenes", scene))
    author.press("Rename")
    question = dialog(author, IdQuestion)
    question.line.setText("another-name")
    question.accept()
    assert author.text.count("goto: another-name") == uses
    assert f"goto: {scene}" not in author.text
    assert author.page.selected == ("scenes", "another-name")


def test_an_id_that_is_taken_is_refused_in_words(author, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, sentence, language: told.append(sentence.to(language)))
    first, second, *_ = author.page.desk.draft.ids(("scenes",))
    before = author.text
    author.page.parts.rename(("scenes", first), second)
    assert len(told) == 1
    assert second in told[0]
    assert author.text == before


def test_deleting_a_scene_asks_where_its_ways_shall_lead(author):
    draft = author.page.desk.draft
    scene = draft.ids(("scenes",))[1]
    ending = draft.ids(("endings",))[0]
    author.page.go_to(("scenes", scene))
    author.press("Delete")
    question = dialog(author, DeleteQuestion)
    question.box.setCurrentIndex(question.box.findData(ending))
    question.accept()
    assert scene not in author.page.desk.draft.ids(("scenes",))
    assert f"goto: {scene}" not in author.text
    author.checked()
    assert author.page.checked.errors == 0


def test_a_rule_is_found_by_its_english_words_and_put_on(author):
    scene, response = open_response(author)
    keys = ("scenes", scene, "responses", response, "breaks")
    (field,) = [one for one in author.page.form.findChildren(NamesField) if one.keys == keys]
    field._pick()
    picker = dialog(author, RulePicker)
    author.qtbot.keyClicks(picker.search, "argue")
    author.qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert "complaint-no-argue" in author.page.desk.draft.get(keys)


def test_a_problem_is_listed_and_leads_to_its_place(author):
    scene, response = open_response(author)
    keys = ("scenes", scene, "responses", response, "goto")
    author.page.desk.do(lambda draft: set_value(draft, keys, "nowhere"))
    author.checked()
    assert author.page.checked.errors == 1
    author.page.go_to(())
    author.key(Qt.Key.Key_F8)
    assert author.page.selected == ("scenes", scene)
    assert author.page.problems.isVisible()


def test_broken_yaml_can_only_be_mended_in_the_text_and_loses_nothing(author):
    before = author.text
    author.press("YAML")
    pane = author.page.views.yaml
    pane.setPlainText(before.replace("scenes:", "scenes: [", 1))
    pane.take_over()
    author.checked()
    assert author.page.checked.errors == 1
    assert not author.page._scroll.isEnabled()
    assert author.page.views.map.picture.scenes, "the map of before stays"
    author.page.desk.undo()
    author.checked()
    assert author.text == before
    assert pane.toPlainText() == before
    assert author.page._scroll.isEnabled()


def test_the_cursor_in_the_text_chooses_the_part_it_is_in(author):
    author.press("YAML")
    pane = author.page.views.yaml
    ending = author.page.desk.draft.ids(("endings",))[0]
    pane.setFocus()
    cursor = pane.textCursor()
    cursor.setPosition(author.text.index(f"\n  {ending}:") + 4)
    pane.setTextCursor(cursor)
    assert author.page.selected == ("endings", ending)
    assert isinstance(author.page.form, EndingForm)


def test_the_draft_is_kept_apart_from_its_file(author, keeping):
    open_response(author)
    write(boxes(author, "The clerk says"), "\u60a8")
    with author.qtbot.waitSignal(author.page.desk.kept, timeout=LONG):
        author.page.desk.keep()
    (found,) = keeping.drafts.recoverable().drafts
    assert found.text == author.text
    assert author.path.read_text("utf-8") != author.text
    author.save()
    assert keeping.drafts.recoverable().drafts == ()


@pytest.mark.parametrize("way", ["keep", "take", "merge"])
def test_another_program_changed_the_file_meanwhile(author, way):
    open_response(author)
    write(boxes(author, "The clerk says"), "\u60a8")
    mine = author.text
    title = author.page.desk.draft.get(("title", "en"))
    theirs = author.path.read_text("utf-8").replace(str(title), "Another Title")
    author.path.write_text(theirs, "utf-8")
    author.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    question = dialog(author, MeanwhileQuestion)
    assert author.path.read_text("utf-8") == theirs
    question._decide(way)
    if way == "keep":
        author.qtbot.waitUntil(lambda: author.path.read_text("utf-8") == mine, timeout=LONG)
    elif way == "take":
        assert author.text == theirs
        author.page.desk.undo()
        assert author.text == mine
    else:
        assert author.text == mine.replace(str(title), "Another Title")
        author.save()
        assert author.path.read_text("utf-8") == author.text


def test_an_older_version_can_be_had_back(author):
    before = author.text
    open_response(author)
    write(boxes(author, "The clerk says"), "\u60a8")
    author.save()
    author.page.care.show_versions()
    question = dialog(author, VersionsQuestion)
    assert question.list.count() == 2
    question.list.setCurrentRow(1)
    question._take()
    assert author.text == before


def test_playing_from_a_scene_records_nothing_and_begins_there(author):
    scene = author.page.desk.draft.ids(("scenes",))[1]
    author.page.care._rehearse(author.page.checked, scene, 80, {})
    rehearsal = dialog(author, Rehearsal)
    author.qtbot.waitUntil(lambda: rehearsal.page.settled, timeout=LONG)
    assert rehearsal.page.encounter.state.scene == scene
    assert rehearsal.page.encounter.state.mood == 80
    author.qtbot.keyClick(rehearsal.page, "1")
    author.qtbot.waitUntil(lambda: len(rehearsal.page.encounter.transcript().turns) == 1, timeout=LONG)
    rehearsal.reject()


def test_a_connection_drawn_on_the_map_changes_where_a_response_leads(author):
    scene, response = open_response(author)
    ending = author.page.desk.draft.ids(("endings",))[-1]
    author.page.views.map.connect_requested.emit(scene, response, ending)
    assert author.page.desk.draft.get(("scenes", scene, "responses", response, "goto")) == ending


def test_scenes_are_moved_in_the_list_by_the_keyboard(author):
    first, second, *rest = author.page.desk.draft.ids(("scenes",))
    author.press("List")
    author.page.go_to(("scenes", first))
    author.qtbot.keyClick(author.page.views.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert author.page.desk.draft.ids(("scenes",)) == (second, first, *rest)
    assert author.page.selected == ("scenes", first)


def test_the_form_follows_what_an_undo_did(author):
    scene, response = open_response(author)
    form = author.page.form
    assert isinstance(form, SceneForm)
    author.press("+ Response")
    assert len(author.page.desk.draft.ids(("scenes", scene, "responses"))) == 4
    author.page.desk.undo()
    assert form.response(response) is not None
    assert len(form._responses) == 3


def test_everything_is_said_in_chinese_as_well(author, window_language):
    window_language.use("zh")
    author.qtbot.waitUntil(lambda: author.page.bar.save.text() == "\u4fdd\u5b58", timeout=LONG)
    assert author.page._counts.text() == "\u2713 \u6ca1\u6709\u95ee\u9898"


def test_the_path_that_shows_a_problem_is_played(author):
    for response in author.page.desk.draft.ids(("scenes", "mending", "responses")):
        keys = ("scenes", "mending", "responses", response)
        author.page.desk.do(lambda draft, keys=keys: set_value(draft, (*keys, "when"), "mood > 100"))
    author.checked()
    found = next(one for one in author.page.checked.diagnostics if one.path)
    author.page.problems.path_requested.emit(found)
    rehearsal = dialog(author, Rehearsal)
    assert rehearsal.page.encounter.state.scene == "mending"
    assert len(rehearsal.page.encounter.transcript().turns) == len(found.path)
    rehearsal.reject()


def test_a_play_from_the_start_is_kept_as_a_test_plan_and_told_when_it_changes(author, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(prompts, "inform", lambda _parent, sentence, language: told.append(sentence.to(language)))
    scenario = author.page.checked.file.scenario
    author.page.care.play_plans(author.page.checked)
    assert len(told) == 1
    author.page.care._rehearse(author.page.checked, scenario.start, scenario.citizen.mood, dict(scenario.variables))
    rehearsal = dialog(author, Rehearsal)
    while rehearsal.page.encounter.ending is None:
        turns = len(rehearsal.page.encounter.transcript().turns)
        author.qtbot.waitUntil(lambda: rehearsal.page.settled, timeout=LONG)
        author.qtbot.keyClick(rehearsal.page, "1")
        author.qtbot.waitUntil(
            lambda turns=turns: len(rehearsal.page.encounter.transcript().turns) > turns, timeout=LONG
        )
    author.qtbot.waitUntil(lambda: rehearsal.page.ending_button is not None, timeout=LONG)
    rehearsal.page.ending_button.click()
    question = dialog(author, IdQuestion)
    question.line.setText("mine")
    question.accept()
    plan = author.path.with_name("first-visit.mine.testplan")
    assert plan.is_file()

    scene, response = first_scene(author), rehearsal_choice(plan)
    author.page.desk.do(lambda draft: set_value(draft, ("scenes", scene, "responses", response, "mood"), 33))
    author.checked()
    author.page.care.play_plans(author.page.checked)
    view = dialog(author, _PlansView)
    assert "first-visit.mine.testplan" in view.findChild(QPlainTextEdit).toPlainText()
    before = plan.read_text("utf-8")
    view._take_over()
    assert plan.read_text("utf-8") != before


def rehearsal_choice(plan) -> str:
    """The first choice of a plan."""
    return next(line.split(":", 1)[1].strip() for line in plan.read_text("utf-8").splitlines() if "choose:" in line)
