"""The results page on a real record: files come in, are told, and say something of scenarios and rules."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from io import BytesIO
from threading import Event

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt

from simulator.classroom.cohort import Counting
from simulator.classroom.result_file import ResultFile, write_result
from simulator.domain.canonical import hash_of_text
from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.classroom.results.class_bar import ClassBar
from simulator.gui.lock import DELETION, Lock
from simulator.gui.passcode_dialogs import PasscodeQuestion
from simulator.gui.progress.figure import Figure
from simulator.records.cohorts import Cohorts
from simulator.records.learners import Learners
from simulator.records.passcode import Passcode
from tests.conftest import TickingClock
from tests.gui.classroom.results.conftest import TRAINEES, cells, words
from tests.gui.conftest import LONG


def _classes(record):
    return record.ask(lambda database: Cohorts(database).all())


def test_an_empty_page_says_what_comes_first(page, monkeypatch, tmp_path, qtbot):
    assert "First every trainee saves a file" in words(page)
    assert not page.picture.isVisibleTo(page)
    assert not page.bar.save.isVisibleTo(page)
    monkeypatch.setattr(prompts, "ask_words", lambda _parent, _question, proposed: proposed)
    monkeypatch.setattr(prompts, "open_paths", lambda *_: [tmp_path / "a.cpresult"])
    with qtbot.waitSignal(page.bar.files_given) as given:
        page.notice.accepted.emit()
    assert given.args == [[tmp_path / "a.cpresult"], "Class 1"]


def test_nothing_happens_where_the_person_thinks_better_of_it(page, monkeypatch, record):
    monkeypatch.setattr(prompts, "ask_words", lambda *_: None)
    page.bar.ask_files()
    page.bar.ask_folder()
    monkeypatch.setattr(prompts, "ask_words", lambda *_: "Class 1")
    monkeypatch.setattr(prompts, "open_paths", lambda *_: [])
    monkeypatch.setattr(prompts, "open_folder", lambda *_: None)
    page.bar.ask_files()
    page.bar.ask_folder()
    assert _classes(record) == []


def test_what_came_in_is_told_with_marks_and_the_worst_first(page, take_in, record):
    take_in()
    assert "Attempts counted: 23, duplicates: 0, altered: 1, unusable: 0. Files refused: 1." in words(page.intake)
    rows = cells(page.intake.table)
    assert [row[0] for row in rows[:3]] == ["Refused", "Altered × 1", "Counted × 1"]
    assert rows[1][1:3] == ["Trainee 00", "The Phone Wall"]
    assert rows[3][:3] == ["Counted × 2", "Trainee 01", "The Phone Wall; Forty Minutes and a Queue-Jumper"]
    assert "does not come out as it says" in rows[1][4]
    assert not page.intake.table.item(0, 0).icon().isNull()
    (cohort,) = _classes(record)
    assert (cohort.name, cohort.learners, cohort.attempts) == ("Spring class", TRAINEES, 24)
    assert record.ask(lambda database: Learners(database).all()) == []


def test_texts_of_one_scenario_are_told_apart_by_their_mark(page, files, qtbot, tmp_path):
    (first, _), other = files[1].attempts, "An older text"
    scenario = files[1].texts[first.scenario_hash].replace("The Phone Wall", other)
    changed = replace(first, learner="Li", scenario_hash=hash_of_text(scenario))
    texts = {changed.scenario_hash: scenario, first.rulebook_hash: files[1].texts[first.rulebook_hash]}
    older = ResultFile("Li", "0.0", (changed,), texts)
    paths = [tmp_path / name for name in ("a.cpresult", "b.cpresult")]
    for path, file in zip(paths, (files[1], older), strict=True):
        path.write_bytes(write_result(file))
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.bar.files_given.emit(paths, "Spring class")
    assert [row[2] for row in cells(page.intake.table)] == [
        f"{other} · {changed.scenario_hash[:8]}",
        f"The Phone Wall · {first.scenario_hash[:8]}; Forty Minutes and a Queue-Jumper",
    ]
    titles = [page.picture.texts.itemText(place) for place in range(page.picture.texts.count())]
    assert f"{other} (another text, {changed.scenario_hash[:8]}): trainees 1" in titles
    assert "The Phone Wall: trainees 1" in titles


def test_taking_the_same_in_again_changes_nothing(page, take_in, record):
    take_in()
    before = page.figures
    take_in()
    assert "Attempts counted: 0, duplicates: 24" in words(page.intake)
    assert page.figures.texts == before.texts


def test_the_class_is_shown_on_the_map_and_a_scene_with_its_options(page, take_in):
    take_in()
    text = page.picture.text
    for way in page.picture.map.map.picture.ways:
        assert way.taken == text.ways.get((way.scene, way.response), 0)
    assert page.picture.map.map.selected == text.crux.id
    other = next(scene for scene in text.scenes if scene.id != text.crux.id and not scene.inspection)
    page.picture.map.map.scene_selected.emit(other.id)
    page.picture.map.options.turn.click()
    assert [row[2:] for row in cells(page.picture.map.options.table)] == [
        [str(option.offered), str(option.taken)] for option in other.options
    ]
    assert not page.picture.map.map._editable


def test_every_chart_has_the_same_as_a_table(page, take_in):
    take_in()
    figures = [figure for figure in page.findChildren(Figure) if figure.isVisibleTo(page)]
    assert len(figures) == 6
    for figure in figures:
        figure.turn.click()
        assert figure.table.isVisibleTo(page)
        assert figure.table.rowCount() > 0
        assert figure.table.accessibleName()
    outcomes = page.picture.text.outcomes
    assert [int(row[1]) for row in cells(page.picture.outcomes.scores.table)] == list(outcomes.bands)
    assert [row[0] for row in cells(page.picture.needs.table)] == [need.learner for need in page.figures.needs]


def test_other_passes_can_count_and_another_text_be_looked_at(page, take_in, qtbot):
    take_in()
    assert page.figures.counting is Counting.FIRST
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.picture.segments.segments[1].click()
    assert page.figures.counting is Counting.ALL
    assert "Every attempt counts" in words(page)
    shown = page.picture.text.scenario_hash
    page.picture.texts.setCurrentIndex(1)
    page.picture.texts.activated.emit(1)
    assert page.picture.text.scenario_hash != shown
    assert page.picture.text.scenario_hash == page.figures.texts[1].scenario_hash


def test_an_intake_that_is_stopped_leaves_nothing(page, stick, record, qtbot, monkeypatch):
    at_a_file, go_on = Event(), Event()

    def slow(*words):
        at_a_file.set()
        assert go_on.wait(LONG / 1000)
        return read(*words)

    from simulator.classroom import intake

    read = intake.read_result
    monkeypatch.setattr(intake, "read_result", slow)
    page.bar.files_given.emit([stick], "Spring class")
    qtbot.waitUntil(at_a_file.is_set, timeout=LONG)
    qtbot.waitUntil(lambda: page.progress.isVisibleTo(page), timeout=LONG)
    assert not page.bar.isEnabled()
    with qtbot.waitSignal(page.taking_in.stopped, timeout=LONG):
        qtbot.keyClick(page.progress.stop, Qt.Key.Key_Space)
        go_on.set()
    assert page.told == "Stopped. Nothing was taken in."
    assert not page.progress.isVisibleTo(page)
    assert page.bar.isEnabled()
    assert [one.attempts for one in _classes(record)] == [0]


def test_a_folder_without_results_is_told_and_the_page_stays_usable(page, tmp_path, qtbot, keeper):
    empty = tmp_path / "empty"
    empty.mkdir()
    with qtbot.waitSignal(keeper.failed, timeout=LONG) as told, qtbot.waitSignal(page.shown, timeout=LONG):
        page.bar.files_given.emit([empty], "Spring class")
    assert isinstance(told.args[0], UserError)
    assert page.bar.isEnabled()


def test_a_record_that_cannot_be_written_keeps_nothing_of_an_intake(page, stick, record, keeper, lock, qtbot):
    record.ask(lambda database: Cohorts(database).add("Spring class"))
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.open()
    held = lock()
    with qtbot.waitSignal(keeper.failed, timeout=LONG):
        page.bar.files_given.emit([stick], "")
    held.let_go()
    assert [one.attempts for one in _classes(record)] == [0]


def _action(bar: ClassBar, words: str):
    menus = (bar.save.menu(), bar.more.menu())
    return next(action for menu in menus for action in menu.actions() if action.text() == words)


def test_classes_are_made_chosen_and_deleted(page, take_in, record, qtbot, monkeypatch):
    take_in()
    monkeypatch.setattr(prompts, "ask_words", lambda *_: "Autumn class")
    with qtbot.waitSignal(page.bar.changed, timeout=LONG), qtbot.waitSignal(page.shown, timeout=LONG):
        _action(page.bar, "New class…").trigger()
    qtbot.waitUntil(lambda: page.bar.classes.currentText() == "Autumn class", timeout=LONG)
    qtbot.waitUntil(lambda: not page.picture.isVisibleTo(page), timeout=LONG)
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.bar.classes.setCurrentIndex(0)
        page.bar.classes.activated.emit(0)
    assert page.figures.name == "Spring class"
    asked = []
    monkeypatch.setattr(prompts, "confirm", lambda _parent, question, *_: asked.append(question) or len(asked) > 1)
    _action(page.bar, "Delete this class…").trigger()
    assert len(_classes(record)) == 2
    with qtbot.waitSignal(page.bar.changed, timeout=LONG), qtbot.waitSignal(page.shown, timeout=LONG):
        _action(page.bar, "Delete this class…").trigger()
    assert [one.name for one in _classes(record)] == ["Autumn class"]
    assert "“Spring class”" in asked[0]


@pytest.mark.parametrize("deletes", ["Delete this class…", "Delete results of one trainee…"])
def test_where_deletion_is_locked_the_passcode_is_asked_for_first(page, take_in, presentation, tmp_path, deletes):
    take_in()
    Passcode(tmp_path / "passcode.json", TickingClock()).set("window-8", frozenset((DELETION,)))
    page.bar._lock = Lock(presentation, tmp_path / "passcode.json", TickingClock())
    _action(page.bar, deletes).trigger()
    assert len(page.bar.findChildren(PasscodeQuestion)) == 1


def test_what_one_trainee_handed_in_can_be_deleted(page, take_in, qtbot, monkeypatch):
    take_in()
    offered = []
    monkeypatch.setattr(prompts, "choose_from", lambda _parent, _question, names: offered.extend(names) or names[0])
    monkeypatch.setattr(prompts, "confirm", lambda *_: True)
    with qtbot.waitSignal(page.bar.changed, timeout=LONG), qtbot.waitSignal(page.shown, timeout=LONG):
        _action(page.bar, "Delete results of one trainee…").trigger()
    assert len(offered) == TRAINEES
    assert page.figures.learners == TRAINEES - 1
    assert page.figures.replayed.altered == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_reports_say_what_the_page_says(page, take_in, qtbot, monkeypatch, tmp_path, presentation, language):
    take_in()
    presentation.settings = replace(presentation.settings, language=language)
    target = tmp_path / "report"
    monkeypatch.setattr(prompts, "save_path", lambda *_: target)
    pdf, xlsx = page.bar.save.menu().actions()
    with qtbot.waitSignal(page.bar.saved, timeout=LONG):
        pdf.trigger()
    pages = PdfReader(BytesIO(target.with_suffix(".pdf").read_bytes())).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    for name in [need.learner for need in page.figures.needs]:
        assert name in text
    assert {"en": "Class results", "zh": "班级成绩报告"}[language] in text
    with qtbot.waitSignal(page.bar.saved, timeout=LONG):
        xlsx.trigger()
    book = load_workbook(BytesIO(target.with_suffix(".xlsx").read_bytes()))
    assert book.sheetnames[0] == {"en": "Summary", "zh": "概况"}[language]
    assert page.told.startswith("Saved: ")


def test_it_speaks_the_other_language_at_once(page, take_in, presentation):
    take_in()
    presentation.settings = replace(presentation.settings, language="zh")
    assert "手机里的“关”" in page.picture.texts.itemText(0) + page.picture.texts.itemText(1)
    assert page.picture.segments.segments[0].text() == "每人第一次"


def test_a_name_from_a_file_is_plain_words(page, tmp_path, qtbot, shipped, files):
    bold = "<b>Li</b>&amp;"
    file = replace(files[1], learner=bold, attempts=tuple(replace(one, learner=bold) for one in files[1].attempts))
    (tmp_path / "a.cpresult").write_bytes(write_result(file))
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.bar.files_given.emit([tmp_path / "a.cpresult"], bold)
    assert cells(page.picture.needs.table)[0][0] == bold
    assert page.bar.classes.currentText() == bold


def test_escape_goes_back(page, qtbot):
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_what_a_learner_hands_in_from_the_progress_page_can_be_taken_in(
    page, presentation, shipped, keeper, record, qtbot, monkeypatch, tmp_path
):
    from simulator.gui.progress.page import ProgressPage
    from tests.practised import Practised

    learner = record.ask(lambda database: Learners(database).add("Wang Fang"))
    record.ask(lambda database: Practised(shipped).record(database, learner, shipped.cards()[:1], lambda _: 1.0))
    progress = ProgressPage(presentation, shipped, keeper)
    qtbot.addWidget(progress)
    with qtbot.waitSignal(progress.shown, timeout=LONG):
        progress.show_for(learner)
    monkeypatch.setattr(prompts, "save_path", lambda *_: tmp_path / "mine")
    action = next(one for one in progress.save.menu().actions() if one.text() == "Results to hand in…")
    with qtbot.waitSignal(progress.save.saved, timeout=LONG) as saved:
        action.trigger()
    progress.finish()
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.bar.files_given.emit([tmp_path / "mine.cpresult"], "Spring class")
    assert saved.args == [str(tmp_path / "mine.cpresult")]
    assert [need.learner for need in page.figures.needs] == ["Wang Fang"]
    with closing(record.open()) as database:
        assert [one.attempts for one in Cohorts(database).all()] == [1]
