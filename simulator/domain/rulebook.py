"""The etiquette: the rules that are kept or broken, and the phrase data that checks authored words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from simulator.domain.scenario import Stage
from simulator.i18n import Text

RULEBOOK_FORMAT = 1
"""The version of the rulebook file."""


class Severity(StrEnum):
    """How much a rule weighs; a broken critical rule means that the attempt is not passed."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    BONUS = "bonus"


class RuleLevel(StrEnum):
    """How far a rule goes beyond doing the matter (服务三重境界)."""

    BASIC = "basic"
    PROACTIVE = "proactive"
    MOVING = "moving"


class Dimension(StrEnum):
    """The quality that a rule serves: five of SERVQUAL and lawfulness, which citizens of a government hall add."""

    RELIABILITY = "reliability"
    RESPONSIVENESS = "responsiveness"
    ASSURANCE = "assurance"
    EMPATHY = "empathy"
    TANGIBLES = "tangibles"
    LAWFULNESS = "lawfulness"


class Element(StrEnum):
    """The element of service image (服务形象) that a rule builds."""

    SERVICE_QUALITY = "service-quality"
    STAFF = "staff"
    ENVIRONMENT = "environment"
    REPUTATION = "reputation"


@dataclass(frozen=True)
class Rule:
    """One rule of etiquette."""

    id: str
    stage: Stage
    severity: Severity
    level: RuleLevel
    dimension: Dimension
    element: Element
    statement: Text
    why: Text
    source: Text


@dataclass(frozen=True)
class Pattern:
    """A named regular expression on Chinese text."""

    id: str
    name: Text
    pattern: str


@dataclass(frozen=True)
class TabooPhrase:
    """What must not be said, and what to say instead; ``stage`` is None where it holds everywhere."""

    id: str
    phrase: Text
    stage: Stage | None
    category: str
    severity: Severity
    instead: Text
    pattern: str


@dataclass(frozen=True)
class RecommendedPhrase:
    """A sentence that keeps a rule."""

    id: str
    phrase: Text
    stage: Stage | None
    rule: str


@dataclass(frozen=True)
class Phrases:
    """The phrase data: it checks authored texts and drills, and never re-judges a response at play time."""

    elements: Mapping[str, Pattern]
    exceptions: Mapping[str, Pattern]
    taboo: Mapping[str, TabooPhrase]
    recommended: Mapping[str, RecommendedPhrase]


@dataclass(frozen=True)
class Rulebook:
    """All rules with the points that their severities weigh."""

    weights: Mapping[Severity, int]
    rules: Mapping[str, Rule]
    phrases: Phrases

    def weight(self, rule_id: str) -> int:
        """Give the points of a rule; 0 where the rule is unknown (as for a rule that a later rulebook dropped)."""
        rule = self.rules.get(rule_id)
        return self.weights[rule.severity] if rule else 0


def rulebook_from_data(data: dict[str, Any]) -> Rulebook:
    """Make a rulebook from plain data that is known to be well formed."""
    phrases = data["phrases"]
    return Rulebook(
        weights={Severity(severity): points for severity, points in data["weights"].items()},
        rules={id: _rule(id, rule) for id, rule in data["rules"].items()},
        phrases=Phrases(
            elements={id: _pattern(id, item) for id, item in phrases["elements"].items()},
            exceptions={id: _pattern(id, item) for id, item in phrases["exceptions"].items()},
            taboo={id: _taboo(id, item) for id, item in phrases["taboo"].items()},
            recommended={
                id: RecommendedPhrase(id, Text.of(item["phrase"]), _stage(item["stage"]), item["rule"])
                for id, item in phrases["recommended"].items()
            },
        ),
    )


def rulebook_text(data: dict[str, Any]) -> str:
    """Give the canonical JSON text of a rulebook's plain data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def rulebook_hash(text: str) -> str:
    """Give the SHA-256 of a rulebook's canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _rule(id: str, data: dict[str, Any]) -> Rule:
    return Rule(
        id=id,
        stage=Stage(data["stage"]),
        severity=Severity(data["severity"]),
        level=RuleLevel(data["level"]),
        dimension=Dimension(data["dimension"]),
        element=Element(data["element"]),
        statement=Text.of(data["statement"]),
        why=Text.of(data["why"]),
        source=Text.of(data["source"]),
    )


def _pattern(id: str, data: dict[str, Any]) -> Pattern:
    return Pattern(id, Text.of(data["name"]), data["pattern"])


def _taboo(id: str, data: dict[str, Any]) -> TabooPhrase:
    return TabooPhrase(
        id=id,
        phrase=Text.of(data["phrase"]),
        stage=_stage(data["stage"]),
        category=data["category"],
        severity=Severity(data["severity"]),
        instead=Text.of(data["instead"]),
        pattern=data["pattern"],
    )


def _stage(name: str) -> Stage | None:
    return None if name == "any" else Stage(name)
