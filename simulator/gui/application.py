"""The window as a running program: made of what it is given, shown, and waited for."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from simulator.gui import prompts
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.lock import Lock
from simulator.gui.main_window import MainWindow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts, load_rare_characters
from simulator.gui.window_language import WindowLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from simulator.gui.authoring.room import AuthoringRoom
    from simulator.gui.organisation import Organisation
    from simulator.i18n import Text
    from simulator.library.catalogue import Catalogue
    from simulator.records.database import Database
    from simulator.settings import Settings
    from simulator.speech.speaker import Speaker


TURN = 0.0005
"""Seconds after which work beside the window's thread gives way.

Painting a page asks for Python's lock again and again, each time behind whatever else is running: at the usual 5
milliseconds a page that is painted while a long history is read would stand still for a quarter of a second.
"""


class Writings(NamedTuple):
    """Where what authors write is kept: their scenarios, their drafts, and what was saved before."""

    library: Path
    drafts: Path
    versions: Path


class Furnishing(NamedTuple):
    """What the window is made of."""

    scenarios: Path
    assets: Path
    cache: Path
    data: Path
    passcode: Path
    writings: Writings
    settings: Settings
    keep_settings: Callable[[Settings], None]
    catalogue: Catalogue
    open_record: Callable[[], Database]
    new_seed: Callable[[], int]
    new_speaker: Callable[[], Speaker]
    clock: Callable[[], datetime]
    version: Callable[[], str]
    report: Callable[[BaseException], Text]  # writes a report of our own failure, and gives what to tell the person
    organisation: Organisation | None = None


def open_window(furnishing: Furnishing) -> Callable[[], int]:
    """Open the window, and give what runs it until it is closed, for the exit code."""
    _let_chinese_be_typed()
    sys.setswitchinterval(TURN)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one
    application.setApplicationName("counter-practice")
    application.setDesktopFileName("counter-practice")
    application.setCursorFlashTime(0)  # a cursor that blinks would keep a window that is left alone at work
    load_fonts(furnishing.assets)
    artist = Artist(furnishing.assets, furnishing.cache, lambda: _drawings_of_packs(furnishing))
    presentation = Presentation(furnishing.settings, artist)
    language = WindowLanguage(application, furnishing.assets / "i18n")
    language.use(presentation.language)  # before there is anything that would have to be told
    record = RecordKeeper(furnishing.open_record)
    window = MainWindow(
        presentation,
        language,
        furnishing.catalogue,
        record,
        furnishing.new_seed,
        furnishing.keep_settings,
        furnishing.data,
        lambda: _authoring_room(furnishing, presentation),
        furnishing.new_speaker,
        Lock(presentation, furnishing.passcode, furnishing.clock),
        furnishing.organisation,
    )
    _tell_failures(window, presentation, furnishing.report)
    window.resize(1200, 760)

    def begin() -> None:
        load_rare_characters()
        window.open()

    window.painted.connect(begin, Qt.ConnectionType.QueuedConnection)  # what the first picture does without
    if furnishing.organisation is not None and furnishing.organisation.send:
        _send_meanwhile(furnishing, furnishing.organisation.send, record, window, application)
    window.showMaximized()

    def run() -> int:
        with closing(window):
            return application.exec()

    return run


def _send_meanwhile(
    furnishing: Furnishing, command: Sequence[str], record: RecordKeeper, window: MainWindow, application: QApplication
) -> None:
    """Deliver to the organisation's store while the window is open."""
    from simulator.gui.sending import Sending

    sending = Sending(record, command, furnishing.clock, window)
    window.painted.connect(sending.start, Qt.ConnectionType.QueuedConnection)
    application.aboutToQuit.connect(sending.stop)


def _drawings_of_packs(furnishing: Furnishing) -> tuple[Path, ...]:
    """Give the folders of drawings that packs brought; asked for only where the program has no such drawing."""
    from simulator.library.pack import drawing_folders

    return drawing_folders(furnishing.writings.library)


def _authoring_room(furnishing: Furnishing, presentation: Presentation) -> AuthoringRoom:
    """Make the authors' room, which is loaded when somebody first writes."""
    from simulator.gui.authoring.room import AuthoringRoom, Places

    places = Places(furnishing.scenarios, furnishing.assets, *furnishing.writings)
    return AuthoringRoom(presentation, furnishing.catalogue, places, furnishing.clock, furnishing.version)


def _tell_failures(window: MainWindow, presentation: Presentation, report: Callable[[BaseException], Text]) -> None:
    """Let no failure of ours pass unsaid, and none show a traceback."""

    def tell(error: BaseException) -> None:
        prompts.tell(window, report(error), presentation.language)

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QTimer.singleShot(0, window.close)  # not in the middle of whatever was interrupted
        else:
            tell(error)

    sys.excepthook = hook
    window.failed.connect(tell)


def _let_chinese_be_typed() -> None:
    """Reach fcitx, the usual input framework of Chinese Linux desktops, through the ibus portal.

    The wheels of PySide6 bring no fcitx plug-in, and the system's own does not load into them.
    """
    named = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if sys.platform.startswith("linux") and "fcitx" in named:
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ["IBUS_USE_PORTAL"] = "1"
