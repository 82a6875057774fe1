"""Taking a learner's record in on another PC."""

# ruff: noqa: S608 - the tables are named by the record itself
from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.scoring import Level
from simulator.errors import UserError
from simulator.library.catalogue import Catalogue
from simulator.library.kept_texts import KeptTexts
from simulator.records.attempts import Attempts, Result
from simulator.records.belongings import belongings
from simulator.records.database import open_database
from simulator.records.drills import Drills
from simulator.records.goals import Goals
from simulator.records.learner_file import read_learner, write_learner
from simulator.records.learner_intake import Taken, take_in
from simulator.records.learners import Learner, Learners
from simulator.records.progress import Progress
from tests.conftest import PROJECT, SMALL_SCENARIO, TickingClock
from tests.records.lived import APOLOGY, LISTEN, live

NAMES = st.text("王芳李强ab ", min_size=1, max_size=8).map(str.strip).filter(bool)


@pytest.fixture
def other(tmp_path, clock):
    """The record of the other PC, on which somebody else has practised already."""
    with closing(open_database(tmp_path / "other" / "record.db", tmp_path / "other" / "backups", clock)) as database:
        yield database


@contextmanager
def taken_along(database, learner):
    content = write_learner(database, learner.id)
    with closing(read_learner(content, KeptTexts().scenario)) as carried:
        yield carried


def bring(here, learner, there, name=None):
    with taken_along(here, learner) as carried:
        return take_in(there, carried, name or carried.name)


def everything(database, learner):
    """All rows of a learner, without the numbers that they have in this record only."""
    with database.writing() as connection:
        found = {}
        for table in belongings(connection).own:
            columns = [name for name in table.names if name not in ("id", *(to.column for to in table.references))]
            rows = connection.execute(
                f"SELECT {', '.join(columns)} FROM {table.name} WHERE {table.owned}", (learner.id,)
            )
            found[table.name] = sorted(map(repr, rows))
        return found


def replayable(database, learner):
    attempts = Attempts(database)
    return [
        (one.started, one.result, one.key_turn, attempts.load(one.id).scenario_text, attempts.load(one.id).turns)
        for one in attempts.of_learner(learner.id)
    ]


def test_on_a_pc_where_nobody_is_called_so_the_learner_is_new(database, other, catalogue):
    live(other, catalogue, "李强")
    learner = live(database, catalogue, "王芳")
    taken = bring(database, learner, other)

    assert taken == Taken(Learner(2, "王芳"), added=2, known=0)
    assert everything(other, taken.learner) == everything(database, learner)
    assert replayable(other, taken.learner) == replayable(database, learner)
    assert Progress(other).rules(taken.learner.id) == Progress(database).rules(learner.id)
    assert Goals(other).current(taken.learner.id).words == LISTEN[1]
    assert Drills(other).memories(taken.learner.id) == Drills(database).memories(learner.id)
    assert len(Attempts(other).of_learner(1)) == 2, "who was there is as before"


