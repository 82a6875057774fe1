from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from simulator.gui.debrief.passage import Paragraph, Passage
from simulator.gui.presentation import Presentation

WORDS = "The original's at home, an hour and a half there and back. " * 4


def inked(picture: QImage, ground: QColor, top: int, bottom: int) -> int:
    return sum(
        picture.pixelColor(x, y) != ground for y in range(top, min(bottom, picture.height())) for x in range(0, 300, 2)
    )


def test_its_height_is_what_its_words_need_at_a_width(qtbot: QtBot, presentation: Presentation) -> None:
    passage = Passage(presentation, [Paragraph("Turn 1", kicker=True), Paragraph(WORDS)])
    qtbot.addWidget(passage)
    assert passage.heightForWidth(600) < passage.heightForWidth(300) < passage.heightForWidth(150)
    alone = Passage(presentation, [Paragraph(WORDS)])
    qtbot.addWidget(alone)
    assert alone.heightForWidth(300) < passage.heightForWidth(300)


def test_it_paints_its_words_to_the_end(qtbot: QtBot, presentation: Presentation) -> None:
    passage = Passage(presentation, [Paragraph(WORDS), Paragraph("The end.", heading=True)])
    qtbot.addWidget(passage)
    passage.resize(300, passage.heightForWidth(300))
    passage.show()
    picture = passage.grab().toImage()
    ground = picture.pixelColor(299, picture.height() - 1)
    assert inked(picture, ground, 0, 30) > 20
    assert inked(picture, ground, picture.height() - 30, picture.height()) > 20


def test_screen_readers_are_told_all_of_it(qtbot: QtBot, presentation: Presentation) -> None:
    passage = Passage(presentation, [Paragraph("Li"), Paragraph("Thank you.")])
    qtbot.addWidget(passage)
    assert passage.accessibleName() == passage.words == "Li\nThank you."
