"""What a film shows of the citizen and of what is said, by whatever channel they meet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.scenario import Channel, Inspection, Line, Scenario
from simulator.gui.film.contact import Contact
from simulator.gui.film.dialogue import Dialogue
from simulator.gui.practice.inspection_card import InspectionCard
from simulator.gui.practice.inspection_picture import InspectionPicture
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation

_SPEECH = {True: 43, False: 56}  # percent of the height for what is said at a counter: with room for words, without
_BESIDE_A_PICTURE = {True: 30, False: 44}


class Meeting(QWidget):
    """A column: a caller or a picture to look over, room for who stands on the stage behind it, and what is said."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._channel = Channel.COUNTER
        self._roomy = True
        self._ticks: InspectionCard | None = None
        self._caller_panel = Panel(presentation)
        self._caller = Contact(presentation, phone=True)
        around = QVBoxLayout(self._caller_panel)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._caller)
        self.picture = InspectionPicture(presentation)
        # It is looked at here; what would tick a thing pauses the film, as everywhere on the stage.
        self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dialogue = Dialogue(presentation)
        self.dialogue.heard.connect(self._caller.hear)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._caller_panel, self.picture, self.dialogue):
            column.addWidget(part)
        column.insertStretch(1)
        self._caller_panel.hide()

    def open(self, scenario: Scenario) -> None:
        """Meet the citizen of a scenario."""
        self._channel = scenario.channel
        self.dialogue.set_chat(scenario.channel is Channel.CHAT)
        self.name_citizen(scenario)
        self.show_inspection(None, None)

    def name_citizen(self, scenario: Scenario) -> None:
        """Name who is met, in the language of the moment."""
        name = self._presentation.words(scenario.citizen.name)
        self.dialogue.set_citizen(name, scenario.citizen.portrait)
        self._caller.show_contact(name, "")
        self.picture.retranslate()

    def show_lines(self, lines: tuple[Line, ...], *, spoken: bool) -> None:
        """Show these lines; where ``spoken``, the last one appears as it is said."""
        self.dialogue.show_lines(lines, spoken=spoken)

    def show_inspection(self, inspection: Inspection | None, ticks: InspectionCard | None) -> bool:
        """Show the picture of an inspection with the ticks of its list; tells whether there is one."""
        pictured = self.picture.show_inspection(inspection)
        if ticks is not self._ticks:
            self._ticks = ticks
            self.picture.join(ticks)
        self._share()
        return pictured

    def leave(self) -> None:
        """Meet nobody any more."""
        self.dialogue.show_lines((), spoken=False)
        self.show_inspection(None, None)

    def complete(self) -> None:
        """Let nothing move any more."""
        self.dialogue.complete()

    def restyle(self, *, roomy: bool) -> None:
        """Take the type and the colours of the moment; ``roomy`` is whether words are small for the window."""
        self._roomy = roomy
        self._caller.restyle()
        self.dialogue.restyle()
        self._share()

    def _share(self) -> None:
        """Share the height among what stands for the citizen and what is said."""
        pictured = not self.picture.isHidden()
        calling = self._channel is Channel.PHONE and not pictured
        self._caller_panel.setVisible(calling)
        speech = _BESIDE_A_PICTURE[self._roomy] if pictured else _SPEECH[self._roomy]
        if self._channel is Channel.CHAT and not pictured:
            speech = 100
        self._column.setStretch(1, 0 if pictured else 100 - speech)
        self._column.setStretchFactor(self.picture, 100 - speech if pictured else 0)
        self._column.setStretchFactor(self.dialogue, speech)
