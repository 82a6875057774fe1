"""What is shown while a person waits."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from simulator.gui.waiting import Waiting


@pytest.fixture
def parent(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_it_says_how_far_the_work_is_and_lets_it_be_stopped(parent, qtbot):
    waiting = Waiting("Looking through the file…", parent, "Cancel")
    (box,) = parent.findChildren(QProgressDialog)
    for done in range(1, 601):
        waiting.tell(done, 1000)
    qtbot.waitUntil(lambda: box.value() == 60)
    assert not waiting.stopped.is_set()
    (stop,) = box.findChildren(QPushButton)
    stop.click()
    assert waiting.stopped.is_set()


def test_when_it_is_over_nothing_is_left(parent, qtbot):
    waiting = Waiting("Looking through the file…", parent, "Cancel")
    waiting.over()
    assert not waiting.stopped.is_set(), "what is over was not stopped"
    qtbot.waitUntil(lambda: not parent.findChildren(QProgressDialog))


def test_what_cannot_be_stopped_offers_no_way_to(parent, qtbot):
    waiting = Waiting("Deleting…", parent)
    (box,) = parent.findChildren(QProgressDialog)
    assert box.findChildren(QPushButton) == []
    assert not box.isVisible(), "what is over at once is not worth a box"
    qtbot.waitUntil(box.isVisible, timeout=2000)  # Qt by itself would wait twice as long
    waiting.over()
    qtbot.waitUntil(lambda: not parent.findChildren(QProgressDialog))
