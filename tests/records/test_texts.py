from __future__ import annotations

import pytest

from simulator.errors import BugError
from simulator.records.texts import PlayedTexts, keep_texts


@pytest.fixture
def texts(umbrella, rulebook):
    return PlayedTexts(umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)


def test_each_text_is_kept_once(database, texts):
    for _ in range(2):
        with database.writing() as connection:
            keep_texts(connection, texts)
    kept = database.rows("SELECT hash, text FROM texts ORDER BY hash")
    assert kept == sorted([(texts.scenario_hash, texts.scenario), (texts.rulebook_hash, texts.rulebook)])


def test_a_text_under_another_texts_hash_is_refused(database, texts):
    for wrong in (texts._replace(scenario=texts.scenario + " "), texts._replace(rulebook="{}")):
        with pytest.raises(BugError), database.writing() as connection:
            keep_texts(connection, wrong)
    assert database.rows("SELECT * FROM texts") == []
