"""The console's upper edge: which class this is, the clocks, where the projector stands, whether phones may vote."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from simulator.gui.classroom.commands import Command, Wish, key_name
from simulator.gui.classroom.displays import Displays, Standing
from simulator.gui.classroom.leading import Leading
from simulator.gui.classroom.phones import Phones
from simulator.gui.debrief.words import stage_word
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.menu_button import MenuButton


class ConsoleBar(QWidget):
    """A row of short facts and the buttons that belong to them; it breaks where it is narrow.

    Signals:
        wished(object): a button asks for this Wish.
        phones_requested(str): phones may vote at this address of the machine; empty: no longer.
    """

    wished = Signal(object)
    phones_requested = Signal(str)

    def __init__(self, displays: Displays, phones: Phones) -> None:
        super().__init__()
        self._displays = displays
        self._voting = phones
        self._leading: Leading | None = None
        self._moment, self._clock, self._place = (QLabel() for _ in range(3))
        self._fill, self._open, self._phones = QPushButton(), QPushButton(), MenuButton()
        self._addresses = QMenu(self)
        self._addresses.aboutToShow.connect(self._offer_addresses)
        self._phones.setMenu(self._addresses)
        phones.changed.connect(self.retranslate)
        for button in (self._fill, self._open, self._phones):
            button.setProperty("kind", "quiet")
        self._fill.clicked.connect(self._fill_or_leave)
        self._open.clicked.connect(self._open_or_close)
        row = FlowLayout(self, gap=2 * SPACE)
        for part in (self._moment, self._clock, self._place, self._fill, self._open, self._phones):
            row.addWidget(part)
        displays.changed.connect(self.retranslate)
        self.retranslate()

    def show_lesson(self, leading: Leading) -> None:
        """Say where the class is."""
        self._leading = leading
        self.retranslate()

    def tick(self) -> None:
        """Say what time it is in the lesson."""
        leading = self._leading
        if leading is None:
            return
        now = leading.now_ms
        words = self.tr("This moment %1 \u00b7 Class %2")
        self._clock.setText(words.replace("%1", _minutes(leading.lesson.moment_ms(now))).replace("%2", _minutes(now)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        lesson = self._leading.lesson if self._leading is not None else None
        if lesson is not None:
            stage = stage_word(lesson.scene.stage) if lesson.scene is not None else self.tr("The ending")
            number = self.tr("Moment %1").replace("%1", str(lesson.now.path.at + 1))
            what_if = [self.tr("what if")] if lesson.now.in_what_if else []
            self._moment.setText(" \u00b7 ".join([number, stage, *what_if]))
        self.tick()
        self._show_place()
        self._phones.setText(
            self.tr("Phones: off")
            if self._voting.way is None
            else self.tr("Phones: %1 joined").replace("%1", str(self._voting.joined))
        )

    def _show_place(self) -> None:
        standing = self._displays.standing
        self._place.setText(
            {
                Standing.OWN: self.tr("Projector: fills its display"),
                Standing.HERE: self.tr("Projector: fills this display"),
                Standing.WINDOW: self.tr("Projector: in a window"),
                Standing.CLOSED: self.tr("Projector: closed"),
                Standing.LOST: self.tr("The projector's display is gone. Nothing is lost; it comes back by itself."),
            }[standing]
        )
        self._place.setProperty("tone", "ochre" if standing is Standing.LOST else "")
        self._place.style().polish(self._place)
        filled = standing in (Standing.OWN, Standing.HERE)
        fill = self.tr("In a window") if filled else self.tr("Full screen")
        self._fill.setText(f"{fill}  ({key_name(Command.LEAVE if filled else Command.FILL)})")
        self._open.setText(self.tr("Open the projector") if standing is Standing.CLOSED else self.tr("Close it"))
        self._open.setVisible(standing is not Standing.LOST)

    def _offer_addresses(self) -> None:
        """Offer the addresses at which phones can reach this machine, or to close the vote by phone."""
        from simulator.classroom.lan_address import addresses

        self._addresses.clear()
        if self._voting.way is not None:
            close = self._addresses.addAction(self.tr("Close the vote by phone"))
            close.triggered.connect(lambda: self.phones_requested.emit(""))
            return
        for address, name in addresses():
            words = self.tr("Let phones vote at %1 (%2)").replace("%1", address).replace("%2", name)
            opening = self._addresses.addAction(words.replace("&", "&&"))
            opening.triggered.connect(lambda _=False, address=address: self.phones_requested.emit(address))
        if self._addresses.isEmpty():
            self._addresses.addAction(self.tr("This PC is on no local network; count hands")).setEnabled(False)

    def _fill_or_leave(self) -> None:
        filled = self._displays.standing in (Standing.OWN, Standing.HERE)
        self.wished.emit(Wish(Command.LEAVE if filled else Command.FILL))

    def _open_or_close(self) -> None:
        if self._displays.standing is Standing.CLOSED:
            self._displays.open()
        else:
            self._displays.close()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _minutes(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"
