"""The phrase drill: choosing, writing, comparing for oneself, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from simulator.domain.drill import Choice, Rewriting, Round, ask
from simulator.gui.drill.page import DrillPage
from simulator.library.catalogue import Catalogue
from simulator.records.drills import Drills
from simulator.records.learners import Learners
from tests.conftest import PROJECT
from tests.gui.conftest import LONG

PRAISE = ("well done", "good", "great", "correct", "polite", "right", "perfect", "%")


@pytest.fixture
def learner(record):
    return record.ask(lambda database: Learners(database).add("Wang Fang"))


@pytest.fixture
def page(presentation, shipped, keeper, qtbot) -> Iterator[DrillPage]:
    page = DrillPage(presentation, shipped, keeper, lambda: 7)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    yield page
    page.finish()


@pytest.fixture
def begin(page, learner, qtbot):
    """Begin a round; of these phrases where some are named."""

    def begun(*phrases: str) -> DrillPage:
        page.show_for(learner)
        page.show()
        qtbot.waitUntil(page.start.begin.isEnabled, timeout=LONG)
        if phrases:
            page._round = Round(tuple(ask(page._rulebook, id, 7) for id in phrases))
            page._go_on()
        else:
            page.start.begin.click()
        return page

    return begun


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def remembered(record, learner):
    memories = record.ask(lambda database: Drills(database).memories(learner.id))
    return {id: (one.misses, one.owed) for id, one in memories.items()}


def write(page, text: str) -> None:
    """Write as an input method does: Chinese comes in one piece."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.rewriting.sentence, event)


def option(page, phrase: str):
    return next(one for one in page.choosing.options if one.phrase == phrase)


def test_it_says_first_what_a_round_is_and_how_many_phrases_there_are(begin, page, learner, qtbot):
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(page.start.begin.isEnabled, timeout=LONG)
    assert "10 phrases" in words(page)
    assert "127 phrases" in words(page)
    next(one for one in page.start.stages.segments if one.text() == "Farewell").click()
    assert "17 phrases" in words(page)


def test_a_round_of_a_stage_asks_for_its_phrases_only(begin, page, learner, shipped, qtbot):
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(page.start.begin.isEnabled, timeout=LONG)
    next(one for one in page.start.stages.segments if one.text() == "Complaint").click()
    page.start.begin.click()
    phrases = shipped.rulebook().rulebook.phrases
    found = {**phrases.recommended, **phrases.taboo}
    assert {found[one.phrase].stage for one in page.round.waiting} == {"complaint"}
    assert "1 of 10" in words(page)


def test_the_right_sentence_can_be_chosen_by_its_number(begin, record, learner, qtbot):
    page = begin("rp-14", "rp-15")
    place = page.round.current.options.index("rp-14") + 1
    qtbot.keyClick(page, str(place))
    assert "it keeps the rule above" in words(page)
    qtbot.keyClick(page.choosing.go_on, Qt.Key.Key_Return)
    assert page.round.current == ask(page._rulebook, "rp-15", 7)
    qtbot.waitUntil(lambda: remembered(record, learner) == {"rp-14": (0, 0)}, timeout=LONG)


def test_a_wrong_choice_is_told_with_what_to_say_and_comes_back_in_the_round(begin, record, learner, qtbot):
    page = begin("rp-14", "rp-15")
    option(page, "fp-15").click()
    assert "Instead of “Not my department.”" in words(page)
    assert "That's at window 5; I'll take you there." in words(page)
    assert option(page, "rp-14").accessibleDescription() == "to be said"
    assert option(page, "fp-15").accessibleDescription() == "not to be said"
    page.choosing.go_on.click()
    assert [one.phrase for one in page.round.waiting] == ["rp-15", "rp-14"]
    qtbot.waitUntil(lambda: remembered(record, learner) == {"rp-14": (1, 2)}, timeout=LONG)


def test_a_second_choice_changes_nothing(begin):
    page = begin("rp-14")
    option(page, "fp-15").click()
    page.choosing.choose("rp-14")
    page.choosing.go_on.click()
    assert page.round.missed == ("rp-14",)


def test_a_sentence_of_ones_own_is_shown_beside_the_suggestion_and_judged_by_oneself(begin, record, learner, qtbot):
    page = begin("fp-13", "rp-15")
    assert "No idea." in words(page)
    assert not page.rewriting.compare.isEnabled()
    write(page, "您好，请稍等，我帮您核实。")
    page.rewriting.compare.click()
    assert {"您好，请稍等，我帮您核实。", "Let me check that for you; one moment, please."} <= set(
        words(page).split("\n")
    )
    assert "The program cannot judge a free sentence." in words(page)
    assert page.rewriting.close_enough.isVisible()
    assert page.rewriting.not_yet.isVisible()
    page.rewriting.close_enough.click()
    assert page.round.missed == ()
    qtbot.waitUntil(lambda: remembered(record, learner) == {"fp-13": (0, 0)}, timeout=LONG)


def test_where_nothing_is_found_nothing_is_praised(begin):
    page = begin("fp-13")
    write(page, "这个嘛，天知道呢。")
    page.rewriting.compare.click()
    said = words(page).lower()
    assert "that says nothing about yours" in said
    assert not [word for word in PRAISE if word in said.replace("at the counter", "")]


