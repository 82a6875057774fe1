from __future__ import annotations

from simulator.domain.scenario import Stage
from simulator.domain.scoring import Level
from simulator.gui.library.wording import DIFFICULTIES, LEVELS, STAGES


def test_there_are_words_for_everything_that_the_engine_has_a_name_for():
    assert set(STAGES) == set(Stage)
    assert set(LEVELS) == set(Level) - {Level.NONE}
    assert set(DIFFICULTIES) == {1, 2, 3}
    for texts in (STAGES, LEVELS, DIFFICULTIES):
        assert all(set(text.languages()) == {"zh", "en"} for text in texts.values())
