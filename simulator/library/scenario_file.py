"""Reading a scenario file: every refusal is a diagnostic with its place and how to mend it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from simulator.domain.canonical import Data, from_data
from simulator.domain.collector import collector_paused
from simulator.domain.conditions import Value, is_variable_name
from simulator.domain.scenario import SCENARIO_FORMAT, Channel, Scenario, Scene
from simulator.errors import Diagnostic, ScenarioError
from simulator.library import problems
from simulator.library.scene_reader import LineReader, SceneReader, present
from simulator.library.yaml_parts import Part, PartParser, PlacedParts
from simulator.library.yaml_tree import LARGEST, Branch, Leaf, Node, Row, moved_leaf, parse, read_text

_SCENARIO = (
    "format", "id", "title", "summary", "place", "channel", "difficulty", "pass_mark", "citizen", "variables", "start",
    "scenes", "endings",
)  # fmt: skip
_CITIZEN = ("name", "portrait", "voice", "persona", "mood", "hidden_needs")
_VOICE = ("gender", "rate", "pitch")
_ENDING = ("title", "lines", "resolved", "rating_at_most", "neighbour")


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as read: its scenario, or None where the diagnostics hold an error; and where its parts stand."""

    path: Path
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    root: Branch | None

    def place(self, *keys: str | int) -> tuple[int, int]:
        """Give the line and column of the innermost of these nested keys, or places in lists, that the file has."""
        node: Node | None = self.root
        line, column = 1, 1
        for key in keys:
            if isinstance(node, Branch) and key in node.keys:
                line, column = node.keys[str(key)].line, node.keys[str(key)].column
                node = node.children.get(str(key))
            elif isinstance(node, Row) and isinstance(key, int) and key < len(node.children):
                node = node.children[key]
                line, column = node.line, node.column
            else:
                break
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
        return _ScenarioReader(path, rule_ids, _Known()).read(root)


class TextReader:
    """Reads the versions of one scenario file's text one after another, each scene only when it is new.

    What it gives is what :func:`read_scenario_file` would give of a file with that text.
    """

    def __init__(self, path: Path, rule_ids: Collection[str] | None = None, parser: PartParser | None = None) -> None:
        self._path = path
        self._rule_ids = rule_ids
        self._parser = parser or PartParser(path)
        self._known = _Known()

    def read(self, text: str) -> ScenarioFile:
        """Read one version."""
        with collector_paused():
            try:
                if len(text.encode()) > LARGEST:
                    raise ScenarioError([problems.TOO_LARGE.at(str(self._path), 1, 1)])
                root = self._parser.parse(text)
            except ScenarioError as error:
                return ScenarioFile(self._path, None, tuple(error.diagnostics), None)
            return _ScenarioReader(self._path, self._rule_ids, self._known).read(root)


@dataclass(eq=False)
class _SceneReading:
    """What one scene by itself reads as, placed as its node is; what refers to other scenes is still to be checked."""

    data: Data
    diagnostics: list[Diagnostic]
    gotos: list[tuple[Leaf, str]]
    scene: Scene | None = None


class _Known:
    """The readings of scenes that were read in parts; they hold for as long as what scenes refer to stays the same."""

    def __init__(self) -> None:
        self._readings: dict[Part, _SceneReading] = {}
        self._older: dict[Part, _SceneReading] = {}
        self._surroundings: object = None

    def begin(self, surroundings: object) -> None:
        """Begin a version: forget all readings but the last version's, and those, too, if the surroundings changed."""
        self._older = self._readings if surroundings == self._surroundings else {}
        self._readings = {}
        self._surroundings = surroundings

    def get(self, part: Part) -> _SceneReading | None:
        """Give the reading of a part, if any."""
        return self._readings.get(part) or self._older.get(part)

    def keep(self, part: Part, reading: _SceneReading) -> None:
        """Keep a reading for the next version."""
        self._readings[part] = reading


