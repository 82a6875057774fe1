"""What the facilitator has beside the moment: the note, the hint, the map, the score, and the remarks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from simulator.authoring.map_picture import map_picture
from simulator.classroom.events import LONGEST_REMARK
from simulator.classroom.lesson import Lesson
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.classroom.leading import Leading
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.segments import Segments

_MAP_LINES = 16  # of running text, which the map is at least as high as


class BesidePanel(QWidget):
    """The right side of the console.

    Signals:
        remarked(str): the facilitator has written this.
        turn_given(int): the moment is to belong to team 0 or 1.
    """

    remarked = Signal(str)
    turn_given = Signal(int)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._leading: Leading | None = None
        self._hinting = False
        self._heads = {name: QLabel() for name in ("note", "hint", "score", "map", "remarks")}
        for head in self._heads.values():
            head.setProperty("type", "small")
            head.setProperty("tone", "celadon")
        self._note, self._hint, self._score, self._remarks = (MeasuredLabel() for _ in range(4))
        self._turn = Segments(presentation, (0, 1))
        self._turn.chosen.connect(lambda team: self.turn_given.emit(int(str(team))))
        self.map = SceneMap(presentation, editable=False)
        self.map.show_plainly()
        self.remark = QLineEdit()
        self.remark.setMaxLength(LONGEST_REMARK)
        self.remark.returnPressed.connect(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for name, parts in (
            ("note", (self._note,)),
            ("hint", (self._hint,)),
            ("remarks", (self.remark, self._remarks)),
            ("score", (self._score, self._turn)),
            ("map", (self.map,)),
        ):
            column.addWidget(self._heads[name])
            for part in parts:
                column.addWidget(part, 1 if part is self.map else 0)
            column.addSpacing(SPACE)
        self.restyle()

    def show_lesson(self, leading: Leading) -> None:
        """Show what belongs to the moment."""
        self._leading = leading
        lesson, words = leading.lesson, self._presentation.words
        scene = lesson.scene
        self._show("note", self._note, words(scene.note) if scene is not None else "")
        self._show("hint", self._hint, words(scene.hint) if scene is not None and self._hinting else "")
        self._remarks.setText("\n".join(f"{one.moment}. {one.text}" for one in lesson.now.remarks if one.text))
        self._remarks.setVisible(bool(self._remarks.text()))
        self._show_scores(lesson)
        here = lesson.now.moment.state.scene
        scenario = lesson.material.scenario
        self.map.show_picture(map_picture(scenario, self._presentation.language, here=here))
        self.map.look_at(here)
        self._retranslate()

    def toggle_hint(self) -> None:
        """Show the hint, or hide it."""
        self._hinting = not self._hinting
        if self._leading is not None:
            self.show_lesson(self._leading)

    def restyle(self) -> None:
        """Take the size of type of the moment."""
        self.map.setMinimumHeight(round(self._presentation.theme.points(BODY) * _MAP_LINES))
        self._turn.restyle()

    def _show(self, name: str, label: MeasuredLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
        self._heads[name].setVisible(bool(words))

    def _show_scores(self, lesson: Lesson) -> None:
        """Say what was earned so far, and whose turn it is."""
        of_class = lesson.standing.score
        said = [self.tr("Class: %1").replace("%1", "\u2013" if of_class is None else str(of_class))]
        for name, standing in zip(lesson.now.teams, lesson.team_standings, strict=True):
            score = "\u2013" if standing.score is None else str(standing.score)
            said.append(self.tr("%1: %2", "team: score").replace("%1", name).replace("%2", score))
        self._show("score", self._score, "    ".join(said))
        self._turn.setVisible(bool(lesson.now.teams))
        if lesson.now.teams:
            self._turn.name(self.tr("Whose turn"), list(lesson.now.teams))
            self._turn.show_value(lesson.now.moment.team or 0)

    def _write(self) -> None:
        words = self.remark.text().strip()
        if words:
            self.remarked.emit(words)
            self.remark.clear()

    def _retranslate(self) -> None:
        for name, words in (
            ("note", self.tr("For you, not for the class")),
            ("hint", self.tr("Hint")),
            ("score", self.tr("Score so far")),
            ("map", self.tr("Where we are")),
            ("remarks", self.tr("Remarks (M)")),
        ):
            self._heads[name].setText(words)
        self.remark.setPlaceholderText(self.tr("Write a remark, Enter keeps it"))
        self.remark.setAccessibleName(self.tr("Remark on this moment"))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange and self._leading is not None:
            self.show_lesson(self._leading)
        super().changeEvent(event)
