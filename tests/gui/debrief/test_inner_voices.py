from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.domain.inner_voice import Crux, CruxReason, InnerVoice, Moment
from simulator.gui.debrief.inner_voices import InnerVoices
from simulator.gui.presentation import Presentation
from simulator.i18n import Text

VOICES = (
    InnerVoice(Moment.BEFORE, 1, Text.of("I did what they told me."), 20),
    InnerVoice(Moment.CRUX, 4, Text.of("I keep my word."), 5),
    InnerVoice(Moment.AFTER, 7, Text.of("Not another story tomorrow."), 0),
)


def made(qtbot: QtBot, presentation: Presentation, hinge: Crux) -> InnerVoices:
    part = InnerVoices(presentation, VOICES, hinge, "Li Jianguo")
    qtbot.addWidget(part)
    part.resize(720, 400)
    part.fit(720)
    part.show()
    return part


def words_of(part: InnerVoices) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def test_thoughts_are_placed_and_the_crux_is_explained(qtbot: QtBot, presentation: Presentation) -> None:
    part = made(qtbot, presentation, Crux(4, CruxReason.COSTLIEST))
    assert words_of(part) == [
        "What Li Jianguo thought and did not say",
        "The crux is turn 4, where most was given away.",
        "Before",
        "I did what they told me.",
        "At the crux",
        "I keep my word.",
        "Afterwards",
        "Not another story tomorrow.",
    ]


def test_a_thought_beside_the_crux_is_called_so(qtbot: QtBot, presentation: Presentation) -> None:
    words = words_of(made(qtbot, presentation, Crux(3, CruxReason.NAMED)))
    assert "Near the crux" in words
    assert "The crux is turn 3, the moment you named." in words


def test_a_thought_leads_to_its_turn(qtbot: QtBot, presentation: Presentation) -> None:
    part = made(qtbot, presentation, Crux(4, CruxReason.MOOD))
    assert [link.text() for link in part.links] == ["Turn 1, mood 20", "Turn 4, mood 5", "Turn 7, mood 0"]
    with qtbot.waitSignal(part.turn_requested) as asked:
        qtbot.mouseClick(part.links[1], Qt.MouseButton.LeftButton)
    assert asked.args == [4]


def test_where_there_is_no_room_they_stand_below_each_other(qtbot: QtBot, presentation: Presentation) -> None:
    hinge = Crux(4, CruxReason.MOOD)
    beside = made(qtbot, presentation, hinge)
    assert len({link.mapTo(beside, link.rect().topLeft()).x() for link in beside.links}) == 3
    presentation.settings = replace(presentation.settings, text_size=200)
    below = made(qtbot, presentation, hinge)
    assert len({link.mapTo(below, link.rect().topLeft()).x() for link in below.links}) == 1
