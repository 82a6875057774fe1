"""A page of panels on a stage: what practising and watching a film share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.meters import MoodMeter
from simulator.gui.practice.stage import Panel, Stage
from simulator.gui.presentation import Presentation
from simulator.gui.theme import Theme, type_sheet
from simulator.gui.widgets.elided_label import ElidedLabel

MARGIN = 24
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class StagePage(QWidget):
    """A stage whose words grow with its height, and a bar above: the way out, a title, the visit's stage, the mood.

    Signals:
        left(): the person leaves.
    """

    left = Signal()

    def __init__(
        self,
        presentation: Presentation,
        pressed: Callable[[], None],
        words_width: int,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page; the bar's buttons have words where it is ``words_width`` pixels wide at plain size."""
        super().__init__(parent)
        self._presentation = presentation.for_stage(self)
        self._words_width = words_width
        self._styled: tuple[Theme, bool] | None = None
        self._icons: dict[DeliberateButton, str] = {}
        self._back = self._bar_button("back")
        self._back.clicked.connect(self.left)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stage = Stage(self._presentation, pressed)
        self._bar = Panel(self._presentation)
        self._title = ElidedLabel()
        self._title.setProperty("type", "lead")
        self._stages = QLabel()
        self._stages.setProperty("type", "small")
        self._mood = MoodMeter(self._presentation)
        self._presentation.changed.connect(self._follow_presentation)

    def stop(self) -> None:
        """Show nothing any more; nothing runs."""

    def finish(self) -> None:
        """Stop what runs in the background."""
        self.stop()
        self._stage.finish()

    def _bar_row(self, right: int) -> QHBoxLayout:
        """Begin the bar, with this margin at its end."""
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(10, 6, right, 9)
        row.setSpacing(12)
        return row

    def _bar_button(self, icon: str) -> DeliberateButton:
        button = DeliberateButton()
        button.setProperty("kind", "quiet")
        # A click leaves the focus where it is: space goes on with what is shown, and must not leave instead.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[button] = icon
        return button

    def _retranslate(self) -> None:
        """Say everything but the moment in the language of now; what inherits from it does so before."""
        self._styled = None
        self._restyle()

    def _restyle(self) -> None:
        """Take the type and the colours of the moment, where they are others than before."""
        theme, artist = self._presentation.theme, self._presentation.artist
        roomy = theme.text_size * self._words_width <= self.width() * 100
        if (theme, roomy) == self._styled:
            return
        self._styled = (theme, roomy)
        sheet = type_sheet(theme) if theme.text_size != self._presentation.settings.text_size else ""
        if sheet != self._stage.styleSheet():
            self._stage.setStyleSheet(sheet)
        side = round(20 * theme.text_size / 100)
        for button, icon in self._icons.items():
            button.setIcon(artist.icon(icon, theme.palette.ink, side * 2))
            button.setIconSize(QSize(side, side))
            button.setText(button.accessibleName() if roomy else "")
        self._stages.setVisible(roomy)
        self._restyle_panels(roomy=roomy)
        self._stage.update()

    def _restyle_panels(self, *, roomy: bool) -> None:
        """Take the type of the moment below the bar; ``roomy`` is whether words are small for the page."""

    def _set_again(self) -> None:
        """Set the moment in the language and type of now; where things stand stays as it is."""

    def _follow_presentation(self) -> None:
        self._restyle()
        self._set_again()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._set_again()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words grow with the stage."""
        super().resizeEvent(event)
        self._presentation.fit(self.height())
        self._restyle()


def is_command(event: QKeyEvent) -> bool:
    """Say whether a key is meant for the window, and not for what is on the stage."""
    return bool(event.modifiers() & _COMMANDS)
