"""Cards can be read: their stages' colours stand out, and their words grow as the card shrinks."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from simulator.domain.scenario import Stage
from simulator.gui.authoring.map.map_cards import CardLook
from simulator.gui.theme import PALETTES, Theme
from tests.gui.test_theme import ENOUGH, EVERY_THEME, contrast

STAGES = [f"stage_{stage.value}" for stage in Stage]


@EVERY_THEME
def test_a_stages_letter_can_be_read_on_its_band(name: str):
    theme = Theme(PALETTES[name])
    grounds = {"band": lambda token: theme.mixed(token, "card", 0.14), "card": lambda _: theme.palette.card}
    weak = {
        (token, ground): round(contrast(theme.color(token).name(), color(token)), 2)
        for token in STAGES
        for ground, color in grounds.items()
        if contrast(theme.color(token).name(), color(token)) < ENOUGH
    }
    assert weak == {}


@EVERY_THEME
def test_no_two_stages_look_alike(name: str):
    theme = Theme(PALETTES[name])

    def apart(one: str, other: str) -> int:
        pairs = zip(QColor(theme.color(one)).getRgb(), QColor(theme.color(other)).getRgb(), strict=True)
        return sum(abs(here - there) for here, there in pairs)

    assert {pair for pair in combinations(STAGES, 2) if apart(*pair) < 45} == set()


def test_words_grow_as_the_card_shrinks_and_stop_at_plain_size(fonts: None):
    look = CardLook(Theme(PALETTES["paper"]))
    growths = [look.growth(zoom) for zoom in (2.0, 1.0, 0.75, 0.6, 0.4, 0.3)]
    assert growths[:3] == [1, 1, 1]
    assert growths == sorted(growths)
    assert growths[3] * 0.6 >= 0.74
    assert growths[-1] == pytest.approx(2.5)
