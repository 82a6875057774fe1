from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from simulator.errors import BugError
from simulator.records.attempts import Attempts, Result
from simulator.records.database import open_database
from simulator.records.identities import Selection, identity_of, selected
from simulator.records.learners import Learners

LEGACY = Path(__file__).parent.parent / "legacy"


@pytest.fixture
def finish(database, umbrella, rulebook):
    def finish(name, scenario="wet-umbrella"):
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = Attempts(database).begin(Learners(database).add(name).id, scenario, *texts, 7, "learn")
        Attempts(database).finish(id, Result("done", 70, "basic", 4, True))
        return id

    return finish


def test_a_learner_and_each_attempt_have_a_random_name_that_stays(finish, database, tmp_path, clock):
    first, second, other = finish("王芳"), finish("王芳"), finish("李强")
    known = [identity_of(database, id) for id in (first, second, other)]

    assert all(UUID(word).version == 4 for one in known for word in one[:3])
    assert len({one.record for one in known}) == 1
    assert [one.name for one in known] == ["王芳", "王芳", "李强"]
    assert known[0].learner == known[1].learner != known[2].learner
    assert len({one.attempt for one in known}) == 3
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as again:
        assert [identity_of(again, id) for id in (first, second, other)] == known


def test_those_of_an_older_record_get_theirs_when_it_is_brought_up_to_date(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v1.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        one, two = (identity_of(database, id) for id in (1, 2))
        assert UUID(one.attempt).version == UUID(two.attempt).version == UUID(one.learner).version == 4
        assert one.attempt != two.attempt


def test_an_attempt_that_there_is_not_is_nobodys(database):
    with pytest.raises(BugError, match="there is no attempt 3"):
        identity_of(database, 3)


def test_attempts_are_selected_by_learner_scenario_and_day(finish, database):
    wang, li, elsewhere = finish("王芳"), finish("李强"), finish("王芳", "phone-wall")
    when = [row[0] for row in database.rows("SELECT finished FROM attempts ORDER BY id")]
    second = datetime.fromisoformat(when[1])

    assert selected(database, Selection()) == [wang, li, elsewhere]
    assert selected(database, Selection(learner="王芳")) == [wang, elsewhere]
    assert selected(database, Selection(learner="王芳", scenario="phone-wall")) == [elsewhere]
    assert selected(database, Selection(since=second)) == [li, elsewhere]
    assert selected(database, Selection(until=second)) == [wang]
    assert selected(database, Selection(since=datetime(2030, 1, 1, tzinfo=UTC))) == []
