"""The settings of the moment: how the window looks by them, and that they are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from simulator.errors import UserError
from simulator.gui.theme import style_sheet

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.window_language import WindowLanguage
    from simulator.settings import Settings


class Preferences(QObject):
    """Takes other settings: keeps them, and lets the window look by them at once.

    Signals:
        changed(object, object): the Settings until now, and those from now on.
        refused(object): a UserError says why they could not be kept; they hold until the program ends.
    """

    changed = Signal(object, object)
    refused = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        language: WindowLanguage,
        keep: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        """Take what keeps settings, which raises UserError where it cannot."""
        super().__init__(parent)
        self._presentation = presentation
        self._language = language
        self._keep = keep

    def use(self, settings: Settings) -> None:
        """Keep these settings, and go by them from now on."""
        before = self._keep_and_take(settings)
        self.apply()
        self.changed.emit(before, settings)

    def use_language(self, language: str) -> None:
        """Speak zh or en from now on."""
        self.use(replace(self._presentation.settings, language=language))

    def remember_view(self, view: str) -> None:
        """Keep how the library is to come up; nothing looks otherwise for it."""
        self._keep_and_take(replace(self._presentation.settings, library=view))

    def apply(self) -> None:
        """Let the application have the language, the type and the colours of the moment."""
        application = QApplication.instance()
        self._language.use(self._presentation.language)
        if isinstance(application, QApplication):
            application.setFont(self._presentation.theme.font())
            application.setStyleSheet(style_sheet(self._presentation.theme))

    def _keep_and_take(self, settings: Settings) -> Settings:
        """Keep settings and take them for the presentation; give those until now."""
        try:
            self._keep(settings)
        except UserError as error:
            self.refused.emit(error)
        before = self._presentation.settings
        self._presentation.settings = settings
        return before
