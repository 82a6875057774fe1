"""The context menu of a map: all that the mouse and the keys can do there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from simulator.authoring.map_picture import Way
from simulator.gui.authoring.map.map_words import way_words

_LONGEST = 36  # characters of a response in the menu


class Wishes(Protocol):
    """What a menu can ask of the map."""

    def open(self, id: str) -> None: ...  # noqa: D102 - as they are named
    def rename(self, id: str) -> None: ...  # noqa: D102
    def duplicate(self, id: str) -> None: ...  # noqa: D102
    def delete(self, id: str) -> None: ...  # noqa: D102
    def add_response(self, id: str) -> None: ...  # noqa: D102
    def point(self, id: str, response: str | None) -> None: ...  # noqa: D102
    def zoom_in(self) -> None: ...  # noqa: D102
    def zoom_out(self) -> None: ...  # noqa: D102
    def fit(self) -> None: ...  # noqa: D102


def map_menu(wishes: Wishes, parent: QWidget, id: str, ways: tuple[Way, ...], *, editable: bool, scene: bool) -> QMenu:
    """Build the menu of a scene or an ending, or, where ``id`` is empty, of the map itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(words: str, action: Callable[[], None], keys: str = "") -> None:
        entry = menu.addAction(words)
        entry.triggered.connect(lambda _checked=False: action())
        if keys:
            entry.setShortcut(QKeySequence(keys))

    if id:
        add(QCoreApplication.translate("SceneMap", "Open"), partial(wishes.open, id), "Return")
        if editable:
            add(QCoreApplication.translate("SceneMap", "Rename…"), partial(wishes.rename, id), "F2")
            add(QCoreApplication.translate("SceneMap", "Duplicate"), partial(wishes.duplicate, id), "Ctrl+D")
            add(QCoreApplication.translate("SceneMap", "Delete"), partial(wishes.delete, id), "Del")
        if editable and scene:
            menu.addSeparator()
            _add_responses(menu, wishes, id, ways)
        menu.addSeparator()
    add(QCoreApplication.translate("SceneMap", "Zoom in"), wishes.zoom_in, "+")
    add(QCoreApplication.translate("SceneMap", "Zoom out"), wishes.zoom_out, "-")
    add(QCoreApplication.translate("SceneMap", "Show all"), wishes.fit, "0")
    return menu


def _add_responses(menu: QMenu, wishes: Wishes, id: str, ways: tuple[Way, ...]) -> None:
    """Offer to lead each response elsewhere, and, where responses are what leads on, a new one."""
    elsewhere = menu.addMenu(QCoreApplication.translate("SceneMap", "Lead a response elsewhere"))
    for way in ways:
        words = way_words(way)
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        entry = elsewhere.addAction(short.replace("&", "&&"))
        entry.triggered.connect(lambda _checked=False, way=way: wishes.point(id, way.response))
    elsewhere.setEnabled(bool(ways))
    if any(not way.response for way in ways):
        return
    for words, action in (
        (QCoreApplication.translate("SceneMap", "New response to a new scene"), partial(wishes.add_response, id)),
        (QCoreApplication.translate("SceneMap", "New response to…"), partial(wishes.point, id, None)),
    ):
        menu.addAction(words).triggered.connect(lambda _checked=False, action=action: action())
