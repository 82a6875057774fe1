"""Reading the rulebook file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from simulator.domain.rulebook import (
    RULEBOOK_FORMAT,
    Dimension,
    Element,
    Rulebook,
    RuleLevel,
    Severity,
    rulebook_from_data,
    rulebook_text,
)
from simulator.domain.scenario import Stage
from simulator.errors import ScenarioError
from simulator.library import problems
from simulator.library.fields import FieldReader
from simulator.library.problems import ERROR, Problem
from simulator.library.yaml_tree import Branch, parse, read_text

FOREIGN_RULE = Problem(
    "PK001", ERROR,
    "规则“{id}”的编号要以“{prefix}”开头。", "The id of the rule “{id}” must begin with “{prefix}”.",
    "情景包只能添自己的规则，不能改别人的。", "A pack adds rules of its own; it cannot change those of others.",
    "请改成“{prefix}…”，情景里引用它的地方也一起改。",
    "Call it “{prefix}…”, and change the scenarios that refer to it.",
)  # fmt: skip

_RULE = ("stage", "severity", "level", "dimension", "element", "statement", "why", "source")
_PHRASES = ("elements", "exceptions", "taboo", "recommended")
_TABOO = ("phrase", "stage", "category", "severity", "instead", "pattern")
_STAGES = (*Stage, "any")


def read_rulebook_file(path: Path) -> tuple[Rulebook, str]:
    """Read a rulebook, and give it with its canonical text; raises ScenarioError with all that is wrong."""
    data = read_rulebook_text(read_text(path), path)
    return rulebook_from_data(data), rulebook_text(data)


def read_rulebook_text(text: str, path: Path = Path("rulebook.yaml")) -> dict[str, Any]:
    """Read a rulebook's text into plain data; raises ScenarioError, which names ``path``, with all that is wrong."""
    reader = _RulebookReader(path)
    data = reader.read(parse(text, path))
    if reader.diagnostics:
        raise ScenarioError(sorted(reader.diagnostics, key=lambda found: (found.line, found.column)))
    return data


def read_added_rules(path: Path, prefix: str) -> dict[str, Any]:
    """Read the rules that a pack brings, as plain data by id; raises ScenarioError with all that is wrong.

    Such a file has nothing but ``format`` and ``rules``, and every rule's id begins with ``prefix``.
    """
    reader = _RulebookReader(path)
    rules = reader.read_added(parse(read_text(path), path), prefix)
    if reader.diagnostics:
        raise ScenarioError(sorted(reader.diagnostics, key=lambda found: (found.line, found.column)))
    return rules


class _RulebookReader(FieldReader):
    """Reads one rulebook into plain data."""

    def read(self, root: Branch) -> dict[str, Any]:
        """Read the whole file; what it gives is well formed only if there are no diagnostics."""
        version = self.integer(root, "format", 0, 1_000_000, required=True)
        if version is not None and version != RULEBOOK_FORMAT:
            self.report(problems.WRONG_FORMAT, root.children["format"], found=version, known=RULEBOOK_FORMAT)
            return {}
        self.known_keys(root, ("format", "weights", "rules", "phrases"))
        weights = self.branch(root, "weights", required=True)
        rules = self.each(root, "rules", self._rule, required=True)
        phrases = self.branch(root, "phrases", required=True)
        return {
            "format": version,
            "weights": self._weights(weights) if weights else {},
            "rules": rules,
            "phrases": self._phrases(phrases, rules) if phrases else {},
        }

    def read_added(self, root: Branch, prefix: str) -> dict[str, Any]:
        """Read a file that only adds rules."""
        version = self.integer(root, "format", 0, 1_000_000, required=True)
        if version is not None and version != RULEBOOK_FORMAT:
            self.report(problems.WRONG_FORMAT, root.children["format"], found=version, known=RULEBOOK_FORMAT)
            return {}
        self.known_keys(root, ("format", "rules"))
        rules: dict[str, Any] = self.each(root, "rules", self._rule, required=True)
        for id in rules:
            if not id.startswith(prefix):
                whole = root.children["rules"]
                self.report(FOREIGN_RULE, whole.keys[id] if isinstance(whole, Branch) else whole, id=id, prefix=prefix)
        return rules

    def _weights(self, branch: Branch) -> dict[str, int | None]:
        self.known_keys(branch, Severity)
        return {str(severity): self.integer(branch, severity, 0, 100, required=True) for severity in Severity}

    def _rule(self, _id: str, branch: Branch) -> dict[str, Any]:
        self.known_keys(branch, _RULE)
        return {
            "stage": self.one_of(branch, "stage", Stage, required=True),
            "severity": self.one_of(branch, "severity", Severity, required=True),
            "level": self.one_of(branch, "level", RuleLevel, required=True),
            "dimension": self.one_of(branch, "dimension", Dimension, required=True),
            "element": self.one_of(branch, "element", Element, required=True),
            "statement": self.text(branch, "statement", required=True),
            "why": self.text(branch, "why", required=True),
            "source": self.text(branch, "source", required=True),
        }

    def _phrases(self, branch: Branch, rules: dict[str, Any]) -> dict[str, Any]:
        self.known_keys(branch, _PHRASES)

        def recommended(_id: str, item: Branch) -> dict[str, Any]:
            self.known_keys(item, ("phrase", "stage", "rule"))
            rule = self.word(item, "rule", required=True)
            if rule and rule not in rules:
                self.report_unknown(problems.UNKNOWN_RULE, item.children["rule"], rule, rules)
            return {
                "phrase": self.text(item, "phrase", required=True),
                "stage": self.one_of(item, "stage", _STAGES, required=True),
                "rule": rule,
            }

        return {
            "elements": self.each(branch, "elements", self._pattern, required=True),
            "exceptions": self.each(branch, "exceptions", self._pattern),
            "taboo": self.each(branch, "taboo", self._taboo, required=True),
            "recommended": self.each(branch, "recommended", recommended, required=True),
        }

    def _pattern(self, _id: str, branch: Branch) -> dict[str, Any]:
        self.known_keys(branch, ("name", "pattern"))
        return {"name": self.text(branch, "name", required=True), "pattern": self._regex(branch)}

    def _taboo(self, _id: str, branch: Branch) -> dict[str, Any]:
        self.known_keys(branch, _TABOO)
        return {
            "phrase": self.text(branch, "phrase", required=True),
            "stage": self.one_of(branch, "stage", _STAGES, required=True),
            "category": self.word(branch, "category", required=True),
            "severity": self.one_of(branch, "severity", Severity, required=True),
            "instead": self.text(branch, "instead", required=True),
            "pattern": self._regex(branch),
        }

    def _regex(self, branch: Branch) -> str | None:
        pattern = self.word(branch, "pattern", required=True)
        if pattern is None:
            return None
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            self.report(problems.BAD_PATTERN, branch.children["pattern"], reason=error)
        return pattern