class _ScenarioReader(LineReader):
    """Reads one scenario: first its shape, then, where that is whole, what refers to what."""

    def __init__(self, path: Path, rule_ids: Collection[str] | None, known: _Known) -> None:
        super().__init__(path)
        self._path = path
        self._rule_ids = rule_ids
        self._known = known
        self._variables: dict[str, Value] = {}
        self._needs: Collection[str] = ()
        self._readings: dict[str, _SceneReading] = {}
        self._gotos: list[tuple[Leaf, int, str]] = []  # with the lines before its scene

    def read(self, root: Branch) -> ScenarioFile:
        """Read the whole file."""
        data = self._read(root)
        found = tuple(sorted(self.diagnostics, key=lambda one: (one.line, one.column)))
        return ScenarioFile(self._path, None if found else self._scenario(data), found, root)

    def _scenario(self, data: Data) -> Scenario:
        """Make the scenario, with the scenes that were made before."""
        new = {id: reading for id, reading in self._readings.items() if reading.scene is None}
        scenario = from_data(data | {"scenes": {id: data["scenes"][id] for id in new}})
        for id, reading in new.items():
            reading.scene = scenario.scenes[id]
        scenes = {id: scene for id in sorted(self._readings) if (scene := self._readings[id].scene)}
        return replace(scenario, scenes=MappingProxyType(scenes))

    def _read(self, root: Branch) -> Data:
        """Read the whole file into plain data; it is well formed only if there are no diagnostics."""
        version = self.integer(root, "format", 0, 1_000_000, required=True)
        if version is not None and version != SCENARIO_FORMAT:
            node = root.children["format"]
            self.report(problems.WRONG_FORMAT, node, found=version, known=SCENARIO_FORMAT)
            return {}
        self.known_keys(root, _SCENARIO)
        id, stem = self.word(root, "id", required=True), self._path.stem
        if id is not None and id != stem:
            self.report(problems.ID_IS_NOT_STEM, root.children["id"], id=id, stem=stem)
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
            "scenes": self._scenes(root),
            "endings": self.each(root, "endings", self._ending, required=True),
        }
        self._check_gotos(root, data)
        return present(data)

    def _scenes(self, root: Branch) -> Data:
        whole = self.branch(root, "scenes", required=True)
        if whole is None:
            return {}
        if not whole.children:
            self.report(problems.MISSING, whole, key="scenes")
        self._known.begin((list(self._variables.items()), list(self._needs)))
        for id, reading, lines in self._read_each(whole):
            self._readings[id] = reading
            self.diagnostics += [found._replace(line=found.line + lines) for found in reading.diagnostics]
            self._gotos += [(leaf, lines, goto) for leaf, goto in reading.gotos]
        return {id: reading.data for id, reading in self._readings.items()}

    def _read_each(self, scenes: Branch) -> Iterator[tuple[str, _SceneReading, int]]:
        """Give each scene's reading, and the lines before what it takes for its place."""
        if not isinstance(scenes.children, PlacedParts):
            for id, node in scenes.children.items():
                yield id, self._read_scene(scenes.keys[id], node), 0
            return
        for id, (part, lines, _) in scenes.children.parts.items():
            reading = self._known.get(part) or self._read_scene(part.key, part.value)
            self._known.keep(part, reading)
            yield id, reading, lines

    def _read_scene(self, key: Leaf, node: Node) -> _SceneReading:
        reader = SceneReader(self._path, self._rule_ids, self._variables, self._needs)
        return _SceneReading(reader.read(key, node), reader.diagnostics, reader.gotos)

    def _check_gotos(self, root: Branch, data: Data) -> None:
        for id in data["endings"]:
            if id in data["scenes"]:
                endings = root.children["endings"]
                self.report(
                    problems.SCENE_AND_ENDING, endings.keys[id] if isinstance(endings, Branch) else endings, id=id
                )
        if data["start"] and data["start"] not in data["scenes"]:
            self.report_unknown(problems.BROKEN_GOTO, root.children["start"], data["start"], data["scenes"])
        known = {**data["scenes"], **data["endings"]}
        for leaf, lines, goto in self._gotos:
            if goto not in known:
                self.report_unknown(problems.BROKEN_GOTO, moved_leaf(leaf, lines, 0), goto, known)

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
        return present(
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
        return present(
            {
                "gender": self.one_of(branch, "gender", ("female", "male")),
                "rate": self.integer(branch, "rate", 50, 400),
                "pitch": self.integer(branch, "pitch", 0, 100),
            }
        )

    def _ending(self, _id: str, branch: Branch) -> Data:
        self.known_keys(branch, _ENDING)
        return present(
            {
                "title": self.text(branch, "title", required=True),
                "lines": self.lines(branch),
                "resolved": self.boolean(branch, "resolved", required=True),
                "rating_at_most": self.integer(branch, "rating_at_most", 1, 5),
                "neighbour": self.text(branch, "neighbour"),
            }
        )
