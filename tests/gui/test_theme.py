"""The look: colours that can be read, type that follows the text size, a style sheet that Qt understands."""

from __future__ import annotations

import ast
from itertools import product
from pathlib import Path
from unicodedata import category

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from simulator.gui.theme import BODY, CONTRAST, DARK, DISPLAY, LEAD, PALETTES, PAPER, SMALL, TITLE, Theme, style_sheet
from simulator.gui.widgets.wrapped_text import wrapped
from tests.conftest import PROJECT

ENOUGH = 4.5  # the contrast that text needs on its ground
INKS = ("ink", "soft_ink", "celadon", "ochre", "persimmon", "plum")
EVERY_THEME = pytest.mark.parametrize("name", sorted(PALETTES))


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(color).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guidelines_do():
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def signs_of(path: Path) -> set[str]:
    """What can be seen of the strings of a module, or of a whole text; of the first plane, as all our signs are."""
    whole = path.read_text("utf-8")
    nodes = ast.walk(ast.parse(whole)) if path.suffix == ".py" else [ast.Constant(whole)]
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    strings = (constant for constant in constants if isinstance(constant, str))
    return {sign for string in strings for sign in string if category(sign)[0] in "SPLN" and sign < "\U00010000"}


@pytest.mark.parametrize("face", ["Text", "Heading"])
def test_every_sign_that_the_window_shows_is_in_the_fonts_that_come_with_it(qapp: QApplication, face: str):
    font = QRawFont(str(PROJECT / "assets" / "fonts" / f"NotoSansSC-{face}.ttf"), 20)
    shown = [PROJECT / "simulator" / "authoring" / name for name in ("difference.py", "play_script.py")]
    words = PROJECT / "assets" / "i18n" / "counter-practice_zh.ts"
    texts = [*(PROJECT / "simulator" / "gui").rglob("*.py"), *shown, words]
    missing = {(sign, path.name) for path in texts for sign in signs_of(path) if not font.supportsCharacter(ord(sign))}
    assert missing == set()


@EVERY_THEME
def test_every_ink_can_be_read_on_every_ground(name: str):
    palette = PALETTES[name]
    grounds = {"paper": palette.paper, "card": palette.card}

    weak = {
        (ink, ground): round(contrast(getattr(palette, ink), color), 2)
        for ink, (ground, color) in product(INKS, grounds.items())
        if contrast(getattr(palette, ink), color) < ENOUGH
    }
    assert weak == {}


@EVERY_THEME
def test_words_on_buttons_and_numbers_can_be_read(name: str):
    theme = Theme(PALETTES[name])
    palette = theme.palette
    pairs = {
        "button": (palette.ink, theme.mixed("ink", "paper", 0.1)),
        "button under the mouse": (palette.ink, theme.mixed("ink", "paper", 0.2)),
        "primary": (palette.on_celadon, palette.celadon),
        "primary under the mouse": (palette.on_celadon, theme.mixed("ink", "celadon", 0.12)),
        "primary pressed": (palette.on_celadon, theme.mixed("ink", "celadon", 0.25)),
        "disabled": (palette.soft_ink, theme.mixed("stone", "paper", 0.5)),
        "number of an unavailable option": (palette.ink, palette.stone),
        "tool tip": (palette.paper, palette.ink),
        "chosen card": (palette.ink, theme.mixed("celadon", "card", 0.10)),
        "deed on a chosen card": (palette.soft_ink, theme.mixed("celadon", "card", 0.10)),
    }
    assert {what: round(contrast(*pair), 2) for what, pair in pairs.items() if contrast(*pair) < ENOUGH} == {}


