"""Every word has its room: at both screen sizes, at twice the text size, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from simulator.gui.film.films import Films, Play, make_films
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from tests.gui.conftest import LONG
from tests.gui.film.conftest import Cinema
from tests.gui.practice.test_room_for_words import LOOKS, clipped

NARROW = [look for look in LOOKS if look[2] == 200]
SHOWINGS = [
    *(("queue-jumper", 1, look) for look in LOOKS),
    ("phone-wall", 2, (1366, 768, 100)),  # long lines, which have their measure side by side
    *(("bad-review-call", 1, look) for look in NARROW),  # a telephone call
    *(("unfamiliar-form", 2, look) for look in NARROW),  # a chat
    *(("before-the-shift", 0, look) for look in NARROW),  # begins with a picture to look over
]


@pytest.fixture(scope="module")
def shipped_films(shipped: Catalogue) -> Callable[[str], Films]:
    @cache
    def make(scenario_id: str) -> Films:
        path = next(card.path for card in shipped.cards() if card.id == scenario_id)
        return make_films(path, shipped.open(path).scenario, shipped.rulebook().rulebook)

    return make


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("scenario_id", "turn", "look"), SHOWINGS)
def test_no_word_is_cut_at_any_moment_of_a_turn_at_the_end_and_side_by_side(
    cinema: Cinema,
    shipped_films: Callable[[str], Films],
    presentation: Presentation,
    window_language: WindowLanguage,
    language: str,
    scenario_id: str,
    turn: int,
    look: tuple[int, int, int],
):
    width, height, text_size = look
    presentation.settings = replace(presentation.settings, language=language, text_size=text_size)
    window_language.use(language)
    cinema.page.resize(width, height)
    cinema.page.show_film(shipped_films(scenario_id), Play.FAILING)
    reel = cinema.page._reel
    last = len(reel.moments) - 1
    for place in (*range(reel.first_of(turn), reel.first_of(turn + 1)), last - 1, last):
        cinema.page._go_to(place)
        QApplication.processEvents()
        QApplication.processEvents()
        assert clipped(cinema.page) == [], reel.moments[place]

    cinema.press("c")
    cinema.qtbot.waitUntil(lambda: cinema.page.beside.complete, timeout=LONG)
    QApplication.processEvents()
    QApplication.processEvents()
    assert clipped(cinema.page) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_that_can_be_pressed_has_a_name(
    cinema: Cinema, films: Films, presentation: Presentation, window_language: WindowLanguage, language: str
):
    presentation.settings = replace(presentation.settings, language=language)
    window_language.use(language)
    cinema.page.show_film(films)
    cinema.page._go_to(len(cinema.page._reel.moments) - 1)
    pressed: list[QWidget] = [button for button in cinema.page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(pressed) >= 9
    assert all(button.accessibleName() or button.text() for button in pressed)
