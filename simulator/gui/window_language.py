"""The window's own words in the language of the moment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


class WindowLanguage:
    """Puts the translations of a language into the application; English is what the code itself says."""

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Say everything in ``language`` from now on; every widget is told by a LanguageChange event."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        if language != "zh":
            return
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (Path(qt) / "qtbase_zh_CN.qm", self._folder / "counter-practice_zh.qm"):
            translator = QTranslator(self._application)
            if translator.load(str(file)):
                self._application.installTranslator(translator)
                self._installed.append(translator)
