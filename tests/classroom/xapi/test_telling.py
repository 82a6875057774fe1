from __future__ import annotations

import pytest

from simulator.classroom.xapi import telling
from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.telling import Telling
from simulator.errors import BugError, UserError
from tests.classroom.xapi.fixtures import BADLY


@pytest.fixture
def tell(database):
    return Telling(database, (), Manner("zh", "1.2"))


def test_attempts_are_told_each_with_its_own_turns(practise, tell):
    well, badly = practise(), practise(BADLY)
    responses = [[one["result"]["response"] for one in tell(id)[2:-3]] for id in (well, badly)]
    assert responses == [["welcome", "call-taxi"], ["floor", "apologise", "confirm"]]


def test_what_was_read_for_one_is_not_read_again(practise, database, monkeypatch):
    read, original = [], telling.from_canonical_text
    monkeypatch.setattr(telling, "from_canonical_text", lambda text: read.append(text) or original(text))
    tell = Telling(database, (), Manner("zh", "1.2"))
    for id in [practise() for _ in range(3)]:
        tell(id)
    assert len(read) == 1


def test_an_attempt_that_cannot_be_told_says_why(practise, tell, database):
    unfinished, unfit = practise(("badge",), finished=False), practise()
    with database.writing() as connection:
        connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ? AND number = 2", (unfit,))
    with pytest.raises(BugError, match="is not finished"):
        tell(unfinished)
    with pytest.raises(UserError, match="does not fit its scenario at turn 2"):
        tell(unfit)
