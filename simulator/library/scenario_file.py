"""Reading a scenario file: every refusal is a diagnostic with its place and how to mend it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.canonical import Data, from_data
from simulator.domain.collector import collector_paused
from simulator.domain.conditions import MOOD, ConditionError, Value, is_variable_name, parse_condition
from simulator.domain.scenario import SCENARIO_FORMAT, Channel, Expression, Scenario, Speaker, Stage
from simulator.errors import Diagnostic, ScenarioError
from simulator.library import problems
from simulator.library.fields import FieldReader
from simulator.library.yaml_tree import Branch, Leaf, Node, Row, parse, read_text

_SCENARIO = (
    "format", "id", "title", "summary", "place", "channel", "difficulty", "pass_mark", "citizen", "variables", "start",
    "scenes", "endings",
)  # fmt: skip
_CITIZEN = ("name", "portrait", "voice", "persona", "mood", "hidden_needs")
_VOICE = ("gender", "rate", "pitch")
_SCENE = (
    "stage", "recovery", "lines", "thought", "hint", "note", "time_limit", "on_timeout", "responses", "inspect",
)  # fmt: skip
_RESPONSE = ("say", "do", "when", "keeps", "breaks", "meets", "mood", "set", "reply", "because", "goto")
_INSPECT = ("items", "goto")
_ITEM = ("text", "fault", "rule", "because")
_ENDING = ("title", "lines", "resolved", "rating_at_most", "neighbour")


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as read: its scenario, or None where the diagnostics hold an error; and where its parts stand."""

    path: Path
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    root: Branch | None

    def place(self, *keys: str) -> tuple[int, int]:
        """Give the line and column of the innermost of these nested keys that the file has."""
        node: Node | None = self.root
        line, column = 1, 1
        for key in keys:
            if not isinstance(node, Branch) or key not in node.keys:
                break
            line, column = node.keys[key].line, node.keys[key].column
            node = node.children.get(key)
        return line, column


def read_scenario_file(path: Path, rule_ids: Collection[str] | None = None) -> ScenarioFile:
    """Read a scenario file; its rules must be among ``rule_ids`` where these are given.

    Never raises for what the file holds or for a file that is not there: the diagnostics say it.
    """
    with collector_paused():
        try:
            root = parse(read_text(path), path)
        except ScenarioError as error:
            return ScenarioFile(path, None, tuple(error.diagnostics), None)
        reader = _ScenarioReader(path, rule_ids)
        data = reader.read(root)
        diagnostics = tuple(sorted(reader.diagnostics, key=lambda found: (found.line, found.column)))
        return ScenarioFile(path, None if diagnostics else from_data(data), diagnostics, root)


