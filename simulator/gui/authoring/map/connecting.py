"""Drawing a line from a response to where it shall lead: by dragging, or with the keys."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem

from simulator.gui.theme import Theme


class Wish(NamedTuple):
    """Which response is to lead elsewhere; ``response`` is None where a new one is wished for."""

    scene: str
    response: str | None
    by_keys: bool = False

    def hint(self) -> str:
        """Say what the person has to do now."""
        if self.response is None:
            return QCoreApplication.translate(
                "SceneMap",
                "Where shall the new response lead? Choose with the arrow keys and Enter, or click. Esc: stop",
            )
        name = self.response or QCoreApplication.translate("SceneMap", "the inspection")
        return QCoreApplication.translate(
            "SceneMap", "Where shall “%1” lead? Choose with the arrow keys and Enter, or click. Esc: stop"
        ).replace("%1", name)


class RubberLine(QGraphicsPathItem):
    """The line while it is being drawn."""

    def __init__(self, theme: Theme, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setZValue(20)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        pen = QPen(theme.color("celadon"), 2.4, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        self.setPen(pen)

    def draw(self, begin: QPointF, end: QPointF) -> None:
        """Draw it from a port to a point."""
        path = QPainterPath(begin)
        reach = max(30.0, abs(end.y() - begin.y()) / 2)
        path.cubicTo(begin + QPointF(0, reach), end - QPointF(0, reach), end)
        self.setPath(path)
        self.show()
