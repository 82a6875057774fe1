"""Witness paths played through the encounter, to see whether they are worth what the envelope says."""

from __future__ import annotations

from simulator.domain.encounter import Encounter
from simulator.domain.envelope import EnvelopeError
from simulator.domain.rulebook import Rule, Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge, total
from simulator.domain.transcript import Answer, State, Transcript
from tests.stories import rulebook

BOOK = rulebook()


def replay(story: Scenario, path: tuple[Answer, ...], start: State | None = None) -> Transcript:
    encounter = Encounter(story, start=start)
    for answer in path:
        encounter.answer(answer)
    return encounter.transcript()


def points_of_path(story: Scenario, path: tuple[Answer, ...], book: Rulebook = BOOK) -> int:
    transcript = replay(story, path)
    assert transcript.ending
    return total(transcript, Judge(story, book))


def only(rule: str) -> Rulebook:
    """The same rulebook with every other rule weighing nothing."""
    rules: dict[str, Rule] = {rule: BOOK.rules[rule]}
    return Rulebook(BOOK.weights, rules, BOOK.phrases)


def check_that_the_path_earns_by_going_round(story: Scenario, error: EnvelopeError) -> None:
    transcript = replay(story, error.path)
    judge = Judge(story, BOOK)
    last = transcript.state
    assert last.scene == error.scene
    since = [judge(turn).points for turn in transcript.turns]
    befores = [turn.before for turn in transcript.turns]
    again = what_is_read(story, last)
    assert any(what_is_read(story, before) == again and sum(since[at:]) > 0 for at, before in enumerate(befores))


def what_is_read(story: Scenario, state: State) -> tuple[object, ...]:
    """The scene of a state, and what conditions of scenes that may follow read of the mood and the variables."""
    scenes = [story.start]
    for id in scenes:
        part = story.scenes.get(id)
        gotos = [part.inspection.goto] if part and part.inspection else []
        gotos += [response.goto for response in part.responses.values()] if part else []
        scenes += [goto for goto in dict.fromkeys(gotos) if goto not in scenes]
    whens = [response.when for id in scenes if id in story.scenes for response in story.scenes[id].responses.values()]
    read = {name for when in whens if when for name in when.names}
    values = {"mood": state.mood, **dict(zip(story.variables, state.variables, strict=True))}
    return state.scene, *(value for name, value in values.items() if name in read)