@EVERY_THEME
@pytest.mark.parametrize("behind", ["#000000", "#FFFFFF"])
def test_words_on_the_stage_can_be_read_whatever_is_behind_them(name: str, behind: str):
    """The sheets on the stage let the picture through, in the worst case black or white."""
    palette = PALETTES[name]
    share = palette.veil / 255

    def seen() -> str:
        sheet, picture = QColor(palette.paper), QColor(behind)
        parts = zip(sheet.getRgb()[:3], picture.getRgb()[:3], strict=True)
        return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in parts)

    found = {ink: round(contrast(getattr(palette, ink), seen()), 2) for ink in INKS}
    assert {ink: value for ink, value in found.items() if value < ENOUGH} == {}


def test_a_theme_is_told_apart_by_more_than_its_paper():
    assert len({(palette.paper, palette.ink, palette.celadon) for palette in (PAPER, DARK, CONTRAST)}) == 3


def test_type_follows_the_text_size():
    for size in (SMALL, BODY, LEAD, TITLE, DISPLAY):
        assert Theme(PAPER).font(size).pointSizeF() == size
        assert Theme(PAPER, text_size=200).font(size).pointSizeF() == 2 * size


def test_mixing_takes_the_share_that_was_asked_for():
    theme = Theme(PAPER)
    assert theme.mixed("ink", "paper", 1) == PAPER.ink.lower()
    assert theme.mixed("ink", "paper", 0) == PAPER.paper.lower()
    assert QColor(theme.mixed("ink", "card", 0.5)).red() == round((0x22 + 0xFF) / 2)
    assert theme.color("ink", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_english_quotation_marks_are_as_wide_as_english_ones(fonts: None):
    english, chinese = (QFontMetricsF(Theme(PAPER, language=language).font()) for language in ("en", "zh"))
    assert english.horizontalAdvance("“") < 0.6 * chinese.horizontalAdvance("“")
    for mark in "“”‘’，。！？：；……":
        assert chinese.horizontalAdvance(mark) == pytest.approx(chinese.horizontalAdvance("好"), rel=0.02)


def test_a_chinese_dash_is_one_stroke_and_its_dots_stand_in_the_middle(fonts: None):
    font = Theme(PAPER, text_size=200).font()
    wide = round(QFontMetricsF(font).horizontalAdvance("好"))

    def drawn(words: str) -> QImage:
        image = QImage(wide * 5, wide * 2, QImage.Format.Format_Grayscale8)
        image.fill(255)
        layout, _ = wrapped(words, font, image.width())
        painter = QPainter(image)
        layout.draw(painter, QPointF(0, 0))
        painter.end()
        return image

    def rows(image: QImage) -> list[list[int]]:
        """Where each row that is not empty is dark, from its first dark point to its last."""
        dark = [
            [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 160] for y in range(image.height())
        ]
        return [row for row in dark if row]

    dash = max(rows(drawn("——")), key=len)
    assert dash == list(range(dash[0], dash[-1] + 1)), "without a gap"
    assert len(dash) > 1.5 * wide

    def middle(words: str) -> float:
        image = drawn(words)
        filled = [
            y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 160
        ]
        return (min(filled) + max(filled)) / 2

    assert abs(middle("……") - middle("——")) < wide * 0.12


@EVERY_THEME
def test_qt_understands_the_style_sheet(name: str, qapp: QApplication, qtbot: QtBot, fonts: None):
    theme = Theme(PALETTES[name], text_size=150, language="en")
    label, button, field = QLabel("Words"), QPushButton("Go on"), QLineEdit()
    label.setProperty("type", "title")
    label.setProperty("tone", "plum")
    for widget in (label, button, field):
        qtbot.addWidget(widget)
        widget.setStyleSheet(style_sheet(theme))  # a rule that Qt cannot read is a warning, and so a failure
        widget.show()

    assert QFontInfo(label.font()).pointSizeF() == pytest.approx(TITLE * 1.5, abs=0.5)
    assert QFontInfo(label.font()).family() == "Noto Sans SC Heading"
    assert QFontInfo(button.font()).pointSizeF() == pytest.approx(BODY * 1.5, abs=0.5)
    assert QFontInfo(button.font()).family() == "Noto Sans SC Text"
    assert label.palette().windowText().color() == QColor(theme.palette.plum)
