"""Making ready what is likely to be wanted next, while nobody does anything."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_UNDISTURBED = 300  # milliseconds for which nobody has done anything before the next step
_PAUSE = 15  # milliseconds between two steps, in which the window paints and answers
_DEEDS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    )
)


class Readiness(QObject):
    """Takes steps one by one; whatever a person does in the window puts off the next.

    A step keeps the window waiting while it lasts, so it is to be a short one.
    """

    def __init__(self, window: QWidget, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = iter(steps)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_step)

    def start(self) -> None:
        """Begin; the window is shown by now."""
        self._window.windowHandle().installEventFilter(self)
        self._timer.start(_UNDISTURBED)

    def finish(self) -> None:
        """Take no more steps: the window is going."""
        self._timer.stop()

    def _take_step(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            self._timer.start(_PAUSE)
        elif (handle := self._window.windowHandle()) is not None:
            handle.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait anew after what a person did; it goes where it was going."""
        if event.type() in _DEEDS and self._timer.isActive():
            self._timer.start(_UNDISTURBED)
        return False


def imports_of(*packages: str) -> Iterator[Callable[[], object]]:
    """Give what loads the modules of some packages, each by itself; nothing for those that are there by then."""
    from pkgutil import iter_modules

    for package in packages:
        for module in iter_modules(import_module(package).__path__):
            name = f"{package}.{module.name}"
            if name not in sys.modules:
                yield partial(import_module, name)
