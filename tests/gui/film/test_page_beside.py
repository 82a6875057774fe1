"""The film page with both plays side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from simulator.gui.film.reel import Kind
from simulator.gui.presentation import Presentation
from tests.gui.conftest import LONG
from tests.gui.film.conftest import WELCOME, Cinema, set_beside


def test_both_plays_stand_side_by_side_where_they_part(cinema: Cinema):
    cinema.press("c")
    set_beside(cinema)
    beside = cinema.page.beside
    assert not cinema.page.playing
    assert [parting.shared.scene for parting in beside.partings] == ["mirror", "arrival"]
    assert [parting.stacked for parting in beside.partings] == [False, False]
    words = cinema.words()
    assert {WELCOME, "Mind the floor.", "The first words are a reproach.", "Mood 40 → 50", "Mood 40 → 25"} <= set(words)
    assert "He Wen: I did not mean to…" in words
    assert "He Wen: I have come for the senior card." in words, "what followed in the model"
    assert sum("Here the two are furthest apart" in line for line in words) == 1
    model, failing = beside.partings[1].model, beside.partings[1].failing
    assert model.mapToGlobal(model.rect().topLeft()).x() < failing.mapToGlobal(failing.rect().topLeft()).x()


def test_it_opens_at_the_scene_of_the_film_and_walks_by_keys(cinema: Cinema):
    cinema.roll_to(1, Kind.CHOICE)
    cinema.press("c")
    set_beside(cinema)
    cinema.qtbot.waitUntil(lambda: cinema.page.beside.at() == "arrival", timeout=LONG)
    cinema.press(Qt.Key.Key_Up)
    assert cinema.page.beside.at() == "mirror"
    cinema.press(Qt.Key.Key_Down)
    cinema.press(Qt.Key.Key_Down)
    assert cinema.page.beside.practise.hasFocus()
    with cinema.qtbot.waitSignal(cinema.page.practise_requested):
        cinema.press(Qt.Key.Key_Return)


def test_a_link_leads_to_where_they_are_furthest_apart(cinema: Cinema):
    cinema.press("c")
    set_beside(cinema)
    cinema.qtbot.mouseClick(cinema.page.beside.to_crux, Qt.MouseButton.LeftButton)
    assert cinema.page.beside.at() == "arrival"


def test_it_is_the_last_page_of_a_film_and_leads_back_to_it(cinema: Cinema):
    cinema.press(Qt.Key.Key_End)
    cinema.roll_to(3, Kind.NEIGHBOUR)
    cinema.press(Qt.Key.Key_Right)
    set_beside(cinema)
    with cinema.qtbot.assertNotEmitted(cinema.page.left):
        cinema.press(Qt.Key.Key_Escape)
    assert (cinema.page.beside, cinema.at) == (None, (3, Kind.NEIGHBOUR))
    assert cinema.page._stage.isVisible()


def test_in_a_narrow_window_they_stand_below_each_other(cinema: Cinema, presentation: Presentation):
    presentation.settings = replace(presentation.settings, text_size=200)
    cinema.page.resize(960, 600)
    cinema.press("c")
    set_beside(cinema)
    assert all(parting.stacked for parting in cinema.page.beside.partings)
