"""The hint of a scene: shown where the learner wants it, never in an exam, and whether it was looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from simulator.domain.scenario import Scene
from simulator.gui.presentation import Presentation


class SceneHint:
    """Shows a scene's hint on a label; a button offers it."""

    def __init__(self, presentation: Presentation, label: QLabel, button: QPushButton) -> None:
        self._presentation = presentation
        self._label = label
        self._button = button
        self._scene: Scene | None = None
        self.looked_at = False
        button.clicked.connect(self.toggle)

    def open(self, scene: Scene | None) -> None:
        """Have the hint of a scene, of which nothing is shown yet; None where there is to be none."""
        self._scene = scene
        self.looked_at = False
        self._label.hide()
        self._button.setEnabled(bool(self._words()))

    def toggle(self) -> None:
        """Show the hint, or hide it."""
        words = self._words()
        self._label.setText(words)
        self._label.setVisible(bool(words) and self._label.isHidden())
        self.looked_at = self.looked_at or bool(words)

    def set_again(self) -> None:
        """Say it in the language of the moment."""
        self._label.setText(self._words())

    def _words(self) -> str:
        return self._presentation.words(self._scene.hint) if self._scene is not None else ""
