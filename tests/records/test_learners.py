from __future__ import annotations

import pytest

from simulator.errors import UserError
from simulator.records.learners import Learner, Learners


def test_learners_are_listed_in_the_order_in_which_they_came(database):
    learners = Learners(database)
    assert learners.all() == []

    added = [learners.add("王芳"), learners.add("Anna Müller")]
    assert learners.all() == added == [Learner(1, "王芳"), Learner(2, "Anna Müller")]


@pytest.mark.parametrize("again", ["Zoë", "  Zoë\n", "\u3000Zoë", "Zoe\u0308"])
def test_what_looks_like_the_same_name_is_the_same_learner(database, again):
    learners = Learners(database)
    first = learners.add("Zoë")

    assert learners.add(again) == first
    assert learners.all() == [first]


@pytest.mark.parametrize("name", ["𠮷", "\ue863野", "王" * 40, "'; DROP TABLE learners; --"])
def test_unusual_names_are_names(database, name):
    assert Learners(database).add(name).name == name


@pytest.mark.parametrize("name", ["", "   ", "王" * 41, "王\x00芳", "王\n芳", "\u200b", "王\u202e芳", "\udce7\udc8e"])
def test_what_can_be_nobody_s_name_is_refused(database, name):
    with pytest.raises(UserError) as refused:
        Learners(database).add(name)

    assert "1 到 40 个字" in refused.value.sentence.to("zh")
    assert "1 to 40 characters" in refused.value.sentence.to("en")
    assert Learners(database).all() == []
