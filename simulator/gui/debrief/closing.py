"""How an encounter ended, and what one may do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from simulator.domain.scenario import Ending, Speaker
from simulator.gui.debrief.typesetting import column, em, kicker, paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout


class Closing(QWidget):
    """The end of a debrief.

    Signals:
        again_requested(), exam_requested(), watch_requested(), library_requested(): as the debrief says.
    """

    again_requested = Signal()
    exam_requested = Signal()
    watch_requested = Signal()
    library_requested = Signal()

    def __init__(self, presentation: Presentation, ending: Ending | None) -> None:
        super().__init__()
        layout = column(2 * SPACE, self)
        if ending is not None and ending.lines:
            layout.addWidget(kicker(self.tr("How it ended")))
            for line in ending.lines:
                words = presentation.words(line.text)
                if line.speaker is Speaker.NARRATOR:
                    layout.addWidget(paragraph(words, size="small", tone="soft"))
                else:
                    layout.addWidget(paragraph(f"“{words}”"))
            layout.addSpacing(2 * SPACE)
        row = FlowLayout(gap=2 * SPACE)
        self.buttons: list[QPushButton] = []
        for words, icon, asked in (
            (self.tr("Play again from the start"), "replay", self.again_requested),
            (self.tr("Take the exam"), "check-list", self.exam_requested),
            (self.tr("See how it can go"), "film", self.watch_requested),
            (self.tr("Back to the library"), "", self.library_requested),
        ):
            button = QPushButton(words)
            primary = not self.buttons
            button.setProperty("kind", "primary" if primary else "quiet")
            button.setAutoDefault(True)
            if icon:
                palette, side = presentation.theme.palette, em(presentation)
                button.setIcon(presentation.artist.icon(icon, palette.on_celadon if primary else palette.ink, side))
                button.setIconSize(QSize(side, side))
            button.clicked.connect(asked)
            row.addWidget(button)
            self.buttons.append(button)
        layout.addLayout(row)
