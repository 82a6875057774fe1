"""What learners would say, kept beside their turns."""

from __future__ import annotations

import pytest

from simulator.errors import BugError
from simulator.records.attempts import Attempts, Result
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.records.own_words import OwnWords


@pytest.fixture
def begin(database, umbrella, rulebook):
    """Records an attempt with one turn."""

    def begin(mode="learn"):
        attempts = Attempts(database)
        learner = Learners(database).add("Wen")
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = attempts.begin(learner.id, "wet-umbrella", *texts, 7, mode)
        attempts.record_turn(id, 1, "mirror", "badge", 900)
        return id

    return begin


@pytest.fixture
def own_words(database):
    return OwnWords(database)


def test_a_sentence_is_there_when_the_record_is_opened_again(own_words, begin, database, clock):
    attempt = begin()
    own_words.say(attempt, 2, "您好，伞放这边就行。")
    with_another = open_database(database.path, database.backups, clock)
    assert OwnWords(with_another).of_attempt(attempt) == {2: "您好，伞放这边就行。"}
    with_another.close()
    assert own_words.of_attempt(begin()) == {}


def test_sentences_stand_beside_their_turns(own_words, begin, database):
    attempt = begin()
    own_words.say(attempt, 2, "您好。")
    Attempts(database).record_turn(attempt, 2, "arrival", "welcome", 900)
    own_words.say(attempt, 3, "办老年卡，对吗？")
    assert own_words.of_attempt(attempt) == {2: "您好。", 3: "办老年卡，对吗？"}


@pytest.mark.parametrize("number", [1, 3])
def test_only_of_the_next_turn_something_can_be_said(own_words, begin, number):
    with pytest.raises(BugError, match=f"turn {number} is not the next"):
        own_words.say(begin(), number, "您好。")


def test_nothing_is_said_first_in_an_exam(own_words, begin):
    with pytest.raises(BugError, match="in Learn"):
        own_words.say(begin("exam"), 2, "您好。")


def test_nothing_is_said_in_what_is_over(own_words, begin, database):
    attempt = begin()
    Attempts(database).finish(attempt, Result("done", 70, "basic", 4, True))
    with pytest.raises(BugError):
        own_words.say(attempt, 2, "您好。")


def test_what_was_said_is_not_said_again(own_words, begin):
    attempt = begin()
    own_words.say(attempt, 2, "您好。")
    with pytest.raises(BugError):
        own_words.say(attempt, 2, "你好。")
    assert own_words.of_attempt(attempt) == {2: "您好。"}
