"""The picture that is projected: the place, the citizen, the words of the moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from simulator.domain.scenario import Channel
from simulator.gui.classroom.projected_option import BAR_COLORS, ProjectedOption
from simulator.gui.classroom.projected_parts import (
    label,
    paper,
    phone_card,
    phone_strip,
    rule_row,
    score_strip,
    spoken,
    words,
)
from simulator.gui.classroom.projector_look import ProjectorLook
from simulator.gui.classroom.rolling_column import RollingColumn
from simulator.gui.classroom.slide import Part, Slide
from simulator.gui.film.contact import Contact
from simulator.gui.practice.inspection_picture import InspectionPicture
from simulator.gui.practice.meters import MoodMeter
from simulator.gui.practice.stage import Panel, Stage
from simulator.gui.theme import BODY, DISPLAY, LEAD, TITLE

_CENTRE = 0.165  # where the citizen stands, from the left
_WORDS = 67  # percent of the width
_WORDS_BESIDE_A_PICTURE = 54
_MARGIN = 0.022  # of the height
_ALONE, _BESIDE_OPTIONS = (DISPLAY, TITLE, LEAD), (LEAD, BODY)  # sizes of a line, the largest that fits being taken


class Board(QWidget):
    """Shows a slide; everything on it is as large as its height asks for.

    Slides are few and follow each other at the pace of talk, so the words of each are set anew.

    Signals:
        changed(): something else is to be seen.
    """

    changed = Signal()

    def __init__(self, look: ProjectorLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slide: Slide | None = None
        self._black = False
        self._stage = Stage(look, lambda: None, self, centre=_CENTRE)
        self._stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._columns = QHBoxLayout(self._stage)
        self._columns.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._met = QVBoxLayout()
        self._contact = Panel(look)
        self._caller: Contact | None = None
        around = QVBoxLayout(self._contact)
        around.setContentsMargins(0, 0, 0, 0)
        self._picture = InspectionPicture(look)
        self._met.addWidget(self._contact)
        self._met.addWidget(self._picture, 1)
        self._met.addStretch(1)
        self._foot = QVBoxLayout()
        self._met.addLayout(self._foot)
        self._column = QVBoxLayout()
        self._head = QVBoxLayout()
        self._column.addLayout(self._head)
        self._body = RollingColumn(look)
        self._body.verticalScrollBar().valueChanged.connect(self.changed)
        self._column.addWidget(self._body, 1)
        self._columns.addLayout(self._met)
        self._columns.addLayout(self._column)
        look.changed.connect(self._set_again)

    @property
    def slide(self) -> Slide | None:
        """What is shown."""
        return self._slide

    @property
    def black(self) -> bool:
        """Whether nothing is to be seen."""
        return self._black

    @property
    def rolling(self) -> bool:
        """Whether the words of the moment are more than there is room for."""
        return self._body.rolling

    @property
    def options(self) -> list[ProjectedOption]:
        """The options that are on it."""
        return [option for option in self._body.findChildren(ProjectedOption) if not option.isHidden()]

    def show_slide(self, slide: Slide | None) -> None:
        """Show a slide, or an empty stage."""
        if slide != self._slide:
            self._slide = slide
            self._set_again()

    def set_black(self, black: bool) -> None:
        """Let nothing be seen, or everything again."""
        self._black = black
        self._stage.setVisible(not black)
        self.update()
        self.changed.emit()

    def roll(self, pages: int) -> None:
        """Show the next page of words, or the one before."""
        self._body.roll_on(pages)

    def finish(self) -> None:
        """Stop drawing."""
        self._stage.finish()

    def _set_again(self) -> None:
        """Set the slide in the type and the colours of the moment."""
        slide, margin = self._slide, self._margin()
        self._columns.setContentsMargins(margin, margin, margin, margin)
        self._columns.setSpacing(margin)
        for column in (self._met, self._column, self._body.column):
            column.setSpacing(margin // 2)
        _empty(self._head)
        _empty(self._foot)
        if slide is None:
            self._stage.set_scene("", "")
            self._contact.hide()
            self._picture.show_inspection(None)
            self._body.take([])
            self.changed.emit()
            return
        self._show_citizen(slide)
        head, body = self._largest(slide)
        for column, widgets in ((self._foot, self._below(slide)), (self._head, head)):
            for widget in widgets:
                column.addWidget(widget)
                widget.show()
        self._body.take(body)
        self._stage.update()
        self.changed.emit()

    def _margin(self) -> int:
        return max(8, round(self.height() * _MARGIN))

    def _largest(self, slide: Slide) -> tuple[list[QWidget], list[QWidget]]:
        """Set the words of a slide with its line in the largest type with which all of them fit, if any does."""
        margin = self._margin()
        share = _WORDS_BESIDE_A_PICTURE if slide.inspection is not None else _WORDS
        self._columns.setStretch(0, 100 - share)
        self._columns.setStretch(1, share)
        width, room = (self.width() - 3 * margin) * share // 100, self.height() - 2 * margin
        asked = slide.part in (Part.QUESTION, Part.VOTE)
        for size in _BESIDE_OPTIONS if asked else _ALONE:
            head, body = self._above(slide, size), self._words(slide, size)
            if sum(one.heightForWidth(width) + margin // 2 for one in head + body) <= room:
                break
        return head, body

    def _show_citizen(self, slide: Slide) -> None:
        place, channel, citizen, portrait = slide.setting
        pictured = self._picture.show_inspection(slide.inspection)
        at_counter = channel is Channel.COUNTER and not pictured
        self._stage.set_scene(place, portrait if channel is Channel.COUNTER else "", softened=channel is Channel.CHAT)
        self._stage.set_expression(slide.face)
        self._stage.set_empty(not at_counter)
        self._contact.setVisible(channel is not Channel.COUNTER and not pictured)
        if channel is not Channel.COUNTER:
            if self._caller is None:
                self._caller = Contact(self._look, phone=channel is Channel.PHONE)
                layout = self._contact.layout()
                assert layout is not None  # noqa: S101 - given when the panel was made
                layout.addWidget(self._caller)
            self._caller.show_contact(citizen, portrait)

    def _above(self, slide: Slide, size: int) -> list[QWidget]:
        """Give what stays in sight above the words that may roll."""
        made: list[QWidget] = []
        if slide.note:
            made.append(paper(self._look, [label(self._look, slide.note, BODY, "plum")]))
        if slide.part in (Part.QUESTION, Part.VOTE) and slide.said is not None:
            made.append(paper(self._look, spoken(self._look, slide.said, size)))
        return made

    def _words(self, slide: Slide, size: int) -> list[QWidget]:
        """Give the words that may roll."""
        look = self._look
        made: list[QWidget] = []
        if slide.heading:
            made.append(paper(look, [words(look, slide.heading, TITLE, "celadon", heading=True)]))
        made += [ProjectedOption(look, option, slide.votes) for option in slide.options]
        if slide.said is not None and slide.part not in (Part.QUESTION, Part.VOTE):
            made.append(paper(look, spoken(look, slide.said, size)))
        if slide.rules:
            made.append(paper(look, [rule_row(look, rule) for rule in slide.rules]))
        if slide.why:
            made.append(paper(look, [words(look, slide.why, LEAD if size > LEAD else BODY)]))
        if slide.phones is not None and slide.part is Part.LINE:
            made.append(phone_card(look, slide.phones))
        return made

    def _below(self, slide: Slide) -> list[QWidget]:
        """Give what stands below the citizen: how they feel, the scores, the way for phones."""
        made: list[QWidget] = []
        if slide.votes:
            made.append(paper(self._look, _legend(self._look, slide.votes)))
        if slide.mood is not None:
            meter = MoodMeter(self._look)
            meter.set_heard(slide.setting.channel is Channel.PHONE)
            meter.set_mood(slide.mood)
            made.append(paper(self._look, [meter]))
        if slide.scores:
            made.append(score_strip(self._look, slide.scores))
        if slide.phones is not None and slide.part is not Part.LINE:
            made.append(phone_strip(self._look, slide.phones))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the type for the new height."""
        super().resizeEvent(event)
        self._stage.setGeometry(self.rect())
        self._look.fit(self.height(), self.logicalDpiY())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Be black where the stage is not seen."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)


def _legend(look: ProjectorLook, votes: tuple[str, ...]) -> list[QWidget]:
    """Name the votes in the order and the colours of their bars."""
    return [label(look, f"\u25a0 {name}", BODY, token) for name, token in zip(votes, BAR_COLORS, strict=False)]


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
