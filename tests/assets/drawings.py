"""What the tests of all drawings ask of an SVG file."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.conftest import PROJECT

ASSETS = PROJECT / "assets"
MOST_BYTES = 60 * 1024

SHAPES = {"svg", "g", "defs", "path", "rect", "circle", "ellipse", "polygon"} | {
    "linearGradient",
    "radialGradient",
    "stop",
}
"""What Qt draws alike everywhere, and what can carry no script, style sheet or foreign address."""

FORBIDDEN = ("style", "class", "href", "on", "filter", "mask", "clip-path")
"""How names of attributes begin that a drawing of ours has not."""


def drawings(folder: str) -> list[Path]:
    found = sorted((ASSETS / folder).glob("*.svg"))
    assert found
    return found


def name(path: Path) -> str:
    return path.stem


def root(path: Path) -> ET.Element:
    return ET.fromstring(path.read_bytes())  # noqa: S314


def faults(path: Path) -> list[str]:
    """What keeps a file from being a drawing that can be shipped."""
    found = []
    if path.stat().st_size > MOST_BYTES:
        found.append(f"{path.stat().st_size} bytes")
    for element in root(path).iter():
        tag = element.tag.rpartition("}")[2]
        if tag not in SHAPES:
            found.append(f"<{tag}>")
        for attribute, value in element.attrib.items():
            if attribute.rpartition("}")[2].startswith(FORBIDDEN):
                found.append(f"{tag} {attribute}")
            if "url(" in value and not value.startswith("url(#"):
                found.append(f"{tag} {attribute}={value}")
    return found


def layers(path: Path) -> list[str]:
    """The ids of the top-level groups."""
    return [layer.get("id", "") for layer in root(path) if layer.tag.endswith("}g")]


def render(svg: bytes, width: int, height: int) -> QImage:
    """Draw on nothing."""
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def filled(image: QImage) -> float:
    """The share of the picture on which something is drawn."""
    points = image.width() * image.height()
    return sum(image.pixelColor(x, y).alpha() > 8 for y in range(image.height()) for x in range(image.width())) / points


def differing(one: QImage, other: QImage) -> float:
    """The share of the picture in which two drawings differ to the eye."""
    count = 0
    for y in range(one.height()):
        for x in range(one.width()):
            first, second = one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb()
            count += max(abs(a - b) for a, b in zip(first, second, strict=True)) > 24
    return count / (one.width() * one.height())
