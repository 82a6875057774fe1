"""The envelope against brute force: every path, or every single state where there are loops."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope, EnvelopeError, Price, Prospect
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge, total
from simulator.domain.transcript import Answer, State
from tests.domain.every_path import EndlessLoopError, EveryState, loss, points
from tests.domain.witnesses import (
    BOOK,
    check_that_the_path_earns_by_going_round,
    only,
    points_of_path,
    replay,
    what_is_read,
)
from tests.stories import BROAD, RULES, scenarios


@given(scenarios(loops=False))
@settings(BROAD, max_examples=400)
def test_without_loops_best_and_worst_are_those_of_all_paths(story: Scenario) -> None:
    every = EveryState(story, BOOK)
    earned = sorted(every.paths(points))
    if not earned or earned[-1] <= 0:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == ("nothing-to-earn" if earned else "no-ending")
        return
    envelope = Envelope(story, BOOK)
    assert (envelope.best.points, envelope.worst.points) == (earned[-1], earned[0])
    assert points_of_path(story, envelope.best.path) == earned[-1]
    assert points_of_path(story, envelope.worst.path) == earned[0]


@given(scenarios(loops=True))
@settings(BROAD, max_examples=400)
def test_with_loops_best_and_worst_are_those_of_every_single_state(story: Scenario) -> None:
    every = EveryState(story, BOOK)
    try:
        values = every.most(points)
    except EndlessLoopError:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == "earning-loop"
        check_that_the_path_earns_by_going_round(story, caught.value)
        return
    if every.start not in values or values[every.start] <= 0:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == ("nothing-to-earn" if every.start in values else "no-ending")
        return
    envelope = Envelope(story, BOOK)
    assert envelope.best.points == values[every.start] == points_of_path(story, envelope.best.path)
    try:
        least = -every.most(loss)[every.start]
    except EndlessLoopError:
        assert envelope.worst.points is None
        assert replay(story, envelope.worst.path).ending
    else:
        assert envelope.worst.points == least == points_of_path(story, envelope.worst.path)
    check_states(every, envelope)
    check_prospects(every, values, envelope)
    check_stuck(every, values, envelope)
    check_endings(every, envelope)
    check_taken_and_prices(every, values, envelope)
    check_best_path_avoiding(every, values, envelope)


def check_states(every: EveryState, envelope: Envelope) -> None:
    assert envelope.states == len({what_is_read(every.scenario, state) for state in every.scenes})


def check_prospects(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    for state in every.scenes:
        by_hand: dict[Answer, Prospect] = {}
        for answer, judged, after in every.turns[state]:
            if after in values:
                whole = judged.points + values[after]
                by_hand[answer] = Prospect(whole, values[state] - whole)
                turn = Encounter(every.scenario, start=state).answer(answer)
                assert envelope.regret(turn) == by_hand[answer].regret
        offered = envelope.prospects(state)
        if every.scenario.scenes[state.scene].inspection:
            assert all(by_hand[ticks] == prospect and prospect.regret == 0 for ticks, prospect in offered.items())
            assert bool(offered) == bool(by_hand)
        else:
            assert offered == by_hand
        if by_hand:
            check_best_path_from(every, values, envelope, state)
        else:
            assert envelope.best_path_from(state) == ()


def check_best_path_from(every: EveryState, values: dict[State, int], envelope: Envelope, state: State) -> None:
    path = envelope.best_path_from(state)
    transcript = replay(every.scenario, path, state)
    assert transcript.ending
    assert total(transcript, Judge(every.scenario, BOOK)) == values[state]


def check_stuck(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    stuck = envelope.stuck()
    if all(state in values for state in every.turns):
        assert stuck is None
    else:
        assert stuck is not None
        state = replay(every.scenario, stuck.path).state
        assert state.scene == stuck.scene
        assert state not in values
        assert stuck.without_options == (not every.turns[state])


def check_endings(every: EveryState, envelope: Envelope) -> None:
    for ending, bounds in envelope.endings().items():
        values = every.most(points, [ending])
        if every.start not in values:
            assert bounds is None
            continue
        assert bounds is not None
        best, worst = bounds
        assert best.points == values[every.start] == points_of_path(every.scenario, best.path)
        assert replay(every.scenario, best.path).ending == replay(every.scenario, worst.path).ending == ending
        try:
            least = -every.most(loss, [ending])[every.start]
        except EndlessLoopError:
            assert worst.points is None
        else:
            assert worst.points == least == points_of_path(every.scenario, worst.path)


def check_taken_and_prices(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    by_hand: dict[str, dict[str, set[int | None]]] = {}
    for state in every.scenes:
        part = every.scenario.scenes[state.scene]
        of_scene = by_hand.setdefault(state.scene, {})
        earned = {answer: judged.points for answer, judged, _ in every.turns[state]}
        for item in part.inspection.items.values() if part.inspection else ():
            right = tuple(sorted(other.id for other in part.inspection.items.values() if other.fault))
            wrong = tuple(sorted({*right} ^ {item.id}))
            of_scene[item.id] = {earned[right] - earned[wrong]}
        for answer, judged, after in () if part.inspection else every.turns[state]:
            regret = values[state] - judged.points - values[after] if after in values else None
            of_scene.setdefault(str(answer), set()).add(regret)
    assert envelope.taken().keys() == envelope.prices().keys() == by_hand.keys()
    for id, prices in envelope.prices().items():
        if not every.scenario.scenes[id].inspection:
            assert envelope.taken()[id] == by_hand[id].keys()
        assert prices.keys() == by_hand[id].keys()
        for option, price in prices.items():
            known = [regret for regret in by_hand[id][option] if regret is not None]
            assert price == (Price(min(known), max(known)) if known else Price(None, None))


def check_best_path_avoiding(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    recovery = [id for id, part in every.scenario.scenes.items() if part.recovery]
    path = envelope.best_path_avoiding(recovery)
    waiting, seen = [every.start], {every.start}
    for state in waiting:
        for _, judged, after in every.turns[state]:
            no_regret = after in values and judged.points + values[after] == values[state]
            if no_regret and after not in seen and after.scene not in recovery:
                seen.add(after)
                waiting.append(after)
    there_is_one = any(state.scene in every.scenario.endings for state in seen) and every.start.scene not in recovery
    assert (path is not None) == there_is_one
    if path is not None:
        transcript = replay(every.scenario, path)
        assert points_of_path(every.scenario, path) == values[every.start]
        assert not {turn.before.scene for turn in transcript.turns} & set(recovery)


@given(scenarios(loops=True), st.sampled_from(sorted(RULES)))
@BROAD
def test_the_bounds_of_one_rule_are_those_of_a_rulebook_with_only_that_rule(story: Scenario, rule: str) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    every = EveryState(story, only(rule))
    best, worst = envelope.rule(rule)
    for bound, worth, sign in ((best, points, 1), (worst, loss, -1)):
        try:
            expected = sign * every.most(worth)[every.start]
        except EndlessLoopError:
            assert bound.points is None
            assert replay(story, bound.path).ending
        else:
            assert bound.points == expected == points_of_path(story, bound.path, only(rule))


@given(scenarios(loops=True), st.randoms(use_true_random=False))
@BROAD
def test_from_a_moment_in_the_middle_it_proves_what_is_left(story: Scenario, chance: Any) -> None:
    every = EveryState(story, BOOK)
    middle = chance.choice(sorted(every.turns))
    rest = EveryState(story, BOOK, middle)
    try:
        values = rest.most(points)
    except EndlessLoopError:
        values = {}
    if middle not in values:
        with pytest.raises(EnvelopeError):
            Envelope(story, BOOK, middle)
        return
    envelope = Envelope(story, BOOK, middle)
    assert envelope.best.points == values[middle]
    assert total(replay(story, envelope.best.path, middle), Judge(story, BOOK)) == values[middle]
    assert envelope.attainable.points == values[middle]