def test_not_yet_is_a_miss_and_comes_back(begin):
    page = begin("fp-13", "rp-15")
    write(page, "您等等。")
    page.rewriting.compare.click()
    page.rewriting.not_yet.click()
    assert page.round.missed == ("fp-13",)
    assert [one.phrase for one in page.round.waiting] == ["rp-15", "fp-13"]


def test_a_forbidden_phrase_and_what_is_lacking_are_pointed_out(begin):
    page = begin("fp-06")
    write(page, "这个不归我管，你去问别的窗口。")
    page.rewriting.compare.click()
    said = words(page)
    assert "“不归我管” is like what must not be said: “Not my department.”. Better: " in said
    assert "It lacks: the respectful 您, greeting, please." in said


def test_words_in_another_language_are_not_looked_at_and_that_is_said(begin):
    page = begin("fp-13")
    write(page, "No idea, go away.")
    page.rewriting.compare.click()
    assert "it has not looked at your sentence" in words(page)
    assert "It lacks" not in words(page)


def test_where_nothing_comes_to_mind_the_suggestion_is_shown_and_it_comes_back(begin):
    page = begin("fp-13", "rp-15")
    write(page, "half a thou")
    page.rewriting.give_up.click()
    assert "Let me check that for you" in words(page)
    assert "half a thou" not in words(page)
    assert not page.rewriting.close_enough.isVisible()
    page.rewriting.go_on.click()
    assert page.round.missed == ("fp-13",)


def test_in_the_field_keys_only_write(begin, qtbot):
    page = begin("fp-13")
    qtbot.keyClicks(page.rewriting.sentence, "1 2")
    qtbot.keyClick(page.rewriting.sentence, Qt.Key.Key_Return)
    assert page.rewriting.sentence.toPlainText() == "1 2\n"
    assert isinstance(page.round.current, Rewriting)
    assert page.rewriting.sentence.isVisible()


def test_the_end_names_phrases_and_gives_the_person_no_mark(begin, qtbot):
    page = begin("rp-14", "fp-13")
    option(page, "fp-15").click()
    page.choosing.go_on.click()
    write(page, "请稍等。")
    page.rewriting.compare.click()
    page.rewriting.close_enough.click()
    option(page, "rp-14").click()
    page.choosing.go_on.click()
    said = words(page)
    assert "Keep an eye on these" in said
    assert "That's done at window 5; I'll walk you over and tell my colleague what it's about." in said
    assert len(page.summary.cards) == 1
    assert not any(character.isdecimal() for line in said.split("\n") for character in line.replace("window 5", ""))


def test_the_next_round_asks_again_for_what_was_missed(begin, record, learner, qtbot):
    page = begin("rp-14")
    for _ in range(3):
        option(page, "fp-15").click()
        page.choosing.go_on.click()
    assert page.round.current is None
    page.summary.again.click()
    qtbot.waitUntil(lambda: page.round.current is not None, timeout=LONG)
    assert "rp-14" in [one.phrase for one in page.round.waiting]
    assert len(page.round.waiting) == 10


def test_what_is_owed_is_said_before_the_next_round(begin, page, record, learner, qtbot):
    record.ask(lambda database: Drills(database).note(learner.id, "fp-13", missed=True))
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "1 phrase that you missed comes back." in words(page), timeout=LONG)


def test_escape_leaves_and_another_learner_begins_anew(begin, record, qtbot):
    page = begin()
    assert isinstance(page.round.current, Choice | Rewriting)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    other = record.ask(lambda database: Learners(database).add("Li Na"))
    page.show_for(other)
    assert page.start.isVisible()
    assert page.round is None


def test_another_language_is_spoken_in_the_middle_of_a_round(begin, presentation, window_language, qtbot):
    page = begin("rp-14")
    window_language.use("zh")
    presentation.settings = replace(presentation.settings, language="zh")
    assert page.round.current.phrase == "rp-14"
    assert page.choosing.isVisible()


def test_a_rulebook_that_cannot_be_read_is_told_and_can_be_read_again(presentation, keeper, learner, tmp_path, qtbot):
    path = tmp_path / "rulebook.yaml"
    path.write_text("weights: {}\n", "utf-8")
    page = DrillPage(presentation, Catalogue([], path, tmp_path / "cache"), keeper, lambda: 7)
    qtbot.addWidget(page)
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "The rulebook cannot be read." in words(page), timeout=LONG)
    path.write_bytes((PROJECT / "scenarios" / "rulebook.yaml").read_bytes())
    next(one for one in page.findChildren(QPushButton) if one.text() == "Read again").click()
    qtbot.waitUntil(page.start.begin.isEnabled, timeout=LONG)
    page.finish()


@pytest.mark.parametrize("phrase", ["rp-14", "fp-13"])
def test_nothing_is_cut_off_in_large_type(begin, presentation, phrase, qtbot):
    presentation.settings = replace(presentation.settings, text_size=200)
    page = begin(phrase)
    page.resize(960, 600)
    if phrase in page._rulebook.phrases.recommended:
        option(page, "fp-15").click()
    else:
        write(page, "这个不归我管，你去问别的窗口。")
        page.rewriting.compare.click()
    qtbot.waitUntil(lambda: page._scroll.widget().width() <= page._scroll.viewport().width(), timeout=LONG)
    assert page._scroll.widget().minimumSizeHint().width() <= page._scroll.viewport().width()
