from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.gui.widgets.measured_label import MeasuredLabel

WORDS = "A clerk receives the people who come to the counter, one after another, all day long. " * 4


@pytest.fixture
def label(qtbot: QtBot) -> MeasuredLabel:
    label = MeasuredLabel()
    qtbot.addWidget(label)
    label.setMaximumWidth(300)
    label.setText(WORDS)
    return label


def test_a_label_is_as_high_as_its_words_at_a_width_but_never_wider_than_its_measure(label: MeasuredLabel):
    assert label.heightForWidth(150) > label.heightForWidth(300)
    assert label.heightForWidth(2000) == label.heightForWidth(300)
    assert label.sizeHint().width() == 300
    assert label.sizeHint().height() == label.heightForWidth(300)


def test_its_height_follows_its_words_its_font_and_its_style(label: MeasuredLabel, qtbot: QtBot):
    high = label.heightForWidth(300)
    label.setText("Short.")
    low = label.heightForWidth(300)
    assert low < high / 3

    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    large = label.heightForWidth(300)
    assert large > low * 1.5

    label.setStyleSheet("padding: 20px")
    label.ensurePolished()
    assert label.heightForWidth(300) > large


def test_markup_is_shown_as_it_stands(label: MeasuredLabel):
    label.setText("<b>x</b>" * 40)
    assert label.heightForWidth(300) > label.fontMetrics().lineSpacing() * 1.5
