"""The stage: a place in three depths, with the citizen standing behind the counter's edge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from simulator.domain.scenario import Channel, Expression, Scenario
from simulator.gui.art import Artist, covering
from simulator.gui.background import Background
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.soon import Soon

_FIGURE_HEIGHT = 0.80  # of the stage
_FIGURE_CENTRE = 0.29  # from the left, where nothing else is said
_BACK, _FRONT = ("far", "middle"), ("near",)  # the layers behind the citizen, and before
_CORNER = 16  # pixels that a sheet's corners are rounded by
_SETTLED_MS = 120  # after which a window is taken to have its size
_DIMMED = {"dark": 0.45}  # how much of the theme's paper is laid over the picture
_SOFTENED = 0.55  # the same, where the picture is no more than the room in which one sits


class Stage(QWidget):
    """Paints the backdrop and the citizen; pages lay their panels on it.

    The first picture is drawn before it is painted, so that no bare stage is seen: by :meth:`prepare`, before the
    stage is shown, or else as it is painted. Afterwards the faces that are not needed yet, and everything at another
    size, are drawn on a thread of their own; until they are there, what has been drawn before is shown in their place.
    (Drawing holds Python's lock, so that a thread hides a drawing only in its parts, each some milliseconds long.)
    """

    def __init__(
        self,
        presentation: Presentation,
        pressed: Callable[[], None],
        parent: QWidget | None = None,
        *,
        centre: float = _FIGURE_CENTRE,
    ) -> None:
        """Make the stage; ``centre`` is where the citizen stands, as a share of its width."""
        super().__init__(parent)
        self._presentation = presentation
        self._pressed = pressed
        self._centre = centre
        self._drawing = Background("stage", self)
        self._soon = Soon(self)
        self._place = ""
        self._portrait = ""
        self._softened = False
        self._empty = False
        self._expression = Expression.CALM
        self._picture: _Picture | None = None
        self._prepared: tuple[_Setting, _Picture] | None = None
        self._drawn_for = QSize()
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SETTLED_MS)
        self._resized.timeout.connect(self._draw_anew)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def prepare(
        self, place: str, portrait: str, expression: Expression, size: QSize, ready: Callable[[], None]
    ) -> None:
        """Draw in the background what a stage of this size is to show first; ``ready`` is called when that is done.

        Whatever could not be drawn is drawn, and told, when it is painted.
        """
        setting = _Setting(place, portrait, size * self.devicePixelRatio(), self._centre)
        draw = partial(_draw, self._presentation.artist, setting, expression)
        self._drawing.run(draw, partial(self._keep_prepared, setting, ready), lambda _error: ready())

    def set_scene(self, place: str, portrait: str, *, softened: bool = False) -> None:
        """Show another place and another citizen; with no portrait nobody stands there."""
        if (place, portrait, softened) != (self._place, self._portrait, self._softened):
            self._place, self._portrait, self._softened = place, portrait, softened
            self._picture, self._drawn_for = None, QSize()
            self.update()

    def set_empty(self, empty: bool) -> None:
        """Show the place before the citizen has come, or with the citizen again."""
        if empty != self._empty:
            self._empty = empty
            self._show_face()

    def set_expression(self, expression: Expression) -> None:
        """Show another face of the citizen."""
        if expression != self._expression:
            self._expression = expression
            self._show_face()

    def finish(self) -> None:
        """Stop drawing."""
        self._resized.stop()
        self._drawing.finish()

    def _pixels(self) -> QSize:
        return self.size() * self.devicePixelRatio()

    def _setting(self, size: QSize) -> _Setting:
        return _Setting(self._place, self._portrait, size, self._centre)

    def _keep_prepared(self, setting: _Setting, ready: Callable[[], None], picture: _Picture) -> None:
        self._prepared = (setting, picture)
        ready()

    def _draw_first(self) -> _Picture:
        """Draw what the first painting needs, where it was not prepared, and ask for the other faces."""
        self._drawn_for = self._pixels()
        setting, artist = self._setting(self._drawn_for), self._presentation.artist
        prepared, self._prepared = self._prepared, None
        picture = prepared[1] if prepared is not None and prepared[0] == setting else None
        if picture is None:
            picture = _draw(artist, setting, self._expression)
        elif self._portrait and self._expression not in picture.faces:  # the first line may have changed it
            height = picture.frame.height()
            picture.faces[self._expression] = picture.face(artist.portrait(self._portrait, self._expression, height))
        self._take_picture(self._drawn_for, self._place, picture)
        return picture

    def _draw_anew(self) -> None:
        """Draw for another size, in the background."""
        size = self._pixels()
        if self._picture is None or size == self._drawn_for or size.isEmpty():
            return
        self._drawn_for = size
        draw = partial(_draw, self._presentation.artist, self._setting(size), self._expression)
        self._drawing.run(draw, partial(self._take_picture, size, self._place))

    def _take_picture(self, size: QSize, place: str, picture: _Picture) -> None:
        if size != self._drawn_for or place != self._place:
            return
        self._picture = picture
        self._show_face()
        self.update()
        self._soon.do(partial(self._draw_other_faces, picture))  # now it would take turns with painting the page

    def _draw_other_faces(self, picture: _Picture) -> None:
        if picture is not self._picture:
            return
        for expression in Expression:
            if self._portrait and expression not in picture.faces:
                draw = partial(_draw_face, self._presentation.artist, self._portrait, expression, picture)
                self._drawing.run(draw, partial(self._take_face, picture, expression))

    def _take_face(self, picture: _Picture, expression: Expression, face: _Face) -> None:
        if picture is self._picture:
            picture.faces[expression] = face
            if expression == self._expression:
                self._show_face()

    def _show_face(self) -> None:
        """Have the citizen painted again; of several faces before that only the last is seen."""
        picture = self._picture
        if picture is None:
            return
        if picture.image.size() != self._pixels():
            self.update()
            return
        place, ratio = QRectF(picture.changes(self._shown())), self.devicePixelRatio()
        self.update(QRectF(place.topLeft() / ratio, place.size() / ratio).toAlignedRect())

    def _shown(self) -> Expression | None:
        return None if self._empty else self._expression

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the stage as “go on”."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, once it stays."""
        super().resizeEvent(event)
        if self._picture is not None:
            self._resized.start()

    def event(self, event: QEvent) -> bool:
        """Draw anew where the pixels of the screen are others."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._picture is not None:
            self._resized.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; one that was drawn for another size covers the stage as the backdrop itself would."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        if not self._place:
            painter.fillRect(self.rect(), theme.color("paper"))
            return
        picture = self._picture or self._draw_first()
        picture.show(self._shown())
        image = picture.image
        if image.size() == self._pixels():
            painter.drawImage(self.rect(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(covering(QRectF(image.rect()), QRectF(self.rect())), image)
        if dimmed := max(_DIMMED.get(theme.palette.name, 0.0), _SOFTENED if self._softened else 0.0):
            painter.fillRect(event.rect(), theme.color("paper", dimmed))


def figure_in(scenario: Scenario) -> str:
    """Give the portrait that stands on the stage: none where the citizen is met by telephone or in a chat."""
    return scenario.citizen.portrait if scenario.channel is Channel.COUNTER else ""


class _Setting(NamedTuple):
    """What a picture is of: a place and the citizen there, if any; its size in pixels, and where the citizen stands."""

    place: str
    portrait: str
    size: QSize
    centre: float


class _Face(NamedTuple):
    """The citizen with an expression, at the place: what differs from the citizen as drawn first, and where."""

    place: QRect
    image: QImage


class _Picture:
    """A place with its citizen, ready to be painted; of its layers only what lies around the citizen is kept."""

    def __init__(self, back: QImage, front: QImage, frame: QRect) -> None:
        self.image = QImage(back)
        self.image.reinterpretAsFormat(QImage.Format.Format_RGB32)  # it is opaque, and so is painted faster
        self.frame = frame  # of the citizen, in the picture's pixels
        self.faces: dict[Expression, _Face] = {}
        self._shown: Expression | None = None
        self._figure = QImage()  # the citizen at the place, as drawn first
        if frame.isEmpty():
            _lay(front, self.image, QPoint())
            return
        top = max(frame.top(), _first_row(front))  # above it nothing stands before the citizen
        self._edge = QPoint(0, top - frame.top())
        self._behind = self.image.copy(frame)
        self._before = front.copy(QRect(frame.left(), top, frame.width(), frame.bottom() + 1 - top))
        _lay(front, self.image, QPoint())
        self._nobody = self.image.copy(frame)

    def face(self, figure: QImage) -> _Face:
        """Give the face of a figure that has been drawn; on any thread, once there is a first one."""
        image = self._behind.copy()
        _lay(figure, image, QPoint())
        _lay(self._before, image, self._edge)
        if self._figure.isNull():
            self._figure = image
        differs = _difference(self._figure, image)
        part = QImage() if differs.isEmpty() else image.copy(differs)
        return _Face(differs.translated(self.frame.topLeft()), part)

    def changes(self, expression: Expression | None) -> QRect:
        """Give where the picture changes when it shows this face, if that has been drawn; None is nobody there."""
        if self._shown is None or expression is None:
            return self.frame
        return self.faces[self._shown].place | self.faces[expression].place if expression in self.faces else QRect()

    def show(self, expression: Expression | None) -> None:
        """Paint a face into the picture, if it has been drawn and is not there; None leaves the place empty."""
        if expression == self._shown or (expression is not None and expression not in self.faces):
            return
        if expression is None:
            _lay(self._nobody, self.image, self.frame.topLeft())
        else:
            before, face = self.changes(expression), self.faces[expression]
            _lay(self._figure.copy(before.translated(-self.frame.topLeft())), self.image, before.topLeft())
            _lay(face.image, self.image, face.place.topLeft())
        self._shown = expression


def _lay(drawing: QImage, on: QImage, place: QPoint) -> None:
    painter = QPainter(on)
    painter.drawImage(place, drawing)
    painter.end()


def _difference(one: QImage, other: QImage) -> QRect:
    """Give the rectangle in which two drawings differ that are equally large, and of four bytes a point."""
    row, pixels = one.bytesPerLine(), (memoryview(one.constBits()), memoryview(other.constBits()))
    rows, columns = [], 0
    for number in range(one.height()):
        first, second = (bytes(drawn[number * row : (number + 1) * row]) for drawn in pixels)
        if first != second:
            rows.append(number)
            columns |= int.from_bytes(first, "little") ^ int.from_bytes(second, "little")
    if not rows:
        return QRect()
    left, right = ((columns & -columns).bit_length() - 1) // 32, (columns.bit_length() - 1) // 32
    return QRect(left, rows[0], right - left + 1, rows[-1] - rows[0] + 1)


def _first_row(image: QImage) -> int:
    """Give the first row of a drawing in which there is anything."""
    pixels, row = memoryview(image.constBits()), image.bytesPerLine()
    rows = (bytes(pixels[place : place + row]) for place in range(0, image.sizeInBytes(), row))
    return next((number for number, points in enumerate(rows) if points.count(0) < row), image.height())


def _draw(artist: Artist, setting: _Setting, expression: Expression) -> _Picture:
    """Draw a place with its citizen, if any."""
    place, portrait, size, centre = setting
    if not portrait:
        return _Picture(artist.backdrop(place, size, _BACK), artist.backdrop(place, size, _FRONT), QRect())
    height = round(size.height() * _FIGURE_HEIGHT)
    figure = artist.portrait(portrait, expression, height)
    left = round(size.width() * centre) - figure.width() // 2
    frame = QRect(left, size.height() - height, figure.width(), height)
    picture = _Picture(artist.backdrop(place, size, _BACK), artist.backdrop(place, size, _FRONT), frame)
    picture.faces[expression] = picture.face(figure)
    return picture


def _draw_face(artist: Artist, portrait: str, expression: Expression, picture: _Picture) -> _Face:
    return picture.face(artist.portrait(portrait, expression, picture.frame.height()))


class Panel(QWidget):
    """A sheet of paper for words on the stage: translucent, unless other words lie below it."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None, *, solid: bool = False) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._solid = solid
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, with a breath of shadow below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._presentation.theme
        painter.setBrush(theme.color("ink", 0.10))
        painter.save()
        painter.setClipRect(0, self.height() - 2 * _CORNER, self.width(), 2 * _CORNER)  # the rest of it is not seen
        painter.drawRoundedRect(self.rect().adjusted(0, 3, 0, 0), _CORNER, _CORNER)
        painter.restore()
        painter.setBrush(theme.color("paper", 1.0 if self._solid else theme.palette.veil / 255))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, -3), _CORNER, _CORNER)
