"""The fonts: they have every character that the program and its scenarios may show."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from simulator.gui.theme import (
    BODY_FAMILIES,
    HEADING_FAMILIES,
    PAPER,
    Theme,
    load_fonts,
    load_rare_characters,
)
from tests.assets.drawings import ASSETS
from tests.conftest import PROJECT

PUNCTUATION = "，。、；：？！“”‘’（）《》【】……——·～"
SHAPES = "✓○✕★☆"
ENGLISH = "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…é×"


def common_characters() -> str:
    """The 3,755 characters of level 1 of GB/T 2312, which nearly all writing is made of."""
    cells = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF if row < 0xD7 else 0xFA))
    found = "".join(bytes(pair).decode("gb2312") for pair in cells)
    assert len(found) == 3755
    return found


def raw(family: str) -> QRawFont:
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    raw = QRawFont.fromFont(font)
    assert raw.familyName() == family, "the bundled font, not one of the system"
    return raw


def lacking(font: QRawFont, characters: str) -> str:
    return "".join(character for character in characters if not font.supportsCharacter(ord(character)))


@pytest.fixture(autouse=True)
def _loaded(qapp: QApplication) -> None:
    load_fonts(ASSETS)
    load_rare_characters()


@pytest.mark.parametrize("family", [BODY_FAMILIES[0], HEADING_FAMILIES[0]])
def test_the_common_characters_and_all_punctuation_are_there(family: str):
    font = raw(family)
    assert lacking(font, common_characters()) == ""
    assert lacking(font, PUNCTUATION + ENGLISH) == ""


def test_the_shapes_of_feedback_are_in_a_bundled_font():
    """The body font has no ✕; Qt then takes it from the next family of the list."""
    fonts = [raw(family) for family in BODY_FAMILIES]
    assert [shape for shape in SHAPES if all(lacking(font, shape) for font in fonts)] == []


def test_a_rare_character_of_a_name_is_in_the_font_that_comes_later():
    assert lacking(raw(BODY_FAMILIES[0]), "喆") == "喆"
    assert lacking(raw(BODY_FAMILIES[1]), "喆璟翀囧") == ""


def test_every_character_of_the_scenarios_is_in_the_body_fonts():
    first, later = raw(BODY_FAMILIES[0]), raw(BODY_FAMILIES[1])
    missing = {}
    for path in sorted((PROJECT / "scenarios").rglob("*.yaml")):
        characters = {character for character in path.read_text("utf-8") if character.isprintable()}
        if absent := lacking(later, lacking(first, "".join(sorted(characters)))):
            missing[path.name] = absent
    assert missing == {}


def test_a_font_is_named_in_the_licence_file():
    licence = (ASSETS / "fonts" / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence.upper()
    assert [path.name for path in sorted((ASSETS / "fonts").glob("*.ttf"))] == [
        "NotoSansSC-Heading.ttf",
        "NotoSansSC-Text.ttf",
    ]


def test_running_text_and_headings_are_set_in_the_bundled_fonts():
    theme = Theme(PAPER)
    assert QRawFont.fromFont(theme.font()).familyName() == BODY_FAMILIES[0]
    assert QRawFont.fromFont(theme.font(heading=True)).familyName() == HEADING_FAMILIES[0]


def test_fonts_are_looked_for_without_complaint_where_there_are_none(tmp_path: Path):
    load_fonts(tmp_path)
