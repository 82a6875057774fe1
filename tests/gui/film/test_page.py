"""The film page: what plays by itself, and what a viewer does with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Channel, Expression
from simulator.gui.film.clock import FilmClock
from simulator.gui.film.films import Films, Play
from simulator.gui.film.reel import Kind
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from tests.gui.conftest import LONG
from tests.gui.film.conftest import WELCOME, Cinema, FilmsBy, set_beside

ARRIVAL = ["Where can I leave this umbrella?"]


def moving(presentation: Presentation) -> None:
    presentation.settings = replace(presentation.settings, reduced_motion=False)


# It plays by itself


def test_a_film_plays_from_its_first_line_to_the_neighbour_and_stops_there(cinema: Cinema):
    seen = [cinema.at]
    while not cinema.page.over:
        cinema.clock.ring()
        seen.append(cinema.at)

    assert seen == [(moment.turn, moment.kind) for moment in cinema.page._reel.moments]
    assert "“They even called me a car.”" in cinema.words()
    assert not cinema.clock.running
    assert not cinema.page.playing


def test_lines_come_one_after_the_other_with_the_clerks_own_words_between(cinema: Cinema):
    cinema.roll_to(1, Kind.LINE)
    assert cinema.spoken() == ARRIVAL
    cinema.roll_to(1, Kind.CHOICE)
    assert cinema.spoken() == ARRIVAL
    cinema.clock.ring()
    assert cinema.spoken() == [*ARRIVAL, WELCOME]
    assert {"He Wen", "The clerk"} <= set(cinema.words())
    cinema.clock.ring()
    assert cinema.spoken() == [*ARRIVAL, WELCOME, "Oh, thank you."]
    cinema.roll_to(2, Kind.LINE)
    assert cinema.spoken() == ["I have come for the senior card."]


def test_the_citizens_face_follows_the_lines(cinema: Cinema):
    cinema.roll_to(1, Kind.LINE)
    assert cinema.page._stage._expression is Expression.ANXIOUS
    cinema.roll_to(3, Kind.LINE)
    assert cinema.page._stage._expression is Expression.MOVED


def test_options_are_shown_and_the_chosen_one_lights_up(cinema: Cinema):
    cinema.roll_to(2, Kind.OFFER)
    cards = cinema.page._choices.options
    assert [card.chosen for card in cards] == [None, None, None]
    assert all(card.isVisible() for card in cards)

    cinema.clock.ring()
    chosen = [card for card in cards if card.chosen]
    assert [card.accessibleDescription() for card in cards if card.chosen is False] == ["", ""]
    assert [card.accessibleDescription() for card in chosen] == ["chosen"]
    assert "I will call you a car" in chosen[0].accessibleName()

    cinema.clock.ring()
    assert [card.chosen for card in cinema.page._choices.options] == [True], "the others make way"


def test_the_chosen_one_is_told_without_its_colour(cinema: Cinema, presentation: Presentation):
    """Without colour it still has a bar at its edge, which one that is merely offered has not."""
    cinema.roll_to(2, Kind.CHOICE)
    card = next(card for card in cinema.page._choices.options if card.chosen)
    edge = (5, card.height() // 2)
    lit = card.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8).pixelColor(*edge).lightness()
    card.set_chosen(None)
    plain = card.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8).pixelColor(*edge).lightness()
    assert plain - lit > 80


def test_rules_light_up_one_after_the_other_with_shape_and_words_then_comes_why(cinema: Cinema, films: Films):
    statements = [review.rule.statement.to("en") for review in films.model.turns[1].rules]
    cinema.roll_to(1, Kind.VERDICT)
    assert cinema.lit() == [f"kept: {statements[0]}"]
    assert "You spoke first and took the umbrella." not in cinema.words()
    cinema.clock.ring()
    assert cinema.lit() == [f"kept: {statement}" for statement in statements]
    cinema.clock.ring()
    assert {"You spoke first and took the umbrella.", "Mood 40 → 50"} <= set(cinema.words())


def test_nothing_moves_when_a_rule_lights_up(cinema: Cinema):
    cinema.roll_to(2, Kind.VERDICT)
    QApplication.processEvents()
    before = cinema.page._choices.verdict.geometry()
    cinema.roll_to(2, Kind.WHY)
    QApplication.processEvents()
    assert cinema.page._choices.verdict.geometry() == before


def test_the_failing_film_breaks_and_misses(cinema: Cinema, films: Films):
    cinema.page.show_film(films, Play.FAILING)
    cinema.roll_to(1, Kind.WHY)
    assert [words.partition(":")[0] for words in cinema.lit()] == ["broken", "missed"]
    assert "Film: how it can fail" in cinema.words()


def test_the_mood_moves_with_the_citizens_reply(cinema: Cinema):
    cinema.roll_to(1, Kind.CHOICE)
    assert cinema.page._mood.value() == 40
    cinema.clock.ring()
    cinema.clock.ring()
    assert cinema.page._mood.value() == 50


def test_an_inspection_is_ticked_as_the_clerk_ticks_it(cinema: Cinema):
    cinema.roll_to(0, Kind.OFFER)
    assert cinema.page._choices.inspection.ticked == ()
    cinema.clock.ring()
    assert cinema.page._choices.inspection.ticked == ("badge",)
    cinema.clock.ring()
    assert cinema.lit() == ["kept: Put right: The badge hangs back to front"]
    cinema.press(Qt.Key.Key_Left)
    cinema.press(Qt.Key.Key_Left)
    assert cinema.page._choices.inspection.ticked == ()


def test_the_list_of_an_inspection_is_only_looked_at(cinema: Cinema):
    cinema.roll_to(0, Kind.OFFER)
    stops = cinema.page._choices.inspection.stops
    assert all(stop.focusPolicy() == Qt.FocusPolicy.NoFocus for stop in stops)
    assert stops[-1].isHidden()
    cinema.qtbot.mouseClick(cinema.page.window(), Qt.MouseButton.LeftButton)
    assert cinema.page._choices.inspection.ticked == ()


# The viewer moves it


def test_space_pauses_and_plays(cinema: Cinema):
    cinema.press(Qt.Key.Key_Space)
    assert (cinema.page.playing, cinema.clock.running) == (False, False)
    assert cinema.page._transport.play.accessibleName() == "Play"
    cinema.press(Qt.Key.Key_Space)
    assert (cinema.page.playing, cinema.clock.running) == (True, True)
    assert cinema.at == (0, Kind.LINE)


def test_space_at_the_end_plays_from_the_beginning(cinema: Cinema):
    cinema.press(Qt.Key.Key_End)
    cinema.roll_to(3, Kind.NEIGHBOUR)
    assert cinema.page._transport.play.accessibleName() == "From the beginning"
    cinema.press(Qt.Key.Key_Space)
    assert (cinema.at, cinema.page.playing) == ((0, Kind.LINE), True)


def test_a_click_on_the_stage_pauses(cinema: Cinema):
    cinema.qtbot.mouseClick(cinema.page._stage, Qt.MouseButton.LeftButton)
    assert not cinema.page.playing


def test_arrows_step_back_and_on_and_a_film_that_plays_goes_on_from_there(cinema: Cinema):
    cinema.roll_to(1, Kind.CHOICE)
    cinema.press(Qt.Key.Key_Left)
    assert (cinema.at, cinema.clock.running) == ((1, Kind.OFFER), True)
    cinema.press(Qt.Key.Key_Space)
    cinema.press(Qt.Key.Key_Right)
    cinema.press(Qt.Key.Key_Right)
    assert (cinema.at, cinema.clock.running) == ((1, Kind.LINE), False)
    assert cinema.spoken() == [*ARRIVAL, WELCOME]
    cinema.press(Qt.Key.Key_Left)
    assert cinema.spoken() == ARRIVAL, "what was not said yet is not there"


def test_page_keys_go_from_turn_to_turn_and_home_and_end_to_its_ends(cinema: Cinema):
    cinema.press(Qt.Key.Key_PageDown)
    assert cinema.at == (1, Kind.LINE)
    cinema.press(Qt.Key.Key_End)
    assert cinema.at == (3, Kind.LINE)
    cinema.press(Qt.Key.Key_PageUp)
    assert cinema.at == (2, Kind.LINE)
    cinema.press(Qt.Key.Key_Home)
    assert cinema.at == (0, Kind.LINE)


def test_faster_and_slower(cinema: Cinema):
    cinema.press(Qt.Key.Key_Home)
    plain = cinema.clock.set_to
    cinema.press("+")
    cinema.press("+")
    assert cinema.clock.set_to == round(plain / 2)
    assert "Speed: 2 times" in cinema.words()
    assert not cinema.page._transport.faster.isEnabled()
    for _ in range(9):
        cinema.press("-")
    assert cinema.clock.set_to == plain * 2
    assert not cinema.page._transport.slower.isEnabled()


def test_every_button_can_be_reached_and_pressed_by_keys(cinema: Cinema):
    cinema.press(Qt.Key.Key_Space)
    reached = set()
    for _ in range(20):
        cinema.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    transport, page = cinema.page._transport, cinema.page
    buttons = {transport.back, transport.play, transport.on, transport.faster, page._back, page._other}
    assert {*buttons, transport.time_line, page._side_by_side} <= reached
    assert all(button.accessibleName() for button in reached if isinstance(button, QPushButton))
    transport.on.setFocus()
    cinema.press(Qt.Key.Key_Return)
    assert cinema.at == (0, Kind.OFFER)


def test_a_click_leaves_space_with_the_film(cinema: Cinema):
    cinema.qtbot.mouseClick(cinema.page._transport.on, Qt.MouseButton.LeftButton)
    cinema.press(Qt.Key.Key_Space)
    assert (cinema.at, cinema.page.playing) == ((0, Kind.OFFER), False)


# The time line


def test_the_time_line_has_a_stop_for_each_turn_with_what_it_does_to_rules(cinema: Cinema, films: Films):
    cinema.page.show_film(films, Play.FAILING)
    stops = cinema.page._transport.time_line.stops
    assert [stop.outcomes for stop in stops] == [
        {Outcome.BROKEN},
        {Outcome.BROKEN, Outcome.MISSED},
        {Outcome.BROKEN, Outcome.MISSED},
        frozenset(),
    ]
    assert stops[1].words == "Turn 2 of 3: Mind the floor. (Missed 1, Broken 1)"
    assert stops[-1].words == "How it ended: She left"


def test_a_click_on_the_time_line_goes_there(cinema: Cinema):
    line = cinema.page._transport.time_line
    cinema.qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.place(2).toPoint())
    assert (cinema.at, line.at, cinema.page.playing) == ((2, Kind.LINE), 2, True)


def test_arrows_on_the_time_line_walk_the_turns_and_name_them(cinema: Cinema):
    line = cinema.page._transport.time_line
    line.setFocus()
    cinema.press(Qt.Key.Key_Right)
    assert cinema.at == (1, Kind.LINE)
    assert line.accessibleName().startswith("Turn 2 of 3: Good morning")
    cinema.press(Qt.Key.Key_End)
    assert cinema.at == (3, Kind.LINE)
    cinema.press(Qt.Key.Key_Left)
    assert cinema.at == (2, Kind.LINE)


# The end


def test_the_ways_on_come_with_the_last_moment(cinema: Cinema, films: Films):
    cinema.press(Qt.Key.Key_End)
    cinema.roll_to(3, Kind.ENDING)
    assert "A car in the rain" in cinema.words()
    assert "Practise it yourself" not in cinema.words()
    cinema.clock.ring()
    closing = cinema.page._choices.closing
    with cinema.qtbot.waitSignal(cinema.page.practise_requested) as asked:
        cinema.qtbot.mouseClick(closing.practise, Qt.MouseButton.LeftButton)
    assert asked.args == ["wet-umbrella"]

    cinema.qtbot.mouseClick(closing.other, Qt.MouseButton.LeftButton)
    assert (cinema.page.play, cinema.at, cinema.page.playing) == (Play.FAILING, (0, Kind.LINE), True)


def test_a_model_alone_offers_no_other_film(cinema: Cinema, films: Films):
    cinema.page.show_film(Films(films.model))
    assert not cinema.page._other.isVisible()
    cinema.press("o")
    cinema.press("c")
    assert (cinema.page.play, cinema.page.beside) == (Play.MODEL, None)
    cinema.press(Qt.Key.Key_End)
    cinema.roll_to(3, Kind.NEIGHBOUR)
    assert (cinema.page._choices.closing.other, cinema.page._choices.closing.beside) == (None, None)


def test_escape_leaves(cinema: Cinema):
    with cinema.qtbot.waitSignal(cinema.page.left):
        cinema.press(Qt.Key.Key_Escape)


# Phone and chat


def test_on_the_telephone_nobody_stands_there(cinema: Cinema, films_by: FilmsBy):
    cinema.page.show_film(films_by(Channel.PHONE))
    cinema.roll_to(1, Kind.LINE)
    assert {"On the telephone", "Tone of the voice: even"} <= {*cinema.words(), cinema.page._mood.accessibleName()}
    assert cinema.page._stage._portrait == ""


def test_in_a_chat_the_messages_of_before_stay(cinema: Cinema, films_by: FilmsBy):
    cinema.page.show_film(films_by(Channel.CHAT))
    cinema.roll_to(2, Kind.LINE)
    assert "In a chat" in cinema.words()
    assert cinema.spoken()[-4:] == [*ARRIVAL, WELCOME, "Oh, thank you.", "I have come for the senior card."]
    cinema.press(Qt.Key.Key_PageUp)
    assert cinema.spoken()[-1:] == ARRIVAL


# Motion, and nothing while it is left alone


def test_lines_appear_as_they_are_spoken_within_their_time(cinema: Cinema, presentation: Presentation, films: Films):
    moving(presentation)
    cinema.page.show_film(films)
    assert cinema.spoken() != ["Before opening, you look in the mirror."]
    cinema.qtbot.waitUntil(lambda: cinema.spoken() == ["Before opening, you look in the mirror."], timeout=LONG)
    assert cinema.at == (0, Kind.LINE), "the clock has not rung"


@pytest.mark.parametrize("channel", list(Channel))
def test_a_paused_film_takes_no_processor_time(
    make_cinema: Callable[..., Cinema], films_by: FilmsBy, presentation: Presentation, channel: Channel
):
    moving(presentation)
    cinema = make_cinema(FilmClock())
    cinema.page.show_film(films_by(channel))
    cinema.press(Qt.Key.Key_PageDown)
    assert cinema.timers() != [], "it plays, and a line is being spoken"

    cinema.press(Qt.Key.Key_Space)
    cinema.qtbot.waitUntil(lambda: not cinema.timers(), timeout=LONG)
    assert cinema.spoken()[-1:] == ARRIVAL, "the line stands whole"


def test_a_film_at_its_end_takes_none_either(
    make_cinema: Callable[..., Cinema], films: Films, presentation: Presentation, qtbot: QtBot
):
    moving(presentation)
    cinema = make_cinema(FilmClock())
    cinema.page.show_film(films)
    cinema.press(Qt.Key.Key_End)
    cinema.press(Qt.Key.Key_Right)
    cinema.press(Qt.Key.Key_Right)
    assert cinema.page.over
    qtbot.waitUntil(lambda: not cinema.timers(), timeout=LONG)
    cinema.press(Qt.Key.Key_Right)
    set_beside(cinema)
    qtbot.waitUntil(lambda: not cinema.timers(), timeout=LONG)


def test_the_clock_of_the_window_rings_by_itself(make_cinema: Callable[..., Cinema], films: Films, qtbot: QtBot):
    clock = FilmClock()
    cinema = make_cinema(clock)
    cinema.page.show_film(films)
    with qtbot.waitSignal(clock.rang, timeout=LONG):
        clock.start(1)
    assert cinema.at == (0, Kind.OFFER)
    assert clock.running, "for the next moment"


def test_a_page_that_nobody_sees_pauses(cinema: Cinema):
    cinema.page.hide()
    assert (cinema.page.playing, cinema.clock.running) == (False, False)


def test_a_page_that_was_left_shows_and_runs_nothing(cinema: Cinema):
    cinema.roll_to(1, Kind.CHOICE)
    cinema.page.stop()
    assert (cinema.spoken(), cinema.page._choices.options, cinema.clock.running) == ([], [], False)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_End, "c", "o", "p", "+"):
        cinema.press(key)
    assert cinema.page.moment is None


# Another language, another type


def test_the_language_changes_in_the_middle_and_the_film_stays_where_it_was(
    cinema: Cinema, presentation: Presentation, window_language: WindowLanguage
):
    cinema.roll_to(1, Kind.WHY)
    presentation.settings = replace(presentation.settings, language="zh", text_size=150)
    window_language.use("zh")
    QApplication.processEvents()

    assert (cinema.at, cinema.page.playing) == ((1, Kind.WHY), True)
    assert cinema.spoken() == ["这伞放哪儿啊？", "您好，伞给我，这边有伞架。", "哎，谢谢。"]
    assert "先开口，还接了伞。" in cinema.words()
    assert len(cinema.lit()) == 2


def test_the_comparison_follows_the_language_too(
    cinema: Cinema, presentation: Presentation, window_language: WindowLanguage
):
    cinema.press("c")
    set_beside(cinema)
    presentation.settings = replace(presentation.settings, language="zh")
    window_language.use("zh")
    set_beside(cinema)
    assert "别滴地上。" in cinema.words()


def test_what_does_not_fit_is_scrolled_to_before_the_film_goes_on(cinema: Cinema, presentation: Presentation):
    presentation.settings = replace(presentation.settings, text_size=200)
    cinema.page.resize(960, 600)
    cinema.roll_to(2, Kind.OFFER)
    bar = cinema.page._choices.verticalScrollBar()
    cinema.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=LONG)
    before, whole = bar.value(), cinema.clock.set_to
    cinema.clock.ring()
    assert cinema.at == (2, Kind.OFFER)
    assert bar.value() > before
    assert cinema.clock.set_to < whole
    while bar.value() < bar.maximum():
        cinema.clock.ring()
    cinema.clock.ring()
    assert cinema.at == (2, Kind.CHOICE)
