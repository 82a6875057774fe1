"""Sheets that are scrolled are laid out once, before they are painted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from simulator.gui.widgets.scrolled_sheet import ScrolledSheet, lay_out_now, show_together

LONG_WORDS = "One window, one visit, one answer. " * 40


@pytest.fixture
def scrolled(qtbot: QtBot) -> Iterator[tuple[ScrolledSheet, list[QLabel]]]:
    """A sheet in a scroll area of 300 pixels a side, with four hidden labels."""
    area, sheet = QScrollArea(), ScrolledSheet()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    column = QVBoxLayout(sheet)
    labels = [QLabel("") for _ in range(4)]
    for label in labels:
        label.setWordWrap(True)
        column.addWidget(label)
        label.hide()
    area.setWidget(sheet)
    area.resize(300, 300)
    with qtbot.waitExposed(area):
        area.show()
    yield sheet, labels
    area.close()


def test_it_is_as_high_as_its_words_are_at_its_width(scrolled: tuple[ScrolledSheet, list[QLabel]]):
    sheet, labels = scrolled
    assert (sheet.sizeHint().height(), sheet.minimumSizeHint().height()) == (0, 0)
    labels[0].setText(LONG_WORDS)
    labels[0].show()
    lay_out_now()
    assert sheet.width() <= 300
    assert sheet.height() > 300
    assert labels[0].height() >= labels[0].heightForWidth(labels[0].width())


def test_laid_out_now_nothing_moves_later(scrolled: tuple[ScrolledSheet, list[QLabel]]):
    sheet, labels = scrolled
    labels[0].setText(LONG_WORDS)
    show_together(sheet, labels)
    lay_out_now()
    now = [label.geometry() for label in labels]
    QApplication.processEvents()
    assert [label.geometry() for label in labels] == now


def test_widgets_come_into_sight_together(scrolled: tuple[ScrolledSheet, list[QLabel]]):
    sheet, labels = scrolled
    show_together(sheet, labels[:3])
    assert [label.isVisible() for label in labels] == [True, True, True, False]
    assert sheet.isVisible()


def test_a_sheet_that_is_hidden_stays_so(scrolled: tuple[ScrolledSheet, list[QLabel]]):
    sheet, labels = scrolled
    sheet.hide()
    show_together(sheet, labels)
    assert not sheet.isVisible()
    sheet.show()
    assert all(label.isVisible() for label in labels)
