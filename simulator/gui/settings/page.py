"""The settings page: how the window speaks, looks, waits and sounds, and what becomes of the data."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.settings.choices import Choices
from simulator.gui.settings.keeping import Keeping
from simulator.gui.settings.rows import Folder, Row
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.i18n import Text
from simulator.paths import note_of_move
from simulator.records.learners import Learner
from simulator.settings import CHOICES

if TYPE_CHECKING:
    from simulator.classroom.xapi.report import Report

_ORDER = (
    *("language", "text_size", "theme", "reduced_motion"),
    *("time_limits", "feedback", "say_first", "sound", "voice_speed"),
)
_WIDEST = 1160


class SettingsPage(PageWithBack):
    """Everything that a person may set; a change applies at once.

    Signals:
        settings_changed(object): the Settings as the person wants them now.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        data: Path | None = None,
        keeping: Keeping | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        self._data = data
        self._silence: Text | None = None  # why citizens cannot be heard
        self._lead = MeasuredLabel()
        self._lead.setProperty("tone", "soft")
        self._choices = {
            name: (Choices.of_themes if name == "theme" else Choices.of_words)(presentation, CHOICES[name])
            for name in _ORDER
        }
        self._rows = {name: Row(choices) for name, choices in self._choices.items()}
        movable = keeping is not None and data is not None and note_of_move(data) is not None
        self._folder = Folder(data, movable=movable) if data is not None else None
        if self._folder is not None:
            self._rows["data"] = Row(self._folder)
        self._keeping = keeping
        if keeping is not None:
            keeping.setParent(self)
            self._rows |= {name: Row(deeds) for name, deeds in keeping.deeds.items()}
            keeping.changed.connect(self.retranslate)
            if self._folder is not None and data is not None:
                self._folder.move_requested.connect(partial(keeping.move, data))
        self._report: Report | None = None
        self._delivery = MeasuredLabel()
        self._delivery.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._rows["delivery"] = Row(self._delivery)
        self._rows["delivery"].hide()
        self._scroll = ColumnScroll()
        self._lay_out()
        for choices in self._choices.values():
            choices.chosen.connect(self._change)
        self.restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("Settings"))
        self._lead.setText(self.tr("Every change applies at once."))
        self._name(
            "language",
            self.tr("Language"),
            self.tr("Of the window; the scenarios follow where they are written in it."),
            # A language is named in itself, for those who do not read the other one.
            [self.tr("As the system"), "\u4e2d\u6587", "English"],
        )
        self._name(
            "text_size",
            self.tr("Text size"),
            self.tr("Everything grows with it, on the projector too."),
            [self.tr("%1 %").replace("%1", str(size)) for size in CHOICES["text_size"]],
        )
        self._name(
            "theme",
            self.tr("Theme"),
            self.tr("High contrast helps tired eyes and faint projectors."),
            [self.tr("Paper"), self.tr("Dark"), self.tr("High contrast")],
        )
        self._name(
            "reduced_motion",
            self.tr("Motion"),
            self.tr("Faces and words may come in gently, or at once."),
            [self.tr("Gentle"), self.tr("None")],
        )
        self._name(
            "time_limits",
            self.tr("Time limits"),
            self.tr("Some scenes wait only so long for a response."),
            [self.tr("As written"), self.tr("1.5 times as long"), self.tr("Twice as long"), self.tr("Off")],
        )
        self._name(
            "feedback",
            self.tr("Feedback"),
            self.tr("What a response did to the rules, after each one or only in the debrief."),
            [self.tr("In the debrief"), self.tr("After each response")],
        )
        self._name(
            "say_first",
            self.tr("Say it first"),
            self.tr("Before the options show, write what you would say. It is kept and never scored; not in exams."),
            [self.tr("Off", "say it first"), self.tr("On", "say it first")],
        )
        self._name(
            "sound",
            self.tr("Sound"),
            self._presentation.words(self._silence) or self.tr("Citizens say their lines aloud."),
            [self.tr("Off", "sound"), self.tr("On", "sound")],
        )
        self._rows["sound"].warn(warned=self._silence is not None)
        self._name(
            "voice_speed",
            self.tr("Speed of speech"),
            self.tr("Each citizen has a pace of their own; all of them follow this."),
            [self.tr("Slower"), self.tr("As they speak"), self.tr("Faster")],
        )
        if self._folder is not None:
            about = self.tr("The record of everybody who practises here, and its backups.")
            self._rows["data"].name(self.tr("Data folder"), about)
            self._folder.name(
                self.tr("Open folder"),
                self.tr("Move it elsewhere…"),
                self.tr("The folder could not be opened. It is at the place written here."),
            )

        if self._keeping is not None:
            for name, words in self._keeping.words().items():
                self._rows[name].name(words.title, words.about)
                self._rows[name].setVisible(words.shown)
        self._rows["delivery"].name(
            self.tr("Learning record store"),
            self.tr("Finished attempts go to your organisation, as its administrator has set."),
        )
        if self._report is not None:
            found, advice = (self._presentation.words(words) for words in (self._report.found, self._report.advice))
            between = "" if self._presentation.language == "zh" else " "
            self._delivery.setText(f"{found}{between}{advice}".strip())
            self._delivery.setProperty("tone", "" if self._report.sound else "ochre")
            self._delivery.style().polish(self._delivery)

    def show_for(self, learner: Learner | None) -> None:
        """Speak of this learner's record."""
        if self._keeping is not None:
            self._keeping.show_for(learner)

    def tell_silence(self, sentence: Text | None) -> None:
        """Say why citizens cannot be heard and what to do about it; None where they can be."""
        self._silence = sentence
        self.retranslate()

    def tell_delivery(self, report: Report) -> None:
        """Say how delivery to the organisation's store stands, where one is configured."""
        self._report = report
        self._rows["delivery"].show()
        self.retranslate()

    def restyle(self) -> None:
        """Take the theme, the text size and the values of the moment."""
        super().restyle()
        self._title.setProperty("type", "title" if self._presentation.theme.text_size > 150 else "display")
        self._title.style().polish(self._title)
        for name, choices in self._choices.items():
            choices.show_value(getattr(self._presentation.settings, name))
            choices.measure()
        self._make_room()

    def _lay_out(self) -> None:
        self._column = self._scroll.column
        self._column.setSpacing(0)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lead)
        for row in self._rows.values():
            self._column.addSpacing(4 * SPACE)
            self._column.addWidget(row)
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _name(self, setting: str, title: str, about: str, words: list[str]) -> None:
        self._rows[setting].name(title, about)
        self._choices[setting].name(title, words, about)

    def _make_room(self) -> None:
        side = max(3 * SPACE, min(12 * SPACE, self.width() // 16), (self.width() - _WIDEST) // 2)
        self._column.setContentsMargins(side, 4 * SPACE, side, 6 * SPACE)
        beside = self.width() - 2 * side > 8.4 * self._presentation.theme.text_size
        for row in self._rows.values():
            row.stand(beside=beside)

    def _change(self, value: object) -> None:
        name = next(name for name, choices in self._choices.items() if choices is self.sender())
        changed: dict[str, Any] = {name: value}
        self.settings_changed.emit(replace(self._presentation.settings, **changed))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, with the focus on the way back."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._keeping is not None:
            self._keeping.look()
