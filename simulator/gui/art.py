"""Drawing the SVG art: backdrops, portraits with an expression, pictures to inspect, icons in a colour, covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

from simulator.atomic_file import write_file

if TYPE_CHECKING:
    from simulator.domain.scenario import Expression

_SVG = "http://www.w3.org/2000/svg"
_NAME = re.compile(r"[a-z0-9-]+\Z")
_ICON_INK = "#22303C"
_LARGEST_KEPT, _MOST_KEPT = (
    4 << 20,
    16 << 20,
)  # bytes of one drawn image and of all: faces, but no backdrops of a screen

LAYERS = ("far", "middle", "near")
"""A backdrop's layers; the citizen stands behind the last, which holds the counter's edge."""

COVER = QSize(640, 300)
"""The size in pixels in which covers are drawn and kept."""

_FAULT, _RIGHT = "-fault", "-right"  # how the ids of a thing's two drawings end
_HEAD_TOP, _HEAD_SIDE = 0.04, 0.45  # of a portrait's height: where the square around the head begins, and its side


class Inspected(NamedTuple):
    """A picture to inspect, and where each of its things is seen, in shares of its width and height."""

    image: QImage
    things: dict[str, QRectF]


class Artist:
    """Draws the art of the assets folder; what is drawn often is kept.

    Images (not pixmaps) may be drawn on any thread.
    """

    def __init__(self, assets: Path, cache: Path, more_drawings: Callable[[], Sequence[Path]] = lambda: ()) -> None:
        """Draw from the assets folder, and what is not in it from the folders that packs brought."""
        self._assets = assets
        self._more_drawings = more_drawings
        self._cache = cache
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._images: dict[tuple[str, str, int, int], QImage] = {}
        self._keeping = Lock()

    @property
    def assets(self) -> Path:
        """The folder of what comes with the program beside its code."""
        return self._assets

    def backdrop(self, place: str, size: QSize, layers: tuple[str, ...] = LAYERS) -> QImage:
        """Draw layers of a place so that they cover ``size``, cut evenly where the shape differs."""
        key = (place, "+".join(layers), size.width(), size.height())
        image = self._images.get(key)
        if image is None:
            svg = without_groups(self._read("backdrops", place, "government-hall"), set(LAYERS) - set(layers))
            renderer = QSvgRenderer(QByteArray(svg))
            image = _blank(size, QColor(Qt.GlobalColor.transparent))
            painter = _painter(image)
            renderer.render(painter, covering(renderer.viewBoxF(), QRectF(0, 0, size.width(), size.height())))
            painter.end()
            self._keep(key, image)
        return image

    def portrait(self, name: str, expression: Expression, height: int) -> QImage:
        """Draw a citizen's half figure with an expression, ``height`` pixels high, on nothing."""
        key = (name, expression, height, 0)
        image = self._images.get(key)
        if image is None:
            renderer = QSvgRenderer(QByteArray(with_expression(self._read("portraits", name, ""), expression)))
            box = renderer.viewBoxF()
            width = round(height * box.width() / box.height()) if box.height() else height
            image = _blank(QSize(max(1, width), max(1, height)), QColor(Qt.GlobalColor.transparent))
            painter = _painter(image)
            renderer.render(painter)
            painter.end()
            self._keep(key, image)
        return image

    def head(self, name: str, expression: Expression, side: int) -> QImage:
        """Draw a citizen's head and shoulders in a square, ``side`` pixels wide, on nothing."""
        figure = self.portrait(name, expression, round(side / _HEAD_SIDE))
        return figure.copy((figure.width() - side) // 2, round(figure.height() * _HEAD_TOP), side, side)

    def inspection(self, name: str, faults: Collection[str], size: QSize) -> Inspected:
        """Draw a picture in which these things are at fault and all others in order.

        Each thing is drawn twice, as top-level groups whose ids are its name with -fault and with -right.
        """
        svg = self._read("inspections", name, "")
        ids = set(_top_ids(svg))
        things = {id.removesuffix(_FAULT) for id in ids if id.endswith(_FAULT)}
        hidden = {f"{thing}{_RIGHT if thing in faults else _FAULT}" for thing in things}
        renderer = QSvgRenderer(QByteArray(without_groups(svg, hidden)))
        image = _blank(size, QColor(Qt.GlobalColor.transparent))
        painter = _painter(image)
        renderer.render(painter)
        painter.end()
        page = renderer.viewBoxF()
        shown = {thing: f"{thing}{_FAULT if thing in faults else _RIGHT}" for thing in sorted(things)}
        boxes = {
            thing: renderer.transformForElement(id).mapRect(renderer.boundsOnElement(id)).translated(-page.topLeft())
            for thing, id in shown.items()
            if id in ids
        }
        wide, high = page.width() or 1, page.height() or 1
        return Inspected(
            image,
            {
                thing: QRectF(box.x() / wide, box.y() / high, box.width() / wide, box.height() / high)
                for thing, box in boxes.items()
            },
        )

    def cover(self, place: str, portrait: str) -> QImage:
        """Give the picture of a scenario's card: its place, with its citizen; drawn once and kept on disk."""
        path = self._cache / "covers" / f"{self._version(place, portrait)}.png"
        image = QImage(str(path)) if path.is_file() else QImage()
        if image.isNull():
            image = self._draw_cover(place, portrait)
            with suppress(OSError):  # a cover that cannot be kept is drawn again next time
                write_file(path, _png(image), durable=False)
        return image

    def icon_pixmap(self, name: str, color: str, size: int) -> QPixmap:
        """Draw an icon in one colour, ``size`` pixels square."""
        key = (name, color, size)
        pixmap = self._icons.get(key)
        if pixmap is None:
            svg = self._read("icons", name, "").replace(_ICON_INK.encode(), color.encode())
            image = _blank(QSize(size, size), QColor(Qt.GlobalColor.transparent))
            painter = _painter(image)
            QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
            painter.end()
            pixmap = self._icons[key] = QPixmap.fromImage(image)
        return pixmap

    def icon(self, name: str, color: str, size: int = 24) -> QIcon:
        """Draw an icon for a button."""
        return QIcon(self.icon_pixmap(name, color, size))

    def app_icon(self) -> QIcon:
        """Draw the program's mark."""
        return QIcon(self.icon_pixmap("app", _ICON_INK, 256))

    def _draw_cover(self, place: str, portrait: str) -> QImage:
        from simulator.domain.scenario import Expression

        image = _blank(COVER, QColor("#E7E1D8"))
        painter = _painter(image)
        backdrop = self.backdrop(place, QSize(COVER.width(), COVER.width() * 9 // 16))
        painter.drawImage(0, -(backdrop.height() - COVER.height()) // 4, backdrop)
        figure = self.portrait(portrait, Expression.CALM, COVER.height() * 3 // 2)
        painter.drawImage(COVER.width() - figure.width() - 40, COVER.height() // 12, figure)
        painter.end()
        return image

    def _version(self, place: str, portrait: str) -> str:
        """Give a name that changes when either picture does."""
        stamps = [self._stamp("backdrops", place), self._stamp("portraits", portrait)]
        return f"{place}-{portrait}-" + "-".join(str(stamp) for stamp in stamps)

    def _stamp(self, folder: str, name: str) -> int:
        path = self._place(folder, name)
        return path.stat().st_mtime_ns if path is not None else 0

    def _read(self, folder: str, name: str, otherwise: str) -> bytes:
        """Read a drawing; of an unknown name the one that stands in for it, or an empty one."""
        for candidate in (name, otherwise):
            path = self._place(folder, candidate)
            if path is not None:
                return path.read_bytes()
        return f'<svg xmlns="{_SVG}" viewBox="0 0 600 800"/>'.encode()

    def _place(self, folder: str, name: str) -> Path | None:
        """Find a drawing's file: among the assets, else in what packs brought."""
        if not _NAME.match(name):
            return None
        path = self._assets / folder / f"{name}.svg"
        if path.is_file():
            return path
        found = (more / folder / f"{name}.svg" for more in self._more_drawings())
        return next((path for path in found if path.is_file()), None)

    def _keep(self, key: tuple[str, str, int, int], image: QImage) -> None:
        if image.sizeInBytes() > _LARGEST_KEPT:
            return
        with self._keeping:
            self._images[key] = image
            while len(self._images) > 1 and sum(kept.sizeInBytes() for kept in self._images.values()) > _MOST_KEPT:
                del self._images[next(iter(self._images))]


def with_expression(svg: bytes, expression: Expression) -> bytes:
    """Give a portrait's drawing without the layers of the other expressions.

    A top-level group whose id ends in the name of an expression is shown for that expression only.
    """
    from simulator.domain.scenario import Expression

    others = tuple(f"-{other}" for other in Expression if other != expression)
    return _without(svg, lambda id: id.endswith(others))


def without_groups(svg: bytes, ids: Collection[str]) -> bytes:
    """Give a drawing without the top-level groups of these ids."""
    return _without(svg, lambda id: id in ids) if ids else svg


def _top_ids(svg: bytes) -> list[str]:
    from xml.etree import ElementTree as ET

    return [layer.get("id", "") for layer in ET.fromstring(svg)]  # noqa: S314 - as below


def _without(svg: bytes, unwanted: Callable[[str], bool]) -> bytes:
    from xml.etree import ElementTree as ET

    root = ET.fromstring(svg)  # noqa: S314 - the assets are our own; packs are checked as they come in
    for layer in list(root):
        if unwanted(layer.get("id", "")):
            root.remove(layer)
    ET.register_namespace("", _SVG)
    return ET.tostring(root)


def covering(content: QRectF, frame: QRectF) -> QRectF:
    """Give where to draw ``content`` so that it covers ``frame`` wholly and is cut evenly."""
    scale = max(frame.width() / content.width(), frame.height() / content.height())
    width, height = content.width() * scale, content.height() * scale
    return QRectF((frame.width() - width) / 2, (frame.height() - height) / 2, width, height)


def rounded(painter: QPainter, frame: QRectF, radius: float, draw: Callable[[], None]) -> None:
    """Run ``draw`` with everything outside a rounded frame cut away."""
    path = QPainterPath()
    path.addRoundedRect(frame, radius, radius)
    painter.save()
    painter.setClipPath(path)
    draw()
    painter.restore()


def _blank(size: QSize, color: QColor) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(color)
    return image


def _png(image: QImage) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know a format by name for files only
    return bytes(buffer.data().data())


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter
