"""The projector in small, on the console: exactly what the class sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.classroom.board import Board

_AFTER_MS = 60  # several changes of one moment make one picture
_DRAWN_MS = 900  # by then the citizen's face, which is drawn on a thread of its own, is there too
_WIDEST = 640  # pixels: what stands below it is to stay in sight
_PLAIN = QSize(1280, 720)  # pixels of a board that is not shown anywhere


class Mirror(QWidget):
    """A small picture of a board, taken anew when something on it has changed."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._picture = QPixmap()
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._soon, _AFTER_MS), (self._later, _DRAWN_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self._take)
            board.changed.connect(timer.start)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(_WIDEST)
        board.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Be as high as screens are."""
        return min(width, self.maximumWidth()) * 9 // 16

    def sizeHint(self) -> QSize:
        """Ask for a small screen."""
        return QSize(384, 216)

    def minimumSizeHint(self) -> QSize:
        """Be content with a stamp."""
        return QSize(192, 108)

    @property
    def picture(self) -> QPixmap:
        """What it shows."""
        return self._picture

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the board's size."""
        if watched is self._board and event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        if not self._board.isVisible() and self._board.height() < _PLAIN.height() // 2:
            self._board.resize(_PLAIN)
        self._picture = self._board.grab()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, whole."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            return
        size = self._picture.deviceIndependentSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
