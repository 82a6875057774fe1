from __future__ import annotations

import pytest

from simulator.domain.debrief import Debrief, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.inner_voice import Crux, CruxReason, Moment, crux, inner_voice
from tests.stories import rulebook, scenario, scene

BOOK = rulebook()


def walked(thoughts: str, *, ill: int = 0, moods: tuple[int, ...] = ()) -> Debrief:
    """An attempt whose turn ``n`` has a thought where letter ``n`` is a T, and breaks a rule where it is ``ill``."""
    scenes = {}
    for number, letter in enumerate(thoughts, start=1):
        goto = f"s{number + 1}" if number < len(thoughts) else "end"
        mood = moods[number - 1] if moods else 0
        whole = scene(well={"keeps": ["greet"], "mood": mood, "goto": goto}, ill={"breaks": ["greet"], "goto": goto})
        scenes[f"s{number}"] = whole | ({"thought": f"thought {number}"} if letter == "T" else {})
    story = scenario(scenes, mood=40)
    answers = ["ill" if number == ill else "well" for number in range(1, len(thoughts) + 1)]
    return debrief(play(story, answers).transcript(), BOOK, Envelope(story, BOOK))


def voices(found: Debrief, key_turn: int | None) -> list[tuple[Moment, int]]:
    return [(voice.moment, voice.turn) for voice in inner_voice(found, key_turn)]


def test_the_crux_is_what_the_learner_named() -> None:
    assert crux(walked("TTT", ill=3), 2) == Crux(2, CruxReason.NAMED)


@pytest.mark.parametrize("not_sure", [None, 0])
def test_else_where_most_was_given_away(not_sure: int | None) -> None:
    assert crux(walked("TTT", ill=3), not_sure) == Crux(3, CruxReason.COSTLIEST)


def test_else_where_the_mood_moved_furthest() -> None:
    assert crux(walked("TTT", moods=(5, -20, 10)), None) == Crux(2, CruxReason.MOOD)


def test_three_thoughts_stand_before_at_and_after_the_crux() -> None:
    found = walked("TTTTT", moods=(0, 5, 0, 0, 0))
    assert voices(found, 3) == [(Moment.BEFORE, 1), (Moment.CRUX, 3), (Moment.AFTER, 5)]
    assert [(voice.thought.to("en"), voice.mood) for voice in inner_voice(found, 3)] == [
        ("thought 1", 40),
        ("thought 3", 45),
        ("thought 5", 45),
    ]


def test_the_thought_nearest_to_the_crux_stands_for_it() -> None:
    assert voices(walked("T..T.T"), 3) == [(Moment.BEFORE, 1), (Moment.CRUX, 4), (Moment.AFTER, 6)]


def test_a_moment_without_a_thought_is_left_out() -> None:
    assert voices(walked("TT"), 1) == [(Moment.CRUX, 1), (Moment.AFTER, 2)]
    assert voices(walked("TT"), 2) == [(Moment.BEFORE, 1), (Moment.CRUX, 2)]
    assert voices(walked(".T."), 1) == [(Moment.CRUX, 2)]
    assert voices(walked("..."), 1) == []