def test_taken_in_twice_it_changes_nothing(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    first = bring(database, learner, other)
    before = everything(other, first.learner)
    second = bring(database, learner, other)
    assert second == Taken(first.learner, added=0, known=2)
    assert everything(other, first.learner) == before
    assert bring(database, learner, database) == Taken(learner, added=0, known=2), "nor where it comes from"


def test_it_joins_the_learner_of_that_name(database, other, catalogue):
    there = live(other, catalogue, "王芳")
    learner = live(database, catalogue, "王芳")
    taken = bring(database, learner, other)
    assert taken == Taken(there, added=2, known=0)
    assert Learners(other).all() == [there]
    assert len(Attempts(other).of_learner(there.id)) == 4
    assert sum(row.attempts for row in Progress(other).rules(there.id).values()) == 2 * sum(
        row.attempts for row in Progress(database).rules(learner.id).values()
    )


def test_it_becomes_somebody_else_of_that_name_where_that_is_wanted(database, other, catalogue):
    there = live(other, catalogue, "王芳")
    taken = bring(database, live(database, catalogue, "王芳"), other, "王芳（二科）")
    assert taken.learner == Learner(2, "王芳（二科）")
    assert len(Attempts(other).of_learner(there.id)) == 2
    with taken_along(database, Learner(1, "王芳")) as carried, pytest.raises(UserError, match="A name has 1 to 40"):
        take_in(other, carried, "  ")


def test_of_two_open_goals_the_one_chosen_later_stays_open(database, other, catalogue):
    there, here = live(other, catalogue, "王芳"), live(database, catalogue, "王芳")
    later = Goals(database).set(Attempts(database).of_learner(here.id)[1].id, *APOLOGY)
    bring(database, here, other)
    current = Goals(other).current(there.id)
    assert (current.rule, current.chosen) == (later.rule, later.chosen)

    newest = Goals(other).set(Attempts(other).of_learner(there.id)[-1].id, *LISTEN)
    bring(database, here, other)
    assert Goals(other).current(there.id) == newest, "the same file again does not bring the older one back"


def test_a_goal_met_elsewhere_is_met_here(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    taken = bring(database, learner, other)
    Goals(database).done(Goals(database).current(learner.id).id)
    bring(database, learner, other)
    assert Goals(other).current(taken.learner.id) is None


def test_a_phrase_is_remembered_as_it_was_last_drilled(database, other, catalogue):
    there, here = live(other, catalogue, "王芳"), live(database, catalogue, "王芳")
    Drills(database).note(here.id, "greet", missed=True)
    bring(database, here, other)
    assert Drills(other).memories(there.id) == Drills(database).memories(here.id)
    Drills(other).note(there.id, "greet", missed=False)
    newest = Drills(other).memories(there.id)
    bring(database, here, other)
    assert Drills(other).memories(there.id) == newest


def test_an_attempt_that_went_on_elsewhere_goes_on_here(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    there = bring(database, learner, other).learner
    attempts = Attempts(database)
    ((left),) = attempts.unfinished(learner.id)
    for number, (scene, answer) in enumerate((("arrival", "welcome"), ("need", "form")), start=2):
        attempts.record_turn(left.id, number, scene, answer, 800)
    attempts.finish(left.id, Result("done", 42, Level.NONE, 3, False))

    assert bring(database, learner, other) == Taken(there, added=0, known=2)
    assert Attempts(other).unfinished(there.id) == []
    assert replayable(other, there) == replayable(database, learner)
    older = everything(other, there)
    bring(other, there, database)
    assert everything(other, there) == older


def test_an_attempt_that_went_on_differently_in_two_places_is_two(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    there = bring(database, learner, other).learner
    for record, person, answer in ((database, learner, "welcome"), (other, there, "look-up")):
        ((left),) = Attempts(record).unfinished(person.id)
        Attempts(record).record_turn(left.id, 2, "arrival", answer, 800)
    assert bring(database, learner, other) == Taken(there, added=1, known=1)
    assert len(Attempts(other).unfinished(there.id)) == 2


def test_all_or_nothing(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    with other.writing() as connection:
        connection.execute("CREATE TRIGGER stop BEFORE INSERT ON goals BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        bring(database, learner, other)
    assert Learners(other).all() == []
    assert other.rows("SELECT count(*) FROM texts") == [(0,)]


def test_tables_of_later_forms_are_taken_in(database, other, catalogue):
    learner = live(database, catalogue, "王芳")
    for record in (database, other):
        with record.writing() as connection:
            connection.execute("ALTER TABLE attempts ADD COLUMN branch_of INTEGER REFERENCES attempts (id)")
            connection.execute("CREATE TABLE said (attempt INTEGER NOT NULL REFERENCES attempts (id), words TEXT)")
            connection.execute("INSERT INTO learners (id, name, added) VALUES (70, '李强', '2026')")
    with database.writing() as connection:
        connection.execute("INSERT INTO said SELECT id, '您好' FROM attempts")
        connection.execute("UPDATE attempts SET branch_of = 2 WHERE id = 1")
    with database.writing() as there, other.writing() as here:
        here.execute("PRAGMA defer_foreign_keys = ON")
        from simulator.records.learner_intake import _Intake

        there.execute("DELETE FROM learners WHERE id = 70")
        for _ in range(2):
            taken = _Intake(here, there, "王芳").whole()
    assert taken == Taken(Learner(71, "王芳"), added=0, known=2)
    first, second = (one.id for one in reversed(Attempts(other).of_learner(71)))
    assert other.rows("SELECT id, branch_of FROM attempts ORDER BY id") == [(first, second), (second, None)]
    assert other.rows("SELECT attempt, words FROM said ORDER BY attempt") == [(first, "您好"), (second, "您好")]
    assert learner.id == 1


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    return Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", folder / "cache")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_was_practised_comes_out_as_it_went_in(small, tmp_path_factory, data):
    folder = Path(tmp_path_factory.mktemp("trip"))
    (card,) = [card for card in small.cards() if card.id == "wet-umbrella"]
    opened, rules = small.open(card.path), small.rulebook()
    clock = TickingClock()
    with (
        closing(open_database(folder / "a.db", folder / "backups", clock)) as here,
        closing(open_database(folder / "b.db", folder / "backups", clock)) as there,
    ):
        attempts, learner = Attempts(here), Learners(here).add(data.draw(NAMES))
        for _ in range(data.draw(st.integers(0, 3))):
            seed, mode = data.draw(st.integers(0, 2**32 - 1)), data.draw(st.sampled_from(["learn", "exam"]))
            id = attempts.begin(learner.id, card.id, opened.hash, opened.text, rules.hash, rules.text, seed, mode)
            for number in range(1, data.draw(st.integers(0, 4)) + 1):
                scene, answer = (
                    data.draw(st.sampled_from(["mirror", "arrival", "需要"])),
                    data.draw(st.text("ab+-语", max_size=9)),
                )
                attempts.record_turn(id, number, scene, answer, data.draw(st.integers(0, 10**9)))
            if data.draw(st.booleans()):
                attempts.set_aside(id)
        for phrase in data.draw(st.lists(st.text("abc-", min_size=1, max_size=5), max_size=3)):
            Drills(here).note(learner.id, phrase, missed=data.draw(st.booleans()))
        taken = bring(here, learner, there)
        assert taken.learner.name == learner.name
        assert everything(there, taken.learner) == everything(here, learner)
        assert write_learner(there, taken.learner.id) == write_learner(here, learner.id)
        assert bring(here, learner, there) == Taken(taken.learner, 0, taken.added)
