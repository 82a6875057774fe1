"""Where the projector stands: on a display of its own while there is one, and never over the console."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

_SHARE = 0.6  # of the display that a projector in a window takes


class Standing(StrEnum):
    """How the projector is shown."""

    CLOSED = "closed"
    OWN = "own"  # it fills a display beside the console's
    WINDOW = "window"
    HERE = "here"  # it fills the console's own display, because the facilitator asked for it
    LOST = "lost"  # its display has gone; it is hidden until one comes


class Displays(QObject):
    """Follows displays as they come and go.

    Signals:
        changed(): the projector stands elsewhere, or another display could be chosen.
    """

    changed = Signal()

    def __init__(
        self,
        projector: QWidget,
        console: QWidget,
        parent: QObject | None = None,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Place ``projector``; it must not hide ``console``. ``screens`` gives the displays that there are."""
        super().__init__(parent)
        self._projector = projector
        self._console = console
        self._screens = screens
        self._standing = Standing.CLOSED
        self._windowed = False  # the facilitator wants a window, whatever displays there are
        self._wanted = ""  # the name of the display that was chosen
        self._followed: QWindow | None = None  # the console's window, once it has been seen
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - there are no windows without it
        application.screenAdded.connect(self.settle)
        application.screenRemoved.connect(self.settle)
        application.primaryScreenChanged.connect(self.settle)

    @property
    def standing(self) -> Standing:
        """How the projector is shown now."""
        return self._standing

    @property
    def spare(self) -> QScreen | None:
        """A display on which the console is not: the chosen one, or else the first."""
        here = self._console.window().screen()
        others = [screen for screen in self._screens() if screen is not here]
        return next((screen for screen in others if screen.name() == self._wanted), others[0] if others else None)

    def choose(self, name: str) -> None:
        """Prefer the display of this name."""
        self._wanted = name
        self.settle()

    def open(self) -> None:
        """Show the projector: on a display of its own, or in a window where there is none."""
        self._windowed = False
        self._follow_console()
        if self.spare is not None:
            self._fill(self.spare)
        else:
            self._show_in_window()

    def fill(self) -> None:
        """Fill a display of its own, or the console's where there is no other."""
        self._windowed = False
        self._fill(self.spare or self._console.window().screen())

    def leave(self) -> None:
        """Show the projector in a window."""
        if self._standing in (Standing.OWN, Standing.HERE):
            self._windowed = True
            self._show_in_window()

    def close(self) -> None:
        """Take the projector away."""
        self._projector.hide()
        self._stand(Standing.CLOSED)

    def settle(self) -> None:
        """Make the best of the displays that there are now."""
        spare = self.spare
        if self._standing is Standing.OWN and spare is None:
            self._projector.hide()
            self._stand(Standing.LOST)
        elif spare is not None and self._standing in (Standing.LOST, Standing.OWN, Standing.WINDOW):
            if self._standing is not Standing.WINDOW or not self._windowed:
                self._fill(spare)
        else:
            self.changed.emit()

    def _follow_console(self) -> None:
        """Make way when the console is moved to the projector's display."""
        window = self._console.window().windowHandle()
        if window is not self._followed:
            self._followed = window
            window.screenChanged.connect(self.settle)

    def _fill(self, screen: QScreen) -> None:
        own = screen is not self._console.window().screen()
        standing = Standing.OWN if own else Standing.HERE
        if standing is self._standing and self._projector.screen() is screen and self._projector.isFullScreen():
            self.changed.emit()
            return
        self._projector.setScreen(screen)
        self._projector.setGeometry(screen.geometry())
        self._projector.showFullScreen()
        self._stand(standing)

    def _show_in_window(self) -> None:
        screen = self._console.window().screen()
        room = screen.availableGeometry()
        frame = QRect(0, 0, round(room.width() * _SHARE), round(room.width() * _SHARE * 9 / 16))
        frame.moveBottomRight(room.bottomRight())
        self._projector.setScreen(screen)
        self._projector.showNormal()
        self._projector.setGeometry(frame)
        self._stand(Standing.WINDOW)

    def _stand(self, standing: Standing) -> None:
        self._standing = standing
        self.changed.emit()
