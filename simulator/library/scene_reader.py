"""Reading one scene of a scenario file by itself; what it refers to among the other scenes is checked by its caller."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from simulator.domain.canonical import Data
from simulator.domain.conditions import MOOD, ConditionError, Value, parse_condition
from simulator.domain.scenario import Expression, Speaker, Stage
from simulator.library import problems
from simulator.library.fields import FieldReader
from simulator.library.yaml_tree import Branch, Leaf, Node, Row

_SCENE = (
    "stage", "recovery", "lines", "thought", "hint", "note", "time_limit", "on_timeout", "responses", "inspect",
)  # fmt: skip
_RESPONSE = ("say", "do", "when", "keeps", "breaks", "meets", "mood", "set", "reply", "because", "goto")
_INSPECT = ("picture", "items", "goto")
_ITEM = ("text", "fault", "rule", "because")


def present(data: Data) -> Data:
    """Leave out what is missing."""
    return {key: value for key, value in data.items() if value is not None}


class LineReader(FieldReader):
    """Reads the lines that scenes and endings have."""

    def lines(self, branch: Branch) -> list[Data]:
        """Read the lines of a scene or an ending."""
        lines: list[Data] = []
        for node in self.row(branch, "lines"):
            if not isinstance(node, Branch):
                self.report(problems.NOT_ONE_SPEAKER, node)
                continue
            self.known_keys(node, (*Speaker, "expression"))
            speakers = [speaker for speaker in Speaker if speaker in node.children]
            if len(speakers) != 1:
                self.report(problems.NOT_ONE_SPEAKER, node)
                continue
            text = self.text(node, speakers[0], required=True)
            lines.append(present({str(speakers[0]): text, "expression": self.one_of(node, "expression", Expression)}))
        return lines


class SceneReader(LineReader):
    """Reads one scene by itself."""

    def __init__(
        self, path: Path, rule_ids: Collection[str] | None, variables: Mapping[str, Value], needs: Collection[str]
    ) -> None:
        super().__init__(path)
        self._rule_ids = rule_ids
        self._variables = variables
        self._needs = needs
        self.gotos: list[tuple[Leaf, str]] = []

    def read(self, key: Leaf, node: Node) -> Data:
        """Read a scene and the key under which it stands."""
        data: Data = self.entry(key, node, self._scene)
        return data

    def _scene(self, id: str, branch: Branch) -> Data:
        self.known_keys(branch, _SCENE)
        inspect = self.branch(branch, "inspect")
        responses = self.each(branch, "responses", self._response, required=False)
        given = [node for key in ("responses", "inspect") if (node := self.child(branch, key))]
        if len(given) != 1 or (isinstance(given[0], Branch) and not given[0].children):
            self.report(problems.RESPONSES_OR_INSPECT, branch, scene=id)
        time_limit = self.integer(branch, "time_limit", 3, 600)
        on_timeout = self.word(branch, "on_timeout")
        self._check_timeout(branch, on_timeout, responses)
        return present(
            {
                "stage": self.one_of(branch, "stage", Stage, required=True),
                "recovery": self.boolean(branch, "recovery"),
                "lines": self.lines(branch),
                "thought": self.text(branch, "thought"),
                "hint": self.text(branch, "hint"),
                "note": self.text(branch, "note"),
                "time_limit": time_limit,
                "on_timeout": on_timeout,
                "responses": responses or None,
                "inspect": self._inspect(inspect) if inspect else None,
            }
        )

    def _check_timeout(self, branch: Branch, on_timeout: str | None, responses: Data) -> None:
        limit, named = self.child(branch, "time_limit"), self.child(branch, "on_timeout")
        unfit = on_timeout is not None and (on_timeout not in responses or "when" in responses[on_timeout])
        if (limit is None) != (named is None) or unfit:
            self.report(problems.BAD_TIMEOUT, named or limit or branch)

    def _inspect(self, branch: Branch) -> Data:
        self.known_keys(branch, _INSPECT)
        pictured = self.child(branch, "picture") is not None
        return present(
            {
                "picture": self.file_name(branch, "picture") if pictured else None,
                "items": self.each(branch, "items", self._item, required=True),
                "goto": self._goto(branch),
            }
        )

    def _item(self, _id: str, branch: Branch) -> Data:
        self.known_keys(branch, _ITEM)
        rule = self.word(branch, "rule", required=True)
        if rule and self._rule_ids is not None and rule not in self._rule_ids:
            self.report_unknown(problems.UNKNOWN_RULE, branch.children["rule"], rule, self._rule_ids)
        return present(
            {
                "text": self.text(branch, "text", required=True),
                "fault": self.boolean(branch, "fault", required=True),
                "rule": rule,
                "because": self.text(branch, "because"),
            }
        )

    def _response(self, id: str, branch: Branch) -> Data:
        self.known_keys(branch, _RESPONSE)
        response = present(
            {
                "say": self.text(branch, "say"),
                "do": self.text(branch, "do"),
                "when": self._when(branch),
                "keeps": self.names(branch, "keeps", self._rule_ids, problems.UNKNOWN_RULE),
                "breaks": self.names(branch, "breaks", self._rule_ids, problems.UNKNOWN_RULE),
                "meets": self.names(branch, "meets", self._needs, problems.UNKNOWN_NEED),
                "mood": self.integer(branch, "mood", -100, 100),
                "set": self._set(branch),
                "reply": self.text(branch, "reply"),
                "because": self.text(branch, "because"),
                "goto": self._goto(branch),
            }
        )
        if "say" not in branch.children and "do" not in branch.children:
            self.report(problems.NEITHER_SAYS_NOR_DOES, branch, response=id)
        breaks = branch.children.get("breaks")
        for node in breaks.children if isinstance(breaks, Row) else ():
            if isinstance(node, Leaf) and node.value in response["keeps"]:
                self.report(problems.KEPT_AND_BROKEN, node, rule=node.value)
        return response

    def _goto(self, branch: Branch) -> str | None:
        goto = self.word(branch, "goto", required=True)
        leaf = branch.children.get("goto")
        if goto is not None and isinstance(leaf, Leaf):
            self.gotos.append((leaf, goto))
        return goto

    def _when(self, branch: Branch) -> str | None:
        node = self.child(branch, "when")
        if node is None:
            return None
        if not isinstance(node, Leaf):
            self.report(problems.BAD_CONDITION, node, when="…", what="{ } [ ]")
            return None
        try:
            return parse_condition(node.words, self._variables).text
        except ConditionError as error:
            if error.reason == "unknown-name":
                self.report(problems.UNKNOWN_VARIABLE, node, name=error.what)
            else:
                self.report(problems.BAD_CONDITION, node, when=node.words, what=error.what)
            return None

    def _set(self, branch: Branch) -> dict[str, Any]:
        values: dict[str, Any] = {}
        sets = self.branch(branch, "set")
        for name, node in (sets.children if sets else {}).items():
            value = self.constant(node, name)
            if name == MOOD or name not in self._variables:
                self.report(problems.UNKNOWN_VARIABLE, node, name=name)
            elif value is not None and type(value) is not type(self._variables[name]):
                self.report(problems.WRONG_KIND_SET, node, name=name)
            elif value is not None:
                values[name] = value
        return values
