"""Reading the course file: the courses, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from simulator.domain.course import COURSE_FORMAT, Course, Day, Stop
from simulator.errors import Diagnostic, ScenarioError
from simulator.i18n import Text
from simulator.library import problems
from simulator.library.fields import FieldReader
from simulator.library.problems import ERROR, WARNING, Problem
from simulator.library.yaml_tree import Branch, parse, read_text

NO_SUCH_SCENARIO = Problem(
    "CO001", WARNING,
    "情景库里没有“{rule}”。", "The library has no scenario “{rule}”.",
    "课程里会缺这一站，学员走到这里只能跳过。",
    "The course lacks this stop, and a learner who comes to it can only pass it by.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
TWICE_ON_THE_WAY = Problem(
    "CO002", ERROR,
    "“{scenario}”在这门课里排了两次。", "“{scenario}” stands twice in this course.",
    "练完一次，两站会同时算作完成，进度就不对了。",
    "Practised once, it would count as done in both places, and the progress would be wrong.",
    "请删去其中一处。", "Take one of them out.",
)  # fmt: skip
EMPTY_ROW = Problem(
    "CO003", ERROR,
    "“{key}”下面一项也没有。", "There is nothing under “{key}”.",
    "没有内容的一天或一门课，学员没有路可走。", "A day or a course without entries leads a learner nowhere.",
    "请至少写一项，每项以“- ”开头。", "Write at least one entry, each beginning with “- ”.",
)  # fmt: skip
NOT_AN_ENTRY = Problem(
    "CO004", ERROR,
    "“{key}”下面的这一项应写成若干“键：值”。", "This entry under “{key}” should be keys with values.",
    "写成别的样子，就不知道它是哪个情景、哪一天。",
    "Written otherwise, it does not say which scenario or which day it is.",
    "请检查缩进和写法。", "Check the indentation and the spelling.",
)  # fmt: skip

PROBLEMS = (NO_SUCH_SCENARIO, TWICE_ON_THE_WAY, EMPTY_ROW, NOT_AN_ENTRY)
"""What can be wrong with a course file beyond what can be wrong with any file."""


class CourseFile(NamedTuple):
    """The courses of a file: none where ``diagnostics`` hold an error."""

    courses: tuple[Course, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_courses(path: Path, known: Collection[str]) -> CourseFile:
    """Read the courses of a file, whose scenarios should be among the known ones; no file, no courses."""
    if not path.exists():
        return CourseFile((), ())
    reader = _CourseReader(path, known)
    try:
        courses = reader.read(parse(read_text(path), path))
    except ScenarioError as error:
        return CourseFile((), tuple(error.diagnostics))
    found = sorted(reader.diagnostics, key=lambda one: (one.line, one.column))
    broken = any(one.severity == ERROR for one in found)
    return CourseFile(() if broken else tuple(courses), tuple(found))


class _CourseReader(FieldReader):
    """Reads one file of courses; what it gives is whole only if there is no error among the diagnostics."""

    def __init__(self, path: Path, known: Collection[str]) -> None:
        super().__init__(path)
        self._known = known

    def read(self, root: Branch) -> list[Course]:
        """Read the whole file."""
        version = self.integer(root, "format", 0, 1_000_000, required=True)
        if version is not None and version != COURSE_FORMAT:
            self.report(problems.WRONG_FORMAT, root.children["format"], found=version, known=COURSE_FORMAT)
            return []
        self.known_keys(root, ("format", "courses"))
        return list(self.each(root, "courses", self._course, required=True).values())

    def _course(self, id: str, branch: Branch) -> Course:
        self.known_keys(branch, ("title", "summary", "days"))
        summary = self.text(branch, "summary")
        met: set[str] = set()
        return Course(
            id=id,
            title=self._words(branch, "title"),
            summary=Text.of(summary) if summary else None,
            days=tuple(self._day(day, met) for day in self._entries(branch, "days")),
        )

    def _day(self, branch: Branch, met: set[str]) -> Day:
        self.known_keys(branch, ("title", "trains", "encounters"))
        stops = [self._stop(entry, met) for entry in self._entries(branch, "encounters")]
        return Day(self._words(branch, "title"), self._words(branch, "trains"), tuple(stops))

    def _stop(self, branch: Branch, met: set[str]) -> Stop:
        self.known_keys(branch, ("scenario", "because"))
        scenario, because = self.word(branch, "scenario", required=True) or "", self.text(branch, "because")
        if scenario:
            node = branch.children["scenario"]
            if scenario in met:
                self.report(TWICE_ON_THE_WAY, node, scenario=scenario)
            elif scenario not in self._known:
                self.report_unknown(NO_SUCH_SCENARIO, node, scenario, self._known)
            met.add(scenario)
        return Stop(scenario, Text.of(because) if because else None)

    def _words(self, branch: Branch, key: str) -> Text:
        return Text.of(self.text(branch, key, required=True) or "")

    def _entries(self, branch: Branch, key: str) -> list[Branch]:
        """Read a list of maps that must not be empty."""
        if self.child(branch, key, required=True) is None:
            return []
        before = len(self.diagnostics)
        row = self.row(branch, key)
        if not row and len(self.diagnostics) == before:
            self.report(EMPTY_ROW, branch.children[key], key=key)
        for node in row:
            if not isinstance(node, Branch):
                self.report(NOT_AN_ENTRY, node, key=key)
        return [node for node in row if isinstance(node, Branch)]
