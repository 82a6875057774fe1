"""``python -m tests.end_to_end.editing FILE DATA``: an author at the real editor who types without end.

Prints how many characters had been typed when the draft was last kept apart from its file, each time it is.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from simulator.gui.art import Artist
from simulator.gui.authoring.forms.fields import TextBox
from simulator.gui.authoring.room import AuthoringRoom, Places
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts, style_sheet
from simulator.library.catalogue import Catalogue
from simulator.settings import Settings

PROJECT = Path(__file__).parent.parent.parent
TYPED = "\u5b57"


def main(file: Path, data: Path) -> None:
    application = QApplication([])
    load_fonts(PROJECT / "assets")
    presentation = Presentation(Settings(language="zh", reduced_motion=True), Artist(PROJECT / "assets", data / "art"))
    application.setStyleSheet(style_sheet(presentation.theme))
    shipped = PROJECT / "scenarios"
    catalogue = Catalogue([file.parent], shipped / "rulebook.yaml", data / "cache")
    places = Places(shipped, PROJECT / "assets", file.parent, data / "drafts", data / "versions")
    room = AuthoringRoom(presentation, catalogue, places, lambda: datetime.now(UTC), lambda: "0.0")
    room.resize(1366, 768)
    room.show()
    room.edit(file)
    typing = QTimer()

    def begin() -> None:
        if room.page is None or room.page.checked is None:
            QTimer.singleShot(10, begin)
            return
        desk = room.page.desk
        box = next(one for one in room.page.form.findChildren(TextBox) if one.isVisible())
        box.setFocus()
        box.clear()

        def type_on() -> None:
            event = QInputMethodEvent()
            event.setCommitString(TYPED)
            QApplication.sendEvent(box, event)
            desk.keep()

        def tell(text: str) -> None:
            print(str(desk.draft.with_text(text).get(("title", "zh"))).count(TYPED), flush=True)

        desk.kept.connect(tell)
        typing.timeout.connect(type_on)
        typing.start(2)

    QTimer.singleShot(0, begin)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
