from __future__ import annotations

from datetime import timedelta

from simulator.domain.badges import PUT_RIGHT, RULES_OF_BADGES, Badge, badges
from simulator.domain.progress import rule_states
from simulator.library.catalogue import Catalogue
from tests.conftest import PROJECT
from tests.domain.histories import BEGINNING, history, outcomes

ONE = ("serve-acknowledge-emotion", "complaint-apologise-before-explain")


def found(given, rules):
    return {badge.id: badge for badge in badges(rule_states(given, rules, lambda scenario: scenario))}


def test_a_badge_is_earned_when_each_of_its_rules_has_been_mastered():
    first, second = ONE
    days = [("a", {first: "kept"}), ("b", {first: "kept", second: "kept"}), ("c", {first: "kept", second: "kept"})]
    before = found(history(*days), ONE)["feeling-first"]
    assert before == Badge("feeling-first", ONE, None, 5, 6)
    after = found(history(*days, ("a", {second: "kept"})), ONE)["feeling-first"]
    assert after == Badge("feeling-first", ONE, BEGINNING + timedelta(days=3), 6, 6)


def test_what_was_earned_stays_earned():
    rules = RULES_OF_BADGES["warm-and-lawful"]
    days = [(citizen, dict.fromkeys(rules, "kept")) for citizen in "abc"] + [("d", dict.fromkeys(rules, "broken"))]
    assert found(history(*days), rules)["warm-and-lawful"].earned == BEGINNING + timedelta(days=2)


def test_putting_right_takes_something_that_was_wrong():
    assert found(outcomes("greet", ["kept"] * 5), ["greet"])[PUT_RIGHT].earned is None
    on_the_way = found(outcomes("greet", ["kept", "broken", "kept", "kept"]), ["greet"])[PUT_RIGHT]
    assert (on_the_way.earned, on_the_way.have, on_the_way.need) == (None, 2, 3)
    done = found(outcomes("greet", ["broken", "kept", "kept", "kept"]), ["greet"])[PUT_RIGHT]
    assert (done.rules, done.earned) == (("greet",), BEGINNING + timedelta(days=3))


def test_attempts_alone_earn_nothing():
    assert [badge for badge in badges(rule_states(history(*[("a", {})] * 50), [], str)) if badge.earned] == []


def test_every_badge_can_be_earned_with_the_shipped_encounters(tmp_path):
    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", tmp_path)
    citizens: dict[str, set[str]] = {}
    for card in catalogue.cards():
        for rule in catalogue.open(card.path).scenario.rule_ids:
            citizens.setdefault(rule, set()).add(card.citizen.to("zh"))
    needed = {rule for rules in RULES_OF_BADGES.values() for rule in rules}
    assert {rule: len(citizens.get(rule, ())) for rule in needed if len(citizens.get(rule, ())) < 3} == {}
