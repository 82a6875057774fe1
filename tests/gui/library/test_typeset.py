"""Setting text in so many lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from simulator.gui.library.typeset import set_paragraph


@pytest.fixture
def font(qapp) -> QFont:
    font = QFont()
    font.setPixelSize(20)
    return font


def test_breaks_between_words_and_loses_none(font):
    text = "The second counter sent her to the third and the third to the first"
    paragraph = set_paragraph(text, font, 240, 9, 1.6)
    assert " ".join(paragraph.lines) == text
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 240 for line in paragraph.lines)
    assert (paragraph.leading, paragraph.height) == (32, 32 * len(paragraph.lines))
    assert len(paragraph.lines) > 2


def test_what_does_not_fit_ends_in_an_ellipsis(font):
    paragraph = set_paragraph("one two three four five six seven eight nine ten " * 4, font, 200, 2, 1.6)
    assert len(paragraph.lines) == 2
    assert paragraph.lines[1].endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(paragraph.lines[1]) <= 200


def test_rare_characters_are_not_cut_in_half(font):
    text = "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"
    paragraph = set_paragraph(text, font, 70, 12, 1.6)
    assert "".join(paragraph.lines) == text
    assert len(paragraph.lines) > 1


def test_a_line_that_begins_after_rare_characters_begins_where_it_should(font):
    text = "𠮷𠮷 one 𠮷𠮷 two 𠮷𠮷 three 𠮷𠮷 four"
    paragraph = set_paragraph(text, font, 120, 12, 1.6)
    assert "".join(paragraph.lines).replace(" ", "") == text.replace(" ", "")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 120 for line in paragraph.lines)


def test_nothing_takes_no_room(font):
    assert set_paragraph("", font, 200, 3, 1.6).height == 0
