from __future__ import annotations

import hashlib

from simulator.domain.rulebook import (
    Dimension,
    Element,
    Pattern,
    Phrases,
    RecommendedPhrase,
    Rule,
    RuleLevel,
    Severity,
    TabooPhrase,
    rulebook_from_data,
    rulebook_hash,
    rulebook_text,
)
from simulator.domain.scenario import Stage
from simulator.i18n import Text
from tests.stories import Data, rulebook

DATA: Data = {
    "weights": {"critical": 6, "major": 3, "minor": 1, "bonus": 0},
    "rules": {
        "greet": {
            "stage": "greeting",
            "severity": "critical",
            "level": "moving",
            "dimension": "empathy",
            "element": "service-quality",
            "statement": {"zh": "先开口", "en": "Speak first"},
            "why": "It matters.",
            "source": "These tests.",
        }
    },
    "phrases": {
        "elements": {"hello": {"name": "A greeting", "pattern": "您好"}},
        "exceptions": {"quote": {"name": "A quotation", "pattern": "“.*”"}},
        "taboo": {
            "no": {
                "phrase": "不知道",
                "stage": "any",
                "category": "refusal",
                "severity": "major",
                "instead": "我帮您问",
                "pattern": "不知道",
            }
        },
        "recommended": {"hello": {"phrase": "您好", "stage": "greeting", "rule": "greet"}},
    },
}


def test_a_rulebook_is_made_of_plain_data() -> None:
    book = rulebook_from_data(DATA)
    assert book.rules["greet"] == Rule(
        id="greet",
        stage=Stage.GREETING,
        severity=Severity.CRITICAL,
        level=RuleLevel.MOVING,
        dimension=Dimension.EMPATHY,
        element=Element.SERVICE_QUALITY,
        statement=Text.of({"zh": "先开口", "en": "Speak first"}),
        why=Text.of("It matters."),
        source=Text.of("These tests."),
    )
    assert book.phrases == Phrases(
        elements={"hello": Pattern("hello", Text.of("A greeting"), "您好")},
        exceptions={"quote": Pattern("quote", Text.of("A quotation"), "“.*”")},
        taboo={
            "no": TabooPhrase(
                id="no",
                phrase=Text.of("不知道"),
                stage=None,
                category="refusal",
                severity=Severity.MAJOR,
                instead=Text.of("我帮您问"),
                pattern="不知道",
            )
        },
        recommended={"hello": RecommendedPhrase("hello", Text.of("您好"), Stage.GREETING, "greet")},
    )


def test_a_rule_weighs_as_its_severity_does_and_an_unknown_one_nothing() -> None:
    book = rulebook()
    assert [book.weight(rule) for rule in ("law", "greet", "look", "extra", "long-gone")] == [6, 3, 1, 0, 0]


def test_the_text_does_not_hang_on_the_order_of_keys() -> None:
    other = dict(reversed(DATA.items()))
    assert rulebook_text(other) == rulebook_text(DATA)
    assert rulebook_hash(rulebook_text(DATA)) == hashlib.sha256(rulebook_text(DATA).encode()).hexdigest()
    assert rulebook_text(DATA | {"weights": DATA["weights"] | {"bonus": 1}}) != rulebook_text(DATA)