class _ScenarioReader(FieldReader):
    """Reads one scenario: first its shape, then, where that is whole, what refers to what."""

    def __init__(self, path: Path, rule_ids: Collection[str] | None) -> None:
        super().__init__(path)
        self._stem = path.stem
        self._rule_ids = rule_ids
        self._variables: dict[str, Value] = {}
        self._needs: Collection[str] = ()
        self._gotos: list[tuple[Node, str]] = []

    def read(self, root: Branch) -> Data:
        """Read the whole file into plain data; it is well formed only if there are no diagnostics."""
        version = self.integer(root, "format", 0, 1_000_000, required=True)
        if version is not None and version != SCENARIO_FORMAT:
            node = root.children["format"]
            self.report(problems.WRONG_FORMAT, node, found=version, known=SCENARIO_FORMAT)
            return {}
        self.known_keys(root, _SCENARIO)
        id = self.word(root, "id", required=True)
        if id is not None and id != self._stem:
            self.report(problems.ID_IS_NOT_STEM, root.children["id"], id=id, stem=self._stem)
        elif id is not None:
            self.id(id, root.children["id"])
        self._read_variables(root)
        citizen = self.branch(root, "citizen", required=True)
        data: Data = {
            "id": id,
            "title": self.text(root, "title", required=True),
            "summary": self.text(root, "summary"),
            "place": self.file_name(root, "place"),
            "channel": self.one_of(root, "channel", Channel),
            "difficulty": self.integer(root, "difficulty", 1, 3),
            "pass_mark": self.integer(root, "pass_mark", 1, 100),
            "citizen": self._citizen(citizen) if citizen else {},
            "variables": self._variables,
            "start": self.word(root, "start", required=True),
            "scenes": self.each(root, "scenes", self._scene, required=True),
            "endings": self.each(root, "endings", self._ending, required=True),
        }
        self._check_gotos(root, data)
        return _present(data)

    def _check_gotos(self, root: Branch, data: Data) -> None:
        for id in data["endings"]:
            if id in data["scenes"]:
                endings = root.children["endings"]
                self.report(
                    problems.SCENE_AND_ENDING, endings.keys[id] if isinstance(endings, Branch) else endings, id=id
                )
        if data["start"] and data["start"] not in data["scenes"]:
            self.report_unknown(problems.BROKEN_GOTO, root.children["start"], data["start"], data["scenes"])
        known = [*data["scenes"], *data["endings"]]
        for node, goto in self._gotos:
            if goto not in known:
                self.report_unknown(problems.BROKEN_GOTO, node, goto, known)

    def _read_variables(self, root: Branch) -> None:
        variables = self.branch(root, "variables")
        for name, node in (variables.children if variables else {}).items():
            value = self.constant(node, name)
            if variables and not is_variable_name(name):
                self.report(problems.BAD_ID, variables.keys[name], id=name)
            elif value is not None:
                self._variables[name] = value

    def _citizen(self, branch: Branch) -> Data:
        self.known_keys(branch, _CITIZEN)
        needs = self.branch(branch, "hidden_needs")
        for id in needs.children if needs else ():
            self.id(id, needs.keys[id])  # type: ignore[union-attr]
        self._needs = needs.children if needs else ()
        voice = self.branch(branch, "voice")
        return _present(
            {
                "name": self.text(branch, "name", required=True),
                "portrait": self.file_name(branch, "portrait"),
                "mood": self.integer(branch, "mood", 0, 100),
                "voice": self._voice(voice) if voice else None,
                "persona": self.text(branch, "persona"),
                "hidden_needs": {id: self.text_of(node, id) for id, node in (needs.children if needs else {}).items()},
            }
        )

    def _voice(self, branch: Branch) -> Data:
        self.known_keys(branch, _VOICE)
        return _present(
            {
                "gender": self.one_of(branch, "gender", ("female", "male")),
                "rate": self.integer(branch, "rate", 50, 400),
                "pitch": self.integer(branch, "pitch", 0, 100),
            }
        )

    def _lines(self, branch: Branch) -> list[Data]:
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
            lines.append(
                _present({str(speakers[0]): text, "expression": self.one_of(node, "expression", Expression)})
            )
        return lines

    def _scene(self, id: str, branch: Branch) -> Data:
        self.known_keys(branch, _SCENE)
        inspect = self.branch(branch, "inspect")
        responses = self.each(branch, "responses", self._response, required=False)
        given = [node for key in ("responses", "inspect") if (node := self.child(branch, key))]
        if len(given) != 1 or given == [Branch(given[0].line, given[0].column)]:
            self.report(problems.RESPONSES_OR_INSPECT, branch, scene=id)
        time_limit = self.integer(branch, "time_limit", 3, 600)
        on_timeout = self.word(branch, "on_timeout")
        self._check_timeout(branch, on_timeout, responses)
        return _present(
            {
                "stage": self.one_of(branch, "stage", Stage, required=True),
                "recovery": self.boolean(branch, "recovery"),
                "lines": self._lines(branch),
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
        return {
            "items": self.each(branch, "items", self._item, required=True),
            "goto": self._goto(branch),
        }

    def _item(self, _id: str, branch: Branch) -> Data:
        self.known_keys(branch, _ITEM)
        rule = self.word(branch, "rule", required=True)
        if rule and self._rule_ids is not None and rule not in self._rule_ids:
            self.report_unknown(problems.UNKNOWN_RULE, branch.children["rule"], rule, self._rule_ids)
        return _present(
            {
                "text": self.text(branch, "text", required=True),
                "fault": self.boolean(branch, "fault", required=True),
                "rule": rule,
                "because": self.text(branch, "because"),
            }
        )

    def _response(self, id: str, branch: Branch) -> Data:
        self.known_keys(branch, _RESPONSE)
        response = _present(
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
        if goto is not None:
            self._gotos.append((branch.children["goto"], goto))
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

    def _ending(self, _id: str, branch: Branch) -> Data:
        self.known_keys(branch, _ENDING)
        return _present(
            {
                "title": self.text(branch, "title", required=True),
                "lines": self._lines(branch),
                "resolved": self.boolean(branch, "resolved", required=True),
                "rating_at_most": self.integer(branch, "rating_at_most", 1, 5),
                "neighbour": self.text(branch, "neighbour"),
            }
        )


def _present(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None}
