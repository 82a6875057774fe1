"""What comes from a file is shown as it stands there, in tool tips too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.tool_tip import plain_tip

MARKUP = "<b>Bold</b> & <img src='file:///etc/passwd'>\nand a second line"


@pytest.mark.parametrize("words", ["", "您好，请坐。", "5 < 6 & 7 > 6", "one\ntwo"])
def test_plain_words_are_left_alone(words):
    assert plain_tip(words) == words


def test_markup_is_shown_and_not_obeyed(qapp):
    document = QTextDocument()
    document.setHtml(plain_tip(MARKUP))

    assert document.toPlainText().replace("\u2028", "\n") == MARKUP


def test_a_shortened_label_tells_markup_as_words(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(MARKUP)
    label.resize(40, 20)
    label.grab()

    assert label.toolTip() == plain_tip(MARKUP) != MARKUP
