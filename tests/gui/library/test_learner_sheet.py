"""Who practises is asked on a sheet over the page, which rests meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.gui.library.learner_page import LearnerPage, NameButton
from simulator.gui.library.learner_sheet import LearnerSheet
from simulator.gui.widgets.sheet import Sheet


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.pages = QStackedWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def learners(presentation, record, window):
    learners = LearnerSheet(presentation, record, window.pages)
    yield learners
    learners.finish()


def test_nothing_is_made_before_it_is_asked(learners, window):
    learners.close()
    assert window.findChild(Sheet) is None


def test_an_answer_is_handed_on_and_the_page_given_back(learners, learner, window, qtbot):
    learners.ask(needed=True)
    assert not window.pages.isEnabled()
    qtbot.waitUntil(lambda: window.findChild(NameButton) is not None)
    with qtbot.waitSignal(learners.learner_chosen) as chosen:
        qtbot.mouseClick(window.findChild(NameButton), Qt.MouseButton.LeftButton)

    learners.close()
    assert chosen.args == [learner]
    assert window.pages.isEnabled()


@pytest.mark.parametrize("needed", [True, False])
def test_it_can_be_passed_only_where_no_answer_is_needed(learners, window, needed, qtbot):
    learners.ask(needed=True)
    learners.ask(needed=needed)
    qtbot.keyClick(window.findChild(Sheet), Qt.Key.Key_Escape)

    assert window.findChild(Sheet).isVisible() is needed
    assert window.pages.isEnabled() is not needed


def test_a_record_to_take_in_is_handed_on(learners, window, qtbot):
    learners.ask(needed=True)
    with qtbot.waitSignal(learners.take_in_requested):
        window.findChild(LearnerPage).take_in_requested.emit()
