from __future__ import annotations

import pytest

from simulator.domain.encounter import Encounter
from simulator.speech.lines import citizens_lines
from simulator.speech.recordings import LinePlace


@pytest.fixture
def encounter(umbrella):
    return Encounter(umbrella.scenario, 1)


def test_only_the_citizen_is_heard_and_every_line_is_counted(umbrella):
    scenario = umbrella.scenario
    for scene in (*scenario.scenes, *scenario.endings):
        lines = scenario.scenes[scene].lines if scene in scenario.scenes else scenario.endings[scene].lines
        expected = [
            (line.text, LinePlace(scenario.id, scene, str(number)))
            for number, line in enumerate(lines, 1)
            if line.speaker == "citizen"
        ]
        spoken = citizens_lines(scenario, None, scene)
        assert [(line.words, line.place) for line in spoken] == expected
        assert all(line.voice == scenario.citizen.voice for line in spoken)


def test_the_answer_to_a_response_comes_first(umbrella, encounter):
    scenario = umbrella.scenario
    encounter.answer(("badge",))
    answered = next(one.response for one in encounter.options() if one.response.reply is not None)
    turn = encounter.answer(answered.id)
    first = citizens_lines(scenario, turn, turn.after.scene)[0]

    assert first.words == answered.reply
    assert first.place == LinePlace.of_reply(scenario.id, turn.before.scene, answered.id)


def test_after_an_inspection_there_is_no_answer(umbrella, encounter):
    turn = encounter.answer(("badge",))
    assert citizens_lines(umbrella.scenario, turn, turn.after.scene) == citizens_lines(
        umbrella.scenario, None, turn.after.scene
    )
