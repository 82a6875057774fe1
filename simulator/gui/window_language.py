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
        self._language = "en"
        self._chinese: list[QTranslator] | None = None

    def use(self, language: str) -> None:
        """Say everything in ``language`` from now on; every widget is told by a LanguageChange event."""
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        if language == self._language:
            return
        self._language = language
        for translator in self._loaded():
            if language == "zh":
                self._application.installTranslator(translator)
            else:
                self._application.removeTranslator(translator)

    def _loaded(self) -> list[QTranslator]:
        """Give the Chinese translations, Qt's own and ours."""
        if self._chinese is None:
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._chinese = []
            for file in (Path(qt) / "qtbase_zh_CN.qm", self._folder / "counter-practice_zh.qm"):
                translator = QTranslator(self._application)
                if translator.load(str(file)):
                    self._chinese.append(translator)
        return self._chinese
