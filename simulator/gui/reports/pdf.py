"""A page of HTML as a PDF: A4, page numbers, and the bundled Chinese fonts within."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from simulator.gui.theme import BODY_FAMILIES, load_fonts, load_rare_characters

_DOTS = 300  # an inch
_MARGIN = 18.0  # millimetres
_TOUCH = 4.0  # dots: a line that begins where a page ends would be drawn on that page, too, unseen
_FOOTER = 14.0  # points below the text for the page's number
_BODY, _SMALL = 10.5, 8.5  # points
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)  # Qt would load one from the disk by its own hand


class _OwnWords(QTextDocument):
    """A document that loads nothing, from no place; it has the pictures that it was given."""

    def __init__(self, pictures: Mapping[str, QImage]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage | None:
        key = name if isinstance(name, str) else name.toString()
        return self._pictures.get(key)


def pdf_of(html: str, title: str, pictures: Mapping[str, QImage] | None = None) -> bytes:
    """Give the bytes of the PDF; the fonts must be known to Qt (:func:`simulator.gui.theme.load_fonts`).

    ``pictures`` are drawn for it, by the names that its ``img`` elements give as their source.
    """
    buffer, writer = _writer(title)
    _draw(writer, html, pictures or {})
    return bytes(buffer.data().data())


def pages_of(html: str) -> int:
    """Give how many pages the PDF of a text would have."""
    _, writer = _writer("")
    return _document(writer, html, {}).pageCount()


def with_narrow_marks(html: str, language: str) -> str:
    """Give the text with straight quotation marks, unless it is Chinese.

    In a document the typeface's curly ones are as wide as Chinese characters.
    """
    return html if language == "zh" else html.replace("“", "&quot;").replace("”", "&quot;").replace("’", "'")


def _writer(title: str) -> tuple[QBuffer, QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Counter Practice")
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(page)
    return buffer, writer


def _page_size(writer: QPdfWriter) -> QSizeF:
    """Give the room that a page has for text."""
    room = writer.pageLayout().paintRectPixels(_DOTS)
    return QSizeF(room.width(), room.height() - _FOOTER * _DOTS / 72)


def _document(writer: QPdfWriter, html: str, pictures: Mapping[str, QImage]) -> QTextDocument:
    document = _OwnWords(pictures)
    document.setDefaultFont(_font(_BODY))
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setHtml(_with_own_pictures(html, pictures))
    document.setPageSize(_page_size(writer))
    return document


def _draw(writer: QPdfWriter, html: str, pictures: Mapping[str, QImage]) -> None:
    document, size = _document(writer, html, pictures), _page_size(writer)
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(QPointF(0, -page * size.height()))
        shown = QRectF(0, page * size.height(), size.width(), size.height())
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown.adjusted(0, 0, 0, -_TOUCH)
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(_font(_SMALL))
        foot = QRectF(0, size.height(), size.width(), _FOOTER * _DOTS / 72)
        painter.drawText(
            foot,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
            f"{page + 1} / {document.pageCount()}",
        )
    painter.end()


def _with_own_pictures(html: str, pictures: Mapping[str, QImage]) -> str:
    """Leave out every picture but those that were drawn for it."""
    own = [f' src="{name}"' for name in pictures]
    return _PICTURE.sub(lambda found: found[0] if any(source in found[0] for source in own) else "", html)


def _font(points: float) -> QFont:
    font = QFont(BODY_FAMILIES)
    font.setPointSizeF(points)
    # Among Latin letters the typeface would draw digits and ligatures that cannot be copied out of the PDF.
    for feature in ("locl", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def ready_without_window(assets: Path) -> None:
    """Get ready to draw where no window is open, as in the terminal; a display is not needed."""
    application = QGuiApplication.instance()
    if application is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication([])
    load_fonts(assets)
    load_rare_characters()


def pdf_without_window(html: str, title: str, assets: Path) -> bytes:
    """Give the bytes of the PDF where no window is open."""
    ready_without_window(assets)
    return pdf_of(html, title)
